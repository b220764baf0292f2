import Git
import Glibc
import StoryModel

/// Writes many snapshots of many stories of one repository: objects go into packs, and references
/// move once a pack is on disk.
///
/// From `begin` to the flush that follows it holds the archive's lock, so that nothing that it has
/// answered can turn out otherwise. One thread at a time may use it.
final class ShardWriter {
  /// How many new references are made in one file, and for how many bytes of that file each: about
  /// what can be written while one file of its own is brought to the disk.
  static let packedReferences = 16, packedBytes = 1 << 18
  /// Objects that get files of their own rather than a pack, and as many sightings: many small packs
  /// would be worse, and what is in a pack stays when another sighting takes its place.
  static let looseObjects = 12, looseSightings = 256
  /// Bytes of what was written that are kept, since a story that comes again is compared with it.
  static let keptLimit = 32 << 20

  let archive: StoryArchive
  private let repository: Repository
  /// The lock, while something may be unflushed.
  private var lock: ArchiveLock?
  private var pack: PackWriter?
  /// All that is in the pack, as long as it is little.
  private var few: [NewObject] = []
  /// The stories that changed since the last flush.
  private var stories: [StoryID: BulkStory] = [:]
  /// The revisions that no object database holds yet.
  private var unflushed: [ObjectID: Revision] = [:]
  private var recent = RecentRevisions()
  /// Revisions of the story that was written last, since old ones are asked for again and again.
  private var known: (story: StoryID, revisions: [ObjectID: Revision])?
  /// The stories of which the latest text is kept, the oldest first, and its bytes.
  private var kept: [(story: StoryID, bytes: Int)] = []
  private var keptBytes = 0
  /// Snapshots since the last flush, and bytes of them.
  private(set) var snapshots = 0, bytes = 0

  init(_ archive: StoryArchive) throws(ArchiveError) {
    self.archive = archive
    repository = try StoryArchive.openRepository(at: archive.path)
  }

  /// Whether it holds the lock.
  var isActive: Bool { lock != nil }
  /// Since when it holds the lock, if it does.
  var since: ContinuousClock.Instant? { lock?.since }
  /// Whether others wait for the lock that it holds.
  var isAwaited: Bool { lock?.isAwaited ?? false }

  /// Takes the lock, for which it waits no longer than `patience`.
  func begin(patience: Duration = ArchiveLock.patience) throws {
    lock = try ArchiveLock(archive: archive.path, patience: patience)
    try archiveErrors(at: archive.path, writing: true) {
      // What others have packed meanwhile.
      try repository.refresh()
    }
  }

  /// Adds a snapshot to a story, by the same rules as `StoryArchive.record`; only while it holds the
  /// lock. Nil where the answer depends on what is not flushed: then nothing was done.
  func record(_ prepared: PreparedSnapshot, in run: SnapshotRun? = nil) throws -> RecordOutcome? {
    try archiveErrors(at: archive.path, writing: true) {
      do {
        let outcome = try attempt(prepared, in: run)
        snapshots += 1
        return outcome
      } catch is NeedsFlush {
        return nil
      }
    }
  }

  /// Brings all that was recorded to the disk, objects first, then references, and lets go of the
  /// lock.
  func flush() throws {
    try archiveErrors(at: archive.path, writing: true) {
      defer { forget() }
      guard !stories.isEmpty else { return }
      archive.noteChange(of: Array(stories.keys))
      let sightings = try writeObjects()
      archive.settleNotes()
      let refs = try moveReferences()
      for (story, id) in sightings {
        guard let ref = refs[story.id] else { continue }
        try setReference(ref.sightingName, to: id, from: story.sightingTarget)
        if let old = story.sightingTarget, story.isSightingOurs, old != id {
          repository.removeLoose(old)
        }
      }
      for story in stories.values
      where story.isMoved && !story.isSighted && story.isSightingOurs {
        guard let ref = story.ref, let target = story.sightingTarget else { continue }
        repository.forgetSighting(target, of: ref)
      }
    }
  }

  /// Brings all objects to the disk, those of the stories' sightings among them.
  private func writeObjects() throws -> [(story: BulkStory, id: ObjectID)] {
    var sightings: [(story: BulkStory, object: NewObject)] = []
    for story in stories.values.sorted(by: { $0.order < $1.order }) where story.isSighted {
      let sighting = Sighting(
        commit: story.tip.commit, lastSeenAt: story.tip.lastSeenAt, count: story.sightings)
      sightings.append((story, try NewObject(sighting.content, as: .blob)))
    }
    var loose: [NewObject] = []
    if sightings.count <= ShardWriter.looseSightings {
      loose = sightings.map(\.object)
    } else {
      for (_, object) in sightings { _ = try add(object.content, as: .blob) }
    }
    if let pack, pack.count > ShardWriter.looseObjects {
      try pack.finish()
    } else {
      loose += few
    }
    pack = nil
    try repository.write(loose)
    return sightings.map { ($0.story, $0.object.id) }
  }

