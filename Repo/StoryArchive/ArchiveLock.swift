import Glibc

/// The right to write to an archive, which one holder at a time has among all processes.
///
/// A lock of the kernel on the file `stet.lock` (`flock`): it goes with the process that holds it,
/// however that ends, so nothing is ever left to clean up.
final class ArchiveLock {
  static let patience = Duration.seconds(30)

  private var file: Int32

  /// Waits for the lock, 30 seconds at most.
  init(archive path: String, patience: Duration = ArchiveLock.patience) throws(ArchiveError) {
    let file = Glibc.open(path + "/stet.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .system(errno, at: path, writing: true) }
    let start = ContinuousClock.now
    var pause: UInt32 = 500
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      let reason = errno
      guard reason == EWOULDBLOCK || reason == EINTR else {
        close(file)
        throw .system(reason, at: path, writing: true)
      }
      guard ContinuousClock.now - start < patience else {
        close(file)
        throw .busy(path: path, because: "it has not let go for \(patience.components.seconds) s")
      }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
    self.file = file
  }

  /// Lets go.
  func release() {
    if file >= 0 { close(file) }
    file = -1
  }

  deinit { release() }
}
