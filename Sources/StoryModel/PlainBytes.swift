/// Long runs of a text hold nothing that a reader of bytes asks for: they are passed over eight bytes
/// at a time.
extension UnsafeBufferPointer<UInt8> {
  /// Where the run of printable ASCII ends that begins at `start`. O(its bytes).
  package func endOfPlain(from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    var at = start
    while at + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      // The high bit of each byte that is beyond ASCII or less than a space; beyond the first of them
      // what was borrowed may set others.
      let hits = (word | (word &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080
      if hits != 0 { return at + (hits.trailingZeroBitCount >> 3) }
      at += 8
    }
    while at < raw.count, raw[at] &- 0x20 < 0x60 { at += 1 }
    return at
  }

  /// Where the run ends, from `start`, that stands in JSON as it is: the next quotation mark,
  /// backslash or control character. O(its bytes).
  package func endOfUnescaped(from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var at = start
    while at + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      // The bit 2 changed, a quotation mark is a space, and spaces and what is less are the control
      // characters and it. A backslash is zero once it is taken from itself. The first hit is sure.
      let controls = (word ^ (ones &* 0x02)) &- ones &* 0x21, backslash = word ^ (ones &* 0x5C)
      let hits = (controls & ~word | (backslash &- ones) & ~backslash) & 0x8080_8080_8080_8080
      if hits != 0 { return at + (hits.trailingZeroBitCount >> 3) }
      at += 8
    }
    while at < raw.count, raw[at] >= 0x20, raw[at] != 0x22, raw[at] != 0x5C { at += 1 }
    return at
  }
}
