import StoryLanguage

/// The word diff of two aligned passages, sentence by sentence.
struct PassageDiff {
  /// Sentences of both sides that are one sentence, and where they differ.
  struct SentencePair {
    let old: Range<Int>, new: Range<Int>
    let hunks: [Hunk]
  }

  let old: Passage, new: Passage
  /// Sentences that both have and that differ.
  let sentencePairs: [SentencePair]
  /// All hunks, in order: those of the sentence pairs and whole sentences added or dropped.
  let hunks: [Hunk]
  /// The hunks that change capitals alone.
  let restyled: [Hunk]
  /// The hunks that are whole sentences of one side, or sentences with nothing in common.
  let wholeSentences: Set<Int>
  /// For each old token, the new token that it is; −1 where it was deleted. And the reverse.
  let newOfOld: TokenMap, oldOfNew: TokenMap

  /// Least share of weight in common for two sentences to be one.
  static let leastSentenceSimilarity = 0.34
  /// The same for two sentences that are each a whole block: the blocks are one block already.
  static let leastLoneSimilarity = 0.2
  /// Kept tokens between two edits of a sentence that have nothing to do with each other.
  static let leastDistance = 3

  init(_ old: Passage, _ new: Passage, _ pair: AnalyzedPair) {
    self.old = old
    self.new = new
    let weigher = Weigher(pair)
    let matches = SentenceAligner.align(old, new, weigher)
    var pairs: [SentencePair] = []
    var hunks: [Hunk] = []
    var whole: Set<Int> = []
    var newOfOld = TokenMap(count: old.tokens.count)
    var oldOfNew = TokenMap(count: new.tokens.count)
    for match in matches {
      guard match.isPaired else {
        if !match.old.isEmpty || !match.new.isEmpty {
          whole.insert(hunks.count)
          hunks.append(Hunk(old: match.old, new: match.new))
        }
        continue
      }
      let tidy = PassageDiff.hunks(match, old, new, weigher, pair.tokenizer.marks)
      var i = match.old.lowerBound, j = match.new.lowerBound
      for hunk in tidy + [
        Hunk(
          old: match.old.upperBound..<match.old.upperBound,
          new: match.new.upperBound..<match.new.upperBound)
      ] {
        while i < hunk.old.lowerBound {
          newOfOld[i] = j
          oldOfNew[j] = i
          i += 1
          j += 1
        }
        i = hunk.old.upperBound
        j = hunk.new.upperBound
      }
      if !tidy.isEmpty {
        pairs.append(SentencePair(old: match.old, new: match.new, hunks: tidy))
        hunks += tidy
      }
    }
    sentencePairs = pairs
    self.hunks = hunks
    wholeSentences = whole
    restyled = hunks.filter { hunk in
      !hunk.old.isEmpty && hunk.old.count == hunk.new.count
        && zip(hunk.old, hunk.new).allSatisfy { i, j in
          pair.vocabulary[old.tokens[i].word].lower == pair.vocabulary[new.tokens[j].word].lower
        }
    }
    self.newOfOld = newOfOld
    self.oldOfNew = oldOfNew
  }
}

extension PassageDiff {
  /// Where two sentences differ.
  private static func hunks(
    _ match: SentenceAligner.Match, _ old: Passage, _ new: Passage, _ weigher: Weigher,
    _ marks: Tokenizer.Marks
  ) -> [Hunk] {
    // Most sentences of a block that was edited are as they were.
    let shift = match.new.lowerBound - match.old.lowerBound
    let isSame =
      match.old.count == match.new.count
      && match.old.allSatisfy { old.tokens[$0].word == new.tokens[$0 + shift].word }
    if isSame { return [] }
    let found = TokenDiff.hunks(
      old.tokens[match.old].map { $0.word }, new.tokens[match.new].map { $0.word }, weigher)
    let shifted = found.map {
      Hunk(
        old: $0.old.lowerBound + match.old.lowerBound..<$0.old.upperBound + match.old.lowerBound,
        new: $0.new.lowerBound + match.new.lowerBound..<$0.new.upperBound + match.new.lowerBound)
    }
    return HunkTidier.tidy(
      shifted, old.tokens, new.tokens, match.old, match.new, weigher, marks)
  }

  /// How many tokens the run of kept ones has that begins at an old token, where the whole run is typed
  /// alike on both sides; else 0. O(tokens of the run).
  func typedAlike(from start: Int) -> Int {
    let shift = newOfOld[start] - start
    let (a, b) = (old.tokens[start], new.tokens[start + shift])
    var end = start + 1
    while end < newOfOld.count, newOfOld[end] == end + shift {
      let (mine, theirs) = (old.tokens[end], new.tokens[end + shift])
      guard mine.spaceBefore == theirs.spaceBefore,
        mine.byteStart - a.byteStart == theirs.byteStart - b.byteStart,
        mine.byteEnd - a.byteStart == theirs.byteEnd - b.byteStart
      else { return 0 }
      end += 1
    }
    let (last, lastNew) = (old.tokens[end - 1], new.tokens[end - 1 + shift])
    return old.isTyped(a.byteStart..<last.byteEnd, as: new, b.byteStart..<lastNew.byteEnd)
      ? end - start : 0
  }

  /// What else was done to the sentence in which a hunk stands.
  func scope(of hunk: Hunk) -> SlipFinder.Scope {
    // Another capital says nothing of the words around it, but of other capitals.
    let isWording = !restyled.contains(hunk)
    let isAway = { (other: Hunk) in
      other == hunk || distance(hunk, other) >= PassageDiff.leastDistance
        || isWording && restyled.contains(other)
    }
    if hunks.count == 1
      || hunks.count == 2
        && hunks.allSatisfy({ max($0.old.count, $0.new.count) <= 1 && isAway($0) })
    {
      return .sole
    }
    guard let hunks = sentencePairs.first(where: { $0.hunks.contains(hunk) })?.hunks,
      hunks.count <= 4
    else { return .rewritten }
    if max(hunk.old.count, hunk.new.count) <= 3,
      hunks.allSatisfy(isAway)
    {
      return .apart
    }
    return hunks.allSatisfy({ max($0.old.count, $0.new.count) <= 2 }) ? .tidied : .rewritten
  }

  /// How many tokens that both versions kept stand between two hunks.
  private func distance(_ a: Hunk, _ b: Hunk) -> Int {
    max(b.old.lowerBound - a.old.upperBound, a.old.lowerBound - b.old.upperBound)
  }
}

/// How much a word says: marks least, function words little, other words most.
struct Weigher {
  let weights: [Int32]

  init(_ pair: AnalyzedPair) { weights = pair.weights }

  func weight(_ word: Int32) -> Int32 { weights[Int(word)] }
}
