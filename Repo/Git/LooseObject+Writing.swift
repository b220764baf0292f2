import Glibc

/// An object that is to become a file of its own.
public struct NewObject: Sendable {
  public let content: [UInt8]
  public let kind: ObjectKind
  public let id: ObjectID

  public init(_ content: [UInt8], as kind: ObjectKind) throws(GitError) {
    (self.content, self.kind) = (content, kind)
    id = try Repository.id(of: content, as: kind)
  }

  init(_ content: [UInt8], as kind: ObjectKind, id: ObjectID) {
    (self.content, self.kind, self.id) = (content, kind, id)
  }
}

extension LooseObject {
  /// What the drafts of objects are called, like those of libgit2.
  static let draftPrefix = "tmp_object_git2_"
  /// How many drafts are open at a time.
  private static let filesAtOnce = 64

  /// Writes objects as files of their own, each in place of the one that may be there. On disk when it
  /// returns, with their names and those of their folders; at any instant there is the old file or the
  /// new one.
  ///
  /// All drafts are written before one is brought to the disk, and all have their names before a folder
  /// is: what the file system then does for the first of them it has done for the others, too.
  ///
  /// - Parameter known: Files that are there already, and whose names are to be on the disk as well:
  ///   another process may have made one, and have been killed before it brought that there.
  static func write(
    _ objects: [NewObject], with known: [ObjectID] = [], repository path: String
  ) throws(GitError) {
    let ids = objects.map(\.id) + known
    guard !ids.isEmpty else { return }
    var folders: Set<String> = []
    for object in objects {
      let folder = folder(of: object.id, repository: path)
      guard folders.insert(folder).inserted else { continue }
      try Repository.refuseLink(folder)
      guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
        throw .system(errno, "'\(folder)' cannot be made")
      }
    }
    for start in stride(from: 0, to: objects.count, by: filesAtOnce) {
      try place(objects[start..<min(start + filesAtOnce, objects.count)], repository: path)
    }
    for folder in Set(ids.map { folder(of: $0, repository: path) }).sorted() {
      try DurableFile.syncFolder(folder)
    }
    // Always, for the same reason.
    try DurableFile.syncFolder("\(path)objects")
  }

  private static func place(
    _ objects: ArraySlice<NewObject>, repository path: String
  ) throws(GitError) {
    // As git and libgit2 do it.
    let deflater = Deflater(level: 1)
    var drafts: [DurableFile.Draft] = []
    // What has its name is no draft any more, and then there is nothing to remove.
    defer { for draft in drafts { draft.drop() } }
    for object in objects {
      var bytes: [UInt8] = []
      try deflater.append(
        Array("\(object.kind) \(object.content.count)\0".utf8) + object.content, to: &bytes)
      let name = "\(path)objects/\(draftPrefix)\(getpid())_\(UInt32.random(in: 0 ... .max))"
      drafts.append(
        try DurableFile.Draft(
          bytes, at: name, for: LooseObject.path(of: object.id, repository: path), mode: 0o444))
    }
    for draft in drafts { try draft.sync() }
    for draft in drafts { try draft.move() }
  }

  private static func folder(of id: ObjectID, repository path: String) -> String {
    "\(path)objects/\(id.description.prefix(2))"
  }
}
