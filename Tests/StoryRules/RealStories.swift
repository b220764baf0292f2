import Foundation
import StoryModel

/// Real stories that changed, where there is a folder of them.
package enum RealStories {
  /// The folder that `STET_BENCH_DATA` names, else the one beside the checkout.
  package static let folder: String =
    ProcessInfo.processInfo.environment["STET_BENCH_DATA"]
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data").path

  /// The names of its files, in order.
  package static func files(in folder: String = folder) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".jsonl.gz") }.sorted()
  }

  package struct Story: Decodable {
    package struct Version: Decodable {
      package let capturedAt: String?
      let title: String?
      let paragraphs: [String]?

      package var document: Document {
        Document(
          blocks: (title.map { [Block(.headline, $0)] } ?? [])
            + (paragraphs ?? []).map { Block(.paragraph, $0) })
      }
    }

    package let id: String?
    package let versions: [Version]?
  }

  /// Every so-manieth story of a file, so that there are at most `limit` or a few more.
  package static func sample(_ path: String, limit: Int) throws -> [Story] {
    let gunzip = Process()
    gunzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    gunzip.arguments = ["gunzip", "-c", path]
    let pipe = Pipe()
    gunzip.standardOutput = pipe
    try gunzip.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    gunzip.waitUntilExit()
    let lines = data.split(separator: UInt8(ascii: "\n"))
    let step = max(1, lines.count / limit)
    return try stride(from: 0, to: lines.count, by: step).map {
      try JSONDecoder().decode(Story.self, from: lines[$0])
    }
  }
}
