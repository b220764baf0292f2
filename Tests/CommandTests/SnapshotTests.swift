import Foundation
import TestSupport
import Testing

private let first = """
  Library to close on Mondays

  The library in Fenwick Street will close on Mondays, the council said.

  Two of its five librarians may leave.

  """
private let second = """
  Library to close on Mondays

  The library in Fenwick Street will close on Mondays, the council said.

  Three of its five librarians will leave.

  A petition has 400 names.

  """

@Suite struct SnapshotTests {
  let archive: ScratchArchive

  init() throws { archive = try ScratchArchive() }

  @Test func `where nothing can be told, what is taken is still counted`() throws {
    let files = try (1...4).map {
      try archive.folder.write("\($0).txt", "Talks\n\nThere were \($0).\n")
    }
    let result = try run(
      "/bin/bash", ["-c", "\"$0\" snapshot --story s \"$@\" >/dev/full", stetProgram] + files,
      environment: ["STET_ARCHIVE": archive.path])
    #expect(
      result.code == 2 && result.errors.contains("4 of 4 files are taken"), "\(result.errors)")
    #expect(try archive.git("rev-list", "--count", "refs/stories/s").lines == ["4"])
  }

  @Test func `the verbs follow one another from a file to its history`() throws {
    try archive.folder.write("one.txt", first)
    try archive.folder.write("two.txt", second)
    let one = try archive.stet(
      "snapshot", "--story", "fenwick/library", "--at", "2026-02-02T09:00Z", "one.txt")
    #expect(one.code == 0)
    #expect(one.text == "revision 1 of fenwick/library: first revision\n")
    let two = try archive.stet(
      "snapshot", "--story", "fenwick/library", "--at", "2026-02-02T11:30Z", "two.txt")
    #expect(two.text.hasPrefix("revision 2 of fenwick/library: "))
    let again = try archive.stet(
      "snapshot", "--story", "fenwick/library", "--at", "2026-02-02T12:00Z", "two.txt")
    #expect(again.text == "unchanged since revision 2 of fenwick/library\n")

    let history = try archive.stet("history", "fenwick/library", "--format", "json")
    let revisions = try #require(object(history)["revisions"] as? [[String: Any]])
    #expect(revisions.map { $0["revision"] as? Int } == [2, 1])
    #expect(revisions.first?["capturedAt"] as? String == "2026-02-02T11:30:00Z")
    #expect(revisions.first?["lastSeenAt"] as? String == "2026-02-02T12:00:00Z")

    let newest = try archive.stet("history", "fenwick/library", "--limit", "1")
    #expect(newest.text.hasPrefix("fenwick/library: 1 of 2 revisions\n"))

    let source = try archive.stet("show", "fenwick/library", "1", "--format", "source")
    #expect(source.text == first)
    let shown = try archive.stet("show", "fenwick/library")
    #expect(shown.text.contains("A petition has 400 names."))

    let diff = try archive.stet("diff", "fenwick/library", "--format", "json")
    #expect(try object(diff)["story"] as? String == "fenwick/library")
    let fsck = try archive.git("fsck", "--strict")
    #expect(fsck.code == 0 && fsck.text.isEmpty && fsck.errors.isEmpty)
  }

  @Test func `several files are taken in their order, and standard input may be one of them`()
    throws
  {
    try archive.folder.write("one.txt", first)
    let result = try archive.stet(
      "snapshot", "--story", "s", "one.txt", "-", input: Array(second.utf8))
    #expect(result.code == 0)
    #expect(result.lines.count == 2)
    #expect(try archive.stet("show", "s", "1", "--format", "source").text == first)
    #expect(try archive.stet("show", "s", "2", "--format", "source").text == second)
  }

  @Test
  func `a text that comes back at one given time is kept where the order says so, else told of`()
    throws
  {
    try archive.folder.write("one.txt", first)
    try archive.folder.write("two.txt", second)
    let take = ["snapshot", "--story", "s", "--at", "2026-02-02T09:00Z"]
    for _ in 0..<2 {
      let result = try archive.stet(take + ["one.txt", "two.txt", "one.txt"])
      #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
      #expect(try archive.git("rev-list", "--count", "refs/stories/s").lines == ["3"])
    }
    let again = try archive.stet(take + ["one.txt"])
    #expect(again.text == "already there as revision 3 of s, the latest\n" && again.errors.isEmpty)
    let other = try archive.stet(take + ["two.txt"])
    #expect(other.code == 0)
    #expect(other.text == "already there as revision 2 of s\n")
    #expect(
      other.errors.contains("two.txt: nothing was recorded") && other.errors.contains("--at"),
      "\(other.errors)")
    #expect(try archive.git("rev-list", "--count", "refs/stories/s").lines == ["3"])
  }

  @Test func `a file of which nothing is recorded is not said to have been seen again`() throws {
    let path = try archive.folder.write("one.txt", first)
    func say(_ minute: Int, _ files: String...) throws -> [String] {
      try archive.stet(["snapshot", "--story", "s", "--at", "2026-02-02T09:0\(minute)Z"] + files)
        .lines
    }
    let known = "already there as revision 1 of s, the latest"
    #expect(try say(0, path, path) == ["revision 1 of s: first revision", known])
    let before = try archive.references()
    #expect(try say(0, path) == [known])
    #expect(try archive.references() == before)
    #expect(try say(2, path) == ["unchanged since revision 1 of s"])
    #expect(try archive.references() != before)
    #expect(try say(1, path) == [known])
  }

  @Test func `files are recorded even where nobody reads what is said of them`() throws {
    try archive.folder.write("one.txt", first)
    try archive.folder.write("two.txt", second)
    try archive.folder.write("three.txt", second + "\nThe council meets on Monday.\n")
    let script = "(sleep 0.3; \"$0\" snapshot --story s one.txt two.txt three.txt) | true"
    let result = try run(
      "/bin/bash", ["-c", script, stetProgram], in: archive.folder.path,
      environment: ["STET_ARCHIVE": archive.path])
    #expect(result.errors.isEmpty, "\(result.errors)")
    #expect(try archive.git("rev-list", "--count", "refs/stories/s").lines == ["3"])
  }

  @Test func `bad files among several are named, and the others are taken`() throws {
    try archive.folder.write("one.txt", first)
    try archive.folder.write("two.txt", second)
    try archive.folder.write("blank.txt", "\n \n")
    let at = ["snapshot", "--story", "s", "--at", "2026-02-02T09:00Z"]
    let result = try archive.stet(at + ["absent.txt", "one.txt", "blank.txt", ".", "two.txt"])
    #expect(result.code == 2)
    #expect(result.lines.count == 2 && result.text.contains("revision 2 of s"))
    for (name, reason) in [("absent.txt", "no such file"), ("blank.txt", "empty"), (".", "folder")]
    {
      let line = result.errors.split(separator: "\n").first { $0.hasPrefix("stet: \(name): ") }
      #expect(line?.contains(reason) == true, "\(result.errors)")
    }
    #expect(result.errors.hasSuffix("stet: 3 of 5 files could not be taken; the others are\n"))
    #expect(try archive.stet("show", "s", "--format", "source").text == second)
    // One that is older than the story is refused, those around it are not.
    try archive.folder.write(
      "old.html",
      "<html><head><meta property='article:modified_time' content='2026-02-01T00:00Z'>"
        + "<title>Library</title></head><body><p>\(first)</p></body></html>")
    try archive.folder.write("three.txt", second + "\nThe council meets on Monday.\n")
    let mixed = try archive.stet("snapshot", "--story", "s", "one.txt", "old.html", "three.txt")
    #expect(mixed.code == 2 && mixed.lines.count == 2)
    #expect(mixed.errors.contains("old.html: it was not taken"), "\(mixed.errors)")
  }

  @Test func `where no file can be taken no archive is made`() throws {
    let result = try archive.stet("snapshot", "--story", "s", "no.txt", "absent.txt")
    #expect(result.code == 2 && result.text.isEmpty)
    #expect(result.errors.hasSuffix("stet: 2 of 2 files could not be taken\n"))
    #expect(try archive.references() == [])
  }

  @Test func `where the archive cannot be written, what is left is named`() throws {
    try archive.folder.write("one.txt", first)
    try archive.folder.write("archive", "a file")
    let result = try archive.stet("snapshot", "--story", "s", "one.txt", "one.txt")
    #expect(result.code == 2)
    #expect(
      result.errors.contains("0 of 2 files are taken; 'one.txt' and the 1 after it are not"),
      "\(result.errors)")
  }

  @Test(arguments: [false, true])
  func `an interrupt says what is left, and which of it to go on with`(isTimed: Bool) throws {
    try archive.folder.write("one.txt", first)
    try archive.folder.write("two.txt", second)
    let options = isTimed ? "--at 2026-02-02T09:00Z" : ""
    // The third comes through a pipe, slowly; what came of it by then is not the whole.
    let script = """
      mkfifo pipe
      "$0" snapshot --story s \(options) one.txt two.txt - one.txt <pipe >lines 2>errors &
      exec 3>pipe
      printf 'Library to close\\n\\nHalf of' >&3
      sleep 1
      kill -INT $!
      code=0
      wait $! || code=$?
      exec 3>&-
      echo "$code"
      """
    let result = try run(
      "/usr/bin/env", ["timeout", "60", "bash", "-mc", script, stetProgram],
      in: archive.folder.path, environment: ["STET_ARCHIVE": archive.path])
    let errors = try String(contentsOfFile: archive.folder.file("errors"), encoding: .utf8)
    #expect(result.lines.last == "130", "\(result.errors) \(errors)")
    #expect(errors.contains("2 of 4 files are taken; '-' and the 1 after it are not"), "\(errors)")
    #expect(errors.contains("the same command goes on") == isTimed)
    #expect(errors.contains("go on with those alone") != isTimed)
    #expect(try archive.git("rev-list", "--count", "refs/stories/s").lines == ["2"])
  }

  @Test func `a page says itself which story it is and when it was changed`() throws {
    let page = packageFolder + "/Sources/stet/Demo/ferry-2.html"
    let result = try archive.stet("snapshot", page)
    #expect(
      result.text == "revision 1 of courier.example/2026/03/ardle-ferry-fire: first revision\n")
    let history = try archive.stet(
      "history", "https://courier.example/2026/03/ardle-ferry-fire", "--format", "json")
    let revisions = try #require(object(history)["revisions"] as? [[String: Any]])
    #expect(revisions.first?["capturedAt"] as? String == "2026-03-04T15:20:00Z")
    #expect(revisions.first?["timeSource"] as? String == "page")
  }

  @Test func `a text that names no story needs to be told`() throws {
    try archive.folder.write("one.txt", first)
    let result = try archive.stet("snapshot", "one.txt")
    #expect(result.code == 2)
    #expect(result.errors.contains("one.txt") && result.errors.contains("--story"))
    let told = try archive.stet(
      "snapshot", "--url", "https://www.fenwick.example/library/?utm_source=x", "one.txt")
    #expect(told.text == "revision 1 of fenwick.example/library: first revision\n")
  }

  @Test(arguments: [
    ("1", first), ("first", first), ("-1", first), ("@2026-02-02T10:00Z", first),
    ("2", second), ("latest", second), ("-0", second), ("@2026-02-03", second),
  ])
  func `a revision can be named in every way`(name: String, text: String) throws {
    try archive.folder.write("one.txt", first)
    try archive.folder.write("two.txt", second)
    try archive.stet("snapshot", "--story", "s", "--at", "2026-02-02T09:00Z", "one.txt")
    try archive.stet("snapshot", "--story", "s", "--at", "2026-02-02T11:00Z", "two.txt")
    #expect(try archive.stet("show", "s", name, "--format", "source").text == text)
    let commit = try archive.git("rev-parse", "--short", "refs/stories/s").lines[0]
    #expect(try archive.stet("show", "s", commit, "--format", "source").text == second)
  }

  @Test func `a first revision has nothing to be compared with`() throws {
    try archive.folder.write("one.txt", first)
    try archive.stet("snapshot", "--story", "s", "one.txt")
    let result = try archive.stet("diff", "s")
    #expect(result.code == 2)
    #expect(result.errors.contains("it is the first"))
  }

  @Test func `the exit code says whether the story changed, where that is asked for`() throws {
    try archive.folder.write("one.txt", first)
    try archive.folder.write("two.txt", second)
    try archive.stet("snapshot", "--story", "s", "one.txt", "two.txt")
    #expect(try archive.stet("diff", "s", "--exit-code").code == 1)
    #expect(try archive.stet("diff", "s").code == 0)
    #expect(try archive.stet("diff", "s", "2", "2", "--exit-code").code == 0)
    #expect(try archive.stet("compare", "one.txt", "two.txt", "--exit-code").code == 1)
    #expect(try archive.stet("compare", "one.txt", "one.txt", "--exit-code").code == 0)
  }

  @Test func `every format of every command is written`() throws {
    try archive.folder.write("one.txt", first)
    try archive.folder.write("two.txt", second)
    try archive.stet("snapshot", "--story", "s", "one.txt", "two.txt")
    let petition = "A petition has 400 names.", headline = "Library to close on Mondays"
    for (command, text) in [
      (["diff", "s"], petition), (["compare", "one.txt", "two.txt"], petition),
      (["show", "s"], petition), (["history", "s"], headline), (["list"], headline),
    ] {
      for format in ["text", "json", "markdown", "html"] {
        let result = try archive.stet(command + ["--format", format])
        #expect(result.code == 0, "\(command) \(format): \(result.errors)")
        #expect(result.text.contains(text), "\(command) \(format)")
        #expect(!result.output.contains(0x1B), "no colour where there is no terminal")
      }
    }
    #expect(try archive.stet("diff", "s", "--color", "always").output.contains(0x1B))
  }

  @Test func `the list is sorted and cut as asked`() throws {
    for (name, time) in [
      ("b", "2026-02-02T09:00Z"), ("a", "2026-02-01T09:00Z"), ("c", "2026-02-03T09:00Z"),
    ] {
      try archive.folder.write("\(name).txt", first + "\nThis is story \(name).\n")
      try archive.stet("snapshot", "--story", name, "--at", time, "\(name).txt")
    }
    func ids(_ arguments: String...) throws -> [String] {
      let result = try archive.stet(["list", "--format", "json"] + arguments)
      let stories = try #require(object(result)["stories"] as? [[String: Any]])
      return stories.compactMap { $0["id"] as? String }
    }
    #expect(try ids() == ["a", "b", "c"])
    #expect(try ids("--sort", "changed", "--limit", "2") == ["c", "b"])
  }
}

/// The JSON object that a command printed.
func object(_ result: ProgramResult) throws -> [String: Any] {
  try #require(JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
}
