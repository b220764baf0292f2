import StoryModel

/// A generator of numbers that gives the same ones for the same seed on every machine (SplitMix64).
package struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  package mutating func pick<T>(_ list: [T]) -> T {
    list[Int.random(in: 0..<list.count, using: &self)]
  }
  package mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }
}

/// Stories of random sentences, and random edits of them.
package struct RandomStory {
  package var numbers: SeededNumbers

  package init(seed: Int) { numbers = SeededNumbers(seed: seed) }

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

  package mutating func sentence() -> String {
    var words = [
      numbers.pick(Self.names), numbers.pick(Self.verbs), numbers.pick(Self.things),
      numbers.pick(Self.ends),
    ]
    if numbers.chance(20) { words.insert("however,", at: 1) }
    return words.joined(separator: " ") + numbers.pick([".", ".", ".", "?", "!", "…"])
  }

  package mutating func block() -> Block {
    if numbers.chance(6) { return Block(.notice, numbers.pick(Self.notices)) }
    let count = Int.random(in: 1...4, using: &numbers)
    return Block(
      numbers.pick(Self.kinds), (0..<count).map { _ in sentence() }.joined(separator: " "))
  }

  package mutating func document(blocks count: Int) -> Document {
    Document(
      metadata: Metadata(language: numbers.pick(["en", "en", nil])),
      blocks: [Block(.headline, "Gale hits Quayside")] + (0..<count).map { _ in block() })
  }

  /// The document with some of its blocks edited, added, removed, moved, split or merged.
  package mutating func edited(_ document: Document, edits: Int) -> Document {
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
        // The last word of a block may have been taken away before.
        if words.isEmpty { continue }
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
}
