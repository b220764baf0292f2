import Testing

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
