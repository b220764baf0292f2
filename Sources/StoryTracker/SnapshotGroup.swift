import StoryArchive
import StoryCatalogue
import StoryModel

/// Records many pages in their order, as `StoryTracker.snapshot` records one, and brings several of them
/// to the disk together: up to 64, or what comes within 50 ms.
///
/// Each is acknowledged, in its order, once it is on the disk. Meanwhile other writers wait. One thread
/// at a time may use it.
public final class SnapshotGroup {
  /// What it takes before it brings that to the disk.
  static let snapshotLimit = 64, byteLimit = 8 << 20, patience = Duration.milliseconds(50)

  private let tracker: StoryTracker
  private let catalogue: Catalogue
  private let backfill: Bool
  private let patience: Duration
  private let acknowledge: (_ path: String, SnapshotResult) throws -> Void
  private var writer: BulkWriter
  private var pending: [Pending] = []
  private var bytes = 0
  private var start = ContinuousClock.now
  /// What revisions of this group say, and which is the latest of each of its stories.
  private var documents: [ObjectID: Document] = [:]
  private var latest: [StoryID: Int] = [:]
  /// Where the next snapshot of each story goes on, and what was left of its second so far.
  private var runs: [StoryID: SnapshotRun] = [:]
  private var followed: [StoryID: Followed] = [:]
  private var notes: [(path: String, note: String)] = []

  /// A snapshot that found its text in a revision that another followed within the second.
  private struct Followed {
    let path: String
    let revision: Revision
    let time: Instant
  }

  /// A page that was recorded, and is not on the disk yet.
  private struct Pending {
    let page: StoryPage
    let story: StoryID
    /// The time that was given for it.
    let time: Instant?
    let outcome: RecordOutcome
    let warning: String?
    let isLatest: Bool
  }

  init(
    _ tracker: StoryTracker, backfill: Bool, patience: Duration = SnapshotGroup.patience,
    acknowledge: @escaping (_ path: String, SnapshotResult) throws -> Void
  ) {
    self.tracker = tracker
    catalogue = tracker.catalogue
    self.backfill = backfill
    self.patience = patience
    self.acknowledge = acknowledge
    writer = tracker.archive.bulkWriter()
  }

  /// Records a page. Where that cannot be, those before it are brought to the disk and acknowledged before
  /// this throws.
  public func add(_ page: StoryPage, of story: StoryID? = nil, at time: Instant? = nil) throws {
    do {
      let now = Instant.now
      if let time { try StoryTracker.check(time, now: now) }
      let taken = try record(page, of: try page.story(or: story), at: time, now: now)
      // From when on others wait, which is after this one has waited for them.
      if pending.isEmpty { start = .now }
      pending.append(taken)
      bytes += page.bytes.count
    } catch {
      // One that is older than its story, or that the archive refuses, is none for a group.
      try finish()
      return try single(page, of: try page.story(or: story), at: time)
    }
    if pending.count >= SnapshotGroup.snapshotLimit || bytes >= SnapshotGroup.byteLimit
      || ContinuousClock.now - start >= patience
    {
      try finish()
    }
  }

  /// Brings what was recorded to the disk, and acknowledges it.
  public func finish() throws {
    let taken = pending, said = documents
    (pending, bytes, documents, latest) = ([], 0, [:], [:])
    do {
      try writer.flush()
    } catch {
      writer = tracker.archive.bulkWriter()
      // What is not acknowledged may be recorded again: on what the other has made of the story.
      guard case ArchiveError.overtaken = error else { throw error }
      for item in taken {
        try single(item.page, of: item.story, at: item.time)
      }
      return
    }
    for item in taken {
      let result = try tracker.result(
        item.outcome, of: item.page, item.story, notes: item.warning.map { [$0] } ?? [],
        isLatest: item.isLatest,
        saying: said)
      try acknowledge(item.page.path, result)
    }
  }

  /// Ends the group, and says of which pages nothing was recorded that may be news: their texts are those of
  /// earlier revisions of the very second, and nothing of that second came after them.
  public func end() throws -> [(path: String, note: String)] {
    try finish()
    for story in followed.keys.sorted() { leave(story) }
    defer { notes = [] }
    return notes
  }

  private func single(_ page: StoryPage, of story: StoryID, at time: Instant?) throws {
    let (result, capturedAt) = try tracker.snapshot(
      page, of: story, at: time, backfill: backfill, in: runs[story] ?? SnapshotRun())
    follow(result.outcome, of: page, story, at: capturedAt)
    try acknowledge(page.path, result)
  }

  private func follow(
    _ outcome: RecordOutcome, of page: StoryPage, _ story: StoryID, at time: Instant
  ) {
    if let last = followed[story], last.time.seconds != time.seconds { leave(story) }
    followed[story] = nil
    if case .alreadyFollowed(let revision) = outcome {
      followed[story] = Followed(path: page.path, revision: revision, time: time)
    }
    runs[story, default: SnapshotRun()].follow(outcome, at: time)
  }

  private func leave(_ story: StoryID) {
    guard let last = followed.removeValue(forKey: story) else { return }
    notes.append((last.path, SnapshotResult.followedNote(last.revision, at: last.time) + " (--at)"))
  }

  private func record(
    _ page: StoryPage, of story: StoryID, at time: Instant?, now: Instant
  ) throws -> Pending {
    if latest[story] == nil { try catalogue.refuseLost(story) }
    let (snapshot, warning) = StoryTracker.taken(page, at: time, now: now)
    let outcome = try writer.record(snapshot, of: story, in: runs[story] ?? SnapshotRun())
    follow(outcome, of: page, story, at: snapshot.capture.capturedAt)
    let number = outcome.revision.number
    switch outcome {
    case .added, .inserted, .seenAgain: latest[story] = number
    case .alreadyKnown, .alreadyFollowed:
      // Nothing of the story is in the group, so that the archive knows.
      if latest[story] == nil { latest[story] = try tracker.latest(of: story)?.number }
    }
    if case .added(let revision, _) = outcome {
      documents[revision.commit] = page.capture.document
    }
    return Pending(
      page: page, story: story, time: time, outcome: outcome, warning: warning,
      isLatest: latest[story] == number)
  }
}

extension StoryTracker {
  /// Records many pages, a group at a time; `acknowledge` is told of each, by its path, when it is on the
  /// disk.
  public func snapshots(
    backfill: Bool = false, acknowledge: @escaping (String, SnapshotResult) throws -> Void
  ) -> SnapshotGroup {
    SnapshotGroup(self, backfill: backfill, acknowledge: acknowledge)
  }
}
