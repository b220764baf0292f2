import Testing

@Suite struct `Spellings of names` {
  static let names = [
    SentencePair(
      "The novel by Micheal Quorvane was lost.", "The novel by Michael Quorvane was lost.",
      "name Micheal → Michael"),
    SentencePair(
      "The harbour was drawn by Stephen Quorvane.", "The harbour was drawn by Steven Quorvane.",
      "name Stephen → Steven"),
    SentencePair(
      "The keeper, Ferdinand Quorvane, left. Fernando's mother stayed.",
      "The keeper, Fernando Quorvane, left. Fernando's mother stayed.",
      "name Ferdinand → Fernando"),
    SentencePair(
      "The quay was drawn by John Quorvane.", "The quay was drawn by Joan Quorvane.",
      "entity John Quorvane → Joan Quorvane revised"),
    SentencePair(
      "The ferry sailed from Iran to the coast.", "The ferry sailed from Iraq to the coast.",
      "entity Iran → Iraq revised"),
    SentencePair(
      "It will be held at St Mary's Hall in Brenham.",
      "It will be held at St Mark's Hall in Brenham.",
      "entity St Mary's Hall → St Mark's Hall revised"),
    SentencePair(
      "It will be held at St Micheal's Hall in Brenham.",
      "It will be held at St Michael's Hall in Brenham.", "name Micheal's → Michael's"),
  ]

  @Test(arguments: names) func `a name is spelt otherwise, or is another`(pair: SentencePair) {
    pair.check()
  }
}
