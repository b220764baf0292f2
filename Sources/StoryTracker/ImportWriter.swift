import StoryArchive
import StoryCapture
import StoryModel

/// The one writer of an import: takes decoded lines in order.
actor ImportWriter {
  private(set) var totals = StoryImport.Totals()
  private let archive: StoryArchive
  private let writer: BulkWriter
  private let assumedStart: Instant
  /// Whether versions that are older than what is known are inserted.
  private let isBackfilling: Bool
  private let shouldStop: @Sendable () -> Bool
  /// Stories that have revisions which are not flushed yet.
  private var unflushed: Set<StoryID> = []
  /// How much revisions that are not flushed yet changed those before them.
  private var measures: [(story: StoryID, measure: ChangeNotes.Measure)] = []
  /// Why what was taken between two lines could not be made durable.
  private var failure: (any Error)?

  init(
    _ archive: StoryArchive, assumedStart: Instant, backfill: Bool = false,
    shouldStop: @escaping @Sendable () -> Bool
  ) {
    self.archive = archive
    isBackfilling = backfill
    self.shouldStop = shouldStop
    self.assumedStart = assumedStart
    writer = archive.bulkWriter()
  }

  /// Records the versions of a line; returns what could not be taken, at most one problem a version.
  ///
  /// Takes nothing more once it is to stop, be it in the middle of the line. Throws where the
  /// archive cannot be written at all.
  func take(_ line: DecodedLine) throws -> [LineError] {
    if let failure { throw failure }
    if shouldStop() { return [] }
    let story: StoryID, versions: [StoryRecord.Version]
    switch line.record {
    case .success(let record): (story, versions) = record
    case .failure(let error):
      totals.failures += 1
      return [error]
    }
    var problems: [LineError] = []
    let timed: [TimedVersion]
    do {
      timed = try self.timed(versions, of: story)
      totals.alreadyThere += versions.count - timed.count
    } catch {
      guard ImportWriter.isOfOneStory(error) else { throw error }
      totals.failures += 1
      return [LineError(line: line.number, problem: "\(error)")]
    }
    var older: [Snapshot] = []
    // The version that the latest revision is, and its commit.
    var latest: (version: Int, commit: ObjectID)?
    for version in timed {
      if shouldStop() { return problems }
      do {
        let outcome = try record(version, of: story)
        guard case .added(let revision, let previous) = outcome else { continue }
        if line.measures.indices.contains(version.number - 1),
          let measure = line.measures[version.number - 1], let previous,
          let latest, latest == (measure.from, previous.commit)
        {
          measures.append(
            (
              story,
              ChangeNotes.Measure(
                commit: revision.commit, parent: previous.commit,
                significance: measure.significance)
            ))
        }
        latest = (version.number - 1, revision.commit)
      } catch ArchiveError.olderThanTip where isBackfilling {
        older.append(version.snapshot)
      } catch {
        guard ImportWriter.isOfOneStory(error) else { throw error }
        let problem = ImportWriter.problem(error)
        problems.append(
          LineError(
            line: line.number, problem: "version \(version.number) of '\(story)': \(problem)"))
      }
    }
    if !older.isEmpty {
      // All at once, so that they supersede one history and not one each.
      do {
        for outcome in try writer.backfill(older, of: story) { count(outcome) }
        unflushed = []
      } catch {
        guard ImportWriter.isOfOneStory(error) else { throw error }
        problems.append(LineError(line: line.number, problem: "\(error)"))
      }
    }
    if let last = problems.popLast() {
      let taken = versions.count - problems.count - 1
      let rest =
        switch taken {
        case 0: ""
        case 1: "; the line's other version is in the archive"
        default: "; the line's other \(taken) versions are in the archive"
        }
      problems.append(LineError(line: line.number, problem: last.problem + rest))
    }
    totals.stories += 1
    if !problems.isEmpty { totals.failures += 1 }
    if writer.isFull { try flush() }
    return problems
  }

  /// Makes what was taken durable.
  func flush() throws {
    if let failure { throw failure }
    try writer.flush()
    archive.note(measures)
    measures = []
    unflushed = []
  }

  /// Lets other writers of the archive in while no line comes, as it does between lines.
  func giveWay() {
    do { try writer.giveWay() } catch { failure = failure ?? error }
  }

  private func record(_ version: TimedVersion, of story: StoryID) throws -> RecordOutcome {
    if version.version.document.blocks.isEmpty {
      throw CaptureError.record("it has no text")
    }
    let snapshot = version.snapshot
    if snapshot.capture.timeSource == .given { try StoryTracker.check(version.time) }
    let outcome = try writer.record(snapshot, of: story)
    count(outcome)
    unflushed.insert(story)
    return outcome
  }

  /// What is wrong with one version, where the others of its line may have been taken.
  private static func problem(_ error: any Error) -> String {
    guard case ArchiveError.olderThanTip(_, let time, let tip, let wasSeenAgain) = error else {
      return "\(error)"
    }
    return "it was not taken: it is of \(time), but the latest revision "
      + TrackerError.standing(tip, wasSeenAgain: wasSeenAgain)
  }

  private func count(_ outcome: RecordOutcome) {
    switch outcome {
    case .added, .inserted: totals.revisionsAdded += 1
    case .seenAgain: totals.seenAgain += 1
    case .alreadyKnown: totals.alreadyThere += 1
    }
  }

  /// Whether an error is about one snapshot or story, so that the others can go on.
  private static func isOfOneStory(_ error: any Error) -> Bool {
    switch error {
    case ArchiveError.olderThanTip, ArchiveError.cannotKeep: true
    case ArchiveError.damaged(_, let story, _, _): story != nil
    case is CaptureError, is StoryIDError, is TrackerError: true
    default: false
    }
  }
}

