import StoryDiff

extension MarkdownPage {
  /// Edits as one line of Markdown: deleted text in `~~`, inserted in `**`.
  ///
  /// Markdown takes such marks only where they lean on a word ("left- and right-flanking delimiter
  /// runs" of the CommonMark specification); elsewhere the HTML elements that it makes of them stand
  /// in their place. A line feed, the border between the parts of a split or merged block, is
  /// drawn as a pilcrow, and ends the line where the new version has it.
  static func marked(_ edits: [(operation: Edit.Operation, text: String)]) -> String {
    var pieces: [(operation: Edit.Operation, text: String)] = []
    for edit in edits {
      let parts = edit.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 {
          if edit.operation != .keep { append("¶", edit.operation, to: &pieces) }
          if edit.operation != .delete { pieces.append((.keep, "\n")) }
        }
        append(visible(String(part)), edit.operation, to: &pieces)
      }
    }
    var result = ""
    for (index, piece) in pieces.enumerated() {
      let isAtStart = result.isEmpty || result.hasSuffix("\n")
      if piece.operation == .keep {
        result += piece.text == "\n" ? "<br>\n" : escaped(piece.text, atStart: isAtStart)
        continue
      }
      let before = index > 0 ? pieces[index - 1].text.unicodeScalars.last : nil
      let after = index + 1 < pieces.count ? pieces[index + 1].text.unicodeScalars.first : nil
      let leans = leansOnWord(piece.text, before: before, after: after)
      let content = escaped(piece.text, atStart: isAtStart && !leans)
      switch (piece.operation, leans) {
      case (.delete, true): result += "~~\(content)~~"
      case (.delete, false): result += "<del>\(content)</del>"
      case (.insert, true): result += "**\(content)**"
      default: result += "<strong>\(content)</strong>"
      }
    }
    return result
  }

  /// Appends a run with the white space at its ends outside its marks; white space alone is drawn as
  /// `␣` inside them.
  private static func append(
    _ text: String, _ operation: Edit.Operation,
    to pieces: inout [(operation: Edit.Operation, text: String)]
  ) {
    if text.isEmpty { return }
    if operation == .keep {
      pieces.append((.keep, text))
      return
    }
    // Two runs of the same mark side by side would not close: they are made one.
    if let last = pieces.last, last.operation == operation {
      pieces[pieces.count - 1].text += text
      return
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else {
      pieces.append((operation, String(repeating: "␣", count: scalars.count)))
      return
    }
    let end = scalars.index(after: last)
    if first > scalars.startIndex { pieces.append((.keep, String(scalars[..<first]))) }
    pieces.append((operation, String(scalars[first..<end])))
    if end < scalars.endIndex { pieces.append((.keep, String(scalars[end...]))) }
  }

  /// Whether delimiter runs around `text` open and close emphasis between these neighbours.
  private static func leansOnWord(
    _ text: String, before: Unicode.Scalar?, after: Unicode.Scalar?
  ) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    func isOpen(_ scalar: Unicode.Scalar?) -> Bool {
      guard let scalar else { return true }
      return scalar.properties.isWhitespace || isPunctuation(scalar)
    }
    return (!isPunctuation(first) || isOpen(before)) && (!isPunctuation(last) || isOpen(after))
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}
