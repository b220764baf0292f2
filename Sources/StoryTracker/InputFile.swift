import Glibc

/// An open file or standard input, read in pieces.
///
/// Closed when the value goes; standard input is left open.
struct InputFile: ~Copyable {
  let path: String
  /// Bytes in the file when it was opened; nil for a pipe or a terminal.
  let size: Int?
  private let descriptor: Int32

  /// Opens `path` for reading; `-` is standard input. A folder is refused.
  init(_ path: String) throws(InputError) {
    if path.isEmpty { throw InputError(path: "''", problem: "it names no file") }
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputError(path: path, errno: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      if path != "-" { close(descriptor) }
      throw InputError(path: path, errno: code)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      if path != "-" { close(descriptor) }
      throw InputError(path: path, errno: EISDIR)
    }
    self.path = path
    self.descriptor = descriptor
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  deinit { if path != "-" { close(descriptor) } }

  /// The next bytes, at most `count`; empty at the end, and where `stop` said so meanwhile.
  func read(_ count: Int, unless stop: () -> Bool = { false }) throws(InputError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while !stop() {
        // A signal may come to another thread, so a wait for a slow pipe is broken off to ask.
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let ready = poll(&wanted, 1, 200)
        if ready == 0 || ready < 0 && errno == EINTR { continue }
        let got = Glibc.read(descriptor, buffer.baseAddress, count)
        if got >= 0 {
          filled = got
          return
        }
        if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    if failure != 0 { throw InputError(path: path, errno: failure) }
    return bytes
  }

  /// All bytes of `path`, refused where they are more than `limit`.
  ///
  /// No more than `limit` bytes and one piece are ever held.
  static func contents(
    of path: String, limit: Int, unless stop: () -> Bool = { false }
  ) throws(InputError) -> [UInt8] {
    let file = try InputFile(path)
    if let size = file.size, size > limit { throw tooLarge(path, size, limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(file.size ?? 0, limit))
    while true {
      let piece = try file.read(1 << 16, unless: stop)
      if piece.isEmpty { return bytes }
      bytes += piece
      if bytes.count > limit { throw tooLarge(path, nil, limit) }
    }
  }

  private static func tooLarge(_ path: String, _ size: Int?, _ limit: Int) -> InputError {
    let found = size.map { "it has \($0) bytes" } ?? "it has more bytes"
    return InputError(
      path: path, problem: "\(found), and \(limit) is the most that is read (--max-bytes)")
  }
}
