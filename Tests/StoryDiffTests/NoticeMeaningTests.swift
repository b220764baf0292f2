import Testing

@testable import StoryDiff

@Suite struct `Which value a notice means` {
  static let ages = [
    LinkCase(
      notice: "Correction: Max Barr's age was given incorrectly in an earlier version.",
      old: "Lou Moss, 31, said that she had never met Max Barr, 34.",
      new: "Lou Moss, 32, said that she had never met Max Barr, 35.", links: [false, true]),
    LinkCase(
      notice: "Correction: Ms Moss was described in an earlier version as 34 years old.",
      old: "A 34-year-old woman, Lou Moss, and a 34-year-old man, Max Barr, were held.",
      new: "A 36-year-old woman, Lou Moss, and a 33-year-old man, Max Barr, were held.",
      links: [true, false]),
    LinkCase(
      notice: "Correction: An earlier version had the wrong age for the younger sister.",
      old: "The sisters, aged 13 and 9, clung to a plank.",
      new: "The sisters, aged 14 and 11, clung to a plank.", links: [false, true]),
  ]

  @Test(arguments: ages) func `an age is that of whom it names, or of the younger one`(
    link: LinkCase
  ) { link.check() }

  static let pairs = [
    LinkCase(
      notice: "Correction: The girl's age was wrong in an earlier version.",
      old: "A boy, 10, and a girl, 8, won.", new: "A boy, 11, and a girl, 9, won.",
      links: [false, true]),
    LinkCase(
      notice: "Correction: An earlier version misstated the passenger's age.",
      old: "The driver, 40, and his passenger, 22, were hurt.",
      new: "The driver, 41, and his passenger, 23, were hurt.", links: [false, true]),
    LinkCase(
      notice: "Correction: An earlier version misstated the cost of the tunnel.",
      old: "The bridge cost £4m and the tunnel £9m.",
      new: "The bridge cost £5m and the tunnel £8m.",
      links: [false, true]),
    LinkCase(
      notice: "Correction: An earlier version misstated what he paid.",
      old: "He was fined £50 and paid £70.", new: "He was fined £60 and paid £80.",
      links: [false, true]),
  ]

  @Test(arguments: pairs) func `what stands behind a figure and another one is not counted by it`(
    link: LinkCase
  ) { link.check() }

  static let others = [
    LinkCase(
      notice: "Correction: An earlier version gave the wrong age for Max Barr.",
      old: "Lou Moss, 30, married Max Barr, 40.", new: "Lou Moss, 31, married Max Barr, 40.",
      links: [false]),
    LinkCase(
      notice: "Correction: An earlier version gave the wrong age for Lou Moss.",
      old: "Lou Moss, 30, married Max Barr, 40.", new: "Lou Moss, 31, married Max Barr, 40.",
      links: [true]),
    LinkCase(
      notice: "Correction: An earlier version misstated what was paid for the statue.",
      old: "The board paid £4,000 for the statue and £900 for the plinth.",
      new: "The board paid £4,000 for the statue and £700 for the plinth.", links: [false]),
    LinkCase(
      notice: "Correction: An earlier version misstated what was paid for the plinth.",
      old: "The board paid £4,000 for the statue and £900 for the plinth.",
      new: "The board paid £4,000 for the statue and £700 for the plinth.", links: [true]),
  ]

  @Test(arguments: others) func `it means no change beside the value that it speaks of`(
    link: LinkCase
  ) { link.check() }

  static let ends = [
    LinkCase(
      notice: "Correction: An earlier version misstated the longest sentence as 12 years.",
      old: "The jury found 12 of the 15 guilty. They were jailed for between 5 and 12 years.",
      new: "The jury found 13 of the 15 guilty. They were jailed for between 5 and 14 years.",
      links: [false, true]),
    LinkCase(
      notice: "Correction: An earlier version misstated the longest sentence.",
      old: "They were jailed for 12, six and four years.",
      new: "They were jailed for 14, eight and five years.", links: [true, false, false]),
    LinkCase(
      notice: "Correction: An earlier version misstated the amount of the smaller gift.",
      old: "Lou Moss gave £4,000 and Max Barr £2,500, the first gifts so far.",
      new: "Lou Moss gave £5,000 and Max Barr £3,500, the first gifts so far.",
      links: [false, true]),
  ]

  @Test(arguments: ends) func `of several it means the end that it names`(link: LinkCase) {
    link.check()
  }

