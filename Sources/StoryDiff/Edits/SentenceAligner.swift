import StoryLanguage

/// Pairs the sentences of two passages, in order.
///
/// Equal sentences at both ends are paired first; the rest by dynamic programming over one-to-one,
/// one-to-two and two-to-one pairs, maximising the weight of the words in common. Beyond
/// `exactCells` pairs of sentences the passages are compared as one sentence each.
enum SentenceAligner {
  struct Match {
    let old: Range<Int>, new: Range<Int>
    let isPaired: Bool
  }

  static let exactCells = 10_000

  static func align(_ old: Passage, _ new: Passage, _ weigher: Weigher) -> [Match] {
    let a = old.sentences, b = new.sentences
    func equal(_ i: Int, _ j: Int) -> Bool {
      let shift = b[j].lowerBound - a[i].lowerBound
      return a[i].count == b[j].count
        && a[i].allSatisfy { old.tokens[$0].word == new.tokens[$0 + shift].word }
    }
    var head = 0
    while head < a.count, head < b.count, equal(head, head) { head += 1 }
    var tail = 0
    while tail < a.count - head, tail < b.count - head,
      equal(a.count - 1 - tail, b.count - 1 - tail)
    {
      tail += 1
    }
    var result = (0..<head).map { Match(old: a[$0], new: b[$0], isPaired: true) }
    let middleOld = head..<a.count - tail, middleNew = head..<b.count - tail
    result += middle(old, middleOld, new, middleNew, weigher)
    result += (0..<tail).reversed().map {
      Match(old: a[a.count - 1 - $0], new: b[b.count - 1 - $0], isPaired: true)
    }
    return result
  }

  private static func middle(
    _ old: Passage, _ rows: Range<Int>, _ new: Passage, _ columns: Range<Int>, _ weigher: Weigher
  ) -> [Match] {
    func tokens(_ passage: Passage, _ sentences: Range<Int>, at empty: Range<Int>) -> Range<Int> {
      guard let first = sentences.first, let last = sentences.last else { return empty }
      return passage.sentences[first].lowerBound..<passage.sentences[last].upperBound
    }
    func start(_ passage: Passage, _ sentence: Int) -> Int {
      sentence < passage.sentences.count
        ? passage.sentences[sentence].lowerBound : passage.tokens.count
    }
    let allOld = tokens(old, rows, at: start(old, rows.lowerBound)..<start(old, rows.lowerBound))
    let allNew = tokens(
      new, columns, at: start(new, columns.lowerBound)..<start(new, columns.lowerBound))
    if rows.isEmpty || columns.isEmpty {
      return allOld.isEmpty && allNew.isEmpty
        ? [] : [Match(old: allOld, new: allNew, isPaired: false)]
    }
    // The blocks are one block already: a lone sentence on either side is the same sentence, too.
    let isLone =
      rows.count == 1 && columns.count == 1 && old.sentences.count == 1 && new.sentences.count == 1
    if isLone {
      let a = Bag(old, allOld, weigher), b = Bag(new, allNew, weigher)
      let similarity = 2 * a.shared(b) / max(1, a.weight + b.weight)
      return [
        Match(
          old: allOld, new: allNew, isPaired: similarity >= PassageDiff.leastLoneSimilarity)
      ]
    }
    if rows.count * columns.count > exactCells {
      return [Match(old: allOld, new: allNew, isPaired: true)]
    }

    let bagsOld = rows.map { Bag(old, old.sentences[$0], weigher) }
    let bagsNew = columns.map { Bag(new, new.sentences[$0], weigher) }
    // Each with the one after it.
    let pairsOld = zip(bagsOld, bagsOld.dropFirst()).map { $0.joined($1) }
    let pairsNew = zip(bagsNew, bagsNew.dropFirst()).map { $0.joined($1) }
    // The gain of pairing a run of old sentences with a run of new ones; 0 where they are too
    // unlike. For runs of two each must bring a part.
    func gain(_ i: Range<Int>, _ j: Range<Int>) -> Double {
      let a = i.count == 1 ? bagsOld[i.lowerBound] : pairsOld[i.lowerBound]
      let b = j.count == 1 ? bagsNew[j.lowerBound] : pairsNew[j.lowerBound]
      let shared = a.shared(b)
      let similarity = 2 * shared / max(1, a.weight + b.weight)
      guard similarity >= PassageDiff.leastSentenceSimilarity else { return 0 }
      if i.count + j.count > 2 {
        let parts =
          i.count == 2
          ? i.map { bagsOld[$0].shared(b) / max(1, bagsOld[$0].weight) }
          : j.map { bagsNew[$0].shared(a) / max(1, bagsNew[$0].weight) }
        guard parts.allSatisfy({ $0 >= 0.5 }) else { return 0 }
      }
      return shared * similarity
    }
    let n = rows.count, m = columns.count, width = m + 1
    var best = [Double](repeating: 0, count: (n + 1) * width)
    var step = [(Int, Int)](repeating: (0, 0), count: (n + 1) * width)
    for i in stride(from: n, through: 0, by: -1) {
      for j in stride(from: m, through: 0, by: -1) where i < n || j < m {
        var top = (score: -1.0, step: (0, 0))
        for (di, dj) in [(1, 1), (1, 2), (2, 1)] where i + di <= n && j + dj <= m {
          let value = gain(i..<i + di, j..<j + dj)
          if value > 0 {
            let score = value + best[(i + di) * width + j + dj]
            if score > top.score { top = (score, (di, dj)) }
          }
        }
        if i < n, best[(i + 1) * width + j] > top.score {
          top = (best[(i + 1) * width + j], (1, 0))
        }
        if j < m, best[i * width + j + 1] > top.score { top = (best[i * width + j + 1], (0, 1)) }
        best[i * width + j] = top.score
        step[i * width + j] = top.step
      }
    }
    var result: [Match] = []
    var i = 0, j = 0
    var looseOld = 0..<0, looseNew = 0..<0
    func flush() {
      if looseOld.isEmpty && looseNew.isEmpty { return }
      result.append(
        Match(
          old: start(
            old, rows.lowerBound + looseOld.lowerBound)..<start(
              old, rows.lowerBound + looseOld.upperBound),
          new: start(
            new, columns.lowerBound + looseNew.lowerBound)..<start(
              new, columns.lowerBound + looseNew.upperBound), isPaired: false))
    }
    while i < n || j < m {
      let (di, dj) = step[i * width + j]
      if di > 0 && dj > 0 {
        flush()
        let o = start(old, rows.lowerBound + i)..<start(old, rows.lowerBound + i + di)
        let p = start(new, columns.lowerBound + j)..<start(new, columns.lowerBound + j + dj)
        result.append(Match(old: o, new: p, isPaired: true))
        looseOld = i + di..<i + di
        looseNew = j + dj..<j + dj
      } else {
        looseOld = looseOld.lowerBound..<i + di
        looseNew = looseNew.lowerBound..<j + dj
        if looseOld.lowerBound == looseOld.upperBound { looseOld = i + di..<i + di }
        if looseNew.lowerBound == looseNew.upperBound { looseNew = j + dj..<j + dj }
      }
      i += di
      j += dj
    }
    flush()
    return result
  }

