/// Writes JSON into a byte buffer, the same bytes for the same calls.
///
/// The canonical form of the archive and the reports are written by it: keys stand in the order in
/// which they are written, no white space, no escape that JSON does not ask for. It is here because
/// a report is written for every pair of versions, and `Codable` would take longer than the diff.
public struct JSONWriter: Sendable {
  public var bytes: [UInt8] { written }
  @usableFromInline var written: [UInt8] = []
  @usableFromInline var needsComma = false

  public init() {}

  /// `{`, what `body` writes, `}`.
  @inlinable
  public mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try bracket(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// `[`, what `body` writes, `]`.
  @inlinable
  public mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try bracket(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// An array with one value for each element.
  @inlinable
  public mutating func array<S: Sequence>(
    _ elements: S, _ write: (inout JSONWriter, S.Element) throws -> Void
  ) rethrows {
    try array { json in for element in elements { try write(&json, element) } }
  }

  /// The name of the value that is written next.
  public mutating func key(_ name: StaticString) {
    // In one piece: a report has hundreds.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.utf8CodeUnitCount + 4) { piece in
      var count = 0
      func put(_ byte: UInt8) {
        piece.initializeElement(at: count, to: byte)
        count += 1
      }
      if needsComma { put(UInt8(ascii: ",")) }
      put(UInt8(ascii: "\""))
      name.withUTF8Buffer { for byte in $0 { put(byte) } }
      put(UInt8(ascii: "\""))
      put(UInt8(ascii: ":"))
      written.append(contentsOf: UnsafeBufferPointer(rebasing: piece[..<count]))
    }
    needsComma = false
  }

  /// A string, with no escape that JSON does not ask for.
  public mutating func string(_ text: String) {
    comma()
    written.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { buffer in
      var start = 0
      while true {
        let end = buffer.endOfUnescaped(from: start)
        written.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<end]))
        if end == buffer.count { break }
        escape(buffer[end])
        start = end + 1
      }
    }
    written.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// A whole number.
  public mutating func number(_ value: Int) {
    // Positions and counts: few digits.
    guard (0..<1000).contains(value) else { return raw(String(value)) }
    comma()
    if value >= 100 { written.append(UInt8(truncatingIfNeeded: 48 + value / 100)) }
    if value >= 10 { written.append(UInt8(truncatingIfNeeded: 48 + value / 10 % 10)) }
    written.append(UInt8(truncatingIfNeeded: 48 + value % 10))
    needsComma = true
  }

  /// The shortest decimal that reads back as `value`; a whole number without a fraction.
  public mutating func number(_ value: Double) {
    if value == value.rounded(), abs(value) < 1e15 {
      raw(String(Int64(value)))
    } else if value.isFinite {
      raw(value.description)
    } else {
      null()
    }
  }

  /// `true` or `false`.
  public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  /// `null`.
  public mutating func null() { raw("null") }

  /// A value that is JSON already.
  public mutating func raw(_ json: String) {
    comma()
    written.append(contentsOf: json.utf8)
    needsComma = true
  }

  /// A key and its string; nothing where `text` is nil.
  public mutating func field(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  /// A key and its whole number; nothing where `value` is nil.
  public mutating func field(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    key(name)
    number(value)
  }

  /// A key and `true` or `false`.
  public mutating func field(_ name: StaticString, _ value: Bool) {
    key(name)
    bool(value)
  }

  @inlinable
  mutating func bracket(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    comma()
    written.append(open)
    needsComma = false
    try body(&self)
    written.append(close)
    needsComma = true
  }

  @inlinable
  mutating func comma() {
    if needsComma { written.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func escape(_ byte: UInt8) {
    written.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): written.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): written.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): written.append(UInt8(ascii: "t"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): written.append(byte)
    default:
      let hex = Array("0123456789abcdef".utf8)
      written += [UInt8(ascii: "u"), 48, 48, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    }
  }
}
