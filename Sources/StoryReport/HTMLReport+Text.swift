import StoryDiff

extension HTMLReportWriter {
  /// The story's text, block by block, in the inline and the side-by-side view.
  mutating func text() {
    page.raw(
      """
      <section class="text" aria-labelledby="text"><h2 id="text" tabindex="-1">The text</h2>
      """)
    if !words.isQuiet {
      page.raw(
        """
        <fieldset class="views"><legend>View</legend>\
        <input type="radio" name="view" id="inline" checked=""/><label for="inline">Inline</label>\
        <input type="radio" name="view" id="side"/><label for="side">Side by side</label></fieldset>
        """)
    }
    for passage in words.passages {
      switch passage {
      case .unchanged(let blocks): unchanged(blocks)
      case .changed(let block): changed(block)
      }
    }
    page.raw("</section>")
  }

  private mutating func unchanged(_ blocks: [BlockChange]) {
    page.raw("<details><summary>\(blocks.unchangedCount.capitalisedFirst)</summary>")
    for block in blocks {
      let text = HTMLPage.escaped(words.newText(of: block))
      page.raw("<p id=\"\(id(of: block))\" \(newText)>\(text)</p>")
    }
    page.raw("</details>")
  }

  private mutating func changed(_ block: BlockChange) {
    let title = "\(words.name(of: block)): \(words.fate(of: block))".capitalisedFirst
    var inline: String
    var old: String?
    var new: String?
    switch block.change {
    case .unchanged:
      inline = HTMLPage.escaped(words.newText(of: block))
      old = HTMLPage.escaped(words.oldText(of: block))
      new = inline
    case .added:
      inline = HTMLPage.inserted(words.newText(of: block))
      new = inline
    case .removed:
      inline = HTMLPage.deleted(words.oldText(of: block))
      old = inline
    case .edited, .split, .merged:
      inline = HTMLPage.marked(block.edits)
      old = HTMLPage.marked(block.edits, leavingOut: .insert)
      new = HTMLPage.marked(block.edits, leavingOut: .delete)
    }
    page.raw(
      """
      <div class="block \(block.change.rawValue) kind-\(block.kind.rawValue)" id="\(id(of: block))">\
      <h3>\(HTMLPage.escaped(title))</h3>\
      <div class="inline"><p \(attributes(of: block))>\(inline)</p></div>\
      <div class="pair">\(side("Old", old, oldText))\(side("New", new, newText))</div></div>
      """)
  }

  private func side(_ label: String, _ text: String?, _ attributes: String) -> String {
    let body =
      text.map { "<p \(attributes)>\($0)</p>" } ?? "<p class=\"none\">Not in this version.</p>"
    return "<div><span class=\"side-label\">\(label)</span>\(body)</div>"
  }
}
