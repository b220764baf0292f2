import Foundation
import Git
import StoryModel
import Synchronization
import TestSupport
import Testing

@testable import StoryArchive

/// Work on a thread of its own: what waits for others may hold up none of the few threads that all
/// tests share, and they not it.
final class Work<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)

  init(_ body: @escaping @Sendable () throws -> Value) {
    Thread.detachNewThread { [self] in
      let outcome = Result { try body() }
      result.withLock { $0 = outcome }
    }
  }

  /// Waits for its end.
  func value() throws -> Value {
    while true {
      if let result = result.withLock({ $0 }) { return try result.get() }
      Thread.sleep(forTimeInterval: 0.005)
    }
  }
}

private final class Course: Sendable {
  let hasBegun = Atomic<Bool>(false), isAsked = Atomic<Bool>(false)
}

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

  @Test func `a writer waits for a bulk writer and goes on from what it wrote`() throws {
    let archive = try StoryArchive.open(at: path)
    let writer = archive.bulkWriter()
    _ = try writer.record(snapshot("A", at: 0), of: story)
    let (path, story) = (path, story)
    let second = Work {
      try StoryArchive.open(at: path).record(snapshot("B", at: 10), of: story).revision.number
    }
    Thread.sleep(forTimeInterval: 0.05)
    try writer.flush()
    #expect(try second.value() == 2)
  }

  @Test func `single snapshots get their turn while an import is at work`() throws {
    let path = path
    let story = story
    let course = Course()
    // Begun, and never at its end by itself.
    let imported = Work {
      let writer = try StoryArchive.open(at: path).bulkWriter()
      var count = 0
      while !course.isAsked.load(ordering: .relaxed) {
        let text = snapshot("Import", "Version \(count).", at: Int64(count))
        _ = try writer.record(text, of: try StoryID("bulk/\(count / 50)"))
        count += 1
        course.hasBegun.store(true, ordering: .relaxed)
      }
      try writer.flush()
      return count
    }
    let took = try Work {
      defer { course.isAsked.store(true, ordering: .relaxed) }
      let single = try StoryArchive.open(at: path)
      while !course.hasBegun.load(ordering: .relaxed) { Thread.sleep(forTimeInterval: 0.01) }
      let start = ContinuousClock.now
      for step in 0..<3 {
        Thread.sleep(forTimeInterval: 0.3)
        _ = try single.record(snapshot("Step \(step)", at: Int64(step)), of: story)
      }
      return ContinuousClock.now - start
    }.value()
    let count = try imported.value()
    #expect(took < .seconds(25))
    #expect(count > 100)
    let archive = try StoryArchive.open(at: path)
    let kept = try archive.stories().filter { $0.id != story }.map(\.revisions).reduce(0, +)
    #expect(kept == count)
    #expect(try archive.history(of: story).count == 3)
    #expect(try git("fsck", "--strict", "--no-dangling", in: path).output == "")
  }

  @Test func `an import that has nothing to do lets a waiting writer in`() throws {
    let archive = try StoryArchive.open(at: path)
    let writer = archive.bulkWriter()
    _ = try writer.record(snapshot("A", at: 0), of: story)
    let (path, story) = (path, story)
    let second = Work {
      try StoryArchive.open(at: path).record(snapshot("B", at: 10), of: story).revision.number
    }
    // Not before its turn is over, so that a busy archive still gets large packs.
    Thread.sleep(forTimeInterval: 0.3)
    try writer.giveWay()
    #expect(try archive.read { try $0.target(of: StoryRef(story).name) } == nil)
    Thread.sleep(forTimeInterval: 2)
    try writer.giveWay()
    #expect(try second.value() == 2)
    // And nobody waits now, so it keeps what it has.
    _ = try writer.record(snapshot("C", at: 20), of: story)
    Thread.sleep(forTimeInterval: 2.1)
    try writer.giveWay()
    #expect(try archive.history(of: story).count == 2)
  }

  @Test func `whoever waits in vain is told what to do`() throws {
    let holder = try ArchiveLock(archive: path)
    let error = #expect(throws: ArchiveError.self) {
      try ArchiveLock(archive: path, patience: .milliseconds(50))
    }
    #expect(error?.description.contains("run the same command again") == true)
    holder.release()
    try ArchiveLock(archive: path, patience: .milliseconds(50)).release()
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

  @Test func `a lock that is in use is waited for`() throws {
    let archive = try StoryArchive.open(at: path)
    _ = try archive.record(snapshot("A", at: 0), of: story)
    let lock = try folder.write("archive/refs/stories/\(story).lock", "")
    let story = story
    let outcome = Work { try archive.record(snapshot("B", at: 1), of: story) }
    Thread.sleep(forTimeInterval: 0.1)
    #expect(try archive.history(of: story).count == 1)
    try FileManager.default.removeItem(atPath: lock)
    #expect(try outcome.value().revision.number == 2)
  }
}
