import StoryDiff
import StoryModel

/// A diff as one accessible page, with an inline and a side-by-side view and no script.
public enum HTMLReport {
  /// The report of `diff`, ending in a line feed. Everything a story's text holds is escaped.
  public static func write(_ diff: StoryDiff, heading: ReportHeading) -> String {
    var writer = HTMLReportWriter(words: ReportWords(diff, heading: heading))
    writer.write()
    return writer.page.closed()
  }
}

/// Writes the page of one diff; the story's text is in its extension.
struct HTMLReportWriter {
  let words: ReportWords
  var page: HTMLPage
  let oldText: String, newText: String

  var diff: StoryDiff { words.diff }

  init(words: ReportWords) {
    self.words = words
    page = HTMLPage(title: "\(words.title) – Stet", skip: ("text", "Skip to the text"))
    oldText = HTMLPage.textAttributes(language: words.diff.old.document.metadata.language)
    newText = HTMLPage.textAttributes(language: words.diff.new.document.metadata.language)
  }

  mutating func write() {
    page.raw("<header>")
    page.masthead(words.heading.story ?? "", title: words.versions.capitalisedFirst)
    if !words.isQuiet, let window = words.window {
      page.raw("<p class=\"note\">\(HTMLPage.escaped(window))</p>")
    }
    versions()
    page.raw("</header>\n<main>")
    for warning in words.warnings {
      page.raw("<p class=\"warning\" role=\"note\">\(HTMLPage.escaped(warning))</p>")
    }
    if words.isQuiet {
      page.raw("<p class=\"lead\">No change.</p>")
    } else {
      if !diff.summary.text.isEmpty {
        page.raw("<p class=\"lead\">\(HTMLPage.escaped(diff.summary.text))</p>")
      }
      if let significance = words.significance {
        page.raw("<p class=\"note\">\(HTMLPage.escaped(significance))</p>")
      }
      if words.hasOverview { overview() }
    }
    text()
    page.raw("</main>")
  }

  private mutating func overview() {
    page.raw("<section aria-labelledby=\"changed\"><h2 id=\"changed\">What changed</h2>")
    headline()
    overview(.added, "Added", HTMLPage.inserted)
    overview(.removed, "Removed", HTMLPage.deleted)
    claims()
    corrections()
    notices()
    page.raw("</section>")
  }

  private mutating func versions() {
    func facts(_ version: VersionHeading) -> String {
      let known = [
        version.captured.map { "captured \($0)" },
        version.lastSeenAt.map { "last seen unchanged \($0.spoken)" },
        version.commit.map { "commit \($0.prefix(10))" },
      ].compactMap(\.self)
      return HTMLPage.escaped(known.joined(separator: "; ").capitalisedFirst)
    }
    let old = facts(words.heading.old)
    let new = facts(words.heading.new)
    if old.isEmpty, new.isEmpty { return }
    page.raw(
      """
      <dl class="versions"><dt>Old version</dt><dd class="note">\(old)</dd>\
      <dt>New version</dt><dd class="note">\(new)</dd></dl>
      """)
  }

  private mutating func headline() {
    guard let headlines = words.headlines else { return }
    page.raw("<h3>Headline</h3>")
    if let old = headlines.old {
      page.raw("<p class=\"headline\" \(oldText)>\(HTMLPage.deleted(old))</p>")
    }
    if let new = headlines.new {
      page.raw("<p class=\"headline\" \(newText)>\(HTMLPage.inserted(new))</p>")
    }
  }

