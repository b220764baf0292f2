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
      "The rower have left the boat.", "The rower has left the boat.", "grammar have → has"),
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
      "spelling then → than || grammar then → than"),
    SentencePair(
      "It was taller then the mast.", "It was taller than the mast.",
      "spelling then → than || grammar then → than"),
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
      "The prime minister, Ada Lorn, opened the lock.", "Prime Minister Ada Lorn opened the lock."),
    SentencePair("They kept a boat of their own.", "They kept a boat of there own."),
    SentencePair("An architect drew the lock.", "A architect drew the lock."),
    SentencePair("The old gates were lost in the storm.", "The old gates was lost in the storm."),
    SentencePair("The mate, Ada Lorn, was on board.", "The mate, Ada Lorn was on board."),
    SentencePair("The children's boat was lost.", "The childrens boat was lost."),
    SentencePair(
      "The firm hired 40 hands in spring.", "The firm fired 40 hands in spring.",
      "polarity hired → fired reversed"),
    SentencePair("He was bailed on Friday by the court.", "He was jailed on Friday by the court."),
    SentencePair("The barge was on the water.", "The barge was out on the water."),
    SentencePair("All the crates were lost.", "All of the crates were lost."),
    SentencePair("The lock is Covid free.", "The lock is COVID free."),
    SentencePair("Fares rose by ten per cent.", "Fares rose by ten percent."),
    SentencePair("The board says it is sure.", "The board said it is sure."),
    SentencePair("The gates, and the lock, were shut.", "The gates and the lock were shut."),
    SentencePair(
      "The two boats were lost, and the pier shut.", "The boats were lost and the pier shut.",
      "quantity two → ∅ revised"),
    SentencePair("The bell was rung by the mayor.", "The bell rang for the mayor."),
  ]

  /// Slips that only show as such because nothing else was done to the sentence.
  static let copyEdits = [
    SentencePair(
      "It was an eight lane bridge.", "It was an eight-lane bridge.",
      "punctuation eight lane → eight-lane"),
    SentencePair(
      "Her under appreciated boat sank.", "Her underappreciated boat sank.",
      "spelling under appreciated → underappreciated"),
    SentencePair(
      "It served all The boats of the bay.", "It served all the boats of the bay.",
      "spelling The → the"),
    SentencePair(
      "It opened at end of the year.", "It opened at the end of the year.",
      "grammar at end → at the end"),
    SentencePair(
      "It came as part of the our plan.", "It came as part of our plan.",
      "grammar of the our → of our"),
    SentencePair(
      "It is due to a simmering tensions between them.",
      "It is due to simmering tensions between them.", "grammar to a simmering → to simmering"),
    SentencePair(
      "Police cracked down in illegal moorings.", "Police cracked down on illegal moorings.",
      "grammar in → on"),
    SentencePair(
      "The coffin was taken to it resting place.", "The coffin was taken to its resting place.",
      "grammar it → its"),
    SentencePair(
      "The storm left a the pier in ruins.", "The storm left at the pier in ruins.",
      "grammar a → at"),
    SentencePair(
      "The boat was forced to made a turn.", "The boat was forced to make a turn.",
      "grammar made → make"),
    SentencePair(
      "The rule should by kept.", "The rule should be kept.", "grammar by → be"),
    SentencePair(
      "It won the men's champion in June.", "It won the men's championship in June.",
      "grammar champion → championship"),
    SentencePair(
      "The law, notable the clause on locks, was dropped.",
      "The law, notably the clause on locks, was dropped.", "grammar notable → notably"),
    SentencePair(
      "The crew pulled clear, but drops to the rear of the fleet.",
      "The crew pulled clear, but dropped to the rear of the fleet.", "grammar drops → dropped"),
    SentencePair(
      "It was a man who seen the fire.", "It was a man who saw the fire.", "grammar seen → saw"),
    SentencePair(
      "It'll costs a fortune to mend.", "It will cost a fortune to mend.",
      "grammar It'll costs → It will cost"),
    SentencePair(
      "The boat came form the north quay.", "The boat came from the north quay.",
      "spelling form → from"),
    SentencePair(
      "Repairs to the lock, are slow.", "Repairs to the lock are slow.",
      "punctuation lock, are → lock are || punctuation lock, → lock"),
    SentencePair(
      "\"They sleep on board, she said.", "\"They sleep on board,\" she said.",
      "punctuation board, she → board,\" she || punctuation board, → board,\""),
  ]

  @Test(arguments: copyEdits)
  func `what is all that was done to a sentence is a slip on less evidence`(pair: SentencePair) {
    pair.check()
  }

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
