import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `Words and names in each other's place` {
  static let amounts = [
    SentencePair(
      "All of the sheds on the quay were flooded.", "Some of the sheds on the quay were flooded.",
      "quantity All → Some revised"),
    SentencePair(
      "Nearly all of the sheds were flooded.", "Nearly half of the sheds were flooded.",
      "quantity all → half revised || quantity Nearly all → Nearly half revised"),
    SentencePair(
      "The yard doubled its profit last year.", "The yard tripled its profit last year.",
      "quantity doubled → tripled revised"),
    SentencePair(
      "The harbour said no berths had been lost.", "The harbour said some berths had been lost.",
      "polarity no → some reversed"),
  ]

  @Test(arguments: amounts) func `say how much without a figure`(pair: SentencePair) {
    pair.check()
  }

  static let names = [
    SentencePair(
      "The dog bit the postman in the lane.", "The postman bit the dog in the lane.",
      "entity dog → postman revised", "entity postman → dog revised"),
    SentencePair(
      "The boat was bound for Oslo from Riga.", "The boat was bound for Riga from Oslo.",
      "entity Oslo → Riga revised", "entity Riga → Oslo revised"),
    SentencePair(
      "In the final Wexley Rovers beat Aldham Town on penalties.",
      "In the final Aldham Town beat Wexley Rovers on penalties.",
      "entity Wexley Rovers → Aldham Town revised",
      "entity Aldham Town → Wexley Rovers revised"),
    SentencePair(
      "He left the crew in 2010 and joined it again in 2015.",
      "He left the crew in 2015 and joined it again in 2010.",
      "date 2010 → 2015 revised", "date 2015 → 2010 revised"),
    SentencePair(
      "Rovers beat United on the last day.", "United beat Rovers on the last day.",
      "entity Rovers → United revised", "entity United → Rovers revised"),
    SentencePair(
      "The log shows that Danish divers met a Swedish trawler at sea and that Danish divers shadowed an Irish tug.",
      "The log shows that Danish divers met a Swedish trawler at sea and that Irish divers shadowed a Danish tug.",
      "entity Danish → Irish revised", "entity Irish → Danish revised"),
    SentencePair(
      "In the final Wexley Rovers met Aldham Town on Saturday.",
      "In the final Aldham Town met Wexley Rovers on Saturday."),
    SentencePair(
      "The mayor thanked Oake and Quorvane on the quay.",
      "The mayor thanked Quorvane and Oake on the quay."),
    SentencePair(
      "Owners Orla and Finn Quorvane closed the shop.",
      "Owners Finn and Orla Quorvane closed the shop."),
  ]

  @Test(arguments: names) func `are told where the sentence tells the one from the other`(
    pair: SentencePair
  ) { pair.check() }

  @Test func `a word that cannot be true besides is information, not other words`() {
    let pair = SentencePair(
      "Mr Oake was charged with fraud on the quay.", "Mr Oake was convicted of fraud on the quay.")
    #expect(pair.diff.blocks.flatMap(\.changes).map(\.class) == [.content])
    let other = SentencePair("The toll rose on the pier.", "The toll climbed on the pier.")
    #expect(other.diff.blocks.flatMap(\.changes).map(\.class) == [.rephrased])
  }

  @Test func `a quotation wholly replaced is told`() {
    SentencePair(
      "The driver said \"I never saw the bus\" in court.",
      "The driver said \"It came from nowhere\" in court.",
      "quotation I never saw the bus → It came from nowhere revised"
    ).check()
  }
}

