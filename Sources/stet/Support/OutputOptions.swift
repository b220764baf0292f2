import ArgumentParser
import Glibc
import StoryReport

extension ReportFormat: ExpressibleByArgument {}

/// How a report is written.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp("How it is written; text where it is not given.", valueName: "format"))
  var givenFormat: ReportFormat?

  var format: ReportFormat { givenFormat ?? .text }

  @OptionGroup var colour: ColourOptions

  /// Shows a report, through a pager where it is text for a terminal.
  func show(_ report: (ReportFormat, TextStyle) throws -> String) throws {
    let text = try report(format, colour.style)
    if format == .text { try Pager.show(text) } else { try Output.standard.write(text) }
  }
}

/// When text is coloured, and how wide it may be.
struct ColourOptions: ParsableArguments {
  enum When: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Option(
    help: ArgumentHelp(
      "Colours: auto is on a terminal, unless NO_COLOR is set.", valueName: "when"))
  var color = When.auto

  var style: TextStyle {
    let isColoured =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        Terminal.isTerminal(STDOUT_FILENO) && Terminal.variable("NO_COLOR") == nil
          && Terminal.variable("TERM") != "dumb"
      }
    return TextStyle(colour: isColoured, width: Terminal.width(of: STDOUT_FILENO))
  }
}

/// The most bytes that are read of a file, or of a line of one.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The most bytes that are read of a file, or of one line of a JSON Lines file.",
      valueName: "bytes"))
  var maxBytes = 32 << 20

  func validate() throws {
    if maxBytes < 1 { throw ValidationError("--max-bytes has to be 1 or more.") }
  }
}
