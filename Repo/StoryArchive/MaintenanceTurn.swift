import Git
import Glibc

/// That nobody else maintains the archive meanwhile: a lock of the kernel on its `objects` folder.
final class MaintenanceTurn {
  private let file: Int32

  /// Waits for its turn for so long at most, where somebody else has it.
  init(archive path: String, patience: Duration = .zero) throws(ArchiveError) {
    file = open(path + "/objects", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw .system(errno, at: path, writing: true) }
    let end = ContinuousClock.now + patience
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EINTR || ContinuousClock.now < end else {
        close(file)
        throw .busy(path: path, because: "it is being maintained already")
      }
      usleep(20_000)
    }
  }

  func end() {
    // Let go by name: a child that was just forked may hold the same lock until it runs its program.
    flock(file, LOCK_UN)
    close(file)
  }
}
