import Testing

@Suite struct `Things of which one cannot be the other` {
  static let changed = [
    SentencePair(
      "The man is charged with manslaughter and will appear in May.",
      "The man is charged with murder and will appear in May.",
      "entity manslaughter → murder revised"),
    SentencePair(
      "Ten militants died when the bridge fell.", "Ten civilians died when the bridge fell.",
      "entity militants → civilians revised"),
    SentencePair(
      "The cause was pneumonia, her son said.", "The cause was lung cancer, her son said.",
      "entity pneumonia → lung cancer revised"),
    SentencePair(
      "The barge hit a car in the eastbound lane.", "The barge hit a car in the westbound lane.",
      "entity eastbound → westbound revised"),
    SentencePair(
      "A blue van was seen at the lock.", "A blue lorry was seen at the lock.",
      "entity van → lorry revised"),
  ]

  @Test(arguments: changed) func `one in the place of another is another thing`(
    pair: SentencePair
  ) { pair.check() }

  static let same = [
    SentencePair("A blue lorry was seen at the lock.", "A blue truck was seen at the lock."),
    SentencePair("The militants held the quay.", "The fighters held the quay."),
    SentencePair("He was shot with a rifle.", "He was shot with a gun."),
    SentencePair("A van stood by the lock.", "A vehicle stood by the lock."),
    SentencePair(
      "A van and a lorry stood by the lock.", "A lorry and a van stood by the lock."),
  ]

  @Test(arguments: same) func `other words for one thing, and another order, change nothing`(
    pair: SentencePair
  ) { pair.check() }
}
