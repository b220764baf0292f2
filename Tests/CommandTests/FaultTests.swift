import Foundation
import TestSupport
import Testing

/// A library that makes one call fail, built from `Tests/FaultInjection`.
private enum FaultLibrary {
  /// Its path; nil where there is no C compiler.
  static let path: String? = {
    let library = packageFolder + "/.build/fail.so"
    let source = packageFolder + "/Tests/FaultInjection/fail.c"
    let built = try? run(
      "/usr/bin/env",
      ["cc", "-O1", "-shared", "-fPIC", "-o", library, source, "-ldl"])
    return built?.code == 0 ? library : nil
  }()
}

/// One command, and what it adds where it succeeds.
private struct Job: Sendable, CustomTestStringConvertible {
  let name: String
  let arguments: [String]
  /// Headlines that a story has afterwards, as git shows them.
  let story: String
  let adds: [String]

  var testDescription: String { name }

  static let all = [
    Job(
      name: "the first snapshot of an archive",
      arguments: [
        "snapshot", "--archive", "new", "--story", "n/1", "--at", "2026-01-05T00:00:00Z",
      ],
      story: "n/1", adds: ["New"]),
    Job(
      name: "the first snapshot of a story",
      arguments: ["snapshot", "--story", "n/1", "--at", "2026-01-05T00:00:00Z"], story: "n/1",
      adds: ["New"]),
    Job(
      name: "another revision of a story that was seen again",
      arguments: ["snapshot", "--story", "s/1", "--at", "2026-01-05T00:00:00Z"], story: "s/1",
      adds: ["New"]),
    Job(
      name: "a sighting",
      arguments: ["snapshot", "--story", "s/2", "--at", "2026-01-05T00:00:00Z"], story: "s/2",
      adds: []),
    Job(
      name: "an older capture",
      arguments: ["snapshot", "--backfill", "--story", "s/1", "--at", "2026-01-02T12:00:00Z"],
      story: "s/1", adds: ["New"]),
    Job(
      name: "several snapshots at once",
      arguments: [
        "snapshot", "--story", "n/1", "--at", "2026-01-05T00:00:00Z", "first.txt", "second.txt",
      ],
      story: "n/1", adds: ["First", "Second", "New"]),
    Job(
      name: "an import", arguments: ["import", "import.jsonl"], story: "i/19", adds: ["Imported"]),
    Job(name: "maintenance", arguments: ["maintain", "--grace", "0"], story: "s/1", adds: []),
  ]
}

/// Every call that changes the archive's files fails once, as on a full disk and on a broken one.
@Suite(
  .serialized, .enabled(if: FaultLibrary.path != nil, "there is no C compiler to build the faults"))
struct FaultTests {
  let folder: ScratchFolder
  private var archive: String { folder.file("archive") }

  /// A folder with an archive of two stories with sightings, and what the jobs read.
  init() throws {
    folder = try ScratchFolder()
    try folder.write("first.txt", "First\n\nWhat it said at first.\n")
    try folder.write("second.txt", "Second\n\nWhat it said then.\n")
    try folder.write("new.txt", "New\n\nWhat it says now.\n")
    let lines = (0..<20).map {
      #"{"id":"i/\#($0)","versions":[{"title":"Imported","paragraphs":["Text \#($0)."]}]}"#
    }
    try folder.write("import.jsonl", lines.joined(separator: "\n") + "\n")
    for (story, day, file) in [
      ("s/1", 1, "first"), ("s/1", 3, "second"), ("s/1", 4, "second"), ("s/2", 1, "new"),
    ] {
      let result = try stet([
        "snapshot", "--story", story, "--at", "2026-01-0\(day)T00:00:00Z", "\(file).txt",
      ])
      #expect(result.code == 0, "\(result.errors)")
    }
  }

  private func stet(
    _ arguments: [String], in place: String? = nil, fault: [String: String] = [:]
  ) throws -> ProgramResult {
    let place = place ?? folder.path
    var environment = ["STET_ARCHIVE": place + "/archive", "HOME": place]
    environment.merge(fault) { $1 }
    // What hangs is ended.
    return try run(
      "/usr/bin/env", ["timeout", "-s", "KILL", "60", stetProgram] + arguments, in: place,
      environment: environment)
  }

  private func headlines(_ story: String, in archive: String) throws -> [String] {
    try run("/usr/bin/env", ["git", "-C", archive, "log", "--format=%s", "refs/stories/\(story)"])
      .lines
  }

