import Foundation
import TestSupport
import Testing

@Suite struct ListTests {
  let archive: ScratchArchive

  init() throws { archive = try ScratchArchive() }

  /// Fifty sentences, each of which lacks a comma that it later gets.
  private func commas(_ mended: Int) -> String {
    let sentences = (0..<50).map { number in
      "After a long night\(number < mended ? "," : "") the crew of boat \(number) went home."
    }
    return "Boats come home\n\n" + sentences.joined(separator: "\n\n") + "\n"
  }

  private func quotation(_ words: String) -> String {
    "Mayor speaks\n\nThe bridge was shut on Monday.\n\n\"\(words),\" the mayor of Ardle said.\n"
  }

  private func snapshot(_ story: String, _ text: String, day: Int) throws {
    let result = try archive.stet(
      "snapshot", "--story", story, "--at", "2026-02-0\(day)T09:00Z", "-", input: Array(text.utf8))
    #expect(result.code == 0, "\(result.errors)")
  }

  private func list(_ arguments: String...) throws -> (
    ids: [String], significance: [Int?], total: Int
  ) {
    let result = try archive.stet(["list", "--format", "json"] + arguments)
    #expect(result.code == 0, "\(result.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any]
    let stories = try #require(object?["stories"] as? [[String: Any]])
    return (
      stories.compactMap { $0["id"] as? String }, stories.map { $0["significance"] as? Int },
      object?["total"] as? Int ?? 0
    )
  }

  @Test func `a line of the catalogue's notes that was cut short hides no story after it`() throws {
    try snapshot("a", commas(0), day: 1)
    #expect(try list().ids == ["a"])
    try snapshot("b", commas(0), day: 1)
    let notes = "\(archive.path)/stet.changed"
    let whole = try Data(contentsOf: URL(fileURLWithPath: notes))
    #expect(whole.last == 10)
    try whole.dropLast().write(to: URL(fileURLWithPath: notes))
    try snapshot("c", commas(0), day: 1)
    #expect(try list().ids.contains("c"))
  }

