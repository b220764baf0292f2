import Git
import StoryModel

/// What comes before a revision.
private struct Place {
  let commit: ObjectID?
  let number: Int
  /// When it was last seen, where that is later than its capture.
  let seen: Instant?
}

extension Repository {
  /// One attempt to put older snapshots into a story; throws a `GitError` that is `isModified`,
  /// `isExisting` or `isLocked` where somebody else moved the story meanwhile.
  ///
  /// What was the story's history stays, under a reference of its own.
  func backfill(
    _ snapshots: [PreparedSnapshot], in run: SnapshotRun? = nil
  ) throws -> [RecordOutcome] {
    guard let story = snapshots.first?.story else { return [] }
    guard let state = try state(of: story) else {
      var run = run ?? SnapshotRun()
      var outcomes = [RecordOutcome?](repeating: nil, count: snapshots.count)
      for index in order(of: snapshots) {
        let outcome = try record(snapshots[index], in: run)
        run.follow(outcome, at: snapshots[index].time)
        outcomes[index] = outcome
      }
      return outcomes.compactMap { $0 }
    }
    let oldest = snapshots.map(\.time.seconds).min() ?? 0
    let revisions = try end(of: state, from: oldest)
    var outcomes = [Timeline.Outcome?](repeating: nil, count: snapshots.count)
    var timeline = Timeline(revisions, sightings: state.sightings, in: run)
    var superseded: [Revision]?
    for index in order(of: snapshots) {
      outcomes[index] = try timeline.insert(
        snapshots[index], saysTheSame: { try saysTheSame($0, as: $1) },
        superseded: { entry in
          let known = try superseded ?? supersededRevisions(of: story)
          superseded = known
          return try known.filter { try isKnown($0, within: entry) }
        })
    }
    let entries = timeline.entries
    let moved = try write(entries, after: revisions.first, superseding: state.tip.commit)
    try move(state, to: moved, entries)
    let places = Dictionary(uniqueKeysWithValues: entries.indices.map { (entries[$0].id, $0) })
    return outcomes.compactMap { outcome -> RecordOutcome? in
      guard let outcome, let place = places[outcome.entry] else { return nil }
      let revision = moved[place]
      return switch outcome {
      case .known(_, let isFollowed):
        isFollowed ? .alreadyFollowed(revision) : .alreadyKnown(revision)
      case .seen: .seenAgain(revision)
      case .inserted where place == entries.count - 1 && moved.last?.parent == state.tip.commit:
        .added(revision, previous: state.tip)
      case .inserted:
        .inserted(
          revision, previous: place > 0 ? moved[place - 1] : nil, superseded: state.tip.commit)
      }
    }
  }

  /// The places of snapshots in the order of time; those of one second in the order given.
  private func order(of snapshots: [PreparedSnapshot]) -> [Int] {
    snapshots.indices.sorted {
      (snapshots[$0].time.seconds, $0) < (snapshots[$1].time.seconds, $1)
    }
  }

  /// The revisions of a story from the last before `time` on, oldest first.
  private func end(of state: StoryState, from time: Int64) throws -> [Revision] {
    var revisions: [Revision] = []
    var next: Revision? = state.tip
    while let revision = next {
      revisions.append(revision)
      if revision.capturedAt.seconds < time { break }
      next = try self.revision(before: revision)
    }
    return revisions.reversed()
  }

  /// Writes what of a timeline is not there yet, and returns the revision of each entry. All of it is on the
  /// disk then.
  private func write(
    _ entries: [Timeline.Entry], after first: Revision?, superseding tip: ObjectID
  ) throws -> [Revision] {
    guard let first else { return [] }
    var revisions: [Revision] = []
    var new: [NewObject] = []
    var parent = Place(
      commit: first.parent, number: first.number - 1, seen: first.previousSeenAt)
    var superseding = contains(tip, in: entries) ? nil : Optional(tip)
    for entry in entries {
      let commit: Commit?
      switch entry.origin {
      case .kept(let revision):
        let isThere =
          revision.parent == parent.commit && revision.previousSeenAt == parent.seen
        commit = isThere ? nil : try moved(revision, after: parent, superseding)
      case .added(let snapshot):
        let superseded = superseding.map { [$0] } ?? []
        let (tree, files) = try Repository.tree(of: snapshot.files)
        new += files
        commit = CommitMessage.commit(
          snapshot.snapshot.capture,
          headline: CommitMessage.headline(of: snapshot.snapshot.document),
          of: snapshot.story, tree: tree, number: parent.number + 1,
          parent: parent.commit, previousSeenAt: parent.seen, supersedes: superseded)
      case .again(let revision, let sightings):
        let (later, files) = try again(
          revision, at: entry.capturedAt, sightings, after: parent, superseding)
        commit = later
        new += files
      }
      var revision: Revision
      if let commit {
        superseding = nil
        let object = try NewObject(commit.content, as: .commit)
        guard let read = CommitMessage.revision(from: commit, id: object.id, of: first.story) else {
          throw ArchiveError.cannotKeep(
            first.story, because: "its commit would not be that of a revision")
        }
        new.append(object)
        revision = read
      } else if case .kept(let kept) = entry.origin {
        revision = kept
      } else {
        continue
      }
      revision.lastSeenAt = entry.lastSeenAt
      revisions.append(revision)
      parent = Place(
        commit: revision.commit, number: revision.number, seen: entry.seenAfterwards)
    }
    try writeTogether(new)
    return revisions
  }

