import StoryModel

/// A way to say which revision of a story is meant.
public enum RevisionSelector: Sendable, Hashable, CustomStringConvertible {
  /// Counted from 1, the first.
  case number(Int)
  case latest
  case first
  /// So many before the latest.
  case back(Int)
  /// Four or more hexadecimal digits that the commit begins with, in lower case.
  case commit(String)
  /// The one that stood then: the last that was captured at that time or before.
  case at(Instant)

  /// Reads `3`, `latest`, `first`, `-1`, a commit prefix, or `@2025-05-14T20:00Z`.
  ///
  /// Digits alone are a number where they are fewer than seven, as git's own short ids are never.
  public init(parsing text: String) throws(ArchiveError) {
    let bytes = Array(text.utf8)
    if text == "latest" {
      self = .latest
    } else if text == "first" {
      self = .first
    } else if bytes.first == UInt8(ascii: "@"), let time = Instant(String(text.dropFirst())) {
      self = .at(time)
    } else if bytes.first == UInt8(ascii: "-"), RevisionSelector.isNumber(bytes[1...]),
      let count = Int(String(text.dropFirst()))
    {
      self = .back(count)
    } else if bytes.count < 7, RevisionSelector.isNumber(bytes[...]), let number = Int(text),
      number > 0
    {
      self = .number(number)
    } else if (4...40).contains(bytes.count), bytes.allSatisfy(RevisionSelector.isHexadecimal) {
      self = .commit(text.lowercased())
    } else {
      throw .notARevision(text)
    }
  }

  /// What `init(parsing:)` reads back.
  public var description: String {
    switch self {
    case .number(let number): "\(number)"
    case .latest: "latest"
    case .first: "first"
    case .back(let count): "-\(count)"
    case .commit(let prefix): prefix
    case .at(let time): "@\(time)"
    }
  }

  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.count < 10 && bytes.allSatisfy { (48...57).contains($0) }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...70, 97...102: true
    default: false
    }
  }
}
