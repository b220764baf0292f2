import StoryLanguage

/// Whether two names are of one thing.
extension ClaimFinder {
  /// Whether two names may well be one's: `Ada Orr` and `the American`, `the Lorn skipper` or `Ardle's Orr`; or the
  /// name is the same behind another word that opens the sentence (`Telling Ada Orr`, `Sentencing Ada Orr`).
  func mayBeOne(_ a: Mention, _ b: Mention, _ mine: [String], _ theirs: [String]) -> Bool {
    func isPerson(_ words: [String], _ mention: Mention, _ reading: Reading) -> Bool {
      words.count > 1 && !reading.has(mention.range.lowerBound - 1, .article)
        && !words.contains { pair.language.naming.demonyms.contains($0) }
    }
    /// `the American`, `the former US president`
    func describes(_ words: [String], _ mention: Mention, _ reading: Reading) -> Bool {
      words.count == 1
        && (reading.has(mention.range.lowerBound - 1, .article)
          && pair.language.naming.demonyms.contains(words[0])
          || isOfTitle(mention, reading))
    }
    /// A lower-case title follows: `the former US president`.
    func isOfTitle(_ mention: Mention, _ reading: Reading) -> Bool {
      let next = mention.range.upperBound
      return next < reading.count && reading.has(next, .roleHead) && !reading.isCapitalised(next)
    }
    if isPerson(mine, a, old) && describes(theirs, b, new) && !isOfTitle(a, old)
      || isPerson(theirs, b, new) && describes(mine, a, old) && !isOfTitle(b, new)
    {
      return true
    }
    func isOwner(_ position: Int, _ reading: Reading) -> Bool {
      reading.lower[position] != reading.lower[position].withoutPossessive
    }
    /// `Lornland's capital` → `Ardle`: what is somebody's, described by a noun that went with the name.
    func describesOwned(_ mention: Mention, _ reading: Reading, _ map: TokenMap) -> Bool {
      let noun = mention.range.upperBound
      return isOwner(noun - 1, reading) && reading.isWord(noun) && reading.isContent(noun)
        && !reading.isCapitalised(noun) && map[noun] < 0
    }
    let (ownerOld, ownerNew) = (a.range.upperBound - 1, b.range.upperBound - 1)
    if describesOwned(a, old, diff.newOfOld) && !isOwner(ownerNew, new)
      || describesOwned(b, new, diff.oldOfNew) && !isOwner(ownerOld, old)
    {
      return true
    }
    guard mine.count > 1, theirs.count > 1, mine.dropFirst() == theirs.dropFirst() else {
      return false
    }
    let (first, other) = (a.range.lowerBound, b.range.lowerBound)
    // `The Crown's Orr`; but `King's College London` is a name.
    let namesBody = mine.dropFirst().contains {
      pair.language.naming.bodyNouns.contains($0)
        || pair.language.word($0).kind.contains(.sourceBody)
    }
    if isOwner(first, old) != isOwner(other, new), !namesBody { return true }
    func opens(_ position: Int, _ reading: Reading) -> Bool {
      position == reading.passage.sentence(at: position).lowerBound
        // `Grace Orr` is a name: of a lone word behind it only a gerund is told from one.
        && (mine.count > 2
          || pair.language.denial.gerundEndings.contains { reading.lower[position].hasSuffix($0) })
        && SpellChecker.shared.isWord(reading.lower[position], language: pair.language.code) == true
    }
    return opens(first, old) && opens(other, new)
  }

  /// `River Safety Agency` → `River Safety Administration`: the one word in which two long names differ, where each is
  /// what such a body may be called by mistake.
  func nameOneBody(_ mine: [String], _ theirs: [String]) -> Int? {
    guard mine.count >= 3, mine.count == theirs.count else { return nil }
    let differing = mine.indices.filter { mine[$0] != theirs[$0] }
    guard differing.count == 1, let place = differing.first,
      pair.language.naming.bodySynonyms[mine[place]]?.contains(theirs[place]) == true
    else { return nil }
    return place
  }

