import Testing

@testable import StoryDiff

@Suite struct `Titles, old years and hedges with their verbs` {
  static let titles = [
    SentencePair(
      "The chairman, Chief Ime Oake, agreed.", "The chairman, Dr. Ime Oake, agreed.",
      "role Chief → Dr revised"),
    SentencePair("Prof. Ada Oake opened the fair.", "Professor Ada Oake opened the fair."),
    SentencePair("Lt Ada Oake opened the fair.", "Lieutenant Ada Oake opened the fair."),
    SentencePair("Mr Oake opened the fair.", "Mrs Oake opened the fair."),
    SentencePair(
      "The bank named Ada Oake as managing director.",
      "The bank named Ada Oake as group managing director.",
      "role managing director → group managing director revised"),
    SentencePair(
      "The left-hander hurt an arm in the final.", "The right-hander hurt an arm in the final.",
      "role left-hander → right-hander revised"),
    SentencePair(
      "The door was made by the baker's grandfather.",
      "The door was made by the baker's great-grandfather.",
      "role grandfather → great-grandfather revised"),
    SentencePair(
      "Promoter Ada Oake sold the last ticket.", "Co-promoter Ada Oake sold the last ticket.",
      "role Promoter → Co-promoter revised"),
  ]

  @Test(arguments: titles)
  func `a title with another honorific, prefix or side is another one, and a short form is none`(
    pair: SentencePair
  ) { pair.check() }

  static let dates = [
    SentencePair(
      "The bells, cast in 1721, were sold.", "The bells, cast in 1712, were sold.",
      "date 1721 → 1712 revised"),
    SentencePair(
      "The tower was sold in 1500 parts.", "The tower was sold in 1700 parts.",
      "quantity 1500 → 1700 revised"),
    SentencePair(
      "The shop is closed on Mondays.", "The shop is closed on Tuesdays.",
      "date Mondays → Tuesdays revised"),
  ]

  @Test(arguments: dates)
  func `an old year is told by the word before it, and a weekday may be many`(pair: SentencePair) {
    pair.check()
  }

  static let hedges = [
    SentencePair(
      "The club expects to finish the season.", "The club will finish the season.",
      "certainty expects to → will revised"),
    SentencePair(
      "The guild expects to open the lock.", "The guild hopes to open the lock."),
    SentencePair(
      "The goalkeeper is in doubt for the match.", "The goalkeeper will miss the match.",
      "certainty is in doubt for → will revised"),
    SentencePair(
      "The inns at Lorn are expected to be full.", "The inns at Birchland were full.",
      "entity Lorn → Birchland revised", "certainty are expected to be → were revised"),
    SentencePair(
      "Le texte pourrait revenir devant le conseil.", "Le texte reviendra devant le conseil.",
      "certainty pourrait revenir → reviendra revised", language: "fr"),
    SentencePair(
      "Kündigungen könnten vermieden werden.", "Kündigungen würden vermieden werden.",
      "certainty könnten → würden revised", language: "de"),
    SentencePair(
      "Für Gäste gibt es eine Erstattung.", "Für Gäste gibt es keine Erstattung.",
      "polarity eine → keine reversed", language: "de"),
    SentencePair(
      "The keeper, Ada Oake, said her client would fight the charge.",
      "The keeper, Ada Oake, said her client intends to fight the charge.",
      "certainty would → intends to revised"),
  ]

  @Test(arguments: hedges)
  func `a hedge is shown with the verb that it hedges`(pair: SentencePair) { pair.check() }
}

@Suite struct `Sources and amounts at the edges of an edit` {
  static let sources = [
    SentencePair(
      "The mayor said the road would reopen.", "The road would reopen.",
      "attribution The mayor said → ∅ revised"),
    SentencePair(
      "A doctor who asked not to be named said the ward was full.",
      "Ada Oake, a doctor, said the ward was full.",
      "attribution A doctor → Ada Oake, a doctor refined"),
  ]

  @Test(arguments: sources)
  func `a source is dropped with either article, and told by more than a clause`(
    pair: SentencePair
  ) { pair.check() }

  static let amounts = [
    SentencePair(
      "All 12 sailors came home.", "Ten of the 12 sailors came home.",
      "quantity All → Ten revised"),
    SentencePair(
      "No one was hurt in the blaze.", "Two people were hurt in the blaze.",
      "quantity No one → Two revised"),
    SentencePair(
      "It is the largest lake in Lorn.", "It is the second-largest lake in Lorn.",
      "quantity ∅ → second revised"),
    SentencePair(
      "She voted three times for the bill.", "She voted once for the bill.",
      "quantity three → once revised || quantity three times → once revised"),
    SentencePair(
      "It fell to as low as -6C on the pier.", "It fell to as low as -8C on the pier.",
      "quantity -6 → -8 revised || quantity -6C → -8C revised"),
    SentencePair(
      "The road reopens 10/31 AM.", "The road reopens 11/1 PM.",
      "date 10/31 AM → 11/1 PM revised"),
    SentencePair(
      "The road reopens 11/2 AM.", "The road reopens 11/2 PM.", "time 11/2 AM → 11/2 PM revised"),
  ]

