import StoryLanguage
import StoryModel

/// Labels of notices that a story has for headings of its own: `Clarification: Melt the butter …`, `Correction: If
/// it catches, …`, `Update: Next day, …`.
///
/// Several of more than one kind, in both versions, with the story before and after them, none of which says
/// anything of a text. O(blocks).
enum StoryLabels {
  /// Fewer may well be the notes of a blog.
  private static let leastLabels = 3

  /// The blocks of both versions that begin with such a label.
  static func find(in pair: AnalyzedPair) -> Set<ObjectIdentifier> {
    let old = labelled(pair.old, pair)
    guard !old.isEmpty else { return [] }
    let new = labelled(pair.new, pair)
    return new.isEmpty ? [] : Set((old + new).map { ObjectIdentifier($0) })
  }

  private static func labelled(_ blocks: [AnalyzedBlock], _ pair: AnalyzedPair) -> [AnalyzedBlock] {
    var kinds: Set<String> = []
    let labelled = blocks.filter { block in
      guard let (count, kind) = pair.noticeLabel(of: block), count < block.tokens.count,
        pair.vocabulary.text(block.tokens[count].word) == ":"
      else { return false }
      kinds.insert(kind)
      return true
    }
    guard labelled.count >= leastLabels, kinds.count > 1, let first = labelled.first?.index,
      let last = labelled.last?.index,
      blocks.contains(where: { $0.index < first && $0.kind == .paragraph }),
      blocks.contains(where: { $0.index > last && $0.kind == .paragraph }),
      !labelled.contains(where: { tellsOfText($0, pair) })
    else { return [] }
    return labelled
  }

  /// Whether a block says, after its label, what a text did or what was done to it, or what is not so.
  private static func tellsOfText(_ block: AnalyzedBlock, _ pair: AnalyzedPair) -> Bool {
    let reading = Reading(Passage([block]), pair, capturedAt: nil)
    let reader = NoticeReader(reading: reading)
    let start = pair.noticeLabel(of: block)?.count ?? 0
    let signs: NoticeSigns = [.error, .fix, .edit, .clarity, .update, .earlier, .voice]
    return (start..<reading.count).contains { position in
      !reader.sign(position).isDisjoint(with: signs) || reader.deniesValue(position)
        || reading.match(reading.language.noticePhrases, position, end: reading.count) != nil
        || reading.match(reading.language.noticeSubjects, position, end: reading.count) != nil
    }
  }
}

extension AnalyzedPair {
  /// The label of a notice with which a block begins, in tokens, and its kind.
  func noticeLabel(of block: AnalyzedBlock) -> (count: Int, kind: String)? {
    guard let first = block.tokens.first, !block.isHeadline,
      known.begins(of: first.word) & language.noticeLabels.bit != 0
    else { return nil }
    return language.noticeLabels.match(at: 0, end: block.tokens.count) {
      known.place(of: block.tokens[$0].word)
    }.map { (count: $0.count, kind: $0.payload) }
  }

  /// The kind of notice that a block above this one is the label of, and nothing else.
  func labelAbove(_ block: AnalyzedBlock) -> NoticeChange.Kind? {
    neighbour(of: block, by: -1).flatMap(loneLabel)
  }

  /// The block below one that is the label of a notice and nothing else.
  func blockUnderLabel(_ block: AnalyzedBlock) -> AnalyzedBlock? {
    loneLabel(block) == nil ? nil : neighbour(of: block, by: 1)
  }

  private func loneLabel(_ block: AnalyzedBlock) -> NoticeChange.Kind? {
    guard block.tokens.count <= 8, let (count, kind) = noticeLabel(of: block),
      block.tokens.dropFirst(count).allSatisfy({ vocabulary.text($0.word) == ":" })
    else { return nil }
    return NoticeChange.Kind(rawValue: kind)
  }

  private func neighbour(of block: AnalyzedBlock, by step: Int) -> AnalyzedBlock? {
    let place = block.index + step
    let blocks = block.index < new.count && new[block.index] === block ? new : old
    guard blocks.indices.contains(block.index), blocks[block.index] === block,
      blocks.indices.contains(place)
    else { return nil }
    return blocks[place]
  }
}
