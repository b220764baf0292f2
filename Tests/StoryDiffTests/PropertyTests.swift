import StoryModel
import StoryReport
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
      let diff = Self.diff(document, document)
      #expect(diff.compactBlocks == [])
      #expect(diff.claims.isEmpty && diff.corrections.isEmpty)
      #expect(diff.notices.allSatisfy { $0.change == .unchanged })
      #expect(diff.summary.significance == 0)
      #expect(!diff.storyChanged)
    }
  }

  @Test(arguments: seeds) func `a version typed another way reports nothing`(seed: Int) {
    var random = RandomStory(seed: seed)
    let document = random.document(blocks: 12)
    let diff = Self.diff(document, random.retyped(document))
    #expect(diff.compactBlocks == [])
    #expect(diff.claims.isEmpty && diff.corrections.isEmpty)
    #expect(diff.summary.significance == 0)
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

  @Test func `many tasks at once give the same reports as one`() async {
    let alone = (1...16).map { seed in
      let (old, new) = Self.pair(seed)
      return Self.diff(old, new)
    }
    let together = await withTaskGroup(of: (Int, StoryDiff).self) { group in
      for seed in 1...16 {
        group.addTask {
          let (old, new) = Self.pair(seed)
          return (seed, Self.diff(old, new))
        }
      }
      var found: [Int: StoryDiff] = [:]
      for await (seed, diff) in group { found[seed] = diff }
      return (1...16).compactMap { found[$0] }
    }
    #expect(together == alone)
  }
}