/// A version and the time that it is recorded with.
struct TimedVersion {
  /// From 1, among the versions of its record.
  let number: Int
  let version: StoryRecord.Version
  let time: Instant
  let source: CaptureRecord.TimeSource

  var snapshot: Snapshot {
    Snapshot(
      source: version.source, document: version.document,
      capture: version.capture.record(capturedAt: time, timeSource: source))
  }
}

extension ImportWriter {
  /// The versions that are to be recorded, each with its time.
  ///
  /// Where the record gives times, all of them: the archive itself knows which it has. Where it
  /// gives none, those that follow what the archive has of the story: versions that stand among its
  /// revisions in the same order are there already.
  private func timed(_ versions: [StoryRecord.Version], of story: StoryID) throws -> [TimedVersion]
  {
    if versions.contains(where: { $0.capturedAt != nil }) { return partlyTimed(versions) }
    if unflushed.contains(story) { try flush() }
    var remaining = versions.enumerated().filter { index, version in
      index == 0 || !versions[index - 1].document.saysTheSame(as: version.document)
    }[...]
    var latest: Instant?
    for revision in try knownRevisions(of: story) {
      latest = revision.lastSeenAt
      guard let next = remaining.first else { break }
      if try archive.document(of: revision).saysTheSame(as: next.element.document) {
        remaining.removeFirst()
      }
    }
    return remaining.map { index, version in
      // Never before what the archive has, whose own times may be assumed, too.
      var time = assumedStart.advanced(bySeconds: Int64(index) * 60)
      if let last = latest, time <= last { time = last.advanced(bySeconds: 60) }
      if latest != nil { latest = time }
      return TimedVersion(number: index + 1, version: version, time: time, source: .assumed)
    }
  }

  /// Where only some versions have a time, the others are a minute after the one before them, but
  /// not later than the next time given; before the first one given, a minute before the next.
  private func partlyTimed(_ versions: [StoryRecord.Version]) -> [TimedVersion] {
    var times = versions.map(\.capturedAt)
    for index in times.indices.dropFirst() where times[index] == nil {
      guard let before = times[index - 1] else { continue }
      let later = before.advanced(bySeconds: 60)
      let next = versions[index...].lazy.compactMap(\.capturedAt).first
      times[index] = next.map { min($0, later) } ?? later
    }
    for index in times.indices.dropLast().reversed() where times[index] == nil {
      times[index] = times[index + 1]?.advanced(bySeconds: -60)
    }
    return zip(versions, times).enumerated().compactMap { index, pair in
      guard let time = pair.1 else { return nil }
      return TimedVersion(
        number: index + 1, version: pair.0, time: time,
        source: pair.0.capturedAt == nil ? .assumed : .given)
    }
  }

  /// The story's revisions, oldest first; none where the archive does not have it.
  private func knownRevisions(of story: StoryID) throws -> [Revision] {
    do {
      return try archive.history(of: story).reversed()
    } catch ArchiveError.noSuchStory {
      return []
    }
  }
}
