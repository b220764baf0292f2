import Glibc

/// Why a file or stream could not be read: which one, and what is wrong with it.
public struct InputError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path as the user gave it; `-` for standard input.
  public let path: String
  public let problem: String

  public init(path: String, problem: String) {
    self.path = path
    self.problem = problem
  }

  /// What a failed system call says about `path`.
  init(path: String, errno code: Int32) {
    let problem =
      switch code {
      case ENOENT: "there is no such file"
      case EACCES, EPERM: "you have no permission to read it"
      case EISDIR: "it is a folder, not a file"
      case ENAMETOOLONG: "its name is longer than the file system takes"
      default: String(cString: strerror(code))
      }
    self.init(path: path, problem: problem)
  }

  public var description: String {
    "\(path == "-" ? "standard input" : path): \(problem)"
  }
}
