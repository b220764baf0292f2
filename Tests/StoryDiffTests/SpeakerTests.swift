import Testing

@Suite struct `Who speaks` {
  static let owners = [
    SentencePair(
      "A police source said the boat had sunk.", "A family source said the boat had sunk.",
      "attribution A police source → A family source revised"),
    SentencePair(
      "Hospital officials said the diver was stable.",
      "Council officials said the diver was stable.",
      "attribution Hospital officials → Council officials revised"),
    SentencePair(
      "Russian officials said the pier was hit.", "Ukrainian officials said the pier was hit.",
      "attribution Russian officials → Ukrainian officials revised"),
    SentencePair(
      "A government spokesman said the pier was safe.",
      "A spokesman for the government said the pier was safe."),
    SentencePair(
      "Police sources said the boat had sunk.", "Police sources said on Friday the boat had sunk.",
      "date ∅ → on Friday revised || date ∅ → Friday revised"),
  ]

  @Test(arguments: owners) func `a body or people before the same noun is another source`(
    pair: SentencePair
  ) { pair.check() }

  static let synonyms = [
    SentencePair("The company said it would appeal.", "The firm said it would appeal."),
    SentencePair("The doctor said he was glad.", "The physician said he was glad."),
    SentencePair("Scientists said the reef was dying.", "Researchers said the reef was dying."),
    SentencePair(
      "No faults had been reported by Monday.", "No faults had been reported by Friday.",
      "date Monday → Friday revised"),
  ]

  @Test(arguments: synonyms) func `another word for the same sort of people is the same source`(
    pair: SentencePair
  ) { pair.check() }

  static let verbs = [
    SentencePair(
      "Critics allege the firm dumped waste.", "The firm dumped waste.",
      "attribution Critics allege → ∅ revised"),
    SentencePair(
      "Forecasters predict the river will rise.", "Engineers predict the river will rise.",
      "attribution Forecasters → Engineers revised"),
    // No clause is told.
    SentencePair(
      "Fans predict the score on Friday.", "Readers predict the score on Friday."),
  ]

  @Test(arguments: verbs) func `a verb that reports need have no that behind it`(
    pair: SentencePair
  ) { pair.check() }

  static let counts = [
    SentencePair(
      "A cough was reported by 19% of rowers.", "A cough was reported by 17% of rowers.",
      "percentage 19% → 17% revised"),
    SentencePair(
      "Of the rowers, half of the men said they had a cough.",
      "Of the rowers, 40% of the men said they had a cough.",
      "percentage half → 40% revised || quantity half → 40% revised"),
    SentencePair(
      "Senator Ada Orr (R-Ohio) voted no.", "Senator Ada Orr (D-Ohio) voted no.",
      "role R → D revised"),
    SentencePair(
      "The talks were led by Chancellor Ada Oake on Monday.",
      "The talks were led by President Jo Marl on Monday.",
      "role Chancellor → President revised", "entity Ada Oake → Jo Marl revised"),
    SentencePair("Kids told to drop fizzy drinks", "Children told to drop fizzy drinks"),
    SentencePair(
      "Ministers to close the lock by May", "Ministers set to close the lock by May"),
    SentencePair(
      "The museum said the Ada will sail.", "The museum said the USS The Ekes will sail.",
      "entity Ada → USS The Ekes revised"),
  ]

  @Test(arguments: counts)
  func
    `a share of people is no source, a headline's to says what is set, and a name may have an article`(
      pair: SentencePair
    )
  { pair.check() }
}
