import Foundation
import StoryModel
import Testing

@testable import StoryReport

private let entries = [
  HistoryEntry(
    number: 2, commit: String(repeating: "3a", count: 20),
    capturedAt: BridgeStory.noon.advanced(bySeconds: 86_400),
    headline: "Footbridge <collapse> in Harl kills 15 | again",
    summary: "The death toll rose\u{1B}[31m.", significance: 84),
  HistoryEntry(
    number: 1, commit: String(repeating: "4b", count: 20), capturedAt: BridgeStory.noon,
    lastSeenAt: BridgeStory.noon.advanced(bySeconds: 7200), timeSource: .assumed,
    headline: "Footbridge collapse in Harl kills 12", summary: "First captured."),
]

@Suite struct `A history` {
  private func write(_ format: ReportFormat) -> String {
    HistoryReport.write(entries, story: "example.org/footbridge", as: format)
  }

  @Test func `has a revision's every field as JSON`() {
    #expect(
      write(.json) == """
        {"format":"stet-history/1","story":"example.org/footbridge","total":2,"revisions":[\
        {"revision":2,"commit":"\(String(repeating: "3a", count: 20))",\
        "capturedAt":"2025-05-15T12:00:00Z","timeSource":"given",\
        "headline":"Footbridge <collapse> in Harl kills 15 | again",\
        "summary":"The death toll rose\\u001b[31m.","significance":84},\
        {"revision":1,"commit":"\(String(repeating: "4b", count: 20))",\
        "capturedAt":"2025-05-14T12:00:00Z","lastSeenAt":"2025-05-14T14:00:00Z",\
        "timeSource":"assumed","headline":"Footbridge collapse in Harl kills 12",\
        "summary":"First captured."}]}

        """)
  }

  @Test func `reads newest first as it was given, a time that nobody knew said to be assumed`() {
    #expect(
      write(.text) == """
        example.org/footbridge: 2 revisions

        2  15 May 2025, 12:00 UTC
            Footbridge <collapse> in Harl kills 15 | again
            The death toll rose␛[31m.
            significance 84, commit 3a3a3a3a3a

        1  14 May 2025, 12:00 UTC (assumed); last seen unchanged 14 May 2025, 14:00 UTC
            Footbridge collapse in Harl kills 12
            First captured.
            commit 4b4b4b4b4b

        """)
  }

  @Test func `says how many revisions there are where it shows fewer`() {
    for format in ReportFormat.allCases {
      let report = HistoryReport.write(
        Array(entries.prefix(1)), story: "s", total: 2, as: format)
      #expect(report.contains(format == .json ? "\"total\":2" : "1 of 2 revisions"), "\(format)")
    }
  }

  @Test(arguments: ReportFormat.allCases)
  func `has the same bytes, however many pages it comes in`(format: ReportFormat) {
    var superseded = entries
    for index in superseded.indices { superseded[index].supersededBy = "5c5c5c5c5c5c" }
    let all = entries + superseded
    var writer = HistoryWriter(story: "s", count: 2, of: 3, superseded: 2, as: format)
    var pages = all.map { writer.add([$0]) }
    pages.append(writer.end())
    #expect(pages.joined() == HistoryReport.write(all, story: "s", total: 3, as: format))
    #expect(
      pages[0].contains(format == .json ? "\"total\":3" : "2 of 3 revisions and 2 superseded"))
  }

  @Test func `is a table in Markdown and in HTML`() throws {
    #expect(write(.markdown).contains("| Footbridge \\<collapse\\> in Harl kills 15 \\| again |"))
    let outline = try outline(of: write(.html))
    #expect(outline.elements["tr"] == 3)
    #expect(outline.text.contains("Footbridge <collapse> in Harl kills 15 | again"))
  }
}

@Suite struct `A list of stories` {
  private let stories = [
    StoryEntry(
      id: "example.org/footbridge", headline: "*Footbridge* & co", revisions: 4,
      lastChanged: BridgeStory.noon, lastSeen: BridgeStory.noon.advanced(bySeconds: 60)),
    StoryEntry(id: "example.org/ferry", headline: "Ferry", revisions: 1),
  ]

