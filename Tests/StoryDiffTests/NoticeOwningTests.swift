import StoryModel
import Testing

@testable import StoryDiff

/// Notices that name no text of the newsroom's, or name it in passing.
@Suite struct `What owns up in other words` {
  typealias Case = `Notices in words of their own`.Case

  static let owned = [
    Case(.correction, "Jo Oake is deputy mate, not mate as originally stated."),
    Case(
      .correction,
      "The quay is run by the port rather than the county, as stated in an earlier version."),
    Case(.correction, "The figures came from the port, not the county, as we first reported."),
    Case(
      .correction,
      "An earlier version compared the toll with 2019; it should have been compared with 2020."),
    Case(.correction, "The value of the prize has been corrected. We apologise for the error."),
    Case(.correction, "The amount has been corrected to £140. The error is regretted."),
    Case(.correction, "The lock was built by Orme, not Lorn. The error has been corrected."),
    Case(
      .correction, "We originally had the inn closing on Sunday. It actually shuts on Saturday."),
    Case(
      .correction, "An eagle-eyed reader points out that the pie is $8, not $6. Fixed!"),
    Case(.correction, "*Edited to correct the name of the board's chair."),
    Case(
      .correction,
      "This story was updated April 3 at 2:15 p.m. to reflect the correct place of the meeting."),
    Case(.correction, "We spelled the boat's name as Elin in the original version of this piece."),
    Case(.correction, "This review originally credited Jo Oake with the set. It is by Pat Orr."),
    Case(.correction, "It was dug in 1968 and not 1958, as was stated in an earlier version."),
    Case(.correction, "(The lock was dug in 1968, as this article now says.)"),
    Case(
      .correction, "(The story has been updated to rectify the name of the lock.)"),
    Case(
      .correction,
      "An earlier version of this article included an old map. The map has been replaced."),
    Case(
      .correction,
      "Five locks were sold, and the first is from 1830. Our story of Monday said otherwise."),
    Case(.correction, "Name and age of the landlord corrected, 7.40pm."),
    Case(.correction, "Oake's figure corrected at 5.15pm."),
    Case(.correction, "We originally misreported how many seats the party won."),
    Case(.correction, "We first had 3,000 letters a day. The figure is 8,000."),
    Case(.correction, "We apologise to Jo Oake, whose name we misspelt."),
    Case(
      .correction,
      "We apologise to Jo Oake, whose address was wrongly given as Elm Lane, and to the mate."),
    Case(.correction, "In an earlier version the mate's share was two points too low."),
    Case(.correction, "The copy was edited on July 3 to correct the number of days."),
    // Others do so of their own.
    Case(nil, "The bank corrected the sum, and its clerk was sorry."),
    Case(nil, "We had too many tomatoes that summer, so we gave them to the school."),
    Case(nil, "I should have said no, but I was seventeen and the boat was leaving."),
    Case(nil, "The value of the prize has been corrected for inflation, and it is £4 million."),
    Case(nil, "Our hopes were high. The report of Monday said otherwise, as reports do."),
    Case(nil, "Name and fame came later, when the harbour was corrected by the sea."),
    Case(nil, "We misread the river, and the boat was on the rocks by noon."),
  ]

  @Test(arguments: owned) func `is a notice`(of: Case) {
    let before = ["The board met on the quay.", "It rained."]
    let diff = StoryDiff(from: story(lines: before), to: story(lines: before + [of.text]))
    #expect(diff.notices.map(\.kind) == [of.kind].compactMap { $0 }, "\(diff.compactFacts)")
  }

  static let elsewhere = [
    (
      "de", NoticeChange.Kind.correction,
      "Die Brücke führt über die Werra und nicht, wie zunächst berichtet, über die Weser."
    ),
    ("de", .correction, "Wir haben den Namen der Bürgermeisterin korrigiert."),
    (
      "fr", .correction,
      "Mme Vidal travaille à Lorn et non à Ely, comme indiqué par erreur."
    ),
    ("fr", .correction, "Nous avions écrit par erreur que le pont est fermé."),
    ("es", .correction, "Lo anunció el puerto y no el ayuntamiento, como se publicó por error."),
    ("es", .correction, "Se ha corregido el año de la inauguración."),
    ("fr", .correction, "Le prénom du directeur a été corrigé."),
    ("es", nil, "Se ha corregido el rumbo del barco."),
    ("de", nil, "Wie zunächst berichtet, führt die Brücke über die Weser."),
  ]

  @Test(arguments: elsewhere) func `is one in other languages`(
    language: String, kind: NoticeChange.Kind?, text: String
  ) {
    let old = story(lines: ["1.", "2."], language: language)
    let new = story(lines: ["1.", "2.", text], language: language)
    #expect(StoryDiff(from: old, to: new).notices.map(\.kind) == [kind].compactMap { $0 })
  }

  /// Each stands below a story in which Lorn became Ashby.
  static let shownByChanges = [
    ("The board is to meet in Ashby, rather than Lorn. We regret the error.", true),
    ("The board meets in Ashby. It was wrongly said to meet in Lorn.", true),
    ("The place of the meeting has been corrected from Lorn to Ashby.", true),
    ("Earlier, we wrote that the board meets in Lorn. It is Ashby.", true),
    ("We said that the board meets in Lorn. In fact it meets in Ashby.", true),
    ("It meets in Ashby. It was called a meeting in Lorn in our first version.", true),
    (
      "Readers say that the board has no hall in Lorn. The place has been corrected to Ashby.", true
    ),
    ("The board counts more boats in Ashby than in Lorn.", false),
    ("It meets in Ashby, not Lorn, as the lift in Lorn is out of order.", false),
    ("Police said it was in Ashby, not Lorn, and that they regret the error.", false),
  ]

  @Test(arguments: shownByChanges) func `is shown by what changed`(text: String, isNotice: Bool) {
    let diff = StoryDiff(
      from: story("The board meets in Lorn on Monday.", "It has 12 members."),
      to: story("The board meets in Ashby on Monday.", "It has 12 members.", text))
    #expect(diff.notices.isEmpty != isNotice, "\(diff.compactFacts)")
    #expect(diff.claims.allSatisfy { ($0.acknowledgedBy != nil) == isNotice })
  }
}
