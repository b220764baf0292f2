import ArgumentParser
import StoryModel
import StoryTracker

/// `stet import`
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take stories with all their versions from JSON Lines files.",
    discussion: """
      A line is one story: {"id", "versions": [{"capturedAt"?, "title"?, "paragraphs"}]}, its \
      versions in the order of time; an id that is a web address is the story that snapshot --url \
      makes of it. Files may be gzipped.

      When versions with no time were seen nobody knows. They are set a minute apart, the last of a \
      story at the time of the import or, with --at, the first at that time, and none later than now; \
      their record and every report say that the time is assumed. One that says what the version before it \
      says counts as an unchanged sighting, though no time is known at which that was; --at moves nothing \
      that is in the archive already, and where it sets no time standard error says so.

      Run again, it adds nothing twice, so an import that was interrupted goes on where it was. A \
      line that cannot be taken is named on standard error, the others are taken, and the exit \
      code is 2.

      A version that is older than what the archive knows of its story is refused, or inserted at \
      its place in time with --backfill (see stet snapshot --help).

      EXAMPLE
        $ stet import stories.jsonl.gz
      """)

  @Argument(
    help: ArgumentHelp("JSON Lines files, gzipped or not; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "The time of a story's first version where none of its versions has one (default: its last is of now).",
      valueName: "time"))
  var at: String?

  @Flag(help: "Insert versions that are older than what is known of their story.")
  var backfill = false

  @Flag(help: "Measure every change for stet list --sort significance, which else does when asked.")
  var measure = false

  @OptionGroup var limit: LimitOptions
  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    if let at { _ = try Instant(given: at, for: "--at") }
  }

  // On the main thread, so that waiting for input holds no worker up.
  @MainActor
  func run() async throws {
    let at = try at.map { try instant($0, option: "--at") }
    // A file that is not there, or is empty, is told of before anything is taken.
    for path in files where path != "-" {
      var lines = try LineReader(path, limit: limit.maxBytes)
      // A pipe can be read once, and is looked at in its turn.
      if lines.size != nil { _ = try Import.hasLine(&lines) }
    }
    Interruption.watch()
    let started = ContinuousClock.now
    let job = StoryImport(
      assumedStart: at, backfill: backfill, measure: measure, shouldStop: { Interruption.isAsked },
      complain: { Output.error("stet: \($0)") })
    var totals = StoryImport.Totals()
    var bar = ProgressBar()
    var opened: StoryTracker?
    var failure: (any Error)?
    for path in files where !totals.wasStopped && failure == nil {
      let before = totals
      var lines = try LineReader(path, limit: limit.maxBytes)
      guard try Import.hasLine(&lines) else {
        totals.wasStopped = true
        break
      }
      // Only now, so that an input with nothing in it makes no archive.
      let tracker = try opened ?? archive.openOrCreate()
      opened = tracker
      do {
        totals =
          try await before
          + job.run(lines, into: tracker.archive) { now, share in
            let sum = before + now
            bar.show(share, "\(path): \(sum.stories) stories, \(sum.revisionsAdded) revisions")
          }
      } catch let ended as StoryImport.EndedError {
        totals = before + ended.totals
        failure = ended.reason
      }
    }
    // All is recorded: that it could not be packed is for the next one to mend.
    _ = try? opened?.archive.maintainIfDue()
    bar.clear()
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    try report(totals, seconds: seconds, size: opened.map { Import.size(of: $0.archive.path) } ?? 0)
    if totals.daysOnly > 0 {
      let versions = totals.daysOnly == 1 ? "1 version has" : "\(totals.daysOnly) versions have"
      Output.error("stet: \(versions) a day and no time of day; its midnight in UTC is taken")
    }
    if totals.startUnused > 0 {
      let stories = totals.startUnused == 1 ? "1 story" : "\(totals.startUnused) stories"
      Output.error(
        "stet: --at set no time of \(stories): the versions without one are in the archive already, or"
          + " follow or stand beside others that have a later time or their own; to set one, give the"
          + " version a 'capturedAt', and --backfill")
    }
    if let failure { throw failure }
    if totals.wasStopped {
      throw Failure(
        "interrupted: what is counted above is in the archive; run the same command again to go on",
        code: Failure.interrupted)
    }
    if totals.failures > 0 {
      throw Failure(
        totals.failures == 1
          ? "one line could not be taken whole"
          : "\(totals.failures) lines could not be taken whole")
    }
  }

  /// Whether there is a line to take; false where an interrupt ended the wait for one. Throws where
  /// the input ends without any.
  private static func hasLine(_ lines: inout LineReader) throws -> Bool {
    if try lines.hasLine(unless: { Interruption.isAsked }) { return true }
    if Interruption.isAsked { return false }
    throw InputError(
      path: lines.path, problem: "there is no story in it: it is empty, or holds blank lines only")
  }

  private func report(
    _ totals: StoryImport.Totals, seconds: Double, size: Int
  ) throws {
    let tenths = Int((seconds * 10).rounded())
    try Output.standard.write(
      """
      stories              \(totals.stories)
      revisions added      \(totals.revisionsAdded)
      unchanged sightings  \(totals.seenAgain)
      already there        \(totals.alreadyThere)
      seconds              \(tenths / 10).\(tenths % 10)
      archive size         \(Import.readable(size))

      """)
  }
}
