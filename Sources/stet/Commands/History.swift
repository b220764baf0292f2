import ArgumentParser
import StoryReport
import StoryTracker

/// `stet history`
struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "List a story's revisions, newest first.",
    discussion: """
      Each with its number, when it was captured, when it was last seen unchanged, its headline, \
      and what it changed. With --all, those of the histories follow that the story had before older \
      captures were inserted (stet snapshot --backfill), with the numbers they had there.

      EXAMPLE
        $ stet history example.org/ferry
      """)

  @Argument(help: "The story's id, or its address.")
  var story: String

  @Option(
    help: ArgumentHelp(
      "Only so many, the newest ones; of each history, with --all.", valueName: "count"))
  var limit: Int?

  @Flag(help: "Superseded histories, too.")
  var all = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit has to be 1 or more.") }
  }

  func run() throws {
    let tracker = try archive.open()
    let id = try tracker.story(named: story)
    let superseded = all ? try tracker.supersededHistories(of: id) : []
    let (format, style) = (output.format, output.colour.style)
    let pager = Pager(isPaged: format == .text)
    var writer: HistoryWriter?
    do {
      try tracker.history(of: id, limit: limit ?? .max) { page in
        var next =
          writer
          ?? HistoryWriter(
            story: id.description, count: page.listed, of: page.total,
            superseded: superseded.reduce(0) { $0 + $1.count }, as: format, style: style)
        try pager.write(next.add(page.entries))
        writer = next
      }
      for history in superseded {
        try tracker.entries(of: history, limit: limit ?? .max) {
          try pager.write(writer?.add($0) ?? "")
        }
      }
      try pager.write(writer?.end() ?? "")
      try pager.finish()
    } catch is Output.ClosedError where pager.wasLeft {}
  }
}
