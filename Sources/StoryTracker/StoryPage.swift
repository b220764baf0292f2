import StoryCapture
import StoryModel

/// A file, or standard input, read as one version of a story.
public struct StoryPage: Sendable {
  /// As the user gave it; `-` for standard input.
  public let path: String
  public let bytes: [UInt8]
  public let capture: Capture

  /// Reads `path` (`-` is standard input), no more than `limit` bytes, and where `stop` says so no further.
  ///
  /// `url` is where it was saved from and `mediaType` what its bytes are, where that is known.
  public init(
    _ path: String, limit: Int, url: String? = nil, mediaType: String? = nil,
    unless stop: () -> Bool = { false }
  ) throws(InputError) {
    let bytes = try InputFile.contents(of: path, limit: limit, unless: stop)
    try self.init(path, bytes: bytes, url: url, mediaType: mediaType)
  }

  /// Reads bytes that are at hand already.
  public init(
    _ path: String, bytes: [UInt8], url: String? = nil, mediaType: String? = nil
  ) throws(InputError) {
    let name = path == "-" ? nil : path.split(separator: "/").last.map(String.init)
    do {
      capture = try StoryReader.read(
        CaptureInput(
          bytes: bytes, fileName: name, method: path == "-" ? .standardInput : .file, url: url,
          mediaType: mediaType))
    } catch {
      throw InputError(path: path, problem: error.description)
    }
    self.path = path
    self.bytes = bytes
  }

  /// What a reader should know of how the bytes were read: a charset that was guessed, and so on.
  public var notes: [String] { capture.warnings }

  /// The story that the page is a version of: `story`, else that of its canonical URL, else that of
  /// the address it was saved from.
  public func story(or story: StoryID?) throws -> StoryID {
    if let story { return story }
    guard let address = capture.document.metadata.canonicalURL ?? capture.url else {
      throw InputError(
        path: path,
        problem: "which story it is, is not known, since the page names no canonical URL with a"
          + " host; give --story ID or --url ADDRESS")
    }
    do {
      return try StoryReader.storyID(forURL: address)
    } catch {
      throw InputError(
        path: path,
        problem: "which story it is, is not known: '\(address.prefix(200))': \(error.problem);"
          + " give --story ID")
    }
  }
}
