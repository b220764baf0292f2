import StoryLanguage

/// What the unmatched blocks of the two versions share, weighted by rarity.
///
/// A block's features are its words in lower case and its pairs of neighbouring words.
struct SharedWords {
  struct Candidate {
    let old: Int, new: Int
    /// The weight of the features that both have.
    let shared: Double
  }

  /// The features of one version's unmatched blocks.
  struct Side {
    /// A feature of a block, and how often the block has it.
    fileprivate struct Item {
      let feature: Int32
      var count: Int32
    }

    /// Those of all blocks in one list, by their numbers within a block.
    fileprivate var items: [Item] = []
    fileprivate var ranges: [Range<Int>]
    fileprivate var weights: [Double]
    fileprivate var featureWeight: [Double] = []

    fileprivate init(blocks: Int, room: Int) {
      items.reserveCapacity(room)
      ranges = Array(repeating: 0..<0, count: blocks)
      weights = Array(repeating: 0, count: blocks)
    }

    func weight(_ block: Int) -> Double { weights[block] }

    /// The weight of what `blocks` together share with block `other` of the other side.
    func shared(of blocks: [Int], with other: Int, in side: Side) -> Double {
      // The items of each block are ascending: all are gone through side by side.
      var places = blocks.map { ranges[$0].lowerBound }
      return side.items[side.ranges[other]].reduce(0) { sum, item in
        var count: Int32 = 0
        for (index, block) in blocks.enumerated() {
          let end = ranges[block].upperBound
          while places[index] < end, items[places[index]].feature < item.feature {
            places[index] += 1
          }
          if places[index] < end, items[places[index]].feature == item.feature {
            count += items[places[index]].count
          }
        }
        return sum + Double(min(item.count, count)) * featureWeight[Int(item.feature)]
      }
    }

    /// Weighs every block by what its features weigh.
    fileprivate mutating func weigh(_ blocks: [Int], by featureWeight: [Double]) {
      self.featureWeight = featureWeight
      for block in blocks {
        var sum = 0.0
        for index in ranges[block] {
          sum += Double(items[index].count) * featureWeight[Int(items[index].feature)]
        }
        weights[block] = sum
      }
    }
  }

  let candidates: [Candidate]
  let old: Side, new: Side

  init(_ pair: AnalyzedPair, _ freeOld: [Int], _ freeNew: [Int]) {
    let oldTokens = freeOld.reduce(0) { $0 + pair.old[$1].tokens.count }
    let newTokens = freeNew.reduce(0) { $0 + pair.new[$1].tokens.count }
    // A word and a pair for each token.
    var features = Features(pair, room: 2 * (oldTokens + newTokens))
    var old = Side(blocks: pair.old.count, room: 2 * oldTokens)
    var new = Side(blocks: pair.new.count, room: 2 * newTokens)
    for i in freeOld { features.read(pair.old[i], into: &old) }
    features.beginNewer()
    for j in freeNew { features.read(pair.new[j], into: &new) }
    let weights = features.weights(blocks: max(freeOld.count, freeNew.count))
    old.weigh(freeOld, by: weights)
    new.weigh(freeNew, by: weights)
    self.old = old
    self.new = new
    candidates = SharedWords.candidates(
      freeOld, old, freeNew, new, weights,
      // No old block leads to what none of them has.
      occurrences: features.seen.map { $0.old > 0 ? $0.now : 0 })
  }

  /// The pairs of blocks that share enough: for each old block, the new ones that its features lead
  /// to.
  private static func candidates(
    _ freeOld: [Int], _ old: Side, _ freeNew: [Int], _ new: Side, _ weights: [Double],
    occurrences: [Int32]
  ) -> [Candidate] {
    // For each feature, the new blocks that have it, in one list.
    var ends: [Int] = []
    ends.reserveCapacity(weights.count)
    var total = 0
    for feature in weights.indices {
      ends.append(total)
      if weights[feature] > 0 { total += Int(occurrences[feature]) }
    }
    var postings = [(block: Int32, count: Int32)](repeating: (0, 0), count: total)
    let starts = ends
    postings.withUnsafeMutableBufferPointer { postings in
      ends.withUnsafeMutableBufferPointer { ends in
        for j in freeNew {
          for item in new.items[new.ranges[j]] {
            let feature = Int(item.feature)
            if weights[feature] <= 0 || occurrences[feature] == 0 { continue }
            postings[ends[feature]] = (Int32(j), item.count)
            ends[feature] += 1
          }
        }
      }
    }
    var found: [Candidate] = []
    var scores = [Double](repeating: 0, count: new.ranges.count)
    var touched: [Int] = []
    scores.withUnsafeMutableBufferPointer { scores in
      for i in freeOld {
        touched.removeAll(keepingCapacity: true)
        for index in old.ranges[i] {
          let item = old.items[index]
          let weight = weights[Int(item.feature)]
          for place in starts[Int(item.feature)]..<ends[Int(item.feature)] {
            let j = Int(postings[place].block)
            if scores[j] == 0 { touched.append(j) }
            scores[j] += Double(min(item.count, postings[place].count)) * weight
          }
        }
        let least = 0.1 * old.weight(i)
        for j in touched {
          if scores[j] >= min(least, 0.1 * new.weight(j)) {
            found.append(Candidate(old: i, new: j, shared: scores[j]))
          }
          scores[j] = 0
        }
      }
    }
    return found
  }

