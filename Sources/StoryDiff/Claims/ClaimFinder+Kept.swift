/// How much of a sentence stayed: what stands in one that was written anew is another statement.
extension ClaimFinder {
  /// The share of a sentence's words below which another name, date or time, and a figure that came or went, is told of
  /// something else.
  static let leastKept = 0.5

  /// Whether most of a sentence stayed in which a mention became another one, apart from the words of both. Where one
  /// version alone has it, in a clause that was put in or taken out, the other one's sentence is asked.
  func keepsMost(
    _ a: Mention?, _ b: Mention?, in sentences: PassageDiff.SentencePair
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
      return Double(kept) + 0.5 >= ClaimFinder.leastKept * Double(words + 1)
    }
    return (a != nil && b == nil || keeps(a, sentences.old, diff.newOfOld, old))
      && (a == nil && b != nil || keeps(b, sentences.new, diff.oldOfNew, new))
  }
}
