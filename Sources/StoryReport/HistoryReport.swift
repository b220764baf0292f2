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
    let total = total ?? entries.count
    return switch format {
    case .text: text(entries, story: story, total: total, style: style)
    case .json: String(decoding: json(entries, story: story, total: total), as: UTF8.self) + "\n"
    case .markdown: markdown(entries, story: story, total: total)
    case .html: html(entries, story: story, total: total)
    }
  }

  /// The format `stet-history/1`, one object on one line without a line feed.
  public static func json(
    _ entries: [HistoryEntry], story: String, total: Int? = nil
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("format", "stet-history/1")
      json.field("story", story)
      json.field("total", total ?? entries.count)
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
          json.field("supersededBy", entry.supersededBy)
        }
      }
    }
    return json.bytes
  }

  static func text(
    _ entries: [HistoryEntry], story: String, total: Int, style: TextStyle
  ) -> String {
    var page = TerminalPage(style: style)
    page.line("\(visible(story)): \(entries.count(of: total))", .strong)
    for entry in entries {
      page.blank()
      page.line(
        [
          .init(String(entry.number), .strong), .init("\(entry.supersededNote)  \(entry.times)"),
        ], hanging: 4)
      page.line(visible(entry.headline), .strong, indent: 4)
      page.line(visible(entry.summary), indent: 4)
      page.line(entry.details, .quiet, indent: 4)
    }
    return page.text
  }

  static func markdown(_ entries: [HistoryEntry], story: String, total: Int) -> String {
    var page = MarkdownPage()
    page.heading(1, "\(story): \(entries.count(of: total))")
    page.table(
      ["Revision", "Captured", "Last seen unchanged", "Headline", "What changed", "Significance"],
      entries.map { entry in
        [
          "\(entry.number) (`\(entry.commit.prefix(10))`)\(entry.supersededNote)",
          MarkdownPage.escaped(entry.capturedAt.spoken + entry.timeNote),
          entry.lastSeenAt?.spoken ?? "", MarkdownPage.escaped(entry.headline),
          MarkdownPage.escaped(entry.summary), entry.significance.map(String.init) ?? "",
        ]
      })
    return page.text
  }

  static func html(_ entries: [HistoryEntry], story: String, total: Int) -> String {
    let count = entries.count(of: total)
    var page = HTMLPage(
      title: "\(story): \(count) – Stet", skip: ("main", "Skip to the revisions"))
    page.raw("<header>")
    page.masthead(story, title: count.capitalisedFirst)
    page.raw("</header>\n<main id=\"main\" tabindex=\"-1\">")
    page.table(
      caption: "The story’s revisions.",
      ["Revision", "Headline", "What changed", "Captured", "Last seen unchanged", "Significance"],
      entries.map { entry in
        [
          "\(entry.number)\(HTMLPage.escaped(entry.supersededNote))", HTMLPage.bidi(entry.headline),
          HTMLPage.escaped(entry.summary),
          HTMLPage.escaped(entry.capturedAt.spoken + entry.timeNote),
          entry.lastSeenAt.map { HTMLPage.escaped($0.spoken) } ?? "",
          entry.significance.map(String.init) ?? "",
        ]
      }, changeColumn: 1)
    page.raw("</main>")
    return page.closed()
  }
}

extension [HistoryEntry] {
  /// `4 revisions`; `2 of 4 revisions` where these are not all; and how many are superseded.
  fileprivate func count(of total: Int) -> String {
    let standing = count { $0.supersededBy == nil }
    let shown = standing < total ? "\(standing) of \(total)" : "\(standing)"
    let superseded = count == standing ? "" : " and \(count - standing) superseded"
    return "\(shown) \(total == 1 ? "revision" : "revisions")" + superseded
  }
}

extension HistoryEntry {
  /// `14 May 2025, 14:05 UTC; last seen unchanged 14 May 2025, 15:00 UTC`.
  fileprivate var times: String {
    let seen = lastSeenAt.map { "; last seen unchanged \($0.spoken)" } ?? ""
    return capturedAt.spoken + timeNote + seen
  }

  /// How the time is known, where that matters to who reads it.
  fileprivate var timeNote: String {
    switch timeSource {
    case .given, .clock: ""
    case .page: " (by the page)"
    case .assumed: " (assumed)"
    }
  }

  /// That it is superseded, and by what.
  fileprivate var supersededNote: String {
    guard let supersededBy else { return "" }
    return supersededBy.isEmpty ? ", superseded" : ", superseded by \(supersededBy.prefix(10))"
  }

  fileprivate var details: String {
    let weight = significance.map { "significance \($0), " } ?? ""
    return "\(weight)commit \(visible(String(commit.prefix(10))))"
  }
}
