import StoryLanguage
import StoryModel

/// Finds which blocks of one version became which of the other.
///
/// 1. Equal blocks: those that occur once on each side are anchors; repeats go by their neighbours,
///    then by order.
/// 2. Of the rest, pairs are scored by the words and word pairs that they share, each weighted by
///    how rare it is in the story (inverse block frequency), as a share of either block's weight.
///    Best pairs first.
/// 3. A block that is left and lies mostly in one that is matched, beside its partner, is a part of
///    a split or a merge.
/// 4. What stands outside the longest increasing run of links has moved.
///
/// Candidates come from an inverted index whose longest lists are cut, so the cost is near linear in
/// the words.
struct BlockAligner {
  /// Lists of the index that are longer than this say too little to be worth following.
  static let longestPosting = 64
  /// Least geometric mean of the two shares for a pair to be one block, edited.
  static let leastSimilarity = 0.36
  /// The same, for a pair that stands alone between the same neighbours.
  static let leastSimilarityInPlace = 0.24
  /// Least share of the smaller block's weight, and least tokens of it, for a block that lies whole in
  /// another beside the same neighbour to be that block.
  static let leastWholeShare = 0.85, leastWholeWords = 4
  /// How often parts of splits and merges are looked for: each round adds the next beside the last.
  static let mostRounds = 4
  /// Least share of a part's weight that must lie in the block it is a part of.
  static let leastPartShare = 0.55
  /// The same for a part that has grown, which must then hold this share of the whole as well.
  static let leastGrownShare = 0.35

  private let pair: AnalyzedPair
  private let old: [AnalyzedBlock], new: [AnalyzedBlock]
  private var partnerOfOld: [Int], partnerOfNew: [Int]

  /// Every block of both versions, each in exactly one link. Links stand in no particular order.
  static func links(_ pair: AnalyzedPair) -> [BlockLink] {
    var aligner = BlockAligner(pair)
    aligner.matchEqual()
    var links = aligner.equalLinks()
    links += aligner.similarLinks()
    markMoves(&links, aligner)
    return links
  }

  private init(_ pair: AnalyzedPair) {
    self.pair = pair
    old = pair.old
    new = pair.new
    partnerOfOld = Array(repeating: -1, count: old.count)
    partnerOfNew = Array(repeating: -1, count: new.count)
  }

  // MARK: Equal blocks

  private mutating func matchEqual() {
    let marks = pair.tokenizer.marks
    var places = Places()
    for block in old { places.add(block.fingerprint, old: block.index) }
    for block in new { places.add(block.fingerprint, new: block.index) }
    func join(_ i: Int, _ j: Int) {
      partnerOfOld[i] = j
      partnerOfNew[j] = i
    }
    func areFree(_ i: Int, _ j: Int) -> Bool {
      old.indices.contains(i) && new.indices.contains(j) && partnerOfOld[i] < 0
        && partnerOfNew[j] < 0 && old[i].equals(new[j], marks)
    }
    for (i, block) in old.enumerated() {
      guard let j = places.sole(block.fingerprint), areFree(i, j) else { continue }
      join(i, j)
    }
    // Repeated blocks: outwards from what is matched, and from both ends of the story.
    for i in -1..<old.count {
      var (a, b) = i < 0 ? (0, 0) : (i + 1, partnerOfOld[i] + 1)
      if i >= 0, partnerOfOld[i] < 0 { continue }
      while areFree(a, b) {
        join(a, b)
        a += 1
        b += 1
      }
    }
    for i in stride(from: old.count, through: 0, by: -1) {
      var (a, b) =
        i == old.count ? (old.count - 1, new.count - 1) : (i - 1, partnerOfOld[i] - 1)
      if i < old.count, partnerOfOld[i] < 0 { continue }
      while areFree(a, b) {
        join(a, b)
        a -= 1
        b -= 1
      }
    }
    for block in old where partnerOfOld[block.index] < 0 {
      let j = places.firstNew(block.fingerprint, isTaken: { partnerOfNew[$0] >= 0 })
      if let j, areFree(block.index, j) { join(block.index, j) }
    }
  }

