import StoryLanguage

/// What a sentence of a notice lists: `the number of winners and how much they won`.
extension NoticeLinker {
  /// The parts of a sentence that name each a thing that was wrong, as sentences of their own; the sentence, where it
  /// names but one. What says no more than a kind goes with what follows: `the day and the time of the meeting`.
  func pieces(of part: Part) -> [Part] {
    let mistakes = mistakes(in: part)
    if mistakes.count > 1 { return mistakes.flatMap(pieces) }
    var starts = [part.range.lowerBound]
    for position in part.range where isJoiner(position) {
      let next = position + 1
      let start = notice.has(next, .numberJoiner) ? next + 1 : next
      let last = starts.last ?? part.range.lowerBound
      guard last < position, start < part.range.upperBound else { continue }
      let before = last..<position
      guard notice.has(start, .article) || asks(start, in: part) || asks(start + 1, in: part),
        namesThing(before, in: part),
        namesThing(start..<min(part.range.upperBound, start + 8), in: part)
          // `the day of the theft and the spelling of Sgt. Ada Orr's name`
          || notice.language.spellingWords.contains(notice.lower[min(start + 1, notice.count - 1)])
      else { continue }
      starts.append(start)
    }
    guard starts.count > 1 else { return [part] }
    let ends = starts.dropFirst() + [part.range.upperBound]
    let ranges = zip(starts, ends).map { $0..<$1 }
    return ranges.indices.map { index in
      let own = piece(of: part, ranges[index])
      guard index + 1 < ranges.count, !saysWhose(own) else { return own }
      let both = ranges[index].lowerBound..<ranges[index + 1].upperBound
      return piece(of: part, both, questions: own.questions)
    }
  }

  /// `He was 86, not 87, and the publisher was Oake Books`: the clauses of a sentence that each have a verb of their own, as
  /// sentences; the sentence, where it is one.
  func clauses(of part: Part) -> [Part] {
    func hasVerb(_ range: Range<Int>) -> Bool { range.contains { notice.has($0, [.be, .have]) } }
    let border = part.range.first { position in
      (notice.has(position, .numberJoiner) || notice.isMark(position, ";"))
        && hasVerb(part.range.lowerBound..<position) && hasVerb(position..<part.range.upperBound)
        // `between 10 and 12`
        && !(notice.tokens[position - 1].kind == .number
          && notice.tokens[position + 1].kind == .number)
    }
    guard let border else { return [part] }
    return [piece(of: part, part.range.lowerBound..<border)]
      + clauses(of: piece(of: part, border + 1..<part.range.upperBound))
  }

  /// `misspelt the name of the runner and gave the wrong holder of the record`: what a sentence says of a spelling and
  /// of another mistake, each by itself.
  func mistakes(in part: Part) -> [Part] {
    guard part.range.contains(where: { notice.language.spellingWords.contains(notice.lower[$0]) }),
      let joiner = part.range.first(where: { NoticeLinker.joinsMistakes($0, notice) })
    else { return [part] }
    return [part.range.lowerBound..<joiner, joiner + 1..<part.range.upperBound]
      .map { piece(of: part, $0) }
  }

  private func isJoiner(_ position: Int) -> Bool {
    notice.has(position, .numberJoiner) || notice.isMark(position, ",")
  }

  private func asks(_ position: Int, in part: Part) -> Bool {
    part.questions.contains { $0.at == position }
  }

  /// Whether some words name a kind of value or ask for one.
  private func namesThing(_ range: Range<Int>, in part: Part) -> Bool {
    range.contains { position in
      asks(position, in: part)
        || notice.isWord(position) && !isLabel(position) && !notice.isCapitalised(position)
          && part.words.contains(stem(notice.lower[position]))
          && isOfKind(stem(notice.lower[position]))
    }
  }

  /// Whether something is asked for, or a word that says something follows the first kind of value.
  private func saysWhose(_ part: Part) -> Bool {
    guard part.asked.isEmpty else { return true }
    let kind = part.range.first { namesThing($0..<$0 + 1, in: part) }
    return kind.map { ($0 + 1..<part.range.upperBound).contains(where: notice.isContent) } ?? true
  }

  func piece(
    of part: Part, _ range: Range<Int>, questions: [(at: Int, topics: Set<String>)]? = nil
  ) -> Part {
    let said = Set(
      range.filter { notice.isContent($0) && notice.isWord($0) }.map { stem(notice.lower[$0]) })
    let questions = questions ?? part.questions.filter { range.contains($0.at) }
    return Part(
      range: range, words: part.words.intersection(said), owners: part.owners,
      figures: part.figures.filter { range.contains($0.range.lowerBound) },
      dates: part.dates.filter { range.contains($0.range.lowerBound) },
      hasNegation: part.hasNegation, hasHedge: part.hasHedge, questions: questions,
      asked: questions.reduce(into: []) { $0.formUnion($1.topics) },
      direction: part.direction.flatMap { range.contains($0.at) ? $0 : nil })
  }
}