  /// Numbers features in the order in which they first come, and counts the blocks that have each.
  private struct Features {
    struct Feature {
      let share: Double
      /// Blocks of the older version, and of the one that is being read, that have it.
      var old: Int32 = 0, now: Int32 = 0
      /// How often the block has it that is being read, and which that is.
      var count: Int32 = 0, block: Int32 = 0
    }

    var seen: [Feature] = []
    private let pair: AnalyzedPair
    /// The numbers of words, by their numbers in lower case, and of pairs of words; −1 for none yet.
    private var words: [Int32]
    private var pairs = NumberTable(room: 1 << 10)
    private var block: Int32 = 0
    /// Of the features of the block that is being read, those that one before it had.
    private var again: [Int32] = []

    init(_ pair: AnalyzedPair, room: Int) {
      self.pair = pair
      seen.reserveCapacity(room)
      words = Array(repeating: -1, count: pair.vocabulary.count)
    }

    mutating func read(_ text: AnalyzedBlock, into side: inout Side) {
      block += 1
      let firstNew = seen.count
      gather(text.tokens)
      // By their numbers: those that are new here are numbered in their order, and come last.
      again.sort()
      let start = side.items.count
      seen.withUnsafeMutableBufferPointer { seen in
        /// The feature as one of the block that was read, which is counted.
        func take(_ feature: Int) -> Side.Item {
          seen[feature].now += 1
          return Side.Item(feature: Int32(feature), count: seen[feature].count)
        }
        for feature in again { side.items.append(take(Int(feature))) }
        for feature in firstNew..<seen.count { side.items.append(take(feature)) }
      }
      side.ranges[text.index] = start..<side.items.count
    }

    /// Goes from the older version's blocks on to the newer one's.
    mutating func beginNewer() {
      seen.withUnsafeMutableBufferPointer { seen in
        for feature in seen.indices {
          seen[feature].old = seen[feature].now
          seen[feature].now = 0
        }
      }
    }

    /// Counts the features of a block, and tells those that one before it had.
    private mutating func gather(_ tokens: [Token]) {
      again.removeAll(keepingCapacity: true)
      let vocabulary = pair.vocabulary, known = pair.known, block = block
      var count = seen.count
      // Room for a word and a pair for each token, which is given back below.
      seen.append(contentsOf: repeatElement(Feature(share: 0), count: 2 * tokens.count))
      seen.withUnsafeMutableBufferPointer { seen in
        func add(_ number: Int, share: Double) {
          if number == count {
            seen[number] = Feature(share: share, count: 1, block: block)
            count += 1
          } else if seen[number].block == block {
            seen[number].count += 1
          } else {
            seen[number].block = block
            seen[number].count = 1
            again.append(Int32(number))
          }
        }
        var previous: Int32 = -1
        var previousIsFigure = false, previousIsFunction = false
        for token in tokens where token.kind != .mark {
          let word = vocabulary[token.word].lower
          let isFunction = known.kind(of: word).contains(.function)
          let isFigure = token.kind == .number
          // Figures are what changes in a block that stays.
          if words[Int(word)] < 0 { words[Int(word)] = Int32(count) }
          add(Int(words[Int(word)]), share: isFunction ? 0.2 : isFigure ? 0.4 : 1)
          if previous >= 0 {
            let key = UInt64(UInt32(bitPattern: previous)) << 32 | UInt64(UInt32(bitPattern: word))
            add(
              Int(pairs.number(of: key, orNew: Int32(count))),
              share: isFunction && previousIsFunction
                ? 0.2 : isFigure || previousIsFigure ? 0.4 : 1)
          }
          previous = word
          previousIsFigure = isFigure
          previousIsFunction = isFunction
        }
      }
      seen.removeLast(seen.count - count)
    }

    /// What each feature weighs, by how rare it is among so many blocks.
    func weights(blocks: Int) -> [Double] {
      seen.map { feature in
        let most = max(feature.old, feature.now)
        if most > BlockAligner.longestPosting { return 0 }
        return (1 + Double(blocks) / Double(most)).logarithm2 * feature.share
      }
    }
  }
}

extension Double {
  /// The logarithm to base two, close enough to weigh words by: exact at powers of two, linear
  /// between them, the same on every machine.
  var logarithm2: Double {
    guard self > 0, isFinite else { return 0 }
    return Double(exponent) + (significand - 1)
  }
}
