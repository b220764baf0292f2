import Glibc

/// Shows text through the reader's pager, as git does.
///
/// That is where standard output is a terminal: `STET_PAGER`, else `PAGER`, else `less` where it is there.
/// Empty or `cat` means none.
final class Pager {
  /// More than a pipe holds, so that a pager has read some of what is beyond.
  private static let pipeSize = 1 << 20

  private var isPaged: Bool
  private var child: Child?
  /// What was written, as far as nothing says yet that a pager has read it.
  private var unread: [UInt8] = []
  /// Whether a pager was left before the end, so that it has shown what was wanted.
  private(set) var wasLeft = false

  /// Where `isPaged` is false the text goes to standard output in any case.
  init(isPaged: Bool) { self.isPaged = isPaged && Terminal.isTerminal(STDOUT_FILENO) }

  deinit { _ = child?.finish() }

  /// Shows a text that is there as a whole.
  static func show(_ text: String) throws {
    let pager = Pager(isPaged: true)
    do {
      try pager.write(text)
      try pager.finish()
    } catch is Output.ClosedError where pager.wasLeft {}
  }

  /// Shows what comes next; the first call starts the pager. Throws `Output.ClosedError` where nothing
  /// more is wanted.
  func write(_ text: String) throws {
    if isPaged, let command = Pager.command { child = Child(command) }
    isPaged = false
    let bytes = Array(text.utf8)
    guard let child else { return try Output.standard.write(bytes) }
    if unread.count <= Pager.pipeSize { unread += bytes }
    do { try child.input.write(bytes) } catch is Output.ClosedError {
      guard try finish() else { return }
      wasLeft = true
      throw Output.ClosedError()
    }
  }

  /// Waits until the pager is left. Where none could be started all is written without, and false
  /// returned.
  @discardableResult
  func finish() throws -> Bool {
    guard let child else { return false }
    self.child = nil
    if child.finish() { return true }
    try Output.standard.write(unread)
    return false
  }

  /// The shell command of the pager; nil where none is wanted or there.
  private static var command: String? {
    for name in ["STET_PAGER", "PAGER"] {
      guard let value = getenv(name).map({ String(cString: $0) }) else { continue }
      return value.isEmpty || value == "cat" ? nil : value
    }
    let folders = (Terminal.variable("PATH") ?? "").split(separator: ":")
    return folders.contains { access("\($0)/less", X_OK) == 0 } ? "less" : nil
  }

  /// A pager that runs, and the pipe into it.
  private struct Child {
    let input: Output
    private let process: pid_t

    init?(_ command: String) {
      // What git sets: quit if it fits a screen, show colours, leave the screen as it is.
      setenv("LESS", "FRX", 0)
      setenv("LV", "-c", 0)
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
      var arguments: [UnsafeMutablePointer<CChar>?] = [
        strdup("sh"), strdup("-c"), strdup(command), nil,
      ]
      defer { for argument in arguments { free(argument) } }
      var child: pid_t = 0
      let result = posix_spawn(&child, "/bin/sh", &actions, nil, &arguments, environ)
      close(ends[0])
      guard result == 0 else {
        close(ends[1])
        return nil
      }
      process = child
      input = Output(descriptor: ends[1])
    }

    /// Closes the pipe and waits until the pager is left; false where the shell could not start it.
    func finish() -> Bool {
      // The pager has the keyboard: an interrupt is for it alone.
      signal(SIGINT, SIG_IGN)
      close(input.descriptor)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      signal(SIGINT, SIG_DFL)
      // What a shell ends with where a command is not there (127) or is no program (126).
      let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 0
      return code != 126 && code != 127
    }
  }
}
