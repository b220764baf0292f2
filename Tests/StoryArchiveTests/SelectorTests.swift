import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

struct SelectorTests {
  let folder: ScratchFolder
  let archive: StoryArchive
  let story: StoryID

  init() throws {
    folder = try ScratchFolder()
    archive = try StoryArchive.openOrCreate(at: folder.file("archive"))
    story = try StoryID("summit")
    for number in 1...4 {
      _ = try archive.record(snapshot("Edition \(number)", at: Int64(number * 60)), of: story)
    }
  }

  private func number(_ text: String) throws -> Int {
    try archive.revision(RevisionSelector(parsing: text), of: story).number
  }

  @Test func `a revision is found by every name it has`() throws {
    #expect(try number("3") == 3)
    #expect(try number("latest") == 4)
    #expect(try number("first") == 1)
    #expect(try number("-1") == 3)
    #expect(try number("-3") == 1)
    #expect(try number("-0") == 4)
    let commit = try archive.history(of: story)[1].commit.description
    #expect(try number(commit) == 3)
    #expect(try number(String(commit.prefix(12))) == 3)
    #expect(try number(commit.uppercased()) == 3)
  }

  @Test func `a time names the revision that stood then`() throws {
    #expect(try number("@2025-05-01T00:03:00Z") == 3)
    #expect(try number("@2025-05-01T00:03:59Z") == 3)
    #expect(try number("@2025-05-01T02:03+02:00") == 3)
    #expect(try number("@2025-05-02") == 4)
    #expect {
      try number("@2025-05-01T00:00:59Z")
    } throws: { error in
      "\(error)".contains("had no revision yet at 2025-05-01T00:00:59Z: all 4 are later")
    }
  }

  @Test func `a revision that is not there is an error that says how many there are`() throws {
    for text in ["5", "-4", "ffffffffffff", "99999"] {
      #expect(throws: ArchiveError.noSuchRevision(text, of: story, revisions: 4)) {
        try number(text)
      }
    }
  }

  @Test(arguments: ["", "0", "-", "--1", "+3", "abc", "xyzw", "@", "@noon", "1.5", "latest ", "٣"])
  func `a text that names no revision is refused`(text: String) {
    #expect(throws: ArchiveError.notARevision(text)) { try RevisionSelector(parsing: text) }
  }

  @Test func `a history can be cut short`() throws {
    #expect(try archive.history(of: story, limit: 2).map(\.number) == [4, 3])
    #expect(try archive.history(of: story, limit: 0).isEmpty)
    let none = try StoryID("nothing")
    #expect(throws: ArchiveError.noSuchStory("nothing", close: [])) {
      try archive.history(of: none)
    }
  }
}
