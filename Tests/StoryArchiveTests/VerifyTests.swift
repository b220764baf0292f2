import Foundation
import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

/// What a text of `snapshot(_:at:)` says, read from its source again.
func extractAgain(_ source: [UInt8], _ capture: CaptureRecord) -> Verification.Extraction {
  guard capture.extractor == "text/1" else { return .otherExtractor }
  let lines = String(decoding: source, as: UTF8.self).split(separator: "\n").map(String.init)
  return .document(snapshot(lines, at: 0).document)
}

func verify(_ path: String, stories: [StoryID]? = nil) async throws -> Verification {
  try await StoryArchive.verify(at: path, stories: stories, extract: extractAgain)
}

struct VerifyTests {
  let folder: ScratchFolder
  let path: String

  init() throws {
    folder = try ScratchFolder()
    path = folder.file("archive")
  }

  /// An archive with two stories of three revisions, sightings, and one that came in bulk; its
  /// references in files, or in `packed-refs`.
  @discardableResult
  private func fill(packed: Bool) throws -> StoryArchive {
    let archive = try StoryArchive.openOrCreate(at: path)
    for (index, id) in ["summit", "summit/talks"].enumerated() {
      for step in 0..<6 {
        let text = "Twelve came, and \(step / 2 * 2) left."
        _ = try archive.record(
          snapshot("Talks \(id)", text, at: Int64(step * 60 + index)), of: StoryID(id))
      }
    }
    let writer = archive.bulkWriter()
    for step in 0..<4 {
      let lines = (0..<20).map { "Line \($0) of the long story." } + ["Edition \(step)"]
      _ = try writer.record(snapshot(lines, at: Int64(step)), of: StoryID("bulk"))
    }
    try writer.flush()
    if packed { #expect(try git("pack-refs", "--all", in: path).status == 0) }
    return archive
  }

  @Test func `a packed line whose reference has moved on leads to a revision, too`() async throws {
    let folder = try ScratchFolder()
    let archive = try StoryArchive.openOrCreate(at: folder.file("archive"))
    for step in 0..<2 {
      _ = try archive.record(snapshot("Talks \(step)", at: Int64(step * 60)), of: StoryID("s"))
      if step == 0 { #expect(try git("pack-refs", "--all", in: archive.path).status == 0) }
    }
    #expect(try await StoryArchive.verify(at: archive.path).faults == [])
    let file = URL(fileURLWithPath: "\(archive.path)/packed-refs")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      line.hasSuffix("refs/stories/s")
        ? String(repeating: "0", count: 40) + line.dropFirst(40) : String(line)
    }
    try (lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    let faults = try await StoryArchive.verify(at: archive.path).faults
    #expect(faults.map(\.file) == ["packed-refs"])
  }

  @Test(arguments: [false, true])
  func `nothing is wrong with what Stet writes`(packed: Bool) async throws {
    try fill(packed: packed)
    let result = try await verify(path)
    #expect(result.faults == [] && result.notes == [])
    #expect((result.stories, result.revisions, result.unreferenced) == (3, 10, 0))
    let counted = try git("count-objects", "-v", in: path).output
    let counts = counted.split(separator: "\n").filter {
      $0.hasPrefix("count: ") || $0.hasPrefix("in-pack: ")
    }
    #expect(
      result.objects == counts.reduce(0) { $0 + (Int($1.split(separator: " ")[1]) ?? 0) })
  }

  @Test func `nothing is wrong with what git has repacked or cloned`() async throws {
    try fill(packed: false)
    #expect(try git("gc", "--aggressive", "--prune=now", "--quiet", in: path).status == 0)
    let result = try await verify(path)
    #expect(result.faults == [] && result.notes == [])
    let mirror = folder.file("mirror")
    #expect(try git("clone", "--mirror", "--quiet", path, mirror, in: folder.path).status == 0)
    let copied = try await verify(mirror)
    #expect(copied.faults == [])
    #expect(copied.notes.map(\.file) == ["config", "description"])
    #expect(copied.revisions == 10)
  }

  @Test func `a check of one story looks at that story`() async throws {
    let archive = try fill(packed: false)
    let other = try #require(try archive.history(of: StoryID("summit")).first)
    try FileManager.default.removeItem(
      atPath: "\(path)/objects/\("\(other.commit)".prefix(2))/\("\(other.commit)".dropFirst(2))")
    let whole = try await verify(path, stories: [StoryID("summit/talks"), StoryID("bulk")])
    #expect(whole.isWhole && whole.stories == 2 && whole.revisions == 7)
    let damaged = try await verify(path, stories: [StoryID("summit")])
    #expect(damaged.faults.map(\.problem) == ["it is missing"])
    #expect(damaged.faults.first?.object == other.commit)
    await #expect(throws: ArchiveError.noSuchStory("nothing", close: [])) {
      try await verify(path, stories: [StoryID("nothing")])
    }
  }

