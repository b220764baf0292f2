import StoryModel

/// Writes a list of stories page by page, so that no more of it is held than a page. The bytes are the
/// same, however many pages there are.
public struct ListWriter: Sendable {
  private let count: Int, total: Int
  private let format: ReportFormat
  private let style: TextStyle
  private var hasBegun = false
  private var columns = ["Story", "Headline", "Revisions", "Last changed", "Last seen"]

  /// - Parameters:
  ///   - count: How many stories will come.
  ///   - total: How many the archive has.
  ///   - style: Matters to text alone.
  public init(count: Int, of total: Int, as format: ReportFormat, style: TextStyle = .plain) {
    (self.count, self.total) = (count, total)
    (self.format, self.style) = (format, style)
  }

  /// What is to be written for the stories that come next; with the beginning, where they are the first.
  public mutating func add(_ entries: [StoryEntry]) -> String {
    if entries.isEmpty { return "" }
    let isFirst = !hasBegun
    // By significance those that have one come first.
    let start = isFirst ? begin(isMeasured: entries.contains { $0.significance != nil }) : ""
    return switch format {
    case .text: start + text(entries)
    case .json: start + json(entries, isFirst: isFirst)
    case .markdown: start + entries.map { MarkdownPage.row(markdown($0)) + "\n" }.joined()
    case .html: start + html(entries)
    }
  }

  /// What is to be written when there are no more; with the beginning, where there were none.
  public mutating func end() -> String {
    let isEmpty = !hasBegun
    let start = isEmpty ? begin(isMeasured: false) : ""
    switch format {
    case .text:
      if !isEmpty { return "" }
      return total == 0 ? "No stories.\n" : "No stories from there on; the archive has \(total).\n"
    case .json: return start + "]}\n"
    case .markdown: return start
    case .html:
      var page = HTMLPage(continuing: start)
      page.endTable()
      page.raw("</main>")
      return page.closed()
    }
  }

  private mutating func begin(isMeasured: Bool) -> String {
    hasBegun = true
    if isMeasured { columns.append("Significance") }
    let all = total == 1 ? "1 story" : "\(total) stories"
    let title = count == total ? all : "\(count) of \(all)"
    switch format {
    case .text: return ""
    case .json: return "{\"format\":\"stet-list/1\",\"total\":\(total),\"stories\":["
    case .markdown:
      var page = MarkdownPage()
      page.heading(1, title)
      page.table(columns, [])
      return page.text
    case .html:
      var page = HTMLPage(title: "\(title) – Stet", skip: ("main", "Skip to the stories"))
      page.raw("<header>")
      page.masthead("", title: title.capitalisedFirst)
      page.raw("</header>\n<main id=\"main\" tabindex=\"-1\">")
      page.beginTable(caption: "The archive’s stories.", columns)
      return page.html
    }
  }

  private func text(_ entries: [StoryEntry]) -> String {
    var page = TerminalPage(style: style)
    for entry in entries {
      page.line(visible(entry.id), .strong, hanging: 4)
      page.line(visible(entry.headline), indent: 2, hanging: 2)
      page.line(entry.details, .quiet, indent: 2, hanging: 2)
    }
    return page.text
  }

  private func json(_ entries: [StoryEntry], isFirst: Bool) -> String {
    JSONWriter.elements(entries, isFirst: isFirst) { json, entry in
      json.object { json in
        json.field("id", entry.id)
        json.field("headline", entry.headline)
        json.field("revisions", entry.revisions)
        json.field("lastChanged", entry.lastChanged?.description)
        json.field("lastSeen", entry.lastSeen?.description)
        json.field("significance", entry.significance)
      }
    }
  }

  private func markdown(_ entry: StoryEntry) -> [String] {
    cells(
      entry, [MarkdownPage.escaped(entry.id), MarkdownPage.escaped(entry.headline)],
      [entry.lastChanged?.spoken ?? "", entry.lastSeen?.spoken ?? ""])
  }

  private func html(_ entries: [StoryEntry]) -> String {
    var page = HTMLPage(continuing: "")
    for entry in entries {
      let cells = cells(
        entry, [HTMLPage.bidi(entry.id), HTMLPage.bidi(entry.headline)],
        [entry.lastChanged, entry.lastSeen].map { HTMLPage.escaped($0?.spoken ?? "") })
      page.row(cells, under: columns, changeColumn: 1)
    }
    return page.html
  }

  private func cells(_ entry: StoryEntry, _ names: [String], _ times: [String]) -> [String] {
    let cells = names + [String(entry.revisions)] + times
    return cells.count < columns.count
      ? cells + [entry.significance.map(String.init) ?? ""] : cells
  }
}

extension StoryEntry {
  fileprivate var details: String {
    let count = revisions == 1 ? "1 revision" : "\(revisions) revisions"
    let changed = lastChanged.map { ", last changed \($0.spoken)" } ?? ""
    let seen = lastSeen.map { ", last seen \($0.spoken)" } ?? ""
    return count + (significance.map { ", significance \($0)" } ?? "") + changed + seen
  }
}
