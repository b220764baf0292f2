import Foundation
import StoryModel
import TestSupport
import Testing

@testable import StoryArchive

struct WritersTests {
  let folder: ScratchFolder
  let path: String
  let story: StoryID

  init() throws {
    folder = try ScratchFolder()
    path = folder.file("archive")
    story = try StoryID("example.org/summit")
    _ = try StoryArchive.openOrCreate(at: path)
  }

  @Test(arguments: [true, false])
  func `many writers at once lose and double nothing`(sharing: Bool) async throws {
    let path = path
    let story = story
    let shared = try StoryArchive.open(at: path)
    let added = try await withThrowingTaskGroup(of: Int.self) { group in
      for writer in 0..<6 {
        group.addTask {
          let archive = try sharing ? shared : StoryArchive.open(at: path)
          var added = 0
          for step in 0..<10 {
            // All at one time, so that none is older than another's.
            let text = snapshot("Writer \(writer)", "Step \(step).", at: 0)
            if case .added = try archive.record(text, of: story) { added += 1 }
          }
          return added
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(added == 60)
    let history = try shared.history(of: story)
    #expect(history.map(\.number) == Array((1...60).reversed()))
    let texts = try history.map { try shared.document(of: $0).plainText }
    #expect(Set(texts).count == 60)
  }

  @Test func `a reader beside a writer always sees whole revisions`() async throws {
    let archive = try StoryArchive.open(at: path)
    _ = try archive.record(snapshot("Edition", "0", at: 0), of: story)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for step in 1..<40 {
          let text = snapshot("Edition", "\(step / 2)", at: Int64(step))
          _ = try archive.record(text, of: story)
        }
      }
      for _ in 0..<2 {
        group.addTask {
          let reader = try StoryArchive.open(at: path)
          for _ in 0..<60 {
            let history = try reader.history(of: story)
            #expect(history.map(\.number) == Array((1...history.count).reversed()))
            #expect(try reader.document(of: history[0]).blocks.count == 2)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func `a writer waits for a bulk writer and goes on from what it wrote`() async throws {
    let archive = try StoryArchive.open(at: path)
    let writer = try archive.bulkWriter()
    _ = try writer.record(snapshot("A", at: 0), of: story)
    let (path, story) = (path, story)
    async let second = Task.detached {
      try StoryArchive.open(at: path).record(snapshot("B", at: 10), of: story).revision.number
    }.value
    try await Task.sleep(for: .milliseconds(50))
    try writer.flush()
    #expect(try await second == 2)
  }

  @Test func `a lock that a killed process left is removed once it is old`() throws {
    let archive = try StoryArchive.open(at: path)
    _ = try archive.record(snapshot("A", at: 0), of: story)
    let lock = try folder.write("archive/refs/stories/\(story).lock", "")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: lock)
    #expect(try archive.record(snapshot("B", at: 1), of: story).revision.number == 2)
    #expect(!FileManager.default.fileExists(atPath: lock))
  }

  @Test func `a lock that is in use is waited for`() async throws {
    let archive = try StoryArchive.open(at: path)
    _ = try archive.record(snapshot("A", at: 0), of: story)
    let lock = try folder.write("archive/refs/stories/\(story).lock", "")
    let story = story
    async let outcome = Task.detached { try archive.record(snapshot("B", at: 1), of: story) }.value
    try await Task.sleep(for: .milliseconds(100))
    #expect(try archive.history(of: story).count == 1)
    try FileManager.default.removeItem(atPath: lock)
    #expect(try await outcome.revision.number == 2)
  }
}
