/// A word, a figure, a mark, or one sign of a script that writes no spaces.
public struct Token: Sendable, Hashable {
  /// What a token is made of.
  public enum Kind: UInt8, Sendable {
    /// Letters, with the apostrophes and dots inside them: `county’s`, `p.m.`, `A320`.
    case word
    /// Digits with their separators: `1,498`, `1.2`, `6.30`.
    case number
    /// Any one other mark; dashes and ellipses are one mark whatever their length.
    case mark
    /// An address, whole.
    case address
  }

  public let kind: Kind
  /// Whether white space stands before it.
  public let spaceBefore: Bool
  /// The number of the folded text in the vocabulary.
  public let word: Int32
  /// The slice of the block's text, in UTF-8 bytes.
  public let byteStart: Int32, byteEnd: Int32
  /// The same slice in Unicode code points.
  public let start: Int32, end: Int32

  /// The same token in a text that has `bytes` and `points` more before it.
  public func shifted(bytes: Int32, points: Int32, spaceBefore: Bool) -> Token {
    Token(
      kind: kind, spaceBefore: spaceBefore, word: word, byteStart: byteStart + bytes,
      byteEnd: byteEnd + bytes, start: start + points, end: end + points)
  }
}

/// The tokens of one block and where its sentences begin and end.
public struct TokenizedText: Sendable {
  public var tokens: [Token]
  /// Ranges of token positions, in order, without gaps; each token is in exactly one.
  public var sentences: [Range<Int>]

  public init(tokens: [Token], sentences: [Range<Int>]) {
    self.tokens = tokens
    self.sentences = sentences
  }
}
