import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `A notice in words of its own` {
  @Test(arguments: [
    "Owing to a typing error, we said the Rotary club gave £200. It gave £2,000.",
    "We said the Rotary club gave £200. It gave £2,000.",
    "The Rotary gift was given as £200 in the first version of this report.",
    "Apologies: the Rotary club gave £2,000, not £200.",
    "Our thanks to the reader who told us that the Rotary club gave £2,000, not £200.",
    "When first published, this article said the Rotary club gave £200.",
    "We should have said that the Rotary club gave £2,000.",
  ])
  func `may be said by a newsroom in its own words`(notice: String) {
    let diff = StoryDiff(
      from: story("The barn lends tools.", "A gift of £200 from the Rotary club paid for it."),
      to: story(
        "The barn lends tools.", "A gift of £2,000 from the Rotary club paid for it.", notice))
    #expect(diff.notices.map(\.kind) == [.correction])
    #expect(diff.claims.map { $0.acknowledgedBy != nil } == [true])
  }

  @Test func `stands in brackets below what it mends`() {
    func diff(_ remark: String) -> StoryDiff {
      StoryDiff(
        from: story("The boatman, aged 61, has retired. He rowed first."),
        to: story("The boatman, aged 62, has retired. He rowed first. (\(remark))"))
    }
    let told = diff("The boatman's age has been corrected since publication.")
    #expect(told.notices.map(\.kind) == [.correction])
    #expect(told.claims.map { $0.acknowledgedBy != nil } == [true])
    #expect(diff("The age of the oldest oar has been corrected by a scholar.").notices.isEmpty)
  }

  @Test func `may take a statement back`() {
    let diff = StoryDiff(
      from: story("Police said so.", "Mr Dole was at the regatta."),
      to: story(
        "Police said so.", "Mr Dole was not at the regatta.",
        "An earlier version of this story claimed Mr Dole was at the regatta. We retract that claim."
      ))
    #expect(diff.notices.map(\.kind) == [.retraction])
  }

  @Test(arguments: [
    "Sorry, no dogs are allowed on the pier, where £2,000 was raised.",
    "The first version of this crane cost £2,000.",
    "Owing to a mistake at the bank we said goodbye to £200.",
  ])
  func `is no remark of the story`(remark: String) {
    let diff = StoryDiff(
      from: story("A gift of £200 paid for the pier."),
      to: story("A gift of £2,000 paid for the pier.", remark))
    #expect(diff.notices.isEmpty)
  }
}
