import StoryLanguage
import StoryModel

/// Blocks that are no longer equal: pairs that are alike, splits and merges.
extension BlockAligner {
  /// A pair of blocks, and how alike the two are.
  private struct Rated {
    let old: Int, new: Int
    /// The geometric mean of what they share as parts of either, and the greater of the two.
    let score: Double, partShare: Double
    let candidate: SharedWords.Candidate

    init(_ candidate: SharedWords.Candidate, _ shares: SharedWords) {
      self.candidate = candidate
      old = candidate.old
      new = candidate.new
      let a = shares.old.weight(old), b = shares.new.weight(new)
      score = a > 0 && b > 0 ? (candidate.shared / a * candidate.shared / b).squareRoot() : 0
      partShare = candidate.shared / max(1e-9, min(a, b))
    }
  }

  /// The links that were found, and which of them a block is in.
  private struct Groups {
    var links: [BlockLink] = []
    var ofOld: [Int?], ofNew: [Int?]

    init(old: Int, new: Int) {
      ofOld = Array(repeating: nil, count: old)
      ofNew = Array(repeating: nil, count: new)
    }

    func areFree(_ i: Int, _ j: Int) -> Bool { ofOld[i] == nil && ofNew[j] == nil }

    mutating func link(_ i: Int, _ j: Int) {
      ofOld[i] = links.count
      ofNew[j] = links.count
      links.append(BlockLink(old: [i], new: [j]))
    }
  }

  /// The links of all blocks that have no equal one.
  func similarLinks() -> [BlockLink] {
    let freeOld = old.indices.filter { partnerOfOld[$0] < 0 }
    let freeNew = new.indices.filter { partnerOfNew[$0] < 0 }
    var groups = Groups(old: old.count, new: new.count)
    if !freeOld.isEmpty, !freeNew.isEmpty {
      let shares = SharedWords(pair, freeOld, freeNew)
      let rated = shares.candidates.map { Rated($0, shares) }
      linkSimilar(rated, &groups)
      linkLeft(rated, &groups)
      linkHeadlines(freeOld, freeNew, &groups)
      linkShort(freeOld, &groups)
      joinParts(rated, shares, &groups)
      let oldLeft = freeOld.filter { groups.ofOld[$0] == nil }
      let newLeft = freeNew.filter { groups.ofNew[$0] == nil }
      if let (i, j) = rewordedNotice(oldLeft, newLeft) { groups.link(i, j) }
    }
    return groups.links
      + freeOld.filter { groups.ofOld[$0] == nil }.map { BlockLink(old: [$0], new: []) }
      + freeNew.filter { groups.ofNew[$0] == nil }.map { BlockLink(old: [], new: [$0]) }
  }

  /// Pairs that are alike, the most alike first.
  private func linkSimilar(_ rated: [Rated], _ groups: inout Groups) {
    let similar = rated.filter { $0.score >= BlockAligner.leastSimilarityInPlace }
      .sorted { a, b in
        if a.score != b.score { return a.score > b.score }
        let (da, db) = (abs(a.old - a.new), abs(b.old - b.new))
        return (da, a.old, a.new) < (db, b.old, b.new)
      }
    for pair in similar where groups.areFree(pair.old, pair.new) {
      let isInPlace = isMatched(pair.old - 1, pair.new - 1) && isMatched(pair.old + 1, pair.new + 1)
      let least =
        isInPlace ? BlockAligner.leastSimilarityInPlace : BlockAligner.leastSimilarity
      // A notice is one in both versions, unless all but its label is the same.
      let isKind = areOfOneKind(pair.old, pair.new)
      if pair.score >= (isKind ? least : BlockAligner.leastLabelled) {
        groups.link(pair.old, pair.new)
      }
    }
  }

  /// Whether both blocks, or neither, are a notice, by their kind or by a label that is printed before them:
  /// `Correction: The gunman used a handgun` is not `The gunman used a rifle`.
  private func areOfOneKind(_ i: Int, _ j: Int) -> Bool {
    (old[i].kind == .notice || pair.hasNoticeLabel(old[i]))
      == (new[j].kind == .notice || pair.hasNoticeLabel(new[j]))
  }

  /// What is left between neighbours that are matched by now, or lies whole in what is left.
  private func linkLeft(_ rated: [Rated], _ groups: inout Groups) {
    let left = rated.filter { groups.areFree($0.old, $0.new) }
      .sorted { a, b in
        a.score != b.score ? a.score > b.score : (a.old, a.new) < (b.old, b.new)
      }
    for pair in left
    where groups.areFree(pair.old, pair.new) && areOfOneKind(pair.old, pair.new) {
      let (i, j) = (pair.old, pair.new)
      let isAfter = isMatched(i - 1, j - 1, groups), isBefore = isMatched(i + 1, j + 1, groups)
      let isWhole =
        pair.partShare >= BlockAligner.leastWholeShare
        && min(old[i].tokens.count, new[j].tokens.count) >= BlockAligner.leastWholeWords
      let isSimilar = pair.score >= BlockAligner.leastSimilarityInPlace
      if isAfter && isBefore && isSimilar || (isAfter || isBefore) && isWhole {
        groups.link(i, j)
      }
    }
  }

