import StoryLanguage
import StoryModel

/// Notices that were put in other words.
extension BlockAligner {
  /// The only notice of either version that is in no link, of some blocks, where the two say the same: they share
  /// a third of their words, or the figures.
  func rewordedNotice(_ oldLeft: [Int], _ newLeft: [Int]) -> (old: Int, new: Int)? {
    let mine = oldLeft.filter { admitsError(old[$0]) }
    guard mine.count == 1, let i = mine.first else { return nil }
    let theirs = newLeft.filter { admitsError(new[$0]) }
    guard theirs.count == 1, let j = theirs.first, areAlike(old[i], new[j]) else { return nil }
    return (i, j)
  }

  private func admitsError(_ block: AnalyzedBlock) -> Bool {
    // What the story says before it is no part of it.
    NoticeFinder.notice(in: block, pair).map {
      $0.notice.kind.admitsError && $0.notice.range.lowerBound == 0
    } ?? false
  }

  private func areAlike(_ a: AnalyzedBlock, _ b: AnalyzedBlock) -> Bool {
    let mine = telling(a), theirs = telling(b)
    let shared = mine.words.intersection(theirs.words).count
    let figures = mine.figures.intersection(theirs.figures).count
    return shared > 1 && shared * 3 >= max(mine.words.count, theirs.words.count)
      || figures > 1 && figures == min(mine.figures.count, theirs.figures.count)
  }

  /// The words of a notice that not every notice has, and the figures among them.
  private func telling(_ block: AnalyzedBlock) -> (words: Set<Substring>, figures: Set<Substring>) {
    let language = pair.language
    var words: Set<Substring> = [], figures: Set<Substring> = []
    for token in block.tokens where token.kind != .mark {
      let word = pair.vocabulary.text(pair.vocabulary[token.word].lower)
      if token.kind == .number { figures.insert(Substring(word)) }
      let isOwn =
        !pair.known.signs(of: token.word).isEmpty
        || language.noticeOwnWords.contains(String(word))
        || !pair.known.kind(of: token.word).isDisjoint(with: [.function, .modal, .auxiliary])
      if !isOwn { words.insert(Substring(word)) }
    }
    return (words, figures)
  }
}
