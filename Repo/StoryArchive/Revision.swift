import Git
import StoryModel

public typealias ObjectID = Git.ObjectID

/// One version of a story, as its commit tells of it.
public struct Revision: Sendable, Hashable {
  public let story: StoryID
  /// 1 for the story's first revision.
  public let number: Int
  public let commit: ObjectID
  /// The commit of the revision before; nil for the first.
  public let parent: ObjectID?
  public let capturedAt: Instant
  public let timeSource: CaptureRecord.TimeSource
  /// The headline, or the first block's beginning; `(no text)` where there is none.
  public let headline: String
  /// The address of the capture, where it is known.
  public let url: String?
  /// The extractor that read the text, and its version.
  public let extractor: String
  /// The last time that the story was seen to say the same; `capturedAt` if it never was again.
  public internal(set) var lastSeenAt: Instant
  /// When the revision before was last seen, where that is later than its capture.
  let previousSeenAt: Instant?
  /// The latest revisions of the histories that this one's insertion superseded; mostly none.
  public let supersedes: [ObjectID]
  /// Whether it is of a superseded history, and the revision whose insertion superseded that; nil where
  /// none says so. Only looked for by its commit is it known.
  public internal(set) var isSuperseded = false
  public internal(set) var supersededBy: ObjectID?
  let tree: ObjectID

  /// Whether the revision is known to have stood at `time`.
  func stood(at time: Instant) -> Bool {
    capturedAt.seconds <= time.seconds && time.seconds <= lastSeenAt.seconds
  }
}

/// What became of a snapshot.
public enum RecordOutcome: Sendable, Hashable {
  /// It is a new revision.
  case added(Revision, previous: Revision?)
  /// It says what the latest revision says; that it still stood is kept.
  case seenAgain(Revision)
  /// The archive knew that already.
  case alreadyKnown(Revision)
  /// The archive knew that already, and that another text followed within the second of the snapshot. That
  /// the text came back, if it did, is not recorded: it cannot be told from a repetition.
  case alreadyFollowed(Revision)
  /// It is a new revision with later ones after it, which have other numbers and commits now.
  case inserted(Revision, previous: Revision?, superseded: ObjectID)

  /// The revision that says what the snapshot says.
  public var revision: Revision {
    switch self {
    case .added(let revision, _), .seenAgain(let revision), .alreadyKnown(let revision),
      .alreadyFollowed(let revision), .inserted(let revision, _, _):
      revision
    }
  }
}

/// A story as a list shows it.
public struct StoryListing: Sendable, Hashable {
  public let id: StoryID
  /// The headline of the latest revision.
  public let headline: String
  /// How many revisions there are.
  public let revisions: Int
  /// When the latest revision was captured.
  public let lastChanged: Instant
  /// When the story was last captured, changed or not.
  public let lastSeen: Instant

  public init(
    id: StoryID, headline: String, revisions: Int, lastChanged: Instant, lastSeen: Instant
  ) {
    self.id = id
    self.headline = headline
    self.revisions = revisions
    self.lastChanged = lastChanged
    self.lastSeen = lastSeen
  }
}
