import Glibc

extension String {
  /// Whether the two are the same code points: `==` takes `é` for `e` and an accent, which are two
  /// ways of typing it. O(bytes).
  public func isSpelled(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    var (mine, theirs) = (self, other)
    return mine.withUTF8 { a in
      theirs.withUTF8 { b in
        guard let first = a.baseAddress, let second = b.baseAddress else { return true }
        return memcmp(first, second, a.count) == 0
      }
    }
  }
}
