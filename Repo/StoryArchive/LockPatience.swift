import Git
import Glibc

/// How long a writer waits for references that somebody else has locked.
///
/// The archive's own lock is held meanwhile, so the other can only be a foreign git process, or
/// one that was killed and left its lock file. Git holds such a lock for milliseconds: one that is
/// older than ten seconds is removed.
struct LockPatience {
  static let patience = Duration.seconds(15), staleAfterSeconds = 10

  private let archive: String
  private let references: [String]
  private let start = ContinuousClock.now
  private var pause: UInt32 = 1_000

  /// - Parameter references: The names of those that are to be moved.
  init(archive: String, references: [String]) {
    self.archive = archive
    self.references = references
  }

  /// Waits a moment before the next attempt; throws where it has been long enough.
  mutating func wait(for error: GitError) throws(ArchiveError) {
    guard ContinuousClock.now - start < LockPatience.patience else {
      throw .busy(
        path: archive,
        because: "\(error.message); run the same command again when the other has finished")
    }
    if error.isLocked { removeStaleLocks() }
    usleep(pause)
    pause = min(pause * 2, 100_000)
  }

  private func removeStaleLocks() {
    for name in references + ["packed-refs"] {
      let lock = "\(archive)/\(name).lock"
      var status = stat()
      guard stat(lock, &status) == 0 else { continue }
      if Glibc.time(nil) - status.st_mtim.tv_sec > LockPatience.staleAfterSeconds { unlink(lock) }
    }
  }
}
