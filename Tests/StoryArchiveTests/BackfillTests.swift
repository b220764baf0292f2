import Foundation
import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

struct BackfillTests {
  let folder: ScratchFolder
  let archive: StoryArchive
  let story: StoryID

  init() throws {
    folder = try ScratchFolder()
    archive = try StoryArchive.openOrCreate(at: folder.file("archive"))
    story = try StoryID("example.org/summit")
  }

  private func record(_ text: String, at seconds: Int64) throws {
    _ = try archive.record(snapshot(text, at: seconds), of: story)
  }

  @discardableResult
  private func backfill(_ text: String, at seconds: Int64) throws -> RecordOutcome {
    try archive.record(snapshot(text, at: seconds), of: story, backfill: true)
  }

  /// `A@0..60 B@100`: each revision with its seconds, oldest first.
  private func timeline(_ archive: StoryArchive? = nil) throws -> String {
    try (archive ?? self.archive).history(of: story).reversed().map { revision in
      let (from, to) = (revision.capturedAt.seconds, revision.lastSeenAt.seconds)
      let start = time(0).seconds
      return "\(revision.headline)@\(from - start)" + (to > from ? "..\(to - start)" : "")
    }.joined(separator: " ")
  }

  private func verifyAll(_ path: String? = nil) async throws {
    let result = try await verify(path ?? archive.path)
    #expect(result.faults == [])
    #expect(try git("fsck", "--strict", "--no-dangling", in: path ?? archive.path) == ("", 0))
  }

  @Test func `an older capture is inserted at its place in time`() async throws {
    try record("A", at: 0)
    try record("B", at: 100)
    try record("C", at: 200)
    try record("C", at: 250)
    let before = try archive.history(of: story)
    guard case .inserted(let inserted, let previous?, let superseded) = try backfill("X", at: 50)
    else {
      Issue.record("not inserted")
      return
    }
    #expect(inserted.number == 2 && previous == before[2] && superseded == before[0].commit)
    #expect(try timeline() == "A@0 X@50 B@100 C@200..250")
    let after = try archive.history(of: story)
    #expect(after.map(\.number) == [4, 3, 2, 1])
    #expect(after[3].commit == before[2].commit)
    #expect(try archive.document(of: after[1]) == archive.document(of: before[1]))
    #expect(try archive.source(of: after[0]) == archive.source(of: before[0]))
    try await verifyAll()
    // The story goes on from there.
    try record("C", at: 300)
    try record("D", at: 400)
    #expect(try timeline() == "A@0 X@50 B@100 C@200..300 D@400")
    try await verifyAll()
  }

