import Git

/// Which commits of an archive follow which, whatever leads to them: to find what was recorded last where the
/// reference that said so is lost.
struct CommitFamily {
  /// By a commit, those whose parent it is, and those by whose insertion it was superseded.
  private var followers: [ObjectID: [ObjectID]] = [:]
  /// Those without a parent.
  private var firsts: [ObjectID] = []

  /// Reads all objects of the archive in a folder that ends in a slash, for their kinds. O(bytes).
  init(folder: String, _ reader: ObjectReader) {
    var ids = (try? ObjectReader.looseObjects(repository: folder).ids) ?? []
    for pack in ArchiveRepairer.packs(folder) { ids += (0..<pack.count).compactMap(pack.id) }
    for id in Set(ids) {
      guard let object = try? reader.read(id, limit: Repository.headerLimit),
        object.kind == .commit, let commit = Commit(content: object.content)
      else { continue }
      if commit.parents.isEmpty { firsts.append(id) }
      for before in commit.parents + CommitMessage.superseded(by: commit) {
        followers[before, default: []].append(id)
      }
    }
  }

  /// The commits that follow `tip`, or those without a parent where there is none, as far as `isOne` says that
  /// they are of the history that is looked for.
  func descendants(of tip: ObjectID?, where isOne: (ObjectID) -> Bool) -> [ObjectID] {
    var found: Set<ObjectID> = []
    var next = tip.map { followers[$0] ?? [] } ?? firsts
    while let id = next.popLast() {
      guard !found.contains(id), isOne(id) else { continue }
      found.insert(id)
      next += followers[id] ?? []
    }
    return found.sorted()
  }
}
