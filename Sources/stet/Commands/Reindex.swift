import ArgumentParser
import StoryTracker
import Synchronization

/// `stet reindex`
struct Reindex: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reindex",
    abstract: "Make the archive's catalogue anew from git.",
    discussion: """
      The catalogue, which stet list asks, is derived from the git data: it is made when it is first \
      needed, keeps up by itself, and is made anew where it is lost or damaged. This does so on \
      purpose, and measures how significant every change is, which stet list --sort significance \
      would do when it is first asked. Stories whose reference was lost or set back, which the catalogue \
      remembers, are forgotten and named: mend them first (stet repair), or copy the file.

      EXAMPLE
        $ stet reindex
      """)

  @OptionGroup var archive: ArchiveOptions

  func run() async throws {
    let tracker = try archive.open()
    try? tracker.keepCatalogueUp()
    for story in try tracker.lostStories() {
      Output.error("stet: '\(story)': that its reference was lost or set back is forgotten")
    }
    var damaged = 0
    let bar = Mutex(ProgressBar())
    let counts = try await tracker.reindex(
      progress: { done in bar.withLock { $0.show(nil, "\(done) stories measured") } }
    ) { error in
      Output.error("stet: \(error)")
      damaged += 1
    }
    bar.withLock { $0.clear() }
    try Output.standard.write("stories    \(counts.stories)\nrevisions  \(counts.revisions)\n")
    if damaged > 0 {
      throw Failure(damaged == 1 ? "one story is damaged" : "\(damaged) stories are damaged")
    }
  }
}
