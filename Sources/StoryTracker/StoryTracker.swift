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
  /// time, or the clock where it has none that can be.
  public func snapshot(
    _ page: StoryPage, of story: StoryID? = nil, at time: Instant? = nil, now: Instant = .now
  ) throws -> SnapshotResult {
    if let time { try StoryTracker.check(time, now: now) }
    let story = try page.story(or: story)
    let (capturedAt, source, warning) = StoryTracker.captureTime(of: page, given: time, now: now)
    var capture = page.capture.record(capturedAt: capturedAt, timeSource: source)
    if let warning { capture.warnings.append(warning) }
    let snapshot = Snapshot(
      source: page.bytes, document: page.capture.document, capture: capture)
    let outcome: RecordOutcome
    do {
      outcome = try archive.record(snapshot, of: story)
    } catch ArchiveError.olderThanTip(_, _, let tip, let wasSeenAgain) {
      throw TrackerError.olderThanTip(
        page.path, story, time: capturedAt, source, tip: tip, tipWasSeenAgain: wasSeenAgain)
    }
    var summary: Summary?
    if case .added(let revision, let previous?) = outcome {
      summary = try change(from: previous, to: revision).summary
    }
    let latest = try archive.revision(.latest, of: story)
    return SnapshotResult(
      story: story, outcome: outcome, summary: summary,
      isLatest: latest.number == outcome.revision.number,
      notes: page.notes + (warning.map { [$0] } ?? []))
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
