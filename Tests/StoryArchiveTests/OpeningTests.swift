import Foundation
import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

struct OpeningTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test func `where nothing is, reading says so and writing makes an archive`() throws {
    let path = folder.file("new/archive/")
    #expect(throws: ArchiveError.missing(path: path)) { try StoryArchive.open(at: path) }
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try StoryArchive.openOrCreate(at: path).stories().isEmpty)
    #expect(try StoryArchive.open(at: path).stories().isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("new")) == ["archive"])
    #expect(try git("fsck", "--strict", in: path) == ("", 0))
    let description = try String(contentsOfFile: path + "description", encoding: .utf8)
    #expect(description.hasPrefix("Stet archive"))
  }

  @Test func `an empty folder becomes an archive`() throws {
    let path = folder.file("empty")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(throws: ArchiveError.missing(path: path)) { try StoryArchive.open(at: path) }
    _ = try StoryArchive.openOrCreate(at: path)
    _ = try StoryArchive.openOrCreate(at: path)
  }

  @Test func `what is no archive is left alone`() throws {
    let file = try folder.write("file", "text")
    #expect(throws: ArchiveError.notAFolder(path: file)) { try StoryArchive.openOrCreate(at: file) }
    for path in [file + "/below", file + "/deep/below"] {
      let reason = "'\(file)' is a file, and no folder is in one"
      #expect(throws: ArchiveError.notAnArchive(path: path, because: reason)) {
        try StoryArchive.openOrCreate(at: path)
      }
    }
    try FileManager.default.createDirectory(
      atPath: folder.file("full"), withIntermediateDirectories: false)
    try folder.write("full/notes.txt", "mine")
    let error = #expect(throws: ArchiveError.self) {
      try StoryArchive.openOrCreate(at: folder.file("full"))
    }
    #expect(error?.description.contains("holds other things") == true)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.file("full")) == ["notes.txt"])
  }

  @Test func `other repositories are told from archives`() throws {
    _ = try git("init", "-q", "tree", in: folder.path)
    #expect(throws: ArchiveError.notBare(path: folder.file("tree"))) {
      try StoryArchive.openOrCreate(at: folder.file("tree"))
    }
    #expect(throws: ArchiveError.notBare(path: folder.file("tree/.git"))) {
      try StoryArchive.openOrCreate(at: folder.file("tree/.git"))
    }
    _ = try git("init", "-q", "--bare", "bare", in: folder.path)
    let error = #expect(throws: ArchiveError.self) {
      try StoryArchive.openOrCreate(at: folder.file("bare"))
    }
    #expect(error?.description.contains("Stet did not make") == true)
  }

  @Test func `an archive of another version is named with both versions`() throws {
    let path = folder.file("archive")
    _ = try StoryArchive.openOrCreate(at: path)
    try folder.write("FORMAT", "stet-archive/2\n")
    let blob = try git("hash-object", "-w", folder.file("FORMAT"), in: path).output
    try folder.write("tree", "100644 blob \(blob.prefix(40))\tFORMAT\n")
    let make = "git mktree < ../tree | xargs git -c user.name=x -c user.email=x commit-tree -m x"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "cd \(path) && git update-ref refs/heads/stet $(\(make))"]
    try process.run()
    process.waitUntilExit()
    #expect(
      throws: ArchiveError.otherFormat(
        path: path, found: "stet-archive/2", supported: "stet-archive/1")
    ) { try StoryArchive.openOrCreate(at: path) }
  }

  @Test func `two that make one archive at once both get it`() async throws {
    let path = folder.file("archive")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<8 {
        group.addTask {
          let archive = try StoryArchive.openOrCreate(at: path)
          _ = try archive.record(snapshot("A", at: 0), of: StoryID("story\(index)"))
        }
      }
      try await group.waitForAll()
    }
    #expect(try StoryArchive.open(at: path).stories().count == 8)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["archive"])
  }
}
