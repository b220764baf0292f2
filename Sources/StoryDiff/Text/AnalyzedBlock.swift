import StoryLanguage
import StoryModel

/// What cuts the blocks of a pair into sentences.
final class SentenceCutter {
  let tokenizer: Tokenizer
  let language: Language

  init(_ tokenizer: Tokenizer, _ language: Language) {
    self.tokenizer = tokenizer
    self.language = language
  }

  func sentences(of tokens: [Token]) -> [Range<Int>] {
    tokenizer.sentences(of: tokens, in: language)
  }
}

/// A block cut into tokens and sentences.
final class AnalyzedBlock {
  let index: Int
  let kind: Block.Kind
  let text: String
  let tokens: [Token]
  /// Cut where they are asked for: of most blocks nobody does.
  private(set) lazy var sentences = cutter.sentences(of: tokens)
  /// Whether it may hold a notice, once that was asked (`NoticeFinder.mayHoldNotice`).
  var mayHoldNotice: Bool?
  /// The folded text as a number: equal blocks have equal ones, so far as 64 bits can tell.
  let fingerprint: UInt64
  private let cutter: SentenceCutter

  init(
    index: Int, kind: Block.Kind, text: String, tokens: [Token], fingerprint: UInt64,
    _ cutter: SentenceCutter
  ) {
    self.index = index
    self.kind = kind
    self.text = text
    self.tokens = tokens
    self.fingerprint = fingerprint
    self.cutter = cutter
  }

  /// A block that is typed as `other` is, which was cut already.
  init(index: Int, kind: Block.Kind, asTyped other: AnalyzedBlock) {
    self.index = index
    self.kind = kind
    text = other.text
    tokens = other.tokens
    fingerprint = other.fingerprint
    cutter = other.cutter
  }

  /// Whether this is a headline, and no line in brackets above a story without one, which may be a notice:
  /// `(Corrects the day in the second paragraph)`.
  var isHeadline: Bool {
    guard kind == .headline else { return false }
    let bytes = text.utf8
    return bytes.first != UInt8(ascii: "(")
      || !bytes.suffix(2).contains(UInt8(ascii: ")"))
  }

  /// Whether the two are one kind of block, and typed alike.
  func isTyped(as other: AnalyzedBlock) -> Bool {
    kind == other.kind && text.isSpelled(as: other.text)
  }

  /// Whether the two say the same when quotation marks, dashes, spaces and the like are folded.
  func equals(_ other: AnalyzedBlock, _ marks: Tokenizer.Marks) -> Bool {
    guard fingerprint == other.fingerprint, tokens.count == other.tokens.count else { return false }
    for position in tokens.indices {
      let mine = tokens[position], theirs = other.tokens[position]
      if mine.word != theirs.word { return false }
      if mine.spaceBefore != theirs.spaceBefore, position > 0,
        !AnalyzedBlock.isLoose(tokens, position, marks)
      {
        return false
      }
    }
    return true
  }

  /// Whether a space before this token is only a matter of typing: beside a dash or a quote.
  static func isLoose(_ tokens: [Token], _ position: Int, _ marks: Tokenizer.Marks) -> Bool {
    func isLooseMark(_ token: Token) -> Bool {
      token.word == marks.dash || token.word == marks.quote || token.word == marks.ellipsis
    }
    return isLooseMark(tokens[position]) || (position > 0 && isLooseMark(tokens[position - 1]))
  }
}
