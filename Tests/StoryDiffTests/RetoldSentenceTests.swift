import Testing

@testable import StoryDiff

@Suite struct `Sentences told in another order` {
  static let turned = [
    SentencePair(
      "Six keepers voted for the lamp and two against it.",
      "Two keepers voted against the lamp and six for it."),
    SentencePair(
      "The yard built 40 boats in 2019; it built 20 in 2023.",
      "The yard built 20 boats in 2023; it built 40 in 2019."),
    SentencePair(
      "All of the rowers and none of the divers came to the quay.",
      "None of the divers and all of the rowers came to the quay."),
    SentencePair("The M1 and the M6 were shut at dawn.", "The M6 and the M1 were shut at dawn."),
    SentencePair(
      "Brothers Tom and Eli Orr, aged nine and seven, rowed to the pier.",
      "Rowing to the pier were brothers Eli, 7, and Tom Orr, 9."),
    SentencePair(
      "The bill passed, with 71 members voting for it and 48 against.",
      "The bill was passed by 71 votes to 48."),
    SentencePair(
      "The shop was robbed at half past six on Friday evening by a man with an oar.",
      "A man with an oar robbed the shop at 6.30pm on Friday."),
    SentencePair(
      "Lorn and Ardle will get new lamps under a plan, the Minister for Harbours has said.",
      "Under a plan new lamps will be provided in Ardle and Lorn, according to the harbours minister."
    ),
    SentencePair(
      "The Greens fell three points to 34%.", "The Greens were down three points at 34%."),
  ]

  @Test(arguments: turned)
  func `values that changed places with what is said of them are as they were`(
    pair: SentencePair
  ) { pair.check() }

  @Test func `values that changed places alone are two claims`() {
    SentencePair(
      "The catch rose to 40 tonnes in Lorn and fell to 30 tonnes in Ardle.",
      "The catch rose to 30 tonnes in Lorn and fell to 40 tonnes in Ardle.",
      "quantity 40 → 30 revised", "quantity 30 → 40 revised"
    ).check()
  }

  static let values = [
    SentencePair(
      "Divers on Thursday returned a bell to the chapel, from which it was stolen in 1987, the parish said.",
      "A bell stolen in 1978 from the chapel was returned on Thursday by divers, the parish said.",
      "date 1987 → 1978 revised"),
    SentencePair(
      "From Monday the fish market will close at 3.30pm instead of 5pm, traders were told in a letter from the harbour office.",
      "In a letter from the harbour office, traders were told that the fish market would shut at 2.30pm rather than 5pm from Monday.",
      "time 3.30pm → 2.30pm revised"),
    SentencePair(
      "The guild spent £2.2m on sails and £1.4m on ropes last year, its accounts show.",
      "The guild’s accounts show that it spent £1.1 million on ropes and £2.2 million on sails last year.",
      "money £1.4m → £1.1 million revised"),
    SentencePair(
      "Pupils at Eastquay Academy were sent home on Wednesday after a boiler failed, the headteacher said.",
      "A boiler that failed forced Westquay Academy to send pupils home on Wednesday, the headteacher said.",
      "entity Eastquay Academy → Westquay Academy revised"),
    SentencePair(
      "Ten-year-old Finn Orr rang the bell after his grandmother collapsed on the pier, the crew said.",
      "The crew said that after his mother collapsed on the pier, Finn Orr, 10, rang the bell.",
      "role grandmother → mother revised"),
    SentencePair(
      "The deputy mayor Ada Quill told the board of the rains.",
      "The board was told of the rains by Ada Quill, the mayor.",
      "role deputy mayor → mayor revised"),
    SentencePair(
      "A keeper at Lorn Light, Ada Quill, told the board of the rains.",
      "The board was told of the rains by Ada Quill, chief keeper at Lorn Light.",
      "role keeper → chief keeper revised"),
    SentencePair(
      "Bo Marl, who has rowed since 1990, said the meeting was “polite but pointless”.",
      "The meeting was “polite and pointless”, said Bo Marl, who has rowed since 1990.",
      "quotation but → and revised"),
    SentencePair(
      "“It was the worst night of our lives and we never want to go through it again,” said Ada Trask, 34, after a lorry hit her house.",
      "After a lorry hit her house, Ada Trask, 36, said: “It was the worst night of our lives and we never want to go through it again.”",
      "quantity 34 → 36 revised"),
    SentencePair(
      "Lorn's chief executive, Bo Marl, will stay on for two years.",
      "Bo Marl, Lorn's chief financial officer, will stay on for two years.",
      "role chief executive → chief financial officer revised"),
    SentencePair(
      "The envoy's aide, Mrs Una Quill, who opened the pier, said it would bring work to the coast.",
      "The pier was opened by the envoy's aide, Mrs Ida Sorley, who said it would bring work to the coast.",
      "entity Mrs Una Quill → Mrs Ida Sorley revised"),
    SentencePair(
      "The bill passed, with 71 members voting for it and 48 against.",
      "The bill was passed by 71 votes to 46.", "quantity 48 → 46 revised"),
    SentencePair(
      "“She is ready, she is strong and she fears no rower,” Marl said.",
      "Marl said: “She is ready, she is strong and she fears nobody.”",
      "quotation no rower → nobody revised"),
  ]

