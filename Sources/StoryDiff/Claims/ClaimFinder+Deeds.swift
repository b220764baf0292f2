import StoryLanguage

/// Who did something to whom.
extension ClaimFinder {
  /// Somebody or something that acts, or is acted on.
  private struct Party {
    let range: Range<Int>
    /// Words that tell it from another.
    let words: Set<String>
  }

  private struct Deed {
    let verb: Int
    let doer: Party, other: Party
  }

  /// Words between a verb and the one who does it: `was punched in the face by Ada Orr`.
  private static let farthestAgent = 6

  /// `Ada Orr punched Bo Lee` → `Ada Orr was punched by Bo Lee`: of one verb of a sentence the two changed places, whichever way round
  /// it is told. O(tokens × names).
  mutating func findExchangedDeeds(_ sentences: PassageDiff.SentencePair) {
    // Few sentences have one.
    func mayBePassive(_ hunk: Hunk) -> Bool {
      hunk.old.contains { old.has($0, .passiveAgent) }
        || hunk.new.contains { new.has($0, .passiveAgent) }
    }
    guard sentences.hunks.contains(where: mayBePassive) else { return }
    let before = reader(old, inOld: true).names(in: sentences.old)
    let after = reader(new, inOld: false).names(in: sentences.new)
    let passiveNow = passives(sentences.new, new, after)
    let passiveThen = passives(sentences.old, old, before)
    guard !passiveNow.isEmpty || !passiveThen.isEmpty else { return }
    let then = passiveThen + actives(sentences.old, old, before)
    let now = passiveNow + actives(sentences.new, new, after)
    for deed in then {
      let same = now.filter {
        Inflection.areFormsOfOneVerb(old.lower[deed.verb], new.lower[$0.verb], pair.language)
      }
      guard same.count == 1, let other = same.first,
        !deed.doer.words.isDisjoint(with: other.other.words),
        !deed.other.words.isDisjoint(with: other.doer.words),
        deed.doer.words.isDisjoint(with: other.doer.words),
        deed.other.words.isDisjoint(with: other.other.words),
        !isCovered(deed.doer.range, inOld: true), !isCovered(deed.other.range, inOld: true),
        !isCovered(other.doer.range, inOld: false), !isCovered(other.other.range, inOld: false)
      else { continue }
      let because = "who did it and to whom it was done changed places"
      add(RawClaim(type: .entity, old: deed.doer.range, new: other.doer.range, because: because))
      add(RawClaim(type: .entity, old: deed.other.range, new: other.other.range, because: because))
      return
    }
  }

  /// `A was punched by B`, `A was beaten 2-1 by B`
  private func passives(_ sentence: Range<Int>, _ reading: Reading, _ names: [Mention]) -> [Deed] {
    sentence.filter { reading.has($0, .passiveAgent) }.compactMap { agent in
      let floor = max(sentence.lowerBound, agent - ClaimFinder.farthestAgent)
      guard agent > floor, agent + 1 < sentence.upperBound,
        let be = (floor..<agent).last(where: { reading.has($0, .be) }),
        !(be..<agent).contains(where: { reading.isMark($0, ",") || reading.isMark($0, ".") }),
        let verb = (be + 1..<agent).first(where: { isVerb($0, reading) }),
        let doer = party(from: agent + 1, sentence, reading, names)
      else { return nil }
      var start = be
      while start > sentence.lowerBound, reading.has(start - 1, [.be, .have, .modal, .auxiliary]) {
        start -= 1
      }
      return party(to: start, sentence, reading, names).map {
        Deed(verb: verb, doer: doer, other: $0)
      }
    }
  }

  /// `A punched B`
  private func actives(_ sentence: Range<Int>, _ reading: Reading, _ names: [Mention]) -> [Deed] {
    sentence.dropFirst().compactMap { verb in
      guard isVerb(verb, reading), verb + 1 < sentence.upperBound,
        !reading.has(verb - 1, .be), !reading.has(verb - 1, .article),
        let other = party(from: verb + 1, sentence, reading, names)
      else { return nil }
      var start = verb
      while start > sentence.lowerBound, reading.has(start - 1, [.have, .modal, .auxiliary]) {
        start -= 1
      }
      return party(to: start, sentence, reading, names).map {
        Deed(verb: verb, doer: $0, other: other)
      }
    }
  }

  private func isVerb(_ position: Int, _ reading: Reading) -> Bool {
    reading.isWord(position) && reading.isContent(position) && !reading.isCapitalised(position)
      && !reading.has(position, [.saying, .roleHead, .honorific])
      && !pair.language.naming.mutualWords.contains(reading.lower[position])
  }

  /// The name, or the noun with its article, that begins at a position.
  private func party(
    from start: Int, _ sentence: Range<Int>, _ reading: Reading, _ names: [Mention]
  ) -> Party? {
    if let name = names.first(where: { $0.range.lowerBound == start }) {
      return party(name, reading)
    }
    guard reading.has(start, .article) else { return nil }
    if let name = names.first(where: { $0.range.lowerBound == start + 1 }) {
      return party(name, reading)
    }
    let end =
      (start + 1..<sentence.upperBound).first { !isNoun($0, reading) } ?? sentence.upperBound
    guard end > start + 1, end <= start + 3 else { return nil }
    return Party(range: start..<end, words: [reading.lower[end - 1]])
  }

  /// The same that ends before a position.
  private func party(
    to end: Int, _ sentence: Range<Int>, _ reading: Reading, _ names: [Mention]
  ) -> Party? {
    if let name = names.first(where: { $0.range.upperBound == end }) { return party(name, reading) }
    // `Ashcombe beat Rowley`: the first word of a sentence, as the other one tells.
    if end == sentence.lowerBound + 1, reading.isCapitalised(end - 1), reading.isContent(end - 1) {
      return Party(range: end - 1..<end, words: [reading.lower[end - 1]])
    }
    guard
      let article = (max(sentence.lowerBound, end - 3)..<max(sentence.lowerBound, end)).last(
        where: {
          reading.has($0, .article)
        }), article + 1 < end, (article + 1..<end).allSatisfy({ isNoun($0, reading) })
    else { return nil }
    return Party(range: article..<end, words: [reading.lower[end - 1]])
  }

  private func isNoun(_ position: Int, _ reading: Reading) -> Bool {
    reading.isWord(position) && reading.isContent(position) && !reading.isCapitalised(position)
  }

  private func party(_ name: Mention, _ reading: Reading) -> Party {
    let words = reader(reading, inOld: reading === old).nameWords(name.range)
    return Party(range: name.range, words: Set(words))
  }
}
