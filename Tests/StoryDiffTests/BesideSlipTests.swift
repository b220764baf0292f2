import Testing

@testable import StoryDiff

/// Slips that stand beside other changes, and what looks like one and is none.
@Suite struct `Slips beside other changes` {
  static let mended = [
    SentencePair(
      "She told the board that he seen no eels.", "She told the board that he had seen no eels.",
      "grammar he seen → he had seen"),
    SentencePair(
      "They gone aboard by noon, the pilot said.", "They had gone aboard by noon, the pilot said.",
      "grammar They gone → They had gone"),
    SentencePair(
      "Ada Orr, who has died at home, driven barges for the port.",
      "Ada Orr, who has died at home, drove barges for the port.", "grammar driven → drove"),
    SentencePair(
      "Nobody was serious hurt.", "Nobody on the quay was seriously hurt.",
      "grammar serious → seriously"),
    SentencePair(
      "Less of the barges sail in winter.", "Fewer of the barges sail in winter.",
      "grammar Less → Fewer"),
    SentencePair(
      "But what, exactly, is the pilot hiding.", "But what, exactly, is the pilot hiding?",
      "punctuation hiding. → hiding?"),
    SentencePair(
      "The race which lasted two and a half hours, was rowed in fog.",
      "The race, which lasted 2½ hours, was rowed in fog.",
      "punctuation race which → race, which"),
    SentencePair(
      "The crew has won 12 strait games.", "The crew has won 12 straight games.",
      "spelling strait → straight"),
    SentencePair(
      "Pilots were given a complementary breakfast.",
      "Pilots were given a complimentary breakfast.", "spelling complementary → complimentary"),
    SentencePair(
      "The barge brought a box of stationary for the school.",
      "The barge brought a box of stationery for the school.",
      "spelling stationary → stationery"),
  ]

  @Test(arguments: mended) func `are told where they are mended`(pair: SentencePair) {
    pair.check()
    SentencePair(pair.new, pair.old).check()
  }

  static let none = [
    SentencePair(
      "The lock was shut by ice and later sold.", "The lock was shut by ice and was later sold."),
    SentencePair("One of the port's oldest barges has sunk.", "The port's oldest barge has sunk."),
    SentencePair("The pilots want it known.", "The pilots want it had known."),
    SentencePair("What, exactly, is lost is unclear.", "What, exactly, is lost is unclear?"),
    SentencePair("The race took two and a half hours.", "The race took 2½ hours."),
  ]

  @Test(arguments: none) func `are not made of another wording`(pair: SentencePair) {
    pair.check()
    // A statement that ended like a question is mended.
    if !pair.new.hasSuffix("?") { SentencePair(pair.new, pair.old).check() }
  }
}
