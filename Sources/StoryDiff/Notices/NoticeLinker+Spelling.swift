import StoryLanguage

/// What a notice says of names that were misspelt.
extension NoticeLinker {
  /// A spelling mended in the story that the notice gives, or one beside words that it has, unless it gives another alone;
  /// or the only one, where it names nobody.
  /// `told` are the claims that it acknowledges.
  func acknowledges(
    name: RawName, of readings: (old: Reading, new: Reading), told: [Candidate], isOther: Bool,
    isOnly: Bool
  ) -> Bool {
    let (range, reading) = (name.new, readings.new)
    let isGiven = gives(name: name, of: readings)
    if isOnly || !isOther && speaksOfNames, misspelsSomebody { return true }
    guard isGiven || !isOther || speaksOfNames else { return false }
    if tellsOfSpelling(of: range, in: reading) || tellsOfName(range, in: reading) { return true }
    guard isGiven || isSpelled(range, reading, among: words) else { return false }
    let own = Set(range.map { reading.lower[$0] })
    return told.isEmpty || !isOwner(own, last: reading.lower[range.upperBound - 1], told)
  }

  /// `Mr Coyle was not there.`, `Cordant, a separate company, had no part in it.`: whether a notice that speaks of no
  /// spelling has a sentence that speaks of no mistake, opens with a name that was wrong and says something of it alone.
  func tellsApart(_ name: String, from other: String) -> Bool {
    guard !range.contains(where: { notice.language.spellingWords.contains(notice.lower[$0]) })
    else { return false }
    return parts.contains { part in
      let said = part.range.map { notice.lower[$0].withoutPossessive }
      let mistakes: NoticeSigns = [.error, .fix, .edit]
      guard !said.contains(other),
        let place = part.range.prefix(4).first(where: {
          notice.lower[$0] == name && notice.isCapitalised($0)
        }),
        (part.range.lowerBound..<place).allSatisfy({
          notice.has($0, .honorific) || notice.isMark($0, ".") || notice.isCapitalised($0)
        }),
        part.range.allSatisfy({ notice.noticeSigns[$0].payload.isDisjoint(with: mistakes) })
      else { return false }
      let isCalled = notice.isMark(place + 1, ",") && notice.has(place + 2, .article)
      let isDenied =
        notice.has(place + 1, [.be, .have, .modal])
        && part.range.allSatisfy { !notice.signs($0).contains(.act) || notice.has($0, .have) }
      return part.hasNegation && (isCalled || isDenied)
    }
  }

  /// Whether the notice has each word that a name has and had not.
  func gives(name: RawName, of readings: (old: Reading, new: Reading)) -> Bool {
    let before = Set(readings.old.lower[name.old].map(\.withoutPossessive))
    let own = name.new.filter { !before.contains(readings.new.lower[$0].withoutPossessive) }
    return !own.isEmpty && own.allSatisfy { words.contains(stem(readings.new.lower[$0])) }
  }

  /// `misspelled the player's name`: whether a sentence speaks of a name's spelling and names nobody.
  private var misspelsSomebody: Bool {
    parts.indices.contains { index in
      !ofInserts.contains(index) && NoticeLinker.isOfSpelling(parts[index], notice)
        && speaks(parts[index], of: "entity") && tellsOfChange(parts[index])
    } && parts.allSatisfy { names(in: $0).isEmpty }
  }

  /// `the names of two players`
  private var speaksOfNames: Bool {
    let names = (notice.language.kindWords["entity"] ?? []).prefix(1)
    return range.contains { position in
      names.contains { kind in
        notice.lower[position].hasPrefix(kind) && notice.lower[position].hasSuffix("s")
      }
    }
  }

  /// `the name of the mayor was wrong`, where the mayor's stands.
  private func tellsOfName(_ name: Range<Int>, in reading: Reading) -> Bool {
    guard let last = name.last else { return false }
    let sentence = reading.passage.sentence(at: last)
    let around = stems(of: sentence, reading)
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
        && isNearestName(name, in: reading, to: said.union(named))
    }
  }

  /// `the name of the judge`, but `named the wrong judge`
  private func isName(_ position: Int) -> Bool {
    let names = Array((notice.language.kindWords["entity"] ?? []).prefix(1))
    return !notice.signs(position).contains(.act) && isOfKind(position, names)
  }

  /// Whether a sentence speaks of a name, and that is another than the one that changed.
  func isOfAnotherName(_ candidate: Candidate, _ part: Part) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    guard candidate.claim.type == .entity, !span.isEmpty,
      NoticeLinker.isOfSpelling(part, notice) || part.range.contains(where: isName)
    else { return false }
    return !isNearestName(span, in: reading, to: subject(of: part).union(names(in: part)))
  }

  /// `the name of the judge`, where a judge frees somebody: whether no other name of the sentence stands nearer to some
  /// words, or has one of them.
  private func isNearestName(
    _ name: Range<Int>, in reading: Reading, to words: Set<String>
  ) -> Bool {
    let sentence = reading.passage.sentence(at: name.lowerBound)
    func isOfName(_ position: Int) -> Bool {
      reading.isWord(position) && reading.isCapitalised(position)
        && !reading.has(position, [.month, .weekday])
        && (reading.isContent(position) || reading.has(position, .honorific))
    }
    let words = words.filter { !isOfKind($0) }
    func distance(_ run: Range<Int>) -> Int? {
      let has = run.contains { isRelated(stem(reading.lower[$0]), to: words) }
      return has ? 0 : self.distance(reading, run, to: words, from: 0)
    }
    var own: Int?, others: [Int] = [], start = sentence.lowerBound
    while start < sentence.upperBound {
      var end = start
      while end < sentence.upperBound, isOfName(end) { end += 1 }
      // `Council leader Jo Orr`: the first word is capital, and no name.
      if end > start + 1 || end > start && start > sentence.lowerBound {
        if (start..<end).overlaps(name) {
          own = distance(start..<end)
        } else {
          distance(start..<end).map { others.append($0) }
        }
      }
      start = end + 1
    }
    guard let nearest = others.min() else { return true }
    return own.map { $0 <= nearest } ?? false
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
    // `and to Mr Orr, who has two boats`
    return clause.contains {
      notice.has($0, [.be, .have]) || notice.language.slips.relatives.contains(notice.lower[$0])
    }
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
      let around = stems(of: sentence, reading)
      // Where it names others, they are those of the sentence.
      let named = names(in: parts[index])
      return (named.isEmpty || !named.isDisjoint(with: around))
        && !telling(around, subject(of: parts[index])).isEmpty
        && isNearestName(name, in: reading, to: subject(of: parts[index]).union(named))
    }
  }
}
