import Git
import StoryModel

/// Snapshots of one story that are given in their order, as the files of a command are, or the versions
/// of a record.
///
/// Within one second the order says more than the time: each stands where the one before it does, or
/// after that. So a text that comes back within the second is a new revision, and the same snapshots,
/// given once more, are found one after another where they were recorded.
public struct SnapshotRun: Sendable {
  private var seconds: Int64?
  private var commit: ObjectID?

  /// The first one may stand anywhere in its second.
  public init() {}

  /// Those that follow a revision, at the time when it was last seen or later.
  public init(after revision: Revision) {
    (seconds, commit) = (revision.lastSeenAt.seconds, revision.commit)
  }

  /// Goes on with the snapshot of `time`, of which that became.
  public mutating func follow(_ outcome: RecordOutcome, at time: Instant) {
    (seconds, commit) = (time.seconds, outcome.revision.commit)
  }

  /// The revision before which a snapshot of `time` cannot stand; nil where it may anywhere in its second.
  func place(at time: Instant) -> ObjectID? { time.seconds == seconds ? commit : nil }
}
