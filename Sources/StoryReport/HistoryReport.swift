import StoryModel

/// One revision of a story, as its history tells it.
public struct HistoryEntry: Sendable, Hashable {
  /// The revision's number, from 1.
  public var number: Int
  /// The commit's object id in hexadecimal.
  public var commit: String
  public var capturedAt: Instant
  /// When it was last seen unchanged; nil where it was seen once.
  public var lastSeenAt: Instant?
  public var timeSource: CaptureRecord.TimeSource
  /// The headline, else the text's beginning.
  public var headline: String
  /// What changed since the revision before, in one line.
  public var summary: String
  /// 0 to 100; nil for the first revision.
  public var significance: Int?

  public init(
    number: Int, commit: String, capturedAt: Instant, lastSeenAt: Instant? = nil,
    timeSource: CaptureRecord.TimeSource = .given, headline: String, summary: String,
    significance: Int? = nil
  ) {
    self.number = number
    self.commit = commit
    self.capturedAt = capturedAt
    self.lastSeenAt = lastSeenAt
    self.timeSource = timeSource
    self.headline = headline
    self.summary = summary
    self.significance = significance
  }
}

/// The revisions of one story.
public enum HistoryReport {
  /// The entries in the order given, ending in a line feed. `style` matters to text alone.
  public static func write(
    _ entries: [HistoryEntry], story: String, as format: ReportFormat,
    style: TextStyle = .plain
  ) -> String {
    switch format {
    case .text: text(entries, story: story, style: style)
    case .json: String(decoding: json(entries, story: story), as: UTF8.self) + "\n"
    case .markdown: markdown(entries, story: story)
    case .html: html(entries, story: story)
    }
  }

  /// The format `stet-history/1`, one object on one line without a line feed.
  public static func json(_ entries: [HistoryEntry], story: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("format", "stet-history/1")
      json.field("story", story)
      json.key("revisions")
      json.array(entries) { json, entry in
        json.object { json in
          json.field("revision", entry.number)
          json.field("commit", entry.commit)
          json.field("capturedAt", entry.capturedAt.description)
          json.field("lastSeenAt", entry.lastSeenAt?.description)
          json.field("timeSource", entry.timeSource.rawValue)
          json.field("headline", entry.headline)
          json.field("summary", entry.summary)
          json.field("significance", entry.significance)
        }
      }
    }
    return json.bytes
  }

  static func text(_ entries: [HistoryEntry], story: String, style: TextStyle) -> String { "\n" }
  static func markdown(_ entries: [HistoryEntry], story: String) -> String { "\n" }
  static func html(_ entries: [HistoryEntry], story: String) -> String { "\n" }
}
