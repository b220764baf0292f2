import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `A notice that names a kind by the way` {
  static let counted = [
    LinkCase(
      notice: "Correction: The pass covers 42 nights, not 28.",
      old: "The pass covers 28 nights a year.\nThe council voted on Wednesday evening.",
      new: "The pass covers 42 nights a year.\nThe council voted on Thursday evening.",
      links: [true, false]),
    LinkCase(
      notice: "Correction: Guests may stay 14 days and not 10.",
      old: "Guests may stay 10 days a season.\nThe inn shut on Monday.",
      new: "Guests may stay 14 days a season.\nThe inn shut on Tuesday.", links: [true, false]),
    LinkCase(
      notice: "Correction: The pass covers 42 nights and the council voted on another night.",
      old: "The pass covers 28 nights a year.\nThe council voted on Wednesday evening.",
      new: "The pass covers 42 nights a year.\nThe council voted on Thursday evening.",
      links: [true, true]),
  ]

  @Test(arguments: counted) func `tells no day by what a figure counts`(link: LinkCase) {
    link.check()
  }

  private static func walk(_ notice: String, _ time: Bool, _ place: Bool) -> LinkCase {
    LinkCase(
      notice: "Correction: " + notice,
      old: "The walk set out at 9am from Mill Lane with a band.",
      new: "The walk set out at 10am from Park Road with a band.", links: [time, place])
  }

  static let places = [
    walk("We gave the wrong street for the start of the walk.", false, true),
    walk("We misnamed the village at the start of the walk.", false, true),
    walk("We misstated the street where the walk started.", false, true),
    walk("The start of the walk was wrong.", true, false),
    walk("We gave the wrong time for the start of the walk.", true, false),
    walk("We gave the wrong street and start time for the walk.", true, true),
  ]

  @Test(arguments: places) func `tells no time by what a place was of`(link: LinkCase) {
    link.check()
  }

  static let ordinals = [
    LinkCase(
      notice: "Correction: The occupation of her third cousin was wrong.",
      old: "She leaves three sons.", new: "She leaves two sons.", links: [false]),
    LinkCase(
      notice: "Correction: An earlier version misstated the year of Orr's second opera.",
      old: "Orr wrote three songs.", new: "Orr wrote two songs.", links: [false]),
    LinkCase(
      notice: "Correction: An earlier version left out a third rider who was hurt.",
      old: "Two riders were hurt.", new: "Three riders were hurt.", links: [true]),
  ]

  @Test(arguments: ordinals) func `counts nothing by whose second something was`(link: LinkCase) {
    link.check()
  }

  static let aims = [
    LinkCase(
      notice: "This report was amended to make clear that Lorn Water sells no pumps, and to give "
        + "the source of what is said about the leak.",
      old: "The leak came from a valve.\nLorn Water has 40 vans.",
      new:
        "The leak came from a valve, according to the head of the plant.\nLorn Water has 40 vans.",
      links: [true]),
    LinkCase(
      notice: "This story was changed to say that Ada Orr may leave, and to add the source of the "
        + "figures on the fair.",
      old: "The fair lost £4m.\nAda Orr runs it.",
      new: "The fair lost £4m, its auditor said.\nAda Orr runs it.", links: [true]),
  ]

  @Test(arguments: aims) func `asks for no name of an earlier aim`(link: LinkCase) {
    link.check()
  }

  private static func owner(_ notice: String, _ links: [Bool]) -> LinkCase {
    LinkCase(
      notice: "Correction: " + notice,
      old: "The mill was sold to Lou Orr for £4m.\nThe dealer Jan Ekland, 40, kept the boats.",
      new: "The mill was sold to Tom Bay for £6m.\nThe dealer Jan Eklund, 40, kept the boats.",
      links: links)
  }

  static let lists = [
    owner("We said Lou Orr bought it, and misspelt Jan Eklund's name.", [true, false]),
    owner("We misspelt Jan Eklund's surname and gave Lou Orr as the buyer.", [true, false]),
    owner("We had the mill going for £4m and misspelt Jan Eklund's name.", [false, true]),
    owner("We misspelt the name of Jan Eklund, of Orr and Bay.", [false, false]),
  ]

  @Test(arguments: lists) func `tells of a mistake and of a spelling`(link: LinkCase) {
    link.check()
  }

  static let scores = [
    LinkCase(
      notice: "Corrected: final score.",
      old: "Lorn beat Orme 41-38 in a cold gym.\nAda Orr hit four shots in the final minute.",
      new: "Lorn beat Orme 43-38 in a cold gym.\nAda Orr hit four shots in the final minute.",
      links: [true]),
    LinkCase(
      notice: "Corrected: final score.",
      old: "Lorn beat Orme 41-38 in a cold gym.\nHull won the final 50-48.",
      new: "Lorn beat Orme 43-38 in a cold gym.\nHull won the final 50-48.", links: [false]),
  ]

  @Test(arguments: scores) func `takes no count for a score`(link: LinkCase) { link.check() }
}
