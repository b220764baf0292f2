import StoryArchive
import StoryModel

/// Why a time or a snapshot was not taken, or two revisions could not be compared.
public enum TrackerError: Error, Sendable, CustomStringConvertible {
  /// It is the story's first revision.
  case nothingBefore(Revision)
  /// A time is so far ahead that its story could take no other snapshot for long.
  case ahead(Instant)
  /// A page is older than what the archive knows of its story.
  case olderThanTip(
    _ path: String, StoryID, time: Instant, CaptureRecord.TimeSource, tip: Instant,
    tipWasSeenAgain: Bool)

  public var description: String {
    switch self {
    case .nothingBefore(let revision):
      "there is nothing to compare revision \(revision.number) of '\(revision.story)' with:"
        + " it is the first"
    case .ahead(let time):
      "\(time) is more than a day from now, and a story takes no snapshot that is older than its"
        + " latest"
    case .olderThanTip(let path, let story, let time, let source, let tip, let wasSeenAgain):
      InputError(
        path: path,
        problem: "it was not taken: it is of \(time)"
          + (source == .page ? " (the page's own modified time; --at gives another)" : "")
          + ", but the latest revision of '\(story)' "
          + TrackerError.standing(tip, wasSeenAgain: wasSeenAgain)
      ).description
    }
  }

  /// The end of a sentence about a latest revision that is newer.
  static func standing(_ tip: Instant, wasSeenAgain: Bool) -> String {
    "\(wasSeenAgain ? "still stood at" : "is of") \(tip); '--backfill' inserts it"
  }
}
