import StoryCapture
import StoryModel
import StoryReport
import StoryRules
import Testing

@testable import StoryDiff

@Suite struct `What holds of every report` {
  static let seeds = Array(1...60)

  static func pair(_ seed: Int) -> (old: Document, new: Document) {
    var random = RandomStory(seed: seed)
    let old = random.document(blocks: seed % 23)
    return (old, random.edited(old, edits: seed % 11))
  }

  static let at = Instant(seconds: 1_747_224_000)

  static func diff(_ old: Document, _ new: Document) -> StoryDiff {
    StoryDiff(from: old, to: new, oldCapturedAt: at, newCapturedAt: at)
  }

  @Test(arguments: seeds)
  func `blocks stand once, texts are rebuilt, spans are slices, ids hang together`(seed: Int) {
    let (old, new) = Self.pair(seed)
    #expect(ReportRules.broken(Self.diff(old, new)) == [])
    #expect(ReportRules.broken(Self.diff(new, old)) == [])
  }

  @Test(arguments: seeds) func `two stories with nothing in common keep the rules`(seed: Int) {
    let old = Self.pair(seed).old, new = Self.pair(seed + 1000).old
    #expect(ReportRules.broken(Self.diff(old, new)) == [])
  }

  @Test(arguments: seeds) func `old and new exchanged give the mirror image`(seed: Int) {
    let (old, new) = Self.pair(seed)
    #expect(
      ReportRules.outline(Self.diff(old, new))
        == ReportRules.outline(Self.diff(new, old), mirrored: true))
  }

  @Test(arguments: seeds) func `a version against itself reports nothing`(seed: Int) {
    let (old, new) = Self.pair(seed)
    for document in [old, new] {
      #expect(ReportRules.saidOfNothing(Self.diff(document, document)) == [])
    }
  }

  @Test(arguments: TypingNoise.allCases, 1...20)
  func `a version typed another way, or damaged, reports nothing`(noise: TypingNoise, seed: Int) {
    var random = RandomStory(seed: seed)
    let document = random.document(blocks: 12)
    let other = noise.applied(to: document, &random.numbers)
    #expect(ReportRules.saidOfNothing(Self.diff(document, other)) == [])
    #expect(ReportRules.saidOfNothing(Self.diff(other, document)) == [])
  }

  @Test(arguments: 1...20) func `noise hides no change, and adds none`(seed: Int) {
    var random = RandomStory(seed: seed)
    let (old, new) = Self.pair(seed)
    let diff = Self.diff(old, TypingNoise.everything.applied(to: new, &random.numbers))
    #expect(ReportRules.broken(diff) == [])
    let plain = Self.diff(old, new)
    #expect(diff.blocks.map(\.change) == plain.blocks.map(\.change))
    #expect(diff.claims.map(\.type) == plain.claims.map(\.type))
  }

  @Test(arguments: 1...20) func `lines wrapped elsewhere report nothing`(seed: Int) {
    var random = RandomStory(seed: seed)
    let texts = random.document(blocks: 9).blocks.map(\.text)
    func wrapped(_ width: Int) -> Document {
      let blocks = texts.map { text in
        var lines = [""]
        for word in text.split(separator: " ") {
          if lines[lines.count - 1].count + word.count < width {
            lines[lines.count - 1] += lines[lines.count - 1].isEmpty ? word : " " + word
          } else {
            lines.append(String(word))
          }
        }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
      }
      return PlainText.document(from: blocks.joined(separator: "\n\n"))
    }
    let whole = wrapped(.max)
    #expect(whole.blocks.map(\.text) == texts)
    for width in [40, 60, 78] {
      #expect(ReportRules.saidOfNothing(Self.diff(whole, wrapped(width))) == [], "\(width)")
    }
  }

  @Test func `the same pair gives the same bytes, whatever was compared before`() {
    func bytes(_ seed: Int) -> [UInt8] {
      let (old, new) = Self.pair(seed)
      return JSONReport.write(Self.diff(old, new))
    }
    let first = (1...20).map(bytes)
    for seed in (100...140).reversed() { _ = bytes(seed) }
    #expect((1...20).reversed().map(bytes).reversed() == first)
  }

  @Test func `many tasks at once give the same bytes as one, in whatever order they run`() async {
    @Sendable func bytes(_ seed: Int) -> [UInt8] {
      let (old, new) = Self.pair(seed)
      return JSONReport.write(Self.diff(old, new))
    }
    let alone = Dictionary(uniqueKeysWithValues: (1...24).map { ($0, bytes($0)) })
    var numbers = SeededNumbers(seed: 24)
    let order = (1...3).flatMap { _ in (1...24).shuffled(using: &numbers) }
    await withTaskGroup(of: (Int, [UInt8]).self) { group in
      for seed in order { group.addTask { (seed, bytes(seed)) } }
      for await (seed, found) in group { #expect(found == alone[seed]) }
    }
  }
}
