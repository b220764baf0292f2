import Testing

@testable import StoryDiff

@Suite struct `Forms and marks that could not stand` {
  static let forms = [
    SentencePair(
      "The barge has broke the record.", "The barge broke the record.",
      "grammar has broke → broke"),
    SentencePair(
      "A majority of sailor polled like the lock.", "A majority of sailors polled like the lock.",
      "grammar sailor → sailors"),
    SentencePair(
      "Im Mai soll das Fest zwei Tage dauert.", "Im Mai soll das Fest zwei Tage dauern.",
      "grammar dauert → dauern", language: "de"),
    SentencePair(
      "Den Preis gewann Yannis Behrends aus dem Hafen.",
      "Den Preis gewann Jannis Berends aus dem Hafen.", "name Yannis Behrends → Jannis Berends",
      language: "de"),
    SentencePair(
      "\"People was glad of the lock,\" she said.", "\"People were glad of the lock,\" she said.",
      "grammar was → were"),
  ]

  static let verbs = [
    SentencePair(
      "Boaters who moors there are fined.", "Boaters who moor there are fined.",
      "grammar moors → moor"),
    SentencePair(
      "Samples from the two locks agrees closely.", "Samples from the two locks agree closely.",
      "grammar agrees → agree"),
    SentencePair(
      "Snow fallen on the hills since noon, but the lock stayed open.",
      "Snow had fallen on the hills since noon, but the lock stayed open.",
      "grammar Snow fallen → Snow had fallen"),
    SentencePair(
      "She said keepers who been there all night were tired.",
      "She said keepers who had been there all night were tired.",
      "grammar who been → who had been"),
    SentencePair(
      "He rowed badly and had almost threw it away.",
      "He rowed badly and had almost thrown it away.", "grammar threw → thrown"),
    SentencePair(
      "Between 15% to 20% of the boats leak.", "Between 15% and 20% of the boats leak.",
      "grammar to → and"),
    SentencePair(
      "Eels cost between £3 to £4 a kilo.", "Eels cost between £3 and £4 a kilo.",
      "grammar to → and"),
  ]

  @Test(arguments: verbs) func `verbs that did not agree or had no auxiliary are mended`(
    pair: SentencePair
  ) { pair.check() }

  static let meant = [
    SentencePair(
      "\"The keepers deserve better and I told them so,\" said Ada Orr.",
      "\"The keepers deserved better and I told them so,\" said Ada Orr.",
      "quotation deserve → deserved revised"),
    SentencePair(
      "\"It cost £85,000 to build and 60% is paid,\" said Ada Orr.",
      "\"It cost £95,000 to build and 70% is paid,\" said Ada Orr.",
      "quotation £85,000 → £95,000 revised", "quotation 60% → 70% revised"),
    SentencePair(
      "Both the keeper and her son were wearing a vest.",
      "Neither the keeper nor her son was wearing a vest.", "polarity Both → Neither reversed"),
    SentencePair(
      "Snow fallen since noon blocked the road.",
      "Snow that had fallen since noon blocked the road."
    ),
  ]

  @Test(arguments: meant) func `another tense in a quotation and another meaning are no slips`(
    pair: SentencePair
  ) { pair.check() }

  @Test(arguments: forms) func `forms that cannot stand are mended`(pair: SentencePair) {
    pair.check()
  }

  static let unmended = [
    SentencePair(
      "\"People were glad of the lock,\" she said.", "\"People was glad of the lock,\" she said."),
    SentencePair(
      "A talk between the mayor and the crew is due.", "A talk of the mayor and the crew is due."),
    SentencePair("The lock opens in May; boats wait.", "The lock opens in May , boats wait."),
    SentencePair(
      "The mayor said that talks would begin.", "The mayor said that the talks would begin."),
    SentencePair(
      "El ayuntamiento pide un muelle.", "El Ayuntamiento pide un muelle.", language: "es"),
  ]

  @Test(arguments: unmended) func `what was right, or is a house's style, is not mended`(
    pair: SentencePair
  ) { pair.check() }

  static let introduced = [
    SentencePair("\"It's safe,\" said Ada Orr.", "\"Its safe,\" said Ada Orr."),
    SentencePair("Keepers say they're angry.", "Keepers say their angry."),
    SentencePair("\"Who's responsible?\" said Ada Orr.", "\"Whose responsible?\" said Ada Orr."),
    SentencePair("He met a NATO panel.", "He met an NATO panel."),
    SentencePair("Two men died.", "Two men did."),
    SentencePair("Its leader quit.", "It's leader quit."),
    SentencePair("He was held in Lorn, police said.", "He was held in Lorn police said."),
    SentencePair("He saw an MP's pass.", "He saw a MP's pass."),
    SentencePair("Ten years is a long time.", "Ten years are a long time."),
    SentencePair("The United States is at war.", "The United States are at war."),
    SentencePair("Fewer than 30 boats passed.", "Less than 30 boats passed."),
    SentencePair("\"Help, Ada,\" said Ada Orr.", "\"Help Ada,\" said Ada Orr."),
    SentencePair("The yard said it had had no warning.", "The yard said it had no warning."),
    SentencePair("He rowed to Walla Walla on Monday.", "He rowed to Walla on Monday."),
    SentencePair("Vladimir Orr spoke in Lorn.", "Vladmir Orr spoke in Lorn."),
  ]

  @Test(arguments: introduced) func `a slip that the newer version brings in is not mended`(
    pair: SentencePair
  ) { pair.check() }

  static let mended = [
    SentencePair(
      "\"Its safe,\" said Ada Orr.", "\"It's safe,\" said Ada Orr.", "punctuation Its → It's"),
    SentencePair(
      "\"Your never ready,\" said Ada Orr.", "\"You're never ready,\" said Ada Orr.",
      "spelling Your → You're"),
    SentencePair(
      "The app, which let's keepers report, is new.",
      "The app, which lets keepers report, is new.", "punctuation let's → lets"),
    SentencePair(
      "Nets pile up inthe lanes of Lorn.", "Nets pile up in the lanes of Lorn.",
      "spelling inthe → in the"),
    SentencePair(
      "Less than 30 boats passed.", "Fewer than 30 boats passed.", "grammar Less → Fewer"),
    SentencePair(
      "Ada Tindal spoke in Lorn.", "Ada Tindall spoke in Lorn.", "name Tindal → Tindall"),
  ]

  @Test(arguments: mended) func `the same slips are mended the other way round`(
    pair: SentencePair
  ) { pair.check() }
}
