import Foundation
import StoryModel
import TestSupport
import Testing

@testable import Git
@testable import StoryArchive

/// A copy that is older, or damaged itself, costs the archive nothing that it has.
extension RepairTests {
  /// A story of four revisions; the copy is of the first.
  private func fillBeyondCopy(packed: Bool = false) throws -> StoryArchive {
    let archive = try StoryArchive.openOrCreate(at: path)
    for step in 1...4 {
      _ = try archive.record(
        snapshot("Wall fell", "Some \(step)0 metres are lost.", at: Int64(step * 60)),
        of: StoryID("wall"))
      if step == 1 { try copyAll(path, to: copy) }
    }
    if packed { _ = try archive.maintain() }
    return archive
  }

  private func numbers(_ place: String) throws -> [Int] {
    try StoryArchive.open(at: place).history(of: StoryID("wall")).map(\.number)
  }

  private func loose(_ name: String) throws -> String {
    let id = try git("rev-parse", name, in: path).output.prefix(40)
    return "\(path)/objects/\(id.prefix(2))/\(id.dropFirst(2))"
  }

  private func pack(_ ending: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: path + "/objects/pack")
    return try path + "/objects/pack/" + #require(names.first { $0.hasSuffix(ending) })
  }

  @Test(arguments: ["~2:source", "~2:story.txt", "~2", ":source"])
  func `a reference stays where something before it is lost in both`(place: String) async throws {
    _ = try fillBeyondCopy()
    let before = try references(path)
    try FileManager.default.removeItem(atPath: loose("refs/stories/wall" + place))
    _ = try StoryArchive.repair(at: path, from: copy)
    let after = try references(path)
    #expect(before.split(separator: "\n").allSatisfy(after.contains))
    #expect(try await !verify(path).faults.isEmpty)
  }

  @Test(arguments: ["", "garbage\n", nil])
  func `a lost reference gets the latest that was recorded, and not the copy's`(content: String?)
    async throws
  {
    _ = try fillBeyondCopy()
    let before = try references(path)
    let file = path + "/refs/stories/wall"
    if let content {
      try content.write(toFile: file, atomically: false, encoding: .utf8)
    } else {
      try FileManager.default.removeItem(atPath: file)
    }
    _ = try StoryArchive.repair(at: path, from: copy)
    #expect(try references(path) == before)
    #expect(try await verify(path).faults == [])
  }

  @Test func `a damaged reference of a story that the copy never had is found again`() throws {
    let archive = try fillBeyondCopy()
    _ = try archive.record(snapshot("Ferry", at: 7), of: StoryID("ferry"))
    _ = try archive.record(snapshot("Ferry", "It sailed.", at: 99), of: StoryID("ferry"))
    let before = try references(path)
    try "".write(toFile: path + "/refs/stories/ferry", atomically: false, encoding: .utf8)
    _ = try StoryArchive.repair(at: path, from: copy)
    #expect(try references(path) == before)
  }

  @Test func `a lost check that failed does not hide those after it`() throws {
    let archive = try fillBeyondCopy()
    try? FileManager.default.removeItem(atPath: copy)
    let wall = try StoryID("wall")
    for step in 1...3 {
      _ = try archive.recordFailure(
        "reason \(step)", at: Instant(seconds: Int64(step * 600)), of: wall)
      if step == 1 { try copyAll(path, to: copy) }
    }
    let before = try references(path)
    try FileManager.default.removeItem(atPath: loose("refs/failed/wall~1"))
    _ = try StoryArchive.repair(at: path, from: copy)
    let after = try references(path)
    #expect(before.split(separator: "\n").allSatisfy(after.contains))
  }

  @Test(arguments: ["lost", "empty", "cut", "names", "checksums", "offsets", "end"])
  func `an index that is lost or damaged is made anew from its pack`(how: String) async throws {
    _ = try fillBeyondCopy(packed: true)
    let before = try references(path)
    let index = try pack(".idx")
    let whole = try Data(contentsOf: URL(fileURLWithPath: index))
    let count = Int(whole[8 + 4 * 255 + 3])
    try FileManager.default.removeItem(atPath: index)
    var damaged = whole
    let tables = 8 + 1024
    switch how {
    case "lost": break
    case "empty": damaged = Data()
    case "cut": damaged = whole.prefix(whole.count - 30)
    case "names": for place in 0..<count { damaged[tables + 20 * place + 9] ^= 4 }
    case "checksums": for place in 0..<count { damaged[tables + 20 * count + 4 * place] ^= 1 }
    case "offsets": for place in 0..<count { damaged[tables + 24 * count + 4 * place + 3] ^= 2 }
    default: damaged[whole.count - 3] ^= 1
    }
    if how != "lost" { try damaged.write(to: URL(fileURLWithPath: index)) }
    _ = try StoryArchive.repair(at: path, from: copy)
    #expect(try references(path) == before)
    #expect(try numbers(path) == [4, 3, 2, 1])
    #expect(try await verify(path).faults == [])
    #expect(try git("fsck", "--strict", "--no-dangling", in: path) == ("", 0))
    #expect(try Data(contentsOf: URL(fileURLWithPath: index)) == whole)
  }

  @Test func `an index made anew is what git makes, deltas of both kinds and all`() throws {
    _ = try fillBeyondCopy(packed: true)
    // Git's own pack has its deltas in another order, and names the bases of some.
    #expect(try git("repack", "-adfq", "--depth=9", in: path).status == 0)
    let index = try PackIndexer.index(ofPack: pack(".pack"), limit: 1 << 20)
    #expect(try Data(index) == Data(contentsOf: URL(fileURLWithPath: pack(".idx"))))
    let cut = folder.file("cut.pack")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: pack(".pack")))
    for size in [0, 11, 31, bytes.count - 1] {
      try bytes.prefix(size).write(to: URL(fileURLWithPath: cut))
      #expect(throws: GitError.self) { try PackIndexer.index(ofPack: cut, limit: 1 << 20) }
    }
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: cut))
    #expect(throws: GitError.self) { try PackIndexer.index(ofPack: cut, limit: 1 << 20) }
  }

  @Test func `a pack whose index is lost in the copy is read all the same`() async throws {
    _ = try fillBeyondCopy(packed: true)
    try? FileManager.default.removeItem(atPath: copy)
    try copyAll(path, to: copy)
    let before = try references(path)
    let pack = try pack(".pack")
    try FileManager.default.removeItem(atPath: pack)
    for name in try FileManager.default.contentsOfDirectory(atPath: copy + "/objects/pack")
    where name.hasSuffix(".idx") {
      try FileManager.default.removeItem(atPath: copy + "/objects/pack/" + name)
    }
    _ = try StoryArchive.repair(at: path, from: copy)
    #expect(try references(path) == before)
    #expect(try await verify(path).faults == [])
  }

  @Test(arguments: [false, true])
  func `a digit that is damaged in a packed line is mended there`(isLoose: Bool) async throws {
    try fill(packed: true)
    try copyAll(path, to: copy)
    let before = try references(path)
    let name = "refs/stories/summit"
    let file = path + "/packed-refs"
    var lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let place = try #require(lines.firstIndex { $0.hasSuffix(" " + name) })
    lines[place] = (lines[place].first == "0" ? "1" : "0") + lines[place].dropFirst()
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: file, atomically: true, encoding: .utf8)
    if !isLoose { try? FileManager.default.removeItem(atPath: "\(path)/\(name)") }
    _ = try StoryArchive.repair(at: path, from: copy)
    #expect(try await verify(path).faults == [])
    #expect(try references(path) == before)
  }

  @Test func `a name that is damaged in the copy renames nothing here`() async throws {
    try fill(packed: true)
    try copyAll(path, to: copy)
    let before = try references(path)
    let file = copy + "/packed-refs"
    let lines = try String(contentsOfFile: file, encoding: .utf8)
    try lines.replacing("refs/stories/summit", with: "refs/stories/submit")
      .replacing("refs/seen/summit", with: "refs/seen/sum").write(
        toFile: file, atomically: true, encoding: .utf8)
    _ = try StoryArchive.repair(at: path, from: copy)
    #expect(try references(path) == before)
    #expect(try await verify(path).faults == [])
  }

  @Test func `a sighting that the archive still holds is found by the copy's reference`() throws {
    try fill(packed: false)
    try copyAll(path, to: copy)
    let before = try references(path)
    let seen = try #require(
      before.split(separator: "\n").first { $0.contains("refs/seen/") })
    try FileManager.default.removeItem(
      atPath: "\(copy)/objects/\(seen.prefix(2))/\(seen.prefix(40).dropFirst(2))")
    let name = try #require(seen.split(separator: "\t").last)
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    _ = try StoryArchive.repair(at: path, from: copy)
    #expect(try references(path) == before)
  }

  @Test func `an empty folder where shards go makes no archive full, and is in nobody's way`()
    async throws
  {
    _ = try fillBeyondCopy()
    for place in [path, copy] {
      try FileManager.default.createDirectory(
        atPath: place + "/shards/3.git", withIntermediateDirectories: true)
    }
    let before = try references(path)
    _ = try StoryArchive.repair(at: path, from: copy)
    #expect(try references(path) == before)
    #expect(try await verify(path).faults == [])
  }

  @Test(arguments: ["refs/stories/wall", "config", "refs/heads/stet", "packed-refs"])
  func `a pipe in the place of a file is told of, waits for nobody, and is mended`(file: String)
    async throws
  {
    _ = try fillBeyondCopy()
    let before = try references(path)
    try? FileManager.default.removeItem(atPath: "\(path)/\(file)")
    #expect(mkfifo("\(path)/\(file)", 0o600) == 0)
    #expect(throws: ArchiveError.self) {
      try StoryArchive.open(at: path).history(of: StoryID("wall"))
    }
    #expect(try await !verify(path).faults.isEmpty)
    _ = try StoryArchive.repair(at: path, from: copy)
    #expect(try await verify(path).faults == [])
    #expect(try references(path) == before)
  }

  @Test(arguments: ["shallow", "info/grafts"])
  func `what hides a history from git is a fault`(file: String) async throws {
    _ = try fillBeyondCopy()
    try FileManager.default.createDirectory(
      atPath: path + "/info", withIntermediateDirectories: true)
    let tip = try git("rev-parse", "refs/stories/wall", in: path).output
    try tip.write(toFile: "\(path)/\(file)", atomically: true, encoding: .utf8)
    #expect(try await verify(path).faults.map(\.file) == [file])
    _ = try StoryArchive.repair(at: path, from: copy)
    #expect(try await verify(path).faults == [])
  }
}
