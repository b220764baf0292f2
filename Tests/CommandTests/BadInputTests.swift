import Foundation
import TestSupport
import Testing

/// What no snapshot can be made of: each has a clear error, and the archive stays as it was.
@Suite struct BadInputTests {
  let archive: ScratchArchive
  let before: [String]

  init() throws {
    archive = try ScratchArchive()
    try archive.folder.write("good.txt", "Bridge to open in May\n\nThe bridge will open in May.\n")
    let result = try archive.stet(
      "snapshot", "--story", "s", "--at", "2026-01-01T12:00Z", "good.txt")
    try #require(result.code == 0, "\(result.errors)")
    before = try archive.references()
    try #require(archive.stories().count == 1)
  }

  /// Runs a command that has to fail, with every one of `words` in its message.
  private func expectFailure(
    _ arguments: String..., input: [UInt8] = [], code: Int32 = 2, saying words: String...,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let result = try archive.stet(arguments, input: input)
    #expect(result.code == code, "\(result.errors)", sourceLocation: location)
    #expect(result.errors.hasPrefix("stet: "), "\(result.errors)", sourceLocation: location)
    #expect(result.errors.utf8.count < 2000, sourceLocation: location)
    for word in words {
      #expect(result.errors.contains(word), "\(result.errors)", sourceLocation: location)
    }
    #expect(result.output.isEmpty, sourceLocation: location)
    #expect(try archive.references() == before, sourceLocation: location)
    let fsck = try archive.git("fsck", "--strict")
    #expect(fsck.code == 0, "\(fsck.errors)", sourceLocation: location)
  }

  @Test func `a file that is not there`() throws {
    try expectFailure("snapshot", "--story", "s", "no.txt", saying: "no.txt", "no such file")
    try expectFailure("compare", "good.txt", "no.txt", saying: "no.txt", "no such file")
    try expectFailure("import", "no.jsonl", saying: "no.jsonl", "no such file")
  }

  @Test func `a name that is empty`() throws {
    try expectFailure("snapshot", "--story", "s", "", saying: "'': it names no file")
    try expectFailure("compare", "good.txt", "", saying: "'': it names no file")
    try expectFailure("import", "", saying: "'': it names no file")
  }

  @Test func `an empty file, and one of white space`() throws {
    try archive.folder.write("empty.txt", "")
    try archive.folder.write("blank.txt", " \n\t\n")
    for file in ["empty.txt", "blank.txt"] {
      try expectFailure("snapshot", "--story", "s", file, saying: file, "empty")
    }
    try expectFailure("snapshot", "--story", "s", "-", saying: "standard input", "empty")
  }

  @Test func `a folder`() throws {
    try expectFailure("snapshot", "--story", "s", ".", saying: "folder")
  }

  @Test func `a file that may not be read`() throws {
    try archive.folder.write("secret.txt", "Nobody may read this\n\nNot even you.\n")
    chmod(archive.folder.file("secret.txt"), 0)
    if getuid() == 0 {
      // Root may read everything; somebody else may not.
      try #require(chmod(archive.folder.path, 0o755) == 0)
      let result = try run(
        "/usr/bin/env",
        [
          "setpriv", "--reuid=65534", "--clear-groups", stetProgram, "compare", "secret.txt",
          "good.txt",
        ],
        in: archive.folder.path)
      #expect(result.code == 2)
      #expect(result.errors.contains("secret.txt: you have no permission to read it"))
    } else {
      try expectFailure(
        "snapshot", "--story", "s", "secret.txt", saying: "secret.txt", "permission")
    }
  }

  @Test func `binary data`() throws {
    let bytes = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + (0..<4000).map { UInt8($0 * 7 % 256) }
    try archive.folder.write("program", bytes)
    try expectFailure("snapshot", "--story", "s", "program", saying: "program", "not text")
  }

  @Test func `a file of 100 MB, of which no more than the limit is read`() throws {
    let path = archive.folder.file("huge.txt")
    try archive.folder.write("huge.txt", "")
    try #require(truncate(path, 100_000_000) == 0)
    try expectFailure(
      "snapshot", "--story", "s", "huge.txt", saying: "huge.txt", "100000000", "33554432",
      "--max-bytes")
    try expectFailure(
      "snapshot", "--story", "s", "--max-bytes", "10", "good.txt", saying: "good.txt",
      "10 is the most")
    try expectFailure(
      "snapshot", "--story", "s", "--max-bytes", "10", "-", input: Array("A long enough text".utf8),
      saying: "standard input", "10 is the most")
  }

