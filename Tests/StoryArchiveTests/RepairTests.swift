import Foundation
import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

struct RepairTests {
  let folder: ScratchFolder
  let path: String, copy: String

  init() throws {
    folder = try ScratchFolder()
    path = folder.file("archive")
    copy = folder.file("copy")
  }

  /// Stories with sightings and a superseded history, loose and packed, or all loose.
  func fill(packed: Bool) throws {
    let archive = try StoryArchive.openOrCreate(at: path)
    for (index, id) in ["summit", "summit/talks"].enumerated() {
      for step in 0..<4 {
        let text = "Twelve came, and \(step / 2) left."
        _ = try archive.record(
          snapshot("Talks \(id)", text, at: Int64(step * 60 + index)), of: StoryID(id))
      }
    }
    _ = try archive.record(snapshot("Before", at: 30), of: StoryID("summit"), backfill: true)
    if packed {
      _ = try archive.maintain()
      #expect(try git("pack-refs", "--all", in: path).status == 0)
      _ = try archive.record(snapshot("Loose", at: 999), of: StoryID("summit"))
    }
  }

  func copyAll(_ from: String, to place: String) throws {
    try? FileManager.default.removeItem(atPath: place)
    let result = try run("/bin/cp", ["-a", from, place])
    #expect(result.code == 0, "\(result.errors)")
  }

