import Testing

/// Figures that are more than a number: rates, results, parts of a whole, sums in words and letters.
@Suite struct `Figures and what they are of` {
  static let rates = [
    SentencePair(
      "The kitchen feeds 310 sailors a week.", "The kitchen feeds 310 sailors a month.",
      "quantity week → month revised"),
    SentencePair(
      "The berth costs $900 a month to keep.", "The berth costs $900 a week to keep.",
      "money month → week revised"),
    SentencePair(
      "The pumps move 300 litres per hour.", "The pumps move 300 litres per day.",
      "quantity hour → day revised"),
    SentencePair(
      "The berth costs $900 a month to keep.", "The berth costs $10,800 a year to keep."),
    SentencePair(
      "L'anneau coûte 80 euros par mois.", "L'anneau coûte 80 euros par semaine.",
      "money mois → semaine revised", language: "fr"),
    SentencePair(
      "Der Platz kostet 80 Euro im Monat.", "Der Platz kostet 80 Euro in der Woche.",
      "money Monat → Woche revised", language: "de"),
    SentencePair(
      "El amarre cuesta 80 euros al mes.", "El amarre cuesta 80 euros a la semana.",
      "money mes → semana revised", language: "es"),
  ]

  @Test(arguments: frequencies) func `how often and how many at once are quantities`(
    pair: SentencePair
  ) { pair.check() }

  @Test(arguments: drops) func `a figure that went is told, whatever stays of what it counted`(
    pair: SentencePair
  ) { pair.check() }

  static let courses = [
    SentencePair(
      "The crew was held for more than 12 hours.", "The crew was held for over 12 hours."),
    SentencePair("The race ran over three days.", "The race ran in three days."),
    SentencePair(
      "The crew was held for over 12 hours.", "The crew was held for over 14 hours.",
      "quantity 12 → 14 revised || quantity over 12 → over 14 revised || quantity 12 hours → 14 hours revised"
    ),
  ]

  @Test(arguments: courses) func `over a time is more than it, or in the course of it`(
    pair: SentencePair
  ) { pair.check() }

  static let spoilt = [
    SentencePair(
      "The board has handed over 240 berths.", "The board has handed over 420 berths.",
      "quantity 240 → 420 revised"),
    SentencePair(
      "The café got one out of five in May.", "The café got five out of five in May.",
      "quantity one out of five → five out of five revised"),
    SentencePair(
      "It spread to five local council wards.", "It spread to six local council wards.",
      "quantity five → six revised"),
  ]

  @Test(arguments: spoilt)
  func `a word that belongs to the verb or to the noun is no part of a figure`(
    pair: SentencePair
  ) { pair.check() }

  static let drops = [
    SentencePair(
      "Six sailors were held on the quay.", "Sailors were held on the quay.",
      "quantity Six → ∅ revised"),
    SentencePair(
      "The quay was shut for six days in May.", "The quay was shut for days in May.",
      "quantity six days → ∅ revised"),
    SentencePair(
      "A 27-year-old was held on the quay.", "A man was held on the quay.",
      "quantity 27-year → ∅ revised"),
    SentencePair(
      "The mate, a father of two, fell in.", "Ed Oake, 42, a father of two, fell in.",
      "quantity ∅ → 42 revised"),
    SentencePair(
      "The 17th-century mast was sold.", "The 16th-century mast was sold.",
      "date 17th → 16th revised"),
    SentencePair(
      "The loaf weighs 800g now.", "The loaf weighs 850g now.", "quantity 800g → 850g revised"),
    SentencePair("The quay has a 4G mast.", "The quay has a 5G mast."),
    SentencePair(
      "The loss was 0.14 crowns a share.", "The loss was 0.41 crowns a share.",
      "money 0.14 crowns → 0.41 crowns revised"),
  ]

  static let frequencies = [
    SentencePair(
      "The ferry sails daily from the quay.", "The ferry sails weekly from the quay.",
      "quantity daily → weekly revised"),
    SentencePair(
      "The bell rang once in the fog.", "The bell rang twice in the fog.",
      "quantity once → twice revised"),
    SentencePair(
      "She gave birth to twins on board.", "She gave birth to triplets on board.",
      "quantity twins → triplets revised"),
    SentencePair(
      "She rowed the course in 2:04:31 on Sunday.", "She rowed the course in 2:05:31 on Sunday.",
      "quantity 2:04:31 → 2:05:31 revised"),
    SentencePair(
      "The pier is 300ft long.", "The pier is 350ft long.", "quantity 300ft → 350ft revised"),
    SentencePair(
      "Die Fähre fährt täglich vom Kai.", "Die Fähre fährt wöchentlich vom Kai.",
      "quantity täglich → wöchentlich revised", language: "de"),
  ]

  @Test(arguments: rates) func `another time that a figure is of is another figure`(
    pair: SentencePair
  ) { pair.check() }