  @Test(arguments: [
    ("a/../b", "'..'"), ("a b", "space"), ("a~b", "'~'"), ("a^b", "'^'"), ("a:b", "':'"),
    ("a?b", "'?'"), ("a*b", "'*'"), ("a[b", "'['"), ("a\u{7}b", "control character"),
    ("", "empty"), (String(repeating: "x", count: 4000), "4000 bytes"),
  ])
  func `a story id that git would refuse`(id: String, why: String) throws {
    try expectFailure("snapshot", "--story", id, "good.txt", saying: "cannot be a story id", why)
  }

  @Test(arguments: [
    ("https://www.example.org/a?b", "give it with --url"), ("town hall", "'town%20hall'"),
    ("ftp://example.org/a", "'ftp%3A%2F%2Fexample.org/a'"),
    ("50%", "'50%25'"), ("a..b", "'a%2E%2Eb'"),
  ])
  func `the error of a story id says what to type instead`(id: String, advice: String) throws {
    try expectFailure(
      "snapshot", "--story", id, "good.txt", saying: "cannot be a story id", advice)
  }

  @Test func `an address that is none of the web`() throws {
    try expectFailure(
      "snapshot", "--url", "ftp://example.org/a", "good.txt", saying: "good.txt", "no web address",
      "--story")
    try expectFailure("show", "ftp://s", saying: "no story 'ftp://s'")
  }

  @Test(arguments: [
    "notaurl", "drafts/good.txt", "/a/b", "", "https://", "see https://example.org/a",
  ])
  func `a word is no address that something was saved from`(address: String) throws {
    for story in [[], ["--story", "s"]] {
      let result = try archive.stet(["snapshot", "--url", address, "good.txt"] + story)
      #expect(result.code == 64 && result.output.isEmpty)
      #expect(result.errors.hasPrefix("stet: --url: '\(address)' is no address; "))
      #expect(result.errors.contains("https://") && result.errors.contains("--story"))
      #expect(try archive.references() == before)
    }
  }

