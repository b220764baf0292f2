import Glibc

/// Files that are there whole or not at all, whatever stops the process or the machine.
enum DurableFile {
  /// Writes `bytes` to the file `draft`, brings them to the disk, and moves that to `place`. A
  /// failure leaves no draft.
  ///
  /// - Parameter mode: That of the draft, which is new; nil for one that is there, and empty.
  static func write(
    _ bytes: [UInt8], to place: String, draft: String, mode: mode_t? = nil
  ) throws(GitError) {
    let creation = mode == nil ? 0 : O_CREAT | O_EXCL
    let file = open(draft, O_WRONLY | O_CLOEXEC | creation, mode ?? 0)
    guard file >= 0 else { throw .system(errno, "'\(draft)' cannot be written") }
    do throws(GitError) {
      defer { close(file) }
      try write(bytes, to: file, draft)
      guard fsync(file) == 0 else {
        throw GitError.system(errno, "'\(draft)' cannot be brought to the disk")
      }
    } catch {
      unlink(draft)
      throw error
    }
    guard rename(draft, place) == 0 else {
      let reason = errno
      unlink(draft)
      throw .system(reason, "'\(place)' cannot be written")
    }
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
