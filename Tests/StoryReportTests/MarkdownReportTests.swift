import StoryModel
import Testing

@testable import StoryDiff
@testable import StoryReport

@Suite struct `A diff as Markdown` {
  @Test func `strikes deleted words and makes inserted ones bold`() {
    let text = MarkdownReport.write(BridgeStory.diff, heading: BridgeStory.heading)
    #expect(text.hasPrefix("# example.org/footbridge: revision 3 → 4\n\n*Captured 14 May 2025"))
    #expect(text.contains("\nFootbridge collapse in Harl kills ~~12~~**15**\n"))
    #expect(text.contains("\nThe mayor said he would ~~not~~ resign.\n"))
    #expect(
      text.contains(
        "| c1 | **12** → **15** (people) | quantity | headline | revised | acknowledged by"))
    #expect(text.contains("dusk.~~␣~~**¶**<br>\nBoats were kept away.\n"))
  }

  @Test(arguments: [
    ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"), ("<script>", "\\<script\\>"),
    ("[a](b)", "\\[a\\](b)"), ("a|b", "a\\|b"), ("# no", "\\# no"), ("- no", "\\- no"),
    ("1. no", "1\\. no"), ("1984) no", "1984\\) no"), ("3.5 per cent", "3\\.5 per cent"),
    ("At 3.5", "At 3.5"), ("@ada", "@<!-- -->ada"), ("No #12", "No \\#<!-- -->12"),
    ("$5 or $6", "\\$5 or \\$6"), ("https://example.org", "https\\://example.org"),
    ("See www.example.org", "See www\\.example.org"), ("&amp; \\", "\\&amp; \\\\"),
    ("a\u{1B}b", "a␛b"), ("~~a~~", "\\~\\~a\\~\\~"),
  ])
  func `shows a story's text as it reads`(text: String, markdown: String) {
    #expect(MarkdownPage.escaped(text) == markdown)
  }

  @Test func `falls back on elements where Markdown would not take its marks`() {
    let marked = MarkdownPage.marked([
      (.keep, "Mr Smith"), (.insert, ", 42,"), (.keep, "left"), (.delete, "「橋」"), (.keep, "は"),
    ])
    #expect(marked == "Mr Smith<strong>, 42,</strong>left<del>「橋」</del>は")
    #expect(
      MarkdownPage.marked([(.keep, "a "), (.delete, " b "), (.keep, "c")]) == "a  ~~b~~ c")
  }

  @Test func `keeps every table row in its row`() {
    let span = BridgeStory.words("a|b\u{2028}c", block: 0, start: 0)
    let claim = ClaimChange(
      id: "c1", type: .entity, change: .changed, nature: .revised, old: span, new: span,
      acknowledgedBy: nil, because: "one | two\nthree")
    let diff = StoryDiff(
      parts: BridgeStory.diff.old, BridgeStory.diff.new, blocks: BridgeStory.blocks,
      claims: [claim])
    let text = MarkdownReport.write(diff, heading: ReportHeading())
    let row = text.split(separator: "\n").first { $0.hasPrefix("| c1 |") }
    #expect(row?.hasSuffix("one \\| two␊three |") == true)
  }

  @Test func `says no change, and no more, where there is none`() {
    let empty = VersionSide(document: Document(), incomplete: nil)
    let text = MarkdownReport.write(
      StoryDiff(parts: empty, empty, blocks: []), heading: ReportHeading(story: "a"))
    #expect(text == "# a: old version → new version\n\nNo change.\n")
  }
}
