import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `Notices in words of their own` {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String, kind: NoticeChange.Kind?
    var testDescription: String { text }

    init(_ kind: NoticeChange.Kind?, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  static let notices = [
    Case(
      .correction,
      "● This article was changed on 11 April. We had Ms Oake down as 39; she is in fact 36."),
    Case(
      .correction,
      "This story's second paragraph misquoted Ms Oake as a result of a slip of the pen."),
    Case(
      .correction,
      "(We previously had the ferry coming back a week too soon. This was put right on 6 June.)"),
    Case(.correction, "Whoops! We said Pat Oake baked 300 pies. Pat called to say it was 30."),
    Case(
      .correction, "Yesterday's edition misstated how many boats the yard built. It built nine."),
    Case(
      .correction,
      "A profile on Tuesday about the pilot Ines Oake misidentified the port where she trained."),
    Case(
      .correction,
      "Thanks to reader Jo Quorvane, who notes that the comet returns in 2061, and not in 2062 as this post had it."
    ),
    Case(.correction, "Contrary to what we reported on Monday, the depot was not searched."),
    Case(.correction, "A correction from Friday's newsletter: the pier opens in May."),
    Case(
      .clarification, "We have amended this article to make it clear that the report is advisory."),
    Case(
      .clarification, "We have been asked to point out that the trust receives no public money."),
    Case(
      .clarification,
      "Clarification appended April 2: The remarks were made in a personal capacity."),
    Case(
      .retraction,
      "The Courier has withdrawn a paragraph that said another man was held. Police say nobody was, and we should not have printed it."
    ),
    Case(.update, "The story above has been refreshed to add the names of the three climbers."),
    Case(.developing, "More on this breaking story as we get it."),
    Case(.developing, "We hope to have more on this story as we hear it."),
    Case(.developing, "Refresh this page for the scores."),
    Case(.developing, "Full details to follow."),
    Case(nil, "The page tells pupils to refresh, with more on this story in the leaflet."),
  ]

  static let others = [
    Case(
      nil,
      "The Bugle issued a correction: its earlier article had said that the work would cost £3 million."
    ),
    Case(nil, "The Daily Bugle retracts its story on the mayor; three reporters resign."),
    Case(nil, "In a correction, the Post said it had misnamed the victim in an article on Friday."),
    Case(
      nil,
      "An earlier version of the bill incorrectly listed the counties that would be exempt, lawmakers said."
    ),
    Case(
      nil,
      "The press regulator ruled that the original headline was inaccurate and ordered a correction."
    ),
    Case(
      nil,
      "The journal retracted the paper on Friday after the authors admitted that images had been copied."
    ),
    Case(
      nil,
      "I was wrong about the ferry. Two years ago I predicted that the boats would fill again by spring."
    ),
    Case(nil, "We should correct ourselves when our children catch us in a mistake."),
    Case(nil, "See an error in this story? Let us know."),
    Case(
      nil,
      "Because of a clerical error, 700 families received letters telling them that they had to leave."
    ),
    Case(nil, "There is more to come from the inquiry, which resumes on Monday."),
    Case(nil, "The developing story of the summer was the quiet collapse of the salmon run."),
    Case(nil, "This interview has been edited and condensed."),
    Case(
      nil,
      "\"We got our sums wrong and this report should have said so,\" the minister told the board."),
  ]

  private func told(_ text: String) -> [NoticeChange] {
    let old = story(
      "# Council backs a new pier", "The council backed a new pier on Tuesday.",
      "Work starts in May.")
    let new = story(
      "# Council backs a new pier", "The council backed a new pier on Tuesday.",
      "Work starts in May.", text)
    return StoryDiff(from: old, to: new).notices
  }

  @Test(arguments: notices) func `are told by who speaks and by what was done`(notice: Case) {
    #expect(told(notice.text).map(\.kind) == [notice.kind].compactMap { $0 })
  }

  @Test(arguments: others) func `are not seen in what others say or did`(other: Case) {
    #expect(told(other.text).isEmpty)
  }
}

@Suite struct `What a notice without a value speaks of` {
  @Test func `a figure that counts the notice's own mistakes acknowledges no other`() {
    let report = StoryDiff(
      from: story("# Rovers win", "The Rovers are three games ahead.", "A crowd of 310 came."),
      to: story(
        "# Rovers win", "The Rovers are two games ahead.", "A crowd of 130 came.",
        "Editor's note: this report was wrong on two counts. It transposed two digits in the crowd."
      ))
    #expect(report.claims.map { $0.acknowledgedBy != nil } == [false, true])
  }

  @Test func `a hedge put into the headline goes with the one below it`() {
    let report = StoryDiff(
      from: story(
        "# Walks cut falls", "A walk reduces the risk of falling.", "Sticks made no difference."),
      to: story(
        "# Walks may cut falls", "A walk may reduce the risk of falling.",
        "Sticks made no difference.",
        "This story has been revised to make clear that walks may reduce the risk of falling."))
    #expect(report.claims.count == 2 && report.claims.allSatisfy { $0.acknowledgedBy != nil })
  }

  @Test func `a wrong address is the place that changed`() {
    let report = StoryDiff(
      from: story(
        "# Paintings taken",
        "Five paintings were taken from the Tidewater Gallery in Castle Street.", "Nobody was hurt."
      ),
      to: story(
        "# Paintings taken", "Five paintings were taken from the Tidewater Gallery in Cornmarket.",
        "Nobody was hurt.",
        "Correction: this story had the wrong address for the Tidewater Gallery."))
    #expect(report.claims.map { $0.acknowledgedBy != nil } == [true])
  }
}
