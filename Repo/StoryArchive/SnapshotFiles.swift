import FoundationEssentials
import StoryModel

/// The files of a revision's tree.
enum SnapshotFiles {
  static let text = "story.txt", document = "story.json", capture = "capture.json"
  static let source = "source"

  /// `story.json`: the document, canonical.
  static func json(of document: Document) -> [UInt8] {
    var json = JSONWriter()
    let metadata = document.metadata
    json.object { json in
      json.field("publishedAt", metadata.publishedAt?.description)
      json.field("modifiedAt", metadata.modifiedAt?.description)
      json.field("language", metadata.language)
      json.field("canonicalURL", metadata.canonicalURL)
      json.field("section", metadata.section)
      json.key("blocks")
      json.array(document.blocks) { json, block in
        json.object { json in
          json.field("kind", block.kind.rawValue)
          json.field("text", block.text)
        }
      }
    }
    return json.bytes
  }

  /// `capture.json`, canonical.
  static func json(of capture: CaptureRecord) -> [UInt8] {
    var json = JSONWriter()
    json.object { capture.writeFields(to: &$0) }
    return json.bytes
  }

  /// Reads `story.json`.
  static func readDocument(_ content: [UInt8]) throws(MalformedFile) -> Document {
    let fields: DocumentFields = try decode(content)
    var blocks: [Block] = []
    blocks.reserveCapacity(fields.blocks.count)
    for block in fields.blocks {
      blocks.append(Block(try value(block.kind, "kind", Block.Kind.init), block.text))
    }
    return Document(
      metadata: Metadata(
        publishedAt: try time(fields.publishedAt, "publishedAt"),
        modifiedAt: try time(fields.modifiedAt, "modifiedAt"), language: fields.language,
        canonicalURL: fields.canonicalURL, section: fields.section), blocks: blocks)
  }

  /// Reads `capture.json`.
  static func readCapture(_ content: [UInt8]) throws(MalformedFile) -> CaptureRecord {
    let fields: CaptureFields = try decode(content)
    return CaptureRecord(
      capturedAt: try value(fields.capturedAt, "capturedAt") { Instant($0) },
      timeSource: try value(fields.timeSource, "timeSource", CaptureRecord.TimeSource.init),
      method: try value(fields.method, "method", CaptureRecord.Method.init),
      fileName: fields.fileName, url: fields.url, mediaType: fields.mediaType,
      charset: fields.charset,
      charsetSource: try value(
        fields.charsetSource, "charsetSource", CaptureRecord.CharsetSource.init),
      extractor: fields.extractor, warnings: fields.warnings)
  }

  private struct DocumentFields: Decodable {
    struct BlockFields: Decodable {
      let kind: String
      let text: String
    }

    let publishedAt, modifiedAt, language, canonicalURL, section: String?
    let blocks: [BlockFields]
  }

  private struct CaptureFields: Decodable {
    let capturedAt, timeSource, method: String
    let fileName, url: String?
    let mediaType, charset, charsetSource, extractor: String
    let warnings: [String]
  }

  private static func decode<T: Decodable>(_ content: [UInt8]) throws(MalformedFile) -> T {
    do {
      return try JSONDecoder().decode(T.self, from: Data(content))
    } catch {
      throw MalformedFile(reason: "it is not the JSON that the format describes")
    }
  }

  private static func value<T>(
    _ text: String, _ name: String, _ read: (String) -> T?
  ) throws(MalformedFile) -> T {
    guard let value = read(text) else {
      throw MalformedFile(reason: "its '\(name)' cannot be '\(text.prefix(60))'")
    }
    return value
  }

  private static func time(_ text: String?, _ name: String) throws(MalformedFile) -> Instant? {
    guard let text else { return nil }
    return try value(text, name) { Instant($0) }
  }
}

/// A file of a revision is not what the format says.
struct MalformedFile: Error {
  let reason: String
}
