import Glibc

/// Whole files, and folders' names, read without libgit2.
public enum FileBytes {
  /// What the plain file at `path` holds; nil where there is none. A link is not followed. Throws
  /// where it is no plain file, cannot be read, or is of more than `limit` bytes.
  public static func read(_ path: String, limit: Int = 1 << 30) throws(GitError) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      if errno == ELOOP { throw .damaged("it is a link, not a file") }
      throw .system(errno, "its file cannot be read")
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(errno, "its file cannot be read") }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .damaged("it is no plain file") }
    guard status.st_size <= limit else {
      throw .damaged("its file has \(status.st_size) bytes, and \(limit) is the most")
    }
    return try read(file, from: 0, count: Int(status.st_size))
  }

  /// Up to `count` bytes of an open file from `offset` on; fewer at its end.
  static func read(
    _ file: Int32, from offset: Int, count: Int
  ) throws(GitError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, filled in
      while filled < buffer.count {
        let got = pread(
          file, buffer.baseAddress.map { $0 + filled }, buffer.count - filled, offset + filled)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        filled += got
      }
    }
    guard failure == 0 else { throw .system(failure, "its file cannot be read") }
    return bytes
  }

  /// Writes a new file that nobody may write to; on disk when it returns, but for its name.
  static func write(_ bytes: [UInt8], to path: String) throws(GitError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o444)
    guard file >= 0 else { throw .system(errno, "'\(path)' cannot be written") }
    defer { close(file) }
    do {
      try write(bytes, to: file)
      try sync(file, "'\(path)'")
    } catch {
      unlink(path)
      throw error
    }
  }

  static func write(_ bytes: [UInt8], to file: Int32) throws(GitError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(errno, "the file cannot be written")
      }
      written += count
    }
  }

  /// Writes at the end of an open file.
  public static func append(_ bytes: [UInt8], to file: Int32) throws(GitError) {
    try write(bytes, to: file)
  }

  /// Puts another file in the place of `path`, whole or not at all.
  public static func replace(
    _ path: String, with bytes: [UInt8], draft: String
  ) throws(GitError) {
    try DurableFile.write(bytes, to: path, draft: draft, mode: 0o666)
  }

  static func sync(_ file: Int32, _ what: String) throws(GitError) {
    guard fsync(file) == 0 else { throw .system(errno, "\(what) cannot be brought to the disk") }
  }

  /// Brings the names in a folder to the disk.
  static func sync(folder: String) throws(GitError) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw .system(errno, "'\(folder)' cannot be read") }
    defer { close(file) }
    try sync(file, "'\(folder)'")
  }

  /// Whether the last 20 bytes are the SHA-1 of those before, as in many of git's files.
  public static func endsInChecksum(_ bytes: [UInt8]) -> Bool {
    var sum = SHA1()
    sum.update(Array(bytes.dropLast(20)))
    return sum.finish() == bytes.suffix(20)
  }

  /// The SHA-1 of an open file of `size` bytes but for its last 20, where packs have it. O(bytes), a piece at a time.
  static func checksum(_ file: Int32, size: Int) throws(GitError) -> [UInt8] {
    var sum = SHA1()
    var at = 0
    while at < size - 20 {
      let piece = try read(file, from: at, count: min(1 << 20, size - 20 - at))
      if piece.isEmpty { break }
      sum.update(piece)
      at += piece.count
    }
    return sum.finish()
  }

  /// The names in the folder at `path`, sorted; none where there is no such folder. With each,
  /// whether it is a folder itself (a link is none).
  public static func names(in path: String) throws(GitError) -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(path) else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw .system(errno, "'\(path)' cannot be read")
    }
    defer { closedir(stream) }
    var names: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      var isFolder = Int32(entry.pointee.d_type) == Int32(DT_DIR)
      if Int32(entry.pointee.d_type) == Int32(DT_UNKNOWN) {
        var status = stat()
        isFolder = lstat("\(path)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      }
      names.append((name, isFolder))
    }
    return names.sorted { $0.name < $1.name }
  }
}
