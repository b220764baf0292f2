import StoryModel
import Testing

@testable import StoryDiff

@Suite struct Notices {
  static let wordings: [(String, NoticeChange.Kind)] = [
    ("Correction: An earlier version of this story gave the wrong date for the fair.", .correction),
    ("CORRECTION, 15 May: The fair was held in spring, not autumn.", .correction),
    (
      "Corrections & clarifications: the parish, not the county, paid for the lanterns.",
      .correction
    ),
    ("An earlier version of this article misstated who paid for the lanterns.", .correction),
    ("This story has been corrected to say that the parish paid for the lanterns.", .correction),
    (
      "This article was amended on 3 June because it gave the wrong name for the band.", .correction
    ),
    ("A previous version of this article misspelled the name of the band.", .correction),
    ("Clarification: the lanterns were lent, and not given, by the school.", .clarification),
    ("This article was amended to make clear that the school lent the lanterns.", .clarification),
    ("Update: This story has been updated with the parish's answer.", .update),
    ("This article has been updated to include the takings of the fair.", .update),
    ("Editor's note: The writer is a cousin of the parish clerk.", .editorsNote),
    ("Editors’ Note: After publication we learned that two people quoted were paid.", .editorsNote),
    ("Retraction: We withdraw the claim that the parish took the money.", .retraction),
    ("This article has been retracted because it did not meet our standards.", .retraction),
    ("This is a developing story. Please check back for updates.", .developing),
    ("This story is being updated.", .developing),
    ("This is a breaking news story, more to follow.", .developing),
    ("(Corrects the name of the band in paragraph 2)", .correction),
    ("(Adds details, quotes from the parish clerk)", .update),
    ("CORRECTION (Monday, 1.15pm): The parish paid for the lanterns.", .correction),
    ("Updated at 6.20pm to include a statement from the parish.", .update),
    ("This story has been updated to correct the name of the band.", .correction),
    (
      "This story was first published on May 11. It was updated on May 12 to correct a name.",
      .correction
    ),
    ("For the record: An earlier version of this article named the wrong band.", .correction),
    ("We have retracted this story because it did not meet our standards.", .retraction),
  ]

  @Test(arguments: wordings)
  func `a notice is known by its label or by what it says of the story`(
    text: String, kind: NoticeChange.Kind
  ) {
    for mark in ["", "! "] {
      let old = story(lines: Blocks.town)
      let new = story(lines: Blocks.town + [mark + text])
      let added = StoryDiff(from: old, to: new)
      #expect(added.notices.map(\.kind) == [kind])
      #expect(added.notices.first?.change == .added)
      #expect(added.notices.first?.new == 6)
      #expect(added.notices.first?.text == text)
      #expect(added.claims.isEmpty)
      let removed = StoryDiff(from: new, to: old)
      #expect(removed.notices.map(\.change) == [.removed])
      #expect(removed.notices.first?.old == 6)
      let kept = StoryDiff(from: new, to: new)
      #expect(kept.notices.map(\.change) == [.unchanged])
      #expect(kept.summary.significance == 0)
    }
  }

  @Test func `an update label before a time of day is a notice`() {
    let diff = StoryDiff(
      from: story(lines: Blocks.town),
      to: story(
        lines: Blocks.town + ["UPDATED at 4 p.m. with comments from the parish clerk."]))
    #expect(diff.notices.map(\.kind) == [.update])
  }

  static let noNotices = [
    "“This article was corrected,” the clerk read out, and the hall laughed.",
    "The correction of the river bank took the engineers two years.",
    "Police updated the families on Sunday evening.",
    "The minister retracted his remarks about the lifeboat.",
    "Editor's note: the following is an extract from a book on the fair.",
    "Updated 12 minutes ago",
    "Update: 12 May 2025, 14:30",
    "12 comments · 900 views · 3 min read",
    "The minister has withdrawn this report after complaints.",
    "Updated plans for the pier were shown to residents on Monday.",
    "The bank's earlier version of the plan had no room for the fair.",
  ]

  @Test(arguments: noNotices) func `what only sounds like one is no notice`(text: String) {
    let diff = StoryDiff(
      from: story(lines: Blocks.town), to: story(lines: Blocks.town + [text]))
    #expect(diff.notices.isEmpty, "\(diff.compactFacts)")
  }

  private func diff(_ notice: String, old: String, new: String) -> StoryDiff {
    StoryDiff(
      from: story(lines: Blocks.town + [old]),
      to: story(lines: Blocks.town + [new, "! " + notice]))
  }

