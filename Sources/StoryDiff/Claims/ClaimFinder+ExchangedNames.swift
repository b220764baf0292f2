import StoryLanguage

/// Names of which each version has one that the other has not.
extension ClaimFinder {
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
      guard reading.lower[mention.range.lowerBound].holdsNumber else { return nil }
      let word = reading.lower[mention.range.lowerBound].withoutPossessive
      let letters = word.filter { !$0.isASCII || !$0.isNumber }
      return mention.range.count == 1 && letters.utf8.count < word.utf8.count && !letters.isEmpty
        ? letters : nil
    }
    let gone = unheard(names, inOld: true) { parts($0, old) != nil }
    let come = unheard(names, inOld: false) { parts($0, new) != nil }
    guard gone.count == 1, come.count == 1, parts(gone[0], old) == parts(come[0], new) else {
      return nil
    }
    return (gone[0], come[0])
  }

  /// The names of one side, of some shape, whose first word the other version does not have.
  private func unheard(_ names: Pairing, inOld: Bool, where hasShape: (Mention) -> Bool)
    -> [Mention]
  {
    func word(_ mention: Mention, _ reading: Reading) -> String {
      reading.lower[mention.range.lowerBound].withoutPossessive
    }
    let (own, reading) = inOld ? (old, new) : (new, old)
    let others = (inOld ? names.new : names.old).map { word($0, reading) }[...]
    return (inOld ? names.old : names.new).filter { mention in
      hasShape(mention) && !isCovered(mention.range, inOld: inOld)
        && !isHeard(word(mention, own), besides: others, inOld: !inOld)
    }
  }

  /// `In Lorn the light went out.` → `The light went out in parts of Orme.`: the only places of a sentence that one
  /// version names and the other, in all its text, does not.
  func placesExchanged(_ names: Pairing, _ sentences: PassageDiff.SentencePair)
    -> (Mention, Mention)?
  {
    func mayBePlace(_ mention: Mention, _ reading: Reading) -> Bool {
      mention.range.count == 1 && !reading.passage.isHeadline
        && !reading.isAllCapitals(mention.range.lowerBound)
    }
    func isPlace(_ mention: Mention, _ reading: Reading, _ sentence: Range<Int>) -> Bool {
      let before = mention.range.lowerBound - 1
      return before >= sentence.lowerBound
        && pair.language.slips.places.contains(reading.lower[before])
    }
    let gone = unheard(names, inOld: true) { mayBePlace($0, old) }
    let come = unheard(names, inOld: false) { mayBePlace($0, new) }
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
    var found: [(Mention, Mention)] = []
    for a in names.old where !isCovered(a.range, inOld: true) {
      let mine = wordsWithNoun(a, inOld: true)
      for b in names.new where !isCovered(b.range, inOld: false) {
        let theirs = wordsWithNoun(b, inOld: false)
        guard mayBeExchanged(a, b, sentences),
          case .different = Naming.compare(
            mine, theirs, demonymEndings: pair.language.demonymEndings)
        else { continue }
        found.append((a, b))
      }
    }
    return found.count == 1 && tellTheSame(sentences) ? found[0] : nil
  }

  /// Whether one of two names may stand for the other: the same word governs both and neither is heard of in the other
  /// version, or they end alike or are told in full and no other word of theirs is.
  func mayBeExchanged(
    _ a: Mention, _ b: Mention, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    let mine = nameWords(a, inOld: true), theirs = nameWords(b, inOld: false)
    return areGovernedAlike(a, b, sentences) && areStrange(mine, theirs)
      || areUnheard(
        wordsWithNoun(a, inOld: true), wordsWithNoun(b, inOld: false),
        areInFull: mine.count > 1 && theirs.count > 1)
  }

  private func nameWords(_ mention: Mention, inOld: Bool) -> [String] {
    reader(inOld ? old : new, inOld: inOld).nameWords(mention.range)
  }

  /// The words of a name, and of one word with an article the noun that it tells apart from others: `the Lorn line`.
  private func wordsWithNoun(_ mention: Mention, inOld: Bool) -> [String] {
    let reading = inOld ? old : new
    let name = nameWords(mention, inOld: inOld)
    let next = mention.range.upperBound
    guard name.count == 1, reading.isWord(next), reading.isContent(next),
      reading.has(mention.range.lowerBound - 1, .article)
    else { return name }
    return name + [reading.lower[next]]
  }

  /// Whether two names of more than a word end alike, or each is told in full, and the other version has no other word of either:
  /// `Lorn Mobility`, `Orme Mobility`.
  ///
  /// `areInFull`: whether no noun was taken to tell the two apart.
  private func areUnheard(_ mine: [String], _ theirs: [String], areInFull: Bool) -> Bool {
    let isLastShared = mine.last == theirs.last
    let (was, now) = (mine.dropLast(isLastShared ? 1 : 0), theirs.dropLast(isLastShared ? 1 : 0))
    return mine.count > 1 && theirs.count > 1 && (isLastShared || areInFull)
      && !was.contains { isHeard($0, besides: now, inOld: false) }
      && !now.contains { isHeard($0, besides: was, inOld: true) }
  }

  /// Whether neither version has a word of the other's name.
  private func areStrange(_ mine: [String], _ theirs: [String]) -> Bool {
    !mine.contains { isHeard($0, besides: theirs[...], inOld: false) }
      && !theirs.contains { isHeard($0, besides: mine[...], inOld: true) }
  }

  /// Whether a version has a word of a name, but in a block with those of the name that became it, or that it became, as a
  /// notice is that tells of both. O(tokens) where it has it at all.
  private func isHeard(_ name: String, besides other: ArraySlice<String>, inOld: Bool) -> Bool {
    guard pair.hasName(name, inOld: inOld) else { return false }
    if (inOld ? old : new).lower.contains(where: { $0.withoutPossessive == name }) { return true }
    return (inOld ? pair.old : pair.new).contains { block in
      func has(_ name: String) -> Bool {
        block.tokens.contains { token in
          let form = pair.vocabulary[token.word]
          return form.isCapitalised && pair.shapes.text(form.lower).withoutPossessive == name
        }
      }
      return has(name) && !other.contains { has($0) }
    }
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
}
