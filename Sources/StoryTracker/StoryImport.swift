import StoryArchive
import StoryCapture
import StoryCatalogue
import StoryDiff
import StoryModel
import Synchronization

/// Takes the stories of a JSON Lines file into an archive, each with all its versions.
///
/// A line is `{"id", "versions": [{"capturedAt"?, "title"?, "paragraphs"}]}`. Lines are read and
/// decoded on all cores, a few ahead of the archive's one writer, so that the memory taken depends
/// on the longest line and not on the file. Run again, it adds nothing twice.
public struct StoryImport: Sendable {
  /// What an import has done so far.
  public struct Totals: Sendable, Equatable {
    /// Lines of which a version was taken in, which are stories unless an id stands on several.
    public var stories = 0
    public var revisionsAdded = 0
    /// Versions that said what the latest revision said; with those of no known time, which come with it
    /// and add no time at which it was seen.
    public var seenAgain = 0
    /// Versions that the archive had already.
    public var alreadyThere = 0
    /// Lines of which a version, or the whole line, could not be taken.
    public var failures = 0
    /// Versions whose time is a day without a time of day, so that its midnight in UTC was taken.
    public var daysOnly = 0
    /// Lines with versions that have no time, none of which has one that counts from `assumedStart`.
    public var startUnused = 0
    /// Whether it was stopped before the end.
    public var wasStopped = false

    public init() {}

    /// Both together.
    public static func + (a: Totals, b: Totals) -> Totals {
      var sum = a
      sum.stories += b.stories
      sum.revisionsAdded += b.revisionsAdded
      sum.seenAgain += b.seenAgain
      sum.alreadyThere += b.alreadyThere
      sum.failures += b.failures
      sum.daysOnly += b.daysOnly
      sum.startUnused += b.startUnused
      sum.wasStopped = a.wasStopped || b.wasStopped
      return sum
    }
  }

  /// What ended an import, and what it had taken by then.
  public struct EndedError: Error, CustomStringConvertible {
    public let totals: Totals
    public let reason: any Error

    public var description: String { "\(reason)" }
  }

  /// The time of a story's first version where its record gives none; each one after it is a
  /// minute later, and none later than now. Where it is nil the last version is of now, and each
  /// before it a minute earlier.
  public let assumedStart: Instant?
  /// Whether versions that are older than what the archive knows of a story are inserted, rather
  /// than refused.
  public let backfill: Bool
  /// Whether every revision's change is measured for the catalogue, on all cores.
  public let measure: Bool
  /// Asked before each line and each version: whether to stop, keeping what was taken.
  public let shouldStop: @Sendable () -> Bool
  /// Told of every line that could not be taken whole, or not as it was meant: file, line and what is wrong.
  public let complain: @Sendable (String) -> Void

  public init(
    assumedStart: Instant? = nil, backfill: Bool = false, measure: Bool = false,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    complain: @escaping @Sendable (String) -> Void
  ) {
    self.assumedStart = assumedStart
    self.backfill = backfill
    self.measure = measure
    self.shouldStop = shouldStop
    self.complain = complain
  }

