import StoryLanguage

/// Whether two statements agree enough in their other words for one to be the other, changed.
extension ClaimFinder {
  /// Tokens of an edit that writes a part of a sentence anew.
  private static let longEdit = 8, longestEdit = 12
  /// Share of words in common below which two sentences say other things, and below which hardly one is the other.
  private static let leastAgreement = 0.5, leastForPhrases = 0.35
  /// How far off words in common still show that two values are of one thing, and how many do.
  private static let reach = 5, leastShared = 2

  /// Takes back the claims of a sentence that was written anew, where nothing stands in both versions around the two
  /// values: `the fire that grew near Oakhaven`, `line was cut along Milford Creek`.
  mutating func dropUnsupported(from first: Int, _ sentences: PassageDiff.SentencePair) {
    let longest = sentences.hunks.map { max($0.old.count, $0.new.count) }.max() ?? 0
    guard longest >= ClaimFinder.longEdit else { return }
    let agreement = agreement(sentences)
    guard agreement < ClaimFinder.leastAgreement else { return }
    let kinds: Set<ClaimChange.Kind> = [
      .entity, .date, .time, .quantity, .money, .percentage,
    ]
    var index = first
    while index < findings.claims.count {
      let claim = findings.claims[index]
      let isUnsupported =
        if let old = claim.old, let new = claim.new {
          kinds.contains(claim.type) && shared(old, new, sentences) < ClaimFinder.leastShared
        } else {
          kinds.contains(claim.type) && agreement < ClaimFinder.leastForPhrases
            && longest >= ClaimFinder.longestEdit
        }
      if isUnsupported { findings.claims.remove(at: index) } else { index += 1 }
    }
  }

  /// Which share of the words that say something in either version is in both.
  private func agreement(_ sentences: PassageDiff.SentencePair) -> Double {
    let before = sentences.old.filter { old.isContent($0) }
    let after = sentences.new.count { new.isContent($0) }
    let kept = before.count { diff.newOfOld[$0] >= 0 }
    return Double(2 * kept) / Double(max(1, before.count + after))
  }

  /// How many words that say something are in both versions near the two values.
  private func shared(
    _ mine: Range<Int>, _ theirs: Range<Int>, _ sentences: PassageDiff.SentencePair
  ) -> Int {
    func around(_ range: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
      max(
        sentence.lowerBound, range.lowerBound - ClaimFinder.reach)..<min(
          sentence.upperBound, range.upperBound + ClaimFinder.reach)
    }
    let near = around(theirs, in: sentences.new)
    return around(mine, in: sentences.old).count {
      old.isContent($0) && !mine.contains($0) && near.contains(diff.newOfOld[$0])
    }
  }
}
