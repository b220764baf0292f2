import Glibc

/// The files of loose objects, as files.
public enum ObjectFiles {
  /// When the object's own file was written or last asked for, in seconds since 1970; nil where it
  /// has none.
  public static func modified(_ id: ObjectID, repository path: String) -> Int? {
    var status = stat()
    let file = LooseObject.path(of: id, repository: path)
    return stat(file, &status) == 0 ? Int(status.st_mtim.tv_sec) : nil
  }

  /// Removes the object's own file; returns the bytes that it took on the disk.
  @discardableResult
  public static func remove(_ id: ObjectID, repository path: String) -> Int {
    let file = LooseObject.path(of: id, repository: path)
    var status = stat()
    let folder = "\(path.hasSuffix("/") ? path : path + "/")objects/\(id.description.prefix(2))"
    guard !Repository.isLink(folder), lstat(file, &status) == 0, unlink(file) == 0 else { return 0 }
    return Int(status.st_blocks) * 512
  }

  /// Writes an object as a file of its own, in place of the one that may be there. On disk when it returns.
  public static func write(
    _ content: [UInt8], as kind: ObjectKind, id: ObjectID, repository path: String
  ) throws(GitError) {
    try LooseObject.write([NewObject(content, as: kind, id: id)], repository: path)
  }

  /// Puts a file of these bytes in the place of another; on disk when it returns.
  public static func replace(_ place: String, by bytes: [UInt8]) throws(GitError) {
    let draft = "\(place).\(getpid()).new"
    try DurableFile.write(bytes, to: place, draft: draft, mode: 0o644)
    try syncFolder(of: place)
  }

  /// Copies a file, be it large; on disk when it returns, and in its place only when it is whole.
  public static func copy(_ source: String, to place: String) throws(GitError) {
    let from = open(source, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard from >= 0 else { throw .system(errno, "'\(source)' cannot be read") }
    defer { close(from) }
    let draft = "\(place).\(getpid()).new"
    let to = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o444)
    guard to >= 0 else { throw .system(errno, "'\(draft)' cannot be written") }
    defer { close(to) }
    do throws(GitError) {
      var at = 0
      while case let piece = try FileBytes.read(from, from: at, count: 1 << 20), !piece.isEmpty {
        try FileBytes.write(piece, to: to)
        at += piece.count
      }
      try FileBytes.sync(to, "'\(draft)'")
      guard rename(draft, place) == 0 else {
        throw GitError.system(errno, "'\(place)' cannot be written")
      }
    } catch {
      unlink(draft)
      throw error
    }
    try syncFolder(of: place)
  }

  /// Makes the folders that lead to a file in `folder`, which ends in a slash.
  public static func makeFolders(above file: String, in folder: String) throws(GitError) {
    var path = folder
    for part in file.split(separator: "/").dropLast() {
      path += part
      try Repository.refuseLink(path)
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
        throw .system(errno, "'\(path)' cannot be made")
      }
      path += "/"
    }
  }

  private static func syncFolder(of place: String) throws(GitError) {
    guard let slash = place.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    try DurableFile.syncFolder(String(place[..<slash]))
  }
}
