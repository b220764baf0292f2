import StoryLanguage

/// Finds names of people, places and bodies, and how people are titled.
struct NameReader {
  let reading: Reading
  /// Whether a word stands somewhere in the story in lower case: then its capital at the beginning
  /// of a sentence says nothing.
  let isPlainWord: (Int) -> Bool
  /// Whether the other version shows that a word is a name.
  let isKnownName: (Int) -> Bool
  /// Whether both versions name somebody with a word inside a sentence.
  let isNameElsewhere: (Int) -> Bool
  /// Whether an edit falls on a word: of the others nobody asks whether they are names, and a
  /// dictionary need not be opened.
  let isEdited: (Int) -> Bool

  /// Words that say something in the longest sentence of which most may be names.
  private static let longestOfNames = 6

  /// Runs of capitalised words that name someone or something.
  func names(in range: Range<Int>) -> [Mention] {
    if reading.language.naming.nounsAreCapitalised { return namesAmongNouns(in: range) }
    // Where every word has a capital, a capital tells nothing. `MP` has it wherever it stands: where another word of the
    // headline has none, that one tells.
    var said = 0, capitalised = 0, acronyms = 0
    for position in range.dropFirst()
    where reading.isWord(position) && reading.isContent(position)
      && !reading.has(position, [.month, .weekday])
    {
      said += 1
      if reading.isCapitalised(position) { capitalised += 1 }
      if reading.isAllCapitals(position) { acronyms += 1 }
    }
    if reading.passage.isHeadline, capitalised < said {
      said -= acronyms
      capitalised -= acronyms
    }
    // `Police arrested Ann Orr and Bo Lee.`, with a stop, is no headline though most of its words are names.
    let isSentence =
      !reading.passage.isHeadline && said <= NameReader.longestOfNames
      && range.contains { position in
        !reading.isCapitalised(position) && reading.isContent(position)
          && reading.language.isPast(reading.lower[position])
      }
      && range.last.map { reading.isMark($0, ".") } ?? false
    if said >= 3, isSentence ? capitalised == said : capitalised * 5 >= said * 4 {
      return []
    }
    var result: [Mention] = []
    var position = range.lowerBound
    while position < range.upperBound {
      guard isNamePart(position, in: range) else {
        position += 1
        continue
      }
      let start = position
      var end = position + 1
      while end < range.upperBound {
        if isNamePart(end, in: range) {
          end += 1
        } else if end + 1 < range.upperBound, isConnector(end), isNamePart(end + 1, in: range) {
          end += 2
        } else if end + 2 < range.upperBound, isConnector(end), reading.has(end + 1, .article),
          isNamePart(end + 2, in: range)
        {
          end += 3
        } else if isArticleOfName(end, in: range) {
          end += 2
        } else {
          break
        }
      }
      result.append(
        Mention(
          kind: .entity, range: start..<end, core: start..<end,
          value: .word(key(start..<end))))
      position = end
    }
    return result
  }

  /// The words that tell a name apart: without honorifics, possessives and small words.
  func key(_ range: Range<Int>) -> String {
    nameWords(range).joined(separator: " ")
  }

  func nameWords(_ range: Range<Int>) -> [String] {
    range.compactMap { position in
      guard reading.isWord(position) || reading.tokens[position].kind == .number else { return nil }
      var word = reading.lower[position].withoutPossessive
      if word.utf8.last == UInt8(ascii: "'") { word.removeLast() }
      // `U.S.`, `US`
      if reading.isAllCapitals(position), word.utf8.count > 2, word.holds(UInt8(ascii: ".")) {
        word.removeAll { $0 == "." }
      }
      let isHonorific = reading.has(position, .honorific) && range.count > 1
      let isSmall = reading.isFunction(position) && !reading.isCapitalised(position)
      // A middle initial names nobody else.
      let isMiddle = isInitial(position) && range.count > 2
      return isHonorific || isSmall || isMiddle ? nil : word
    }
  }

  func isInitial(_ position: Int) -> Bool {
    reading.isWord(position) && reading.isCapitalised(position)
      && reading.isOnePoint(position)
  }

  private func isConnector(_ position: Int) -> Bool {
    if reading.tokens[position].kind != .mark {
      // None is longer than three letters.
      let word = reading.lower[position]
      return word.utf8.count <= 3 && NameReader.connectors.contains(word)
    }
    if reading.isMark(position, "-") || reading.isMark(position, "&") {
      return reading.isJoined(position) || reading.isMark(position, "&")
    }
    return reading.isMark(position, ".") && reading.isJoined(position)
      && (reading.has(position - 1, .abbreviation) || isInitial(position - 1))
  }

