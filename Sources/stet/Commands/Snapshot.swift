import ArgumentParser
import StoryCapture
import StoryModel
import StoryTracker

/// `stet snapshot`
struct Snapshot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Take files, or standard input, as snapshots of a story.",
    discussion: """
      Reads plain text or a saved HTML page, and keeps what it says as the story's next revision; \
      a snapshot that says what the latest revision says only renews when that was last seen.

      The story is --story, else the page's canonical URL, else --url. The time is --at, else the \
      page's modified time (unless that is in the future), else now. A file that cannot be taken is \
      named on standard error, the others are taken, and the exit code is 2.

      Files of one time are in the order of the command: a text that comes back among them is a new \
      revision. Given again they add nothing and are said to be already there, as is a file that is given \
      again alone; where another text followed it within its second, standard error says that nothing was recorded.

      Each file is on the disk before the line is written that tells of it. Where an interrupt ends \
      the command, standard error says how many are taken and which file is the next. With --at, or \
      the pages' own times, the same command goes on; by the clock it would not: to take a file again \
      is to say that the story says so now, after all that was taken before, and nothing tells that from a \
      story that went back to an earlier text. Go on with the files that are left.

      One that is older than what is known of the story is refused, or inserted at its place with \
      --backfill: the revisions after it get other numbers and commits, the history that they were \
      stays (stet history --all), and a revision quoted by its commit is still found. Of the times at which \
      a revision was seen the first and the last are kept: where one that is inserted parts it in two, when it \
      stood in between is known only from captures that are given together with it, or once more.

      EXAMPLE
        $ stet snapshot --story example.org/ferry monday.txt tuesday.txt
      """)

  @Argument(
    help: ArgumentHelp(
      "The files, in the order in which they were captured; - is standard input.",
      valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp("The story's id in the archive.", valueName: "id"))
  var story: String?

  @Option(help: ArgumentHelp("The address that the page was saved from.", valueName: "address"))
  var url: String?

  @Option(help: ArgumentHelp("When it was captured (RFC 3339).", valueName: "time"))
  var at: String?

  @Option(
    help: ArgumentHelp(
      "What the bytes are, where that is not plain: text/html or text/plain.", valueName: "type"))
  var mediaType: String?

  @Flag(help: "Insert a capture that is older than what is known of the story.")
  var backfill = false

  @OptionGroup var limit: LimitOptions
  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    if let at { _ = try Instant(given: at, for: "--at") }
    if let url, !StoryReader.isAddress(url) {
      throw ValidationError(
        "--url: '\(url.prefix(60))' is no address; write the one that the page was saved from, as"
          + " https://example.org/ferry (--story names a story that has none).")
    }
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input (-) can be read once.")
    }
    let read = ["text/html", "text/plain", "application/xhtml+xml"]
    if let mediaType, !read.contains(mediaType.lowercased()) {
      throw ValidationError(
        "--media-type: '\(mediaType.prefix(60))' is not read; text/html and text/plain are.")
    }
  }

  /// The id that a person typed; where it cannot be one, the error says what to type.
  private static func storyID(_ text: String) throws -> StoryID {
    do {
      return try StoryID(text)
    } catch {
      var advice = ""
      if (try? StoryReader.storyID(forURL: text)) != nil, text.contains("://") {
        advice = "; it is an address: give it with --url"
      } else if let escaped = try? StoryID(encoding: text) {
        advice = "; write it as '\(escaped)'"
      }
      throw Failure("\(error)\(advice)")
    }
  }

  func run() throws {
    let story = try story.map(Snapshot.storyID)
    let at = try at.map { try instant($0, option: "--at") }
    // A single one is taken or not, and needs no word on what is left.
    if files.count > 1 { Interruption.watch() }
    try SnapshotJob(files, shouldStop: { Interruption.isAsked }).run(
      of: story, at: at, backfill: backfill,
      page: { path in
        try StoryPage(
          path, limit: limit.maxBytes, url: url, mediaType: mediaType,
          unless: { Interruption.isAsked })
      },
      open: { try archive.openOrCreate() })
  }
}
