import Glibc
import StoryModel

/// What a line of a list begins with.
enum ListMarker: Hashable {
  /// `•`, `*` and the like, which begin nothing but an item.
  case bullet
  /// `-`, `–`, `—`, which a sentence has too.
  case dash(UInt32)
  /// `3.` or `3)`.
  case number(Int)
}

/// What the readers of text ask of UTF-8 bytes.
extension UnsafeBufferPointer<UInt8> {
  /// The length in bytes of the white space character at `index`; 0 where there is none.
  ///
  func whiteWidth(at index: Int) -> Int {
    let byte = self[index]
    if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { return 1 }
    if byte < 0xC2 { return 0 }
    if byte == 0xC2 {
      return index + 1 < count && (self[index + 1] == 0xA0 || self[index + 1] == 0x85) ? 2 : 0
    }
    guard index + 2 < count else { return 0 }
    return isWideWhite(byte, self[index + 1], self[index + 2]) ? 3 : 0
  }

  /// The length in bytes of the white space character that ends before `end`.
  func whiteWidth(before end: Int) -> Int {
    let byte = self[end - 1]
    if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { return 1 }
    if byte < 0x80 { return 0 }
    if end >= 2, self[end - 2] == 0xC2 { return byte == 0xA0 || byte == 0x85 ? 2 : 0 }
    guard end >= 3 else { return 0 }
    return isWideWhite(self[end - 3], self[end - 2], byte) ? 3 : 0
  }

  private func isWideWhite(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b) {
    case (0xE2, 0x80): (c >= 0x80 && c <= 0x8A) || c == 0xA8 || c == 0xA9 || c == 0xAF
    case (0xE2, 0x81): c == 0x9F
    case (0xE3, 0x80): c == 0x80
    case (0xE1, 0x9A): c == 0x80
    default: false
    }
  }

  /// Whether `range` shows nothing: zero-width spaces and byte order marks.
  func isInvisible(_ range: Range<Int>) -> Bool {
    guard range.count % 3 == 0 else { return false }
    for index in stride(from: range.lowerBound, to: range.upperBound, by: 3) {
      let isZeroWidth =
        self[index] == 0xE2 && self[index + 1] == 0x80 && self[index + 2] == 0x8B
        || self[index] == 0xEF && self[index + 1] == 0xBB && self[index + 2] == 0xBF
      if !isZeroWidth { return false }
    }
    return true
  }

  /// Unicode code points in `range`.
  func codePoints(in range: Range<Int>) -> Int {
    let bytes = UnsafeBufferPointer(rebasing: self[range])
    var count = 0
    var index = 0
    while index < bytes.count {
      let end = bytes.endOfPlain(from: index)
      count += end - index
      if end < bytes.count, bytes[end] & 0xC0 != 0x80 { count += 1 }
      index = end + 1
    }
    return count
  }

  /// Whether `range` ends in `.`, `!`, `?`, `:`, `;` or `…`, closing quotes and brackets aside.
  func endsSentence(_ range: Range<Int>) -> Bool {
    switch lastMark(range) {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"),
      UInt8(ascii: ";"), 0xA6, 0x82:
      true
    default: false
    }
  }

  /// The last byte of `range` that is not of a closing quotation mark or bracket; for `…` and `。`
  /// their last byte, 0xA6 and 0x82, and 0 for any other character beyond ASCII.
  func lastMark(_ range: Range<Int>) -> UInt8 {
    var end = range.upperBound
    while end > range.lowerBound {
      let byte = self[end - 1]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
        UInt8(ascii: "*"), UInt8(ascii: "_"):
        end -= 1
      case 0..<0x80:
        return byte
      default:
        if end - 3 >= range.lowerBound, self[end - 3] == 0xE2, self[end - 2] == 0x80 {
          // ’ ” “ ‹ ›
          if byte == 0x99 || byte == 0x9C || byte == 0x9D || byte == 0xB9 || byte == 0xBA {
            end -= 3
            continue
          }
          return byte == 0xA6 ? byte : 0
        }
        if end - 2 >= range.lowerBound, self[end - 2] == 0xC2, byte == 0xBB || byte == 0xAB {
          end -= 2
          continue
        }
        if end - 3 >= range.lowerBound, self[end - 3] == 0xE3, self[end - 2] == 0x80 {
          return byte == 0x82 ? byte : 0
        }
        return 0
      }
    }
    return 0
  }

  /// Whether the first character is a lower-case letter of ASCII or Latin-1.
  func startsLowercase(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    let byte = self[first]
    if byte == 0xC3, first + 1 < range.upperBound { return self[first + 1] >= 0x9F }
    return byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }

  /// The list marker at `start`, where one stands there with white space and text after it.
  func listMarker(at start: Int, end: Int) -> ListMarker? {
    guard start < end else { return nil }
    let byte = self[start]
    var after = start + 1
    var marker: ListMarker
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "+"): marker = .bullet
    case UInt8(ascii: "-"): marker = .dash(0x2D)
    case 48...57:
      var number = Int(byte - 48)
      while after < end, (48...57).contains(self[after]), after - start < 4 {
        number = number * 10 + Int(self[after] - 48)
        after += 1
      }
      guard after < end, self[after] == UInt8(ascii: ".") || self[after] == UInt8(ascii: ")")
      else { return nil }
      after += 1
      marker = .number(number)
    case 0xC2 where start + 1 < end && self[start + 1] == 0xB7:
      after = start + 2
      marker = .bullet
    case 0xE2 where start + 2 < end:
      after = start + 3
      switch (self[start + 1], self[start + 2]) {
      // • ‣ ◦ ▪ ● ■ –  —
      case (0x80, 0xA2), (0x80, 0xA3), (0x97, 0xA6), (0x96, 0xAA), (0x97, 0x8F), (0x96, 0xA0):
        marker = .bullet
      case (0x80, 0x93): marker = .dash(0x2013)
      case (0x80, 0x94): marker = .dash(0x2014)
      default: return nil
      }
    default: return nil
    }
    guard after < end, whiteWidth(at: after) > 0 else { return nil }
    return marker
  }

  /// Whether the line has cells: a tab inside it, or a bar at its beginning and another after.
  func looksLikeTableRow(_ range: Range<Int>) -> Bool {
    let cells = UnsafeBufferPointer(rebasing: self[range])
    guard let start = cells.baseAddress else { return false }
    if memchr(start, 0x09, cells.count) != nil { return true }
    if memchr(start, 0x7C, cells.count) == nil { return false }
    let bars = cells.count { $0 == UInt8(ascii: "|") }
    guard bars > 1, let first = range.first else { return false }
    return self[first] == UInt8(ascii: "|") || bars > 2
  }
}
