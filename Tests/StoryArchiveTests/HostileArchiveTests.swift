import Foundation
import Git
import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

/// Archives that somebody else made, to lead a reader or a writer astray.
struct HostileArchiveTests {
  let folder: ScratchFolder
  let path: String
  let story: StoryID

  init() throws {
    folder = try ScratchFolder()
    path = folder.file("archive")
    story = try StoryID("summit")
    let archive = try StoryArchive.openOrCreate(at: path)
    for number in 1...3 {
      _ = try archive.record(snapshot("Edition \(number)", at: Int64(number)), of: story)
    }
    try FileManager.default.createDirectory(
      atPath: folder.file("outside"), withIntermediateDirectories: true)
  }

  /// The names outside of the archive, which nobody may add to.
  private func outside() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.file("outside")).sorted()
  }

  private func replace(_ name: String, byLinkTo target: String) throws {
    try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  /// Tries all that a person may do with an archive; each may fail, none may do harm.
  private func useIt() {
    guard let archive = try? StoryArchive.open(at: path) else { return }
    for id in ["summit", "new", "x/y", "evil/story", "a"] {
      guard let id = try? StoryID(id) else { continue }
      _ = try? archive.record(snapshot("Other", at: 100), of: id)
      _ = try? archive.record(snapshot("Older", at: 0), of: id, backfill: true)
      _ = try? archive.record(snapshot("Other", at: 200), of: id)
      _ = try? archive.history(of: id)
      _ = try? archive.supersededHistories(of: id)
    }
    let writer = archive.bulkWriter()
    for number in 0..<20 {
      _ = try? writer.record(snapshot("Bulk", at: 5), of: StoryID("evil/\(number)"))
    }
    try? writer.flush()
    _ = try? archive.stories { _ in }
    _ = try? archive.maintain(grace: 0)
  }

  @Test(arguments: [
    "objects", "objects/pack", "objects/info", "refs", "refs/stories", "refs/seen",
    "refs/superseded", "refs/heads", "packed-refs", "stet.lock", "stet.waiting", "logs", "HEAD",
    "config", "refs/failed", "shards", "stet.changed", "catalogue.sqlite",
  ])
  func `an archive whose parts lead elsewhere is not opened`(part: String) throws {
    // Where something is there it is moved, so that all would work but for the check.
    let target = folder.file("outside/target")
    if FileManager.default.fileExists(atPath: "\(path)/\(part)") {
      try FileManager.default.moveItem(atPath: "\(path)/\(part)", toPath: target)
    }
    try replace(part, byLinkTo: target)
    let before = try outside()
    let error = #expect(throws: ArchiveError.self) { try StoryArchive.open(at: path) }
    #expect(error?.description.contains("'\(part)'") == true)
    useIt()
    #expect(try outside() == before)
  }

  @Test func `an archive that keeps its objects in another folder is not opened`() throws {
    try folder.write("archive/commondir", folder.file("outside") + "\n")
    #expect(throws: ArchiveError.self) { try StoryArchive.open(at: path) }
  }

  @Test func `links inside, where stories and objects go, are not followed by writers`()
    async throws
  {
    for (name, target) in [
      ("refs/stories/evil", "outside"), ("refs/seen/evil", "outside"),
      ("refs/stories/a", "outside/a"),
    ] {
      try? FileManager.default.createDirectory(
        atPath: "\(path)/refs/seen", withIntermediateDirectories: true)
      try replace(name, byLinkTo: folder.file(target))
    }
    for byte in 0...255 {
      let name = "objects/" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      if !FileManager.default.fileExists(atPath: "\(path)/\(name)") {
        try replace(name, byLinkTo: folder.file("outside"))
      }
    }
    useIt()
    #expect(try outside() == [])
    #expect(try StoryArchive.open(at: path).history(of: story).count >= 3)
    let verified = try await verify(path)
    #expect(!verified.faults.isEmpty)
  }

  @Test func `objects of an alternate folder are told of`() async throws {
    try FileManager.default.createDirectory(
      atPath: path + "/objects/info", withIntermediateDirectories: true)
    try folder.write("archive/objects/info/alternates", folder.file("outside") + "\n")
    useIt()
    #expect(try outside() == [])
    #expect(try await verify(path).faults.contains { $0.file == "objects/info/alternates" })
  }

  static let names = [
    "refs/stories/../../../outside/x", "refs/stories//etc/x", "/refs/stories/x", "refs/stories/..",
    "refs/stories/a/../b", "refs/stories/.hidden", "refs/stories/a.lock", "refs/stories/a\u{1}b",
    "refs/seen/../../../outside/x", "refs/superseded/../../outside/%73/x", "refs/stories/",
    "refs/stories/" + String(repeating: "a/", count: 2000) + "b",
    "refs/stories/" + String(repeating: "x", count: 5000), "../outside/x", "refs/stories/a b",
    "refs/stories/\u{202E}x", "refs/heads/../../outside/x",
  ]

  @Test(arguments: names)
  func `a reference of a wicked name harms nobody and hides no story`(name: String) async throws {
    let tip = try StoryArchive.open(at: path).history(of: story)[0].commit
    try folder.write(
      "archive/packed-refs",
      "# pack-refs with: peeled fully-peeled sorted \n\(tip) \(name)\n\(tip) refs/stories/zz\n")
    useIt()
    #expect(try outside() == [])
    let archive = try StoryArchive.open(at: path)
    #expect(try archive.history(of: story).count >= 3)
    #expect(try archive.stories { _ in }.map(\.id).contains(story))
    let verified = try await verify(path)
    #expect(!verified.faults.isEmpty || !verified.notes.isEmpty)
  }

  @Test func `a commit of a hundred thousand parents is refused`() async throws {
    let archive = try StoryArchive.open(at: path)
    let tip = try archive.history(of: story)[0]
    let parents = (0..<100_000).map { _ in "parent \(tip.commit)\n" }.joined()
    try folder.write(
      "commit",
      "tree \(tip.tree)\n\(parents)author x <x> 0 +0000\ncommitter x <x> 0 +0000\n\n"
        + "Title\n\nStory: evil\nRevision: 2\nTime-Source: given\n")
    let id = try git("hash-object", "-t", "commit", "-w", "--literally", "../commit", in: path)
      .output.prefix(40)
    try folder.write("archive/refs/stories/evil", id + "\n")
    #expect(throws: ArchiveError.self) { try archive.history(of: StoryID("evil")) }
    useIt()
    #expect(try archive.history(of: story).count >= 3)
    #expect(try await verify(path).faults.contains { $0.story?.description == "evil" })
  }

  @Test func `a history of twenty thousand revisions is walked without a deep stack`() throws {
    // The smallest commits that are revisions, one on another, as git itself takes them.
    let archive = try StoryArchive.open(at: path)
    let tree = try archive.history(of: story)[0].tree
    var stream = ""
    for number in 1...20_000 {
      let message = "T\n\nStory: long\nRevision: \(number)\nTime-Source: given\n"
      stream += """
        commit refs/stories/long
        committer Stet <stet@stet.invalid> \(1_700_000_000 + number) +0000
        data \(message.utf8.count)
        \(message)
        M 040000 \(tree) \n\n
        """
    }
    try folder.write("stream", stream)
    let made = try run(
      "/bin/sh", ["-c", "git -C archive fast-import --quiet < stream"], in: folder.path)
    try #require(made.code == 0, "\(made.errors)")
    let long = try StoryID("long")
    #expect(try StoryArchive.open(at: path).history(of: long).count == 20_000)
    #expect(try StoryArchive.open(at: path).revision(.first, of: long).number == 1)
  }

  @Test func `a loose object that claims or holds more than may be is refused`() async throws {
    let archive = try StoryArchive.open(at: path)
    let tip = try archive.history(of: story)[0]
    // 300 MB of zeros, which are 300 KB on the disk.
    let made = try run(
      "/bin/sh",
      ["-c", "head -c 300000000 /dev/zero | git -C archive hash-object -w --stdin"],
      in: folder.path)
    let huge = made.text.prefix(40)
    try folder.write("entries", "100644 blob \(huge)\tstory.json\n")
    try forge(parent: nil, entries: "../entries", as: "evil")
    let evil = try StoryID("evil")
    let revision = try archive.revision(.latest, of: evil)
    let error = #expect(throws: ArchiveError.self) { try archive.document(of: revision) }
    #expect(error?.description.contains("is the most") == true, "\(error as Any)")
    useIt()
    #expect(try archive.document(of: tip).headline == "Edition 3")
    #expect(!(try await verify(path)).isWhole)
  }

  /// A story whose one commit holds a tree of these entries.
  private func forge(parent: String?, entries: String, as story: String) throws {
    try folder.write(
      "message", "Title\n\nStory: \(story)\nRevision: 1\nTime-Source: given\n")
    let made = try run(
      "/bin/sh",
      [
        "-c",
        """
        tree=$(git mktree --missing < \(entries)) &&
        commit=$(git -c user.name=x -c user.email=x commit-tree -F ../message $tree) &&
        git update-ref refs/stories/\(story) $commit
        """,
      ], in: path)
    try #require(made.code == 0, "\(made.errors)")
  }

  @Test func `deltas that grow beyond all measure are refused before they take memory`()
    async throws
  {
    // A blob of 400 MB, and a delta of it that makes a small one: small itself, huge on the way.
    let script = """
      import hashlib, os, struct, sys, zlib
      size = 400_000_000
      def header(kind, size):
          byte, size = kind << 4 | size & 15, size >> 4
          out = bytearray()
          while size: out.append(byte | 128); byte, size = size & 127, size >> 7
          out.append(byte); return bytes(out)
      def number(value):
          out = bytearray()
          while value > 127: out.append(value & 127 | 128); value >>= 7
          out.append(value); return bytes(out)
      deflate, name = zlib.compressobj(9), hashlib.sha1(b'blob %d\\0' % size)
      body, piece = b'', bytes(1_000_000)
      for _ in range(size // len(piece)): body += deflate.compress(piece); name.update(piece)
      body += deflate.flush()
      delta = number(size) + number(100) + bytes([0x90, 100])
      pack = b'PACK' + struct.pack('>II', 2, 2) + header(3, size) + body
      pack += header(7, len(delta)) + name.digest() + zlib.compress(delta)
      pack += hashlib.sha1(pack).digest()
      open('bomb.pack', 'wb').write(pack)
      """
    try folder.write("bomb.py", script)
    let made = try run("/usr/bin/env", ["python3", "bomb.py"], in: folder.path)
    guard made.code == 0 else { return }  // Without python3 there is no bomb to be had.
    let indexed = try run(
      "/bin/sh",
      [
        "-c",
        """
        name=$(git -C archive index-pack --stdin < bomb.pack | cut -f 2) &&
        printf '100644 blob %s\\tstory.json\\n' \
          $(head -c 100 /dev/zero | git hash-object --stdin) > entries
        """,
      ], in: folder.path)
    try #require(indexed.code == 0, "\(indexed.errors)")
    try forge(parent: nil, entries: "../entries", as: "evil")
    for arguments in [["show", "evil"], ["history", "evil"], ["verify"], ["maintain"]] {
      // Less address space than the bomb needs beside the program's own.
      let result = try run(
        "/bin/bash",
        ["-c", "ulimit -v 450000; exec \"$0\" \"$@\"", stetProgram] + arguments, in: folder.path,
        environment: ["STET_ARCHIVE": path, "HOME": folder.path])
      #expect(result.code == 2, "\(arguments): \(result.code) \(result.errors)")
      #expect(result.errors.hasPrefix("stet: "), "\(arguments): \(result.errors)")
    }
  }
}
