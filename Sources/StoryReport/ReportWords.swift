import StoryDiff
import StoryModel

/// The words that the text, Markdown and HTML reports of one diff have in common.
struct ReportWords {
  let diff: StoryDiff
  let heading: ReportHeading
  private let oldNames: [String], newNames: [String]
  /// Indices into the diff's blocks.
  private let byOldPosition: [Int: Int], byNewPosition: [Int: Int]

  init(_ diff: StoryDiff, heading: ReportHeading) {
    self.diff = diff
    self.heading = heading
    oldNames = diff.old.document.blockNames
    newNames = diff.new.document.blockNames
    var byOldPosition: [Int: Int] = [:]
    var byNewPosition: [Int: Int] = [:]
    for (index, block) in diff.blocks.enumerated() {
      for position in block.old { byOldPosition[position] = index }
      for position in block.new { byNewPosition[position] = index }
    }
    self.byOldPosition = byOldPosition
    self.byNewPosition = byNewPosition
  }

  /// `example.org/bridge: revision 3 → 4`.
  var title: String { heading.story.map { "\($0): \(versions)" } ?? versions }

  /// `revision 3 → 4`, or the names of the two files.
  var versions: String {
    if let old = heading.old.revision, let new = heading.new.revision {
      return "revision \(old) → \(new)"
    }
    return "\(heading.old.name ?? "old version") → \(heading.new.name ?? "new version")"
  }

  /// When the change was made, as closely as the captures tell.
  var window: String? {
    guard let after = heading.new.capturedAt else { return nil }
    if [heading.old.timeSource, heading.new.timeSource].contains(.assumed) {
      return "When it changed is not known: \(assumed), without a time."
    }
    if isBackwards, let before = heading.old.capturedAt {
      return
        "Compared backwards: the new version was captured on \(after.spokenDay), \(after.spokenTime),"
        + " and the old one is the later, captured on \(before.spokenDay), \(before.spokenTime)."
    }
    if let lastSeen = heading.old.lastSeenAt {
      return between(lastSeen, ", when it was last seen as before,", after)
    }
    if let before = heading.old.capturedAt {
      return between(before, ", when the old version was captured,", after)
    }
    return "The new version was captured on \(after.spokenDay), \(after.spokenTime)."
  }

  /// Which of the versions were imported without a time.
  private var assumed: String {
    switch (heading.old.timeSource == .assumed, heading.new.timeSource == .assumed) {
    case (true, false): "the old version was imported"
    case (false, true): "the new version was imported"
    default: "both versions were imported"
    }
  }

  /// Whether the version that is called old came after the other.
  private var isBackwards: Bool {
    guard let old = heading.old.capturedAt, let new = heading.new.capturedAt else { return false }
    if old.seconds != new.seconds { return old.seconds > new.seconds }
    return (heading.old.revision ?? 0) > (heading.new.revision ?? 0)
  }

  /// When each version was captured, where `window` does not say both.
  var captures: String? {
    guard let old = heading.old.captured, let new = heading.new.captured,
      isQuiet || heading.old.lastSeenAt != nil && !isBackwards
    else { return nil }
    return "Captured \(old) → \(new)."
  }

  /// `Significance 84 of 100: the headline changed; a denial was dropped.`
  var significance: String? {
    guard diff.summary.significance > 0 else { return nil }
    let reasons = diff.summary.reasons.joined(separator: "; ")
    return
      "Significance \(diff.summary.significance) of 100\(reasons.isEmpty ? "" : ": ")\(reasons)."
  }

  /// `Claims (3, of which no notice acknowledges 1)`.
  var claimsTitle: String {
    let open = diff.summary.unacknowledged
    return
      "Claims (\(diff.claims.count)\(open > 0 ? ", of which no notice acknowledges \(open)" : ""))"
  }

  private func between(_ before: Instant, _ clause: String, _ after: Instant) -> String {
    if before.seconds == after.seconds {
      return "Changed at \(after.clockText) on \(after.spokenDay) (\(after.zoneText)):"
        + " both versions were seen then."
    }
    if before.day == after.day, before.offsetMinutes == after.offsetMinutes {
      return "Changed between \(before.clockText)\(clause) and \(after.clockText) on "
        + "\(after.spokenDay) (\(after.zoneText))."
    }
    return "Changed between \(before.spokenDay), \(before.spokenTime)\(clause) and "
      + "\(after.spokenDay), \(after.spokenTime)."
  }

  /// What to say of each version that looks cut off, or that was read with doubts.
  var warnings: [String] {
    func warning(_ side: VersionSide, _ name: String) -> String? {
      switch side.incomplete {
      case nil: nil
      case .paywall: "The \(name) version is not the whole story: it looks cut off by a paywall."
      case .truncated: "The \(name) version is not the whole story: it looks cut off."
      }
    }
    func notes(_ version: VersionHeading, _ name: String) -> [String] {
      let superseded = version.superseded.map { "The \(name) version is superseded \($0)." }
      return [superseded].compactMap(\.self) + version.notes.map { "The \(name) version: \($0)." }
    }
    return [warning(diff.old, "old"), warning(diff.new, "new")].compactMap(\.self)
      + notes(heading.old, "old") + notes(heading.new, "new")
  }

