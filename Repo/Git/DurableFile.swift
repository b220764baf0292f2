import CLibgit2
import Glibc

/// Files that are there whole or not at all, whatever stops the process or the machine.
enum DurableFile {
  /// A file that is written, and has not its name yet. For one thread at a time.
  final class Draft {
    private let place: String, path: String
    private let file: Int32
    private var isPlaced = false

    /// Writes `bytes` to the file `path`, and has the disk begin with them. A failure leaves no draft.
    ///
    /// - Parameter mode: That of the draft, which is new; nil for one that is there, and empty.
    init(
      _ bytes: [UInt8], at path: String, for place: String, mode: mode_t? = nil
    ) throws(GitError) {
      let creation = mode == nil ? 0 : O_CREAT | O_EXCL
      (self.place, self.path) = (place, path)
      file = open(path, O_WRONLY | O_CLOEXEC | creation, mode ?? 0)
      guard file >= 0 else { throw .system(errno, "'\(path)' cannot be written") }
      do throws(GitError) {
        try DurableFile.write(bytes, to: file, path)
      } catch {
        drop()
        throw error
      }
      // No more than a hint: where several are written, none waits for the one before.
      stet_begin_writing(file)
    }

    deinit { close(file) }

    /// Brings the bytes to the disk.
    func sync() throws(GitError) {
      guard fsync(file) == 0 else {
        throw .system(errno, "'\(path)' cannot be brought to the disk")
      }
    }

    /// Gives it its name; only once it was brought to the disk.
    func move() throws(GitError) {
      guard rename(path, place) == 0 else { throw .system(errno, "'\(place)' cannot be written") }
      isPlaced = true
    }

    /// Removes it, where it has not got its name.
    func drop() { if !isPlaced { unlink(path) } }
  }

  /// Writes `bytes` to the file `draft`, brings them to the disk, and moves that to `place`. A
  /// failure leaves no draft.
  ///
  /// - Parameter mode: That of the draft, which is new; nil for one that is there, and empty.
  static func write(
    _ bytes: [UInt8], to place: String, draft: String, mode: mode_t? = nil
  ) throws(GitError) {
    let draft = try Draft(bytes, at: draft, for: place, mode: mode)
    defer { draft.drop() }
    try draft.sync()
    try draft.move()
  }

  /// Brings the names in a folder to the disk.
  static func syncFolder(_ path: String) throws(GitError) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .system(errno, "'\(path)' cannot be read") }
    defer { close(folder) }
    guard fsync(folder) == 0 else {
      throw .system(errno, "'\(path)' cannot be brought to the disk")
    }
  }

  private static func write(
    _ bytes: [UInt8], to file: Int32, _ path: String
  ) throws(GitError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .system(errno, "'\(path)' cannot be written") }
      written += count
    }
  }
}
