import StoryModel
import StoryRules
import Testing

@testable import StoryDiff

@Suite(.serialized) struct `Hostile input` {
  private func check(
    _ old: Document, _ new: Document, within limit: Duration = .seconds(90),
    _ location: SourceLocation = #_sourceLocation
  ) {
    var diff: StoryDiff?
    let time = ContinuousClock().measure { diff = StoryDiff(from: old, to: new) }
    #expect(diff.map { ReportRules.broken($0) } == [], sourceLocation: location)
    #expect(time < limit, "took \(time)", sourceLocation: location)
  }

  /// One block of `words` random words; every so-manieth of them is `other`.
  private func line(
    _ words: Int, of list: [String] = Self.words, every: Int = 0, _ other: String = "gale"
  ) -> Document {
    var random = RandomStory(seed: 7)
    let text = (0..<words).map { index in
      every > 0 && index % every == 0 ? other : random.numbers.pick(list)
    }.joined(separator: " ")
    return Document(blocks: [Block(.paragraph, text)])
  }

  private static let plain = [
    "pier", "quayside", "the", "of", "lock-keeper", "boat", "harbourmaster", "lighthouse",
    "embankment",
  ]
  private static let words = plain + ["12", "not", "£5m", "Oake."]

  @Test func `nothing against nothing`() {
    check(Document(), Document())
    check(Document(), Document(blocks: [Block(.paragraph, "The pier fell.")]))
    check(
      Document(blocks: [Block(.headline, "…")]), Document(blocks: [Block(.headline, "\u{200B}“”")]))
    check(
      Document(blocks: [Block(.paragraph, "\u{AD}")]),
      Document(blocks: [Block(.paragraph, "\u{200B}")]))
  }

  @Test(arguments: [
    "An earlier version of this story said that the number of boats was 12. The number is 15, not 12, and the town is Lorn.",
    "Correction: An earlier version misstated the age of Ada Orr, a keeper. She is 41, not 14; we regret the error.",
    "Correction: An earlier version of this story said that the lorry had been checked in January. It was not.",
    "The figure for the pier has been corrected: it was £5m, not £4m as we said in the first edition of the report.",
  ]) func `a notice that is cut off after any word`(notice: String) {
    let words = notice.split(separator: " ")
    for count in 1...words.count {
      let end = words.prefix(count).joined(separator: " ")
      let old = Document(blocks: [Block(.paragraph, "Ada Orr, 14, lost 12 boats at the pier.")])
      let new = Document(
        blocks: [
          Block(.paragraph, "Ada Orr, 41, lost 15 boats at the pier."), Block(.paragraph, end),
        ])
      check(old, new)
    }
  }

  @Test func `one line of a hundred thousand letters, edited here and there`() {
    check(line(14_000, of: Self.plain), line(14_000, of: Self.plain, every: 997))
  }

  @Test func `one long line, edited throughout`() {
    check(line(6_000), line(6_000, every: 97))
  }

  @Test func `one line of thirty thousand words against another`() {
    check(line(145_000, every: 2, "gale"), line(145_000, every: 2, "storm"))
  }

  @Test func `one word of a megabyte`() {
    let a = Document(blocks: [Block(.paragraph, String(repeating: "a", count: 1_000_000))])
    let b = Document(blocks: [Block(.paragraph, String(repeating: "a", count: 1_000_001))])
    check(a, b)
  }

  @Test func `thousands of stops, of quotation marks, of brackets, of figures`() {
    for mark in [". ", "\"", "(", "‘", "- ", "1 ", "1,", "€", "'s "] {
      let text = String(repeating: mark, count: 1_000)
      check(
        Document(blocks: [Block(.paragraph, text)]),
        Document(blocks: [Block(.paragraph, "The pier " + text + " fell")]))
    }
  }