  @Test func `an option that takes one value and is given twice`() throws {
    for command in HelpTests.commands {
      let help = try archive.stet(command, "--help").text
      let usage = try #require(help.split(separator: "\n").first { $0.hasPrefix("USAGE: ") })
      let options = usage.matches(of: #/(--[a-z-]+) </#).map { String($0.1) }
      #expect(!options.isEmpty || command == "demo")
      for option in options {
        for twice in [[option, "1", option, "2"], ["\(option)=1", "\(option)=1"]] {
          let result = try archive.stet([command] + twice)
          #expect(result.code == 64 && result.output.isEmpty)
          #expect(result.errors.hasPrefix("stet: \(option) is given twice"), "\(result.errors)")
          #expect(result.errors.contains("Usage: stet \(command) "), "\(result.errors)")
        }
      }
    }
    #expect(try archive.references() == before)
    // A flag says no more the second time, and after -- there are no options.
    #expect(try archive.stet("history", "s", "--all", "--all").code == 0)
    #expect(try archive.stet("list", "--limit", "1", "--limit", "2", "--help").code == 0)
    try expectFailure(
      "compare", "--color", "never", "--", "--color", "--color",
      saying: "--color: there is no such file")
  }

  @Test func `an option of another command`() throws {
    try expectFailure(
      "compare", "--archive", "x", "good.txt", "good.txt", code: 64,
      saying: "Unknown option '--archive'", "Usage: stet compare ")
    try expectFailure(
      "compare", "--archive=x", "good.txt", code: 64, saying: "Unknown option '--archive'")
    try expectFailure("show", "s", "--backfill", code: 64, saying: "Unknown option '--backfill'")
    try expectFailure("compare", "good.txt", code: 64, saying: "Two files are needed")
  }

  @Test func `a number below what an option takes`() throws {
    for (arguments, option) in [
      (["list", "--limit", "-1"], "--limit"), (["list", "--offset", "-3"], "--offset"),
      (["history", "s", "--limit", "-2"], "--limit"),
      (["import", "--max-bytes", "-1", "good.txt"], "--max-bytes"),
      (["maintain", "--grace", "-1"], "--grace"),
    ] {
      let result = try archive.stet(arguments)
      #expect(result.code == 64 && result.output.isEmpty)
      #expect(result.errors.hasPrefix("stet: \(option) has to be "), "\(result.errors)")
    }
  }

  @Test func `a check of which nobody says why or when it failed`() throws {
    try expectFailure("failed", "s", "", code: 64, saying: "REASON", "empty")
    try expectFailure("failed", "s", " \t", code: 64, saying: "REASON", "empty")
    try expectFailure(
      "failed", "s", "--at", "2026-01-03T00:00Z", code: 64, saying: "--at", "REASON")
    try expectFailure("failed", "s", "404", "--at", "1950-01-03T00:00Z", saying: "--at", "1970")
    try expectFailure(
      "failed", "s", "404", "--at", "2999-01-01T00:00Z", saying: "--at", "not yet")
    #expect(try archive.stet("failed", "s").text == "No check of 's' has failed.\n")
    let kept = try archive.stet("failed", "s", "404", "--at", "2026-01-03T00:00Z")
    #expect(kept.code == 0 && kept.text == "2026-01-03T00:00:00Z  404\n")
    #expect(try archive.stet("failed", "s").text == kept.text)
    let json = try archive.stet("failed", "s", "--format", "json").text
    #expect(
      json.hasPrefix(
        #"{"format":"stet-failed/1","story":"s","checks":[{"time":"2026-01-03T00:00:00Z","#
          + #""reason":"404","commit":""#), "\(json)")
  }

  @Test func `a story id with a leading dash`() throws {
    try expectFailure("snapshot", "--story=-x", "good.txt", saying: "begins with a dash")
    try expectFailure("snapshot", "--story", "-x", "good.txt", code: 64, saying: "--story")
  }

  @Test(arguments: ["yesterday", "2026-02-30T10:00Z", "2026-02-03T10:00", "25:00", ""])
  func `a time that is no time`(time: String) throws {
    try expectFailure(
      "snapshot", "--story", "s", "--at", time, "good.txt", code: 64,
      saying: "--at", "is no time", "RFC 3339", "Usage: stet snapshot")
  }

  @Test func `a day without a time of day is its midnight, and that is said`() throws {
    let result = try archive.stet("snapshot", "--story", "d", "--at", "2025-03-01", "good.txt")
    #expect(result.code == 0)
    #expect(result.errors.contains("--at: '2025-03-01' has no time of day"), "\(result.errors)")
    #expect(try archive.stet("show", "d").text.contains("1 March 2025, 00:00 UTC"))
  }

  @Test func `an import that ends on a full disk counts what is kept, and no more`() throws {
    let lines = (0..<400).map { number in
      let text = (0..<40).map { "\(number &* 7919 &+ $0 &* 104_729)" }.joined(separator: " ")
      return #"{"id":"s/\#(number)","versions":[{"paragraphs":["\#(text)"]}]}"#
    }
    try archive.folder.write("many.jsonl", lines.joined(separator: "\n") + "\n")
    let other = archive.folder.file("other")
    let result = try run(
      "/bin/sh", ["-c", "ulimit -f 40; exec '\(stetProgram)' import many.jsonl"],
      in: archive.folder.path, environment: ["STET_ARCHIVE": other])
    #expect(result.code == 2 && result.errors.contains("ulimit -f"), "\(result.errors)")
    let listed = try archive.stet("list", "--archive", other, "--format", "json")
    let counted = result.lines.first?.split(separator: " ").last.flatMap { Int($0) }
    #expect(listed.text.contains("\"total\":\(counted ?? -1),"), "\(result.text) \(listed.text)")
  }

  @Test func `a file that may not grow is an error, and loses nothing`() throws {
    let noise = (0..<40_000).map { "\($0 &* 2_654_435_761 % 1_000_003)" }.joined(separator: " ")
    try archive.folder.write("large.txt", "Bridge to open\n\n\(noise)\n")
    let result = try run(
      "/bin/sh", ["-c", "ulimit -f 8; exec '\(stetProgram)' snapshot --story large large.txt"],
      in: archive.folder.path, environment: ["STET_ARCHIVE": archive.path])
    #expect(result.code == 2 && result.errors.contains("ulimit -f"), "\(result.errors)")
    #expect(try archive.references() == before)
  }

  @Test func `a time before the last revision`() throws {
    try archive.folder.write("older.txt", "Bridge to open in April\n\nIt will open in April.\n")
    try expectFailure(
      "snapshot", "--story", "s", "--at", "2025-12-31T12:00Z", "older.txt",
      saying: "2025-12-31T12:00:00Z", "2026-01-01T12:00:00Z", "--backfill")
  }

  @Test func `a file whose name begins with a dash`() throws {
    try archive.folder.write("-new.txt", "Bridge to open in May\n\nIt will open in May.\n")
    for command in ["snapshot", "import"] {
      try expectFailure(
        command, "-new.txt", code: 64, saying: "'-new.txt'", "'./-new.txt'", "Usage: ")
    }
    try expectFailure("compare", "-new.txt", code: 64, saying: "'-new.txt'", "'./-new.txt'")
    try expectFailure("history", "-new", code: 64, saying: "Unknown option '-new'\n")
    for file in [["./-new.txt"], ["--", "-new.txt"]] {
      let result = try archive.stet(
        ["snapshot", "--story", "d", "--at", "2026-01-01T12:00Z"] + file)
      #expect(result.code == 0, "\(result.errors)")
    }
  }

  @Test func `a time before 1970 is refused before anything is read`() throws {
    for command in [["snapshot", "--story", "s"], ["import"]] {
      let result = try archive.stet(command + ["--at", "1969-12-31T23:59Z", "nothing"])
      #expect(result.code == 2 && result.output.isEmpty)
      #expect(
        result.errors
          == "stet: --at: 1969-12-31T23:59:00Z is before 1970, and git keeps no such time\n")
    }
  }

  @Test func `a time so far ahead that the story could never be taken again`() throws {
    try archive.folder.write("later.txt", "Bridge to open in June\n\nIt will open in June.\n")
    try expectFailure(
      "snapshot", "--story", "s", "--at", "2999-01-01T00:00Z", "later.txt",
      saying: "--at", "2999-01-01T00:00:00Z", "more than a day from now")
    let version = "{\"capturedAt\":\"2999-01-01T00:00Z\",\"paragraphs\":[\"It will open.\"]}"
    try archive.folder.write("s.jsonl", "{\"id\":\"s\",\"versions\":[\(version)]}\n")
    let result = try archive.stet("import", "s.jsonl")
    #expect(result.code == 2)
    #expect(result.errors.contains("line 1: version 1 of 's'"), "\(result.errors)")
    #expect(result.errors.contains("more than a day from now"), "\(result.errors)")
    #expect(try archive.references() == before)
    try expectFailure("import", "--at", "2999-01-01T00:00Z", "s.jsonl", saying: "--at", "a day")
  }

  @Test func `a story or a revision that is not there`() throws {
    try expectFailure("diff", "t", saying: "no story 't'")
    try expectFailure("show", "s", "7", saying: "no revision '7'")
    try expectFailure("show", "s", "-3", saying: "'-3'")
    try expectFailure("show", "s", "newest", saying: "'newest' is no revision")
  }

  @Test func `an archive that is not there is not made by looking`() throws {
    let path = archive.folder.file("none")
    try expectFailure("list", "--archive", path, saying: "no archive", path)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a copy to mend from that is not there, or is none`() throws {
    for (copy, problem) in [
      ("nowhere", "there is no copy"), (archive.folder.path, "is no copy of an archive"),
    ] {
      let result = try archive.stet("repair", "--from", copy)
      #expect(result.code == 2 && result.output.isEmpty)
      #expect(result.errors.hasPrefix("stet: --from: "), "\(result.errors)")
      #expect(result.errors.contains(problem) && !result.errors.contains("snapshot makes one"))
      #expect(!result.errors.contains("new or an empty folder"), "\(result.errors)")
    }
    #expect(try archive.references() == before)
  }

  @Test func `an archive path that is a file, or a folder with something else in it`() throws {
    let file = try archive.folder.write("file", "text")
    try expectFailure(
      "snapshot", "--story", "s", "--archive", file, "good.txt", saying: file, "is a file")
    for path in ["\(file)/archive", "\(file)/deep/archive"] {
      for arguments in [["snapshot", "--story", "s", "good.txt"], ["list"]] {
        let result = try archive.stet(arguments, environment: ["STET_ARCHIVE": path])
        #expect(result.code == 2)
        #expect(result.errors.contains("'\(path)' is no Stet archive: '\(file)' is a file"))
      }
    }
    let folder = archive.folder.file("folder")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try archive.folder.write("folder/letter.txt", "Dear Nell")
    try expectFailure(
      "snapshot", "--story", "s", "--archive", folder, "good.txt", saying: folder, "no Stet archive"
    )
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["letter.txt"])
  }

  @Test func `a repository with a working tree, and one of another format`() throws {
    let tree = archive.folder.file("tree")
    #expect(try run("/usr/bin/env", ["git", "init", "-q", tree]).code == 0)
    try expectFailure(
      "snapshot", "--story", "s", "--archive", tree, "good.txt", saying: tree, "working tree")
    let other = archive.folder.file("other")
    let script = """
      cp -r "$STET_ARCHIVE" "$0"
      cd "$0"
      export GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=x GIT_COMMITTER_NAME=x GIT_COMMITTER_EMAIL=x
      blob=$(echo stet-archive/99 | git hash-object -w --stdin)
      tree=$(printf '100644 blob %s\tFORMAT\n' "$blob" | git mktree)
      git update-ref refs/heads/stet "$(git commit-tree -m later "$tree")"
      """
    let made = try run(
      "/usr/bin/env", ["bash", "-ec", script, other], environment: ["STET_ARCHIVE": archive.path])
    try #require(made.code == 0, "\(made.errors)")
    try expectFailure(
      "list", "--archive", other, saying: other, "stet-archive/99", "stet-archive/1")
  }

  @Test func `a missing object is named, and so is a truncated one`() throws {
    let id = try archive.git("rev-parse", "refs/stories/s^{tree}:story.json")
    let blob = try #require(
      id.code == 0
        ? id.lines.first : try archive.git("rev-parse", "refs/stories/s:story.json").lines.first)
    let path = "\(archive.path)/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"
    try #require(FileManager.default.fileExists(atPath: path))
    chmod(path, 0o644)
    try #require(truncate(path, 10) == 0)
    let truncated = try archive.stet("show", "s")
    #expect(truncated.code == 2)
    #expect(truncated.errors.contains(blob), "\(truncated.errors)")
    try FileManager.default.removeItem(atPath: path)
    let missing = try archive.stet("show", "s")
    #expect(missing.code == 2)
    #expect(missing.errors.contains(blob), "\(missing.errors)")
    #expect(try archive.references() == before)
  }

  @Test(.enabled(if: canMount, "needs a mount namespace of its own"))
  func `a read-only archive can be read, and says why it cannot be written`() throws {
    try archive.stet("list")
    try #require(FileManager.default.fileExists(atPath: archive.path + "/catalogue.sqlite"))
    let script = """
      mount --bind "$STET_ARCHIVE" "$STET_ARCHIVE"
      mount -o remount,bind,ro "$STET_ARCHIVE"
      "$0" verify
      "$0" list && ! "$0" snapshot --story s --at 2026-01-03T00:00Z other.txt
      """
    try archive.folder.write("other.txt", "Bridge to open in June\n\nIt will open in June.\n")
    let result = try run(
      "/usr/bin/env", ["unshare", "-rm", "bash", "-ec", script, stetProgram],
      in: archive.folder.path,
      environment: ["STET_ARCHIVE": archive.path])
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.text.contains("Bridge to open in May"))
    // That the catalogue cannot be written is nothing to note of the archive.
    #expect(result.text.hasPrefix("No faults in "), "\(result.text)")
    #expect(result.errors.contains("cannot be written"), "\(result.errors)")
    #expect(try archive.references() == before)
  }

  @Test(.enabled(if: canMount, "needs a mount namespace of its own"))
  func `a full disk stops a snapshot and leaves the story as it was`() throws {
    // Text that does not compress, larger than what is left.
    var generator = SystemRandomNumberGenerator()
    let words = (0..<150_000).map { _ in
      String(UInt64.random(in: 0 ... .max, using: &generator), radix: 36)
    }
    try archive.folder.write("large.txt", "Large\n\n" + words.joined(separator: " ") + "\n")
    let script = """
      mkdir disk
      mount -t tmpfs -o size=600k none disk
      "$0" snapshot --archive disk/archive --story s good.txt
      git -C disk/archive for-each-ref >before
      ! "$0" snapshot --archive disk/archive --story s large.txt
      git -C disk/archive for-each-ref | cmp - before
      git -C disk/archive fsck --strict
      "$0" show --archive disk/archive s >/dev/null
      """
    let result = try run(
      "/usr/bin/env", ["unshare", "-rm", "bash", "-ec", script, stetProgram],
      in: archive.folder.path)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.contains("no space is left"), "\(result.errors)")
  }

  @Test func `a media type that is not read`() throws {
    try expectFailure(
      "snapshot", "--story", "s", "--media-type", "application/pdf", "good.txt", code: 64,
      saying: "application/pdf", "text/html", "text/plain")
    let taken = try archive.stet(
      "snapshot", "--story", "t", "--media-type", "Text/Plain", "good.txt")
    #expect(taken.code == 0, "\(taken.errors)")
  }

  @Test func `arguments that are not understood end with 64`() throws {
    try expectFailure("diff", code: 64, saying: "Usage")
    try expectFailure("diff", "s", "--frobnicate", code: 64, saying: "--frobnicate")
    try expectFailure("list", "--limit", "0", code: 64, saying: "--limit")
    try expectFailure("list", "--sort", "colour", code: 64, saying: "colour")
    try expectFailure("compare", "good.txt", code: 64, saying: "Two files")
    try expectFailure("search", "ferry", code: 64, saying: "no command 'search'", "stet --help")
    try expectFailure("", code: 64, saying: "no command ''")
  }
}

private let canMount =
  (try? run("/usr/bin/env", ["unshare", "-rm", "true"]).code) == 0

/// What looks bad but can be read: it is taken, and what was doubtful is said.
@Suite struct OddInputTests {
  let archive: ScratchArchive

  init() throws { archive = try ScratchArchive() }

  private func snapshot(_ bytes: [UInt8], name: String = "odd.txt") throws -> ProgramResult {
    try archive.folder.write(name, bytes)
    let result = try archive.stet("snapshot", "--story", "s", name)
    #expect(result.code == 0, "\(result.errors)")
    #expect(try archive.stet("show", "s", "--format", "source").output == bytes)
    return result
  }

  private func blocks() throws -> [[String: Any]] {
    try #require(
      object(archive.stet("show", "s", "--format", "json"))["blocks"] as? [[String: Any]])
  }

  @Test func `invalid UTF-8 is decoded by another charset, and the report says so`() throws {
    let text =
      Array("Caf".utf8) + [0xE9] + Array(" to reopen\n\nThe caf".utf8) + [0xE9]
      + Array(" in Fenwick Street will reopen, its owner Ren".utf8) + [0xE9]
      + Array(" Aubert said.\n".utf8)
    let result = try snapshot(text)
    #expect(!result.errors.isEmpty, "a warning names the charset")
    #expect(try blocks().first?["text"] as? String == "Café to reopen")

    let note = "read as windows-1252"
    try archive.folder.write("clean.txt", "Café to reopen\n\nIt will reopen in May.\n")
    try archive.stet("snapshot", "--story", "s", "clean.txt")
    for command in [["diff", "s"], ["compare", "odd.txt", "clean.txt"]] {
      let text = try archive.stet(command)
      #expect(text.text.contains("Warning: The old version: "), "\(text.text)")
      #expect(text.text.contains(note), "\(text.text)")
      #expect(!text.text.contains("The new version: "))
      let json = try object(archive.stet(command + ["--format", "json"]))
      let notes = (json["old"] as? [String: Any])?["notes"] as? [String]
      #expect(notes?.first?.contains(note) == true)
      #expect((json["new"] as? [String: Any])?["notes"] == nil)
    }
  }

  @Test func `a lone headline, and a text with none`() throws {
    _ = try snapshot(Array("Bridge to open in May\n".utf8))
    #expect(try blocks().count == 1)
    _ = try snapshot(Array("The bridge will open. It is new.\n\nIt was built in a year.\n".utf8))
    #expect(try blocks().allSatisfy { $0["kind"] as? String != "headline" })
  }

  @Test func `50,000 paragraphs`() throws {
    let text = (1...50_000).map { "Paragraph \($0) of a long list of them." }.joined(
      separator: "\n\n")
    _ = try snapshot(Array(("A long list\n\n" + text + "\n").utf8))
    #expect(try blocks().count == 50_001)
  }

  @Test func `a single line of 1 MB`() throws {
    _ = try snapshot(Array((String(repeating: "word ", count: 200_000) + "end.\n").utf8))
    #expect(try blocks().count == 1)
  }

  @Test func `tags nested 100,000 deep`() throws {
    let depth = 100_000
    let page =
      "<html><body><article><h1>Deep</h1>" + String(repeating: "<div>", count: depth)
      + "<p>The well is deep, the mayor said.</p>" + String(repeating: "</div>", count: depth)
      + "<p>It is also old.</p></article></body></html>"
    try archive.folder.write("deep.html", page)
    let result = try archive.stet("snapshot", "--story", "s", "deep.html")
    #expect(result.code == 0 || (result.code == 2 && result.errors.contains("deep.html")))
    #expect(try archive.stories().count == (result.code == 0 ? 1 : 0))
  }
}
