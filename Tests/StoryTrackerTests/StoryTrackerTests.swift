import StoryArchive
import StoryModel
import StoryReport
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

  @Test func `a page that gives another address than the one before is taken, and that is said`()
    throws
  {
    func page(_ text: String, _ address: String) throws -> StoryPage {
      let html = """
        <!DOCTYPE html><html><head><title>Museum to move</title>
        <link rel="canonical" href="https://courier.example/\(address)"></head><body><article>
        <h1>Museum to move</h1><p>\(text)</p><p>The old hall will be a market.</p></article></body></html>
        """
      return try StoryPage("museum.html", bytes: Array(html.utf8))
    }
    let times = try ["09", "10", "11"].map { try time("2026-04-01T\($0):00:00Z") }
    let now = try time("2026-04-01T12:00:00Z")
    let results = try [
      ("It moves in May.", "museum"), ("It moves in June.", "museum?utm_source=feed"),
      ("The baths move in June.", "baths"),
    ].enumerated().map { index, given in
      try tracker.snapshot(
        page(given.0, given.1), of: story, at: times[index], now: now)
    }
    #expect(results[0].notes.isEmpty && results[1].notes.isEmpty)
    #expect(results[2].outcome.revision.number == 3)
    #expect(
      results[2].notes.contains { $0.contains("courier.example/baths") && $0.contains("museum") })
  }

  @Test func `pages that are taken again, oldest first, add nothing and turn nothing back`() throws
  {
    let pages = try [
      page("It moves in May.", modified: "2026-04-01T09:00:00Z"),
      page("It moves in June.", modified: "2026-04-01T10:00:00Z"),
    ]
    let now = try time("2026-04-01T12:00:00Z")
    for page in pages { try _ = tracker.snapshot(page, of: story, now: now) }
    let again = try pages.map { try tracker.snapshot($0, of: story, now: now) }
    #expect(
      again.map(\.description) == [
        "already there as revision 1 of museum",
        "already there as revision 2 of museum, the latest",
      ])
    #expect(try tracker.history(of: story).count == 2)
  }

  @Test func `a page that is older than the latest revision is refused, whatever the clock says`()
    throws
  {
    let now = try time("2026-04-01T12:00:00Z")
    try _ = tracker.snapshot(
      page("It moves in June.", modified: "2026-04-01T10:00:00Z"), of: story, now: now)
    #expect {
      try tracker.snapshot(
        page("It moves in May.", modified: "2026-04-01T09:00:00Z"), of: story, now: now)
    } throws: { error in
      ["museum.html", "2026-04-01T09:00:00Z", "own modified time", "--at", "--backfill"]
        .allSatisfy { "\(error)".contains($0) }
    }
    #expect(try tracker.history(of: story).count == 1)
  }

  @Test(arguments: [
    ("2026-04-01T12:05:01Z", "in the future"), ("1969-12-31T23:59:59Z", "before 1970"),
  ])
  func `a modified time that cannot be gives way to the clock, and the capture says so`(
    modified: String, problem: String
  ) throws {
    let now = try time("2026-04-01T12:00:00Z")
    let result = try tracker.snapshot(
      page("It moves in May.", modified: modified), of: story, now: now)
    #expect(result.outcome.revision.capturedAt == now)
    #expect(result.outcome.revision.timeSource == .clock)
    let warnings = try tracker.archive.capture(of: result.outcome.revision).warnings
    #expect(warnings.count == 1 && warnings == result.notes)
    for part in [modified, problem, "--at"] { #expect(warnings.first?.contains(part) == true) }
  }

  @Test func `a server's clock may be some minutes ahead`() throws {
    let modified = "2026-04-01T12:05:00Z"
    let result = try tracker.snapshot(
      page("It moves in May.", modified: modified), of: story, now: time("2026-04-01T12:00:00Z"))
    #expect(result.outcome.revision.capturedAt == (try time(modified)))
    #expect(result.notes.isEmpty)
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

  @Test func `a history comes in pages, each revision with what it changed`() throws {
    let count = 2 * StoryTracker.historyPage + 2
    let group = tracker.snapshots { _, _ in }
    for number in 0..<count {
      try group.add(
        page("It moves in \(1900 + number)."), of: story,
        at: time("2026-04-01T12:00:00Z").advanced(bySeconds: Int64(number)))
    }
    try group.finish()
    for limit in [1, 63, 64, 65, count - 1, count, .max] {
      var pages: [HistoryPage] = []
      try tracker.history(of: story, limit: limit) { pages.append($0) }
      let listed = min(limit, count)
      #expect(pages.allSatisfy { $0.listed == listed && $0.total == count })
      #expect(pages.allSatisfy { $0.entries.count <= StoryTracker.historyPage + 1 })
      let entries = pages.flatMap(\.entries)
      #expect(entries.map(\.number) == (0..<listed).map { count - $0 })
      #expect(entries.allSatisfy { ($0.significance == nil) == ($0.number == 1) })
    }
    // What was superseded comes so, too.
    _ = try tracker.snapshot(
      page("It stays."), of: story, at: time("2026-04-01T11:00:00Z"), backfill: true)
    let superseded = try #require(tracker.supersededHistories(of: story).first)
    var entries: [HistoryEntry] = []
    try tracker.entries(of: superseded) { entries += $0 }
    #expect(entries.map(\.number) == (0..<count).map { count - $0 })
    #expect(entries.allSatisfy { $0.supersededBy == superseded.supersededBy?.description })
    #expect(entries.last?.significance == nil)
  }

  @Test func `no version is said to be of a time that has not come`() async throws {
    func line(_ texts: [String], at times: [Int: Instant] = [:]) -> String {
      let versions = texts.enumerated().map { index, text in
        let at = times[index].map { "\"capturedAt\":\"\($0)\"," } ?? ""
        return "{\(at)\"paragraphs\":[\"\(text)\"]}"
      }
      return "{\"id\":\"museum\",\"versions\":[\(versions.joined(separator: ","))]}"
    }
    func take(_ line: String, from start: Instant? = nil) async throws -> [Revision] {
      let path = try folder.write("in.jsonl", line)
      let job = StoryImport(assumedStart: start, complain: { Issue.record("\($0)") })
      _ = try await job.run(LineReader(path, limit: 100_000), into: tracker.archive)
      return try tracker.archive.history(of: story).reversed()
    }
    let begin = Instant.now
    let texts = (0..<30).map { "Number \($0 % 7)." }
    // Without a start each is a minute before the next, up to now.
    let first = try await take(line(Array(texts[..<10])))
    #expect(first.count == 10 && first.allSatisfy { $0.timeSource == .assumed })
    for (older, newer) in zip(first, first.dropFirst()) {
      #expect(newer.capturedAt.seconds - older.capturedAt.seconds == 60)
    }
    #expect(try #require(first.last).capturedAt >= begin)
    // What is new of a longer record comes after that, and a text that comes back is a revision.
    let longer = try await take(line(texts))
    #expect(longer.count == 30)
    #expect(longer.map(\.headline) == texts)
    // Not from a start either, nor after a time that is given.
    let later = try await take(line(texts + ["Eight.", "Nine.", "Eight."]), from: begin)
    #expect(later.count == 33)
    let given = try await take(
      line(["Ten.", "Eleven.", "Twelve."], at: [0: try #require(later.last).capturedAt]))
    #expect(given.count == 36)
    for (older, newer) in zip(given, given.dropFirst()) {
      #expect(newer.capturedAt.seconds >= older.capturedAt.seconds)
    }
    #expect(try #require(given.last).capturedAt.seconds <= Instant.now.seconds)
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

  @Test func `a time that is assumed shows nothing of when a text changed or which day it means`()
    async throws
  {
    let texts = ["The museum opens on Wednesday.", "The museum opens on 15 May 2025."]
    func report(_ id: String, _ times: [String]?) async throws -> String {
      let versions = texts.enumerated().map { index, text in
        let at = times.map { "\"capturedAt\":\"\($0[index])\"," } ?? ""
        return "{\(at)\"paragraphs\":[\"\(text)\"]}"
      }
      let path = try folder.write(
        "in.jsonl", "{\"id\":\"\(id)\",\"versions\":[\(versions.joined(separator: ","))]}")
      let job = StoryImport(
        assumedStart: try time("2025-05-12T09:00:00Z"), complain: { Issue.record("\($0)") })
      _ = try await job.run(LineReader(path, limit: 10_000), into: tracker.archive)
      let found = try tracker.diff(of: try StoryID(id))
      return DiffReport.write(found.diff, heading: found.heading, as: .text)
    }
    let given = try await report("given", ["2025-05-12T09:00:00Z", "2025-05-12T10:00:00Z"])
    #expect(given.contains("Changed between") && given.contains("Claims"))
    let assumed = try await report("assumed", nil)
    #expect(assumed.contains("When it changed is not known: both versions were imported"))
    #expect(!assumed.contains("Claims"))
  }
}
