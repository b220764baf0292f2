import StoryLanguage

/// Quotations that came to stand elsewhere with other words in them.
extension ClaimFinder {
  /// Words that two quotations have to share, at their beginnings and ends, and the most that differ between.
  private static let leastShared = 4, mostAltered = 5
  /// The same of short ones, in which one word was exchanged.
  private static let leastOfShort = 2
  /// Quotations of a passage among which it is looked.
  private static let mostQuotations = 32

  /// `“We got a full answer from them,” said Ada Orr` → `Ada Orr said: “We got a proper answer from them.”`: of two
  /// quotations that both passages have alone, the words between those that they begin and end with alike.
  /// O(quotations² × words).
  mutating func findMovedQuotations() {
    let before = moved(old, diff.newOfOld), after = moved(new, diff.oldOfNew)
    guard !before.isEmpty, !after.isEmpty, before.count <= ClaimFinder.mostQuotations,
      after.count <= ClaimFinder.mostQuotations
    else { return }
    let all = before.map { mine in after.compactMap { difference(mine, $0) } }
    // Of several that a quotation may have become nothing tells which it is.
    for alike in all where alike.count == 1 {
      let change = alike[0]
      guard all.count(where: { $0.contains { $0.new == change.new } }) == 1,
        !isCovered(change.old, inOld: true), !isCovered(change.new, inOld: false),
        isAltered(change.old, change.new)
      else { continue }
      addQuotation(change.old, change.new)
    }
  }

  /// The words of each quotation of which no more than a third stayed in its place.
  private func moved(_ reading: Reading, _ map: TokenMap) -> [[Int]] {
    reading.quotes.compactMap { quote in
      let words = quote.filter { reading.tokens[$0].kind != .mark }
      guard words.count > ClaimFinder.leastOfShort,
        words.count(where: { map[$0] >= 0 }) * 3 <= words.count
      else { return nil }
      return words
    }
  }

  /// Where two quotations differ, if they are one; nil where they are not, or are alike.
  private func difference(_ a: [Int], _ b: [Int]) -> (old: Range<Int>, new: Range<Int>)? {
    let mine = a.map { old.lower[$0] }, theirs = b.map { new.lower[$0] }
    guard mine != theirs else { return nil }
    let opening = zip(mine, theirs).prefix { $0 == $1 }.count
    let rest = min(mine.count, theirs.count) - opening
    let ending = zip(mine.reversed(), theirs.reversed()).prefix(rest).prefix { $0 == $1 }.count
    let left = mine.count - opening - ending, leftNow = theirs.count - opening - ending
    let isOneWord = left == 1 && leftNow == 1 && (mine + theirs).contains { $0.utf8.count > 4 }
    guard
      opening + ending >= (isOneWord ? ClaimFinder.leastOfShort : ClaimFinder.leastShared),
      (opening + ending) * 3 >= max(mine.count, theirs.count) * 2,
      max(left, leftNow) <= ClaimFinder.mostAltered
    else { return nil }
    func range(_ words: [Int], _ count: Int) -> Range<Int> {
      let start = opening < words.count ? words[opening] : words[words.count - 1] + 1
      return count == 0 ? start..<start : start..<words[opening + count - 1] + 1
    }
    return (range(a, left), range(b, leftNow))
  }
}
