import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

struct BulkTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Snapshots of a few stories, some unchanged, some old, with texts that share much.
  private func randomSnapshots(seed: UInt64, count: Int) throws -> [(StoryID, Snapshot)] {
    var random = SeededGenerator(state: seed)
    let ids = try ["a", "a/b", "c", "d"].map { try StoryID($0) }
    var texts = [StoryID: [String]]()
    return (0..<count).map { step in
      let id = ids.randomElement(using: &random) ?? ids[0]
      var lines = texts[id] ?? ["Headline of \(id)"]
      switch Int.random(in: 0..<6, using: &random) {
      case 0, 1:
        let words = (0..<40).map { _ in "word\(Int.random(in: 0..<500, using: &random))" }
        lines.insert(
          words.joined(separator: " "), at: Int.random(in: 1...lines.count, using: &random))
      case 2 where lines.count > 1: lines.remove(at: lines.count - 1)
      case 3: lines[0] += "!"
      default: break
      }
      texts[id] = lines
      let late = Int.random(in: 0..<8, using: &random) == 0
      return (id, snapshot(lines, at: Int64(step * 10 - (late ? 25 : 0))))
    }
  }

  private func outcome(_ body: () throws -> RecordOutcome) -> String {
    do {
      switch try body() {
      case .added(let revision, let previous):
        return "added \(revision) after \(previous.map { "\($0)" } ?? "nothing")"
      case .seenAgain(let revision): return "seen \(revision)"
      case .alreadyKnown(let revision): return "known \(revision)"
      case .alreadyFollowed(let revision): return "followed \(revision)"
      case .inserted(let revision, _, _): return "inserted \(revision)"
      }
    } catch { return "\(error)" }
  }

  @Test(arguments: UInt64(1)...4)
  func `a bulk writer answers and writes what single snapshots would`(seed: UInt64) throws {
    let one = try StoryArchive.openOrCreate(at: folder.file("one"))
    let many = try StoryArchive.openOrCreate(at: folder.file("many"))
    let writer = many.bulkWriter()
    var accepted: [(StoryID, Snapshot)] = []
    for (step, (id, snapshot)) in try randomSnapshots(seed: seed, count: 60).enumerated() {
      let single = outcome { try one.record(snapshot, of: id) }
      #expect(outcome { try writer.record(snapshot, of: id) } == single)
      if single.hasPrefix("added") { accepted.append((id, snapshot)) }
      if step % 17 == 16 { try writer.flush() }
    }
    try writer.flush()
    #expect(
      try git("for-each-ref", in: one.path).output == git("for-each-ref", in: many.path).output)
    #expect(try git("fsck", "--strict", "--no-dangling", in: many.path).output == "")
    for archive in [one, many] {
      for story in try archive.stories() {
        let documents = try archive.history(of: story.id).reversed().map {
          try archive.document(of: $0)
        }
        #expect(documents == accepted.filter { $0.0 == story.id }.map(\.1.document))
      }
    }
  }

  @Test func `an import that is run again adds nothing`() throws {
    let archive = try StoryArchive.openOrCreate(at: folder.file("archive"))
    let ids = try (0..<20).map { try StoryID("story/\($0)") }
    func run() throws -> [String] {
      let writer = archive.bulkWriter()
      var kinds: [String] = []
      for id in ids {
        for step in 0..<6 {
          let text = snapshot("\(id)", "Version \(step / 2 * 2).", at: Int64(step * 60))
          switch try writer.record(text, of: id) {
          case .added: kinds.append("added")
          case .seenAgain: kinds.append("seen")
          case .alreadyKnown: kinds.append("known")
          case .alreadyFollowed: kinds.append("followed")
          case .inserted: kinds.append("inserted")
          }
        }
      }
      try writer.flush()
      return kinds
    }
    #expect(try run() == (0..<60).flatMap { _ in ["added", "seen"] })
    let refs = try git("for-each-ref", in: archive.path).output
    #expect(try git("fsck", "--strict", in: archive.path).output == "")
    #expect(try run().allSatisfy { $0 == "known" })
    #expect(try git("for-each-ref", in: archive.path).output == refs)
    #expect(try archive.stories().allSatisfy { $0.revisions == 3 && $0.lastSeen == time(300) })
  }

  @Test func `what is not flushed is not there`() throws {
    let archive = try StoryArchive.openOrCreate(at: folder.file("archive"))
    let (kept, lost) = (try StoryID("kept"), try StoryID("lost"))
    do {
      let writer = archive.bulkWriter()
      _ = try writer.record(snapshot("A", at: 0), of: kept)
      try writer.flush()
      _ = try writer.record(snapshot("B", at: 1), of: kept)
      _ = try writer.record(snapshot("A", at: 0), of: lost)
    }
    #expect(try archive.stories().map(\.id) == [kept])
    #expect(try archive.history(of: kept).count == 1)
    // And nothing of it is in the way.
    #expect(try archive.record(snapshot("A", at: 0), of: lost).revision.number == 1)
    #expect(try git("fsck", "--strict", in: archive.path).output == "")
    #expect(try git("count-objects", "-v", in: archive.path).output.contains("garbage: 0"))
  }

  @Test func `versions of a long text are kept as deltas`() throws {
    let archive = try StoryArchive.openOrCreate(at: folder.file("archive"))
    let writer = archive.bulkWriter()
    var random = SeededGenerator(state: 7)
    var lines = (0..<200).map { _ in
      (0..<30).map { _ in "w\(Int.random(in: 0..<9000, using: &random))" }.joined(separator: " ")
    }
    let id = try StoryID("long")
    for step in 0..<120 {
      lines[step] += " changed"
      _ = try writer.record(snapshot(lines, at: Int64(step)), of: id)
    }
    try writer.flush()
    let history = try archive.history(of: id)
    #expect(history.count == 120)
    #expect(try archive.document(of: history[0]).blocks.last?.text == lines.last)
    #expect(try git("fsck", "--strict", in: archive.path).output == "")
    let counted = try git("count-objects", "-v", in: archive.path).output
    let size = try #require(
      counted.split(separator: "\n").first { $0.hasPrefix("size-pack: ") }.flatMap {
        Int($0.dropFirst(11))
      })
    #expect(size < 700, "KiB; the texts alone have \(120 * 3 * 35) KiB")
  }
}
