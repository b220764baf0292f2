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
}
