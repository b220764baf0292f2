import StoryModel

/// One story, as the list of an archive's stories tells it.
public struct StoryEntry: Sendable, Hashable {
  public var id: String
  /// The headline of the latest revision, else its text's beginning.
  public var headline: String
  /// How many revisions it has.
  public var revisions: Int
  /// When the latest revision was captured.
  public var lastChanged: Instant?
  /// When the latest revision was last seen unchanged.
  public var lastSeen: Instant?
  /// The most that one of its revisions changed the one before, 0 to 100; nil where that is not asked,
  /// and where there is but one.
  public var significance: Int?

  public init(
    id: String, headline: String, revisions: Int, lastChanged: Instant? = nil,
    lastSeen: Instant? = nil, significance: Int? = nil
  ) {
    self.id = id
    self.headline = headline
    self.revisions = revisions
    self.lastChanged = lastChanged
    self.lastSeen = lastSeen
    self.significance = significance
  }
}

/// The stories of an archive.
public enum ListReport {
  /// The entries in the order given, ending in a line feed. `style` matters to text alone; `total` is
  /// how many stories the archive has, of which these may be a part.
  public static func write(
    _ entries: [StoryEntry], of total: Int? = nil, as format: ReportFormat,
    style: TextStyle = .plain
  ) -> String {
    switch format {
    case .text: text(entries, style: style)
    case .json: String(decoding: json(entries, of: total), as: UTF8.self) + "\n"
    case .markdown: markdown(entries)
    case .html: html(entries)
    }
  }

  /// The format `stet-list/1`, one object on one line without a line feed.
  public static func json(_ entries: [StoryEntry], of total: Int? = nil) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("format", "stet-list/1")
      json.field("total", total ?? entries.count)
      json.key("stories")
      json.array(entries) { json, entry in
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
    return json.bytes
  }

  static func text(_ entries: [StoryEntry], style: TextStyle) -> String {
    var page = TerminalPage(style: style)
    if entries.isEmpty { page.line("No stories.") }
    for entry in entries {
      page.line(visible(entry.id), .strong, hanging: 4)
      page.line(visible(entry.headline), indent: 2, hanging: 2)
      page.line(entry.details, .quiet, indent: 2, hanging: 2)
    }
    return page.text
  }

  static func markdown(_ entries: [StoryEntry]) -> String {
    var page = MarkdownPage()
    page.heading(1, entries.storyCount)
    page.table(
      entries.columns,
      entries.map { entry in
        [
          MarkdownPage.escaped(entry.id), MarkdownPage.escaped(entry.headline),
          String(entry.revisions), entry.lastChanged?.spoken ?? "", entry.lastSeen?.spoken ?? "",
        ] + (entries.areMeasured ? [entry.significance.map(String.init) ?? ""] : [])
      })
    return page.text
  }

  static func html(_ entries: [StoryEntry]) -> String {
    var page = HTMLPage(
      title: "\(entries.storyCount) – Stet", skip: ("main", "Skip to the stories"))
    page.raw("<header>")
    page.masthead("", title: entries.storyCount.capitalisedFirst)
    page.raw("</header>\n<main id=\"main\" tabindex=\"-1\">")
    page.table(
      caption: "The archive’s stories.",
      entries.columns,
      entries.map { entry in
        [
          HTMLPage.bidi(entry.id), HTMLPage.bidi(entry.headline), String(entry.revisions),
          entry.lastChanged.map { HTMLPage.escaped($0.spoken) } ?? "",
          entry.lastSeen.map { HTMLPage.escaped($0.spoken) } ?? "",
        ] + (entries.areMeasured ? [entry.significance.map(String.init) ?? ""] : [])
      }, changeColumn: 1)
    page.raw("</main>")
    return page.closed()
  }
}

extension [StoryEntry] {
  fileprivate var areMeasured: Bool { contains { $0.significance != nil } }

  fileprivate var columns: [String] {
    ["Story", "Headline", "Revisions", "Last changed", "Last seen"]
      + (areMeasured ? ["Significance"] : [])
  }

  fileprivate var storyCount: String { count == 1 ? "1 story" : "\(count) stories" }
}

extension StoryEntry {
  fileprivate var details: String {
    let count = revisions == 1 ? "1 revision" : "\(revisions) revisions"
    let changed = lastChanged.map { ", last changed \($0.spoken)" } ?? ""
    let seen = lastSeen.map { ", last seen \($0.spoken)" } ?? ""
    return count + (significance.map { ", significance \($0)" } ?? "") + changed + seen
  }
}
