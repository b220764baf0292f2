import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `What a notice does not acknowledge` {
  static let unnamed = [
    // It speaks of something else, with a word for the claim's kind in it.
    LinkCase(
      notice: "Clarification: This article has been amended to make clear that the bus pass is not "
        + "among the cuts. Its loss was proposed in a draft of the budget.",
      old: "The rise adds £64 a year to the bill of a household.",
      new: "The rise adds £81 a year to the bill of a household.", links: [false]),
    LinkCase(
      notice: "The profit figure in this article was given in dollars in an earlier version. It "
        + "should have been in euros.",
      old: "Sales at its kiosks rose 7%.", new: "Sales at its kiosks rose 6%.", links: [false]),
    // A score is not the figure at one of its ends.
    LinkCase(
      notice: "Editor's note: The score of the final set has been changed. It was 7-6.",
      old: "Oake saved five match points on the quay.",
      new: "Oake saved six match points on the quay.", links: [false]),
    // The day of the story itself.
    LinkCase(
      notice: "(This March 11 story has been corrected to say that the yard has 24 boats, not 21.)",
      old: "The yard has 21 boats, it said on March 12.",
      new: "The yard has 24 boats, it said on March 11.", links: [true, false]),
  ]

  static let misread = [
    LinkCase(
      notice: "Correction: An earlier version misspelled the name of the head of Leeds Council.",
      old: "Ann Poole said the bridge in Leeds shut in May.",
      new: "Ann Poole said the bridge in Bradford shut in May.", links: [false]),
    LinkCase(
      notice: "Correction: An earlier version gave the wrong number of people who fell. It was 11, "
        + "not nine.",
      old: "The bridge was shut after 9 people fell. Eleven children are in hospital.",
      new: "The bridge was shut after 11 people fell. Three children are in hospital.",
      links: [true, false]),
    LinkCase(
      notice: "Correction: An earlier version misstated Mr Dale's age as 44. He is 45.",
      old: "Police held Tom Dale, 44. The yard has 44 staff.",
      new: "Police held Tom Dale, 45. The yard has 45 staff.", links: [true, false]),
  ]

  @Test(arguments: unnamed + misread) func `is what its words do not name`(link: LinkCase) {
    link.check()
  }

  static let named = [
    // The day of the other sentence stands further on than the changed one has words.
    LinkCase(
      notice:
        "Correction: An earlier version misstated when the ferry sank, which was on 5 May.",
      old:
        "It was shut on 3 May.\nThe Orme ferry, which carries post, tar and rope, sank off the coast of Lorn on 4 May.",
      new:
        "It was shut on 5 May.\nThe Orme ferry, which carries post, tar and rope, sank off the coast of Lorn on 4 May.",
      links: [true]),
    LinkCase(
      notice: "This story originally left out the word “not” in Mr Orr's comments.",
      old: "Mr Orr said nearby rowers had been asked. The lock opens in May.",
      new: "Mr Orr said nearby rowers had not been asked. The lock opens in June.",
      links: [true, false]),
    LinkCase(
      notice: "We previously gave Mr Orr's age as 29, as the port had told us.",
      old: "Mr Bo Orr, 29, left at 14:00.", new: "Mr Bo Orr, 31, left at 15:00.",
      links: [true, false]),
    LinkCase(
      notice:
        "This post was amended to make clear that the long-term storage of tar has not been shown.",
      old: "The tar is stored for centuries, the yard said. It is up to 210 years old.",
      new: "The tar may be stored for centuries, the yard said. It is up to 120 years old.",
      links: [true, false]),
    LinkCase(
      notice:
        "Correction: The turnout figures for this year and for the last contest were the wrong "
        + "way round, and the majority was given as 113 rather than 131.",
      old: "Turnout was 34%, and 27% when the ward last had a contest.",
      new: "Turnout was 27%, and 34% when the ward last had a contest.", links: [true, true]),
    LinkCase(
      notice:
        "This article was amended on 5 February 2025 to correct the spelling of the surname of "
        + "Prof Anders Lindhom and the date of the election.",
      old: "Voters in Oakmark go to the polls on 23 March.",
      new: "Voters in Oakmark go to the polls on 30 March.", links: [true]),
    LinkCase(
      notice:
        "Retraction: The Quay Times withdraws the statement, made in an earlier version of this "
        + "article, that Carla Oake stole money from the league.",
      old: "Carla Oake stole money from the rowing league.",
      new: "Carla Oake is accused of stealing money from the rowing league.", links: [true]),
  ]

  static let more = [
    LinkCase(
      notice: "Corrects vote totals in the second paragraph; digits were transposed.",
      old: "No won 2,114 votes to 1,987 for Yes.", new: "No won 2,141 votes to 1,978 for Yes.",
      links: [true]),
    LinkCase(
      notice:
        "An obituary published on Wednesday about the baker Rafael Oake misstated his age and "
        + "his place of birth. He was 88, not 86, and he was born in Port Ash, not Elm Cove.",
      old: "Rafael Oake was 86. He was born in Elm Cove.",
      new: "Rafael Oake was 88. He was born in Port Ash.", links: [true, true]),
    LinkCase(
      notice:
        "Retraction: The Quay Times withdraws the statement in an earlier version of this report "
        + "that Rupert Oake was at the lunch at which the will was made. He was not.",
      old: "Her cousin Rupert was present at the lunch on the quay.",
      new: "Her cousin Rupert was not present at the lunch on the quay.", links: [true]),
    LinkCase(
      notice:
        "Clarification: Food waste in the valley will be collected on Tuesdays. The leaflet on "
        + "which our guide was based gave a different day.",
      old: "Food waste is collected every Monday, lids down.",
      new: "Food waste is collected every Tuesday, lids down.", links: [true]),
  ]

  @Test(arguments: more) func `is not what it says in its other sentences`(link: LinkCase) {
    link.check()
  }

  @Test func `is not the one change of a headline of which it says that it was wrong`() {
    let diff = StoryDiff(
      from: story("# Oakel bursts its banks for a third time", "Oake is under water."),
      to: story(
        "# Birrel bursts its banks for a third time", "Oake is under water.",
        "! The headline of an earlier version of this article named the wrong river."))
    #expect(diff.claims.map(\.acknowledgedBy) == ["n1"], "\(diff.compactFacts)")
  }

  @Test(arguments: named) func `is not what it names in other words`(link: LinkCase) {
    link.check()
  }
}

