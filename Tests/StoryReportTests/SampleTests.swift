import Foundation
import StoryModel
import StoryReport
import Testing

@Test func samples() throws {
  for format in ReportFormat.allCases {
    try DiffReport.write(BridgeStory.diff, heading: BridgeStory.heading, as: format).write(toFile: "/tmp/sample.\(format.rawValue)", atomically: true, encoding: .utf8)
  }
  try DiffReport.write(BridgeStory.diff, heading: BridgeStory.heading, as: .text, style: TextStyle(colour: true, width: 60)).write(toFile: "/tmp/sample.colour", atomically: true, encoding: .utf8)
}
