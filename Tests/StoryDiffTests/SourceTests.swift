import Testing

@testable import StoryDiff

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
    SentencePair(
      "Ada Oake said that shutting two of its piers was \"dangerous\".",
      "Ada Oake said that shutting three of its piers was \"wasteful\".",
      "quantity two → three revised", "quotation dangerous → wasteful revised"),
    // Of what is kept in the quotation no word says anything by itself.
    SentencePair(
      "Marta Oake was 'quite well' after a night in the lifeboat",
      "Marta Oake was 'quite ill' after a night in the lifeboat", "quotation well → ill revised"),
  ]

  @Test(arguments: quotations)
  func `words altered inside quotation marks are a quotation claim`(pair: SentencePair) {
    pair.check()
  }

  static let begun = [
    SentencePair(
      "Ada Oake said in Lorn that the net \"was torn by a seal and left in the weir.\"",
      "\"The net was torn by a seal and left in the weir,\" Ada Oake said in Lorn."),
    SentencePair(
      "He called the race \"a toss-up\" on Friday.",
      "He called the race \"basically a toss-up\" on Friday.",
      "quotation ∅ → basically revised"),
  ]

  @Test(arguments: begun)
  func `a quotation that begins sooner in a sentence of its own is not altered`(
    pair: SentencePair
  ) { pair.check() }

  static let leadIns = [
    SentencePair(
      "Police believe the fire began in the hold.", "The fire began in the hold.",
      "attribution Police believe → ∅ revised"),
    SentencePair(
      "The drug works in older people.", "Doctors think the drug works in older people.",
      "attribution ∅ → Doctors think revised"),
    SentencePair(
      "Police find the mast in the harbour.", "Police saw the mast in the harbour."),
  ]

  @Test(arguments: leadIns)
  func `a source dropped from before a clause is told, whether it says or believes`(
    pair: SentencePair
  ) { pair.check() }

  static let slips = [
    SentencePair(
      "“I could of sold the boat twice,” said Marta Oake.",
      "“I could have sold the boat twice,” said Marta Oake.", "grammar of → have"),
    SentencePair(
      "“We are going to loose the boat,” said Marta Oake.",
      "“We are going to lose the boat,” said Marta Oake.", "spelling loose → lose"),
    // Made, not mended.
    SentencePair(
      "“I could have sold the boat twice,” said Marta Oake.",
      "“I could of sold the boat twice,” said Marta Oake."),
    SentencePair(
      "“They swam in the harbour,” said Marta Oake.",
      "“They swam to the harbour,” said Marta Oake.", "quotation in → to revised"),
  ]

  @Test(arguments: slips) func `a slip in a quotation is the newsroom's`(pair: SentencePair) {
    pair.check()
  }

  static let betweenQuotations = [
    SentencePair(
      "They sold \"over 200\" boats. The last left on May 27th, with others to follow \"next year\".",
      "They sold \"over 200\" boats. The last left on May 27, with others to follow \"next year\"."
    ),
    SentencePair(
      "The 'over 200' boats of the club's fleet left, and 'a few' stayed.",
      "The 'over 200' boats of the club fleet left, and 'a few' stayed."),
  ]

  @Test(arguments: betweenQuotations)
  func `a figure before a closing mark leaves no quotation open`(pair: SentencePair) {
    pair.check()
  }

  static let nested = [
    SentencePair(
      "“I slept on the flippin’ boat for a week,” said Marta Oake.",
      "“I slept on the flippin’ boat for a month,” said Marta Oake.",
      "quotation week → month revised"),
    SentencePair(
      "“They called it ‘safe’ and we believed it,” said Marta Oake.",
      "“They called it ‘safe’ and we trusted it,” said Marta Oake.",
      "quotation believed → trusted revised"),
  ]

  @Test(arguments: nested)
  func `a single mark inside a quotation does not end it`(pair: SentencePair) { pair.check() }

  static let quiet = [
    SentencePair(
      "A deputy of the board, Ada Orr, said the port cannot play with the future of pilots.",
      "A deputy of the board, Ada Orr, said the port could not play with the future of pilots."),
    SentencePair(
      "Aucun naufrage n'a été signalé.", "On n'a signalé aucun naufrage.", language: "fr"),
    SentencePair(
      "Scotland Yard said the pier was shut.", "The Metropolitan Police said the pier was shut."),
    SentencePair(
      "No 10 said the talks had failed.", "Downing Street said the talks had failed."),
    SentencePair(
      "“We will mend the pier,” said Marta Oake.", "\"We will mend the pier,\" said Marta Oake."),
    SentencePair(
      "“We will mend the pier,” said Marta Oake.", "‘We will mend the pier,’ said Marta Oake."),
    SentencePair(
      "“We will mend the pier and the old lock,” said Marta Oake.",
      "“We will mend the pier …,” said Marta Oake."),
    SentencePair(
      "“They aren't safe and can't be,” said Marta Oake.",
      "“They are not safe and cannot be,” said Marta Oake."),
    SentencePair("The lock is safe, Oake said.", "The lock is safe, Oake says."),
    SentencePair("The lock is safe, Oake said.", "The lock is safe, said Oake."),
    SentencePair(
      "Marta Oake said the lock was safe.", "She said the lock was safe."),
    // `claims` is no verb here.
    SentencePair(
      "These claims also come as the lock is mended.", "In addition, the lock is mended."),
    // A question has no source.
    SentencePair(
      "The lock is safe this winter - but what does it tell us about the town?",
      "The lock is safe this winter"),
    SentencePair(
      "The lock is safe this winter but who'll tell the council?", "The lock is safe this winter"),
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

  static let described = [
    SentencePair(
      "The pier shook, said a resident on Monday.", "The pier shook, said Terry Coulson on Monday.",
      "attribution a resident → Terry Coulson refined"),
    SentencePair(
      "A power company said the line had failed.", "Sierra Grande Power said the line had failed.",
      "attribution A power company → Sierra Grande Power refined"),
    SentencePair(
      "A source close to the inquiry said the line had failed.",
      "Two people familiar with the inquiry said the line had failed.",
      "attribution A source close to the inquiry → Two people familiar with the inquiry revised"),
    SentencePair(
      "The mayor's office said the pier was safe.", "The prefect's office said the pier was safe.",
      "attribution The mayor's office → The prefect's office revised"),
    SentencePair(
      "Police have said the pier was safe.", "The council has said the pier was safe.",
      "attribution Police → The council revised"),
    SentencePair(
      "They forecast that in Asia there will be more storms next year.",
      "In Asia, if trends continue, there will be more storms next year.",
      "attribution They forecast that → ∅ revised"),
    SentencePair(
      "The pier is safe, according to police.", "The pier is safe, the council said.",
      "attribution police → the council revised"),
    SentencePair(
      "The fire, which officials said began in a shed, is out.",
      "The fire, which began in a shed, is out.", "attribution officials said → ∅ revised"),
  ]

  @Test(arguments: described)
  func `a source is told by its noun or its name, whatever is said of when and where`(
    pair: SentencePair
  ) { pair.check() }

  static let same = [
    SentencePair("Police said the pier was safe.", "Dover police said the pier was safe."),
    SentencePair(
      "The mayor said the pier was safe.", "A spokesman for the mayor said the pier was safe."),
    SentencePair(
      "According to police, the pier is safe.", "The pier is safe, according to police."),
    SentencePair(
      "The pier is safe, the mayor, Ann Cole, said.", "The pier is safe, she said."),
    SentencePair("She also said the pier was safe.", "Cole also said the pier was safe."),
    SentencePair(
      "The fire department said in a statement that the pier was safe.",
      "The fire department said on its page that the pier was safe."),
    SentencePair(
      "The gale that was forecast by the board came late.",
      "The gale that was forecast by the harbour board came late."),
  ]

  @Test(arguments: same)
  func `the same source told in other words or in another place is no claim`(pair: SentencePair) {
    pair.check()
  }

  static let inOtherLanguages = [
    SentencePair(
      "Le quai sera fermé en juin.", "Le quai sera fermé en juin, a annoncé la police.",
      "attribution ∅ → a annoncé la police revised", language: "fr"),
    SentencePair(
      "Le quai sera fermé, a annoncé mardi la police dans un communiqué.",
      "Le quai sera fermé, a annoncé mardi la préfecture dans un communiqué.",
      "attribution la police → la préfecture revised", language: "fr"),
    SentencePair(
      "Des responsables ont confirmé que le quai sera fermé.",
      "La préfète Anne Jolivet a confirmé que le quai sera fermé.",
      "attribution Des responsables → La préfète Anne Jolivet refined", language: "fr"),
    SentencePair(
      "Le feu a pris dans la cale, de source policière.",
      "Le feu a pris dans la cale, de source judiciaire.",
      "attribution policière → judiciaire revised", language: "fr"),
    SentencePair(
      "Le groupe d'opposition juge que le quai est dangereux.",
      "L'opposition juge que le quai est dangereux.", language: "fr"),
    SentencePair(
      "Le maire, Paul Vidal, a annoncé la fermeture du quai.",
      "Le maire, Paul Vidal, a annoncé la réouverture du quai.", language: "fr"),
    SentencePair(
      "Die Brücke wird gesperrt.", "Die Brücke wird gesperrt, teilte die Polizei mit.",
      "attribution ∅ → teilte die Polizei mit revised", language: "de"),
    SentencePair(
      "Die Brücke wird gesperrt, wie die Polizei am Montag mitteilte.",
      "Die Brücke wird gesperrt, wie das Rathaus am Montag mitteilte.",
      "attribution die Polizei → das Rathaus revised", language: "de"),
    SentencePair(
      "Das Feuer brach gegen drei Uhr aus.", "Das Feuer brach laut Polizei gegen drei Uhr aus.",
      "attribution ∅ → laut Polizei revised", language: "de"),
    SentencePair(
      "Der Polizei zufolge brach das Feuer im Keller aus.",
      "Der Feuerwehr zufolge brach das Feuer im Keller aus.",
      "attribution Der Polizei → Der Feuerwehr revised", language: "de"),
    SentencePair(
      "Die Ursache war eine undichte Leitung.",
      "Die Ursache war nach Angaben der Feuerwehr eine undichte Leitung.",
      "attribution ∅ → nach Angaben der Feuerwehr revised", language: "de"),
    SentencePair(
      "Nach Angaben der Feuerwehr entstand ein hoher Schaden.",
      "Nach Angaben des Landratsamts entstand ein hoher Schaden.",
      "attribution Feuerwehr → Landratsamts revised", language: "de"),
    SentencePair(
      "Die Brücke habe gewackelt, sagte ein Anwohner dem Anzeiger.",
      "Die Brücke habe gewackelt, sagte Bernd Kröger dem Anzeiger.",
      "attribution ein Anwohner → Bernd Kröger refined", language: "de"),
    SentencePair(
      "Die Polizei teilte mit, die Brücke sei sicher.",
      "Die Brücke sei sicher, teilte die Polizei mit.", language: "de"),
    SentencePair(
      "El puente cerrará en junio.", "El puente cerrará en junio, informó la policía.",
      "attribution ∅ → informó la policía revised", language: "es"),
    SentencePair(
      "El puente cerrará, según ha informado la policía.",
      "El puente cerrará, según ha informado la alcaldesa.",
      "attribution la policía → la alcaldesa revised", language: "es"),
    SentencePair(
      "El puente temblaba, dijo un vecino a este diario.",
      "El puente temblaba, dijo Marta Ríos a este diario.",
      "attribution un vecino → Marta Ríos refined", language: "es"),
    SentencePair(
      "En opinión del alcalde, el puente es seguro.", "El puente es seguro.",
      "attribution En opinión del alcalde → ∅ revised", language: "es"),
  ]

  @Test(arguments: inOtherLanguages)
  func `sources are read where the story's language puts them`(pair: SentencePair) { pair.check() }

  /// Headlines, and what is told of them.
  static let headlines = [
    ("Two hurt in ferry crash", "Two hurt in ferry crash - police", ["∅ → police"]),
    ("Two hurt in ferry crash - reports", "Two hurt in ferry crash", ["reports → ∅"]),
    ("Two hurt in ferry crash - police", "Two hurt in ferry crash - mayor", ["police → mayor"]),
    ("Ferry may have sunk - Oake", "Ferry may have sunk", ["Oake → ∅"]),
    ("Two hurt in ferry crash", "Police: two hurt in ferry crash", ["∅ → Police"]),
    ("Ada Lorn: 'I did not see it'", "Skipper: 'I did not see it'", ["Ada Lorn → Skipper"]),
    // Neither the paper, nor a series, nor what is done to something.
    ("Two hurt in ferry crash", "Two hurt in ferry crash - Ardle Herald", []),
    ("Two hurt in ferry crash - latest", "Two hurt in ferry crash - live updates", []),
    ("Ardle beat Lorn 2-1", "Match report: Ardle beat Lorn 2-1", []),
    ("Ardle sees its first storm", "Emergency declared after Ardle sees its first storm", []),
  ]

  @Test(arguments: headlines)
  func `a headline names its source behind a dash or before a colon`(
    old: String, new: String, told: [String]
  ) {
    let body = "The ferry met the barge on Monday near the old harbour bridge."
    let diff = StoryDiff(from: story("# " + old, body), to: story("# " + new, body))
    #expect(
      diff.compactFacts.filter { !$0.hasPrefix("certainty") }
        == told.map { "attribution \($0) revised" })
  }
}
