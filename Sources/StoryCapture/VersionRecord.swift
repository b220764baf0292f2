import StoryModel

/// One version of a story as an import line holds it:
/// `{"capturedAt"?: time, "title"?: text, "paragraphs": [text]}`.
///
/// The title is the headline and each paragraph a block; line breaks inside one become spaces, and
/// blocks without text are dropped.
public enum VersionRecord {
  /// The version that the bytes of a JSON object hold, and its time where it has one.
  public static func read(
    _ bytes: [UInt8]
  ) throws(CaptureError) -> (capturedAt: Instant?, capture: Capture) {
    let value: JSONValue
    do {
      value = try withJSON(bytes) { (json) throws(JSONError) in try JSONReader.read(json) }
    } catch {
      throw .record("the version is no JSON: \(error.problem), at byte \(error.offset + 1)")
    }
    let (capturedAt, document) = try read(value, name: "the version")
    return (
      capturedAt,
      Capture(
        document: document, method: .imported, mediaType: "application/json",
        extractor: "record/1")
    )
  }

  /// `name` says in errors which version it is.
  static func read(
    _ value: JSONValue, name: String
  ) throws(CaptureError) -> (capturedAt: Instant?, document: Document) {
    guard case .object = value else { throw .record("\(name) is no object") }
    var capturedAt: Instant?
    switch value["capturedAt"] {
    case nil, .null: break
    case .string(let text):
      guard let instant = Instant(text) else {
        throw .record("\(name) has a 'capturedAt' that is no RFC 3339 time: '\(text.prefix(40))'")
      }
      capturedAt = instant
    default: throw .record("\(name) has a 'capturedAt' that is no text")
    }
    let title: String?
    switch value["title"] {
    case nil, .null: title = nil
    case .string(let text): title = text
    default: throw .record("\(name) has a 'title' that is no text")
    }
    guard case .array(let elements)? = value["paragraphs"] else {
      throw .record("\(name) has no list 'paragraphs'")
    }
    var texts: [String] = []
    if let title, let text = oneLine(title) { texts.append(text) }
    let hasHeadline = !texts.isEmpty
    for (index, element) in elements.enumerated() {
      guard let text = element.string else {
        throw .record("paragraph \(index + 1) of \(name) is no text")
      }
      if let line = oneLine(text) { texts.append(line) }
    }
    let kinds = BlockKinds.recognise(texts, hasHeadline: hasHeadline)
    return (capturedAt, Document(blocks: zip(kinds, texts).map { Block($0, $1) }))
  }

  /// `text` as the one line that a block is; nil where it shows nothing.
  private static func oneLine(_ text: String) -> String? {
    let line = Block(.paragraph, text).text
    return line.isEmpty ? nil : line
  }
}
