import Testing

@Suite struct `Claims in sentences that were turned round` {
  static let values = [
    SentencePair(
      "The state will spend $2.4 million on a list of old mills, the board said.",
      "A list of old mills is to cost the state $2.4 billion, the board said.",
      "money $2.4 million → $2.4 billion revised"),
    SentencePair(
      "The picture, bought at a sale in Lorn in 2011, was by a Dutch hand, the yard said.",
      "The picture, bought in 2001 at a sale in Lorn, was by a Dutch hand, the yard said.",
      "date 2011 → 2001 revised"),
    SentencePair(
      "In Lorn the light went out for two hours.", "The light went out for two hours in Orme.",
      "entity Lorn → Orme revised"),
  ]

  @Test(arguments: values) func `the one value of a kind is another one, not one less and one more`(
    pair: SentencePair
  ) { pair.check() }

  static let moved = [
    SentencePair(
      "“We were promised a proper answer and we got a leaflet,” said Meera Orr, after the vote.",
      "After the vote Meera Orr said: “We were promised a full answer and we got a leaflet.”",
      "quotation proper → full revised"),
    SentencePair(
      "“We were promised a proper answer and we got a leaflet,” said Meera Orr, after the vote.",
      "After the vote Meera Orr said: “We were promised a proper answer and we got a leaflet.”"),
    SentencePair(
      "Two carts met on the A38 near Lorn before seven, and the road was shut for six hours.",
      "The A30 near Lorn was shut for six hours, as two carts had met on the road before seven.",
      "entity A38 → A30 revised"),
    SentencePair(
      "The river is low, said Malcom Treharne of the anglers, after the trout were found.",
      "After the trout were found Malcolm Treharne of the anglers said that the river is low.",
      "name Malcom → Malcolm || name Malcom Treharne → Malcolm Treharne"),
    SentencePair(
      "The yard is recalling its X200 pumps.", "The yard is recalling its X220 pumps.",
      "entity X200 → X220 revised"),
  ]

  @Test(arguments: moved) func `what moved is held against what it became`(pair: SentencePair) {
    pair.check()
  }

  static let spellings = [
    SentencePair(
      "The crews, which have campained for a lock for ten years, said it was late.",
      "It was late, said the crews, which have for ten years campaigned for a lock.",
      "spelling campained → campaigned"),
    SentencePair(
      "The crews, which have campaigned for a lock for ten years, said it was late.",
      "It was late, said the crews, which have for ten years campained for a lock."),
    SentencePair(
      "The guesthouse's owner found them on Monday.",
      "The owner of the guesthouse found them on Monday."),
  ]

  @Test(arguments: spellings) func `a misspelling is mended wherever the word came to stand`(
    pair: SentencePair
  ) { pair.check() }

  static let titles = [
    SentencePair(
      "The deputy mayor, Marta Quill, told the crews on Monday that the lock was safe.",
      "The crews were told on Monday by Marta Quill, the mayor, that the lock was safe.",
      "role deputy mayor → mayor revised"),
    SentencePair(
      "The mayor, Marta Quill, told the crews on Monday that the lock was safe.",
      "The crews were told on Monday by Marta Quill, the mayor, that the lock was safe."),
  ]

  @Test(arguments: titles) func `a rank in the title of one person is told wherever it stands`(
    pair: SentencePair
  ) { pair.check() }

  @Test func `two people with titles who changed places keep them`() {
    SentencePair(
      "Deputy mayor Ann Shaw praised mayor Bob Lee.",
      "Mayor Bob Lee was praised by deputy mayor Ann Shaw."
    ).check()
  }

  static let sources = [
    SentencePair(
      "An engineer told the board on Monday that the lock was safe for boats.",
      "The board was told on Monday by an engineer that the lock was safe for boats."),
    SentencePair(
      "The lock was safe, the Reserve Bank of Lorn said on Monday.",
      "The lock was safe, the RBL said on Monday."),
  ]

  @Test(arguments: sources) func `a source that is named otherwise, or as who told it, is the same`(
    pair: SentencePair
  ) { pair.check() }

  static let cuts = [
    SentencePair(
      "“It was a shame and the board knew about it,” Ada Quill told the crews on Monday.",
      "“It was a shame,” Ada Quill told the crews on Monday.",
      "quotation and the board knew about it → ∅ revised"),
    SentencePair(
      "“It was a shame and the board knew about it,” Ada Quill told the crews on Monday.",
      "“It was a shame,” Ada Quill told the crews on Monday, “and the board knew about it.”"),
  ]

  @Test(arguments: cuts) func `the end of a quotation that nothing else quotes was cut`(
    pair: SentencePair
  ) { pair.check() }
}
