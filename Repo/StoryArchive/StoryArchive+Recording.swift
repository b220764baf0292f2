import Git
import Glibc
import StoryModel

extension StoryArchive {
  /// Adds a snapshot to a story, which begins with it if there is none. On disk when it returns.
  ///
  /// A snapshot that says what the latest revision says makes no new revision; that the story
  /// still stood is kept. One that is older than what is known of the story is refused, unless
  /// the archive knows already what it says, or it is to be inserted (`backfill`). `run` is what it is
  /// one of, where several are given in their order.
  public func record(
    _ snapshot: Snapshot, of story: StoryID, backfill: Bool = false, in run: SnapshotRun? = nil
  ) throws -> RecordOutcome {
    let prepared = try PreparedSnapshot(snapshot, of: story)
    return try writeStory(story) { repository in
      do {
        return try repository.record(prepared, in: run, beforeMoving: settleNotes)
      } catch ArchiveError.olderThanTip where backfill {
        settleNotes()
        return try repository.backfill([prepared], in: run)[0]
      }
    }
  }

  /// Adds older snapshots to a story, each at its place in time; what it was before is superseded
  /// and kept. On disk when it returns.
  ///
  /// Those of one second are taken in the order given, as a run. All of them make one superseded history, so many at once cost much less than one by one.
  /// O(snapshots · revisions after the oldest).
  public func backfill(_ snapshots: [Snapshot], of story: StoryID) throws -> [RecordOutcome] {
    let prepared = try snapshots.map { try PreparedSnapshot($0, of: story) }
    return try writeStory(story) { repository in
      settleNotes()
      return try repository.backfill(prepared)
    }
  }

  /// Writes to one story under the archive's lock, again where a foreign writer was quicker. `body` has to
  /// settle the notes before it moves a reference.
  func writeStory<T: Sendable>(
    _ story: StoryID, _ body: (borrowing Repository) throws -> T
  ) throws -> T {
    try write(story) { repository, path in
      noteChange(of: [story])
      let names = [false, true].map { StoryRef(story, marked: $0) }
      var patience = LockPatience(
        archive: path, references: names.flatMap { [$0.name, $0.sightingName] })
      while true {
        do {
          return try body(repository)
        } catch let error as GitError {
          // A foreign writer (`git` itself) was quicker, or is at work: look at the tip anew.
          guard error.isModified || error.isExisting || error.isLocked else { throw error }
          try patience.wait(for: error)
        }
      }
    }
  }
}

/// A snapshot as the files of a tree.
struct PreparedSnapshot {
  var snapshot: Snapshot
  let story: StoryID
  /// `story.json`, and the id that it has.
  let document: [UInt8]
  let documentID: ObjectID

  /// Throws where the format cannot keep the snapshot.
  init(_ snapshot: Snapshot, of story: StoryID) throws(ArchiveError) {
    self.snapshot = snapshot
    self.story = story
    document = SnapshotFiles.json(of: snapshot.document)
    do {
      documentID = try Repository.id(of: document, as: .blob)
    } catch {
      throw .cannotKeep(story, because: error.message)
    }
    try check()
  }

  var files: [(name: String, content: [UInt8])] {
    [
      (SnapshotFiles.capture, SnapshotFiles.json(of: snapshot.capture)),
      (SnapshotFiles.source, snapshot.source),
      (SnapshotFiles.document, document),
      (SnapshotFiles.text, Array(snapshot.document.plainText.utf8)),
    ]
  }

  private func check() throws(ArchiveError) {
    let metadata = snapshot.document.metadata
    for time in [snapshot.capture.capturedAt, metadata.publishedAt, metadata.modifiedAt] {
      guard let time, Instant(time.description) != time else { continue }
      throw .cannotKeep(story, because: "a time of it is not within the years 1 to 9999")
    }
    guard snapshot.capture.capturedAt.seconds >= 0 else {
      throw .cannotKeep(
        story,
        because: "it is of \(snapshot.capture.capturedAt), and git keeps no time before 1970")
    }
    guard snapshot.capture.capturedAt.day.daysSince1970 >= 0 else {
      throw .cannotKeep(
        story,
        because:
          "it is of \(snapshot.capture.capturedAt), which is before 1970 on the clock of that place, and git"
          + " shows no such time: give it in UTC")
    }
    for size in [snapshot.source.count, document.count] where size > Repository.fileLimit {
      throw .cannotKeep(
        story, because: "it has \(size) bytes, and \(Repository.fileLimit) is the most")
    }
  }
}

