import Git
import Glibc
import StoryModel

/// Writes many snapshots of many stories, for an import: objects go into packs, and references
/// move once a pack is on disk.
///
/// From the first snapshot to the flush that follows it holds the archive's lock, so that nothing
/// that it has answered can turn out otherwise. Where other writers wait it flushes by itself after
/// two seconds, and lets them go first; `giveWay` does so while no snapshots come. What is not
/// flushed when it goes, or when its process is killed, is not in the archive. One thread at a time
/// may use it.
public final class BulkWriter {
  /// When a flush comes by itself: snapshots, and bytes of them.
  static let snapshotLimit = 4096, byteLimit = 48 << 20
  /// How many new references are made in one file, and for how many bytes of that file each: about
  /// what can be written while one file of its own is brought to the disk.
  static let packedReferences = 16, packedBytes = 1 << 18
  /// How long others that wait are kept waiting, and how often they are looked for.
  static let turn = Duration.seconds(2), glance = Duration.milliseconds(100)

  private let archive: StoryArchive
  private let repository: Repository
  /// The lock, while something may be unflushed.
  private var lock: ArchiveLock?
  private var glanced = ContinuousClock.now
  private var pack: PackWriter?
  /// The stories that changed since the last flush.
  private var stories: [StoryID: BulkStory] = [:]
  /// The revisions that no object database holds yet.
  private var unflushed: [ObjectID: Revision] = [:]
  /// Revisions of the story that was written last, since old ones are asked for again and again.
  private var known: (story: StoryID, revisions: [ObjectID: Revision])?
  /// The names that are taken, once a new story has asked for them; until the next flush.
  private var names: TakenNames?
  private var snapshots = 0
  private var bytes = 0
  private var last: StoryID?

  init(_ archive: StoryArchive) throws(ArchiveError) {
    self.archive = archive
    repository = try StoryArchive.openRepository(at: archive.path)
  }

  /// Adds a snapshot to a story, by the same rules as `StoryArchive.record`. Durable after the
  /// next `flush`.
  public func record(_ snapshot: Snapshot, of story: StoryID) throws -> RecordOutcome {
    let prepared = try PreparedSnapshot(snapshot, of: story)
    return try archiveErrors(at: archive.path, writing: true) {
      // Between stories rather than within one where that can be: a sighting that its successor
      // takes up in the same batch needs no object of its own.
      if isFull(by: last == story ? 2 : 1) { try flush() }
      try giveWay()
      last = story
      if lock == nil { try begin() }
      snapshots += 1
      do {
        return try attempt(prepared)
      } catch is NeedsFlush {
        try flush()
        try begin()
        return try attempt(prepared)
      }
    }
  }

  /// Puts older snapshots of a story at their places in time, as `StoryArchive.backfill` does; all
  /// that was recorded before is flushed first. On disk when it returns.
  public func backfill(_ snapshots: [Snapshot], of story: StoryID) throws -> [RecordOutcome] {
    try flush()
    known = nil
    return try archive.backfill(snapshots, of: story)
  }

  /// Flushes, and so lets others in, where the lock has been held for two seconds and they wait.
  public func giveWay() throws {
    let now = ContinuousClock.now
    guard let lock, now - lock.since >= BulkWriter.turn, now - glanced >= BulkWriter.glance else {
      return
    }
    glanced = now
    if lock.isAwaited { try flush() }
  }

  private func begin() throws {
    lock = try ArchiveLock(archive: archive.path)
    // What others have packed meanwhile.
    try repository.refresh()
  }

  /// Brings all that was recorded to the disk: objects first, then references.
  public func flush() throws {
    try archiveErrors(at: archive.path, writing: true) {
      defer { forget() }
      guard !stories.isEmpty else { return }
      var sightings: [(story: BulkStory, id: ObjectID)] = []
      for story in stories.values.sorted(by: { $0.order < $1.order }) where story.isSighted {
        let sighting = Sighting(
          commit: story.tip.commit, lastSeenAt: story.tip.lastSeenAt, count: story.sightings)
        sightings.append((story, try add(sighting.content, as: .blob).id))
      }
      try pack?.finish()
      pack = nil
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

  private func moveReferences() throws -> [StoryID: StoryRef] {
    var refs: [StoryID: StoryRef] = [:]
    var new: [Reference] = []
    for story in stories.values.sorted(by: { $0.order < $1.order }) {
      let ref = try story.ref ?? freeReference(for: story.id)
      refs[story.id] = ref
      guard story.isMoved else { continue }
      if story.original == nil {
        new.append(Reference(name: ref.name, target: story.tip.commit))
      } else {
        try setReference(ref.name, to: story.tip.commit, from: story.original)
      }
    }
    for reference in try packReferences(new) {
      try setReference(reference.name, to: reference.target, from: nil)
    }
    return refs
  }

  /// Makes new references in one file, where that is quicker; returns those that are left.
  private func packReferences(_ references: [Reference]) throws -> [Reference] {
    var status = stat()
    let size = stat("\(archive.path)/packed-refs", &status) == 0 ? Int(status.st_size) : 0
    guard references.count >= BulkWriter.packedReferences,
      size / references.count <= BulkWriter.packedBytes
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

  private func freeReference(for story: StoryID) throws -> StoryRef {
    var taken = try names ?? TakenNames(try repository.references(under: StoryRef.stories))
    let ref = taken.take(story)
    names = taken
    return ref
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
        guard error.isLocked else { throw error }
        try patience.wait(for: error)
      }
    }
  }

  /// Drops what is not flushed, and lets other writers in.
  private func forget() {
    pack = nil
    stories = [:]
    unflushed = [:]
    known = nil
    names = nil
    (snapshots, bytes) = (0, 0)
    lock?.release()
    lock = nil
  }

  private func isFull(by share: Int) -> Bool {
    snapshots >= share * BulkWriter.snapshotLimit || bytes >= share * BulkWriter.byteLimit
  }

  private func packWriter() throws -> PackWriter {
    if let pack { return pack }
    archive.tidy()
    let made = try PackWriter(repository: archive.path)
    pack = made
    return made
  }

  /// Puts an object into the pack; where the archive has it already, and damaged, it is mended.
  private func add(
    _ content: [UInt8], as kind: ObjectKind, like bases: [PackWriter.Base] = []
  ) throws -> PackWriter.Base {
    let added = try packWriter().add(content, as: kind, like: bases)
    try repository.mend(added.id, content, as: kind)
    return added
  }

  // MARK: One snapshot

  /// An answer depends on what is not in the object database yet.
  private struct NeedsFlush: Error {}

  private func attempt(_ prepared: PreparedSnapshot) throws -> RecordOutcome {
    let id = prepared.story
    let changed = stories[id]
    let stored = changed == nil ? try repository.state(of: id) : nil
    let tip = changed?.tip ?? stored?.tip
    let decision = try Decision(
      prepared.snapshot, of: id, tip: tip,
      saysTheSame: { revision in
        if let changed, changed.tip.commit == revision.commit, let written = changed.written {
          return written.documentID == prepared.documentID
            || written.document.saysTheSame(as: prepared.snapshot.document)
        }
        if unflushed[revision.commit] != nil { throw NeedsFlush() }
        return try repository.saysTheSame(revision, as: prepared)
      },
      before: { try revision(before: $0) })
    switch (decision, tip) {
    case (.known(let revision), _): return .alreadyKnown(revision)
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
    unflushed[id] = revision
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

extension StoryArchive {
  /// A writer for an import: many snapshots of many stories.
  public func bulkWriter() throws -> BulkWriter { try BulkWriter(self) }
}
