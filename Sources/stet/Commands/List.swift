import ArgumentParser
import StoryReport
import StoryTracker

/// `stet list`
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the archive's stories.",
    discussion: """
      Each with its id, headline, number of revisions, and when it last changed.

      EXAMPLE
        $ stet list --sort changed --limit 20
      """)

  @Option(help: ArgumentHelp("By id or headline from A on, or the most first.", valueName: "key"))
  var sort = StoryOrder.id

  @Option(help: ArgumentHelp("Only so many.", valueName: "count"))
  var limit: Int?

  @OptionGroup var output: OutputOptions
  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit has to be 1 or more.") }
  }

  func run() throws {
    let entries = try archive.open().stories(by: sort, limit: limit ?? .max)
    try output.show { format, style in ListReport.write(entries, as: format, style: style) }
  }
}

extension StoryOrder: ExpressibleByArgument {}
