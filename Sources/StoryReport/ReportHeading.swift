import StoryModel

/// What stands above a report: which story, and which two versions of it.
public struct ReportHeading: Sendable, Hashable {
  /// The story's id; nil where two files are compared.
  public var story: String?
  public var old: VersionHeading
  public var new: VersionHeading

  public init(
    story: String? = nil, old: VersionHeading = VersionHeading(),
    new: VersionHeading = VersionHeading()
  ) {
    self.story = story
    self.old = old
    self.new = new
  }
}

/// What is known of one version apart from its text; nil is left out of every report.
public struct VersionHeading: Sendable, Hashable {
  /// The revision's number, from 1.
  public var revision: Int?
  /// The commit's object id in hexadecimal.
  public var commit: String?
  public var capturedAt: Instant?
  /// How that is known; nil for what is in no archive.
  public var timeSource: CaptureRecord.TimeSource?
  /// When the version was last seen unchanged.
  public var lastSeenAt: Instant?
  /// Of a superseded history: the commit of the revision whose insertion superseded it, empty where none
  /// says so.
  public var supersededBy: String?
  /// The file's name, where two files are compared.
  public var name: String?
  /// What a reader should know of how the version was read: a charset that was guessed, bytes that
  /// could not be decoded.
  public var notes: [String]

  public init(
    revision: Int? = nil, commit: String? = nil, capturedAt: Instant? = nil,
    timeSource: CaptureRecord.TimeSource? = nil, lastSeenAt: Instant? = nil,
    supersededBy: String? = nil, name: String? = nil, notes: [String] = []
  ) {
    self.revision = revision
    self.commit = commit
    self.capturedAt = capturedAt
    self.timeSource = timeSource
    self.lastSeenAt = lastSeenAt
    self.supersededBy = supersededBy
    self.name = name
    self.notes = notes
  }

  /// What goes on from `superseded`: by what, and why; nil where it is not.
  var superseded: String? {
    supersededBy.map { by in
      (by.isEmpty ? "" : "by \(by.prefix(10)), ")
        + "since an older capture was inserted; 'stet history --all' lists both"
    }
  }

  /// When it was captured, and how that is known where it matters to who reads it.
  var captured: String? { capturedAt.map { $0.spoken + (timeSource?.note ?? "") } }
}

extension CaptureRecord.TimeSource {
  /// What is said behind a time that is known in this way; empty where nothing need be said.
  var note: String {
    switch self {
    case .given, .clock: ""
    case .page: " (by the page)"
    case .assumed: " (assumed)"
    }
  }
}
