import StoryDiff
import StoryReport
import Synchronization

/// Compares the pairs of a JSON Lines file, on all cores, and writes a JSON report a line.
public enum BatchComparison {
  /// Reports on every pair in the order of the lines; returns how many lines were no pair, and whether any
  /// pair's story changed.
  ///
  /// A line is `{"id", "old", "new", "oldCapturedAt"?, "newCapturedAt"?}`, its texts plain text.
  /// For a bad one `complain` is told which and why, and the others go on. No more than two pairs
  /// a core are held at once. Throws what `write` throws, and where the input cannot be read.
  public static func run(
    isolation: isolated (any Actor)? = #isolation, _ lines: consuming LineReader,
    write: @escaping @Sendable ([UInt8]) throws -> Void,
    complain: @escaping @Sendable (String) -> Void
  ) async throws -> (failures: Int, storyChanged: Bool) {
    let path = lines.path, limit = lines.limit
    let failures = Counter(), changes = Counter()
    try await workInOrder(
      ahead: 2 * Processor.count, next: { try lines.nextThatIsNotBlank().map(HandedLine.init) },
      work: { report(on: $0, limit: limit) },
      take: { result in
        switch result {
        case .success(let report):
          if report.storyChanged { await changes.add(1) }
          try write(report.bytes)
        case .failure(let error):
          await failures.add(1)
          complain("\(InputError(path: path, problem: error.description))")
        }
      })
    return await (failures.value, changes.value > 0)
  }

  private static func report(on line: HandedLine, limit: Int) -> Result<Report, LineError> {
    line.read(limit: limit).map { pair in report(on: pair) }
  }

  private static func report(on pair: PairRecord) -> Report {
    let diff = StoryDiff(
      from: pair.old, to: pair.new, oldCapturedAt: pair.oldCapturedAt,
      newCapturedAt: pair.newCapturedAt)
    let heading = ReportHeading(
      old: VersionHeading(capturedAt: pair.oldCapturedAt),
      new: VersionHeading(capturedAt: pair.newCapturedAt))
    var report = JSONReport.write(diff, heading: heading, id: pair.id)
    report.append(UInt8(ascii: "\n"))
    return Report(bytes: report, storyChanged: diff.storyChanged)
  }

  /// A pair's line, and whether its story changed.
  private struct Report: Sendable {
    let bytes: [UInt8]
    let storyChanged: Bool
  }
}

/// A line for the one that works on it, which lets its bytes go as soon as they are read: who handed it
/// over holds it until the work is done.
private final class HandedLine: Sendable {
  private let line: Mutex<LineReader.Line?>

  init(_ line: LineReader.Line) { self.line = Mutex(line) }

  /// The pair that the line is. To be asked for once.
  func read(limit: Int) -> Result<PairRecord, LineError> {
    let taken = line.withLock { line in
      defer { line = nil }
      return line
    }
    guard let taken else { return .failure(LineError(line: 0, problem: "it was read before")) }
    guard let bytes = taken.bytes else { return .failure(.tooLong(taken.number, limit)) }
    do {
      return .success(try PairRecord(line: bytes))
    } catch {
      return .failure(LineError(line: taken.number, problem: error.description))
    }
  }
}
