import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `Notices as newsrooms word them` {
  struct Case: Sendable, CustomTestStringConvertible {
    let kind: NoticeChange.Kind?
    let text: String
    var testDescription: String { text }

    init(_ kind: NoticeChange.Kind?, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  static let labelled = [
    Case(.correction, "ATTENTION - CORRECTS name of ship in para 4."),
    Case(.correction, "Eds: CORRECTS: Opening of pier to June, sted July."),
    Case(.correction, "--CORRECTED DATE-- Replaces opening of pier in headline."),
    Case(.correction, "Corrections below"),
    Case(.correction, "Editor's correction: The pier is 90 metres long."),
    Case(.clarification, "Point of clarification from the news desk: the fare is for one."),
    Case(.clarification, "Amended on 9 June to clarify that the pier is privately owned."),
    Case(.clarification, "For clarity: the boats are those of the trust."),
    Case(.correction, "Amended on 9 June to correct the name of the pier."),
    Case(
      .editorsNote, "An editor's note on this story was added on May 4: The author owns a boat."),
    Case(
      .editorsNote,
      "Editor's note: This story has been republished, and the names of streets have been changed."),
    Case(.update, "Editorial update: the pier has been sold."),
    Case(.retraction, "BULLETIN KILL: Drop the story slugged Pier. There was no fire."),
    Case(.retraction, "Withdrawn: this article did not meet our standards."),
    // What has no text of a newsroom's.
    Case(nil, "Withdrawn: the mare was lame."),
    Case(nil, "Note to readers: our kiosk will be shut on Friday for the fair."),
    Case(nil, "UPDATE seminar: Friends of the Pier, Tuesday, 7 p.m., Hall B."),
    Case(nil, "CORRECTED VERSIONS of the plan will be sent to all who asked."),
    Case(nil, "Editor's note: This is an extract from a book that was republished in May."),
  ]

  @Test(arguments: labelled) func `have a label among other words`(notice: Case) {
    #expect(told(notice.text) == notice.kind)
  }

  static let unlabelled = [
    Case(
      .correction,
      "In Monday's paper we said the fair opens at noon. It opens at ten. We are happy to set the record straight."
    ),
    Case(
      .correction,
      "The Banner incorrectly said that the pier is shut. It is open. The Banner regrets the error."
    ),
    Case(
      .correction,
      "Thanks to the many readers who pointed out that a furlong is 220 yards, not 200. The story above now says so."
    ),
    Case(
      .correction,
      "Readers of the print edition will have seen the wrong date for the regatta. It is on 4 June."
    ),
    Case(
      .correction,
      "The wrong picture was used when this story was first published. It has been taken down."),
    Case(
      .correction,
      "The Banner has been asked to point out that, contrary to our report of 3 May, the pier was not sold."
    ),
    Case(
      .correction,
      "The gift was attributed to the harbour master when this article was first published."),
    Case(
      .correction,
      "The skipper's surname was spelt \"Orre\" on first mention in an earlier version."),
    Case(.correction, "We apologise for having misspelt Ms Oake's first name."),
    Case(.correction, "The depth of the dock in the third paragraph has been put right."),
    Case(
      .correction,
      "We have toned down the first line of this article, which overstated how near the sale was."),
    Case(
      .correction,
      "This story has been revised to say that the firm rents rather than owns the pier."),
    Case(
      .clarification, "This post has been tweaked to make it clearer that only the pier is shut."),
    Case(.clarification, "Mr Oake has asked us to point out that he does not own the pier."),
    Case(.update, "This guide has been updated for the summer with four new piers."),
    Case(.update, "We've updated this list with two piers that opened in May."),
    Case(
      .update,
      "A spokesman for the trust replied after this article was published. His reply has been added below."
    ),
    Case(.retraction, "We have taken this story down. It fell short of our standards."),
    Case(
      .retraction, "The Harbour Post retracts in full its report of May 4 that the pier was sold."),
    Case(
      .retraction, "Please disregard the alert sent at noon. It was sent in error and is withdrawn."
    ),
    Case(.developing, "We'll bring you the latest as it comes in."),
    Case(.developing, "We're bringing you this news live and will add details as they reach us."),
    Case(.developing, "This is a fast-moving situation and details in this report may change."),
    Case(
      .developing, "Boats are still out. This article will be added to when the coastguard speaks."),
    Case(.developing, "We'll keep this story current through the night."),
  ]

  @Test(arguments: unlabelled) func `say in words of their own what was done`(notice: Case) {
    #expect(told(notice.text) == notice.kind)
  }

  static let closing = [
    Case(.update, "Updated to include an answer from the trust."),
    Case(.correction, "-- Corrected to say \"metres\" not \"feet.\""),
    Case(
      .clarification,
      "* The standfirst was changed on 10 June to clarify that it was the trust's view."),
    Case(.correction, "[The skipper's surname has been corrected.]"),
    Case(.correction, "(The skipper's surname had lost an E in an earlier version.)"),
    Case(.developing, "More soon."),
    Case(nil, "Updated to include a sauna, the hotel opens again on Monday."),
    Case(nil, "The earlier report wrongly blamed the pilot, the inquiry found."),
    Case(nil, "The headline was changed by an editor, the court heard."),
    Case(nil, "(The play had another name in an earlier version.)"),
    Case(nil, "Expect more soon."),
  ]

  @Test(arguments: closing) func `close a paragraph`(notice: Case) {
    let diff = StoryDiff(
      from: story("# A pier", "The council backed a pier.", "Work starts in May."),
      to: story("# A pier", "The council backed a pier.", "Work starts in May. " + notice.text))
    #expect(diff.notices.first?.kind == notice.kind)
  }

  static let others = [
    "The Banner incorrectly said that the pier is shut. The mayor regrets the error.",
    "Nature retracts paper on cold fusion after complaints.",
    "The plane retracts its wheels in nine seconds, and its report says so.",
    "This is a fast-moving story, superbly told and beautifully drawn.",
    "The wrong boat was sold, and the sale was stopped.",
    "The skipper was called Orre in an earlier version of the film.",
    "Readers of the print edition prefer the crossword.",
    "The mayor replied after the letter was published. His reply has been added to the file.",
    "We accept that the club was wrong.",
    "The headline figure was changed by the treasury to clarify the law.",
    "She apologised for having misspelt the name.",
    "Councillors asked us to point out the hole on the chart.",
    "The captain was not identified when this story was first published in the spring.",
    "Writing an updated version of our guide takes a month, and it is usually worth it.",
    "The list is updated daily at noon.",
    "This list has been updated by the ministry twice a year since 1990.",
    "I updated this list every night in a school notebook.",
    "Correction this week was sharp - shares fell 9%.",
    "No one had been named as a suspect when this story was first published.",
    "Several readers asked us to clarify our stance on the pier.",
    "The inspectors toned down a report, which overstated the risk.",
  ]

  @Test(arguments: others) func `are none where others speak, or of something else`(text: String) {
    #expect(told(text) == nil)
  }

  @Test func `of a print edition alone acknowledge nothing`() {
    let diff = StoryDiff(
      from: story("# Pier sold", "The pier saves £61,000 a year.", "It opens on Monday."),
      to: story(
        "# Pier sold", "The pier saves £46,000 a year.", "It opens on Monday.",
        "In some print editions of Friday's Banner a headline on page 9 gave the saving as "
          + "£64,000. The figure in this online report was, and is, right. We regret the slip."))
    #expect(diff.notices.map(\.kind) == [.correction])
    #expect(diff.claims.map(\.acknowledgedBy) == [nil])
  }

  private func told(_ text: String) -> NoticeChange.Kind? {
    let old = story("# A pier", "The council backed a pier.", "Work starts in May.")
    let new = story("# A pier", "The council backed a pier.", "Work starts in May.", text)
    return StoryDiff(from: old, to: new).notices.first?.kind
  }
}
