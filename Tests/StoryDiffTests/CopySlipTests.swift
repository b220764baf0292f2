import Testing

@testable import StoryDiff

@Suite struct `Slips that the words beside them show` {
  static let grammar = [
    SentencePair(
      "Lets be clear: the pier is shut.", "Let's be clear: the pier is shut.",
      "punctuation Lets → Let's"),
    // Slips that the newer version brings in.
    SentencePair(
      "The children were taken to the quay.", "The childrens were taken to the quay."),
    SentencePair(
      "Residents in Lorn and Ardle were told on Monday.",
      "Residents in Lorn and Ardle was told on Monday."),
    SentencePair(
      "Für Boote ist die Schleuse befahrbar, das Tempo ist begrenzt.",
      "Für Boote ist die Schleuse befahrbar, dass Tempo ist begrenzt.", language: "de"),
    SentencePair(
      "The clerk fled after being pleading for more time.",
      "The clerk fled after pleading for more time.",
      "grammar after being pleading → after pleading"),
    SentencePair(
      "The cat was in locked in the boathouse.", "The cat was locked in the boathouse.",
      "grammar was in locked → was locked"),
    SentencePair(
      "According with the harbour master the lock leaks.",
      "According to the harbour master the lock leaks.", "grammar with → to"),
    SentencePair(
      "Oake left for Lorn, that was followed by the others.",
      "Oake left for Lorn, which was followed by the others.", "grammar that → which"),
    SentencePair(
      "The letters show the club's entirely reliant on the lottery.",
      "The letters show the club's entire reliance on the lottery.",
      "grammar entirely reliant → entire reliance"),
    SentencePair(
      "The Harbour Centre located at 12 Quay Road. Tea is sold there on most days of the week.",
      "The Harbour Centre is located at 12 Quay Road and tea is sold there on most days of the week.",
      "grammar Centre located → Centre is located"),
  ]

  @Test(arguments: grammar)
  func `a small word too many, another kind of word and a missing verb are grammar`(
    pair: SentencePair
  ) { pair.check() }

  @Test func `a headline that writes out one verb lacks another`() {
    let diff = StoryDiff(
      from: story("# Rowing is the rage in Lorn and the mayor there for it", "It rained."),
      to: story("# Rowing is the rage in Lorn and the mayor is there for it", "It rained."))
    #expect(diff.compactFacts == ["grammar mayor there → mayor is there"])
    let terse = StoryDiff(
      from: story("# Rowing the rage in Lorn, mayor there for it", "It rained."),
      to: story("# Rowing the rage in Lorn, mayor is there for it", "It rained."))
    #expect(terse.compactFacts == [])
  }

  static let spelling = [
    SentencePair(
      "Its taken nine years to mend the lock.", "It's taken nine years to mend the lock.",
      "punctuation Its → It's"),
    SentencePair(
      "There kept in a shed, the hens of the club.",
      "They're kept in a shed, the hens of the club.",
      "spelling There → They're"),
    SentencePair(
      "Lieutenant Governator Ada Oake opened the fair.",
      "Lieutenant Governor Ada Oake opened the fair.", "spelling Governator → Governor"),
    SentencePair(
      "A 12 sqaure miles marsh lies behind the town.",
      "A 12 square mile marsh lies behind the town.", "spelling sqaure → square"),
    SentencePair(
      "The crew will be commanded for its calm.", "The crew will be commended for its calm.",
      "spelling commanded → commended"),
    SentencePair(
      "The shop shuts at 6 p.m.. It sells rope.",
      "The shop, in May, shuts at 6 p.m. It sells rope.",
      "date ∅ → May revised", "punctuation p.m.. → p.m."),
    SentencePair(
      "The three-to-five day trip starts here.", "The three- to five-day trip starts here.",
      "punctuation to-five day → to five-day"),
  ]

  @Test(arguments: spelling)
  func `words written for each other, a misspelt title and a stop too many are mended`(
    pair: SentencePair
  ) { pair.check() }

