import Testing

/// What a new value is to the old statement: one that it allowed, or another one.
@Suite struct Refinements {
  static let shares = [
    SentencePair(
      "Nearly half of the pilots backed it.", "49% of the pilots backed it.",
      "percentage Nearly half → 49% refined"),
    SentencePair(
      "49% of the pilots backed it.", "Nearly half of the pilots backed it.",
      "percentage 49% → Nearly half refined"),
    SentencePair(
      "Nearly half of the pilots backed it.", "59% of the pilots backed it.",
      "percentage Nearly half → 59% revised"),
  ]

  @Test(arguments: shares) func `of a part may be a percentage`(pair: SentencePair) { pair.check() }

  static let times = [
    SentencePair(
      "The hull split shortly after 0910 in calm water.", "The hull split at 0917 in calm water.",
      "time shortly after 0910 → 0917 refined"),
    SentencePair(
      "The hull split just before 9 a.m. in calm water.",
      "The hull split at 8:51 a.m. in calm water.",
      "time just before 9 a.m. → 8:51 a.m. refined"),
    SentencePair(
      "The hull split around 4pm in calm water.", "The hull split at 3.40pm in calm water.",
      "time around 4pm → 3.40pm refined"),
    SentencePair(
      "The hull split around 4pm in calm water.", "The hull split around 3.40pm in calm water.",
      "time 4pm → 3.40pm revised"),
    SentencePair(
      "The hull split around 4pm in calm water.", "The hull split at 6pm in calm water.",
      "time around 4pm → 6pm revised"),
    SentencePair(
      "The hull split shortly after 9am in calm water.",
      "The hull split at 8.40am in calm water.", "time shortly after 9am → 8.40am revised"),
    SentencePair(
      "The hull split after midnight in calm water.", "The hull split at 1.15am in calm water.",
      "time after midnight → 1.15am refined"),
    SentencePair(
      "The crew left before midnight with the pilot.",
      "The crew left after midnight with the pilot.",
      "time before midnight → after midnight revised"),
    SentencePair(
      "Le feu a pris peu après 9 heures.", "Le feu a pris à 9h10.",
      "time peu après 9 heures → 9h10 refined", language: "fr"),
    SentencePair(
      "Das Feuer brach kurz nach 9 Uhr aus.", "Das Feuer brach um 9.10 Uhr aus.",
      "time kurz nach 9 Uhr → 9.10 Uhr refined", language: "de"),
    SentencePair(
      "Das Boot sank kurz vor Mitternacht.", "Das Boot sank kurz nach Mitternacht.",
      "time kurz vor Mitternacht → kurz nach Mitternacht revised", language: "de"),
    SentencePair(
      "El barco salió poco después de las 9.00 del muelle.",
      "El barco salió a las 9.10 del muelle.",
      "time poco después de las 9.00 → 9.10 refined", language: "es"),
  ]

  @Test(arguments: times) func `a time near the one that was told refines it`(pair: SentencePair) {
    pair.check()
  }

