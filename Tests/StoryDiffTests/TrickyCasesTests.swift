import Foundation
import StoryModel
import Testing

@testable import StoryDiff

/// The page of tricky cases, read as the pairs that it shows.
struct TrickyPage {
  struct Case {
    let title: String
    let old: [String], new: [String]
    let oldAt: Instant?, newAt: Instant?
    let report: [String]
    /// The lines of the page between the fences of the report.
    let reportLines: Range<Int>

    var said: [String] {
      StoryDiff(
        from: story(lines: old), to: story(lines: new), oldCapturedAt: oldAt, newCapturedAt: newAt
      ).compact
    }
  }

  static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/StoryDiff/TRICKY.md")

  var lines: [String]
  var cases: [Case] = []

  init(_ text: String) {
    lines = text.components(separatedBy: "\n")
    var title = ""
    var times: [Instant] = []
    var fences: [String: [String]] = [:]
    var fence: (name: String, start: Int)?
    for (index, line) in lines.enumerated() {
      if let open = fence {
        guard line == "```" else { continue }
        fences[open.name] = Array(lines[open.start..<index])
        if open.name == "report", let old = fences["old"], let new = fences["new"] {
          cases.append(
            Case(
              title: title, old: old, new: new, oldAt: times.first, newAt: times.last,
              report: fences["report"] ?? [], reportLines: open.start..<index))
        }
        fence = nil
      } else if line.hasPrefix("```") {
        fence = (String(line.dropFirst(3)), index + 1)
      } else if line.hasPrefix("## ") {
        title = String(line.dropFirst(3))
        (times, fences) = ([], [:])
      } else if line.hasPrefix("Captured ") {
        times = line.dropFirst(9).dropLast().components(separatedBy: ", then ")
          .compactMap { Instant($0) }
      }
    }
  }

  /// The page with each report as the engine gives it.
  var rewritten: String {
    var lines = lines
    for item in cases.reversed() { lines.replaceSubrange(item.reportLines, with: item.said) }
    return lines.joined(separator: "\n")
  }
}

@Suite struct `The page of tricky cases` {
  @Test func `says what the engine says`() throws {
    let page = TrickyPage(try String(contentsOf: TrickyPage.url, encoding: .utf8))
    #expect(page.cases.count >= 25)
    #expect(Set(page.cases.map(\.title)).count == page.cases.count)
    if ProcessInfo.processInfo.environment["STET_REWRITE_PAGES"] != nil {
      try page.rewritten.write(to: TrickyPage.url, atomically: true, encoding: .utf8)
      return
    }
    for item in page.cases { #expect(item.said == item.report, "\(item.title)") }
  }
}
