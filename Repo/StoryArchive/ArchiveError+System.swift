import Git
import Glibc
import StoryModel

extension ArchiveError {
  /// The error for a reason that the system gave.
  static func system(_ number: Int32, at path: String, writing: Bool) -> ArchiveError {
    switch number {
    case ENOENT: .missing(path: path)
    case ENOTDIR: .notAFolder(path: path)
    case ENOSPC, EDQUOT: .diskFull(path: path)
    case EROFS: .readOnly(path: path, because: "its file system is read-only")
    case EACCES, EPERM:
      writing ? .readOnly(path: path, because: "permission denied") : .noPermission(path: path)
    case EMFILE, ENFILE, ENOMEM:
      .outOfResources(path: path, because: String(cString: strerror(number)))
    case EFBIG: .failed(path: path, because: "a file of it may not grow so large (ulimit -f)")
    default: .failed(path: path, because: String(cString: strerror(number)))
    }
  }

  /// The error for what libgit2 said.
  static func git(_ error: GitError, at path: String, writing: Bool) -> ArchiveError {
    for number in [ENOSPC, EDQUOT, EROFS, EFBIG] where error.isSystemError(number) {
      return .system(number, at: path, writing: writing)
    }
    return refusal(in: error.message, at: path, writing: writing)
      ?? .failed(path: path, because: error.message)
  }

  /// The error for a message that ends in a reason for which the system refuses what is whole; nil where
  /// it gives none. What cannot be read for it says nothing of the archive.
  static func refusal(in message: String, at path: String, writing: Bool = false) -> ArchiveError? {
    [EACCES, EPERM, EMFILE, ENFILE, ENOMEM]
      .first { message.hasSuffix(String(cString: strerror($0))) }
      .map { .system($0, at: path, writing: writing) }
  }

  /// Whether the system refused, which it may do no more when it is asked again.
  public var isRefusal: Bool {
    switch self {
    case .noPermission, .outOfResources, .readOnly, .diskFull: true
    default: false
    }
  }
}

/// Runs `body`; what it throws becomes an `ArchiveError`.
func archiveErrors<T>(
  at path: String, writing: Bool, _ body: () throws -> T
) throws(ArchiveError) -> T {
  do {
    return try body()
  } catch let error as ArchiveError {
    throw error
  } catch let error as GitError {
    throw .git(error, at: path, writing: writing)
  } catch {
    throw .failed(path: path, because: "\(error)")
  }
}
