import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `Notices that tell where, or what was denied` {
  static let placed = [
    LinkCase(
      notice: "Clarification: As no day has been set, we have changed our first paragraph.",
      old: "The lock will shut in June.\nBoats wait for 3 hours.",
      new: "The lock may shut in June.\nBoats wait for 4 hours.", links: [true, false]),
    LinkCase(
      notice: "Clarification, 4 May: Paragraph 2 of this story has been amended, since the board "
        + "has yet to vote.",
      old: "Boats wait for 3 hours.\nThe lock will shut in June.",
      new: "Boats wait for 4 hours.\nThe lock may shut in June.", links: [false, true]),
    LinkCase(
      notice: "Précision, le 4 mai à 18 heures : rien n’étant encore établi, nous avons modifié "
        + "notre premier paragraphe.",
      old: "^ Le pont a été fermé hier.\nIl est vieux.\nLes bateaux attendent trois heures.",
      new: "^ Le pont aurait été fermé hier.\nIl est vieux.\nLes bateaux attendent quatre heures.",
      links: [true, false], language: "fr"),
    // Another paragraph, another kind of value, one of two changes.
    LinkCase(
      notice: "Clarification: We have changed our second paragraph.",
      old: "The lock will shut in June.\nBoats wait.",
      new: "The lock may shut in June.\nBoats wait.", links: [false]),
    LinkCase(
      notice: "Correction: We have corrected the age in the first paragraph.",
      old: "The lock will shut in June.\nBoats wait.",
      new: "The lock may shut in June.\nBoats wait.", links: [false]),
    LinkCase(
      notice: "Clarification: We have changed our first paragraph.",
      old: "The lock will shut in June.\nBoats wait.",
      new: "The lock may shut in July.\nBoats wait.", links: [false, false]),
  ]

  @Test(arguments: placed) func `name a paragraph`(link: LinkCase) { link.check() }

  @Test func `speak of the paragraph at whose end they stand`() {
    let diff = StoryDiff(
      from: story("The bridge is safe.", "Boats wait for 3 hours."),
      to: story(
        "The bridge is safe, according to the firm that built it. (This paragraph was amended to "
          + "make clear whose view that was.)", "Boats wait for 4 hours."))
    #expect(diff.claims.map { $0.acknowledgedBy != nil } == [true, false])
  }

  static let denied = [
    LinkCase(
      notice: "The original version of this story was wrong about after-hours parking.",
      old: "Visitors will be able to park on the quay at night. It sells two cakes a day.",
      new: "Visitors will not be able to park on the quay at night. It sells three cakes a day.",
      links: [true, false]),
    LinkCase(
      notice: "Correction: The original version of this story was wrong about the ferry.",
      old: "Visitors will be able to park on the quay at night.\nThe ferry is blue.",
      new: "Visitors will not be able to park on the quay at night.\nThe ferry is blue.",
      links: [false]),
  ]

  @Test(arguments: denied) func `name what is denied`(link: LinkCase) { link.check() }

  @Test func `give what is right after what was mended`() {
    func links(_ notice: String) -> [Bool] {
      let diff = StoryDiff(
        from: story("The fair drew a crowd of 8,400.", "! " + notice),
        to: story("The fair drew a crowd of 4,800.", "! " + notice))
      return diff.claims.map { $0.acknowledgedBy != nil }
    }
    #expect(
      links("This story was amended on Monday to correct the attendance, which was 4,800.")
        == [true])
    #expect(
      links("This story was amended to correct the attendance, which was given as 4,800.")
        == [false])
  }

  static let kinds = [
    LinkCase(
      notice: "Update, Sunday: The eel home has now counted it all, and the total is put in above.",
      old: "Oake has raised more than $20,000 for the eel home.",
      new: "Oake has raised $23,410 for the eel home.", links: [true]),
    LinkCase(
      notice: "Korrektur: Wir haben das Amt von Alois Fendt zunächst falsch angegeben.",
      old: "Geklagt hatte der frühere Bürgermeister Alois Fendt.",
      new: "Geklagt hatte der frühere Ortsvorsteher Alois Fendt.", links: [true], language: "de"),
  ]

  @Test(arguments: kinds) func `name a sum or a post`(link: LinkCase) { link.check() }
}