  @Test func `a notice that names both times of a rate acknowledges it`() {
    LinkCase(
      notice:
        "Correction: The kitchen feeds 310 sailors each month, not each week as we first said.",
      old: "The kitchen at the old lock feeds 310 sailors a week, its cook said.",
      new: "The kitchen at the old lock feeds 310 sailors a month, its cook said.", links: [true]
    ).check()
  }

  static let results = [
    SentencePair(
      "The board agreed by 31 votes to 12 on Monday.",
      "The board agreed by 30 votes to 13 on Monday.",
      "quantity 31 votes to 12 → 30 votes to 13 revised"),
    SentencePair(
      "The Otters lost 1-3 at home.", "The Otters lost 2-3 at home.",
      "quantity 1-3 → 2-3 revised"),
    SentencePair(
      "The Otters lost by two goals to five.", "The Otters lost by three goals to five.",
      "quantity two goals to five → three goals to five revised"),
    SentencePair(
      "Le conseil a dit oui par 31 voix contre 12.", "Le conseil a dit oui par 30 voix contre 13.",
      "quantity 31 voix contre 12 → 30 voix contre 13 revised", language: "fr"),
    SentencePair(
      "Der Rat stimmte mit 31 zu 12 Stimmen zu.", "Der Rat stimmte mit 30 zu 13 Stimmen zu.",
      "quantity 31 zu 12 → 30 zu 13 revised", language: "de"),
    SentencePair(
      "La junta lo aprobó por 31 votos a 12.", "La junta lo aprobó por 30 votos a 13.",
      "quantity 31 votos a 12 → 30 votos a 13 revised", language: "es"),
    SentencePair(
      "Gusts of between 40 and 50mph are likely.", "Gusts of between 50 and 60mph are likely.",
      "quantity between 40 and 50mph → between 50 and 60mph revised"),
  ]

  @Test(arguments: results) func `a result and a range are one claim, whole`(pair: SentencePair) {
    pair.check()
  }

  static let parts = [
    SentencePair("One in three boats leaks.", "A third of the boats leak."),
    SentencePair("Two in five boats leak.", "40 per cent of boats leak."),
    SentencePair(
      "One in three boats leaks.", "One in four boats leaks.",
      "quantity One in three → One in four revised"),
    SentencePair(
      "Forty men in 12 boats came in.", "Forty men in 14 boats came in.",
      "quantity 12 → 14 revised"),
    SentencePair(
      "Un marin sur trois a renoncé.", "Un marin sur quatre a renoncé.",
      "quantity Un marin sur trois → Un marin sur quatre revised", language: "fr"),
    SentencePair(
      "Zwei von drei Booten lecken.", "Drei von vier Booten lecken.",
      "quantity Zwei von drei → Drei von vier revised", language: "de"),
    SentencePair(
      "Uno de cada tres barcos hace agua.", "Uno de cada cuatro barcos hace agua.",
      "quantity Uno de cada tres → Uno de cada cuatro revised", language: "es"),
  ]

  @Test(arguments: parts) func `so many in so many are a part of the whole`(pair: SentencePair) {
    pair.check()
  }

  static let sums = [
    SentencePair(
      "The loan of R250 a berth was refused.", "The loan of R275 a berth was refused.",
      "money R250 → R275 revised"),
    SentencePair(
      "The loan of R1.2m was refused.", "The loan of R1.4m was refused.",
      "money R1.2m → R1.4m revised"),
    SentencePair(
      "The loan of KSh1,250 was refused.", "The loan of KSh1,350 was refused.",
      "money KSh1,250 → KSh1,350 revised"),
    SentencePair(
      "The loan of Rs500 was refused.", "The loan of Rs 500 was refused."),
    SentencePair(
      "The loan of 500 zł was refused.", "The loan of 600 zł was refused.",
      "money 500 zł → 600 zł revised"),
    SentencePair(
      "The path follows the R118 to the coast.", "The path follows the R119 to the coast.",
      "entity R118 → R119 revised"),
    SentencePair(
      "The gale cost them millions of dollars.", "The gale cost them tens of millions of dollars.",
      "money millions of dollars → tens of millions of dollars refined"),
    SentencePair(
      "The fraud is put at tens of thousands of pounds.",
      "The fraud is put at hundreds of thousands of pounds.",
      "money tens of thousands of pounds → hundreds of thousands of pounds revised"),
    SentencePair(
      "She paid twelve thousand pounds in cash.", "She paid fifteen thousand pounds in cash.",
      "money twelve thousand pounds → fifteen thousand pounds revised"),
    SentencePair(
      "The anchor weighs twelve thousand pounds.", "The anchor weighs fifteen thousand pounds.",
      "quantity twelve thousand → fifteen thousand revised"),
  ]

  @Test(arguments: sums) func `sums are money in letters and in words, too`(pair: SentencePair) {
    pair.check()
  }

  @Test func `figures are paired by what they count before by their order`() {
    SentencePair(
      "Three missing after barge sinks.", "One dead and two missing after barge sinks.",
      "quantity Three → two revised"
    ).check()
  }
}
