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

  /// `Arsenal beat Chelsea` → `Chelsea beat Arsenal`: the places of two names that were exchanged, where the
  /// sentence has the same words otherwise and these tell the one from the other.
  func exchanged(
    _ before: [Mention], _ after: [Mention], _ sentences: PassageDiff.SentencePair
  ) -> [Int]? {
    guard before.count == after.count, sentences.old.count == sentences.new.count else {
      return nil
    }
    let places = before.indices.filter { before[$0].value != after[$0].value }
    guard places.count == 2, before[places[0]].value == after[places[1]].value,
      before[places[1]].value == after[places[0]].value
    else { return nil }
    let (first, second) = (before[places[0]].range, before[places[1]].range)
    let (firstNow, secondNow) = (after[places[0]].range, after[places[1]].range)
    let between = first.upperBound..<second.lowerBound
    // `a Saudi`, `an Iranian`
    func areSame(_ mine: Range<Int>, _ theirs: Range<Int>) -> Bool {
      mine.count == theirs.count
        && zip(mine, theirs).allSatisfy {
          old.lower[$0] == new.lower[$1] || old.has($0, .article) && new.has($1, .article)
        }
    }
    let isSameOtherwise =
      areSame(
        sentences.old.lowerBound..<first.lowerBound, sentences.new.lowerBound..<firstNow.lowerBound)
      && areSame(between, firstNow.upperBound..<secondNow.lowerBound)
      && areSame(
        second.upperBound..<sentences.old.upperBound,
        secondNow.upperBound..<sentences.new.upperBound)
    let areTold =
      between.contains(where: old.isContent)
      || between.count == 1 && standOtherwise(first.lowerBound - 1, between.lowerBound)
    return isSameOtherwise && areTold && !isTrueOfBoth(between) ? places : nil
  }

  /// `from Leeds to York`, `for Oslo from Rome`: whether each of two names has a preposition of its own; but `Leeds and York`,
  /// `Leeds, York`.
  private func standOtherwise(_ before: Int, _ between: Int) -> Bool {
    let prepositions = pair.language.slips.prepositions
    return old.has(between, .rangeWord) && old.has(before, .rangeOpener)
      || before >= 0 && prepositions.contains(old.lower[before])
        && prepositions.contains(old.lower[between]) && old.number(before) != old.number(between)
  }

  /// Whether what stands between two is so whichever is named first: it joins them, or compares them.
  private func isTrueOfBoth(_ between: Range<Int>) -> Bool {
    between.contains { position in
      old.tokens[position].kind == .mark || old.has(position, .numberJoiner)
        || pair.language.naming.mutualWords.contains(old.lower[position])
    }
  }

  /// `The dog bit the postman` → `The postman bit the dog`: two nouns that changed places in a sentence which has the same words
  /// otherwise, with a verb between them.
  mutating func findExchangedNouns(_ sentences: PassageDiff.SentencePair) {
    let shift = sentences.new.lowerBound - sentences.old.lowerBound
    guard sentences.old.count == sentences.new.count, sentences.hunks.count <= 4 else { return }
    let places = sentences.old.filter { old.lower[$0] != new.lower[$0 + shift] }
    guard places.count == 2, let i = places.first, let j = places.last, j > i + 1,
      old.lower[i] == new.lower[j + shift], old.lower[j] == new.lower[i + shift]
    else { return }
    func isNoun(_ position: Int, _ reading: Reading) -> Bool {
      reading.isWord(position) && reading.isContent(position) && reading.has(position - 1, .article)
    }
    let between = i + 1..<j
    guard isNoun(i, old), isNoun(j, old), isNoun(i + shift, new), isNoun(j + shift, new),
      !isTrueOfBoth(between),
      between.contains(where: old.isContent), !isCovered(i..<i + 1, inOld: true),
      !isCovered(j..<j + 1, inOld: true), !isCovered(i + shift..<i + shift + 1, inOld: false),
      !isCovered(j + shift..<j + shift + 1, inOld: false)
    else { return }
    for place in [i, j] {
      add(
        RawClaim(
          type: .entity, old: place..<place + 1, new: place + shift..<place + shift + 1,
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
