import StoryLanguage

extension SourceReader {
  /// Words that a source can have at most.
  private static let longestSource = 14

  /// The end of a source that begins at `start`: a clause mark, a verb, or what tells when and where
  /// it was said (`on Monday`, `dans un communiqué`).
  func nounPhraseEnd(from start: Int, in sentence: Range<Int>) -> Int {
    var end = start
    var isNamed = false
    while end < sentence.upperBound, end < start + SourceReader.longestSource {
      if reading.tokens[end].kind == .mark, !isInsideName(end) { break }
      if end > start {
        if reading.has(end, [.saying, .modal, .be]) || isClauseWord(end) { break }
        if reading.has(end, .have), !reading.isCapitalised(end), isNamed { break }
        if isNamed, reading.has(end, .sourceEnd) || isDayWord(end) { break }
        // `gestern`, `ayer`: a day before or after the article (`el lunes`).
        if isNamed, reading.has(end, .article), isDayWord(end + 1) { break }
        if isNamed, reading.has(end, .sayingParticle), isClauseEnd(end + 1, in: sentence) { break }
        if isNamed, isAfterGermanNoun(end, from: start) { break }
      }
      isNamed = isNamed || reading.isContent(end) || reading.has(end, .pronoun)
      end += 1
    }
    return end
  }

  /// Where nouns have capitals, a word without one that belongs to no noun ends the phrase: `Angaben
  /// der Feuerwehr entstand …`.
  private func isAfterGermanNoun(_ position: Int, from start: Int) -> Bool {
    guard reading.language.code == "de", reading.isWord(position),
      !reading.isCapitalised(position)
    else { return false }
    // `nach Angaben der Feuerwehr eine undichte Leitung`: no genitive.
    if position > start, reading.isCapitalised(position - 1),
      ["ein", "eine", "einen"].contains(reading.lower[position])
    {
      return true
    }
    guard !reading.has(position, [.article, .roleJoiner]) else { return false }
    if reading.lower[position] == "von" || reading.lower[position] == "und" { return false }
    return
      !(position - 1 > start - 1 && reading.has(position - 1, [.article, .roleJoiner])
      || position - 1 >= start && !reading.isCapitalised(position - 1)
        && !reading.has(position - 1, .article))
  }

  func isDayWord(_ position: Int) -> Bool {
    guard position < reading.count else { return false }
    return reading.has(position, [.weekday, .dayPart, .relativeWeekday])
      || reading.match(reading.language.relativeDays, position, end: reading.count) != nil
  }

  /// A hyphen or a stop after an abbreviation parts no clause.
  func isInsideName(_ position: Int) -> Bool {
    if reading.isMark(position, "-") {
      return reading.isJoined(position) && reading.isJoined(position + 1)
    }
    if reading.isMark(position, "&") { return true }
    return reading.isMark(position, ".") && reading.has(position - 1, .abbreviation)
      && reading.isJoined(position)
  }

  func isClauseMark(_ position: Int) -> Bool {
    reading.tokens[position].kind == .mark && !isInsideName(position)
  }

  /// Whether a clause begins with the word: `that`, `qui`. An article that is also a relative pronoun
  /// is one only after a comma.
  func isClauseWord(_ position: Int) -> Bool {
    reading.has(position, .clause)
      && (!reading.has(position, .article) || reading.isMark(position - 1, ","))
  }

  func isClauseEnd(_ position: Int, in sentence: Range<Int>) -> Bool {
    position >= sentence.upperBound || isClauseMark(position)
  }

  func opensClause(_ position: Int, in sentence: Range<Int>) -> Bool {
    position == sentence.lowerBound || isClauseMark(position - 1)
  }

  func hasQuote(_ comma: Int, in sentence: Range<Int>) -> Bool {
    comma > sentence.lowerBound && reading.isMark(comma - 1, "\"")
      || reading.isMark(comma + 1, "\"")
  }

  /// `l'opposition` → `opposition`: the word without what is joined to it before a vowel.
  static func withoutElision(_ word: String, _ language: Language) -> String {
    guard language.code == "fr", let mark = word.firstIndex(of: "'"),
      word[..<mark].utf8.count <= 2
    else { return word }
    return String(word[word.index(after: mark)...])
  }
}

extension Reading {
  /// `l'AFP`: whether what is joined to a small word before a vowel has a capital.
  func isCapitalisedAfterElision(_ position: Int) -> Bool {
    guard language.code == "fr", lower[position].holds(UInt8(ascii: "'")) else {
      return false
    }
    let text = passage.text(of: position..<position + 1)
    guard let mark = text.firstIndex(where: { $0 == "'" || $0 == "’" }) else { return false }
    return text[text.index(after: mark)...].first?.isUppercase ?? false
  }
}
