import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `What a notice says in other words than its story` {
  static let told = [
    // Of a term, a post or an age, whose it is may be said in another paragraph.
    LinkCase(
      notice: "Correction: An earlier version misstated the length of the sentence given to Oake.",
      old: "A man was jailed for nine years for the raid.\n\nTom Oake, of Ely, had denied it.",
      new: "A man was jailed for ten years for the raid.\n\nTom Oake, of Ely, had denied it.",
      links: [true]),
    LinkCase(
      notice:
        "This story has been amended to make clear that Orme has yet to agree to a second lock.",
      old: "Orme will build a second lock.", new: "Orme could build a second lock.", links: [true]),
    LinkCase(
      notice:
        "Editor's note: We reported that the eel club paid for the lock. We regret the error.",
      old: "The eel club was among those who paid for the lock.",
      new: "The eel club was not among those who paid for the lock.", links: [true]),
    LinkCase(
      notice: "Correction: This story has been changed to correct how much snow fell.",
      old: "The lock was shut when 40 inches of snow fell.",
      new: "The lock was shut when 14 inches of snow fell.", links: [true]),
    LinkCase(
      notice: "UPDATED 4pm: Corrects the number of redundancies.", old: "Orme is to cut 250 jobs.",
      new: "Orme is to cut 310 jobs.", links: [true]),
    LinkCase(
      notice: "The lock opens in June. A previous version of this article gave the wrong month.",
      old: "The lock opens in May.", new: "The lock opens in June.", links: [true]),
    LinkCase(
      notice: "Correction: The pay rise for bakers was given wrongly in an earlier version.",
      old: "Bakers will get 4% more, millers 3% more.",
      new: "Bakers will get 5% more, millers 6% more.", links: [true, false]),
    LinkCase(
      notice: "Correction: An earlier version of this story gave the wrong age for Max Oake.",
      old: "Lou Oake, 51, who owns the lock with her brother Max, 47, won a prize.",
      new: "Lou Oake, 52, who owns the lock with her brother Max, 48, won a prize.",
      links: [false, true]),
  ]

  static let ofOneSentence = [
    LinkCase(
      notice: "An earlier version of this story gave Birk's population as 40,000.",
      old: "Morley has 40,000 people; Birk has 40,000.",
      new: "Morley has 41,000 people; Birk has 44,000.", links: [false, true]),
    LinkCase(
      notice: "An earlier version of this story misstated Oake's winning time by a minute.",
      old: "Oake won in 2:14:09 before a crowd of 500.",
      new: "Oake won in 2:15:09 before a crowd of 600.", links: [true, false]),
    LinkCase(
      notice: "This story has been updated to correct the amount of paint that was spilled.",
      old: "A lorry spilt 900 litres of paint at 8am.",
      new: "A lorry spilt 9,000 litres of paint at 9am.", links: [true, false]),
  ]

  static let untold = [
    // A spelling, a law and a post are not what else changed in their sentence.
    LinkCase(
      notice: "This article was edited on Thursday to correct the spelling of Quorvane.",
      old: "Tom Oake, of Quorvane, was found by his nephew.",
      new: "Tom Oake, of Quorvane, was found by his son.", links: [false]),
    LinkCase(
      notice: "Correction: An earlier version wrongly described Ms Oake's view of the bill.",
      old: "The bill on eels would cost $2bn.", new: "The bill on eels would cost $3bn.",
      links: [false]),
    LinkCase(
      notice:
        "Correction: An earlier version gave the yearly catch as 150 tonnes. It is 250 tonnes.",
      old: "The catch was 150 tonnes in the years from 2002.",
      new: "The catch was 250 tonnes in the years from 2003.", links: [true, false]),
  ]

  @Test(arguments: told + ofOneSentence + untold) func `is told by what is meant`(link: LinkCase) {
    link.check()
  }

  @Test func `acknowledges a name whose slip was mended`() {
    let diff = StoryDiff(
      from: story("# Man held", "Police held Aaron Clark, of Bray.", "It rained."),
      to: story(
        "# Man held", "Police held Aaron Clarke, of Bray.", "It rained.",
        "A previous version of this article misspelled Mr Clarke's surname."))
    #expect(diff.corrections.map(\.kind) == [.name])
    #expect(diff.corrections.map(\.acknowledgedBy) == ["n1"])
  }

  @Test
  func
    `a first name of which a notice says that it was misspelt is one, though two letters of it differ`()
  {
    let diff = StoryDiff(
      from: story("# Harbour", "Katrina Orr led the rowers.", "They won."),
      to: story(
        "# Harbour", "Catriona Orr led the rowers.", "They won.",
        "An earlier version of this story misspelled Ms Orr’s first name as Katrina."))
    #expect(diff.claims.isEmpty)
    #expect(diff.corrections.map(\.kind) == [.name])
    #expect(diff.corrections.first?.acknowledgedBy == "n1")
  }

  @Test func `acknowledges a name in French whose spelling it speaks of`() {
    let diff = StoryDiff(
      from: story(
        "# Une directrice", "Karine Holm dirigera le théâtre de la ville.", "Elle vient de Nantes.",
        language: "fr"),
      to: story(
        "# Une directrice", "Carine Holm dirigera le théâtre de la ville.", "Elle vient de Nantes.",
        "Cet article a été corrigé : l'orthographe du prénom de Mme Holm était erronée.",
        language: "fr"))
    #expect(diff.corrections.map(\.acknowledgedBy) == ["n1"])
  }

  @Test func `says no claims where a line in brackets stands above the story`() {
    let body = ["Work on the lock began in May.", "It will take a year.", "The keeper is glad."]
    let diff = StoryDiff(
      from: story(lines: ["# (Corrects the depth to 12 metres)"] + body),
      to: story(lines: ["# (Corrects the depth to 14 metres)"] + body))
    #expect(diff.notices.map(\.kind) == [.correction])
    #expect(diff.claims.isEmpty)
  }
}
