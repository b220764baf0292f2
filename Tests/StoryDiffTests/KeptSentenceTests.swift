import Testing

@Suite struct `How much of a sentence stayed` {
  static let unrelated = [
    SentencePair(
      "Crews cut a line along the ridge from Ardle to the lock, where a gale had felled the trees by the quay.",
      "By the lock a barge that had lain at Oakhaven since spring was towed off, and crews swept the quay."
    ),
    SentencePair(
      "Today the tide will turn late.", "In Oakhaven the tide will turn late."),
  ]

  @Test(arguments: unrelated)
  func `names of which nothing else agrees are not held against each other`(
    pair: SentencePair
  ) {
    let claims = pair.diff.claims.filter { $0.type == .entity && $0.old != nil && $0.new != nil }
    #expect(claims.isEmpty)
  }

  static let same = [
    SentencePair(
      "Oakhaven Foods said the quay would close.", "The company said the quay would close."),
    SentencePair(
      "United States to send a pilot to the quay", "US to send its pilot to the quay"),
    SentencePair(
      "The mayor said to her crew: the quay is shut.", "The mayor told her crew: the quay is shut."),
    SentencePair("The gale is forecasted to pass.", "The gale is forecast to pass."),
  ]

  @Test(arguments: same)
  func `what was named may be called a firm, and what is said to somebody is no hedge`(
    pair: SentencePair
  ) { #expect(pair.diff.claims.isEmpty) }

  @Test func `a quarter of a match is a number, and no date`() {
    let pair = SentencePair(
      "The goalkeeper fell in the second quarter, the coach said.",
      "The goalkeeper fell in the third quarter, the coach said.")
    #expect(pair.diff.claims.map(\.type) == [.quantity])
  }

  static let others = [
    SentencePair(
      "Sales fell in the second quarter, the port said.",
      "Sales fell in the third quarter, the port said."),
    SentencePair("Ada Orr said the quay would close.", "The company said the quay would close."),
  ]

  @Test(arguments: others) func `a quarter of a year is a date, and a person is no firm`(
    pair: SentencePair
  ) { #expect(pair.diff.claims.count == 1) }
}
