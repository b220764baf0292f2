import ArgumentParser
import Glibc
import StoryArchive
import StoryModel
import StoryReport
import StoryTracker

/// `stet demo`
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Run the main job on an invented story.",
    discussion: """
      Takes four versions of a story that ships with Stet as snapshots into a scratch archive, \
      reports what the last one changed, and lists the history.

      EXAMPLE
        $ stet demo
      """)

  @OptionGroup var colour: ColourOptions

  private static let versions = [
    PackageResources.ferry_1_html, PackageResources.ferry_2_html, PackageResources.ferry_3_html,
    PackageResources.ferry_4_html,
  ]

  func run() throws {
    let path = try scratchFolder()
    let tracker = StoryTracker(try StoryArchive.openOrCreate(at: path))
    let style = colour.style
    func say(_ text: String) throws { try Output.standard.write(text + "\n") }

    try say("Four versions of a story, as its readers got them (invented for this demo):\n")
    var story: StoryID?
    for (index, bytes) in Demo.versions.enumerated() {
      let page = try StoryPage("ferry-\(index + 1).html", bytes: bytes)
      try say("$ stet snapshot \(page.path)")
      let result = try tracker.snapshot(page)
      try say("\(result)\n")
      story = result.story
    }
    guard let story else { return }

    try say("$ stet diff \(story)")
    let last = try tracker.diff(of: story)
    try say(TextReport.write(last.diff, heading: last.heading, style: style))

    try say("$ stet history \(story)")
    let history = try tracker.history(of: story)
    try say(HistoryReport.write(history, story: story.description, as: .text, style: style))

    try say(
      """
      The archive is \(path), a git repository. What to try next:
        export STET_ARCHIVE=\(path)
        stet show \(story) first
        stet diff \(story) first latest --format html > report.html
        git -C \(path) log -p refs/stories/\(story)
        stet snapshot --story my/story FILE
      """)
  }

  /// A new, empty folder that stays when the command is done.
  private func scratchFolder() throws -> String {
    let parent = Terminal.variable("TMPDIR") ?? "/tmp"
    var template = Array("\(parent)/stet-demo-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(
        "no scratch folder could be made in \(parent): \(String(cString: strerror(errno)))")
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
