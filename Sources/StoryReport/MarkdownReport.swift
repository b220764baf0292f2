import StoryDiff
import StoryModel

/// A diff as GitHub's Markdown: deleted words struck through, inserted ones bold.
public enum MarkdownReport {
  /// The report of `diff`, ending in a line feed. What a story's text holds is escaped, so that
  /// none of it works as Markdown or HTML.
  public static func write(_ diff: StoryDiff, heading: ReportHeading) -> String {
    var writer = Writer(words: ReportWords(diff, heading: heading))
    writer.write()
    return writer.page.text
  }
}

private struct Writer {
  let words: ReportWords
  var page = MarkdownPage()

  private var diff: StoryDiff { words.diff }

  init(words: ReportWords) { self.words = words }

  mutating func write() {
    page.heading(1, words.title)
    if let captures = words.captures { page.paragraph("*\(MarkdownPage.escaped(captures))*") }
    if !words.isQuiet, let window = words.window {
      page.paragraph("*\(MarkdownPage.escaped(window))*")
    }
    for warning in words.warnings {
      page.paragraph("> [!WARNING]\n> \(MarkdownPage.escaped(warning))")
    }
    if words.isQuiet {
      page.paragraph("No change.")
      return
    }
    if !diff.summary.text.isEmpty { page.paragraph(MarkdownPage.escaped(diff.summary.text)) }
    if let significance = words.significance {
      page.paragraph("*\(MarkdownPage.escaped(significance))*")
    }
    if words.hasOverview { page.heading(2, "What changed") }
    headline()
    overview(.added, "Added", .insert)
    overview(.removed, "Removed", .delete)
    claims()
    corrections()
    notices()
    text()
  }

  private mutating func headline() {
    guard let headlines = words.headlines else { return }
    page.heading(3, "Headline")
    if let old = headlines.old { page.item(MarkdownPage.marked([(.delete, old)])) }
    if let new = headlines.new { page.item(MarkdownPage.marked([(.insert, new)])) }
  }

  private mutating func overview(
    _ change: BlockChange.Change, _ title: String, _ operation: Edit.Operation
  ) {
    let blocks = words.overview(change)
    if blocks.isEmpty { return }
    page.heading(3, "\(title) (\(blocks.count))")
    for block in blocks.prefix(ReportWords.overviewLimit) {
      let text = words.text(of: block).shortened(to: 160)
      page.item("\(words.name(of: block)): \(MarkdownPage.marked([(operation, text)]))")
    }
    if blocks.count > ReportWords.overviewLimit {
      page.item("… and \(blocks.count - ReportWords.overviewLimit) more, below")
    }
  }

  private mutating func claims() {
    if diff.claims.isEmpty { return }
    page.heading(3, words.claimsTitle)
    page.table(
      ["Claim", "Change", "Type", "Where", "Nature", "Notice", "Because"],
      diff.claims.map { claim in
        let unit = words.unit(of: claim).map { " (\(MarkdownPage.escaped($0)))" } ?? ""
        return [
          claim.id, transition(claim.old, claim.new) + unit, claim.type.rawValue,
          words.place(old: claim.old, new: claim.new), claim.nature.rawValue,
          MarkdownPage.escaped(words.acknowledgement(claim.acknowledgedBy)),
          MarkdownPage.escaped(claim.because),
        ]
      })
  }

  private mutating func corrections() {
    if diff.corrections.isEmpty { return }
    page.heading(3, "Corrections (\(diff.corrections.count))")
    page.table(
      ["Change", "Kind", "Where", "Notice", "Because"],
      diff.corrections.map { correction in
        [
          transition(correction.old, correction.new), correction.kind.rawValue,
          words.place(old: correction.old, new: correction.new),
          correction.acknowledgedBy.map {
            MarkdownPage.escaped(words.acknowledgement($0))
          } ?? "",
          MarkdownPage.escaped(correction.because),
        ]
      })
  }

  private mutating func notices() {
    if diff.notices.isEmpty { return }
    page.heading(3, "Notices (\(diff.notices.count))")
    for notice in diff.notices {
      page.item(
        "\(MarkdownPage.escaped(words.title(of: notice))): \(MarkdownPage.escaped(notice.text))")
    }
  }

  private func transition(_ old: Span?, _ new: Span?) -> String {
    switch (old, new) {
    case (let old?, let new?):
      "**\(MarkdownPage.escaped(old.text, atStart: false))** → "
        + "**\(MarkdownPage.escaped(new.text, atStart: false))**"
    case (let old?, nil): "removed: " + MarkdownPage.marked([(.delete, old.text)])
    case (nil, let new?): "added: " + MarkdownPage.marked([(.insert, new.text)])
    case (nil, nil): ""
    }
  }

  private mutating func text() {
    page.heading(2, "The text")
    for passage in words.passages {
      switch passage {
      case .unchanged(let blocks): page.paragraph("*… \(blocks.unchangedCount) …*")
      case .changed(let block):
        page.paragraph(
          "**" + "\(words.name(of: block)): \(words.fate(of: block))".capitalisedFirst + "**")
        page.paragraph(body(of: block))
      }
    }
  }

  private func body(of block: BlockChange) -> String {
    switch block.change {
    case .unchanged: MarkdownPage.escaped(words.text(of: block))
    case .added: MarkdownPage.marked([(.insert, words.text(of: block))])
    case .removed: MarkdownPage.marked([(.delete, words.text(of: block))])
    case .edited, .split, .merged:
      MarkdownPage.marked(block.edits.map { ($0.operation, $0.text) })
    }
  }
}
