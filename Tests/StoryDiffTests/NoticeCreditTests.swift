import StoryModel
import Testing

@testable import StoryDiff

/// A credit rests on something that a notice says: a value, a subject or a kind of thing.
@Suite struct `What a credit rests on` {
  static let names = [
    // Whose something is, under the name that was mended too, is not what was wrong.
    LinkCase(
      notice: "An earlier version said that Mr Oake was from Lorn. He is from Ashby.",
      old: "Martin Oake left Lorn in spring.", new: "Marvin Oake left Ashby in spring.",
      links: [false, true]),
    LinkCase(
      notice: "Correction: An earlier version gave Colin Oake's age as 27; he was 29.",
      old: "Callum Oake, 27, fell from the quay.", new: "Colin Oake, 29, fell from the quay.",
      links: [false, true]),
    LinkCase(
      notice: "An earlier version of this article said that SeaNorth had not apologised. It has.",
      old: "CalNorth ran the ferry. It has not apologised.",
      new: "SeaNorth ran the ferry. It has apologised.", links: [false, true]),
    LinkCase(
      notice: "Correction: The Royal Oak bought the hotel for £16m. An earlier version had less.",
      old: "The Grand Hotel was bought by the Royal Oak for £6m.",
      new: "The Elm Hotel was bought by the Royal Oak for £16m.", links: [false, true]),
    // What both names are of.
    LinkCase(
      notice: "Correction: This story gave the wrong park for the regatta dinner.",
      old: "The dinner is in Elm Park at 7 p.m. on Friday.",
      new: "The dinner is in Oak Park at 8 p.m. on Friday.", links: [true, false]),
    LinkCase(
      notice: "The first name of one of the men was wrong in an earlier version of this report.",
      old: "The body of Callum Oake was found on Sunday. He fell in Lorn.",
      new: "The body of Colin Oake was found on Sunday. He fell in Ashby.",
      links: [true, false]),
    LinkCase(
      notice: "Corrección: la jueza se llama Cristina Vila, no Carmen.",
      old: "Lo dijo ayer la fiscal Carmen Vila.", new: "Lo dijo ayer la jueza Cristina Vila.",
      links: [false, true], language: "es"),
    // Where something is, and when.
    LinkCase(
      notice: "Correction: The fair is in Ashby in December. This story had another month.",
      old: "The fair is in Lorn in November.", new: "The fair is in Ashby in December.",
      links: [true, true]),
  ]

  @Test(arguments: names) func `is no mention of somebody`(link: LinkCase) { link.check() }

  static let explained = [
    // The kind that is named is that of the value that is given.
    LinkCase(
      notice: "An earlier version misidentified the film as her third. It is her fourth.",
      old: "The film, shot in Lorn, is her third.", new: "The film, shot in Ashby, is her fourth.",
      links: [false, true]),
    LinkCase(
      notice: "An earlier version of this story misreported to whom she lent the boat. It is her "
        + "brother.",
      old: "Ms Oake of Lorn lent the boat to her sister.",
      new: "Ms Oake of Ashby lent the boat to her brother.", links: [false, true]),
    LinkCase(
      notice: "The law was signed in 2019. An earlier version of this story gave another year.",
      old: "The law, signed in 2018, saves £30 a year.",
      new: "The law, signed in 2019, saves £13 a year.", links: [true, false]),
    LinkCase(
      notice: "Correction: The permit was issued by the Orme Bureau. This story originally named "
        + "another body.",
      old: "The Lorn Corps gave the permit. President Oake named the judge.",
      new: "The Orme Bureau gave the permit. President Vane named the judge.",
      links: [true, false]),
    LinkCase(
      notice: "An article on Wednesday about the lock misidentified the president who named the "
        + "judge. She was named by President Vane, not President Oake.",
      old: "The judge, named by President Oake, blocked it on Tuesday.",
      new: "The judge, named by President Vane, blocked it on Wednesday.", links: [true, false]),
    // What is so, with no word of what was wrong.
    LinkCase(
      notice: "(Corrects to show Orme agreed to buy Lorn Water, did not complete the purchase)",
      old: "Orme may buy Lorn Water for £900.", new: "Orme may buy Lorn Water for £990.",
      links: [false]),
    LinkCase(
      notice: "Correction: The quay is owned by the city. An earlier version misstated the owner.",
      old: "The quay can hold 18,000 boats.", new: "The quay can hold 16,000 boats.",
      links: [false]),
    // How sure it is, where a place is set right.
    LinkCase(
      notice: "Correction: The board is to meet in Ashby, not Lorn.",
      old: "The board will meet in Lorn in May.", new: "The board could meet in Ashby in May.",
      links: [false, true]),
  ]