  func files(_ path: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted().filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
        && !isFolder.boolValue && !name.hasPrefix("stet.") && name != "description"
    }
  }

  func damage(_ file: String, _ random: inout SeededGenerator) throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    try FileManager.default.removeItem(atPath: file)
    guard !whole.isEmpty else { return }
    var damaged = whole
    let at = Int.random(in: 0..<whole.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: damaged[at] ^= UInt8.random(in: 1...255, using: &random)
    case 1: damaged = whole.prefix(at)
    default: return  // It stays away.
    }
    try damaged.write(to: URL(fileURLWithPath: file))
  }

  func references(_ path: String) throws -> String {
    try git("for-each-ref", in: path).output
  }

  /// `STET_REPAIRS` is how many files are damaged in each of the ways.
  @Test(arguments: [false, true])
  func `whatever one file lost is mended from a copy`(packed: Bool) async throws {
    try fill(packed: packed)
    try copyAll(path, to: copy)
    let before = try references(path)
    let names = try files(path)
    var random = SeededGenerator(state: Torture.seed(8) + (packed ? 1 : 0))
    let rounds = Torture.count("STET_REPAIRS", usual: 60)
    for round in 0..<rounds {
      let name = names[round % names.count]
      try damage("\(path)/\(name)", &random)
      let result = try StoryArchive.repair(at: path, from: copy)
      let left = try await verify(path)
      #expect(left.faults == [], "\(name): \(result)")
      #expect(try references(path) == before, "\(name)")
      let fsck = try git("fsck", "--strict", "--no-dangling", in: path)
      #expect(fsck.status == 0 && fsck.output == "", "\(name): \(fsck.output)")
      try FileManager.default.removeItem(atPath: path)
      try copyAll(copy, to: path)
    }
    Torture.report("\(rounds) files damaged, cut or removed, and mended from a copy: all")
  }

  @Test(arguments: [0, 3, 6, 12, 20])
  func `a reference whose name a damaged byte made another of gets its name back`(_ at: Int)
    async throws
  {
    try fill(packed: true)
    try copyAll(path, to: copy)
    let before = try references(path)
    let file = URL(fileURLWithPath: "\(path)/packed-refs")
    let whole = try Data(contentsOf: file)
    let names = whole.indices.filter { whole[$0...].starts(with: "refs/".utf8) }
    #expect(names.count > 3)
    for name in names {
      var damaged = whole
      guard damaged[name..<name + at].allSatisfy({ $0 != 10 }), damaged[name + at] != 10 else {
        continue
      }
      damaged[name + at] ^= 1
      try damaged.write(to: file)
      let result = try StoryArchive.repair(at: path, from: copy)
      #expect(result.setAside.contains { $0.hasSuffix("packed-refs") })
      #expect(try references(path) == before)
      #expect(try await verify(path).faults == [])
    }
  }

  @Test func `of two lines for one name the copy knows which is right`() async throws {
    let archive = try StoryArchive.openOrCreate(at: path)
    for id in ["s/1", "s/2", "s/3"] {
      _ = try archive.record(snapshot("Talks \(id)", at: 60), of: StoryID(id))
    }
    #expect(try git("pack-refs", "--all", in: path).status == 0)
    try copyAll(path, to: copy)
    let before = try references(path)
    let file = URL(fileURLWithPath: "\(path)/packed-refs")
    let whole = try String(contentsOf: file, encoding: .utf8)
    for (from, to) in [("s/2", "s/3"), ("s/3", "s/2")] {
      try whole.replacingOccurrences(of: "refs/stories/\(from)\n", with: "refs/stories/\(to)\n")
        .write(to: file, atomically: true, encoding: .utf8)
      #expect(try await verify(path).faults.contains { $0.file == "packed-refs" })
      _ = try StoryArchive.repair(at: path, from: copy)
      #expect(try references(path) == before)
      #expect(try await verify(path).faults == [])
    }
  }

  @Test func `one run brings back a story and that a check of it failed`() throws {
    let archive = try StoryArchive.openOrCreate(at: path)
    _ = try archive.record(snapshot("Talks", at: 60), of: StoryID("s"))
    _ = try archive.recordFailure(
      "404", at: #require(Instant("2026-01-02T00:00Z")), of: StoryID("s"))
    try copyAll(path, to: copy)
    let before = try references(path)
    for name in ["stories", "failed"] {
      try FileManager.default.removeItem(atPath: "\(path)/refs/\(name)/s")
    }
    let result = try StoryArchive.repair(at: path, from: copy)
    #expect(try references(path) == before)
    #expect(result.mended == ["refs/stories/s", "refs/failed/s"] && result.references == 2)
  }

  @Test
  func `an archive that lost all its objects, or has a story under another's name, is mended`()
    async throws
  {
    try fill(packed: false)
    try copyAll(path, to: copy)
    let before = try references(path)
    let name = "refs/stories/summit"
    #expect(try git("update-ref", "refs/stories/other", name, in: path).status == 0)
    let other = try StoryArchive.open(at: copy)
    _ = try other.record(snapshot("Other", at: 70), of: StoryID("other"))
    let result = try StoryArchive.repair(at: path, from: copy)
    #expect(result.references == 1 && result.setAside.count == 1)
    #expect(try await verify(path).faults == [])

    try FileManager.default.removeItem(atPath: "\(path)/objects")
    _ = try StoryArchive.repair(at: path, from: copy)
    #expect(try await verify(path).faults == [])
    let after = try references(path)
    #expect(before.split(separator: "\n").allSatisfy { after.contains($0) })
  }

  @Test func `an archive that lost all its references is still one`() async throws {
    try fill(packed: false)
    try copyAll(path, to: copy)
    let before = try references(path)
    #expect(try git("gc", "--quiet", in: path).status == 0)
    try FileManager.default.removeItem(atPath: "\(path)/packed-refs")
    _ = try StoryArchive.repair(at: path, from: copy)
    #expect(try references(path) == before)
    #expect(try await verify(path).faults == [])
  }

  @Test func `a reference that somebody set to a revision stays`() throws {
    try fill(packed: true)
    try copyAll(path, to: copy)
    #expect(try git("update-ref", "refs/quoted/one", "refs/stories/summit", in: path).status == 0)
    #expect(try git("pack-refs", "--all", in: path).status == 0)
    let before = try references(path)
    _ = try StoryArchive.repair(at: path, from: copy)
    #expect(try references(path) == before)
  }

  @Test func `many files lost at once are mended from a mirror clone, which packs otherwise`()
    async throws
  {
    try fill(packed: true)
    let before = try references(path)
    #expect(try git("clone", "--mirror", "--quiet", path, copy, in: folder.path).status == 0)
    var random = SeededGenerator(state: 12)
    let names = try files(path)
    for name in names where name.hasPrefix("objects") || name.hasPrefix("refs") {
      try damage("\(path)/\(name)", &random)
    }
    _ = try StoryArchive.repair(at: path, from: copy)
    #expect(try await verify(path).faults == [])
    #expect(try references(path) == before)
    #expect(try git("fsck", "--strict", "--no-dangling", in: path) == ("", 0))
  }

  @Test func `what only the archive has stays, and what only the copy has later is not taken`()
    async throws
  {
    try fill(packed: false)
    try copyAll(path, to: copy)
    let mine = try StoryArchive.open(at: path)
    _ = try mine.record(snapshot("Newer", at: 5_000), of: StoryID("summit"))
    let theirs = try StoryArchive.open(at: copy)
    _ = try theirs.record(snapshot("Later", at: 6_000), of: StoryID("summit/talks"))
    _ = try theirs.record(snapshot("A story", at: 6_000), of: StoryID("other"))
    let result = try StoryArchive.repair(at: path, from: copy)
    #expect(result.ahead == 1 && result.references == 1)
    let after = try StoryArchive.open(at: path)
    #expect(try after.history(of: StoryID("summit"))[0].headline == "Newer")
    #expect(try after.history(of: StoryID("summit/talks"))[0].headline == "Talks summit/talks")
    #expect(try after.history(of: StoryID("other")).count == 1)
    #expect(try await verify(path).faults == [])
  }

  @Test func `what is damaged in both stays as it is, and the rest is mended`() async throws {
    try fill(packed: false)
    try copyAll(path, to: copy)
    let archive = try StoryArchive.open(at: path)
    func object(_ id: String, _ number: Int, _ file: String) throws -> String {
      let commit = try archive.revision(.number(number), of: StoryID(id)).commit
      let object = String(try git("rev-parse", "\(commit):\(file)", in: copy).output.prefix(40))
      return "objects/\(object.prefix(2))/\(object.dropFirst(2))"
    }
    let revisions = try archive.history(of: StoryID("summit")).count
    let lost = try object("summit", 1, "source")
    for file in [lost, try object("summit/talks", 1, "source")] {
      try FileManager.default.removeItem(atPath: "\(path)/\(file)")
    }
    try FileManager.default.removeItem(atPath: "\(copy)/\(lost)")
    let result = try StoryArchive.repair(at: path, from: copy)
    #expect(result.objects == 1)
    let left = try await verify(path)
    #expect(left.faults.allSatisfy { $0.problem.contains("'source'") })
    #expect(!left.faults.isEmpty)
    #expect(try archive.history(of: StoryID("summit")).count == revisions)
  }

  @Test func `a whole archive is left as it is`() throws {
    try fill(packed: true)
    try copyAll(path, to: copy)
    let before = try files(path)
    #expect(try StoryArchive.repair(at: path, from: copy) == Repair())
    #expect(try files(path) == before)
  }

  @Test func `what is no copy, or the archive itself, is refused`() throws {
    try fill(packed: false)
    #expect(throws: ArchiveError.self) { try StoryArchive.repair(at: path, from: path) }
    #expect(throws: ArchiveError.self) {
      try StoryArchive.repair(at: path, from: folder.file("nothing"))
    }
    #expect(throws: ArchiveError.self) { try StoryArchive.repair(at: path, from: folder.path) }
  }
}
