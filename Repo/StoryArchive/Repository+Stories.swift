import Git
import StoryModel

/// What the archive knows of a story before a snapshot is added.
struct StoryState {
  let ref: StoryRef
  /// The latest revision, with its sighting.
  var tip: Revision
  /// What the reference to the sighting points at, current or not.
  var sightingTarget: ObjectID?
  /// Whether that is a sighting, of this revision or another: then nothing else needs the object.
  var isSightingOurs = false
  /// How often the tip was seen again.
  var sightings: Int
}

extension Repository {
  /// Bytes that a commit or a tree may have, and a file of one: far beyond what an archive that
  /// Stet wrote holds, so that a hostile one cannot ask for all memory.
  static let headerLimit = 1 << 20, fileLimit = 256 << 20

  /// What is known of `story`; nil where there is none. O(1).
  func state(of story: StoryID) throws -> StoryState? {
    for ref in [StoryRef(story), StoryRef(story, marked: true)] {
      guard let target = try target(of: ref.name) else { continue }
      var state = StoryState(
        ref: ref, tip: try revision(target, of: story), sightingTarget: nil, sightings: 0)
      try addSighting(to: &state)
      return state
    }
    return nil
  }

  private func addSighting(to state: inout StoryState) throws {
    // A writer removes a sighting that a later one replaced; then the later one is there.
    var missing: ObjectID?
    while let target = try target(of: state.ref.sightingName) {
      state.sightingTarget = target
      if target != missing, !contains(target) {
        missing = target
        continue
      }
      let content = try object(
        target, as: .blob, story: state.tip.story, revision: state.tip.number)
      guard let sighting = Sighting(content: content) else { return }
      state.isSightingOurs = true
      guard sighting.isOf(state.tip.commit),
        sighting.lastSeenAt.seconds > state.tip.capturedAt.seconds
      else { return }
      state.tip.lastSeenAt = sighting.lastSeenAt
      state.sightings = sighting.count
      return
    }
  }

  /// The revision whose commit is `id`; its last-seen time is its capture time.
  func revision(
    _ id: ObjectID, of story: StoryID, number: Int? = nil
  ) throws -> Revision {
    let content = try object(id, as: .commit, story: story, revision: number)
    guard let commit = Commit(content: content),
      let revision = CommitMessage.revision(from: commit, id: id, of: story),
      number == nil || number == revision.number
    else {
      throw ArchiveError.damaged(
        object: id, story: story, revision: number,
        because: "it is not the commit of a revision as the format describes it")
    }
    return revision
  }

  /// The revision before `child`; nil before the first. O(1).
  func revision(before child: Revision) throws -> Revision? {
    guard let parent = child.parent else { return nil }
    var revision = try revision(parent, of: child.story, number: child.number - 1)
    if let seen = child.previousSeenAt, seen.seconds > revision.capturedAt.seconds {
      revision.lastSeenAt = seen
    }
    return revision
  }

  /// The content of an object of a revision; an error names all three.
  func object(
    _ id: ObjectID, as kind: ObjectKind, limit: Int = Repository.headerLimit, story: StoryID,
    revision: Int?
  ) throws -> [UInt8] {
    do {
      return try read(id, as: kind, limit: limit)
    } catch {
      if let refusal = ArchiveError.refusal(in: error.message, at: path) { throw refusal }
      throw ArchiveError.damaged(
        object: id, story: story, revision: revision, because: Repository.reason(error))
    }
  }

  /// The id of the file `name` of a revision.
  func file(_ name: String, of revision: Revision) throws -> ObjectID {
    let content = try object(
      revision.tree, as: .tree, story: revision.story, revision: revision.number)
    guard let tree = Tree(content: content) else {
      throw ArchiveError.damaged(
        object: revision.tree, story: revision.story, revision: revision.number,
        because: "it is no tree")
    }
    guard let entry = tree[name] else {
      throw ArchiveError.damaged(
        object: revision.tree, story: revision.story, revision: revision.number,
        because: "its '\(name)' is missing")
    }
    guard entry.mode == .file else {
      throw ArchiveError.damaged(
        object: revision.tree, story: revision.story, revision: revision.number,
        because: "its '\(name)' is no plain file")
    }
    return entry.id
  }

  /// The content of the file `name` of a revision.
  func content(of name: String, of revision: Revision) throws -> [UInt8] {
    try object(
      try file(name, of: revision), as: .blob, limit: Repository.fileLimit, story: revision.story,
      revision: revision.number)
  }

  /// Reads the file `name` of a revision by `reader`.
  func value<T>(
    of name: String, of revision: Revision, _ reader: ([UInt8]) throws -> T
  ) throws -> T {
    do {
      return try reader(try content(of: name, of: revision))
    } catch let error as MalformedFile {
      throw ArchiveError.damaged(
        object: try file(name, of: revision), story: revision.story, revision: revision.number,
        because: "'\(name)': \(error.reason)")
    }
  }

  static func reason(_ error: GitError) -> String {
    error.isNotFound ? "it is missing" : "it is truncated or damaged (\(error.message))"
  }
}
