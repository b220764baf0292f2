import ArgumentParser
import StoryReport
import StoryTracker

/// `stet list`
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the archive's stories.",
    discussion: """
      Each with its id, headline, number of revisions, and when it last changed. A story that is \
      damaged is named on standard error, the others are listed, and the exit code is 2.

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
    var damaged = 0
    let entries = try archive.open().stories(by: sort, limit: limit ?? .max) { error in
      Output.error("stet: \(error)")
      damaged += 1
    }
    try output.show { format, style in ListReport.write(entries, as: format, style: style) }
    if damaged > 0 {
      throw Failure(damaged == 1 ? "one story is damaged" : "\(damaged) stories are damaged")
    }
  }
}

extension StoryOrder: ExpressibleByArgument {}
