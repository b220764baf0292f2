import StoryModel
import StoryRules
import Testing

@testable import StoryDiff

@Suite struct `Reports of one run` {
  /// Versions of stories in several languages, with slips and names that a dictionary is asked about.
  private static let pairs: [(Document, Document)] =
    (0..<12).map { seed in
      var random = RandomStory(seed: seed)
      let old = random.document(blocks: 6)
      return (old, random.edited(old, edits: 4))
    } + [
      (
        story(
          "# Der Kai", "Der Rat tagte und die Arbeiten am Kai sind am 4. Mai zu Ende.",
          language: nil),
        story(
          "# Der Kai", "Der Rat tagte und die Arbeiten am Kai sind am 5. Mai zu Ende.",
          language: nil)
      ),
      (
        story(
          "# Quay", "The councel of Lornmouth met McKechny on Monday.", "Dornley spoke.",
          language: nil),
        story(
          "# Quay", "The council of Lornmouth met McKechnie on Monday.", "Dornly spoke.",
          language: nil)
      ),
    ]

  private static func report(_ index: Int) -> StoryDiff {
    StoryDiff(from: pairs[index].0, to: pairs[index].1)
  }

  @Test func `no report depends on what was compared before it`() {
    let forwards = Self.pairs.indices.map { Self.report($0) }
    let backwards = Self.pairs.indices.reversed().map { Self.report($0) }
    #expect(forwards == Array(backwards.reversed()))
  }

  @Test func `no report depends on what is compared beside it`() async {
    let alone = Self.pairs.indices.map { Self.report($0) }
    let order = (0..<8).flatMap { _ in Self.pairs.indices }
    let beside = await withTaskGroup(of: (Int, StoryDiff).self) { group in
      for index in order { group.addTask { (index, Self.report(index)) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(beside.count == order.count)
    for (index, report) in beside { #expect(report == alone[index]) }
  }
}

@Suite struct `Bounded work` {
  @Test func `a rewrite proposes no more pairs of blocks than its words may`() {
    // Every block of either version has the same words in another order, and few of its own.
    func version(_ name: String, _ blocks: Int) -> Document {
      story(
        lines: (0..<blocks).map { number in
          "The pier and the quay of \(name)\(number) are closed, and \(name)\(number % 40) said so."
        })
    }
    for blocks in [200, 400] {
      let pair = AnalyzedPair(old: version("a", blocks), new: version("b", blocks))
      let free = Array(0..<blocks)
      // Words that all blocks share lead nowhere.
      #expect(SharedWords(pair, free, free).candidates.isEmpty)
    }
    let pair = AnalyzedPair(old: version("a", 400), new: version("a", 400))
    let free = Array(0..<400)
    let found = SharedWords(pair, free, free).candidates
    let words = pair.old.reduce(0) { $0 + 2 * $1.tokens.count }
    #expect(found.count >= 400)
    #expect(found.count <= BlockAligner.longestPosting * words)
  }

  @Test func `of many copies of one line each is matched once`() {
    let old = story(lines: Array(repeating: "The same line again.", count: 4_000))
    let new = story(lines: Array(repeating: "The same line again.", count: 2_500))
    let links = BlockAligner.links(AnalyzedPair(old: old, new: new))
    #expect(links.count { $0.isEqual } == 2_500)
    #expect(links.count { $0.new.isEmpty } == 1_500)
    #expect(Set(links.flatMap(\.new)).count == 2_500)
  }
}
