import Foundation
import GRDB
import StoryArchive
import StoryModel
import TestSupport
import Testing

@testable import StoryCatalogue

extension Catalogue {
  fileprivate func page(_ order: Order, offset: Int = 0, limit: Int) throws -> [Entry] {
    var entries: [Entry] = []
    try stories(order, offset: offset, limit: limit) { page, _ in entries += page }
    return entries
  }
}

struct CatalogueTests {
  let folder: ScratchFolder
  let archive: StoryArchive

  init() throws {
    folder = try ScratchFolder()
    archive = try StoryArchive.openOrCreate(at: folder.file("archive"))
  }

  private var catalogue: Catalogue { Catalogue(of: archive, engine: 1) }

  @discardableResult
  private func record(_ id: String, _ lines: String..., at seconds: Int64) throws -> Revision {
    let document = Document(
      blocks: lines.enumerated().map { Block($0 == 0 ? .headline : .paragraph, $1) })
    let capture = CaptureRecord(
      capturedAt: Instant(seconds: 1_746_057_600 + seconds), timeSource: .given, method: .file,
      fileName: "story.txt", mediaType: "text/plain", extractor: "text/1")
    return try archive.record(
      Snapshot(source: Array(lines.joined().utf8), document: document, capture: capture),
      of: StoryID(id)
    ).revision
  }

  private func ids(_ order: Catalogue.Order, offset: Int = 0, limit: Int = 10) throws -> [String] {
    try catalogue.page(order, offset: offset, limit: limit).map(\.listing.id.description)
  }

  private func sql(_ text: String) throws {
    try DatabaseQueue(path: archive.path + "/catalogue.sqlite").write { try $0.execute(sql: text) }
  }

  /// Three stories: `b` changed last, `c` was seen last, `a` has the most revisions.
  private func fill() throws {
    try record("a", "Zebra", at: 0)
    try record("a", "Zebra", "One.", at: 1)
    try record("a", "Zebra", "Two.", at: 2)
    try record("b", "Yak", at: 100)
    try record("c", "Xerus", at: 50)
    try record("c", "Xerus", at: 500)
  }

  @Test func `headlines stand as in an index, whatever their capitals, accents and marks`() throws {
    let headlines = [
      "“Yes”, says Ames", "apple harvest late", "Élan sold", "elm falls", "ZOO OPENS", "…",
    ]
    for (number, headline) in headlines.enumerated().reversed() {
      try record("s\(number)", headline, at: Int64(number))
    }
    #expect(try ids(.headline) == ["s1", "s2", "s3", "s0", "s4", "s5"])
  }

  @Test func `stories come in any order, and page by page`() throws {
    try fill()
    #expect(try ids(.id) == ["a", "b", "c"])
    #expect(try ids(.headline) == ["c", "b", "a"])
    #expect(try ids(.changed) == ["b", "c", "a"])
    #expect(try ids(.seen) == ["c", "b", "a"])
    #expect(try ids(.revisions) == ["a", "b", "c"])
    #expect(try ids(.revisions, offset: 1, limit: 1) == ["b"])
    #expect(try ids(.id, offset: 3) == [])
    #expect(try catalogue.counts() == Catalogue.Counts(stories: 3, revisions: 5))
    #expect(try catalogue.page(.id, limit: 10).map(\.listing) == archive.stories())
  }

