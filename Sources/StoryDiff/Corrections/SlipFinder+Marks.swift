import StoryLanguage

/// Marks, capitals, and words written as one or as two.
extension SlipFinder {
  /// Marks that part sentences and clauses.
  private static let stops: Set<String> = [",", ".", ";", ":", "?", "!"]

  func mark(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard oldRange.allSatisfy({ old.tokens[$0].kind == .mark }),
      newRange.allSatisfy({ new.tokens[$0].kind == .mark }), oldRange.count + newRange.count <= 3,
      areNeighboursKept(oldRange, newRange)
        || scope == .rewritten && oldRange.isEmpty
          && old.lower.indices.contains(oldRange.lowerBound - 1)
    else { return nil }
    if let slip = quotationMark(oldRange, newRange) ?? dash(oldRange, newRange) { return slip }
    func areStops(_ reading: Reading, _ range: Range<Int>) -> Bool {
      range.allSatisfy { SlipFinder.stops.contains(reading.lower[$0]) }
    }
    guard areStops(old, oldRange), areStops(new, newRange) else { return nil }
    if oldRange.isEmpty, let j = newRange.first { return missing(j, oldRange, newRange) }
    if newRange.isEmpty, let i = oldRange.first { return tooMany(i, oldRange, newRange) }
    guard scope == .sole, oldRange.count == 1, newRange.count == 1 else { return nil }
    // A comma for a stop joins two sentences or parts them: a matter of style, but before a quotation's end.
    let isBorder = [old.lower[oldRange.lowerBound], new.lower[newRange.lowerBound]].contains(".")
    if isBorder, !new.isMark(newRange.upperBound, "\"") { return nil }
    return withNeighbours(.punctuation, oldRange, newRange, "another mark belongs there")
  }

  private func missing(_ j: Int, _ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    // In a sentence that was written anew a semicolon is part of the new wording.
    if new.isMark(j, ";"), scope == .rewritten { return nil }
    if newRange.count == 1, new.isMark(j, ",") {
      // A comma before `and` is a house's style; one between a subject and its verb is a slip itself.
      if isSerial(new, j) || isVerbLike(new, j + 1) && !hasComma(new, before: j) { return nil }
      // Where the sentence was written anew, the comma may belong to what was put in.
      if scope == .rewritten, commas(new, before: j) != commas(old, before: oldRange.lowerBound) {
        return nil
      }
    }
    return withNeighbours(.punctuation, oldRange, newRange, "a mark was missing")
  }

  private func tooMany(_ i: Int, _ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    if old.isMark(i, ",") {
      // The second of two commas closes what the first one opened: it was right.
      if isVerbLike(old, i + 1) {
        return hasComma(old, before: i)
          ? nil : withNeighbours(.punctuation, oldRange, newRange, "a comma was one too many")
      }
      // Elsewhere a comma was too many only where nothing else was touched.
      if scope == .sole, !isSerial(old, i), !old.has(i + 1, .clause) {
        return withNeighbours(.punctuation, oldRange, newRange, "a comma was one too many")
      }
    }
    if scope == .sole, old.isMark(i, ";"), i + 1 == old.count {
      return withNeighbours(.punctuation, oldRange, newRange, "a mark was one too many")
    }
    let neighbours = [i - 1, i + 1].filter { old.tokens.indices.contains($0) }
    // A mark beside another one of its kind was one too many.
    guard neighbours.contains(where: { SlipFinder.stops.contains(old.lower[$0]) })
    else { return nil }
    return withNeighbours(.punctuation, oldRange, newRange, "a mark was one too many")
  }

  /// A dash that parted nothing.
  private func dash(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard scope == .sole, newRange.isEmpty, oldRange.allSatisfy({ old.isMark($0, "-") }),
      oldRange.lowerBound > old.passage.sentence(at: oldRange.lowerBound).lowerBound,
      oldRange.upperBound < old.count, !old.isJoined(oldRange.lowerBound)
    else { return nil }
    return withNeighbours(.punctuation, oldRange, newRange, "a dash was one too many")
  }

  /// `. A` → `, a`: a stop that cut a sentence in two.
  func sentenceBorder(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard scope == .sole, oldRange.count == 2, newRange.count == 2, let i = oldRange.first,
      let j = newRange.first, old.isMark(i, "."), new.isMark(j, ","),
      old.lower[i + 1] == new.lower[j + 1]
    else { return nil }
    return Slip(
      kind: .punctuation, old: oldRange, new: newRange, because: "another mark belongs there")
  }

  /// `Trump' lawyer` → `Trump's lawyer`: an apostrophe without its letter.
  func possessive(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard oldRange.count == 2, newRange.count == 1, let i = oldRange.first, let j = newRange.first,
      old.isWord(i), !old.lower[i].hasSuffix("s"), old.tokens[i + 1].kind == .mark,
      old.isJoined(i + 1),
      new.lower[j].withoutPossessive == old.lower[i]
    else { return nil }
    return Slip(
      kind: .punctuation, old: oldRange, new: newRange, because: "only the apostrophe differs")
  }

