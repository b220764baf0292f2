import Testing

@testable import StoryDiff

@Suite struct `Notices with a clause for each mistake` {
  /// A story before and after, the notice, and the newer spans (or the older, where there is none) that it acknowledges.
  static let rows: [(before: [String], after: [String], notice: String, acknowledged: [String])] = [
    (
      ["Tom Orr, 67, wept in court.", "The court heard that 31 hives were found dead in July."],
      ["Tom Orr, 71, wept in court.", "The court heard that 13 hives were found dead in June."],
      "Correction: Mr Orr is 71, not 67, and the number of hives lost was 13.", ["71", "13"]
    ),
    (
      ["He was 87.", "His first map was published by Lantern Press in Lorn."],
      ["He was 86.", "His first map was published by Oake Books in Lorn."],
      "Correction: An earlier version misstated his age and the publisher of his first map. He was 86, not 87, and the publisher was Oake Books, not Lantern Press.",
      ["86", "Oake Books"]
    ),
    (
      ["He was 87.", "The cause was a fever."], ["He was 86.", "The cause was a fever."],
      "Correction: He was 86, not 87, and his publisher was Oake Books, not Lantern Press.", ["86"]
    ),
    (
      ["The firm may close its plant and may sell its shops."],
      ["The firm will close its plant and will sell its shops."],
      "Correction: The firm will sell its shops; an earlier version said it may.", ["will"]
    ),
    (
      ["The mayor did not resign and the clerk did not leave."],
      ["The mayor resigned and the clerk left."],
      "Correction: The clerk left. An earlier version said she did not.", ["not"]
    ),
    (
      ["The mill was fined £45,000 in 2021 and £30,000 in 2023."],
      ["The mill was fined £54,000 in 2021 and £35,000 in 2023."],
      "Correction: An earlier version misstated the amount of the 2023 fine.", ["£35,000"]
    ),
    (
      ["Ash won 52% of the vote. Oake won 41%."], ["Ash won 53% of the vote. Oake won 42%."],
      "Correction: An earlier version misstated Oake's share of the vote.", ["42%"]
    ),
    (
      ["A bus crashed near Lorn, killing the driver and two rowers."],
      ["A bus crashed near Lorn, killing the driver and three rowers."],
      "Correction: A previous version said the bus crashed near Ardle. It was near Lorn.", []
    ),
    (
      ["The leader, Ada Orr, said the tax would rise 4.9%."],
      ["The leader, Ada Orr, said the tax would rise 4.5%."],
      "Correction: Ada Orr is leader of the council, not its treasurer as an earlier version said.",
      []
    ),
    (
      ["Oake Mills will move to Lorn in May, the firm said."],
      ["Oake Mills will move to Ardle in May, the firm said."],
      "Update: This story has been updated with a response from the company.", []
    ),
  ]

  @Test(arguments: rows) func `acknowledge what each clause speaks of`(
    row: (before: [String], after: [String], notice: String, acknowledged: [String])
  ) {
    let diff = StoryDiff(
      from: story(lines: ["# Night on the quay"] + row.before),
      to: story(lines: ["# Night on the quay"] + row.after + [row.notice]))
    let found = diff.claims.filter { $0.acknowledgedBy != nil }
      .compactMap { ($0.new ?? $0.old)?.text }
    #expect(found == row.acknowledged)
  }
}
