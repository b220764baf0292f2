import StoryModel

/// Writes the revisions of a story page by page, so that no more of them is held than a page. The bytes are
/// the same, however many pages there are.
public struct HistoryWriter: Sendable {
  private static let columns = [
    "Revision", "Headline", "What changed", "Captured", "Last seen unchanged", "Significance",
  ]
  private static let markdownColumns = [
    "Revision", "Captured", "Last seen unchanged", "Headline", "What changed", "Significance",
  ]

  private let story: String
  private let total: Int
  /// `4 revisions`; `2 of 4 revisions` where these are not all; and how many are superseded.
  private let count: String
  private let format: ReportFormat
  private let style: TextStyle
  private var hasBegun = false

  /// - Parameters:
  ///   - count: How many revisions will come, without superseded ones.
  ///   - total: How many the story has.
  ///   - superseded: How many superseded ones will come.
  ///   - style: Matters to text alone.
  public init(
    story: String, count: Int, of total: Int, superseded: Int = 0, as format: ReportFormat,
    style: TextStyle = .plain
  ) {
    (self.story, self.total) = (story, total)
    (self.format, self.style) = (format, style)
    self.count =
      (count < total ? "\(count) of \(total)" : "\(count)")
      + (total == 1 ? " revision" : " revisions")
      + (superseded > 0 ? " and \(superseded) superseded" : "")
  }

  /// What is to be written for the revisions that come next; with the beginning, where they are the first.
  public mutating func add(_ entries: [HistoryEntry]) -> String {
    if entries.isEmpty { return "" }
    let isFirst = !hasBegun
    let start = begin()
    return switch format {
    case .text: start + text(entries)
    case .json: start + json(entries, isFirst: isFirst)
    case .markdown: start + entries.map { MarkdownPage.row($0.markdown) + "\n" }.joined()
    case .html: start + html(entries)
    }
  }

  /// What is to be written when there are no more; with the beginning, where there were none.
  public mutating func end() -> String {
    let start = begin()
    switch format {
    case .text, .markdown: return start
    case .json: return start + "]}\n"
    case .html:
      var page = HTMLPage(continuing: start)
      page.endTable()
      page.raw("</main>")
      return page.closed()
    }
  }

  private mutating func begin() -> String {
    if hasBegun { return "" }
    hasBegun = true
    switch format {
    case .text:
      var page = TerminalPage(style: style)
      page.line("\(visible(story)): \(count)", .strong)
      return page.text
    case .json:
      var json = JSONWriter()
      json.object { json in
        json.field("format", "stet-history/1")
        json.field("story", story)
        json.field("total", total)
      }
      return String(decoding: json.bytes.dropLast(), as: UTF8.self) + ",\"revisions\":["
    case .markdown:
      var page = MarkdownPage()
      page.heading(1, "\(story): \(count)")
      page.table(HistoryWriter.markdownColumns, [])
      return page.text
    case .html:
      var page = HTMLPage(
        title: "\(story): \(count) – Stet", skip: ("main", "Skip to the revisions"))
      page.raw("<header>")
      page.masthead(story, title: count.capitalisedFirst)
      page.raw("</header>\n<main id=\"main\" tabindex=\"-1\">")
      page.beginTable(caption: "The story’s revisions.", HistoryWriter.columns)
      return page.html
    }
  }

  private func text(_ entries: [HistoryEntry]) -> String {
    entries.map { entry in
      var page = TerminalPage(style: style)
      page.line(
        [
          .init(String(entry.number), .strong), .init("\(entry.supersededNote)  \(entry.times)"),
        ], hanging: 4)
      page.line(visible(entry.headline), .strong, indent: 4)
      page.line(visible(entry.summary), indent: 4)
      page.line(entry.details, .quiet, indent: 4)
      return "\n" + page.text
    }.joined()
  }

  private func json(_ entries: [HistoryEntry], isFirst: Bool) -> String {
    JSONWriter.elements(entries, isFirst: isFirst) { json, entry in
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

  private func html(_ entries: [HistoryEntry]) -> String {
    var page = HTMLPage(continuing: "")
    for entry in entries { page.row(entry.html, under: HistoryWriter.columns, changeColumn: 1) }
    return page.html
  }
}

extension HistoryEntry {
  /// The cells of its row.
  fileprivate var markdown: [String] {
    [
      "\(number) (`\(commit.prefix(10))`)\(supersededNote)",
      MarkdownPage.escaped(capturedAt.spoken + timeNote),
      lastSeenAt?.spoken ?? "", MarkdownPage.escaped(headline), MarkdownPage.escaped(summary),
      significance.map(String.init) ?? "",
    ]
  }

  fileprivate var html: [String] {
    [
      "\(number)\(HTMLPage.escaped(supersededNote))", HTMLPage.bidi(headline),
      HTMLPage.escaped(summary), HTMLPage.escaped(capturedAt.spoken + timeNote),
      lastSeenAt.map { HTMLPage.escaped($0.spoken) } ?? "", significance.map(String.init) ?? "",
    ]
  }
}
