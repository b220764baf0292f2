import StoryLanguage

/// Names that stand in one version only.
extension ClaimFinder {
  /// `L'Ifremer` → `par l'Ifremer`, `d'Ifremer`: the other version has the name with another small word joined to it.
  private func isElidedElsewhere(_ name: String, inOld: Bool) -> Bool {
    let bare = SourceReader.withoutElision(name, pair.language)
    guard pair.language.code == "fr", let first = bare.first, "aàâeéèêhiîoôuy".contains(first)
    else {
      return false
    }
    let other = (inOld ? new : old).lower
    return ["", "l'", "d'", "qu'"].contains { other.contains($0 + bare) }
  }

  /// A name in a short phrase, of which the other version has no word.
  func isNewName(
    _ mention: Mention, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    guard isPhrase(mention, inOld: inOld, sentences) || isUnnamed(mention, inOld: inOld, sentences)
    else { return false }
    let reading = inOld ? old : new
    let said = reader(reading, inOld: inOld).nameWords(mention.range)
    if said.isEmpty || isMisspeltOpener(mention, inOld: inOld, sentences)
      || tellsKind(mention, reading, inOld: inOld)
      || spellsOutWhatFollows(mention, reading, inOld: inOld)
      || areInitialsOfWhatStandsBefore(mention, reading)
      || isPlaceElsewhere(said, inOld: inOld, sentences)
    {
      return false
    }
    // `U.S. President` → `the US president`
    let hasDotted = said.contains { word in
      reading.isAllCapitals(mention.range.lowerBound) && word.utf8.count <= 4
        && [".", ""].contains {
          pair.hasName(word.map { String($0) }.joined(separator: ".") + $0, inOld: !inOld)
        }
    }
    if hasDotted || said.contains(where: { isElidedElsewhere($0, inOld: inOld) }) { return false }
    if said.contains(where: { pair.hasName($0, inOld: !inOld) }) {
      return isAdjunct(mention, inOld: inOld, sentences)
        && !isNamed(said, inOld: !inOld, sentences)
    }
    // A lone word with a capital may be an adjective, or the first of a sentence.
    return said.count > 1 || mention.range.contains { reading.isAllCapitals($0) }
      || SpellChecker.shared.isWord(said[0], language: pair.language.code) == false
  }

  /// `the fires` → `the Lorn fires`: whether a name only tells of what kind the noun behind it is.
  private func tellsKind(_ mention: Mention, _ reading: Reading, inOld: Bool) -> Bool {
    let map = inOld ? diff.newOfOld : diff.oldOfNew
    let before = mention.range.lowerBound - 1, next = mention.range.upperBound
    guard let last = mention.range.last, before >= 0, next < reading.count,
      pair.language.code == "en", reading.has(before, .article), map[before] >= 0,
      map[next] == map[before] + 1
    else { return false }
    return reading.lower[last] == reading.lower[last].withoutPossessive && reading.isWord(next)
      && reading.isContent(next) && !reading.isCapitalised(next)
  }

  /// `Teh lock shut` → `The lock shut`: the first word of a sentence, a letter away from the word in its place.
  private func isMisspeltOpener(
    _ mention: Mention, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    let (own, reading) = inOld ? (old, new) : (new, old)
    guard mention.range.count == 1, let hunk = sentences.hunks.first else { return false }
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    let opens = mention.range.lowerBound == (inOld ? sentences.old : sentences.new).lowerBound
    return opens && mine == mention.range && other.count == 1 && reading.isWord(other.lowerBound)
      && editDistance(own.lower[mine.lowerBound], reading.lower[other.lowerBound], limit: 1) <= 1
      && SpellChecker.shared.isWord(
        reading.lower[other.lowerBound], language: pair.language.code) == true
  }

  /// `in Beirut`: a preposition and a name, and nothing more, put into a sentence or taken out of it.
  private func isAdjunct(
    _ mention: Mention, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    let reading = inOld ? old : new
    let start = mention.range.lowerBound - 1
    guard start >= 0, pair.language.slips.places.contains(reading.lower[start]),
      let index = hunks(mention.range, inOld: inOld, sentences).first
    else { return false }
    let hunk = sentences.hunks[index]
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    return other.isEmpty
      && mine.filter { reading.tokens[$0].kind != .mark }
        == Array(start..<mention.range.upperBound).filter { reading.tokens[$0].kind != .mark }
  }

  /// `Coast Guard finds debris` → `debris field discovered`: a name of more than one word in whose place
  /// nobody is named, meant by a pronoun or described.
  private func isUnnamed(
    _ mention: Mention, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    let (own, map, reading) = inOld ? (old, diff.newOfOld, new) : (new, diff.oldOfNew, old)
    guard mention.range.count > 1, mention.range.allSatisfy({ map[$0] < 0 && own.isWord($0) }),
      let index = hunks(mention.range, inOld: inOld, sentences).first
    else { return false }
    let hunk = sentences.hunks[index]
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    let start = other.lowerBound == (inOld ? sentences.new : sentences.old).lowerBound ? 1 : 0
    let opens = mention.range.lowerBound == (inOld ? sentences.old : sentences.new).lowerBound
    return opens && max(mine.count, other.count) <= 8 && !other.isEmpty
      && !other.contains { reading.has($0, [.pronoun, .article, .roleHead]) }
      && !other.dropFirst(start).contains { reading.isCapitalised($0) }
  }

  /// Whether the other version's block has a word of the name.
  private func isNamed(_ words: [String], inOld: Bool, _ sentences: PassageDiff.SentencePair)
    -> Bool
  {
    let reading = inOld ? old : new
    return reading.lower.contains { words.contains($0.withoutPossessive) }
  }

  /// `RBI` → `Reserve Bank of India (RBI)`: whether the initials of a name follow it in brackets and stand in the
  /// other version.
  private func spellsOutWhatFollows(
    _ mention: Mention, _ reading: Reading, inOld: Bool
  ) -> Bool {
    let place = mention.range.upperBound + 1
    guard reading.isMark(place - 1, "("), reading.isMark(place + 1, ")"),
      spellsOut(place..<place + 1, reading, mention.range, reading)
    else { return false }
    return pair.hasName(reading.lower[place], inOld: !inOld)
      || (inOld ? new : old).lower.contains(reading.lower[place])
  }

  /// `the Reserve Bank of India` → `the Reserve Bank of India (RBI)`
  private func areInitialsOfWhatStandsBefore(_ mention: Mention, _ reading: Reading) -> Bool {
    let open = mention.range.lowerBound - 1
    guard mention.range.count == 1, reading.isMark(open, "("),
      reading.isMark(mention.range.upperBound, ")")
    else { return false }
    return (max(0, open - 10)..<max(0, open)).contains { start in
      reading.isCapitalised(start)
        && spellsOut(mention.range, reading, start..<start + 1, reading)
    }
  }

  /// `a Canadian-born writer` → `a writer born in Canada`
  private func isPlaceElsewhere(
    _ said: [String], inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    guard said.count == 1 else { return false }
    let (range, reading) = inOld ? (sentences.new, new) : (sentences.old, old)
    return range.contains { position in
      guard reading.isCapitalised(position), reading.isContent(position),
        case .same = Naming.compare(
          said, [reading.lower[position].withoutPossessive],
          demonymEndings: pair.language.demonymEndings)
      else { return false }
      return true
    }
  }
}
