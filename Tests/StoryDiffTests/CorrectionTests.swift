import Testing

@Suite struct `Copy corrections` {
  static let slips = [
    SentencePair(
      "Divers searched untill dusk.", "Divers searched until dusk.", "spelling untill → until"),
    SentencePair(
      "The crew was suprised by the wave.", "The crew was surprised by the wave.",
      "spelling suprised → surprised"),
    SentencePair(
      "There was alot of rain.", "There was a lot of rain.", "spelling alot → a lot"),
    SentencePair(
      "The inquiry will led by a judge.", "The inquiry will be led by a judge.",
      "grammar will led → will be led"),
    SentencePair(
      "It took a hour to dock.", "It took an hour to dock.",
      "grammar a → an || grammar a hour → an hour"),
    SentencePair(
      "The crew have left the boat.", "The crew has left the boat.", "grammar have → has"),
    SentencePair(
      "The boat sank in the the harbour.", "The boat sank in the harbour.",
      "grammar in the the harbour → in the harbour || grammar the the → the || "
        + "grammar the the harbour → the harbour || grammar in the the → in the"),
    SentencePair(
      "Oake who owns the pier said no more.", "Oake, who owns the pier, said no more.",
      "punctuation Oake who → Oake, who", "punctuation pier said → pier, said"),
    SentencePair(
      "The boat sank on time.. Nobody saw it.", "The boat sank on time. Nobody saw it.",
      "punctuation time.. → time. || punctuation .. → . || punctuation time.. Nobody → time. Nobody"
    ),
    SentencePair(
      "The boat sank on time..", "The boat sank on time.",
      "punctuation time.. → time. || punctuation .. → ."),
    SentencePair(
      "The familys boat was lost.", "The family's boat was lost.",
      "punctuation familys → family's"),
  ]

  static let realWords = [
    SentencePair(
      "The crew lost there boat.", "The crew lost their boat.",
      "spelling there → their || grammar there → their"),
    SentencePair(
      "He could of won the race.", "He could have won the race.", "grammar of → have"),
    SentencePair(
      "Fewer then ten boats sank.", "Fewer than ten boats sank.",
      "spelling then → than || grammar then → than",
      knownIssue: "then for than makes a bound: quantity ten → Fewer than ten"),
  ]

  @Test(arguments: realWords)
  func `a wrong word that is a word too is a slip in its place`(pair: SentencePair) {
    pair.check()
  }

  @Test(arguments: slips)
  func `a slip mended is listed with what was wrong and what is right`(pair: SentencePair) {
    pair.check()
  }

  static let none = [
    SentencePair("Divers searched until dusk.", "Divers searched untill dusk."),
    SentencePair("The colour of the boat.", "The color of the boat."),
    SentencePair(
      "The harbour was organised well.", "The harbour was organized well."),
    SentencePair(
      "Fares rose by four per cent.", "Fares rose by 4%."),
    SentencePair("The boat went down quickly.", "The boat sank fast."),
    SentencePair(
      "The fence was painted grey.", "The fence was painted gray."),
    SentencePair(
      "The prime minister, Ada Lorn, opened the lock.", "Prime Minister Ada Lorn opened the lock.",
      knownIssue: "the comma that went with the appositive is called a slip"),
  ]

  @Test(arguments: none)
  func `a slip introduced, house style and other words are no corrections`(pair: SentencePair) {
    pair.check()
  }

  @Test(arguments: slips) func `a slip mended is classed as a correction`(pair: SentencePair) {
    #expect(pair.diff.blocks.flatMap(\.changes).contains { $0.class == .correction })
  }

  @Test func `every correction says why`() {
    for pair in Self.slips {
      #expect(pair.diff.corrections.allSatisfy { !$0.because.isEmpty })
    }
  }
}