  @Test func `what was superseded stays, and a quoted commit is still found`() async throws {
    try record("A", at: 0)
    try record("B", at: 100)
    try record("C", at: 200)
    let first = try archive.history(of: story)
    try backfill("X", at: 50)
    let second = try archive.history(of: story)
    try backfill("Y", at: 150)
    let third = try archive.history(of: story)
    #expect(third.map(\.headline) == ["C", "Y", "B", "X", "A"])
    #expect(try git("gc", "--prune=now", "--quiet", in: archive.path).status == 0)
    let archive = try StoryArchive.open(at: archive.path)
    for revision in first + second + third {
      let found = try archive.revision(.commit("\(revision.commit)"), of: story)
      #expect(found.commit == revision.commit && found.number == revision.number)
      #expect(try archive.document(of: found).headline == revision.headline)
    }
    let histories = try archive.supersededHistories(of: story)
    #expect(histories.map(\.count) == [1, 2])
    #expect(histories.map(\.tip.commit) == [second[0].commit, first[0].commit])
    #expect(
      try archive.revisions(before: histories[1].tip, limit: 9).map(\.headline) == ["B", "A"])
    #expect(try archive.revisions(before: third[0], limit: 2) == Array(third[1...2]))
    #expect(histories.map { $0.base?.headline } == ["B", "A"])
    #expect(histories.map(\.supersededBy) == [third[1].commit, third[3].commit])
    try await verifyAll()
  }

  @Test func `an older capture goes into a long history as one pack`() async throws {
    let writer = archive.bulkWriter()
    for number in 0..<300 {
      _ = try writer.record(snapshot("T\(number)", at: Int64(number + 10)), of: story)
    }
    try writer.flush()
    try backfill("First", at: 0)
    let history = try archive.history(of: story)
    #expect(history.map(\.number) == (0...300).map { 301 - $0 })
    #expect(history.last?.headline == "First" && history.first?.headline == "T299")
    let counts = try git("count-objects", "-v", in: archive.path).output.split(separator: "\n")
    #expect(counts.contains("packs: 2"), "\(counts)")
    #expect(try archive.supersededHistories(of: story).map(\.count) == [300])
    try await verifyAll()
  }

  @Test func `a mirror clone has what was superseded, too`() async throws {
    try record("A", at: 0)
    try record("B", at: 100)
    let quoted = try archive.revision(.latest, of: story)
    try backfill("X", at: 50)
    let mirror = folder.file("mirror")
    #expect(
      try git("clone", "--mirror", "--quiet", archive.path, mirror, in: folder.path).status == 0)
    let copy = try StoryArchive.open(at: mirror)
    #expect(try copy.revision(.commit("\(quoted.commit)"), of: story).headline == "B")
    #expect(try copy.supersededHistories(of: story) == archive.supersededHistories(of: story))
    try await verifyAll(mirror)
  }

  @Test func `a capture before the first becomes the first`() async throws {
    try record("B", at: 100)
    try backfill("A", at: 50)
    #expect(try timeline() == "A@50 B@100")
    try backfill("B", at: 80)
    #expect(try timeline() == "A@50 B@80..100")
    try backfill("A", at: 20)
    #expect(try timeline() == "A@20..50 B@80..100")
    try await verifyAll()
    for (text, seconds) in [("A", 20), ("A", 50), ("B", 80), ("B", 100)] as [(String, Int64)] {
      guard case .alreadyKnown = try backfill(text, at: seconds) else {
        Issue.record("\(text)@\(seconds) is not known")
        continue
      }
    }
  }

  @Test func `a capture that says what its neighbours say only makes their time longer`()
    async throws
  {
    try record("A", at: 0)
    try record("B", at: 100)
    guard case .seenAgain(let seen) = try backfill("A", at: 60) else {
      Issue.record("not seen")
      return
    }
    #expect(seen.number == 1 && seen.lastSeenAt == time(60))
    #expect(try timeline() == "A@0..60 B@100")
    try await verifyAll()
    guard case .inserted(let earlier, _, _) = try backfill("B", at: 80) else {
      Issue.record("not inserted")
      return
    }
    #expect(earlier.number == 2)
    #expect(try timeline() == "A@0..60 B@80..100")
    // The capture that it took the place of is still there.
    #expect(try archive.supersededHistories(of: story).count == 2)
    try await verifyAll()
  }

  @Test func `a text that stood before and after another is parted in two`() async throws {
    try record("A", at: 0)
    try record("A", at: 50)
    try record("A", at: 100)
    try backfill("X", at: 70)
    #expect(try timeline() == "A@0 X@70 A@100")
    let last = try archive.revision(.latest, of: story)
    let capture = try archive.capture(of: last)
    #expect(capture.warnings.last?.contains("the last of 2 times") == true)
    #expect(capture.warnings.last?.contains("2025-05-01T00:00:00Z") == true)
    try await verifyAll()
    try record("A", at: 150)
    #expect(try timeline() == "A@0 X@70 A@100..150")
    try backfill("Y", at: 120)
    #expect(try timeline() == "A@0 X@70 A@100 Y@120 A@150")
    try await verifyAll()
  }

  @Test func `an older capture of another text leaves those at which a text was seen`()
    async throws
  {
    try record("A", at: 0)
    try record("A", at: 50)
    try record("B", at: 100)
    try record("B", at: 200)
    try backfill("B", at: 80)
    try backfill("A", at: 70)
    #expect(try timeline() == "A@0..70 B@80..200")
    // The capture whose place was taken and the sighting that was prolonged are in superseded histories.
    let captured = try archive.source(of: archive.revision(.latest, of: story))
    try backfill("X", at: 90)
    try backfill("Y", at: 60)
    #expect(try timeline() == "A@0..50 Y@60 A@70 B@80 X@90 B@100..200")
    let latest = try archive.revision(.latest, of: story)
    #expect(try archive.source(of: latest) == captured)
    #expect(try archive.capture(of: latest).warnings == [])
    try await verifyAll()
    try backfill("Z", at: 150)
    #expect(try timeline() == "A@0..50 Y@60 A@70 B@80 X@90 B@100 Z@150 B@200")
    try await verifyAll()
  }

  @Test func `older captures that come at once leave what each says of its time`() async throws {
    try record("A", at: 100)
    try record("A", at: 200)
    _ = try archive.backfill(
      [("A", 0), ("X", 50), ("A", 130), ("Y", 150), ("A", 170)].map { snapshot($0.0, at: $0.1) },
      of: story)
    #expect(try timeline() == "A@0 X@50 A@100..130 Y@150 A@170..200")
    try await verifyAll()
  }

  @Test func `a capture of an assumed time leaves no time, and has its outcome`() async throws {
    try record("A", at: 0)
    try record("B", at: 100)
    var assumed = snapshot("B", at: 40)
    assumed.capture.timeSource = .assumed
    let outcomes = try archive.backfill([snapshot("B", at: 60), assumed], of: story)
    #expect(outcomes.map(\.revision.headline) == ["B", "B"])
    #expect(outcomes.map(\.revision.number) == [2, 2])
    #expect(try timeline() == "A@0 B@60..100")
    assumed.capture.capturedAt = time(150)
    guard case .alreadyKnown = try archive.record(assumed, of: story) else {
      Issue.record("it is taken for a sighting")
      return
    }
    #expect(try timeline() == "A@0 B@60..100")
    try await verifyAll()
  }

  @Test func `many older captures at once supersede one history`() async throws {
    try record("C", at: 200)
    try record("F", at: 500)
    let all = [("D", 300), ("A", 0), ("B", 100), ("E", 400), ("G", 600)] as [(String, Int64)]
    let outcomes = try archive.backfill(
      all.map { snapshot($0.0, at: $0.1) }, of: story)
    #expect(outcomes.map(\.revision.headline) == all.map(\.0))
    #expect(outcomes.map(\.revision.number) == [4, 1, 2, 5, 7])
    #expect(try timeline() == "A@0 B@100 C@200 D@300 E@400 F@500 G@600")
    #expect(try archive.supersededHistories(of: story).count == 1)
    try await verifyAll()
  }

  /// What a story is known to have said does not depend on the order in which that became known.
  @Test(arguments: UInt64(1)...20)
  func `captures in any order make the history that they make in order`(
    seed: UInt64
  ) async throws {
    var random = SeededGenerator(state: seed)
    // No text comes back: of many sightings between which another text stood, only the first and the
    // last are kept.
    var captures: [(String, Int64)] = []
    while captures.count < 8 {
      let text = "Edition \(captures.count)"
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        captures.append((text, Int64(captures.count * 10)))
      }
    }
    let ordered = try StoryArchive.openOrCreate(at: folder.file("ordered"))
    for (text, seconds) in captures {
      _ = try ordered.record(snapshot(text, at: seconds), of: story)
    }
    let shuffled = captures.shuffled(using: &random)
    for (text, seconds) in shuffled { try backfill(text, at: seconds) }
    #expect(try said(at: captures.map(\.1), in: archive) == captures.map(\.0), "\(shuffled)")
    #expect(try said(at: captures.map(\.1), in: ordered) == captures.map(\.0))
    // A second time nothing changes.
    let refs = try git("for-each-ref", in: archive.path).output
    for (text, seconds) in shuffled {
      guard case .alreadyKnown = try backfill(text, at: seconds) else {
        Issue.record("\(text)@\(seconds) is not known: \(shuffled)")
        continue
      }
    }
    #expect(try git("for-each-ref", in: archive.path).output == refs)
    try await verifyAll()
  }

  @Test(arguments: UInt64(1)...12)
  func `captures that come at once make the history that they make in order`(
    seed: UInt64
  ) async throws {
    var random = SeededGenerator(state: seed)
    let captures = (0..<10).map { step in
      (["A", "B", "C"].randomElement(using: &random) ?? "A", Int64(step * 10))
    }
    let first = Int.random(in: 0..<captures.count, using: &random)
    try record(captures[first].0, at: captures[first].1)
    let others = captures.enumerated().filter { $0.offset != first }.map(\.element)
    _ = try archive.backfill(
      others.shuffled(using: &random).map { snapshot($0.0, at: $0.1) }, of: story)
    #expect(try said(at: captures.map(\.1), in: archive) == captures.map(\.0), "\(captures)")
    #expect(try archive.supersededHistories(of: story).count <= 1)
    try await verifyAll()
  }

  /// What the story said at each of these times.
  private func said(at seconds: [Int64], in archive: StoryArchive) throws -> [String] {
    try seconds.map { try archive.revision(.at(time($0)), of: story).headline }
  }

  @Test func `a bulk writer backfills between its batches`() async throws {
    try record("B", at: 100)
    let writer = archive.bulkWriter()
    _ = try writer.record(snapshot("C", at: 200), of: story)
    let outcomes = try writer.backfill([snapshot("A", at: 0)], of: story)
    #expect(outcomes.map(\.revision.number) == [1])
    _ = try writer.record(snapshot("D", at: 300), of: story)
    try writer.flush()
    #expect(try timeline() == "A@0 B@100 C@200 D@300")
    try await verifyAll()
  }

  @Test func `without being asked an older capture is refused as before`() throws {
    try record("A", at: 0)
    try record("B", at: 100)
    #expect(throws: ArchiveError.self) { try record("X", at: 50) }
    #expect(try git("for-each-ref", "refs/superseded", in: archive.path).output == "")
  }

  @Test func `stories whose ids lead to one another have superseded histories each`() async throws {
    for id in ["a", "a/b", "a/b/c"] {
      let story = try StoryID(id)
      _ = try archive.record(snapshot("\(id) late", at: 100), of: story)
      _ = try archive.record(snapshot("\(id) early", at: 0), of: story, backfill: true)
      #expect(try archive.supersededHistories(of: story).map(\.count) == [1])
    }
    try await verifyAll()
  }

  @Test func `what failed at its last step keeps the sighting when it is run again`() async throws {
    try record("A", at: 0)
    try record("B", at: 100)
    try record("B", at: 150)
    let old = try archive.revision(.latest, of: story).commit
    try backfill("X", at: 50)
    // All is written, and the sighting is true of both tips, but the story's reference did not move.
    #expect(
      try git("update-ref", "refs/stories/\(story)", "\(old)", in: archive.path).status == 0)
    #expect(try timeline() == "A@0 B@100..150")
    try backfill("X", at: 50)
    #expect(try timeline() == "A@0 X@50 B@100..150")
    try await verifyAll()
    try record("B", at: 200)
    #expect(try timeline() == "A@0 X@50 B@100..200")
    try await verifyAll()
  }

  @Test func `a lost superseded history is a fault`() async throws {
    try record("B", at: 100)
    try backfill("A", at: 50)
    let name = try git("for-each-ref", "--format=%(refname)", "refs/superseded", in: archive.path)
    let ref = name.output.trimmingCharacters(in: .newlines)
    #expect(ref.hasPrefix("refs/superseded/example.org/summit/%73/"))
    #expect(try git("update-ref", "-d", ref, in: archive.path).status == 0)
    let result = try await verify(archive.path)
    #expect(result.faults.map(\.revision) == [1])
    #expect(result.faults.first?.problem.contains("no reference leads to") == true)
  }
}
