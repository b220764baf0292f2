import Foundation
import StoryModel
import Testing

@testable import StoryDiff
@testable import StoryReport

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct `A diff as a page` {
  private static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='x", "&lt;b&gt; & co",
    "\u{1B}[31m\u{0}\u{202E}", "]]> <!-- --> </style></p>", "שלום עולם", "東京",
  ]

  @Test func `is well-formed, whatever the story's text holds`() throws {
    let hostileHeading = ReportHeading(
      story: Self.hostile[0], old: VersionHeading(name: Self.hostile[1]),
      new: VersionHeading(commit: Self.hostile[2], name: Self.hostile[2]))
    var metadata = Metadata(language: "en\"><script>")
    metadata.section = "<"
    let side = VersionSide(
      document: Document(metadata: metadata, blocks: BridgeStory.newBlocks), incomplete: .paywall)
    let pages = [
      HTMLReport.write(BridgeStory.diff, heading: BridgeStory.heading),
      HTMLReport.write(BridgeStory.added(Self.hostile), heading: hostileHeading),
      HTMLReport.write(
        StoryDiff(parts: side, side, blocks: BridgeStory.blocks), heading: hostileHeading),
      HTMLReport.write(
        BridgeStory.edited(Self.hostile.map { BridgeStory.edit(.delete, $0) }),
        heading: hostileHeading),
    ]
    for page in pages {
      let outline = try outline(of: page)
      #expect(outline.elements["html"] == 1)
      #expect(outline.elements["script"] == nil)
      #expect(outline.elements["img"] == nil)
    }
    // The text is still there, for who reads it.
    let text = try outline(of: pages[1]).text
    #expect(text.contains("<script>alert(1)</script>"))
    #expect(text.contains("␛[31m␀⟨U+202E⟩"))
  }

  @Test func `asks for nothing from elsewhere and forbids it besides`() throws {
    let page = HTMLReport.write(BridgeStory.diff, heading: BridgeStory.heading)
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'"))
    let outline = try outline(of: page)
    for element in ["script", "link", "img", "iframe", "object"] {
      #expect(outline.elements[element] == nil)
    }
    #expect(!page.contains("url("))
    #expect(!page.contains("@import"))
    #expect(outline.attributes["src"] == nil)
    #expect(outline.attributes["style"] == nil)
    #expect((outline.attributes["href"] ?? []).allSatisfy { $0.hasPrefix("#") })
  }

  @Test func `leads every link to a place in it, each of one name`() throws {
    let outline = try outline(
      of: HTMLReport.write(BridgeStory.diff, heading: BridgeStory.heading))
    let ids = outline.attributes["id"] ?? []
    #expect(Set(ids).count == ids.count)
    for target in outline.attributes["href"] ?? [] {
      #expect(ids.contains(String(target.dropFirst())), "\(target)")
    }
    for label in outline.attributes["for"] ?? [] { #expect(ids.contains(label)) }
    for label in outline.attributes["aria-labelledby"] ?? [] { #expect(ids.contains(label)) }
  }

  @Test func `has landmarks, one first heading, and text in its own language and direction`() throws
  {
    let page = HTMLReport.write(BridgeStory.diff, heading: BridgeStory.heading)
    let outline = try outline(of: page)
    for element in ["header", "main", "footer", "h1", "title"] {
      #expect(outline.elements[element] == 1, "\(element)")
    }
    #expect(outline.attributes["lang"]?.first == "en")
    #expect(page.contains("<p lang=\"en-GB\" dir=\"auto\">"))
    #expect(
      HTMLReport.write(BridgeStory.added(["a"]), heading: ReportHeading()).contains(" lang=\"\" "))
    #expect(outline.elements["th"] == outline.attributes["scope"]?.count)
  }

  @Test func `tells a screen reader what was deleted and inserted`() throws {
    let text = try outline(
      of: HTMLReport.write(BridgeStory.diff, heading: BridgeStory.heading)
    ).text
    #expect(text.contains("kills [deleted: 12][inserted: 15]"))
  }

  @Test func `holds both versions side by side besides the inline text`() {
    let page = HTMLReport.write(BridgeStory.diff, heading: BridgeStory.heading)
    let hidden = "<span class=\"vh\">"
    #expect(
      page.contains(
        """
        <span class="side-label">Old</span><p lang="en-GB" dir="auto">At least <del>\(hidden)\
        [deleted: </span>12\(hidden)]</span></del> people died
        """))
    #expect(
      page.contains(
        """
        <span class="side-label">New</span><p lang="en-GB" dir="auto">At least <ins>\(hidden)\
        [inserted: </span>15\(hidden)]</span></ins> people died
        """))
    #expect(page.contains("<p class=\"none\">Not in this version.</p>"))
  }

  @Test func `keeps unchanged paragraphs folded but there`() {
    let page = HTMLReport.write(BridgeStory.diff, heading: BridgeStory.heading)
    #expect(page.contains("<details><summary>2 paragraphs unchanged</summary>"))
    #expect(page.contains(">Trains ran late. Buses did not run.</p>"))
  }

  @Test func `goes straight to the text where its edits are all there is to say`() {
    let diff = BridgeStory.edited([
      BridgeStory.edit(.delete, "Ships"), BridgeStory.edit(.insert, "Boats"),
    ])
    let page = HTMLReport.write(diff, heading: BridgeStory.heading)
    #expect(!page.contains("What changed"))
    #expect(page.contains("The text"))
  }

  @Test func `says no change where there is none`() {
    let empty = VersionSide(document: Document(), incomplete: nil)
    let page = HTMLReport.write(
      StoryDiff(parts: empty, empty, blocks: []), heading: BridgeStory.heading)
    #expect(page.contains("<p class=\"lead\">No change.</p>"))
    #expect(!page.contains("What changed"))
  }

  @Test func `draws ten thousand paragraphs`() throws {
    let texts = (0..<10_000).map { "Paragraph of number \($0) ends here." }
    let outline = try outline(
      of: HTMLReport.write(BridgeStory.added(texts), heading: BridgeStory.heading))
    #expect((outline.attributes["id"] ?? []).filter { $0.hasPrefix("new-") }.count == 10_000)
  }
}

/// What a strict XML parser finds in a page.
final class Outline: NSObject, XMLParserDelegate {
  var elements: [String: Int] = [:]
  var attributes: [String: [String]] = [:]
  var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes found: [String: String]
  ) {
    elements[name, default: 0] += 1
    for (name, value) in found { attributes[name, default: []].append(value) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}

func outline(of page: String) throws -> Outline {
  let parser = XMLParser(data: Data(page.utf8))
  let outline = Outline()
  parser.delegate = outline
  let isWellFormed = parser.parse()
  try #require(isWellFormed, "line \(parser.lineNumber): \(parser.parserError as Any)")
  return outline
}
