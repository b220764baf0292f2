import Testing

@Suite struct `Quotations and sources` {
  static let quotations = [
    SentencePair(
      "“We were deceived by the owners,” said Marta Oake.",
      "“We felt confused by the owners,” said Marta Oake.",
      "quotation were deceived → felt confused revised"),
    SentencePair(
      "Marta Oake told the board it was \"a very bad plan\".",
      "Marta Oake told the board it was \"a bad plan\".", "quotation very → ∅ revised"),
    SentencePair(
      "The mayor called the pier “a danger to every child in town”.",
      "The mayor called the pier “a danger to every person in town”.",
      "quotation child → person revised"),
  ]

  @Test(arguments: quotations)
  func `words altered inside quotation marks are a quotation claim`(pair: SentencePair) {
    pair.check()
  }

  static let quiet = [
    SentencePair(
      "“We will mend the pier,” said Marta Oake.", "\"We will mend the pier,\" said Marta Oake."),
    SentencePair(
      "“We will mend the pier,” said Marta Oake.", "‘We will mend the pier,’ said Marta Oake."),
    SentencePair(
      "“We will mend the pier and the old lock,” said Marta Oake.",
      "“We will mend the pier …,” said Marta Oake."),
    SentencePair("The lock is safe, Oake said.", "The lock is safe, Oake says."),
    SentencePair("The lock is safe, Oake said.", "The lock is safe, said Oake."),
    SentencePair(
      "Marta Oake said the lock was safe.", "She said the lock was safe."),
  ]

  @Test(arguments: quiet)
  func `marks drawn otherwise, an ellipsis and the tense of saying are no claims`(
    pair: SentencePair
  ) { pair.check() }

  static let sources = [
    SentencePair(
      "The lock is safe, according to the club.", "The lock is safe, according to the police.",
      "attribution the club → the police revised || attribution club → police revised"),
    SentencePair(
      "The fire began in the galley, police said.", "The fire began in the galley.",
      "attribution police said → ∅ revised"),
    SentencePair(
      "The fire began in the galley.", "The fire began in the galley, police said.",
      "attribution ∅ → police said revised"),
    SentencePair(
      "The firm sold the pier last year, according to the company.",
      "The firm sold the pier last year.", "attribution according to the company → ∅ revised"),
    SentencePair(
      "County officials said the dam would hold.", "Maria Delgado said the dam would hold.",
      "attribution County officials → Maria Delgado refined"),
    SentencePair(
      "The dam would hold, county officials said.", "The dam would hold, Maria Delgado said.",
      "attribution county officials → Maria Delgado refined"),
    SentencePair(
      "“The ice was thin,” said captain Jonas Hale.",
      "“The ice was thin,” said captain Erik Strom.",
      "attribution captain Jonas Hale → captain Erik Strom revised || "
        + "entity Jonas Hale → Erik Strom revised || "
        + "attribution Jonas Hale → Erik Strom revised"),
  ]

  @Test(arguments: sources)
  func `a source replaced, added or dropped is an attribution claim`(pair: SentencePair) {
    pair.check()
  }
}
