import Foundation
import StoryArchive
import StoryModel
import TestSupport
import Testing

@testable import StoryTracker

/// Snapshots that reach the disk together.
@Suite struct SnapshotGroupTests {
  let folder: ScratchFolder
  let archive: StoryArchive
  let tracker: StoryTracker

  init() throws {
    folder = try ScratchFolder()
    archive = try StoryArchive.openOrCreate(at: folder.file("archive"))
    tracker = StoryTracker(archive)
  }

  private func page(_ text: String) throws -> StoryPage {
    try StoryPage("\(text).txt", bytes: Array("Museum to move\n\nIt moves in \(text).\n".utf8))
  }

  private func time(_ second: Int) throws -> Instant {
    try #require(Instant("2026-04-01T12:00:\(second < 10 ? "0" : "")\(second)Z"))
  }

  private func git(_ arguments: String...) throws -> ProgramResult {
    try run("/usr/bin/env", ["git", "-C", archive.path] + arguments)
  }

  /// A group that waits for its end, however long that takes.
  private func group(
    backfill: Bool = false, acknowledge: @escaping (String, SnapshotResult) throws -> Void
  ) -> SnapshotGroup {
    SnapshotGroup(
      tracker, backfill: backfill, patience: .seconds(600), acknowledge: acknowledge)
  }

  /// What was acknowledged.
  private final class Said { var lines: [String] = [] }

  @Test func `together they become what they become one by one, and the same is said of them`()
    throws
  {
    let stories = try (0..<5).map { try StoryID("museum/\($0)") }
    var steps: [(story: Int, text: String, second: Int)] = []
    // New texts, some of them in one second, texts seen again, and texts that were there before.
    for step in 0..<200 {
      steps.append((step % 5, "M\(step * 7 % 23)", steps.count / 6))
      if step % 3 == 0 { steps.append((step % 5, "M\(step * 7 % 23)", steps.count / 6)) }
    }
    for (text, second) in [("here", 50), ("there", 51), ("here", 50)] {
      steps.append((0, text, second))
    }
    for step in 196..<200 { steps.append((step % 5, "M\(step * 7 % 23)", 58)) }
    let single = StoryTracker(try StoryArchive.openOrCreate(at: folder.file("single")))
    let said = Said()
    let group = self.group { said.lines.append("\($0): \($1)") }
    var expected: [String] = []
    for step in steps {
      let page = try page(step.text)
      let time = try time(step.second)
      try group.add(page, of: stories[step.story], at: time)
      let result = try single.snapshot(page, of: stories[step.story], at: time)
      expected.append("\(page.path): \(result)")
    }
    try group.finish()
    #expect(said.lines == expected)
    #expect(Set(expected.map { $0.split(separator: " ")[1] }).count > 2)
    let references = ["for-each-ref", "--format=%(refname) %(objectname)"]
    let mine = try run("/usr/bin/env", ["git", "-C", archive.path] + references)
    let others = try run("/usr/bin/env", ["git", "-C", single.archive.path] + references)
    #expect(mine.text == others.text && mine.text.contains("refs/seen/"))
    #expect(try git("fsck", "--strict", "--no-dangling").text == "")
  }

  @Test func `what is acknowledged is in the archive by then, and nothing is before`() throws {
    let story = try StoryID("museum")
    var found: [Int] = []
    let path = archive.path
    let group = self.group { _, _ in
      let other = try StoryArchive.open(at: path)
      found.append(try other.history(of: story).count)
    }
    for month in 0..<5 { try group.add(page("M\(month)"), of: story, at: time(month)) }
    #expect(found == [])
    try group.finish()
    #expect(found == [5, 5, 5, 5, 5])
  }

  @Test func `one that is refused takes nothing from those before it`() throws {
    let story = try StoryID("museum")
    let said = Said()
    let group = self.group { said.lines.append("\($0): \($1.outcome.revision.number)") }
    try group.add(page("March"), of: story, at: time(10))
    try group.add(page("April"), of: story, at: time(20))
    #expect(throws: TrackerError.self) { try group.add(page("May"), of: story, at: time(5)) }
    #expect(said.lines == ["March.txt: 1", "April.txt: 2"])
    try group.add(page("June"), of: story, at: time(30))
    #expect(said.lines.count == 2)
    try group.finish()
    #expect(said.lines.last == "June.txt: 3")
    #expect(try git("rev-list", "--count", "refs/stories/museum").lines == ["3"])
  }

