import StoryLanguage
import StoryModel

/// Everything that was found in one link of blocks that differ.
final class LinkComparison {
  let link: BlockLink
  let pair: AnalyzedPair
  let diff: PassageDiff
  let old: Reading, new: Reading
  /// Whether claims and slips are looked for here.
  let isRead: Bool
  var findings: ClaimFinder.Findings
  /// Slips mended, by the hunk in which they stand.
  var slips: [(hunk: Int, slip: SlipFinder.Slip)]

  /// For a link that was edited. Where the pair is mirrored, edits and claims are found the other way round.
  init(
    _ link: BlockLink, _ pair: AnalyzedPair, isMirrored: Bool, oldCapturedAt: Instant?,
    newCapturedAt: Instant?
  ) {
    self.link = link
    self.pair = pair
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
      isRead = false
      findings = ClaimFinder.Findings()
      slips = []
      return
    }
    isRead = true
    let found =
      isMirrored
      ? ClaimFinder.find(pair.mirrored, diff.mirrored, old: new, new: old).mirrored
      : ClaimFinder.find(pair, diff, old: old, new: new)
    let findings = LinkComparison.withoutSlips(found, pair, diff, old, new)
    self.findings = findings
    slips = diff.hunks.indices.flatMap { index -> [(hunk: Int, slip: SlipFinder.Slip)] in
      let hunk = diff.hunks[index]
      guard !diff.wholeSentences.contains(index) else { return [] }
      let finder = SlipFinder(pair: pair, old: old, new: new, scope: diff.scope(of: hunk))
      guard findings.meets(hunk) else {
        if LinkComparison.isCountedAnew(index, diff, old, new) { return [] }
        let slips = finder.slips(hunk.old, hunk.new)
        return (slips.isEmpty ? finder.ends(hunk.old, hunk.new) : slips).map { (index, $0) }
      }
      let isRestated = !findings.isAsserted(hunk)
      let ends = finder.ends(hunk.old, hunk.new).filter {
        isRestated || !findings.meets(Hunk(old: $0.old, new: $0.new))
      }
      return (ends + (isRestated ? finder.form(hunk.old, hunk.new) : [])).map { (index, $0) }
    }
    setExchangedNamesAside()
    let finder = SlipFinder(pair: pair, old: old, new: new)
    for (index, (first, second)) in zip(diff.hunks, diff.hunks.dropFirst()).enumerated() {
      guard let slip = finder.transposed(first, second), !findings.meets(first),
        !findings.meets(second)
      else { continue }
      slips.removeAll { $0.hunk == index || $0.hunk == index + 1 }
      slips.append((index, slip))
      slips.append((index + 1, slip))
      slips.sort { $0.hunk < $1.hunk }
    }
  }

  /// The slips, where those of neighbouring edits that share a word are one (`three-to-five day` → `three-
  /// to five-day`), and those of grammar or names in neighbouring words (`increasingly reliant` → `increasing reliance`).
  var joinedSlips: [SlipFinder.Slip] {
    var result: [(hunk: Int, slip: SlipFinder.Slip)] = []
    for next in slips {
      guard let last = result.last, last.slip.kind == next.slip.kind,
        last.hunk == next.hunk
          ? [.grammar, .name].contains(next.slip.kind)
            && last.slip.old.upperBound == next.slip.old.lowerBound
          : last.hunk + 1 == next.hunk && last.slip.because == next.slip.because
            && last.slip.old.overlaps(next.slip.old) && last.slip.new.overlaps(next.slip.new)
      else {
        result.append(next)
        continue
      }
      let joined = SlipFinder.Slip(
        kind: last.slip.kind, old: last.slip.old.lowerBound..<next.slip.old.upperBound,
        new: last.slip.new.lowerBound..<next.slip.new.upperBound, because: last.slip.because)
      result[result.count - 1] = (next.hunk, joined)
    }
    return result.map(\.slip)
  }

  /// `a stolen car` → `two stolen cars`: whether an edit only gives a noun the form that another number before it asks for.
  private static func isCountedAnew(
    _ index: Int, _ diff: PassageDiff, _ old: Reading, _ new: Reading
  ) -> Bool {
    let hunk = diff.hunks[index]
    guard index > 0, hunk.old.count == 1, hunk.new.count == 1, let i = hunk.old.first,
      let j = hunk.new.first, case let before = diff.hunks[index - 1],
      (1...3).contains(i - before.old.upperBound),
      (before.old.upperBound..<i).allSatisfy({ old.isWord($0) })
    else { return false }
    func counts(_ side: Range<Int>, _ reading: Reading) -> Bool {
      side.last.map {
        reading.tokens[$0].kind == .number
          || reading.has($0, [.article, .cardinal, .vague, .collective])
      } ?? false
    }
    let (was, now) = (old.lower[i], new.lower[j])
    return counts(before.old, old) && counts(before.new, new)
      && ["s", "es"].contains { was + $0 == now || now + $0 == was }
  }

  /// Claims and slips are looked for in the story, not in what is printed about it or around it.
  private static func isStory(
    _ reading: Reading, _ blocks: [AnalyzedBlock], _ pair: AnalyzedPair
  ) -> Bool {
    let reader = NoticeReader(reading: reading)
    if reader.isFurniture { return false }
    guard blocks.contains(where: { NoticeFinder.mayHoldNotice($0, pair) }),
      let notice = reader.notice(isHeadline: blocks.first?.isHeadline ?? false)
    else { return true }
    return notice.range.lowerBound > 0
  }
}
