import Foundation
import TestSupport
import Testing

@Suite struct ImportTests {
  let archive: ScratchArchive

  init() throws { archive = try ScratchArchive() }

  private func version(_ paragraph: String, at time: String? = nil) -> String {
    let captured = time.map { "\"capturedAt\":\"\($0)\"," } ?? ""
    return "{\(captured)\"title\":\"Tram line to close\",\"paragraphs\":[\"\(paragraph)\"]}"
  }

  private func story(_ id: String, _ versions: String...) -> String {
    "{\"id\":\"\(id)\",\"versions\":[\(versions.joined(separator: ","))]}"
  }

  /// The numbers of the closing table, by their names.
  private func table(_ result: ProgramResult) -> [String: String] {
    var numbers: [String: String] = [:]
    for line in result.lines {
      let words = line.split(separator: " ")
      guard let last = words.last else { continue }
      numbers[words.dropLast().joined(separator: " ")] = String(last)
    }
    return numbers
  }

  @Test func `an import keeps every version, and a second one adds nothing`() throws {
    let lines = [
      story(
        "trams/1", version("It closes in May.", at: "2026-03-01T10:00:00Z"),
        version("It closes in June.", at: "2026-03-01T12:00:00Z"),
        version("It closes in June.", at: "2026-03-01T13:00:00Z")),
      story("https://trams.example/a b?c", version("It stays open."), version("It closes.")),
    ]
    let file = try archive.folder.write("stories.jsonl", lines.joined(separator: "\n") + "\n")
    let result = try archive.stet("import", file, "--at", "2026-03-02T00:00:00Z")
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.isEmpty, "no progress bar where there is no terminal")
    #expect(table(result)["stories"] == "2")
    #expect(table(result)["revisions added"] == "4")
    #expect(table(result)["unchanged sightings"] == "1")
    let before = try archive.references()

    let again = try archive.stet("import", file, "--at", "2026-03-05T00:00:00Z")
    #expect(again.code == 0, "\(again.errors)")
    #expect(table(again)["revisions added"] == "0")
    #expect(table(again)["already there"] == "5")
    #expect(try archive.references() == before)
    #expect(try archive.git("fsck", "--strict").text.isEmpty)