  /// The old and the new headline, where they differ.
  var headlines: (old: String?, new: String?)? {
    guard diff.summary.headlineChanged else { return nil }
    return (diff.old.document.headline, diff.new.document.headline)
  }

  /// `paragraph 4`, after its place in the new version, or in the old one where it is gone.
  func name(of block: BlockChange) -> String {
    block.new.isEmpty
      ? names(block.old, in: oldNames) + " (old version)" : names(block.new, in: newNames)
  }

  /// What became of a block, in words: `edited and moved (it was paragraph 2) · claim, rephrased`.
  func fate(of block: BlockChange) -> String {
    let before = " (it was \(names(block.old, in: oldNames)))"
    let fate =
      switch block.change {
      case .unchanged: block.moved ? "moved" + before : "unchanged"
      case .added, .removed: block.change.rawValue
      case .edited: block.moved ? "edited and moved" + before : "edited"
      case .split, .merged: block.change.rawValue + (block.moved ? " and moved" : "") + before
      }
    var classes: [String] = []
    for group in block.changes where !classes.contains(group.class.rawValue) {
      classes.append(group.class.rawValue)
    }
    return classes.isEmpty ? fate : "\(fate) · \(classes.joined(separator: ", "))"
  }

  /// Where a change stands: in the new version where it has a place there, else in the old one.
  func place(old: Span?, new: Span?) -> String {
    if let new { return name(new.block, in: newNames) }
    if let old { return name(old.block, in: oldNames) + " (old version)" }
    return "the story"
  }

  /// The block change that a change stands in.
  func block(old: Span?, new: Span?) -> BlockChange? {
    if let new { return byNewPosition[new.block].map { diff.blocks[$0] } }
    return old.flatMap { byOldPosition[$0.block] }.map { diff.blocks[$0] }
  }

  /// What the newsroom says about a change itself.
  func acknowledgement(_ id: String?) -> String {
    guard let id else { return "no notice acknowledges it" }
    guard let notice = diff.notices.first(where: { $0.id == id }) else {
      return "acknowledged by notice \(id)"
    }
    return "acknowledged by the \(notice.kind.word) (\(id))"
  }

  /// `n1: correction added, dated 15 May 2025; acknowledges c1`; a name that it mends is no claim, and is given itself.
  func title(of notice: NoticeChange) -> String {
    let date = notice.date.map { ", dated \($0.spoken)" } ?? ""
    let names = diff.corrections.filter { $0.claim == nil && $0.acknowledgedBy == notice.id }
      .compactMap { $0.new?.text }
    var told = notice.acknowledges
    for name in names where !told.contains(name) { told.append(name) }
    let claims = told.joined(separator: ", ")
    return "\(notice.id): \(notice.kind.word) \(notice.change.rawValue)\(date)"
      + (claims.isEmpty ? "" : "; acknowledges \(claims)")
  }

  /// The unit that a claim counts, where its words do not say it.
  func unit(of claim: ClaimChange) -> String? {
    guard let unit = claim.new?.unit ?? claim.old?.unit, !unit.isEmpty else { return nil }
    if [claim.old, claim.new].contains(where: { $0?.text.contains(unit) ?? false }) { return nil }
    return unit
  }

  /// The names of blocks: `paragraph 4`, `paragraphs 4 to 6`, `headline and paragraph 1`.
  private func names(_ positions: [Int], in names: [String]) -> String {
    let all = positions.map { name($0, in: names) }
    guard all.count > 1, let first = all.first, let last = all.last else { return all.first ?? "" }
    let stems = [first, last].map { $0.split(separator: " ").dropLast().joined(separator: " ") }
    guard stems[0] == stems[1], !stems[0].isEmpty, let end = last.split(separator: " ").last else {
      return all.joined(separator: " and ")
    }
    return "\(stems[0])s\(first.dropFirst(stems[0].count)) to \(end)"
  }

  private func name(_ position: Int, in names: [String]) -> String {
    names.indices.contains(position) ? names[position] : "block \(position + 1)"
  }
}

extension Document {
  /// A name for each block: its kind, and its place among those of its kind where there are more.
  var blockNames: [String] {
    var totals: [Block.Kind: Int] = [:]
    for block in blocks { totals[block.kind, default: 0] += 1 }
    var counts: [Block.Kind: Int] = [:]
    return blocks.map { block in
      counts[block.kind, default: 0] += 1
      let number = counts[block.kind, default: 1]
      let isOnly = totals[block.kind] == 1 && block.kind != .paragraph
      return isOnly ? block.kind.word : "\(block.kind.word) \(number)"
    }
  }
}

extension Block.Kind {
  var word: String {
    switch self {
    case .heading: "subheading"
    case .listItem: "list item"
    case .tableRow: "table row"
    default: rawValue
    }
  }
}

extension NoticeChange.Kind {
  var word: String {
    switch self {
    case .correction, .clarification, .retraction: rawValue
    case .update: "update note"
    case .editorsNote: "editor’s note"
    case .developing: "developing-story line"
    }
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
