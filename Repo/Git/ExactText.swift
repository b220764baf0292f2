/// Text that is another's equal where its bytes are.
///
/// To `String`, `é` in one code point and in two are the same, and so are `K` and the Kelvin sign; to git,
/// which compares bytes, these are two names.
public struct ExactText: Sendable, Hashable, Comparable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func == (a: ExactText, b: ExactText) -> Bool { a.text.hasSameBytes(as: b.text) }

  public static func < (a: ExactText, b: ExactText) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension StringProtocol {
  /// Whether both are the same bytes, whatever Unicode calls the same.
  public func hasSameBytes(as other: some StringProtocol) -> Bool {
    utf8.elementsEqual(other.utf8)
  }

  /// Whether the first bytes are those of a beginning. To `String`, a combining mark behind a slash is one
  /// letter with it, which then is no slash.
  public func begins(with beginning: String) -> Bool { utf8.starts(with: beginning.utf8) }

  /// The bytes behind a beginning, as text; nil where these are not its first ones.
  public func bytes(after beginning: String) -> String? {
    guard begins(with: beginning) else { return nil }
    return String(decoding: utf8.dropFirst(beginning.utf8.count), as: UTF8.self)
  }

  /// The parts between slashes.
  public var partsOfPath: [String] {
    utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