extension Repository {
  /// One attempt to record a snapshot; throws a `GitError` that is `isModified`, `isExisting` or
  /// `isLocked` where somebody else moved the story meanwhile.
  ///
  /// - Parameter ready: Called once the objects are on the disk, and before a reference moves.
  func record(
    _ prepared: PreparedSnapshot, in run: SnapshotRun? = nil, beforeMoving ready: () -> Void = {}
  ) throws -> RecordOutcome {
    let state = try state(of: prepared.story)
    let decision = try Decision(
      prepared.snapshot, of: prepared.story, tip: state?.tip, in: run,
      saysTheSame: { try saysTheSame($0, as: prepared) },
      before: { try revision(before: $0) })
    switch (decision, state) {
    case (.known(let revision, let isFollowed), _):
      return isFollowed ? .alreadyFollowed(revision) : .alreadyKnown(revision)
    case (.seen, let state?): return .seenAgain(try see(prepared, state, ready))
    case (.new, _), (.seen, nil):
      return .added(try append(prepared, to: state, ready), previous: state?.tip)
    }
  }

  /// Whether `revision` says what the snapshot says; where it does to the byte and its file is
  /// damaged, the file is mended.
  func saysTheSame(_ revision: Revision, as prepared: PreparedSnapshot) throws -> Bool {
    if try file(SnapshotFiles.document, of: revision) == prepared.documentID {
      try mend(prepared.documentID, prepared.document, as: .blob)
      return true
    }
    let document = try value(
      of: SnapshotFiles.document, of: revision, SnapshotFiles.readDocument)
    return document.saysTheSame(as: prepared.snapshot.document)
  }

  /// Writes the objects of a new revision, then moves the reference.
  private func append(
    _ prepared: PreparedSnapshot, to state: StoryState?, _ ready: () -> Void
  ) throws -> Revision {
    let (tree, files) = try Repository.tree(of: prepared.files)
    let message = CommitMessage.commit(
      prepared.snapshot, of: prepared.story, tree: tree, number: (state?.tip.number ?? 0) + 1,
      parent: state?.tip)
    let commit = try NewObject(message.content, as: .commit)
    try write(files + [commit])
    let id = commit.id
    let revision = try revision(id, of: prepared.story)
    ready()
    if let state {
      try publish(state.ref.name, to: id, from: state.tip.commit)
      if let sighting = state.sightingTarget, state.isSightingOurs {
        forgetSighting(sighting, of: state.ref)
      }
    } else {
      try publish(try freeReference(for: prepared.story).name, to: id, from: nil)
    }
    return revision
  }

  /// Points a reference at what was written before, and so is on the disk; it is there itself, with the
  /// folders that lead to it, when this returns.
  func publish(_ name: String, to target: ObjectID, from expected: ObjectID?) throws(GitError) {
    try refuseLinks(above: name)
    try setReference(name, to: target, from: expected)
    if expected == nil { try syncFolders(above: name) }
  }

  /// The tree that holds files, and all objects that are to be written for it.
  static func tree(
    of files: [(name: String, content: [UInt8])]
  ) throws(GitError) -> (id: ObjectID, objects: [NewObject]) {
    var objects: [NewObject] = []
    for file in files { objects.append(try NewObject(file.content, as: .blob)) }
    let names = zip(files, objects).map { (name: $0.name, id: $1.id) }
    let tree = try NewObject(Tree(files: names).content, as: .tree)
    return (tree.id, objects + [tree])
  }

  /// The reference that a new story gets: its plain one, unless that of another is in the way.
  func freeReference(for story: StoryID) throws -> StoryRef {
    let (names, prefix) = StoryRef.conflicts(of: story)
    for name in names where try target(of: name) != nil { return StoryRef(story, marked: true) }
    let below = try references(under: prefix, limit: 1)
    return StoryRef(story, marked: !below.isEmpty)
  }

  /// Keeps that the latest revision was seen again.
  private func see(_ prepared: PreparedSnapshot, _ state: StoryState, _ ready: () -> Void) throws
    -> Revision
  {
    var revision = state.tip
    revision.lastSeenAt = prepared.snapshot.capture.capturedAt
    let sighting = Sighting(
      commit: revision.commit, lastSeenAt: revision.lastSeenAt, count: state.sightings + 1)
    let id = try write(sighting.content, as: .blob)
    ready()
    try publish(state.ref.sightingName, to: id, from: state.sightingTarget)
    if let old = state.sightingTarget, state.isSightingOurs, old != id { removeLoose(old) }
    return revision
  }

  /// Removes the sighting of a revision that is no longer the latest: its successor's commit has
  /// it now. What cannot be removed is ignored by readers, so a failure is none.
  func forgetSighting(_ target: ObjectID, of ref: StoryRef) {
    guard (try? refuseLinks(above: ref.sightingName)) != nil else { return }
    if (try? removeReference(ref.sightingName, from: target)) == true { removeLoose(target) }
  }

  /// Removes the object where it is a file of its own: a story that is looked at every minute
  /// would leave half a million of them a year.
  func removeLoose(_ id: ObjectID) { ObjectFiles.remove(id, repository: path) }
}
