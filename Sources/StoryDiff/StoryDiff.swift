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
  public init(from old: Document, to new: Document, oldCapturedAt: Instant? = nil, newCapturedAt: Instant? = nil) {
    self.old = VersionSide(document: old, incomplete: nil)
    self.new = VersionSide(document: new, incomplete: nil)
    blocks = []
    claims = []
    corrections = []
    notices = []
    summary = Summary()
  }
}
