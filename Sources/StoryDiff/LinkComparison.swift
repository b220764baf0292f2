import StoryLanguage
import StoryModel

/// Everything that was found in one link of blocks that differ.
final class LinkComparison {
  let link: BlockLink
  let diff: PassageDiff
  let old: Reading, new: Reading
  var findings: ClaimFinder.Findings
  /// Slips mended, by the hunk in which they stand.
  var slips: [(hunk: Int, slip: SlipFinder.Slip)]

  /// Nil for links that are equal, added or removed. Where the pair is mirrored, edits and claims are
  /// found the other way round.
  init?(
    _ link: BlockLink, _ pair: AnalyzedPair, isMirrored: Bool, oldCapturedAt: Instant?,
    newCapturedAt: Instant?
  ) {
    guard !link.isEqual, !link.old.isEmpty, !link.new.isEmpty else { return nil }
    self.link = link
    let oldPassage = Passage(link.old.map { pair.old[$0] })
    let newPassage = Passage(link.new.map { pair.new[$0] })
    let diff =
      isMirrored
      ? PassageDiff(newPassage, oldPassage, pair).mirrored
      : PassageDiff(oldPassage, newPassage, pair)
    let old = Reading(oldPassage, pair, capturedAt: oldCapturedAt)
    let new = Reading(newPassage, pair, capturedAt: newCapturedAt)
    self.diff = diff
    self.old = old
    self.new = new
    guard LinkComparison.isStory(old, link.old.map { pair.old[$0] }, pair),
      LinkComparison.isStory(new, link.new.map { pair.new[$0] }, pair),
      link.old.allSatisfy({ pair.old[$0].kind != .byline }),
      link.new.allSatisfy({ pair.new[$0].kind != .byline })
    else {
      findings = ClaimFinder.Findings()
      slips = []
      return
    }
    let findings =
      isMirrored
      ? ClaimFinder.find(pair.mirrored, diff.mirrored, old: new, new: old).mirrored
      : ClaimFinder.find(pair, diff, old: old, new: new)
    self.findings = findings
    slips = diff.hunks.indices.flatMap { index -> [(hunk: Int, slip: SlipFinder.Slip)] in
      let hunk = diff.hunks[index]
      guard !diff.wholeSentences.contains(index) else { return [] }
      let finder = SlipFinder(pair: pair, old: old, new: new, scope: diff.scope(of: hunk))
      guard findings.meets(hunk) else {
        let slips = finder.slips(hunk.old, hunk.new)
        return (slips.isEmpty ? finder.ends(hunk.old, hunk.new) : slips).map { (index, $0) }
      }
      let ends = finder.ends(hunk.old, hunk.new).filter {
        !findings.meets(Hunk(old: $0.old, new: $0.new))
      }
      let isRestated = !findings.isAsserted(hunk)
      return (ends + (isRestated ? finder.form(hunk.old, hunk.new) : [])).map { (index, $0) }
    }
  }

  /// Adds the claims that only a notice shows to be claims: a plain noun exchanged for
  /// another, both of which a notice names that admits an error (`the viola, not the violin`).
  func complete(by notices: [NoticeFinder.Found], in pair: AnalyzedPair) {
    // Of either version, so that the same is claimed whichever is the older.
    let linkers = notices.flatMap(\.admissions)
    guard !linkers.isEmpty else { return }
    for sentences in diff.sentencePairs {
      for hunk in sentences.hunks where !findings.meets(hunk) {
        let before = hunk.old.filter(old.isContent), after = hunk.new.filter(new.isContent)
        guard let i = before.first, let j = after.first, before.count == 1, after.count == 1,
          old.isWord(i), new.isWord(j), !old.has(i, .saying), !new.has(j, .saying),
          !(old.isCapitalised(i) && new.isCapitalised(j)),
          linkers.contains(where: { $0.names(both: old.lower[i], and: new.lower[j]) }),
          !SlipFinder.isSlipEitherWay(pair, old, hunk.old, new, hunk.new)
        else { continue }
        slips.removeAll { diff.hunks[$0.hunk].old == hunk.old }
        findings.claims.append(
          RawClaim(
            type: .entity, old: i..<i + 1, new: j..<j + 1,
            because: "a notice names the one as wrong and the other as right"))
      }
    }
  }

  /// Claims and slips are looked for in the story, not in what is printed about it or around it.
  private static func isStory(
    _ reading: Reading, _ blocks: [AnalyzedBlock], _ pair: AnalyzedPair
  ) -> Bool {
    let reader = NoticeReader(reading: reading)
    if reader.isFurniture { return false }
    guard blocks.contains(where: { NoticeFinder.mayHoldNotice($0, pair) }),
      let notice = reader.notice(isHeadline: reading.passage.isHeadline)
    else { return true }
    return notice.range.lowerBound > 0
  }
}
