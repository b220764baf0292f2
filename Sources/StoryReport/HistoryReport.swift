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
  /// Of a history that is superseded: the commit of the revision whose insertion did it, empty where
  /// none says so. The number is the one that it had there.
  public var supersededBy: String?

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
  /// The entries in the order given, ending in a line feed. `total` is how many revisions the story
  /// has, where these are not all of them; `style` matters to text alone.
  public static func write(
    _ entries: [HistoryEntry], story: String, total: Int? = nil, as format: ReportFormat,
    style: TextStyle = .plain
  ) -> String {
    let standing = entries.count { $0.supersededBy == nil }
    var writer = HistoryWriter(
      story: story, count: standing, of: total ?? entries.count,
      superseded: entries.count - standing, as: format, style: style)
    let text = writer.add(entries)
    return text + writer.end()
  }

  /// The format `stet-history/1`, one object on one line without a line feed.
  public static func json(
    _ entries: [HistoryEntry], story: String, total: Int? = nil
  ) -> [UInt8] {
    Array(write(entries, story: story, total: total, as: .json).utf8.dropLast())
  }
}

extension HistoryEntry {
  /// `14 May 2025, 14:05 UTC; last seen unchanged 14 May 2025, 15:00 UTC`.
  var times: String {
    let seen = lastSeenAt.map { "; last seen unchanged \($0.spoken)" } ?? ""
    return capturedAt.spoken + timeNote + seen
  }

  /// How the time is known, where that matters to who reads it.
  var timeNote: String { timeSource.note }

  /// That it is superseded, and by what.
  var supersededNote: String {
    guard let supersededBy else { return "" }
    return supersededBy.isEmpty ? ", superseded" : ", superseded by \(supersededBy.prefix(10))"
  }

  var details: String {
    let weight = significance.map { "significance \($0), " } ?? ""
    return "\(weight)commit \(visible(String(commit.prefix(10))))"
  }
}