  @Test(arguments: values) func `the one value of a kind that went became the one that came`(
    pair: SentencePair
  ) { pair.check() }

  static let deeds = [
    SentencePair(
      "Alan Speke punched Colin Marl in the face, the court heard.",
      "Alan Speke was punched in the face by Colin Marl, the court heard.",
      "entity Colin Marl → Alan Speke revised", "entity Alan Speke → Colin Marl revised"),
    SentencePair(
      "The swan bit the rower on the pier.", "The swan was bitten on the pier by the rower.",
      "entity the rower → The swan revised", "entity The swan → the rower revised"),
  ]

  @Test(arguments: deeds) func `who did it to whom is told whichever way round the verb stands`(
    pair: SentencePair
  ) { pair.check() }

  @Test func `the same deed told as it was suffered is no claim`() {
    SentencePair(
      "Alan Speke punched Colin Marl in the face, the court heard.",
      "Colin Marl was punched in the face by Alan Speke, the court heard."
    ).check()
  }

  static let denials = [
    SentencePair(
      "Neither Mr Hall nor Mrs Pike came to the quay.",
      "Mr Hall and Mrs Pike did not come to the quay."),
    SentencePair(
      "Not all of the rowers agreed with the plan.", "Some of the rowers disagreed with the plan."),
    SentencePair(
      "The bridge is unlikely to open this year.", "The bridge is not expected to open this year."),
    SentencePair(
      "Keepers do not believe the fire was started on purpose.",
      "Keepers believe the fire was not started on purpose."),
    SentencePair(
      "It is not true that the mayor took the money, the court heard.",
      "The mayor did not take the money, the court heard."),
    SentencePair(
      "The trial will not begin before May.", "The trial will begin in May at the earliest."),
    SentencePair("The vote was far from unanimous.", "The vote was not unanimous."),
    SentencePair(
      "The accounts had not been audited since 2017.", "The accounts had last been audited in 2017."
    ),
  ]

  @Test(arguments: denials) func `a denial in other words or another place reverses nothing`(
    pair: SentencePair
  ) { pair.check() }

  static let reversals = [
    SentencePair(
      "Neither rower of the boat that sank near Lorn had been drinking, a diver told the court on Monday.",
      "The court was told by a diver on Monday that both rowers of the boat that sank near Lorn had been drinking.",
      "quantity Neither → both revised"),
    SentencePair(
      "Not all of the 60 boats at the quay were damp, keepers said.",
      "According to keepers, none of the 60 boats at the quay were damp.",
      "quantity Not all → none revised"),
    SentencePair(
      "A rower who was uninsured and had never passed a test caused the crash that sank a ferry, the court heard.",
      "The court heard that the crash that sank a ferry was caused by a rower who was insured but had never passed a test.",
      "polarity uninsured → insured reversed"),
    SentencePair(
      "The harbour office has not received a request for boats from the islands, its spokesman said on Friday.",
      "A request for boats from the islands has been received by the harbour office, its spokesman said on Friday.",
      "polarity not → ∅ reversed"),
    SentencePair(
      "Bo Marl said on Sunday that he did not know that his clerk had rented out a boat.",
      "That his clerk had rented out a boat was something he knew, Bo Marl said on Sunday.",
      "polarity not → ∅ reversed"),
  ]

  @Test(arguments: reversals) func `what all or none did is told wherever it moved`(
    pair: SentencePair
  ) { pair.check() }

  static let hedges = [
    SentencePair(
      "Police say the fire appears to have been arson.",
      "Police say it is not yet clear if the fire was arson.",
      "certainty appears to have been → it is not yet clear if revised"),
    SentencePair(
      "Keepers believe the pump is to blame.", "The pump is believed by keepers to be to blame."),
    SentencePair(
      "Mr Hall allegedly took the money.", "Prosecutors allege Mr Hall took the money.",
      "attribution ∅ → Prosecutors allege revised"),
    SentencePair(
      "Lorn Gold is likely to cut about 300 jobs at its northern quarry, two people briefed on the plan said.",
      "About 300 jobs will be cut by Lorn Gold at its northern quarry, according to two people briefed on the plan.",
      "certainty is likely to → will revised"),
    SentencePair(
      "The alleged ringleader of a gang that stole boats was held in a dawn raid in Lorn, keepers said.",
      "Keepers said they held the ringleader of a gang that stole boats in a dawn raid in Lorn.",
      "certainty alleged → ∅ revised"),
    SentencePair(
      "The dairy could close its bottling line in the spring with 40 jobs lost, staff were told on Thursday.",
      "Staff were told on Thursday that the dairy's bottling line will be closed in the spring with 40 jobs lost.",
      "certainty could → will revised"),
  ]

