import Testing

@testable import StoryDiff

@Suite struct `Figures and dates in clauses that came or went` {
  static let told = [
    SentencePair(
      "The ferry was sold to a yard.",
      "The ferry was sold to a yard, which took it to pieces on the old slipway with the help of 340 "
        + "workers from the town.", "quantity ∅ → 340 revised"),
    SentencePair(
      "The lock draws crowds from the valley, who have carried off hundreds of thousands of its loose "
        + "stones as keepsakes.", "The lock draws crowds from the valley.",
      "quantity hundreds of thousands → ∅ revised"),
    SentencePair(
      "The play will return to the pier in 2022.",
      "The play will return to the pier with six new scenes.", "date 2022 → ∅ revised",
      "quantity ∅ → six revised"),
    SentencePair(
      "The play opens late next month.", "The play opens next month.",
      "date late next month → next month refined"),
    SentencePair(
      "The repairs should end in the spring.", "The repairs should end in April.",
      "date the spring → April refined || date spring → April refined "
        + "|| date in the spring → in April refined"),
    SentencePair(
      "The guard leaves at 4am.", "The guard leaves at about 4am.",
      "time 4am → about 4am revised || time 4am → about 4am refined"),
    SentencePair(
      "The guard leaves at about 4am.", "The guard leaves at about 5am.", "time 4am → 5am revised"),
    SentencePair(
      "The fare rises by 2p in May.", "The fare rises by 3p in May.", "money 2p → 3p revised"),
    SentencePair(
      "The slide is for under-10s only.", "The slide is for under-12s only.",
      "quantity 10 → 12 revised"),
    SentencePair(
      "The Otters won 2:1 at home.", "The Otters won 3:1 at home.", "quantity 2:1 → 3:1 revised"),
  ]

  @Test(arguments: told) func `are told`(pair: SentencePair) { pair.check() }

  static let same = [
    SentencePair("The fare is £1.50 a day.", "The fare is 150p a day."),
    SentencePair("The guard waits two weeks.", "The guard waits a fortnight."),
    SentencePair("It is the 60th crossing.", "It is the sixtieth crossing."),
    SentencePair(
      "The lock will be shut this week for repairs.", "The lock will be shut while it is mended."),
  ]

  @Test(arguments: same) func `are not told where the same stands there in other words`(
    pair: SentencePair
  ) {
    #expect(pair.diff.claims.isEmpty, "\(pair.diff.compactFacts)")
  }

  @Test func `a time that was cut in the middle is told of no clause`() {
    let long =
      "The boat will not arrive until 7:28 pm, with new oil, ropes and sails for the old yard"
    let cut = "The boat will not arrive until 7"
    #expect(StoryDiff(from: story(long), to: story(cut)).claims.allSatisfy { $0.old != nil })
    #expect(StoryDiff(from: story(cut), to: story(long)).claims.allSatisfy { $0.new != nil })
  }
}
