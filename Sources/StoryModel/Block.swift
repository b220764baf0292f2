/// One headline, standfirst, paragraph, heading, list item, table row, caption or notice.
///
/// `text` is one line: it holds no line feed or carriage return, and neither begins nor ends with
/// white space. Positions in it are counted in Unicode code points.
public struct Block: Sendable, Hashable {
  /// What a block is in its story.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case headline, standfirst, byline, heading, paragraph, quote, listItem, tableRow, caption
    case notice
  }

  public let kind: Kind
  public let text: String

  /// A block of `kind`; line breaks in `text` become spaces and its ends are trimmed.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = Block.oneLine(text)
  }

  /// A block of `kind` whose text is known to be one line, without white space at its ends.
  package init(_ kind: Kind, ofOneLine text: String) {
    self.kind = kind
    self.text = text
  }

  /// `text` with each run of white space that holds a line break made one space, and its ends
  /// trimmed. O(bytes); a text that is one line already is returned as it is.
  static func oneLine(_ text: String) -> String {
    if isOneLine(text) { return text }
    let scalars = text.unicodeScalars
    var result = String.UnicodeScalarView()
    var gap: [Unicode.Scalar] = []
    for scalar in scalars {
      if scalar.properties.isWhitespace {
        gap.append(scalar)
        continue
      }
      if !result.isEmpty {
        if gap.contains(where: isLineBreak) {
          result.append(" ")
        } else {
          result.append(contentsOf: gap)
        }
      }
      gap.removeAll(keepingCapacity: true)
      result.append(scalar)
    }
    return String(result)
  }

  /// Whether nothing has to be done: no control characters, none of the rarer line breaks, and no
  /// white space at either end.
  private static func isOneLine(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return true
    }
    if isWhite(first) || isWhite(last) { return false }
    var text = text
    return text.withUTF8 { bytes in
      var index = bytes.endOfPlain(from: 0)
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x20 { return false }
        // U+0085, U+2028 and U+2029.
        if byte == 0xC2, bytes[index + 1] == 0x85 { return false }
        if byte == 0xE2, bytes[index + 1] == 0x80,
          bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9
        {
          return false
        }
        index = bytes.endOfPlain(from: index + 1)
      }
      return true
    }
  }

  private static func isWhite(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }

  static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
