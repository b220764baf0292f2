import Foundation
import StoryModel
import StoryReport
import Testing

@Test func samples() throws {
  for format in ReportFormat.allCases {
    try DiffReport.write(BridgeStory.diff, heading: BridgeStory.heading, as: format).write(toFile: "/tmp/sample.\(format.rawValue)", atomically: true, encoding: .utf8)
    let e = [HistoryEntry(number: 2, commit: String(repeating: "3a", count: 20), capturedAt: BridgeStory.noon.advanced(bySeconds: 86400), headline: "Footbridge collapse in Harl kills 15", summary: "The death toll rose from 12 to 15.", significance: 84), HistoryEntry(number: 1, commit: String(repeating: "4b", count: 20), capturedAt: BridgeStory.noon, lastSeenAt: BridgeStory.noon.advanced(bySeconds: 7200), timeSource: .assumed, headline: "Footbridge collapse in Harl kills 12", summary: "First seen.")]
    try HistoryReport.write(e, story: "example.org/footbridge", as: format).write(toFile: "/tmp/hist.\(format.rawValue)", atomically: true, encoding: .utf8)
    try ListReport.write([StoryEntry(id: "example.org/footbridge", headline: "Footbridge collapse", revisions: 4, lastChanged: BridgeStory.noon)], as: format).write(toFile: "/tmp/list.\(format.rawValue)", atomically: true, encoding: .utf8)
    try DocumentReport.write(BridgeStory.diff.new.document, story: "example.org/footbridge", version: BridgeStory.heading.new, as: format).write(toFile: "/tmp/doc.\(format.rawValue)", atomically: true, encoding: .utf8)
  }
  try DiffReport.write(BridgeStory.diff, heading: BridgeStory.heading, as: .text, style: TextStyle(colour: true, width: 60)).write(toFile: "/tmp/sample.colour", atomically: true, encoding: .utf8)
}