@Suite struct `Values that are written in other ways` {
  static let pairs = [
    SentencePair(
      "It will cost $3m-$5m to mend the pier.", "It will cost $3-5 million to mend the pier."),
    SentencePair(
      "It will cost $5-10 million to mend the pier.",
      "It will cost $5 million to $10 million to mend the pier."),
    SentencePair("It cost one hundred and twenty pounds to mend.", "It cost £120 to mend."),
    SentencePair(
      "The driver came only 6 in the last lap.", "The driver came only 6th in the last lap.",
      "grammar 6 → 6th"),
    SentencePair(
      "The fair runs between 2 and 9 March.", "The fair runs between 28 February and 9 March.",
      "date 2 and 9 March → 28 February and 9 March revised"),
    SentencePair(
      "Repairs will cost between £3m and £4m in all.",
      "Repairs will cost between £4m and £5m in all.",
      "money between £3m and £4m → between £4m and £5m revised"),
    SentencePair(
      "The tide will turn this afternoon at the pier.", "The tide will turn tonight at the pier.",
      "time this afternoon → tonight revised"),
    SentencePair(
      "The pier will open by the end of the month.", "The pier will open by the end of the year.",
      "date end of the month → end of the year revised"),
    SentencePair(
      "The yard could not supply the data.", "The yard was unable to supply the data."),
    SentencePair("The crane has stood idle since 1994.", "The crane has stood idle since '94."),
    SentencePair(
      "The crane has stood idle since 1994.", "The crane has stood idle since '96.",
      "date 1994 → '96 revised"),
    SentencePair(
      "Traffic fell by 7% in the year to August.", "Traffic fell by 7% in the 12 months to August."),
    SentencePair(
      "The hole in the pier is 8in deep.", "The hole in the pier is 9 inches deep.",
      "quantity 8 → 9 revised"),
    SentencePair(
      "Traffic fell between April and June on the river.",
      "Traffic fell between July and September on the river.",
      "date April and June → July and September revised"),
    SentencePair(
      "Pilots spoke up. None had gone to sea since May.",
      "Pilots spoke up. Since May, none had gone to sea."),
    SentencePair(
      "The reef, about three metres across, was filmed.",
      "The reef, about 3m across, was filmed."),
    SentencePair(
      "Sponges live for several thousand years.", "Sponges live for several thousands of years."),
    SentencePair(
      "The Whites won 412 seats and the Greens 121.",
      "The Whites won 412 seats and the Greens 131.", "quantity 121 → 131 revised"),
    SentencePair(
      "It was Lorn 30, Ardle 24 at the end.", "It was Lorn 30, Ardle 28 at the end.",
      "quantity 24 → 28 revised"),
    SentencePair(
      "He sailed on the old Ardle 24 to Lorn.", "He sailed on the old Ardle 28 to Lorn.",
      "entity Ardle 24 → Ardle 28 revised"),
    SentencePair("The pier is open from noon.", "The pier is open from 12 noon."),
    SentencePair(
      "A picture: <img src=\"/2031/12/pier-250.jpg\"> of the pier in the rain",
      "A picture: <img src=\"/pier-250.jpg?w=600\"> of the pier in the rain"),
    SentencePair(
      "The new lock will open by Easter, the board said.",
      "The new lock will open by midsummer, the board said.",
      "date Easter → midsummer revised"),
  ]

  @Test(arguments: pairs) func `are compared by what they mean`(pair: SentencePair) { pair.check() }
}

@Suite struct `Slips of forms and marks` {
  static let slips = [
    SentencePair(
      "The home side had went behind to a late goal.",
      "The home side had gone behind to a late goal.",
      "grammar went → gone"),
    SentencePair(
      "The bill would allows counties to charge.", "The bill would allow counties to charge.",
      "grammar allows → allow"),
    SentencePair(
      "The bus were flagged down on the quay.", "The bus was flagged down on the quay.",
      "grammar were → was"),
    SentencePair(
      "It passed despite nine of the MP's voting against it.",
      "It passed despite nine of the MPs' voting against it.", "punctuation MP's → MPs'"),
    SentencePair(
      "The secretary, Jose da Silva, said the jail was full.",
      "The secretary, Jose da Silvia, said the jail was full.", "name Silva → Silvia"),
  ]

  @Test(arguments: slips) func `are told`(pair: SentencePair) { pair.check() }

  static let others = [
    SentencePair(
      "They asked the Prime Minister about it.", "They asked the prime minister about it."),
    SentencePair("The Canary Islands had rain.", "The Canaries had rain."),
  ]

  @Test(arguments: others) func `are not seen in a house's style`(pair: SentencePair) {
    #expect(pair.diff.corrections.isEmpty && pair.diff.claims.isEmpty, "\(pair.diff.compactFacts)")
  }
}

@Suite struct `A byline in one version and a paragraph in the other` {
  @Test func `says the same both ways`() {
    let one = story(
      "# Fire on a ferry", "@ By Nell Oake, who saw that 12 people were hurt on the quay.",
      "It was put out.")
    let other = story(
      "# Fire on a ferry", "By Nell Oake, who saw that 15 people were hurt on the quay.",
      "It was put out.")
    #expect(
      StoryDiff(from: one, to: other).claims.count == StoryDiff(from: other, to: one).claims.count)
  }
}
