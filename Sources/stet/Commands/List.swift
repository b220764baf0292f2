import ArgumentParser
import StoryReport
import StoryTracker
import Synchronization

/// `stet list`
struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the archive's stories.",
    discussion: """
      Each with its id, headline, number of revisions, and when it last changed and was last seen. By \
      significance, the stories come first of which any revision changed most: a reversed claim or a \
      changed quotation stands above any number of mended commas. By headline, neither capitals nor \
      accents nor marks before the first letter count.

      The list comes from a catalogue in the archive's folder, which is made the first time and keeps \
      up by itself. A story whose reference is lost, damaged or was set back is named on standard error, \
      the others are listed, and the exit code is 2; of more than 2,000 stories only those listed are \
      looked at, and stet maintain looks at all. What lies behind the references stet verify checks.

      EXAMPLE
        $ stet list --sort significance --limit 20 --offset 20
      """)

  @Option(help: ArgumentHelp("By id or headline from A on, or the most first.", valueName: "key"))
  var sort = StoryOrder.id

  @Option(help: ArgumentHelp("Only so many.", valueName: "count"))
  var limit: Int?

  @Option(help: ArgumentHelp("Without so many of the first.", valueName: "count"))
  var offset = 0

  @OptionGroup var output: OutputOptions
  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit has to be 1 or more.") }
    if offset < 0 { throw ValidationError("--offset has to be 0 or more.") }
  }

  func run() async throws {
    var damaged = 0
    let bar = Mutex(ProgressBar())
    let (format, style) = (output.format, output.colour.style)
    let pager = Pager(isPaged: format == .text)
    var list: ListWriter?
    do {
      try await archive.open().list(
        by: sort, offset: offset, limit: limit ?? .max,
        progress: { done in bar.withLock { $0.show(nil, "\(done) stories measured") } },
        complain: { error in
          Output.error("stet: \(error)")
          damaged += 1
        },
        { page in
          if list == nil { bar.withLock { $0.clear() } }
          var writer =
            list ?? ListWriter(count: page.listed, of: page.total, as: format, style: style)
          try pager.write(writer.add(page.entries))
          list = writer
        })
      try pager.write(list?.end() ?? "")
      try pager.finish()
    } catch is Output.ClosedError where pager.wasLeft {}
    if damaged > 0 {
      throw Failure(damaged == 1 ? "one story is damaged" : "\(damaged) stories are damaged")
    }
  }
}

extension StoryOrder: ExpressibleByArgument {}