  private mutating func overview(
    _ change: BlockChange.Change, _ title: String, _ mark: (String) -> String
  ) {
    let blocks = words.overview(change)
    if blocks.isEmpty { return }
    page.raw("<h3>\(title) (\(blocks.count))</h3><ul class=\"plain\">")
    for block in blocks.prefix(ReportWords.overviewLimit) {
      let text = mark(words.text(of: block).shortened(to: 200))
      page.raw(
        """
        <li><span class="label">\(link(words.name(of: block), to: block))</span>\
        <span \(attributes(of: block))>\(text)</span></li>
        """)
    }
    if blocks.count > ReportWords.overviewLimit {
      let rest = blocks.count - ReportWords.overviewLimit
      page.raw("<li class=\"note\">… and \(rest) more, <a href=\"#text\">below</a></li>")
    }
    page.raw("</ul>")
  }

  private mutating func claims() {
    if diff.claims.isEmpty { return }
    page.raw("<h3>\(words.claimsTitle)</h3>")
    page.table(
      caption: "What the story asserts differently, in sentences that both versions share.",
      ["Claim", "Change", "Type", "Where", "Nature", "Notice", "Because"],
      diff.claims.map { claim in
        let unit = words.unit(of: claim).map { " <span>\(HTMLPage.bidi($0))</span>" } ?? ""
        let acknowledgement = HTMLPage.escaped(words.acknowledgement(claim.acknowledgedBy))
        return [
          HTMLPage.escaped(claim.id), transition(claim.old, claim.new) + unit,
          claim.type.rawValue, place(claim.old, claim.new), claim.nature.rawValue,
          claim.acknowledgedBy == nil
            ? "<span class=\"open\">\(acknowledgement)</span>" : acknowledgement,
          HTMLPage.escaped(claim.because),
        ]
      }, changeColumn: 1)
  }

  private mutating func corrections() {
    if diff.corrections.isEmpty { return }
    page.raw("<h3>Corrections (\(diff.corrections.count))</h3>")
    page.table(
      caption: "Slips mended, and wrong claims that a notice admits.",
      ["Kind", "Change", "Where", "Notice", "Because"],
      diff.corrections.map { correction in
        [
          correction.kind.rawValue, transition(correction.old, correction.new),
          place(correction.old, correction.new),
          correction.acknowledgedBy.map { HTMLPage.escaped(words.acknowledgement($0)) } ?? "",
          HTMLPage.escaped(correction.because),
        ]
      }, changeColumn: 1)
  }

  private mutating func notices() {
    if diff.notices.isEmpty { return }
    page.raw("<h3>Notices (\(diff.notices.count))</h3><ul class=\"plain\">")
    for notice in diff.notices {
      let attributes = notice.new == nil ? oldText : newText
      page.raw(
        """
        <li><span class="label">\(HTMLPage.escaped(words.title(of: notice)))</span>\
        <span \(attributes)>\(HTMLPage.escaped(notice.text))</span></li>
        """)
    }
    page.raw("</ul>")
  }

  private func transition(_ old: Span?, _ new: Span?) -> String {
    switch (old, new) {
    case (let old?, let new?):
      """
      <bdi \(oldText)>\(HTMLPage.escaped(old.text))</bdi> <span aria-hidden="true">→</span>\
      <span class="vh"> became </span> <bdi \(newText)>\(HTMLPage.escaped(new.text))</bdi>
      """
    case (let old?, nil): "<bdi \(oldText)>\(HTMLPage.deleted(old.text))</bdi>"
    case (nil, let new?): "<bdi \(newText)>\(HTMLPage.inserted(new.text))</bdi>"
    case (nil, nil): ""
    }
  }

  private func place(_ old: Span?, _ new: Span?) -> String {
    let name = HTMLPage.escaped(words.place(old: old, new: new))
    guard let block = words.block(old: old, new: new) else { return name }
    return link(name, to: block)
  }

  private func link(_ name: String, to block: BlockChange) -> String {
    "<a href=\"#\(id(of: block))\">\(name)</a>"
  }

  func id(of block: BlockChange) -> String {
    block.new.first.map { "new-\($0)" } ?? block.old.first.map { "old-\($0)" } ?? "text"
  }

  func attributes(of block: BlockChange) -> String {
    block.new.isEmpty ? oldText : newText
  }
}
