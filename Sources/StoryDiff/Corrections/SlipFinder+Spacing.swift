import StoryLanguage

/// Capitals, and words written as one or as two.
extension SlipFinder {
  // MARK: Capitals

  /// A capital that was missing inside a sentence of which little else changed, or that a small word had
  /// for nothing. Other capitals that go are a house's style: `Pope`, `pope`.
  func capitals(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    if let slip = beginning(oldRange, newRange) { return slip }
    guard isAlone, oldRange.count == newRange.count, (1...3).contains(oldRange.count),
      !old.passage.isHeadline, !new.passage.isHeadline,
      zip(oldRange, newRange).allSatisfy({ old.lower[$0] == new.lower[$1] }),
      let i = oldRange.first, let j = newRange.first, old.isWord(i)
    else { return nil }
    // Capitals throughout, `COVID` or `Covid`, are a house's style.
    let isShouted =
      oldRange.contains { old.isAllCapitals($0) } || newRange.contains { new.isAllCapitals($0) }
    if isShouted { return nil }
    // `Macarthur` → `MacArthur`
    if oldRange.count == 1, hasCapitalWithin(old, i) || hasCapitalWithin(new, j) {
      return areCapitalsSpoilt(i, j)
        ? nil
        : Slip(
          kind: old.isCapitalised(i) || !new.isCapitalised(j) ? .name : .spelling, old: oldRange,
          new: newRange, because: "a name, spelt differently")
    }
    let opens = [(old, i), (new, j)].contains { reading, position in
      position == reading.passage.sentence(at: position).lowerBound
    }
    // `Prime Minister`, `prime minister`
    let isTitle = oldRange.contains { old.has($0, [.roleHead, .roleModifier]) }
    let isMended = zip(oldRange, newRange).allSatisfy { place, other in
      new.isCapitalised(other) || !old.isCapitalised(place) || old.isFunction(place)
    }
    // `How Does It Work`, `How does it work`: a heading.
    let isHeading =
      oldRange.contains { old.isFunction($0) && old.isCapitalised($0) }
      && old.isCapitalised(i - 1) && old.isCapitalised(oldRange.upperBound)
    // `internet`, `Internet`
    let isStyle = oldRange.allSatisfy {
      words.capitalStyles.contains(old.lower[$0])
        && (!old.isFunction($0) || old.isCapitalised($0 + 1))
    }
    if opens || isTitle || !isMended || isStyle || isHeading { return nil }
    return Slip(kind: .spelling, old: oldRange, new: newRange, because: "only a capital differs")
  }

  /// `eBay`, `MacArthur`
  func hasCapitalWithin(_ reading: Reading, _ position: Int) -> Bool {
    pair.vocabulary.text(reading.tokens[position].word).unicodeScalars.dropFirst().contains {
      $0.properties.isUppercase
    }
  }

  /// Whether a name has the wrong capitals in the newer version alone: a dictionary has it as it was, or the rest of the
  /// newer version.
  private func areCapitalsSpoilt(_ i: Int, _ j: Int) -> Bool {
    func isWord(_ reading: Reading, _ position: Int) -> Bool {
      let text = pair.vocabulary.text(reading.tokens[position].word)
      return SpellChecker.shared.isWord(text.withoutPossessive, language: pair.language.code)
        == true
    }
    let wasWord = isWord(old, i), isWordNow = isWord(new, j)
    if wasWord != isWordNow { return wasWord }
    let isElsewhere = pair.occurs(old.tokens[i].word, inOld: false)
    let wasElsewhere = pair.occurs(new.tokens[j].word, inOld: true)
    if isElsewhere != wasElsewhere { return isElsewhere }
    return hasCapitalWithin(old, i) && !hasCapitalWithin(new, j)
  }

  /// `Do you sing? or dance?` → `Do you sing? Or dance?`: a sentence without its capital.
  private func beginning(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard oldRange.count == 1, newRange.count == 1, let i = oldRange.first, let j = newRange.first,
      i > 1, j > 1, old.isWord(i), old.lower[i] == new.lower[j], !old.isCapitalised(i),
      new.isCapitalised(j), !old.isJoined(i), !old.isJoined(i + 1), old.lower[i].utf8.count > 1,
      old.lower[i - 1] == new.lower[j - 1],
      [".", "?", "!"].contains(old.lower[i - 1]), old.isWord(i - 2), old.isJoined(i - 1),
      !old.has(i - 2, [.abbreviation, .abbreviationThatMayEnd]), old.lower[i - 2].utf8.count > 1,
      // `"Why?" he asked`, `Yahoo! in May`: the sentence goes on.
      !old.has(i, .saying), !old.has(i + 1, .saying),
      !(old.isMark(i - 1, "!") && old.isCapitalised(i - 2))
    else { return nil }
    return Slip(
      kind: .spelling, old: oldRange, new: newRange, because: "a sentence begins with a capital")
  }

  // MARK: One word or two

  /// The same letters: `alot` → `a lot`, `8 lane` → `8-lane`, `SnakeLake` → `Snake Lake`.
  func spacing(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
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
      return isMended
        ? Slip(
          kind: isName ? .name : .spelling, old: wide.old, new: wide.new,
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
    if differsInWords, !wasWrong, small == 0 { return nil }
    if !differsInWords, !wasWrong, wide.new.count < wide.old.count, !isHyphenTooMany(wide.old) {
      return nil
    }
    return Slip(
      kind: !differsInWords
        ? .punctuation
        : areNames(before, after) ? .name : small == parts.count ? .grammar : .spelling,
      old: wide.old, new: wide.new,
      because: wasWrong && !isWrong
        ? "the old spelling is in no dictionary" : "only a hyphen or a space differs")
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
