import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `What a notice says of a change without its values` {
  private static let fire = (
    old: "Two men were hurt and 14 homes burned, said Chief Ann Ray, 45.",
    new: "Three men were hurt and 16 homes burned, said Chief Ann Ray, 47."
  )

  private static func fire(_ notice: String, links: [Bool]) -> LinkCase {
    LinkCase(notice: notice, old: fire.old, new: fire.new, links: links)
  }

  static let standing = [
    fire(
      "Correction: The age of Chief Ray was wrong. The number of homes was not affected.",
      links: [false, false, true]),
    fire(
      "Correction: Three men were hurt, not two, as first reported; the other figures stand.",
      links: [true, false, false]),
    fire(
      "Correction: An earlier version gave the wrong number of homes. Chief Ray's age was correct.",
      links: [false, true, false]),
    fire(
      "Correction: The age of Chief Ray was wrong and the number of homes, 14, was right.",
      links: [false, false, true]),
    fire(
      "Correction: An earlier version misspelled the chief's name. The number of men who were hurt "
        + "has not changed.", links: [false, false, false]),
    fire(
      "Correction: Chief Ray is 47, not 45. No other figures were affected.",
      links: [false, false, true]),
    // What is right now is no denial.
    fire(
      "Correction: The figure of 14 homes was wrong. The figure of 16 is correct.",
      links: [false, true, false]),
    LinkCase(
      notice: "Korrektur: Das Alter von Anna Rau war falsch. Die Zahl der Häuser war korrekt.",
      old: "14 Häuser brannten, sagte Anna Rau, 45.",
      new: "16 Häuser brannten, sagte Anna Rau, 47.",
      links: [false, true], language: "de"),
  ]

  @Test(arguments: standing) func `it disowns what it says was right`(link: LinkCase) {
    link.check()
  }

  static let hedges = [
    LinkCase(
      notice: "This story has been amended to make clear that the theft is alleged.",
      old: "A teacher stole £610 in a theft from the lock fund, a court heard.",
      new: "A teacher allegedly stole £610 in a theft from the lock fund, a court heard.",
      links: [true]),
    LinkCase(
      notice: "This article was amended to make it clear that the claims against the teacher are "
        + "allegations.", old: "A teacher stole £610 from the fund, a court heard.",
      new: "A teacher allegedly stole £610 from the fund, a court heard.", links: [true]),
    LinkCase(
      notice: "This article was amended to make it clear that the lock may be sold.",
      old: "A teacher stole £610 from the fund, a court heard.",
      new: "A teacher allegedly stole £610 from the fund, a court heard.", links: [false]),
  ]

  @Test(arguments: hedges) func `it names how sure something is`(link: LinkCase) { link.check() }

  @Test func `it names the units of one figure`() {
    LinkCase(
      notice: "Correction: The distance was given in miles rather than kilometres.",
      old: "They rowed the last 47 miles in a day, and 26 boats followed.",
      new: "They rowed the last 47 kilometres in a day, and 27 boats followed.",
      links: [true, false]
    ).check()
  }

  @Test func `a period exchanged for another is a quantity`() {
    let diff = StoryDiff(
      from: story("The kitchen feeds 230 families a week, it said."),
      to: story(
        "The kitchen feeds 230 families a month, it said.",
        "! Correction: The figure is for each month, not each week."))
    #expect(diff.compactFacts.first == "quantity week → month revised by n1")
  }

  @Test func `a name put in by mistake is a claim, whichever version is the older`() {
    let old = story("The Heron, the Merganser and the Kite have left the quay."),
      new = story(
        "The Heron and the Kite have left the quay.",
        "! This story was amended to remove an erroneous reference to the Merganser."),
      other = story(
        "The Heron and the Kite have left the quay.",
        "! This story was amended with a comment from the Merganser.")
    #expect(
      StoryDiff(from: old, to: new).compactFacts.first == "entity Merganser → ∅ revised by n1")
    #expect(StoryDiff(from: new, to: old).compactFacts.first == "entity ∅ → Merganser revised")
    #expect(StoryDiff(from: old, to: other).claims.isEmpty)
  }

  @Test func `a misspelt name in the notice is no other person of the story`() {
    let diff = StoryDiff(
      from: story("The field will be sold to Tarlan Homes, which builds on the quay."),
      to: story(
        "The field will be sold to Tarland Homes, which builds on the quay.",
        "! The vote was 19 to six, and the builder is Tarland Homes, not Tarlan Homes, as first "
          + "published here."))
    #expect(diff.compactFacts.first == "name Tarlan → Tarland by n1", "\(diff.compactFacts)")
  }
}
