import ArgumentParser
import Glibc
import StoryReport
import StoryTracker

/// `stet compare`
struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Report what changed between two files, with no archive.",
    discussion: """
      The files are plain text or saved HTML pages; one of them may be -, standard input.

      With --batch, every line of a JSON Lines file (or of standard input) is a pair, \
      {"id", "old", "new", "oldCapturedAt"?, "newCapturedAt"?}, and its report is written as one \
      line of JSON with the pair's id, in the order of the pairs: --format json alone goes with it. \
      A line that is no pair is named on standard error, the others are reported on, and the exit \
      code is 2; else, with --exit-code, it is 1 when any of the stories changed.

      EXAMPLE
        $ stet compare monday.txt tuesday.txt
      """)

  @Argument(
    help: ArgumentHelp(
      "The older and the newer file; with --batch, the file of pairs.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Flag(help: "Compare the pairs of a JSON Lines file.")
  var batch = false

  @Flag(help: "Exit with 1 when the story changed, with 0 when it did not.")
  var exitCode = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var limit: LimitOptions

  func validate() throws {
    if batch {
      if files.count > 1 { throw ValidationError("--batch takes one file, or standard input.") }
      if let format = output.givenFormat, format != .json {
        throw ValidationError("--batch writes JSON, one report a line; not --format \(format).")
      }
    } else if files.count != 2 {
      throw ValidationError("Two files are needed: the older and the newer one.")
    } else if files == ["-", "-"] {
      throw ValidationError("Standard input (-) can be one of the two files.")
    }
  }

  // On the main thread, so that waiting for input holds no worker up.
  @MainActor
  func run() async throws {
    if batch { return try await runBatch() }
    let pages = try files.map { try StoryPage($0, limit: limit.maxBytes) }
    let result = StoryTracker.compare(pages[0], pages[1])
    try output.show { format, style in
      DiffReport.write(result.diff, heading: result.heading, as: format, style: style)
    }
    if exitCode, result.diff.storyChanged { throw ExitCode(1) }
  }

  /// Has what a long text took given back as soon as it is done with: the C library would by itself raise the
  /// size from which it does so, and keep it. Looked up, since Swift's Glibc has not malloc.h ("man mallopt").
  private static func giveBackEarly() {
    guard let symbol = dlsym(nil, "mallopt") else { return }
    // The function of that name in the C library has this type, on every Linux.
    let mallopt = unsafeBitCast(symbol, to: (@convention(c) (CInt, CInt) -> CInt).self)
    let mmapThreshold: CInt = -3
    _ = mallopt(mmapThreshold, 128 << 10)
  }

  @MainActor
  private func runBatch() async throws {
    Compare.giveBackEarly()
    let lines = try LineReader(files.first ?? "-", limit: limit.maxBytes)
    let (failures, storyChanged) = try await BatchComparison.run(
      lines, write: { try Output.standard.write($0) }, complain: { Output.error("stet: \($0)") })
    if failures > 0 {
      throw Failure(failures == 1 ? "one line was no pair" : "\(failures) lines were no pairs")
    }
    if exitCode, storyChanged { throw ExitCode(1) }
  }
}
