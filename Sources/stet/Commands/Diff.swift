import ArgumentParser
import StoryReport
import StoryTracker

/// `stet diff`
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Report what changed between two revisions of a story.",
    discussion: """
      Without revisions it is what the latest one changed; with one, what changed since then.

      A revision is its number (3), latest, first, -1 (one before the latest), the beginning of \
      its commit, or @2025-05-14T20:00Z (the one that stood then).

      EXAMPLE
        $ stet diff example.org/ferry 1 latest
      """)

  @Argument(help: "The story's id, or its address.")
  var story: String

  @Argument(help: "The older revision (default: the one before the latest).")
  var old: String?

  @Argument(help: "The newer revision (default: the latest).")
  var new: String?

  @Flag(help: "Exit with 1 when the story changed, with 0 when it did not.")
  var exitCode = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var archive: ArchiveOptions

  func run() throws {
    let old = try old.map(RevisionArgument.selector)
    let new = try new.map(RevisionArgument.selector)
    let tracker = try archive.open()
    let result = try tracker.diff(of: tracker.story(named: story), from: old, to: new ?? .latest)
    try output.show { format, style in
      DiffReport.write(result.diff, heading: result.heading, as: format, style: style)
    }
    if exitCode, result.diff.storyChanged { throw ExitCode(1) }
  }
}
