import StoryCapture
import StoryModel

/// A line of a batch: two versions of a story to compare, and the caller's name for the pair.
struct PairRecord: Sendable {
  let id: String
  let old: Document, new: Document
  let oldCapturedAt: Instant?, newCapturedAt: Instant?

  /// Why a line is no such record.
  struct FormatError: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads `{"id", "old", "new", "oldCapturedAt"?, "newCapturedAt"?}`; other members are passed over.
  init(line: [UInt8]) throws(FormatError) {
    var members: [String: JSONValue] = [:]
    var repeatedName: String?
    do {
      try withJSON(line) { (bytes) throws(JSONError) in
        var reader = JSONReader(bytes)
        try reader.object { (reader, name) throws(JSONError) in
          if members.updateValue(try reader.value(), forKey: name) != nil { repeatedName = name }
        }
        try reader.end()
      }
    } catch {
      throw FormatError(description: "it is no JSON object")
    }
    if let repeatedName {
      throw FormatError(description: "it has '\(repeatedName.prefix(60))' twice")
    }
    func text(_ key: String) throws(FormatError) -> String? {
      switch members[key] {
      case .string(let text)?: return text
      case nil: return nil
      default: throw FormatError(description: "its '\(key)' is no text")
      }
    }
    func required(_ key: String) throws(FormatError) -> String {
      guard let text = try text(key) else { throw FormatError(description: "it has no '\(key)'") }
      return text
    }
    func time(_ key: String) throws(FormatError) -> Instant? {
      if members[key] == .null { return nil }
      guard let text = try text(key) else { return nil }
      guard let instant = Instant(text) else {
        throw FormatError(description: "its '\(key)' is no RFC 3339 time: '\(text.prefix(40))'")
      }
      return instant
    }
    id = try required("id")
    // Read at once, so that the texts are not held beside the documents made from them.
    old = PlainText.document(from: try required("old"))
    new = PlainText.document(from: try required("new"))
    oldCapturedAt = try time("oldCapturedAt")
    newCapturedAt = try time("newCapturedAt")
  }
}
