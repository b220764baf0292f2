import StoryLanguage

/// What stands elsewhere in the newer version, and is neither gone nor new.
extension ClaimFinder {
  /// `“A,” she said. “B.”` → `“A. B,” she said.`: a source that one sentence lost stands in another one.
  mutating func dropMovedSources() {
    func words(_ range: Range<Int>?, _ reading: Reading) -> [String] {
      (range ?? 0..<0).map { reading.lower[$0] }.sorted()
    }
    func isLone(_ claim: RawClaim, inOld: Bool) -> Bool {
      claim.type == .attribution && (inOld ? claim.new : claim.old) == nil
    }
    let claims = findings.claims
    for lost in claims where isLone(lost, inOld: true) {
      let said = words(lost.old, old)
      guard
        let back = findings.claims.firstIndex(where: {
          isLone($0, inOld: false) && words($0.new, new) == said
        })
      else { continue }
      findings.claims.remove(at: back)
      findings.claims.removeAll { isLone($0, inOld: true) && $0.old == lost.old }
    }
  }

  /// Whether a hedge of which an edit has no counterpart stands elsewhere in the other version's sentence: moved there by
  /// another edit (`was apparently` → `it appears that … was`), or before the joiner of two clauses of which it says
  /// both (`may open and close` → `may open and may close`). Beside a counterpart that is no hedge (`it is possible that …
  /// will` → `may`) it is moved only in other words: two verbs may have exchanged theirs.
  func isSaidElsewhere(
    _ hedge: Mention, besides counterpart: Mention?, _ hunk: Hunk, _ others: [Mention], inOld: Bool
  ) -> Bool {
    guard Certainty.isHedge(hedge), !(counterpart.map(Certainty.isHedge) ?? false),
      counterpart != nil || !isReworded(hunk)
    else { return false }
    let (own, reading) = inOld ? (old, new) : (new, old)
    let other = inOld ? hunk.new : hunk.old
    return others.contains { candidate in
      guard candidate.value == hedge.value, !candidate.core.overlaps(other) else { return false }
      let isSameWord =
        candidate.core.count == hedge.core.count
        && zip(candidate.core, hedge.core).allSatisfy { reading.lower[$0] == own.lower[$1] }
      if isTouched(candidate.core, inOld: !inOld) { return counterpart == nil || !isSameWord }
      return isSameWord && counterpart == nil && candidate.core.upperBound <= other.lowerBound
        && !other.contains(where: reading.isContent)
        && (candidate.core.upperBound..<other.upperBound).contains {
          reading.has($0, .numberJoiner)
        }
    }
  }
}