  /// Where the blocks of each fingerprint stand.
  private struct Places {
    private struct Place {
      var old = 0, new = 0
      /// The first and the last block of the newer version.
      var first = -1, last = -1
    }

    private var numbers: [UInt64: Int] = [:]
    private var places: [Place] = []
    /// For each block of the newer version, the next with its fingerprint.
    private var next: [Int] = []

    mutating func add(_ fingerprint: UInt64, old block: Int) {
      if let number = numbers[fingerprint] {
        places[number].old += 1
      } else {
        numbers[fingerprint] = places.count
        places.append(Place(old: 1))
      }
    }

    mutating func add(_ fingerprint: UInt64, new block: Int) {
      next.append(-1)
      guard let number = numbers[fingerprint] else { return }
      places[number].new += 1
      if places[number].last >= 0 {
        next[places[number].last] = block
      } else {
        places[number].first = block
      }
      places[number].last = block
    }

    /// The block of the newer version that has a fingerprint which occurs once on each side.
    func sole(_ fingerprint: UInt64) -> Int? {
      guard let number = numbers[fingerprint], places[number].old == 1, places[number].new == 1
      else { return nil }
      return places[number].first
    }

    /// The first block of the newer version that has the fingerprint and is free. Those that are
    /// taken are passed over for good, so that many copies of one line cost no more than few.
    mutating func firstNew(_ fingerprint: UInt64, isTaken: (Int) -> Bool) -> Int? {
      guard let number = numbers[fingerprint] else { return nil }
      while places[number].first >= 0, isTaken(places[number].first) {
        places[number].first = next[places[number].first]
      }
      return places[number].first < 0 ? nil : places[number].first
    }
  }

  private func equalLinks() -> [BlockLink] {
    old.indices.compactMap { i in
      partnerOfOld[i] < 0 ? nil : BlockLink(old: [i], new: [partnerOfOld[i]], isEqual: true)
    }
  }

  // MARK: Similar blocks

