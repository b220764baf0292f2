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
}