  /// Takes in every line of a file.
  ///
  /// `progress` is told of the totals and of the share of the file that is read (nil for a pipe).
  /// Throws an `EndedError` where the file cannot be read on or the archive written; what was taken before
  /// stays.
  public func run(
    isolation: isolated (any Actor)? = #isolation, _ lines: consuming LineReader,
    into archive: StoryArchive, progress: (Totals, Double?) -> Void = { _, _ in }
  ) async throws -> Totals {
    let path = lines.path, limit = lines.limit, measure = measure
    let catalogue = StoryTracker(archive).catalogue
    // Only where there is a catalogue does anybody take the measures down.
    if measure { _ = try catalogue.counts() }
    let writer = ImportWriter(
      archive, assumedStart: assumedStart, backfill: backfill, shouldStop: shouldStop)
    // The wait for a line may be long where it comes from a pipe.
    let usher = Task.detached {
      while (try? await Task.sleep(for: .milliseconds(500))) != nil { await writer.giveWay() }
    }
    defer { usher.cancel() }
    let latest = TotalsBox()
    do {
      try await workInOrder(
        ahead: 2 * Processor.count,
        next: {
          if shouldStop() { return nil }
          let share = lines.size.map { Double(lines.bytesRead) / Double(max(1, $0)) }
          progress(latest.totals.withLock { $0 }, share)
          return try lines.nextThatIsNotBlank(unless: shouldStop)
        },
        work: { DecodedLine($0, limit: limit, measure: measure) },
        take: { line in
          for problem in try await writer.take(line) + (line.warning.map { [$0] } ?? []) {
            complain("\(InputError(path: path, problem: problem.description))")
          }
          let totals = await writer.totals
          latest.totals.withLock { $0 = totals }
        })
    } catch {
      // What the writer has taken so far is kept; the first error is the one to tell of.
      try? await writer.flush()
      throw EndedError(totals: await writer.durable, reason: error)
    }
    do {
      try await writer.flush()
    } catch {
      throw EndedError(totals: await writer.durable, reason: error)
    }
    // What an import did is much, and better taken up now than when somebody asks for a list.
    try? catalogue.keepUp()
    var totals = await writer.totals
    totals.wasStopped = shouldStop()
    return totals
  }
}

/// The totals where the reading side can see them.
private final class TotalsBox: Sendable {
  let totals = Mutex(StoryImport.Totals())
}

/// A line as a record, or why it is none.
struct DecodedLine: Sendable {
  /// How much a version changed an earlier one, by their places in the record.
  struct Measure: Sendable {
    let from: Int
    let significance: Int
  }

  let number: Int
  /// For each version, where it was measured; empty where none was.
  private(set) var measures: [Measure?] = []
  /// What is worth knowing of a line that was taken.
  private(set) var warning: LineError?
  /// Versions that have a day and no time of day.
  private(set) var daysOnly = 0
  let record: Result<(story: StoryID, versions: [StoryRecord.Version]), LineError>

  /// The story that an id names: a web address names the one that a snapshot of it would.
  private static func story(_ id: String) throws(StoryIDError) -> StoryID {
    let scheme = id.prefix(8).lowercased()
    let isAddress = scheme.hasPrefix("http://") || scheme.hasPrefix("https://")
    // Without a host it is a name like any other.
    if isAddress, let story = try? StoryReader.storyID(forURL: id) { return story }
    return try StoryID(encoding: id)
  }

  /// Measures each version against the last that said something else. Only where both have a time of
  /// their own, which a comparison asks for.
  private static func measures(_ versions: [StoryRecord.Version]) -> [Measure?] {
    var last: Int?
    return versions.indices.map { index in
      let version = versions[index]
      guard let before = last else {
        last = index
        return nil
      }
      let old = versions[before]
      if old.document.saysTheSame(as: version.document) { return nil }
      last = index
      guard let oldTime = old.capturedAt, let newTime = version.capturedAt else { return nil }
      let diff = StoryDiff(
        from: old.document, to: version.document, oldCapturedAt: oldTime, newCapturedAt: newTime)
      return Measure(from: before, significance: diff.summary.significance)
    }
  }

  init(_ line: LineReader.Line, limit: Int, measure: Bool) {
    number = line.number
    guard let bytes = line.bytes else {
      record = .failure(.tooLong(line.number, limit))
      return
    }
    do {
      let decoded = try StoryRecord(line: bytes)
      record = .success((try DecodedLine.story(decoded.id), decoded.versions))
      daysOnly = decoded.daysOnly
      if decoded.hasReplacements {
        warning = LineError(
          line: number,
          problem:
            "it has what is no text (broken UTF-8, or half a character): U+FFFD stands for it, and"
            + " the bytes are kept as they came")
      }
      if measure { measures = DecodedLine.measures(decoded.versions) }
    } catch {
      record = .failure(LineError(line: line.number, problem: "\(error)"))
    }
  }
}
