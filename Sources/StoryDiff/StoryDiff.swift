import StoryModel

/// What changed between two versions of a story.
public struct StoryDiff: Sendable, Equatable {
  public let old: VersionSide, new: VersionSide
  /// Every block of both versions, each exactly once, in reading order.
  public let blocks: [BlockChange]
  public let claims: [ClaimChange]
  public let corrections: [Correction]
  public let notices: [NoticeChange]
  public let summary: Summary

  /// Whether anything but the way it is typed differs.
  public var storyChanged: Bool { blocks.contains { $0.change != .unchanged || $0.moved } }

  /// The report of what changed from `old` to `new`.
  ///
  /// The times tell which day `on Monday` or `yesterday` means; without them, days that are named so
  /// are compared only with days named alike. Pure: the same input gives the same report. Near linear
  /// in the words of both versions.
  public init(
    from old: Document, to new: Document, oldCapturedAt: Instant? = nil,
    newCapturedAt: Instant? = nil
  ) {
    // Alignment, edits and claims are the same whichever way round a pair is asked for: they are
    // found in one order, that of the texts, and turned round where need be.
    let isMirrored = new.comesBefore(old)
    let ordered = isMirrored ? AnalyzedPair(old: new, new: old) : AnalyzedPair(old: old, new: new)
    let found = BlockAligner.links(ordered)
    let pair = isMirrored ? ordered.mirrored : ordered
    let links = isMirrored ? found.map(\.mirrored) : found
    let comparisons = links.filter(\.isEdited).map {
      LinkComparison(
        $0, pair, isMirrored: isMirrored, oldCapturedAt: oldCapturedAt,
        newCapturedAt: newCapturedAt)
    }
    for comparison in comparisons { comparison.adoptStorySpellings() }
    let spellings = comparisons.reduce(into: Respellings()) { $0.formUnion($1.respellings) }
    for comparison in comparisons {
      comparison.adopt(spellings)
      comparison.adoptSlips(spellings.words)
    }
    // Where more verbs went into the past, the story is told from a later day, and none of them was a slip.
    if comparisons.reduce(0, { $0 + $1.verbsPutIntoPast }) > 1 {
      for comparison in comparisons { comparison.setTensesAside() }
    }
    let notices = NoticeFinder.find(
      pair, links, comparisons, oldCapturedAt: oldCapturedAt, newCapturedAt: newCapturedAt)
    for comparison in comparisons { comparison.complete(by: notices, in: pair) }
    let facts = FactAssembler.assemble(comparisons, notices)

    self.old = VersionSide(
      document: old, incomplete: IncompleteFinder.find(pair.old, against: pair.new, pair))
    self.new = VersionSide(
      document: new, incomplete: IncompleteFinder.find(pair.new, against: pair.old, pair))
    blocks = BlockAssembler.assemble(links, comparisons, pair)
    claims = facts.claims
    corrections = facts.corrections
    self.notices = facts.notices
    summary = Summarizer.summarize(
      blocks, facts, furniture: FurnitureFinder.find(pair, links),
      oldIncomplete: self.old.incomplete, newIncomplete: self.new.incomplete)
  }
}

extension Document {
  /// An order of documents by their text alone.
  fileprivate func comesBefore(_ other: Document) -> Bool {
    for (mine, theirs) in zip(blocks, other.blocks) where mine != theirs {
      return mine.text == theirs.text
        ? mine.kind.rawValue < theirs.kind.rawValue
        : mine.text.utf8.lexicographicallyPrecedes(theirs.text.utf8)
    }
    return blocks.count < other.blocks.count
  }
}
