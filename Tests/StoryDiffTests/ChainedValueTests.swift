import Testing

@Suite struct `Values that became what others were` {
  static let chained = [
    SentencePair(
      "The rate rose from 3.4% in March to 3.6% in April.",
      "The rate rose from 3.6% in March to 3.8% in April.",
      "percentage 3.4% → 3.6% revised", "percentage 3.6% → 3.8% revised"),
    SentencePair(
      "Guards fired on Monday, killing three, after two keepers were hurt.",
      "Guards fired on Monday, killing four, after three keepers were hurt.",
      "quantity three → four revised", "quantity two → three revised"),
    SentencePair(
      "It foresees growth of 4% to 5% by May.", "It foresees growth of 5% to 6% by May.",
      "percentage 4% to 5% → 5% to 6% revised"),
    SentencePair(
      "Sales are expected to grow 4% to 5%.", "Sales are expected to grow 5% to 6%.",
      "percentage 4% to 5% → 5% to 6% revised"),
    SentencePair(
      "Leave is expected to grow 4% to 84%.", "Leave is expected to grow 5% to 86%.",
      "percentage 4% → 5% revised", "percentage 84% → 86% revised"),
    SentencePair(
      "Uptake fell by 6% to 84% in May.", "Uptake fell by six percentage points to 84% in May.",
      "percentage 6% → six percentage points revised"),
    SentencePair(
      "She won gold in 2012 and silver in 2016.", "She won gold in 2008 and silver in 2012.",
      "date 2012 → 2008 revised", "date 2016 → 2012 revised"),
    SentencePair(
      "Gates open at 6pm and the race starts at 7pm.",
      "Gates open at 7pm and the race starts at 8pm.", "time 6pm → 7pm revised",
      "time 7pm → 8pm revised"),
    SentencePair(
      "The winner was Ada Poe, ahead of Bea Roe.", "The winner was Bea Roe, ahead of Cat Moe.",
      "entity Ada Poe → Bea Roe revised", "entity Bea Roe → Cat Moe revised"),
  ]

  @Test(arguments: chained) func `each is told in its own place`(pair: SentencePair) {
    pair.check()
  }

  static let exchanged = [
    SentencePair(
      "Lornia attacked Ardle after Ardle attacked Lornia.",
      "Ardle attacked Lornia after Lornia attacked Ardle.",
      "entity Lornia → Ardle revised", "entity Ardle → Lornia revised",
      "entity Ardle → Lornia revised", "entity Lornia → Ardle revised"),
    SentencePair(
      "The ship left Rotterdam for Felixstowe.", "The ship left Felixstowe for Rotterdam.",
      "entity Rotterdam → Felixstowe revised", "entity Felixstowe → Rotterdam revised"),
    SentencePair(
      "It sold 40 in 2019; it sold 20 in 2023.", "It sold 20 in 2023; it sold 40 in 2019."),
    SentencePair(
      "It rained in Paris, in Rome and in Oslo.", "It rained in Rome, in Oslo and in Paris."),
    SentencePair("Ada Poe met Bea Roe.", "Bea Roe met Ada Poe."),
    SentencePair("Two were freed; three remain.", "Three remain; two were freed."),
  ]

  @Test(arguments: exchanged) func `names that changed places are, and another order is nothing`(
    pair: SentencePair
  ) { pair.check() }
}
