import Foundation
import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

/// A file system of its own, in memory, of so many KiB; gone with the value.
private final class SmallDisk {
  let path: String

  /// Nil where the tests may not mount.
  init?(in folder: ScratchFolder, kibibytes: Int) {
    path = folder.file("disk")
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard SmallDisk.run("mount", "-t", "tmpfs", "-o", "size=\(kibibytes)k", "tmpfs", path) else {
      return nil
    }
  }

  func makeReadOnly() -> Bool { SmallDisk.run("mount", "-o", "remount,ro", path) }

  deinit { _ = SmallDisk.run("umount", "-l", path) }

  static func run(_ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  static let canMount: Bool = {
    guard let folder = try? ScratchFolder() else { return false }
    return SmallDisk(in: folder, kibibytes: 64) != nil
  }()
}

@Suite(.enabled(if: SmallDisk.canMount, "mounting a small disk needs root"))
struct DiskTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Text that does not compress.
  private func noise(_ seed: UInt64, words: Int) -> String {
    var random = SeededGenerator(state: seed)
    return (0..<words).map { _ in String(random.next(), radix: 36) }.joined(separator: " ")
  }

  @Test(arguments: [false, true])
  func `a full disk is an error and what was acknowledged stays`(inBulk: Bool) throws {
    let disk = try #require(SmallDisk(in: folder, kibibytes: 1_000))
    let archive = try StoryArchive.openOrCreate(at: disk.path + "/archive")
    let story = try StoryID("summit")
    let writer = archive.bulkWriter()
    var acknowledged = 0
    #expect(throws: ArchiveError.diskFull(path: archive.path)) {
      for step in 0..<100 {
        let text = snapshot("Edition \(step)", noise(UInt64(step), words: 2_000), at: Int64(step))
        if inBulk {
          _ = try writer.record(text, of: story)
          try writer.flush()
        } else {
          _ = try archive.record(text, of: story)
        }
        acknowledged += 1
      }
    }
    #expect(acknowledged > 2)
    let reopened = try StoryArchive.open(at: archive.path)
    let history = try reopened.history(of: story)
    #expect(history.count == acknowledged)
    for revision in history {
      let text = noise(UInt64(revision.number - 1), words: 2_000)
      #expect(try reopened.document(of: revision).blocks[1].text == text)
    }
    #expect(try git("fsck", "--strict", "--no-dangling", in: archive.path) == ("", 0))
  }

  @Test func `a disk that cannot be written to can be read`() throws {
    let disk = try #require(SmallDisk(in: folder, kibibytes: 1_000))
    let path = disk.path + "/archive"
    let story = try StoryID("summit")
    let revision = try StoryArchive.openOrCreate(at: path).record(snapshot("A", at: 0), of: story)
      .revision
    try #require(disk.makeReadOnly())
    let archive = try StoryArchive.open(at: path)
    #expect(try archive.history(of: story) == [revision])
    #expect(try archive.document(of: revision).headline == "A")
    let error = ArchiveError.readOnly(path: path, because: "its file system is read-only")
    #expect(throws: error) { try archive.record(snapshot("B", at: 1), of: story) }
    #expect(throws: error) { try archive.bulkWriter().record(snapshot("B", at: 1), of: story) }
    let place = disk.path + "/new"
    #expect(
      throws: ArchiveError.readOnly(path: place, because: "its file system is read-only")
    ) { try StoryArchive.openOrCreate(at: place) }
  }
}
