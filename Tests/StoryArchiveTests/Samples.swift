import Foundation
import StoryModel
import TestSupport

@testable import StoryArchive

/// A snapshot of a story with these lines, so many seconds after 1 May 2025, midnight.
func snapshot(_ lines: String..., at seconds: Int64, offsetMinutes: Int = 0) -> Snapshot {
  snapshot(lines, at: seconds, offsetMinutes: offsetMinutes)
}

func snapshot(_ lines: [String], at seconds: Int64, offsetMinutes: Int = 0) -> Snapshot {
  let blocks = lines.enumerated().map { Block($0 == 0 ? .headline : .paragraph, $1) }
  return Snapshot(
    source: Array(lines.joined(separator: "\n").utf8), document: Document(blocks: blocks),
    capture: CaptureRecord(
      capturedAt: time(seconds, offsetMinutes: offsetMinutes), timeSource: .given, method: .file,
      fileName: "story.txt", mediaType: "text/plain", extractor: "text/1"))
}

func time(_ seconds: Int64, offsetMinutes: Int = 0) -> Instant {
  Instant(seconds: 1_746_057_600 + seconds, offsetMinutes: offsetMinutes)
}

/// What stock git prints, and its exit code.
func git(_ arguments: String..., in folder: String) throws -> (output: String, status: Int32) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["git", "-c", "safe.directory=*"] + arguments
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (String(decoding: output, as: UTF8.self), process.terminationStatus)
}
