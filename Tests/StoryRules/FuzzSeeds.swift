import Foundation
import StoryModel

/// What a fuzzer begins with: invented stories of the project, and real ones where a folder is named.
package enum FuzzSeeds {
  /// Inputs of every mode, the same for the same seed.
  package static func invented(_ count: Int, seed: Int) -> [[UInt8]] {
    (0..<count).map { index in
      var random = RandomStory(seed: seed &+ index)
      let old = random.document(blocks: index % 12)
      let new = random.edited(old, edits: index % 7)
      switch index % 4 {
      case 0: return input("p", [text(old), text(new)])
      case 1: return input("h", [page(old), page(new)])
      case 2: return input("t", [text(old), page(new)])
      default: return input("j", [record([old, new])])
      }
    }
  }

  /// The pages of the demonstration, each with the one after it.
  package static func demonstration(in packageFolder: String) -> [[UInt8]] {
    let pages = (1...4).compactMap {
      FileManager.default.contents(atPath: "\(packageFolder)/Sources/stet/Demo/ferry-\($0).html")
    }
    return zip(pages, pages.dropFirst()).map { input("h", [Array($0), Array($1)]) }
  }

  /// Pairs of the stories in a folder of gzipped JSON Lines, at most `limit` of a file.
  package static func real(in folder: String, limit: Int) throws -> [[UInt8]] {
    try RealStories.files(in: folder).flatMap { file in
      try RealStories.sample(folder + "/" + file, limit: limit).flatMap { story in
        let documents = (story.versions ?? []).map(\.document)
        return zip(documents, documents.dropFirst()).prefix(2).map {
          input("p", [text($0), text($1)])
        }
      }
    }
  }

  private static func input(_ mode: Character, _ parts: [[UInt8]]) -> [UInt8] {
    Array(String(mode).utf8) + parts.joined(separator: [FuzzInput.separator])
  }

  private static func text(_ document: Document) -> [UInt8] {
    Array(document.blocks.map(\.text).joined(separator: "\n\n").utf8)
  }

  private static func page(_ document: Document) -> [UInt8] {
    let tags: [Block.Kind: String] = [
      .headline: "h1", .heading: "h2", .listItem: "li", .quote: "blockquote",
    ]
    let body = document.blocks.map { block in
      let tag = tags[block.kind] ?? "p"
      return "<\(tag)>\(block.text)</\(tag)>"
    }
    return Array(
      "<html><body><article>\(body.joined(separator: "\n"))</article></body></html>".utf8)
  }

  private static func record(_ documents: [Document]) -> [UInt8] {
    let versions = documents.map { ["paragraphs": $0.blocks.map(\.text)] }
    let object: [String: Any] = ["id": "fuzz", "versions": versions]
    return (try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys))
      .map { Array($0) } ?? []
  }
}