  @Test func `a changed quotation stands above fifty mended commas, whatever follows it`() throws {
    try snapshot("commas", commas(0), day: 1)
    try snapshot("quotation", quotation("We will open it"), day: 1)
    try snapshot("reversed", "Talks\n\nThe council will sell the land.\n", day: 1)
    try snapshot("still", "Nothing\n\nNothing changes here.\n", day: 1)
    try snapshot("commas", commas(50), day: 2)
    try snapshot("quotation", quotation("We will never open it again"), day: 2)
    try snapshot("reversed", "Talks\n\nThe council will not sell the land.\n", day: 2)
    // A catalogue that was there when they came, one that was not, and one made on purpose agree.
    let first = try list("--sort", "significance")
    try snapshot(
      "quotation",
      quotation("We will never open it again").replacingOccurrences(
        of: "Monday.", with: "Monday, in the rain."),
      day: 3)
    let second = try list("--sort", "significance")
    #expect(try archive.stet("reindex").text == "stories    4\nrevisions  8\n")
    let third = try list("--sort", "significance")
    for found in [first, second, third] {
      #expect(found.ids.suffix(2) == ["commas", "still"])
      #expect(Set(found.ids.prefix(2)) == ["quotation", "reversed"])
      #expect(found.significance == first.significance)
      #expect(found.significance.last == .some(nil) && found.total == 4)
    }
    #expect(try list("--sort", "seen", "--limit", "1").ids == ["quotation"])
    let page = try list("--sort", "id", "--offset", "1", "--limit", "2")
    #expect(page.ids == ["quotation", "reversed"] && page.total == 4)
    #expect(page.significance == [nil, nil])
    #expect(
      try archive.stet("list", "--offset", "4").text
        == "No stories from there on; the archive has 4.\n")
  }

  @Test func `an import measures what a list would measure`() throws {
    var lines = ""
    for (number, words) in ["We will open it", "No comment", "We may open it"].enumerated() {
      let versions = [quotation(words), quotation("We will never open it"), commas(number)]
        .enumerated().map { version, text in
          let paragraphs = text.split(separator: "\n").map {
            "\"\($0.replacingOccurrences(of: "\"", with: "\\\""))\""
          }
          return
            #"{"capturedAt":"2026-02-01T0\#(version):00:00Z","paragraphs":[\#(paragraphs.joined(separator: ","))]}"#
        }
      lines += #"{"id":"s\#(number)","versions":[\#(versions.joined(separator: ","))]}"# + "\n"
    }
    try archive.folder.write("stories.jsonl", lines)
    #expect(try archive.stet("import", "--measure", "stories.jsonl").code == 0)
    let measured = try list("--sort", "significance")
    #expect(measured.significance.allSatisfy { $0 != nil } && measured.ids.count == 3)
    #expect(try archive.stet("reindex").code == 0)
    let again = try list("--sort", "significance")
    #expect(again.ids == measured.ids && again.significance == measured.significance)
  }

  @Test func `a story that is damaged is told of by reindex and by each list`() throws {
    try snapshot("a", "One\n\nOne.\n", day: 1)
    try snapshot("b", "Two\n\nTwo.\n", day: 1)
    try archive.folder.write("archive/refs/stories/a", "garbage\n")
    for command in ["reindex", "list", "reindex"] {
      let result = try archive.stet(command)
      #expect(result.code == 2 && result.errors.contains("refs/stories/a"), "\(command)")
      #expect(result.text.contains(command == "list" ? "Two" : "stories    1"))
    }
  }

  @Test func `a story whose reference is lost is missed on every page, and found again`() throws {
    for story in ["a", "b", "c"] { try snapshot(story, commas(0), day: 1) }
    #expect(try list().ids == ["a", "b", "c"])
    let reference = archive.path + "/refs/stories/c"
    let target = try Data(contentsOf: URL(fileURLWithPath: reference))
    try FileManager.default.removeItem(atPath: reference)
    for _ in 1...2 {
      let page = try archive.stet("list", "--limit", "1")
      #expect(
        page.code == 2 && page.errors.contains("of 'c': its reference is lost"), "\(page.errors)")
      #expect(page.text.hasPrefix("a\n"), "\(page.text)")
    }
    try target.write(to: URL(fileURLWithPath: reference))
    #expect(try list("--limit", "1").total == 3)
    // One that was forgotten is as new.
    try FileManager.default.removeItem(atPath: reference)
    #expect(try archive.stet("reindex").code == 0)
    #expect(try list().ids == ["a", "b"])
    try target.write(to: URL(fileURLWithPath: reference))
    #expect(try list("--limit", "1").total == 3)
    #expect(try list().ids == ["a", "b", "c"])
    #expect(try !archive.stet("verify").text.contains("catalogue"))
  }

  @Test func `a list needs no place for a catalogue`() throws {
    try snapshot("a", "One\n\nOne.\n", day: 1)
    try snapshot("b", commas(0), day: 1)
    try snapshot("b", commas(9), day: 2)
    // A folder is in its way.
    try FileManager.default.createDirectory(
      atPath: archive.path + "/catalogue.sqlite", withIntermediateDirectories: false)
    for sort in ["id", "headline", "changed", "seen", "revisions", "significance"] {
      #expect(try Set(list("--sort", sort).ids) == ["a", "b"])
    }
    #expect(try list("--sort", "significance").ids == ["b", "a"])
  }

  @Test func `a check tells where the catalogue differs`() throws {
    try snapshot("a", "One\n\nOne.\n", day: 1)
    _ = try list()
    #expect(try !archive.stet("verify").text.contains("catalogue"))
    #expect(try archive.git("update-ref", "refs/stories/b", "refs/stories/a").code == 0)
    #expect(try archive.git("update-ref", "-d", "refs/stories/a").code == 0)
    try archive.folder.write("archive/catalogue.sqlite", "no catalogue")
    let result = try archive.stet("verify")
    #expect(result.text.contains("catalogue.sqlite: the catalogue differs from git"))
  }
}