  /// Brings objects to the disk together: as files of their own, or as a pack where they are many.
  private func writeTogether(_ objects: [NewObject]) throws {
    // Maintenance packs files better, and a small pack each time would be many.
    if objects.count <= 256 { return try write(objects) }
    let pack = PackWriter(repository: path)
    var last: PackWriter.Base?
    for object in objects {
      // The commits differ by little.
      let bases = object.kind == .commit ? [last].compactMap { $0 } : []
      let base = try pack.add(object.content, as: object.kind, like: bases)
      if object.kind == .commit { last = base }
      try mend(object.id, object.content, as: object.kind)
    }
    try pack.finish()
  }

  /// Whether nothing comes before the latest revision that was not there already.
  private func contains(_ tip: ObjectID, in entries: [Timeline.Entry]) -> Bool {
    for (index, entry) in entries.enumerated() {
      guard case .kept(let revision) = entry.origin else { return false }
      if index > 0, revision.previousSeenAt != entries[index - 1].seenAfterwards { return false }
      if revision.commit == tip { return true }
    }
    return false
  }

  private func moved(
    _ revision: Revision, after parent: Place,
    _ superseding: ObjectID?
  ) throws -> Commit {
    let content = try object(
      revision.commit, as: .commit, story: revision.story, revision: revision.number)
    guard let commit = Commit(content: content) else {
      throw ArchiveError.damaged(
        object: revision.commit, story: revision.story, revision: revision.number,
        because: "it is no commit")
    }
    return CommitMessage.commit(
      moving: commit, to: parent.number + 1, parent: parent.commit, previousSeenAt: parent.seen,
      supersedes: superseding)
  }

  private func again(
    _ revision: Revision, at time: Instant, _ sightings: Int,
    after parent: Place, _ superseding: ObjectID?
  ) throws -> (commit: Commit, objects: [NewObject]) {
    var capture = try value(of: SnapshotFiles.capture, of: revision, SnapshotFiles.readCapture)
    capture = capture.again(at: time, sightings: sightings)
    var files: [(name: String, id: ObjectID)] = []
    for name in [SnapshotFiles.source, SnapshotFiles.document, SnapshotFiles.text] {
      files.append((name, try file(name, of: revision)))
    }
    let record = try NewObject(SnapshotFiles.json(of: capture), as: .blob)
    files.append((SnapshotFiles.capture, record.id))
    let tree = try NewObject(Tree(files: files).content, as: .tree)
    let commit = CommitMessage.commit(
      capture, headline: revision.headline, of: revision.story,
      tree: tree.id, number: parent.number + 1,
      parent: parent.commit, previousSeenAt: parent.seen,
      supersedes: superseding.map { [$0] } ?? [])
    return (commit, [record, tree])
  }

  /// Moves the story to its new latest revision, with nothing lost at any instant.
  private func move(
    _ state: StoryState, to revisions: [Revision], _ entries: [Timeline.Entry]
  ) throws {
    guard let tip = revisions.last, let last = entries.last else { return }
    let old = state.tip
    let isMoved = tip.commit != old.commit
    let isSeen = tip.lastSeenAt.seconds > tip.capturedAt.seconds
    if isMoved, !revisions.contains(where: { $0.commit == old.commit }) {
      let name = StoryRef.superseded(old.commit, of: old.story)
      if try target(of: name) == nil { try publish(name, to: old.commit, from: nil) }
    }
    var kept: ObjectID?
    if isSeen, isMoved || tip.lastSeenAt != old.lastSeenAt {
      let sighting = Sighting(
        commit: tip.commit, supersedes: isMoved ? old.commit : nil, lastSeenAt: tip.lastSeenAt,
        count: max(1, last.sightings))
      let id = try write(sighting.content, as: .blob)
      try publish(state.ref.sightingName, to: id, from: state.sightingTarget)
      kept = id
    }
    guard isMoved else { return }
    try publish(state.ref.name, to: tip.commit, from: old.commit)
    if let sighting = state.sightingTarget, state.isSightingOurs {
      if !isSeen {
        forgetSighting(sighting, of: state.ref)
      } else if sighting != kept {
        // One that failed at this point before has written the same.
        removeLoose(sighting)
      }
    }
  }
}

extension PreparedSnapshot {
  fileprivate var time: Instant { snapshot.capture.capturedAt }
}

extension Timeline.Entry {
  /// When it was last seen, where that is later than its capture.
  fileprivate var seenAfterwards: Instant? {
    lastSeenAt.seconds > capturedAt.seconds ? lastSeenAt : nil
  }
}
