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
  /// disk and was read back. A damaged archive is left as it is. O(revisions of the archive).
  ///
  /// - Parameter shouldStop: Asked between stories; what was packed by then stays.
  public func maintain(
    grace: Int = Maintenance.grace, shouldStop: () -> Bool = { false },
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws -> Maintenance {
    var result = Maintenance()
    let archives = try allArchives()
    for (number, archive) in archives.enumerated() where !result.wasStopped {
      result.add(
        try archive.maintainItself(grace: grace, shouldStop: shouldStop) { done, all in
          progress(number * max(1, all) + done, archives.count * max(1, all))
        })
    }
    return result
  }

  private func maintainItself(
    grace: Int, shouldStop: () -> Bool, progress: (_ done: Int, _ all: Int) -> Void
  ) throws -> Maintenance {
    try archiveErrors(at: path, writing: true) {
      let folder = StoryArchive.folder(path)
      let turn = try MaintenanceTurn(archive: path)
      defer { turn.end() }
      PackWriter.removeDrafts(repository: path, of: .maintaining)
      Leftovers.removeLocks(in: folder + "refs")
      let job = try MaintenanceJob(archive: self, folder: folder)
      try job.pack(shouldStop: shouldStop, progress: progress)
      if !job.result.wasStopped { try job.join(ratio: 20, most: .max, shouldStop: shouldStop) }
      if !job.result.wasStopped { try job.drop(grace: grace) }
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

/// That nobody else maintains the archive meanwhile: a lock of the kernel on its `objects` folder.
final class MaintenanceTurn {
  private let file: Int32

  init(archive path: String) throws(ArchiveError) {
    file = open(path + "/objects", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw .system(errno, at: path, writing: true) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      throw .busy(path: path, because: "it is being maintained already")
    }
  }

  func end() {
    // Let go by name: a child that was just forked may hold the same lock until it runs its program.
    flock(file, LOCK_UN)
    close(file)
  }
}

/// One run of maintenance.
private final class MaintenanceJob {
  /// Bytes of a pack after which the next one begins.
  private static let packLimit = 512 << 20

  private(set) var result = Maintenance()
  private let archive: StoryArchive
  private let folder: String
  private var references: [Reference]
  private let loose: Set<ObjectID>
  private var reader: ObjectReader
  private var packs: [PackFile]
  /// What is to be in the next pack.
  private var wanted: Set<ObjectID>
  /// Whether only what is to be packed is looked at, and what leads to it.
  private let isQuick: Bool
  /// Stories that there are.
  var stories: Int { references.count { $0.name.hasPrefix(StoryRef.stories) } }
  /// What references lead to, as far as it was met.
  private var reached: Set<ObjectID> = []
  private var writer: PackWriter?
  /// Whether what is met is packed, or only put down as reached.
  private var isPacking = true
  /// What is in the pack that is being written.
  private var written: [ObjectID] = []
  private let started = Int(time(nil))

  init(archive: StoryArchive, folder: String, isQuick: Bool = false) throws {
    self.archive = archive
    self.folder = folder
    // What is loose is listed first: whatever comes later is left alone.
    loose = Set(try ObjectReader.looseObjects(repository: folder).ids)
    wanted = loose
    self.isQuick = isQuick
    references = try MaintenanceJob.references(folder)
    packs = try MaintenanceJob.packs(folder)
    reader = ObjectReader(repository: folder, packs: packs)
  }

  private static func packs(_ folder: String) throws(GitError) -> [PackFile] {
    var packs: [PackFile] = []
    for name in try PackFile.names(repository: folder) {
      packs.append(try PackFile(folder: folder + "objects/pack", name: name))
    }
    return packs
  }

  /// All references; throws where one cannot be read, since what it leads to must not be dropped.
  private static func references(_ folder: String) throws(ArchiveError) -> [Reference] {
    let files = ReferenceFiles(repository: folder)
    if let fault = files.faults.first {
      throw .damaged(
        object: nil, story: nil, revision: nil, because: "'\(fault.file)': \(fault.reason)")
    }
    return files.references
  }

  // MARK: Packing

  func pack(shouldStop: () -> Bool, progress: (Int, Int) -> Void) throws {
    for (number, reference) in references.enumerated() {
      if shouldStop() {
        result.wasStopped = true
        break
      }
      let before = written.count
      try add(reference)
      if written.count > before, reference.name.hasPrefix(StoryRef.stories) { result.stories += 1 }
      if let writer, writer.size > MaintenanceJob.packLimit { try finish() }
      progress(number + 1, references.count)
    }
    try finish()
  }

  // MARK: Joining

  /// Joins small packs into one, so that there are never many: those of which the next larger one has
  /// not `ratio` times as many objects as all of them together (as `git repack --geometric` chooses
  /// them); no more than `most` bytes of them. They go when the new one is on disk and was read back.
  ///
  /// All that they hold is in it, also what no reference leads to: a writer may be about to use it.
  func join(ratio: Int, most: Int, shouldStop: () -> Bool) throws {
    packs = try MaintenanceJob.packs(folder)
    let chosen = chosenPacks(ratio, most)
    guard chosen.count > 1 else { return }
    reader = ObjectReader(repository: folder, packs: packs)
    references = try MaintenanceJob.references(folder)
    let ids = chosen.flatMap { pack in
      (0..<pack.count).compactMap { pack.id(at: pack.position(inOrder: $0)) }
    }
    (wanted, reached) = (Set(ids), [])
    for reference in references {
      if shouldStop() {
        // Half of it would only take room.
        (writer, written, result.wasStopped) = (nil, [], true)
        return
      }
      try add(reference)
    }
    let done = Set(written)
    for id in ids where !done.contains(id) {
      guard let object = try read(id, nil) else { continue }
      try write(id, object.kind, object.content, like: [])
    }
    guard let new = try finish(removing: false) else { return }
    // It tells of packs that are about to go.
    unlink(folder + "objects/pack/multi-pack-index")
    for pack in chosen where pack.name != new {
      // Without its index a pack is none.
      for ending in ["idx", "rev", "bitmap", "mtimes", "pack"] {
        unlink("\(folder)objects/pack/\(pack.name).\(ending)")
      }
      result.freed += pack.size
    }
    result.joined += chosen.count
  }

  private func chosenPacks(_ ratio: Int, _ most: Int) -> [PackFile] {
    let free = packs.filter {
      access("\(folder)objects/pack/\($0.name).keep", F_OK) != 0
    }.sorted { ($0.count, $0.name) < ($1.count, $1.name) }
    var chosen = 0
    var objects = 0
    for (index, pack) in free.enumerated() {
      if index > 0, pack.count < ratio * objects { chosen = index + 1 }
      objects += pack.count
    }
    var bytes = 0
    return Array(
      free.prefix(chosen).prefix { pack in
        bytes += pack.size
        return bytes <= most
      })
  }

  private func isToPack(_ id: ObjectID) -> Bool { isPacking && wanted.contains(id) }

  /// Whether nothing that is to be packed can be before this, as far as that matters.
  private func isPassedOver(_ id: ObjectID) -> Bool {
    isQuick && isPacking && !wanted.contains(id) && !loose.contains(id)
  }

  /// Adds what a reference leads to: the oldest commit first, so that each version finds the one
  /// before it.
  private func add(_ reference: Reference) throws {
    let story = StoryRef(name: reference.name)?.story
    var chain: [(id: ObjectID, content: [UInt8], tree: ObjectID)] = []
    var next = [reference.target]
    while let id = next.popLast() {
      guard !isPassedOver(id), reached.insert(id).inserted else { continue }
      guard let object = try read(id, story) else { continue }
      if object.kind == .commit, let commit = Commit(content: object.content) {
        chain.append((id, object.content, commit.tree))
        next += commit.parents
      } else {
        try add(id, object, like: [], story)
        if object.kind == .tag { throw unknown(id, story) }
        if object.kind == .tree { _ = try addTree(id, object.content, like: [:], story) }
      }
    }
    var before: [String: PackWriter.Base] = [:]
    for commit in chain.reversed() {
      if !isPassedOver(commit.tree), reached.insert(commit.tree).inserted,
        let tree = try read(commit.tree, story)
      {
        before = try addTree(commit.tree, tree.content, like: before, story)
      }
      if isToPack(commit.id) { try write(commit.id, .commit, commit.content, like: []) }
    }
  }

  /// Adds a tree and what is in it; returns what the next version's files may be like.
  private func addTree(
    _ id: ObjectID, _ content: [UInt8], like before: [String: PackWriter.Base], _ story: StoryID?
  ) throws -> [String: PackWriter.Base] {
    guard let tree = Tree(content: content) else { throw unknown(id, story) }
    var bases: [String: PackWriter.Base] = before
    // The text first: the other files hold it too, and are small as deltas of it.
    for entry in tree.entries.reversed() {
      guard entry.mode != .submodule, !isPassedOver(entry.id), reached.insert(entry.id).inserted,
        let object = try read(entry.id, story)
      else { continue }
      if entry.mode == .folder {
        _ = try addTree(entry.id, object.content, like: [:], story)
      } else if isToPack(entry.id) {
        let like = [before[entry.name], bases[SnapshotFiles.text]].compactMap { $0 }
        bases[entry.name] = try write(entry.id, object.kind, object.content, like: like)
      }
    }
    if isToPack(id) { try write(id, .tree, content, like: []) }
    return bases
  }

  private func add(
    _ id: ObjectID, _ object: ObjectReader.Object, like: [PackWriter.Base], _ story: StoryID?
  ) throws {
    if isToPack(id) { try write(id, object.kind, object.content, like: like) }
  }

  @discardableResult
  private func write(
    _ id: ObjectID, _ kind: ObjectKind, _ content: [UInt8], like bases: [PackWriter.Base]
  ) throws -> PackWriter.Base {
    let writer = writer ?? PackWriter(repository: folder, for: .maintaining)
    self.writer = writer
    written.append(id)
    return try writer.add(content, as: kind, like: bases)
  }

  private func read(_ id: ObjectID, _ story: StoryID?) throws -> ObjectReader.Object? {
    do {
      if let object = try reader.read(id, limit: Repository.fileLimit) { return object }
    } catch {
      throw ArchiveError.damaged(
        object: id, story: story, revision: nil, because: Repository.reason(error))
    }
    // A sighting that a writer has replaced since is gone; nothing else ever is.
    let isSighting = references.contains {
      $0.target == id && $0.name.hasPrefix(StoryRef.sightings)
    }
    if isSighting { return nil }
    throw ArchiveError.damaged(object: id, story: story, revision: nil, because: "it is missing")
  }

  private func unknown(_ id: ObjectID, _ story: StoryID?) -> ArchiveError {
    .damaged(object: id, story: story, revision: nil, because: "it is none that the format knows")
  }

  /// Puts the pack in its place, reads it back, and removes the files that it makes needless.
  @discardableResult
  private func finish(removing: Bool = true) throws -> String? {
    guard let writer else { return nil }
    let name = try writer.finish()
    let pack = try PackFile(folder: folder + "objects/pack", name: name)
    let reader = ObjectReader(repository: folder, packs: [pack])
    for id in written {
      guard let position = pack.position(of: id) else {
        throw ArchiveError.failed(path: archive.path, because: "the new pack lacks object \(id)")
      }
      _ = try reader.packed(0, position, limit: Repository.fileLimit)
    }
    result.freed -= pack.size
    if removing {
      for id in written { result.freed += ObjectFiles.remove(id, repository: folder) }
      result.packs += 1
      result.packed += written.count
    }
    self.writer = nil
    written = []
    return name
  }

  // MARK: Dropping

  /// Drops the loose objects that no reference leads to and that nobody has asked for since the grace
  /// period began.
  func drop(grace: Int) throws {
    isPacking = false
    let candidates = loose.filter { !reached.contains($0) }.sorted()
    var at = 0
    while at < candidates.count {
      // Under the lock, and not for long at a time: no writer of the archive is between an object and
      // the reference that will lead to it, and those that moved meanwhile are looked at.
      let lock = try ArchiveLock(archive: archive.path)
      defer { lock.release() }
      references = try MaintenanceJob.references(folder)
      for reference in references { try add(reference) }
      for id in candidates[at..<min(candidates.count, at + 500)] where !reached.contains(id) {
        guard let modified = ObjectFiles.modified(id, repository: folder),
          modified <= started - grace
        else { continue }
        result.freed += ObjectFiles.remove(id, repository: folder)
        result.dropped += 1
      }
      at += 500
    }
  }
}