  @Test(arguments: hedges) func `a hedge is told where no other word of the sentence hedges`(
    pair: SentencePair
  ) { pair.check() }

  static let sources = [
    SentencePair(
      "Fire destroyed 24 boats at the quay on Tuesday, the Lorn fire service said. Goods worth £2m were lost, according to the rowers' guild.",
      "24 boats at the quay were destroyed by fire on Tuesday, according to the Lorn fire service, and the rowers' guild said goods worth £2m were lost."
    ),
    SentencePair(
      "Chef Ada Hanlon, who runs the Salt Room, has won a prize. “I still bake,” Ms Hanlon said.",
      "Chef Ada Hanlon, who runs the Salt Room, has won a prize. “I still bake,” the chef said."),
    SentencePair(
      "The Food Office has recalled 14,000 jars, the agency said Friday.",
      "The FO said Friday that it had recalled 14,000 jars."),
    SentencePair(
      "They told her that 17 boats had been seized since May.",
      "Since May, she was told by them, 17 boats had been seized."),
  ]

  @Test(arguments: sources) func `a source of both versions took nobody's place`(
    pair: SentencePair
  ) { pair.check() }

  @Test func `a source that a retold sentence lost is told`() {
    SentencePair(
      "At least nine sheds were destroyed when a barge caught fire at the Lorn quay on Monday, the harbour fire service said.",
      "A barge caught fire at the Lorn quay on Monday, destroying at least nine sheds.",
      "attribution the harbour fire service said → ∅ revised"
    ).check()
  }

  @Test func `a count and an age are of two things`() {
    SentencePair(
      "One suspect was held after the fire at the quay.",
      "A 22-year-old man was held after the fire at the quay.", "quantity ∅ → 22-year revised"
    ).check()
  }

  @Test func `yet to, in a headline, denies`() {
    SentencePair(
      "Council yet to sign contract for pier", "Council signs contract for pier",
      "polarity yet to → ∅ reversed"
    ).check()
  }

  static let plain = [
    SentencePair(
      "The depth of the lake is 10km.", "The depth of the lake is 10km (six miles)."),
    SentencePair(
      "Bids can be made until 28 May.", "Bids will be accepted until 28 May."),
    SentencePair(
      "The yard has turned tar into fuel.", "The yard claims to have turned tar into fuel.",
      "certainty has → claims to have revised"),
    SentencePair(
      "The wreck, if confirmed, is the fifth this year.", "The wreck is the fifth this year.",
      "certainty if confirmed → ∅ revised"),
  ]

  @Test(arguments: plain)
  func `a conversion and another verb are no claim, and what is only claimed is one`(
    pair: SentencePair
  ) { pair.check() }

  static let people = [
    SentencePair(
      "Divers rescued Carl Benn and Sue Rand.", "Divers rescued Carl Benn and Joan Pryce.",
      "entity Sue Rand → Joan Pryce revised"),
    SentencePair(
      "The rower fled to Lorn, keeper Jean Morel said.",
      "Keeper Jean Morel said the rower fled to Ardle.", "entity Lorn → Ardle revised"),
    SentencePair(
      "Two men were hurt in Lorn, divers said on Sunday.",
      "Divers said on Sunday that two men were hurt in Ardle.", "entity Lorn → Ardle revised"),
    SentencePair(
      "Teh lock shut on Tuesday.", "The lock shut on Tuesday.", "spelling Teh → The"),
  ]

  @Test(arguments: people)
  func `a name is told in a short sentence, and where its verb stays beside it`(
    pair: SentencePair
  ) { pair.check() }

  static let opposites = [
    SentencePair(
      "The jury convicted Mr Ash of theft.", "Mr Ash was acquitted of theft by the jury.",
      "polarity convicted → acquitted reversed"),
    SentencePair(
      "Mr Abel visited the island in 2009.", "In 2009 the island was never visited by Mr Abel.",
      "polarity ∅ → never reversed"),
    SentencePair(
      "Mr Ellis was arrested but not charged.", "Mr Ellis was not arrested but charged.",
      "polarity ∅ → not reversed", "polarity not → ∅ reversed"),
    SentencePair("The yard is to lend Mr Tan €5m.", "Mr Tan is to be lent €5m by the yard."),
  ]

  @Test(arguments: opposites) func `what is said to be otherwise is told where it stands`(
    pair: SentencePair
  ) { pair.check() }

  static let parted = [
    SentencePair(
      "“We have 12 boats and we need 50 more,” Dr Ray said.",
      "“We have 12 boats,” Dr Ray said, “and we need 50 more.”"),
    SentencePair(
      "“We have done nothing wrong, and we will fight this at sea,” Ms Quill told the board.",
      "“We have done nothing unjust,” Ms Quill told the board, “and we will fight this at sea.”",
      "quotation wrong → unjust revised"),
  ]

  @Test(arguments: parted) func `a quotation parted by its speaker lost none of its words`(
    pair: SentencePair
  ) { pair.check() }
}
