import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `A notice without a label` {
  typealias Case = `Notices in words of their own`.Case

  static let notices = [
    // Who speaks and what was done, with other words between them.
    Case(.correction, "The fee for the lock, which we gave incorrectly, has been put right."),
    Case(.correction, "An earlier version of this story, posted on Monday, misnamed the lock."),
    Case(.correction, "In Tuesday's column, the pilot's age was wrongly given as 40."),
    Case(.correction, "Wrong caption: the lock pictured with our report on eels is in Dunmere."),
    Case(.correction, "Clerks misread a form. Our story on it had the lock in Ely. Sorry."),
    Case(.correction, "Editors misread a form. The lock cost £4m; our story had £4bn."),
    Case(.correction, "The toll was given incorrectly when this report was first published."),
    Case(.correction, "We said that the lock was shut in May. In fact it was open, and not shut."),
    Case(.correction, "This story corrects the fee for the lock in paragraph 2."),
    Case(.correction, "We got the name of the lock wrong. It is Elm Lock."),
    Case(.correction, "Earlier we said that the vote was unanimous. One member was away."),
    Case(.correction, "The story above first gave the length as 12 miles. It is 12 kilometres."),
    Case(.update, "A statement from the board has been added to this story."),
    Case(
      .clarification, "A line in this report could have been read to mean that the lock is shut."),
    Case(
      .clarification, "Point of clarification: when we called the lock \"new\", we meant rebuilt."),
    Case(.clarification, "For clarity, a sentence has been added on who paid for the lock."),
    Case(.update, "Since this article went to print, the keeper has announced that she will go."),
    Case(
      .update, "After publication, the board sent us a reply to this story. We have added it below."
    ),
    Case(.developing, "This page will be updated."),
    Case(.correction, "The piece has been amended: the lock cost £14."),
    Case(
      .correction, "Thanks to readers who wrote to say that it's Elm Lock, not Elms. Fixed above."),
    Case(
      .correction,
      "An earlier version of this story, based on a chart sent by the board, gave the wrong fee."),
    Case(.correction, "An earlier version of this story overstated the depth of the lock."),
    Case(.correction, "Corrigendum: the lock opens on 14 July."),
    Case(.correction, "Correction to “The lock is shut”: it opens on 14 July."),
    Case(.correction, "Correction of a report on the lock: it opens on 14 July."),
    Case(.correction, "Corrections and clarifications • An article gave the fee as £2. It is £3."),
    Case(.correction, "An incorrect fee was given in an earlier version of this story."),
    Case(.correction, "The story previously gave the fee as £2."),
    Case(.correction, "A correction has been made to this story: the fee is £3."),
    Case(.correction, "The fee in the third paragraph has been corrected."),
    Case(.correction, "This is a corrected version of an article that gave the fee as £2."),
    Case(.correction, "Due to an error in the editing process, the fee was given as £2."),
    Case(.retraction, "Reuters withdraws the story on the lock."),
    Case(.correction, "Edit, 9 Feb: the lock is 12 feet deep, not 20. Sorry!"),
  ]

  static let prose = [
    // Of a text and of mistakes, that are other people's.
    "In this post, we look at five common mistakes that boaters make at a lock.",
    "This story is about what happens when a keeper gets it wrong.",
    "This column has often said that the board was wrong to sell the lock.",
    "Our article last week on the lock drew forty letters, and most of them said the plan was wrong.",
    "As we reported on Tuesday, the audit found that the board had misled boaters and should have told them.",
    "This report corrects a common misunderstanding about how locks work.",
    "Our story begins in 1820, when the wrong man was hanged at the lock.",
    "This story starts with an error in a timetable.",
    "This article makes clear why so many locks leak.",
    "In an interview on Monday she said that the error had cost the board a year.",
    "In a post on Saturday the pilot apologised for the mistake and promised refunds.",
    "In a report published on Thursday, inspectors said the lock had been given the wrong gates.",
    "A list published on Friday contained errors, the board said, and a new one will be made.",
    "This newspaper has long argued that the toll is a mistake.",
    "This site uses cookies to remember the right language for you.",
    "Earlier editions of the novel gave the keeper a brother.",
    "The recall notice corrected an earlier version that named the wrong model.",
    // Of what a person said and did.
    "We asked the board why it had published the wrong tolls.",
    "We told the planners that the drawings were wrong, but they would not listen.",
    "We had the wrong tickets, and the keeper would not let us in.",
    "I said at the time that it was a mistake to close the lock, and I still think so.",
    "I have corrected thousands of essays, and this is the mistake I see most often.",
    "I should have read the label before I put the lock in the oven.",
    "I want to make clear that I have nothing against locks.",
    "We need to clarify what the club is for, said its new chair.",
    "We have updated our kitchen with new tiles.",
    "Once we had a class that found the correct message, we needed a way to send it.",
    "It is a boat that I had trouble finding flaws with. Too many boats leak.",
    "The mistake was ours, said the foreman, and we will put it right.",
    "For one agency we talked to, a fixed price for six locks was too low.",
    // Of other texts, and of what has come before.
    "An earlier version of the report by the inspectors was edited to remove two names.",
    "The journal has retracted the paper, saying an earlier version had incorrect figures.",
    "The article was retracted by the journal in May after two authors said it was wrong.",
    "The board overstated the depth of the lock, an engineer said.",
    "A correction was made to the roof by the builder.",
    "An editing error in the gene was found in two of the eels.",
    "Because of an editing mistake by the director, the eels were cut from the film.",
    "An incorrect bill was sent to 40 homes by the board.",
    "The line previously carried coal.",
    "The line has been fixed: trains will run again.",
    "The story previously told in Ely was of a giant eel.",
    "Correction in house prices: what buyers should know.",
    "Thanks to readers who wrote in about the lock, the board will look at it again.",
    "Thanks to everyone who wrote in with their soups. Mine is eel, not leek.",
    "In an earlier column I described the smell of the tannery.",
    "An earlier article in this series looked at how the lock was straightened.",
    "As our earlier report showed, half of the locks leak.",
    "This post was originally published on the board's blog.",
    "This interview was edited for length and clarity.",
    "The page will be updated each Friday during the season.",
    "Click this image to view the live map, which is updated every hour.",
    "We worked with the designers to include the same words on the page above the lock.",
    "Where ours is moored, no lock was ever wrongly built.",
    "Sorry for wrong At First Sight episode, says lock keeper",
    "This article is the property of Breaking Locks.",
    "It is a developing story, she says, of how the valley learned to live with water.",
    "Stay with us for the second half of this long and muddy tale.",
    "I told my editor that the caption was wrong, and she told me to write about it.",
    // Of what is set in capitals or in bold, and goes on.
    "UPDATE ON THE CLOSURE OF THE LOCK",
    "UPDATED Lock MAP: here",
    "**Fix** the leak before you paint the lock.",
    "**To be clear**: nobody is saying that the lock will burst.",
  ]

  private func told(_ text: String) -> [NoticeChange.Kind] {
    let lines = [
      "# Board backs a new lock", "The board backed a new lock on Tuesday.", "Work starts in May.",
    ]
    return StoryDiff(from: story(lines: lines), to: story(lines: lines + [text])).notices
      .map(\.kind)
  }

  @Test(arguments: notices) func `says in one clause who speaks and what was done`(notice: Case) {
    #expect(told(notice.text) == [notice.kind].compactMap { $0 })
  }

  @Test(arguments: prose) func `is not what only has the words of one`(text: String) {
    #expect(told(text).isEmpty)
  }

  @Test func `that is only a word of we or I stands at the beginning of its block`() {
    let opening = "The lock is open from nine until dusk, and dogs are welcome on its banks. "
    #expect(told(opening + "We originally said that it was shut.").isEmpty)
    #expect(told(opening + "This story originally said that it was shut.") == [.correction])
    // What owns up plainly may stand at the end.
    #expect(told(opening + "We wrongly reported that it was shut.") == [.correction])
    #expect(told(opening + "We have corrected the spelling of its name.") == [.correction])
  }
}
