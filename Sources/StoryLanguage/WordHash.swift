/// Hashes and compares words as bytes, eight at a time.
///
/// Words are a few bytes long and looked up for every token of a text, where the hash of `String`
/// would cost more than the rest of reading it.
enum WordHash {
  /// Not negative; to be masked to the size of a table that is a power of two.
  @inline(__always)
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* factor
    let raw = UnsafeRawBufferPointer(bytes)
    var at = 0
    while at + 8 <= raw.count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* factor
      hash ^= hash >> 32
      at += 8
    }
    hash = (hash ^ tail(raw, from: at)) &* factor
    hash ^= hash >> 32
    return Int(truncatingIfNeeded: hash >> 1)
  }

  @inline(__always)
  static func areEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    let (x, y) = (UnsafeRawBufferPointer(a), UnsafeRawBufferPointer(b))
    var at = 0
    while at + 8 <= x.count {
      if x.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        != y.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      {
        return false
      }
      at += 8
    }
    return tail(x, from: at) == tail(y, from: at)
  }

  /// The last bytes, fewer than eight, as a number.
  @inline(__always)
  private static func tail(_ raw: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
    var at = start
    var value: UInt64 = 0
    if at + 4 <= raw.count {
      value = UInt64(raw.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      at += 4
    }
    while at < raw.count {
      value = value << 8 | UInt64(raw[at])
      at += 1
    }
    return value
  }
}
