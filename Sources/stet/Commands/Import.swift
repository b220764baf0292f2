import ArgumentParser
import StoryModel
import StoryTracker

/// `stet import`
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take stories with all their versions from JSON Lines files.",
    discussion: """
      A line is one story: {"id", "versions": [{"capturedAt"?, "title"?, "paragraphs"}]}, its \
      versions in the order of time. Files may be gzipped. Versions with no time are set a minute \
      apart, from --at on, and their record says that the time is assumed.

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
      "The time of a story's first version where it gives none (default: now).", valueName: "time"))
  var at: String?

  @Flag(help: "Insert versions that are older than what is known of their story.")
  var backfill = false

  @OptionGroup var limit: LimitOptions
  @OptionGroup var archive: ArchiveOptions

  // On the main thread, so that waiting for input holds no worker up.
  @MainActor
  func run() async throws {
    let at = try at.map { try instant($0, option: "--at") } ?? .now
    // A file that is not there is told of before anything is taken.
    for path in files where path != "-" { _ = try LineReader(path, limit: 0) }
    let tracker = try archive.openOrCreate()
    Interruption.watch()
    let started = ContinuousClock.now
    let job = StoryImport(
      assumedStart: at, backfill: backfill, shouldStop: { Interruption.isAsked },
      complain: { Output.error("stet: \($0)") })
    var totals = StoryImport.Totals()
    var bar = ProgressBar()
    for path in files where !totals.wasStopped {
      let before = totals
      let lines = try LineReader(path, limit: limit.maxBytes)
      totals =
        try await before
        + job.run(lines, into: tracker.archive) { now, share in
          let sum = before + now
          bar.show(share, "\(path): \(sum.stories) stories, \(sum.revisionsAdded) revisions")
        }
    }
    bar.clear()
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    try report(totals, seconds: seconds, size: Import.size(of: tracker.archive.path))
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
