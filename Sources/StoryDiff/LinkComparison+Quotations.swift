import StoryLanguage

extension LinkComparison {
  /// What was found, without the quotations in which no more than a slip was mended (`“I could of gone”` →
  /// `could have`) or made: the speaker says the same. A slip is looked for both ways, so that it is no claim either way.
  static func withoutSlips(
    _ findings: ClaimFinder.Findings, _ pair: AnalyzedPair, _ diff: PassageDiff, _ old: Reading,
    _ new: Reading
  ) -> ClaimFinder.Findings {
    func isSlip(_ claim: RawClaim) -> Bool {
      guard claim.type == .quotation,
        let hunk = diff.hunks.first(where: { $0.meets(claim.old, claim.new) }),
        max(hunk.old.count, hunk.new.count) <= 2,
        claim.old.map({ $0 == hunk.old }) ?? hunk.old.isEmpty,
        claim.new.map({ $0 == hunk.new }) ?? hunk.new.isEmpty
      else { return false }
      // Another preposition, or one more, may be what was said.
      let prepositions = pair.language.slips.prepositions
      let areSmall =
        hunk.old.allSatisfy { prepositions.contains(old.lower[$0]) }
        && hunk.new.allSatisfy { prepositions.contains(new.lower[$0]) }
      if areSmall { return false }
      return SlipFinder.isSlipEitherWay(
        pair, old, hunk.old, new, hunk.new, scope: diff.scope(of: hunk))
    }
    guard findings.claims.contains(where: { $0.type == .quotation }) else { return findings }
    var findings = findings
    findings.claims.removeAll(where: isSlip)
    return findings
  }
}
