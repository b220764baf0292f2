import StoryModel

/// One revision of a story as it stood.
public enum DocumentReport {
  /// The revision, ending in a line feed. `style` matters to text alone.
  public static func write(
    _ document: Document, story: String? = nil, version: VersionHeading = VersionHeading(),
    capture: CaptureRecord? = nil, as format: ReportFormat, style: TextStyle = .plain
  ) -> String {
    switch format {
    case .text: text(document, story: story, version: version, capture: capture, style: style)
    case .json:
      String(
        decoding: json(document, story: story, version: version, capture: capture),
        as: UTF8.self) + "\n"
    case .markdown: markdown(document, story: story, version: version, capture: capture)
    case .html: html(document, story: story, version: version, capture: capture)
    }
  }

  /// The format `stet-revision/1`, one object on one line without a line feed.
  public static func json(
    _ document: Document, story: String? = nil, version: VersionHeading = VersionHeading(),
    capture: CaptureRecord? = nil
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("format", "stet-revision/1")
      json.field("story", story)
      version.writeFields(to: &json)
      write(document.metadata, to: &json)
      json.key("blocks")
      json.array(document.blocks) { json, block in
        json.object { json in
          json.field("kind", block.kind.rawValue)
          json.field("text", block.text)
        }
      }
      if let capture {
        json.key("capture")
        write(capture, to: &json)
      }
    }
    return json.bytes
  }

  private static func write(_ metadata: Metadata, to json: inout JSONWriter) {
    json.field("publishedAt", metadata.publishedAt?.description)
    json.field("modifiedAt", metadata.modifiedAt?.description)
    json.field("language", metadata.language)
    json.field("canonicalURL", metadata.canonicalURL)
    json.field("section", metadata.section)
  }

  private static func write(_ capture: CaptureRecord, to json: inout JSONWriter) {
    json.object { json in
      json.field("capturedAt", capture.capturedAt.description)
      json.field("timeSource", capture.timeSource.rawValue)
      json.field("method", capture.method.rawValue)
      json.field("fileName", capture.fileName)
      json.field("url", capture.url)
      json.field("mediaType", capture.mediaType)
      json.field("charset", capture.charset)
      json.field("charsetSource", capture.charsetSource.rawValue)
      json.field("extractor", capture.extractor)
      json.key("warnings")
      json.array(capture.warnings) { json, warning in json.string(warning) }
    }
  }

  static func text(
    _ document: Document, story: String?, version: VersionHeading, capture: CaptureRecord?,
    style: TextStyle
  ) -> String { document.plainText }

  static func markdown(
    _ document: Document, story: String?, version: VersionHeading, capture: CaptureRecord?
  ) -> String { document.plainText }

  static func html(
    _ document: Document, story: String?, version: VersionHeading, capture: CaptureRecord?
  ) -> String { document.plainText }
}
