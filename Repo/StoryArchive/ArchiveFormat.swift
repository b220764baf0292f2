import Git

/// What makes a repository an archive: the branch `stet`, which `HEAD` names, and its one commit.
///
/// It is kept in the git data, not in the configuration, so that a mirror clone is an archive too;
/// and it is a branch, so that `git fsck` finds nothing odd and `git clone` shows the README.
enum ArchiveFormat {
  static let version = "stet-archive/1"
  static let branch = "stet"
  static let reference = "refs/heads/stet"
  static let file = "FORMAT"

  /// What says that an archive takes no more new stories itself.
  static let fullReference = "refs/heads/shards"

  static let description = "Stet archive: each refs/stories/… is a story, each commit a revision\n"

  private static let readme = """
    This is a Stet archive: it keeps how news stories changed after they were published.

    Each story is a reference, refs/stories/<id>, and each of its commits is a revision:
    `git log refs/stories/<id>` shows a story's history and `git diff` what changed.
    A complete copy is made by `git clone --mirror`; a plain clone gets this branch alone.
    Where there is a branch `shards`, other stories are in the archives below `shards/`.

    """
  private static let fullReadme = """
    This Stet archive is full: it keeps the stories that it has, and new ones are in the archives
    `shards/0.git` to `shards/f.git` in its folder, each of them an archive like this.

    A story that is not here is in the one that a digit of its id's hash names:
    `printf %s <id> | git hash-object --stdin`. The first digit is that of the outermost archive's
    shards, the second that of their shards, and so on.

    """

  typealias Object = (kind: ObjectKind, content: [UInt8], id: ObjectID)

  /// The objects that the branch leads to, its commit last; the same in every archive.
  static func objects() throws(GitError) -> [Object] {
    try objects(
      [(file, version + "\n"), ("README.txt", readme)],
      message: "Stet archive\n\nFormat: \(version)\n")
  }

  /// The objects that the branch of a full archive leads to, its commit last; the same in every one.
  static func fullObjects() throws(GitError) -> [Object] {
    try objects([("README.txt", fullReadme)], message: "Stories from here on are in shards\n")
  }

  private static func objects(
    _ texts: [(name: String, content: String)], message: String
  ) throws(GitError) -> [Object] {
    var objects: [Object] = []
    var files: [(name: String, id: ObjectID)] = []
    func add(_ kind: ObjectKind, _ content: [UInt8]) throws(GitError) -> ObjectID {
      let id = try Repository.id(of: content, as: kind)
      objects.append((kind, content, id))
      return id
    }
    for (name, content) in texts { files.append((name, try add(.blob, Array(content.utf8)))) }
    let tree = try add(.tree, Tree(files: files).content)
    _ = try add(.commit, commit(of: tree, message: message).content)
    return objects
  }

  /// Writes the branch.
  static func write(to repository: borrowing Repository) throws(GitError) {
    try write(try objects(), as: reference, to: repository)
  }

  /// Says that the archive is full; only while its lock is held.
  static func writeFull(to repository: borrowing Repository) throws(GitError) {
    try write(try fullObjects(), as: fullReference, to: repository)
  }

  private static func write(
    _ objects: [Object], as reference: String, to repository: borrowing Repository
  ) throws(GitError) {
    var new: [NewObject] = []
    for object in objects { new.append(try NewObject(object.content, as: object.kind)) }
    try repository.write(new)
    guard let commit = objects.last?.id else { return }
    do {
      try repository.publish(reference, to: commit, from: nil)
    } catch  where error.isExisting {
      // Somebody else was quicker; `found` will say what is there.
    }
  }

  /// The version that the repository says it has; nil where it says none.
  static func found(in repository: borrowing Repository) throws(GitError) -> String? {
    guard let target = try repository.target(of: reference) else { return nil }
    guard let commit = Commit(content: try repository.read(target, as: .commit, limit: 1 << 16)),
      let tree = Tree(content: try repository.read(commit.tree, as: .tree, limit: 1 << 16)),
      let entry = tree[file]
    else { return nil }
    let content = try repository.read(entry.id, as: .blob, limit: 1 << 12)
    let line = content.prefix { $0 != 10 }.prefix(60)
    return String(decoding: line.filter { (33...126).contains($0) }, as: UTF8.self)
  }

  private static func commit(of tree: ObjectID, message: String) -> Commit {
    let signature = Commit.Signature(
      name: "Stet", email: "stet@stet.invalid", seconds: 0, offsetMinutes: 0)
    return Commit(
      tree: tree, parents: [], author: signature, committer: signature, message: message)
  }
}
