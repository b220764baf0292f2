import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `The words by which a notice finds its change` {
  /// The changes that a notice acknowledges, by their new values.
  private func credited(_ old: [String], _ new: [String], _ notice: String) -> [String] {
    let report = StoryDiff(from: story(lines: old), to: story(lines: new + [notice]))
    return report.claims.filter { $0.acknowledgedBy != nil }.compactMap { $0.new?.text }
  }

  @Test func `a figure of the headline is that of the body, whatever each counts`() {
    let found = credited(
      ["# Yard to cut 60 jobs", "The yard will lay off 60 workers in May.", "It is full."],
      ["# Yard to cut 16 jobs", "The yard will lay off 16 workers in May.", "It is full."],
      "The original version of this story said 60 jobs would go.")
    #expect(found == ["16", "16"])
  }

  @Test(arguments: [
    ("Ms Oake joined the yard in 2021.", ["chief executive"]),
    // Her own title stands beside her name.
    ("Ms Oake, the treasurer, joined the yard in 2021.", []),
  ])
  func `a title is of whom the story names after it`(next: String, credit: [String]) {
    let found = credited(
      ["# Yard defends cuts", "The chairman of the yard has defended its cuts.", next],
      ["# Yard defends cuts", "The chief executive of the yard has defended its cuts.", next],
      "This article gave Ms Oake the wrong title when it was first published.")
    #expect(found == credit)
  }

  @Test func `a word with other capitals is no other thing, though a notice has it`() {
    let diff = StoryDiff(
      from: story(lines: ["The pilots and the poliCe left the quay on Monday."]),
      to: story(lines: [
        "The pilots and the police left the quay on Monday.",
        "Correction: An earlier version said wrongly that the police had stayed.",
      ]))
    #expect(diff.claims.isEmpty)
  }

  @Test func `an age is of whom the story names after it, and not of somebody else`() {
    let old = [
      "# Man jailed", "A 34-year-old man who sold boats has been jailed.",
      "Nat Pell wept in the dock.",
    ]
    let new = [
      "# Man jailed", "A 43-year-old man who sold boats has been jailed.",
      "Nat Pell wept in the dock.",
    ]
    let notice = "A previous version of this article gave the wrong age for"
    #expect(credited(old, new, notice + " Pell.") == ["43"])
    #expect(credited(old, new, notice + " Quorvane.").isEmpty)
  }

  @Test func `what is counted is told by its own word before one of its family`() {
    let found = credited(
      [
        "# Vote on Sunday", "Eleven names are on the ballot.",
        "About 1.6 million people have collected their voter cards.",
      ],
      [
        "# Vote on Sunday", "Twelve names are on the ballot.",
        "About 1.4 million people have collected their voter cards.",
      ],
      "Correction: We have corrected the number of voter cards collected.")
    #expect(found.count == 1 && found.first?.contains("1.4 million") == true)
  }

  @Test func `a lead in points is told beside two shares`() {
    let found = credited(
      [
        "# Lead shrinks to 6 points",
        "Oake leads by six points, 48% to 42%, in a poll.", "It is a close race.",
      ],
      [
        "# Lead shrinks to 4 points",
        "Oake leads by four points, 47% to 43%, in a poll.", "It is a close race.",
      ],
      "An earlier version of this article gave Oake's support as 48% and her rival's as 42%, a lead of "
        + "six points. The correct figures are 47% and 43%.")
    #expect(found == ["4", "four", "47%", "43%"])
  }

  @Test func `a former keeper is one who no longer keeps`() {
    let found = credited(
      ["# Boat sails", "Mr Oake, a harbour pilot, will sail for three weeks.", "It is full."],
      [
        "# Boat sails", "Mr Oake, a former harbour pilot, will sail for five weeks.", "It is full.",
      ],
      "Clarification: This story has been changed to reflect that Mr Oake no longer works for the harbour."
    )
    #expect(found == ["former harbour pilot"])
  }

  @Test func `a scale that was wrong is named by the two scales`() {
    let found = credited(
      ["# Profit up", "Profit rose to $1.34 million in May.", "Costs were $2 million."],
      ["# Profit up", "Profit rose to $1.34 billion in May.", "Costs were $3 million."],
      "(Corrects paragraph 2 to show profit was in billions, not millions)")
    #expect(found == ["$1.34 billion"])
  }

  @Test func `who is quoted under a name that was wrong is mended with it`() {
    let report = StoryDiff(
      from: story(
        "# Marsh wins", "Helen Marsh has been elected.", "\"I have an essay due,\" Marsh said."),
      to: story(
        "# Iqbal wins", "Rosa Iqbal has been elected.", "\"I have an essay due,\" Iqbal said.",
        "An earlier version of this story named the wrong candidate as the winner."))
    #expect(report.claims.count == 3 && report.claims.allSatisfy { $0.acknowledgedBy != nil })
  }

  @Test
  func `an edited notice that also named the wrong thing speaks of the only name that changed`() {
    let notice =
      "An earlier version of this story said the show ran for nine years. It ran for seven."
    let report = StoryDiff(
      from: story(
        "# Star quits", "The show ran for seven years on Kanal 2.", "It is over.", notice),
      to: story(
        "# Star quits", "The show ran for seven years on Radio 9.", "It is over.",
        notice + " We also named the wrong broadcaster."))
    #expect(report.claims.map { $0.acknowledgedBy != nil } == [true])
  }

  @Test func `a title is named without the prefix that it is joined to`() {
    let report = StoryDiff(
      from: story(
        lines: ["# Gana el puerto", "Carmona, exconcejala, dirige el puerto desde mayo."],
        language: "es"),
      to: story(
        lines: [
          "# Gana el puerto", "Carmona, exdiputada, dirige el puerto desde mayo.",
          "Fe de errores: Carmona fue diputada y no concejala.",
        ], language: "es"))
    #expect(report.claims.map { $0.acknowledgedBy != nil } == [true])
  }
}
