import Glibc

/// Writes to a file descriptor, whole or not at all.
struct Output: Sendable {
  /// The reader has closed its end of the pipe: no error, but nothing more is wanted.
  struct ClosedError: Error {}

  static let standard = Output(descriptor: STDOUT_FILENO)

  let descriptor: Int32

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
        if count >= 0 {
          sent += count
        } else if errno == EPIPE {
          throw ClosedError()
        } else if errno != EINTR {
          throw Failure("the output could not be written: \(String(cString: strerror(errno)))")
        }
      }
    }
  }

  /// A line on standard error, where nobody can be told that it failed. Control characters, which
  /// a name or a broken file may hold, are shown as `\u{FFFD}`, so that none reaches the terminal.
  static func error(_ line: String) {
    let shown = line.unicodeScalars.map { scalar -> Unicode.Scalar in
      let isControl = scalar.properties.generalCategory == .control
      return isControl && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar
    }
    try? Output(descriptor: STDERR_FILENO).write(String(String.UnicodeScalarView(shown)) + "\n")
  }
}
