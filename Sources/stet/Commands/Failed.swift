import ArgumentParser
import StoryArchive
import StoryModel
import StoryReport
import StoryTracker

/// `stet failed`
struct Failed: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "failed",
    abstract: "Keep that a check of a story failed, or list those that did.",
    discussion: """
      A page that was not there when it was looked at, or could not be read, is no revision, and yet \
      worth knowing: with a reason this keeps when it was and why; without one it lists what is kept, \
      by those times, the last first.

      EXAMPLE
        $ stet failed example.org/ferry 404
      """)

  @Argument(help: "The story's id, or its address.")
  var story: String

  @Argument(help: "Why the check failed, in a line.")
  var reason: String?

  @Option(help: ArgumentHelp("When that was (RFC 3339; default: now).", valueName: "time"))
  var at: String?

  @Option(help: ArgumentHelp("How they are written.", valueName: "format"))
  var format = Format.text

  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    if let at { _ = try Instant(given: at, for: "--at") }
    if let reason, reason.unicodeScalars.allSatisfy(\.isBlank) {
      throw ValidationError("The REASON is empty: say in a line why the check failed.")
    }
    if reason == nil, at != nil {
      throw ValidationError("--at says when a check failed, and goes with a REASON.")
    }
  }

  func run() throws {
    let time = try at.map { try instant($0, option: "--at", isPast: true) } ?? .now
    let tracker = try archive.open()
    let story = try tracker.story(named: story)
    let checks =
      try reason.map { [try tracker.archive.recordFailure($0, at: time, of: story)] }
      ?? tracker.archive.failures(of: story)
    let report = FailedChecksReport(
      story: story.description,
      checks: checks.map { .init(time: $0.time, reason: $0.reason, commit: "\($0.commit)") })
    switch format {
    case .text: try Output.standard.write(report.text)
    case .json: try Output.standard.write(report.json + [10])
    }
  }
}

extension Unicode.Scalar {
  /// Whether a line shows nothing of it.
  fileprivate var isBlank: Bool {
    properties.isWhitespace || [.control, .format].contains(properties.generalCategory)
  }
}
