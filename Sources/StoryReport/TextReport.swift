import StoryDiff
import StoryModel

/// A diff for a person at a terminal: what changed first, then the text with its edits.
public enum TextReport {
  /// The report of `diff`, ending in a line feed.
  ///
  /// No line is wider than the style's width, and nothing in a story's text reaches the terminal as
  /// a control. Without colour, deleted words stand in `[-` and `-]`, inserted ones in `{+` and `+}`.
  public static func write(
    _ diff: StoryDiff, heading: ReportHeading, style: TextStyle = .plain
  ) -> String {
    var writer = Writer(words: ReportWords(diff, heading: heading), style: style)
    writer.write()
    return writer.page.text
  }
}

private typealias Run = TerminalPage.Run

private struct Writer {
  let words: ReportWords
  var page: TerminalPage

  private var diff: StoryDiff { words.diff }

  init(words: ReportWords, style: TextStyle) {
    self.words = words
    page = TerminalPage(style: style)
  }

  mutating func write() {
    page.line(visible(words.title), .strong)
    if let captures = words.captures { page.line(captures, .quiet) }
    if !words.isQuiet, let window = words.window { page.line(window, .quiet) }
    for warning in words.warnings {
      page.line(visible("Warning: " + warning), .warning, hanging: 2)
    }
    page.blank()
    if words.isQuiet {
      page.line("No change.")
      return
    }
    if !diff.summary.text.isEmpty { page.line(visible(diff.summary.text)) }
    if let significance = words.significance { page.line(visible(significance), .quiet) }
    headline()
    overview(.added, "Added", .inserted)
    overview(.removed, "Removed", .deleted)
    claims()
    corrections()
    notices()
    text()
  }

  private mutating func headline() {
    guard let headlines = words.headlines else { return }
    page.blank()
    page.line("Headline", .strong)
    if let old = headlines.old { page.line([Run(visible(old), .deleted)], indent: 2) }
    if let new = headlines.new { page.line([Run(visible(new), .inserted)], indent: 2) }
  }

  private mutating func overview(
    _ change: BlockChange.Change, _ title: String, _ ink: TerminalPage.Ink
  ) {
    let blocks = words.overview(change)
    if blocks.isEmpty { return }
    page.blank()
    page.line("\(title) (\(blocks.count))", .strong)
    for block in blocks.prefix(ReportWords.overviewLimit) {
      let label = words.name(of: block) + ": "
      // Two lines at the most, the marks and the margin taken off.
      let room = max(20, (page.style.width - 4) * 2 - label.columns - 10)
      let text = visible(words.text(of: block)).shortened(to: room)
      page.line([Run(label, .quiet), Run(text, ink)], indent: 2, hanging: 2)
    }
    if blocks.count > ReportWords.overviewLimit {
      page.line("… and \(blocks.count - ReportWords.overviewLimit) more, below", .quiet, indent: 2)
    }
  }

  private mutating func claims() {
    if diff.claims.isEmpty { return }
    page.blank()
    page.line(words.claimsTitle, .strong)
    for claim in diff.claims {
      var runs = transition(claim.old, claim.new)
      if let unit = words.unit(of: claim) { runs.append(Run(" (\(visible(unit)))", .quiet)) }
      page.line(runs, indent: 2, hanging: 4)
      let place = words.place(old: claim.old, new: claim.new)
      page.line(
        [
          Run("\(claim.id): \(claim.type.rawValue) in \(place), \(claim.nature.rawValue); "),
          Run(
            words.acknowledgement(claim.acknowledgedBy),
            claim.acknowledgedBy == nil ? .strong : .plain),
        ], indent: 4, hanging: 2)
      because(claim.because)
    }
  }

  private mutating func corrections() {
    if diff.corrections.isEmpty { return }
    page.blank()
    page.line("Corrections (\(diff.corrections.count))", .strong)
    for correction in diff.corrections {
      page.line(transition(correction.old, correction.new), indent: 2, hanging: 4)
      let place = words.place(old: correction.old, new: correction.new)
      var line = "\(correction.kind.rawValue) in \(place)"
      if let notice = correction.acknowledgedBy { line += "; " + words.acknowledgement(notice) }
      page.line(visible(line), indent: 4, hanging: 2)
      because(correction.because)
    }
  }

  private mutating func notices() {
    if diff.notices.isEmpty { return }
    page.blank()
    page.line("Notices (\(diff.notices.count))", .strong)
    for notice in diff.notices {
      page.line(visible(words.title(of: notice)), indent: 2, hanging: 2)
      page.line(visible(notice.text), .quiet, indent: 4)
    }
  }

  /// `12 → 15`; a claim that is only in one version in its marks.
  private func transition(_ old: Span?, _ new: Span?) -> [Run] {
    switch (old, new) {
    case (let old?, let new?):
      [
        Run(visible(old.text), .strong), Run(" → "), Run(visible(new.text), .strong),
      ]
    case (let old?, nil): [Run("removed: "), Run(visible(old.text), .deleted)]
    case (nil, let new?): [Run("added: "), Run(visible(new.text), .inserted)]
    case (nil, nil): []
    }
  }

  private mutating func because(_ reason: String) {
    if !reason.isEmpty { page.line("because: \(visible(reason))", .quiet, indent: 4, hanging: 2) }
  }

  private mutating func text() {
    page.section("The text")
    for passage in words.passages {
      page.blank()
      switch passage {
      case .unchanged(let blocks):
        page.line("… \(blocks.unchangedCount) …", .quiet, indent: 2)
      case .changed(let block):
        page.line("\(words.name(of: block)): \(words.fate(of: block))".capitalisedFirst, .strong)
        page.line(runs(of: block), indent: 2)
      }
    }
  }

  private func runs(of block: BlockChange) -> [Run] {
    switch block.change {
    case .unchanged: [Run(visible(words.text(of: block)))]
    case .added: [Run(visible(words.text(of: block)), .inserted)]
    case .removed: [Run(visible(words.text(of: block)), .deleted)]
    case .edited, .split, .merged: block.edits.flatMap(runs(of:))
    }
  }

  /// The border between two parts of a split or merged block is drawn as a pilcrow, and ends the
  /// line where the new version has it.
  private func runs(of edit: Edit) -> [Run] {
    let ink: TerminalPage.Ink =
      switch edit.operation {
      case .keep: .plain
      case .delete: .deleted
      case .insert: .inserted
      }
    var runs: [Run] = []
    for (index, part) in edit.text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0 {
        if ink != .plain { runs.append(Run("¶", ink)) }
        if ink != .deleted { runs.append(Run("\n")) }
      }
      runs.append(Run(visible(String(part)), ink))
    }
    return runs
  }
}
