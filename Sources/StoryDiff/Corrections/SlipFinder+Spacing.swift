import StoryLanguage

/// Words written as one or as two.
extension SlipFinder {
  /// The same letters: `alot` → `a lot`, `8 lane` → `8-lane`, `SnakeLake` → `Snake Lake`.
  func spacing(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    if let slip = ageGroup(oldRange, newRange) { return slip }
    if let isMended = isPartedShorter(oldRange, newRange) {
      return isMended
        ? Slip(
          kind: .spelling, old: oldRange, new: newRange,
          because: "it is written as \(newRange.count == 1 ? "one word" : "several words")") : nil
    }
    guard let wide = partedOtherwise(oldRange, newRange),
      // How a denial is written is a house's style: `cannot`, `can not`; but not `with out`.
      !wide.old.contains(where: old.isNegationWord) || !wide.new.contains(where: new.isNegationWord)
    else { return nil }
    let before = wide.old.filter { old.tokens[$0].kind != .mark }
    let after = wide.new.filter { new.tokens[$0].kind != .mark }
    if isMeasure(old, before) || isMeasure(new, after) { return nil }
    let wasWrong = before.contains { isMisspelt(old, $0) }
    let isWrong = after.contains { isMisspelt(new, $0) }
    if isWrong, !wasWrong { return nil }
    if let isMended = isPartedRightly(wide.old, wide.new) {
      let isName = (before.map { old.isCapitalised($0) } + after.map { new.isCapitalised($0) })
        .allSatisfy { $0 }
      // `in to` may be right elsewhere.
      let (reading, parts) = before.count > after.count ? (old, before) : (new, after)
      let isGrammar =
        parts.allSatisfy { words.prepositions.contains(reading.lower[$0]) }
        && words.partings[parts.map { reading.lower[$0] }.joined(separator: " ")]?.after.isEmpty
          == false
      return isMended
        ? Slip(
          kind: isName ? .name : isGrammar ? .grammar : .spelling, old: wide.old, new: wide.new,
          because: "it is written as \(after.count == 1 ? "one word" : "several words")") : nil
    }
    // `answer ingthat` → `answering that`
    if wide.old.count == wide.new.count {
      return wasWrong && !isWrong
        ? Slip(
          kind: .spelling, old: wide.old, new: wide.new, because: "a space stood in the wrong place"
        ) : nil
    }
    let differsInWords = before.count != after.count
    guard wasWrong && !isWrong || scope > .rewritten else { return nil }
    // `website`, `web site`: where both are words a house has its style, but not where a small word is one
    // of the parts: `in to`, `every day`.
    let parts = before.count > after.count ? before.map { (old, $0) } : after.map { (new, $0) }
    let small = parts.count { $0.0.isFunction($0.1) }
    // `Joyce Delacroix` → `Joyce De la Croix`
    if differsInWords, isJoinedName(old, wide.old), isJoinedName(new, wide.new),
      parts.contains(where: { NameReader.connectors.contains($0.0.lower[$0.1]) })
    {
      return Slip(kind: .name, old: wide.old, new: wide.new, because: "a name, spelt differently")
    }
    if differsInWords, !wasWrong, small == 0, !isPartedForNothing(wide.old, wide.new) { return nil }
    // `than100`: what is joined to a figure is no word.
    let hasFigure = wide.letters.contains(where: \.isNumber)
    if differsInWords, !wasWrong, small > 0, !hasFigure, !isInCompany(wide.old, wide.new) {
      return nil
    }
    if !differsInWords, !wasWrong, wide.new.count < wide.old.count, !isHyphenTooMany(wide.old) {
      return nil
    }
    return Slip(
      kind: !differsInWords
        ? .punctuation
        : areNames(before, after)
          ? .name : small == parts.count && !wasWrong ? .grammar : .spelling,
      old: wide.old, new: wide.new,
      because: wasWrong && !isWrong
        ? "the old spelling is in no dictionary" : "only a hyphen or a space differs")
  }