  private func moveReferences() throws -> [StoryID: StoryRef] {
    var refs: [StoryID: StoryRef] = [:]
    var new: [Reference] = []
    var taken = TakenNames()
    for story in stories.values.sorted(by: { $0.order < $1.order }) {
      let ref = try story.ref ?? taken.take(repository.freeReference(for: story.id))
      refs[story.id] = ref
      guard story.isMoved else { continue }
      if story.original == nil {
        new.append(Reference(name: ref.name, target: story.tip.commit))
      } else {
        try setReference(ref.name, to: story.tip.commit, from: story.original)
      }
    }
    guard !new.isEmpty else { return refs }
    for reference in try packReferences(new) {
      try setReference(reference.name, to: reference.target, from: nil)
    }
    if try repository.packedReferences(under: StoryRef.stories) >= archive.capacity {
      try ArchiveFormat.writeFull(to: repository)
    }
    return refs
  }

  /// Makes new references in one file, where that is quicker; returns those that are left.
  private func packReferences(_ references: [Reference]) throws -> [Reference] {
    var status = stat()
    let size = stat("\(archive.path)/packed-refs", &status) == 0 ? Int(status.st_size) : 0
    guard references.count >= ShardWriter.packedReferences,
      size / references.count <= ShardWriter.packedBytes
    else { return references }
    var patience = LockPatience(archive: archive.path, references: references.map(\.name))
    while true {
      do {
        return try repository.packNewReferences(references)
      } catch {
        guard error.isLocked else { throw error }
        try patience.wait(for: error)
      }
    }
  }

  /// Moves a reference, whatever lock a killed process left on it.
  private func setReference(
    _ name: String, to target: ObjectID, from expected: ObjectID?
  ) throws {
    var patience = LockPatience(archive: archive.path, references: [name])
    while true {
      do throws(GitError) {
        try repository.refuseLinks(above: name)
        try repository.setReference(name, to: target, from: expected)
        if expected == nil { try repository.syncFolders(above: name) }
        return
      } catch {
        if error.isModified || error.isExisting {
          throw ArchiveError.overtaken(path: archive.path, because: error.message)
        }
        guard error.isLocked else { throw error }
        try patience.wait(for: error)
      }
    }
  }

  /// Drops what is not flushed, and lets other writers in.
  func forget() {
    pack = nil
    few = []
    stories = [:]
    unflushed = [:]
    known = nil
    (kept, keptBytes) = ([], 0)
    (snapshots, bytes) = (0, 0)
    lock?.release()
    lock = nil
  }

  private func packWriter() -> PackWriter {
    if let pack { return pack }
    archive.tidy()
    let made = PackWriter(repository: archive.path)
    pack = made
    return made
  }

  /// Keeps what a story's latest revision holds, and drops the oldest such where it is too much.
  private func keep(_ story: StoryID, _ count: Int) {
    if kept.last?.story == story {
      kept[kept.count - 1].bytes += count
    } else {
      kept.append((story, count))
    }
    keptBytes += count
    guard keptBytes > ShardWriter.keptLimit else { return }
    let half = kept.count / 2
    for (old, bytes) in kept[..<half] {
      if old != story { stories[old]?.written = nil }
      keptBytes -= bytes
    }
    kept.removeFirst(half)
  }

  /// Puts an object into the pack; where the archive has it already, and damaged, it is mended.
  private func add(
    _ content: [UInt8], as kind: ObjectKind, like bases: [PackWriter.Base] = []
  ) throws -> PackWriter.Base {
    let pack = packWriter()
    let added = try pack.add(content, as: kind, like: bases)
    if pack.count <= ShardWriter.looseObjects {
      few.append(try NewObject(content, as: kind))
    } else {
      few = []
    }
    try repository.mend(added.id, content, as: kind)
    return added
  }

  // MARK: One snapshot

  /// An answer depends on what is not in the object database yet.
  private struct NeedsFlush: Error {}

