import ArgumentParser
import StoryModel
import StoryReport
import StoryTracker
import Synchronization

/// `stet verify`
struct Verify: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check an archive to the last byte.",
    discussion: """
      Every object's bytes against its name; every revision's files, commit, number and times, and \
      that its source, read again, says what was kept; every reference, sighting and pack. With \
      stories named, only those. Others may write meanwhile.

      Each fault is named with its story and revision, and the check goes on after it; the exit \
      code is then 2. A note is what a person should know and is no fault.

      EXAMPLE
        $ stet verify
      """)

  @Argument(help: "Only these stories, by their ids or addresses.")
  var stories: [String] = []

  @Option(help: ArgumentHelp("How it is written.", valueName: "format"))
  var format = Format.text

  @OptionGroup var colour: ColourOptions
  @OptionGroup var archive: ArchiveOptions

  func run() async throws {
    let path = try archive.path()
    let ids = try ids()
    let bar = Mutex(ProgressBar())
    let result = try await StoryTracker.verify(archiveAt: path, stories: ids) { now in
      bar.withLock {
        $0.show(
          now.allObjects > 0 ? Double(now.objects) / Double(now.allObjects) : nil,
          "\(now.stories) of \(now.allStories) stories, \(now.objects) objects, \(now.faults) faults"
        )
      }
    }
    bar.withLock { $0.clear() }
    switch format {
    case .text: try Output.standard.write(VerifyReport.text(result, style: colour.style))
    case .json: try Output.standard.write(VerifyReport.json(result) + [10])
    }
    if result.faultCount > 0 {
      throw Failure(
        result.faultCount == 1
          ? "the archive '\(path)' has a fault"
          : "the archive '\(path)' has \(result.faultCount) faults")
    }
  }

  /// The stories that are named; nil for all. A damaged one can still be named by its id.
  private func ids() throws -> [StoryID]? {
    if stories.isEmpty { return nil }
    let tracker = try? archive.open()
    return try stories.map { name in
      guard let id = try? StoryID(name), !name.contains("://") else {
        return try (tracker ?? archive.open()).story(named: name)
      }
      return id
    }
  }
}