  /// `under 12s` → `under-12s`: those of an age.
  private func ageGroup(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard oldRange.isEmpty, newRange.count == 1, let j = newRange.first, j > 0, new.isMark(j, "-"),
      new.isJoined(j), new.isJoined(j + 1), j + 1 < new.count, new.isWord(j - 1),
      areNeighboursKept(oldRange, newRange), new.bound(j - 1..<j) != nil,
      new.lower[j + 1].utf8.first.map({ $0 &- 48 < 10 }) ?? false
    else { return nil }
    let isPlural = new.lower[j + 1].hasSuffix("s")
    guard isPlural || new.isJoined(j + 2) && j + 2 < new.count && new.lower[j + 2] == "s" else {
      return nil
    }
    let place = oldRange.lowerBound, last = isPlural ? 1 : 2
    return Slip(
      kind: .punctuation, old: place - 1..<place + last, new: j - 1..<j + last + 1,
      because: "only a hyphen or a space differs")
  }

  /// Whether words of which a small one is a part stand beside their neighbours more commonly as they are parted now, where
  /// that is known: `booked on line` → `online`.
  private func isInCompany(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
    let (parts, reading) = oldRange.count > newRange.count ? (oldRange, old) : (newRange, new)
    let text = parts.filter { reading.isWord($0) }.map { reading.lower[$0] }.joined(separator: " ")
    if words.partingStyles.contains(text) { return false }
    guard WordCompany.of(pair.language.code) != nil else { return true }
    // What stands beside the outer ones of the words alone.
    func beside(_ reading: Reading, _ range: Range<Int>) -> Int {
      let all = company(reading, range).reduce(0, +)
      guard range.count == 2 else { return all }
      return all - company(reading, range.lowerBound, range.lowerBound + 1)
    }
    // `under appreciated`: nobody puts the one beside the other.
    if parts.count == 2, company(reading, parts.lowerBound, parts.lowerBound + 1) == 0 {
      return newRange.count == 1
    }
    return beside(new, newRange) > beside(old, oldRange)
  }

  /// `super market` → `supermarket`: two words that nobody puts side by side, and one that everybody knows.
  private func isPartedForNothing(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
    guard isAlone, oldRange.count == 2, newRange.count == 1, let j = newRange.first,
      new.lower[j].utf8.count >= SlipFinder.longJoined, !new.isCapitalised(j),
      let words = WordCompany.of(pair.language.code),
      company(old, oldRange.lowerBound, oldRange.lowerBound + 1) == 0,
      SpellChecker.shared.isWord(new.lower[j], language: pair.language.code) == true
    else { return false }
    return words.commonness(new.lower[j]) > 0
      || pair.vocabulary.find(new.lower[j]).map { pair.occurs($0, inOld: true) } ?? false
  }

  /// From how many letters on two words that are one are hardly ever meant as two.
  private static let longJoined = 7

  /// `tender hooks` → `tenterhooks`: two words that nobody puts side by side, for one that sounds like them.
  func misheard(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard isAlone, oldRange.count == 2, newRange.count == 1, let i = oldRange.first,
      let j = newRange.first, old.isWord(i), old.isWord(i + 1), new.isWord(j),
      !old.isCapitalised(i), !old.isCapitalised(i + 1), !new.isCapitalised(j),
      !old.isFunction(i), !old.isFunction(i + 1), !new.isFunction(j),
      WordCompany.of(pair.language.code) != nil, company(old, i, i + 1) == 0
    else { return nil }
    let joined = old.lower[i] + old.lower[i + 1], code = pair.language.code
    guard joined.utf8.count > SlipFinder.longJoined, joined != new.lower[j],
      joined.utf8.first == new.lower[j].utf8.first,
      editDistance(joined, new.lower[j], limit: 2) <= 2,
      SpellChecker.shared.isWord(joined, language: code) == false,
      SpellChecker.shared.isWord(new.lower[j], language: code) == true
    else { return nil }
    return Slip(
      kind: .spelling, old: oldRange, new: newRange,
      because: "it is written as one word")
  }

  /// `StackOverflow` → `Stack Overflow`: whether words with capitals stand inside a sentence on both sides.
  private func areNames(_ before: [Int], _ after: [Int]) -> Bool {
    guard let i = before.first, let j = after.first, !isFirst(old, i), !isFirst(new, j),
      !old.passage.isHeadline
    else { return false }
    return before.allSatisfy { old.isCapitalised($0) && old.isContent($0) }
      && after.allSatisfy { new.isCapitalised($0) && new.isContent($0) }
  }

