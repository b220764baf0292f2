import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `What else a notice acknowledges` {
  static let elsewhere = [
    LinkCase(
      notice:
        "An earlier version wrongly said that the mill was run by Ormewell Power. It is run by "
        + "Ormeside Power, and we apologise to Ormewell Power.",
      old: "# Mill shut\nThe mill is run by Ormewell Power.\nOrmewell engineers came at dawn.",
      new: "# Mill shut\nThe mill is run by Ormeside Power.\nOrmeside engineers came at dawn.",
      links: [true, true]),
    LinkCase(
      notice: "RETRACTION: Yesterday we reported that Ms Oake had been arrested. That was false.",
      old: "# Keeper of lock arrested\nThe lock keeper, Ada Oake, has been arrested, police said.",
      new:
        "# Keeper of lock not arrested\nThe lock keeper, Ada Oake, has not been arrested, police "
        + "said.",
      links: [true, true]),
    LinkCase(
      notice:
        "Clarification: This report was amended to make clear that closure of the lock is one "
        + "of two options. No decision has been made.",
      old: "# Board to close sea lock\nThe sea lock will close in May, the board says.",
      new: "# Board may close sea lock\nThe sea lock could close in May, the board says.",
      links: [true, true]),
  ]

  @Test(arguments: elsewhere) func `speaks of the same change in the headline and below it`(
    link: LinkCase
  ) { link.check() }

  static let kinds = [
    LinkCase(
      notice: "Précision : l’âge de la gardienne, erroné dans une version antérieure, a été "
        + "rectifié.",
      old: "Une gardienne âgée de 47 ans a été élue. Elle veille sur 12 écluses.",
      new: "Une gardienne âgée de 57 ans a été élue. Elle veille sur 14 écluses.",
      links: [true, false], language: "fr"),
    LinkCase(
      notice: "Korrektur: In einer früheren Fassung war für die Eröffnung ein falscher Wochentag "
        + "angegeben.",
      old: "Die Schleuse öffnet am Montag. Sie hat 230 Meter Länge.",
      new: "Die Schleuse öffnet am Dienstag. Sie hat 240 Meter Länge.", links: [true, false],
      language: "de"),
    LinkCase(
      notice: "Correction: An earlier version gave the wrong weekday for the regatta.",
      old: "The regatta is on Monday. Some 230 boats are expected.",
      new: "The regatta is on Tuesday. Some 240 boats are expected.", links: [true, false]),
    LinkCase(
      notice: "Correction: An earlier version of this story misreported the saving.",
      old: "The plan will save £2m. It cost £3m.", new: "The plan will save £4m. It cost £5m.",
      links: [true, false]),
    LinkCase(
      notice: "Correction: The timing of the sale was wrong in an earlier version.",
      old: "The lock will be on sale in May. It cost £3m.",
      new: "The lock will be on sale in June. It cost £5m.", links: [true, false]),
    LinkCase(
      notice: "We originally said that Jo was 24.",
      old: "Jo Oake, 24, won the regatta in 50 minutes.",
      new: "Jo Oake, 23, won the regatta in 51 minutes.", links: [true, false]),
  ]

  @Test(arguments: kinds) func `is told by words that are joined, and by plurals`(link: LinkCase) {
    link.check()
  }
}
