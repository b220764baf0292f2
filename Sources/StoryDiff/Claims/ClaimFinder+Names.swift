import StoryLanguage

/// Who and what is named.
extension ClaimFinder {
  func reader(
    _ reading: Reading, inOld: Bool, names: Set<String> = []
  ) -> NameReader {
    NameReader(
      reading: reading,
      isPlainWord: { [pair] position in
        let lower = pair.vocabulary[reading.tokens[position].word].lower
        return pair.occurs(lower, inOld: true) || pair.occurs(lower, inOld: false)
      },
      isKnownName: { names.contains(reading.lower[$0]) },
      isNameElsewhere: { [pair] position in
        pair.hasName(reading.lower[position], inOld: true)
          && pair.hasName(reading.lower[position], inOld: false)
      },
      isEdited: { [map = inOld ? diff.newOfOld : diff.oldOfNew] in map[$0] < 0 })
  }

  /// `the north gate` → `the east gate`: another side of the compass, and nothing else.
  private mutating func findDirections(_ sentences: PassageDiff.SentencePair) {
    let directions = pair.language.naming.directions
    for hunk in sentences.hunks where hunk.old.count == 1 && hunk.new.count == 1 {
      let (i, j) = (hunk.old.lowerBound, hunk.new.lowerBound)
      guard let side = directions[old.lower[i]], let other = directions[new.lower[j]],
        side != other, !isCovered(hunk.old, inOld: true), !isCovered(hunk.new, inOld: false),
        !old.isCapitalised(i + 1) || !old.isCapitalised(i)
      else { continue }
      add(
        RawClaim(
          type: .entity, old: hunk.old, new: hunk.new,
          because: "the two are different sides of the compass"))
    }
  }

  /// `the state harbour office` → `the federal harbour office`: the body of another government, and nothing else.
  private mutating func findGovernments(_ sentences: PassageDiff.SentencePair) {
    let governments = pair.language.naming.governments
    for hunk in sentences.hunks where hunk.old.count == 1 && hunk.new.count == 1 {
      let (i, j) = (hunk.old.lowerBound, hunk.new.lowerBound)
      guard let one = governments[old.lower[i]], let other = governments[new.lower[j]],
        one != other, !isCovered(hunk.old, inOld: true), !isCovered(hunk.new, inOld: false),
        !old.isCapitalised(i), !new.isCapitalised(j),
        [-1, 1].contains(where: { step in
          old.isWord(i + step) && old.isContent(i + step) && diff.newOfOld[i + step] == j + step
        })
      else { continue }
      add(
        RawClaim(
          type: .entity, old: hunk.old, new: hunk.new,
          because: "the two are of different governments"))
    }
  }

  /// Who and what is named.
  mutating func findNames(_ sentences: PassageDiff.SentencePair) {
    findDirections(sentences)
    findGovernments(sentences)
    findExchangedNouns(sentences)
    guard mayTouchName(sentences) else { return }
    let openers = exchangedOpeners(sentences)
    let oldReader = reader(old, inOld: true, names: openers)
    let newReader = reader(new, inOld: false, names: openers)
    let before = oldReader.names(in: sentences.old).filter { !isCovered($0.range, inOld: true) }
    let after = newReader.names(in: sentences.new).filter { !isCovered($0.range, inOld: false) }
    guard
      before.contains(where: { isTouched($0.range, inOld: true) })
        || after.contains(where: { isTouched($0.range, inOld: false) })
    else { return }
    if isReordered(before, after) || areOneCouple(before, after) { return }
    if let places = exchanged(before, after, sentences) {
      for place in places {
        add(
          RawClaim(
            type: .entity, old: before[place].range, new: after[place].range,
            oldMention: before[place], newMention: after[place],
            because: "the two changed places in the sentence"))
      }
      return
    }
    // Where each of two names stands in the place of the other, they were exchanged.
    let pairing = pairUp(
      before, after, sentences,
      areSame: {
        $0.value == $1.value
          && !(isReplaced($0, by: after, inOld: true, sentences)
            && isReplaced($1, by: before, inOld: false, sentences))
      })
    for (a, b) in pairing.pairs {
      let mine = oldReader.nameWords(a.range), theirs = newReader.nameWords(b.range)
      switch Naming.compare(mine, theirs, demonymEndings: pair.language.demonymEndings) {
      case .same: continue
      case .different
      where areAliases(mine, theirs) || mayBeOne(a, b, mine, theirs)
        || spellsOut(a.range, old, b.range, new)
        || spellsOut(b.range, new, a.range, old):
        continue
      case .respelt(let words):
        for (index, other) in words {
          findings.names.append(
            RawName(
              old: word(mine[index], in: a.range, old), new: word(theirs[other], in: b.range, new)))
        }
        cover(a.range, b.range)
      case .different where nameOneBody(mine, theirs) != nil:
        let place = nameOneBody(mine, theirs) ?? 0
        findings.names.append(
          RawName(
            old: word(mine[place], in: a.range, old), new: word(theirs[place], in: b.range, new)))
        cover(a.range, b.range)
      case .different where areOneElsewhere(mine, theirs):
        findings.names.append(
          RawName(old: word(mine[0], in: a.range, old), new: word(theirs[0], in: b.range, new)))
        cover(a.range, b.range)
      case .different:
        guard keepsMost(a, b, in: sentences) else { continue }
        let (old, new) = partThatDiffers(a, b)
        add(
          RawClaim(
            type: .entity, old: old.range, new: new.range, oldMention: old, newMention: new,
            because: "the two name someone or something else"))
      }
    }
    for mention in pairing.old where isNewName(mention, inOld: true, sentences) {
      add(
        RawClaim(
          type: .entity, old: mention.range, new: nil, oldMention: mention,
          because: "the name stands in one version only"))
    }
    for mention in pairing.new where isNewName(mention, inOld: false, sentences) {
      add(
        RawClaim(
          type: .entity, old: nil, new: mention.range, newMention: mention,
          because: "the name stands in one version only"))
    }
  }

