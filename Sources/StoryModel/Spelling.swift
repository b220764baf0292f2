import Glibc

extension String {
  /// Whether the two are the same code points: `==` takes `é` for `e` and an accent, which are two
  /// ways of typing it. O(bytes).
  public func isSpelled(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    // Most are Swift's own strings, which lend their bytes and need not be copied for it.
    let lent = utf8.withContiguousStorageIfAvailable { a in
      other.utf8.withContiguousStorageIfAvailable { b in a.elementsAreSame(b) }
    }
    if let isSame = lent ?? nil { return isSame }
    var (mine, theirs) = (self, other)
    return mine.withUTF8 { a in theirs.withUTF8 { b in a.elementsAreSame(b) } }
  }

  /// A number that is the same for texts of the same code points, and mostly another for others. It
  /// is not the same in the next version of the program. O(bytes).
  package var spellingHash: UInt64 {
    var text = self
    return text.withUTF8 { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var hash = UInt64(raw.count)
      var at = 0
      func mix(_ word: UInt64) {
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
      }
      while at + 8 <= raw.count {
        mix(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        at += 8
      }
      var rest: UInt64 = 0
      while at < raw.count {
        rest = rest << 8 | UInt64(raw[at])
        at += 1
      }
      mix(rest)
      return hash
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether two buffers of one length have the same bytes.
  fileprivate func elementsAreSame(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = baseAddress, let second = other.baseAddress else { return true }
    return memcmp(first, second, count) == 0
  }
}