  @Test(arguments: explained) func `is no kind whose value is given`(link: LinkCase) {
    link.check()
  }

  static let inserts = [
    LinkCase(
      notice: "Correction: A photo caption with an earlier version of this story identified the "
        + "lake as Elm Lake. In fact, the photo shows Oak Lake.",
      old: "The slide above Oak Lake was 200 metres wide.",
      new: "The slide above Oak Lake was 150 metres wide.", links: [false]),
    LinkCase(
      notice: "A map that ran with an earlier version of this story put the lock in Lorn.",
      old: "The lock in Ashby opened in 1921.", new: "The lock in Lorn opened in 1912.",
      links: [false, false]),
    LinkCase(
      notice:
        "Hinweis: In einer früheren Version war das Foto falsch beschriftet. Zu sehen ist das "
        + "Rathaus in Neudorf.",
      old: "Das Rathaus in Altdorf ist seit Montag zu.",
      new: "Das Rathaus in Neudorf ist seit Montag zu.", links: [false], language: "de"),
    // In a caption, or of both values.
    LinkCase(
      notice: "An earlier version of the caption gave the wrong age for Ms Oake.",
      old: "Pictured: Jo Oake, 41, on the quay.",
      new: "Pictured: Jo Oake, 42, on the quay.", links: [true]),
    LinkCase(
      notice: "A caption in an earlier version of this story said the lock is in Lorn. It is in "
        + "Ashby.",
      old: "The lock in Lorn is shut.", new: "The lock in Ashby is shut.", links: [true]),
    LinkCase(
      notice: "An earlier version of this story and a caption misstated the age of Ms Oake.",
      old: "Ms Oake, 41, sails.", new: "Ms Oake, 42, sails.", links: [true]),
  ]

  @Test(arguments: inserts) func `is of what stands beside a text`(link: LinkCase) {
    link.check()
  }

