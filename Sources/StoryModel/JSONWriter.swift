/// Writes JSON into a byte buffer, the same bytes for the same calls.
///
/// The canonical form of the archive and the reports are written by it: keys stand in the order in
/// which they are written, no white space, no escape that JSON does not ask for. It is here because
/// a report is written for every pair of versions, and `Codable` would take longer than the diff.
public struct JSONWriter: Sendable {
  /// What was written so far.
  public var bytes: [UInt8] { Array(written[..<used]) }
  /// What was written, and room for more: pieces are copied into it, which costs less than to append
  /// each, and a report has thousands.
  private var written: [UInt8] = []
  private var used = 0
  @usableFromInline var needsComma = false

  public init() {}

  /// What was written, of which the writer lets go: a long report is not held twice.
  public consuming func take() -> [UInt8] {
    if used < 1 << 16 { return bytes }
    written.removeLast(written.count - used)
    return written
  }

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

  /// The values of some elements of a longer array, without its brackets, after a comma where others stand
  /// before them.
  public static func elements<S: Sequence>(
    _ elements: S, isFirst: Bool, _ write: (inout JSONWriter, S.Element) throws -> Void
  ) rethrows -> String {
    var json = JSONWriter()
    try json.array(elements, write)
    let values = String(decoding: json.bytes.dropFirst().dropLast(), as: UTF8.self)
    return isFirst ? values : "," + values
  }

  /// The name of the value that is written next.
  public mutating func key(_ name: StaticString) {
    let isNext = needsComma
    // The bytes of a literal are there as long as the program runs.
    let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    write(name.count + 4) { room in
      var at = 0
      if isNext { put(UInt8(ascii: ","), &at, room) }
      put(UInt8(ascii: "\""), &at, room)
      put(name, &at, room)
      put(UInt8(ascii: "\""), &at, room)
      put(UInt8(ascii: ":"), &at, room)
      return at
    }
    needsComma = false
  }

  /// A string, with no escape that JSON does not ask for.
  public mutating func string(_ text: String) {
    // Nearly all lend their bytes, and need not be copied for it.
    if text.utf8.withContiguousStorageIfAvailable({ string(of: $0) }) == nil {
      var text = text
      text.withUTF8 { string(of: $0) }
    }
  }

  private mutating func string(of text: UnsafeBufferPointer<UInt8>) {
    let isNext = needsComma
    let end = text.endOfUnescaped(from: 0)
    write(end + 3) { room in
      var at = 0
      if isNext { put(UInt8(ascii: ","), &at, room) }
      put(UInt8(ascii: "\""), &at, room)
      put(UnsafeBufferPointer(rebasing: text[..<end]), &at, room)
      if end == text.count { put(UInt8(ascii: "\""), &at, room) }
      return at
    }
    if end < text.count { writeEscaped(UnsafeBufferPointer(rebasing: text[end...])) }
    needsComma = true
  }

  /// The rest of a string, from its first escape on.
  private mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < text.count {
      escape(text[start])
      let end = text.endOfUnescaped(from: start + 1)
      write(UnsafeBufferPointer(rebasing: text[start + 1..<end]))
      start = end
    }
    byte(UInt8(ascii: "\""))
  }

  /// A whole number.
  public mutating func number(_ value: Int) {
    // Positions and counts: few digits.
    guard (0..<1000).contains(value) else { return raw(String(value)) }
    let isNext = needsComma
    write(4) { room in
      var at = 0
      if isNext { put(UInt8(ascii: ","), &at, room) }
      if value >= 100 { put(UInt8(truncatingIfNeeded: 48 + value / 100), &at, room) }
      if value >= 10 { put(UInt8(truncatingIfNeeded: 48 + value / 10 % 10), &at, room) }
      put(UInt8(truncatingIfNeeded: 48 + value % 10), &at, room)
      return at
    }
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
    var json = json
    json.withUTF8 { write($0) }
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
    byte(open)
    needsComma = false
    try body(&self)
    byte(close)
    needsComma = true
  }

  @usableFromInline
  mutating func comma() {
    if needsComma { byte(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func escape(_ value: UInt8) {
    byte(UInt8(ascii: "\\"))
    switch value {
    case UInt8(ascii: "\n"): byte(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): byte(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): byte(UInt8(ascii: "t"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte(value)
    default:
      let hex = Array("0123456789abcdef".utf8)
      for digit in [UInt8(ascii: "u"), 48, 48, hex[Int(value >> 4)], hex[Int(value & 15)]] {
        byte(digit)
      }
    }
  }

  // MARK: Pieces

  @usableFromInline
  mutating func byte(_ value: UInt8) {
    if used == written.count { grow(1) }
    written[used] = value
    used += 1
  }

  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    write(bytes.count) { room in
      var at = 0
      put(bytes, &at, room)
      return at
    }
  }

  /// Lends room for at least `most` bytes to `body`, which says how many it wrote.
  @inline(__always)
  private mutating func write(_ most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if written.count - used < most { grow(most) }
    let start = used
    // There is room, so that the array is not empty and has an address.
    let count = written.withUnsafeMutableBufferPointer { all in
      all.baseAddress.map { body($0 + start) } ?? 0
    }
    used += count
  }

  @inline(never)
  private mutating func grow(_ most: Int) {
    // The array itself doubles its capacity; no more of it is filled than will soon be used.
    let more = max(most, min(written.count, 1 << 13), 256)
    written.append(contentsOf: repeatElement(0, count: more))
  }
}

/// Puts a byte or a run of bytes at `at`, and goes on past it. The room is for the caller to know.
@inline(__always)
private func put(_ byte: UInt8, _ at: inout Int, _ room: UnsafeMutablePointer<UInt8>) {
  room[at] = byte
  at += 1
}

@inline(__always)
private func put(
  _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ room: UnsafeMutablePointer<UInt8>
) {
  if let start = bytes.baseAddress { (room + at).update(from: start, count: bytes.count) }
  at += bytes.count
}
