import StoryModel
import Testing

@testable import StoryDiff

@Suite struct `Labels above notices and above parts of a story` {
  @Test(arguments: [
    ("Clarification", NoticeChange.Kind.clarification), ("Editor's note", .editorsNote),
    ("Correction:", .correction),
  ])
  func `name the kind of what stands below them`(label: String, kind: NoticeChange.Kind) {
    let diff = StoryDiff(
      from: story("The lock will shut in June.", "Boats wait."),
      to: story(
        "The lock may shut in June.", "Boats wait.", label,
        "We have changed the first paragraph of this story, which was firmer than the board was."))
    #expect(diff.notices.map(\.kind) == [kind])
  }

  private func sail(_ distance: String, _ correction: String) -> Document {
    story(
      "# How to mend a sail", "Sails tear where they rub.",
      "Clarification: Lay the cloth flat and pin it every \(distance).",
      "Correction: " + correction,
      "Update: Next morning, wax the thread again and turn the cloth.",
      "My aunt taught me that in a shed on the quay.")
  }

  @Test func `are no notices where they are headings of the story`() {
    let steps = "If it puckers, unpick the seam and start from the other side."
    let diff = StoryDiff(from: sail("20cm", steps), to: sail("25cm", steps))
    #expect(diff.notices.isEmpty)
    #expect(diff.claims.map(\.type) == [.quantity])
    let told = "An earlier version of this story gave the wrong thread."
    #expect(StoryDiff(from: sail("20cm", told), to: sail("25cm", told)).notices.count == 3)
  }
}
