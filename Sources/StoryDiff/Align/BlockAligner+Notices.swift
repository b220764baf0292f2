import StoryLanguage
import StoryModel

/// Notices that were put in other words.
extension BlockAligner {
  /// The only notice of either version that is in no link, of some blocks, where the two say the same: they share
  /// a third of their words, or the figures.
  func rewordedNotice(_ oldLeft: [Int], _ newLeft: [Int]) -> (old: Int, new: Int)? {
    let mine = oldLeft.compactMap { position in kind(of: old[position]).map { (position, $0) } }
    guard !mine.isEmpty else { return nil }
    let theirs = newLeft.compactMap { position in kind(of: new[position]).map { (position, $0) } }
    let admitted = mine.filter(\.1.admitsError), admitting = theirs.filter(\.1.admitsError)
    if admitted.count == 1, admitting.count == 1, let i = admitted.first?.0,
      let j = admitting.first?.0, areAlike(old[i], new[j])
    {
      return (i, j)
    }
    // `Updated at 10.15: adds …` gives way to `Updated at 16.40: adds …` at the same place.
    guard mine.count == 1, theirs.count == 1, let (i, was) = mine.first,
      let (j, now) = theirs.first,
      was == .update, now == .update, i == j || old.count - i == new.count - j,
      areAlike(old[i], new[j]) || isStamped(old[i], like: new[j])
    else { return nil }
    return (i, j)
  }

  /// The kind of notice that a block is.
  private func kind(of block: AnalyzedBlock) -> NoticeChange.Kind? {
    // What the story says before it is no part of it.
    NoticeFinder.notice(in: block, pair)
      .flatMap { $0.notice.range.lowerBound == 0 ? $0.notice.kind : nil }
  }

  /// Whether two blocks begin with one word, and a day or a time of it before the first colon.
  private func isStamped(_ a: AnalyzedBlock, like b: AnalyzedBlock) -> Bool {
    func stamp(_ block: AnalyzedBlock) -> [Token] {
      Array(block.tokens.prefix(10).prefix { pair.vocabulary.text($0.word) != ":" })
    }
    let mine = stamp(a), theirs = stamp(b)
    guard let first = mine.first(where: { $0.kind == .word }),
      let other = theirs.first(where: { $0.kind == .word })
    else { return false }
    return pair.vocabulary[first.word].lower == pair.vocabulary[other.word].lower
      && [mine, theirs].allSatisfy { $0.count < 10 && $0.contains { $0.kind == .number } }
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
