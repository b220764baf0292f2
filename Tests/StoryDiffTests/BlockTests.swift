import StoryModel
import Testing

@testable import StoryDiff

@Suite struct Blocks {
  static let town = [
    "# Lantern fair returns to Quayside",
    "Volunteers hung four hundred paper lanterns along the sea wall before the crowds arrived.",
    "The fair began as a vigil for fishermen lost in the great gale and grew into a carnival.",
    "Stallholders sold smoked eel, plum cake and carved whistles until well past midnight.",
    "A brass band from the next valley played on the steps of the customs house.",
    "The parish will count the takings next month and spend them on the lifeboat.",
  ]

  static func compact(_ old: [String], _ new: [String]) -> [String] {
    StoryDiff(from: story(lines: old), to: story(lines: new)).compactBlocks
  }

  @Test func `a story against itself changes nothing`() {
    let diff = StoryDiff(from: story(lines: Self.town), to: story(lines: Self.town))
    #expect(diff.compact.isEmpty)
    #expect(!diff.storyChanged)
    #expect(diff.summary.significance == 0)
  }

  @Test func `a few words about the same subject at the same place are one paragraph`() {
    func between(_ line: String) -> [String] {
      Array(Self.town[..<3]) + [line] + Array(Self.town[3...])
    }
    #expect(Self.compact(between("She died."), between("She survived.")) == ["edited 3→3"])
    #expect(
      Self.compact(between("Police are looking into it."), between("Police have closed the case."))
        == ["edited 3→3"])
    #expect(
      Self.compact(between("The mayor wept."), between("The eels were gone."))
        == ["removed 3→", "added →3"])
    // Other words, of which some are forms of the same.
    #expect(
      Self.compact(
        between("Nobody has yet been compensated."),
        between("As yet, no one has received compensation.")) == ["edited 3→3"])
    #expect(
      Self.compact(
        between("Roads stay shut in the following places of the valley:"), between("road block."))
        == ["removed 3→", "added →3"])
    // A notice at the foot does not part the last paragraph from itself.
    let foot = "The fair gets no money from the parish."
    #expect(
      Self.compact(
        Self.town + [foot],
        Self.town + ["The fair receives no parish money.", "Correction: the band has ten players."])
        == ["edited 6→6", "added →7"])
  }

  @Test func `one paragraph split into three is a split`() {
    let whole =
      "The ferry Rosalind left the outer berth with ninety passengers. Fog rolled over the sandbar "
      + "and hid the channel buoys from the helmsman. Rescuers in two rigid boats brought everyone "
      + "ashore by supper."
    let parts = [
      "The ferry Rosalind left the outer berth with ninety passengers.",
      "Fog rolled over the sandbar and hid the channel buoys from the helmsman.",
      "Rescuers in two rigid boats brought everyone ashore by supper.",
    ]
    let old = Array(Self.town[..<3]) + [whole] + Array(Self.town[3...])
    let new = Array(Self.town[..<3]) + parts + Array(Self.town[3...])
    #expect(Self.compact(old, new) == ["split 3→3,4,5"])
    #expect(Self.compact(new, old) == ["merged 3,4,5→3"])
  }

  @Test func `a split with a figure changed is a split and a claim`() throws {
    let old =
      Array(Self.town[..<3]) + [
        "The ferry Rosalind left the outer berth with 71 passengers. Fog rolled over the sandbar and "
          + "hid the channel buoys from the helmsman."
      ]
    let new =
      Array(Self.town[..<3]) + [
        "The ferry Rosalind left the outer berth with 78 passengers.",
        "Fog rolled over the sandbar and hid the channel buoys from the helmsman.",
      ]
    let diff = StoryDiff(from: story(lines: old), to: story(lines: new))
    #expect(diff.compact == ["split 3→3,4", "quantity 71 → 78 revised"])
    let claim = try #require(diff.claims.first)
    #expect(claim.old?.block == 3)
    #expect(claim.new?.block == 3)
  }

  @Test func `a claim in the second part of a split is placed in that part`() throws {
    let old = [
      Self.town[1],
      "Fog rolled over the sandbar and hid the channel buoys from the helmsman. The ferry Rosalind "
        + "left the outer berth with 71 passengers.", Self.town[2],
    ]
    let new = [
      Self.town[1],
      "Fog rolled over the sandbar and hid the channel buoys from the helmsman.",
      "The ferry Rosalind left the outer berth with 78 passengers.", Self.town[2],
    ]
    let diff = StoryDiff(from: story(lines: old), to: story(lines: new))
    let claim = try #require(diff.claims.first)
    #expect(claim.new?.block == 2)
    #expect(claim.new?.start == 45)
    #expect(claim.old?.block == 1)
  }

  @Test func `a paragraph moved and edited is one edited block that moved`() {
    var new = Self.town
    let band = new.remove(at: 4)
    new.insert(band.replacing("brass band", with: "silver band"), at: 1)
    #expect(Self.compact(Self.town, new) == ["edited 4→1 moved"])
  }

  @Test func `a paragraph moved far is the only one that moved`() {
    var new = Self.town
    new.insert(new.remove(at: 5), at: 1)
    #expect(Self.compact(Self.town, new) == ["unchanged 5→1 moved"])
  }

  @Test func `of two neighbours exchanged one has moved`() {
    var new = Self.town
    new.swapAt(3, 4)
    let said = Self.compact(Self.town, new)
    #expect(said == ["unchanged 4→3 moved"] || said == ["unchanged 3→4 moved"])
  }

  @Test func `of two runs exchanged the smaller one has moved`() {
    let new = [0, 4, 5, 1, 2, 3].map { Self.town[$0] }
    #expect(
      Self.compact(Self.town, new) == ["unchanged 4→1 moved", "unchanged 5→2 moved"])
  }

  @Test func `a lede pushed down has not moved`() {
    var new = Self.town
    new.insert("Thousands came to Quayside on a mild night for the first fair in six years.", at: 1)
    #expect(Self.compact(Self.town, new) == ["added →1"])
    #expect(Self.compact(new, Self.town) == ["removed 1→"])
  }

  @Test func `a sentence carried from one paragraph to another edits both`() {
    var old = Self.town
    var new = Self.town
    old[2] += " Children carried model boats down to the slipway at dusk."
    new[4] += " Children carried model boats down to the slipway at dusk."
    #expect(Self.compact(old, new) == ["edited 2→2", "edited 4→4"])
  }

  @Test func `entries put on top of a live blog are added and nothing else`() {
    let blog = (1...6).map {
      "10.0\($0) Crews at gate \($0) report that pump number \($0) is running."
    }
    let fresh = [
      "10.09 The mayor is about to speak.", "10.08 The sea wall held through high water.",
    ]
    let old = [Self.town[0]] + blog.reversed()
    let new = [Self.town[0]] + fresh + blog.reversed()
    #expect(Self.compact(old, new) == ["added →1", "added →2"])
  }

  @Test func `of boilerplate that stands twice only the copy that was edited is edited`() {
    let line =
      "The story so far, and how to follow the fair from home, by our reporters on the quay."
    let old = [Self.town[0], Self.town[1], line, Self.town[2], Self.town[3], line, Self.town[4]]
    var new = old
    new[5] = line.replacing("from home", with: "by radio")
    #expect(Self.compact(old, new) == ["edited 5→5"])
    #expect(Self.compact(old, old).isEmpty)
  }

  @Test func `a capture that a paywall cut says so`() {
    let new = Array(Self.town[..<3]) + ["Subscribe to continue reading this story."]
    let diff = StoryDiff(from: story(lines: Self.town), to: story(lines: new))
    #expect(diff.new.incomplete == .paywall)
    #expect(diff.old.incomplete == nil)
    #expect(diff.summary.removed == 3)
    #expect(diff.summary.text.contains("cut off"))
  }

  @Test func `a capture that breaks off in the middle of a paragraph says so`() {
    let new =
      Array(Self.town[..<4]) + ["A brass band from the next valley played on the …"]
    let diff = StoryDiff(from: story(lines: Self.town), to: story(lines: new))
    #expect(diff.new.incomplete == .truncated)
  }

  @Test func `a whole story under an invitation to subscribe is not cut`() {
    let old = Self.town + ["Subscribe to our morning letter."]
    var new = old
    new[2] =
      "The fair began as a vigil for sailors lost in the great gale and grew into a carnival."
    let diff = StoryDiff(from: story(lines: old), to: story(lines: new))
    #expect(diff.new.incomplete == nil)
  }

  @Test func `a total rewrite is removals and additions`() {
    let new = [
      "# Inspectors close Millpond swimming baths",
      "Officials found cracked tiles and a broken boiler on their visit to the baths.",
      "Lessons for schoolchildren have been called off until a contractor can be found.",
      "The pool opened in the reign of the old queen and was last painted a decade ago.",
    ]
    let said = Self.compact(Array(Self.town[1...]), Array(new[1...]))
    #expect(
      said.allSatisfy { $0.hasPrefix("added") || $0.hasPrefix("removed") }, "\(said)")
    #expect(said.count == 8)
  }

  @Test func `a headline of which much is kept is edited`() {
    var new = Self.town
    new[0] = "# Lantern fair returns to Quayside after six years"
    let diff = StoryDiff(from: story(lines: Self.town), to: story(lines: new))
    #expect(diff.compactBlocks == ["edited 0→0"])
    #expect(diff.summary.headlineChanged)
  }

  @Test func `a headline of which nothing is kept has changed, too`() {
    var new = Self.town
    new[0] = "# Thousands turn out for the lights"
    let diff = StoryDiff(from: story(lines: Self.town), to: story(lines: new))
    #expect(diff.summary.headlineChanged)
    #expect(diff.blocks.count { $0.change == .unchanged } == 5)
  }

  @Test func `lists are compared item by item and tables row by row`() {
    let old = [
      "- Lanterns: 400 paper, 30 glass", "- Bands: one", "- Stalls on the long quay: 25",
      "| Gate | Visitors", "| North | 1,200", "| South | 900",
    ]
    let new = [
      "- Bands: one", "- Lanterns: 400 paper, 30 glass", "- Stalls on the long quay: 28",
      "- Boats: 7",
      "| Gate | Visitors", "| North | 1,250", "| South | 900", "| West | 310",
    ]
    let diff = StoryDiff(from: story(lines: Self.town + old), to: story(lines: Self.town + new))
    #expect(diff.summary.added == 2)
    #expect(diff.summary.removed == 0)
    #expect(diff.summary.edited == 2)
    #expect(diff.summary.moved == 1)
    #expect(
      diff.claims.map { "\($0.old?.text ?? "") → \($0.new?.text ?? "")" }.sorted()
        == ["1,200 → 1,250", "25 → 28"])
  }

  @Test func `a row of two words whose figure changed is edited`() {
    let old = Self.town + ["- Boats: 7", "- Stalls: 25", "| North | 1,200"]
    let new = Self.town + ["- Boats: 7", "- Fires: 2", "- Stalls: 28", "| North | 1,250"]
    let diff = StoryDiff(from: story(lines: old), to: story(lines: new))
    #expect(diff.compactBlocks == ["added →7", "edited 7→8", "edited 8→9"])
  }

  @Test func `a caption is a block of its own`() {
    let old = Self.town + ["~ Lanterns on the sea wall on Saturday."]
    let new = Self.town + ["~ Lanterns on the sea wall on Sunday."]
    let diff = StoryDiff(from: story(lines: old), to: story(lines: new))
    #expect(diff.compact == ["edited 6→6", "date Saturday → Sunday revised"])
    #expect(diff.blocks.last?.kind == .caption)
  }

  @Test func `an empty version is all removed or all added`() {
    let diff = StoryDiff(from: story(lines: Self.town), to: Document())
    #expect(diff.summary.removed == 6)
    #expect(StoryDiff(from: Document(), to: story(lines: Self.town)).summary.added == 6)
    #expect(StoryDiff(from: Document(), to: Document()).blocks.isEmpty)
  }
}
