import StoryModel
import Testing

@testable import StoryDiff

/// A sentence in two versions, the notice added to the second, and what it acknowledges.
struct LinkCase: Sendable, CustomTestStringConvertible {
  let notice: String
  let old: String, new: String
  /// For each claim, in order, whether the notice acknowledges it.
  let links: [Bool]
  var language = "en"

  var testDescription: String { "\(notice) | \(old) ⇒ \(new)" }

  func check(_ location: SourceLocation = #_sourceLocation) {
    func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
    let diff = StoryDiff(
      from: story(lines: lines(old), language: language),
      to: story(lines: lines(new) + ["! " + notice], language: language))
    #expect(
      diff.claims.map { $0.acknowledgedBy != nil } == links, "\(diff.compactFacts)",
      sourceLocation: location)
  }
}

@Suite struct `What a notice acknowledges` {
  @Test func `of two changes to one value, it speaks of the one whose sentence it repeats`() {
    LinkCase(
      notice: "Correction: An earlier version gave the wrong opening day for the harbour store. "
        + "The store opens to shoppers on Tuesday, not Monday.",
      old: "Mr Orr was arrested on Monday. The harbour store opens to shoppers on Monday.",
      new: "Mr Orr was arrested on Tuesday. The harbour store opens to shoppers on Tuesday.",
      links: [false, true]
    ).check()
  }

  static let inWords = [
    LinkCase(
      notice: "Correction: An earlier version of this story gave the wrong age for Mr Hale.",
      old: "Jonas Hale, 45, was rescued with 12 others.",
      new: "Jonas Hale, 54, was rescued with 13 others.", links: [true, false]),
    LinkCase(
      notice: "UPDATE: This story was updated Friday at 9:40 p.m. with a higher number of homes.",
      old: "The fire burned 30 homes and drove 500 people from the valley on Monday.",
      new: "The fire burned 44 homes and drove 600 people from the valley on Tuesday.",
      links: [true, false, false]),
    LinkCase(
      notice: "This article was updated at 6.20pm to include the latest death toll.",
      old: "The gale killed 17 people.", new: "The gale killed 22 people.", links: [true]),
    LinkCase(
      notice: "Correction: This story misstated Ada Lorn's title.",
      old: "Ada Lorn, the deputy mayor, opened the lock.",
      new: "Ada Lorn, the mayor, opened the lock.", links: [true]),
    LinkCase(
      notice: "Correction: An earlier version of this story misstated the score of the final.",
      old: "The Otters beat the Rovers 3-1 in the final.",
      new: "The Otters beat the Rovers 4-1 in the final.", links: [true]),
    LinkCase(
      notice: "(Corrects name of the bank in paragraph 2)",
      old: "The loan came from Alder Bank in May.", new: "The loan came from Birch Bank in May.",
      links: [true]),
    LinkCase(
      notice: "Clarification: This story has been updated to make clear that one person was hurt.",
      old: "The plane came down on the beach, injuring nobody.",
      new: "The plane came down on the beach, injuring one person.", links: [true]),
    LinkCase(
      notice: "Nous avons corrigé une erreur sur la hauteur du phare.",
      old: "Le phare mesure 45 mètres de haut.", new: "Le phare mesure 54 mètres de haut.",
      links: [true], language: "fr"),
    LinkCase(
      notice: "Erratum : nous écrivions à tort que le quai ne fermerait pas.",
      old: "Le quai ne fermera pas en mai.", new: "Le quai fermera en mai.", links: [true],
      language: "fr"),
    LinkCase(
      notice: "Korrektur: In einer früheren Version hieß es, das Bad schließe nicht.",
      old: "Das Bad schließt nicht.", new: "Das Bad schließt.", links: [true], language: "de"),
    LinkCase(
      notice: "Fe de errores: una versión anterior indicaba una edad equivocada de Marta Ríos.",
      old: "Marta Ríos, de 45 años, fue rescatada en el mar.",
      new: "Marta Ríos, de 54 años, fue rescatada en el mar.", links: [true], language: "es"),
  ]