  /// `USS The Sullivans`: an article with a capital inside a name.
  private func isArticleOfName(_ position: Int, in range: Range<Int>) -> Bool {
    position + 1 < range.upperBound && reading.has(position, .article)
      && reading.isCapitalised(position) && isNamePart(position + 1, in: range)
  }

  /// `de`, `von`: small words inside names; and `of`.
  static let connectors: Set = [
    "of", "de", "del", "van", "von", "der", "den", "bin", "al", "el", "la", "du", "des", "y",
    "da", "das", "dos", "di", "ben", "ibn", "ter", "zu",
  ]
  /// `PCs`, `CEO`: capitals that name a kind of thing or a title.
  private func isCommonAcronym(_ position: Int) -> Bool {
    if reading.isAllCapitals(position),
      reading.has(position, .roleHead)
        // `Apple TV` is a name.
        || !reading.isCapitalised(position - 1)
          && reading.language.naming.thingAcronyms.contains(reading.lower[position])
    {
      return true
    }
    // `Texas` is told by its second letter.
    let lower = reading.lower[position].utf8
    guard lower.last == UInt8(ascii: "s") else { return false }
    let text = reading.passage.text(of: position..<position + 1)
    if text.utf8.count > 2, text.utf8.dropFirst().first.map({ $0 &- 97 < 26 }) == true {
      return false
    }
    return text.hasSuffix("s") && text.utf8.count > 2
      && text.dropLast().unicodeScalars.allSatisfy { $0.properties.isUppercase }
  }

  /// `(WARM'-beer)`: how a name is said, not a name.
  private func isSpokenOut(_ position: Int) -> Bool {
    reading.isAllCapitals(position) && reading.isMark(position - 1, "(")
      && (position + 1...position + 2).contains { reading.isMark($0, "-") }
  }

  /// Whether no dictionary has the word in lower case; in a headline one has to be there to tell.
  private func isUnknown(_ position: Int) -> Bool {
    let isWord = SpellChecker.shared.isWord(
      reading.lower[position], language: reading.language.code)
    return reading.passage.isHeadline ? isWord == false : isWord != true
  }

  /// `at Over Wick`: a preposition with a capital inside a sentence, before another capital.
  private func isPrepositionOfName(_ position: Int, in range: Range<Int>) -> Bool {
    isEdited(position) && position > range.lowerBound && reading.isWord(position - 1)
      && !reading.isCapitalised(position - 1)
      && reading.language.slips.prepositions.contains(reading.lower[position])
      && reading.isWord(position + 1) && reading.isCapitalised(position + 1)
      && reading.isContent(position + 1)
  }

  private func isNamePart(_ position: Int, in range: Range<Int>) -> Bool {
    guard reading.isWord(position), reading.isCapitalised(position) else { return false }
    if reading.has(position, [.month, .weekday, .am, .pm, .timeZone]) { return false }
    // `Today the crew …`
    if reading.match(reading.language.relativeDays, position, end: position + 1) != nil,
      !reading.isCapitalised(position - 1), !reading.isCapitalised(position + 1)
    {
      return false
    }
    if reading.isFunction(position), !reading.isAllCapitals(position),
      !isPrepositionOfName(position, in: range)
    {
      return false
    }
    if isCommonAcronym(position) || isSpokenOut(position) { return false }
    // `They're`, `It's`
    if reading.lower[position].holds(UInt8(ascii: "'")),
      let stem = reading.lower[position].split(separator: "'").first,
      stem.count < reading.lower[position].count,
      !reading.language.word(String(stem)).kind.isDisjoint(with: [.function, .pronoun])
    {
      return false
    }
    let opens =
      position == reading.passage.sentence(at: position).lowerBound
      || position > 0 && reading.tokens[position - 1].kind == .mark
        && (reading.isMark(position - 1, "\"") || reading.isMark(position - 1, ":")
          || reading.isMark(position - 1, "|")
          || reading.isMark(position - 1, "-") && !reading.isJoined(position))
    if opens, !reading.isCapitalised(position + 1) || !reading.isWord(position + 1) {
      if isKnownName(position) { return true }
      return isEdited(position) && !isPlainWord(position)
        && !reading.has(
          position, [.cardinal, .roleHead, .saying, .opener, .vague, .collective, .ordinal])
        && (isNameElsewhere(position) || isUnknown(position))
    }
    return true
  }
}
