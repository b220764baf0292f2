import Testing

@testable import StoryDiff

@Suite struct `Titles, sources and names in other places` {
  static let told = [
    SentencePair(
      "Pupils will move to Oake Elementary in August.",
      "Pupils will move to Birch Elementary in August.",
      "entity Oake Elementary → Birch Elementary revised"),
    SentencePair(
      "The captain thanked Ada Orr of Denmark's National University of Lorn Bay.",
      "The captain thanked Ada Orr of Sweden's National University of Lorn Bay.",
      "entity Denmark's → Sweden's revised"),
    SentencePair(
      "He bought the inn at Nether Wick in the spring.",
      "He bought the inn at Over Wick in the spring.", "entity Nether Wick → Over Wick revised"),
    SentencePair(
      "Mr Orr, the cabinet member for planning, stayed away.",
      "Mr Orr, the deputy leader of the council, stayed away.",
      "role cabinet member for planning → deputy leader revised"),
    SentencePair(
      "She joined the yard as a draughtsman and left it as its owner.",
      "She joined the yard as a proofreader and left it as its owner.",
      "role draughtsman → proofreader revised"),
    SentencePair(
      "«Estaba en un mantel», contó el párroco, Blas Oake.",
      "«Estaba en un mantel», contó el sacristán, Blas Oake.",
      "role párroco → sacristán revised", language: "es"),
    SentencePair(
      "Divers found more keys in a shed, the court heard.", "Divers found more keys in a shed.",
      "attribution the court heard → ∅ revised"),
    SentencePair(
      "The board's letter, first reported by The Quay Times, was short.",
      "The board's letter was short.",
      "attribution first reported by The Quay Times → ∅ revised"),
    SentencePair(
      "The harbour Director of Fire Services, Mr Orr, was there.",
      "The harbour Controller of Fire Services, Mr Orr, was there.",
      "role Director of Fire Services → Controller of Fire Services revised"),
    SentencePair(
      "The pier was unsafe for years, say farmers near the bay.",
      "The pier was unsafe for years, say sailors near the bay.",
      "attribution farmers → sailors revised"),
    SentencePair(
      "Old emails show the pier was known to be unsafe.",
      "Court papers show the pier was known to be unsafe.",
      "attribution Old emails → Court papers revised"),
    SentencePair(
      "The yard has, The Quay Times reports, put off the launch.",
      "The yard has put off the launch.", "attribution The Quay Times reports → ∅ revised"),
    SentencePair(
      "A senior engineer said the leak began at dusk.",
      "Harbour engineer Bo Lorn said the leak began at dusk.",
      "attribution A senior engineer → Harbour engineer Bo Lorn revised "
        + "|| attribution A senior engineer → Harbour engineer Bo Lorn refined"),
    SentencePair(
      "“Stay put, and we'd tell anybody to do so,” Ada Lorn said.",
      "Anybody else should stay put, Ada Lorn said."),
    SentencePair(
      "The RBL left its rates unchanged.",
      "The Reserve Bank of Lorn (RBL) left its rates unchanged."),
    SentencePair(
      "Temi Orr, a master's student of shipping, won.",
      "Temi Orr, a doctoral student of shipping, won.",
      "role master's student of shipping → doctoral student of shipping revised"),
    SentencePair("Fired harbour master sues the board.", "Former harbour master sues the board."),
    SentencePair(
      "The former chief executive of the yard stayed away.",
      "The former CEO of the yard stayed away."),
    SentencePair(
      "Harbour media say the mayor will visit the yard.",
      "The mayor will visit the yard, the board's press office said.",
      "attribution Harbour media → the board's press office revised "
        + "|| attribution Harbour media say → the board's press office said revised"),
  ]

  @Test(arguments: told) func `are told`(pair: SentencePair) { pair.check() }

  static let same = [
    // Names that are written in several ways.
    SentencePair("The town was held by ISIS in May.", "The town was held by Islamic State in May."),
    SentencePair(
      "The aide to U.S. President Ada Lorn came.", "The aide to Ada Lorn, the US president, came."),
    SentencePair("She told fellow trustees of the loan.", "She told other trustees of the loan."),
    SentencePair(
      "Le gardien des lieus est parti.", "Le gardien des lieux est parti.", language: "fr"),
    // What stands between commas belongs to the one who speaks.
    SentencePair(
      "Pool leader Hamish Oake said the party, all of them old hands, had rowed on.",
      "Hamish Oake, the pool leader, said the party, all of them old hands, had rowed on."),
    // A quotation whose two parts were joined.
    SentencePair(
      "“We will fight the plan,” she said. “It is wrong.”",
      "“We will fight the plan. It is wrong,” she said."),
    SentencePair(
      "The king's mediator is due to report in May.",
      "A mediator appointed by the king is due to report in May."),
    SentencePair(
      "A company spokesman declined to talk.", "A spokesman for the company declined to talk."),
  ]

  @Test(arguments: same) func `a title that is turned round is the same`(pair: SentencePair) {
    pair.check()
  }
}

@Suite struct `More of what a notice acknowledges` {
  static let links = [
    LinkCase(
      notice: "Correction: This story has been updated to correct the number of years Oake spent "
        + "at the yard.",
      old: "Nine boats were lost. Oake spent 31 years at the yard.",
      new: "Eleven boats were lost. Oake spent 33 years at the yard.", links: [false, true]),
    LinkCase(
      notice: "Correction: We got the numbers of rescued and missing the wrong way round in an "
        + "earlier version of this report.",
      old: "Five sailors were pulled from the water and 11 were unaccounted for. The boat left "
        + "Wick.",
      new: "Eleven sailors were pulled from the water and five were unaccounted for. The boat left "
        + "Oake.", links: [true, true, false]),
  ]

  @Test(arguments: links) func `is told`(link: LinkCase) { link.check() }

  @Test func `a report that was changed because it named the wrong one is corrected`() {
    let line = "The Otters won the cup on Sunday after a long evening at the quay."
    let notice =
      "This report was changed on 27 April because a quotation was attributed to the wrong player."
    let diff = StoryDiff(from: story(line), to: story(line, notice))
    #expect(diff.notices.map(\.kind) == [.correction])
  }
}
