import TestSupport
import Testing

@Suite struct HelpTests {
  static let commands = [
    "snapshot", "diff", "compare", "history", "show", "list", "import", "verify", "repair",
    "maintain", "reindex", "failed",
    "demo",
  ]

  let archive: ScratchArchive

  init() throws {
    archive = try ScratchArchive()
    try archive.folder.write("monday.txt", "Ferry to sail\n\nIt may sail on Monday.\n")
    try archive.folder.write("tuesday.txt", "Ferry to sail\n\nIt will sail on Tuesday.\n")
    try archive.folder.write(
      "stories.jsonl.gz", "{\"id\":\"s\",\"versions\":[{\"paragraphs\":[\"One.\"]}]}\n")
    try archive.stet("snapshot", "--story", "example.org/ferry", "monday.txt", "tuesday.txt")
    _ = try run("/bin/cp", ["-a", archive.path, archive.folder.file("copy")])
  }

  @Test(arguments: commands)
  func `the help of a command says what it does, and its example runs`(command: String) throws {
    let help = try archive.stet(command, "--help")
    #expect(help.code == 0)
    #expect(help.errors.isEmpty)
    #expect(help.text.hasPrefix("OVERVIEW: "))
    let examples = help.lines.filter { $0.contains("$ stet ") }
    try #require(examples.count == 1, "\(help.text)")
    let words = examples[0].split(separator: " ").map(String.init)
    let result = try archive.stet(Array(words.dropFirst(2)))
    #expect(result.code == 0, "\(examples[0]): \(result.errors)")
    #expect(!result.output.isEmpty)
  }

  @Test func `the first help names every command and every exit code`() throws {
    for arguments in [["--help"], ["help"], []] {
      let help = try archive.stet(arguments)
      #expect(help.code == 0)
      for command in HelpTests.commands { #expect(help.text.contains("  \(command)")) }
      for code in ["0", "1", "2", "64", "130"] { #expect(help.text.contains("  \(code) ")) }
    }
  }

  @Test func `help and output that cannot be written are an error`() throws {
    for arguments in ["--help", "--version", "diff --help", "help", "list"] {
      let result = try run(
        "/bin/bash", ["-c", "\"$0\" \(arguments) >/dev/full", stetProgram],
        environment: ["STET_ARCHIVE": archive.path])
      #expect(result.code == 2, "\(arguments)")
      #expect(result.errors.contains("could not be written"), "\(arguments): \(result.errors)")
    }
  }

  @Test func `help for a command that there is not is an error`() throws {
    let result = try archive.stet("help", "frobnicate")
    #expect(result.code == 64 && result.output.isEmpty)
    #expect(result.errors.contains("no command 'frobnicate'"), "\(result.errors)")
    #expect(try archive.stet("help", "diff").code == 0)
  }

  @Test func `the version is a version`() throws {
    let result = try archive.stet("--version")
    #expect(result.code == 0)
    #expect(result.text.split(separator: ".").count == 3)
  }

  @Test func `the archive is where the XDG folders say`() throws {
    func path(_ environment: [String: String]) throws -> String {
      let result = try run(stetProgram, ["list"], environment: environment)
      #expect(result.code == 2)
      return result.errors
    }
    #expect(try path(["HOME": "/h"]).contains("'/h/.local/share/stet'"))
    #expect(try path(["HOME": "/h", "XDG_DATA_HOME": "/x"]).contains("'/x/stet'"))
    #expect(try path(["HOME": "/h", "STET_ARCHIVE": "/a"]).contains("'/a'"))
    #expect(try path([:]).contains("--archive"))
  }

  @Test func `the demo runs the main job`() throws {
    let result = try archive.stet("demo", environment: ["TMPDIR": archive.folder.path])
    #expect(result.code == 0, "\(result.errors)")
    for part in [
      "revision 4 of courier.example/2026/03/ardle-ferry-fire", "Fifteen hurt",
      "The archive is \(archive.folder.path)/stet-demo-", "What to try next",
    ] { #expect(result.text.contains(part), "\(part)") }
  }
}
