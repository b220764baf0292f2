import Foundation
import TestSupport
import Testing

@Suite struct ReadmeTests {
  private static let path = packageFolder + "/README.md"

  /// With `STET_UPDATE_README` set, what the commands print is written into the README instead.
  @Test func `the transcript in the README is what the commands print`() throws {
    let archive = try ScratchArchive()
    var readme = try String(contentsOfFile: ReadmeTests.path, encoding: .utf8)
    let start = try #require(readme.range(of: "```console\n"))
    let end = try #require(readme.range(of: "\n```", range: start.upperBound..<readme.endIndex))
    let written = String(readme[start.upperBound..<end.lowerBound])

    var folder = packageFolder
    var printed: [String] = []
    let commands = written.split(separator: "\n").filter { $0.hasPrefix("$ ") }
    try #require(commands.count > 3)
    for line in commands {
      printed.append(String(line))
      let command = String(line.dropFirst(2))
      if command.hasPrefix("cd ") {
        folder += "/" + command.dropFirst(3)
        continue
      }
      let result = try run(
        "/bin/bash", ["-c", "stet() { '\(stetProgram)' \"$@\"; }; \(command)"], in: folder,
        environment: ["STET_ARCHIVE": archive.path, "HOME": archive.folder.path, "COLUMNS": "80"])
      #expect(result.errors.isEmpty, "\(command): \(result.errors)")
      let text = result.text.hasSuffix("\n") ? String(result.text.dropLast()) : result.text
      if !text.isEmpty { printed.append(text) }
    }
    let transcript = printed.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["STET_UPDATE_README"] != nil {
      readme.replaceSubrange(start.upperBound..<end.lowerBound, with: transcript)
      try readme.write(toFile: ReadmeTests.path, atomically: true, encoding: .utf8)
    } else {
      #expect(
        written == transcript,
        "STET_UPDATE_README=1 scripts/test --filter ReadmeTests writes it anew")
    }
  }
}
