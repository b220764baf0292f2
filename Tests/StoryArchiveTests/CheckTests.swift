import Foundation
import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

struct CheckTests {
  let folder: ScratchFolder
  let archive: StoryArchive
  let story: StoryID

  init() throws {
    folder = try ScratchFolder()
    archive = try StoryArchive.openOrCreate(at: folder.file("archive"))
    story = try StoryID("example.org/ferry")
    _ = try archive.record(snapshot("Ferry", at: 0), of: story)
  }

  @Test func `failed checks are kept in order, whatever becomes of the story`() async throws {
    let reasons = ["404 Not Found", "a line\nand another", String(repeating: "x", count: 300), ""]
    for (number, reason) in reasons.enumerated() {
      let time = time(Int64(number) * 60 + 10, offsetMinutes: 60)
      _ = try archive.recordFailure(reason, at: time, of: story)
      _ = try archive.record(snapshot("Ferry", "\(number)", at: Int64(number) * 60 + 20), of: story)
    }
    let checks = try archive.failures(of: story)
    #expect(checks.map(\.time) == [190, 130, 70, 10].map { time($0, offsetMinutes: 60) })
    #expect(
      checks.map(\.reason) == [
        "(no text)", String(repeating: "x", count: 199) + "…", "a line and another",
        "404 Not Found",
      ])
    #expect(try archive.failures(of: story, limit: 1) == [checks[0]])
    // They are no revisions, and a copy has them.
    #expect(try archive.history(of: story).count == 5)
    let copy = folder.file("copy")
    #expect(try git("clone", "-q", "--mirror", archive.path, copy, in: folder.path).status == 0)
    #expect(try StoryArchive.open(at: copy).failures(of: story) == checks)
    _ = try archive.maintain(grace: 0)
    let result = try await verify(archive.path)
    #expect(result.faults == [] && result.notes == [])
    #expect(try git("fsck", "--strict", "--no-dangling", in: archive.path).output == "")
    #expect(try archive.failures(of: story) == checks)
  }

  @Test func `failed checks are listed by their times, whenever they were told of`() throws {
    for (reason, seconds) in [("second", 20), ("third", 30), ("first", 10), ("last", 30)] {
      _ = try archive.recordFailure(reason, at: time(Int64(seconds)), of: story)
    }
    #expect(
      try archive.failures(of: story).map(\.reason) == ["last", "third", "second", "first"])
    #expect(try archive.failures(of: story, limit: 3).map(\.reason) == ["last", "third", "second"])
  }

  @Test func `a check of no story, and one that is none, are errors`() async throws {
    let none = try StoryID("none")
    #expect(throws: ArchiveError.noSuchStory("none", close: [])) {
      try archive.recordFailure("x", at: time(0), of: none)
    }
    #expect(try archive.failures(of: story) == [])
    #expect(
      try git("update-ref", "refs/failed/\(story)", "refs/stories/\(story)", in: archive.path)
        .status
        == 0)
    #expect(throws: ArchiveError.self) { try archive.failures(of: story) }
    let result = try await verify(archive.path)
    #expect(
      result.faults.map(\.problem) == ["it is not the commit of a failed check of this story"])
    #expect(
      try git("update-ref", "refs/failed/none", "refs/stories/\(story)", in: archive.path).status
        == 0)
    #expect(try await verify(archive.path).faults.contains { $0.file == "refs/failed/none" })
  }
}
