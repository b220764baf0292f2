import Testing

@Suite struct `More copy corrections` {
  static let slips = [
    SentencePair(
      "They met Oake' lawyer on the quay.", "They met Oake's lawyer on the quay.",
      "punctuation Oake' → Oake's"),
    SentencePair(
      "The bridge can carries forty at once.", "The bridge can carry forty at once.",
      "grammar carries → carry"),
    SentencePair(
      "The firm has has sold its quay.", "The firm has sold its quay.",
      "grammar has has → has"),
    SentencePair(
      "Police found a stolen car and a rope.", "Police found two stolen cars and a rope.",
      "quantity a stolen → two revised || quantity a → two revised"),
    SentencePair(
      "The US president, Ada Orr, will visit.", "US President Ada Orr will visit."),
    SentencePair(
      "Ada Kowalski won. Kowalsky said she was glad.",
      "Ada Kowalski won. Kowalski said she was glad.", "name Kowalsky → Kowalski"),
    SentencePair(
      "He waited for hours and told the crew that he was cold.",
      "He waited for hours and he told the crew that he was cold."),
    SentencePair(
      "The band could not here the bell.", "The band could not hear the bell.",
      "spelling here → hear"),
    SentencePair(
      "The choir's principle conductor left.", "The choir's principal conductor left.",
      "spelling principle → principal"),
    SentencePair(
      "Its said that the boat was slow.", "It's said that the boat was slow.",
      "punctuation Its → It's"),
    SentencePair(
      "They met live geese who seems to like the quay.",
      "They met live geese who seem to like the quay.", "grammar seems → seem"),
    SentencePair(
      "Danel Quorvane used the same boat.", "Danelo Quorvane used the same boat.",
      "name Danel → Danelo"),
    SentencePair(
      "La direccion del puerto cambia.", "La dirección del puerto cambia.",
      "spelling direccion → dirección", language: "es"),
    SentencePair(
      "El capitán perdió el timmón en el puerto.", "El capitán perdió el timón en el puerto.",
      "spelling timmón → timón", language: "es"),
    SentencePair(
      "Le capitane a quitté le navire hier.", "Le capitaine a quitté le navire hier.",
      "spelling capitane → capitaine", language: "fr"),
    SentencePair(
      "Les quais ont été terminé en mai.", "Les quais ont été terminés en mai.",
      "grammar terminé → terminés", language: "fr"),
    SentencePair(
      "The board will review the plan will in May.", "The board will review the plan in May.",
      "grammar plan will in → plan in"),
    // A capital is no name where every noun has one.
    SentencePair(
      "Am Abend lag die Fehre am Kai.", "Am Abend lag die Fähre am Kai.",
      "spelling Fehre → Fähre", language: "de"),
    SentencePair(
      "The crew hopes to repairs the mast.", "The crew hopes to repair the mast.",
      "grammar repairs → repair"),
    SentencePair(
      "The mast could been mended by noon.", "The mast could be mended by noon.",
      "grammar been → be"),
    SentencePair(
      "The crew spent most of spent most of the week at sea.",
      "The crew spent most of the week at sea.",
      "grammar spent most of spent most of → spent most of"),
    SentencePair(
      "Its got a leak, said the mate.", "It's got a leak, said the mate.",
      "punctuation Its → It's"),
    SentencePair(
      "The crew was loosing hope by dusk.", "The crew was losing hope by dusk.",
      "spelling loosing → losing"),
    SentencePair(
      "The pilot, Ad van der Lorn, came aboard.", "The pilot, Ad van den Lorn, came aboard.",
      "name der → den"),
    SentencePair(
      "The board took a stab at answer ingthat question.",
      "The board took a stab at answering that question.",
      "spelling answer ingthat → answering that"),
    SentencePair(
      "The panels on can warm the shed.", "The panels can warm the shed.",
      "grammar panels on can → panels can"),
    SentencePair(
      "The cargo came from Columbia in two ships.", "The cargo came from Colombia in two ships.",
      "name Columbia → Colombia"),
    SentencePair(
      "It was the second wettest, third windiest and six warmest month.",
      "It was the second wettest, third windiest and sixth warmest month.",
      "grammar six → sixth"),
    SentencePair(
      "Can you row? or would you sail?", "Can you row? Or would you sail?", "spelling or → Or"),
    SentencePair(
      "We saw a boat, said the pilot, The crew sailed on.",
      "We saw a boat, said the pilot. The crew sailed on.",
      "punctuation pilot, The → pilot."),
    SentencePair(
      "Less than 40 of the boats were sold.", "Fewer than 40 of the boats were sold.",
      "grammar Less → Fewer"),
    SentencePair(
      "“Its nobody's boat,” the mate said.", "“It's nobody's boat,” the mate said.",
      "punctuation Its → It's"),
    SentencePair(
      "The mate asked for too ropes.", "The mate asked for two ropes.", "spelling too → two"),
    SentencePair(
      "It was a 88-year-old boat.", "It was an 88-year-old boat.", "grammar a → an"),
    SentencePair(
      "The choir met a processor of music.", "The choir met a professor of music.",
      "spelling processor → professor"),
    SentencePair(
      "They met Capatin Oake on the quay.", "They met Captain Oake on the quay.",
      "spelling Capatin → Captain"),
  ]

  @Test(arguments: slips) func `are told`(pair: SentencePair) { pair.check() }

  static let others = [
    SentencePair("He joined Splash! in 2010 and left.", "He joined Splash! In 2010 and left."),
    SentencePair(
      "It is due to the yard failing to mend the mast.",
      "It is due to the failure by the yard to mend the mast."),
    SentencePair("A vote is planned in the autumn.", "A vote is planned for the autumn."),
    SentencePair("The boss' boat was lost.", "The boss's boat was lost."),
    SentencePair("The quay is 10 km away.", "The quay is 10km away."),
    SentencePair(
      "Le bac part à 10 h 45 du quai.", "Le bac part à 10h45 du quai.", language: "fr"),
    SentencePair(
      "It was the largest fire in the bay.", "It was one of the largest fires in the bay."),
    SentencePair(
      "Boats that leak near the quay were sold.", "Boats, that leak near the quay, were sold."),
    SentencePair("He was shot by the mate.", "He was shot at by the mate."),
    SentencePair("Everyone at the yard was paid.", "Some at the yard were paid."),
    SentencePair("He was held after divers found it.", "He was held as divers found it."),
    // A slip that the newer version brings in.
    SentencePair("The band could not hear the bell.", "The band could not here the bell."),
    SentencePair(
      "La dirección del puerto cambia.", "La direccion del puerto cambia.", language: "es"),
  ]

  @Test(arguments: others) func `style and new slips are none`(pair: SentencePair) {
    #expect(
      !pair.diff.corrections.contains { $0.kind != .punctuation }, "\(pair.diff.compactFacts)")
    #expect(pair.diff.claims.isEmpty, "\(pair.diff.compactFacts)")
  }
}