  /// A quotation mark that leaves none without its fellow.
  private func quotationMark(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    let quote = pair.tokenizer.marks.quote
    let isQuote =
      oldRange.allSatisfy { old.tokens[$0].word == quote }
      && newRange.allSatisfy { new.tokens[$0].word == quote }
    // `‘’ The Sun`: a pair around nothing.
    let isEmptyPair =
      newRange.isEmpty && oldRange.count == 2 && old.isJoined(oldRange.lowerBound + 1)
      && oldRange.allSatisfy { old.tokens[$0].kind == .mark && !old.isMark($0, "-") }
      && oldRange.allSatisfy { old.tokens[$0].word == quote || old.isMark($0, "'") }
    if isEmptyPair, scope == .sole {
      return withNeighbours(
        .punctuation, oldRange, newRange, "the quotation marks stood around nothing")
    }
    // `out` → `out."`: the stop was missing as well.
    let isWithStop =
      oldRange.isEmpty && newRange.contains { new.tokens[$0].word == quote }
      && newRange.count <= 3
      && newRange.allSatisfy {
        new.tokens[$0].word == quote || SlipFinder.stops.contains(new.lower[$0])
      }
    guard isQuote && oldRange.count + newRange.count == 1 || isWithStop else { return nil }
    func isOdd(_ reading: Reading) -> Bool {
      reading.tokens.count { $0.word == quote } % 2 == 1
    }
    guard isOdd(old), !isOdd(new) else { return nil }
    return withNeighbours(
      .punctuation, oldRange, newRange, "a quotation mark had no fellow")
  }

  private func isSerial(_ reading: Reading, _ comma: Int) -> Bool {
    reading.has(comma + 1, .numberJoiner)
      || comma + 1 < reading.count && words.serialWords.contains(reading.lower[comma + 1])
  }

  private func hasComma(_ reading: Reading, before position: Int) -> Bool {
    commas(reading, before: position) > 0
  }

  private func commas(_ reading: Reading, before position: Int) -> Int {
    guard reading.count > 0 else { return 0 }
    let sentence = reading.passage.sentence(at: min(position, reading.count - 1))
    return (min(sentence.lowerBound, position)..<position).count { reading.isMark($0, ",") }
  }

  /// A word that by its form or kind is most likely the sentence's verb.
  private func isVerbLike(_ reading: Reading, _ position: Int) -> Bool {
    reading.isWord(position)
      && (reading.has(position, [.be, .have, .modal, .auxiliary])
        || reading.isContent(position) && reading.lower[position].hasSuffix("ed"))
  }

  // MARK: Capitals

  /// A capital that did not belong, or was missing, inside a sentence of which little else changed.
  func capitals(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard scope == .sole, oldRange.count == newRange.count, (1...3).contains(oldRange.count),
      !old.passage.isHeadline, !new.passage.isHeadline,
      zip(oldRange, newRange).allSatisfy({ old.lower[$0] == new.lower[$1] }),
      let i = oldRange.first, let j = newRange.first, old.isWord(i)
    else { return nil }
    let opens = [(old, i), (new, j)].contains { reading, position in
      position == reading.passage.sentence(at: position).lowerBound
    }
    // Capitals throughout, `COVID` or `Covid`, are a house's style.
    let isShouted =
      oldRange.contains { old.isAllCapitals($0) } || newRange.contains { new.isAllCapitals($0) }
    // `Prime Minister`, `prime minister`
    let isTitle = oldRange.contains { old.has($0, [.roleHead, .roleModifier]) }
    if opens || isShouted || isTitle { return nil }
    return Slip(kind: .spelling, old: oldRange, new: newRange, because: "only a capital differs")
  }

  // MARK: One word or two

  /// `alot` → `a lot`, `8 lane` → `8-lane`, `SnakeLake` → `Snake Lake`: the same letters.
  func spacing(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard oldRange.count + newRange.count <= 6, let wide = partedOtherwise(oldRange, newRange),
      // How a denial is written is a house's style: `cannot`, `can not`.
      !wide.old.contains(where: old.isNegationWord), !wide.new.contains(where: new.isNegationWord)
    else { return nil }
    let before = wide.old.filter { old.tokens[$0].kind != .mark }
    let after = wide.new.filter { new.tokens[$0].kind != .mark }
    if isMeasure(old, before) || isMeasure(new, after) { return nil }
    let wasWrong = before.contains { isMisspelt(old, $0) }
    let isWrong = after.contains { isMisspelt(new, $0) }
    if isWrong, !wasWrong { return nil }
    let differsInWords = before.count != after.count
    guard wasWrong && !isWrong || scope > .rewritten else { return nil }
    return Slip(
      kind: differsInWords ? .spelling : .punctuation, old: wide.old, new: wide.new,
      because: wasWrong && !isWrong
        ? "the old spelling is in no dictionary" : "only a hyphen or a space differs")
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

  /// The ranges with the words that a hyphen joins, and their letters, where these are the same in
  /// another number of tokens. `-5` and `5`, `two-thirds` and `two thirds` are for those who read
  /// figures.
  private func partedOtherwise(_ oldRange: Range<Int>, _ newRange: Range<Int>)
    -> (old: Range<Int>, new: Range<Int>, letters: String)?
  {
    let wide = whole(oldRange, newRange)
    guard wide.old.count != wide.new.count, let letters = letters(old, wide.old),
      letters == self.letters(new, wide.new), !isCounting(old, wide.old)
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
      result += word.utf8.contains(UInt8(ascii: "-")) ? word.filter { $0 != "-" } : word
    }
    return result.isEmpty ? nil : result
  }
}
