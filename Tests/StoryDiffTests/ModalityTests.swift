import Testing

@Suite struct `Certainty and denial` {
  static let expectations = [
    SentencePair(
      "The pilot, Ada Orr, said that two boats were lost.",
      "The pilot, Ada Orr, alleged that two boats were lost."),
    SentencePair(
      "The work is expected to take nine months.", "The work should take nine months."),
    SentencePair(
      "The work will take nine months.", "The work should take nine months.",
      "certainty will → should revised"),
    SentencePair(
      "The wreck is likely to break up.", "The wreck is almost certain to break up.",
      "certainty likely to → almost certain to revised || certainty is likely to → is almost certain to revised"
    ),
  ]

  @Test(arguments: expectations) func `what should be is what is expected`(pair: SentencePair) {
    pair.check()
  }

  @Test func `a denial in one clause and a hedge in another are two`() {
    SentencePair(
      "The crew said that the mast had moved in the gale, and that the crack was old.",
      "The crew said that the mast had not moved in the gale, and that the crack may be old.",
      "polarity ∅ → not reversed", "certainty was → may be revised"
    ).check()
  }

  static let certainty = [
    SentencePair("The lock may close.", "The lock will close.", "certainty may → will revised"),
    SentencePair(
      "The man allegedly sank the boat.", "The man sank the boat.",
      "certainty allegedly → ∅ revised"),
    SentencePair(
      "The man sank the boat.", "The man reportedly sank the boat.",
      "certainty ∅ → reportedly revised"),
    SentencePair(
      "The strike will probably end.", "The strike will end.", "certainty probably → ∅ revised"),
    SentencePair(
      "The bridge will be closed.", "The bridge could be closed.", "certainty will → could revised"),
    SentencePair(
      "The board is to close the lock.", "The board could close the lock.",
      "certainty is to → could revised"),
    SentencePair(
      "The wreck is almost certainly that of the Lorn.", "The wreck is that of the Lorn.",
      "certainty almost certainly → ∅ revised || certainty is almost certainly → is revised"),
    SentencePair(
      "The skipper died of an apparent heart attack.", "The skipper died of a heart attack.",
      "certainty apparent → ∅ revised"),
    SentencePair(
      "The lock was expected to be shut until May.", "The lock was shut until May.",
      "certainty was expected to be → was revised"),
    SentencePair(
      "The mate is a local man.", "The mate is understood to be a local man.",
      "certainty is → is understood to be revised"),
    SentencePair(
      "Fog may have played a part.", "Fog is not thought to have played a part.",
      "polarity may → not thought to reversed"),
    SentencePair("The board is to close the lock.", "The board will close the lock."),
    SentencePair("The mayor refused to answer.", "The mayor did not answer."),
    SentencePair("The quay has never been more crowded.", "The quay is the most crowded yet."),
    SentencePair(
      "The mate was sorry for his lack of interest.", "The mate was sorry for his disinterest."),
    SentencePair(
      "Neither the rain or the wind was strong.", "Neither the rain nor the wind was strong.",
      "grammar or → nor"),
  ]

  @Test(arguments: certainty)
  func `a hedge that comes, goes or changes its strength is a certainty claim`(
    pair: SentencePair
  ) { pair.check() }

  static let polarity = [
    // Two statements, of which each was turned round.
    SentencePair(
      "The mate, who is not a pilot, steered the boat.",
      "The mate, who is a pilot, did not steer the boat.",
      "polarity not → ∅ reversed", "polarity ∅ → not reversed || polarity ∅ → did not reversed"),
    SentencePair("The lock will close.", "The lock will not close.", "polarity ∅ → not reversed"),
    SentencePair(
      "The mayor did not resign.", "The mayor did resign.", "polarity not → ∅ reversed"),
    SentencePair(
      "The lock may close.", "The lock will not close.", "polarity may → will not reversed"),
    SentencePair(
      "A strike is likely this week.", "A strike is unlikely this week.",
      "polarity likely → unlikely reversed"),
    SentencePair(
      "The board has signed the lease.", "The board has yet to sign the lease.",
      "polarity ∅ → yet to reversed || polarity ∅ → has yet to reversed"),
    SentencePair(
      "The board failed to reply to the letter.", "The board replied to the letter.",
      "polarity failed to → ∅ reversed"),
    SentencePair(
      "The pilot was able to see the buoy.", "The pilot was unable to see the buoy.",
      "polarity able → unable reversed"),
    SentencePair(
      "The board denied the report.", "The board did not deny the report.",
      "polarity ∅ → not reversed"),
    SentencePair(
      "The board no longer owns the pier.", "The board owns the pier.",
      "polarity no longer → ∅ reversed"),
    SentencePair(
      "There were survivors on board.", "There were no survivors on board.",
      "polarity ∅ → no reversed"),
    SentencePair(
      "The crew was on board.", "The crew wasn't on board.",
      "polarity ∅ → wasn't reversed || polarity was → wasn't reversed"),
    SentencePair(
      "Nobody was hurt in the fire.", "Somebody was hurt in the fire.",
      "polarity Nobody → Somebody reversed || polarity Nobody → ∅ reversed"),
  ]

  @Test(arguments: polarity)
  func `a denial that comes or goes turns the claim round`(pair: SentencePair) { pair.check() }

  static let quiet = [
    // A hedge that moved, with other words or none.
    SentencePair(
      "The fire was apparently started by a lamp.",
      "It appears that the fire was started by a lamp."),
    SentencePair(
      "It is possible that the board will meet in May.", "The board may meet in May."),
    SentencePair(
      "Mit dem Geld sollen vor allem die Kräne erneuert werden.",
      "Vor allem sollen mit dem Geld die Kräne erneuert werden.", language: "de"),
    // Of two clauses that are joined it says both.
    SentencePair(
      "The lock may close in May and open in June.",
      "The lock may close in May and may open in June."),
    SentencePair("The lock may close.", "The lock might close."),
    SentencePair(
      "A strike is not unlikely.", "A strike is likely."),
    SentencePair("The lock is not safe.", "The lock isn't safe."),
    SentencePair("The board cannot sell the pier.", "The board can not sell the pier."),
    SentencePair("The boat had not been seen.", "The boat hadn't been seen."),
    SentencePair("The plan is set to pass.", "The plan is expected to pass."),
    SentencePair(
      "The plan failed to pass.", "The plan did not pass."),
    SentencePair(
      "Not only the pier but the lock was shut.", "Both the pier and the lock were shut."),
    SentencePair(
      "No barge had sunk in the lock.", "The barge had not sunk in the lock."),
    SentencePair(
      "The skipper was accused for fraud.", "The skipper was accused of fraud.",
      "grammar for → of"),
  ]

  @Test(arguments: quiet)
  func `the same strength and the same sense in other words are no claims`(pair: SentencePair) {
    pair.check()
  }

  static let hedgedPasts = [
    SentencePair(
      "The fire started in the loft.", "The fire may have started in the loft.",
      "certainty started → may have started revised"),
    SentencePair(
      "The barge might have drifted from the quay.", "The barge drifted from the quay.",
      "certainty might have drifted → drifted revised"),
    SentencePair(
      "The barge sank at the quay.", "The barge may have sunk at the quay.",
      "certainty sank → may have sunk revised"),
  ]

  @Test(arguments: hedgedPasts) func `a past that became a hedged one is told with its verb`(
    pair: SentencePair
  ) {
    pair.check()
  }
}