  private func attempt(_ prepared: PreparedSnapshot, in run: SnapshotRun?) throws -> RecordOutcome {
    let id = prepared.story
    let changed = stories[id]
    let stored = changed == nil ? try repository.state(of: id) : nil
    let tip = changed?.tip ?? stored?.tip
    let decision = try Decision(
      prepared.snapshot, of: id, tip: tip, in: run,
      saysTheSame: { revision in
        if let changed, changed.tip.commit == revision.commit, let written = changed.written {
          return written.documentID == prepared.documentID
            || written.document.saysTheSame(as: prepared.snapshot.document)
        }
        // What is on the disk is read back before anything relies on it.
        if let same = recent.saysTheSame(revision, as: prepared),
          !same || unflushed[revision.commit] != nil
        {
          return same
        }
        if unflushed[revision.commit] != nil { throw NeedsFlush() }
        return try repository.saysTheSame(revision, as: prepared)
      },
      before: { try revision(before: $0) })
    switch (decision, tip) {
    case (.known(let revision, let isFollowed), _):
      return isFollowed ? .alreadyFollowed(revision) : .alreadyKnown(revision)
    case (.seen, let tip?):
      var story = changed ?? BulkStory(id: id, order: stories.count, stored: stored, tip: tip)
      story.tip.lastSeenAt = prepared.snapshot.capture.capturedAt
      story.sightings += 1
      story.isSighted = true
      stories[id] = story
      return .seenAgain(story.tip)
    case (.new, _), (.seen, nil):
      return .added(try append(prepared, changed, stored), previous: tip)
    }
  }

  private func revision(before child: Revision) throws -> Revision? {
    guard let parent = child.parent else { return nil }
    if let revision = unflushed[parent] { return revision }
    if let revision = recent.before(child) { return revision }
    if known?.story != child.story { known = (child.story, [:]) }
    if let revision = known?.revisions[parent] { return revision }
    let revision = try repository.revision(before: child)
    known?.revisions[parent] = revision
    return revision
  }

  private func append(
    _ prepared: PreparedSnapshot, _ changed: BulkStory?, _ stored: StoryState?
  ) throws -> Revision {
    let previous = changed?.tip ?? stored?.tip
    let before = changed?.written?.files ?? [:]
    var written: [String: PackWriter.Base] = [:]
    // The text comes first: the other files hold it too, and are small as deltas of it.
    for file in prepared.files.reversed() {
      let bases = [before[file.name], written[SnapshotFiles.text]].compactMap { $0 }
      written[file.name] = try add(file.content, as: .blob, like: bases)
      bytes += file.content.count
    }
    let tree = Tree(files: written.map { ($0.key, $0.value.id) })
    let treeID = try add(tree.content, as: .tree).id
    let commit = CommitMessage.commit(
      prepared.snapshot, of: prepared.story, tree: treeID, number: (previous?.number ?? 0) + 1,
      parent: previous)
    let id = try add(commit.content, as: .commit).id
    guard let revision = CommitMessage.revision(from: commit, id: id, of: prepared.story) else {
      throw ArchiveError.cannotKeep(
        prepared.story, because: "its commit would not be that of a revision")
    }
    var story =
      changed
      ?? BulkStory(
        id: prepared.story, order: stories.count, stored: stored, tip: revision)
    if let previous { unflushed[previous.commit] = story.isMoved ? previous : nil }
    story.tip = revision
    story.sightings = 0
    (story.isMoved, story.isSighted) = (true, false)
    story.written = BulkStory.Written(
      files: written, document: prepared.snapshot.document, documentID: prepared.documentID)
    stories[prepared.story] = story
    keep(prepared.story, prepared.files.reduce(0) { $0 + $1.content.count })
    unflushed[id] = revision
    recent.add(revision, of: prepared, after: previous)
    return revision
  }
}

/// A story that has changed since the last flush.
private struct BulkStory {
  /// What the tip holds, where it came in this batch.
  struct Written {
    let files: [String: PackWriter.Base]
    let document: Document
    let documentID: ObjectID
  }

  let id: StoryID
  /// How many others had changed before it did.
  let order: Int
  /// The reference it has; nil for a new story.
  let ref: StoryRef?
  /// What the references point at.
  let original: ObjectID?
  let sightingTarget: ObjectID?
  let isSightingOurs: Bool
  var tip: Revision
  var sightings: Int
  var written: Written?
  /// Whether there are new revisions, and a sighting of the last.
  var isMoved = false, isSighted = false

  init(id: StoryID, order: Int, stored: StoryState?, tip: Revision) {
    self.id = id
    self.order = order
    ref = stored?.ref
    original = stored?.tip.commit
    sightingTarget = stored?.sightingTarget
    isSightingOurs = stored?.isSightingOurs ?? false
    self.tip = tip
    sightings = stored?.sightings ?? 0
  }
}