  private func similarLinks() -> [BlockLink] {
    let freeOld = old.indices.filter { partnerOfOld[$0] < 0 }
    let freeNew = new.indices.filter { partnerOfNew[$0] < 0 }
    guard !freeOld.isEmpty, !freeNew.isEmpty else {
      return freeOld.map { BlockLink(old: [$0], new: []) }
        + freeNew.map { BlockLink(old: [], new: [$0]) }
    }
    let shares = SharedWords(pair, freeOld, freeNew)
    var groups: [BlockLink] = []
    var groupOfOld = [Int?](repeating: nil, count: old.count)
    var groupOfNew = [Int?](repeating: nil, count: new.count)

    let similar = shares.candidates.map { (candidate: $0, score: score($0, shares)) }
      .filter { $0.score >= BlockAligner.leastSimilarityInPlace }
      .sorted { a, b in
        if a.score != b.score { return a.score > b.score }
        let (a, b) = (a.candidate, b.candidate)
        let (da, db) = (abs(a.old - a.new), abs(b.old - b.new))
        return (da, a.old, a.new) < (db, b.old, b.new)
      }
    for (candidate, score) in similar {
      let least =
        isInPlace(candidate.old, candidate.new)
        ? BlockAligner.leastSimilarityInPlace : BlockAligner.leastSimilarity
      // A notice is one in both versions, unless all but its label is the same.
      let isKind = old[candidate.old].kind.matches(new[candidate.new].kind)
      guard score >= (isKind ? least : 0.7), groupOfOld[candidate.old] == nil,
        groupOfNew[candidate.new] == nil
      else { continue }
      groupOfOld[candidate.old] = groups.count
      groupOfNew[candidate.new] = groups.count
      groups.append(BlockLink(old: [candidate.old], new: [candidate.new]))
    }
    // What is left between neighbours that are matched by now, or lies whole in what is left.
    let left = shares.candidates.filter {
      groupOfOld[$0.old] == nil && groupOfNew[$0.new] == nil
    }
    for candidate in left.sorted(by: { a, b in
      let (sa, sb) = (score(a, shares), score(b, shares))
      return sa != sb ? sa > sb : (a.old, a.new) < (b.old, b.new)
    }) {
      let (i, j) = (candidate.old, candidate.new)
      guard groupOfOld[i] == nil, groupOfNew[j] == nil, old[i].kind.matches(new[j].kind) else {
        continue
      }
      func areOne(_ a: Int, _ b: Int) -> Bool {
        let isOut = a < 0 && b < 0 || a >= old.count && b >= new.count
        if isOut { return true }
        guard old.indices.contains(a), new.indices.contains(b) else { return false }
        return partnerOfOld[a] == b || groupOfOld[a] != nil && groupOfOld[a] == groupOfNew[b]
      }
      let isBetween = areOne(i - 1, j - 1) && areOne(i + 1, j + 1)
      let isBeside = areOne(i - 1, j - 1) || areOne(i + 1, j + 1)
      let isWhole =
        partShare(candidate, shares) >= BlockAligner.leastWholeShare
        && min(old[i].tokens.count, new[j].tokens.count) >= BlockAligner.leastWholeWords
      let isSimilar = score(candidate, shares) >= BlockAligner.leastSimilarityInPlace
      guard isBetween && isSimilar || isBeside && isWhole else {
        continue
      }
      groupOfOld[i] = groups.count
      groupOfNew[j] = groups.count
      groups.append(BlockLink(old: [i], new: [j]))
    }
    // A rewritten headline is still the story's headline.
    if let i = freeOld.first(where: { old[$0].kind == .headline }), groupOfOld[i] == nil,
      let j = freeNew.first(where: { new[$0].kind == .headline }), groupOfNew[j] == nil,
      sharesWords(old[i], new[j])
    {
      groupOfOld[i] = groups.count
      groupOfNew[j] = groups.count
      groups.append(BlockLink(old: [i], new: [j]))
    }
    // Parts of splits and merges, the surest first.
    let parts = shares.candidates.map { (candidate: $0, share: partShare($0, shares)) }
      // A little below the least share that a part needs, for rounding.
      .filter { $0.share >= BlockAligner.leastGrownShare - 0.01 }
      .sorted { a, b in
        a.share != b.share
          ? a.share > b.share
          : (a.candidate.old, a.candidate.new) < (b.candidate.old, b.candidate.new)
      }
    // A part that joins lets the next one stand beside it; a few rounds reach as far as splits go.
    for _ in 0..<BlockAligner.mostRounds {
      var isDone = true
      for (candidate, _) in parts {
        let (i, j) = (candidate.old, candidate.new)
        if groupOfNew[j] == nil, let group = groupOfOld[i], groups[group].old.count == 1,
          canJoin(part: j, of: i, beside: groups[group].new, shares.new, shares.old, candidate)
        {
          groups[group].new = (groups[group].new + [j]).sorted()
          groupOfNew[j] = group
          isDone = false
        } else if groupOfOld[i] == nil, let group = groupOfNew[j], groups[group].new.count == 1,
          canJoin(part: i, of: j, beside: groups[group].old, shares.old, shares.new, candidate)
        {
          groups[group].old = (groups[group].old + [i]).sorted()
          groupOfOld[i] = group
          isDone = false
        }
      }
      if isDone { break }
    }
    return groups
      + freeOld.filter { groupOfOld[$0] == nil }.map { BlockLink(old: [$0], new: []) }
      + freeNew.filter { groupOfNew[$0] == nil }.map { BlockLink(old: [], new: [$0]) }
  }