  /// Whether two positions are both before the first block, both after the last, or those of an equal
  /// pair, or of a pair in `groups`.
  private func isMatched(_ i: Int, _ j: Int, _ groups: Groups? = nil) -> Bool {
    if i < 0 && j < 0 || i >= old.count && j >= new.count { return true }
    guard old.indices.contains(i), new.indices.contains(j) else { return false }
    if partnerOfOld[i] == j { return true }
    guard let groups, let group = groups.ofOld[i] else { return false }
    return group == groups.ofNew[j]
  }

  /// A rewritten headline is still the story's headline.
  private func linkHeadlines(_ freeOld: [Int], _ freeNew: [Int], _ groups: inout Groups) {
    guard let i = freeOld.first(where: { old[$0].kind == .headline }),
      let j = freeNew.first(where: { new[$0].kind == .headline }),
      groups.areFree(i, j), sharesWords(old[i], new[j])
    else { return }
    groups.link(i, j)
  }

  /// Whether two headlines have at least two words that say something in common, and two fifths of
  /// those of the shorter: words that begin alike count as one, and so do words that stand side by
  /// side in both, which are one name of what the story is about.
  private func sharesWords(_ a: AnalyzedBlock, _ b: AnalyzedBlock) -> Bool {
    let mine = stems(a), theirs = stems(b)
    let shared = Set(mine).intersection(theirs)
    func isOneRun(_ stems: [String]) -> Bool {
      guard let first = stems.firstIndex(where: shared.contains),
        let last = stems.lastIndex(where: shared.contains)
      else { return true }
      return stems[first...last].allSatisfy(shared.contains)
    }
    if shared.count <= 3, isOneRun(mine), isOneRun(theirs) { return false }
    return shared.count >= 2 && areTwoFifths(shared.count, of: Set(mine), Set(theirs))
  }

  /// The words of a block that say something, as they begin.
  private func stems(_ block: AnalyzedBlock) -> [String] {
    block.tokens.filter { token in
      token.kind == .word && !pair.known[Int(token.word)].kind.contains(.function)
    }.map { String(pair.vocabulary.text(pair.vocabulary[$0.word].lower).prefix(5)) }
  }

  /// `She died.` → `She survived.`: what else stands alone between the same neighbours, is a few words long and has
  /// the same subject.
  private func linkShort(_ freeOld: [Int], _ groups: inout Groups) {
    for i in freeOld where groups.ofOld[i] == nil && isShort(old[i]) {
      // Where the block before has a partner, the block that stands after that.
      let j = i == 0 ? 0 : partner(ofOld: i - 1, groups) + 1
      guard i == 0 || j > 0, new.indices.contains(j), groups.ofNew[j] == nil, partnerOfNew[j] < 0,
        isFollowed(i, j, groups), isShort(new[j]), areOfOneKind(i, j),
        haveOneSubject(old[i], new[j]) || sayOneThing(old[i], new[j])
      else { continue }
      groups.link(i, j)
    }
  }

  /// Whether what stands after two positions, notices aside, is matched: one may be put at the foot of a story.
  private func isFollowed(_ i: Int, _ j: Int, _ groups: Groups) -> Bool {
    func next(_ position: Int, _ blocks: [AnalyzedBlock], isFree: (Int) -> Bool) -> Int {
      var next = position + 1
      while next < blocks.count, isFree(next),
        blocks[next].kind == .notice || pair.hasNoticeLabel(blocks[next])
      {
        next += 1
      }
      return next
    }
    return isMatched(
      next(i, old) { partnerOfOld[$0] < 0 && groups.ofOld[$0] == nil },
      next(j, new) { partnerOfNew[$0] < 0 && groups.ofNew[$0] == nil }, groups)
  }

  /// Whether two short sentences of about one length have at least two fifths of the words that say something in
  /// common, or forms of them.
  private func sayOneThing(_ a: AnalyzedBlock, _ b: AnalyzedBlock) -> Bool {
    let lengths = (min(a.tokens.count, b.tokens.count), max(a.tokens.count, b.tokens.count))
    guard lengths.0 * 2 >= lengths.1 else { return false }
    let mine = Set(stems(a)), theirs = Set(stems(b))
    let shared = mine.intersection(theirs).count
    return shared > 0 && areTwoFifths(shared, of: mine, theirs)
  }

  private func areTwoFifths(_ shared: Int, of a: Set<String>, _ b: Set<String>) -> Bool {
    shared * 5 >= min(a.count, b.count) * 2
  }