  @Test func `three thousand blocks, one in a hundred of them edited`() {
    let old = (0..<3_000).map {
      Block(.paragraph, "Boat \($0) of the fleet left berth \($0 % 97) at dawn.")
    }
    var new = old
    for index in stride(from: 0, to: new.count, by: 100) {
      new[index] = Block(.paragraph, "Boat \(index) of the fleet left berth \(index % 97) at dusk.")
    }
    check(Document(blocks: old), Document(blocks: new))
  }

  @Test func `three thousand equal blocks against twenty-nine hundred`() {
    let block = Block(.paragraph, "The boats of the fleet left the berth at dawn.")
    check(
      Document(blocks: Array(repeating: block, count: 3_000)),
      Document(blocks: Array(repeating: block, count: 2_900)))
  }

  @Test func `three thousand blocks in the reverse order`() {
    let old = (0..<3_000).map {
      Block(.paragraph, "Boat \($0) left berth \($0 &* 7919 % 3_011).")
    }
    check(Document(blocks: old), Document(blocks: old.reversed()))
  }

  @Test func `a total rewrite of fifteen thousand words`() {
    func document(_ seed: Int) -> Document {
      var random = RandomStory(seed: seed)
      return Document(
        blocks: (0..<300).map { _ in
          Block(
            .paragraph,
            (0..<50).map { _ in "w\(Int.random(in: 0..<4_000, using: &random.numbers))" }
              .joined(separator: " "))
        })
    }
    check(document(1), document(2))
  }

  @Test(arguments: 1...12) func `random bytes, decoded`(seed: Int) {
    var random = RandomStory(seed: seed)
    func document() -> Document {
      Document(
        blocks: (0..<20).map { _ in
          let bytes = (0..<200).map { _ in
            UInt8.random(
              in: random.numbers.chance(50) ? 0x20...0x7E : 0...255, using: &random.numbers)
          }
          return Block(.paragraph, String(decoding: bytes, as: UTF8.self))
        })
    }
    let old = document()
    check(old, document())
    check(old, random.edited(old, edits: 10))
  }

  @Test(arguments: 1...12) func `random signs of all of Unicode`(seed: Int) {
    var random = RandomStory(seed: seed)
    func text() -> String {
      var view = String.UnicodeScalarView()
      while view.count < 120 {
        if let scalar = Unicode.Scalar(
          UInt32.random(
            in: 0...(random.numbers.chance(70) ? 0x2FFF : 0x10FFFF), using: &random.numbers))
        {
          view.append(scalar)
        }
      }
      return String(view)
    }
    let old = Document(blocks: (0..<10).map { _ in Block(.paragraph, text()) })
    check(old, random.edited(old, edits: 12))
  }

  @Test func `figures that no machine can hold`() {
    let figures = [
      String(repeating: "9", count: 400), "1" + String(repeating: ",000", count: 200), "0.0.0.0",
      "99999999999 million billion trillion", "31 February 2025", "29 February 2023",
      "99:99", "25:61 p.m.", "1/0/0", "–5", "½½½", "00000", "$€£5", "5%%%", "million million",
      "2199 9999", "1e309",
    ]
    for figure in figures {
      for other in figures {
        check(
          Document(
            metadata: Metadata(language: "en"),
            blocks: [Block(.paragraph, "The board lost \(figure) boats.")]),
          Document(
            metadata: Metadata(language: "en"),
            blocks: [Block(.paragraph, "The board lost \(other) boats.")]))
      }
    }
  }

  @Test func `capture times at the ends of the calendar`() {
    for seconds in [Int64.min / 4, -62_135_596_800, 0, 253_402_300_799, Int64.max / 4] {
      let at = Instant(seconds: seconds)
      let diff = StoryDiff(
        from: story("The board met on Wednesday, last week and in May."),
        to: story("The board met on 14 May, next year and yesterday."), oldCapturedAt: at,
        newCapturedAt: at)
      #expect(ReportRules.broken(diff) == [])
    }
  }
}
