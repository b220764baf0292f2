/// Why bytes are no JSON, and at which of them.
package struct JSONError: Error {
  package let problem: String
  /// Counted from 0.
  package let offset: Int
}

/// Reads JSON (RFC 8259) from bytes, and knows where each value begins and ends.
///
/// It is here because an import keeps the exact bytes of each version's object, which a decoder to
/// types does not tell, and because a batch would spend a tenth of its time in `JSONDecoder`.
/// O(bytes); nesting is bounded.
package struct JSONReader {
  private static let deepest = 256

  private let bytes: UnsafeBufferPointer<UInt8>
  package private(set) var at: Int
  private var depth = 0
  /// Whether a string had bytes that are no UTF-8, or half a surrogate pair: U+FFFD stands for each.
  package private(set) var hasReplacements = false
  /// A name that an object has twice, of those that `value` has read; the last value counts.
  package private(set) var repeatedName: String?

  package init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int = 0) {
    self.bytes = bytes
    at = start
  }

  /// The one value that `bytes` hold.
  package static func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.value()
    try reader.end()
    return value
  }

  mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }

  /// Throws where anything but white space follows.
  package mutating func end() throws(JSONError) {
    skipSpace()
    if at < bytes.count { throw JSONError(problem: "text follows the value", offset: at) }
  }

  /// The next byte that is not white space, which is not taken.
  package mutating func peek() -> UInt8? {
    skipSpace()
    return at < bytes.count ? bytes[at] : nil
  }

  package mutating func value() throws(JSONError) -> JSONValue {
    guard let byte = peek() else { throw fail("a value is missing") }
    switch byte {
    case UInt8(ascii: "{"):
      var members: [String: JSONValue] = [:]
      try object { (reader, name) throws(JSONError) in
        if members.updateValue(try reader.value(), forKey: name) != nil {
          reader.repeatedName = reader.repeatedName ?? name
        }
      }
      return .object(members)
    case UInt8(ascii: "["):
      var elements: [JSONValue] = []
      try array { (reader) throws(JSONError) in elements.append(try reader.value()) }
      return .array(elements)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"):
      try word("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try word("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try word("null")
      return .null
    default: return .number(try number())
    }
  }

  /// Passes over a value. Of what stands in an array or object only strings and brackets are looked at.
  package mutating func skip() throws(JSONError) {
    guard let byte = peek() else { throw fail("a value is missing") }
    guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") else {
      _ = try value()
      return
    }
    var open = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): open += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): open -= 1
      case UInt8(ascii: "\""):
        skipUnescaped()
        while at < bytes.count, bytes[at] == UInt8(ascii: "\\") {
          at += 2
          skipUnescaped()
        }
        at += 1
      default: break
      }
      if open == 0 { return }
    }
    throw fail("a value does not end")
  }

  /// Reads an object; `member` is called after each name and reads the value.
  package mutating func object(
    _ member: (inout JSONReader, String) throws(JSONError) -> Void
  ) throws(JSONError) {
    try open(UInt8(ascii: "{"), "an object")
    if peek() == UInt8(ascii: "}") { return close() }
    while true {
      guard peek() == UInt8(ascii: "\"") else { throw fail("a name in quotation marks is missing") }
      let name = try string()
      guard peek() == UInt8(ascii: ":") else { throw fail("a colon is missing after '\(name)'") }
      at += 1
      try member(&self, name)
      switch peek() {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "}"): return close()
      default: throw fail("a comma or '}' is missing")
      }
    }
  }

  /// Reads an array; `element` is called at each element and reads it.
  package mutating func array(
    _ element: (inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try open(UInt8(ascii: "["), "an array")
    if peek() == UInt8(ascii: "]") { return close() }
    while true {
      skipSpace()
      try element(&self)
      switch peek() {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "]"): return close()
      default: throw fail("a comma or ']' is missing")
      }
    }
  }

  // MARK: Parts

  private mutating func open(_ bracket: UInt8, _ what: String) throws(JSONError) {
    guard peek() == bracket else { throw fail("\(what) is missing") }
    guard depth < JSONReader.deepest else {
      throw fail("values are nested more than \(JSONReader.deepest) deep")
    }
    depth += 1
    at += 1
  }

  private mutating func close() {
    depth -= 1
    at += 1
  }

  private mutating func word(_ word: StaticString) throws(JSONError) {
    for index in 0..<word.utf8CodeUnitCount {
      guard at < bytes.count, bytes[at] == word.utf8Start[index] else {
        throw fail("a value is misspelt")
      }
      at += 1
    }
  }

  private mutating func number() throws(JSONError) -> Double {
    let start = at
    scan: while at < bytes.count {
      switch bytes[at] {
      case 48...57, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"),
        UInt8(ascii: "E"):
        at += 1
      default: break scan
      }
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard start < at, bytes[start] != UInt8(ascii: "+"), bytes[start] != UInt8(ascii: "."),
      let value = Double(text)
    else { throw JSONError(problem: "a value is missing or misspelt", offset: start) }
    return value
  }

  private mutating func string() throws(JSONError) -> String {
    at += 1
    let start = at
    // Most strings have no escape, and are one slice.
    skipUnescaped()
    guard at < bytes.count else { throw fail("a string does not end") }
    if bytes[at] == UInt8(ascii: "\"") {
      at += 1
      return decoded(UnsafeBufferPointer(rebasing: bytes[start..<at - 1]))
    }
    var text: [UInt8] = []
    text.reserveCapacity(2 * (at - start) + 64)
    var run = start
    while at < bytes.count {
      skipUnescaped()
      guard at < bytes.count else { break }
      let byte = bytes[at]
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<at]))
      at += 1
      if byte == UInt8(ascii: "\"") { return text.withUnsafeBufferPointer { decoded($0) } }
      try escape(into: &text)
      run = at
    }
    throw fail("a string does not end")
  }

  private mutating func decoded(_ text: UnsafeBufferPointer<UInt8>) -> String {
    if let valid = String(validating: text, as: UTF8.self) { return valid }
    hasReplacements = true
    return String(decoding: text, as: UTF8.self)
  }

  /// Goes on to the next quotation mark or backslash, or the end.
  private mutating func skipUnescaped() {
    at = bytes.endOfUnescaped(from: at)
    // A control character should have been escaped; it does no harm.
    while at < bytes.count, bytes[at] < 0x20 { at = bytes.endOfUnescaped(from: at + 1) }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard at < bytes.count else { throw fail("a string does not end") }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code), at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
        bytes[at + 1] == UInt8(ascii: "u")
      {
        let mark = at
        at += 2
        let low = try hexadecimal()
        if (0xDC00..<0xE000).contains(low) {
          code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        } else {
          at = mark
        }
      }
      // Half a surrogate pair is no character.
      if Unicode.Scalar(code) == nil { hasReplacements = true }
      let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default:
      throw JSONError(problem: "'\\\(Unicode.Scalar(byte))' is no escape", offset: at - 2)
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard at < bytes.count, let digit = Unicode.Scalar(bytes[at]).hexDigit else {
        throw fail("four hexadecimal digits are missing after '\\u'")
      }
      code = code << 4 | digit
      at += 1
    }
    return code
  }

  private func fail(_ problem: String) -> JSONError { JSONError(problem: problem, offset: at) }
}

extension Unicode.Scalar {
  package var hexDigit: UInt32? {
    switch value {
    case 48...57: value - 48
    case 65...70: value - 55
    case 97...102: value - 87
    default: nil
    }
  }
}

/// Lends the bytes of an array to a reader of JSON.
package func withJSON<Result>(
  _ bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) throws(JSONError) -> Result
) throws(JSONError) -> Result {
  try bytes.withUnsafeBufferPointer(body)
}
