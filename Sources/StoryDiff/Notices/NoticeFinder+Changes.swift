import StoryLanguage
import StoryModel

/// Notices that only the changes of the story show to be some.
extension NoticeFinder {
  /// Tokens of the longest block that is one for what it sets right.
  private static let longestRemark = 45

  /// A short block that came or went at the end, owns up to something and gives both values of a change, or speaks of
  /// one as a notice does, in words that nobody is said to have spoken.
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
    let plain = whole.filter(reader.ownsUp)
    let owning = plain.isEmpty ? whole.filter(reader.mayOwnUp) : plain
    guard !reader.isFurniture, !owning.isEmpty,
      reading.quotes.isEmpty || whole.contains(where: reader.apologises),
      // `Readers said that 90cm was too much. The height has been corrected.`
      !reading.passage.sentences.contains(where: { sentence in
        owning.contains(where: sentence.contains)
          && (reader.isReported(sentence)
            || sentence.contains { reading.has($0, .saying) && !reader.sign($0).contains(.act) })
      })
    else { return nil }
    let linker = NoticeLinker(reading, whole)
    let candidates = comparisons.flatMap { comparison in
      comparison.findings.claims.filter { $0.old != nil && $0.new != nil }.map {
        NoticeLinker.Candidate(claim: $0, old: comparison.old, new: comparison.new)
      }
    }
    let mends = comparisons.contains { comparison in
      comparison.findings.names.contains { name in
        linker.names(
          both: comparison.old.lower[name.old].map { $0 },
          and: comparison.new.lower[name.new].map { $0 })
      }
    }
    guard
      mends || candidates.contains(where: linker.namesBoth)
        || !plain.isEmpty && !linker.acknowledged(candidates).isEmpty
    else { return nil }
    return Found(
      kind: .correction, change: isNew ? .added : .removed, old: isNew ? nil : block.index,
      new: isNew ? block.index : nil, date: nil, text: block.text, linker: isNew ? linker : nil,
      oldLinker: isNew ? nil : linker)
  }
}
