import Testing

@testable import StoryDiff

@Suite struct `Notices on one of two figures of a sentence` {
  static let rows: [(String, String, String, Set<String>)] = [
    (
      "Officers held nine people in Lorn and four in Ardle on Friday.",
      "Officers held ten people in Lorn and five in Ardle on Friday.",
      "misstated the number of people held in Ardle.", ["four"]
    ),
    (
      "The suspect was 24, and his brother 27.", "The suspect was 25, and his brother 28.",
      "gave the wrong age for the suspect's brother.", ["27"]
    ),
    (
      "The keeper, Tom Orr, 34, was stabbed by his neighbour, Ray Oake, 41, in Lorn.",
      "The keeper, Tom Orr, 35, was stabbed by his neighbour, Ray Oake, 42, in Lorn.",
      "gave the wrong age for the neighbour.", ["41"]
    ),
    (
      "Her mother died in 1990 and her father in 1999.",
      "Her mother died in 1991 and her father in 1998.",
      "misstated the year of her father's death.", ["1999"]
    ),
    (
      "Tickets cost £12, or £9 for children.", "Tickets cost £14, or £10 for children.",
      "gave the wrong price for children's tickets.", ["£9"]
    ),
    (
      "Men earn £40,000 a year and women £32,000.", "Men earn £41,000 a year and women £33,000.",
      "misstated the pay of women.", ["£32,000"]
    ),
    (
      "The flood killed nine people in Lorn.", "The flood killed ten people in Lorn.",
      "misstated the number of people hurt.", []
    ),
    (
      "The flood killed nine people in Lorn.", "The flood killed ten people in Lorn.",
      "misstated the number of people who died.", ["nine"]
    ),
  ]

  @Test(arguments: rows) func `acknowledge that one`(
    row: (before: String, after: String, notice: String, acknowledged: Set<String>)
  ) {
    let diff = StoryDiff(
      from: story("# Night in Lorn", row.before),
      to: story(
        "# Night in Lorn", row.after,
        "Correction: An earlier version of this article \(row.notice)"))
    let found = diff.claims.filter { $0.acknowledgedBy != nil }.compactMap { $0.old?.text }
    #expect(Set(found) == row.acknowledged)
  }
}
