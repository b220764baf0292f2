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
  /// time, or the clock where it has none that can be. One that is older than what is known of the
  /// story is refused, unless it is to be inserted (`backfill`).
  public func snapshot(
    _ page: StoryPage, of story: StoryID? = nil, at time: Instant? = nil, backfill: Bool = false,
    now: Instant = .now
  ) throws -> SnapshotResult {
    try snapshot(page, of: story, at: time, backfill: backfill, in: nil, now: now).result
  }

  /// The same for one of several that are given in their order, and the time of its capture.
  func snapshot(
    _ page: StoryPage, of story: StoryID?, at time: Instant?, backfill: Bool, in run: SnapshotRun?,
    now: Instant = .now
  ) throws -> (result: SnapshotResult, time: Instant) {
    if let time { try StoryTracker.check(time, now: now) }
    let story = try page.story(or: story)
    try catalogue.refuseLost(story)
    let (outcome, capturedAt, warning) = try record(
      page, of: story, at: time, backfill: backfill, in: run, now: now)
    let latest = try archive.revision(.latest, of: story)
    var documents: [ObjectID: Document] = [:]
    if case .added(let revision, _) = outcome {
      documents[revision.commit] = page.capture.document
    }
    var notes = warning.map { [$0] } ?? []
    if run == nil, case .alreadyFollowed(let revision) = outcome {
      notes.append(SnapshotResult.followedNote(revision, at: capturedAt) + " (--at)")
    }
    let result = try result(
      outcome, of: page, story, notes: notes,
      isLatest: latest.number == outcome.revision.number, saying: documents)
    return (result, capturedAt)
  }

  /// What became of a page, once that is on the disk.
  ///
  /// - Parameter documents: What revisions say, as far as that is at hand.
  func result(
    _ outcome: RecordOutcome, of page: StoryPage, _ story: StoryID, notes: [String],
    isLatest: Bool, saying documents: [ObjectID: Document]
  ) throws -> SnapshotResult {
    var summary: Summary?
    var notes = notes
    switch outcome {
    case .added(let revision, let previous?), .inserted(let revision, let previous?, _):
      let (old, new) = try (
        documents[previous.commit] ?? archive.document(of: previous),
        documents[revision.commit] ?? archive.document(of: revision)
      )
      if let note = StoryTracker.addressNote(previous, old, new) { notes.append(note) }
      let change = StoryDiff(from: (previous, old), to: (revision, new)).summary
      archive.note([
        (
          story,
          ChangeNotes.Measure(
            commit: revision.commit, parent: previous.commit, significance: change.significance)
        )
      ])
      summary = change
    default: break
    }
    return SnapshotResult(
      story: story, outcome: outcome, summary: summary, isLatest: isLatest,
      notes: page.notes + notes)
  }

  /// That a page gives another address for its own than the revision before, so that it may have been
  /// taken for the wrong story.
  private static func addressNote(
    _ previous: Revision, _ old: Document, _ new: Document
  ) -> String? {
    guard let before = old.metadata.canonicalURL, let now = new.metadata.canonicalURL,
      let (one, other) = try? (
        StoryReader.storyID(forURL: before), StoryReader.storyID(forURL: now)
      ),
      one != other
    else { return nil }
    return "it says that its address is \(now.prefix(200)), where revision \(previous.number) said"
      + " \(before.prefix(200)): see that it is the same story"
  }

  private func record(
    _ page: StoryPage, of story: StoryID, at time: Instant?, backfill: Bool, in run: SnapshotRun?,
    now: Instant
  ) throws -> (outcome: RecordOutcome, time: Instant, warning: String?) {
    let (snapshot, warning) = StoryTracker.taken(page, at: time, now: now)
    let (capturedAt, source) = (snapshot.capture.capturedAt, snapshot.capture.timeSource)
    do {
      let outcome = try archive.record(snapshot, of: story, backfill: backfill, in: run)
      return (outcome, capturedAt, warning)
    } catch ArchiveError.olderThanTip(_, _, let tip, let wasSeenAgain) {
      // Another writer was quicker, and the clock has gone on while this one waited for it.
      let later = Instant.now
      if source == .clock, later > now {
        return try record(
          page, of: story, at: time, backfill: backfill, in: run, now: later)
      }
      throw TrackerError.olderThanTip(
        page.path, story, time: capturedAt, source, tip: tip, tipWasSeenAgain: wasSeenAgain)
    }
  }

  /// A page as a snapshot, and what is odd about its time.
  static func taken(
    _ page: StoryPage, at time: Instant?, now: Instant
  ) -> (snapshot: Snapshot, warning: String?) {
    let (capturedAt, source, warning) = captureTime(of: page, given: time, now: now)
    var capture = page.capture.record(capturedAt: capturedAt, timeSource: source)
    if let warning { capture.warnings.append(warning) }
    let snapshot = Snapshot(
      source: page.bytes, document: page.capture.document, capture: capture)
    return (snapshot, warning)
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
}