  /// The one block that an older one became; −1 for none.
  private func partner(ofOld i: Int, _ groups: Groups) -> Int {
    if partnerOfOld[i] >= 0 { return partnerOfOld[i] }
    guard let group = groups.ofOld[i], groups.links[group].new.count == 1 else { return -1 }
    return groups.links[group].new[0]
  }

  /// Whether a block is a paragraph of one short sentence.
  private func isShort(_ block: AnalyzedBlock) -> Bool {
    block.kind == .paragraph && block.tokens.last?.kind == .mark && !pair.hasNoticeLabel(block)
      && block.tokens.count <= 2 * BlockAligner.mostShortWords
      && (2...BlockAligner.mostShortWords).contains(block.tokens.count { $0.kind != .mark })
  }

  /// Whether two blocks begin with the same name, noun or pronoun.
  private func haveOneSubject(_ a: AnalyzedBlock, _ b: AnalyzedBlock) -> Bool {
    func kind(_ token: Token) -> Language.WordKind { pair.known[Int(token.word)].kind }
    for (mine, theirs) in zip(a.tokens, b.tokens) {
      guard mine.kind == .word, theirs.kind == .word,
        pair.vocabulary[mine.word].lower == pair.vocabulary[theirs.word].lower
      else { return false }
      if !kind(mine).contains(.article) {
        return !kind(mine).contains(.function) || kind(mine).contains(.pronoun)
      }
    }
    return false
  }

  /// Parts of splits and merges, the surest first.
  private func joinParts(_ rated: [Rated], _ shares: SharedWords, _ groups: inout Groups) {
    // A little below the least share that a part needs, for rounding.
    let parts = rated.filter { $0.partShare >= BlockAligner.leastGrownShare - 0.01 }
      .sorted { a, b in
        a.partShare != b.partShare
          ? a.partShare > b.partShare : (a.old, a.new) < (b.old, b.new)
      }
    // A part that joins lets the next one stand beside it; a few rounds reach as far as splits go.
    for _ in 0..<BlockAligner.mostRounds {
      var isDone = true
      for part in parts {
        let (i, j) = (part.old, part.new)
        if groups.ofNew[j] == nil, let group = groups.ofOld[i], groups.links[group].old.count == 1,
          canJoin(
            part: j, of: i, beside: groups.links[group].new, shares.new, shares.old,
            part.candidate)
        {
          groups.links[group].new = (groups.links[group].new + [j]).sorted()
          groups.ofNew[j] = group
          isDone = false
        } else if groups.ofOld[i] == nil, let group = groups.ofNew[j],
          groups.links[group].new.count == 1,
          canJoin(
            part: i, of: j, beside: groups.links[group].old, shares.old, shares.new,
            part.candidate)
        {
          groups.links[group].old = (groups.links[group].old + [i]).sorted()
          groups.ofOld[i] = group
          isDone = false
        }
      }
      if isDone { break }
    }
  }

  /// Whether `part` holds a real part of `whole` that the parts found before do not hold, and
  /// stands beside them.
  private func canJoin(
    part: Int, of whole: Int, beside parts: [Int], _ partSide: SharedWords.Side,
    _ wholeSide: SharedWords.Side, _ candidate: SharedWords.Candidate
  ) -> Bool {
    guard let first = parts.first, let last = parts.last, part == first - 1 || part == last + 1
    else { return false }
    let partWeight = partSide.weight(part), wholeWeight = wholeSide.weight(whole)
    let before = partSide.shared(of: parts, with: whole, in: wholeSide)
    let with = partSide.shared(of: parts + [part], with: whole, in: wholeSide)
    // What it holds must be its own; a short part that stands word for word is one all the same.
    guard with - before >= 0.7 * candidate.shared else { return false }
    if candidate.shared >= BlockAligner.leastPartShare * partWeight {
      return candidate.shared >= 0.08 * wholeWeight || candidate.shared >= 0.95 * partWeight
    }
    // A part that says more than it did, but takes a good deal of the whole with it.
    return candidate.shared >= BlockAligner.leastGrownShare * partWeight
      && with - before >= BlockAligner.leastGrownShare * wholeWeight
  }
}

extension AnalyzedPair {
  /// Whether a block begins with the label of a notice and a colon.
  fileprivate func hasNoticeLabel(_ block: AnalyzedBlock) -> Bool {
    let opening = block.tokens.prefix(8)
    guard let first = opening.first, known.begins(of: first.word) & language.noticeLabels.bit != 0,
      opening.dropFirst().contains(where: { vocabulary.text($0.word) == ":" })
    else { return false }
    let reading = Reading(Passage([block]), self, capturedAt: nil)
    return NoticeReader(reading: reading).label(at: 0..<reading.count) != nil
  }
}