  @Test func `a list of many pages is as it was when its first page was shown`() throws {
    let bulk = archive.bulkWriter()
    func add(_ number: Int) throws {
      let capture = CaptureRecord(
        capturedAt: Instant(seconds: 1_746_060_600 + Int64(number % 7)), timeSource: .given,
        method: .file, mediaType: "text/plain", extractor: "text/1")
      let document = Document(blocks: [Block(.headline, "Number \(number % 5)")])
      _ = try bulk.record(
        Snapshot(source: [65], document: document, capture: capture), of: StoryID("s/\(number)"))
    }
    for number in 0..<1300 { try add(number) }
    try bulk.flush()
    for order in [Catalogue.Order.id, .changed, .significance] {
      let all = try ids(order, limit: 3000)
      #expect(Set(all).count == 1300)
      #expect(try ids(order, offset: 100, limit: 1100) == Array(all[100..<1200]))
      var sizes: [Int] = []
      var shown: [String] = []
      try catalogue.stories(order) { page, counts in
        #expect(counts.stories == 1300)
        sizes.append(page.count)
        shown += page.map(\.listing.id.description)
        // One that would stand first, had the list been asked for later.
        if sizes.count == 1 {
          try record("a", "A", at: 9_000_000)
          #expect(try ids(.id, limit: 1) == ["a"])
        }
      }
      #expect(shown == all && sizes.count > 1)
      #expect(
        try run("/usr/bin/env", ["git", "-C", archive.path, "update-ref", "-d", "refs/stories/a"])
          .code == 0)
      #expect(try ids(.id, limit: 1) == ["s/0"])
    }
    // What git did is taken up before anything is shown, on whichever page it is.
    let wrong = "refs/stories/s/999"
    #expect(
      try run("/usr/bin/env", ["git", "-C", archive.path, "update-ref", "-d", wrong]).code == 0)
    var pages = 0
    try catalogue.stories(.id) { page, counts in
      pages += 1
      #expect(counts.stories == 1299 && page.allSatisfy { $0.listing.id.description != "s/999" })
    }
    #expect(pages == 2)
  }

  @Test func `what writers did is there the next time it is asked`() throws {
    try fill()
    let open = catalogue
    _ = try open.page(.id, limit: 10)
    try record("b", "Yak", "More.", at: 1000)
    try record("d", "Walrus", at: 2000)
    let bulk = archive.bulkWriter()
    _ = try bulk.record(
      Snapshot(
        source: [65], document: Document(blocks: [Block(.headline, "Bulk")]),
        capture: CaptureRecord(
          capturedAt: Instant(seconds: 1_746_060_600), timeSource: .given, method: .file,
          mediaType: "text/plain", extractor: "text/1")), of: StoryID("e"))
    try bulk.flush()
    for catalogue in [open, catalogue] {
      #expect(
        try catalogue.page(.changed, limit: 10).map(\.listing.headline)
          == ["Bulk", "Walrus", "Yak", "Xerus", "Zebra"])
      #expect(try catalogue.counts() == Catalogue.Counts(stories: 5, revisions: 8))
    }
  }

  @Test func `git is believed, and not the catalogue`() throws {
    try fill()
    _ = try ids(.id)
    // Git itself leaves no notes.
    func git(_ arguments: String...) throws {
      let result = try run("/usr/bin/env", ["git", "-C", archive.path] + arguments)
      #expect(result.code == 0, "\(result.errors)")
    }
    try git("update-ref", "refs/stories/a", "refs/stories/a~1")
    #expect(try catalogue.page(.id, limit: 10).map(\.listing.revisions) == [2, 1, 1])
    try git("update-ref", "-d", "refs/stories/b")
    #expect(try ids(.id) == ["a", "c"])
    #expect(try catalogue.counts() == Catalogue.Counts(stories: 2, revisions: 3))
  }

  @Test(arguments: ["lost", "cut", "overwritten", "unfinished", "another's"])
  func `a catalogue that is of no use is made anew`(how: String) throws {
    try fill()
    _ = try ids(.id)
    let file = archive.path + "/catalogue.sqlite"
    for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + ending) }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    switch how {
    case "lost": try FileManager.default.removeItem(atPath: file)
    case "cut": try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: file))
    case "overwritten":
      try Data(repeating: 7, count: bytes.count).write(to: URL(fileURLWithPath: file))
    case "unfinished": try Data().write(to: URL(fileURLWithPath: file))
    default:
      try FileManager.default.removeItem(atPath: file)
      try sql("CREATE TABLE x (y)")
    }
    #expect(try ids(.id) == ["a", "b", "c"])
    #expect(try ids(.seen) == ["c", "b", "a"])
    #expect(try catalogue.differences().isEmpty)
  }

  @Test func `a changed value in it is noticed`() throws {
    try fill()
    _ = try ids(.id)
    try sql("UPDATE stories SET headline = 'Quagga' WHERE id = 'b'")
    #expect(try catalogue.differences().map(\.story) == [StoryID("b")])
    #expect(
      try catalogue.page(.id, limit: 10).map(\.listing.headline) == ["Zebra", "Yak", "Xerus"])
    #expect(try catalogue.differences().isEmpty)
  }

  @Test func `a changed significance is not believed, but measured anew`() throws {
    try fill()
    _ = try ids(.id)
    let (story, tip) = (try StoryID("a"), try #require(try archive.tip(of: StoryID("a"))?.commit))
    try catalogue.measure([(story, tip, 51)])
    #expect(try catalogue.page(.significance, limit: 1).map(\.significance) == [51])
    try sql("UPDATE stories SET significance = 1 WHERE id = 'a'")
    #expect(try catalogue.page(.id, limit: 1).map(\.significance) == [nil])
    #expect(try catalogue.unmeasured(after: nil, limit: 9).map(\.story) == [story])
  }

  @Test func `a writer that is stopped before it moved its reference leaves a true catalogue`()
    throws
  {
    try fill()
    _ = try ids(.id)
    // What a snapshot notes first, and the revision that comes while it was read already.
    try record("a", "Zebra", "Three.", at: 3000)
    _ = try ids(.id)
    #expect(try ChangeNotes.read(archive: archive.path).notes.map(\.story.description) == ["a"])
    try record("a", "Zebra", "Four.", at: 3001)
    #expect(try catalogue.page(.id, limit: 1).map(\.listing.revisions) == [5])
  }

  @Test func `the most significant change of a story counts, whatever follows it`() throws {
    let one = try record("a", "Zebra", at: 0)
    _ = try ids(.id)
    let two = try record("a", "Zebra", "Two.", at: 1)
    let three = try record("a", "Zebra", "Three.", at: 2)
    try record("b", "Yak", at: 0)
    let id = try StoryID("a")
    #expect(try catalogue.page(.significance, limit: 2).map(\.significance) == [nil, nil])
    #expect(try catalogue.unmeasured(after: nil, limit: 5).map(\.story) == [id])
    func note(_ revision: Revision, after parent: Revision, _ significance: Int) {
      let measure = ChangeNotes.Measure(
        commit: revision.commit, parent: parent.commit, significance: significance)
      archive.note([(id, measure)])
    }
    note(two, after: one, 80)
    note(three, after: two, 5)
    #expect(try catalogue.page(.significance, limit: 2).map(\.significance) == [80, nil])
    #expect(try catalogue.unmeasured(after: nil, limit: 5).isEmpty)
    let four = try record("a", "Zebra", "Four.", at: 3)
    #expect(try catalogue.page(.significance, limit: 1).map(\.significance) == [nil])
    let open = try catalogue.unmeasured(after: nil, limit: 5)
    #expect(open.map(\.upTo) == [three.commit] && open.map(\.significance) == [80])
    try catalogue.measure([(id, four.commit, 90)])
    #expect(try catalogue.page(.significance, limit: 1).map(\.significance) == [90])
    // What another engine measured is not counted.
    let other = Catalogue(of: archive, engine: 2)
    #expect(try other.unmeasured(after: nil, limit: 5).map(\.upTo) == [nil])
  }

  @Test func `many may ask and write at once`() async throws {
    try fill()
    let archive = archive
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<3 {
        group.addTask {
          for step in 0..<10 {
            let capture = CaptureRecord(
              capturedAt: Instant(seconds: 1_746_100_000 + Int64(step)), timeSource: .given,
              method: .file, mediaType: "text/plain", extractor: "text/1")
            let document = Document(blocks: [Block(.headline, "Writer \(writer), \(step)")])
            _ = try archive.record(
              Snapshot(source: [65], document: document, capture: capture),
              of: StoryID("w\(writer)"))
          }
        }
        group.addTask {
          for _ in 0..<10 {
            let page = try Catalogue(of: archive, engine: 1).page(.changed, limit: 10)
            #expect(page.count >= 3)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try catalogue.page(.id, limit: 10).map(\.listing) == archive.stories())
    #expect(try catalogue.counts().revisions == 35)
  }
}
