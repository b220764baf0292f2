import StoryLanguage
import StoryModel

/// A passage with what the language knows of each of its words.
///
/// A class, since it is handed to every reader: a structure's many parts would be counted each time.
final class Reading {
  let passage: Passage
  let language: Language
  let capturedAt: Instant?
  /// Runs of tokens inside quotation marks.
  let quotes: [Range<Int>]
  let tokens: [Token]
  private let pair: AnalyzedPair
  /// At each token, the phrase of `Language.noticeSigns` that begins there: one read for a notice is asked
  /// for the same ones many times.
  private(set) lazy var noticeSigns = tokens.indices.map { position in
    match(language.noticeSigns, position, end: count) ?? (count: 0, payload: [])
  }

  /// Whether either version of the story has words of sports.
  private(set) lazy var isOfSport =
    language.dates.sportWords.count { word in
      pair.vocabulary.find(word).map {
        pair.occurs($0, inOld: true) || pair.occurs($0, inOld: false)
      } ?? false
    } >= 2

  init(_ passage: Passage, _ pair: AnalyzedPair, capturedAt: Instant?) {
    self.passage = passage
    self.capturedAt = capturedAt
    language = pair.language
    self.pair = pair
    tokens = passage.tokens
    quotes = Reading.quotes(passage, pair.tokenizer.marks)
  }

  /// Which tokens stand inside a tag or a template's braces, and say nothing to a reader.
  var isMarkup: [Bool] {
    var result = [Bool](repeating: false, count: count)
    guard passage.text.holds(UInt8(ascii: "<")) || passage.text.holds(UInt8(ascii: "{")) else {
      return result
    }
    var open: (at: Int, closing: String)?
    for position in tokens.indices where tokens[position].kind == .mark {
      if let (at, closing) = open, isMark(position, closing) {
        for inside in at...position { result[inside] = true }
        open = nil
      } else if isMark(position, "<"), position + 1 < count, !tokens[position + 1].spaceBefore {
        open = (position, ">")
      } else if isMark(position, "{"),
        ["{", "%", "#"].contains(where: { isMark(position + 1, $0) })
      {
        open = (position, "}")
      }
    }
    return result
  }

  var count: Int { tokens.count }

  /// The words in lower case, folded, and what they can be.
  var lower: LowerWords { LowerWords(tokens: tokens, pair: pair) }
  var words: WordsOfPassage { WordsOfPassage(tokens: tokens, pair: pair) }

  /// The number of a word in lower case: equal words have equal ones; -1 beyond the ends.
  func number(_ position: Int) -> Int32 {
    position >= 0 && position < count ? pair.vocabulary[tokens[position].word].lower : -1
  }

  /// What the phrases of a notice may be that are known by a word.
  func signs(_ position: Int) -> NoticeSigns {
    position >= 0 && position < count ? pair.known.signs(of: tokens[position].word) : []
  }

  func kind(_ position: Int) -> Language.WordKind {
    position >= 0 && position < count ? pair.known.kind(of: tokens[position].word) : []
  }

  func has(_ position: Int, _ kind: Language.WordKind) -> Bool {
    !self.kind(position).isDisjoint(with: kind)
  }

  func isWord(_ position: Int) -> Bool {
    position >= 0 && position < count && tokens[position].kind == .word
  }

  func isMark(_ position: Int, _ text: String) -> Bool {
    position >= 0 && position < count && tokens[position].kind == .mark && lower[position] == text
  }

  /// Whether a word, a figure or a mark stands at `position`, given in lower case.
  func reads(_ position: Int, _ text: String) -> Bool {
    position >= 0 && position < count && lower[position] == text
  }

  func isCapitalised(_ position: Int) -> Bool {
    position >= 0 && position < count && pair.vocabulary[tokens[position].word].isCapitalised
  }

  func isAllCapitals(_ position: Int) -> Bool {
    position >= 0 && position < count && pair.vocabulary[tokens[position].word].isAllCapitals
  }

  /// Whether the word is one code point.
  func isOnePoint(_ position: Int) -> Bool {
    let word = lower[position]
    return word.utf8.count <= 4 && word.unicodeScalars.count == 1
  }

  /// Whether the token touches the one before it.
  func isJoined(_ position: Int) -> Bool {
    position > 0 && position < count && !tokens[position].spaceBefore
  }

