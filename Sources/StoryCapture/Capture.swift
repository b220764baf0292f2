import StoryModel

/// The bytes of one version of a story, and what is known of them before they are read.
public struct CaptureInput: Sendable {
  public var bytes: [UInt8]
  /// The file's name without its folders, where there was a file.
  public var fileName: String?
  public var method: CaptureRecord.Method
  /// The address that the bytes came from, where it is known.
  public var url: String?
  /// A hint, from a transport or a file's extension: `text/html`, `text/plain`.
  public var mediaType: String?
  /// The charset that a transport declared.
  public var charset: String?

  public init(
    bytes: [UInt8], fileName: String? = nil, method: CaptureRecord.Method = .file,
    url: String? = nil, mediaType: String? = nil, charset: String? = nil
  ) {
    self.bytes = bytes
    self.fileName = fileName
    self.method = method
    self.url = url
    self.mediaType = mediaType
    self.charset = charset
  }
}

/// What was read from the bytes of one version: its document, and how it was read.
///
/// Everything that a `CaptureRecord` holds but the time, which the caller decides.
public struct Capture: Sendable, Hashable {
  public var document: Document
  public var method: CaptureRecord.Method
  public var fileName: String?
  public var url: String?
  /// `text/plain`, `text/html`, or `application/json` for an imported version record.
  public var mediaType: String
  /// The charset that the bytes were decoded by, in lower case.
  public var charset: String
  public var charsetSource: CaptureRecord.CharsetSource
  /// The extractor and its version: `text/1`, `html/1`, `record/1`.
  public var extractor: String
  public var warnings: [String]

  public init(
    document: Document, method: CaptureRecord.Method, fileName: String? = nil, url: String? = nil,
    mediaType: String, charset: String = "utf-8",
    charsetSource: CaptureRecord.CharsetSource = .valid, extractor: String,
    warnings: [String] = []
  ) {
    self.document = document
    self.method = method
    self.fileName = fileName
    self.url = url
    self.mediaType = mediaType
    self.charset = charset
    self.charsetSource = charsetSource
    self.extractor = extractor
    self.warnings = warnings
  }

  /// The record of this capture, made at a time that is known from `timeSource`.
  public func record(
    capturedAt: Instant, timeSource: CaptureRecord.TimeSource
  ) -> CaptureRecord {
    CaptureRecord(
      capturedAt: capturedAt, timeSource: timeSource, method: method, fileName: fileName, url: url,
      mediaType: mediaType, charset: charset, charsetSource: charsetSource, extractor: extractor,
      warnings: warnings)
  }
}

/// Why bytes could not be read as a version of a story.
public enum CaptureError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No bytes, or nothing but white space.
  case empty
  /// No text: what the bytes look like, with an article (`a PDF document`).
  case binary(looksLike: String)
  /// A page that holds no readable text.
  case noText(String)
  /// An import record that is not as it should be; the text says where and why.
  case record(String)

  public var description: String {
    switch self {
    case .empty:
      "there is no text in it: it is empty, or holds nothing but white space"
    case .binary(let what):
      "it is not text but looks like \(what); a story is read from plain text or HTML"
    case .noText(let why): "no story could be read from the page: \(why)"
    case .record(let why): why
    }
  }
}
