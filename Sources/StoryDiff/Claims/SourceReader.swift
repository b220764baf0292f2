import StoryLanguage

/// Finds who a statement is attributed to.
struct SourceReader {
  let reading: Reading

  /// An attribution: `according to the company`, `police said`, `said Erik Stromm`.
  struct Attribution {
    /// The phrase that names the source, verb and all, without the commas around it.
    let range: Range<Int>
    /// The source alone.
    let source: Range<Int>
    /// The verb of saying, or the phrase (`according to`) that introduces the source.
    let anchor: Range<Int>
  }

  func attributions(in sentence: Range<Int>) -> [Attribution] {
    var result: [Attribution] = []
    var position = sentence.lowerBound
    while position < sentence.upperBound {
      if let (count, _) = reading.match(
        reading.language.attributionPrefixes, position, end: sentence.upperBound)
      {
        let start = position + count
        let end = nounPhraseEnd(from: start, in: sentence)
        if end > start {
          result.append(
            Attribution(range: position..<end, source: start..<end, anchor: position..<start))
        }
        position = max(end, start)
      } else {
        let isVerb =
          reading.has(position, .saying)
          || reading.has(position, .reporting) && reading.has(position + 1, .clause)
        if isVerb, let found = subject(ofVerb: position, in: sentence) {
          result.append(found)
        }
        position += 1
      }
    }
    return result
  }

  /// The end of a source that begins at `start`: a clause mark, or a verb of saying.
  private func nounPhraseEnd(from start: Int, in sentence: Range<Int>) -> Int {
    var end = start
    while end < sentence.upperBound, end < start + 14 {
      if reading.tokens[end].kind == .mark, !isInsideName(end) { break }
      if end > start, reading.has(end, [.saying, .modal, .be]) { break }
      if end > start,
        reading.has(end, .clause)
      {
        break
      }
      end += 1
    }
    return end
  }

  /// A hyphen or a stop after an abbreviation parts no clause.
  private func isInsideName(_ position: Int) -> Bool {
    if reading.isMark(position, "-") {
      return reading.isJoined(position) && reading.isJoined(position + 1)
    }
    if reading.isMark(position, "&") { return true }
    return reading.isMark(position, ".") && reading.has(position - 1, .abbreviation)
      && reading.isJoined(position)
  }

  private func subject(ofVerb verb: Int, in sentence: Range<Int>) -> Attribution? {
    // Inverted, after a quotation or a comma: `…,” said captain Jonas Hale`.
    let before = verb - 1
    let isAfterClause =
      before >= sentence.lowerBound
      && (reading.isMark(before, ",") || reading.isMark(before, "\"")
        || reading.isMark(before, "?"))
    if isAfterClause, verb + 1 < sentence.upperBound, reading.isWord(verb + 1),
      !reading.has(verb + 1, [.modal, .be]), !reading.has(verb + 1, .clause)
    {
      let appositive = reading.isMark(before, ",") && !hasQuote(before, in: sentence)
      if !appositive {
        let end = nounPhraseEnd(from: verb + 1, in: sentence)
        if end > verb + 1 {
          return Attribution(
            range: verb..<end, source: verb + 1..<end, anchor: verb..<verb + 1)
        }
      }
    }
    // The subject stands before the verb, with or without an appositive between commas.
    var start = verb
    if reading.isMark(before, ","), before > sentence.lowerBound {
      // `Maria Delgado, the county’s emergency director, said`
      var comma = before - 1
      while comma > sentence.lowerBound, !isClauseMark(comma) { comma -= 1 }
      guard reading.isMark(comma, ","), comma > sentence.lowerBound else { return nil }
      start = comma
    }
    let stop = start
    while start > sentence.lowerBound, stop - start < 12, !isClauseMark(start - 1),
      !isClauseWord(start - 1)
    {
      start -= 1
    }
    guard start < stop, reading.isWord(start) || reading.tokens[start].kind == .number else {
      return nil
    }
    // `no reported losses`: no verb.
    if reading.isFunction(verb - 1), !reading.has(verb - 1, .pronoun) { return nil }
    // The source has to name or describe somebody.
    guard (start..<stop).contains(where: { reading.isContent($0) || reading.has($0, .pronoun) })
    else { return nil }
    let source = start..<(reading.isMark(before, ",") ? before : verb)
    return Attribution(range: start..<verb + 1, source: source, anchor: verb..<verb + 1)
  }

  private func isClauseWord(_ position: Int) -> Bool {
    ["that", "but", "and", "which", "who", "because", "as", "when", "while", "if", "where", "what"]
      .contains(
        reading.lower[position])
  }

  private func isClauseMark(_ position: Int) -> Bool {
    reading.tokens[position].kind == .mark && !isInsideName(position)
  }

  private func hasQuote(_ comma: Int, in sentence: Range<Int>) -> Bool {
    comma > sentence.lowerBound && reading.isMark(comma - 1, "\"")
      || reading.isMark(comma + 1, "\"")
  }
}
