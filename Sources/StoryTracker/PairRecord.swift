import FoundationEssentials
import StoryModel

/// A line of a batch: two versions of a story to compare, and the caller's name for the pair.
struct PairRecord: Sendable {
  let id: String
  let old: String, new: String
  let oldCapturedAt: Instant?, newCapturedAt: Instant?

  /// Why a line is no such record.
  struct FormatError: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads `{"id", "old", "new", "oldCapturedAt"?, "newCapturedAt"?}`; other members are passed over.
  init(line: [UInt8]) throws(FormatError) {
    let members: Members
    do {
      members = try JSONDecoder().decode(Members.self, from: Data(line))
    } catch DecodingError.keyNotFound(let key, _) {
      throw FormatError(description: "it has no '\(key.stringValue)'")
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context)
    {
      let key = context.codingPath.last?.stringValue
      throw FormatError(description: key.map { "its '\($0)' is no text" } ?? "it is no JSON object")
    } catch {
      throw FormatError(description: "it is no JSON object")
    }
    id = members.id
    old = members.old
    new = members.new
    oldCapturedAt = try PairRecord.time(members.oldCapturedAt, "oldCapturedAt")
    newCapturedAt = try PairRecord.time(members.newCapturedAt, "newCapturedAt")
  }

  private static func time(_ text: String?, _ key: String) throws(FormatError) -> Instant? {
    guard let text else { return nil }
    guard let instant = Instant(text) else {
      throw FormatError(description: "its '\(key)' is no RFC 3339 time: '\(text.prefix(40))'")
    }
    return instant
  }

  private struct Members: Decodable {
    let id: String, old: String, new: String
    let oldCapturedAt: String?, newCapturedAt: String?
  }
}
