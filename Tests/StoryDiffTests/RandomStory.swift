import StoryModel

/// A generator of numbers that gives the same ones for the same seed on every machine (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &self)] }
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

/// Stories of random sentences, and random edits of them.
struct RandomStory {
  var numbers: SeededNumbers

  init(seed: Int) { numbers = SeededNumbers(seed: seed) }

  private static let names = [
    "Oake", "Derek Hallam", "Imogen Pask", "Quayside", "the UN", "Zoë Brandt",
  ]
  private static let verbs = [
    "said", "may close", "will not mend", "reportedly sold", "has opened", "is expected to lose",
    "lost", "never saw", "must pay for", "is unlikely to leave",
  ]
  private static let things = [
    "the pier", "the old lock", "a barge", "three boats", "12 boats", "£1.2m", "4,200 crates",
    "at least 40 berths", "38% of the votes", "5 miles of rope", "a dozen lanterns", "the café",
    "東京 harbour", "the sailors’ club", "“a promise kept”", "3–5 weeks of work", "🚢 models",
  ]
  private static let ends = [
    "on Tuesday", "in 2019", "at 3 p.m.", "last week", "according to the mayor", "police said",
    "near Milford", "by 14 May 2025", "before the gale", "without a word",
  ]
  private static let notices = [
    "Correction: An earlier version of this story said that 12 boats were lost.",
    "This is a developing story.", "Updated 5 minutes ago", "This story has been updated.",
  ]
  private static let kinds: [Block.Kind] = [
    .paragraph, .paragraph, .paragraph, .paragraph, .listItem, .quote, .heading, .caption,
    .tableRow,
  ]

  mutating func sentence() -> String {
    var words = [
      numbers.pick(Self.names), numbers.pick(Self.verbs), numbers.pick(Self.things),
      numbers.pick(Self.ends),
    ]
    if numbers.chance(20) { words.insert("however,", at: 1) }
    return words.joined(separator: " ") + numbers.pick([".", ".", ".", "?", "!", "…"])
  }

  mutating func block() -> Block {
    if numbers.chance(6) { return Block(.notice, numbers.pick(Self.notices)) }
    let count = Int.random(in: 1...4, using: &numbers)
    return Block(
      numbers.pick(Self.kinds), (0..<count).map { _ in sentence() }.joined(separator: " "))
  }

  mutating func document(blocks count: Int) -> Document {
    Document(
      metadata: Metadata(language: numbers.pick(["en", "en", nil])),
      blocks: [Block(.headline, "Gale hits Quayside")] + (0..<count).map { _ in block() })
  }

  /// The document with some of its blocks edited, added, removed, moved, split or merged.
  mutating func edited(_ document: Document, edits: Int) -> Document {
    var blocks = document.blocks
    for _ in 0..<edits {
      guard !blocks.isEmpty else { break }
      let place = Int.random(in: 0..<blocks.count, using: &numbers)
      switch Int.random(in: 0..<9, using: &numbers) {
      case 0: blocks.insert(block(), at: place)
      case 1: blocks.remove(at: place)
      case 2:
        let moved = blocks.remove(at: place)
        blocks.insert(moved, at: Int.random(in: 0...blocks.count, using: &numbers))
      case 3:
        let parts = blocks[place].text.split(separator: ". ", maxSplits: 1)
        if parts.count == 2 {
          let kind = blocks[place].kind
          blocks[place] = Block(kind, parts[0] + ".")
          blocks.insert(Block(kind, String(parts[1])), at: place + 1)
        }
      case 4 where place + 1 < blocks.count:
        let next = blocks.remove(at: place + 1)
        blocks[place] = Block(blocks[place].kind, blocks[place].text + " " + next.text)
      case 5: blocks.insert(blocks[place], at: place)
      default:
        var words = blocks[place].text.split(separator: " ").map(String.init)
        let word = Int.random(in: 0..<words.count, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: words[word] = numbers.pick(Self.things)
        case 1: words.remove(at: word)
        case 2: words.insert(numbers.pick(["not", "15", "allegedly", "Milford", "42,"]), at: word)
        default: words[word] += "s"
        }
        blocks[place] = Block(blocks[place].kind, words.joined(separator: " "))
      }
    }
    return Document(metadata: document.metadata, blocks: blocks)
  }

  /// The document typed another way: quotation marks, dashes, spaces, composition, soft hyphens.
  mutating func retyped(_ document: Document) -> Document {
    Document(
      metadata: document.metadata,
      blocks: document.blocks.map { block in
        var text = String.UnicodeScalarView()
        let points = Array(block.text.unicodeScalars)
        for (index, scalar) in points.enumerated() {
          switch scalar {
          case " ":
            text.append(
              contentsOf: numbers.pick([" ", "  ", "\u{A0}", "\u{2009}", "\t"]).unicodeScalars)
          case "“", "”": text.append("\"")
          case "’": text.append("'")
          case "–": text.append(numbers.pick(["-", "—", "–"]))
          case "…": text.append(contentsOf: "...".unicodeScalars)
          case "é": text.append(contentsOf: "e\u{301}".unicodeScalars)
          default: text.append(scalar)
          }
          // Soft hyphens and zero-width spaces stand between letters.
          let isInside =
            index + 1 < points.count && scalar.properties.isAlphabetic
            && points[index + 1].properties.isAlphabetic
          if isInside, numbers.chance(3) {
            text.append(numbers.pick(["\u{AD}", "\u{200B}"]))
          }
        }
        return Block(block.kind, String(text))
      })
  }
}
