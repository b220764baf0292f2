import Foundation
import TestSupport
import Testing

@Suite struct VerifyTests {
  let archive: ScratchArchive

  init() throws { archive = try ScratchArchive() }

  private func fill() throws {
    try archive.folder.write(
      "page.html",
      """
      <!doctype html><html lang="en"><head><title>Ferry sails | Courier</title>
      <meta property="article:modified_time" content="2025-05-14T18:00:00Z"></head>
      <body><article><h1>Ferry sails</h1><p>The ferry sailed on Monday with 40 aboard.</p>
      <p>It came back on Tuesday, the harbour master said.</p></article></body></html>
      """)
    try archive.folder.write("latin.txt", Array("Le bac\n\nL'".utf8) + [0xE9] + Array("t".utf8))
    try archive.folder.write(
      "stories.jsonl",
      #"{"id":"s","versions":[{"title":"One","paragraphs":["A b.","C d."]},{"paragraphs":["E."]}]}"#
        + "\n")
    #expect(try archive.stet("snapshot", "--story", "ferry", "page.html").code == 0)
    #expect(try archive.stet("snapshot", "--story", "bac", "latin.txt").code == 0)
    #expect(
      try archive.stet("snapshot", "--story", "demo", "-", input: Array("A\n\nB".utf8)).code == 0)
    #expect(try archive.stet("import", "stories.jsonl").code == 0)
  }

  @Test func `every kind of capture is read again and says the same`() throws {
    try fill()
    let result = try archive.stet("verify")
    #expect(result.code == 0)
    #expect(result.text.hasPrefix("No faults in 4 stories, 5 revisions, "), "\(result.text)")
    #expect(result.errors.isEmpty)
    #expect(!result.text.contains("extractor"))
  }

  @Test func `a fault is named, in text and in JSON, and the exit code says so`() throws {
    try fill()
    let object = try archive.git("rev-parse", "refs/stories/bac:story.txt").lines[0]
    let file = "\(archive.path)/objects/\(object.prefix(2))/\(object.dropFirst(2))"
    try FileManager.default.removeItem(atPath: file)
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: file))
    let text = try archive.stet("verify", environment: ["COLUMNS": "400"])
    #expect(text.code == 2)
    #expect(text.lines[0].hasPrefix("fault  bac, revision 1, object \(object): its 'story.txt': "))
    #expect(text.errors == "stet: the archive '\(archive.path)' has a fault\n")
    let json = try archive.stet("verify", "--format", "json")
    #expect(json.code == 2)
    let value = try #require(
      JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
    #expect(value["format"] as? String == "stet-verify/1")
    #expect(value["faultCount"] as? Int == 1)
    let fault = try #require((value["faults"] as? [[String: Any]])?.first)
    #expect(fault["story"] as? String == "bac" && fault["revision"] as? Int == 1)
    #expect(fault["object"] as? String == object)
    #expect(try archive.stet("verify", "ferry", "s").code == 0)
    #expect(try archive.stet("verify", "bac").code == 2)
  }

  @Test
  func `a story whose reference is lost is a fault, and is told of until somebody forgets it`()
    throws
  {
    try fill()
    #expect(try archive.stet("list").code == 0)
    #expect(try archive.git("update-ref", "-d", "refs/stories/ferry").code == 0)
    func expectFault() throws {
      let result = try archive.stet("verify", environment: ["COLUMNS": "400"])
      #expect(result.code == 2)
      #expect(result.lines[0].hasPrefix("fault  ferry: its reference is lost"), "\(result.text)")
    }
    try expectFault()
    for _ in 1...2 {
      let list = try archive.stet("list")
      #expect(list.code == 2 && !list.text.contains("Ferry sails"))
      #expect(list.errors.contains("of 'ferry': its reference is lost"), "\(list.errors)")
    }
    // Nothing hides what it had: no new first revision, and nothing of it is dropped.
    try archive.folder.write("again.txt", "Ferry sails\n\nThe ferry sailed again on Friday.\n")
    let refused = try archive.stet("snapshot", "--story", "ferry", "again.txt")
    #expect(refused.code == 2 && refused.errors.contains("its reference is lost"))
    let several = try archive.stet("snapshot", "--story", "ferry", "again.txt", "page.html")
    #expect(several.code == 2 && several.errors.contains("its reference is lost"))
    try archive.folder.write(
      "f.jsonl", #"{"id":"ferry","versions":[{"paragraphs":["A."]}]}"# + "\n")
    let imported = try archive.stet("import", "f.jsonl")
    #expect(imported.code == 2 && imported.errors.contains("its reference is lost"))
    #expect(try archive.references(under: "refs/stories/ferry").isEmpty)
    for command in ["history", "show", "failed"] {
      let result = try archive.stet(command, "ferry")
      #expect(result.code == 2 && result.errors.contains("its reference is lost"), "\(command)")
    }
    let maintained = try archive.stet("maintain", "--grace", "0")
    #expect(maintained.code == 0 && maintained.text.contains("objects dropped  0"))
    #expect(maintained.errors.contains("'ferry' is lost"))
    try expectFault()
    // Where it was removed on purpose.
    let reindexed = try archive.stet("reindex")
    #expect(reindexed.code == 0 && reindexed.errors.contains("'ferry'"))
    #expect(try archive.stet("verify").code == 0)
    #expect(try archive.stet("list").code == 0)
  }

  @Test(arguments: [false, true])
  func `a story whose reference was set back is a fault, and what it had comes back`(goesOn: Bool)
    throws
  {
    try fill()
    let copy = archive.folder.file("copy")
    #expect(
      try run("/usr/bin/env", ["git", "clone", "-q", "--mirror", archive.path, copy]).code == 0)
    let had = try archive.git("rev-parse", "refs/stories/s").lines[0]
    #expect(try archive.stet("list").code == 0)
    #expect(try archive.git("update-ref", "refs/stories/s", "\(had)~").code == 0)
    if goesOn {
      let text = Array("One\n\nSomething else was said.\n".utf8)
      #expect(try archive.stet("snapshot", "--story", "s", "-", input: text).code == 0)
    }
    for command in [["verify"], ["list"], ["verify"]] {
      let result = try archive.stet(command, environment: ["COLUMNS": "400"])
      #expect(result.code == 2)
      let told = command == ["list"] ? result.errors : result.lines[0]
      #expect(told.contains("its reference was set back: revision 2, commit \(had)"), "\(told)")
    }
    let maintained = try archive.stet("maintain", "--grace", "0")
    #expect(maintained.code == 0 && maintained.text.contains("objects dropped  0"))
    #expect(maintained.errors.contains("'s' is lost or was set back"))

    #expect(try archive.stet("repair", "--from", copy).code == 0)
    #expect(try archive.stet("verify").code == 0)
    #expect(try archive.stet("list").errors.isEmpty)
    let history = try archive.stet("history", "s", "--all")
    #expect(history.code == 0 && history.text.contains(had.prefix(7)))
    let lines = try archive.stet("history", "s").lines.count
    #expect(try archive.stet("show", "s", had).text.contains("E."))
    // Once is enough.
    #expect(try archive.stet("repair", "--from", copy).code == 0)
    #expect(try archive.stet("history", "s").lines.count == lines)
    #expect(try archive.references(under: "refs/superseded/s/").count == (goesOn ? 1 : 0))
  }

  @Test func `an older capture that is inserted leaves nothing behind`() throws {
    try fill()
    #expect(try archive.stet("list").code == 0)
    let old = Array("One\n\nIt was otherwise.\n".utf8)
    let result = try archive.stet(
      "snapshot", "--story", "s", "--backfill", "--at", "1990-01-01T12:00Z", "-", input: old)
    #expect(result.code == 0, "\(result.errors)")
    #expect(try archive.stet("verify").code == 0)
    #expect(try archive.stet("list").errors.isEmpty)
  }

  @Test func `a system that lets no more files be opened is no damage, and hides no story`() throws
  {
    try fill()
    #expect(try archive.stet("list").code == 0)
    let commands = ["list", "show ferry", "history bac", "verify", "maintain"]
    for (limit, command) in (8...24).flatMap({ limit in commands.map { (limit, $0) } }) {
      let result = try run(
        "/bin/sh", ["-c", "ulimit -n \(limit); exec '\(stetProgram)' \(command)"],
        in: archive.folder.path, environment: ["STET_ARCHIVE": archive.path])
      #expect(!result.errors.contains("damaged") && !result.text.contains("fault  "))
      if result.code == 0 {
        #expect(!result.text.hasPrefix("No stories") && !result.text.contains("in 0 stories"))
      } else {
        #expect(result.errors.contains("Too many open files"), "\(command): \(result.errors)")
      }
    }
    #expect(try archive.stet("verify").text.hasPrefix("No faults in 4 stories, 5 revisions, "))
    #expect(try archive.stet("list").text.contains("Ferry sails"))
  }

  @Test func `an archive that cannot be opened is checked all the same`() throws {
    try fill()
    try archive.folder.write("archive/refs/heads/stet", String(repeating: "1", count: 40) + "\n")
    #expect(try archive.stet("list").code == 2)
    let result = try archive.stet("verify", environment: ["COLUMNS": "400"])
    #expect(result.code == 2)
    #expect(result.lines.contains { $0.hasPrefix("fault  refs/heads/stet") })
    #expect(result.text.contains("in 4 stories, 5 revisions"))
  }

  @Test func `a story that is named twice is checked and counted once`() throws {
    let page = packageFolder + "/Sources/stet/Demo/ferry-1.html"
    #expect(try archive.stet("snapshot", page).code == 0)
    let id = "courier.example/2026/03/ardle-ferry-fire"
    let result = try archive.stet("verify", id, "https://\(id)", id)
    #expect(result.text.contains(" 1 story, 1 revision, "), "\(result.text)")
  }

  @Test func `a missing archive and a missing story are errors`() throws {
    #expect(try archive.stet("verify").errors.contains("there is no archive at"))
    try fill()
    let result = try archive.stet("verify", "nothing")
    #expect(result.code == 2 && result.errors.contains("there is no story 'nothing'"))
  }
}
