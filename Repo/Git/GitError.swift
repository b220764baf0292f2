import CLibgit2

#if canImport(Glibc)
  import Glibc
#endif

/// What libgit2 said when a call of it failed.
public struct GitError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The C return code (`GIT_ENOTFOUND` is −3).
  public let code: Int32
  /// The part of libgit2 that failed (`GIT_ERROR_ODB` is 9).
  public let errorClass: Int32
  public let message: String

  public init(code: Int32, errorClass: Int32, message: String) {
    self.code = code
    self.errorClass = errorClass
    self.message = message
  }

  public var description: String { message }

  /// Nothing has that name or id.
  public var isNotFound: Bool { code == GIT_ENOTFOUND.rawValue }
  /// It is there already.
  public var isExisting: Bool { code == GIT_EEXISTS.rawValue }
  /// The reference is not what the caller said it was.
  public var isModified: Bool { code == GIT_EMODIFIED.rawValue }
  /// Somebody else holds the lock of the reference.
  public var isLocked: Bool { code == GIT_ELOCKED.rawValue }

  /// Whether the operating system gave `number` (an `errno`) as the reason.
  ///
  /// libgit2 keeps the reason only as text, at the end of its message.
  public func isSystemError(_ number: Int32) -> Bool {
    message.hasSuffix(String(cString: strerror(number)))
  }

  static func locked(_ lock: String) -> GitError {
    GitError(
      code: GIT_ELOCKED.rawValue, errorClass: Int32(GIT_ERROR_REFERENCE.rawValue),
      message:
        "'\(lock)' is there: somebody is about to change what it locks, or was stopped (run the command again in"
        + " ten seconds)")
  }

  static func existing(_ reference: String) -> GitError {
    GitError(
      code: GIT_EEXISTS.rawValue, errorClass: Int32(GIT_ERROR_REFERENCE.rawValue),
      message: "the reference '\(reference)' is there already, or another is in its way")
  }

  static func modified(_ reference: String) -> GitError {
    GitError(
      code: GIT_EMODIFIED.rawValue, errorClass: Int32(GIT_ERROR_REFERENCE.rawValue),
      message: "the reference '\(reference)' is not what it was")
  }

  static func system(_ number: Int32, _ action: String) -> GitError {
    GitError(
      code: GIT_ERROR.rawValue, errorClass: Int32(GIT_ERROR_OS.rawValue),
      message: "\(action): \(String(cString: strerror(number)))")
  }
}

/// The one funnel: every return code of libgit2 goes through here, and a negative one is thrown.
@discardableResult
func check(_ code: Int32) throws(GitError) -> Int32 {
  guard code < 0 else { return code }
  guard let last = git_error_last(), let text = last.pointee.message else {
    throw GitError(code: code, errorClass: 0, message: "libgit2 failed with code \(code)")
  }
  let message = String(cString: text)
  throw GitError(code: code, errorClass: last.pointee.klass, message: message)
}