  @Test(arguments: inWords)
  func `a notice that names what was wrong acknowledges it, and nothing else`(link: LinkCase) {
    link.check()
  }

  static let others = [
    // Its own date is no value.
    LinkCase(
      notice: "Correction (Monday, 1.15pm): The parish paid for the lanterns.",
      old: "The fair began on Monday.", new: "The fair began on Tuesday.", links: [false]),
    LinkCase(
      notice: "This article was amended on 3 March 2025 to correct the name of the band.",
      old: "The fair began on 3 March.", new: "The fair began on 4 March.", links: [false]),
    LinkCase(
      notice: "This article was corrected to say that the fair began on 4 March.",
      old: "The fair began on 3 March.", new: "The fair began on 4 March.", links: [true]),
    // A notice that gives a value speaks of that one.
    LinkCase(
      notice: "Correction: The weight of the marrow was given incorrectly; it is 131lb.",
      old: "The marrow weighed 113lb and was two ounces heavier than the next.",
      new: "The marrow weighed 131lb and was three ounces heavier than the next.",
      links: [true, false]),
    // One that names somebody speaks of them.
    LinkCase(
      notice: "Correction: An earlier version of this story misstated the age of Erik Strom.",
      old: "Jonas Hale, 45, was rescued.", new: "Jonas Hale, 54, was rescued.", links: [false]),
    // The year of something else.
    LinkCase(
      notice: "Correction: An earlier version misstated the year in which the mine closed.",
      old: "She died on Monday.", new: "She died on Sunday.", links: [false]),
  ]

  @Test(arguments: others)
  func `a notice does not acknowledge what it does not speak of`(link: LinkCase) { link.check() }

  @Test func `a noun exchanged for another is a claim where a notice names both`() {
    let old = "She gave up the violin to build boats.",
      new = "She gave up the viola to build boats."
    let notice = "! Correction: The instrument was the viola, not the violin."
    let diff = StoryDiff(from: story(old), to: story(new, notice))
    #expect(
      diff.compactFacts == [
        "entity violin → viola revised by n1", "factual violin → viola by n1",
        "notice n1 correction added",
      ])
    #expect(StoryDiff(from: story(old), to: story(new)).claims.isEmpty)
  }

  @Test func `an edited notice acknowledges by what is new in it`() {
    let before = "! Correction: An earlier version of this story misstated the share of the parish."
    let diff = StoryDiff(
      from: story("The parish paid 18% and the band came in May.", before),
      to: story(
        "The parish paid 17% and the band came in March.",
        before + " It was further corrected to say that the band came in March."))
    #expect(diff.claims.map { $0.acknowledgedBy != nil } == [false, true])
  }

  @Test func `the date that a page prints before its text is no claim`() {
    let diff = StoryDiff(
      from: story("The pier.", "Updated September 1, 2020 “There are 12 boats,” said Ada Lorn."),
      to: story("The pier.", "Updated August 24, 2020 “There are 12 boats,” said Ada Lorn."))
    #expect(diff.claims.isEmpty)
  }

  @Test func `the wrong age is one that was given`() {
    LinkCase(
      notice: "A previous version of this article gave the wrong age.",
      old: "A 34-year-old man sold the boat. His sister, Ada, cried.",
      new: "A 43-year-old man sold the boat. His sister, Ada, 29, cried.", links: [true, false]
    ).check()
  }

  @Test func `the wrong candidate is the one who is named everywhere`() {
    let diff = StoryDiff(
      from: story(
        "# Marsh wins the harbour vote", "Helen Marsh has been elected by the crews of the bay.",
        "The board will meet on Monday."),
      to: story(
        "# Iqbal wins the harbour vote", "Rosa Iqbal has been elected by the crews of the bay.",
        "The board will meet on Monday.",
        "! An earlier version of this story named the wrong candidate as the winner."))
    #expect(
      diff.claims.map { $0.acknowledgedBy != nil } == [true, true], "\(diff.compactFacts)")
  }
}
