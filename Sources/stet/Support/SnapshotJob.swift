import StoryArchive
import StoryModel
import StoryReport
import StoryTracker

/// The files of one `stet snapshot`, taken in their order: one that cannot be taken is told of, and the
/// others are taken.
final class SnapshotJob {
  private enum State { case left, taken, refused }

  private let files: [String]
  private let shouldStop: () -> Bool
  private var states: [State]
  /// Those that are recorded, and may not be on the disk yet.
  private var waiting: [Int] = []
  /// Why what was taken could not be told.
  private var failure: (any Error)?
  /// Whether one that is taken has the clock's time.
  private var isByClock = false

  init(_ files: [String], shouldStop: @escaping () -> Bool) {
    self.files = files
    self.shouldStop = shouldStop
    states = files.map { _ in .left }
  }

  /// Takes the files; `open` gives the archive once there is something to record. Throws where not all
  /// were taken, with what is left; what is said to be recorded stays.
  func run(
    of story: StoryID?, at time: Instant?, backfill: Bool, page: (String) throws -> StoryPage,
    open: () throws -> StoryTracker
  ) throws {
    var tracker: StoryTracker?
    do {
      var group: SnapshotGroup?
      for (index, path) in files.enumerated() where !shouldStop() && failure == nil {
        do {
          // Whatever comes from there may be long in coming, and others wait meanwhile.
          if path == "-" { try group?.finish() }
          let page = try page(path)
          let id = try page.story(or: story)
          // What an interrupt cut short is not what the file says.
          if shouldStop() { break }
          let opened = try tracker ?? open()
          tracker = opened
          waiting.append(index)
          if files.count == 1 {
            try say(path, opened.snapshot(page, of: id, at: time, backfill: backfill))
          } else {
            let several = group ?? opened.snapshots(backfill: backfill, acknowledge: say)
            group = several
            try several.add(page, of: id, at: time)
          }
        } catch  where SnapshotJob.isOfOneFile(error) {
          waiting.removeAll { $0 == index }
          states[index] = .refused
          Output.error("stet: \(SnapshotJob.message(error, of: path))")
        }
      }
      for (path, note) in try group?.end() ?? [] { Output.error("stet: \(path): \(note)") }
    } catch {
      throw files.count == 1 ? error : Failure("\(error); \(progress)")
    }
    if let failure { throw files.count == 1 ? failure : Failure("\(failure); \(progress)") }
    if shouldStop(), states.contains(.left) {
      throw Failure("interrupted: \(progress); \(advice)", code: Failure.interrupted)
    }
    // All is recorded: that it could not be packed is for the next one to mend.
    _ = try? tracker?.archive.maintainIfDue()
    let refused = states.count { $0 == .refused }
    if refused == 0 { return }
    if files.count == 1 { throw Failure.told }
    throw Failure(
      "\(refused) of \(files.count) files could not be taken"
        + (refused < files.count ? "; the others are" : ""))
  }

  private func say(_ path: String, _ result: SnapshotResult) throws {
    while let index = waiting.first {
      waiting.removeFirst()
      guard files[index] == path else { continue }
      states[index] = .taken
      break
    }
    if result.outcome.revision.timeSource == .clock { isByClock = true }
    for note in result.notes { Output.error("stet: \(path): \(note)") }
    guard failure == nil else { return }
    // Where nobody reads on, the files that are left are recorded all the same; those of a group are on
    // the disk before the first of them is told of.
    do {
      try Output.standard.write(visible(result.description) + "\n")
    } catch is Output.ClosedError {
    } catch {
      failure = error
    }
  }

  /// `2 of 5 files are taken; 'c.txt' and the 2 after it are not`.
  private var progress: String {
    let taken = states.count { $0 == .taken }
    let left = states.indices.filter { states[$0] == .left }
    guard let first = left.first else { return "\(taken) of \(files.count) files are taken" }
    let rest = left.count == 1 ? " is not" : " and the \(left.count - 1) after it are not"
    return "\(taken) of \(files.count) files are taken; '\(files[first])'\(rest)"
  }

  private var advice: String {
    isByClock
      ? "go on with those alone, since one that is taken again has the clock's time and so is a later"
        + " version than all before it"
      : "the same command goes on"
  }

  /// Whether an error is about one file, so that the others can be taken.
  private static func isOfOneFile(_ error: any Error) -> Bool {
    switch error {
    case is InputError, is TrackerError: true
    case ArchiveError.olderThanTip, ArchiveError.cannotKeep: true
    default: false
    }
  }

  private static func message(_ error: any Error, of path: String) -> String {
    error is InputError || error is TrackerError ? "\(error)" : "\(path): \(error)"
  }
}
