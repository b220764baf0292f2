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

  static let mendedBesides = [
    SentencePair(
      "The crew left the at end of the season.", "The crew left at the end of the season.",
      "grammar the at → at the"),
    SentencePair(
      "The crew denied steal the barge.", "The crew denied stealing the barge.",
      "grammar steal → stealing"),
    SentencePair(
      "The crew are plan to row home.", "The crew are planning to row home.",
      "grammar plan → planning"),
    SentencePair(
      "There was no sailors on the quay.", "There were no sailors on the quay.",
      "grammar was → were"),
    SentencePair(
      "He payed a fine at the lock.", "He paid a fine at the lock.", "spelling payed → paid"),
    SentencePair(
      "The barge depends of the wind.", "The barge depends on the wind.", "grammar of → on"),
    SentencePair(
      "The choir sang a mass by Janacek in the gale.",
      "The choir sang a mass by Janáček in the gale.", "name Janacek → Janáček"),
    SentencePair(
      "« Nous aurions préféré annoncé la fête », a dit Ada Orr.",
      "« Nous aurions préféré annoncer la fête », a dit Ada Orr.", "grammar annoncé → annoncer",
      language: "fr"),
    SentencePair(
      "Ils ont décidés de rentrer au port.", "Ils ont décidé de rentrer au port.",
      "grammar décidés → décidé", language: "fr"),
    SentencePair(
      "Los marinos pide un muelle nuevo.", "Los marinos piden un muelle nuevo.",
      "grammar pide → piden", language: "es"),
  ]

  @Test(arguments: mendedBesides) func `forms, order and what a word takes show it as well`(
    pair: SentencePair
  ) { pair.check() }

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
    SentencePair("The boys' boat sank.", "The boys boat sank."),
    SentencePair("There were no sailors left.", "There was no sailors left."),
    SentencePair("Police, who were late, left.", "Police, who was late, left."),
    SentencePair("The crew hopes to sell the barge.", "The crew hopes to sold the barge."),
    SentencePair("One of the men was late.", "One of the man was late."),
    SentencePair(
      "Les marins sont arrivés au port.", "Les marins sont arrivé au port.", language: "fr"),
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
    SentencePair("The mast and hull broke.", "The mast and the hull broke."),
    SentencePair("A crowd stood by the lock.", "A crowd stood at the lock."),
    SentencePair("The lock, opened in spring, leaks.", "The lock, which opened in spring, leaks."),
    SentencePair("She was elected chair of the port.", "She was elected as chair of the port."),
  ]

  @Test(arguments: reworded) func `other words are no slip`(pair: SentencePair) { pair.check() }

  static let alike = [
    SentencePair(
      "The pilot is to be commanded for his care.",
      "The pilot is to be commended for his care.", "spelling commanded → commended"),
    SentencePair(
      "The crew hid on the fright train.", "The crew hid on the freight train.",
      "spelling fright → freight"),
    SentencePair(
      "The race tool place in the bay.", "The race took place in the bay.", "spelling tool → took"),
    SentencePair(
      "More came than cam to the other one.", "More came than came to the other one.",
      "spelling cam → came"),
  ]

  @Test(arguments: alike) func `a word a letter from another stood in its place`(
    pair: SentencePair
  ) { pair.check() }

  static let notAlike = [
    SentencePair("The barge carried oars.", "The barge carried ores."),
    SentencePair("The adviser steered.", "The advisor steered."),
    SentencePair("The boat was painted.", "The coat was painted."),
    SentencePair("The crew mended the mast.", "The crew fixed the mast."),
    SentencePair("The pilot launched the boat.", "The pilot lunched the boat."),
  ]

  @Test(arguments: notAlike) func `rhymes, forms and spellings of one word are no such slip`(
    pair: SentencePair
  ) { pair.check() }

  static let neighbours = [
    SentencePair(
      "The gauge correctly the showed 12 gales.", "The gauge correctly showed 12 gales.",
      "grammar correctly the showed → correctly showed"),
    SentencePair(
      "The mayor said it is has been sold.", "The mayor said it has been sold.",
      "grammar it is has → it has"),
    SentencePair(
      "The harbour has grew since spring.", "The harbour had grown since spring.",
      "grammar has grew → had grown"),
    SentencePair(
      "The skipper was fined and order to pay for the lock.",
      "The skipper was fined and ordered to pay for the lock.", "grammar order → ordered"),
    SentencePair(
      "The mayor said 12 boats has been moored.", "The mayor said 12 boats had been moored.",
      "grammar has → had"),
    SentencePair(
      "Sailors liked the boat but was tired.", "Sailors liked the boat but were tired.",
      "grammar was → were"),
    SentencePair(
      "A lock is been built.", "A lock is being built.", "grammar been → being"),
    SentencePair(
      "The gale came and estimated 300 sailors fled.",
      "The gale came an estimated 300 sailors fled.", "grammar and → an"),
    SentencePair(
      "The port faces an inquires by the board.", "The port faces inquiries by the board.",
      "spelling an inquires → inquiries"),
  ]

  @Test(arguments: neighbours) func `two words that cannot stand side by side show it`(
    pair: SentencePair
  ) { pair.check() }

  static let fitting = [
    SentencePair("What it is has changed.", "What it has changed."),
    SentencePair("The team has been moored.", "The team had been moored."),
    SentencePair("The boat is moored.", "The boat was moored."),
  ]

  @Test(arguments: fitting) func `what could stand is no slip`(pair: SentencePair) { pair.check() }
}