  /// Whether some words, by their numbers, stand side by side in a range.
  func holds(_ words: [Int32], in range: Range<Int>) -> Bool {
    guard !words.isEmpty, range.count >= words.count else { return false }
    return (range.lowerBound...range.upperBound - words.count).contains { start in
      words.indices.allSatisfy { number(start + $0) == words[$0] }
    }
  }

  /// Whether a figure stands in a path or a setting of markup: `src="/2013/12/a.jpg"`, `post=943`.
  func isInMarkup(_ position: Int) -> Bool {
    guard isJoined(position) else { return false }
    if isMark(position - 1, "=") { return true }
    return isMark(position - 1, "/")
      && !(isJoined(position - 1) && tokens[position - 2].kind == .number)
  }

  func isFunction(_ position: Int) -> Bool { has(position, [.function, .modal, .auxiliary]) }

  /// A word that says something: no mark, no function word.
  func isContent(_ position: Int) -> Bool {
    position >= 0 && position < count && tokens[position].kind != .mark && !isFunction(position)
  }

  /// What the spelling of a word shows by itself.
  func shape(_ position: Int) -> WordShapes.Shape {
    position >= 0 && position < count ? pair.shapes.of(number(position)) : []
  }

  /// Whether furniture may begin as the passage does (`NoticeReader`).
  var mayBeFurniture: Bool { NoticeReader.mayBeFurniture(tokens, pair) }

  /// Whether a phrase of one of some tables, by their bits, begins with the word at `position`.
  func opens(_ position: Int, _ tables: UInt32) -> Bool {
    position >= 0 && position < count
      && pair.known.begins(of: tokens[position].word) & tables != 0
  }

  /// The same by two words: whether a phrase may begin at `position`.
  @inline(__always)
  private func mayOpen(_ position: Int, _ tables: UInt32) -> Bool {
    position >= 0 && position < count
      && pair.known.begins(
        of: tokens[position].word, before: position + 1 < count ? tokens[position + 1].word : nil)
        & tables != 0
  }

  /// Most words open no phrase, which is told where it is asked.
  @inline(__always)
  func match<P>(_ table: PhraseTable<P>, _ position: Int, end: Int) -> (count: Int, payload: P)? {
    mayOpen(position, table.bit) ? phrase(table, position, end: end) : nil
  }

  @inline(never)
  private func phrase<P>(
    _ table: PhraseTable<P>, _ position: Int, end: Int
  ) -> (count: Int, payload: P)? {
    table.match(at: position, end: end) { words.place($0) }
  }

  /// A phrase of the table that ends just before `position`.
  func match<P>(_ table: PhraseTable<P>, endingAt position: Int, from floor: Int)
    -> (start: Int, payload: P)?
  {
    guard !table.isEmpty else { return nil }
    var start = max(floor, position - 4)
    while start < position {
      if let found = match(table, start, end: position), start + found.count == position {
        return (start, found.payload)
      }
      start += 1
    }
    return nil
  }

  /// What the words before a figure make of it, where all of them are `range`.
  func bound(_ range: Range<Int>) -> Language.BoundWord? {
    guard let found = match(language.bounds, range.lowerBound, end: range.upperBound),
      found.count == range.count, !found.payload.isOfTimes
    else { return nil }
    return found.payload
  }

  /// What the words that end before a figure make of it, and where they begin.
  func bound(endingAt position: Int, from floor: Int)
    -> (start: Int, payload: Language.BoundWord)?
  {
    guard let found = match(language.bounds, endingAt: position, from: floor),
      !found.payload.isOfTimes
    else { return nil }
    // `handed over 40 keys`
    // `edged up to 3.9%`
    if found.start > floor, position - found.start <= 2,
      language.boundSpoilers[lower[found.start]]?.contains(lower[found.start - 1]) == true
    {
      return nil
    }
    return found
  }

  /// Which of some phrases stands at `position`, given word by word, and how long it is.
  func length(of phrases: [[String]], at position: Int, end: Int) -> Int? {
    phrases.first { phrase in
      position >= 0 && position + phrase.count <= end
        && phrase.indices.allSatisfy { lower[position + $0] == phrase[$0] }
    }?.count
  }

  /// Whether a single word of denial stands at `position`: `not`.
  func isNegationWord(_ position: Int) -> Bool {
    match(language.negations, position, end: position + 1) != nil
  }

