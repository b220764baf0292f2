import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

struct StockGitTests {
  let folder: ScratchFolder
  let archive: StoryArchive
  let story: StoryID

  init() throws {
    folder = try ScratchFolder()
    archive = try StoryArchive.openOrCreate(at: folder.file("archive"))
    story = try StoryID("example.org/summit")
    let texts = [["Talks open", "Ten came."], ["Talks open", "Twelve came."]]
    for (index, text) in texts.enumerated() {
      _ = try archive.record(snapshot(text, at: Int64(index * 60)), of: story)
      _ = try archive.record(snapshot(text, at: Int64(index * 60 + 30)), of: story)
    }
  }

  @Test func `git finds nothing wrong and shows the history`() throws {
    #expect(try git("fsck", "--strict", in: archive.path) == ("", 0))
    let log = try git("log", "refs/stories/\(story)", in: archive.path)
    #expect(log.status == 0)
    #expect(log.output.contains("Author: Stet <stet@stet.invalid>"))
    #expect(log.output.contains("    Talks open"))
    let trailers = try git(
      "log", "-1", "--format=%(trailers:key=Revision,valueonly)%(trailers:key=Previous-Seen)",
      "refs/stories/\(story)", in: archive.path
    ).output
    #expect(trailers.contains("2\n"))
    #expect(trailers.contains("Previous-Seen: 2025-05-01T00:00:30Z"))
    let diff = try git(
      "diff", "refs/stories/\(story)~1", "refs/stories/\(story)", "--", "story.txt",
      in: archive.path
    ).output
    #expect(diff.contains("-Ten came.\n+Twelve came.\n"))
  }

  @Test func `a mirror clone is a complete archive`() throws {
    let mirror = folder.file("mirror")
    #expect(try git("clone", "--mirror", archive.path, mirror, in: folder.path).status == 0)
    let copy = try StoryArchive.open(at: mirror)
    #expect(try copy.stories() == archive.stories())
    #expect(try copy.history(of: story) == archive.history(of: story))
    #expect(try copy.history(of: story)[0].lastSeenAt == time(90))
    // It can be written to as well, though its references are packed.
    #expect(try copy.record(snapshot("Talks end", at: 200), of: story).revision.number == 3)
    #expect(try git("fsck", "--strict", "--no-dangling", in: mirror) == ("", 0))
  }

  @Test func `an archive that git has repacked reads the same`() throws {
    let before = try archive.history(of: story)
    #expect(try git("gc", "--prune=now", "--quiet", in: archive.path).status == 0)
    #expect(try archive.history(of: story) == before)
    #expect(try archive.record(snapshot("Talks end", at: 90), of: story).revision.number == 3)
    #expect(try archive.document(of: before[1]).blocks[1].text == "Ten came.")
  }

  @Test func `a plain clone shows what the repository is`() throws {
    let clone = folder.file("clone")
    #expect(try git("clone", archive.path, clone, in: folder.path).status == 0)
    #expect(try git("show", "HEAD:README.txt", in: clone).output.contains("Stet archive"))
    #expect(throws: ArchiveError.notBare(path: clone)) { try StoryArchive.open(at: clone) }
  }

  @Test func `sightings leave nothing behind`() throws {
    for minute in 10..<40 {
      _ = try archive.record(
        snapshot("Talks open", "Twelve came.", at: Int64(minute * 60)), of: story)
    }
    #expect(try git("fsck", "--strict", in: archive.path) == ("", 0))
    _ = try archive.record(snapshot("Talks end", at: 9_000), of: story)
    #expect(try git("fsck", "--strict", in: archive.path) == ("", 0))
    #expect(try git("for-each-ref", "refs/seen", in: archive.path).output == "")
  }
}
