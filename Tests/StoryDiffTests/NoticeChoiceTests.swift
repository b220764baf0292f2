import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `Which of like changes a notice speaks of` {
  static let counted = [
    LinkCase(
      notice: "Correction: The works makes 350 carts a day, not 300.",
      old: "The works makes 300 carts a day. It employs 300 people.",
      new: "The works makes 350 carts a day. It employs 350 people.", links: [true, false]),
    // Beside the figure that it sets right a reversal may stand of which it says nothing.
    LinkCase(
      notice: "Correction: An earlier version said that the plan costs $5m. It costs $6m.",
      old: "The plan, which costs $5m, was rejected by the mayor.",
      new: "The plan, which costs $6m, was approved by the mayor.", links: [true, false]),
    LinkCase(
      notice: "Correction: The storm killed 15 people, not 12.",
      old: "The storm killed 12 people. Most of the 12 dead were sailors.",
      new: "The storm killed 15 people. Most of the 15 dead were sailors.", links: [true, true]),
    LinkCase(
      notice: "Correction: The house was listed in 1978, not 1987.",
      old: "The house, built in 1987, is empty. It was listed in 1987.",
      new: "The house, built in 1978, is empty. It was listed in 1978.", links: [false, true]),
    LinkCase(
      notice: "Correction: An earlier version said the town has 3,400 residents. It has 4,300.",
      old: "The town has 3,400 residents. A new hall will cost £3,400.",
      new: "The town has 4,300 residents. A new hall will cost £4,300.", links: [true, false]),
    LinkCase(
      notice: "Correction: This story said wrongly that the school would close on Friday.",
      old: "The school will close on Friday. The hearing is on Friday.",
      new: "The school will close on Monday. The hearing is on Tuesday.", links: [true, false]),
  ]

  static let ofOneValue = [
    LinkCase(
      notice: "Correction: The bill for the lock was $4m, not $3m.",
      old: "The bill for the lock came to $3m. The keeper was paid $3m to leave.",
      new: "The bill for the lock came to $4m. The keeper was paid $4m to leave.",
      links: [true, false]),
    LinkCase(
      notice: "Correction: An earlier version of this story said the regatta began at 3pm.",
      old: "A band played in the park at 3pm. The regatta began at 3pm.",
      new: "A band played in the park at 4pm. The regatta began at 4pm.", links: [false, true]),
    LinkCase(
      notice: "Correction: A pound of eels rose by 6p, not 4p.",
      old: "A pound of eels rose by 4p and a loaf of rye by 4p in May.",
      new: "A pound of eels rose by 6p and a loaf of rye by 6p in May.", links: [true, false]),
    // What goes on from the sentence before has its subject.
    LinkCase(
      notice: "Correction: The bill for the lock was $4m, not $3m.",
      old: "The bill for the lock came to $3m. The $3m is due in May.",
      new: "The bill for the lock came to $4m. The $4m is due in May.", links: [true, true]),
    LinkCase(
      notice: "Correction: The flood hurt 15 people, not 12.",
      old: "The flood hurt 12 people. The 12 were taken to Ely.",
      new: "The flood hurt 15 people. The 15 were taken to Ely.", links: [true, true]),
    LinkCase(
      notice: "Correction: Oake was jailed for six years, not five.",
      old: "Oake was jailed for five years. He got five years for one theft.",
      new: "Oake was jailed for six years. He got six years for one theft.", links: [true, true]),
  ]

  @Test(arguments: counted + ofOneValue) func `is told by what it counts and dates`(link: LinkCase)
  {
    link.check()
  }

  static let named = [
    LinkCase(
      notice: "Correction: An earlier version wrongly attributed the estimate to the mayor.",
      old: "The damage is £2 million, the mayor said. Roads were clear, police said.",
      new: "The damage is £2 million, the insurer said. Roads were clear, the council said.",
      links: [true, false]),
    LinkCase(
      notice: "This story has been corrected: the suspect was arrested in Boise, not in Reno.",
      old: "The suspect was arrested in Reno. His lawyer works in Reno.",
      new: "The suspect was arrested in Boise. His lawyer works in Elko.", links: [true, false]),
    LinkCase(
      notice: "Correction: An earlier version named the wrong hospital.",
      old: "The girls were taken to Mercy Hospital. The driver is from Dayton.",
      new: "The girls were taken to Grace Hospital. The driver is from Toledo.",
      links: [true, false]),
    LinkCase(
      notice: "Correction: Ghent Metals is the owner of the mine.",
      old: "The ore is shipped to Ghent by barge.", new: "The ore is shipped to Bruges by barge.",
      links: [false]),
  ]

  @Test(arguments: named) func `is told by the names that it gives`(link: LinkCase) { link.check() }

  static let none = [
    LinkCase(
      notice: "Correction: The price of milk is $5, not $4.",
      old: "A dozen eggs cost $4 at the market. A gallon of milk costs $5 in town.",
      new: "A dozen eggs cost $5 at the market. A gallon of milk costs $5 in town.",
      links: [false]),
    LinkCase(
      notice: "Clarification: The toll remains 12.", old: "The flood killed 12 people.",
      new: "The flood killed 15 people.", links: [false]),
    LinkCase(
      notice: "Correction: An earlier version misstated the year in which the mine closed.",
      old: "Edith Orr was born in 1950. The mine closed in 1984.",
      new: "Edith Orr was born in 1951. The mine closed in 1984.", links: [false]),
  ]

  @Test(arguments: none) func `is none where it speaks of something else`(link: LinkCase) {
    link.check()
  }

  @Test func `an update that tells of a new amount acknowledges it and admits no error`() {
    let diff = StoryDiff(
      from: story("The operator wants a fare of £4. A petition raised £400."),
      to: story(
        "The operator wants a fare of £5. A petition raised £600.",
        "! Updated: This post now includes the new fare that the operator is proposing."))
    #expect(diff.claims.map { $0.acknowledgedBy != nil } == [true, false])
    #expect(diff.corrections.isEmpty)
  }

  static let misspelt = [
    "Correction: An earlier version misspelled the name of the treasurer. We apologise to Ms Hallam.",
    "Correction: The surname of the treasurer, Anne Hallam, was misspelt.",
    "Correction: An earlier version misspelled the name of the treasurer.",
  ]

  @Test(arguments: misspelt) func `a name that it says was misspelt is mended, and no other`(
    notice: String
  ) {
    let before = "The treasurer, Ann Hollam, left the club in May after nine years."
    let after = "The treasurer, Anne Hallam, left the club in May after nine years."
    let diff = StoryDiff(from: story(before), to: story(after, "! " + notice))
    #expect(diff.claims.isEmpty)
    #expect(diff.corrections.map(\.kind) == [.name])
    #expect(diff.corrections.first?.acknowledgedBy == "n1")
    #expect(StoryDiff(from: story(before), to: story(after)).claims.count == 1)
  }

  @Test func `a value beside a misspelt name is one all the same`() {
    LinkCase(
      notice: "This obituary was corrected on 4 May. Orr was 71 when he died, and the name of his "
        + "wife, Ida Lunt, was misspelt.",
      old: "Orr has died aged 72. He had four boats.",
      new: "Orr has died aged 71. He had five boats.", links: [true, false]
    ).check()
  }

  @Test func `a French label before a clause with a verb of saying opens a notice`() {
    LinkCase(
      notice:
        "Rectificatif : le prix de la vente est de 3,2 millions d'euros et non de 2,3 millions, "
        + "comme nous l'avions écrit par erreur.",
      old: "Le conseil a approuvé la vente du moulin pour 2,3 millions d'euros.",
      new: "Le conseil a approuvé la vente du moulin pour 3,2 millions d'euros.", links: [true],
      language: "fr"
    ).check()
  }

  @Test func `a paragraph is never paired with a notice of the same words`() {
    let diff = StoryDiff(
      from: story("Fire at the mill", "The gunman used a rifle."),
      to: story(
        "Fire at the mill", "The gunman used a handgun that was never found.",
        "Correction: The gunman used a handgun, not a rifle."))
    #expect(diff.blocks.last?.change == .added)
    #expect(diff.notices.map(\.change) == [.added])
  }
}
