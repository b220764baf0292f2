/// Cuts a block's text into tokens, folding what is only a matter of typing.
///
/// Folded are quotation marks, dashes, ellipses, spaces of any width, composition, soft hyphens and
/// zero-width and direction marks. Offsets are those of the text as it stands. O(bytes).
public struct Tokenizer: Sendable {
  /// Marks that stand for a family of marks.
  public struct Marks: Sendable {
    public let quote: Int32, dash: Int32, ellipsis: Int32
    public let comma: Int32, stop: Int32, colon: Int32, semicolon: Int32
    public let question: Int32, exclamation: Int32
    public let openBracket: Int32, closeBracket: Int32
    public let percent: Int32, dollar: Int32, pound: Int32, euro: Int32, yen: Int32
    public let slash: Int32

    init(_ vocabulary: inout Vocabulary) {
      quote = vocabulary.number(of: "\"")
      dash = vocabulary.number(of: "-")
      ellipsis = vocabulary.number(of: "...")
      comma = vocabulary.number(of: ",")
      stop = vocabulary.number(of: ".")
      colon = vocabulary.number(of: ":")
      semicolon = vocabulary.number(of: ";")
      question = vocabulary.number(of: "?")
      exclamation = vocabulary.number(of: "!")
      openBracket = vocabulary.number(of: "(")
      closeBracket = vocabulary.number(of: ")")
      percent = vocabulary.number(of: "%")
      dollar = vocabulary.number(of: "$")
      pound = vocabulary.number(of: "£")
      euro = vocabulary.number(of: "€")
      yen = vocabulary.number(of: "¥")
      slash = vocabulary.number(of: "/")
    }
  }

  public var vocabulary: Vocabulary
  public let marks: Marks
  /// Where tokens are put while a text is cut, so that a block's take the room that they need and no more.
  private var scratch: [Token] = []

  /// With a vocabulary of nothing but the marks.
  public init() {
    self = Tokenizer.blank
    vocabulary.reserveRoom()
  }

  private init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    marks = Marks(&self.vocabulary)
  }

  private static let blank = Tokenizer(Vocabulary())

  /// The tokens of `text`, and its sentences by the rules of `language`.
  public mutating func tokenize(_ text: String) -> [Token] {
    if let repaired = TextRepair.repair(text) {
      let tokens = scan(repaired.text)
      return tokens.map { repaired.map($0) }
    }
    return scan(text)
  }

  private mutating func scan(_ text: String) -> [Token] {
    var text = text
    return text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return [] }
      var scan = Scan(bytes: base, count: bytes.count)
      swap(&scan.tokens, &scratch)
      scan.tokens.removeAll(keepingCapacity: true)
      scan.run(&vocabulary, marks)
      let tokens = scan.tokens.withUnsafeBufferPointer { Array($0) }
      // The room of a text without blocks is not kept.
      if tokens.count <= 1 << 12 { swap(&scan.tokens, &scratch) }
      return tokens
    }
  }
}

/// What a code point is to the tokenizer.
enum ScalarClass {
  case letter, digit, space, ignorable, quote, apostrophe, dash, ellipsis, sign, mark, fraction

  /// The class of a code point of 0x80 and above.
  static func of(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return .space
    case 0xAD, 0x034F, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064,
      0x2066...0x206F, 0xFEFF:
      return .ignorable
    case 0x2018, 0x2019, 0x201A, 0x201B, 0x02BC, 0x2032: return .apostrophe
    case 0x201C...0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x2033, 0x300C...0x300F, 0xFF02: return .quote
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return .dash
    case 0x2026: return .ellipsis
    case 0xBC...0xBE, 0x2150...0x215E: return .fraction
    case 0xC0...0x24F: return value == 0xD7 || value == 0xF7 ? .mark : .letter
    case 0xAA, 0xB5, 0xBA: return .letter
    case 0x80...0xBF: return .mark
    case 0x250...0x2AF, 0x300...0x36F, 0x370...0x3FF, 0x400...0x52F: return .letter
    // Scripts written without spaces: Thai, Lao, Myanmar, Khmer, Kana, Han.
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return .sign
    default:
      guard let scalar = Unicode.Scalar(value) else { return .mark }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .letterNumber:
        return .letter
      case .decimalNumber: return .digit
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
      case .initialPunctuation, .finalPunctuation: return .quote
      case .dashPunctuation: return .dash
      default: return .mark
      }
    }
  }

  static func ofASCII(_ byte: UInt8) -> ScalarClass {
    switch byte {
    case 65...90, 97...122: .letter
    case 48...57: .digit
    case 9...13, 32: .space
    case 0...31, 127: .ignorable
    case UInt8(ascii: "\""): .quote
    case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
    case UInt8(ascii: "-"): .dash
    default: .mark
    }
  }
}
