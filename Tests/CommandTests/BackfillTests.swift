import Foundation
import TestSupport
import Testing

@Suite struct BackfillTests {
  let archive: ScratchArchive

  init() throws {
    archive = try ScratchArchive()
    for (name, text) in [
      ("one", "It may sail on Monday."), ("two", "It will sail on Tuesday."), ("three", "It sank."),
    ] { try archive.folder.write("\(name).txt", "Ferry to sail\n\n\(text)\n") }
    for (name, hour) in [("one", 10), ("three", 12)] {
      let result = try archive.stet(
        "snapshot", "--story", "ferry", "--at", "2026-03-01T\(hour):00Z", "\(name).txt")
      #expect(result.code == 0)
    }
  }

  private func revisions(_ result: ProgramResult) throws -> [[String: Any]] {
    let value = try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any]
    return try #require(value?["revisions"] as? [[String: Any]])
  }

  @Test func `an older snapshot is inserted when that is asked, and quotes still lead somewhere`()
    throws
  {
    let arguments = ["snapshot", "--story", "ferry", "--at", "2026-03-01T11:00Z", "two.txt"]
    let refused = try archive.stet(arguments)
    #expect(refused.code == 2 && refused.errors.contains("'--backfill' inserts it"))
    let quoted = try revisions(archive.stet("history", "ferry", "--format", "json"))[0]
    let result = try archive.stet(arguments + ["--backfill"])
    #expect(result.code == 0)
    #expect(result.text.hasPrefix("inserted as revision 2 of ferry: "), "\(result.text)")
    #expect(
      try archive.stet(arguments + ["--backfill"]).text == "already there as revision 2 of ferry\n")

    let plain = try revisions(archive.stet("history", "ferry", "--format", "json"))
    #expect(plain.map { $0["revision"] as? Int } == [3, 2, 1])
    #expect(plain.allSatisfy { $0["supersededBy"] == nil })
    let all = try revisions(archive.stet("history", "ferry", "--all", "--format", "json"))
    #expect(all.map { $0["revision"] as? Int } == [3, 2, 1, 2])
    #expect(all[3]["commit"] as? String == quoted["commit"] as? String)
    #expect(all[3]["supersededBy"] as? String == all[1]["commit"] as? String)
    #expect(all[3]["summary"] as? String == quoted["summary"] as? String)
    for format in ["text", "markdown", "html"] {
      let report = try archive.stet("history", "ferry", "--all", "--format", format)
      #expect(report.text.contains("3 revisions and 1 superseded"))
      #expect(report.text.contains("2") && report.text.contains(", superseded by "))
    }
    let newest = try archive.stet("history", "ferry", "--all", "--limit", "1", "--format", "json")
    #expect(try revisions(newest).map { $0["revision"] as? Int } == [3, 2])
    let commit = try #require(quoted["commit"] as? String)
    #expect(try archive.stet("show", "ferry", commit).text.contains("It sank."))
    #expect(try archive.stet("verify").code == 0)
    #expect(try archive.git("fsck", "--strict", "--no-dangling").text.isEmpty)
  }

  @Test func `an import inserts older versions when that is asked`() throws {
    func line(_ versions: [(String, Int)]) -> String {
      let list = versions.map { text, hour in
        #"{"capturedAt":"2026-03-01T\#(hour):00:00Z","title":"T","paragraphs":["\#(text)"]}"#
      }
      return #"{"id":"s","versions":[\#(list.joined(separator: ","))]}"# + "\n"
    }
    try archive.folder.write("late.jsonl", line([("C.", 14), ("F.", 17)]))
    try archive.folder.write(
      "all.jsonl", line([("A.", 12), ("B.", 13), ("C.", 14), ("D.", 15), ("F.", 17), ("G.", 18)]))
    #expect(try archive.stet("import", "late.jsonl").code == 0)
    #expect(try archive.stet("import", "all.jsonl").code == 2)
    let result = try archive.stet("import", "--backfill", "all.jsonl")
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.lines[1] == "revisions added      3")
    let history = try revisions(archive.stet("history", "s", "--format", "json"))
    #expect(history.map { $0["revision"] as? Int } == [6, 5, 4, 3, 2, 1])
    let again = try archive.stet("import", "--backfill", "all.jsonl")
    #expect(again.lines[1] == "revisions added      0")
    let all = try revisions(archive.stet("history", "s", "--all", "--format", "json"))
    #expect(all.count { $0["supersededBy"] != nil } == 3)
    #expect(try archive.stet("verify").code == 0)
  }

  /// A line of an import: a story's versions, each with its hour where it has one.
  private func line(_ story: String, _ versions: [(String, Int?)]) -> String {
    let list = versions.map { text, hour in
      let time = hour.map { "\"capturedAt\":\"2026-03-01T\($0):00:00Z\"," } ?? ""
      return "{\(time)\"title\":\"T\",\"paragraphs\":[\"\(text)\"]}"
    }
    return "{\"id\":\"\(story)\",\"versions\":[\(list.joined(separator: ","))]}\n"
  }

  /// `A@10..14 B@15`: the summary of a story's revisions, oldest first, by the hours of 1 March.
  private func hours(_ story: String) throws -> String {
    try revisions(archive.stet("history", story, "--format", "json")).reversed().map { revision in
      let times = ["capturedAt", "lastSeenAt"].compactMap { revision[$0] as? String }
        .map { $0.dropFirst(11).prefix(2) }
      let text = try archive.stet("show", story, "\(revision["revision"] as? Int ?? 0)").lines.last
      return "\(text ?? "")@\(times.joined(separator: ".."))"
    }.joined(separator: " ")
  }

  @Test func `an import that inserts a version counts what the others of its line say`() throws {
    try archive.folder.write("few.jsonl", line("s", [("A", 10), ("A", 18)]))
    try archive.folder.write(
      "all.jsonl", line("s", [("A", 10), ("A", 11), ("B", 13), ("A", 15), ("A", 18)]))
    #expect(try archive.stet("import", "few.jsonl").code == 0)
    let result = try archive.stet("import", "--backfill", "all.jsonl")
    #expect(result.lines[1] == "revisions added      1", "\(result.text)")
    #expect(try hours("s") == "A@10..11 B@13 A@15..18")
    #expect(try archive.stet("show", "s", "@2026-03-01T16:00Z").lines.last == "A")
    #expect(try archive.stet("verify").code == 0)
  }

  @Test func `a time that was assumed is none at which a story was seen`() throws {
    try archive.folder.write("untimed.jsonl", line("s", [("A", nil), ("B", nil)]))
    try archive.folder.write("timed.jsonl", line("s", [("A", 10), ("B", 12)]))
    #expect(try archive.stet("import", "untimed.jsonl").code == 0)
    #expect(try archive.stet("import", "--backfill", "timed.jsonl").code == 0)
    #expect(try hours("s") == "A@10 B@12")
    let all = try revisions(archive.stet("history", "s", "--all", "--format", "json"))
    #expect(
      all.map { $0["timeSource"] as? String } == ["given", "given", "assumed", "assumed"])
    // Between two times, one that says what was there says nothing new.
    try archive.folder.write(
      "partly.jsonl", line("p", [("A", 10), ("A", nil), ("B", nil), ("B", 12)]))
    let partly = try archive.stet("import", "partly.jsonl")
    #expect(partly.code == 0 && partly.lines[1] == "revisions added      2", "\(partly.text)")
    #expect(try hours("p") == "A@10 B@10..12")
    try archive.folder.write("more.jsonl", line("p", [("A", 10), ("A", nil), ("C", 11)]))
    #expect(try archive.stet("import", "--backfill", "more.jsonl").code == 0)
    let history = try archive.stet("history", "p")
    #expect(history.text.contains("2  1 March 2026, 10:02 UTC (assumed)"), "\(history.text)")
    #expect(try hours("p") == "A@10 B@10 C@11 B@12")
    #expect(try archive.stet("verify").code == 0)
  }

  @Test func `what is shown or compared of a superseded history says so`() throws {
    let quoted = try revisions(archive.stet("history", "ferry", "--format", "json"))[0]
    let commit = try #require(quoted["commit"] as? String)
    for arguments in [
      ["show", "ferry", commit], ["diff", "ferry", commit], ["diff", "ferry", "1", commit],
    ] {
      #expect(try !archive.stet(arguments).text.contains("uperseded"))
    }
    try archive.stet(
      "snapshot", "--story", "ferry", "--at", "2026-03-01T11:00Z", "two.txt", "--backfill")
    let inserted = try revisions(archive.stet("history", "ferry", "--format", "json"))[1]
    let by = try #require(inserted["commit"] as? String)
    for format in ["text", "markdown", "html"] {
      let shown = try archive.stet("show", "ferry", commit, "--format", format).text
      #expect(shown.contains("Superseded") && shown.contains(by.prefix(10)), "\(shown)")
      for versions in [[commit], ["1", commit]] {
        let diff = try archive.stet(["diff", "ferry", "--format", format] + versions).text
        #expect(diff.contains("superseded") && diff.contains(by.prefix(10)), "\(diff)")
      }
      #expect(try !archive.stet("show", "ferry", by, "--format", format).text.contains("uperseded"))
    }
    let shown = try object(archive.stet("show", "ferry", commit, "--format", "json"))
    #expect(shown["supersededBy"] as? String == by)
    let diff = try object(archive.stet("diff", "ferry", commit, "latest", "--format", "json"))
    #expect((diff["old"] as? [String: Any])?["supersededBy"] as? String == by)
    #expect((diff["new"] as? [String: Any])?["supersededBy"] == nil)
  }

  @Test func `a history that is cut tells how many revisions the story has, superseded ones too`()
    throws
  {
    for name in ["one", "two"] {
      try archive.stet(
        "snapshot", "--story", "ferry", "--at", "2026-03-01T13:00Z", "\(name).txt")
    }
    try archive.stet(
      "snapshot", "--story", "ferry", "--at", "2026-03-01T11:00Z", "two.txt", "--backfill")
    for format in ["text", "markdown", "html"] {
      let report = try archive.stet(
        "history", "ferry", "--all", "--limit", "1", "--format", format)
      #expect(report.text.contains("1 of 5 revisions and 3 superseded"), "\(report.text)")
    }
  }

  @Test
  func
    `no time between the first sighting and the last is kept, and captures given again bring it back`()
    throws
  {
    for hour in [12, 13, 14, 16] {
      try archive.folder.write("a.jsonl", line("s", [("A", hour)]))
      #expect(try archive.stet("import", "a.jsonl").code == 0)
    }
    #expect(try hours("s") == "A@12..16")
    try archive.folder.write("b.jsonl", line("s", [("B", 15)]))
    #expect(try archive.stet("import", "--backfill", "b.jsonl").code == 0)
    // That it stood at 13 and 14 nothing says any more, unless these captures are given again.
    #expect(try hours("s") == "A@12 B@15 A@16")
    try archive.folder.write("a.jsonl", line("s", [("A", 13), ("A", 14)]))
    #expect(try archive.stet("import", "--backfill", "a.jsonl").code == 0)
    #expect(try hours("s") == "A@12..14 B@15 A@16")
    #expect(try archive.stet("verify").code == 0)
  }

  @Test func `a check counts superseded revisions apart from those that a list counts`() throws {
    #expect(try archive.stet("verify").text.contains("1 story, 2 revisions, "))
    try archive.stet(
      "snapshot", "--story", "ferry", "--at", "2026-03-01T11:00Z", "two.txt", "--backfill")
    #expect(try archive.stet("list").text.contains("3 revisions"))
    for arguments in [["verify"], ["verify", "ferry"]] {
      let result = try archive.stet(arguments)
      #expect(result.text.contains("1 story, 3 revisions and 1 superseded, "), "\(result.text)")
      let json = try object(archive.stet(arguments + ["--format", "json"]))
      #expect(json["revisions"] as? Int == 4 && json["superseded"] as? Int == 1)
    }
  }
}
