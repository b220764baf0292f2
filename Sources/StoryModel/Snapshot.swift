/// A capture of a story at one time: the bytes, what was read from them, and how they were got.
public struct Snapshot: Sendable, Hashable {
  /// The bytes as captured.
  public var source: [UInt8]
  /// What the extractor read from `source`.
  public var document: Document
  public var capture: CaptureRecord

  public init(source: [UInt8], document: Document, capture: CaptureRecord) {
    self.source = source
    self.document = document
    self.capture = capture
  }
}

/// Where a capture came from, when, how, and by which extractor its text was read.
public struct CaptureRecord: Sendable, Hashable {
  /// How the time of the capture is known.
  public enum TimeSource: String, Sendable, Hashable {
    /// Given by the user (`--at`) or by the imported record.
    case given
    /// The page's own modified time.
    case page
    /// The clock, when the snapshot was taken.
    case clock
    /// Nobody knew: versions without a time are set a minute apart.
    case assumed
  }

  /// How the bytes came to Stet.
  public enum Method: String, Sendable, Hashable {
    case file, standardInput, imported
  }

  /// How the charset that decoded the bytes was chosen.
  public enum CharsetSource: String, Sendable, Hashable {
    case byteOrderMark, declared, valid, detected
  }

  public var capturedAt: Instant
  public var timeSource: TimeSource
  public var method: Method
  /// The file's name without its folders, where there was a file.
  public var fileName: String?
  /// The address that the capture was made from, where it is known.
  public var url: String?
  /// `text/plain`, `text/html`, or `application/json` for an imported version record.
  public var mediaType: String
  /// The charset that the bytes were decoded by, in lower case (`utf-8`, `windows-1252`).
  public var charset: String
  public var charsetSource: CharsetSource
  /// The extractor and its version: `text/1`, `html/1`, `record/1`.
  public var extractor: String
  /// What a reader should know of the capture: bytes that the charset could not decode, and so on.
  public var warnings: [String]

  public init(
    capturedAt: Instant, timeSource: TimeSource, method: Method, fileName: String? = nil,
    url: String? = nil, mediaType: String, charset: String = "utf-8",
    charsetSource: CharsetSource = .valid, extractor: String, warnings: [String] = []
  ) {
    self.capturedAt = capturedAt
    self.timeSource = timeSource
    self.method = method
    self.fileName = fileName
    self.url = url
    self.mediaType = mediaType
    self.charset = charset
    self.charsetSource = charsetSource
    self.extractor = extractor
    self.warnings = warnings
  }
}
