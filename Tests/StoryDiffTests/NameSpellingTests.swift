import StoryModel
import Testing

@testable import StoryDiff

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
      "Police searched Ada Quorvane house.", "Police searched Ada Quorvane's house.",
      "punctuation Quorvane → Quorvane's"),
    SentencePair(
      "'A better deal' | Compact talks remain stalled",
      "'A better deal' | State compact talks are stalled"),
    SentencePair(
      "The report of the QXO covers all piers.", "The report of the XQO covers all piers.",
      "entity QXO → XQO revised"),
    SentencePair(
      "It will be shut from Dale Valley Road to the pier.",
      "It will be shut from Dale Valley Rd to the pier."),
    SentencePair(
      "It will be held at St Mary's Hall in Brenham.",
      "It will be held at St Mark's Hall in Brenham.",
      "entity St Mary's Hall → St Mark's Hall revised"),
    SentencePair(
      "It will be held at St Micheal's Hall in Brenham.",
      "It will be held at St Michael's Hall in Brenham.", "name Micheal's → Michael's"),
    SentencePair(
      "Fans of Manchster United came.", "Fans of Manchester United came.",
      "name Manchster → Manchester"),
  ]

  @Test(arguments: names) func `a name is spelt otherwise, or is another`(pair: SentencePair) {
    pair.check()
  }

  @Test(arguments: [("Pebble", "Pebblr"), ("Lindqvst", "Lindqvist"), ("Thompson", "Thomson")])
  func `a name that the story has but the other way elsewhere was mended`(
    slip: String, name: String
  ) {
    func told(_ name: String, _ other: String) -> Document {
      story(
        "# \(name) is back on the quay", "Everyone there knows \(other) and its boats.",
        "Mr Oake, of \(other), was glad.")
    }
    let diff = StoryDiff(from: told(slip, name), to: told(name, name))
    #expect(diff.compactFacts == ["name \(slip) → \(name)"])
    let reverse = StoryDiff(from: told(name, name), to: told(slip, name))
    #expect(reverse.compactFacts.isEmpty)
  }

  @Test(arguments: [("Lindqvst", "Lindqvist"), ("Thompson", "Thomson")])
  func `a name is mended beside another word that was changed`(slip: String, name: String) {
    func said(_ words: String) -> Document {
      story("\(words) so on the quay.", "Mr Oake, of \(name), was glad.")
    }
    let beside = StoryDiff(from: said("\(slip) said"), to: said("\(name) added"))
    #expect(beside.compactFacts == ["name \(slip) → \(name)"])
  }
}
