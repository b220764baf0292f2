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
}
