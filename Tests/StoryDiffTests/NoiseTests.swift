import Foundation
import StoryModel
import Testing

@testable import StoryDiff

@Suite struct Noise {
  static let text = "“It’s a café – nothing more,” Zoë Brandt said of the 12-room inn…"

  static let sameText: [(String, String)] = [
    ("white space", "“It’s a  café –  nothing more,” Zoë\tBrandt said of the 12-room inn…"),
    ("no-break spaces", text.replacing(" ", with: "\u{A0}")),
    ("thin spaces", text.replacing(" ", with: "\u{2009}")),
    (
      "straight quotation marks",
      "\"It's a café – nothing more,\" Zoë Brandt said of the 12-room inn…"
    ),
    ("another dash", "“It’s a café — nothing more,” Zoë Brandt said of the 12\u{2011}room inn…"),
    ("three dots", "“It’s a café – nothing more,” Zoë Brandt said of the 12-room inn..."),
    ("decomposed letters", text.decomposedStringWithCanonicalMapping),
    (
      "zero-width spaces",
      "“It’s a ca\u{200B}fé – noth\u{200B}ing more,” Zoë Brandt said of the 12-room inn…"
    ),
    ("a byte order mark", "\u{FEFF}" + text),
    ("soft hyphens", "“It’s a café – noth\u{AD}ing more,” Zoë Brandt said of the 12-room inn…"),
    (
      "direction marks",
      "\u{200E}“It’s a café – nothing more,”\u{200F} Zoë Brandt said of the 12-room inn…"
    ),
    (
      "mojibake",
      "â€œItâ€™s a cafÃ© â€“ nothing more,â€\u{9D} ZoÃ« Brandt said of the 12-room innâ€¦"
    ),
  ]

  @Test(arguments: sameText)
  func `what is only a matter of typing is no change`(name: String, other: String) {
    let frame = ["# An inn by the quay", "Guests are expected in the spring."]
    let old = story(lines: [frame[0], Self.text, frame[1]])
    let new = story(lines: [frame[0], other, frame[1]])
    for diff in [StoryDiff(from: old, to: new), StoryDiff(from: new, to: old)] {
      #expect(diff.compact.isEmpty, "\(name): \(diff.compact)")
      #expect(!diff.storyChanged)
      #expect(diff.summary.significance == 0)
    }
  }

  static let sameLines = [
    ("See https://quay.example/boats.", "See https://quay.ex\u{AD}ample/bo\u{200B}ats."),
    ("See https://quay.example/boats.", "See ht\u{AD}tps://quay.example/boats."),
    ("See www.quay.example for more.", "See w\u{2060}ww.quay.example for more."),
    ("Berth B52 is for boats.", "Berth B\u{200B}52 is for bo\u{AD}\u{200B}ats."),
    ("A 🚢 came in at dawn.", "A ðŸš¢ came in at dawn."),
  ]

  @Test(arguments: sameLines)
  func `signs that nobody sees and a charset misread part no address, code or picture`(
    text: String, other: String
  ) {
    let old = story(lines: [text, "Guests are expected in the spring."])
    let new = story(lines: [other, "Guests are expected in the spring."])
    for diff in [StoryDiff(from: old, to: new), StoryDiff(from: new, to: old)] {
      #expect(diff.compact.isEmpty)
    }
  }

  static let furniture = [
    ("Updated 5 minutes ago", "Updated 38 minutes ago"),
    ("Published 2 hours ago", "Published 3 hours ago"),
    ("112 comments", "1,204 comments"),
    ("38 shares", "1.2k shares"),
    ("Last updated 14:05", "Last updated 15:20"),
    ("Reading time: 3 minutes", "Reading time: 4 minutes"),
    ("5,120 views", "6,318 views"),
  ]

  @Test(arguments: furniture)
  func `a counter of the page is edited without claim, notice or weight`(
    old: String, new: String
  ) {
    let frame = Blocks.town
    let diff = StoryDiff(
      from: story(lines: frame + [old]), to: story(lines: frame + [new]))
    #expect(diff.compact == ["edited 6→6"])
    #expect(diff.summary.significance == 0)
    #expect(diff.summary.claims == 0)
  }

  @Test func `a reading time is edited without claim`() {
    let diff = StoryDiff(
      from: story(lines: Blocks.town + ["4 min read"]),
      to: story(lines: Blocks.town + ["5 min read"]))
    #expect(diff.compact == ["edited 6→6"])
    #expect(diff.summary.significance == 0)
  }

  static let boxes = [
    "Read more: how the sea wall was built", "Sign up for our newsletter", "Share this story",
    "Follow us for news from the coast", "Advertisement",
  ]

  @Test(arguments: boxes) func `a box of the page put in or taken out is no notice`(box: String) {
    let diff = StoryDiff(
      from: story(lines: Blocks.town), to: story(lines: Blocks.town + [box]))
    #expect(diff.compact == ["added →6"])
    let weighty = StoryDiff(
      from: story(lines: Blocks.town),
      to: story(lines: Blocks.town + ["Two sailors are missing after a squall off the point."]))
    #expect(diff.summary.significance <= weighty.summary.significance)
  }

  @Test(arguments: boxes) func `a box of the page that comes or goes weighs nothing`(box: String) {
    let old = story(lines: Blocks.town)
    let new = story(lines: Blocks.town + [box])
    #expect(StoryDiff(from: old, to: new).summary.significance == 0)
    #expect(StoryDiff(from: new, to: old).summary.significance == 0)
  }

  @Test func `a byline edited is no claim`() {
    let diff = StoryDiff(
      from: story(lines: [Blocks.town[0], "@ By Ada Lorn"] + Blocks.town[1...]),
      to: story(lines: [Blocks.town[0], "@ By Ada Lorn and Piet Voss"] + Blocks.town[1...]))
    #expect(diff.compact == ["edited 1→1"])
  }

  @Test(arguments: [
    (
      "The band sings in Lorn days after its quarrel with the bass player Ada Oake.",
      "The band sings in Lorn days after its quarrel with the bass player..."
    ),
    (
      "The price of a crossing rose by 29% in...", "The price of a crossing rose by 29% in Ardle"
    ),
  ])
  func `what the end of a cut text left out was not taken away`(longer: String, shorter: String) {
    for (old, new) in [(longer, shorter), (shorter, longer)] {
      #expect(StoryDiff(from: story(old), to: story(new)).compactFacts.isEmpty)
    }
  }
}
