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
    default: .failed(path: path, because: String(cString: strerror(number)))
    }
  }

  /// The error for what libgit2 said.
  static func git(_ error: GitError, at path: String, writing: Bool) -> ArchiveError {
    for number in [ENOSPC, EDQUOT, EROFS, EACCES, EPERM] where error.isSystemError(number) {
      return .system(number, at: path, writing: writing)
    }
    return .failed(path: path, because: error.message)
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
