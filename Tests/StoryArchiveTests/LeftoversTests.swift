import Foundation
import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

struct LeftoversTests {
  let folder: ScratchFolder
  let path: String
  let story: StoryID

  init() throws {
    folder = try ScratchFolder()
    path = folder.file("archive")
    story = try StoryID("summit")
    _ = try StoryArchive.openOrCreate(at: path).record(snapshot("A", at: 0), of: story)
  }

  private func age(_ name: String, hours: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -hours * 3600)],
      ofItemAtPath: folder.file(name))
  }

  private func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.file(name))
  }

  private func record(_ text: String, at seconds: Int64) throws {
    _ = try StoryArchive.open(at: path).record(snapshot(text, at: seconds), of: story)
  }

  @Test(arguments: [false, true])
  func `what killed writers left is swept when a writer comes`(inBulk: Bool) throws {
    let drafts = ["archive/objects/tmp_object_git2_a1b2", "archive/objects/pack/tmp_pack_ab12"]
    for draft in drafts {
      try folder.write(draft, "half")
      try folder.write(draft + "new", "half")
      try age(draft, hours: 2)
    }
    _ = try StoryArchive.openOrCreate(at: folder.file("archive.17-42.new"))
    _ = try StoryArchive.openOrCreate(at: folder.file("archive.17-43.new"))
    try age("archive.17-42.new", hours: 2)
    try age("archive/stet.lock", hours: 25)
    if inBulk {
      let writer = try StoryArchive.open(at: path).bulkWriter()
      _ = try writer.record(snapshot("B", at: 1), of: story)
      try writer.flush()
    } else {
      try record("B", at: 1)
    }
    for draft in drafts {
      #expect(!exists(draft))
      // It may be at work.
      #expect(exists(draft + "new"))
    }
    #expect(!exists("archive.17-42.new"))
    #expect(exists("archive.17-43.new"))
    // Once a day is enough.
    try folder.write(drafts[0], "half")
    try age(drafts[0], hours: 2)
    try record("C", at: 2)
    #expect(exists(drafts[0]))
  }

  @Test func `maintenance takes away the draft of a pack that a killed writer left`() throws {
    let draft = "archive/objects/pack/tmp_pack_stet_1_2"
    try folder.write(draft, "half")
    _ = try StoryArchive.open(at: path).maintain()
    #expect(!exists(draft))
  }

  @Test func `what is called like a draft and is none stays`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.file("archive.2026-11.new"), withIntermediateDirectories: true)
    try folder.write("archive.2026-11.new/notes.txt", "Mine")
    let other = try StoryArchive.openOrCreate(at: folder.file("archive.2026-12.new"))
    _ = try other.record(snapshot("A", at: 0), of: story)
    try folder.write("archive.1-2.new", "A file")
    let names = ["archive.2026-11.new", "archive.2026-12.new", "archive.1-2.new"]
    for name in names { try age(name, hours: 2) }
    try age("archive/stet.lock", hours: 25)
    try record("B", at: 1)
    for name in names { #expect(exists(name), "\(name)") }
  }
}
