import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

struct RecordingTests {
  let folder: ScratchFolder
  let archive: StoryArchive
  let story: StoryID

  init() throws {
    folder = try ScratchFolder()
    archive = try StoryArchive.openOrCreate(at: folder.file("archive"))
    story = try StoryID("example.org/summit")
  }

  @Test func `what is recorded is read back as it was`() throws {
    var first = snapshot("Ministers meet", "Twelve came.", at: 0, offsetMinutes: 120)
    first.document.metadata = Metadata(
      publishedAt: time(-60), modifiedAt: time(-30, offsetMinutes: -570), language: "en-GB",
      canonicalURL: "https://example.org/summit", section: "World")
    first.capture.url = "https://example.org/summit"
    first.capture.warnings = ["one", "two \"quoted\"\n"]
    first.source = [0, 255, 10, 13]
    guard case .added(let revision, nil) = try archive.record(first, of: story) else {
      Issue.record("not added")
      return
    }
    #expect(revision.number == 1)
    #expect(revision.headline == "Ministers meet")
    #expect(revision.capturedAt == time(0, offsetMinutes: 120))
    #expect(revision.lastSeenAt == revision.capturedAt)
    #expect(try archive.document(of: revision) == first.document)
    #expect(try archive.capture(of: revision) == first.capture)
    #expect(try archive.source(of: revision) == first.source)
  }
}
