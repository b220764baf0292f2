import StoryModel
import Testing

@testable import StoryDiff
@testable import StoryReport

@Suite struct `A diff for a terminal` {
  private func write(_ diff: StoryDiff, colour: Bool = false, width: Int = 80) -> String {
    TextReport.write(
      diff, heading: BridgeStory.heading, style: TextStyle(colour: colour, width: width))
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `says what changed before it shows the text`() throws {
    let text = write(BridgeStory.diff)
    let order = [
      "example.org/footbridge: revision 3 → 4",
      "Captured 14 May 2025, 12:00 UTC → 14 May 2025, 14:20 UTC.",
      "Changed between 14:05, when it was last seen as before, and 14:20 on 14 May 2025",
      "The death toll in the headline and the lede rose",
      "Significance 84 of 100: the headline's death toll rose; a denial was dropped.", "Headline\n",
      "[-Footbridge collapse in Harl kills 12-]", "{+Footbridge collapse in Harl kills 15+}",
      "Added (1)", "paragraph 5: {+An inquiry was opened on Tuesday.+}", "Removed (1)",
      "[-The bridge was built in 1911.-]", "Claims (3, of which no notice acknowledges 1)",
      "12 → 15 (people)",
      "c1: quantity in headline, revised; acknowledged by the correction (n1)",
      "because: both count the people killed", "reversed; no notice acknowledges",
      "Corrections (2)",
      "untill → until", "Notices (1)", "n1: correction added, dated 15 May 2025", "── The text",
      "Headline: edited · claim", "kills [-12-]{+15+}", "… byline unchanged …",
      "Paragraph 2 (old version): removed", "Paragraphs 3 to 4: split (it was paragraph 4)",
      "dusk.[- -]{+¶+}\n  Boats were kept away.", "Paragraph 7: edited and moved",
      "would [-not -]resign.", "… 2 paragraphs unchanged …",
    ]
    var rest = text[...]
    for part in order {
      let found = try #require(rest.firstRange(of: part), "\(part) is missing or out of order")
      rest = rest[found.upperBound...]
    }
  }

  @Test(arguments: [1, 20, 33, 60, 80, 132])
  func `never writes a line wider than the terminal`(width: Int) {
    let hostile = BridgeStory.added([
      String(repeating: "https://example.org/", count: 40),
      String(repeating: "東京で橋が落ち、十五人が死亡した。", count: 12),
      String(repeating: "e\u{301}\u{323}", count: 200), String(repeating: "👩‍👩‍👧‍👦🇫🇷", count: 60),
      String(repeating: "שלום עולם ", count: 30), String(repeating: "a ", count: 200),
      String(repeating: "\u{1B}[31m", count: 60),
    ])
    for diff in [BridgeStory.diff, hostile] {
      for line in lines(write(diff, width: width)) {
        #expect(line.columns <= max(20, width), "\(line)")
      }
    }
  }

  @Test func `holds no escape byte unless colour is asked for`() {
    #expect(!write(BridgeStory.diff).utf8.contains(0x1B))
    #expect(write(BridgeStory.diff, colour: true).utf8.contains(0x1B))
  }

  @Test func `ends every colour on the line that it began on`() {
    for line in lines(write(BridgeStory.diff, colour: true, width: 40)) {
      let codes = line.split(separator: "\u{1B}").filter { $0.hasPrefix("[") }
      #expect(codes.isEmpty || codes.last?.hasPrefix("[0m") == true, "\(line)")
    }
  }

  @Test func `marks deleted and inserted words apart without relying on red and green`() {
    let text = write(BridgeStory.diff, colour: true)
    #expect(text.contains("kills \u{1B}[31;9m12\u{1B}[0m\u{1B}[32;4m15\u{1B}[0m"))
  }

  @Test func `lets no control of a story's text reach the terminal`() {
    let hostile = "Bold\u{1B}[31m \u{9B}2J \u{7} \u{202E}txet\u{2066} \u{7F}end\u{0}"
    let diff = BridgeStory.edited([
      BridgeStory.edit(.keep, "Kept "), BridgeStory.edit(.delete, hostile),
      BridgeStory.edit(.insert, hostile + "!"),
    ])
    for report in [write(diff), write(BridgeStory.added([hostile]))] {
      let unsafe = report.unicodeScalars.filter {
        $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value)
          || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
      }
      #expect(unsafe.isEmpty)
      #expect(report.contains("Bold␛[31m ⟨U+009B⟩2J ␇ ⟨U+202E⟩txet⟨U+2066⟩ ␡end␀"))
    }
    let heading = ReportHeading(story: "a\u{1B}b", new: VersionHeading(name: "c\u{1B}d"))
    #expect(!TextReport.write(diff, heading: heading).utf8.contains(0x1B))
  }

