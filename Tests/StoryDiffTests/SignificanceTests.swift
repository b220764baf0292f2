import Testing

@testable import StoryDiff

@Suite struct Significance {
  private func significance(_ old: [String], _ new: [String]) -> Int {
    StoryDiff(from: story(lines: old), to: story(lines: new)).summary.significance
  }

  private func weight(_ old: String, _ new: String) -> Int {
    significance(Blocks.town + [old], Blocks.town + [new])
  }

  @Test func `graver changes weigh more`() {
    let nothing = significance(Blocks.town, Blocks.town)
    let slip = weight("Divers searched untill dusk.", "Divers searched until dusk.")
    let restated = weight("Three boats sank.", "3 boats sank.")
    let role = weight("Ada Lorn is the deputy mayor.", "Ada Lorn is the mayor.")
    let date = weight("The board votes on Tuesday.", "The board votes on Thursday.")
    let figure = weight("The gale sank 12 boats.", "The gale sank 15 boats.")
    let denial = weight("The mayor will resign.", "The mayor will not resign.")
    #expect(nothing == 0)
    #expect(restated == 0)
    #expect(slip <= role)
    #expect(role <= date)
    #expect(date <= figure)
    #expect(figure < denial)
    #expect(slip < date)
  }

  @Test func `a refinement weighs less than a revision`() {
    let refined = weight("At least 23 boats sank.", "At least 31 boats sank.")
    let revised = weight("The gale sank 31 boats.", "The gale sank 23 boats.")
    #expect(refined < revised)
  }

  @Test func `a word in the place of one that cannot be true besides weighs as a figure does`() {
    let other = weight(
      "The skipper was charged with theft.", "The skipper was convicted of theft.")
    let figure = weight("The gale sank 12 boats.", "The gale sank 15 boats.")
    #expect(other == weight("The bill was sent by the mayor.", "The bill was sent to the mayor."))
    let same = weight("The skipper was quick to answer.", "The skipper was swift to answer.")
    #expect(other == figure)
    #expect(same < other)
  }

  @Test func `a retraction outweighs everything else`() {
    let retraction = significance(
      Blocks.town, Blocks.town + ["! This article has been retracted."])
    let denial = weight("The mayor will resign.", "The mayor will not resign.")
    #expect(retraction > denial)
  }

  @Test func `many slips do not reach one denial`() {
    let slips = (1...6).map { "Divers number \($0) searched untill dusk off the point." }
    let mended = slips.map { $0.replacing("untill", with: "until") }
    let denial = weight("The mayor will resign.", "The mayor will not resign.")
    #expect(significance(Blocks.town + slips, Blocks.town + mended) < denial)
  }

  @Test func `it is never more than 100, and the gravest reason comes first`() throws {
    let old = (1...40).map { "Boat \($0 + 100) will sail and the crew of 12 will be paid." }
    let new = (1...40).map { "Boat \($0 + 100) will not sail and the crew of 15 will be paid." }
    let diff = StoryDiff(from: story(lines: old), to: story(lines: new))
    #expect(diff.summary.significance <= 100)
    #expect(diff.summary.significance > 90)
    #expect(try #require(diff.summary.reasons.first).contains("not"))
    #expect(diff.summary.reasons.count <= 5)
  }
}
