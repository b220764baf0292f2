import StoryArchive
import StoryModel
import TestSupport
import Testing

@testable import StoryTracker

@Suite struct StoryTrackerTests {
  let folder: ScratchFolder
  let tracker: StoryTracker
  let story: StoryID

  init() throws {
    folder = try ScratchFolder()
    tracker = StoryTracker(try StoryArchive.openOrCreate(at: folder.file("archive")))
    story = try StoryID("museum")
  }

  private func page(_ paragraph: String, modified: String? = nil) throws -> StoryPage {
    let meta = modified.map { "<meta property=\"article:modified_time\" content=\"\($0)\">" } ?? ""
    let html = """
      <!DOCTYPE html><html><head><title>Museum to move</title>\(meta)</head><body><article>
      <h1>Museum to move</h1><p>\(paragraph)</p><p>The old hall will be a market.</p>
      </article></body></html>
      """
    return try StoryPage("museum.html", bytes: Array(html.utf8))
  }

  private func time(_ text: String) throws -> Instant { try #require(Instant(text)) }

  @Test func `a page's modified time is when it was captured`() throws {
    let now = try time("2026-04-01T12:00:00Z")
    let result = try tracker.snapshot(
      page("It moves in May.", modified: "2026-04-01T09:00:00Z"), of: story, now: now)
    #expect(result.outcome.revision.capturedAt == (try time("2026-04-01T09:00:00Z")))
    #expect(result.outcome.revision.timeSource == .page)
  }

  @Test func `a modified time that is old or in the future gives way to the clock`() throws {
    let modified = "2026-04-01T09:00:00Z"
    let one = try time("2026-04-01T12:00:00Z"), two = try time("2026-04-01T13:00:00Z")
    try _ = tracker.snapshot(page("It moves in May.", modified: modified), of: story, now: one)
    let seen = try tracker.snapshot(
      page("It moves in May.", modified: modified), of: story, now: one)
    #expect(seen.description == "unchanged since revision 1 of museum")
    #expect(seen.outcome.revision.lastSeenAt == one)
    let changed = try tracker.snapshot(
      page("It moves in June.", modified: modified), of: story, now: two)
    #expect(changed.outcome.revision.capturedAt == two)
    #expect(changed.outcome.revision.timeSource == .clock)
    let future = try tracker.snapshot(
      page("It moves in July.", modified: "2027-01-01T00:00:00Z"), of: story, now: two)
    #expect(future.outcome.revision.capturedAt == two)
  }

  @Test func `a history of so many revisions still says what the oldest of them changed`() throws {
    for (index, month) in ["May", "June", "July"].enumerated() {
      try _ = tracker.snapshot(
        page("It moves in \(month)."), of: story,
        at: time("2026-04-01T12:00:00Z").advanced(bySeconds: Int64(index) * 60))
    }
    let entries = try tracker.history(of: story, limit: 2)
    #expect(entries.map(\.number) == [3, 2])
    #expect(entries.allSatisfy { $0.significance != nil })
    let all = try tracker.history(of: story)
    #expect(all.map(\.number) == [3, 2, 1])
    #expect(all.last?.significance == nil)
  }

  @Test func `where some versions have a time, the others stand between them`() async throws {
    func version(_ text: String, _ time: String?) -> String {
      let at = time.map { "\"capturedAt\":\"\($0)\"," } ?? ""
      return "{\(at)\"paragraphs\":[\"\(text)\"]}"
    }
    let versions = [
      version("One.", nil), version("Two.", "2026-04-01T12:00:00Z"), version("Three.", nil),
      version("Four.", "2026-04-01T12:00:30Z"), version("Five.", nil),
    ]
    let path = try folder.write(
      "in.jsonl", "{\"id\":\"museum\",\"versions\":[\(versions.joined(separator: ","))]}")
    let job = StoryImport(
      assumedStart: try time("2026-05-01T00:00:00Z"), complain: { Issue.record("\($0)") })
    let totals = try await job.run(LineReader(path, limit: 10_000), into: tracker.archive)
    #expect(totals.revisionsAdded == 5)
    let revisions = try tracker.archive.history(of: story).reversed()
    #expect(
      revisions.map { "\($0.capturedAt)" } == [
        "2026-04-01T11:59:00Z", "2026-04-01T12:00:00Z", "2026-04-01T12:00:30Z",
        "2026-04-01T12:00:30Z", "2026-04-01T12:01:30Z",
      ])
    #expect(revisions.map(\.timeSource) == [.assumed, .given, .assumed, .given, .assumed])
    let again = try await job.run(LineReader(path, limit: 10_000), into: tracker.archive)
    #expect(again.revisionsAdded == 0 && again.alreadyThere == 5)
  }
}
