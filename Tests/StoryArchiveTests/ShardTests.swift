import Foundation
import StoryModel
import Synchronization
import TestSupport
import Testing

@testable import Git
@testable import StoryArchive

struct ShardTests {
  let folder: ScratchFolder
  let path: String

  init() throws {
    folder = try ScratchFolder()
    path = folder.file("archive")
  }

  private func id(_ number: Int) throws -> StoryID { try StoryID("example.org/\(number)/story") }

  /// An archive of 120 stories of two revisions, of which each repository takes some 20.
  @discardableResult
  private func fill() throws -> StoryArchive {
    let archive = try StoryArchive.openOrCreate(at: path, capacity: 20)
    let writer = archive.bulkWriter()
    for number in 0..<120 {
      for step in 0..<2 {
        let text = snapshot("Story \(number)", "Version \(step).", at: Int64(step))
        _ = try writer.record(text, of: id(number))
      }
      if number % 30 == 29 { try writer.flush() }
    }
    try writer.flush()
    return archive
  }

  @Test func `a full archive keeps its stories, and others go on below it`() async throws {
    try fill()
    // Whoever opens it needs to know nothing.
    let archive = try StoryArchive.open(at: path)
    #expect(try archive.stories().map(\.id) == (0..<120).map(id).sorted())
    #expect(try archive.stories().allSatisfy { $0.revisions == 2 })
    #expect(
      try archive.stories(first: 3, complain: { _ in }).map(\.id.description)
        == (0..<120).map(id).sorted().prefix(3).map(\.description))
    for number in 0..<120 {
      let history = try archive.history(of: id(number))
      #expect(history.map(\.number) == [2, 1])
      #expect(try archive.document(of: history[1]).blocks[1].text == "Version 0.")
    }
    #expect(try archive.story(named: "https://example.org/77/story") == id(77))
    #expect(throws: ArchiveError.noSuchStory("elsewhere", close: [])) {
      try archive.history(of: StoryID("elsewhere"))
    }
    let result = try await verify(path)
    #expect(result.faults == [] && result.notes == [])
    #expect((result.stories, result.revisions) == (120, 240))
    let one = try await verify(path, stories: [id(77)])
    #expect((one.stories, one.revisions, one.faultCount) == (1, 2, 0))
  }

  @Test func `how far a check is is told of all archives together`() async throws {
    let archive = try fill()
    let told = Mutex<[Verification.Progress]>([])
    let found = try await StoryArchive.verify(
      at: path, progress: { now in told.withLock { $0.append(now) } })
    let steps = told.withLock { $0 }
    #expect(steps.allSatisfy { $0.allStories == 120 && $0.allObjects == found.objects })
    #expect(steps.map(\.objects).max() == found.objects)
    var parts: [(number: Int, of: Int, isDone: Bool)] = []
    _ = try archive.record(snapshot("New", at: 9), of: id(0))
    let maintained = try archive.maintain(progress: { done, all, number, archives in
      parts.append((number, archives, done == all))
    })
    #expect(maintained.packed > 0 && parts.last?.isDone == true)
    let count = try archive.allArchives().count
    #expect(parts.allSatisfy { $0.number < $0.of && $0.of == count })
  }

  @Test func `stock git reads every story where the hash of its id says`() throws {
    try fill()
    let own = try git("for-each-ref", "--format=%(refname)", "refs/stories/", in: path).output
      .split(separator: "\n")
    #expect(own.count == 30)
    for number in 0..<120 {
      let id = try id(number)
      if own.contains("refs/stories/\(id)") { continue }
      try folder.write("id", id.description)
      let hash = try git("hash-object", "id", in: folder.path).output
      let shard = "\(path)/shards/\(hash.prefix(1)).git"
      #expect(try git("rev-list", "--count", "refs/stories/\(id)", in: shard).output == "2\n")
    }
    for shard in [""] + (try StoryArchive.shardFolders(of: path)) {
      #expect(try git("fsck", "--strict", "--no-dangling", in: "\(path)/\(shard)").output == "")
    }
  }

  @Test func `a known story is written to where it is, and a new one where it will be found`()
    throws
  {
    try fill()
    let archive = try StoryArchive.open(at: path)
    for number in 0..<140 {
      let outcome = try archive.record(snapshot("Again \(number)", at: 10), of: id(number))
      #expect(outcome.revision.number == (number < 120 ? 3 : 1))
    }
    let older = try archive.record(snapshot("Older", at: 5), of: id(99), backfill: true)
    #expect(older.revision.number == 3)
    #expect(try archive.supersededHistories(of: id(99)).count == 1)
    #expect(try archive.stories().count == 140)
    #expect(
      try git("for-each-ref", "refs/stories/", in: path).output.split(separator: "\n").count == 30)
  }

  @Test func `maintenance finds that single snapshots have filled an archive`() async throws {
    let archive = try StoryArchive.openOrCreate(at: path, capacity: 20)
    for number in 0..<21 {
      _ = try archive.record(snapshot("Story \(number)", at: 0), of: id(number))
    }
    #expect(try !archive.isFull)
    _ = try archive.maintain()
    #expect(try archive.isFull)
    _ = try archive.record(snapshot("Story 21", at: 0), of: id(21))
    #expect(try archive.home(of: id(21), making: false)?.level == 1)
    #expect(try archive.maintain().packed > 0)
    let result = try await verify(path)
    #expect(result.faults == [] && result.notes == [] && result.stories == 22)
  }

  @Test func `a story has one place, whoever fills the archive meanwhile`() async throws {
    let path = path
    _ = try StoryArchive.openOrCreate(at: path, capacity: 20)
    let writers = (0..<4).map { writer in
      Work {
        let archive = try StoryArchive.openOrCreate(at: path, capacity: 20)
        if writer == 0 {
          let bulk = archive.bulkWriter()
          for number in 0..<80 {
            let id = try StoryID("example.org/\(number)/story")
            // Later than the others', so that it is never refused.
            _ = try bulk.record(snapshot("Bulk \(number)", at: 10), of: id)
            if number % 20 == 19 { try bulk.flush() }
          }
        } else {
          for number in 0..<80 {
            let id = try StoryID("example.org/\(number)/story")
            do {
              _ = try archive.record(snapshot("Writer \(writer)", at: Int64(writer)), of: id)
            } catch ArchiveError.olderThanTip {
              continue
            }
          }
        }
        return 0
      }
    }
    for writer in writers { _ = try writer.value() }
    let result = try await verify(path)
    #expect(result.faults == [] && result.stories == 80)
  }

  @Test func `two imports never wait for each other's shards`() throws {
    try fill()
    let path = path
    let imports = (0..<2).map { writer in
      Work {
        let bulk = try StoryArchive.open(at: path).bulkWriter()
        let numbers = Array(0..<120)
        for number in writer == 0 ? numbers : numbers.reversed() {
          let id = try StoryID("example.org/\(number)/story")
          do {
            let text = snapshot("Import \(writer)", at: Int64(20 + writer))
            _ = try bulk.record(text, of: id)
          } catch ArchiveError.olderThanTip {
            continue
          }
        }
        try bulk.flush()
        return 0
      }
    }
    let start = ContinuousClock.now
    for job in imports { _ = try job.value() }
    #expect(ContinuousClock.now - start < .seconds(25))
    let archive = try StoryArchive.open(at: path)
    #expect(try archive.stories().allSatisfy { $0.revisions >= 3 })
  }

  @Test func `packing comes by itself where the snapshot went`() async throws {
    try fill()
    let archive = try StoryArchive.open(at: path)
    let far = try #require(
      try (0..<120).map(id).first { try archive.home(of: $0, making: false)?.level == 1 })
    let home = try #require(try archive.home(of: far, making: false)).path
    _ = try archive.record(snapshot("Again", at: 10), of: far)
    #expect(try archive.maintainIfDue() == nil)
    // As many as nobody has written here are taken to be in each of the folders.
    let strays = (0...26).map {
      "\(home)/objects/17/" + String(repeating: "0", count: 36) + "\($0 + 10)"
    }
    try FileManager.default.createDirectory(
      atPath: home + "/objects/17", withIntermediateDirectories: true)
    for stray in strays { #expect(FileManager.default.createFile(atPath: stray, contents: nil)) }
    // One that has nothing to do with that shard looks at none.
    #expect(try StoryArchive.open(at: path).maintainIfDue() == nil)
    let result = try #require(try archive.maintainIfDue())
    // The snapshot's, and what an import of few stories left in that shard.
    #expect(result.stories > 0 && result.packed > 3 && result.dropped == 0)
    for stray in strays { try FileManager.default.removeItem(atPath: stray) }
    #expect(try await verify(path).faults == [])
  }

  @Test func `a copy of the outermost archive alone is told from a whole one`() async throws {
    try fill()
    let mirror = folder.file("mirror")
    #expect(try git("clone", "--quiet", "--mirror", path, mirror, in: folder.path).status == 0)
    let result = try await verify(mirror)
    #expect(result.faults == [] && result.stories == 30)
    #expect(result.notes.contains { $0.problem.contains("none of its shards is here") })
  }

  @Test func `each shard is mended from the copy's, and one that is lost is made again`()
    async throws
  {
    let archive = try fill()
    _ = try archive.recordFailure("404", at: Instant(seconds: 5), of: id(0))
    let copy = folder.file("copy")
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    #expect(try StoryArchive.repair(at: path, from: copy) == Repair())
    let shards = try StoryArchive.shardFolders(of: path).filter { $0.utf8.count == 13 }
    try FileManager.default.removeItem(atPath: path + "/" + shards[0])
    try FileManager.default.removeItem(atPath: "\(path)/\(shards[1])refs/stories")
    try FileManager.default.removeItem(atPath: "\(path)/\(shards[2])objects/pack")
    for lost in [ArchiveFormat.fullReference, "refs/failed/\(try id(0))"] {
      try FileManager.default.removeItem(atPath: "\(path)/\(lost)")
    }
    #expect(try await verify(path).faultCount > 0)
    let result = try StoryArchive.repair(at: path, from: copy)
    #expect(result.references > 3 && result.objects > 10)
    #expect(try await verify(path).faults == [])
    let mended = try StoryArchive.open(at: path)
    #expect(try mended.stories().map(\.id) == (0..<120).map(id).sorted())
    #expect(try mended.failures(of: id(0)).map(\.reason) == ["404"])
  }

  @Test func `a story that the copy has in a shard is not added a second time`() async throws {
    let (copy, all) = (folder.file("copy"), folder.file("all"))
    let whole = try StoryArchive.openOrCreate(at: all, capacity: 100)
    let parted = try StoryArchive.openOrCreate(at: copy, capacity: 1)
    for number in 0..<2 {
      _ = try whole.record(snapshot("Story \(number)", at: 0), of: id(number))
      _ = try parted.record(snapshot("Story \(number)", at: 0), of: id(number))
      _ = try parted.maintain()
    }
    #expect(try parted.home(of: id(1), making: false)?.level == 1)
    _ = try StoryArchive.repair(at: all, from: copy)
    let result = try await verify(all)
    #expect(result.faults == [] && result.stories == 2)
  }

  @Test func `a check finds what is in the wrong place`() async throws {
    let archive = try fill()
    let far = try #require(
      try (0..<120).map(id).first { try archive.home(of: $0, making: false)?.level == 1 })
    let near = try #require(
      try (0..<120).map(id).first { try archive.home(of: $0, making: false)?.level == 0 })
    let home = try #require(try archive.home(of: far, making: false)).path
    let tip = try git("rev-parse", "refs/stories/\(far)", in: home).output.prefix(40)
    let others = try StoryArchive.shardFolders(of: path).map { "\(path)/\($0)" }
    let other = try #require(others.first { $0 != home + "/" && $0 != home })
    // A copy of a story in a shard that is not its own, and one of a story that is above.
    #expect(
      try git("fetch", "-q", home, "refs/stories/\(far):refs/stories/\(far)", in: other).status == 0
    )
    #expect(
      try git("fetch", "-q", path, "refs/stories/\(near):refs/stories/\(near)", in: home).status
        == 0)
    let result = try await verify(path)
    #expect(result.faults.contains { $0.story == far && $0.problem.contains("another shard") })
    #expect(result.faults.contains { $0.story == near && $0.problem.contains("above") })
    #expect(tip.count == 40)
    // And one that has forgotten that it is full.
    #expect(try git("update-ref", "-d", ArchiveFormat.fullReference, in: path).status == 0)
    #expect(try await verify(path).faults.contains { $0.file == ArchiveFormat.fullReference })
  }

  @Test func `a link is no shard`() throws {
    let archive = try StoryArchive.openOrCreate(at: path, capacity: 1)
    _ = try archive.record(snapshot("A", at: 0), of: id(0))
    _ = try archive.maintain()
    let outside = folder.file("outside")
    try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: path + "/shards", withDestinationPath: outside)
    #expect(throws: ArchiveError.notAFolder(path: path + "/shards")) {
      try archive.record(snapshot("B", at: 0), of: id(1))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside) == [])
    #expect(try archive.stories().count == 1)
  }
}
