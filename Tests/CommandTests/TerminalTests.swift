import TestSupport
import Testing

/// What a person sees at a terminal, which `script` makes one of.
@Suite struct TerminalTests {
  let archive: ScratchArchive

  init() throws {
    archive = try ScratchArchive()
    try archive.folder.write("old.txt", "Toll rises\n\nThe toll is 12, police said.\n")
    try archive.folder.write("new.txt", "Toll rises\n\nThe toll is 15, police said.\n")
  }

  private func atTerminal(_ environment: [String: String]) throws -> ProgramResult {
    let command = "stty cols 60; '\(stetProgram)' compare old.txt new.txt"
    return try run(
      "/usr/bin/env", ["script", "-qec", command, "/dev/null"], in: archive.folder.path,
      environment: ["TERM": "xterm"].merging(environment) { $1 })
  }

  @Test func `a report is coloured at a terminal, unless NO_COLOR is set`() throws {
    let coloured = try atTerminal(["PAGER": "cat"])
    #expect(coloured.code == 0)
    #expect(coloured.output.contains(0x1B))
    #expect(try !atTerminal(["PAGER": "cat", "NO_COLOR": "1"]).output.contains(0x1B))
  }

  @Test func `a report goes through the pager that is asked for`() throws {
    let result = try atTerminal(["STET_PAGER": "sed 's/^/paged: /'", "PAGER": "false"])
    #expect(result.text.contains("paged: "))
    let left = try atTerminal(["STET_PAGER": "true"])
    #expect(left.code == 0, "a pager that is left at once is no error: \(left.text)")
  }

  @Test func `a report is shown without a pager where that cannot be started`() throws {
    try archive.folder.write("no-program", "text\n")
    for pager in ["nosuchpager", "nosuchpager -x", "./no-program"] {
      let result = try atTerminal(["PAGER": pager])
      #expect(result.code == 0)
      #expect(result.text.contains("old.txt → new.txt"), "\(pager): \(result.text)")
    }
  }

  @Test func `a long list is paged as it comes, and left where the pager is`() throws {
    let lines = (0..<6000).map { number in
      let version =
        #"{"capturedAt":"2026-02-01T00:00:00Z","paragraphs":["One of many, \#(number)."]}"#
      return #"{"id":"story/\#(number)","versions":[\#(version)]}"#
    }
    try archive.folder.write("many.jsonl", lines.joined(separator: "\n") + "\n")
    #expect(try archive.stet("import", "many.jsonl").code == 0)
    func list(_ pager: String) throws -> ProgramResult {
      let command =
        "stty cols 100; '\(stetProgram)' list --archive '\(archive.path)'; echo \"ended: $?\""
      return try run(
        "/usr/bin/env", ["script", "-qec", command, "/dev/null"], in: archive.folder.path,
        environment: ["TERM": "dumb", "PAGER": pager])
    }
    let whole = try list("wc -l").text
    #expect(whole.contains("18000") && whole.contains("ended: 0"), "\(whole)")
    let left = try list("head -n 4").text
    #expect(left.contains("story/0\r\n") && !left.contains("story/5000\r\n"))
    #expect(left.contains("ended: 0"))
    // What a pager that does not start was given is shown nevertheless, and all that follows.
    let plain = try list("nosuchpager").text
    #expect(plain.ranges(of: "last changed").count == 6000 && plain.contains("ended: 0"))
  }
}
