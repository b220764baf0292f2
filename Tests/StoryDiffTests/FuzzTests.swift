import Foundation
import StoryRules
import Testing

/// A little of what `scripts/fuzz` does, with no guide but the seed.
@Suite struct `Made-up input` {
  @Test(arguments: 1...8)
  func `mutated stories, pages and import lines keep the rules`(seed: Int) {
    var mutator = FuzzMutator(seed: seed)
    for input in FuzzSeeds.invented(8, seed: seed * 100) {
      var bytes = input
      for round in 1...6 {
        bytes = mutator.mutated(bytes)
        // Unoptimized code may take longer than the two seconds that scripts/fuzz allows.
        let broken = FuzzInput(bytes, limit: 20).broken()
        if !broken.isEmpty {
          Issue.record(
            "seed \(seed), round \(round): \(broken.prefix(5)) of \(Data(bytes).base64EncodedString())"
          )
        }
      }
    }
  }

  @Test func `a report that breaks a rule is told of`() {
    var random = RandomStory(seed: 3)
    let old = random.document(blocks: 6)
    // Nothing can be compared in no time at all.
    #expect(FuzzInput.broken(old, random.edited(old, edits: 4), limit: 0).isEmpty == false)
    #expect(FuzzInput.broken(old, random.edited(old, edits: 4), limit: 20) == [])
  }

  @Test func `the same seed makes the same inputs up`() {
    func made() -> [[UInt8]] {
      var mutator = FuzzMutator(seed: 5)
      return FuzzSeeds.invented(12, seed: 5).map { mutator.mutated($0) }
    }
    #expect(made() == made())
  }
}
