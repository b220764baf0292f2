import StoryDiff

extension HTMLPage {
  /// Deleted text; a screen reader is told so, since most do not say the element.
  static func deleted(_ text: String) -> String {
    "<del><span class=\"vh\">[deleted: </span>\(escaped(text))<span class=\"vh\">]</span></del>"
  }

  /// Inserted text.
  static func inserted(_ text: String) -> String {
    "<ins><span class=\"vh\">[inserted: </span>\(escaped(text))<span class=\"vh\">]</span></ins>"
  }

  /// Edits as markup, without those of `operation`. A line feed, the border between the parts of a
  /// split or merged block, is drawn as a pilcrow, and ends the line where the version shown has it.
  static func marked(_ edits: [Edit], leavingOut operation: Edit.Operation? = nil) -> String {
    var html = ""
    for edit in edits where edit.operation != operation {
      let parts = edit.text.split(separator: "\n", omittingEmptySubsequences: false)
      let endsLine = edit.operation != .delete || operation == .insert
      for (index, part) in parts.enumerated() {
        let border = index + 1 < parts.count
        let text = String(part) + (border && edit.operation != .keep ? "¶" : "")
        if !text.isEmpty {
          switch edit.operation {
          case .keep: html += escaped(text)
          case .delete: html += deleted(text)
          case .insert: html += inserted(text)
          }
        }
        if border, endsLine { html += "<br/>" }
      }
    }
    return html
  }

  /// `lang` and `dir` of an element that holds a story's text; `lang=""` where its language is not
  /// known, since the page's own is English.
  static func textAttributes(language: String?) -> String {
    "lang=\"\(escaped(language ?? ""))\" dir=\"auto\""
  }
}