  static let kinds = [
    LinkCase(
      notice: "This story has been updated to correct the vote total.",
      old: "The council voted 7-2 to lend £45 million.",
      new: "The council voted 8-1 to lend £54 million.", links: [true, false]),
    LinkCase(
      notice: "A previous version of this article incorrectly said passenger numbers had fallen.",
      old: "Some 400 jobs are at risk. Passenger numbers have fallen.",
      new: "Some 300 jobs are at risk. Passenger numbers have risen.", links: [false, true]),
    LinkCase(
      notice: "A previous version of this article gave incorrect figures for boats per hour from "
        + "Lorn to Ashby.",
      old: "In all 30 boats a day will go. Lorn and Ashby will have 1 boat an hour.",
      new: "In all 13 boats a day will go. Lorn and Ashby will have 2 boats an hour.",
      links: [false, true]),
    LinkCase(
      notice: "We have amended the number of shops and the number of jobs in this story.",
      old: "Orme will shut 12 shops with the loss of 150 jobs. It has 9 ferries.",
      new: "Orme will shut 21 shops with the loss of 250 jobs. It has 8 ferries.",
      links: [true, true, false]),
    LinkCase(
      notice: "Correction: An earlier version of this story had the wrong revenue figures.",
      old: "Orme had revenue of £81 million. It bought Lorn Water for £900,000.",
      new: "Orme had revenue of £87 million. It bought Lorn Water for £990,000.",
      links: [true, false]),
    LinkCase(
      notice: "CORRECTION: We got the date and venue of the dinner wrong in an earlier version.",
      old: "Ms Oake, born in Lorn, rows. The dinner was at the Elm Inn on Sunday.",
      new: "Ms Oake, born in Ely, rows. The dinner was at the Oak Inn on Friday.",
      links: [false, true, true]),
    LinkCase(
      notice: "An earlier version of this article misstated how often the prize is given.",
      old: "The prize, worth £10, is given every 2 years.",
      new: "The prize, worth £15, is given every 3 years.", links: [false, true]),
    LinkCase(
      notice: "An earlier version was wrong about where the buyer came from.",
      old: "The car went to a dealer from Lorn after 40 seconds.",
      new: "The car went to a dealer from Ashby after 50 seconds.", links: [true, false]),
    LinkCase(
      notice: "Correction: the cost of the salvage was out by £10m in an earlier version.",
      old: "The salvage could cost £8m. The crew is 12.",
      new: "The salvage could cost £18m. The crew is 14.", links: [true, false]),
    LinkCase(
      notice: "In an earlier version of this story, the yard's offer was misstated.",
      old: "The Elm Yard is shut. The yard has offered 5 percent.",
      new: "The Oak Yard is shut. The yard has offered 7 percent.", links: [false, true]),
    LinkCase(
      notice: "Clarification: the fee applies to boats above a ton and not to every boat.",
      old: "The fee is for all boats in the lock.", new: "The fee is for 9 boats in the lock.",
      links: [true]),
    LinkCase(
      notice: "This piece was amended to make clear that Jo Oake manages the inn but does not own "
        + "it.",
      old: "Jo Oake, the owner, says that 31 came.",
      new: "Jo Oake, the manager, says that 31 came.",
      links: [true]),
    LinkCase(
      notice: "This story was corrected Oct. 3 to fix the cost of the lock, and Oct. 4 to fix the "
        + "day of the reopening.",
      old: "The lock will reopen on Saturday.", new: "The lock will reopen on Friday.",
      links: [true]),
    LinkCase(
      notice: "In einer früheren Fassung dieses Artikels war das Alter von Frau Maier falsch.",
      old: "Frau Maier, 57, ist nach acht Jahren im Amt zurückgetreten.",
      new: "Frau Maier, 59, ist nach neun Jahren im Amt zurückgetreten.", links: [true, false],
      language: "de"),
    LinkCase(
      notice: "Rectificatif : c'est FO, et non la CGT, qui avance ce chiffre.",
      old: "Selon la CGT, 1 200 salariés sont en grève.",
      new: "Selon FO, 2 100 salariés sont en grève.", links: [true, false], language: "fr"),
  ]

  @Test(arguments: kinds) func `is the kind of thing and its subject`(link: LinkCase) {
    link.check()
  }

  @Test func `a surname that is a word too is mended where a notice says that it was misspelt`() {
    let diff = StoryDiff(
      from: story("Council leader Tom Bright said that work would start."),
      to: story(
        "Council leader Tom Wright said that work would start.",
        "An earlier version of this article misspelt the name of the council leader."))
    #expect(diff.claims.isEmpty)
    #expect(diff.corrections.map(\.kind) == [.name])
    #expect(diff.corrections.allSatisfy { $0.acknowledgedBy == "n1" })
  }

  @Test func `things of two words that a notice tells apart are a claim`() {
    LinkCase(
      notice: "Correction: The helicopter was from the Royal Navy rather than the coastguard.",
      old: "A helicopter of the coastguard came.", new: "A helicopter of the Royal Navy came.",
      links: [true]
    ).check()
  }
}
