import StoryModel
import Testing

@testable import StoryDiff

/// A notice may list what was wrong, and the story may have as many values of a kind beside what changed.
@Suite struct `What a notice tells one by one` {
  static let lists = [
    LinkCase(
      notice: "This story has been corrected: it misstated the number of winners and how much they "
        + "won.",
      old: "Six clerks in Lorn shared £4m.", new: "Eight clerks in Ashby shared £14m.",
      links: [true, false, true]),
    LinkCase(
      notice:
        "An earlier version of this article gave the wrong sum for the fine and the wrong date "
        + "for the blast.",
      old: "The quarry was fined £8,000 after a blast on 4 March threw stones 300 metres.",
      new: "The quarry was fined £18,000 after a blast on 14 March threw stones 500 metres.",
      links: [true, true, false]),
    // What says no more than a kind goes with what follows.
    LinkCase(
      notice: "Correction: We had the wrong day and the wrong time for the regatta.",
      old: "The regatta is on Friday at 6pm. The dinner is on Monday at 8pm.",
      new: "The regatta is on Saturday at 7pm. The dinner is on Tuesday at 9pm.",
      links: [true, true, false, false]),
  ]

  @Test(arguments: lists) func `is each thing that it lists`(link: LinkCase) { link.check() }

  static let others = [
    // The elder, where the younger is as she was.
    LinkCase(
      notice: "Correction: An earlier version gave the wrong age for the elder of the two sisters.",
      old: "Jo Oake, 34, and her sister Pat, 31, swam to the quay.",
      new: "Jo Oake, 37, and her sister Pat, 31, swam to the quay.", links: [true]),
    LinkCase(
      notice: "Correction: An earlier version gave the wrong age for the younger of the sisters.",
      old: "Jo Oake, 34, and her sister Pat, 31, swam to the quay.",
      new: "Jo Oake, 37, and her sister Pat, 31, swam to the quay.", links: [false]),
    // What is told of another value that was so and is so.
    LinkCase(
      notice: "Clarification: This story has been updated to note that the raffle made £900.",
      old: "Rowers raised £900 for the quay, and a raffle made £900.",
      new: "Rowers raised £990 for the quay, and a raffle made £900.", links: [false]),
    // Whom one belongs to.
    LinkCase(
      notice: "An earlier version of this story gave the wrong jail term for Jo Oake's brother.",
      old: "Jo Oake was jailed for six years and his brother Pat for four.",
      new: "Jo Oake was jailed for seven years and his brother Pat for three.",
      links: [false, true]),
    LinkCase(
      notice: "An earlier version of this story understated Oake's sentence.",
      old: "Jo Oake and Pat Orr got five and seven years in jail.",
      new: "Jo Oake and Pat Orr got six and eight years in jail.", links: [true, false]),
    LinkCase(
      notice: "A previous version of this story overstated the cut in residents' fares.",
      old: "Fares fall by 12% for residents and 5% for visitors.",
      new: "Fares fall by 10% for residents and 4% for visitors.", links: [true, false]),
    // Who does something, and to whom.
    LinkCase(
      notice: "An earlier version of this story misidentified the buyer.",
      old: "Orme Boats will buy Lorn Ropes for £40m.",
      new: "Orme Group will buy Lorn Lines for £40m.",
      links: [true, false]),
    // What a figure counts that counts nothing of its own.
    LinkCase(
      notice: "Correction: An earlier version misstated how many seats Labour won.",
      old: "Reform won 21 seats and Labour took 18.",
      new: "Reform won 23 seats and Labour took 16.",
      links: [false, true]),
    LinkCase(
      notice: "Correction: the number of votes in favour was 821, not 812.",
      old: "The plan passed by 812 votes to 140 in May.",
      new: "The plan passed by 821 votes to 140 in June.", links: [true, false]),
    // A birthplace is no age.
    LinkCase(
      notice: "An earlier version of this article misstated Canon Oake's birthplace.",
      old: "Canon Oake, 58, who was born in Lorn, will be bishop.",
      new: "Canon Oake, 57, who was born in Ashby, will be bishop.", links: [false, true]),
    LinkCase(
      notice: "Corrects location of the inn.", old: "The Oak is in Lorn. It seats 30.",
      new: "The Oak is in Ashby. It seats 34.", links: [true, false]),
    LinkCase(
      notice: "Update: The concert has been put back a day to tomorrow.",
      old: "The band will play on the quay this evening for 30 guests.",
      new: "The band will play on the quay tomorrow for 40 guests.", links: [true, false]),
    LinkCase(
      notice: "This article has been updated to make clear that no decision has been taken on the "
        + "closure.",
      old: "Library to close\nThe council will close the library in May.",
      new: "Library could close\nThe council may close the library in May.", links: [true, true]),
  ]

  @Test(arguments: others) func `is one of several, and not another`(link: LinkCase) {
    link.check()
  }

  struct Spelling: Sendable {
    let notice: String, old: String, new: String
    /// The names that the notice mends, in order.
    let names: [String]
  }

  static let spellings = [
    Spelling(
      notice:
        "Correction: An earlier version of this story misspelled the first name of the bride, "
        + "Katherine Oake.",
      old: "Kathryn Oake married Tomas Reyn on the quay.",
      new: "Katherine Oake married Tomas Rayne on the quay.", names: ["Katherine Oake"]),
    Spelling(
      notice: "Because of an error in editing, the prosecutor's name was misspelled in an earlier "
        + "version.",
      old: "The prosecutor, Mirko Dahl, said that the gloves belonged to Falk Roth.",
      new: "The prosecutor, Mirko Dahn, said that the gloves belonged to Falk Rothe.",
      names: ["Dahn"]),
    Spelling(
      notice: "This story has been corrected to show that the men's first names are Marlo and Don, "
        + "not Mario and Dan.",
      old: "The bodies of Mario Lopes and Dan Oake were found.",
      new: "The bodies of Marlo Lopes and Don Oake were found.",
      names: ["Marlo", "Don"]),
    // The only one, where nobody is named.
    Spelling(
      notice: "An earlier version misspelled the player's name.",
      old: "Pavel Horak leads the open.",
      new: "Pavel Hora leads the open.", names: ["Hora"]),
  ]

  @Test(arguments: spellings) func `is the name that was misspelt, and no other`(of: Spelling) {
    let diff = StoryDiff(
      from: story(lines: [of.old]), to: story(lines: [of.new, "! " + of.notice]))
    let mended = diff.corrections.filter { $0.kind == .name && $0.acknowledgedBy != nil }
    #expect(mended.compactMap { $0.new?.text } == of.names, "\(diff.compactFacts)")
    #expect(!diff.claims.contains { $0.acknowledgedBy != nil }, "\(diff.compactFacts)")
  }
}
