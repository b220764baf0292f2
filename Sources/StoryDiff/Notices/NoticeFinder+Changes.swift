import StoryLanguage
import StoryModel

/// Notices that only the changes of the story show to be some.
extension NoticeFinder {
  /// Tokens of the longest block that is one for what it sets right.
  private static let longestRemark = 45

  /// A short block that came or went at the end, owns up to something and gives both values of a change, in words that
  /// nobody is said to have spoken.
  static func tellsOfChange(
    _ link: BlockLink, _ comparisons: [LinkComparison], _ pair: AnalyzedPair
  ) -> Found? {
    let isNew = link.old.isEmpty
    guard isNew != link.new.isEmpty else { return nil }
    let positions = isNew ? link.new : link.old, blocks = isNew ? pair.new : pair.old
    guard positions.count == 1, let position = positions.first else { return nil }
    let block = blocks[position]
    guard block.kind == .paragraph || block.kind == .notice, block.tokens.count <= longestRemark
    else { return nil }
    let reading = Reading(Passage([block]), pair, capturedAt: nil)
    let reader = NoticeReader(reading: reading), whole = 0..<reading.count
    guard reading.quotes.isEmpty, !reader.isFurniture, whole.contains(where: reader.ownsUp),
      !whole.contains(where: { reading.has($0, .saying) && !reader.sign($0).contains(.act) }),
      !reading.passage.sentences.contains(where: reader.isReported)
    else { return nil }
    let linker = NoticeLinker(reading, whole)
    let names = comparisons.contains { comparison in
      comparison.findings.claims.contains { claim in
        claim.old != nil && claim.new != nil
          && linker.namesBoth(
            NoticeLinker.Candidate(claim: claim, old: comparison.old, new: comparison.new))
      }
    }
    guard names else { return nil }
    return Found(
      kind: .correction, change: isNew ? .added : .removed, old: isNew ? nil : block.index,
      new: isNew ? block.index : nil, date: nil, text: block.text, linker: isNew ? linker : nil,
      oldLinker: isNew ? nil : linker)
  }
}