  /// A quick look: whether a word with a capital was edited, or stands beside one that was.
  private func mayTouchName(_ sentences: PassageDiff.SentencePair) -> Bool {
    func isNear(_ side: Range<Int>, _ reading: Reading) -> Bool {
      !side.isEmpty
        && (side.lowerBound - 1..<side.upperBound + 1).contains { reading.isCapitalised($0) }
    }
    return sentences.hunks.contains { isNear($0.old, old) || isNear($0.new, new) }
  }

  /// Words from which on a run of names is told in parts.
  private static let longestName = 5

  /// `Ada Orr of Lorn's National University of Fishing` → `Ada Orr of Birchland's …`: of a run of several names
  /// the one that is another, between the small words and possessives that part them.
  private func partThatDiffers(_ a: Mention, _ b: Mention) -> (Mention, Mention) {
    guard min(a.range.count, b.range.count) > ClaimFinder.longestName else { return (a, b) }
    var (mine, theirs) = (a.range, b.range)
    while mine.count > 1, theirs.count > 1, diff.newOfOld[mine.lowerBound] == theirs.lowerBound {
      mine = mine.dropFirst()
      theirs = theirs.dropFirst()
    }
    while mine.count > 1, theirs.count > 1,
      diff.newOfOld[mine.upperBound - 1] == theirs.upperBound - 1
    {
      mine = mine.dropLast()
      theirs = theirs.dropLast()
    }
    func owns(_ reading: Reading, _ position: Int) -> Bool {
      reading.lower[position] != reading.lower[position].withoutPossessive
    }
    while mine.lowerBound > a.range.lowerBound, theirs.lowerBound > b.range.lowerBound,
      old.isCapitalised(mine.lowerBound - 1), !owns(old, mine.lowerBound - 1)
    {
      mine = mine.lowerBound - 1..<mine.upperBound
      theirs = theirs.lowerBound - 1..<theirs.upperBound
    }
    while mine.upperBound < a.range.upperBound, theirs.upperBound < b.range.upperBound,
      old.isCapitalised(mine.upperBound), !owns(old, mine.upperBound - 1)
    {
      mine = mine.lowerBound..<mine.upperBound + 1
      theirs = theirs.lowerBound..<theirs.upperBound + 1
    }
    var (old, new) = (a, b)
    old.range = mine
    new.range = theirs
    return (old, new)
  }

  /// Whether two names may well be one's: `Ada Orr` and `the American`, `the Lorn skipper` or `Ardle's Orr`; or the
  /// name is the same behind another word that opens the sentence (`Telling Ada Orr`, `Sentencing Ada Orr`).
  private func mayBeOne(_ a: Mention, _ b: Mention, _ mine: [String], _ theirs: [String]) -> Bool {
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
    // `The Crown's Orr`
    if isOwner(first, old) != isOwner(other, new) { return true }
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
  private func nameOneBody(_ mine: [String], _ theirs: [String]) -> Int? {
    guard mine.count >= 3, mine.count == theirs.count else { return nil }
    let differing = mine.indices.filter { mine[$0] != theirs[$0] }
    guard differing.count == 1, let place = differing.first,
      pair.language.naming.bodySynonyms[mine[place]]?.contains(theirs[place]) == true
    else { return nil }
    return place
  }

  /// `Ferdinand Oake` → `Fernando Oake`: given names that are alike, of which both versions have the one.
  private func areOneElsewhere(_ mine: [String], _ theirs: [String]) -> Bool {
    guard mine.count > 1, mine.count == theirs.count, mine.dropFirst() == theirs.dropFirst(),
      let a = mine.first, let b = theirs.first, min(a.utf8.count, b.utf8.count) >= 6,
      a.prefix(3) == b.prefix(3), editDistance(a, b, limit: 3) <= 3
    else { return false }
    func isIn(_ word: String, _ inOld: Bool) -> Bool { pair.hasName(word, inOld: inOld) }
    return isIn(b, true) && !isIn(a, false) || isIn(a, false) && !isIn(b, true)
  }

  /// Whether a name in capitals is the initials of the words from another's first on: `OPS` for
  /// `Office for Parliamentary Standards`.
  private func spellsOut(
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

  private func word(_ text: String, in range: Range<Int>, _ reading: Reading) -> Range<Int> {
    let position = range.first { reading.lower[$0].hasPrefix(text) } ?? range.lowerBound
    return position..<position + 1
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

  /// A name in a short phrase, of which the other version has no word.
  private func isNewName(
    _ mention: Mention, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    guard isPhrase(mention, inOld: inOld, sentences) || isUnnamed(mention, inOld: inOld, sentences)
    else { return false }
    let reading = inOld ? old : new
    let said = reader(reading, inOld: inOld).nameWords(mention.range)
    if said.isEmpty || spellsOutWhatFollows(mention, reading, inOld: inOld)
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
    if hasDotted { return false }
    if said.contains(where: { pair.hasName($0, inOld: !inOld) }) {
      return isAdjunct(mention, inOld: inOld, sentences)
        && !isNamed(said, inOld: !inOld, sentences)
    }
    // A lone word with a capital may be an adjective, or the first of a sentence.
    return said.count > 1 || mention.range.contains { reading.isAllCapitals($0) }
      || SpellChecker.shared.isWord(said[0], language: pair.language.code) == false
  }
}
