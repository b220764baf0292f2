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
    if said.isEmpty || tellsKind(mention, reading, inOld: inOld)
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

  /// `Malcom Treharne` → `Malcolm Treharne`, elsewhere in the sentence: names of which the other version, in all its text,
  /// has no word but spelt otherwise.
  mutating func takeRespelt(_ names: inout Pairing) {
    for a in names.old where !isCovered(a.range, inOld: true) {
      let mine = reader(old, inOld: true).nameWords(a.range)
      let alike = names.new.compactMap { b -> (range: Range<Int>, was: String, now: String)? in
        let theirs = reader(new, inOld: false).nameWords(b.range)
        guard !isCovered(b.range, inOld: false),
          case .respelt(let words) = Naming.compare(
            mine, theirs, demonymEndings: pair.language.demonymEndings), words.count == 1
        else { return nil }
        return (b.range, mine[words[0].0], theirs[words[0].1])
      }
      guard alike.count == 1, !pair.hasName(alike[0].was, inOld: false),
        !pair.hasName(alike[0].now, inOld: true)
      else { continue }
      let (range, was, now) = alike[0]
      findings.names.append(
        RawName(old: word(was, in: a.range, old), new: word(now, in: range, new)))
      cover(a.range, range)
      names.old.removeAll { $0.range == a.range }
      names.new.removeAll { $0.range == range }
    }
  }

  /// `on the A38` → `The A30`: the only names of a sentence with letters and a figure of which the other version has no
  /// word, where the letters are the same.
  func numbered(_ names: Pairing) -> (Mention, Mention)? {
    func parts(_ mention: Mention, _ reading: Reading) -> String? {
      let word = reading.lower[mention.range.lowerBound].withoutPossessive
      let letters = word.filter { !$0.isASCII || !$0.isNumber }
      return mention.range.count == 1 && letters.utf8.count < word.utf8.count && !letters.isEmpty
        ? letters : nil
    }
    func unheard(_ mentions: [Mention], inOld: Bool) -> [Mention] {
      let reading = inOld ? old : new
      return mentions.filter { mention in
        parts(mention, reading) != nil && !isCovered(mention.range, inOld: inOld)
          && !pair.hasName(
            reading.lower[mention.range.lowerBound].withoutPossessive, inOld: !inOld)
      }
    }
    let gone = unheard(names.old, inOld: true), come = unheard(names.new, inOld: false)
    guard gone.count == 1, come.count == 1, parts(gone[0], old) == parts(come[0], new) else {
      return nil
    }
    return (gone[0], come[0])
  }

  /// `In Lorn the light went out.` → `The light went out in parts of Orme.`: the only places of a sentence that one
  /// version names and the other, in all its text, does not.
  func placesExchanged(_ names: Pairing, _ sentences: PassageDiff.SentencePair)
    -> (Mention, Mention)?
  {
    func unheard(_ mentions: [Mention], inOld: Bool) -> [Mention] {
      let reading = inOld ? old : new
      return mentions.filter { mention in
        mention.range.count == 1 && !isCovered(mention.range, inOld: inOld)
          && !reading.passage.isHeadline && !reading.isAllCapitals(mention.range.lowerBound)
          && !pair.hasName(
            reading.lower[mention.range.lowerBound].withoutPossessive, inOld: !inOld)
      }
    }
    func isPlace(_ mention: Mention, _ reading: Reading, _ sentence: Range<Int>) -> Bool {
      let before = mention.range.lowerBound - 1
      return before >= sentence.lowerBound
        && pair.language.slips.places.contains(reading.lower[before])
    }
    let gone = unheard(names.old, inOld: true), come = unheard(names.new, inOld: false)
    guard gone.count == 1, come.count == 1, let a = gone.first, let b = come.first,
      isPlace(a, old, sentences.old), isPlace(b, new, sentences.new)
    else { return nil }
    guard
      case .different = Naming.compare(
        [old.lower[a.range.lowerBound].withoutPossessive],
        [new.lower[b.range.lowerBound].withoutPossessive],
        demonymEndings: pair.language.demonymEndings)
    else { return nil }
    return (a, b)
  }

  /// `was bought by Lorn Mobility` → `Orme Mobility has bought`: the only names of a sentence that one version has and the other, in
  /// all its text, does not, where both end alike.
  func likeNamesExchanged(_ names: Pairing, _ sentences: PassageDiff.SentencePair)
    -> (Mention, Mention)?
  {
    func words(_ mention: Mention, inOld: Bool) -> [String] {
      reader(inOld ? old : new, inOld: inOld).nameWords(mention.range)
    }
    var found: [(Mention, Mention)] = []
    for a in names.old where !isCovered(a.range, inOld: true) {
      let mine = words(a, inOld: true)
      for b in names.new where !isCovered(b.range, inOld: false) {
        let theirs = words(b, inOld: false)
        guard areUnheard(mine, theirs),
          case .different = Naming.compare(
            mine, theirs, demonymEndings: pair.language.demonymEndings)
        else { continue }
        found.append((a, b))
      }
    }
    return found.count == 1 && tellTheSame(sentences) ? found[0] : nil
  }

  /// Whether two names end alike and the other version has no other word of either: `Lorn Mobility`, `Orme Mobility`.
  func areUnheard(_ mine: [String], _ theirs: [String]) -> Bool {
    mine.count > 1 && theirs.count > 1 && mine.last == theirs.last
      && !mine.dropLast().contains { pair.hasName($0, inOld: false) }
      && !theirs.dropLast().contains { pair.hasName($0, inOld: true) }
  }

  /// `Airbus A320`, `Airbus A321`; `A38`, `A30`: whether two names have the same words but for one with a figure, and the
  /// same letters beside that.
  func differInNumber(_ a: [String], _ b: [String]) -> Bool {
    guard a.count == b.count else { return false }
    let differing = a.indices.filter { a[$0] != b[$0] }
    guard differing.count == 1, let place = differing.first else { return false }
    func letters(_ word: String) -> String { word.filter { !$0.isASCII || !$0.isNumber } }
    let (left, right) = (letters(a[place]), letters(b[place]))
    return left == right && left.utf8.count < min(a[place].utf8.count, b[place].utf8.count)
      && !(a.count == 1 && left.isEmpty)
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
