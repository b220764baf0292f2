import StoryCapture
import StoryModel
import Testing

@testable import StoryDiff

@Suite("Notices that stand or go") struct StandingNoticeTests {
  private static let notice =
    "Correction: An earlier version of this article gave the cost as £1.2 million. It is £2.1 million."

  private func diff(_ old: [String], _ new: [String]) -> StoryDiff {
    func document(_ paragraphs: [String]) -> Document {
      PlainText.document(from: (["Mill to reopen"] + paragraphs).joined(separator: "\n\n"))
    }
    return StoryDiff(from: document(old), to: document(new))
  }

  @Test func `a standing correction does not clear a return to the error`() {
    let diff = diff(
      ["The mill cost £2.1 million to mend.", Self.notice],
      ["The mill cost £1.2 million to mend.", Self.notice])
    #expect(diff.claims.map(\.acknowledgedBy) == [nil])
    #expect(diff.corrections.isEmpty)
  }

  @Test func `a standing correction clears the change that it told of`() {
    let diff = diff(
      ["The mill cost £1.2 million to mend.", Self.notice],
      ["The mill cost £2.1 million to mend.", Self.notice])
    #expect(diff.claims.map(\.acknowledgedBy) == ["n1"])
  }

  @Test func `a new notice clears only what it names, not all of the sentence`() {
    let diff = diff(
      ["The mill, built in 1893, cost £1.2 million to mend."],
      ["The mill, built in 1839, cost £2.1 million to mend.", Self.notice])
    #expect(diff.claims.map(\.type) == [.date, .money])
    #expect(diff.claims.map(\.acknowledgedBy) == [nil, "n1"])
  }

  @Test func `a correction taken away is said, and counts`() {
    let diff = diff(
      ["The mill cost £2.1 million to mend.", Self.notice], ["The mill cost £2.1 million to mend."])
    #expect(diff.summary.text.hasPrefix("Correction removed"))
    #expect(diff.summary.significance >= 30)
  }

  @Test(arguments: ["The 2023 crash in Leeds killed two.", "May 2023 crash in Leeds killed two."])
  func `a year or a month at the very beginning is read`(old: String) {
    let diff = diff([old], ["2023 crash in Leeds killed two."])
    #expect(diff.claims.filter { $0.type != .date }.isEmpty)
  }

  @Test func `a standing notice whose two names share a word is read`() {
    func diff(_ old: String, _ new: String) -> StoryDiff {
      let notice =
        "! This story has been corrected: Ms Pell is chief lending officer, not chief "
        + "finance officer."
      return StoryDiff(from: story(old, notice), to: story(new, notice))
    }
    let wrong = "The bank named Ms Pell its chief finance officer."
    let right = "The bank named Ms Pell its chief lending officer."
    #expect(diff(wrong, right).claims.map(\.acknowledgedBy) == ["n1"])
    #expect(diff(right, wrong).claims.map(\.acknowledgedBy) == [nil])
  }

  @Test func `a standing notice that gives both ends of a range announces neither`() {
    let notice = "! Correction: The lock has been shut for 23 to 31 days."
    let diff = StoryDiff(
      from: story("The lock has been shut for 23 days.", notice),
      to: story("The lock has been shut for 31 days.", notice))
    #expect(diff.claims.count == 1)
  }
}