@Suite struct `Claims in both directions` {
  static let told = [
    SentencePair(
      "The cause is believed to be a short circuit, the crew said.",
      "The cause was a short circuit, the crew said.",
      "certainty is believed to be → was revised"),
    SentencePair(
      "Families left. The cause is believed to be a fault.",
      "Families left. The cause was a fault.",
      "certainty is believed to be → was revised"),
    SentencePair(
      "Two ran toward the north gate.", "Two ran toward the east gate.",
      "entity north → east revised"),
    SentencePair(
      "The slip must be returned by Thursday, 31 October.",
      "The slip must be returned by Friday, 31 October.", "date Thursday → Friday revised"),
    SentencePair(
      "The state pays Rs 5 lakh for each boat.", "The state pays Rs 7 lakh for each boat.",
      "money Rs 5 lakh → Rs 7 lakh revised"),
    SentencePair(
      "The yard sets aside 2.1 billion crowns.", "The yard sets aside 2.4 billion crowns.",
      "money 2.1 billion crowns → 2.4 billion crowns revised"),
    SentencePair(
      "He hid in the loft until dusk, officers believe.", "He hid in the loft until dusk.",
      "attribution officers believe → ∅ revised"),
    SentencePair(
      "Oake did not concede and the aide said the yard would wait.",
      "Oake conceded and the aide said the yard would not wait.", "polarity not → ∅ reversed",
      "polarity ∅ → not reversed"),
    SentencePair(
      "Police named the pilot as John Ellery.", "Police named the pilot as Joan Ellery.",
      "entity John Ellery → Joan Ellery revised"),
    SentencePair(
      "The yard paid US$5m for it.", "The yard paid US$6m for it.",
      "money US$5m → US$6m revised"),
    SentencePair(
      "It was the highest tide since 1996.", "It was the lowest tide since 1996.",
      "polarity highest → lowest reversed"),
    SentencePair(
      "It is thought the crew left by boat.", "The crew left by boat.",
      "certainty It is thought → ∅ revised"),
    SentencePair(
      "Repairs should end next week.", "Repairs should end on Monday.",
      "date next week → Monday refined || date next week → on Monday refined"),
    SentencePair(
      "Neither of the two cranes were built for it.", "Neither of the two cranes was built for it.",
      "grammar were → was"),
    SentencePair(
      "Renner, the environment minister, slept.", "Renner, the lagoon minister, slept.",
      "role environment minister → lagoon minister revised"),
    SentencePair(
      "He knew every children by name.", "He knew every child by name.",
      "grammar children → child"),
  ]

  @Test(arguments: told) func `are the same read either way`(pair: SentencePair) {
    pair.check()
    let back = SentencePair(pair.new, pair.old).diff
    #expect(
      back.claims.map { "\($0.new?.text ?? "∅") → \($0.old?.text ?? "∅")" }
        == pair.diff.claims.map { "\($0.old?.text ?? "∅") → \($0.new?.text ?? "∅")" })
  }

  static let same = [
    SentencePair("The yard paid $5m for it.", "The yard paid US$5m for it."),
    SentencePair("Police fired at the boat.", "Police were fired at the boat."),
    SentencePair("The walk takes a quarter of an hour.", "The walk takes 15 minutes."),
    SentencePair("They won half a tonne of coal.", "They won 500kg of coal."),
    SentencePair("It took two weeks to free the boat.", "It took a fortnight to free the boat."),
    SentencePair(
      "Denmark, Iceland, Norway, Ireland and Portugal share the boats.",
      "Portugal, Ireland, Norway, Iceland and Denmark share the boats."),
    SentencePair(
      "“They organised it well,” said Oake.", "“They organized it well,” said Oake."),
    SentencePair(
      "It happened at the start of the shift.", "It happened towards the end of the shift."),
  ]

  @Test(arguments: same) func `are not made of style and order`(pair: SentencePair) {
    #expect(pair.diff.claims.isEmpty && pair.diff.corrections.isEmpty, "\(pair.diff.compactFacts)")
  }
}
