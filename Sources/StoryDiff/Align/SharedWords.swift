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
    fileprivate var features: [Int: [(feature: Int32, count: Int32)]] = [:]
    fileprivate var weights: [Int: Double] = [:]
    fileprivate let featureWeight: [Double]

    func weight(_ block: Int) -> Double { weights[block] ?? 0 }

    /// The weight of what `blocks` together share with block `other` of the other side.
    func shared(of blocks: [Int], with other: Int, in side: Side) -> Double {
      var counts: [Int32: Int32] = [:]
      for block in blocks {
        for (feature, count) in features[block] ?? [] { counts[feature, default: 0] += count }
      }
      return (side.features[other] ?? []).reduce(0) { sum, item in
        sum + Double(min(item.count, counts[item.feature] ?? 0)) * featureWeight[Int(item.feature)]
      }
    }
  }

  let candidates: [Candidate]
  let old: Side, new: Side

  func shared(_ i: Int, _ j: Int) -> Double { old.shared(of: [i], with: j, in: new) }

  init(_ pair: AnalyzedPair, _ freeOld: [Int], _ freeNew: [Int]) {
    var numbers = NumberTable()
    var frequencies: [(old: Int32, new: Int32)] = []
    var isFunction: [Bool] = []
    var isFigure: [Bool] = []
    let vocabulary = pair.vocabulary
    func isFunctionWord(_ word: Int32) -> Bool { pair.known[Int(word)].kind.contains(.function) }
    func features(of block: AnalyzedBlock, isOld: Bool) -> [(feature: Int32, count: Int32)] {
      var found: [Int32] = []
      found.reserveCapacity(block.tokens.count * 2)
      func add(_ key: UInt64, isFunction function: Bool, isFigure figure: Bool) {
        let number = numbers.number(of: key)
        if Int(number) == frequencies.count {
          frequencies.append((0, 0))
          isFunction.append(function)
          isFigure.append(figure)
        }
        found.append(number)
      }
      var previous: Int32 = -1
      var previousIsFigure = false
      for token in block.tokens where token.kind != .mark {
        let word = vocabulary[token.word].lower
        let function = isFunctionWord(word)
        let figure = token.kind == .number
        add(UInt64(UInt32(bitPattern: word)), isFunction: function, isFigure: figure)
        if previous >= 0 {
          add(
            UInt64(UInt32(bitPattern: previous) &+ 1) << 32 | UInt64(UInt32(bitPattern: word)),
            isFunction: function && isFunctionWord(previous), isFigure: figure || previousIsFigure)
        }
        previous = word
        previousIsFigure = figure
      }
      found.sort()
      var counts: [(feature: Int32, count: Int32)] = []
      counts.reserveCapacity(found.count)
      for feature in found {
        if counts.last?.feature == feature {
          counts[counts.count - 1].count += 1
        } else {
          counts.append((feature, 1))
          if isOld {
            frequencies[Int(feature)].old += 1
          } else {
            frequencies[Int(feature)].new += 1
          }
        }
      }
      return counts
    }
    var oldFeatures: [Int: [(feature: Int32, count: Int32)]] = [:]
    var newFeatures: [Int: [(feature: Int32, count: Int32)]] = [:]
    for i in freeOld { oldFeatures[i] = features(of: pair.old[i], isOld: true) }
    for j in freeNew { newFeatures[j] = features(of: pair.new[j], isOld: false) }

    let blocks = Double(max(freeOld.count, freeNew.count))
    let weights = frequencies.indices.map { index -> Double in
      let most = max(frequencies[index].old, frequencies[index].new)
      if most > BlockAligner.longestPosting { return 0 }
      let rarity = (1 + blocks / Double(most)).logarithm2
      // Figures are what changes in a block that stays.
      return isFunction[index] ? rarity * 0.2 : isFigure[index] ? rarity * 0.4 : rarity
    }
    func side(_ features: [Int: [(feature: Int32, count: Int32)]]) -> Side {
      var side = Side(featureWeight: weights)
      side.features = features
      side.weights = features.mapValues { list in
        list.reduce(0) { $0 + Double($1.count) * weights[Int($1.feature)] }
      }
      return side
    }
    old = side(oldFeatures)
    new = side(newFeatures)

    var postings: [[(block: Int, count: Int32)]] = Array(repeating: [], count: weights.count)
    for j in freeNew {
      for (feature, count) in newFeatures[j] ?? [] where weights[Int(feature)] > 0 {
        postings[Int(feature)].append((j, count))
      }
    }
    var found: [Candidate] = []
    var scores = [Double](repeating: 0, count: pair.new.count)
    for i in freeOld {
      var touched: [Int] = []
      for (feature, count) in oldFeatures[i] ?? [] {
        for (j, other) in postings[Int(feature)] {
          if scores[j] == 0 { touched.append(j) }
          scores[j] += Double(min(count, other)) * weights[Int(feature)]
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
    candidates = found
  }
}

/// Numbers keys from 0 in the order in which they first come. Open addressing, doubled when half
/// full.
private struct NumberTable {
  private var keys = [UInt64](repeating: .max, count: 1 << 11)
  private var values = [Int32](repeating: 0, count: 1 << 11)
  private var count: Int32 = 0

  mutating func number(of key: UInt64) -> Int32 {
    var slot = NumberTable.slot(key, keys.count)
    while keys[slot] != .max {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    keys[slot] = key
    values[slot] = count
    count += 1
    if Int(count) * 2 > keys.count { grow() }
    return count - 1
  }

  private static func slot(_ key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: .max, count: oldKeys.count * 4)
    values = Array(repeating: 0, count: keys.count)
    for (key, value) in zip(oldKeys, oldValues) where key != .max {
      var slot = NumberTable.slot(key, keys.count)
      while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      values[slot] = value
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
