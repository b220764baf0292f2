import StoryCapture
import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `What a notice says of something else` {
  static let likeValues = [
    LinkCase(
      notice: "Correction: The number of sailors drowned was 9, not 8.",
      old: "The storm drowned 8 sailors. It also sank 8 barges.",
      new: "The storm drowned 9 sailors. It also sank 9 barges.", links: [true, false]),
    LinkCase(
      notice: "Correction: The grant for the weir is £4m, not £3m.",
      old: "The board gave £3m for the lock in spring and £3m for the weir.",
      new: "The board gave £4m for the lock in spring and £4m for the weir.",
      links: [false, true]),
    LinkCase(
      notice:
        "Correction: An earlier version gave a wrong depth of snow at Tarn Hall. It was 40 cm.",
      old: "Upper Gill had 30 cm of snow. Tarn Hall had 30 cm, the office said.",
      new: "Upper Gill had 40 cm of snow. Tarn Hall had 40 cm, the office said.",
      links: [false, true]),
    LinkCase(
      notice: "Correction: Six sailors were hurt in the collision, not seven.",
      old: "The collision hurt seven sailors on the seventh deck.",
      new: "The collision hurt six sailors on the sixth deck.", links: [true, false]),
  ]

  @Test(arguments: likeValues) func `like values are told apart by their subject`(link: LinkCase) {
    link.check()
  }

  static let otherTexts = [
    "Correction: A story in Friday's edition about the Orme regatta gave the wrong day. It is on "
      + "Sunday, not Saturday.",
    "Correction: An article published last week about a flower show in Ennor said that it was on "
      + "Saturday. It is on Sunday.",
    "Correction: A profile of Ada Quill said that she was born on a Saturday. It was a Sunday.",
    "CORRECTIONS: We said that the Orme raft race was on Saturday; it takes place on Sunday.",
  ]

  @Test(arguments: otherTexts) func `another article is none of this story's`(notice: String) {
    LinkCase(
      notice: notice, old: "The mill opens on Saturday after a year of work by the council.",
      new: "The mill opens on Sunday after a year of work by the council.", links: [false]
    ).check()
  }

  static let othersElsewhere = [
    LinkCase(
      notice:
        "Rectificatif : un article publié lundi sur la foire de Verlan indiquait qu'elle aurait "
        + "lieu le 3 mai. Elle aura lieu le 5 mai.",
      old: "Le moulin rouvrira le 3 mai après un an de travaux.",
      new: "Le moulin rouvrira le 5 mai après un an de travaux.", links: [false], language: "fr"),
    LinkCase(
      notice: "Korrektur: In einem Artikel über das Dorffest in Mohrau stand, es seien 60 Gäste "
        + "gekommen. Es waren 80.",
      old: "Am Brand waren 60 Helfer beteiligt.", new: "Am Brand waren 80 Helfer beteiligt.",
      links: [false], language: "de"),
    LinkCase(
      notice: "Corrección: en un artículo sobre la feria de Torrelba dijimos que acudieron 800 "
        + "personas. Fueron 900.",
      old: "El concierto reunió a 800 vecinos en la plaza.",
      new: "El concierto reunió a 900 vecinos en la plaza.", links: [false], language: "es"),
  ]

  @Test(arguments: othersElsewhere) func `another article is none in French, German and Spanish`(
    link: LinkCase
  ) { link.check() }

  @Test func `an article about what the story tells of is this one`() {
    LinkCase(
      notice: "Correction: An article on Friday about the mill gave the wrong day for its opening. "
        + "It is on Sunday, not Saturday.",
      old: "The mill opens on Saturday after a year of work by the council.",
      new: "The mill opens on Sunday after a year of work by the council.", links: [true]
    ).check()
  }

  static let remarks = [
    LinkCase(
      notice: "An earlier version of this article attributed a comment to the wrong person.",
      old: "The treasurer, Nan Pell, opened the meeting, and a nurse said it was late.",
      new: "The treasurer, Cass Orme, opened the meeting, and a nurse said it was late.",
      links: [false]),
    LinkCase(
      notice: "An earlier version of this article attributed a quotation to the wrong councillor.",
      old: "Nan Pell seconded it. “This is a scandal,” said Kit Hale.",
      new: "Cass Orme seconded it. “This is a scandal,” said Ray Ives.", links: [false, true]),
    LinkCase(
      notice: "Editor's note: An earlier version of this article misquoted the piper.",
      old: "“I am glad,” the piper said. “It has been a cruel winter.”",
      new: "“I am glad,” the piper said. “It has been a wet winter.”", links: [true]),
  ]

  @Test(arguments: remarks) func `a remark is its speaker's`(link: LinkCase) { link.check() }

  static let kinds = [
    LinkCase(
      notice: "Correction: The scorer of the winning goal was wrong in an earlier version.",
      old: "Nan Pell scored the goal in the 78th minute.",
      new: "Cass Orme scored the goal in the 79th minute.",
      links: [true, false]),
    LinkCase(
      notice:
        "This story corrects the name of the grocer to Green Farms instead of Green Fields.",
      old: "Green Fields recalled cakes in 12 towns.",
      new: "Green Farms recalled cakes in 14 towns.", links: [true, false]),
    LinkCase(
      notice: "Correction: An earlier version named the wrong choir leader.",
      old: "The choir, led by Nan Pell, sang pieces by Byrd.",
      new: "The choir, led by Cass Orme, sang pieces by Tallis.", links: [true, false]),
    LinkCase(
      notice: "An earlier version misstated the cost of the weir's second stage.",
      old: "The first stage will cost £2 million, and the second £3 million.",
      new: "The first stage will cost £4 million, and the second £5 million.",
      links: [false, true]),
    LinkCase(
      notice: "Correction: An extra zero was added to the number of eels in an earlier version.",
      old: "The keeper freed 12,000 eels from 30 traps.",
      new: "The keeper freed 1,200 eels from 40 traps.", links: [true, false]),
    LinkCase(
      notice: "An earlier version of this piece got the location of the new cafe wrong.",
      old: "The cafe opens in Wick. It has 50 seats.",
      new: "The cafe opens in Ely. It has 55 seats.", links: [true, false]),
    LinkCase(
      notice:
        "An earlier version gave the wrong day for the announcement. It was made on Tuesday.",
      old: "The race is on Saturday, the club announced on Monday.",
      new: "The race is on Sunday, the club announced on Tuesday.", links: [false, true]),
    LinkCase(
      notice:
        "CORRECTION AND APOLOGY: We wrongly named the Gilt Bowl as the inn that was fined. It "
        + "was the Tin Bowl. We apologise to the owners of the Gilt Bowl.",
      old: "The Gilt Bowl was fined £5,000 after a mouse was seen.",
      new: "The Tin Bowl was fined £6,000 after a mouse was seen.", links: [true, false]),
    LinkCase(
      notice: "Correction: An earlier version misstated which bishop opened the chapel.",
      old: "The chapel, opened by Bishop Pell, closed on Monday.",
      new: "The chapel, opened by Bishop Orme, closed on Tuesday.", links: [true, false]),
    LinkCase(
      notice: "Correction: The keeper's tenure was wrong in an earlier version.",
      old: "The keeper left after 11 years. He had nine boats.",
      new: "The keeper left after 12 years. He had ten boats.", links: [true, false]),
    LinkCase(
      notice: "Updated 21:40: Adds latest number of homes cut off, from Westgrid.",
      old: "About 9,000 homes are without power after the gale.\nA road is shut.",
      new: "About 23,000 homes are without power after the gale.\nA road is shut.", links: [true]),
  ]

  @Test(arguments: kinds) func `what it calls wrong is one change, and no other`(link: LinkCase) {
    link.check()
  }

  static let beside = [
    LinkCase(
      notice: "This article was amended to correct the number of clubs.",
      old: "A group of 25 clubs signed it. A letter from 43 fans of clubs in Ely called it a joke.",
      new: "A group of 22 clubs signed it. A letter from 37 fans of clubs in Ely called it a joke.",
      links: [true, false]),
    LinkCase(
      notice: "This post was amended to make clear that Ms Pell lent the club money in its first "
        + "days and did not own it.",
      old: "Ms Pell opened the shop on Saturday.", new: "Ms Pell opened the shop on Sunday.",
      links: [false]),
    LinkCase(
      notice: "Correction: A 43-year-old diver was misidentified in the photo caption with an "
        + "earlier version of this story.",
      old: "Two divers, aged 42 and 50, were held.", new: "Two divers, aged 43 and 50, were held.",
      links: [false]),
    LinkCase(
      notice:
        "Correction: In Sunday's story on the mill board, we gave the wrong vote. It was 5-2.",
      old: "The barn burned down on Saturday.", new: "The barn burned down on Sunday.",
      links: [false]),
    LinkCase(
      notice:
        "Correction: The bell was cast in Devon. An earlier version misidentified where it was "
        + "made.",
      old: "The rower landed in Ely.", new: "The rower landed in Wick.", links: [false]),
    LinkCase(
      notice: "Correction: This article gave the wrong closing time for the weir on Saturdays.",
      old: "The weir shuts at 6 p.m. on weekdays and at 2 p.m. on Saturdays.",
      new: "The weir shuts at 5 p.m. on weekdays and at 1 p.m. on Saturdays.",
      links: [false, true]),
    LinkCase(
      notice: "The size of the increase was given wrongly in an earlier version of this story.",
      old: "Tolls will rise by nearly a fifth. A bun costs £4.80.",
      new: "Tolls will rise by nearly a quarter. A bun costs £4.60.", links: [true, false]),
    LinkCase(
      notice: "*This story was updated to fix the sponsor's name.",
      old: "# Choir signs sponsor\nThe deal with Apex Oil is worth £20,000.",
      new: "# Choir signs sponsor\nThe deal with Apex Gas is worth £30,000.",
      links: [true, false]),
    LinkCase(
      notice: "An earlier version of this review misstated the play's running time.",
      old: "The play runs for 98 minutes. It cost £6,000.",
      new: "The play runs for 108 minutes. It cost £7,000.", links: [true, false]),
  ]

  @Test(arguments: beside) func `what it only mentions is not what was wrong`(link: LinkCase) {
    link.check()
  }

  static let nearer = [
    LinkCase(
      notice: "An earlier version misstated the rise in tolls at Ely. It was 8 percent, not 6.",
      old: "Tolls at Wick rose 6 percent, and at Ely 6 percent, the board said.",
      new: "Tolls at Wick rose 8 percent, and at Ely 8 percent, the board said.",
      links: [false, true]),
    LinkCase(
      notice: "An earlier version of this story gave the wrong day for Nova's show.",
      old: "The Gulls will play on Friday and Nova on Saturday.",
      new: "The Gulls will play on Thursday and Nova on Sunday.", links: [false, true]),
    LinkCase(
      notice: "CORRECTION: An earlier version gave the wrong time for when ferries resumed.",
      old: "Ferries resumed at 11 a.m. after a gale that began at 5 a.m. and hit 90 ferries.",
      new: "Ferries resumed at 2 p.m. after a gale that began at 6 a.m. and hit 95 ferries.",
      links: [true, false, false]),
    LinkCase(
      notice: "Correction: An earlier version of this story misstated the age of Ida's brother.",
      old: "Ida, nine, pulled her brother, four, from a pond.",
      new: "Ida, ten, pulled her brother, three, from a pond.", links: [false, true]),
    LinkCase(
      notice: "This article was amended on 7 July to correct the age of the calf.",
      old: "The calf was three weeks old when it was sold. It was found two days later.",
      new: "The calf was five weeks old when it was sold. It was found four days later.",
      links: [true, false]),
    LinkCase(
      notice: "Correction: An earlier version misstated the age of the man who fell into the weir.",
      old: "The man, 70, fell into a weir in Kells.",
      new: "The man, 72, fell into a weir in Navan.",
      links: [true, false]),
    LinkCase(
      notice: "*Correction: An earlier version misreported how long the skiers were stuck.",
      old: "The skiers were stuck for three hours when the lift stopped at 2,000 metres.",
      new: "The skiers were stuck for five hours when the lift stopped at 2,200 metres.",
      links: [true, false]),
    LinkCase(
      notice:
        "An earlier version misstated the length of the bard's term. It is five years, not ten.",
      old: "The bard has written nine books. Her term is ten years.",
      new: "The bard has written eleven books. Her term is five years.", links: [false, true]),
    LinkCase(
      notice: "An earlier version gave an incorrect start to the sale. It was Jan. 13.",
      old: "The cakes were sold between Jan. 3 and March 1 in 18 towns.",
      new: "The cakes were sold between Jan. 13 and March 1 in 21 towns.", links: [true, false]),
    LinkCase(
      notice: "Correction: The first prize was N10m, not N5m as earlier reported.",
      old: "Ms Abara won N5m. The second prize was N2m.",
      new: "Ms Abara won N10m. The second prize was N5m.", links: [true, false]),
  ]

  @Test(arguments: nearer) func `of several it speaks of the one beside its words`(
    link: LinkCase
  ) { link.check() }

  static let exact = [
    LinkCase(
      notice: "Correction: An earlier version misstated the number of keepers who drowned.",
      old: "The flood drowned two keepers and hurt two drivers.",
      new: "The flood drowned four keepers and hurt four drivers.", links: [true, false]),
    LinkCase(
      notice: "This article was amended to correct the number of shops that will close in Wales.",
      old: "The firm will shut 60 shops, 12 of them in Wales.",
      new: "The firm will shut 66 shops, 20 of them in Wales.", links: [false, true]),
    LinkCase(
      notice: "An earlier version of this story said that the coins were worth ten times as much.",
      old: "Thieves took coins worth £40,000 at 3am.",
      new: "Thieves took coins worth £4,000 at 4am.", links: [true, false]),
    LinkCase(
      notice: "Correction: A photo caption gave the wrong day for the picture. It was taken on "
        + "Tuesday, not Wednesday.",
      old: "The last of the crews left on Tuesday.",
      new: "The last of the crews left on Wednesday.",
      links: [false]),
  ]

  @Test(arguments: exact) func `what it denies or counts decides`(link: LinkCase) { link.check() }

  @Test func `a block that says a kind of value has been corrected is a notice`() {
    let before = "The lock is 40 metres long.", after = "The lock is 44 metres long."
    let told = StoryDiff(
      from: story(before), to: story(after, "The length of the lock has been corrected."))
    #expect(told.notices.map(\.kind) == [.correction])
    let news = StoryDiff(
      from: story(before), to: story(after, "The length of the lock has been corrected by divers."))
    #expect(news.notices.isEmpty)
  }
}
