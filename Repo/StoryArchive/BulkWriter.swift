import Git
import StoryModel

/// Writes many snapshots of many stories, for an import: objects go into packs, and references move
/// once a pack is on disk.
///
/// It holds the locks of the archives that it writes to from the first snapshot to the flush that
/// follows, so that nothing that it has answered can turn out otherwise. Where other writers wait it
/// flushes by itself after two seconds, and lets them go first; `giveWay` does so while no snapshots
/// come. What is not flushed when it goes, or when its process is killed, is not in the archive. One
/// thread at a time may use it.
public final class BulkWriter {
  /// When a flush comes by itself: snapshots of one repository, and bytes of them. Where there are
  /// shards, up to four times that, since each has its own pack to bring to the disk.
  static let snapshotLimit = 16_384, byteLimit = 128 << 20, shardsAtOnce = 4
  /// How long others that wait are kept waiting, and how often they are looked for.
  static let turn = Duration.seconds(2), glance = Duration.milliseconds(100)

  private let archive: StoryArchive
  private var writers: [String: ShardWriter] = [:]
  private var active: [ShardWriter] = []
  private var last: (story: StoryID, writer: ShardWriter)?
  private var glanced = ContinuousClock.now
  /// Why what was recorded before could not be flushed.
  private var failure: (any Error)?

  init(_ archive: StoryArchive) { self.archive = archive }

  /// Adds a snapshot to a story, by the same rules as `StoryArchive.record`. Durable after the
  /// next `flush`.
  public func record(
    _ snapshot: Snapshot, of story: StoryID, in run: SnapshotRun? = nil
  ) throws -> RecordOutcome {
    let prepared = try PreparedSnapshot(snapshot, of: story)
    // Between stories rather than within one where that can be: a sighting that its successor takes
    // up in the same batch needs no object of its own.
    if isFull(by: last?.story == story ? 2 : 1) { try flush() }
    try giveWay()
    while true {
      if let outcome = try writer(for: story).record(prepared, in: run) { return outcome }
      try flush()
    }
  }

  /// Whether so much was recorded since the last flush that one is due.
  public var isFull: Bool { isFull(by: 1) }

  private func isFull(by share: Int) -> Bool {
    let share = share * min(BulkWriter.shardsAtOnce, max(1, active.count))
    return active.reduce(0) { $0 + $1.snapshots } >= share * BulkWriter.snapshotLimit
      || active.reduce(0) { $0 + $1.bytes } >= share * BulkWriter.byteLimit
  }

  /// Puts older snapshots of a story at their places in time, as `StoryArchive.backfill` does; all
  /// that was recorded before is flushed first. On disk when it returns.
  public func backfill(_ snapshots: [Snapshot], of story: StoryID) throws -> [RecordOutcome] {
    try flush()
    return try archive.backfill(snapshots, of: story)
  }

  /// Flushes, and so lets others in, where a lock has been held for two seconds and they wait.
  public func giveWay() throws {
    let now = ContinuousClock.now
    guard now - glanced >= BulkWriter.glance, !active.isEmpty else { return }
    glanced = now
    if active.contains(where: { now - ($0.since ?? now) >= BulkWriter.turn && $0.isAwaited }) {
      try flush()
    }
  }

  /// Brings all that was recorded to the disk: in each archive objects first, then references. Where
  /// one fails the others are flushed all the same. Once it has failed it does so again and again: some
  /// of what was recorded before, and answered, is not in the archive.
  public func flush() throws {
    if let failure { throw failure }
    for writer in active {
      do { try writer.flush() } catch { failure = failure ?? error }
    }
    active = []
    last = nil
    if let failure { throw failure }
  }

  /// The writer of the repository that the story is in, with its lock held.
  private func writer(for story: StoryID) throws -> ShardWriter {
    if let last, last.story == story { return last.writer }
    while true {
      guard let home = try archive.home(of: story, making: true) else { continue }
      let writer = try writers[home.path] ?? ShardWriter(home)
      writers[home.path] = writer
      if !writer.isActive {
        do {
          try writer.begin(patience: active.isEmpty ? ArchiveLock.patience : .zero)
        } catch ArchiveError.busy where !active.isEmpty {
          // Whoever waits for one lock holds no other, lest two wait for each other.
          try flush()
          continue
        }
        // While it waited for the lock, another writer may have filled it.
        guard try home.takes(story) else {
          writer.forget()
          continue
        }
        active.append(writer)
      }
      last = (story, writer)
      return writer
    }
  }
}

extension StoryArchive {
  /// A writer for an import: many snapshots of many stories.
  public func bulkWriter() -> BulkWriter { BulkWriter(self) }
}
