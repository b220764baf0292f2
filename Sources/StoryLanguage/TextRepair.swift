import Glibc
import StoryModel

/// Mends text that was UTF-8 and was read as Windows-1252 (`â€™` for `’`).
///
/// Only the comparison sees the mended text: offsets are mapped back to the text as it stands.
struct TextRepair {
  let text: String
  /// For each code point of the mended text, its first code point and byte in the damaged one;
  /// one more entry for the end.
  private let points: [Int32], byteStarts: [Int32]

  /// The mended text, or nil where nothing in `text` looks damaged. O(bytes); texts without a
  /// suspicious lead byte cost one scan.
  static func repair(_ text: String) -> TextRepair? {
    guard isSuspicious(text) else { return nil }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var points: [Int32] = [], byteStarts: [Int32] = []
    var byteOf: [Int32] = []
    var byte: Int32 = 0
    for scalar in scalars {
      byteOf.append(byte)
      byte += Int32(UTF8.width(scalar))
    }
    byteOf.append(byte)
    var index = 0
    var mended = false
    while index < scalars.count {
      points.append(Int32(index))
      byteStarts.append(byteOf[index])
      if let (scalar, length) = decoded(scalars, at: index) {
        result.append(scalar)
        index += length
        mended = true
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    guard mended else { return nil }
    points.append(Int32(scalars.count))
    byteStarts.append(byte)
    return TextRepair(
      text: String(result), points: points, byteStarts: byteStarts)
  }

  /// The same token with its place in the damaged text.
  func map(_ token: Token) -> Token {
    Token(
      kind: token.kind, spaceBefore: token.spaceBefore, word: token.word,
      byteStart: byteStarts[Int(token.start)], byteEnd: byteStarts[Int(token.end)],
      start: points[Int(token.start)], end: points[Int(token.end)])
  }

  private static func isSuspicious(_ text: String) -> Bool {
    // Ã, Â, â, ð: what the lead bytes of most UTF-8 sequences become. Those of Han signs are left out:
    // they become letters that stand before quotation marks in good French, too.
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count > 3, let start = bytes.baseAddress else { return false }
      var index = -1
      // Most texts have few such bytes, or none.
      while index + 3 < bytes.count,
        let found = memchr(start + index + 1, 0xC3, bytes.count - 3 - index)
      {
        index = UnsafeRawPointer(found) - UnsafeRawPointer(start)
        let second = bytes[index + 1]
        let isLead = second == 0x82 || second == 0x83 || second == 0xA2 || second == 0xB0
        if isLead, bytes[index + 2] >= 0xC2 {
          return true
        }
      }
      return false
    }
  }

  /// The code point that the damaged run at `index` was, and how many code points the run has.
  private static func decoded(_ scalars: [Unicode.Scalar], at index: Int) -> (Unicode.Scalar, Int)?
  {
    guard let lead = byte(of: scalars[index]), lead >= 0xC2 else { return nil }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, index + length <= scalars.count else { return nil }
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length {
      let scalar = scalars[index + offset]
      // The closing quotation mark's last byte, 0x9D, has no character in Windows-1252.
      let next = byte(of: scalar) ?? (scalar.value == 0xFFFD ? 0x9D : 0)
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value), value > 0x9F else { return nil }
    return (scalar, length)
  }

  /// The Windows-1252 byte of a code point of 0x80 and above.
  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if (0x80...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    return windows1252[scalar.value]
  }

  private static let windows1252: [UInt32: UInt8] = [
    0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86,
    0x2021: 0x87, 0x02C6: 0x88, 0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C,
    0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95,
    0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
    0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
  ]
}
