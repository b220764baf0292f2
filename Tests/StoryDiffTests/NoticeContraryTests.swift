import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `A notice that tells of another or of the contrary` {
  static let others = [
    LinkCase(
      notice: "Correction: An earlier version of this story said Ada Orr had read the survey. She "
        + "had not.",
      old: "Ada Orr said she had not read the survey of the weir.\n"
        + "Tom Finch had read the survey before the meeting.",
      new: "Ada Orr said she had not read the survey of the weir.\n"
        + "Tom Finch had not read the survey before the meeting.", links: [false]),
    LinkCase(
      notice: "Correction: An earlier version of this story misstated how Sam Beck voted. He voted "
        + "against the levy.",
      old: "Councillor Lena Holt voted for the levy.\nCouncillor Sam Beck voted against it.",
      new: "Councillor Lena Holt voted against the levy.\nCouncillor Sam Beck voted against it.",
      links: [false]),
    LinkCase(
      notice: "Correction: An earlier version of this story misstated the year in which Ned Orr "
        + "joined the choir.",
      old: "Tara Quill joined the choir in 1990.\nNed Orr joined it in 2001.",
      new: "Tara Quill joined the choir in 1992.\nNed Orr joined it in 2001.", links: [false]),
    LinkCase(
      notice: "Clarification: An earlier version of this story did not make clear that Ned Orr may "
        + "sell his barge.",
      old: "Tara Quill will sell the barge.\nNed Orr may sell his barge.",
      new: "Tara Quill may sell the barge.\nNed Orr may sell his barge.", links: [false]),
    LinkCase(
      notice: "Correction: Three women were hurt, not two.",
      old: "Two men were hurt.\nThree women were hurt.",
      new: "Three men were hurt.\nThree women were hurt.", links: [false]),
    LinkCase(
      notice: "Correction: Shares of Vex fell 5%, not 4%.",
      old: "Orme shares fell 4%.\nVex shares fell 5%.",
      new: "Orme shares fell 5%.\nVex shares fell 5%.", links: [false]),
    LinkCase(
      notice: "Correction: The fire killed 15 people, not 12.",
      old: "The Hull fire killed 12, Mayor Orr said.\nThe fire killed 15 people in one house.",
      new: "The Hull fire killed 15, Mayor Orr said.\nThe fire killed 15 people in one house.",
      links: [true]),
    // What it gives in the place of the old value stands elsewhere, as it did.
    LinkCase(
      notice: "Correction: The dairy was fined £600, not £400.",
      old: "The bakery was fined £400 in May.\nThe dairy on Mill Lane was fined £600.",
      new: "The bakery was fined £500 in May.\nThe dairy on Mill Lane was fined £600.",
      links: [false]),
    LinkCase(
      notice: "Correction: The band plays on Friday, not Monday.",
      old: "The choir sings on Monday at the abbey.\nThe band plays on Friday at the mill.",
      new: "The choir sings on Tuesday at the abbey.\nThe band plays on Friday at the mill.",
      links: [false]),
    LinkCase(
      notice: "Correction: Orr sold 30 acres at Hull, not 20.",
      old: "Oake sold 20 acres at Ely.\nOrr sold 30 acres at Hull.",
      new: "Oake sold 25 acres at Ely.\nOrr sold 30 acres at Hull.", links: [false]),
    LinkCase(
      notice: "Correction: The bakery was fined £500, not £400. The dairy was fined £600.",
      old: "The bakery was fined £400 in May.\nThe dairy on Mill Lane was fined £600.",
      new: "The bakery was fined £500 in May.\nThe dairy on Mill Lane was fined £600.",
      links: [true]),
    // Of whom the change is, however far from the name.
    LinkCase(
      notice: "Correction: An earlier version of this story said Ms Holt had read the survey. She "
        + "had not.",
      old: "Mayor Lena Holt spoke first.\nShe had read the survey, she said, unlike Sam Beck.",
      new: "Mayor Lena Holt spoke first.\nShe had not read the survey, she said, unlike Sam Beck.",
      links: [true]),
  ]

  @Test(arguments: others) func `speaks of whom it names`(link: LinkCase) { link.check() }

  static let contraries = [
    LinkCase(
      notice: "Correction: An earlier version of this story said that the dam had been inspected "
        + "since 1998. It has not.",
      old: "The dam has not been inspected since 1998.",
      new: "The dam has been inspected since 1998.", links: [false]),
    LinkCase(
      notice: "Correction: An earlier version of this story said the kiosk would not reopen before "
        + "Easter. It will.",
      old: "The kiosk will reopen before Easter.",
      new: "The kiosk will not reopen before Easter.", links: [false]),
    LinkCase(
      notice: "Correction: An earlier version of this story said the kiosk would reopen before "
        + "Easter. It will not.",
      old: "The kiosk will reopen before Easter.",
      new: "The kiosk will not reopen before Easter.", links: [true]),
    LinkCase(
      notice: "Correction: An earlier version of this story said sales had fallen from $5m. It was "
        + "$4m.",
      old: "Sales fell from $4m to $3m.", new: "Sales fell from $5m to $3m.", links: [false]),
    LinkCase(
      notice: "Correction: An earlier version of this story said sales had fallen from $5m. It was "
        + "$4m.",
      old: "Sales fell from $5m to $3m.", new: "Sales fell from $4m to $3m.", links: [true]),
    LinkCase(
      notice: "Correction: The pond will be lowered by eight metres, not six.",
      old: "The dam will be shut for six weeks. The pond will be lowered by eight metres.",
      new: "The dam will be shut for eight weeks. The pond will be lowered by eight metres.",
      links: [false]),
    LinkCase(
      notice: "Correction: The pond is eight metres deep, not six.",
      old: "The pond is six metres deep.", new: "The pond is eight metres deep.", links: [true]),
  ]

  @Test(arguments: contraries) func `says nothing of a change that went the other way`(
    link: LinkCase
  ) {
    link.check()
  }
}
