import ArgumentParser
import StoryReport
import StoryTracker

/// `stet show`
struct Show: ParsableCommand {
  /// What a revision can be shown as: the reports' formats, and the bytes as they were captured.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown, html, source
  }

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a revision of a story.",
    discussion: """
      As text, or as JSON with all that is known of it; --format source writes the bytes as they \
      were captured, unchanged.

      EXAMPLE
        $ stet show example.org/ferry 2 --format json
      """)

  @Argument(help: "The story's id, or its address.")
  var story: String

  @Argument(help: "The revision (default: the latest).")
  var revision: String?

  @Option(help: ArgumentHelp("How it is written.", valueName: "format"))
  var format = Format.text

  @OptionGroup var colour: ColourOptions
  @OptionGroup var archive: ArchiveOptions

  func run() throws {
    let selector = try revision.map(RevisionArgument.selector) ?? .latest
    let tracker = try archive.open()
    let id = try tracker.story(named: story)
    let revision = try tracker.archive.revision(selector, of: id)
    guard let format = ReportFormat(rawValue: format.rawValue) else {
      return try Output.standard.write(tracker.archive.source(of: revision))
    }
    let text = DocumentReport.write(
      try tracker.archive.document(of: revision), story: id.description,
      version: VersionHeading(revision), capture: try tracker.archive.capture(of: revision),
      as: format, style: colour.style)
    if format == .text { try Pager.show(text) } else { try Output.standard.write(text) }
  }
}
