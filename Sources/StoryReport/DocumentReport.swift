import StoryModel

/// One revision of a story as it stood.
public enum DocumentReport {
  /// The revision, ending in a line feed. `style` matters to text alone.
  public static func write(
    _ document: Document, story: String? = nil, version: VersionHeading = VersionHeading(),
    capture: CaptureRecord? = nil, as format: ReportFormat, style: TextStyle = .plain
  ) -> String {
    switch format {
    case .text: text(document, story: story, version: version, capture: capture, style: style)
    case .json:
      String(
        decoding: json(document, story: story, version: version, capture: capture),
        as: UTF8.self) + "\n"
    case .markdown: markdown(document, story: story, version: version, capture: capture)
    case .html: html(document, story: story, version: version, capture: capture)
    }
  }

  /// The format `stet-revision/1`, one object on one line without a line feed.
  public static func json(
    _ document: Document, story: String? = nil, version: VersionHeading = VersionHeading(),
    capture: CaptureRecord? = nil
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("format", "stet-revision/1")
      json.field("story", story)
      version.writeFields(to: &json)
      write(document.metadata, to: &json)
      json.key("blocks")
      json.array(document.blocks) { json, block in
        json.object { json in
          json.field("kind", block.kind.rawValue)
          json.field("text", block.text)
        }
      }
      if let capture {
        json.key("capture")
        json.object { capture.writeFields(to: &$0) }
      }
    }
    return json.bytes
  }

  private static func write(_ metadata: Metadata, to json: inout JSONWriter) {
    json.field("publishedAt", metadata.publishedAt?.description)
    json.field("modifiedAt", metadata.modifiedAt?.description)
    json.field("language", metadata.language)
    json.field("canonicalURL", metadata.canonicalURL)
    json.field("section", metadata.section)
  }

  static func text(
    _ document: Document, story: String?, version: VersionHeading, capture: CaptureRecord?,
    style: TextStyle
  ) -> String {
    var page = TerminalPage(style: style)
    let title = title(story, version)
    if !title.isEmpty { page.line(visible(title), .quiet) }
    for fact in facts(document.metadata, version, capture) {
      page.line(visible("\(fact.name): \(fact.value)"), .quiet, hanging: 2)
    }
    for warning in capture?.warnings ?? [] {
      page.line(visible("Warning: \(warning)"), .warning, hanging: 2)
    }
    var last: Block.Kind?
    for block in document.blocks {
      let goesOn = block.kind == last && (block.kind == .listItem || block.kind == .tableRow)
      if !goesOn { page.blank() }
      last = block.kind
      let text = visible(block.text)
      switch block.kind {
      case .headline, .heading: page.line(text, .strong)
      case .byline, .caption: page.line(text, .quiet)
      case .listItem where hasMarker(text): page.line(text, hanging: 2)
      case .listItem: page.line([.init("• ", .quiet), .init(text)], hanging: 2)
      case .quote: page.line(text, indent: 4)
      case .standfirst, .paragraph, .tableRow, .notice: page.line(text)
      }
    }
    return page.text.isEmpty ? "\n" : page.text
  }

  static func markdown(
    _ document: Document, story: String?, version: VersionHeading, capture: CaptureRecord?
  ) -> String {
    var page = MarkdownPage()
    let title = title(story, version)
    if !title.isEmpty { page.paragraph("*\(MarkdownPage.escaped(title))*") }
    for block in document.blocks {
      let text = MarkdownPage.escaped(block.text)
      switch block.kind {
      case .headline: page.heading(1, block.text)
      case .heading: page.heading(2, block.text)
      case .standfirst: page.paragraph("**\(text)**")
      case .byline, .caption: page.paragraph("*\(text)*")
      case .listItem where hasMarker(block.text): page.paragraph(text)
      case .listItem: page.item(text)
      case .quote: page.paragraph("> \(text)")
      case .paragraph, .tableRow, .notice: page.paragraph(text)
      }
    }
    for warning in capture?.warnings ?? [] {
      page.paragraph("> **Warning:** \(MarkdownPage.escaped(warning))")
    }
    for fact in facts(document.metadata, version, capture) {
      page.item("\(fact.name): \(MarkdownPage.escaped(fact.value))")
    }
    return page.text.isEmpty ? "\n" : page.text
  }

  static func html(
    _ document: Document, story: String?, version: VersionHeading, capture: CaptureRecord?
  ) -> String {
    var page = HTMLPage(
      title: "\(document.title.shortened(to: 80)) – Stet", skip: ("main", "Skip to the text"))
    let attributes = HTMLPage.textAttributes(language: document.metadata.language)
    page.raw("<header>")
    page.raw("<p class=\"kicker\"><b>Stet</b>\(HTMLPage.bidi(title(story, version)))</p>")
    page.raw("</header>\n<main id=\"main\" tabindex=\"-1\">")
    for warning in capture?.warnings ?? [] {
      page.raw("<p class=\"warning\" role=\"note\">\(HTMLPage.escaped(warning))</p>")
    }
    page.raw("<article \(attributes)>")
    var isInList = false
    for block in document.blocks {
      let isItem = block.kind == .listItem
      if isItem != isInList { page.raw(isItem ? "<ul>" : "</ul>") }
      isInList = isItem
      page.raw(markup(of: block))
    }
    if isInList { page.raw("</ul>") }
    page.raw("</article>")
    let facts = facts(document.metadata, version, capture)
    if !facts.isEmpty {
      let rows = facts.map { fact in
        "<dt>\(HTMLPage.escaped(fact.name))</dt><dd>\(HTMLPage.bidi(fact.value))</dd>"
      }
      page.raw("<h2>About this revision</h2><dl class=\"facts\">\(rows.joined())</dl>")
    }
    page.raw("</main>")
    return page.closed()
  }

  private static func markup(of block: Block) -> String {
    let text = HTMLPage.escaped(block.text)
    return switch block.kind {
    case .headline: "<h1 dir=\"auto\">\(text)</h1>"
    case .heading: "<h2 dir=\"auto\">\(text)</h2>"
    case .standfirst: "<p class=\"lead\" dir=\"auto\">\(text)</p>"
    case .byline, .caption: "<p class=\"note\" dir=\"auto\">\(text)</p>"
    case .listItem where hasMarker(block.text): "<li class=\"marked\" dir=\"auto\">\(text)</li>"
    case .listItem: "<li dir=\"auto\">\(text)</li>"
    case .quote: "<blockquote dir=\"auto\">\(text)</blockquote>"
    case .notice: "<p class=\"notice\" dir=\"auto\">\(text)</p>"
    case .paragraph, .tableRow: "<p dir=\"auto\">\(text)</p>"
    }
  }

  /// Whether a list item's text begins with a bullet, a dash or a number of its own, as it does in
  /// plain text: then none is drawn before it.
  private static func hasMarker(_ text: String) -> Bool {
    guard let gap = text.unicodeScalars.firstIndex(where: { $0.properties.isWhitespace }) else {
      return false
    }
    let marker = text.unicodeScalars[..<gap]
    if marker.count == 1, let bullet = marker.first { return bullets.contains(bullet) }
    return marker.count <= 5 && (marker.last == "." || marker.last == ")")
      && marker.dropLast().allSatisfy { ("0"..."9").contains($0) }
  }

  private static let bullets: Set<Unicode.Scalar> = [
    "*", "+", "-", "·", "•", "‣", "◦", "▪", "●", "■", "–", "—",
  ]

  /// `example.org/summit: revision 3`; empty where neither is known.
  private static func title(_ story: String?, _ version: VersionHeading) -> String {
    [story ?? version.name, version.revision.map { "revision \($0)" }].compactMap(\.self)
      .joined(separator: ": ")
  }

  /// What is known of a revision besides its text.
  private static func facts(
    _ metadata: Metadata, _ version: VersionHeading, _ capture: CaptureRecord?
  ) -> [(name: String, value: String)] {
    let known: [(String, String?)] = [
      ("Captured", version.captured ?? capture?.capturedAt.spoken),
      ("Last seen unchanged", version.lastSeenAt?.spoken),
      ("Published", metadata.publishedAt?.spoken),
      ("Modified", metadata.modifiedAt?.spoken),
      ("Language", metadata.language), ("Section", metadata.section),
      ("Address", metadata.canonicalURL ?? capture?.url),
      ("Commit", version.commit),
      ("Superseded", version.superseded),
    ]
    return known.compactMap { name, value in value.map { (name: name, value: $0) } }
  }
}
