/// Why a command could not do what it was asked: one or more lines for a person, and the exit code.
struct Failure: Error, CustomStringConvertible {
  static let ordinary: Int32 = 2
  static let interrupted: Int32 = 130

  /// One of which the user was told already.
  static let told = Failure("")

  let description: String
  let code: Int32

  init(_ description: String, code: Int32 = Failure.ordinary) {
    self.description = description
    self.code = code
  }
}
