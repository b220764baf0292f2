/// Why a line of a JSON Lines file could not be taken.
struct LineError: Error, CustomStringConvertible {
  let line: Int
  let problem: String

  var description: String { "line \(line): \(problem)" }

  static func tooLong(_ line: Int, _ limit: Int) -> LineError {
    LineError(
      line: line, problem: "it is longer than \(limit) bytes, the most that is read (--max-bytes)")
  }
}
