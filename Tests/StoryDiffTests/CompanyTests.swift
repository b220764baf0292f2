import Testing

@testable import StoryDiff

@Suite struct `Which of two versions says what everybody says` {
  /// Each is a slip that the newer version mends. Turned round it is one that it brings in, which is not called mended.
  static let slips = [
    SentencePair(
      "The pilot will stand trail in the spring.", "The pilot will stand trial in the spring.",
      "spelling trail → trial"),
    SentencePair(
      "A number of ears ago the pier fell.", "A number of years ago the pier fell.",
      "spelling ears → years"),
    SentencePair(
      "The men of the own council met.", "The men of the town council met.",
      "spelling own → town"),
    SentencePair(
      "The crew worked though the night to the end.",
      "The crew worked through the night to the end.", "spelling though → through"),
    SentencePair(
      "The lock will be shut gain this week.", "The lock will be shut again this week.",
      "spelling gain → again"),
    SentencePair(
      "The two tides were complete different.", "The two tides were completely different.",
      "grammar complete → completely"),
    SentencePair(
      "It was a bitterly end to the race.", "It was a bitter end to the race.",
      "grammar bitterly → bitter"),
    SentencePair(
      "The steps were dangerous steep.", "The steps were dangerously steep.",
      "grammar dangerous → dangerously"),
    SentencePair(
      "The sailors said that them saw no light.", "The sailors said that they saw no light.",
      "grammar them → they"),
    SentencePair(
      "The sailors sold they boats to the port.", "The sailors sold their boats to the port.",
      "grammar they → their"),
    SentencePair(
      "The prize went to the pilot and I.", "The prize went to the pilot and me.",
      "grammar I → me"),
    SentencePair(
      "The second gale was worst than the first.", "The second gale was worse than the first.",
      "grammar worst → worse"),
    SentencePair(
      "The new lock is safe than the old one.", "The new lock is safer than the old one.",
      "grammar safe → safer"),
    SentencePair(
      "The pilot was born on 1954 by the quay.", "The pilot was born in 1954 by the quay.",
      "grammar on → in"),
    SentencePair(
      "Him and two pilots had rowed the bay.", "He and two pilots had rowed the bay.",
      "grammar Him → He"),
    SentencePair(
      "It is the wider of the three locks.", "It is the widest of the three locks.",
      "grammar wider → widest"),
    SentencePair(
      "It is the most recent of the two charts.", "It is the more recent of the two charts.",
      "grammar most → more"),
    SentencePair(
      "The crew discussed about the tide.", "The crew discussed the tide.",
      "grammar discussed about the → discussed the"),
    SentencePair(
      "The pilot, who is was asleep, woke at dawn.", "The pilot, who was asleep, woke at dawn.",
      "grammar who is was → who was"),
    SentencePair(
      "The barge is faster that the ferry.", "The barge is faster than the ferry.",
      "grammar that → than"),
  ]

  @Test(arguments: slips) func `a word that nobody puts there was the slip`(pair: SentencePair) {
    pair.check()
    SentencePair(pair.new, pair.old).check()
  }

  static let parted = [
    SentencePair(
      "The barge sailed with out a light.", "The barge sailed without a light.",
      "spelling with out → without"),
    SentencePair(
      "The mast was left in tact by the gale.", "The mast was left intact by the gale.",
      "spelling in tact → intact"),
    SentencePair(
      "The board all ready has four charts.", "The board already has four charts.",
      "spelling all ready → already"),
    SentencePair(
      "The gale sank everyone of the barges.", "The gale sank every one of the barges.",
      "spelling everyone → every one"),
    SentencePair(
      "The board plans to setup a fund.", "The board plans to set up a fund.",
      "spelling setup → set up"),
    SentencePair(
      "The port of Micro Soft is shut.", "The port of Microsoft is shut.",
      "name Micro Soft → Microsoft"),
    SentencePair(
      "The films are on Youtube this week.", "The films are on YouTube this week.",
      "name Youtube → YouTube"),
    SentencePair(
      "The oars were sold on Ebay in spring.", "The oars were sold on eBay in spring.",
      "name Ebay → eBay"),
  ]

  @Test(arguments: parted) func `words and capitals that a dictionary has otherwise were wrong`(
    pair: SentencePair
  ) {
    pair.check()
    SentencePair(pair.new, pair.old).check()
  }

