import StoryLanguage

/// Names that changed places in a sentence, or stand in the place of another at its beginning.
extension ClaimFinder {
  /// `Rovers beat United` → `United beat Rovers`: the first words of the two sentences, where each stands with
  /// a capital further on in the other one, so that both are names.
  func exchangedOpeners(_ sentences: PassageDiff.SentencePair) -> Set<String> {
    guard let i = sentences.old.first, let j = sentences.new.first, old.isCapitalised(i),
      new.isCapitalised(j), old.lower[i] != new.lower[j]
    else { return [] }
    // `Marsh wins` → `Iqbal wins` in headlines: each is named in full in its own version.
    if old.passage.isHeadline, new.passage.isHeadline,
      sentences.hunks.contains(Hunk(old: i..<i + 1, new: j..<j + 1)),
      isNamedInFull(old.tokens[i].word, pair.old), isNamedInFull(new.tokens[j].word, pair.new)
    {
      return [old.lower[i], new.lower[j]]
    }
    let isNamedNow = sentences.new.dropFirst().contains {
      new.isCapitalised($0) && new.lower[$0] == old.lower[i]
    }
    let wasNamed = sentences.old.dropFirst().contains {
      old.isCapitalised($0) && old.lower[$0] == new.lower[j]
    }
    return isNamedNow && wasNamed ? [old.lower[i], new.lower[j]] : []
  }

  /// Whether a word stands behind another one with a capital, as a surname does. O(tokens).
  private func isNamedInFull(_ word: Int32, _ blocks: [AnalyzedBlock]) -> Bool {
    func isName(_ token: Token) -> Bool {
      token.kind == .word && pair.vocabulary[token.word].isCapitalised
    }
    return blocks.contains { block in
      block.tokens.indices.dropFirst().contains {
        block.tokens[$0].word == word && isName(block.tokens[$0]) && isName(block.tokens[$0 - 1])
          && !pair.known.kind(of: block.tokens[$0 - 1].word).contains(.function)
      }
    }
  }

  /// `Arsenal beat Chelsea` → `Chelsea beat Arsenal`: the places of names that were exchanged, where the sentence has the
  /// same words otherwise and these tell the one from the other.
  func exchanged(
    _ before: [Mention], _ after: [Mention], _ sentences: PassageDiff.SentencePair
  ) -> [Int]? {
    guard before.count == after.count else { return nil }
    let places = before.indices.filter { before[$0].value != after[$0].value }
    guard (2...4).contains(places.count),
      hold(places.map { before[$0].value }, places.map { after[$0].value }),
      zip(places, places.dropFirst()).allSatisfy({ tells(before[$0].range, before[$1].range) }),
      areInPlace(before, after, sentences)
    else { return nil }
    return places
  }

  /// Whether two lists hold the same values, in any order.
  func hold(_ values: [Mention.Value], _ others: [Mention.Value]) -> Bool {
    var rest = others
    for value in values {
      guard let place = rest.firstIndex(of: value) else { return false }
      rest.remove(at: place)
    }
    return rest.isEmpty
  }

  /// Whether two sentences have the same words but for what some mentions in each of them say. O(tokens).
  func areInPlace(
    _ before: [Mention], _ after: [Mention], _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    guard before.count == after.count else { return false }
    // `a Saudi`, `an Iranian`
    func areSame(_ mine: Range<Int>, _ theirs: Range<Int>) -> Bool {
      mine.count == theirs.count
        && zip(mine, theirs).allSatisfy {
          old.number($0) == new.number($1) || old.has($0, .article) && new.has($1, .article)
        }
    }
    var (place, placeNow) = (sentences.old.lowerBound, sentences.new.lowerBound)
    for (a, b) in zip(before, after) {
      guard place <= a.range.lowerBound, placeNow <= b.range.lowerBound,
        areSame(place..<a.range.lowerBound, placeNow..<b.range.lowerBound)
      else { return false }
      (place, placeNow) = (a.range.upperBound, b.range.upperBound)
    }
    return place <= sentences.old.upperBound && placeNow <= sentences.new.upperBound
      && areSame(place..<sentences.old.upperBound, placeNow..<sentences.new.upperBound)
  }

  /// Whether the words between each two of some names tell the one from the other.
  func areToldApart(_ names: [Mention]) -> Bool {
    zip(names, names.dropFirst()).allSatisfy { tells($0.range, $1.range) }
  }

  /// Whether the words between two names tell the one from the other.
  private func tells(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.upperBound <= second.lowerBound else { return false }
    let between = first.upperBound..<second.lowerBound
    let words = between.filter { old.isWord($0) }
    return !isTrueOfBoth(between)
      && (words.count > 1 || between.contains(where: old.isContent)
        || between.count == 1 && standOtherwise(first.lowerBound - 1, between.lowerBound))
  }

  /// `from Leeds to York`, `for Oslo from Rome`, `left Leeds for York`: whether each of two names has a word of its own; but
  /// `Leeds and York`, `Leeds, York`.
  private func standOtherwise(_ before: Int, _ between: Int) -> Bool {
    let prepositions = pair.language.slips.prepositions
    return old.has(between, .rangeWord) && old.has(before, .rangeOpener)
      || before >= 0 && prepositions.contains(old.lower[between])
        && old.number(before) != old.number(between)
        && (prepositions.contains(old.lower[before])
          || old.isWord(before) && old.isContent(before) && !old.isCapitalised(before))
  }

