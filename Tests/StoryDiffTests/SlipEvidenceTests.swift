import Testing

@Suite struct `What shows a slip, and what does not` {
  static let mended = [
    SentencePair(
      "The crew had neither oars or sails.", "The crew had neither oars nor sails.",
      "grammar or → nor"),
    SentencePair(
      "Sailors says the lock is too narrow.", "Sailors say the lock is too narrow.",
      "grammar says → say"),
    SentencePair(
      "Many boat in the harbour leak.", "Many boats in the harbour leak.", "grammar boat → boats"),
    SentencePair(
      "The pier said its unable to open.", "The pier said it's unable to open.",
      "punctuation its → it's"),
    SentencePair(
      "The fire ate through the hole of the quay.", "The fire ate through the whole of the quay.",
      "spelling hole → whole"),
    SentencePair(
      "She and he was rowing to the lock.", "She and he were rowing to the lock.",
      "grammar was → were"),
    SentencePair(
      "Skipper Ada Orr, 58, walk to the quay at dawn.",
      "Skipper Ada Orr, 58, walked to the quay at dawn.", "grammar walk → walked"),
    SentencePair(
      "The dog was found laying on the quay.", "The dog was found lying on the quay.",
      "grammar laying → lying"),
    SentencePair(
      "The barge took of before noon.", "The barge took off before noon.", "spelling of → off"),
    SentencePair(
      "The newly-built pier is shut.", "The newly built pier is shut.",
      "punctuation newly-built → newly built"),
    SentencePair(
      "Les marins du port demande une jetée.", "Les marins du port demandent une jetée.",
      "grammar demande → demandent", language: "fr"),
    SentencePair(
      "Les marins pourra rentrer au port.", "Les marins pourront rentrer au port.",
      "grammar pourra → pourront", language: "fr"),
    SentencePair(
      "Nous avions préféré annoncé la fête du port.",
      "Nous avions préféré annoncer la fête du port.", "grammar annoncé → annoncer",
      language: "fr"),
  ]

  @Test(arguments: mended) func `the words around it show what was wrong`(pair: SentencePair) {
    pair.check()
  }

  static let introduced = [
    SentencePair("The mayor's boat sank.", "The mayors boat sank."),
    SentencePair("The sailors in the bay wait.", "The sailor's in the bay wait."),
    SentencePair("The crew said the man was ill.", "The crew said he man was ill."),
    SentencePair("The mayor did not mention the lock.", "The mayor did not mentioned the lock."),
    SentencePair("The lock, which leaks, is shut.", "The lock,, which leaks, is shut."),
    SentencePair("The gale led to a flood.", "The gale lead to a flood."),
    SentencePair("The whole town came.", "The hole town came."),
    SentencePair("A well-known pilot steered.", "A well known pilot steered."),
  ]

  @Test(arguments: introduced) func `what the newer version spoils is not mended`(
    pair: SentencePair
  ) { pair.check() }

  static let reworded = [
    SentencePair(
      "The mayor tells sailors that the plan gives them a lock.",
      "The mayor told sailors that the plan gave them a lock."),
    SentencePair(
      "“The gale was a bad one,\" said the mayor of the night.",
      "“The gale was a bad one”, said the mayor of the night."),
    SentencePair(
      "For the crew, the gale was a trial.", "To the crew, the gale was a trial."),
    SentencePair("The mast fell in the gale.", "The mast fell during the gale."),
    SentencePair("Sailors complained of the smell.", "Sailors complained about the smell."),
  ]

  @Test(arguments: reworded) func `other words are no slip`(pair: SentencePair) { pair.check() }
}