  @Test func `is one clean sentence where nothing changed`() {
    let document = Document(blocks: [Block(.paragraph, "Nothing happened.")])
    let side = VersionSide(document: document, incomplete: nil)
    let diff = StoryDiff(
      parts: side, side, blocks: [BridgeStory.block(.paragraph, .unchanged, [0], [0])])
    #expect(
      write(diff) == "example.org/footbridge: revision 3 → 4\n"
        + "Captured 14 May 2025, 12:00 UTC → 14 May 2025, 14:20 UTC.\n\nNo change.\n")
    let empty = VersionSide(document: Document(), incomplete: nil)
    #expect(write(StoryDiff(parts: empty, empty, blocks: [])).hasSuffix("\n\nNo change.\n"))
  }

  @Test func `warns of a version that looks cut off`() {
    let diff = StoryDiff(
      parts: VersionSide(document: Document(), incomplete: nil),
      VersionSide(document: Document(), incomplete: .paywall), blocks: [])
    #expect(write(diff).contains("Warning: The new version is not the whole story"))
  }

  @Test func `shows five of many added paragraphs first, counts the rest, and then shows all`() {
    let text = write(BridgeStory.added((1...9).map { "Sentence number \($0)." }))
    #expect(text.contains("Added (9)"))
    #expect(text.contains("… and 4 more, below"))
    let overview = text.prefix(
      upTo: text.firstRange(of: "── The text")?.lowerBound ?? text.endIndex)
    #expect(!overview.contains("Sentence number 6."))
    #expect((1...9).allSatisfy { text.contains("  {+Sentence number \($0).+}") })
  }

  @Test func `draws ten thousand paragraphs, every one of them`() {
    let text = write(BridgeStory.added((0..<10_000).map { "Paragraph of number \($0) ends here." }))
    #expect(text.contains("Added (10000)"))
    #expect(lines(text).filter { $0.hasPrefix("  {+Paragraph of number") }.count == 10_000)
  }

  @Test func `says when the versions were captured where nobody saw the old one again`() {
    var heading = BridgeStory.heading
    heading.old.lastSeenAt = nil
    heading.new.capturedAt = Instant("2025-05-15T09:00:30+02:00")
    let text = TextReport.write(
      BridgeStory.diff, heading: heading, style: TextStyle(colour: false, width: 200))
    #expect(
      text.contains(
        """
        Changed between 14 May 2025, 12:00 UTC, when the old version was captured, and \
        15 May 2025, 09:00:30 UTC+02:00.
        """))
  }

  @Test func `says that the versions are compared backwards where the old one is the later`() {
    var heading = BridgeStory.heading
    swap(&heading.old, &heading.new)
    let style = TextStyle(colour: false, width: 200)
    let text = TextReport.write(BridgeStory.diff, heading: heading, style: style)
    #expect(
      text.contains(
        """
        Compared backwards: the new version was captured on 14 May 2025, 12:00 UTC, and the old one is \
        the later, captured on 14 May 2025, 14:20 UTC.
        """), "\(text.prefix(400))")
    #expect(!text.contains("Changed between") && !text.contains("Captured 14"))
    // Within a second the revisions' numbers tell.
    heading.new.capturedAt = heading.old.capturedAt
    let quick = TextReport.write(BridgeStory.diff, heading: heading, style: style)
    #expect(quick.contains("Compared backwards"))
  }

  @Test func `says at what time the story changed where both versions are of one second`() {
    var heading = BridgeStory.heading
    heading.old.lastSeenAt = nil
    heading.new.capturedAt = heading.old.capturedAt
    let text = TextReport.write(BridgeStory.diff, heading: heading)
    #expect(
      text.contains(
        "\nChanged at 12:00 on 14 May 2025 (UTC): both versions were seen then.\n"))
  }

  @Test(arguments: [ReportFormat.text, .markdown, .html])
  func `says what a reader should know of how a version was read`(format: ReportFormat) {
    var heading = BridgeStory.heading
    heading.old.notes = ["read as windows-1252\u{1B}[31m, the web's default"]
    heading.new.notes = ["2 places became U+FFFD"]
    let report = DiffReport.write(
      BridgeStory.diff, heading: heading, as: format, style: TextStyle(colour: false, width: 200))
    for note in ["The old version: read as windows-1252", "The new version: 2 places became U"] {
      #expect(report.contains(note), "\(format)")
    }
    #expect(!report.utf8.contains(0x1B))
  }

  @Test func `names two files where no story is`() {
    let heading = ReportHeading(
      old: VersionHeading(name: "a.txt"), new: VersionHeading(name: "b.txt"))
    #expect(TextReport.write(BridgeStory.diff, heading: heading).hasPrefix("a.txt → b.txt\n"))
  }
}

@Suite struct `A terminal's columns` {
  @Test(arguments: [
    ("abc", 3), ("e\u{301}", 1), ("橋", 2), ("ｶ", 1), ("한국", 4), ("👍", 2), ("שלום", 4),
    ("a\u{200B}b", 2), ("ไม้", 2), ("—", 1), ("\u{1100}\u{1161}", 2),
  ])
  func `are counted as a terminal draws them`(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  @Test func `wrap a script without spaces, and keep its stops off the line's beginning`() {
    var page = TerminalPage(style: TextStyle(colour: false, width: 20))
    page.line(String(repeating: "東京で橋が落ちた。", count: 4))
    let lines = page.text.split(separator: "\n")
    #expect(lines.count > 3)
    #expect(
      lines.allSatisfy { !$0.hasPrefix("。") && $0.unicodeScalars.count >= 8 || $0 == lines.last })
    #expect(lines.joined() == String(repeating: "東京で橋が落ちた。", count: 4))
  }

  @Test func `go on below the text and not below the margin`() {
    var page = TerminalPage(style: TextStyle(colour: false, width: 20))
    page.line("one two three four five six", indent: 2, hanging: 2)
    #expect(page.text == "  one two three four\n    five six\n")
  }

  @Test func `shorten a text between its words`() {
    #expect("one two three four".shortened(to: 12) == "one two…")
    #expect("one two".shortened(to: 7) == "one two")
    #expect("橋橋橋橋".shortened(to: 6) == "橋橋…")
  }
}
