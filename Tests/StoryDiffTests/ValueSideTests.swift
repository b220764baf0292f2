import Testing

@testable import StoryDiff

@Suite struct `Values, their sides and who has them` {
  static let scales = [
    SentencePair("The C$18m bridge opens in May.", "The C$18-million bridge opens in May."),
    SentencePair(
      "The $2m bridge opens in May.", "The $3-million bridge opens in May.",
      "money $2m → $3-million revised"),
  ]

  @Test(arguments: scales) func `a scale behind a hyphen belongs to its figure`(pair: SentencePair)
  {
    pair.check()
  }

  static let sides = [
    SentencePair(
      "The tug lost power around 4 a.m., the pilots said.",
      "The tug lost power shortly after 4 a.m., the pilots said.",
      "time around 4 a.m. → shortly after 4 a.m. refined"),
    SentencePair(
      "The tug lost power at about 16:00, the pilots said.",
      "The tug lost power just before 16:00, the pilots said.",
      "time about 16:00 → just before 16:00 refined"),
    SentencePair(
      "The tug lost power around 4 a.m., the pilots said.",
      "The tug lost power at about 4 a.m., the pilots said."),
  ]

  @Test(arguments: sides) func `what is near a value and what lies on one side of it differ`(
    pair: SentencePair
  ) { pair.check() }

  static let counts = [
    SentencePair(
      "Three of the boats were lost in the storm.", "One of the boats was lost in the storm.",
      "quantity Three → One revised"),
    SentencePair(
      "One of the oldest mills has closed its doors.",
      "Two of the oldest mills have closed their doors.", "quantity One → Two revised"),
    SentencePair(
      "One of the boats was lost in the storm.", "One of those boats was lost in the storm."),
    SentencePair(
      "It is the third such closure this year.", "It is the fourth such closure this year.",
      "quantity third → fourth revised"),
    SentencePair(
      "The gates open at noon, an hour later than before.",
      "The gates open at noon, two hours later than before.",
      "quantity an → two revised || quantity an hour → two hours revised"),
    SentencePair(
      "The catch rose by a third this year.", "The catch rose by a quarter this year.",
      "quantity a third → a quarter revised"),
  ]

  @Test(arguments: counts) func `one of several is a count where others are counted`(
    pair: SentencePair
  ) { pair.check() }

  static let owners = [
    SentencePair(
      "Orme has 40 beds and Lorn 12, the board said.",
      "Lorn has 12 beds and Orme 40, the board said."),
    SentencePair(
      "The Crofters hold eleven seats and the Pilots six; neither can rule alone.",
      "The Pilots hold six seats and the Crofters eleven; neither can rule alone."),
    SentencePair(
      "Two of the five men were freed on Monday; three remain in custody.",
      "Three of the five men remain in custody; two were freed on Monday."),
    SentencePair(
      "Two of the five men were freed; three remain in custody.",
      "Three of the five men were freed; two remain in custody.",
      "quantity Two → Three revised", "quantity three → two revised"),
    SentencePair(
      "A quarter of those asked said no.", "One in four of those asked said no."),
    SentencePair(
      "The Crofters hold eleven seats and the Pilots six; neither can rule alone.",
      "The Crofters hold six seats and the Pilots eleven; neither can rule alone.",
      "quantity eleven → six revised", "quantity six → eleven revised"),
  ]

  @Test(arguments: owners) func `values told in another order with who has them are the same`(
    pair: SentencePair
  ) { pair.check() }

  static let places = [
    SentencePair(
      "He was born in Lorn, Kent, in 1950.", "He was born in Orme, Devon, in 1950.",
      "entity Lorn, Kent → Orme, Devon revised"),
    SentencePair(
      "He was born in Lorn, Kent, in 1950.", "He was born in Orme, Kent, in 1950.",
      "entity Lorn → Orme revised"),
  ]

