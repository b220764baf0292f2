import StoryLanguage

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
  /// The same for a pair of which only one is a notice: all but a label is the same.
  static let leastLabelled = 0.85
  /// Least share of the smaller block's weight, and least tokens of it, for a block that lies whole in
  /// another beside the same neighbour to be that block.
  static let leastWholeShare = 0.85, leastWholeWords = 4
  /// Words of a block that is so short that its subject and its place tell which one it became.
  static let mostShortWords = 14
  /// How often parts of splits and merges are looked for: each round adds the next beside the last.
  static let mostRounds = 4
  /// Least share of a part's weight that must lie in the block it is a part of.
  static let leastPartShare = 0.55
  /// The same for a part that has grown, which must then hold this share of the whole as well.
  static let leastGrownShare = 0.35

  let pair: AnalyzedPair
  let old: [AnalyzedBlock], new: [AnalyzedBlock]
  /// The equal block of the other version; −1 for none.
  private(set) var partnerOfOld: [Int], partnerOfNew: [Int]

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
    var places = Places(old: old.count)
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

    private var numbers: NumberTable
    private var places: [Place] = []
    /// For each block of the newer version, the next with its fingerprint.
    private var next: [Int] = []

    init(old count: Int) { numbers = NumberTable(room: count) }

    mutating func add(_ fingerprint: UInt64, old block: Int) {
      let number = Int(numbers.number(of: fingerprint, orNew: Int32(places.count)))
      if number == places.count {
        places.append(Place(old: 1))
      } else {
        places[number].old += 1
      }
    }

    mutating func add(_ fingerprint: UInt64, new block: Int) {
      next.append(-1)
      guard let number = numbers.number(of: fingerprint).map({ Int($0) }) else { return }
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
      guard let number = numbers.number(of: fingerprint).map({ Int($0) }), places[number].old == 1,
        places[number].new == 1
      else { return nil }
      return places[number].first
    }

    /// The first block of the newer version that has the fingerprint and is free. Those that are
    /// taken are passed over for good, so that many copies of one line cost no more than few.
    mutating func firstNew(_ fingerprint: UInt64, isTaken: (Int) -> Bool) -> Int? {
      guard let number = numbers.number(of: fingerprint).map({ Int($0) }) else { return nil }
      while places[number].first >= 0, isTaken(places[number].first) {
        places[number].first = next[places[number].first]
      }
      return places[number].first < 0 ? nil : places[number].first
    }
  }

  private func equalLinks() -> [BlockLink] {
    old.indices.compactMap { i in
      let j = partnerOfOld[i]
      if j < 0 { return nil }
      // In most stories the first blocks stand where they stood: one list does for both.
      let place = [i]
      return BlockLink(old: place, new: i == j ? place : [j], isEqual: true)
    }
  }

  // MARK: Moves

  /// Marks the smallest set of links that explains the new order, the lightest of such sets.
  private static func markMoves(_ links: inout [BlockLink], _ aligner: BlockAligner) {
    let matched = links.indices.filter { !links[$0].old.isEmpty && !links[$0].new.isEmpty }
      .sorted { links[$0].old[0] < links[$1].old[0] }
    let order = matched.map { links[$0].new[0] }
    // Mostly nothing has moved.
    if zip(order, order.dropFirst()).allSatisfy({ $0 < $1 }) { return }
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
