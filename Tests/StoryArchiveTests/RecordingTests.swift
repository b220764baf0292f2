import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

struct RecordingTests {
  let folder: ScratchFolder
  let archive: StoryArchive
  let story: StoryID

  init() throws {
    folder = try ScratchFolder()
    archive = try StoryArchive.openOrCreate(at: folder.file("deep/er/archive"))
    story = try StoryID("example.org/summit")
  }

  @Test func `what is recorded is read back as it was`() throws {
    var first = snapshot("Ministers meet", "Twelve came.", at: 0, offsetMinutes: 120)
    first.document.metadata = Metadata(
      publishedAt: time(-60), modifiedAt: time(-30, offsetMinutes: -570), language: "en-GB",
      canonicalURL: "https://example.org/summit", section: "World")
    first.capture.url = "https://example.org/summit"
    first.capture.warnings = ["one", "two \"quoted\"\n"]
    first.source = [0, 255, 10, 13]
    guard case .added(let revision, nil) = try archive.record(first, of: story) else {
      Issue.record("not added")
      return
    }
    #expect(revision.number == 1)
    #expect(revision.headline == "Ministers meet")
    #expect(revision.capturedAt == time(0, offsetMinutes: 120))
    #expect(revision.lastSeenAt == revision.capturedAt)
    #expect(revision.url == "https://example.org/summit")
    #expect(try archive.document(of: revision) == first.document)
    #expect(try archive.capture(of: revision) == first.capture)
    #expect(try archive.source(of: revision) == first.source)
  }