  @Test func `a correction that names the wrong value acknowledges the change`() throws {
    let diff = diff(
      "Correction: An earlier version of this story said that 12 boats were lost. It was 15.",
      old: "The gale sank 12 boats at their moorings.",
      new: "The gale sank 15 boats at their moorings.")
    #expect(
      diff.compactFacts == [
        "quantity 12 → 15 revised by n1", "factual 12 → 15 by n1", "notice n1 correction added",
      ])
    #expect(diff.notices.first?.acknowledges == ["c1"])
    #expect(diff.corrections.first?.claim == "c1")
    #expect(diff.summary.unacknowledged == 0)
  }

  @Test func `a notice about something else acknowledges nothing`() {
    let diff = diff(
      "Correction: An earlier version of this story misspelled the name of the band.",
      old: "The gale sank 12 boats at their moorings.",
      new: "The gale sank 15 boats at their moorings.")
    #expect(diff.claims.first?.acknowledgedBy == nil)
    #expect(diff.summary.unacknowledged == 1)
    #expect(diff.corrections.isEmpty)
  }

  @Test func `an update acknowledges news and admits no error`() {
    let diff = diff(
      "Update: This story has been updated to say that 15 boats were lost.",
      old: "The gale sank 12 boats at their moorings.",
      new: "The gale sank 15 boats at their moorings.")
    #expect(diff.claims.first?.acknowledgedBy == "n1")
    #expect(diff.corrections.isEmpty)
  }

  @Test func `a change that no notice acknowledges is no correction`() {
    let diff = StoryDiff(
      from: story(lines: Blocks.town + ["The gale sank 12 boats at their moorings."]),
      to: story(lines: Blocks.town + ["The gale sank 15 boats at their moorings."]))
    #expect(diff.corrections.isEmpty)
    #expect(diff.summary.unacknowledged == 1)
    #expect(diff.summary.text.contains("without notice"))
  }

  @Test func `a misspelt name that a notice mends is acknowledged`() {
    let diff = diff(
      "Correction: An earlier version of this story misspelled the surname of Derek Hallam.",
      old: "The lanterns were hung by Derek Halam and his sons.",
      new: "The lanterns were hung by Derek Hallam and his sons.")
    #expect(diff.claims.isEmpty)
    #expect(diff.corrections.map(\.kind) == [.name])
    #expect(diff.corrections.first?.acknowledgedBy == "n1")
  }

  @Test func `a notice keeps the date that it states`() {
    let diff = StoryDiff(
      from: story(lines: Blocks.town),
      to: story(
        lines: Blocks.town + ["! Correction, 15 May 2025: The band came from the next valley."]))
    #expect(diff.notices.first?.date == CivilDay(year: 2025, month: 5, day: 15))
  }

  @Test func `a notice at the tail of a paragraph is found and is no claim`() {
    let tail = " Correction: an earlier version gave the number of lanterns as 500."
    var new = Blocks.town
    new[5] += tail
    let diff = StoryDiff(from: story(lines: Blocks.town), to: story(lines: new))
    #expect(diff.notices.map(\.kind) == [.correction])
    #expect(diff.notices.first?.new == 5)
    #expect(diff.claims.isEmpty)
  }

  @Test func `a notice edited is edited, and its figures are no claims`() {
    let old = "! Correction: An earlier version gave the number of stalls as 20."
    let new = "! Correction: An earlier version gave the number of stalls as 22."
    let diff = StoryDiff(
      from: story(lines: Blocks.town + [old]), to: story(lines: Blocks.town + [new]))
    #expect(diff.compact == ["edited 6→6", "notice n1 correction edited"])
  }

  static let reworded = [
    (
      "A previous version of this story misstated how much heath had burned. It was 1,100 acres, not "
        + "11,000.",
      "! A correction was made on June 3, 2025: An earlier version of this article misstated the area "
        + "that burned in the fire. It was 1,100 acres, not 11,000 acres."
    ),
    (
      "! Amendment, 2 May: The original version of this article said the lock was shut in 1971. It was "
        + "shut in 1972.",
      "! Amendments, 2 and 3 May: The original version of this article said the lock was shut in 1971. "
        + "It was shut in 1972. It also gave the wrong sum for its repair; the board puts it at £4m."
    ),
  ]

  @Test(arguments: reworded) func `a notice put in other words is edited`(a: String, b: String) {
    for (old, new) in [(a, b), (b, a)] {
      let diff = StoryDiff(
        from: story(lines: Blocks.town + [old]), to: story(lines: Blocks.town + [new]))
      #expect(diff.compactBlocks == ["edited 6→6"])
      #expect(diff.notices.map(\.change) == [.edited])
    }
  }

  static let stamped = [
    (
      "Updated Saturday 10.15: adds reaction from the union.",
      "Updated Saturday 16.40: adds that keepers at the sea lock have voted to strike.", true
    ),
    (
      "Update: adds reaction from the union.",
      "Update: the sea lock has been opened by its keepers.", false
    ),
  ]

  @Test(arguments: stamped)
  func `an update under a new time takes the place of the one before`(
    a: String, b: String, isOne: Bool
  ) {
    for (old, new) in [(a, b), (b, a)] {
      let report = StoryDiff(
        from: story(lines: Blocks.town + [old]), to: story(lines: Blocks.town + [new]))
      #expect(report.notices.map(\.change) == (isOne ? [.edited] : [.added, .removed]))
    }
  }

  @Test func `a notice of another mistake is another notice`() {
    let old = "! Correction: An earlier version of this story gave the wrong age for the mayor."
    let new = "A previous version of this article misstated the number of stalls at the fair."
    let diff = StoryDiff(
      from: story(lines: Blocks.town + [old]), to: story(lines: Blocks.town + [new]))
    #expect(diff.notices.map(\.change) == [.added, .removed])
  }

  @Test func `a prefix in a headline edits the headline and is no notice`() {
    var new = Blocks.town
    new[0] = "# CORRECTED-Lantern fair returns to Quayside"
    let diff = StoryDiff(from: story(lines: Blocks.town), to: story(lines: new))
    #expect(diff.compactBlocks == ["edited 0→0"])
    #expect(diff.notices.isEmpty)
  }
}
