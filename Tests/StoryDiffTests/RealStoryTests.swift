import Foundation
import StoryModel
import Testing

@testable import StoryDiff

/// Real stories that changed, where a folder of them lies beside the checkout.
enum RealStories {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data")

  static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".jsonl.gz") }.sorted()

  struct Story: Decodable {
    struct Version: Decodable {
      let capturedAt: String?
      let title: String?
      let paragraphs: [String]?

      var document: Document {
        Document(
          blocks: (title.map { [Block(.headline, $0)] } ?? [])
            + (paragraphs ?? []).map { Block(.paragraph, $0) })
      }
    }

    let id: String?
    let versions: [Version]?
  }

  /// Every so-manieth story of a file, so that there are at most `limit`.
  static func sample(_ file: String, limit: Int) throws -> [Story] {
    let gunzip = Process()
    gunzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    gunzip.arguments = ["gunzip", "-c", folder.appendingPathComponent(file).path]
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

@Suite(.serialized) struct `Real stories` {
  @Test(
    .enabled(
      if: !RealStories.files.isEmpty,
      "no folder of real stories beside the checkout (../shared/data)"),
    arguments: RealStories.files)
  func `the reports of real stories keep the rules, both ways round`(file: String) throws {
    for story in try RealStories.sample(file, limit: 12) {
      let versions = story.versions ?? []
      for (old, new) in zip(versions, versions.dropFirst()).prefix(6) {
        let oldAt = old.capturedAt.flatMap { Instant($0) }
        let newAt = new.capturedAt.flatMap { Instant($0) }
        let diff = StoryDiff(
          from: old.document, to: new.document, oldCapturedAt: oldAt, newCapturedAt: newAt)
        let back = StoryDiff(
          from: new.document, to: old.document, oldCapturedAt: newAt, newCapturedAt: oldAt)
        #expect(ReportRules.broken(diff) == [], "\(file) \(story.id ?? "")")
        #expect(ReportRules.broken(back) == [], "\(file) \(story.id ?? ""), backwards")
        #expect(
          ReportRules.outline(diff) == ReportRules.outline(back, mirrored: true),
          "\(file) \(story.id ?? "")")
        let same = StoryDiff(
          from: new.document, to: new.document, oldCapturedAt: newAt, newCapturedAt: newAt)
        #expect(same.compactBlocks == [] && same.claims.isEmpty && same.corrections.isEmpty)
      }
    }
  }
}
