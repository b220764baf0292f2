import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `A notice that names neither a value nor its kind` {
  static let words = [
    LinkCase(
      notice: "This article has been amended to correct the size of the spring rebate.",
      old: "The board paid a spring rebate of $4.50. Its deficit was $61.3m.",
      new: "The board paid a spring rebate of $4.60. Its deficit was $63.1m.", links: [true, false]),
    LinkCase(
      notice: "A previous version of this story misstated the outcome of Monday's ballot.",
      old: "Members balloted 7-2 Monday for a strike. Some 300 of them work nights.",
      new: "Members balloted 6-3 Monday for a strike. Some 320 of them work nights.",
      links: [true, false]),
    LinkCase(
      notice: "Editor's note: The part of this story on anglers' permits has been corrected.",
      old: "Anglers will get 62 permits in June. The lake holds 40 kinds of fish.",
      new: "Anglers will get 26 permits in June. The lake holds 41 kinds of fish.",
      links: [true, false]),
    // Another sentence has more of its words.
    LinkCase(
      notice: "This article has been amended to correct details of the spring rebate scheme.",
      old: "The board paid a rebate of $4.50. The spring rebate scheme is old.",
      new: "The board paid a rebate of $4.60. The spring rebate scheme is old.", links: [false]),
    // As many words stand beside either change.
    LinkCase(
      notice: "This article has been amended to correct details of the rebate.",
      old: "The rebate was $4.50. The rebate went to 300 anglers.",
      new: "The rebate was $4.60. The rebate went to 320 anglers.", links: [false, false]),
    // A kind that did not change.
    LinkCase(
      notice: "Correction: An earlier version gave the wrong day for the spring regatta.",
      old: "The spring regatta cost $450.", new: "The spring regatta cost $460.", links: [false]),
    // What it states is not what changed.
    LinkCase(
      notice: "Correction: An earlier version said in error that anglers on the lake pay.",
      old: "Anglers pulled 62 perch from the lake.", new: "Anglers pulled 26 perch from the lake.",
      links: [false]),
  ]

  @Test(arguments: words) func `may speak of a sentence by its words`(link: LinkCase) {
    link.check()
  }

  static let things = [
    LinkCase(
      notice: "Edit: had the wrong brewery in paragraph two, now fixed. Thanks, Jo.",
      old: "The best porter came from Stone Quay. It was 4% strong.",
      new: "The best porter came from Lornbeck. It was 5% strong.", links: [true, false]),
    LinkCase(
      notice: "Correction: The scorer of Ashby's second goal was wrongly identified.",
      old: "# Ashby win\nThey were two up when Oake turned in a low cross.\nA crowd of 310 came.",
      new: "# Ashby win\nThey were two up when Lorn turned in a low cross.\nA crowd of 320 came.",
      links: [true, false]),
    LinkCase(
      notice: "Correction: The scorer of Kelso's second goal was wrongly identified.",
      old: "# Ashby win\nThey were two up when Oake turned in a low cross.",
      new: "# Ashby win\nThey were two up when Lorn turned in a low cross.", links: [false]),
    // Two names changed.
    LinkCase(
      notice: "Correction: An earlier version named the wrong brewery.",
      old: "The porter came from Stone Quay. We drank it in Ashby.",
      new: "The porter came from Lornbeck. We drank it in Kelso.", links: [false, false]),
    // Nothing that the story tells of.
    LinkCase(
      notice: "Correction: An earlier version carried the wrong photograph.",
      old: "The porter came from Stone Quay.", new: "The porter came from Lornbeck.",
      links: [false]),
  ]

  @Test(arguments: things) func `may call a thing wrong`(link: LinkCase) { link.check() }

  static let rows = [
    LinkCase(
      notice:
        "Clarification: The shares in the list are those of the board. An earlier version used "
        + "figures from a poll for the Green List and the Free Farmers.",
      old: "Anglers cast 94 per cent of all ballots.\n- Green List 31.2 per cent\n"
        + "- Free Farmers 22.1 per cent\n- Old Guard 20.3 per cent",
      new: "Anglers cast 98 per cent of all ballots.\n- Green List 30.9 per cent\n"
        + "- Free Farmers 22.4 per cent\n- Old Guard 20.5 per cent",
      links: [false, true, true, false])
  ]

  @Test(arguments: rows) func `may name rows of a list`(link: LinkCase) { link.check() }

  static let given = [
    // `per share`: no percentage.
    LinkCase(
      notice: "(Corrects loss per share in second paragraph to 0.41 crowns from 0.14)",
      old: "The loss came to 0.14 crowns a share. Sales rose 6%.",
      new: "The loss came to 0.41 crowns a share. Sales rose 6.5%.", links: [true, false]),
    LinkCase(
      notice:
        "Update: The rise in this story was changed from 2.8% to 3.1% after the board reissued "
        + "its figures.",
      old: "Rents at the quay rose 2.8%. A berth costs $515.",
      new: "Rents at the quay rose 3.1%. A berth costs $525.", links: [true, false]),
  ]

  @Test(arguments: given) func `means the figures that it gives`(link: LinkCase) { link.check() }
}
