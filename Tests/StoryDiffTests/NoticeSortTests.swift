import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `What a notice calls by what it is` {
  static let sorts = [
    LinkCase(
      notice: "Correction: An earlier version of this story credited the winning goal to the wrong "
        + "player.",
      old: "They beat Rhosfawr at Cwmtal on Sunday.\nGwyn Pryce scored in the last minute.",
      new: "They beat Rhosfawr at Brynteg on Sunday.\nIfan Tudor scored in the last minute.",
      links: [false, true]),
    LinkCase(
      notice: "Correction: An earlier version of this story named the wrong ground.",
      old: "They beat Rhosfawr at Cwmtal on Sunday.\nGwyn Pryce scored in the last minute.",
      new: "They beat Rhosfawr at Brynteg on Sunday.\nIfan Tudor scored in the last minute.",
      links: [true, false]),
    LinkCase(
      notice: "Correction: This article originally misidentified the congressman who met his wife "
        + "under the lamp.",
      old: "\"I met my wife under that lamp,\" said Rep. Jay Cobb.\nThe lamp will go to Hull.",
      new: "\"I met my wife under that lamp,\" said Rep. Lew Strand.\nThe lamp will go to Leeds.",
      links: [true, false]),
    LinkCase(
      notice: "Correction: An earlier version of this story misspelled the name of the street and "
        + "gave the wrong buyer of the shop.",
      old: "The shop was sold to Colin Dray, a baker.\nIt opened in 1931.",
      new: "The shop was sold to Peter Voss, a baker.\nIt opened in 1937.", links: [true, false]),
    LinkCase(
      notice: "(Corrects paragraph 2 to show that the toll is in crowns, not dollars)",
      old: "Drivers will pay $0.80 a trip.\nThe bridge has 26 guards.",
      new: "Drivers will pay 0.80 crowns a trip.\nThe bridge has 28 guards.", links: [true, false]),
    LinkCase(
      notice: "Correction: An earlier version of this story misstated the drop in the numbers "
        + "singing.",
      old: "Just 12 children sang this year, a fall of 30% on 2019.",
      new: "Just 14 children sang this year, a fall of 50% on 2019.", links: [false, true]),
    LinkCase(
      notice: "Correction: The final margin was five points, not seven.",
      old: "They won 24-17, watched by 300 goats.", new: "They won 24-19, watched by 400 goats.",
      links: [true, false]),
    LinkCase(
      notice: "This story has been corrected to give the right year for the building of the cow.",
      old: "The cow was last seen on Monday.\nThe giant is nine feet tall and was made in 1962.",
      new: "The cow was last seen on Tuesday.\nThe giant is nine feet tall and was made in 1966.",
      links: [false, true]),
    LinkCase(
      notice: "Retraction: We reported that Mr Dole was taken to a regatta at public expense. No "
        + "document supports that. We withdraw the claim.",
      old: "The office spent $41,000 on cars.\nMr Dole was flown to the regatta.",
      new: "The office spent $38,000 on cars.\nMr Dole was not flown to the regatta.",
      links: [false, true]),
  ]

  @Test(arguments: sorts) func `is of a person, a place or a kind of value`(link: LinkCase) {
    link.check()
  }

  @Test func `may stand unchanged before what an earlier version said`() {
    let notice = "! Correction, 2 April: The pier was built in 1921. An earlier version said 1911."
    let diff = StoryDiff(
      from: story("The pier, built in 1911, is shut.", notice),
      to: story("The pier, built in 1921, is shut.", notice))
    #expect(diff.claims.map { $0.acknowledgedBy != nil } == [true])
  }

  static let owned = [
    LinkCase(
      notice: "Correction: An earlier version of this story gave the wrong name for the pianist.",
      old: "The owner, Ann Bay, cut the ribbon.\nThe pianist was Ned Poe.",
      new: "The owner, Lou Orr, cut the ribbon.\nThe pianist was Sal Fry.", links: [false, true]),
    LinkCase(
      notice: "Correction: An earlier version of this story misstated the profit.",
      old: "The firm made a profit of £2m on sales of £8m.",
      new: "The firm made a profit of £3m on sales of £9m.", links: [true, false]),
    LinkCase(
      notice: "Correction: An earlier version of this story misstated the firm's sales.",
      old: "The firm made £2m on sales of £8m.", new: "The firm made £3m on sales of £9m.",
      links: [false, true]),
    LinkCase(
      notice: "Correction: An earlier version of this story misstated the cost of the bells.",
      old: "The pier cost £2m to mend.\nTickets cost £4.",
      new: "The pier cost £3m to mend.\nTickets cost £5.", links: [false, false]),
    LinkCase(
      notice:
        "Correction: An earlier version of this story misstated who said when the pier opens.",
      old: "The mayor, Ann Bay, said it would open on Friday.",
      new: "The mayor, Lou Orr, said it would open on Saturday.", links: [true, false]),
    LinkCase(
      notice:
        "Correction: An earlier version of this story gave the wrong age for the mayor and the "
        + "wrong price of a bell.",
      old: "Mayor Lou Orr, 61, opened the £2m baths.\nA swim is £4.",
      new: "Mayor Lou Orr, 62, opened the £3m baths.\nA swim is £5.", links: [true, false, false]),
    LinkCase(
      notice: "Update: the price has been revised after the firm announced a new one.",
      old: "A ticket will cost $4.\nThe firm has 300 buses.",
      new: "A ticket will cost $5.\nThe firm has 310 buses.", links: [true, false]),
    LinkCase(
      notice:
        "Correction: An earlier version of this story had the wrong pitching line for Lou Orr.",
      old: "Lou Orr allowed two runs on five hits.\nAttendance was 31,000.",
      new: "Lou Orr allowed three runs on six hits.\nAttendance was 32,000.",
      links: [true, true, false]),
    LinkCase(
      notice: "Correction: An earlier version of this story misquoted Ann Bay.",
      old: "Its guard is Ann Bay.\n\"It always rains in Ely,\" she said.",
      new: "Its guard is Ann Bay.\n\"It often rains in Ely,\" she said.", links: [true]),
    LinkCase(
      notice: "Correction: An earlier version of this story misquoted Lou Orr.",
      old: "Lou Orr runs the pier.\nIts guard is Ann Bay.\n\"It always rains in Ely,\" she said.",
      new: "Lou Orr runs the pier.\nIts guard is Ann Bay.\n\"It often rains in Ely,\" she said.",
      links: [false]),
    LinkCase(
      notice: "Correction: An earlier version of this story misstated Mr Moss's age.",
      old: "A man who swept the pier has retired at the age of 81.\nCyril Moss swept it on Monday.",
      new:
        "A man who swept the pier has retired at the age of 82.\nCyril Moss swept it on Tuesday.",
      links: [true, false]),
  ]

  @Test(arguments: owned) func `is told by what it is of`(link: LinkCase) { link.check() }

  @Test func `may be news that stood there already`() {
    let notice = "! Updated to include the number of hurt, which rose to 14 this evening."
    let diff = StoryDiff(
      from: story("Eleven people were hurt.", "The tunnel is shut.", notice),
      to: story("Fourteen people were hurt.", "The tunnel is shut.", notice))
    #expect(diff.claims.map { $0.acknowledgedBy != nil } == [true])
  }
}
