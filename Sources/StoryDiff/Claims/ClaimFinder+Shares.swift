/// Parts of a whole told in other words.
extension ClaimFinder {
  /// `84 of 120 houses` → `84 out of 120 houses`: the same part of the same whole, of which one is read as a share.
  func isSameShare(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    let (share, whole) = a.count > b.count ? (old, new) : (new, old)
    let (long, short) = a.count > b.count ? (a, b) : (b, a)
    guard short.count == 1, long.count > 3, let part = short.first, part + 2 < whole.count else {
      return false
    }
    return whole.lower[part] == share.lower[long.lowerBound]
      && whole.has(part + 1, .dateJoiner) && share.has(long.upperBound - 2, .dateJoiner)
      && whole.lower[part + 2] == share.lower[long.upperBound - 1]
  }
}
