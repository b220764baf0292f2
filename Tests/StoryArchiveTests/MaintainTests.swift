import Foundation
import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

struct MaintainTests {
  let folder: ScratchFolder
  let archive: StoryArchive
  let story: StoryID

  init() throws {
    folder = try ScratchFolder()
    archive = try StoryArchive.openOrCreate(at: folder.file("archive"))
    story = try StoryID("example.org/summit")
  }

  /// A story of so many versions of a long text, each with a line changed, and a superseded history.
  private func fill(_ versions: Int) throws {
    var random = SeededGenerator(state: 3)
    var lines = (0..<120).map { _ in
      (0..<20).map { _ in "w\(Int.random(in: 0..<9000, using: &random))" }.joined(separator: " ")
    }
    for step in 1...versions {
      lines[step] += " changed"
      _ = try archive.record(snapshot(lines, at: Int64(step * 60)), of: story)
    }
    _ = try archive.record(snapshot(lines, at: Int64(versions * 60 + 30)), of: story)
    _ = try archive.record(snapshot("Before", at: 90), of: story, backfill: true)
    _ = try archive.record(snapshot("Other", at: 0), of: StoryID("example.org/summit/other"))
  }

  private func count(_ key: String) throws -> Int {
    let lines = try git("count-objects", "-v", in: archive.path).output.split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix(key + ": ") })
    return try #require(Int(line.dropFirst(key.count + 2)))
  }

  @Test func `everything is packed as deltas, and says the same`() async throws {
    try fill(40)
    let before = try archive.history(of: story)
    let superseded = try archive.supersededHistories(of: story)
    let stories = try archive.stories()
    let documents = try before.map { try archive.document(of: $0) }
    let result = try archive.maintain()
    #expect(result.stories == 2 && result.packs == 1 && result.dropped == 0 && result.freed > 0)
    #expect(try count("count") == 0)
    #expect(try count("in-pack") == result.packed)
    // A long story costs a few hundred bytes a revision beyond what it says.
    #expect(try count("size-pack") < 100, "KiB; the texts alone have \(40 * 3 * 14) KiB")
    for archive in [archive, try StoryArchive.open(at: archive.path)] {
      #expect(try archive.history(of: story) == before)
      #expect(try archive.supersededHistories(of: story) == superseded)
      #expect(try archive.stories() == stories)
      #expect(try before.map { try archive.document(of: $0) } == documents)
    }
    #expect(try await verify(archive.path).faults == [])
    #expect(try git("fsck", "--strict", "--no-dangling", in: archive.path) == ("", 0))
    // A second time there is nothing to do, and the story goes on.
    #expect(try archive.maintain().packed == 0)
    #expect(try archive.record(snapshot("Next", at: 9_999), of: story).revision.number == 42)
    #expect(try archive.maintain().packed > 0)
    #expect(try await verify(archive.path).faults == [])
  }

  @Test func `what no reference leads to goes after the grace period and not before`() throws {
    try fill(3)
    try folder.write("stray", "Nobody needs this.")
    let stray = String(try git("hash-object", "-w", "../stray", in: archive.path).output.prefix(40))
    let file = "\(archive.path)/objects/\(stray.prefix(2))/\(stray.dropFirst(2))"
    #expect(try archive.maintain(grace: 60).dropped == 0)
    #expect(FileManager.default.fileExists(atPath: file))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -120)], ofItemAtPath: file)
    #expect(try archive.maintain(grace: 60).dropped == 1)
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func `a damaged archive is left as it is`() throws {
    try fill(3)
    let oldest = try #require(try archive.history(of: story).last)
    let object = try git("rev-parse", "\(oldest.commit):source", in: archive.path).output.prefix(40)
    let file = "\(archive.path)/objects/\(object.prefix(2))/\(object.dropFirst(2))"
    try FileManager.default.removeItem(atPath: file)
    let loose = try count("count")
    let error = #expect(throws: ArchiveError.self) { try archive.maintain(grace: 0) }
    #expect(error?.description.contains(String(object)) == true)
    #expect(try count("count") == loose && count("packs") == 0)
    #expect(try count("garbage") == 0)
  }

  @Test func `writers and readers work meanwhile`() async throws {
    try fill(5)
    let (path, story) = (archive.path, story)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        let writer = try StoryArchive.open(at: path)
        for step in 0..<30 {
          _ = try writer.record(snapshot("Edition \(step)", at: Int64(50_000 + step)), of: story)
        }
      }
      group.addTask {
        let reader = try StoryArchive.open(at: path)
        for _ in 0..<30 {
          let history = try reader.history(of: story)
          #expect(history.map(\.number) == Array((1...history.count).reversed()))
          for revision in history.prefix(3) { _ = try reader.document(of: revision) }
        }
      }
      group.addTask {
        let keeper = try StoryArchive.open(at: path)
        for _ in 0..<10 { _ = try keeper.maintain(grace: 0) }
      }
      try await group.waitForAll()
    }
    #expect(try archive.history(of: story).count == 36)
    #expect(try await verify(path).faults == [])
    #expect(try git("fsck", "--strict", "--no-dangling", in: path) == ("", 0))
  }
}
