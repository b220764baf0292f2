import StoryModel
import StoryReport

@testable import StoryDiff

/// An invented story in two versions, and the diff of them made by hand: one change of every kind
/// that a report can hold.
enum BridgeStory {
  static let oldBlocks: [Block] = [
    Block(.headline, "Footbridge collapse in Harl kills 12"),
    Block(.byline, "By Ada Lorn"),
    Block(.paragraph, "At least 12 people died when a footbridge fell into the Harl, police said."),
    Block(.paragraph, "The bridge was built in 1911."),
    Block(.paragraph, "Traffic was halted on both banks."),
    Block(.paragraph, "Divers searched untill dusk. Boats were kept away."),
    Block(.paragraph, "The mayor said he would not resign."),
    Block(.paragraph, "Schools nearby were shut."),
    Block(.paragraph, "Trains ran late. Buses did not run."),
    Block(.paragraph, "“A dark day”, said the mayor."),
  ]

  static let newBlocks: [Block] = [
    Block(.headline, "Footbridge collapse in Harl kills 15"),
    Block(.byline, "By Ada Lorn"),
    Block(.paragraph, "At least 15 people died when a footbridge fell into the Harl, police said."),
    Block(.paragraph, "Traffic was halted on both banks."),
    Block(.paragraph, "Divers searched until dusk."),
    Block(.paragraph, "Boats were kept away."),
    Block(.paragraph, "An inquiry was opened on Tuesday."),
    Block(.paragraph, "Schools nearby were shut."),
    Block(.paragraph, "The mayor said he would resign."),
    Block(.paragraph, "Trains ran late. Buses did not run."),
    Block(.paragraph, "\"A dark day\", said the mayor."),
    Block(.notice, "Correction, 15 May 2025: An earlier version misstated the death toll as 12."),
  ]

  static func number(_ value: Double, _ text: String, block: Int, start: Int) -> Span {
    Span(
      block: block, start: start, end: start + text.unicodeScalars.count, text: text,
      value: .number(value), unit: "people", bound: .exactly)
  }

  static func words(_ text: String, block: Int, start: Int) -> Span {
    Span(
      block: block, start: start, end: start + text.unicodeScalars.count, text: text, value: nil,
      unit: nil, bound: nil)
  }

  static func edit(_ operation: Edit.Operation, _ text: String) -> Edit {
    Edit(operation: operation, text: text)
  }

  static func block(
    _ kind: Block.Kind, _ change: BlockChange.Change, _ old: [Int], _ new: [Int],
    moved: Bool = false, edits: [Edit] = [], changes: [ChangeGroup] = []
  ) -> BlockChange {
    BlockChange(
      kind: kind, change: change, moved: moved, old: old, new: new, edits: edits, changes: changes)
  }

  static let blocks: [BlockChange] = [
    block(
      .headline, .edited, [0], [0],
      edits: [
        edit(.keep, "Footbridge collapse in Harl kills "), edit(.delete, "12"), edit(.insert, "15"),
      ],
      changes: [
        ChangeGroup(
          class: .claim, old: number(12, "12", block: 0, start: 34),
          new: number(15, "15", block: 0, start: 34))
      ]),
    block(.byline, .unchanged, [1], [1]),
    block(
      .paragraph, .edited, [2], [2],
      edits: [
        edit(.keep, "At least "), edit(.delete, "12"), edit(.insert, "15"),
        edit(.keep, " people died when a footbridge fell into the Harl, police said."),
      ],
      changes: [
        ChangeGroup(
          class: .claim, old: number(12, "12", block: 2, start: 9),
          new: number(15, "15", block: 2, start: 9))
      ]),
    block(.paragraph, .removed, [3], []),
    block(.paragraph, .unchanged, [4], [3]),
    block(
      .paragraph, .split, [5], [4, 5],
      edits: [
        edit(.keep, "Divers searched "), edit(.delete, "untill"), edit(.insert, "until"),
        edit(.keep, " dusk."), edit(.delete, " "), edit(.insert, "\n"),
        edit(.keep, "Boats were kept away."),
      ],
      changes: [
        ChangeGroup(
          class: .correction, old: words("untill", block: 5, start: 16),
          new: words("until", block: 4, start: 16))
      ]),
    block(.paragraph, .added, [], [6]),
    block(.paragraph, .unchanged, [7], [7]),
    block(
      .paragraph, .edited, [6], [8], moved: true,
      edits: [
        edit(.keep, "The mayor said he would "), edit(.delete, "not "), edit(.keep, "resign."),
      ],
      changes: [ChangeGroup(class: .claim, old: words("not", block: 6, start: 24), new: nil)]),
    block(.paragraph, .unchanged, [8], [9]),
    block(.paragraph, .unchanged, [9], [10]),
    block(.notice, .added, [], [11]),
  ]

