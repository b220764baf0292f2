import FoundationEssentials
import Git
import Glibc

extension StoryArchive {
  /// Opens the archive in the folder `path`, which may be on a disk that cannot be written to.
  public static func open(at path: String) throws(ArchiveError) -> StoryArchive {
    try open(at: path, level: 0, capacity: capacity)
  }

  static func open(
    at path: String, root: String? = nil, level: Int, capacity: Int
  ) throws(ArchiveError) -> StoryArchive {
    switch try occupant(of: path) {
    case .nothing, .emptyFolder: throw .missing(path: path)
    case .folder: break
    }
    if exists(path + "/.git") { throw .notBare(path: path) }
    guard exists(path + "/HEAD"), exists(path + "/objects") else {
      throw .notAnArchive(path: path, because: "the folder holds other things")
    }
    if let way = wayOut(of: path) {
      throw .notAnArchive(
        path: path,
        because: "its '\(way)' leads out of it, and whoever made it may want you to write there")
    }
    if let file = oddFile(of: path) {
      throw .damaged(
        object: nil, story: nil, revision: nil, because: "its '\(file)' is no plain file")
    }
    let repository = try openRepository(at: path)
    let format: String?
    do {
      format = try ArchiveFormat.found(in: repository)
    } catch {
      if let refusal = ArchiveError.refusal(in: error.message, at: path) { throw refusal }
      throw .damaged(
        object: nil, story: nil, revision: nil,
        because: "the commit of the branch '\(ArchiveFormat.branch)': \(error.message)")
    }
    guard let format else {
      if repository.hasWorkingTree { throw .notBare(path: path) }
      throw .notAnArchive(path: path, because: "it is a git repository that Stet did not make")
    }
    guard format == ArchiveFormat.version else {
      throw .otherFormat(path: path, found: format, supported: ArchiveFormat.version)
    }
    return try StoryArchive(
      path: path, root: root ?? path, level: level, capacity: capacity)
  }

  /// Opens the archive in the folder `path`, or makes one, and the folders that lead to it, where
  /// nothing or an empty folder is.
  public static func openOrCreate(at path: String) throws(ArchiveError) -> StoryArchive {
    try openOrCreate(at: path, level: 0, capacity: capacity)
  }

  static func openOrCreate(
    at path: String, root: String? = nil, level: Int = 0, capacity: Int
  ) throws(ArchiveError) -> StoryArchive {
    switch try occupant(of: path) {
    case .nothing, .emptyFolder: try create(at: path)
    case .folder: break
    }
    return try open(at: path, root: root, level: level, capacity: capacity)
  }

  private enum Occupant { case nothing, emptyFolder, folder }

  private static func occupant(of path: String) throws(ArchiveError) -> Occupant {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return .nothing }
      if errno == ENOTDIR, let file = file(above: path) {
        throw .notAnArchive(path: path, because: "'\(file)' is a file, and no folder is in one")
      }
      throw .system(errno, at: path, writing: false)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: path) }
    guard let folder = opendir(path) else { throw .system(errno, at: path, writing: false) }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { return .folder }
    }
    return .emptyFolder
  }

  /// The file that a path leads through as if it were a folder.
  private static func file(above path: String) -> String? {
    var status = stat()
    return path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { path[..<$0] }
      .first { stat(String($0), &status) == 0 && status.st_mode & S_IFMT != S_IFDIR }
      .map(String.init)
  }

  /// What of a repository leads out of its folder; nil where nothing does.
  static func wayOut(of path: String) -> String? {
    let names = [
      "HEAD", "config", "objects", "objects/pack", "objects/info", "refs", "refs/heads",
      StoryRef.folders[0], StoryRef.folders[1], "refs/superseded", "refs/failed", "packed-refs",
      "logs", "stet.lock", "stet.waiting", "shards", ChangeNotes.file, ChangeNotes.catalogueFile,
    ]
    var status = stat()
    let link = names.first {
      lstat("\(path)/\($0)", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
    // With it git takes objects and references to be in another folder.
    return link ?? (exists(path + "/commondir") ? "commondir" : nil)
  }

  /// What of the files that are opened is a pipe, a device or a folder, which may never be read to an end; nil
  /// where nothing is.
  private static func oddFile(of path: String) -> String? {
    let names = [
      "HEAD", "config", "packed-refs", ArchiveFormat.reference, ArchiveFormat.fullReference,
      "stet.lock", "stet.waiting", ChangeNotes.file,
    ]
    var status = stat()
    return names.first {
      lstat("\(path)/\($0)", &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes an archive beside its place and moves it there, so that nobody ever sees half of one.
  private static func create(at path: String) throws(ArchiveError) {
    let place = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    let parent = place.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(place[..<$0]) } ?? "."
    try makeFolders(parent.isEmpty ? "/" : parent)
    Leftovers.removeDrafts(of: place)
    let draft = "\(place).\(getpid())-\(UInt32.random(in: 0 ... .max)).new"
    do {
      try fill(draft, for: path)
    } catch {
      removeFolder(draft)
      // The folder above may not be ours to write to though the empty one is.
      guard case .readOnly = error, exists(place) else { throw error }
      return try fill(place, for: path)
    }
    guard rename(draft, place) != 0 else {
      do { return try DurableFolder.sync(parent.isEmpty ? "/" : parent) } catch {
        throw .git(error, at: path, writing: true)
      }
    }
    let reason = errno
    removeFolder(draft)
    switch reason {
    case ENOTEMPTY, EEXIST: return  // Somebody else was quicker, and `open` says what is there.
    case EBUSY, EXDEV, EACCES, EPERM: try fill(place, for: path)
    default: throw .system(reason, at: path, writing: true)
    }
  }

  private static func fill(_ folder: String, for path: String) throws(ArchiveError) {
    do {
      let repository = try Repository(
        creatingBare: folder, description: ArchiveFormat.description, head: ArchiveFormat.branch)
      try ArchiveFormat.write(to: repository)
      // What only explains git to people, in files that nothing checks.
      for file in ["hooks/README.sample", "info/exclude"] { unlink("\(folder)/\(file)") }
      for empty in ["hooks", "info"] { rmdir("\(folder)/\(empty)") }
      try DurableFolder.syncTree(folder)
    } catch {
      throw .git(error, at: path, writing: true)
    }
  }

  private static func makeFolders(_ path: String) throws(ArchiveError) {
    if exists(path) { return }
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex {
      try makeFolders(String(path[..<slash]))
    }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw .system(errno, at: path, writing: true)
    }
    let above = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
    do { try DurableFolder.sync(above.isEmpty ? "/" : above) } catch {
      throw .git(error, at: path, writing: true)
    }
  }

  /// Removes a folder that this process has made, with what is in it.
  private static func removeFolder(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }
}
