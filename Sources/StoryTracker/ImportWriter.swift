import StoryArchive
import StoryCapture
import StoryCatalogue
import StoryModel

/// The one writer of an import: takes decoded lines in order.
actor ImportWriter {
  private(set) var totals = StoryImport.Totals()
  /// What of it is on the disk for certain.
  private(set) var durable = StoryImport.Totals()
  let archive: StoryArchive
  private let writer: BulkWriter
  private let catalogue: Catalogue
  let assumedStart: Instant?
  /// Whether versions that are older than what is known are inserted.
  private let isBackfilling: Bool
  private let shouldStop: @Sendable () -> Bool
  /// Stories that have revisions which are not flushed yet.
  private(set) var unflushed: Set<StoryID> = []
  /// How much revisions that are not flushed yet changed those before them.
  private var measures: [(story: StoryID, measure: ChangeNotes.Measure)] = []
  /// Why what was taken between two lines could not be made durable.
  private var failure: (any Error)?

  init(
    _ archive: StoryArchive, assumedStart: Instant?, backfill: Bool = false,
    shouldStop: @escaping @Sendable () -> Bool
  ) {
    self.archive = archive
    isBackfilling = backfill
    self.shouldStop = shouldStop
    self.assumedStart = assumedStart
    writer = archive.bulkWriter()
    catalogue = StoryTracker(archive).catalogue
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
    case .success(let record):
      (story, versions) = record
      totals.daysOnly += line.daysOnly
    case .failure(let error):
      totals.failures += 1
      return [error]
    }
    var problems: [LineError] = []
    let record: TimedRecord
    do {
      if !unflushed.contains(story) { try catalogue.refuseLost(story) }
      record = try timed(versions, of: story)
    } catch {
      guard ImportWriter.isOfOneStory(error) else { throw error }
      totals.failures += 1
      return [LineError(line: line.number, problem: "\(error)")]
    }
    let timed = record.versions
    var run = record.run
    totals.alreadyThere += versions.count - timed.count - record.repeats
    totals.seenAgain += record.repeats
    if assumedStart != nil, record.hasNoUseOfStart { totals.startUnused += 1 }
    var older: Set<Int> = [], taken: Set<Int> = []
    var followed = FollowedVersions()
    // The version that the latest revision is, and its commit.
    var latest: (version: Int, commit: ObjectID)?
    for (index, version) in timed.enumerated() {
      if shouldStop() { return problems }
      do {
        let outcome = try self.record(version, of: story, in: run)
        if version.source == .assumed, case .alreadyKnown(let revision) = outcome,
          revision.commit == latest?.commit
        {
          // It says what the version before it says, at a time at which nobody can have seen that.
          totals.seenAgain += 1
        } else {
          count(outcome)
        }
        taken.insert(index)
        run.follow(outcome, at: version.time)
        followed.follow(outcome, of: version)
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
        older.insert(index)
      } catch {
        guard ImportWriter.isOfOneStory(error) else { throw error }
        let problem = ImportWriter.problem(error)
        problems.append(
          LineError(
            line: line.number, problem: "version \(version.number) of '\(story)': \(problem)"))
      }
    }
    if !older.isEmpty {
      // All at once, so that they supersede one history and not one each; with the others of the line, which
      // say where they stand within a second, and what else was seen of a text that one of them parts.
      let together = timed.indices.filter { older.contains($0) || taken.contains($0) }
      do {
        let outcomes = try writer.backfill(together.map { timed[$0].snapshot }, of: story)
        for (index, outcome) in zip(together, outcomes) where older.contains(index) {
          count(outcome)
        }
        unflushed = []
      } catch {
        guard ImportWriter.isOfOneStory(error) else { throw error }
        problems.append(LineError(line: line.number, problem: "\(error)"))
      }
    }
    var isTaken = true
    if let last = problems.popLast() {
      let taken = versions.count - problems.count - 1
      isTaken = taken > 0
      let rest =
        switch taken {
        case 0: ""
        case 1: "; the line's other version is in the archive"
        default: "; the line's other \(taken) versions are in the archive"
        }
      problems.append(LineError(line: line.number, problem: last.problem + rest))
    }
    if isTaken { totals.stories += 1 }
    if !problems.isEmpty { totals.failures += 1 }
    // Said, and no failure: mostly the line is one that another has gone on with.
    problems += followed.notes(line: line.number)
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
    durable = totals
  }

  /// Lets other writers of the archive in while no line comes, as it does between lines.
  func giveWay() {
    do { try writer.giveWay() } catch { failure = failure ?? error }
  }

  private func record(_ version: TimedVersion, of story: StoryID, in run: SnapshotRun) throws
    -> RecordOutcome
  {
    if version.version.document.blocks.isEmpty {
      throw CaptureError.record("it has no text")
    }
    let snapshot = version.snapshot
    if snapshot.capture.timeSource == .given { try StoryTracker.check(version.time) }
    let outcome = try writer.record(snapshot, of: story, in: run)
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
    case .alreadyKnown, .alreadyFollowed: totals.alreadyThere += 1
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
