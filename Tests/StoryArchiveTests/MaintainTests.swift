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

  @Test func `what is loose behind a packed revision is packed, and not dropped`() async throws {
    try fill(6)
    // The newest commit alone is in a pack, as after an import that went on with the story.
    let tip = try archive.revision(.latest, of: story).commit
    try folder.write("list", "\(tip)\n")
    let command = "git pack-objects -q objects/pack/pack <../list && git prune-packed -q"
    #expect(
      try run("/bin/sh", ["-c", command], in: archive.path).code == 0)
    let loose = try count("count")
    let result = try archive.maintain(grace: 0)
    #expect(result.packed == loose && result.dropped == 0)
    #expect(try count("count") == 0 && archive.history(of: story).count == 7)
    #expect(try await verify(archive.path).faults == [])
    #expect(try git("fsck", "--strict", "--no-dangling", in: archive.path) == ("", 0))
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

  /// Bytes of the objects.
  private func size(_ path: String) throws -> Int {
    try FileManager.default.subpathsOfDirectory(atPath: path + "/objects").reduce(0) {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/objects/\($1)")
      let isFile = attributes[.type] as? FileAttributeType == .typeRegular
      return $0 + (isFile ? attributes[.size] as? Int ?? 0 : 0)
    }
  }

  @Test func `packed again and again, an archive has few packs and is as small as git makes it`()
    async throws
  {
    var random = SeededGenerator(state: 5)
    var texts = (0..<6).map { _ in
      (0..<40).map { _ in
        (0..<20).map { _ in "w\(Int.random(in: 0..<9000, using: &random))" }.joined(separator: " ")
      }
    }
    for round in 0..<20 {
      for index in texts.indices {
        texts[index][Int.random(in: 0..<40, using: &random)] += " changed"
        _ = try archive.record(
          snapshot(texts[index], at: Int64(round * 60)), of: StoryID("s/\(index)"))
      }
      _ = try archive.maintain()
      #expect(try count("packs") <= 2)
    }
    #expect(try count("count") == 0)
    #expect(try await verify(archive.path).faults == [])
    #expect(try git("fsck", "--strict", "--no-dangling", in: archive.path) == ("", 0))
    let copy = folder.file("copy")
    #expect(
      try git("clone", "--mirror", "--quiet", archive.path, copy, in: folder.path).status == 0)
    #expect(try git("gc", "--aggressive", "--prune=now", "--quiet", in: copy).status == 0)
    let ratio = try Double(size(archive.path)) / Double(size(copy))
    #expect(ratio < 1.2, "\(ratio) times what git makes of it")
  }

  @Test func `joined packs keep what no reference leads to, and those that are to be kept`() throws
  {
    var kept = ""
    for step in 0..<4 {
      try folder.write("stray", "Nobody needs this \(step).")
      let stray = try git("hash-object", "-w", "../stray", in: archive.path).output.prefix(40)
      _ = try git("update-ref", "refs/stories/stray", String(stray), in: archive.path)
      _ = try archive.record(snapshot("Edition \(step)", at: Int64(step)), of: story)
      #expect(try git("repack", "-d", "--quiet", in: archive.path).status == 0)
      if step == 0 {
        kept = try #require(
          FileManager.default.contentsOfDirectory(atPath: archive.path + "/objects/pack")
            .first { $0.hasSuffix(".pack") })
        try folder.write("archive/objects/pack/\(kept.dropLast(5)).keep", "")
      }
    }
    _ = try git("update-ref", "-d", "refs/stories/stray", in: archive.path)
    let objects = try count("in-pack")
    #expect(try count("packs") == 4)
    #expect(try archive.maintain().joined == 3)
    #expect(try count("packs") == 2 && count("in-pack") == objects)
    #expect(FileManager.default.fileExists(atPath: "\(archive.path)/objects/pack/\(kept)"))
  }

  @Test func `many small packs are joined when they are due, and not before`() async throws {
    func add(_ number: Int) throws {
      let writer = archive.bulkWriter()
      for step in 0..<3 {
        let text = "Edition \(number), \(step)"
        _ = try writer.record(snapshot(text, at: Int64(3 * number + step)), of: story)
      }
      try writer.flush()
    }
    for number in 0..<4 { try add(number) }
    #expect(try count("packs") == 4)
    #expect(try archive.maintainIfDue(packs: 4) == nil)
    try add(4)
    let result = try #require(try archive.maintainIfDue(packs: 4))
    // With what was loose, which is packed first.
    #expect(result.joined >= 5 && result.dropped == 0)
    #expect(try count("packs") == 1)
    #expect(try archive.maintainIfDue(packs: 4) == nil)
    #expect(try archive.history(of: story).count == 15)
    #expect(try await verify(archive.path).faults == [])
  }

  @Test func `it comes by itself when it is due, and not before`() async throws {
    try fill(3)
    #expect(try archive.maintainIfDue() == nil)
    let loose = try count("count")
    // As many as nobody has written here are taken to be in each of the folders.
    let strays = (0...26).map { "objects/17/" + String(repeating: "0", count: 36) + "\($0 + 10)" }
    try FileManager.default.createDirectory(
      atPath: archive.path + "/objects/17", withIntermediateDirectories: true)
    for stray in strays { try folder.write("archive/" + stray, "") }
    let result = try #require(try archive.maintainIfDue())
    #expect(result.packed > 20 && result.packed <= loose && result.dropped == 0)
    #expect(try count("packs") == 1)
    for stray in strays { try FileManager.default.removeItem(atPath: "\(archive.path)/\(stray)") }
    #expect(try archive.maintainIfDue() == nil)
    #expect(try await verify(archive.path).faults == [])
    #expect(try git("fsck", "--strict", "--no-dangling", in: archive.path) == ("", 0))
  }
}