  static let quantities = [
    SentencePair(
      "Several boats sank in the gale.", "Nine boats sank in the gale.",
      "quantity Several → Nine refined"),
    SentencePair(
      "A few boats sank in the gale.", "Five boats sank in the gale.",
      "quantity few → Five refined"),
    SentencePair(
      "Scores of boats sank in the gale.", "The gale sank 73 boats.",
      "quantity Scores → 73 refined"),
    SentencePair(
      "Dozens of boats sank in the gale.", "Nine boats sank in the gale.",
      "quantity Dozens → Nine revised"),
    SentencePair(
      "Several hundred boats sank in the gale.", "Some 640 boats sank in the gale.",
      "quantity Several hundred → Some 640 refined"),
    SentencePair(
      "Tens of thousands of crates were lost.", "Lost were 34,000 crates.",
      "quantity Tens of thousands → 34,000 refined"),
    SentencePair(
      "The yard may lose as many as 400 jobs.", "The yard may lose 370 jobs.",
      "quantity as many as 400 → 370 refined"),
    SentencePair(
      "The skipper, a man in his fifties, swam ashore.",
      "The skipper, a 57-year-old man, swam ashore.", "quantity fifties → 57 refined"),
    SentencePair(
      "The skipper is in his late 50s.", "The skipper is in his early 50s.",
      "quantity late 50s → early 50s revised"),
    SentencePair(
      "Crews waited several weeks for the parts.", "Crews waited several months for the parts.",
      "quantity several weeks → several months revised"),
    SentencePair(
      "The gale cost about $2 million to $3 million.",
      "The gale cost about $2 million to $5 million.",
      "money $2 million to $3 million → $2 million to $5 million revised"),
    SentencePair(
      "Nearly 70 per cent of the crew agreed.", "More than 70 per cent of the crew agreed.",
      "percentage Nearly 70 per cent → More than 70 per cent revised"),
    SentencePair(
      "Just over 70 per cent of the crew agreed.", "Just under 70 per cent of the crew agreed.",
      "percentage Just over 70 per cent → Just under 70 per cent revised"),
    SentencePair(
      "Just under 70 per cent of the crew agreed.", "Of the crew, 69 per cent agreed.",
      "percentage Just under 70 per cent → 69 per cent refined"),
    SentencePair(
      "Plusieurs bateaux ont coulé.", "Six bateaux ont coulé.",
      "quantity Plusieurs → Six refined", language: "fr"),
    SentencePair(
      "Dutzende Boote sind gesunken.", "45 Boote sind gesunken.",
      "quantity Dutzende → 45 refined", language: "de"),
    SentencePair(
      "Decenas de barcos se hundieron.", "Unos 45 barcos se hundieron.",
      "quantity Decenas → Unos 45 refined", language: "es"),
  ]

  @Test(arguments: quantities) func `a figure that a vague word or a bound allowed refines it`(
    pair: SentencePair
  ) { pair.check() }

  static let days = [
    SentencePair(
      "The ballot opens in May at the hall.", "The ballot opens on 6 May at the hall.",
      "date May → 6 May refined"),
    SentencePair(
      "The ballot opens in May at the hall.", "The ballot opens on 6 June at the hall.",
      "date May → 6 June revised"),
    SentencePair(
      "The crew comes back tomorrow with the tide.",
      "The crew comes back next week with the tide.", "date tomorrow → next week revised"),
    SentencePair(
      "The crew comes back this week with the tide.",
      "The crew comes back tomorrow with the tide.", "date this week → tomorrow refined"),
    SentencePair(
      "The lock opens later this year.", "The lock opens early next year.",
      "date later this year → early next year revised"),
    SentencePair(
      "The lock opens on Christmas Eve.", "The lock opens on New Year's Eve.",
      "date Christmas Eve → New Year's Eve revised"),
    SentencePair(
      "Le vote a lieu en mai dans la salle.", "Le vote a lieu le 6 mai dans la salle.",
      "date mai → 6 mai refined", language: "fr"),
    SentencePair(
      "Die Wahl findet im Mai statt.", "Die Wahl findet am 6. Mai statt.",
      "date Mai → 6. Mai refined", language: "de"),
    SentencePair(
      "La consulta se abre en mayo.", "La consulta se abre el 6 de mayo.",
      "date mayo → 6 de mayo refined", language: "es"),
  ]

  @Test(arguments: days) func `a day of the month or week that was told refines it`(
    pair: SentencePair
  ) { pair.check() }

  static let sources = [
    SentencePair(
      "The lock is shut, officials said.", "The lock is shut, the harbour governor said.",
      "attribution officials → the harbour governor refined"),
    SentencePair(
      "The lock is shut, witnesses said.", "The lock is shut, the mayor said.",
      "attribution witnesses → the mayor revised"),
    SentencePair(
      "L'écluse est fermée, selon des responsables.", "L'écluse est fermée, selon le maire.",
      "attribution des responsables → le maire refined", language: "fr"),
    SentencePair(
      "Die Schleuse ist zu, teilten die Behörden mit.",
      "Die Schleuse ist zu, teilte der Bürgermeister mit.",
      "attribution die Behörden → der Bürgermeister refined", language: "de"),
    SentencePair(
      "La esclusa cerró el lunes por la noche, según fuentes portuarias.",
      "La esclusa cerró el lunes por la noche, según la consejera de Puertos, Berta Lizano.",
      "attribution fuentes portuarias → la consejera de Puertos, Berta Lizano refined",
      language: "es"),
  ]

  @Test(arguments: sources) func `one office or a named person in place of officials refines them`(
    pair: SentencePair
  ) { pair.check() }
}