  @Test func `an offset of nearly a day is kept`() throws {
    for (index, offset) in [-1439, -61, -1, 0, 1, 345, 1439].enumerated() {
      let outcome = try archive.record(
        snapshot("Edition \(index)", at: Int64(index), offsetMinutes: offset), of: story)
      #expect(outcome.revision.capturedAt.offsetMinutes == offset)
    }
    #expect(
      try archive.history(of: story).map(\.capturedAt.offsetMinutes)
        == [1439, 345, 1, 0, -1, -61, -1439])
  }

  @Test func `the same text again makes no revision but is kept as a sighting`() throws {
    _ = try archive.record(snapshot("A", "One.", at: 0), of: story)
    guard case .seenAgain(let seen) = try archive.record(snapshot("A", "One.", at: 60), of: story)
    else {
      Issue.record("not seen again")
      return
    }
    #expect(seen.lastSeenAt == time(60))
    #expect(try archive.history(of: story).map(\.lastSeenAt) == [time(60)])
    guard case .alreadyKnown = try archive.record(snapshot("A", "One.", at: 30), of: story) else {
      Issue.record("not known")
      return
    }
    let listing = try #require(try archive.stories().first)
    #expect(listing.lastSeen == time(60) && listing.lastChanged == time(0))
  }

  @Test func `a revision remembers when the one before was last seen`() throws {
    _ = try archive.record(snapshot("A", at: 0), of: story)
    _ = try archive.record(snapshot("A", at: 60), of: story)
    _ = try archive.record(snapshot("A", at: 120, offsetMinutes: 60), of: story)
    guard
      case .added(let second, let first?) = try archive.record(snapshot("B", at: 180), of: story)
    else {
      Issue.record("not added")
      return
    }
    #expect(first.lastSeenAt == time(120, offsetMinutes: 60))
    #expect(second.lastSeenAt == time(180))
    #expect(try archive.history(of: story) == [second, first])
  }

  @Test func `a modified time alone is no change`() throws {
    var one = snapshot("A", at: 0)
    var two = snapshot("A", at: 5)
    one.document.metadata.modifiedAt = time(0)
    two.document.metadata.modifiedAt = time(5)
    _ = try archive.record(one, of: story)
    #expect(try archive.record(two, of: story).revision.number == 1)
    two.document.metadata.section = "World"
    two.capture.capturedAt = time(6)
    #expect(try archive.record(two, of: story).revision.number == 2)
  }

  @Test func `a story that goes back to an earlier text has a new revision`() throws {
    for (index, text) in ["A", "B", "A"].enumerated() {
      let outcome = try archive.record(snapshot(text, at: Int64(index)), of: story)
      #expect(outcome.revision.number == index + 1)
    }
    let history = try archive.history(of: story)
    #expect(history.map(\.headline) == ["A", "B", "A"])
    #expect(history[0].commit != history[2].commit)
  }

  @Test func `what was recorded before is known when it comes again`() throws {
    let all = [
      snapshot("A", at: 0), snapshot("A", at: 10), snapshot("B", at: 20), snapshot("A", at: 30),
    ]
    for snapshot in all { _ = try archive.record(snapshot, of: story) }
    let history = try archive.history(of: story)
    for snapshot in all {
      guard case .alreadyKnown(let revision) = try archive.record(snapshot, of: story) else {
        Issue.record("\(snapshot.capture.capturedAt) is not known")
        continue
      }
      #expect(try archive.document(of: revision) == snapshot.document)
    }
    #expect(try archive.history(of: story) == history)
  }

  @Test func `an older snapshot that differs is refused and changes nothing`() throws {
    _ = try archive.record(snapshot("A", at: 0), of: story)
    _ = try archive.record(snapshot("B", at: 100), of: story)
    let before = try git("for-each-ref", in: archive.path).output
    for late in [snapshot("C", at: 50), snapshot("A", at: 50), snapshot("B", at: 50)] {
      #expect(
        throws: ArchiveError.olderThanTip(
          story, time: time(50), tip: time(100), tipWasSeenAgain: false)
      ) { try archive.record(late, of: story) }
    }
    #expect(try git("for-each-ref", in: archive.path).output == before)
    let error = #expect(throws: ArchiveError.self) {
      try archive.record(snapshot("C", at: 50), of: story)
    }
    #expect(error?.description.contains("--backfill") == true)
    #expect(error?.description.contains("2025-05-01T00:01:40Z") == true)
  }

  @Test func `a different text from before the tip was last seen is refused`() throws {
    _ = try archive.record(snapshot("A", at: 0), of: story)
    _ = try archive.record(snapshot("A", at: 100), of: story)
    #expect(
      throws: ArchiveError.olderThanTip(
        story, time: time(50), tip: time(100), tipWasSeenAgain: true)
    ) { try archive.record(snapshot("B", at: 50), of: story) }
    // Within the second in which it was last seen a story may have changed.
    #expect(try archive.record(snapshot("B", at: 100), of: story).revision.number == 2)
    guard case .alreadyFollowed(let known) = try archive.record(snapshot("A", at: 100), of: story)
    else {
      Issue.record("not known")
      return
    }
    #expect(known.number == 1)
  }

  @Test func `two texts of one second are two revisions`() throws {
    _ = try archive.record(snapshot("A", at: 0), of: story)
    #expect(try archive.record(snapshot("B", at: 0), of: story).revision.number == 2)
    guard case .alreadyFollowed(let known) = try archive.record(snapshot("A", at: 0), of: story)
    else {
      Issue.record("not known")
      return
    }
    #expect(known.number == 1)
  }

  /// Records texts of given seconds in their order, and returns the numbers of their revisions.
  private func run(_ texts: [(String, Int64)], backfill: Bool = false) throws -> [Int] {
    var run = SnapshotRun()
    return try texts.map { text, seconds in
      let taken = snapshot(text, at: seconds)
      let outcome = try archive.record(taken, of: story, backfill: backfill, in: run)
      run.follow(outcome, at: taken.capture.capturedAt)
      return outcome.revision.number
    }
  }

  @Test func `in an order that is given, a text that comes back within a second is a new revision`()
    throws
  {
    let texts: [(String, Int64)] = [("A", 0), ("A", 7), ("B", 7), ("A", 7), ("A", 7), ("B", 9)]
    #expect(try run(Array(texts[..<3])) == [1, 1, 2])
    #expect(try run(Array(texts[1...4])) == [1, 2, 3, 3])
    for _ in 0..<2 { #expect(try run(texts) == [1, 1, 2, 3, 3, 4]) }
    #expect(try run([("B", 7), ("A", 7)]) == [2, 3])
    #expect(try archive.history(of: story).map(\.headline) == ["B", "A", "B", "A"])
    // What one file alone says of that second is known, and whether it came back is not.
    guard case .alreadyKnown(let last) = try archive.record(snapshot("A", at: 7), of: story),
      case .alreadyFollowed(let early) = try archive.record(snapshot("B", at: 7), of: story)
    else {
      Issue.record("not known")
      return
    }
    #expect([last.number, early.number] == [3, 2])
  }

  @Test func `older texts of one second are inserted in the order given, once`() throws {
    _ = try archive.record(snapshot("A", at: 0), of: story)
    _ = try archive.record(snapshot("C", at: 100), of: story)
    for _ in 0..<2 {
      #expect(try run([("B", 50), ("A", 50), ("B", 50)], backfill: true) == [2, 3, 4])
      #expect(
        try archive.history(of: story).reversed().map(\.headline) == ["A", "B", "A", "B", "C"])
      let outcomes = try archive.backfill(
        ["B", "A", "B"].map { snapshot($0, at: 50) }, of: story)
      #expect(outcomes.map(\.revision.number) == [2, 3, 4])
    }
  }

  /// Whatever texts of few seconds come in one run, the archive ends with the last, and a second run of
  /// them adds nothing.
  @Test(arguments: UInt64(1)...20)
  func `a run is kept in its order, and adds nothing again`(seed: UInt64) async throws {
    var random = SeededGenerator(state: seed)
    var seconds: Int64 = 0
    let texts = (0..<12).map { _ in
      seconds += Int64.random(in: 0...4, using: &random) / 3
      return (["A", "B", "C"].randomElement(using: &random) ?? "A", seconds)
    }
    _ = try run(texts)
    let history = try archive.history(of: story)
    var said: [String] = []
    for (text, _) in texts where said.last != text { said.append(text) }
    #expect(history.reversed().map(\.headline) == said)
    _ = try run(texts)
    let bulk = try StoryArchive.openOrCreate(at: folder.file("bulk"))
    for _ in 0..<2 {
      let writer = bulk.bulkWriter()
      var run = SnapshotRun()
      for (text, seconds) in texts {
        let taken = snapshot(text, at: seconds)
        run.follow(try writer.record(taken, of: story, in: run), at: taken.capture.capturedAt)
      }
      try writer.flush()
      #expect(try bulk.history(of: story) == history)
    }
    #expect(try archive.history(of: story) == history)
    #expect(try await verify(archive.path).faults == [])
  }

  /// One that was taken now, as the clock says.
  private func observed(_ text: String, at seconds: Int64) -> Snapshot {
    var taken = snapshot(text, at: seconds)
    taken.capture.timeSource = .clock
    return taken
  }

  @Test func `a text that comes back within a second of the clock is a new revision`() throws {
    for text in ["A", "B", "A"] { _ = try archive.record(observed(text, at: 0), of: story) }
    #expect(try archive.history(of: story).map(\.headline) == ["A", "B", "A"])
    // A command that was killed and is run again says what the latest revision says.
    guard case .alreadyKnown(let known) = try archive.record(observed("A", at: 0), of: story) else {
      Issue.record("not known")
      return
    }
    #expect(known.number == 3)
    // One whose time somebody gave may have been recorded before.
    guard case .alreadyFollowed = try archive.record(snapshot("B", at: 0), of: story) else {
      Issue.record("not known")
      return
    }
  }

  @Test func `by the clock, what another text followed within the second is not known`() throws {
    for text in ["A", "B"] { _ = try archive.record(snapshot(text, at: 0), of: story) }
    _ = try archive.record(snapshot("C", at: 100), of: story)
    #expect(throws: ArchiveError.self) { try archive.record(observed("A", at: 0), of: story) }
    guard case .alreadyKnown = try archive.record(observed("B", at: 0), of: story) else {
      Issue.record("not known")
      return
    }
    _ = try archive.record(observed("A", at: 0), of: story, backfill: true)
    #expect(try archive.history(of: story).map(\.headline) == ["C", "A", "B", "A"])
  }

  /// However fast they come, all that the clock's snapshots saw is in the history, and nothing else.
  @Test(arguments: UInt64(1)...20)
  func `observations are kept in their order`(seed: UInt64) async throws {
    var random = SeededGenerator(state: seed)
    let writer = try StoryArchive.openOrCreate(at: folder.file("bulk")).bulkWriter()
    var seconds: Int64 = 0
    var texts: [String] = []
    for _ in 0..<12 {
      let text = ["A", "B", "C"].randomElement(using: &random) ?? "A"
      seconds += Int64.random(in: 0...1, using: &random)
      _ = try archive.record(observed(text, at: seconds), of: story)
      _ = try writer.record(observed(text, at: seconds), of: story)
      if texts.last != text { texts.append(text) }
      #expect(try archive.revision(.latest, of: story).headline == text)
    }
    try writer.flush()
    #expect(try archive.history(of: story).reversed().map(\.headline) == texts)
    let bulk = try StoryArchive.open(at: folder.file("bulk"))
    #expect(try bulk.history(of: story) == archive.history(of: story))
    #expect(try await verify(archive.path).faults == [])
  }

  @Test func `the same snapshots have the same object ids in any archive`() throws {
    let other = try StoryArchive.openOrCreate(at: folder.file("other"))
    for (index, text) in ["A", "A", "B", "B", "A"].enumerated() {
      for archive in [archive, other] {
        _ = try archive.record(snapshot(text, "Two.", at: Int64(index * 60)), of: story)
      }
    }
    #expect(
      try git("for-each-ref", in: archive.path).output
        == git("for-each-ref", in: other.path).output)
    // Whoever changes what a commit holds must raise the format's version.
    let oldest = try archive.history(of: story).last?.commit
    #expect(oldest?.description == "8153d6853c32ae172a4ccbf564b5409257dbc688")
  }

  @Test func `a headline that a commit cannot hold is made fit and kept whole elsewhere`() throws {
    let long = String(repeating: "wörd ", count: 40) + "end"
    let odd = "a\u{0}b\tc\u{1B}[0m"
    let revisions = try [[long], [odd], [], ["Story: x"]].enumerated().map {
      try archive.record(snapshot($1, at: Int64($0)), of: story).revision
    }
    #expect(revisions[0].headline == long)
    #expect(revisions[1].headline == "a b c [0m")
    #expect(revisions[2].headline == "(no text)")
    #expect(revisions[3].headline == "Story: x")
    #expect(try archive.document(of: revisions[1]).headline == odd)
    let subjects = try git("log", "--format=%s", "refs/stories/\(story)", in: archive.path).output
    #expect(subjects.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 72 })
    #expect(try git("fsck", "--strict", in: archive.path).output == "")
  }

  @Test func `a time that git cannot keep is refused`() throws {
    let error = #expect(throws: ArchiveError.self) {
      try archive.record(snapshot("A", at: -2_000_000_000), of: story)
    }
    #expect(error?.description.contains("before 1970") == true)
    // 19:00 on the last day of 1969 there, which git shows nobody.
    let there = #expect(throws: ArchiveError.self) {
      let new = Snapshot(
        source: [65], document: Document(blocks: [Block(.headline, "A")]),
        capture: CaptureRecord(
          capturedAt: Instant(seconds: 14_400, offsetMinutes: -540), timeSource: .given,
          method: .file, mediaType: "text/plain", extractor: "text/1"))
      _ = try archive.record(new, of: story)
    }
    #expect(there?.description.contains("give it in UTC") == true)
    #expect(try archive.stories().isEmpty)
  }
}