  /// `newly-built` → `newly built`, `24-hours` → `24 hours`; but not `well-known` → `well known`.
  private func isHyphenTooMany(_ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return false }
    // `will follow-up on it`: a verb and the word that goes with it.
    if old.has(range.lowerBound - 1, .baseFormTaker), words.particles.contains(old.lower[last]),
      !old.isContent(range.upperBound)
    {
      return true
    }
    // `three-to-five day` → `three- to five-day`
    return old.has(first, .rangeWord) && old.has(last, .cardinal)
      || words.adverbEndings.contains { old.lower[first].hasSuffix($0) }
      || old.tokens[first].kind == .number && looksPlural(old.lower[last])
  }

  /// Whether words with capitals, and small ones inside names, stand behind another word with a capital.
  private func isJoinedName(_ reading: Reading, _ range: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    return reading.isWord(before) && reading.isCapitalised(before) && reading.isContent(before)
      && range.allSatisfy {
        reading.isCapitalised($0) || NameReader.connectors.contains(reading.lower[$0])
      }
  }

  /// `10 km`, `10 h 45`: a figure and its unit, which a house writes as one or as two.
  private func isMeasure(_ reading: Reading, _ words: [Int]) -> Bool {
    words.contains { reading.tokens[$0].kind == .number }
      && words.allSatisfy { position in
        reading.tokens[position].kind == .number
          || reading.has(position, [.am, .pm, .hourMark])
          || reading.match(pair.language.units, position, end: position + 1) != nil
            && reading.lower[position].utf8.count <= 3
      }
  }

  /// Whether the ranges differ in hyphens and spaces between words alone, and in nothing else.
  func haveSameLetters(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
    partedOtherwise(oldRange, newRange)?.letters.contains(where: \.isLetter) ?? false
  }

  /// The ranges with the words that a hyphen joins, and their letters, where these are the same and are
  /// parted otherwise. `-5` and `5`, `two-thirds` and `two thirds` are for those who read
  /// figures.
  private func partedOtherwise(_ oldRange: Range<Int>, _ newRange: Range<Int>)
    -> (old: Range<Int>, new: Range<Int>, letters: String)?
  {
    // No word is parted in more than this.
    guard oldRange.count + newRange.count <= 6 else { return nil }
    let wide = whole(oldRange, newRange)
    let areSameWords =
      wide.old.count == wide.new.count
      && zip(wide.old, wide.new).allSatisfy { old.lower[$0] == new.lower[$1] }
    guard !areSameWords, let letters = letters(old, wide.old),
      letters == self.letters(new, wide.new),
      !isCounting(old, wide.old)
    else { return nil }
    return (wide.old, wide.new, letters)
  }

  /// Whether a range has a number word, a unit or the words for a hundredth: how these are written is
  /// a house's style.
  private func isCounting(_ reading: Reading, _ range: Range<Int>) -> Bool {
    let words = range.filter { reading.tokens[$0].kind != .mark }
    return words.allSatisfy { reading.has($0, [.cardinal, .fraction, .scale]) }
      || words.contains {
        reading.match(pair.language.percent, $0, end: range.upperBound) != nil
      }
  }

  /// The ranges with the words that a bare hyphen joins on either side.
  private func whole(_ oldRange: Range<Int>, _ newRange: Range<Int>)
    -> (old: Range<Int>, new: Range<Int>)
  {
    let isBare = { (reading: Reading, range: Range<Int>) in
      range.allSatisfy { reading.isMark($0, "-") }
    }
    guard isBare(old, oldRange), isBare(new, newRange), !oldRange.isEmpty || !newRange.isEmpty,
      oldRange.lowerBound > 0, newRange.lowerBound > 0, oldRange.upperBound < old.count,
      newRange.upperBound < new.count, old.isWord(oldRange.upperBound),
      old.isWord(oldRange.lowerBound - 1) || old.tokens[oldRange.lowerBound - 1].kind == .number,
      oldRange.allSatisfy({ old.isJoined($0) && old.isJoined($0 + 1) }),
      newRange.allSatisfy({ new.isJoined($0) && new.isJoined($0 + 1) })
    else { return (oldRange, newRange) }
    return (
      oldRange.lowerBound - 1..<oldRange.upperBound + 1,
      newRange.lowerBound - 1..<newRange.upperBound + 1
    )
  }

  /// The letters and digits of a range; nil where it has other marks than hyphens.
  private func letters(_ reading: Reading, _ range: Range<Int>) -> String? {
    var result = ""
    for position in range {
      if reading.isMark(position, "-") { continue }
      guard reading.tokens[position].kind != .mark else { return nil }
      let word = reading.lower[position]
      result += word.holds(UInt8(ascii: "-")) ? word.filter { $0 != "-" } : word
    }
    return result.isEmpty ? nil : result
  }
}
