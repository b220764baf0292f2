import StoryLanguage
import StoryModel

/// Words of a notice that it quotes, or joins to one.
extension NoticeLinker {
  /// `left out the word “not”`: whether a quotation of the notice is all that one version of a claim has.
  func quotesAlone(_ candidate: Candidate) -> Bool {
    func words(_ range: Range<Int>?, _ reading: Reading) -> [String] {
      (range ?? 0..<0).filter { reading.tokens[$0].kind != .mark }.map { reading.lower[$0] }
    }
    let (claim, old, new) = (candidate.claim, candidate.old, candidate.new)
    let (before, after) = (words(claim.old, old), words(claim.new, new))
    return notice.quotes.contains { quote in
      let said = words(quote, notice)
      return range.contains(quote.lowerBound) && !said.isEmpty && (said == before || said == after)
    }
  }

  /// `long-term storage`, `an out-of-date cost`: words for a kind of value that only tell what sort of thing another one is.
  static func isOfAdjective(_ position: Int, _ notice: Reading) -> Bool {
    func isJoining(_ mark: Int) -> Bool {
      mark > 0 && mark + 2 < notice.count && notice.isMark(mark, "-") && notice.isJoined(mark)
        && notice.isJoined(mark + 1) && notice.isWord(mark - 1) && notice.isWord(mark + 1)
        && notice.isContent(mark + 2) && !notice.isMark(mark + 2, "-")
        && !(mark > 1 && notice.isMark(mark - 2, "-"))
        && !notice.isCapitalised(mark - 1)
    }
    // `out-of-date`
    let isEnd =
      position > 2 && notice.isMark(position - 1, "-") && notice.isJoined(position)
      && notice.isFunction(position - 2) && notice.isMark(position - 3, "-")
    return (isEnd || isJoining(position + 1) || isJoining(position - 1))
      && notice.language.kindWords.values.contains {
        $0.contains { notice.lower[position].hasPrefix($0) }
      }
  }
}