  static let claims: [ClaimChange] = [
    ClaimChange(
      id: "c1", type: .quantity, change: .changed, nature: .revised,
      old: number(12, "12", block: 0, start: 34), new: number(15, "15", block: 0, start: 34),
      acknowledgedBy: "n1", because: "both count the people killed"),
    ClaimChange(
      id: "c2", type: .quantity, change: .changed, nature: .refined,
      old: number(12, "12", block: 2, start: 9), new: number(15, "15", block: 2, start: 9),
      acknowledgedBy: "n1", because: "both count the people who died, and 15 is at least 12"),
    ClaimChange(
      id: "c3", type: .polarity, change: .removed, nature: .reversed,
      old: words("not", block: 6, start: 24), new: nil, acknowledgedBy: nil,
      because: "the sentence was denied and is now asserted"),
  ]

  static let corrections: [Correction] = [
    Correction(
      kind: .spelling, old: words("untill", block: 5, start: 16),
      new: words("until", block: 4, start: 16), claim: nil, acknowledgedBy: nil,
      because: "'untill' is no word and 'until' is one"),
    Correction(
      kind: .factual, old: number(12, "12", block: 0, start: 34),
      new: number(15, "15", block: 0, start: 34), claim: "c1", acknowledgedBy: "n1",
      because: "the correction names 12 as wrong"),
  ]

  static let notices: [NoticeChange] = [
    NoticeChange(
      id: "n1", kind: .correction, change: .added, old: nil, new: 11,
      date: CivilDay(year: 2025, month: 5, day: 15), text: newBlocks[11].text,
      acknowledges: ["c1", "c2"])
  ]

  static let summary = Summary(
    added: 2, removed: 1, edited: 3, moved: 1, split: 1, merged: 0, claims: 3, corrections: 2,
    unacknowledged: 1, headlineChanged: true, significance: 84,
    reasons: ["the headline's death toll rose", "a denial was dropped"],
    text:
      "The death toll in the headline and the lede rose from 12 to 15, and a denial was dropped.")

  static let diff = StoryDiff(
    parts: VersionSide(
      document: Document(metadata: Metadata(language: "en-GB"), blocks: oldBlocks), incomplete: nil),
    VersionSide(
      document: Document(metadata: Metadata(language: "en-GB"), blocks: newBlocks), incomplete: nil),
    blocks: blocks, claims: claims, corrections: corrections, notices: notices, summary: summary)

  static let noon = Instant(seconds: 1_747_224_000)

  static let heading = ReportHeading(
    story: "example.org/footbridge",
    old: VersionHeading(
      revision: 3, commit: String(repeating: "3a", count: 20), capturedAt: noon,
      lastSeenAt: noon.advanced(bySeconds: 7_500)),
    new: VersionHeading(
      revision: 4, commit: String(repeating: "4b", count: 20),
      capturedAt: noon.advanced(bySeconds: 8_400)))

  /// A diff of two versions of one paragraph each, edited by `edits`.
  static func edited(_ edits: [Edit]) -> StoryDiff {
    let old = edits.filter { $0.operation != .insert }.map(\.text).joined()
    let new = edits.filter { $0.operation != .delete }.map(\.text).joined()
    return StoryDiff(
      parts: VersionSide(
        document: Document(blocks: [Block(.paragraph, old)]), incomplete: nil),
      VersionSide(document: Document(blocks: [Block(.paragraph, new)]), incomplete: nil),
      blocks: [block(.paragraph, .edited, [0], [0], edits: edits)],
      summary: Summary(edited: 1, text: "One paragraph was edited."))
  }

  /// A diff in which every block of `texts` is added.
  static func added(_ texts: [String], kind: Block.Kind = .paragraph) -> StoryDiff {
    let document = Document(blocks: texts.map { Block(kind, $0) })
    return StoryDiff(
      parts: VersionSide(document: Document(), incomplete: nil),
      VersionSide(document: document, incomplete: nil),
      blocks: document.blocks.indices.map { block(kind, .added, [], [$0]) },
      summary: Summary(added: texts.count, text: "\(texts.count) blocks were added."))
  }
}