  @Test(arguments: places) func `a place and what it lies in are one name where both are others`(
    pair: SentencePair
  ) { pair.check() }

  static let ranks = [
    SentencePair(
      "Ada Orr, the minority leader, may back it.", "Ada Orr, the majority leader, may back it.",
      "role minority leader → majority leader revised"),
    SentencePair(
      "A minority of crews backed it.", "A majority of crews backed it.",
      "quantity minority → majority revised"),
  ]

  @Test(arguments: ranks) func `minority and majority before a title are part of it`(
    pair: SentencePair
  ) { pair.check() }

  static let certainty = [
    SentencePair(
      "Police believe the fire was started on purpose.",
      "Police have confirmed the fire was started on purpose.",
      "certainty believe → have confirmed revised"),
    SentencePair(
      "Officials suspect a gas leak caused the blast.",
      "Officials confirmed that a gas leak caused the blast.",
      "certainty suspect → confirmed revised"),
    SentencePair(
      "Police believe the fire was started on purpose.",
      "Police think the fire was started on purpose."),
    SentencePair(
      "The vaccine can be given to lambs, vets say.",
      "The vaccine cannot yet be given to lambs, vets say.", "polarity can → cannot reversed"),
    SentencePair(
      "The keeper says he want to stay.", "The keeper says he wants to stay.",
      "grammar want → wants"),
    SentencePair(
      "The crew found two missing children believed to be with their mother.",
      "The crew found two missing children."),
    SentencePair(
      "Le pont pourrait rouvrir jeudi matin.", "Le pont rouvrira vendredi matin.",
      "certainty pourrait rouvrir → rouvrira revised", "date jeudi → vendredi revised",
      language: "fr"),
  ]

  @Test(arguments: certainty) func `what was believed and is known is surer than it was`(
    pair: SentencePair
  ) { pair.check() }

  static let sources = [
    SentencePair(
      "The isle is sinking, UN warns in a report.", "The isle is sinking, U.N. warns in a report."),
    SentencePair(
      "The board is closing the pool for the summer",
      "The board is closing the pool for the summer, citing violence towards lifeguards"),
    SentencePair(
      "The shed was set on fire, Russian papers said.",
      "The shed was set on fire, Russian investigators said.",
      "attribution Russian papers → Russian investigators revised"),
  ]

  @Test(arguments: sources)
  func `a source is another where more than its people or its stops differ`(
    pair: SentencePair
  ) { pair.check() }

  static let reversals = [
    SentencePair(
      "Sales of rope rose 3% in May.", "Sales of rope fell 4% in May.",
      "polarity rose → fell reversed", "percentage 3% → 4% revised"),
    SentencePair(
      "All but two of the boats were lost.", "Two of the boats were lost.",
      "quantity All but two → Two revised"),
  ]

  @Test(arguments: reversals)
  func `what rose and fell is told beside its figure, and so is what all but some did`(
    pair: SentencePair
  ) { pair.check() }

  static let titlesAndPlaces = [
    SentencePair(
      "Gov. Ann Hale vetoed the lock.", "Sen. Ann Hale vetoed the lock.",
      "role Gov → Sen revised"),
    SentencePair(
      "The gale came in from North Brenham on Monday.", "The gale came in from Brenham on Monday.",
      "entity North Brenham → Brenham revised"),
  ]

  @Test(arguments: titlesAndPlaces)
  func `a title before a stop and the part of a place that a name tells are told`(
    pair: SentencePair
  ) { pair.check() }

  static let noValues = [
    SentencePair(
      "She plays for a place in the quarter-finals.", "She plays for a place in the last eight."),
    SentencePair("The bear has an update.", "The bear has an update from DEC."),
    SentencePair("A look back at the week on the quay.", "A look back at a week on the quay."),
  ]

  @Test(arguments: noValues) func `what only looks like a figure or a date is none`(
    pair: SentencePair
  ) { pair.check() }
}