  @Test(arguments: amounts)
  func `all, none and a rank are amounts, and a day may be written with its half`(
    pair: SentencePair
  ) { pair.check() }

  static let others = [
    SentencePair(
      "Her brother-in-law was held.", "Her brother was held.",
      "role brother-in-law → brother revised"),
    SentencePair(
      "The man from Hexley was held.", "The man from Bexley was held.",
      "entity Hexley → Bexley revised"),
    SentencePair(
      "Im Stadtteil Ostufer fiel der Strom aus.", "Im Stadtteil Westufer fiel der Strom aus.",
      "entity Ostufer → Westufer revised", language: "de"),
    SentencePair(
      "Die Preise waren schnell oben.", "Die Preise waren schnellt oben.", language: "de"),
  ]

  static let quiet = [
    SentencePair(
      "Traffic was slow on the quay; but no incidents reported.", "Traffic was slow on the quay."),
    SentencePair(
      "The guild will close the pool for the summer.",
      "The guild will close the pool for the summer, citing a lack of keepers."),
    SentencePair(
      "The smiths selling false hope to sailors are back.",
      "The smiths selling bogus cures to sailors are back."),
    SentencePair("The ex-president rode home.", "The former president rode home."),
    SentencePair(
      "The keeper was shot by a guard at the pier.", "The keeper was shot in the head at the pier."),
    SentencePair(
      "Lorn Co. Sheriff Ada Oake rode home.", "Lorn County Sheriff Ada Oake rode home."),
    SentencePair(
      "Telling Ada Oake to leave, the judge rose.",
      "Sentencing Ada Oake to leave, the judge rose."),
    SentencePair(
      "The keepers wrote of it on the internet.", "The keepers wrote of it on the Internet."),
    SentencePair(
      "The trees along the road is old.", "The trees along the road are old.", "grammar is → are"),
    SentencePair(
      "Between 10 to 12 boats sank.", "Between 10 and 12 boats sank.", "grammar to → and"),
    SentencePair(
      "The fair begins in Monday.", "The fair begins on Monday.", "grammar in → on"),
  ]

  @Test(arguments: quiet)
  func `nouns, reasons and parts of a body are no hedges, sources and titles`(pair: SentencePair) {
    pair.check()
  }

  @Test(arguments: others)
  func `relatives by marriage and parts of a town are told apart`(pair: SentencePair) {
    pair.check()
  }

  @Test func `a firm that buys and one that is bought are two things`() {
    let diff = StoryDiff(
      from: story("Lorn Foods bought Birch Oil in the spring of the year.", "It rained."),
      to: story("Lorn Foods was bought by Birch Oil in the spring of the year.", "It rained."))
    #expect(diff.blocks.flatMap(\.changes).map(\.class) == [.content, .content])
  }

  static let places = [
    SentencePair(
      "The fair is in Pilots Square on Sunday.", "The fair is in Teachers Square on Sunday.",
      "entity Pilots Square → Teachers Square revised"),
    SentencePair(
      "It was backed by Senators Oake and Lorn.", "It was backed by Ministers Oake and Lorn.",
      "role Senators → Ministers revised"),
  ]

  @Test(arguments: places) func `titles of many before a plain word are a name`(
    pair: SentencePair
  ) {
    pair.check()
  }

  static let described = [
    SentencePair(
      "The lock is shut, says Ada Orr, a pharmacist in Lorn.",
      "The lock is shut, says Ada Orr, a dyer in Lorn.", "role pharmacist → dyer revised"),
    SentencePair(
      "The yard belongs to his wife, Ada.", "The yard belongs to his former wife, Ada.",
      "role wife → former wife revised"),
    SentencePair(
      "The yard belongs to his ex-wife, Ada.", "The yard belongs to his former wife, Ada."),
    SentencePair(
      "Lorn Press writer Ada Orr added to this.", "Lorn Press writers Ada Orr added to this."),
    SentencePair(
      "The lock is shut, says Ada Orr, a motorist from Lorn.",
      "The lock is shut, says Ada Orr, a driver from Lorn."),
  ]

  @Test(arguments: described) func `what somebody is said to be behind the name, and who was once`(
    pair: SentencePair
  ) { pair.check() }
}