  @Test func `has a story's every field as JSON`() {
    #expect(
      ListReport.write(stories, as: .json) == """
        {"format":"stet-list/1","total":2,"stories":[\
        {"id":"example.org/footbridge","headline":"*Footbridge* & co","revisions":4,\
        "lastChanged":"2025-05-14T12:00:00Z","lastSeen":"2025-05-14T12:01:00Z"},\
        {"id":"example.org/ferry","headline":"Ferry","revisions":1}]}

        """)
  }

  @Test func `reads a story at a time`() {
    #expect(
      ListReport.write(stories, as: .text, style: TextStyle(colour: false, width: 100)) == """
        example.org/footbridge
          *Footbridge* & co
          4 revisions, last changed 14 May 2025, 12:00 UTC, last seen 14 May 2025, 12:01 UTC
        example.org/ferry
          Ferry
          1 revision

        """)
    #expect(ListReport.write([], as: .text) == "No stories.\n")
  }

  @Test func `is a table in Markdown and in HTML`() throws {
    #expect(ListReport.write(stories, as: .markdown).contains("| \\*Footbridge\\* \\& co | 4 |"))
    let outline = try outline(of: ListReport.write(stories, as: .html))
    #expect(outline.elements["tr"] == 3)
    #expect(outline.text.contains("*Footbridge* & co"))
  }

  @Test(arguments: ReportFormat.allCases)
  func `is the same page by page as at once`(format: ReportFormat) {
    var many = (0..<7).map { number in
      StoryEntry(
        id: "s/\(number)", headline: "Number \(number)", revisions: number + 1,
        lastChanged: BridgeStory.noon)
    }
    for isMeasured in [false, true] {
      if isMeasured { for number in 0..<5 { many[number].significance = 90 - number } }
      let whole = ListReport.write(many, of: 40, as: format)
      for size in [1, 3, 7] {
        var writer = ListWriter(count: many.count, of: 40, as: format)
        var text = ""
        for start in stride(from: 0, to: many.count, by: size) {
          text += writer.add(Array(many[start..<min(many.count, start + size)]))
        }
        #expect(text + writer.end() == whole)
      }
      #expect(whole.contains("86") == isMeasured)
    }
  }

  @Test func `without stories is well-formed`() throws {
    #expect(
      ListReport.write([], as: .json) == #"{"format":"stet-list/1","total":0,"stories":[]}"# + "\n")
    #expect(ListReport.write([], as: .markdown).hasPrefix("# 0 stories\n\n| Story |"))
    #expect(try outline(of: ListReport.write([], as: .html)).elements["tr"] == 1)
  }
}

@Suite struct `A revision` {
  private let document = Document(
    metadata: Metadata(
      publishedAt: BridgeStory.noon, language: "fr", canonicalURL: "https://example.org/a",
      section: "Région"),
    blocks: [
      Block(.headline, "Le pont <tombe>"), Block(.standfirst, "Quinze morts"),
      Block(.listItem, "un"), Block(.listItem, "deux"), Block(.quote, "Un jour noir"),
    ])
  private let capture = CaptureRecord(
    capturedAt: BridgeStory.noon, timeSource: .page, method: .file, fileName: "pont.html",
    mediaType: "text/html", charset: "windows-1252", charsetSource: .declared, extractor: "html/1",
    warnings: ["3 bytes could not be decoded"])
  private let version = VersionHeading(revision: 2, capturedAt: BridgeStory.noon)

  private func write(_ format: ReportFormat) -> String {
    DocumentReport.write(
      document, story: "example.org/pont", version: version, capture: capture, as: format)
  }

  @Test func `has the document and how it was captured as JSON`() {
    #expect(
      write(.json) == """
        {"format":"stet-revision/1","story":"example.org/pont","revision":2,\
        "capturedAt":"2025-05-14T12:00:00Z","publishedAt":"2025-05-14T12:00:00Z",\
        "language":"fr","canonicalURL":"https://example.org/a","section":"Région",\
        "blocks":[{"kind":"headline","text":"Le pont <tombe>"},\
        {"kind":"standfirst","text":"Quinze morts"},{"kind":"listItem","text":"un"},\
        {"kind":"listItem","text":"deux"},{"kind":"quote","text":"Un jour noir"}],\
        "capture":{"capturedAt":"2025-05-14T12:00:00Z","timeSource":"page","method":"file",\
        "fileName":"pont.html","mediaType":"text/html","charset":"windows-1252",\
        "charsetSource":"declared","extractor":"html/1",\
        "warnings":["3 bytes could not be decoded"]}}

        """)
  }

  @Test func `reads as its blocks, with what a reader should know above them`() {
    #expect(
      write(.text) == """
        example.org/pont: revision 2
        Captured: 14 May 2025, 12:00 UTC
        Published: 14 May 2025, 12:00 UTC
        Language: fr
        Section: Région
        Address: https://example.org/a
        Warning: 3 bytes could not be decoded

        Le pont <tombe>

        Quinze morts

        • un
        • deux

            Un jour noir

        """)
  }

  @Test func `keeps its headings, lists and quotes in Markdown and HTML`() throws {
    let markdown = write(.markdown)
    #expect(markdown.contains("\n# Le pont \\<tombe\\>\n"))
    #expect(markdown.contains("\n- un\n- deux\n\n> Un jour noir\n"))
    let html = write(.html)
    let outline = try outline(of: html)
    #expect(outline.elements["li"] == 2)
    #expect(outline.elements["ul"] == 1)
    #expect(html.contains("<article lang=\"fr\" dir=\"auto\">"))
    #expect(outline.text.contains("Le pont <tombe>"))
  }

  @Test(arguments: ["* open", "- open", "• open", "– open", "3. open", "12) open"])
  func `draws no bullet before an item that has a marker of its own`(item: String) throws {
    let list = Document(blocks: [Block(.listItem, item), Block(.listItem, "3.5 per cent")])
    #expect(DocumentReport.write(list, as: .text) == "\(item)\n• 3.5 per cent\n")
    #expect(!DocumentReport.write(list, as: .markdown).hasPrefix("- \(MarkdownPage.escaped(item))"))
    let html = DocumentReport.write(list, as: .html)
    #expect(html.contains("<li class=\"marked\" dir=\"auto\">\(item)</li>"))
    #expect(html.contains("<li dir=\"auto\">3.5 per cent</li>"))
  }

  @Test func `with nothing in it is still a page of every format`() throws {
    for format in ReportFormat.allCases {
      #expect(DocumentReport.write(Document(), as: format).hasSuffix("\n"))
    }
    _ = try outline(of: DocumentReport.write(Document(), as: .html))
  }
}
