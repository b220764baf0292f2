import StoryLanguage

/// What a notice says of names that were misspelt.
extension NoticeLinker {
  /// A spelling mended in the story that the notice gives.
  /// `told` are the claims that it acknowledges.
  func acknowledges(name range: Range<Int>, in reading: Reading, told: [Candidate]) -> Bool {
    if tellsOfSpelling(of: range, in: reading) || tellsOfName(range, in: reading) { return true }
    guard isSpelled(range, reading, among: words) else { return false }
    let own = Set(range.map { reading.lower[$0] })
    return told.isEmpty || !isOwner(own, last: reading.lower[range.upperBound - 1], told)
  }

  /// `the name of the mayor was wrong`, where the mayor's stands.
  private func tellsOfName(_ name: Range<Int>, in reading: Reading) -> Bool {
    guard let last = name.last else { return false }
    let sentence = reading.passage.sentence(at: last)
    let around = Set(sentence.filter(reading.isContent).map { stem(reading.lower[$0]) })
    return parts.indices.contains { index in
      let part = parts[index]
      guard !ofInserts.contains(index), tellsOfChange(part), part.figures.isEmpty,
        part.dates.isEmpty, speaks(part, of: "entity")
      else { return false }
      let kinds = notice.language.kindWords["entity"] ?? []
      let said = subject(of: part).filter { word in
        !kinds.contains { isNoun(word, begunBy: $0) }
      }
      let named = names(in: part)
      return (named.isEmpty || !named.isDisjoint(with: around)) && !telling(around, said).isEmpty
    }
  }

  /// Whether the words that took each other's place in a name share half of their letters: `Engström`, `Engstrand`.
  func mayBeSpelling(_ candidate: Candidate) -> Bool {
    let (before, after) = ownWords(of: candidate)
    let was = before.map { candidate.old.lower[$0] }.joined(separator: " ")
    let now = after.map { candidate.new.lower[$0] }.joined(separator: " ")
    let longest = max(was.utf8.count, now.utf8.count)
    return editDistance(was, now, limit: longest / 2) * 2 <= longest
  }

  /// Whether a sentence speaks of the spelling of a name, and of no other kind of mistake.
  static func isOfSpelling(_ part: Part, _ notice: Reading) -> Bool {
    guard part.range.contains(where: { notice.language.spellingWords.contains(notice.lower[$0]) })
    else { return false }
    // `wie ursprünglich geschrieben`, of a year: of no spelling, where values are given and no name is spoken of.
    if notice.language.noticeSigns.isEmpty, !part.figures.isEmpty || !part.dates.isEmpty {
      return (notice.language.kindWords["entity"] ?? []).contains { kind in
        part.words.contains { isNoun($0, begunBy: kind, notice.language.endings) }
      }
    }
    let others = notice.language.kindWords.filter { $0.key != "entity" }
    return !part.range.contains { position in
      let word = stem(notice.lower[position], notice.language.endings)
      return notice.isWord(position) && others.contains { $0.value.contains(word) }
    }
  }

  /// `Marsh was 92 when she died, … and the name of her husband was misspelt`: whether a value stands in a clause
  /// with a verb of its own that speaks of no spelling.
  static func isOfClause(_ mention: Mention, _ notice: Reading) -> Bool {
    let sentence = notice.passage.sentence(at: mention.range.lowerBound)
    func ends(_ position: Int) -> Bool { [",", ";"].contains(notice.lower[position]) }
    let start = sentence.last { $0 < mention.range.lowerBound && ends($0) } ?? sentence.lowerBound
    let end = sentence.first { $0 >= mention.range.upperBound && ends($0) } ?? sentence.upperBound
    let clause = start..<end
    return clause.contains { notice.has($0, [.be, .have]) }
      && !clause.contains { notice.language.spellingWords.contains(notice.lower[$0]) }
  }

  /// The words of a sentence that speaks of a spelling and of the one after it; nil where none does.
  private func wordsOnSpelling(_ index: Int) -> Set<String>? {
    let part = parts[index]
    guard NoticeLinker.isOfSpelling(part, notice) || !notice.language.noticeSigns.isEmpty,
      part.range.contains(where: { notice.language.spellingWords.contains(notice.lower[$0]) })
    else { return nil }
    return part.words.union(index + 1 < parts.count ? parts[index + 1].words : [])
  }

  /// Whether a notice says that a name was misspelt and either gives its last word or speaks of the sentence in
  /// which the name stands.
  func tellsOfSpelling(of name: Range<Int>, in reading: Reading) -> Bool {
    guard let last = name.last else { return false }
    let word = stem(reading.lower[last])
    return parts.indices.contains { index in
      guard let words = wordsOnSpelling(index) else { return false }
      if words.contains(word) { return true }
      let sentence = reading.passage.sentence(at: last)
      let around = Set(sentence.filter(reading.isContent).map { stem(reading.lower[$0]) })
      // Where it names others, they are those of the sentence.
      let named = names(in: parts[index])
      return (named.isEmpty || !named.isDisjoint(with: around))
        && !telling(around, subject(of: parts[index])).isEmpty
    }
  }
}