  /// Whether two headlines have at least two words that say something in common, and two fifths of
  /// those of the shorter: words that begin alike count as one, and so do words that stand side by
  /// side in both, which are one name of what the story is about.
  private func sharesWords(_ a: AnalyzedBlock, _ b: AnalyzedBlock) -> Bool {
    func stems(_ block: AnalyzedBlock) -> [String] {
      block.tokens.filter { token in
        token.kind == .word && !pair.known[Int(token.word)].kind.contains(.function)
      }.map { String(pair.vocabulary.text(pair.vocabulary[$0.word].lower).prefix(5)) }
    }
    let mine = stems(a), theirs = stems(b)
    let shared = Set(mine).intersection(theirs)
    func isOneRun(_ stems: [String]) -> Bool {
      guard let first = stems.firstIndex(where: shared.contains),
        let last = stems.lastIndex(where: shared.contains)
      else { return true }
      return stems[first...last].allSatisfy(shared.contains)
    }
    if shared.count <= 3, isOneRun(mine), isOneRun(theirs) { return false }
    return shared.count >= 2 && shared.count * 5 >= min(Set(mine).count, Set(theirs).count) * 2
  }

  private func score(_ candidate: SharedWords.Candidate, _ shares: SharedWords) -> Double {
    let a = shares.old.weight(candidate.old), b = shares.new.weight(candidate.new)
    guard a > 0, b > 0 else { return 0 }
    return (candidate.shared / a * candidate.shared / b).squareRoot()
  }

  private func partShare(_ candidate: SharedWords.Candidate, _ shares: SharedWords) -> Double {
    let a = shares.old.weight(candidate.old), b = shares.new.weight(candidate.new)
    return candidate.shared / max(1e-9, min(a, b))
  }

  /// Whether both stand alone between neighbours that are matched with each other.
  private func isInPlace(_ i: Int, _ j: Int) -> Bool {
    let before = i == 0 ? j == 0 : j > 0 && partnerOfOld[i - 1] == j - 1
    let after =
      i == old.count - 1
      ? j == new.count - 1 : j + 1 < new.count && partnerOfOld[i + 1] == j + 1
    return before && after
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

  // MARK: Moves

  /// Marks the smallest set of links that explains the new order, the lightest of such sets.
  private static func markMoves(_ links: inout [BlockLink], _ aligner: BlockAligner) {
    let matched = links.indices.filter { !links[$0].old.isEmpty && !links[$0].new.isEmpty }
      .sorted { links[$0].old[0] < links[$1].old[0] }
    let order = matched.map { links[$0].new[0] }
    let weights = matched.map { index in
      links[index].old.reduce(0) { $0 + aligner.old[$1].tokens.count }
        + links[index].new.reduce(0) { $0 + aligner.new[$1].tokens.count }
    }
    let kept = Set(heaviestIncreasing(order, weights, bound: aligner.new.count))
    for (position, index) in matched.enumerated() where !kept.contains(position) {
      links[index].isMoved = true
    }
  }
}

extension Block.Kind {
  /// Whether a block of one kind can have become one of the other.
  func matches(_ other: Block.Kind) -> Bool {
    (self == .notice) == (other == .notice)
  }
}

/// The positions of the longest increasing run of `values`, the heaviest of equally long ones.
///
/// A Fenwick tree of prefix maxima: O(n log bound). Values are 0..<bound, each at most once.
func heaviestIncreasing(_ values: [Int], _ weights: [Int], bound: Int) -> [Int] {
  var tree = [(length: Int, weight: Int, at: Int)](repeating: (0, 0, -1), count: bound + 1)
  var previous = [Int](repeating: -1, count: values.count)
  var best = (length: 0, weight: 0, at: -1)
  for index in values.indices {
    var below = (length: 0, weight: 0, at: -1)
    var node = values[index]
    while node > 0 {
      if (tree[node].length, tree[node].weight) > (below.length, below.weight) {
        below = tree[node]
      }
      node -= node & -node
    }
    previous[index] = below.at
    let mine = (length: below.length + 1, weight: below.weight + weights[index], at: index)
    if (mine.length, mine.weight) > (best.length, best.weight) { best = mine }
    node = values[index] + 1
    while node <= bound {
      if (mine.length, mine.weight) > (tree[node].length, tree[node].weight) { tree[node] = mine }
      node += node & -node
    }
  }
  var result: [Int] = []
  var at = best.at
  while at >= 0 {
    result.append(at)
    at = previous[at]
  }
  return result.reversed()
}
