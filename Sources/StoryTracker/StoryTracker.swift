import StoryArchive
import StoryCapture
import StoryDiff
import StoryModel
import StoryReport

/// Takes snapshots of stories, compares their revisions, tells their history.
public struct StoryTracker: Sendable {
  public let archive: StoryArchive

  public init(_ archive: StoryArchive) { self.archive = archive }

  /// Records a page as the next revision of a story, and says what it changed.
  ///
  /// `story` and `time` decide where they are given; else the page's own address, and its modified
  /// time where that is news, or the clock.
  public func snapshot(
    _ page: StoryPage, of story: StoryID? = nil, at time: Instant? = nil, now: Instant = .now
  ) throws -> SnapshotResult {
    let story = try page.story(or: story)
    let (capturedAt, source) = try captureTime(of: page, story: story, given: time, now: now)
    let snapshot = Snapshot(
      source: page.bytes, document: page.capture.document,
      capture: page.capture.record(capturedAt: capturedAt, timeSource: source))
    let outcome = try archive.record(snapshot, of: story)
    var summary: Summary?
    if case .added(let revision, let previous?) = outcome {
      summary = try diff(from: previous, to: revision).diff.summary
    }
    let latest = try archive.revision(.latest, of: story)
    return SnapshotResult(
      story: story, outcome: outcome, summary: summary,
      isLatest: latest.number == outcome.revision.number)
  }

  /// What changed between two revisions of a story; without `old`, since the one before `new`.
  public func diff(
    of story: StoryID, from old: RevisionSelector? = nil, to new: RevisionSelector = .latest
  ) throws -> VersionDiff {
    let newer = try archive.revision(new, of: story)
    if let old { return try diff(from: archive.revision(old, of: story), to: newer) }
    guard newer.number > 1 else { throw TrackerError.nothingBefore(newer) }
    return try diff(from: archive.revision(.number(newer.number - 1), of: story), to: newer)
  }

  /// A story's revisions, newest first, each with what it changed.
  public func history(of story: StoryID, limit: Int = .max) throws -> [HistoryEntry] {
    // One more than is shown, since a revision's changes are told from the one before.
    let revisions = try archive.history(of: story, limit: limit == .max ? limit : limit + 1)
    var entries: [HistoryEntry] = []
    var newer: (revision: Revision, document: Document)?
    for revision in revisions {
      let document = try archive.document(of: revision)
      if let newer {
        let diff = StoryDiff(from: (revision, document), to: newer)
        entries.append(HistoryEntry(newer.revision, since: diff))
      }
      newer = (revision, document)
    }
    if let newer, entries.count < limit { entries.append(HistoryEntry(newer.revision, since: nil)) }
    return entries
  }
}
