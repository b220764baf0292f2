import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `What a notice states, counts or leaves open` {
  static let stated = [
    // A report that is taken back was too sure, or was denied.
    LinkCase(
      notice: "Retraction: We retract our report that Mr Orme has been cleared. A ruling is due.",
      old: "Lou Orme has been cleared of theft by the panel.\nHe sails on Monday.",
      new: "Lou Orme is expected to be cleared of theft by the panel.\nHe sails on Tuesday.",
      links: [true, false]),
    LinkCase(
      notice: "Retraction: We retract our report that the pier is for sale.",
      old: "Lou Orme has been cleared of theft by the panel.",
      new: "Lou Orme is expected to be cleared of theft by the panel.", links: [false]),
    LinkCase(
      notice:
        "Clarification: This text has been changed to make plain that crews cannot claim the bonus.",
      old: "Crews at the yard will be able to claim the bonus at once.\nIt is paid in May.",
      new: "Crews at the yard will not be able to claim the bonus at once.\nIt is paid in June.",
      links: [true, false]),
    LinkCase(
      notice:
        "Clarification: This text has been changed to make plain that guests cannot moor here.",
      old: "Crews at the yard will be able to claim the bonus at once.",
      new: "Crews at the yard will not be able to claim the bonus at once.", links: [false]),
    // Kinds that stand in what is taken back are of no other change.
    LinkCase(
      notice:
        "Retraction: The Echo withdraws the claim that the hotel bill of Lou Orme was paid by a "
        + "builder.", old: "Lou Orme ran up a hotel bill in Nice in May.",
      new: "Lou Orme ran up a hotel bill in Cannes in May.", links: [false]),
    // How sure a thing is, in a notice of any kind.
    LinkCase(
      notice: "This article was amended to reflect that no decision on the yard has been taken.",
      old: "The yard will close in May, the owner said.",
      new: "The yard may close in May, the owner said.", links: [true]),
    LinkCase(
      notice:
        "Editor's note: An earlier version stated as fact that the pilot had been a guest. It is "
        + "only a possibility.",
      old: "The thief was a guest of the pilot, police said.",
      new: "The thief may have been a guest of the pilot, police said.", links: [true]),
    LinkCase(
      notice:
        "Correction: The owner of the kennels was misnamed. No decision has been taken on dogs.",
      old: "The yard will close in May, the owner said.",
      new: "The yard may close in May, the owner said.", links: [false]),
  ]

  @Test(arguments: stated) func `is denied or less sure where it says so`(link: LinkCase) {
    link.check()
  }

  static let named = [
    LinkCase(
      notice: "(Corrects currency in first paragraph to U.S. dollars from Canadian dollars)",
      old: "The sale raised C$310 million.\nIt took nine weeks.",
      new: "The sale raised US$310 million.\nIt took ten weeks.", links: [true, false]),
    LinkCase(
      notice: "(Corrects currency in first paragraph to euros from Australian dollars)",
      old: "The sale raised C$310 million.", new: "The sale raised US$310 million.",
      links: [false]),
    LinkCase(
      notice: "This article was amended to clarify the direction in which the van was travelling.",
      old: "The van was travelling towards Ashgate at noon.",
      new: "The van was travelling towards Elm Cross at noon.", links: [true]),
    // Words that the story has not, of the only value of the kind.
    LinkCase(
      notice:
        "Correction: This story was changed to correct the day of the burglary and the spelling "
        + "of Sgt. Ada Orr's last name.",
      old: "A man forced a door at the mill early on Friday.\nHe took £900.",
      new: "A man forced a door at the mill early on Saturday.\nHe took £1,900.",
      links: [true, false]),
    LinkCase(
      notice: "Correction: we misread a chart. The dam is 37% full.", old: "The dam is 31% full.",
      new: "The dam is 37% full.", links: [true]),
    LinkCase(
      notice: "Correction: a chart with this story misstated the level of the dam.",
      old: "The dam is 31% full.", new: "The dam is 37% full.", links: [false]),
    // An age that the headline and the body give, and a number of another sentence.
    LinkCase(
      notice:
        "Correction: This obituary misstated Ms. Orr's age and the number of her boats. She was 89, "
        + "not 88, and had six boats, not five.",
      old:
        "# Ada Orr, 88, Painter, Is Dead\nAda Orr died on May 3. She was 88.\nShe had five boats.",
      new:
        "# Ada Orr, 89, Painter, Is Dead\nAda Orr died on May 2. She was 89.\nShe had six boats.",
      links: [true, false, true, true]),
    // Another mistake than the one of the sentence before.
    LinkCase(
      notice:
        "An earlier version attributed the remark to the architect. It was the mayor who said it. "
        + "The cost has also been corrected.",
      old: "The roof cost £7m, the architect said.", new: "The roof cost £9m, the mayor said.",
      links: [true, true]),
    // What the headline said is of the headline.
    LinkCase(
      notice: "Correction: The headline has been changed. It first said that rents would double.",
      old: "Rents on the plots will rise to £84 a year.",
      new: "Rents on the plots will rise to £72 a year.", links: [false]),
  ]

  @Test(arguments: named) func `is told by its kind alone`(link: LinkCase) { link.check() }

  @Test(arguments: [("Two", [true, true, false]), ("Three", [false, false, false])])
  func `counts the figures of its paragraph`(count: String, links: [Bool]) {
    let diff = StoryDiff(
      from: story("An isle of 60 acres is for sale at £2m.", "It was bought for £900."),
      to: story(
        "An isle of 16 acres is for sale at £3m. (\(count) figures in this paragraph have been "
          + "corrected.)", "It was bought for £800."))
    #expect(diff.claims.map { $0.acknowledgedBy != nil } == links)
  }

  @Test func `names a currency by its letters or its words`() {
    let diff = StoryDiff(
      from: story("The sale raised C$5 million."),
      to: story("The sale raised 5 million Canadian dollars."))
    #expect(diff.claims.isEmpty)
  }

  @Test(arguments: [
    ("It was Lou Coyne. Mr. Coyle was not at the regatta.", true),
    ("It was Lou Coyne. Coyle, a coach at another club, had no part in it.", true),
    ("It was Lou Coyne, not Coyle.", false),
    ("It was Lou Coyne. Mr. Coyne has not replied.", false),
    ("His name was misspelt. Mr. Coyne was not at fault.", false),
  ])
  func `tells of somebody whose name stood there that he is another`(told: String, isOther: Bool) {
    let before = story("Three rowers were banned.", "One, Lou Coyle, denies throwing an oar.")
    let after = story(
      "Three rowers were banned.", "One, Lou Coyne, denies throwing an oar.",
      "Editors' note: We wrote that one of the three was Lou Coyle. " + told)
    let diff = StoryDiff(from: before, to: after)
    #expect(diff.claims.map(\.type) == (isOther ? [.entity] : []))
    #expect(diff.corrections.map(\.kind) == [isOther ? .factual : .name])
    #expect(StoryDiff(from: after, to: before).claims.count == diff.claims.count)
  }
}
