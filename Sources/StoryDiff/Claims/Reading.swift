import StoryLanguage
import StoryModel

/// A passage with what the language knows of each of its words.
struct Reading {
  let passage: Passage
  let language: Language
  let capturedAt: Instant?
  /// The words in lower case, folded, and what they can be.
  let lower: [String]
  let words: [Language.Word]
  /// Runs of tokens inside quotation marks.
  let quotes: [Range<Int>]
  private let capitalised: [Bool]
  private let allCapitals: [Bool]

  init(_ passage: Passage, _ pair: AnalyzedPair, capturedAt: Instant?) {
    self.passage = passage
    self.capturedAt = capturedAt
    language = pair.language
    let vocabulary = pair.vocabulary
    let lower = passage.tokens.map { vocabulary.text(vocabulary[$0.word].lower) }
    self.lower = lower
    words = passage.tokens.map { pair.known[Int($0.word)] }
    capitalised = passage.tokens.map { vocabulary[$0.word].isCapitalised }
    allCapitals = passage.tokens.map { vocabulary[$0.word].isAllCapitals }
    quotes = Reading.quotes(passage, pair.tokenizer.marks)
  }

  var tokens: [Token] { passage.tokens }
  var count: Int { tokens.count }

  func kind(_ position: Int) -> Language.WordKind {
    position >= 0 && position < count ? words[position].kind : []
  }

  func has(_ position: Int, _ kind: Language.WordKind) -> Bool {
    position >= 0 && position < count && !words[position].kind.isDisjoint(with: kind)
  }

  func isWord(_ position: Int) -> Bool {
    position >= 0 && position < count && tokens[position].kind == .word
  }

  func isMark(_ position: Int, _ text: String) -> Bool {
    position >= 0 && position < count && lower[position] == text
  }

  func isCapitalised(_ position: Int) -> Bool {
    position >= 0 && position < count && capitalised[position]
  }

  func isAllCapitals(_ position: Int) -> Bool {
    position >= 0 && position < count && allCapitals[position]
  }

  /// Whether the token touches the one before it.
  func isJoined(_ position: Int) -> Bool {
    position > 0 && position < count && !tokens[position].spaceBefore
  }

  func isFunction(_ position: Int) -> Bool { has(position, [.function, .modal, .auxiliary]) }

  /// A word that says something: no mark, no function word.
  func isContent(_ position: Int) -> Bool {
    position >= 0 && position < count && tokens[position].kind != .mark && !isFunction(position)
  }

  func match<P>(_ table: PhraseTable<P>, _ position: Int, end: Int) -> (count: Int, payload: P)? {
    guard position >= 0, position < count, words[position].begins & table.bit != 0 else {
      return nil
    }
    return table.match(at: position, end: end) { lower[$0] }
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

  /// The quoted run that holds a whole range, or the point before a token.
  func quote(around range: Range<Int>) -> Range<Int>? {
    quotes.first { quote in
      range.isEmpty
        ? quote.lowerBound < range.lowerBound && range.lowerBound < quote.upperBound
        : quote.lowerBound <= range.lowerBound && range.upperBound <= quote.upperBound
    }
  }

  /// Quotation marks open where they touch the word after them, and close elsewhere; `«` opens and
  /// `”` closes wherever it stands. One left open holds to the end, as in a quotation that runs over
  /// several paragraphs; one that closes what was not open belongs to the block before.
  private static func quotes(_ passage: Passage, _ marks: Tokenizer.Marks) -> [Range<Int>] {
    let tokens = passage.tokens
    var result: [Range<Int>] = []
    var open: Int?
    for (position, token) in tokens.enumerated() where token.word == marks.quote {
      let glyph = passage.text(of: position..<position + 1)
      let touchesNext = position + 1 < tokens.count && !tokens[position + 1].spaceBefore
      let touchesLast = position > 0 && !token.spaceBefore
      if let start = open {
        if !touchesNext || touchesLast || glyph == "”" || glyph == "»" {
          if start < position { result.append(start..<position) }
          open = nil
        }
      } else if glyph == "«" || glyph == "„" || glyph == "“" && !touchesLast
        || touchesNext && !touchesLast && glyph != "”"
        || touchesNext && touchesLast && isOpener(tokens[position - 1], marks) && glyph != "”"
      {
        open = position + 1
      }
    }
    if let start = open, start < tokens.count { result.append(start..<tokens.count) }
    return result
  }

  /// A mark after which a quotation may begin without a space: a bracket, a dash.
  private static func isOpener(_ token: Token, _ marks: Tokenizer.Marks) -> Bool {
    token.word == marks.openBracket || token.word == marks.dash || token.word == marks.quote
  }
}
