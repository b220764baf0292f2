import StoryModel
import Testing

@testable import StoryCapture

@Suite struct `Plain text` {
  static let story = """
    Harbour ferry to stop for repairs

    The last ferry across Tallow Sound will leave on Friday, and nothing will replace it until spring.

    By Maud Penhale

    Engineers found cracks in two of the four engine mounts on Monday, the harbour board said. It
    has asked three yards for an offer.

    What happens to the islanders?

    About 340 people live on Grey Holm, and most of them work on the mainland.

    “We were told on the radio,” said Ida Fenn, who runs the island's shop. “Nobody rang.”

    This story is being updated.
    """

  private func texts(_ text: String) -> [String] {
    PlainText.document(from: text).blocks.map(\.text)
  }

  private func kinds(_ text: String) -> [Block.Kind] {
    PlainText.document(from: text).blocks.map(\.kind)
  }

  @Test func `blank lines separate blocks, and a line break inside one is a space`() {
    #expect(
      texts("One\n\nTwo goes on\nhere.\n\n\n  Three\r\n") == ["One", "Two goes on here.", "Three"])
  }

  @Test func `where there is no blank line, every line is a block`() {
    #expect(texts("One\nTwo goes on\nhere.") == ["One", "Two goes on", "here."])
  }

  @Test func `lines of white space alone are blank`() {
    #expect(texts("One a\nb\n \t\u{A0}\nTwo") == ["One a b", "Two"])
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\u{2028}", "\u{85}"])
  func `every line break of Unicode ends a line`(lineBreak: String) {
    #expect(texts("One\(lineBreak)Two\(lineBreak)Three") == ["One", "Two", "Three"])
  }

  @Test func `items of a list are blocks of their own, and go on over a line break`() {
    let text =
      "Where to go:\n- the old mill,\n  by the weir\n- the town hall\n\n1. Boil it.\n2. Drink it."
    #expect(
      texts(text) == [
        "Where to go:", "- the old mill, by the weir", "- the town hall", "1. Boil it.",
        "2. Drink it.",
      ])
    #expect(kinds(text).dropFirst().allSatisfy { $0 == .listItem })
  }

  @Test func `a year or a dash that wrapping put at the start of a line begins no item`() {
    let text = "Title\n\nThe mill closed in\n1987. Its owner – a baker\n– moved to Cray."
    #expect(
      texts(text) == ["Title", "The mill closed in 1987. Its owner – a baker – moved to Cray."])
  }

  @Test func `a stray blank line in a text of one paragraph a line joins nothing`() {
    let paragraphs = (1...12).map { number in
      "Paragraph \(number) of this account says at length what the council of Lower Tarn decided"
        + String(repeating: " and why", count: number % 5) + "."
    }
    var lines = ["Council of Lower Tarn decides", "What it costs"] + paragraphs
    let expected = lines
    lines.insert("", at: 7)
    #expect(texts(lines.joined(separator: "\n")) == expected)
  }

  @Test func `verse and addresses between blank lines stay one block`() {
    #expect(
      texts("Title\n\nMill Lane 4\nLower Tarn\nTA1 9QQ\n\nThe office is open.")
        == ["Title", "Mill Lane 4 Lower Tarn TA1 9QQ", "The office is open."])
  }

  @Test(arguments: [24, 33, 40, 58, 72, 80, 99, 120, 200, 1000])
  func `wrapping a text at any width gives the same document`(width: Int) {
    let plain = PlainText.document(from: Self.story)
    let wrapped = plain.blocks.map { wrap($0.text, at: width) }.joined(separator: "\n\n")
    #expect(PlainText.document(from: wrapped) == plain)
  }

  @Test func `the kinds of a story's blocks are told by how they look`() {
    #expect(
      kinds(Self.story) == [
        .headline, .standfirst, .byline, .paragraph, .heading, .paragraph, .paragraph, .notice,
      ])
  }

  @Test func `reading what was read again changes nothing`() {
    let once = PlainText.document(from: Self.story)
    #expect(PlainText.document(from: once.plainText) == once)
  }

  @Test func `a first block with a full stop, or alone, is no headline`() {
    #expect(kinds("The ferry has stopped.\n\nNobody knows why.").first == .paragraph)
    #expect(kinds("The ferry stops") == [.paragraph])
    #expect(kinds("The ferry stops\nNobody knows why.").first == .headline)
  }

  @Test(arguments: [
    "Correction: The ferry has four engines, not three.",
    "CORRECTION (14 May 2025): The ferry has four engines.",
    "Clarification, May 3: the board met on Tuesday.",
    "Editor's note: An earlier version of this story named the wrong yard.",
    "An earlier version of this article misstated the fare.",
    "This article was amended on 7 February 2025 to give the right fare.",
    "This is a developing story. Check back for updates.", "More to follow.",
    "(This story has been updated with a comment from the board.)",
    "*Correction:* the fare is four crowns.", "Update, 3:45 p.m.: The board has answered.",
    "Correction: May 4, 2025", "UPDATE — the board has answered.", "[Correction appended]",
    "Rectificatif : la traversée dure une heure.",
    "Berichtigung: Die Fähre hat vier Motoren.",
    "In einer früheren Fassung stand, die Fähre habe drei Motoren.",
    "Corrección: el transbordador tiene cuatro motores.",
    "Cet article a été mis à jour avec la réponse du port.",
  ])
  func `what a newsroom says of its own text is a notice`(text: String) {
    #expect(kinds("Ferry stops\n\nThe ferry has stopped.\n\n\(text)").last == .notice)
  }

  @Test(arguments: [
    "“Correction: there were four,” the captain said.",
    "Editor's note: The following is an extract from “The Last Ferry” by Ida Fenn.",
    "Updated 5 minutes ago", "Updates to the engines cost 4,000 crowns, the board said.",
    "Correction fluid was found on two of the forms.", "This story begins in 1934, in a boatyard.",
    "Corrections officers locked the gate.",
    "Corrections officers — two of them — locked the gate.",
    "Updates to the ferry: what we know", "Update on the ferry, the board and its plans",
  ])
  func `what only looks like a notice is none`(text: String) {
    #expect(kinds("Ferry stops\n\nThe ferry has stopped.\n\n\(text)").last != .notice)
  }

  @Test func `nothing at all has no blocks`() {
    #expect(texts("").isEmpty)
    #expect(texts(" \n\t\n\u{FEFF}\u{200B}").isEmpty)
  }

  @Test func `no letter of a text is lost or added`() {
    var random = SeededGenerator(seed: 7)
    let pieces = [
      "word", " ", "\n", "\n\n", ".", "- ", "3. ", "\t", "|", "é", "“", "”", "\u{2029}", "\r\n",
      "Correction:",
      "\u{A0}", "漢", "🙂", "\u{200B}", "By Ann Lee",
    ]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 0...60, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let blocks = PlainText.document(from: text).blocks
      #expect(letters(blocks.map(\.text).joined()) == letters(text))
      let again = PlainText.document(from: Document(blocks: blocks).plainText)
      #expect(again.blocks == blocks)
    }
  }

  @Test func `fifty thousand paragraphs, and one line of a megabyte, are read`() {
    let many = String(repeating: "The board of the harbour met again.\n\n", count: 50_000)
    #expect(PlainText.document(from: many).blocks.count == 50_000)
    let long = String(repeating: "word ", count: 200_000)
    #expect(PlainText.document(from: long).blocks.map(\.text.utf8.count) == [999_999])
  }

  private func letters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter {
      !$0.properties.isWhitespace && $0 != "\u{200B}" && $0 != "\u{FEFF}"
    }
  }

  /// `text` broken at spaces into lines of `width` code points at most.
  private func wrap(_ text: String, at width: Int) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return (lines + [line]).joined(separator: "\n")
  }
}

/// The same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
