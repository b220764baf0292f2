import Glibc

/// What libgit2 leaves out when it brings things to the disk, and where it would write outside.
extension Repository {
  /// Brings the names of the folders that a new reference's file is in to the disk.
  public func syncFolders(above reference: String) throws(GitError) {
    for folder in Repository.folders(above: reference).reversed() {
      try DurableFile.syncFolder(path + folder)
    }
    try DurableFile.syncFolder(path)
  }

  /// Throws where one of the folders that a reference's file is in is a link, which may lead out of
  /// the repository.
  public func refuseLinks(above reference: String) throws(GitError) {
    for folder in Repository.folders(above: reference) { try Repository.refuseLink(path + folder) }
  }

  /// Throws where `path` is a link.
  static func refuseLink(_ path: String) throws(GitError) {
    guard isLink(path) else { return }
    throw .damaged("'\(path)' is a link, which may lead out of the repository")
  }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// `refs`, `refs/stories` and `refs/stories/a` for `refs/stories/a/b`.
  private static func folders(above reference: String) -> [String] {
    let parts = reference.split(separator: "/")
    return (1..<max(1, parts.count)).map { parts[..<$0].joined(separator: "/") }
  }
}

/// Folders that are there whole or not at all.
public enum DurableFolder {
  /// Brings a folder with all that is in it to the disk.
  public static func syncTree(_ path: String) throws(GitError) {
    for entry in try FileBytes.names(in: path) {
      let inner = "\(path)/\(entry.name)"
      if entry.isFolder {
        try syncTree(inner)
      } else {
        let file = open(inner, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw .system(errno, "'\(inner)' cannot be read") }
        defer { close(file) }
        try FileBytes.sync(file, "'\(inner)'")
      }
    }
    try DurableFile.syncFolder(path)
  }

  /// Brings the names in a folder to the disk.
  public static func sync(_ path: String) throws(GitError) { try DurableFile.syncFolder(path) }
}