  /// Whether what stands between two is so whichever is named first: it joins them, or compares them.
  private func isTrueOfBoth(_ between: Range<Int>) -> Bool {
    !between.contains(where: old.isContent) && between.contains { old.tokens[$0].kind == .mark }
      && between.count { old.isWord($0) } < 2
      || between.contains { position in
        old.has(position, .numberJoiner)
          || pair.language.naming.mutualWords.contains(old.lower[position])
      }
  }

  /// `The dog bit the postman` → `The postman bit the dog`: two nouns that changed places in a sentence which has the same words
  /// otherwise, with a verb between them.
  mutating func findExchangedNouns(_ sentences: PassageDiff.SentencePair) {
    guard sentences.old.count == sentences.new.count, sentences.hunks.count <= 4 else { return }
    let count = sentences.old.count
    let (start, startNow) = (sentences.old.lowerBound, sentences.new.lowerBound)
    func areSame(_ place: Int, _ placeNow: Int) -> Bool {
      old.lower[start + place] == new.lower[startNow + placeNow]
    }
    // What both begin and end with.
    guard let first = (0..<count).first(where: { !areSame($0, $0) }),
      let last = (0..<count).last(where: { !areSame($0, $0) })
    else { return }
    let lead = opening(before: first, in: sentences)
    for one in 1...ClaimFinder.longestNoun {
      for other in 1...ClaimFinder.longestNoun {
        guard lead + one < last + 1 - other, lead + other < last + 1 - one else { continue }
        let between = lead + one..<last + 1 - other
        guard (0..<one).allSatisfy({ areSame(lead + $0, last + 1 - one + $0) }),
          (0..<other).allSatisfy({ areSame(last + 1 - other + $0, lead + $0) }),
          between.allSatisfy({ areSame($0, $0 + other - one) })
        else { continue }
        let pairs = [
          (lead..<lead + one, lead..<lead + other),
          (last + 1 - other..<last + 1, last + 1 - one..<last + 1),
        ]
        addExchanged(
          pairs.map { (shifted($0, by: start), shifted($1, by: startNow)) },
          between: shifted(between, by: start))
        return
      }
    }
  }

  /// Tokens of the longest noun with its article.
  private static let longestNoun = 3

  private func shifted(_ range: Range<Int>, by offset: Int) -> Range<Int> {
    range.lowerBound + offset..<range.upperBound + offset
  }

  /// Where the noun begins, counted from its sentence, of which the first word that differs is one: with the article that
  /// both have before it.
  private func opening(before place: Int, in sentences: PassageDiff.SentencePair) -> Int {
    place > 0 && old.has(sentences.old.lowerBound + place - 1, .article) ? place - 1 : place
  }

  /// Tells that two nouns changed places, where they are nouns and what stands between them is not true of both.
  private mutating func addExchanged(
    _ pairs: [(Range<Int>, Range<Int>)], between: Range<Int>
  ) {
    // `the postman`, and `police` where the language says so without an article
    func noun(_ range: Range<Int>, _ reading: Reading) -> Range<Int>? {
      let words = reading.has(range.lowerBound, .article) ? range.dropFirst() : range
      guard let word = words.first, words.count == 1, reading.isWord(word), reading.isContent(word),
        words.count < range.count || reading.has(word, [.sourceBody, .roleHead])
      else { return nil }
      return word..<word + 1
    }
    let nouns = pairs.compactMap { mine, theirs in
      noun(mine, old).flatMap { before in noun(theirs, new).map { (before, $0) } }
    }
    guard nouns.count == pairs.count, between.contains(where: old.isContent),
      !isTrueOfBoth(between),
      nouns.allSatisfy({ !isCovered($0, inOld: true) && !isCovered($1, inOld: false) })
    else { return }
    for (before, after) in nouns {
      add(
        RawClaim(
          type: .entity, old: before, new: after,
          because: "the two changed places in the sentence"))
    }
  }

  /// `Ash, Birch and Cedar` → `Cedar, Ash and Birch`: a list of the same names in another order.
  func isReordered(_ before: [Mention], _ after: [Mention]) -> Bool {
    func names(_ mentions: [Mention]) -> [String] {
      mentions.compactMap { if case .word(let name) = $0.value { name } else { nil } }.sorted()
    }
    func isListed(_ mention: Mention, _ reading: Reading) -> Bool {
      [mention.range.lowerBound - 1, mention.range.upperBound].contains {
        reading.isMark($0, ",") || reading.has($0, .numberJoiner)
      }
    }
    return before.count >= 3 && before.count == after.count && names(before) == names(after)
      && before.allSatisfy { !isTouched($0.range, inOld: true) || isListed($0, old) }
      && after.allSatisfy { !isTouched($0.range, inOld: false) || isListed($0, new) }
  }

  /// `Marge and Len Dubicki` → `Len and Marge Dubicki`: two who are named together, in another order.
  func areOneCouple(_ before: [Mention], _ after: [Mention]) -> Bool {
    func words(_ mentions: [Mention], _ reading: Reading) -> [String]? {
      guard mentions.count == 2, mentions[0].range.upperBound + 1 == mentions[1].range.lowerBound,
        reading.has(mentions[0].range.upperBound, .numberJoiner)
      else { return nil }
      return mentions.flatMap { $0.range.map { reading.lower[$0] } }.sorted()
    }
    guard before.count == after.count else { return false }
    let apart = before.indices.filter { before[$0].value != after[$0].value }
    guard let couple = words(apart.map { before[$0] }, old), let first = apart.first,
      old.lower[before[first].range.upperBound - 1]
        != new.lower[after[first].range.upperBound - 1]
    else { return false }
    return couple == words(apart.map { after[$0] }, new)
  }
}
