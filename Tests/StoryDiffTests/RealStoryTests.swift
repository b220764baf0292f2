import StoryModel
import StoryRules
import Testing

@testable import StoryDiff

@Suite(.serialized) struct `Real stories` {
  @Test(
    .enabled(
      if: !RealStories.files().isEmpty,
      "no folder of real stories: none that STET_BENCH_DATA names, none beside the checkout"),
    arguments: RealStories.files())
  func `the reports of real stories keep the rules, both ways round`(file: String) throws {
    for story in try RealStories.sample(RealStories.folder + "/" + file, limit: 12) {
      let versions = story.versions ?? []
      for (old, new) in zip(versions, versions.dropFirst()).prefix(6) {
        let oldAt = old.capturedAt.flatMap { Instant($0) }
        let newAt = new.capturedAt.flatMap { Instant($0) }
        let diff = StoryDiff(
          from: old.document, to: new.document, oldCapturedAt: oldAt, newCapturedAt: newAt)
        let back = StoryDiff(
          from: new.document, to: old.document, oldCapturedAt: newAt, newCapturedAt: oldAt)
        #expect(ReportRules.broken(diff) == [], "\(file) \(story.id ?? "")")
        #expect(ReportRules.broken(back) == [], "\(file) \(story.id ?? ""), backwards")
        #expect(
          ReportRules.outline(diff) == ReportRules.outline(back, mirrored: true),
          "\(file) \(story.id ?? "")")
        let same = StoryDiff(
          from: new.document, to: new.document, oldCapturedAt: newAt, newCapturedAt: newAt)
        #expect(ReportRules.saidOfNothing(same) == [])
      }
    }
  }

  @Test(
    .enabled(
      if: !RealStories.files().isEmpty,
      "no folder of real stories: none that STET_BENCH_DATA names, none beside the checkout"),
    arguments: RealStories.files())
  func `a real story typed another way, or damaged, reports nothing`(file: String) throws {
    var numbers = SeededNumbers(seed: 1)
    for story in try RealStories.sample(RealStories.folder + "/" + file, limit: 12) {
      guard let version = story.versions?.last else { continue }
      for noise in TypingNoise.allCases {
        let other = noise.applied(to: version.document, &numbers)
        for (old, new) in [(version.document, other), (other, version.document)] {
          let said = ReportRules.saidOfNothing(StoryDiff(from: old, to: new))
          #expect(said == [], "\(noise) \(file) \(story.id ?? "")")
        }
      }
    }
  }
}
