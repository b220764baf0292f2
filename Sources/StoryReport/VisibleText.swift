/// Text of a story made safe to show: what steers a terminal or turns the reading order around
/// appears as a mark instead of acting.
///
/// Control characters become their Unicode control pictures (`␛` for escape), tabs a space, and
/// C1 controls, line separators and the bidirectional embeddings, overrides and isolates their code
/// point in brackets (`⟨U+202E⟩`). The marks LRM, RLM and ALM stay: right-to-left stories use them,
/// and they reach no further than their neighbours. O(bytes); clean text is returned as it is.
package func visible(_ text: String) -> String {
  if !holdsUnsafe(text) { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09: result.append(" ")
    case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: result.append("\u{2421}")
    case 0x80...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
      result.append(contentsOf: "⟨U+\(hexadecimal(scalar.value))⟩".unicodeScalars)
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// Whether `text` holds a character that is not shown as it is. Dashes and curly quotation marks
/// share their first two bytes with such characters, so all three are looked at.
private func holdsUnsafe(_ text: String) -> Bool {
  var (first, second): (UInt8, UInt8) = (0, 0)
  for byte in text.utf8 {
    if byte < 0x20 || byte == 0x7F { return true }
    if second == 0xC2, byte < 0xA0 { return true }
    if first == 0xE2, second == 0x80, (0xA8...0xAE).contains(byte) { return true }
    if first == 0xE2, second == 0x81, (0xA6...0xA9).contains(byte) { return true }
    (first, second) = (second, byte)
  }
  return false
}

private func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