  /// `Conductor Ada Ore` → `Ada Orr, its conductor`: the word that was spelt anew behind the title that one name has.
  func respeltBehindTitle(_ a: Mention, _ b: Mention) -> (Range<Int>, Range<Int>)? {
    func behindTitle(_ mention: Mention, _ reading: Reading) -> [Int]? {
      let words = mention.range.filter { reading.isWord($0) }
      guard let first = words.first, words.count == mention.range.count else { return nil }
      return reading.has(first, .roleHead) ? Array(words.dropFirst()) : words
    }
    guard let mine = behindTitle(a, old), let theirs = behindTitle(b, new), mine.count >= 2,
      mine.count == theirs.count, mine.count < a.range.count || theirs.count < b.range.count
    else { return nil }
    let apart = mine.indices.filter { old.lower[mine[$0]] != new.lower[theirs[$0]] }
    guard apart.count == 1, let place = apart.first,
      case .respelt = Naming.compare(
        mine.map { old.lower[$0] }, theirs.map { new.lower[$0] },
        demonymEndings: pair.language.demonymEndings)
    else { return nil }
    return (mine[place]..<mine[place] + 1, theirs[place]..<theirs[place] + 1)
  }

  /// `Ferdinand Oake` → `Fernando Oake`: given names that are alike, of which both versions have the one.
  func areOneElsewhere(_ mine: [String], _ theirs: [String]) -> Bool {
    guard mine.count > 1, mine.count == theirs.count, mine.dropFirst() == theirs.dropFirst(),
      let a = mine.first, let b = theirs.first, min(a.utf8.count, b.utf8.count) >= 6,
      a.prefix(3) == b.prefix(3), editDistance(a, b, limit: 3) <= 3
    else { return false }
    func isIn(_ word: String, _ inOld: Bool) -> Bool { pair.hasName(word, inOld: inOld) }
    return isIn(b, true) && !isIn(a, false) || isIn(a, false) && !isIn(b, true)
  }

  /// Whether the story itself says that two names are one person's or body's: their initials, or
  /// a sentence that joins them (`better known as`, `whose real name is`).
  func areAliases(_ a: [String], _ b: [String]) -> Bool {
    let aliases = pair.language.naming.aliases
    if let known = aliases[a.joined(separator: " ")],
      known == aliases[b.joined(separator: " ")]
    {
      return true
    }
    guard let a = a.last, let b = b.last else { return false }
    return pair.areAliases(a, b)
  }

  /// `the EIA` → `the IEA`: two sets of initials, of which each version has only the one.
  func areOtherInitials(_ a: Mention, _ b: Mention) -> Bool {
    guard a.range.count == 1, b.range.count == 1, let i = a.range.first, let j = b.range.first,
      old.isAllCapitals(i), new.isAllCapitals(j), old.lower[i].utf8.count == new.lower[j].utf8.count
    else { return false }
    return !pair.hasName(new.lower[j], inOld: true) && !pair.hasName(old.lower[i], inOld: false)
  }

  /// Whether a name in capitals is the initials of the words from another's first on: `OPS` for
  /// `Office for Parliamentary Standards`.
  func spellsOut(
    _ short: Range<Int>, _ shortReading: Reading, _ long: Range<Int>, _ longReading: Reading
  ) -> Bool {
    guard let initials = short.first, shortReading.isAllCapitals(initials) else { return false }
    let letters = shortReading.lower[initials].filter { $0 != "." }
    var rest = Substring(letters)
    var position = long.lowerBound
    while let letter = rest.first, position < longReading.count, position < long.lowerBound + 12 {
      if longReading.isCapitalised(position), longReading.lower[position].first == letter {
        rest = rest.dropFirst()
      } else if !longReading.isFunction(position) {
        return false
      }
      position += 1
    }
    return rest.isEmpty && letters.count >= 2
  }
}