  @Test func `the check goes on after a fault and names story and revision of each`() async throws {
    let archive = try fill(packed: false)
    var expected: [String] = []
    for (id, number, file) in [("summit", 2, "story.json"), ("summit/talks", 3, "source")] {
      let commit = try archive.revision(.number(number), of: StoryID(id)).commit
      let object = String(try git("rev-parse", "\(commit):\(file)", in: path).output.prefix(40))
      try FileManager.default.removeItem(
        atPath: "\(path)/objects/\(object.prefix(2))/\(object.dropFirst(2))")
      expected.append("\(id) \(number) \(object) its '\(file)': it is missing")
    }
    let result = try await verify(path)
    #expect(
      result.faults.map { fault in
        "\(fault.story?.description ?? "") \(fault.revision ?? 0)"
          + " \(fault.object?.description ?? "") \(fault.problem)"
      } == expected)
    #expect(result.revisions == 10)
  }

  /// Replaces a file of the tree of `summit`'s latest revision, with a commit that is right but for
  /// what `edit` does to its message.
  private func forge(
    _ files: [String: String], commit edit: (String) -> String = { $0 }
  ) throws {
    let tip = "refs/stories/summit"
    var entries = try git("ls-tree", tip, in: path).output
    for (name, content) in files {
      let blob = try git(
        "hash-object", "-w", folder.write("content", content), in: path
      ).output.prefix(40)
      entries =
        entries.split(separator: "\n").map { line in
          line.hasSuffix("\t\(name)") ? "100644 blob \(blob)\t\(name)" : String(line)
        }.joined(separator: "\n") + "\n"
    }
    try folder.write("entries", entries)
    let commit = try git("cat-file", "commit", tip, in: path).output
    try folder.write("commit", edit(commit))
    let script = """
      tree=$(git mktree < ../entries) && sed "1s/.*/tree $tree/" ../commit > ../edited &&
      git update-ref \(tip) $(git hash-object -t commit -w ../edited)
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  @Test(arguments: [
    ("story.txt", "Other words.\n", "'story.txt' is not the text"),
    ("source", "Other words.", "does not say what its 'story.json' says"),
    ("story.json", "{\"blocks\": []}", "not spelled as the format has it"),
    ("story.json", "[]", "not the JSON"),
    ("capture.json", "{}", "not the JSON"),
  ])
  func `files that do not agree are faults`(
    name: String, content: String, problem: String
  ) async throws {
    try fill(packed: false)
    try forge([name: content])
    #expect(try git("fsck", "--strict", in: path).status == 0)
    let fault = try #require(try await verify(path).faults.first)
    #expect(fault.problem.contains(problem))
    #expect(fault.story?.description == "summit" && fault.revision == 3)
  }

  @Test(arguments: [
    ("\nRevision: 3\n", "\nRevision: 4\n", "is revision 2"),
    ("Talks summit\n\n", "Something else\n\n", "does not say what"),
    (" 1746057840 +0000\n", " 1746057841 +0000\n", "does not say what"),
    ("Previous-Seen: 2025-05-01T00:03:00Z", "Previous-Seen: 2025-05-01T00:05:00Z", "still stood"),
    ("Previous-Seen: 2025-05-01T00:03:00Z", "Previous-Seen: 2025-05-01T00:01:00Z", "last seen at"),
    ("\nStory: summit\n", "\nStory: other\n", "not the commit of a revision"),
  ])
  func `a commit that says something else is a fault`(
    old: String, new: String, problem: String
  ) async throws {
    try fill(packed: false)
    try forge([:]) { commit in
      #expect(commit.contains(old))
      return commit.replacingOccurrences(of: old, with: new)
    }
    let result = try await verify(path)
    #expect(result.faults.contains { $0.problem.contains(problem) }, "\(result.faults)")
  }

  @Test func `trailers of a later version are no faults`() async throws {
    try fill(packed: false)
    try forge([:]) { $0 + "Witness: someone\n" }
    #expect(try await verify(path).faults == [])
  }

  @Test func `another extractor's text is counted and not read again`() async throws {
    let archive = try StoryArchive.openOrCreate(at: path)
    var text = snapshot("A", at: 0)
    text.capture.extractor = "text/0"
    text.source = Array("not A".utf8)
    _ = try archive.record(text, of: StoryID("a"))
    let result = try await verify(path)
    #expect(result.isWhole && result.otherExtractors == 1)
  }

  @Test func `references that are none of the format are told of`() async throws {
    let archive = try fill(packed: false)
    let tip = try archive.revision(.latest, of: StoryID("summit")).commit
    for name in ["refs/heads/other", "refs/stories/b%2Fx", "refs/seen/nothing"] {
      #expect(try git("update-ref", name, "\(tip)", in: path).status == 0)
    }
    let result = try await verify(path)
    #expect(result.faults.map(\.file) == ["refs/seen/nothing", "refs/stories/b%2Fx"])
    #expect(result.notes.map(\.file) == ["refs/heads/other"])
  }

  @Test func `a story whose reference is lost is told of`() async throws {
    try fill(packed: false)
    try FileManager.default.removeItem(atPath: path + "/refs/stories/bulk")
    let result = try await verify(path)
    #expect(result.isWhole && result.unreferenced > 0)
    #expect(result.notes.map { "\($0.story?.description ?? "") \($0.revision ?? 0)" } == ["bulk 4"])
  }

  @Test func `what is no archive is not checked`() async throws {
    await #expect(throws: ArchiveError.missing(path: path)) { try await verify(path) }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try folder.write("archive/file", "x")
    await #expect(throws: ArchiveError.self) { try await verify(path) }
  }

  // MARK: Flips

  private func files() throws -> [String] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
    return all.filter { name in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: "\(path)/\(name)", isDirectory: &isFolder)
      return isThere && !isFolder.boolValue
    }
  }

  /// Every file of the archive in turn, with bytes changed and ends cut off.
  ///
  /// `STET_FLIPS` makes it more than the usual number.
  @Test(arguments: [false, true])
  func `no changed byte and no cut end goes unnoticed, and git agrees`(packed: Bool) async throws {
    try fill(packed: packed)
    let names = try files()
    #expect(names.count > 20)
    var random = SeededGenerator(state: Torture.seed(1) + (packed ? 1 : 0))
    let rounds = Torture.count("STET_FLIPS", usual: 160)
    var cuts = 0
    for round in 0..<rounds {
      let name = names[round % names.count]
      let url = URL(fileURLWithPath: "\(path)/\(name)")
      let whole = try Data(contentsOf: url)
      if whole.isEmpty { continue }
      var damaged = whole
      let at = Int.random(in: 0..<whole.count, using: &random)
      let isCut = Int.random(in: 0..<4, using: &random) == 0
      if isCut {
        damaged = whole.prefix(at)
        cuts += 1
      } else {
        damaged[at] ^= UInt8.random(in: 1...255, using: &random)
      }
      try? FileManager.default.removeItem(at: url)
      try damaged.write(to: url)
      let what = "\(name): \(isCut ? "cut at" : "byte") \(at) of \(whole.count)"
      do {
        let result = try await verify(path)
        #expect(!result.faults.isEmpty || !result.notes.isEmpty, "unnoticed: \(what)")
        let fsck = try git("fsck", "--strict", "--no-dangling", in: path)
        if fsck.status != 0 || fsck.output.contains("error") {
          #expect(!result.isWhole, "\(what): git says \(fsck)")
        }
      } catch let error as ArchiveError {
        // An archive that is not even known as one: noticed.
        #expect("\(error)".contains(path), "\(what)")
      }
      try FileManager.default.removeItem(at: url)
      try whole.write(to: url)
    }
    Torture.report(
      "\(rounds - cuts) bytes changed and \(cuts) ends cut in \(names.count) files: all noticed")
    #expect(cuts > rounds / 8)
    #expect(try await verify(path).isWhole)
  }
}
