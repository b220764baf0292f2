import Foundation
import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

struct DamageTests {
  let folder: ScratchFolder
  let archive: StoryArchive
  let story: StoryID
  let revisions: [Revision]

  init() throws {
    folder = try ScratchFolder()
    archive = try StoryArchive.openOrCreate(at: folder.file("archive"))
    story = try StoryID("summit")
    for number in 1...3 {
      _ = try archive.record(snapshot("Edition \(number)", at: Int64(number)), of: story)
    }
    revisions = try archive.history(of: story)
  }

  private func file(of object: String) -> String {
    "\(archive.path)/objects/\(object.prefix(2))/\(object.dropFirst(2))"
  }

  private func object(_ name: String) throws -> String {
    String(try git("rev-parse", name, in: archive.path).output.prefix(40))
  }

  @Test(arguments: [true, false])
  func `a damaged file is named with its story and revision`(missing: Bool) throws {
    let object = try object("\(revisions[1].commit):story.json")
    let path = file(of: object)
    if missing {
      try FileManager.default.removeItem(atPath: path)
    } else {
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: 12)
    }
    let error = #expect(throws: ArchiveError.self) { try archive.document(of: revisions[1]) }
    let text = error?.description ?? ""
    #expect(text.contains("object \(object) of revision 2 of 'summit'"))
    #expect(text.contains(missing ? "missing" : "truncated"))
    #expect(try archive.document(of: revisions[0]).headline == "Edition 3")
    #expect(try archive.history(of: story).count == 3)
  }

  @Test func `a missing commit is named and what is above it can be read`() throws {
    try FileManager.default.removeItem(atPath: file(of: "\(revisions[1].commit)"))
    let archive = try StoryArchive.open(at: archive.path)
    let error = #expect(throws: ArchiveError.self) { try archive.history(of: story) }
    #expect(
      error?.description.contains("object \(revisions[1].commit) of revision 2 of 'summit'") == true
    )
    #expect(try archive.revision(.latest, of: story).number == 3)
    #expect(try archive.record(snapshot("Edition 4", at: 4), of: story).revision.number == 4)
  }

  private func truncate(_ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: 12)
  }

  private func record(_ snapshot: Snapshot, inBulk: Bool) throws -> RecordOutcome {
    guard inBulk else { return try archive.record(snapshot, of: story) }
    let writer = archive.bulkWriter()
    let outcome = try writer.record(snapshot, of: story)
    try writer.flush()
    return outcome
  }

  @Test(arguments: ["story.json", "story.txt", "source"], [false, true])
  func `a text that comes back does not rely on a damaged file`(
    name: String, inBulk: Bool
  ) throws {
    try truncate(file(of: try object("\(revisions[2].commit):\(name)")))
    #expect(try record(snapshot("Edition 1", at: 9), inBulk: inBulk).revision.number == 4)
    let reopened = try StoryArchive.open(at: archive.path)
    let latest = try reopened.revision(.latest, of: story)
    #expect(try reopened.document(of: latest).headline == "Edition 1")
    #expect(try reopened.source(of: latest) == Array("Edition 1".utf8))
    #expect(try reopened.record(snapshot("Edition 5", at: 20), of: story).revision.number == 5)
    #expect(try git("fsck", "--strict", "--no-dangling", in: archive.path).output == "")
  }

  @Test(arguments: [false, true])
  func `a text that still stands mends its damaged file`(inBulk: Bool) throws {
    try truncate(file(of: try object("\(revisions[0].commit):story.json")))
    let outcome = try record(snapshot("Edition 3", at: 9), inBulk: inBulk)
    guard case .seenAgain = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(try archive.document(of: revisions[0]).headline == "Edition 3")
    #expect(try git("fsck", "--strict", "--no-dangling", in: archive.path).output == "")
  }

  @Test(arguments: [false, true])
  func `a text that comes back does not rely on a damaged pack`(inBulk: Bool) throws {
    let path = archive.path
    #expect(try git("repack", "-adq", in: path).status == 0)
    let packs = path + "/objects/pack"
    let names = try FileManager.default.contentsOfDirectory(atPath: packs)
    let index = try #require(names.first { $0.hasSuffix(".idx") })
    let pack = "\(packs)/\(index.dropLast(4)).pack"
    // What the lines of `verify-pack` say of an object: id, kind, size, size in the pack, offset.
    let listing = try git("verify-pack", "-v", "\(packs)/\(index)", in: path).output
    let blob = try object("\(revisions[2].commit):story.json")
    let line = try #require(listing.split(separator: "\n").first { $0.hasPrefix(blob) })
    let offset = try #require(line.split(separator: " ").dropFirst(4).first.flatMap { UInt64($0) })
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: pack)
    let bytes = try FileHandle(forUpdating: URL(fileURLWithPath: pack))
    try bytes.seek(toOffset: offset + 8)
    try bytes.write(contentsOf: Data(repeating: 0xEE, count: 6))
    try bytes.close()
    let archive = try StoryArchive.open(at: path)
    #expect(throws: ArchiveError.self) { try archive.document(of: revisions[2]) }
    let again = snapshot("Edition 1", at: 9)
    if inBulk {
      let writer = archive.bulkWriter()
      _ = try writer.record(again, of: story)
      try writer.flush()
    } else {
      _ = try archive.record(again, of: story)
    }
    let reopened = try StoryArchive.open(at: path)
    for number in [1, 4] {
      let revision = try reopened.revision(.number(number), of: story)
      #expect(try reopened.document(of: revision).headline == "Edition 1")
    }
    #expect(try reopened.record(snapshot("Edition 5", at: 20), of: story).revision.number == 5)
  }

  @Test func `a damaged file that cannot be written again leaves the story as it was`() throws {
    // A folder stands where the object should be, which nothing can replace.
    let path = file(of: try object("\(revisions[2].commit):source"))
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(
      atPath: path + "/x", withIntermediateDirectories: true)
    #expect(throws: ArchiveError.self) {
      try archive.record(snapshot("Edition 1", at: 9), of: story)
    }
    #expect(try archive.history(of: story).count == 3)
    #expect(try archive.record(snapshot("Edition 4", at: 10), of: story).revision.number == 4)
  }

  /// Makes a story whose commit holds the tree that `git mktree` makes of `entries`.
  private func forge(_ entries: String, message: String) throws -> StoryID {
    let forged = try StoryID("forged")
    try folder.write("entries", entries)
    try folder.write("message", message)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      """
      cd '\(archive.path)' && tree=$(git mktree --missing < ../entries) \
      && commit=$(git -c user.name=x -c user.email=x commit-tree -F ../message $tree) \
      && git update-ref refs/stories/forged $commit
      """,
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return forged
  }

  private static let message = "Title\n\nStory: forged\nRevision: 1\nTime-Source: given\n"

  @Test func `entries of the wrong kind are errors`() throws {
    let tree = try object("\(revisions[0].commit)^{tree}")
    let blob = try object("\(revisions[0].commit):source")
    for (entries, reason) in [
      ("040000 tree \(tree)\tstory.json\n", "no plain file"),
      ("120000 blob \(blob)\tstory.json\n", "no plain file"),
      ("100644 blob \(blob)\tother\n", "'story.json' is missing"),
      ("100644 blob \(blob)\tstory.json\n", "not the JSON"),
      ("100644 blob \(String(repeating: "1", count: 40))\tstory.json\n", "missing"),
    ] {
      let forged = try forge(entries, message: Self.message)
      let revision = try archive.revision(.latest, of: forged)
      let error = #expect(throws: ArchiveError.self) { try archive.document(of: revision) }
      #expect(error?.description.contains(reason) == true, "\(reason): \(error as Any)")
      // And nothing is added on top of what cannot be read.
      #expect(throws: ArchiveError.self) {
        try archive.record(snapshot("B", at: 4_000_000_000), of: forged)
      }
    }
  }

  @Test(arguments: [
    "Title\n", "Title\n\nStory: other\nRevision: 1\nTime-Source: given\n",
    "Title\n\nStory: forged\nRevision: 7\nTime-Source: given\n",
    "Title\n\nStory: forged\nRevision: x\nTime-Source: given\n",
    "Title\n\nStory: forged\nRevision: 1\nTime-Source: magic\n",
  ])
  func `a commit that is no revision is an error`(message: String) throws {
    let forged = try forge("", message: message)
    #expect(throws: ArchiveError.self) { try archive.history(of: forged) }
    #expect(throws: ArchiveError.self) { try archive.stories() }
    // The others are listed all the same.
    var complaints: [String] = []
    let listed = try archive.stories { complaints.append("\($0)") }
    #expect(listed.map(\.id) == [story])
    #expect(complaints.count == 1 && complaints[0].contains("of 'forged'"))
    #expect(try archive.history(of: story).count == 3)
  }

  @Test(arguments: ["", "nonsense\n", "ref: refs/heads/stet\n", String(repeating: "1", count: 40)])
  func `a reference that is damaged hides no other story`(content: String) throws {
    _ = try archive.record(snapshot("Other", at: 0), of: StoryID("other"))
    try folder.write("archive/refs/stories/summit", content)
    var complaints: [String] = []
    let listed = try archive.stories { complaints.append("\($0)") }
    #expect(listed.map(\.id.description) == ["other"])
    #expect(complaints.count == 1 && complaints[0].contains("'summit'"), "\(complaints)")
    _ = try archive.record(snapshot("Last", at: 0), of: StoryID("zoo"))
    for (limit, ids) in [(1, ["other"]), (2, ["other", "zoo"]), (9, ["other", "zoo"])] {
      complaints = []
      let page = try archive.stories(first: limit) { complaints.append("\($0)") }
      #expect(page.map(\.id.description) == ids)
      #expect(complaints.count == (limit == 1 ? 0 : 1), "\(complaints)")
    }
  }

  @Test func `a sighting that is none is ignored`() throws {
    let blob = try object("\(revisions[0].commit):source")
    #expect(try git("update-ref", "refs/seen/summit", blob, in: archive.path).status == 0)
    #expect(try archive.history(of: story)[0].lastSeenAt == time(3))
    #expect(
      try archive.record(snapshot("Edition 3", at: 9), of: story).revision.lastSeenAt == time(9))
    #expect(try archive.history(of: story)[0].lastSeenAt == time(9))
  }
}
