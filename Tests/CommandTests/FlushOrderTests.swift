import Foundation
import TestSupport
import Testing

private enum Tracer {
  static let isThere = (try? run("/usr/bin/env", ["strace", "-o", "/dev/null", "true"]))?.code == 0
}

/// The order in which things reach the disk, as the system calls show it.
@Suite(.enabled(if: Tracer.isThere, "strace is not installed, or may not trace here"))
struct FlushOrderTests {
  static let canTrace =
    (try? run("/usr/bin/env", ["strace", "-o", "/dev/null", "true"]))?.code == 0

  let archive: ScratchArchive

  init() throws {
    archive = try ScratchArchive()
    for (name, text) in [("a", "First"), ("b", "Second"), ("c", "Third")] {
      try archive.folder.write("\(name).txt", "\(text)\n\nWhat the \(name) edition says.\n")
    }
    let lines = (0..<30).map {
      #"{"id":"i/\#($0)","versions":[{"title":"Imported","paragraphs":["Text \#($0)."]}]}"#
    }
    try archive.folder.write("import.jsonl", lines.joined(separator: "\n") + "\n")
  }

  private func trace(_ arguments: String...) throws -> String {
    let path = archive.folder.file("trace")
    let calls =
      "open,openat,creat,write,pwrite64,writev,ftruncate,fsync,fdatasync,rename,renameat,renameat2,"
      + "link,linkat,mkdir,mkdirat,unlink,unlinkat,rmdir"
    let result = try run(
      "/usr/bin/env",
      ["strace", "-f", "-y", "-s", "0", "-e", "trace=" + calls, "-o", path, stetProgram]
        + arguments,
      in: archive.folder.path,
      environment: ["STET_ARCHIVE": archive.path, "HOME": archive.folder.path])
    #expect(result.code == 0, "\(result.errors)")
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  private func check(_ trace: String, moves: ClosedRange<Int> = 1...9) {
    let read = FlushTrace(trace, archive: archive.path)
    #expect(read.violations == [])
    #expect(moves.contains(read.moves) && read.acknowledgements > 0)
  }

  @Test func `what is acknowledged is on the disk, and objects are before what leads to them`()
    throws
  {
    let times = (1...5).map { "2026-01-0\($0)T00:00:00Z" }
    // A new archive, a new story, another revision, a sighting, one that follows it, an older one.
    check(try trace("snapshot", "--story", "a/b/c", "--at", times[0], "a.txt"))
    check(try trace("snapshot", "--story", "a/d", "--at", times[0], "a.txt"))
    check(try trace("snapshot", "--story", "a/b/c", "--at", times[2], "b.txt"))
    check(try trace("snapshot", "--story", "a/b/c", "--at", times[3], "b.txt"))
    check(try trace("snapshot", "--story", "a/b/c", "--at", times[4], "a.txt"))
    check(try trace("snapshot", "--backfill", "--story", "a/b/c", "--at", times[1], "c.txt"))
    // Several at once: as files of their own, and as a pack; new stories, known ones, sightings.
    check(try trace("snapshot", "--story", "a/e", "--at", times[0], "a.txt", "b.txt"))
    check(try trace("snapshot", "--story", "a/f", "--at", times[0], "a.txt", "b.txt", "c.txt"))
    check(try trace("snapshot", "--story", "a/f", "--at", times[1], "a.txt", "a.txt", "b.txt"))
    check(try trace("import", "import.jsonl"))
    check(try trace("maintain"), moves: 0...0)
    let verified = try archive.stet("verify")
    #expect(verified.code == 0, "\(verified.text)")
  }

  @Test func `what the catalogue is told is on the disk before a story moves`() throws {
    let times = (1...6).map { "2026-01-0\($0)T00:00:00Z" }
    try archive.stet("snapshot", "--story", "a", "--at", times[0], "a.txt")
    try archive.stet("list")
    let whole = try trace("snapshot", "--story", "a", "--at", times[2], "b.txt")
    check(whole)
    check(try trace("snapshot", "--story", "a", "--at", times[3], "b.txt"))
    check(try trace("snapshot", "--backfill", "--story", "a", "--at", times[1], "c.txt"))
    check(try trace("snapshot", "--story", "a", "--at", times[4], "a.txt", "b.txt", "c.txt"))
    check(try trace("failed", "a", "404", "--at", times[5]))
    // Of a story that is not there the catalogue is asked whether it was.
    check(try trace("snapshot", "--story", "new", "--at", times[0], "a.txt"))
    check(try trace("snapshot", "--story", "other", "--at", times[0], "a.txt", "b.txt"))
    let lacking = whole.split(separator: "\n").filter {
      !($0.contains("fdatasync(") && $0.contains("stet.changed"))
    }
    let read = FlushTrace(lacking.joined(separator: "\n"), archive: archive.path)
    #expect(read.violations.contains { $0.contains("stet.changed") })
    #expect(try archive.stet("list").text.contains("6 revisions"))
  }

  @Test func `an archive that an import makes is on the disk when that says so`() throws {
    check(try trace("import", "import.jsonl"), moves: 1...40)
  }

  @Test func `of several snapshots none is acknowledged before all of them are on the disk`() throws
  {
    let whole = try trace("snapshot", "--story", "a", "a.txt", "b.txt", "c.txt")
    let read = FlushTrace(whole, archive: archive.path)
    #expect(read.violations == [] && read.acknowledgements == 3)
    // Nothing that they wrote follows the first of the answers.
    let lines = whole.split(separator: "\n")
    let answer = try #require(lines.firstIndex { $0.contains("write(1<") })
    let late = lines[answer...].filter { $0.contains("/objects/") && $0.contains("rename") }
    #expect(late == [])
  }

  @Test(arguments: ["/objects/", "/objects>", "/refs/", "fsync"], [1, 3])
  func `a trace that lacks flushes is found out`(part: String, files: Int) throws {
    let whole =
      files == 1
      ? try trace("snapshot", "--story", "a/b/c", "a.txt")
      : try trace("snapshot", "--story", "a/b/c", "a.txt", "b.txt", "c.txt")
    let lines = whole.split(separator: "\n")
    let left = lines.filter { !($0.contains("fsync(") && $0.contains(part)) }
    #expect(left.count < lines.count)
    let read = FlushTrace(left.joined(separator: "\n"), archive: archive.path)
    #expect(!read.violations.isEmpty)
  }
}
