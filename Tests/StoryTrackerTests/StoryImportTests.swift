import StoryArchive
import StoryModel
import Synchronization
import TestSupport
import Testing

@testable import StoryTracker

@Suite struct StoryImportTests {
  @Test func `an import that is to stop does so in the middle of a line, and goes on later`()
    async throws
  {
    let folder = try ScratchFolder()
    let archive = try StoryArchive.openOrCreate(at: folder.file("archive"))
    let versions = (0..<50).map { #"{"paragraphs": ["Version \#($0) of the text."]}"# }
    let path = try folder.write(
      "long.jsonl", #"{"id": "museum", "versions": [\#(versions.joined(separator: ","))]}"#)
    let story = try StoryID("museum")
    let start = try #require(Instant("2026-04-01T12:00:00Z"))

    let questions = Mutex(0)
    let stopped = try await StoryImport(
      assumedStart: start,
      shouldStop: {
        questions.withLock { questions in
          questions += 1
          return questions > 20
        }
      }, complain: { Issue.record("\($0)") }
    ).run(LineReader(path, limit: 1 << 20), into: archive)
    #expect(stopped.wasStopped)
    // What is counted is there, and no line counts that was not taken whole.
    #expect(stopped.stories == 0)
    #expect(stopped.revisionsAdded > 0 && stopped.revisionsAdded < 50)
    #expect(try archive.history(of: story).count == stopped.revisionsAdded)

    let rest = try await StoryImport(
      assumedStart: start, complain: { Issue.record("\($0)") }
    ).run(LineReader(path, limit: 1 << 20), into: archive)
    #expect(!rest.wasStopped)
    #expect(rest.stories == 1)
    #expect(rest.alreadyThere == stopped.revisionsAdded)
    #expect(try archive.history(of: story).count == 50)
  }
}
