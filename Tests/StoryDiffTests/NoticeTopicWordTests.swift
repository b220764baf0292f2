import Testing

@testable import StoryDiff

@Suite struct `Notices that name a mistake by its kind` {
  /// A story before and after, the notice, and the newer spans that it acknowledges.
  static let rows: [(before: [String], after: [String], notice: String, acknowledged: [String])] = [
    (
      ["The Alliance lost its majority, winning 71 of the 150 seats.", "Turnout was 58%."],
      ["The Alliance lost its majority, winning 67 of the 150 seats.", "Turnout was 61%."],
      "Correction: An earlier version gave the wrong number of seats.", ["67"]
    ),
    (
      ["A crash on Route 9 killed a rower, Ada Orr, police said.", "Tom Finch, 33, was driving."],
      ["A crash on Route 9 killed a rower, Jo Marl, police said.", "Tom Finch, 38, was driving."],
      "This story has been corrected to fix the name of the rower.", ["Jo Marl"]
    ),
    (
      ["Lorn Mills will shut.", "The chain, founded in 1962 by Ada Orr, has 40 shops."],
      ["Lorn Mills will shut.", "The chain, founded in 1962 by Jo Marl, has 44 shops."],
      "Correction: An earlier version misidentified the founder of Lorn Mills.", ["Jo Marl"]
    ),
    (
      ["A bridge at Eke will cost £1.9m.", "Work will begin in June."],
      ["A bridge at Eke will cost £2.1m.", "Work will begin in July."],
      "Correction: An earlier version gave an out-of-date cost for the bridge.", ["£2.1m"]
    ),
    (
      ["Rovers lost 4-0.", "Rovers are now third in the table."],
      ["Rovers lost 5-0.", "Rovers are now second in the table."],
      "Correction: An earlier version gave the wrong league position for Rovers.", ["second"]
    ),
    (
      ["The comet will pass within 34m miles of Earth.", "It was first seen in 1970."],
      ["The comet will pass within 43m miles of Earth.", "It was first seen in 1971."],
      "Correction: An earlier version misstated how close the comet would come to Earth.",
      ["43m"]
    ),
    (
      ["A walker was found in Eke Canyon on Sunday.", "Ada Orr, 36, had no map."],
      ["A walker was found in Lorn Canyon on Sunday.", "Ada Orr, 39, had no map."],
      "Correction: This story has been revised to correct who found Orr.", []
    ),
    (
      ["Sales fell by 0.6%.", "A rise had been expected.", "Food sales were down 1.2%."],
      ["Sales fell by 0.8%.", "A rise had been expected.", "Food sales were down 2.1%."],
      "(Corrects percentage in paragraph 3)", ["2.1%"]
    ),
  ]

  @Test(arguments: rows) func `acknowledge what the kind's words are of`(
    row: (before: [String], after: [String], notice: String, acknowledged: [String])
  ) {
    let diff = StoryDiff(
      from: story(lines: ["# Night on the quay"] + row.before),
      to: story(lines: ["# Night on the quay"] + row.after + [row.notice]))
    let found = diff.claims.filter { $0.acknowledgedBy != nil }.compactMap { $0.new?.text }
    #expect(found == row.acknowledged)
  }
}
