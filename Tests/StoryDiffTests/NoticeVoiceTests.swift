import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `Who speaks in a notice` {
  typealias Case = `Notices in words of their own`.Case

  static let ours = [
    // A newspaper by its name.
    Case(.correction, "The Quay Times wishes to correct a report on the lock printed on 2 June."),
    Case(
      .correction, "The Quay Times erred in Monday's \"Lock to shut\": it stays open until May."),
    Case(
      .clarification,
      "The Quay Times is happy to make clear that it did not mean to suggest that Ms Oake was paid."
    ),
    Case(
      .retraction,
      "The Quay Times accepts that there was no basis for its report on the Oakes, and withdraws it."
    ),
    // Readers, and what only a newsroom has.
    Case(.correction, "With thanks to the reader who spotted that the lock is in Elm Cove."),
    Case(.correction, "An editing error led to the omission of the word \"not\" in a quotation."),
    Case(.correction, "It was the smaller lock, and not the sea lock as reported here on Monday."),
    Case(.correction, "The winning time in the final was 1:58.19 and not as first reported."),
    Case(.correction, "Note: the age in the second paragraph has been corrected."),
    Case(.correction, "[Fixed the name of the lock — thanks, Jo.]"),
    // A kind of thing, and more than that it was wrong.
    Case(.correction, "We got the date of the regatta wrong. It is in June, not in May."),
    Case(.correction, "Edited to add: I had the wrong year for the regatta."),
    Case(.correction, "Edit: had the wrong lock in paragraph two, now fixed."),
    Case(.correction, "*We originally said that Jo was 24. She is 23. Sorry, Jo!"),
    Case(.correction, "[Edited: I originally wrote that the lock holds 55 boats. It holds 35.]"),
    Case(.editorsNote, "Ed.: Two typos in the third paragraph have been fixed."),
    Case(
      .correction,
      "In an article about the lock we said that it leaks. The board has shown that it does not, "
        + "and we apologise."),
    Case(.correction, "An obituary of the pilot Ines Oake omitted her daughter, Jo."),
    Case(.correction, "A caption on Friday reversed the names of the two lock keepers."),
    Case(.correction, "Our reporting on this was wrong."),
    Case(.correction, "Last week's quiz gave the wrong answer to question six."),
    // What it might be taken for.
    Case(.clarification, "This piece may have left the impression that the lock is to be sold."),
    Case(.clarification, "The headline was changed to specify that only the sea lock leaks."),
    Case(.clarification, "CLARIFYING: the lock, as described in this story, is the smaller one."),
    Case(
      .clarification,
      "The wording of the second paragraph has been adjusted to avoid any suggestion of guilt."),
    // Withdrawn, renewed, not finished.
    Case(.retraction, "We no longer stand by this article."),
    Case(.retraction, "We are taking this article down while we look into its sources."),
    Case(.retraction, "KILL NOTICE: the item on the lock is void."),
    Case(.update, "Since this article went to press, the board has named a new keeper."),
    Case(.update, "An earlier version of this report was published before the lock was opened."),
    Case(.update, "Editors have revised this story throughout after the vote."),
    Case(.developing, "We'll have more on this as we get it."),
    Case(.developing, "This item will be replaced by a fuller report."),
  ]

  static let theirs = [
    "The rival weekly printed an apology for an earlier version of the story, which had wrongly "
      + "named the keeper.",
    "A weekly newspaper in Dunmere has printed a front-page apology to a pilot whose obituary it ran "
      + "while she was out buying it.",
    "The Quay Times apologised, saying an earlier version of its story had been wrong.",
    "This report was updated by the ministry in May, when it added a chapter on locks.",
    "This story has been told here for years, and each teller has corrected the last.",
    "A previous version of Lockmaster stored passwords in error.",
    "The original article of faith was amended by the synod in 1804.",
    "Correction: prices may fall further, brokers say, after a poor week.",
    "The board ordered the weekly to print the correction as large as the original article.",
    "The report, published in May, omitted one of the locks, an audit found.",
    "The singer has taken down the post and sent a video in which she apologises \"to all\".",
    "I got the age of my own lock wrong at the harbour office.",
    "The second paragraph of the treaty was amended to make clear that fishing is free.",
    "The board would like to apologise to boaters for the delay.",
    "The judge erred in Monday's ruling, the lawyers argued.",
    "As reported here on Monday, the lock is to shut.",
    "Note: the sauce can be fixed with a spoon of cream.",
    "An obituary of the pilot in a rival paper omitted her daughter.",
    "We got the weather wrong, and the tents came down.",
    "A second picture, in the hall, may also be wrongly identified.",
  ]

  private func told(_ text: String) -> [NoticeChange.Kind] {
    let lines = [
      "# Board backs a new lock", "The board backed a new lock on Tuesday.", "Work starts in May.",
    ]
    return StoryDiff(from: story(lines: lines), to: story(lines: lines + [text])).notices
      .map(\.kind)
  }

  @Test(arguments: ours) func `is the newsroom, in many ways`(notice: Case) {
    #expect(told(notice.text) == [notice.kind].compactMap { $0 })
  }

  @Test(arguments: theirs) func `is somebody else, who mends a text of theirs`(text: String) {
    #expect(told(text).isEmpty)
  }

  @Test func `in Spanish an error alone is not the newsroom's`() {
    let lines = ["El puerto tiene una esclusa nueva.", "La obra empieza en mayo."]
    func told(_ text: String) -> Int {
      StoryDiff(
        from: story(lines: lines, language: "es"), to: story(lines: lines + [text], language: "es")
      ).notices.count
    }
    #expect(told("El juzgado rectificó la multa por un error en el cálculo.") == 0)
    #expect(told("Por un error de edición, el pie de foto situaba la esclusa en Soria.") == 1)
  }
}
