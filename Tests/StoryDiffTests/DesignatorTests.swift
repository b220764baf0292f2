import Testing

@Suite struct `Numbers and letters of names` {
  static let designated = [
    SentencePair(
      "The yard sold more of its Model Y in spring.",
      "The yard sold more of its Model 2 in spring.",
      "entity Model Y → Model 2 revised"),
    SentencePair(
      "The crew flew a Heron 37 to Lorn.", "The crew flew a Heron 47 to Lorn.",
      "entity Heron 37 → Heron 47 revised"),
    SentencePair(
      "Tests showed hepatitis A in two of them.", "Tests showed hepatitis B in two of them.",
      "entity hepatitis A → hepatitis B revised"),
    SentencePair(
      "Henry VII owned the quay in Lorn.", "Henry VIII owned the quay in Lorn.",
      "entity Henry VII → Henry VIII revised"),
    SentencePair(
      "Grade II listed, the mill is old.", "Grade I listed, the mill is old.",
      "entity Grade II → Grade I revised"),
  ]

  @Test(arguments: designated) func `another one of a kind is another entity`(pair: SentencePair) {
    pair.check()
  }

  static let figures = [
    SentencePair(
      "Das Werk in Lornau 400 der Leute nimmt.", "Das Werk in Lornau 450 der Leute nimmt.",
      language: "de"),
    SentencePair(
      "The race is on September 11 at noon.", "The race is on September 12 at noon.",
      "date September 11 → September 12 revised"),
    SentencePair(
      "He left Lorn on the 3rd to sail alone.", "He left Lorn on the 5th to sail alone.",
      "date 3rd → 5th revised"),
  ]

  static let lists = [
    SentencePair("Route 5 and Route 9 were cut.", "Route 9 and Route 5 were cut."),
    SentencePair(
      "Dunn got 412 votes and Carter 399.", "Dunn got 412 votes and Carter 398.",
      "quantity 399 → 398 revised"),
  ]

  @Test(arguments: lists) func `numbers in another order, and those told of several, name nothing`(
    pair: SentencePair
  ) { pair.check() }

  @Test(arguments: figures) func `a count and a day of a month are no names`(pair: SentencePair) {
    pair.check()
  }

  static let kinds = [
    SentencePair(
      "The race was held on Sunday near the quay.",
      "The race was held by Ada Quill on Sunday near the quay.", "entity ∅ → Ada Quill revised"),
    SentencePair("The fires burned on for a week.", "The Lorn fires burned on for a week."),
  ]

  @Test(arguments: kinds) func `a name that tells of what kind a noun is names nobody anew`(
    pair: SentencePair
  ) { pair.check() }
}
