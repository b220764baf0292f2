import Testing

@Suite struct `Names and roles` {
  static let entities = [
    SentencePair(
      "The barge was built in Ashford for the board.",
      "The barge was built in Milford for the board.", "entity Ashford → Milford revised"),
    SentencePair(
      "The pier was bought by Derek Hallam in the autumn.",
      "The pier was bought by Imogen Pask in the autumn.",
      "entity Derek Hallam → Imogen Pask revised"),
    SentencePair(
      "Quayside lost to Ridgemont in the final.", "Quayside lost to Cold Spring in the final.",
      "entity Ridgemont → Cold Spring revised"),
  ]

  @Test func `two places that change places are two claims`() {
    SentencePair(
      "The boat sailed from Milford to Ashford.", "The boat sailed from Ashford to Milford.",
      "entity Milford → Ashford revised", "entity Ashford → Milford revised",
      knownIssue: "names that both stand in both versions are not held against each other"
    ).check()
  }

  @Test(arguments: entities)
  func `someone or something else named is an entity claim`(pair: SentencePair) { pair.check() }

  static let quiet = [
    SentencePair("The barge belongs to Mr Hallam.", "The barge belongs to Hallam."),
    SentencePair("The barge belongs to Derek Hallam.", "The barge belongs to Hallam."),
    SentencePair("The study was run by Northmind.", "The study was run by Aldous Northmind."),
    SentencePair(
      "The United Nations sent two boats.", "The UN sent two boats."),
    SentencePair(
      "Derek Hallam owns the barge.", "He owns the barge."),
    SentencePair(
      "The PM opened the lock.", "The prime minister opened the lock."),
  ]

  @Test(arguments: quiet)
  func `a shorter, longer or pronominal name is the same one`(pair: SentencePair) { pair.check() }

  static let roles = [
    SentencePair(
      "Ada Lorn is the deputy finance minister.", "Ada Lorn is the finance minister.",
      "role deputy finance minister → finance minister revised"),
    SentencePair(
      "The chief executive opened the lock.", "The chairman opened the lock.",
      "role chief executive → chairman revised"),
    SentencePair(
      "Ada Lorn, a professor of botany, opened the lock.",
      "Ada Lorn, a lecturer in botany, opened the lock.",
      "role professor of botany → lecturer in botany revised || role professor → lecturer revised"),
  ]

  @Test(arguments: roles)
  func `another title is a role claim, whole`(pair: SentencePair) { pair.check() }

  static let respelt = [
    SentencePair(
      "The pier was bought by Derek Halam in the autumn.",
      "The pier was bought by Derek Hallam in the autumn.",
      "name Halam → Hallam || name Derek Halam → Derek Hallam"),
    SentencePair(
      "A speech by Michaella Dunn closed the day.", "A speech by Michaela Dunn closed the day.",
      "name Michaella → Michaela || name Michaella Dunn → Michaela Dunn"),
    SentencePair(
      "Jon Smith won the race.", "John Smith won the race.",
      "name Jon → John || name Jon Smith → John Smith"
    ),
  ]

  @Test(arguments: respelt)
  func `the same name spelt right is a correction and no claim`(pair: SentencePair) {
    pair.check()
  }
}