  static let names = [
    SentencePair(
      "The Lorn River Safety Agency saw a rise in catches.",
      "The Lorn River Safety Administration saw a rise in catches.", "name Agency → Administration"
    ),
    SentencePair(
      "The loaf is baked by Ines Carvalho.", "The loaf is baked by Inês Carvalho.",
      "name Ines → Inês"),
    SentencePair(
      "The prize went to Marta Etxaniz.", "The prize went to Maite Etxaniz.",
      "entity Marta Etxaniz → Maite Etxaniz revised"),
    SentencePair(
      "She worked at Crestfield Bank in Accra.", "She worked at Crestview Bank in Accra.",
      "entity Crestfield Bank → Crestview Bank revised"),
    SentencePair(
      "The work is paid for by the state transport office.",
      "The work is paid for by the federal transport office.", "entity state → federal revised"),
  ]

  static let words = [
    SentencePair(
      "The mayor had no exploration for the delay.", "The mayor had no explanation for the delay.",
      "spelling exploration → explanation"),
    SentencePair(
      "Hopes for a resolution of the strike rose.", "Hopes for a settlement of the strike rose."),
    SentencePair(
      "The lock is easer to open now.", "The lock is easier to open now.",
      "spelling easer → easier"),
    SentencePair(
      "It seems that it grows and change.", "It seems that it grows and changes.",
      "grammar change → changes"),
    SentencePair(
      "Commissioner Joyce Delacroix rose.", "Commissioner Joyce De la Croix rose.",
      "name Delacroix → De la Croix"),
    SentencePair(
      "It is a closed, friendly, tame harbour.", "It is a closed, friendly tame harbour."),
    SentencePair(
      "Das Lied gefiel, sagte Kantorin Ada Oake.", "Das Lied gefiel, sagte die Kantorin Ada Oake.",
      language: "de"),
    SentencePair(
      "The shop is open to 6 p.m..", "The shop is open to 6 p.m. Its keeper sells rope and maps.",
      "punctuation p.m.. → p.m."),
  ]

  @Test(arguments: words)
  func `long words that are alike stand for each other, and style is no slip`(pair: SentencePair) {
    pair.check()
  }

  @Test(arguments: names)
  func `a body called by a like word is misnamed, and two given names or compounds are two`(
    pair: SentencePair
  ) { pair.check() }

  static let amounts = [
    SentencePair(
      "The song sold a quarter of a million copies.", "The song sold 250,000 copies."),
    SentencePair(
      "The song sold three quarters of a million copies.", "The song sold 750,000 copies."),
    SentencePair(
      "Profit is seen at between GBP410 million and GBP430 million.",
      "Profit is seen at between GBP405 million and GBP430 million.",
      "money between GBP410 million and GBP430 million → between GBP405 million and GBP430 million revised"
    ),
    SentencePair(
      "The guilds give millions less to the fund.", "The guilds give less to the fund.",
      "quantity millions → ∅ revised"),
    SentencePair(
      "Multiple boats sank in the storm.", "Four boats sank in the storm.",
      "quantity Multiple → Four refined"),
    SentencePair(
      "“I lived above a forge, with two uncles and a goat, and slept well,” said Marta Oake.",
      "“I lived above a forge … and slept well,” said Marta Oake."),
    SentencePair(
      "The mayor says a \"bad storm\" has hit the pier as the repairs go on.",
      "A \"bad storm\" has hit the pier the mayor says as the repairs go on."),
    SentencePair("The Reserve Bank of Lorn said no.", "The Reserve Bank of Lorn (RBL) said no."),
    SentencePair(
      "Ada Oake, a Canadian-born smith, won.", "Ada Oake, a smith born in Canada, won."),
    SentencePair(
      "The shop is open 3–9pm on Friday.", "The shop is open 3 p.m. to 9 p.m. on Friday."),
    SentencePair(
      "The work starts in mid-April.", "The work starts on April 14.",
      "date mid-April → April 14 refined"),
    SentencePair(
      "The work starts in mid-April.", "The work starts on April 28.",
      "date mid-April → April 28 revised"),
    SentencePair(
      "A lorry driver found the boat.", "A trucker found the boat."),
    SentencePair(
      "Police named a person of interest in the case.", "Police named a suspect in the case.",
      "role person of interest → suspect revised"),
  ]

  @Test(arguments: amounts)
  func `amounts in words, trimmed quotations and sources that moved are read as what they are`(
    pair: SentencePair
  ) { pair.check() }
}
