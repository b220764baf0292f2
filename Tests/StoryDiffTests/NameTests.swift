import Testing

@Suite struct `Names and roles` {
  static let entities = [
    SentencePair(
      "The barge was built in Ashford for the board.",
      "The barge was built in Milford for the board.", "entity Ashford → Milford revised"),
    SentencePair(
      "The pier was bought by Derek Hallam in the autumn.",
      "The pier was bought by Imogen Pask in the autumn.",
      "entity Derek Hallam → Imogen Pask revised"),
    SentencePair(
      "Quayside lost to Ridgemont in the final.", "Quayside lost to Cold Spring in the final.",
      "entity Ridgemont → Cold Spring revised"),
    SentencePair(
      "The mission said that Iran fired the shots.", "The mission said that Iraq fired the shots.",
      "entity Iran → Iraq revised"),
    SentencePair(
      "She taught at Oake's College Milford.", "She taught at Harbour College Milford.",
      "entity Oake's College Milford → Harbour College Milford revised"),
    SentencePair(
      "Conductor Ada Quorvane led the choir.", "Ada Quorvayne, the conductor, led the choir.",
      "name Quorvane → Quorvayne"),
    SentencePair(
      "Les prélèvements seront faits par l'Ifrelac en mai.",
      "L'Ifrelac fera les prélèvements en mai.", language: "fr"),
    SentencePair(
      "The Academic Rowers' Club met on the quay.", "The Non-Academic Rowers' Club met on the quay."
    ),
    SentencePair(
      "“It is fine,” said Senate President Ada Orr.", "“It is fine,” said Senate Speaker Ada Orr.",
      "role President → Speaker revised"),
    SentencePair(
      "The Milford rower, 21, is in the boat.", "The Milford rower Mason Pask, 21, is in the boat.",
      "entity ∅ → Mason Pask revised"),
    SentencePair(
      "Ada Orr, a founder of Second Light, cut the ribbon.",
      "Ada Orr, an early donor to Second Light, cut the ribbon.", "role founder → donor revised"),
    SentencePair(
      "A man was hurt on the pier.", "A woman was hurt on the pier.", "role man → woman revised"),
    SentencePair(
      "The pier was built in the early 2010s.", "The pier was built in the late 2010s.",
      "date early 2010s → late 2010s revised"),
    SentencePair(
      "The fair runs from 1 May to 5 June.", "The fair runs from 1 May to 25 June.",
      "date 1 May to 5 June → 1 May to 25 June revised"),
    SentencePair(
      "Anna Bell was convicted of fraud.", "Anne Ball was convicted of fraud.",
      "entity Anna Bell → Anne Ball revised"),
    SentencePair(
      "He rowed across Batley Moor.", "He rowed across Otley Moor.",
      "entity Batley Moor → Otley Moor revised"),
    SentencePair(
      "Owners said the barge was lost.", "Owners in Milford said the barge was lost.",
      "entity ∅ → Milford revised || entity ∅ → in Milford revised"),
  ]

  @Test func `two places that change places are two claims`() {
    SentencePair(
      "The boat sailed from Milford to Ashford.", "The boat sailed from Ashford to Milford.",
      "entity Milford → Ashford revised", "entity Ashford → Milford revised"
    ).check()
  }

  @Test(arguments: entities)
  func `someone or something else named is an entity claim`(pair: SentencePair) { pair.check() }