  static let money = [
    LinkCase(
      notice: "Correction: An earlier version misstated how much the club owes to staff.",
      old: "The club owes £4,000 to staff. Ten staff lost their jobs.",
      new: "The club owes £6,000 to staff. Twelve staff lost their jobs.", links: [true, false]),
    LinkCase(
      notice: "Our earlier report was mistaken about what the mill was sold for.",
      old: "The board sold the mill for £1.1m in May.",
      new: "The board sold the mill for £1.4m in June.", links: [true, false]),
    LinkCase(
      notice: "Correction: The size of the loss has been amended.",
      old: "The fund lost £40m in May.\nSome 9,000 savers would be told.",
      new: "The fund lost £60m in May.\nSome 8,000 savers would be told.", links: [true, false]),
    LinkCase(
      notice:
        "Mistakes over what the mill was sold for, and over how many left, have been put right in this version.",
      old: "The mill was sold for £3m after 20 people left.",
      new: "The mill was sold for £5m after 30 people left.", links: [true, true]),
  ]

  @Test(arguments: money) func `what was paid and how much is a sum of money`(link: LinkCase) {
    link.check()
  }

  static let apart = [
    LinkCase(
      notice: "Sorry: an earlier version of this story took ten months off her labours.",
      old: "She won the 2023 prize. The work took her eight months.",
      new: "She won the 2024 prize. The work took her 18 months.", links: [false, true]),
    LinkCase(
      notice: "We regret two errors in Thursday's story: we made the lamp nine years younger than "
        + "it is and $400 a year cheaper.",
      old: "The lamp, hung 56 years ago, costs $1,900 a year to run by 12 people.",
      new: "The lamp, hung 65 years ago, costs $2,300 a year to run by 14 people.",
      links: [true, true, false]),
    LinkCase(
      notice: "We got our sums wrong: 40 boats at three a week will take not eight weeks but 14.",
      old: "The 40 boats should be done in eight weeks. They waited for two years.",
      new: "The 40 boats should be done in 14 weeks. They waited for three years.",
      links: [true, false]),
  ]

  @Test(arguments: apart) func `how far apart two values are tells which they were`(
    link: LinkCase
  ) { link.check() }

  static let kinds = [
    LinkCase(
      notice: "(This story corrects the percentage, the month and the number of tons in the first "
        + "two paragraphs)",
      old: "Catches rose in May.\nThey were up 7.4% in all.",
      new: "Catches rose in June.\nThey were up 4.7% in all.", links: [true, true]),
    LinkCase(
      notice: "An earlier version attributed the estimate of the whale's length to the wrong body.",
      old: "The whale was 12 metres long, according to the park board.",
      new: "The whale was 14 metres long, according to the Orme Sea Watch.", links: [false, true]),
    LinkCase(
      notice: "Correction: The number of divers at the wreck was wrong.",
      old: "They had two ropes. In all, 40 divers took turns at the wreck.",
      new: "They had three ropes. In all, 60 divers took turns at the wreck.",
      links: [false, true]),
    LinkCase(
      notice: "Correction: both the tally of the vote and the start of the toll were wrong.",
      old: "The board voted 14 to 9 for a toll from January.",
      new: "The board voted 19 to 4 for a toll from April.", links: [true, true]),
  ]

  @Test(arguments: kinds) func `the kinds that it names are those that were wrong`(link: LinkCase) {
    link.check()
  }

  static let words = [
    LinkCase(
      notice: "Correction: The raid began at 9 p.m., not 8 p.m.",
      old: "The raid of 17 men began at about 8 p.m. that day.",
      new: "The raid of 13 men began at about 9 p.m. that day.", links: [false, true]),
    LinkCase(
      notice: "An earlier version of this article misstated the number of the wheels that were "
        + "stolen and the night on which they were taken.",
      old: "Thieves took 64 wheels of cheese from a yard on Friday night.",
      new: "Thieves took 46 wheels of cheese from a yard on Thursday night.", links: [true, true]),
    LinkCase(
      notice: "Correction: This story was changed to correct the expected duration of the work.",
      old: "The work will take 18 months. The bridge will close on March 3.",
      new: "The work will take 16 months. The bridge will close on March 10.",
      links: [true, false]),
  ]

  @Test(arguments: words) func `a time that is rough, a night and a duration are found`(
    link: LinkCase
  ) { link.check() }

  @Test func `a middle initial that it corrects is the same person's`() {
    let diff = StoryDiff(
      from: story("# Fares", "The line is run by Marta T. Kessler of Lorn."),
      to: story(
        "# Fares", "The line is run by Marta P. Kessler of Lorn.",
        "Correction: An earlier version of this article gave the wrong middle initial for an owner "
          + "of the line. She is Marta P. Kessler, not Marta T. Kessler."))
    #expect(diff.claims.isEmpty)
    #expect(diff.corrections.map(\.kind) == [.name])
  }