  /// The words of a sentence with their counts, sorted, and their weight.
  private struct Bag {
    var words: [(word: Int32, count: Int32, weight: Double)]
    var weight: Double

    init(_ passage: Passage, _ range: Range<Int>, _ weigher: Weigher) {
      var sorted: [Int32] = []
      sorted.reserveCapacity(range.count)
      for position in range where passage.tokens[position].kind != .mark {
        sorted.append(passage.tokens[position].word)
      }
      sorted.sort()
      words = []
      words.reserveCapacity(sorted.count)
      weight = 0
      for word in sorted {
        if words.last?.word == word {
          words[words.count - 1].count += 1
        } else {
          words.append((word, 1, Double(weigher.weight(word))))
        }
        // Weights are whole numbers, so that the order in which they are added does not matter.
        weight += words[words.count - 1].weight
      }
    }

    func joined(_ other: Bag) -> Bag {
      var bag = self
      bag.words = []
      bag.weight += other.weight
      var i = 0, j = 0
      while i < words.count || j < other.words.count {
        if j == other.words.count || (i < words.count && words[i].word < other.words[j].word) {
          bag.words.append(words[i])
          i += 1
        } else if i == words.count || other.words[j].word < words[i].word {
          bag.words.append(other.words[j])
          j += 1
        } else {
          bag.words.append((words[i].word, words[i].count + other.words[j].count, words[i].weight))
          i += 1
          j += 1
        }
      }
      return bag
    }

    func shared(_ other: Bag) -> Double {
      var sum = 0.0
      var i = 0, j = 0
      while i < words.count, j < other.words.count {
        if words[i].word < other.words[j].word {
          i += 1
        } else if other.words[j].word < words[i].word {
          j += 1
        } else {
          sum += Double(min(words[i].count, other.words[j].count)) * words[i].weight
          i += 1
          j += 1
        }
      }
      return sum
    }
  }
}