  /// What is lost or wrong in an archive that has to hold this, in words.
  private func broken(_ archive: String, _ expected: [String: [String]]) throws -> [String] {
    var broken: [String] = []
    for (story, wanted) in expected {
      let lost = Set(wanted).subtracting(try headlines(story, in: archive))
      if !lost.isEmpty { broken.append("\(story) has lost \(lost)") }
    }
    let verified = try run(stetProgram, ["verify", "--archive", archive])
    if verified.code != 0 { broken.append("stet verify: \(verified.text)\(verified.errors)") }
    let fsck = try run("/usr/bin/env", ["git", "-C", archive, "fsck", "--strict", "--no-dangling"])
    if fsck.code != 0 || !fsck.text.isEmpty {
      broken.append("git fsck: \(fsck.text)\(fsck.errors)")
    }
    return broken
  }

  /// `STET_FAULTS` is how many calls of each job fail, each in two ways; 0 for all.
  @Test(arguments: Job.all)
  private func `a call that fails loses nothing, harms nothing, and the command can be run again`(
    job: Job
  ) throws {
    let library = try #require(FaultLibrary.path)
    let isNew = job.arguments.contains("new")
    let file = job.arguments[0] == "snapshot" ? ["new.txt"] : []
    var copies = 0
    func copy() throws -> String {
      copies += 1
      let place = folder.file("copy-\(copies)")
      let made = try run(
        "/bin/sh", ["-c", "mkdir \"$0\" && cp -a archive *.txt *.jsonl \"$0\"", place],
        in: folder.path)
      try #require(made.code == 0, "\(made.errors)")
      return place
    }
    func fault(_ place: String, _ number: Int, _ code: Int32) -> [String: String] {
      [
        "LD_PRELOAD": library, "STET_FAIL_UNDER": place + (isNew ? "/new" : "/archive"),
        "STET_FAIL_AT": "\(number)", "STET_FAIL_ERRNO": "\(code)",
        "STET_FAIL_LOG": place + "/log",
      ]
    }
    let place = try copy()
    let whole = try stet(job.arguments + file, in: place, fault: fault(place, 0, 0))
    #expect(whole.code == 0, "\(whole.errors)")
    let calls = try String(contentsOfFile: place + "/log", encoding: .utf8)
      .split(separator: "\n").map(String.init)
    #expect(calls.count > 4)

    let wanted = Torture.count("STET_FAULTS", usual: 3)
    var chosen = Array(1...calls.count)
    if wanted > 0 {
      var random = SeededGenerator(state: Torture.seed(UInt64(calls.count)))
      // A reference that does not move is what a second attempt finds in the strangest state.
      let moves = chosen.filter { calls[$0 - 1].contains("rename /refs/") }
      chosen = Array(chosen.shuffled(using: &random).prefix(wanted)) + moves
    }
    var before = ["s/1": ["First", "Second"], "s/2": ["New"]]
    if isNew { before = [:] }
    var failures = 0
    var harmed = 0
    for number in chosen {
      for code in [ENOSPC, EIO] {
        let place = try copy()
        defer { try? FileManager.default.removeItem(atPath: place) }
        let archive = place + (isNew ? "/new" : "/archive")
        let what = "\(job.name), call \(calls[number - 1]) failing with \(code)"
        let result = try stet(job.arguments + file, in: place, fault: fault(place, number, code))
        #expect(result.code == 0 || result.code == 2, "\(what): \(result.code) \(result.errors)")
        if result.code != 0 {
          failures += 1
          #expect(result.errors.hasPrefix("stet: "), "\(what): \(result.errors)")
        }
        var expected = before
        if result.code == 0 { expected[job.story, default: []] += job.adds }
        if FileManager.default.fileExists(atPath: archive) {
          let found = try broken(archive, expected)
          harmed += found.count
          #expect(found == [], "\(what), which said \(result.errors)")
        } else {
          #expect(isNew && result.code != 0, "\(what)")
        }
        let again = try stet(job.arguments + file, in: place)
        #expect(again.code == 0, "\(what), and again: \(again.errors)")
        expected[job.story, default: []] += job.adds
        let found = try broken(archive, expected)
        harmed += found.count
        #expect(found == [], "\(what), and again")
      }
    }
    #expect(failures > 0 || wanted > 0)
    Torture.report(
      "\(job.name): \(chosen.count) of \(calls.count) calls failed, with ENOSPC and with EIO;"
        + " \(failures) times that was an error; \(harmed) times something was lost or harmed")
  }
}
