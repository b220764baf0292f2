import StoryModel

/// One line of an import: a story and its versions, in the order in which the line has them.
///
/// `{"id": text, "versions": [version]}`; other members are passed over. A version is what
/// `VersionRecord` reads.
public struct StoryRecord: Sendable {
  /// One version of the story, as the line holds it.
  public struct Version: Sendable {
    /// The exact bytes of the version's JSON object, as they stand in the line.
    public let source: [UInt8]
    /// When the version was captured; nil where the record does not say.
    public let capturedAt: Instant?
    /// Without a block where the version has no text.
    public let document: Document

    /// How the version was read.
    public var capture: Capture {
      Capture(
        document: document, method: .imported, mediaType: "application/json",
        extractor: "record/1")
    }
  }

  /// The story's id as it is written; not yet checked or escaped as a `StoryID`.
  public let id: String
  public let versions: [Version]
  /// Whether bytes of the line are no text: U+FFFD stands for each in the documents, while the sources
  /// have them as they came.
  public let hasReplacements: Bool
  /// How many versions have a day and no time of day, which is read as its midnight in UTC.
  public let daysOnly: Int

  /// Reads a line, without its line feed or with it. O(bytes).
  public init(line: [UInt8]) throws(CaptureError) {
    var id: JSONValue?
    var values: [(source: [UInt8], value: JSONValue)]?
    var hasReplacements = false
    var repeatedName: String?
    do {
      try withJSON(line) { (bytes) throws(JSONError) in
        var reader = JSONReader(bytes)
        try reader.object { (reader, name) throws(JSONError) in
          switch name {
          case "id" where id != nil, "versions" where values != nil:
            repeatedName = name
            _ = try reader.value()
          case "id": id = try reader.value()
          case "versions" where reader.peek() == UInt8(ascii: "["):
            var found: [(source: [UInt8], value: JSONValue)] = []
            try reader.array { (reader) throws(JSONError) in
              let start = reader.at
              let value = try reader.value()
              found.append((Array(bytes[start..<reader.at]), value))
            }
            values = found
          default: _ = try reader.value()
          }
        }
        try reader.end()
        hasReplacements = reader.hasReplacements
        repeatedName = repeatedName ?? reader.repeatedName
      }
    } catch {
      throw .record("it is no JSON object: \(error.problem), at byte \(error.offset + 1)")
    }
    // Which of the two is meant nobody can know.
    if let repeatedName { throw .record("an object has '\(repeatedName.prefix(60))' twice") }
    self.hasReplacements = hasReplacements
    switch id {
    case .string(let text)? where !text.isEmpty: self.id = text
    case nil: throw .record("it has no 'id'")
    default: throw .record("its 'id' is no text, or empty")
    }
    guard let values else { throw .record("it has no list 'versions'") }
    if values.isEmpty { throw .record("its list 'versions' is empty") }
    var versions: [Version] = []
    for (index, version) in values.enumerated() {
      let (capturedAt, document) = try VersionRecord.read(
        version.value, name: "version \(index + 1)")
      versions.append(
        Version(source: version.source, capturedAt: capturedAt, document: document))
    }
    self.versions = versions
    daysOnly = values.count { !($0.value["capturedAt"]?.string?.utf8.contains(58) ?? true) }
  }
}
