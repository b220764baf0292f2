import Glibc

/// How many files the system lets this process have open.
enum OpenFiles {
  /// What any command has open at once, at least; with fewer, what is whole cannot be told from what is missing.
  static let needed = 8

  /// Throws where so many cannot be opened any more.
  static func check() throws {
    var opened: [Int32] = []
    defer { for file in opened { close(file) } }
    for _ in 0..<needed {
      let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard file >= 0 else {
        guard errno == EMFILE || errno == ENFILE else { return }
        throw Failure(
          "\(String(cString: strerror(errno))): \(needed) more are needed (try again with a higher limit: ulimit -n)"
        )
      }
      opened.append(file)
    }
  }
}
