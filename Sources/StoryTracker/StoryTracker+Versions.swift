import Glibc
import StoryArchive
import StoryCapture
import StoryDiff
import StoryModel
import StoryReport

/// What changed between two versions, and which they are.
public struct VersionDiff: Sendable {
  public let heading: ReportHeading
  public let diff: StoryDiff
}

extension StoryTracker {
  /// What changed between two files, each with its page's modified time where it has one.
  public static func compare(_ old: StoryPage, _ new: StoryPage) -> VersionDiff {
    let documents = (old: old.capture.document, new: new.capture.document)
    let times = (old: documents.old.metadata.modifiedAt, new: documents.new.metadata.modifiedAt)
    return VersionDiff(
      heading: ReportHeading(
        old: VersionHeading(capturedAt: times.old, name: old.path, notes: old.notes),
        new: VersionHeading(capturedAt: times.new, name: new.path, notes: new.notes)),
      diff: StoryDiff(
        from: documents.old, to: documents.new, oldCapturedAt: times.old, newCapturedAt: times.new))
  }

  func diff(from old: Revision, to new: Revision) throws -> VersionDiff {
    try VersionDiff(
      heading: ReportHeading(
        story: new.story.description, old: heading(of: old), new: heading(of: new)),
      diff: change(from: old, to: new))
  }

  /// The change alone, for those who show no heading over it.
  func change(from old: Revision, to new: Revision) throws -> StoryDiff {
    try StoryDiff(from: (old, archive.document(of: old)), to: (new, archive.document(of: new)))
  }

  private func heading(of revision: Revision) throws -> VersionHeading {
    var heading = VersionHeading(revision)
    heading.notes = try archive.capture(of: revision).warnings
    return heading
  }

  /// When a page was captured: the time given, else the page's own modified time, else the clock.
  ///
  /// A modified time that cannot be is passed over with a warning: one in the future (a clock that
  /// is some minutes ahead is not meant), and one before 1970, which git cannot keep.
  static func captureTime(
    of page: StoryPage, given time: Instant?, now: Instant
  ) -> (time: Instant, source: CaptureRecord.TimeSource, warning: String?) {
    if let time { return (time, .given, nil) }
    guard let modified = page.capture.document.metadata.modifiedAt else {
      return (now, .clock, nil)
    }
    let problem: String
    if modified.seconds > now.seconds + clockTolerance {
      problem = "in the future"
    } else if modified.seconds < 0 {
      problem = "before 1970"
    } else {
      return (modified, .page, nil)
    }
    let warning =
      "the page says that it was modified at \(modified), which is \(problem): the clock's time was"
      + " taken as the time of its capture (--at gives another)"
    return (now, .clock, warning)
  }

  /// Throws where a time that somebody gives for a capture is more than a day ahead of the clock.
  public static func check(_ time: Instant, now: Instant = .now) throws(TrackerError) {
    if time.seconds > now.seconds + 86_400 { throw .ahead(time) }
  }

  /// Seconds that the clock of a page's server may be ahead.
  private static let clockTolerance: Int64 = 300

  /// The latest revision of a story; nil where the archive has no such story.
  func latest(of story: StoryID) throws -> Revision? {
    do {
      return try archive.revision(.latest, of: story)
    } catch ArchiveError.noSuchStory {
      return nil
    }
  }
}

extension StoryDiff {
  init(
    from old: (revision: Revision, document: Document),
    to new: (revision: Revision, document: Document)
  ) {
    self.init(
      from: old.document, to: new.document, oldCapturedAt: old.revision.knownCapturedAt,
      newCapturedAt: new.revision.knownCapturedAt)
  }
}

extension Revision {
  /// When it was captured; nil where that is only assumed, and shows nothing of the days that a text names.
  var knownCapturedAt: Instant? { timeSource == .assumed ? nil : capturedAt }
}

extension VersionHeading {
  /// What a heading says of a revision.
  public init(_ revision: Revision) {
    self.init(
      revision: revision.number, commit: "\(revision.commit)", capturedAt: revision.capturedAt,
      timeSource: revision.timeSource,
      lastSeenAt: revision.lastSeenAt > revision.capturedAt ? revision.lastSeenAt : nil,
      supersededBy: revision.isSuperseded ? revision.supersededBy?.description ?? "" : nil)
  }
}

extension HistoryEntry {
  init(_ revision: Revision, since diff: StoryDiff?) {
    self.init(
      number: revision.number, commit: "\(revision.commit)", capturedAt: revision.capturedAt,
      lastSeenAt: revision.lastSeenAt > revision.capturedAt ? revision.lastSeenAt : nil,
      timeSource: revision.timeSource, headline: revision.headline,
      summary: diff?.summary.text ?? "First revision.", significance: diff?.summary.significance)
  }
}

extension Instant {
  /// The system's clock, in UTC.
  public static var now: Instant { Instant(seconds: Int64(time(nil))) }
}
