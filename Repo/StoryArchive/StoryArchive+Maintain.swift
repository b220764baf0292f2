import Git
import Glibc
import StoryModel

/// What maintenance did.
public struct Maintenance: Sendable, Hashable {
  /// Stories of which something was packed, objects that were, and the packs that they are in.
  public internal(set) var stories = 0, packed = 0, packs = 0
  /// Packs that were joined into one.
  public internal(set) var joined = 0
  /// Objects that no reference led to for the whole grace period, and are gone.
  public internal(set) var dropped = 0
  /// Bytes of the disk that came free.
  public internal(set) var freed = 0
  /// Whether it was stopped before the end.
  public internal(set) var wasStopped = false

  /// Seconds for which an object that no reference leads to is kept: two weeks.
  public static let grace = 14 * 86_400
  /// Longer than any archive has been there.
  public static let unlimitedGrace = 36_500 * 86_400

  /// Files of objects from which on maintenance is due: some thousand snapshots. As with `git gc --auto`,
  /// those of one of the 256 folders are counted.
  public static let dueObjects = 6_700
  /// Packs of less than a megabyte from which on it is due, too.
  public static let duePacks = 50
  static let smallPack = 1 << 20
  /// What it takes at most where it comes by itself: time for packing, and bytes of packs to be joined.
  static let time = Duration.seconds(10), joinedBytes = 64 << 20
}

extension StoryArchive {
  /// Packs the objects that are files of their own, each story's versions as deltas of those before,
  /// and drops those that no reference has led to for `grace` seconds.
  ///
  /// In steps, beside writers and readers: an object's file goes only when the pack that holds it is on
  /// disk and was read back. A damaged archive is left as it is.
  ///
  /// What it costs grows with what is to be packed or joined; each story's reference is looked at. Only
  /// where something is left that is met nowhere on the way are all revisions read, to tell whether a
  /// reference leads to it. It holds some tens of bytes for each object that is packed already.
  ///
  /// - Parameters:
  ///   - shouldStop: Asked between stories; what was packed by then stays.
  ///   - progress: Told how many of an archive's references were followed, and which of the archive and
  ///     its shards that is, from 0 on.
  public func maintain(
    grace: Int = Maintenance.grace, shouldStop: () -> Bool = { false },
    progress: (_ done: Int, _ all: Int, _ archive: Int, _ archives: Int) -> Void = { _, _, _, _ in }
  ) throws -> Maintenance {
    var result = Maintenance()
    let archives = try allArchives()
    for (number, archive) in archives.enumerated() where !result.wasStopped {
      result.add(
        try archive.maintainItself(grace: grace, shouldStop: shouldStop) { done, all in
          progress(done, all, number, archives.count)
        })
    }
    return result
  }

  private func maintainItself(
    grace: Int, shouldStop: () -> Bool, progress: (_ done: Int, _ all: Int) -> Void
  ) throws -> Maintenance {
    try archiveErrors(at: path, writing: true) {
      let folder = StoryArchive.folder(path)
      // What comes by itself after a snapshot is over in less, but the next one may be before us.
      let turn = try MaintenanceTurn(archive: path, patience: Maintenance.time * 6)
      defer { turn.end() }
      PackWriter.removeDrafts(repository: path, of: .maintaining)
      // Drafts of writers go under their lock, as with the next one of them.
      try? write { _ in }
      Leftovers.removeLocks(in: folder + "refs")
      let job = try MaintenanceJob(archive: self, folder: folder)
      try job.pack(shouldStop: shouldStop, progress: progress)
      if !job.result.wasStopped { try job.drop(grace: grace) }
      if !job.result.wasStopped { try job.join(ratio: 20, most: .max, shouldStop: shouldStop) }
      try closeIfFull(job.stories)
      return job.result
    }
  }

  /// Says that the archive takes no more new stories, where it holds as many as it should.
  private func closeIfFull(_ stories: Int) throws {
    if stories >= capacity, try !isFull { try write { try ArchiveFormat.writeFull(to: $0) } }
  }

  /// Packs the archive, and the shards that this process has read from or written to, where that is
  /// due: where one has some `objects` files of objects or more, or `packs` small packs.
  ///
  /// Costs a look at two folders of each where it is not. Else it packs what is loose, for ten seconds
  /// at most in all, and goes on when it is due again; and joins packs, of 64 MiB together at most in
  /// each. Nothing is dropped. Nil where it is not due, or somebody else maintains the archive.
  @discardableResult
  public func maintainIfDue(
    objects: Int = Maintenance.dueObjects, packs: Int = Maintenance.duePacks
  ) throws -> Maintenance? {
    try maintainIfDue(objects, packs, until: ContinuousClock.now + Maintenance.time)
  }

  private func maintainIfDue(
    _ objects: Int, _ packs: Int, until end: ContinuousClock.Instant
  ) throws -> Maintenance? {
    var result = try maintainItselfIfDue(objects, packs, until: end)
    for shard in shards.withLock({ Array($0.values) }) {
      guard let more = try shard.maintainIfDue(objects, packs, until: end) else { continue }
      var sum = result ?? Maintenance()
      sum.add(more)
      result = sum
    }
    return result
  }

  /// Whether there are so many small packs that they are worth joining.
  private func hasManyPacks(_ limit: Int) -> Bool {
    let folder = path + "/objects/pack"
    let names = ((try? FileBytes.names(in: folder)) ?? []).map(\.name)
    let packs = names.filter { $0.hasSuffix(".pack") }
    guard packs.count > limit else { return false }
    let kept = Set(names.filter { $0.hasSuffix(".keep") }.map { $0.dropLast(5) })
    let small = packs.count { name in
      var status = stat()
      return !kept.contains(name.dropLast(5)) && stat("\(folder)/\(name)", &status) == 0
        && status.st_size < Maintenance.smallPack
    }
    return small > limit
  }

  private func maintainItselfIfDue(
    _ objects: Int, _ packs: Int, until end: ContinuousClock.Instant
  ) throws -> Maintenance? {
    let some = (try? FileBytes.names(in: path + "/objects/17").count) ?? 0
    guard some > objects / 256 || hasManyPacks(packs), ContinuousClock.now < end else { return nil }
    return try archiveErrors(at: path, writing: true) {
      guard let turn = try? MaintenanceTurn(archive: path) else { return nil }
      defer { turn.end() }
      PackWriter.removeDrafts(repository: path, of: .maintaining)
      let job = try MaintenanceJob(
        archive: self, folder: StoryArchive.folder(path), isQuick: true)
      try job.pack(shouldStop: { ContinuousClock.now > end }) { _, _ in }
      if !job.result.wasStopped { try job.join(ratio: 2, most: Maintenance.joinedBytes) { false } }
      try closeIfFull(job.stories)
      return job.result
    }
  }
}

extension Maintenance {
  fileprivate mutating func add(_ other: Maintenance) {
    stories += other.stories
    packed += other.packed
    packs += other.packs
    joined += other.joined
    dropped += other.dropped
    freed += other.freed
    wasStopped = wasStopped || other.wasStopped
  }
}
