import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `What a notice was wrong about` {
  static let questions = [
    LinkCase(
      notice: "Correction: An earlier version of this story misstated when the lock was opened.",
      old: "The lock, opened in 1921, is shut. The mill burned in 1988.",
      new: "The lock, opened in 1912, is shut. The mill burned in 1989.", links: [true, false]),
    LinkCase(
      notice: "Correction: This story was wrong about where the regatta will be held.",
      old: "The regatta will be held in Lorn. The cox was born in Dunmere.",
      new: "The regatta will be held in Ashby. The cox was born in Kelso.", links: [true, false]),
    LinkCase(
      notice: "Correction: An earlier version misstated how many people signed the petition.",
      old: "Some 4,100 people signed the petition. The council has 41 members.",
      new: "Some 1,400 people signed the petition. The council has 40 members.",
      links: [true, false]),
    LinkCase(
      notice: "Correction: The number who signed up was wrong in an earlier version.",
      old: "In all 900 people joined. Turnout was 12% in May.",
      new: "In all 700 people joined. Turnout was 14% in May.", links: [true, false]),
    // A surname that is a word for a sum.
    LinkCase(
      notice: "Amended: Ada Price reads physics, not chemistry.",
      old: "Ada Price, a young chemist, left. The club pays for the oars.",
      new: "Ada Price, a young physicist, left. The club pays £640 for the oars.",
      links: [true, false]),
    // A word of a quotation that may stand anywhere.
    LinkCase(
      notice: "Correction: An earlier version understated how much sailors of the line will pay.",
      old: "Fares rise by £38. \"Sailors were let down,\" said Ada Orr.",
      new: "Fares rise by £48. \"Families were let down,\" said Ada Orr.", links: [true, false]),
    // Whom a denial names is not what it denies.
    LinkCase(
      notice: "Correction: Ada Orr's age was given incorrectly in an earlier version.",
      old: "The pilot said that he had never met Ada Orr, 34.",
      new: "The pilot said that he had met Ada Orr, 35.", links: [false, true]),
    // `when` of the notice's own.
    LinkCase(
      notice: "Correction: An earlier version was incorrect when it named the mill's owner.",
      old: "The mill burned in 1988.", new: "The mill burned in 1989.", links: [false]),
  ]

  @Test(arguments: questions) func `is told by a question word`(link: LinkCase) { link.check() }

  static let directions = [
    LinkCase(
      notice: "Correction: An earlier version of this story overstated the cost of the ferry.",
      old: "The ferry cost £48 million. The yard lost £31 million.",
      new: "The ferry cost £38 million. The yard lost £30 million.", links: [true, false]),
    LinkCase(
      notice: "Correction: An earlier version understated the crowd.",
      old: "The crowd was 1,200. The ferry made nine trips to move the crowd.",
      new: "The crowd was 2,100. The ferry made seven trips to move the crowd.",
      links: [true, false]),
    LinkCase(
      notice: "EDIT: Thanks to all who wrote in. I had the walk three miles too long.",
      old: "The walk is 14 miles from the pier. We ate at 14 tables.",
      new: "The walk is 11 miles from the pier. We ate at 13 tables.", links: [true, false]),
    LinkCase(
      notice:
        "Korrektur: In einer früheren Fassung hatten wir die Länge des Tunnels zu kurz angegeben.",
      old: "Der Tunnel ist 800 Meter lang. Im Dorf leben 800 Menschen.",
      new: "Der Tunnel ist 1100 Meter lang. Im Dorf leben 700 Menschen.", links: [true, false],
      language: "de"),
  ]

  @Test(arguments: directions) func `is told by which way it was wrong`(link: LinkCase) {
    link.check()
  }

  static let subjects = [
    LinkCase(
      notice: "Editor's note: This story was updated on 3 May to correct the capacity of the kiln.",
      old: "The works employs 700 people. Its kiln fires 700 bricks a day.",
      new: "The works employs 750 people. Its kiln fires 900 bricks a day.", links: [false, true]),
    LinkCase(
      notice: "This story has been amended to correct the figure for the average wage.",
      old: "Workers earn an average of $21 an hour. As many as 40 people applied.",
      new: "Workers earn an average of $24 an hour. As many as 60 people applied.",
      links: [true, false]),
    LinkCase(
      notice: "Correction: This story was amended to correct the height of the dam.",
      old: "The dam, 90 metres high, is 300 metres long.",
      new: "The dam, 60 metres high, is 330 metres long.", links: [true, false]),
    LinkCase(
      notice: "Correction: The date of the auction, which we gave wrongly, has been put right.",
      old: "The lots go under the hammer on 3 June. The auction, in the hall, begins at 9am.",
      new: "The lots go under the hammer on 10 June. The auction, in the hall, begins at 10am.",
      links: [true, false]),
    LinkCase(
      notice: "Correction: An earlier version gave the wrong location for the shelter.",
      old: "The shelter is on Mill Street. The council meets on Dock Street.",
      new: "The shelter is on Park Street. The council meets on Quay Street.",
      links: [true, false]),
  ]

  @Test(arguments: subjects) func `is told by its subject`(link: LinkCase) { link.check() }

  static let statements = [
    LinkCase(
      notice:
        "An earlier version of this report wrongly stated that Mr Orr had admitted the charge.",
      old: "A man has pleaded guilty to theft. He was fined £30.",
      new: "A man has pleaded not guilty to theft. He was fined £40.", links: [true, false]),
    LinkCase(
      notice: "This article was amended to make clear that detectives have not yet settled what "
        + "caused the crash.",
      old: "The crash was caused by ice. The road was shut for four hours.",
      new: "The crash may have been caused by ice. The road was shut for five hours.",
      links: [true, false]),
    // What was made surer is no news of doubt.
    LinkCase(
      notice: "This article was amended to make clear that nobody knows what caused the crash.",
      old: "The crash may have been caused by ice.", new: "The crash was caused by ice.",
      links: [false]),
  ]

  @Test(arguments: statements) func `may be a whole statement`(link: LinkCase) { link.check() }

  static let months = [
    LinkCase(
      notice: "Correction: The fair opens in July, not June.",
      old: "The fair opens on June 14. The pool shuts on May 2.",
      new: "The fair opens on July 14. The pool shuts on April 2.", links: [true, false]),
    LinkCase(
      notice: "(Corrects end of the season in second paragraph to December, not November)",
      old: "The ferry sails until the end of November.",
      new: "The ferry sails until the end of December.", links: [true]),
    // One of the two months alone is no word on a change from the other.
    LinkCase(
      notice: "Correction: The mayor was elected in June.", old: "The fair opens on June 14.",
      new: "The fair opens on July 14.", links: [false]),
  ]

  @Test(arguments: months) func `may be a month of which a day was told`(link: LinkCase) {
    link.check()
  }
}
