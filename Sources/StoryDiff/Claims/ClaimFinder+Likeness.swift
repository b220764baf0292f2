import StoryLanguage

/// How many words two sentences have in common, in whatever form and order.
struct Likeness {
  /// Words that say something: of both sentences, and of each.
  let shared: Int, ofShorter: Int, ofLonger: Int
}

extension ClaimFinder {
  /// The share of the words of the shorter of two sentences that the other has, from which on it tells the same.
  private static let leastRetold = 0.6

  /// The likeness of the two sentences that are being read, told where it is first asked for.
  final class LikenessOfSentences {
    fileprivate var known: (sentences: PassageDiff.SentencePair, likeness: Likeness)?
  }

  /// Whether the shorter of two sentences has most of its words in the other one, in whatever form and order.
  ///
  /// `leastOfLonger`: the share of the longer one that it has to have, too.
  func tellTheSame(_ sentences: PassageDiff.SentencePair, leastOfLonger: Double = 0) -> Bool {
    let likeness = likeness(of: sentences)
    let shared = Double(likeness.shared)
    return likeness.ofShorter > 0
      && shared >= ClaimFinder.leastRetold * Double(likeness.ofShorter)
      && shared >= leastOfLonger * Double(likeness.ofLonger)
  }

  private func likeness(of sentences: PassageDiff.SentencePair) -> Likeness {
    if let known = told.known, known.sentences.old == sentences.old,
      known.sentences.new == sentences.new
    {
      return known.likeness
    }
    let likeness = measured(sentences)
    told.known = (sentences, likeness)
    return likeness
  }

  /// O(words of the one that the other does not have × words of the other).
  private func measured(_ sentences: PassageDiff.SentencePair) -> Likeness {
    func words(_ range: Range<Int>, _ reading: Reading) -> [Int32] {
      range.filter { reading.isContent($0) && reading.isWord($0) }.map { reading.number($0) }
    }
    let mine = words(sentences.old, old), theirs = words(sentences.new, new)
    let (short, long) = mine.count <= theirs.count ? (mine, theirs) : (theirs, mine)
    let shared = short.count { word in
      if long.contains(word) { return true }
      let text = pair.shapes.text(word)
      return long.contains { Inflection.areFormsOfOneVerb(text, pair.shapes.text($0)) }
        || pair.language.denial.hasIrregularForm(text)
          && long.contains {
            pair.language.denial.areIrregularForms(text, pair.shapes.text($0))
          }
    }
    return Likeness(shared: shared, ofShorter: short.count, ofLonger: long.count)
  }
}
