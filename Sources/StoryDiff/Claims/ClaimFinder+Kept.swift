/// How much of a sentence stayed: what stands in one that was written anew is another statement.
extension ClaimFinder {
  /// The share of a sentence's words below which another date or time, and a figure that came or went, is told of something
  /// else.
  static let leastKept = 0.5
  /// Tokens of an edit that writes a part of a sentence anew.
  private static let longEdit = 9
  /// The same for names, which more often have nothing to do with each other.
  static let leastKeptForNames = 0.6

  /// Whether both sentences kept at least `share` of their words, apart from those of two mentions.
  func keepsMost(
    _ share: Double, apartFrom a: Mention?, _ b: Mention?, in sentences: PassageDiff.SentencePair
  ) -> Bool {
    func keeps(_ mention: Mention?, _ sentence: Range<Int>, _ map: TokenMap, _ reading: Reading)
      -> Bool
    {
      var words = 0, kept = 0
      for position in sentence
      where reading.tokens[position].kind != .mark && mention?.range.contains(position) != true {
        words += 1
        if map[position] >= 0 { kept += 1 }
      }
      // Half a word for what a short sentence cannot tell.
      return Double(kept) + 0.5 >= share * Double(words + 1)
    }
    // Edits of a few words each write nothing anew.
    let isTidied = sentences.hunks.allSatisfy {
      max($0.old.count, $0.new.count) < ClaimFinder.longEdit
    }
    if isTidied { return true }
    // A clause that was put in leaves the other version as it was.
    let keepsOld = keeps(a, sentences.old, diff.newOfOld, old)
    let keepsNew = keeps(b, sentences.new, diff.oldOfNew, new)
    return a == nil ? keepsOld : b == nil ? keepsNew : keepsOld && keepsNew
  }
}