  static let agreeing = [
    SentencePair(
      "The port said its own charts only shows the quay.",
      "The port said its own charts only show the quay.", "grammar shows → show"),
    SentencePair(
      "The number of boats without a berth after the two gales have fallen.",
      "The number of boats without a berth after the two gales has fallen.", "grammar have → has"),
    SentencePair(
      "Searches of the hold continues and the quay is shut.",
      "Searches of the hold continue and the quay is shut.", "grammar continues → continue"),
    SentencePair(
      "The ale is dark and it taste of smoke.", "The ale is dark and it tastes of smoke.",
      "grammar taste → tastes"),
    SentencePair(
      "The gale sank forty boat along the quay.", "The gale sank forty boats along the quay.",
      "grammar boat → boats"),
    SentencePair(
      "The pilot said searches continues.", "The pilot said searches continue.",
      "grammar continues → continue"),
    SentencePair(
      "Pilot Ada Orr, whose barge sank in May, say the lock leaks.",
      "Pilot Ada Orr, whose barge sank in May, says the lock leaks.", "grammar say → says"),
    SentencePair(
      "The mayor's own barge have never left the lock.",
      "The mayor's own barge has never left the lock.", "grammar have → has"),
    SentencePair(
      "The crew looked to have did enough.", "The crew looked to have done enough.",
      "grammar did → done"),
    SentencePair(
      "She rowed and miss more than once.", "She rowed and missed more than once.",
      "grammar miss → missed"),
    SentencePair(
      "It went to where a pilot Ada Orr called it fit.",
      "It went to where pilot Ada Orr called it fit.", "grammar a pilot → pilot"),
    SentencePair(
      "There were less gales, and we have more to no.",
      "There were less gales, and we have more to know.", "spelling no → know"),
  ]

  @Test(arguments: agreeing) func `a verb goes with the noun that is its subject`(
    pair: SentencePair
  ) {
    pair.check()
    SentencePair(pair.new, pair.old).check()
  }

  static let besides = [
    SentencePair(
      "On Monday the gauge was recent fitted with a lamp, and 12 barges came.",
      "On Monday the gauge was recently fitted with a lamp, and 14 barges came.",
      "quantity 12 → 14 revised", "grammar recent → recently"),
    SentencePair(
      "In May she joined the crew of the ferry and leaves it two years on, after 12 gales.",
      "In May she joined the crew of the ferry and left it two years on, after 14 gales.",
      "quantity 12 → 14 revised", "grammar leaves → left"),
    SentencePair(
      "On Friday the tide was much high than it had been in all 12 gales.",
      "On Friday the tide was much higher than it had been in all 14 gales.",
      "quantity 12 → 14 revised", "grammar high → higher"),
    SentencePair(
      "On Friday, the pilot, along with two of her crew, were fined 12 pounds.",
      "On Friday, the pilot, along with two of her crew, was fined 14 pounds.",
      "money 12 pounds → 14 pounds revised", "grammar were → was"),
  ]

  @Test(arguments: besides) func `a slip shows beside a change of what is said, too`(
    pair: SentencePair
  ) { pair.check() }

  static let spoilt = [
    SentencePair("The children's boat is moored.", "The childrens' boat is moored."),
    SentencePair("The crew can't sail.", "The crew cant sail."),
    SentencePair(
      "The sailors searched the lock, the quay and the pier.",
      "The sailors searched the lock the quay and the pier."),
    SentencePair("The film was made by Netflix.", "The film was made by NetFlix."),
  ]

  @Test(arguments: spoilt) func `a mark or a capital that was right was none to mend`(
    pair: SentencePair
  ) { pair.check() }

  @Test func `a word that is rare is not wrong for that, and no better either`() {
    SentencePair("The tram rolled on without breaking.", "The tram rolled on without braking.")
      .check()
    SentencePair("The tram rolled on without braking.", "The tram rolled on without breaking.")
      .check()
  }

  @Test
  func
    `a sentence that a break in a paragraph cut in two is read no further back than to the break`()
  {
    let whole =
      "Bells rang at noon for the mayor and the bishops were late for the old pier in the rain"
    let parts = [
      "Bells rang at noon for the mayor and",
      "the bishops was late for the old pier in the rain",
    ]
    let diff = StoryDiff(from: story(lines: parts), to: story(whole))
    #expect(diff.compactBlocks == ["merged 0,1→0"])
    #expect(diff.corrections.map(\.old?.text) == ["was"])
    for (first, second) in [
      ("Sailors met Ada Orr", ", whose boat sank, were late for the old pier in the rain"),
      ("The pilot was fined and", "order to pay the whole cost of the new pier by May"),
      ("The mayor met the Police", ", who was late for the opening of the old pier"),
    ] {
      let cut = story(first, second)
      let joined = story(
        "\(first) \(second)".replacing(" ,", with: ",").replacing("were late", with: "was late")
          .replacing("order to", with: "ordered to").replacing("who was", with: "who were"))
      #expect(StoryDiff(from: cut, to: joined).claims.isEmpty)
      #expect(StoryDiff(from: joined, to: cut).claims.isEmpty)
    }
  }
}
