import Git
import StoryModel

extension MaintenanceJob {
  /// Adds what is wanted, as the references lead to it, and calls `each` after each of them.
  ///
  /// First what is near: a commit that is packed and not wanted ends the way down, since a story's newest
  /// revisions are those that are loose, or in small packs. Where something is left, all revisions are
  /// looked at.
  func addWanted(
    shouldStop: () -> Bool,
    _ each: (_ number: Int, Reference, _ isAdded: Bool) throws -> Void = { _, _, _ in }
  ) throws {
    for isNear in isQuick ? [true] : [true, false] where !wanted.isEmpty {
      self.isNear = isNear
      reached = []
      for (number, reference) in references.enumerated() {
        if shouldStop() {
          result.wasStopped = true
          return
        }
        let before = wanted.count
        try add(reference)
        try each(number, reference, wanted.count < before)
      }
    }
  }

  /// Adds what a reference leads to: the oldest commit first, so that each version finds the one
  /// before it.
  func add(_ reference: Reference) throws {
    current = reference
    var chain: [(id: ObjectID, tree: ObjectID)] = []
    var next = [reference.target]
    while let id = next.popLast() {
      guard !reached.contains(id), !isPassedOver(id), let object = try read(id) else { continue }
      reached.insert(id)
      if object.kind == .commit, let commit = Commit(content: object.content) {
        chain.append((id, commit.tree))
        next += commit.parents
      } else if object.kind == .tree {
        _ = try addTree(id, object.content, like: [:])
      } else {
        if object.kind == .tag { throw unknown(id) }
        try take(id, object.kind, object.content)
      }
    }
    var before: [String: PackWriter.Base] = [:]
    for commit in chain.reversed() {
      if !isPassedOver(commit.tree), let tree = try read(commit.tree) {
        before = try addTree(commit.tree, tree.content, like: before)
      }
      if wanted.contains(commit.id), let object = try read(commit.id) {
        try take(commit.id, .commit, object.content)
      }
    }
  }

  /// Adds a tree and what is in it; returns what the next version's files may be like.
  private func addTree(
    _ id: ObjectID, _ content: [UInt8], like before: [String: PackWriter.Base]
  ) throws -> [String: PackWriter.Base] {
    guard let tree = Tree(content: content) else { throw unknown(id) }
    var bases: [String: PackWriter.Base] = before
    // The text first: the other files hold it too, and are small as deltas of it.
    for entry in tree.entries.reversed() where entry.mode != .submodule {
      if entry.mode == .folder {
        guard !isPassedOver(entry.id), let folder = try read(entry.id) else { continue }
        _ = try addTree(entry.id, folder.content, like: [:])
      } else if wanted.contains(entry.id) {
        guard let object = try read(entry.id) else { continue }
        let like = [before[entry.name], bases[SnapshotFiles.text]].compactMap { $0 }
        bases[entry.name] = try take(entry.id, object.kind, object.content, like: like)
      } else if isNear, !isPacked(entry.id) {
        // It is there, or the archive is damaged.
        _ = try read(entry.id)
      }
    }
    try take(id, .tree, content)
    return bases
  }

  /// Whether nothing that is wanted can be before this, as far as that matters now.
  private func isPassedOver(_ id: ObjectID) -> Bool {
    isNear && !wanted.contains(id) && isPacked(id)
  }

  private func isPacked(_ id: ObjectID) -> Bool {
    guard let index = packs.firstIndex(where: { $0.position(of: id) != nil }) else { return false }
    // What comes next is likely to be in the same.
    packs.swapAt(0, index)
    return true
  }

  func read(_ id: ObjectID) throws -> ObjectReader.Object? {
    do {
      if let object = try reader.read(id, limit: Repository.fileLimit) { return object }
    } catch {
      throw ArchiveError.refusal(in: error.message, at: folder)
        ?? damaged(id, because: Repository.reason(error))
    }
    // It must be there before anything is dropped or removed, but a story may be packed without.
    if isQuick { return nil }
    // A sighting that a writer has replaced since is gone; nothing else ever is.
    if let current, current.target == id, current.name.begins(with: StoryRef.sightings) {
      return nil
    }
    throw damaged(id, because: "it is missing")
  }

  private func unknown(_ id: ObjectID) -> ArchiveError {
    damaged(id, because: "it is none that the format knows")
  }

  private func damaged(_ id: ObjectID, because reason: String) -> ArchiveError {
    let story = current.flatMap { StoryRef(name: $0.name)?.story }
    return .damaged(object: id, story: story, revision: nil, because: reason)
  }
}
