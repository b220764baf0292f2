import StoryDiff
import StoryModel

extension ReportWords {
  /// How many added or removed blocks an overview shows; the text below it shows them all.
  static let overviewLimit = 5

  /// A stretch of the story's text: one block that changed, or a run that did not.
  enum Passage {
    case changed(BlockChange)
    case unchanged([BlockChange])
  }

  /// The text in reading order, blocks that neither changed nor moved gathered into runs.
  var passages: [Passage] {
    var passages: [Passage] = []
    var run: [BlockChange] = []
    for block in diff.blocks {
      if block.change == .unchanged, !block.moved {
        run.append(block)
        continue
      }
      if !run.isEmpty { passages.append(.unchanged(run)) }
      run.removeAll()
      passages.append(.changed(block))
    }
    if !run.isEmpty { passages.append(.unchanged(run)) }
    return passages
  }

  /// Whether there is nothing to report but how the text is typed.
  var isQuiet: Bool { !diff.storyChanged && diff.claims.isEmpty && diff.corrections.isEmpty }

  /// Whether there is more to say of what changed than the text's edits show.
  var hasOverview: Bool {
    headlines != nil || !diff.claims.isEmpty || !diff.corrections.isEmpty || !diff.notices.isEmpty
      || !overview(.added).isEmpty || !overview(.removed).isEmpty
  }

  /// The added or removed blocks that the overview lists: headline and notices have their own
  /// place in it, and what only looks like a notice has none there.
  func overview(_ change: BlockChange.Change) -> [BlockChange] {
    let notices = (
      old: Set(diff.notices.compactMap(\.old)), new: Set(diff.notices.compactMap(\.new))
    )
    return diff.blocks.filter { block in
      block.change == change && block.kind != .headline
        && !block.old.contains(where: notices.old.contains)
        && !block.new.contains(where: notices.new.contains)
    }
  }

  /// The block's new text, else its old one.
  func text(of block: BlockChange) -> String {
    block.new.isEmpty ? oldText(of: block) : newText(of: block)
  }

  func oldText(of block: BlockChange) -> String { diff.old.document.text(of: block.old) }

  func newText(of block: BlockChange) -> String { diff.new.document.text(of: block.new) }
}

extension [BlockChange] {
  /// `7 paragraphs unchanged`, `byline unchanged`, `3 blocks unchanged` where they are of
  /// several kinds.
  var unchangedCount: String {
    guard let first else { return "" }
    let kind = allSatisfy { $0.kind == first.kind } ? first.kind.word : "block"
    let isNamedAlone = [.headline, .standfirst, .byline].contains(first.kind)
    if count == 1 { return "\(isNamedAlone ? "" : "1 ")\(kind) unchanged" }
    return "\(count) \(kind)s unchanged"
  }
}