  @Test func `an older one is inserted among them where that is asked for`() throws {
    let story = try StoryID("museum")
    let said = Said()
    let group = self.group(backfill: true) { said.lines.append("\($1)") }
    for (text, second) in [("March", 10), ("April", 20), ("May", 5), ("June", 30)] {
      try group.add(page(text), of: story, at: time(second))
    }
    try group.finish()
    let kinds = said.lines.map { $0.split(separator: ":")[0] }
    #expect(
      kinds == [
        "revision 1 of museum", "revision 2 of museum", "inserted as revision 1 of museum",
        "revision 4 of museum",
      ])
    #expect(try tracker.history(of: story).count == 4)
  }

  @Test func `where git moves the story meanwhile they are recorded on what it made of it`() throws
  {
    let (story, other) = (try StoryID("museum"), try StoryID("market"))
    _ = try tracker.snapshot(page("March"), of: story, at: time(1))
    let said = Said()
    let group = self.group { said.lines.append("\($1)") }
    try group.add(page("April"), of: story, at: time(2))
    try group.add(page("April"), of: other, at: time(2))
    #expect(try git("update-ref", "-d", "refs/stories/museum").code == 0)
    try group.finish()
    #expect(said.lines.map { $0.contains("revision 1 of") } == [true, true])
    #expect(try tracker.history(of: story).count == 1)
    #expect(try tracker.history(of: other).count == 1)
  }

  @Test func `a sighting that another replaces is gone from the disk`() throws {
    let stories = try (0..<20).map { try StoryID("museum/\($0)") }
    func take(_ second: Int) throws {
      let group = self.group { _, _ in }
      for story in stories { try group.add(page("March"), of: story, at: time(second)) }
      try group.finish()
    }
    for second in 1...5 { try take(second) }
    // One blob a story, of which each names another commit.
    let unreachable = try git("fsck", "--unreachable", "--no-reflogs")
    #expect(unreachable.text == "")
    #expect(try git("for-each-ref", "refs/seen").lines.count == 20)
  }

  @Test func `texts of one second stand in the order of the group, and again where they stood`()
    throws
  {
    let story = try StoryID("museum")
    func take(_ texts: String...) throws -> [String] {
      let group = self.group { _, _ in }
      for text in texts { try group.add(page(text), of: story, at: time(1)) }
      return try group.end().map(\.path)
    }
    for _ in 0..<2 {
      #expect(try take("March", "April", "March") == [])
      #expect(try tracker.history(of: story).map(\.number) == [3, 2, 1])
    }
    #expect(try take("April", "March") == [])
    #expect(try take("March", "April") == ["April.txt"])
    let alone = try tracker.snapshot(page("April"), of: story, at: time(1))
    #expect(alone.notes.contains { $0.contains("nothing was recorded") })
    #expect(try tracker.snapshot(page("March"), of: story, at: time(1)).notes == [])
    #expect(try tracker.history(of: story).count == 3)
  }

  @Test func `a group ends by itself where it is large, and where it takes long`() throws {
    let story = try StoryID("museum")
    let said = Said()
    let large = group { said.lines.append("\($1)") }
    for number in 0..<(SnapshotGroup.snapshotLimit + 1) {
      try large.add(page("M\(number)"), of: story, at: time(1))
    }
    #expect(said.lines.count == SnapshotGroup.snapshotLimit)
    try large.finish()
    #expect(said.lines.count == SnapshotGroup.snapshotLimit + 1)
    let slow = SnapshotGroup(tracker, backfill: false, patience: .zero) { _, _ in
      said.lines.append("slow")
    }
    try slow.add(page("May"), of: story, at: time(2))
    #expect(said.lines.last == "slow")
  }
}