  static let quiet = [
    SentencePair("The barge belongs to Mr Hallam.", "The barge belongs to Hallam."),
    SentencePair("The barge belongs to Derek Hallam.", "The barge belongs to Hallam."),
    SentencePair("The study was run by Northmind.", "The study was run by Aldous Northmind."),
    SentencePair(
      "The United Nations sent two boats.", "The UN sent two boats."),
    SentencePair(
      "Derek Hallam owns the barge.", "He owns the barge."),
    SentencePair("The U.K. sent two boats.", "The UK sent two boats."),
    SentencePair(
      "A paper by the Office for Harbour Standards was read.", "A paper by the OHS was read."),
    SentencePair(
      "A speech by Sal Brennan closed the day.", "A speech by Sally Brennan closed the day."),
    SentencePair(
      "The study was run by the Norr Centre in Milford.",
      "The study was run by the Norr Center in Milford."),
    SentencePair(
      "MILFORD — Dragging chains, crews left.", "MILFORD — Riot squads watched as crews left."),
    SentencePair("The fleet has new PCs on board.", "The fleet has new CPUs on board."),
    SentencePair(
      "The PM opened the lock.", "The prime minister opened the lock."),
    // Who is described may be who is named.
    SentencePair(
      "Over her long career the American won 88 races.",
      "Over her long career Ada Lorn won 88 races."),
    SentencePair(
      "Ada Lorn waived the right to speak in court next week.",
      "The former US president waived the right to speak in court next week."),
    SentencePair(
      "Fuming Ada Lorn Orr says she has nothing left.",
      "Furious Ada Lorn Orr says she has nothing left."),
    SentencePair(
      "Telling Ada Lorn that she must go, the judge closed the hearing.",
      "Sentencing Ada Lorn for the fire, the judge closed the hearing."),
    SentencePair(
      "Talks opened after Ada Lorn spoke to the crew.",
      "Talks opened after The Ferry's Lorn spoke to the crew."),
    SentencePair(
      "The mayor says Harwickers saw the ferry sink.",
      "The mayor says Harwick saw the ferry sink."),
    // A kind of thing, and no one.
    SentencePair(
      "The mayor says Hulme saw the ferry sink.", "The mayor says CCTV saw the ferry sink."),
  ]

  @Test(arguments: quiet)
  func `a shorter, longer or pronominal name is the same one`(pair: SentencePair) { pair.check() }

  static let roles = [
    SentencePair(
      "Chief executive Ada Lorn opened the lock.",
      "Co-founder and chief executive Ada Lorn opened the lock.",
      "role Chief executive → Co-founder and chief executive revised"),
    SentencePair(
      "Ada Lorn, founder of the yard, drew the lock.",
      "Ada Lorn, founder and chairwoman of the yard, drew the lock.",
      "role founder → founder and chairwoman revised"),
    SentencePair(
      "Ada Lorn is the deputy finance minister.", "Ada Lorn is the finance minister.",
      "role deputy finance minister → finance minister revised"),
    SentencePair(
      "The chief executive opened the lock.", "The chairman opened the lock.",
      "role chief executive → chairman revised"),
    SentencePair(
      "Ada Lorn, a professor of botany, opened the lock.",
      "Ada Lorn, a lecturer in botany, opened the lock.",
      "role professor of botany → lecturer in botany revised || role professor → lecturer revised"),
    SentencePair(
      "Ada Lorn, a naval architect, drew the lock.", "Ada Lorn, a boatbuilder, drew the lock.",
      "role naval architect → boatbuilder revised || role architect → boatbuilder revised"),
    SentencePair(
      "Ada Lorn, a crane driver, saw the fire.", "Ada Lorn, a former crane driver, saw the fire.",
      "role crane driver → former crane driver revised || role driver → former crane driver revised"
    ),
    SentencePair(
      "Ada Lorn was named CFO of the bank.", "Ada Lorn was named CEO of the bank.",
      "role CFO → CEO revised"),
  ]

  @Test func `a part of the body is no title`() {
    SentencePair(
      "The mate was hit by the suspect in Ardle.", "The mate was hit in the head in Ardle."
    ).check()
  }

  @Test(arguments: roles)
  func `another title is a role claim, whole`(pair: SentencePair) { pair.check() }

  static let respelt = [
    SentencePair(
      "Halam-Orr kept the pier for ten years.", "Hallam-Orr kept the pier for ten years.",
      "name Halam → Hallam || name Halam-Orr → Hallam-Orr"),
    SentencePair(
      "The pier was bought by Derek Halam in the autumn.",
      "The pier was bought by Derek Hallam in the autumn.",
      "name Halam → Hallam || name Derek Halam → Derek Hallam"),
    SentencePair(
      "A speech by Michaella Dunn closed the day.", "A speech by Michaela Dunn closed the day.",
      "name Michaella → Michaela || name Michaella Dunn → Michaela Dunn"),
    SentencePair(
      "His mother, Geeta, followed on the path.", "His mother, Gita, followed on the path.",
      "name Geeta → Gita"),
    SentencePair(
      "Jon Smith won the race.", "John Smith won the race.",
      "name Jon → John || name Jon Smith → John Smith"
    ),
  ]

  @Test(arguments: respelt)
  func `the same name spelt right is a correction and no claim`(pair: SentencePair) {
    pair.check()
  }
}
