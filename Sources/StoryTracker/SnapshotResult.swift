import StoryArchive
import StoryDiff
import StoryModel

/// What became of a snapshot, in one line for a person.
public struct SnapshotResult: Sendable, CustomStringConvertible {
  public let story: StoryID
  public let outcome: RecordOutcome
  /// What a new revision changed; nil for a first one, and where nothing was added.
  public let summary: Summary?
  /// Whether the revision that says what the snapshot says is the story's latest.
  public let isLatest: Bool
  /// What a reader should know of how the bytes were read, and of the time that was taken.
  public let notes: [String]

  public var description: String {
    let number = outcome.revision.number
    return switch outcome {
    case .added: "revision \(number) of \(story): \(summary?.text ?? "first revision")"
    case .inserted:
      "inserted as revision \(number) of \(story): \(summary?.text ?? "first revision")"
    case .seenAgain: "unchanged since revision \(number) of \(story)"
    // Nothing was recorded, so it is not said as of one that was seen again.
    case .alreadyKnown, .alreadyFollowed:
      "already there as revision \(number) of \(story)\(isLatest ? ", the latest" : "")"
    }
  }

  /// Why a snapshot that says what an earlier revision of its second says was not recorded as one that
  /// came back.
  static func followedNote(_ revision: Revision, at time: Instant) -> String {
    "nothing was recorded: '\(revision.story)' said this at \(time), as revision \(revision.number), and"
      + " something else after it within the same second; if it then went back to this text, give it a later"
      + " time"
  }
}
