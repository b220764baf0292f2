import StoryLanguage

/// Finds what makes a statement more or less sure, and what denies it.
struct ModalityReader {
  let reading: Reading

  /// Hedges and modals, each with its level: `possible`, `likely`, `believed`, `alleged`,
  /// `intended`, `unlikely`, `certain`.
  func hedges(in range: Range<Int>) -> [Mention] {
    var result: [Mention] = []
    var position = range.lowerBound
    while position < range.upperBound {
      // `he'll`
      if reading.isWord(position),
        reading.language.contractedFutures.contains(where: { reading.lower[position].ends(in: $0) }
        )
      {
        result.append(
          Mention(
            kind: .certainty, range: position..<position + 1, core: position..<position + 1,
            value: .word("certain")))
        position += 1
        continue
      }
      guard
        let (count, level) = reading.match(
          reading.language.hedges, position, end: range.upperBound),
        !isMonth(position)
      else {
        position += 1
        continue
      }
      var start = position, stop = position + count
      if count > 1 || level == "believed" || level == "likely" || level == "unlikely" {
        while start > range.lowerBound, reading.has(start - 1, .be) { start -= 1 }
      }
      if level == "believed", stop < range.upperBound, reading.has(stop, [.have, .be]) {
        stop += 1
      }
      result.append(
        Mention(
          kind: .certainty, range: start..<stop, core: position..<position + count,
          value: .word(level)))
      position = stop
    }
    return result
  }

  /// A month or a name that is spelt like a modal.
  private func isMonth(_ position: Int) -> Bool {
    reading.has(position, .month) && reading.isCapitalised(position)
      && (position > 0 && !reading.isMark(position - 1, "\"")
        || position + 1 < reading.count && reading.tokens[position + 1].kind == .number)
  }

  /// Negations: words, phrases, and words that end in `n't`.
  func negations(in range: Range<Int>) -> [Mention] {
    var result: [Mention] = []
    var position = range.lowerBound
    while position < range.upperBound {
      if let (count, isStrong) = reading.match(
        reading.language.negations, position, end: range.upperBound)
      {
        if isStrong, !isNumberSign(position) {
          result.append(
            Mention(
              kind: .polarity, range: position..<position + count,
              core: position..<position + count, value: .word("not")))
        }
        position += count
      } else {
        if reading.isWord(position),
          reading.language.negativeSuffixes.contains(where: {
            reading.lower[position].ends(in: $0)
          })
        {
          result.append(
            Mention(
              kind: .polarity, range: position..<position + 1, core: position..<position + 1,
              value: .word("not")))
        }
        position += 1
      }
    }
    return result
  }

  /// `No. 4`, `no 10`.
  private func isNumberSign(_ position: Int) -> Bool {
    guard reading.has(position, .numberNoun) else { return false }
    let next = reading.isMark(position + 1, ".") ? position + 2 : position + 1
    return next < reading.count && reading.tokens[next].kind == .number
  }
}
