import StoryLanguage

/// The numbers and letters by which one of a kind is named: `Model 3`, `Group B`, `World War II`.
extension ClaimFinder {
  /// One such number or letter in the place of another, behind a word that both versions have. O(edits), and the
  /// figures of a sentence where there is one.
  mutating func findDesignators(_ sentences: PassageDiff.SentencePair) {
    for hunk in sentences.hunks where hunk.old.count == 1 && hunk.new.count == 1 {
      let i = hunk.old.lowerBound, j = hunk.new.lowerBound
      guard i > sentences.old.lowerBound, j > sentences.new.lowerBound,
        diff.newOfOld[i - 1] == j - 1, old.lower[i] != new.lower[j],
        !coveredOld[i], !coveredNew[j], !areOneNumber(i, j),
        isDesignated(i, in: sentences.old, old), isDesignated(j, in: sentences.new, new),
        // `Route 5 and Route 9`, in another order
        !new.holds([old.number(i - 1), old.number(i)], in: sentences.new),
        !old.holds([new.number(j - 1), new.number(j)], in: sentences.old)
      else { continue }
      add(
        RawClaim(
          type: .entity, old: i - 1..<i + 1, new: j - 1..<j + 1,
          because: "the two name another one of the kind"))
    }
  }

  /// `(D-Ohio)` → `(R-Ohio)`: of which party somebody is, a letter joined to a place behind a name.
  mutating func findParties(_ sentences: PassageDiff.SentencePair) {
    func isParty(_ position: Int, _ reading: Reading) -> Bool {
      reading.isOnePoint(position) && reading.isCapitalised(position)
        && (reading.isMark(position - 1, "(") || reading.isMark(position - 1, ","))
        && reading.isCapitalised(position - 2)
        && reading.isMark(position + 1, "-") && reading.isJoined(position + 1)
        && reading.isJoined(position + 2) && reading.isCapitalised(position + 2)
    }
    for hunk in sentences.hunks where hunk.old.count == 1 && hunk.new.count == 1 {
      guard let i = hunk.old.first, let j = hunk.new.first, isParty(i, old), isParty(j, new),
        !coveredOld[i], !coveredNew[j]
      else { continue }
      add(
        RawClaim(
          type: .role, old: hunk.old, new: hunk.new, because: "the title or description differs"))
    }
  }

  /// `World War II`, `World War Two`
  private func areOneNumber(_ i: Int, _ j: Int) -> Bool {
    func value(_ reading: Reading, _ position: Int) -> Double? {
      let word = reading.lower[position]
      if reading.has(position, .cardinal) { return reading.words[position].cardinal }
      return Naming.roman(word) ?? Double(word)
    }
    guard let mine = value(old, i), let theirs = value(new, j) else { return false }
    return mine == theirs
  }

  /// Whether a word is a number behind a name, or a capital letter or Roman numeral behind any noun, and no figure.
  private func isDesignated(
    _ position: Int, in sentence: Range<Int>, _ reading: Reading
  ) -> Bool {
    let before = position - 1
    guard reading.isWord(before), reading.isContent(before), !reading.isMonth(before),
      !reading.has(before, [.weekday, .cardinal, .honorific])
    else { return false }
    if reading.tokens[position].kind == .number {
      guard reading.isCapitalised(before), !pair.language.naming.nounsAreCapitalised,
        reading.lower[position].utf8.allSatisfy({ (48...57).contains($0) })
      else { return false }
      let figures = FigureReader(reading: reading).mentions(in: sentence, apartFrom: [])
      if figures.contains(where: { $0.range.contains(position) }) { return false }
      // `Dunn got 412 votes and Carter 399`: where figures are told of several, only what is known to have numbers.
      return pair.language.numberedNames.contains(reading.lower[before])
        || figures.allSatisfy { $0.isOrdinal || $0.range.lowerBound > position && $0.unit != nil }
    }
    let word = reading.lower[position]
    let isMark =
      word.utf8.count == 1
      ? reading.isCapitalised(position) : reading.isAllCapitals(position) && Naming.isRoman(word)
    return isMark
      // `Ada M Orr`, `Ada M. Orr`
      && !(reading.isCapitalised(before)
        && (reading.isCapitalised(position + 1)
          || reading.isMark(position + 1, ".") && reading.isCapitalised(position + 2)))
  }
}
