import Testing

@Suite struct `More copy corrections` {
  static let slips = [
    SentencePair(
      "They met Oake' lawyer on the quay.", "They met Oake's lawyer on the quay.",
      "punctuation Oake' → Oake's"),
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
  ]

  @Test(arguments: slips) func `are told`(pair: SentencePair) { pair.check() }

  static let others = [
    SentencePair("A vote is planned in the autumn.", "A vote is planned for the autumn."),
    SentencePair("The boss' boat was lost.", "The boss's boat was lost."),
    SentencePair("The quay is 10 km away.", "The quay is 10km away."),
    SentencePair(
      "Le bac part à 10 h 45 du quai.", "Le bac part à 10h45 du quai.", language: "fr"),
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
