/// The name of a story in an archive: `example.org/summit`.
///
/// An id is text that git takes as the tail of a ref name, so that `git log refs/stories/<id>`
/// works as it is typed. Bytes that git refuses stand in it as `%XX`, and `%` itself as `%25`, so
/// every text has exactly one id and every id exactly one text.
public struct StoryID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Bytes that an id may have in all, and that one part of it between slashes may have: a file
  /// system takes 255 for a name, of which git needs five for its lock.
  public static let maximumBytes = 1000, maximumPartBytes = 240

  public let description: String

  /// The id that reads exactly `text`; throws where `text` could not stand as an id.
  public init(_ text: String) throws(StoryIDError) {
    if let problem = StoryID.problem(in: text) { throw StoryIDError(text: text, problem: problem) }
    description = text
  }

  /// The id for a name from elsewhere (an address, a key of another system): what an id cannot
  /// hold is escaped. Throws only where `name` is empty, too long, or holds U+FFFD.
  public init(encoding name: String) throws(StoryIDError) {
    try self.init(StoryID.encode(Array(name.utf8)))
  }

  /// The name that the id stands for, escapes undone.
  public var name: String {
    String(decoding: StoryID.decode(Array(description.utf8)), as: UTF8.self)
  }

  // By bytes: to `String`, `é` in one code point and in two are equal.
  public static func == (a: StoryID, b: StoryID) -> Bool {
    a.description.utf8.elementsEqual(b.description.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    var text = description
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  public static func < (a: StoryID, b: StoryID) -> Bool {
    a.description.utf8.lexicographicallyPrecedes(b.description.utf8)
  }
}

/// Why a text cannot be a story id.
public struct StoryIDError: Error, Sendable, Equatable, CustomStringConvertible {
  public let text: String
  public let problem: String

  public init(text: String, problem: String) {
    self.text = text
    self.problem = problem
  }

  public var description: String {
    let shown = text.count > 60 ? String(text.prefix(57)) + "…" : text
    let printable = String(
      String.UnicodeScalarView(
        shown.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? "\u{FFFD}" : $0 }))
    return "'\(printable)' cannot be a story id: \(problem)"
  }
}

extension StoryID {
  private static func problem(in text: String) -> String? {
    let bytes = Array(text.utf8)
    if bytes.isEmpty { return "it is empty" }
    if bytes.count > maximumBytes {
      return "it has \(bytes.count) bytes, and \(maximumBytes) is the most"
    }
    if bytes.split(separator: UInt8(ascii: "/")).contains(where: { $0.count > maximumPartBytes }) {
      return "a part of it between slashes is longer than \(maximumPartBytes) bytes"
    }
    // Bytes that are no UTF-8 are read so, and names that differ would be one story.
    if text.unicodeScalars.contains("\u{FFFD}") {
      return "it holds U+FFFD, which stands for what is no UTF-8"
    }
    if bytes[0] == UInt8(ascii: "-") { return "it begins with a dash" }
    for (index, byte) in bytes.enumerated() where mustEscape(byte, at: index, in: bytes) {
      switch byte {
      case 0..<32, 127: return "it holds a control character"
      case UInt8(ascii: " "): return "it holds a space"
      case UInt8(ascii: "/"): return "a slash stands at its beginning, at its end or beside another"
      case UInt8(ascii: "."): return "it holds '..', or a part of it begins or ends with a dot"
      case UInt8(ascii: "@"): return "it holds '@{', or is '@' alone"
      case UInt8(ascii: "l"): return "a part of it ends in '.lock'"
      default: return "it holds '\(Unicode.Scalar(byte))'"
      }
    }
    // A percent sign only ever begins an escape, and only of what has to be escaped.
    if bytes.contains(UInt8(ascii: "%")), !encode(decode(bytes)).utf8.elementsEqual(bytes) {
      return "it holds a '%' that escapes nothing (write '%25' for a percent sign)"
    }
    return nil
  }

  /// The bytes that git refuses in a ref name ("git help check-ref-format"), by where they stand.
  /// `%` is not among them: `encode` escapes it besides.
  private static func mustEscape(_ byte: UInt8, at index: Int, in bytes: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/"), dot = UInt8(ascii: ".")
    let before = index > 0 ? bytes[index - 1] : slash
    let after = index + 1 < bytes.count ? bytes[index + 1] : slash
    switch byte {
    case 0...32, 127: return true
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: ":"), UInt8(ascii: "?"),
      UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "\\"):
      return true
    case slash: return before == slash || after == slash
    case dot: return before == slash || after == slash || before == dot || after == dot
    case UInt8(ascii: "@"): return after == UInt8(ascii: "{") || bytes.count == 1
    case UInt8(ascii: "l"):
      let tail = Array("lock".utf8)
      return before == dot && Array(bytes[index...].prefix(4)) == tail
        && (index + 4 == bytes.count || bytes[index + 4] == slash)
    default: return false
    }
  }

  private static func encode(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isLeadingDash = index == 0 && byte == UInt8(ascii: "-")
      if isLeadingDash || byte == UInt8(ascii: "%") || mustEscape(byte, at: index, in: bytes) {
        let hex = Array("0123456789ABCDEF".utf8)
        result += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func decode(_ bytes: [UInt8]) -> [UInt8] {
    func digit(_ byte: UInt8) -> UInt8? {
      switch byte {
      case 48...57: byte - 48
      case 65...70: byte - 55
      case 97...102: byte - 87
      default: nil
      }
    }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
