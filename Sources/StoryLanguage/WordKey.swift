/// Words of ASCII as keys of a table: their first eight bytes as one number, and a hash.
///
/// Words are a few bytes long and looked up for every token of a text, where the hash of `String`
/// would cost more than the rest of reading it. Most are no longer than eight bytes, and are compared
/// at once.
struct WordKey {
  /// The first eight bytes, the first of them lowest; zeros past the end.
  let opening: UInt64
  let count: Int
  /// Not negative; to be masked to the size of a table that is a power of two.
  let hash: Int

  /// `bytes` must stay where they are as long as the key is used.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    count = raw.count
    let opening = WordKey.word(raw, at: 0)
    var hash = WordKey.mixed(UInt64(truncatingIfNeeded: raw.count) ^ opening)
    var at = 8
    while at < raw.count {
      hash = WordKey.mixed(hash ^ WordKey.word(raw, at: at))
      at += 8
    }
    self.opening = opening
    self.hash = Int(truncatingIfNeeded: hash >> 1)
  }

  /// The key of a word whose first eight bytes, or fewer and zeros, are known.
  @inline(__always)
  init(opening: UInt64, count: Int) {
    self.opening = opening
    self.count = count
    let hash = WordKey.mixed(UInt64(truncatingIfNeeded: count) ^ opening)
    self.hash = Int(truncatingIfNeeded: hash >> 1)
  }

  /// The high bit of each of the first eight bytes that is a capital, or a small letter. Bytes of ASCII
  /// have none themselves, and no sum carries into the next.
  var capitals: UInt64 { letters(from: 0x3F, to: 0x25) }
  var smallLetters: UInt64 { letters(from: 0x1F, to: 0x05) }

  @inline(__always)
  private func letters(from first: UInt64, to beyond: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    return (opening &+ first &* ones) & ~(opening &+ beyond &* ones) & (0x80 &* ones)
  }

  /// A byte of the hash that its place in a table does not tell; never 0.
  @inline(__always)
  var tag: UInt8 { UInt8(truncatingIfNeeded: hash >> 48) | 1 }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  /// Whether two words of one length that open alike are alike to their ends.
  @inline(__always)
  static func haveSameRest(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool
  {
    let (x, y) = (UnsafeRawBufferPointer(a), UnsafeRawBufferPointer(b))
    guard x.count == y.count else { return false }
    var at = 8
    while at < x.count {
      if word(x, at: at) != word(y, at: at) { return false }
      at += 8
    }
    return true
  }

  /// Eight bytes from a place on, or what is left and zeros.
  @inline(__always)
  private static func word(_ raw: UnsafeRawBufferPointer, at start: Int) -> UInt64 {
    func part<Part: FixedWidthInteger>(_ at: Int, as type: Part.Type) -> UInt64 {
      UInt64(Part(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: type)))
    }
    let count = raw.count - start
    if count >= 8 { return part(start, as: UInt64.self) }
    // Two parts that overlap, where they are the same: no loop whose end cannot be foreseen.
    if count >= 4 {
      return part(start, as: UInt32.self)
        | part(start + count - 4, as: UInt32.self) << UInt64(8 * (count - 4))
    }
    if count >= 2 {
      return part(start, as: UInt16.self)
        | part(start + count - 2, as: UInt16.self) << UInt64(8 * (count - 2))
    }
    return count == 1 ? UInt64(raw[start]) : 0
  }
}