  @Test func `the day on which something was written is no value`() {
    LinkCase(
      notice: "We wrote on Tuesday that Mr Barr had been suspended. That is untrue. We apologise.",
      old: "Mr Barr had been suspended, said a letter on Tuesday.",
      new: "Mr Barr had not been suspended, said a letter on Monday.", links: [true, false]
    ).check()
  }

  @Test func `what an original report said is owned up to`() {
    let diff = StoryDiff(
      from: story("# Roof appeal", "The mill is insured for storm damage, its owners say."),
      to: story(
        "# Roof appeal", "The mill is not insured for storm damage, its owners say.",
        "In our original report we said the mill was insured against storm damage."))
    #expect(diff.notices.map(\.kind) == [.correction])
    #expect(diff.claims.map { $0.acknowledgedBy } == ["n1"])
  }

  static let brackets = [
    "(Edited to fix the date of the meeting. Thanks, Ada!)",
    "[Updated to correct the date of the meeting.]",
  ]

  @Test(arguments: brackets) func `a mend told in brackets is a correction`(notice: String) {
    let old = "The plan goes to the board on 9 October."
    let diff = StoryDiff(
      from: story("# Bike lane", old),
      to: story("# Bike lane", "\(old.replacing("9", with: "2")) \(notice)"))
    #expect(diff.notices.map(\.kind) == [.correction])
    #expect(diff.claims.map { $0.acknowledgedBy } == ["n1"])
  }

  @Test func `a first name that it corrects is the same person's`() {
    let diff = StoryDiff(
      from: story("# Late goal", "Jaylin Oake scored late on Saturday."),
      to: story(
        "# Late goal", "Jalen Oake scored late on Saturday.",
        "Correction: The first name of Oake is Jalen, not Jaylin."))
    #expect(diff.claims.isEmpty)
    #expect(diff.corrections.map(\.kind) == [.name])
  }
}

@Suite struct `A last block that owns up` {
  static let owned = [
    LinkCase(
      notice: "The seal is about six years old, and it was caught on Saturday. The errors in our "
        + "earlier report are regretted.",
      old: "A seal caught on Friday, about four years old, was let go by 12 men.",
      new: "A seal caught on Saturday, about six years old, was let go by 14 men.",
      links: [true, true, false]),
    LinkCase(
      notice: "I had the builders wrong, and the year in which the doors opened. Thank you, Ada.",
      old: "The mill opened in 1934 with 900 seats.",
      new: "The mill opened in 1936 with 1,200 seats.",
      links: [true, false]),
    LinkCase(
      notice: "Correction: this article misstated, in one instance, the distance between the two "
        + "locks.",
      old: "The boats went to a lock 38 miles away with 204 people.",
      new: "The boats went to a lock 48 miles away with 240 people.", links: [true, false]),
    LinkCase(
      notice: "Correction: An earlier version misstated the month in which Ada Quill starts.",
      old: "Ada Quill will start on Aug. 1 with a staff of 12.",
      new: "Ada Quill will start on Sept. 1 with a staff of 14.", links: [true, false]),
    LinkCase(
      notice: "Correction: This article has been revised to show when sound checks may begin.",
      old: "Shows end by 11 p.m. in the hall. Sound checks may begin at 10 a.m. there.",
      new: "Shows end by 9 p.m. in the hall. Sound checks may begin at 8 a.m. there.",
      links: [false, true]),
  ]

  @Test(arguments: owned) func `is a notice, and finds what it speaks of`(link: LinkCase) {
    let diff = StoryDiff(
      from: story("# News", link.old), to: story("# News", link.new, link.notice))
    #expect(diff.notices.count == 1)
    #expect(diff.claims.map { $0.acknowledgedBy != nil } == link.links, "\(diff.compactFacts)")
  }

  @Test func `which corrects a name is a notice`() {
    let diff = StoryDiff(
      from: story("# Oyster prize", "It went to its founder, Ada Conneelly."),
      to: story(
        "# Oyster prize", "It went to its founder, Ada Conneely.",
        "The surname of Ada Conneely has been corrected from Conneelly to Conneely."))
    #expect(diff.notices.map(\.kind) == [.correction])
    #expect(diff.corrections.map { $0.acknowledgedBy } == ["n1"])
  }
}
