import Glibc

/// The right to write to an archive, which one holder at a time has among all processes.
///
/// A lock of the kernel on the file `stet.lock` (`flock`): it goes with the process that holds it,
/// however that ends, so nothing is ever left to clean up. Whoever waits for it says so by a shared
/// lock on `stet.waiting`; whoever comes later lets those go first, and a holder that has much to do
/// can see that it should let go.
final class ArchiveLock {
  static let patience = Duration.seconds(30)
  /// How long those who wait already are let go first: one of them may be stopped by its user.
  static let courtesy = Duration.seconds(1)

  let path: String
  let since: ContinuousClock.Instant
  private var file: Int32

  /// Waits for the lock, 30 seconds at most.
  init(archive path: String, patience: Duration = ArchiveLock.patience) throws(ArchiveError) {
    let file = try ArchiveLock.open(path, "stet.lock")
    let queue: Int32
    do {
      queue = try ArchiveLock.open(path, "stet.waiting")
    } catch {
      close(file)
      throw error
    }
    defer { close(queue) }
    let start = ContinuousClock.now
    var pause: UInt32 = 500
    var isInQueue = false
    while true {
      let waited = ContinuousClock.now - start
      if isInQueue || waited >= ArchiveLock.courtesy || !ArchiveLock.isHeld(queue) {
        if flock(file, LOCK_EX | LOCK_NB) == 0 { break }
        let reason = errno
        guard reason == EWOULDBLOCK || reason == EINTR else {
          close(file)
          throw .system(reason, at: path, writing: true)
        }
        isInQueue = isInQueue || flock(queue, LOCK_SH | LOCK_NB) == 0
      }
      guard waited < patience else {
        close(file)
        throw .busy(
          path: path,
          because: "it has not let go for \(patience.components.seconds) s; nothing of this was"
            + " written, so run the same command again when the other has finished")
      }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
    self.path = path
    self.file = file
    since = .now
  }

  /// Whether others wait for the lock at this moment.
  var isAwaited: Bool {
    guard let queue = try? ArchiveLock.open(path, "stet.waiting") else { return false }
    defer { close(queue) }
    return ArchiveLock.isHeld(queue)
  }

  /// Whether others hold the lock of the file `queue`.
  private static func isHeld(_ queue: Int32) -> Bool {
    guard flock(queue, LOCK_EX | LOCK_NB) == 0 else { return errno == EWOULDBLOCK }
    flock(queue, LOCK_UN)
    return false
  }

  private static func open(_ path: String, _ name: String) throws(ArchiveError) -> Int32 {
    let file = Glibc.open("\(path)/\(name)", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard file >= 0 else { throw .system(errno, at: path, writing: true) }
    return file
  }

  /// Lets go.
  func release() {
    // Let go by name: a child that was just forked may hold the same lock until it runs its program.
    if file >= 0 {
      flock(file, LOCK_UN)
      close(file)
    }
    file = -1
  }

  deinit { release() }
}
