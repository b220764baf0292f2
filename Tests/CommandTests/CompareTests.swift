import Foundation
import TestSupport
import Testing

@Suite struct CompareTests {
  let archive: ScratchArchive

  init() throws { archive = try ScratchArchive() }

  private func pair(_ id: String, _ old: String, _ new: String) throws -> String {
    let members = ["id": id, "old": old, "new": new, "oldCapturedAt": "2026-02-02T09:00:00Z"]
    return String(decoding: try JSONSerialization.data(withJSONObject: members), as: UTF8.self)
  }

  @Test func `two files are compared with no archive`() throws {
    try archive.folder.write("old.txt", "Toll rises\n\nThe toll is 12, police said.\n")
    try archive.folder.write("new.txt", "Toll rises\n\nThe toll is 15, police said.\n")
    let result = try archive.stet("compare", "old.txt", "new.txt", "--format", "json")
    #expect(try object(result)["format"] as? String == "stet-diff/1")
    let piped = try archive.stet(
      "compare", "old.txt", "-", "--format", "json", input: Array("Toll rises\n\nNo.\n".utf8))
    #expect(piped.code == 0)
    #expect(!FileManager.default.fileExists(atPath: archive.path))
  }

  @Test func `a batch is answered line by line in its order`() throws {
    // The first pairs take longest, so that their order is not that of being done.
    let lines = try (0..<60).map { index in
      let text = String(repeating: "The council met on day \(index). ", count: (60 - index) * 20)
      return try pair("p\(index)", "Title\n\n\(text)", "Title\n\n\(text) It met again.")
    }
    let result = try archive.stet(
      "compare", "--batch", input: Array((lines.joined(separator: "\n") + "\n").utf8))
    #expect(result.code == 0, "\(result.errors)")
    let ids = try result.lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return object?["id"] as? String
    }
    #expect(ids == (0..<60).map { "p\($0)" })
  }

  @Test func `a batch in another format than JSON is refused`() throws {
    let input = Array((try pair("a", "One\n\nTwo.", "One\n\nThree.") + "\n").utf8)
    let plain = try archive.stet("compare", "--batch", input: input)
    #expect(plain.code == 0)
    #expect(
      try archive.stet("compare", "--batch", "--format", "json", input: input).text == plain.text)
    for format in ["text", "markdown", "html"] {
      let refused = try archive.stet("compare", "--batch", "--format", format, input: input)
      #expect(refused.code == 64 && refused.output.isEmpty)
      #expect(refused.errors.contains("--batch writes JSON"), "\(refused.errors)")
    }
  }

  @Test func `a bad line of a batch is named, and the others are answered`() throws {
    let lines = [
      try pair("a", "One\n\nTwo.", "One\n\nThree."), "{\"id\": \"b\", \"old\": \"x\"}", "nonsense",
      "",
      "{\"id\": \"c\", \"old\": 3, \"new\": \"x\"}",
      "{\"id\": \"d\", \"old\": \"x\", \"new\": \"x\", \"newCapturedAt\": \"noon\"}",
      try pair("e", "One\n\nTwo.", "One\n\nThree."),
    ]
    let file = try archive.folder.write("pairs.jsonl", lines.joined(separator: "\n"))
    let result = try archive.stet("compare", "--batch", file)
    #expect(result.code == 2)
    #expect(result.lines.count == 2)
    for message in [
      "line 2: it has no 'new'", "line 3: it is no JSON", "line 5: its 'old' is no text",
      "line 6: its 'newCapturedAt' is no RFC 3339 time", "4 lines were no pairs",
    ] { #expect(result.errors.contains(message), "\(message) in \(result.errors)") }
  }

  @Test func `a batch has the exit code of what changed in any of its pairs`() throws {
    let same = try pair("a", "One\n\nTwo.", "One\n\nTwo.")
    let changed = try pair("b", "One\n\nTwo.", "One\n\nThree.")
    for (lines, code) in [
      ([same], 0), ([same, changed, same], 1), ([changed, "nonsense"], 2), ([same, "nonsense"], 2),
    ] as [([String], Int32)] {
      let input = Array((lines.joined(separator: "\n") + "\n").utf8)
      let result = try archive.stet("compare", "--batch", "--exit-code", input: input)
      #expect(result.code == code, "\(lines)")
      #expect(result.lines.count == lines.count { $0 != "nonsense" })
      let plain = try archive.stet("compare", "--batch", input: input)
      #expect(plain.code == (code == 2 ? 2 : 0) && plain.text == result.text)
    }
    #expect(
      try archive.stet("compare", "--help").lines.joined(separator: " ").contains(
        "--format json alone"))
  }

  @Test func `an answer comes before the next question is asked`() throws {
    // A program that asks one pair at a time must not wait for ever.
    let script = """
      mkfifo in out
      "$0" compare --batch <in >out &
      exec 3>in 4<out
      printf '%s\\n' "$1" >&3
      read -r answer <&4
      exec 3>&-
      wait
      printf '%s\\n' "$answer"
      """
    let result = try run(
      "/usr/bin/env",
      ["timeout", "30", "bash", "-ec", script, stetProgram, pair("a", "One", "Two")],
      in: archive.folder.path)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.text.contains("\"id\":\"a\""))
  }

  @Test func `a pipe that closes early is no error`() throws {
    let lines = try (0..<200).map { try pair("p\($0)", "One\n\nTwo.", "One\n\nThree.") }
    try archive.folder.write("pairs.jsonl", lines.joined(separator: "\n"))
    let script = """
      { "$0" compare --batch pairs.jsonl; echo "$?" >code; } | head -n 1
      cat code
      """
    let result = try run(
      "/usr/bin/env", ["bash", "-c", script, stetProgram], in: archive.folder.path)
    #expect(result.lines.last == "0")
    #expect(result.errors.isEmpty, "\(result.errors)")
  }
}