    let source = try archive.stet("show", "trams/1", "1", "--format", "source")
    #expect(source.text == version("It closes in May.", at: "2026-03-01T10:00:00Z"))
    let history = try archive.stet("history", "https://trams.example/a b?c", "--format", "json")
    let revisions = try #require(object(history)["revisions"] as? [[String: Any]])
    #expect(revisions.map { $0["timeSource"] as? String } == ["assumed", "assumed"])
    #expect(
      revisions.map { $0["capturedAt"] as? String } == [
        "2026-03-02T00:01:00Z", "2026-03-02T00:00:00Z",
      ])
  }

  @Test func `a line of which nothing was taken is counted as no story`() throws {
    let good = story("s", version("One.", at: "2026-03-01T10:00:00Z"))
    let older = story("s", version("Before.", at: "2026-02-01T10:00:00Z"))
    try archive.folder.write("stories.jsonl", [good, older, "nonsense"].joined(separator: "\n"))
    let result = try archive.stet("import", "stories.jsonl")
    #expect(result.code == 2 && result.errors.contains("2 lines could not be taken whole"))
    #expect(table(result)["stories"] == "1" && table(result)["revisions added"] == "1")
  }

  @Test func `an import of a longer record adds only what is new`() throws {
    let one = version("One."), two = version("Two."), three = version("Three.")
    try archive.folder.write("short.jsonl", story("s", one, two))
    try archive.folder.write("long.jsonl", story("s", one, two, one, three))
    try archive.stet("import", "short.jsonl")
    let result = try archive.stet("import", "long.jsonl")
    #expect(table(result)["revisions added"] == "2")
    #expect(table(result)["already there"] == "2")
    #expect(try table(archive.stet("import", "long.jsonl"))["revisions added"] == "0")
    #expect(try archive.stet("show", "s", "3", "--format", "source").text == one)
  }

  @Test func `a version without a time that says the same again is counted as a sighting`() throws {
    let (one, two) = (version("One."), version("Two."))
    let (first, last) = (
      version("One.", at: "2026-03-01T10:00:00Z"), version("One.", at: "2026-03-01T12:00:00Z")
    )
    for (id, versions, sightings) in [
      ("none", [one, one, two, two, two], "3"), ("partly", [first, one, two, one, last], "2"),
    ] {
      let line = "{\"id\":\"\(id)\",\"versions\":[\(versions.joined(separator: ","))]}"
      try archive.folder.write("stories.jsonl", line)
      let result = try table(archive.stet("import", "stories.jsonl"))
      #expect(result["unchanged sightings"] == sightings && result["already there"] == "0", "\(id)")
      let again = try table(archive.stet("import", "stories.jsonl"))
      #expect(again["unchanged sightings"] == "0" && again["already there"] == "5", "\(id)")
    }
    // At no known time was it seen.
    let history = try archive.stet("history", "none", "--format", "json")
    let revisions = try #require(object(history)["revisions"] as? [[String: Any]])
    #expect(revisions.count == 2 && revisions.allSatisfy { $0["lastSeenAt"] == nil })
  }

  @Test func `a record of which some versions have a time adds nothing when it is taken again`()
    throws
  {
    let (one, two) = (version("One."), version("Two."))
    let (ten, twelve) = ("2026-03-01T10:00:00Z", "2026-03-01T12:00:00Z")
    let lines = [
      story("a", version("One.", at: ten), one, two, one, version("One.", at: twelve)),
      story("b", two, version("One.", at: ten), one, version("Two.", at: twelve), two, two, one),
      // A minute after the first is later than the next, so its time is that of the next.
      story(
        "c", version("One.", at: "2026-03-01T11:59:30Z"), one, version("Two.", at: twelve),
        version("One.", at: twelve)),
    ]
    try archive.folder.write("stories.jsonl", lines.joined(separator: "\n"))
    #expect(try archive.stet("import", "stories.jsonl").code == 0)
    let before = try archive.references()
    let again = try archive.stet("import", "stories.jsonl")
    #expect(again.code == 0 && again.errors.isEmpty, "\(again.errors)")
    #expect(table(again)["already there"] == "16" && table(again)["unchanged sightings"] == "0")
    #expect(try archive.references() == before)
  }

  @Test func `a start that sets no time is told of, with what does`() throws {
    let start = ["--at", "2026-03-01T10:00Z"]
    func take(_ line: String, _ options: [String]) throws -> ProgramResult {
      try archive.folder.write("stories.jsonl", line)
      return try archive.stet(["import", "stories.jsonl"] + options)
    }
    func times() throws -> [String?] {
      let history = try archive.stet("history", "s", "--format", "json")
      let revisions = try #require(object(history)["revisions"] as? [[String: Any]])
      return revisions.map { $0["capturedAt"] as? String }
    }
    let (one, two, three) = (version("One."), version("Two."), version("Three."))
    #expect(try take(story("s", one), []).errors.isEmpty)
    let before = try times()
    for line in [story("s", one), story("s", one, two)] {
      let result = try take(line, start)
      #expect(result.code == 0)
      #expect(result.errors.hasPrefix("stet: --at set no time of 1 story: "), "\(result.errors)")
      #expect(result.errors.contains("'capturedAt', and --backfill"), "\(result.errors)")
    }
    #expect(try times().last == before.last)
    // What it says to do does it.
    let timed = story(
      "s", version("One.", at: "2026-03-01T10:00:00Z"), version("Two.", at: "2026-03-01T11:00:00Z"))
    #expect(try take(timed, ["--backfill"]).code == 0)
    #expect(try times() == ["2026-03-01T11:00:00Z", "2026-03-01T10:00:00Z"])
    let later = try take(story("s", one, two, three), ["--at", "2026-03-01T12:00Z"])
    #expect(later.errors.isEmpty, "\(later.errors)")
    #expect(try times().first == "2026-03-01T12:02:00Z")
    let mixed = try take(story("m", one, version("Two.", at: "2026-03-01T11:00:00Z")), start)
    #expect(mixed.errors.hasPrefix("stet: --at set no time of 1 story: "), "\(mixed.errors)")
  }

  @Test
  func `a start before what is known of a story is refused, or is where versions are inserted`()
    throws
  {
    try archive.folder.write(
      "known.jsonl", story("s", version("Three.", at: "2026-03-02T10:00:00Z")))
    try archive.folder.write("old.jsonl", story("s", version("One."), version("Two.")))
    #expect(try archive.stet("import", "known.jsonl").code == 0)
    let before = try archive.references()
    let arguments = ["import", "old.jsonl", "--at", "2026-03-01T10:00Z"]
    let refused = try archive.stet(arguments)
    #expect(refused.code == 2 && refused.errors.contains("'--backfill' inserts it"))
    #expect(try archive.references() == before)
    for added in ["2", "0"] {
      let result = try archive.stet(arguments + ["--backfill"])
      #expect(result.code == 0 && table(result)["revisions added"] == added, "\(result.errors)")
    }
    let history = try archive.stet("history", "s", "--format", "json")
    let revisions = try #require(object(history)["revisions"] as? [[String: Any]])
    #expect(
      revisions.map { $0["capturedAt"] as? String } == [
        "2026-03-02T10:00:00Z", "2026-03-01T10:01:00Z", "2026-03-01T10:00:00Z",
      ])
    #expect(revisions.map { $0["timeSource"] as? String } == ["given", "assumed", "assumed"])
    #expect(try archive.stet("verify").code == 0)
  }

  @Test
  func
    `versions of one time are kept in the order of their line, and a second import adds nothing`()
    throws
  {
    let noon = "2026-03-01T12:00:00Z"
    let (one, two) = (version("One.", at: noon), version("Two.", at: noon))
    try archive.folder.write("short.jsonl", story("s", one, two))
    try archive.folder.write(
      "long.jsonl", story("s", one, two, one) + "\n" + story("s", one, two, one))
    try archive.stet("import", "short.jsonl")
    let result = try archive.stet("import", "long.jsonl")
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(table(result)["revisions added"] == "1" && table(result)["already there"] == "5")
    #expect(try archive.stet("show", "s", "--format", "source").text == one)
    let again = try archive.stet("import", "long.jsonl")
    #expect(table(again)["revisions added"] == "0" && again.errors.isEmpty)
    // The shorter line ends with another text than the archive: mostly that is no news.
    let shorter = try archive.stet("import", "short.jsonl")
    #expect(shorter.code == 0)
    #expect(shorter.errors.contains("line 1: version 2: nothing was recorded"), "\(shorter.errors)")
    // Older than what is known, they come in at their place.
    try archive.folder.write(
      "more.jsonl", story("s", one, two, one, two, version("Three.", at: "2026-03-01T13:00:00Z")))
    try archive.stet("import", "more.jsonl")
    try archive.folder.write("most.jsonl", story("s", one, two, one, two, one))
    #expect(try archive.stet("import", "most.jsonl").code == 2)
    for added in ["1", "0"] {
      let inserted = try archive.stet("import", "most.jsonl", "--backfill")
      #expect(table(inserted)["revisions added"] == added, "\(inserted.errors)")
    }
    #expect(try archive.git("rev-list", "--count", "refs/stories/s").lines == ["6"])
  }

  @Test func `an id that is an address is the story that a snapshot of the address is of`() throws {
    let address = "https://www.trams.example/lines/7/?utm_source=feed"
    try archive.folder.write(
      "stories.jsonl", story(address, version("It closes in May.", at: "2026-03-01T10:00:00Z")))
    let result = try archive.stet("import", "stories.jsonl")
    #expect(result.code == 0, "\(result.errors)")
    try archive.folder.write("7.txt", "Tram line to close\n\nIt closes in June.\n")
    let snapshot = try archive.stet(
      "snapshot", "--url", address, "--at", "2026-03-02T10:00Z", "7.txt")
    #expect(snapshot.text.hasPrefix("revision 2 of trams.example/lines/7: "), "\(snapshot.errors)")
    for name in [address, "http://trams.example/lines/7", "trams.example/lines/7"] {
      let history = try archive.stet("history", name, "--format", "json")
      #expect((try object(history)["revisions"] as? [Any])?.count == 2, "\(name)")
    }
    #expect(try archive.stories().count == 1)
  }

  @Test func `gzip is read, from a file and from standard input`() throws {
    let lines = (0..<300).map { story("s/\($0)", version("Number \($0).")) }
    try archive.folder.write("stories.jsonl", lines.joined(separator: "\n") + "\n")
    // Two members, as when two gzip files are joined.
    let script = "head -n 100 stories.jsonl | gzip >a.gz; tail -n +101 stories.jsonl | gzip >>a.gz"
    #expect(try run("/bin/bash", ["-c", script], in: archive.folder.path).code == 0)
    let result = try archive.stet("import", "a.gz")
    #expect(table(result)["stories"] == "300")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: archive.folder.file("a.gz"))))
    let piped = try archive.stet("import", "-", input: bytes)
    #expect(table(piped)["already there"] == "300")
    let cut = try archive.stet("import", "-", input: bytes.dropLast(20))
    #expect(cut.code == 2)
    #expect(cut.errors.contains("compressed data ends in the middle"), "\(cut.errors)")
    // What came before the cut is counted.
    #expect(table(cut)["already there"].flatMap { Int($0) } ?? 0 >= 100, "\(cut.text)")
    // All of it is read, and what stands behind it is told of.
    let followed = try archive.stet("import", "-", input: bytes + Array("garbage".utf8))
    #expect(followed.code == 2 && table(followed)["already there"] == "300")
    let told = "something else stands behind the compressed data"
    #expect(followed.errors.contains(told), "\(followed.errors)")
    // What stands before a damaged byte, too.
    var damaged = bytes
    for place in bytes.count - 60..<bytes.count - 20 { damaged[place] = 0xFF }
    let broken = try archive.stet("import", "-", input: damaged)
    #expect(broken.code == 2)
    #expect(broken.errors.contains(": the compressed data "), "\(broken.errors)")
    #expect(table(broken)["already there"].flatMap { Int($0) } ?? 0 >= 100, "\(broken.text)")
  }

  @Test func `a day without a time of day is taken, and told of`() throws {
    let lines = [
      story("a", version("One.", at: "2026-03-01"), version("Two.", at: "2026-03-02")),
      story("b", version("One.", at: "2026-03-01T00:00:00Z"), version("Two.")),
    ]
    try archive.folder.write("days.jsonl", lines.joined(separator: "\n"))
    let result = try archive.stet("import", "days.jsonl")
    #expect(result.code == 0 && table(result)["revisions added"] == "4")
    #expect(result.errors.contains("2 versions have a day and no time of day"), "\(result.errors)")
  }

  @Test func `a bad line is named, and the others are taken`() throws {
    let lines = [
      story("a", version("One.")), "{\"id\":\"b\"}", "{nonsense", story("c", "{\"paragraphs\":[]}"),
      story(
        "d", version("One.", at: "2026-03-02T00:00:00Z"),
        version("Two.", at: "2026-03-01T00:00:00Z")),
      "{\"id\":\"e\",\"versions\":[{\"capturedAt\":\"noon\",\"paragraphs\":[\"x\"]}]}",
      story("f", version("One.")),
    ]
    let file = try archive.folder.write("stories.jsonl", lines.joined(separator: "\n"))
    let result = try archive.stet("import", file)
    #expect(result.code == 2)
    for message in [
      "\(file): line 2: it has no list 'versions'", "line 3: it is no JSON",
      "line 4: version 1 of 'c': it has no text", "line 5: version 2 of 'd'", "--backfill",
      "line 6: version 1 has a 'capturedAt'", "5 lines could not be taken whole",
    ] { #expect(result.errors.contains(message), "\(message) in \(result.errors)") }
    #expect(try archive.stet("list", "--format", "json").text.contains("\"f\""))
    #expect(try archive.git("fsck", "--strict").code == 0)
  }

  @Test func `an input with nothing in it is an error, and makes no archive`() throws {
    try archive.folder.write("empty.jsonl", "")
    try archive.folder.write("blank.jsonl", "\n \n")
    try archive.folder.write("full.jsonl", story("s", version("One.")))
    #expect(
      try run("/bin/bash", ["-c", "gzip <empty.jsonl >empty.gz"], in: archive.folder.path).code == 0
    )
    for files in [
      ["empty.jsonl"], ["blank.jsonl"], ["empty.gz"], ["-"], ["full.jsonl", "empty.gz"],
    ] {
      let result = try archive.stet(["import"] + files)
      #expect(result.code == 2, "\(files)")
      #expect(result.errors.contains("there is no story in it"), "\(files): \(result.errors)")
      #expect(result.output.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: archive.path), "\(files)")
    }
  }

  @Test func `an id that is no UTF-8 is refused`() throws {
    let lines = [UInt8(0xFE), 0xFF].map { byte in
      Array("{\"id\":\"s".utf8) + [byte]
        + Array("\",\"versions\":[\(version("One \(byte)."))]}\n".utf8)
    }
    let result = try archive.stet("import", "-", input: lines.flatMap { $0 })
    #expect(result.code == 2)
    for line in ["line 1", "line 2", "U+FFFD", "UTF-8"] { #expect(result.errors.contains(line)) }
    #expect(try archive.stories().isEmpty)
  }

  @Test func `what is no text in a line is told of, and its bytes are kept`() throws {
    let line =
      Array(#"{"id":"s","versions":[{"title":"A \ud83d b","paragraphs":["C "#.utf8) + [0xFF]
      + Array(" d.\"]}]}\n".utf8)
    try archive.folder.write("odd.jsonl", line)
    let result = try archive.stet("import", "odd.jsonl")
    #expect(result.code == 0 && result.text.contains("revisions added      1"), "\(result.text)")
    #expect(result.errors.hasPrefix("stet: odd.jsonl: line 1: it has what is no text"))
    #expect(try archive.stet("show", "s").text.contains("A \u{FFFD} b"))
    #expect(try archive.stet("show", "s", "--format", "source").output.contains(0xFF))
    #expect(try archive.stet("verify").code == 0)
  }

  @Test(arguments: [
    #"{"id":"s","id":"t","versions":[{"paragraphs":["C."]}]}"#,
    #"{"id":"s","versions":[{"paragraphs":["C."]}],"versions":[{"paragraphs":["D."]}]}"#,
    #"{"id":"s","versions":[{"paragraphs":["C."],"paragraphs":["D."]}]}"#,
  ])
  func `a line that says one thing twice is refused`(line: String) throws {
    try archive.folder.write("twice.jsonl", line + "\n")
    let result = try archive.stet("import", "twice.jsonl")
    #expect(result.code == 2)
    #expect(result.errors.contains("line 1: an object has '"), "\(result.errors)")
    #expect(try archive.references(under: "refs/stories/").isEmpty)
  }

  @Test func `a line that is taken in part says what was taken and what was not`() throws {
    let record = story(
      "d", version("One.", at: "2026-03-02T00:00:00Z"),
      version("Two.", at: "2026-03-01T00:00:00Z"), version("Three.", at: "2026-03-03T00:00:00Z"),
      version("Four.", at: "2026-03-02T12:00:00Z"))
    try archive.folder.write("stories.jsonl", record)
    for _ in 1...2 {
      let result = try archive.stet("import", "stories.jsonl")
      #expect(result.code == 2)
      let errors = result.errors.split(separator: "\n")
      try #require(errors.count == 3, "\(result.errors)")
      #expect(
        errors[0].contains("version 2 of 'd': it was not taken: it is of 2026-03-01T00:00:00Z"))
      #expect(
        errors[1].contains("version 4 of 'd': it was not taken: it is of 2026-03-02T12:00:00Z"))
      #expect(errors[1].hasSuffix("; the line's other 2 versions are in the archive"))
      #expect(!result.errors.contains("Nothing was changed"))
    }
    #expect(try archive.git("rev-list", "--count", "refs/stories/d").lines == ["2"])
  }

  @Test func `a line beyond the limit is named and not held`() throws {
    let lines = [
      story("a", version("One.")), story("b", version(String(repeating: "x", count: 100_000))),
      story("c", version("One.")),
    ]
    let file = try archive.folder.write("stories.jsonl", lines.joined(separator: "\n"))
    let result = try archive.stet("import", "--max-bytes", "1000", file)
    #expect(result.code == 2)
    #expect(result.errors.contains("line 2: it is longer than 1000 bytes"))
    #expect(table(result)["stories"] == "2")
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func `an interrupted import keeps what it took, and goes on when it is run again`(
    signal: String
  ) throws {
    let lines = (0..<400).map { story("s/\($0)", version("One \($0)."), version("Two \($0).")) }
    try archive.folder.write("stories.jsonl", lines.joined(separator: "\n") + "\n")
    // The rest of the file comes only after the interrupt, which therefore is in the middle of it.
    let script = """
      mkfifo pipe
      "$0" import - <pipe >table 2>errors &
      exec 3>pipe
      head -n 200 stories.jsonl >&3
      sleep 1
      kill -\(signal) $!
      code=0
      wait $! || code=$?
      exec 3>&-
      echo "$code"
      """
    let result = try run(
      "/usr/bin/env", ["timeout", "60", "bash", "-mc", script, stetProgram],
      in: archive.folder.path,
      environment: ["STET_ARCHIVE": archive.path])
    let errors = try String(contentsOfFile: archive.folder.file("errors"), encoding: .utf8)
    #expect(result.lines.last == "130", "\(result.errors) \(errors)")
    #expect(errors.contains("run the same command again"))
    let taken = try archive.stories().count
    #expect(taken > 0 && taken <= 200)
    // The last story may have been taken up to its first version.
    let revisions = try archive.git("rev-list", "--count", "--glob=refs/stories").lines
    #expect(revisions == ["\(taken * 2)"] || revisions == ["\(taken * 2 - 1)"])
    #expect(try archive.git("fsck", "--strict").text.isEmpty)

    let again = try archive.stet("import", "stories.jsonl")
    #expect(again.code == 0, "\(again.errors)")
    #expect(table(again)["already there"] == revisions.first)
    #expect(try archive.stories().count == 400)
    #expect(try archive.stet("history", "s/0", "--format", "json").code == 0)
    #expect(try archive.git("rev-list", "--count", "--glob=refs/stories").lines == ["800"])
  }

  @Test func `a terminal that goes away does not end what nohup protects`() throws {
    try archive.folder.write("stories.jsonl", story("s", version("One."), version("Two.")))
    let script = """
      mkfifo pipe
      nohup "$0" import - <pipe >table 2>errors &
      exec 3>pipe
      sleep 1
      kill -HUP $!
      cat stories.jsonl >&3
      exec 3>&-
      wait $!
      """
    let result = try run(
      "/usr/bin/env", ["timeout", "60", "bash", "-mc", script, stetProgram],
      in: archive.folder.path, environment: ["STET_ARCHIVE": archive.path])
    #expect(result.code == 0, "\(result.errors)")
    #expect(try archive.git("rev-list", "--count", "--glob=refs/stories").lines == ["2"])
  }

  @Test func `a snapshot gets its turn while an import waits for more of its input`() throws {
    try archive.folder.write("stories.jsonl", story("s", version("One."), version("Two.")) + "\n")
    try archive.folder.write("page.txt", "Another")
    // The end of the import's input comes only after the snapshot.
    let script = """
      mkfifo pipe
      "$0" import - <pipe >table 2>errors &
      exec 3>pipe
      cat stories.jsonl >&3
      sleep 1
      timeout 20 "$0" snapshot --story other page.txt || exit 9
      exec 3>&-
      wait $!
      """
    let result = try run(
      "/usr/bin/env", ["timeout", "60", "bash", "-mc", script, stetProgram],
      in: archive.folder.path, environment: ["STET_ARCHIVE": archive.path])
    #expect(result.code == 0, "\(result.errors)")
    #expect(try archive.stories().count == 2)
  }

  @Test func `two imports at once lose and double nothing`() throws {
    let lines = (0..<60).map { index in
      story(
        "s/\(index)", version("One \(index).", at: "2026-03-01T10:00:00Z"),
        version("Two \(index).", at: "2026-03-01T11:00:00Z"))
    }
    try archive.folder.write("stories.jsonl", lines.joined(separator: "\n"))
    let script = """
      "$0" import stories.jsonl & "$0" import stories.jsonl & wait
      """
    let result = try run(
      "/bin/bash", ["-c", script, stetProgram], in: archive.folder.path,
      environment: ["STET_ARCHIVE": archive.path])
    #expect(result.errors.isEmpty, "\(result.errors)")
    #expect(try archive.git("rev-list", "--count", "--glob=refs/stories").lines == ["120"])
    #expect(try archive.git("fsck", "--strict").text.isEmpty)
  }
}
