import Testing

@Suite struct `What changed places in a sentence` {
  static let turned = [
    SentencePair(
      "Police shot the man at the door.", "The man shot police at the door.",
      "entity Police → man revised", "entity man → police revised"),
    SentencePair(
      "The fare will go from £3.40 to £4.30 in May.",
      "The fare will go from £4.30 to £3.40 in May.",
      "money £3.40 → £4.30 revised", "money £4.30 → £3.40 revised"),
    SentencePair(
      "The rate was cut to 4.25% from 4.5%.", "The rate was cut to 4.5% from 4.75%.",
      "percentage 4.25% → 4.5% revised", "percentage 4.5% → 4.75% revised"),
    SentencePair(
      "The toll rose to 15 people from 12 people.", "The toll rose to 18 people from 15 people.",
      "quantity 15 → 18 revised", "quantity 12 → 15 revised"),
    SentencePair(
      "Profit rose to £15m from £12m a year ago.", "Profit rose from £12m to £15m in a year."),
    SentencePair(
      "The keeper met the mayor.", "The mayor met the keeper."),
    SentencePair(
      "Police and the man sat at the door.", "The man and police sat at the door."),
  ]

  @Test(arguments: turned) func `who did what, and from where to where, is told`(
    pair: SentencePair
  ) { pair.check() }

  static let spans = [
    SentencePair(
      "The trial is due to last a week.", "The trial is due to last a fortnight.",
      "quantity week → fortnight revised"),
    SentencePair(
      "It is expected to last another week.", "It is expected to last another month.",
      "quantity week → month revised"),
    SentencePair(
      "Three of the boats sank.", "Some of the boats sank.", "quantity Three → Some revised"),
    SentencePair("It lasted two weeks.", "It lasted a fortnight."),
    SentencePair("He served in World War II.", "He served in World War Two."),
    SentencePair("A Briton was hurt.", "A British man was hurt."),
  ]

  @Test(arguments: spans) func `one span of time for another, and some of several`(
    pair: SentencePair
  ) { pair.check() }

  static let denied = [
    SentencePair(
      "He was not, police said, armed.", "He was, police said, armed.",
      "polarity not → ∅ reversed"),
    SentencePair(
      "They will not, the mayor said, move.", "They will, the mayor said, move.",
      "polarity not → ∅ reversed"),
    SentencePair(
      "An aide to Ms Oake said that she would stand.", "Ms Oake said that she would stand.",
      "attribution An aide to Ms Oake → Ms Oake refined"),
    SentencePair(
      "Officials at the ministry said it was shut.", "The ministry said it was shut."),
  ]

  @Test(arguments: denied) func `a denial before words by the way, and who speaks for whom`(
    pair: SentencePair
  ) { pair.check() }

  static let denials = [
    SentencePair(
      "The mayor is not a suspect, but her aide is.",
      "The mayor is a suspect, but her aide is not.", "polarity not → ∅ reversed",
      "polarity ∅ → not reversed"),
    SentencePair("The mayor is not now a suspect.", "The mayor is now not a suspect."),
    SentencePair(
      "No one at the lock could be reached for comment.",
      "The lock did not respond to a request for comment."),
    SentencePair("It is unknown how many had died.", "At least 12 had died."),
    SentencePair(
      "Only two of the 12 boats sank.", "All but two of the 12 boats sank.",
      "quantity two → All but two revised"),
    SentencePair(
      "All the boats sank.", "Some of the boats sank.", "quantity All → Some revised"),
  ]

  @Test(arguments: denials) func `what is denied of whom, and what of all`(pair: SentencePair) {
    pair.check()
  }

  static let parties = [
    SentencePair(
      "Ms Orr is a former Labour MP for Lorn.", "Ms Orr is a former Conservative MP for Lorn.",
      "role former Labour MP → former Conservative MP revised"),
    SentencePair(
      "Mr Oake was the Conservative MP for Lorn.", "Mr Oake was the Labour MP for Lorn.",
      "role Conservative MP → Labour MP revised"),
    SentencePair("President Oake met Chancellor Orr.", "Mr Oake met Ms Orr."),
  ]

  @Test(arguments: parties) func `a title with another party, and a courtesy in its place`(
    pair: SentencePair
  ) { pair.check() }

  static let speakers = [
    SentencePair(
      "A spokesman for the army said 12 had died.", "A spokesman for Lorn Front said 12 had died.",
      "attribution A spokesman for the army → A spokesman for Lorn Front revised"),
    SentencePair(
      "A spokesman for the company said 12 had died.",
      "A spokesman for Orr Foods said 12 had died."),
    SentencePair(
      "Cases rose from 40 to 60.", "Cases rose from 60 to 40.",
      "quantity 40 to 60 → 60 to 40 revised"),
    SentencePair("Two-thirds of the crew left.", "2/3 of the crew left."),
  ]

  @Test(arguments: speakers) func `whom somebody speaks for, and a part that is written otherwise`(
    pair: SentencePair
  ) { pair.check() }
}
