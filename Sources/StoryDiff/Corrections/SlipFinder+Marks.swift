import StoryLanguage

/// Marks, capitals, and words written as one or as two.
extension SlipFinder {
  /// Marks that part sentences and clauses.
  private static let stops: Set<String> = [",", ".", ";", ":", "?", "!"]

  func mark(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard oldRange.allSatisfy({ old.tokens[$0].kind == .mark }),
      newRange.allSatisfy({ new.tokens[$0].kind == .mark }), oldRange.count + newRange.count <= 2,
      areNeighboursKept(oldRange, newRange)
        || scope == .rewritten && oldRange.isEmpty
          && old.lower.indices.contains(oldRange.lowerBound - 1)
    else { return nil }
    if let slip = quotationMark(oldRange, newRange) { return slip }
    func areStops(_ reading: Reading, _ range: Range<Int>) -> Bool {
      range.allSatisfy { SlipFinder.stops.contains(reading.lower[$0]) }
    }
    guard areStops(old, oldRange), areStops(new, newRange) else { return nil }
    if oldRange.isEmpty, let j = newRange.first { return missing(j, oldRange, newRange) }
    if newRange.isEmpty, let i = oldRange.first { return tooMany(i, oldRange, newRange) }
    guard scope == .sole, oldRange.count == 1, newRange.count == 1 else { return nil }
    return withNeighbours(.punctuation, oldRange, newRange, "another mark belongs there")
  }

  private func missing(_ j: Int, _ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    if newRange.count == 1, new.isMark(j, ",") {
      // A comma before `and` is a house's style; one between a subject and its verb is a slip itself.
      if isSerial(new, j) || isVerbLike(new, j + 1) && !hasComma(new, before: j) { return nil }
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
      // Elsewhere a comma may go only where nothing but marks and small words was touched.
      if scope > .rewritten, !isSerial(old, i), !hasComma(old, before: i) {
        return withNeighbours(.punctuation, oldRange, newRange, "a comma was one too many")
      }
    }
    let neighbours = [i - 1, i + 1].filter { old.tokens.indices.contains($0) }
    // A mark beside another one of its kind was one too many.
    guard neighbours.contains(where: { SlipFinder.stops.contains(old.lower[$0]) })
    else { return nil }
    return withNeighbours(.punctuation, oldRange, newRange, "a mark was one too many")
  }

  /// A quotation mark that leaves none without its fellow.
  private func quotationMark(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    let quote = pair.tokenizer.marks.quote
    let isQuote =
      oldRange.allSatisfy { old.tokens[$0].word == quote }
      && newRange.allSatisfy { new.tokens[$0].word == quote }
    guard isQuote, oldRange.count + newRange.count == 1 else { return nil }
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
    let sentence = reading.passage.sentence(at: position)
    return (sentence.lowerBound..<position).contains { reading.isMark($0, ",") }
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
    guard scope > .rewritten, oldRange.count == newRange.count, (1...3).contains(oldRange.count),
      !old.passage.isHeadline, !new.passage.isHeadline,
      zip(oldRange, newRange).allSatisfy({ old.lower[$0] == new.lower[$1] }),
      let i = oldRange.first, let j = newRange.first, old.isWord(i)
    else { return nil }
    let opens = [(old, i), (new, j)].contains { reading, position in
      position == reading.passage.sentence(at: position).lowerBound
    }
    if opens || oldRange.contains(where: { old.isAllCapitals($0) && old.lower[$0].utf8.count > 4 })
    {
      return nil
    }
    return Slip(kind: .spelling, old: oldRange, new: newRange, because: "only a capital differs")
  }

  // MARK: One word or two

  /// `alot` → `a lot`, `8 lane` → `8-lane`, `SnakeLake` → `Snake Lake`: the same letters.
  func spacing(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard oldRange.count + newRange.count <= 6,
      let wide = Optional(whole(oldRange, newRange)),
      letters(old, wide.old) == letters(new, wide.new),
      !wide.old.isEmpty, !wide.new.isEmpty
    else { return nil }
    let before = wide.old.filter { old.tokens[$0].kind != .mark }
    let after = wide.new.filter { new.tokens[$0].kind != .mark }
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
      result += reading.lower[position].filter { $0 != "-" }
    }
    return result.isEmpty ? nil : result
  }
}
