import ArgumentParser
import StoryArchive
import StoryModel
import StoryTracker

/// `stet failed`
struct Failed: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Keep that a check of a story failed, or list those that did.",
    discussion: """
      A page that was not there when it was looked at, or could not be read, is no revision, and yet \
      worth knowing: with a reason this keeps when it was and why; without one it lists what is kept, \
      the last first.

      EXAMPLE
        $ stet failed example.org/ferry 404
      """)

  @Argument(help: "The story's id, or its address.")
  var story: String

  @Argument(help: "Why the check failed, in a line.")
  var reason: String?

  @Option(help: ArgumentHelp("When that was (RFC 3339; default: now).", valueName: "time"))
  var at: String?

  @OptionGroup var archive: ArchiveOptions

  func run() throws {
    let tracker = try archive.open()
    let story = try tracker.story(named: story)
    if let reason {
      let time = try at.map { try instant($0, option: "--at") } ?? .now
      try show([tracker.archive.recordFailure(reason, at: time, of: story)])
    } else {
      try show(tracker.archive.failures(of: story))
    }
  }

  private func show(_ checks: [FailedCheck]) throws {
    try Output.standard.write(
      checks.map { "\($0.time)  \(Failed.shown($0.reason))\n" }.joined())
  }

  /// What a terminal may be given.
  private static func shown(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          [.control, .format].contains($0.properties.generalCategory) ? "\u{FFFD}" : $0
        }))
  }
}