  /// Whether a word is one of a list, or begins with one that ends in an apostrophe.
  func begins(_ position: Int, withOneOf list: [String]) -> Bool {
    let word = lower[position]
    return list.contains { $0.hasSuffix("'") ? word.hasPrefix($0) : word == $0 }
  }

  /// Whether a denial begins at `position`, of one word or several, or as a word's ending: `isn't`.
  func isNegation(_ position: Int) -> Bool {
    match(language.negations, position, end: count) != nil
      || shape(position).contains(.denial)
  }

  /// The quoted run that holds a whole range, or the point before a token.
  func quote(around range: Range<Int>) -> Range<Int>? {
    quotes.first { quote in
      range.isEmpty
        ? quote.lowerBound <= range.lowerBound && range.lowerBound <= quote.upperBound
        : quote.lowerBound <= range.lowerBound && range.upperBound <= quote.upperBound
    }
  }

  /// Quotation marks open where they touch the word after them, and close elsewhere; `«` opens and
  /// `”` closes wherever it stands. One left open holds to the end, as in a quotation that runs over
  /// several paragraphs; one that closes what was not open belongs to the block before. A single mark
  /// closes no double one that is closed later on: `“the flippin’ boat”`.
  private static func quotes(_ passage: Passage, _ marks: Tokenizer.Marks) -> [Range<Int>] {
    let tokens = passage.tokens
    let places = tokens.indices.filter { tokens[$0].word == marks.quote }
    var result: [Range<Int>] = []
    var open: (start: Int, isSingle: Bool)?
    for (index, position) in places.enumerated() {
      let token = tokens[position]
      let glyph = passage.text(of: position..<position + 1)
      let touchesNext = position + 1 < tokens.count && !tokens[position + 1].spaceBefore
      let touchesLast = position > 0 && !token.spaceBefore
      if let (start, isSingle) = open {
        if isSingleQuote(glyph), !isSingle,
          places[(index + 1)...].contains(where: { place in
            !isSingleQuote(passage.text(of: place..<place + 1)) && !tokens[place].spaceBefore
          })
        {
          continue
        }
        if !touchesNext || touchesLast || glyph == "”" || glyph == "»" {
          if start < position { result.append(start..<position) }
          open = nil
        }
      } else if glyph == "«" || glyph == "„" || glyph == "“" && !touchesLast
        || touchesNext && !touchesLast && glyph != "”"
        || touchesNext && touchesLast && isOpener(tokens[position - 1], marks) && glyph != "”"
      {
        open = (position + 1, isSingleQuote(glyph))
      }
    }
    if let (start, _) = open, start < tokens.count { result.append(start..<tokens.count) }
    return result
  }

  private static func isSingleQuote(_ glyph: String) -> Bool {
    glyph == "'" || glyph == "’" || glyph == "‘" || glyph == "‚" || glyph == "‛"
  }

  /// A mark after which a quotation may begin without a space: a bracket, a dash.
  private static func isOpener(_ token: Token, _ marks: Tokenizer.Marks) -> Bool {
    token.word == marks.openBracket || token.word == marks.dash || token.word == marks.quote
  }
}

/// The words of a passage in lower case, each looked up when it is asked for.
struct LowerWords: RandomAccessCollection {
  let tokens: [Token]
  let pair: AnalyzedPair

  var startIndex: Int { 0 }
  var endIndex: Int { tokens.count }

  /// Nothing stands beyond either end: whoever looks there finds no word.
  @inline(__always)
  subscript(position: Int) -> String {
    guard position >= 0, position < tokens.count else { return "" }
    return pair.shapes.text(pair.vocabulary[tokens[position].word].lower)
  }

  /// Some words with spaces between them.
  func joined(_ range: Range<Int>) -> String {
    var text = ""
    for position in range {
      if position > range.lowerBound { text += " " }
      text += self[position]
    }
    return text
  }
}

/// What the language knows of the words of a passage, each looked up when it is asked for.
struct WordsOfPassage {
  let tokens: [Token]
  let pair: AnalyzedPair

  subscript(position: Int) -> Language.Word { pair.known[Int(tokens[position].word)] }

  /// The number that a word has in the language.
  func place(_ position: Int) -> Int32 { pair.known.place(of: tokens[position].word) }
}
