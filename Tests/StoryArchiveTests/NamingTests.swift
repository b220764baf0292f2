import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

struct NamingTests {
  let folder: ScratchFolder
  let archive: StoryArchive

  init() throws {
    folder = try ScratchFolder()
    archive = try StoryArchive.openOrCreate(at: folder.file("archive"))
  }

  private static let nested = ["a", "a/b", "a/b/c", "b/c", "b", "b/c/d", "a%2F%2Fb"]

  @Test func `names that only Unicode calls the same are those of two stories`() async throws {
    let ids = try [
      "caf\u{E9}", "cafe\u{301}", "caf\u{E9}/x", "cafe\u{301}/x", "K", "\u{212A}", "\u{301}x",
    ].map { try StoryID($0) }
    for (number, id) in ids.enumerated() {
      _ = try archive.record(snapshot("Number \(number)", at: 60), of: id)
    }
    _ = try archive.maintain(grace: 0)
    #expect(try archive.stories().count == ids.count)
    for (number, id) in ids.enumerated() {
      #expect(try archive.history(of: id).map(\.headline) == ["Number \(number)"])
    }
    let checked = try await StoryArchive.verify(at: archive.path)
    #expect(checked.faults == [] && checked.stories == ids.count)
    #expect(try git("fsck", "--strict", in: archive.path).status == 0)
  }

  @Test(arguments: [false, true], [nested, nested.reversed()])
  func `stories whose ids are folders of one another live together`(
    inBulk: Bool, names: [String]
  ) throws {
    let ids = try names.map { try StoryID($0) }
    let writer = archive.bulkWriter()
    for round in 0..<3 {
      for id in ids {
        let snapshot = snapshot("\(id)", "Round \(round / 2).", at: Int64(round))
        let outcome =
          try inBulk ? writer.record(snapshot, of: id) : archive.record(snapshot, of: id)
        #expect(outcome.revision.number == 1 + round / 2)
      }
      if inBulk { try writer.flush() }
      if round == 1 { _ = try git("pack-refs", "--all", in: archive.path) }
    }
    #expect(try archive.stories().map(\.id) == ids.sorted())
    for id in ids {
      let history = try archive.history(of: id)
      #expect(history.map(\.number) == [2, 1])
      #expect(history.allSatisfy { $0.headline == id.description })
      #expect(history[1].lastSeenAt == time(1))
    }
    #expect(try git("fsck", "--strict", "--no-dangling", in: archive.path).output == "")
  }

  @Test func `the longest ids have room for their marks`() throws {
    let part = String(repeating: "x", count: StoryID.maximumPartBytes)
    let ids = try [part, part + "/" + part, part + "/" + part + "/" + part].map {
      try StoryID($0)
    }
    for id in ids { _ = try archive.record(snapshot("A", at: 0), of: id) }
    #expect(try archive.stories().map(\.id) == ids)
  }

  @Test func `a reference that no story has is passed over`() throws {
    let revision = try archive.record(snapshot("A", at: 0), of: StoryID("a")).revision
    let names = ["refs/stories/x%41", "refs/stories/a%73", "refs/stories/-x", "refs/tags/t"]
    for name in names {
      #expect(try git("update-ref", name, "\(revision.commit)", in: archive.path).status == 0)
    }
    #expect(try archive.stories().map(\.id.description) == ["a"])
  }

  @Test func `a story is found by its id, the name behind it, or its address`() throws {
    let address = try StoryID(encoding: "example.org/news/summit?id=3")
    let plain = try StoryID("example.org/strike")
    for id in [address, plain] { _ = try archive.record(snapshot("A", at: 0), of: id) }
    for text in [
      address.description, "example.org/news/summit?id=3", "https://example.org/news/summit?id=3",
    ] {
      #expect(try archive.story(named: text) == address)
    }
    for text in [
      "example.org/strike", "https://example.org/strike/", "http://example.org/strike#x",
    ] {
      #expect(try archive.story(named: text) == plain)
    }
  }

  @Test func `a name that is nearly right is answered with what it may be`() throws {
    for id in ["summit", "strike", "unrelated"] {
      _ = try archive.record(snapshot("A", at: 0), of: StoryID(id))
    }
    #expect(
      throws: ArchiveError.noSuchStory(
        "sumit", close: [try StoryID("summit")])
    ) { try archive.story(named: "sumit") }
    #expect(throws: ArchiveError.noSuchStory("qqq", close: [])) { try archive.story(named: "qqq") }
    #expect(throws: ArchiveError.noSuchStory("", close: [])) { try archive.story(named: "") }
  }
}
