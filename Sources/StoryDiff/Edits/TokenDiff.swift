import StoryLanguage

/// A run of tokens of one side that stands in the place of a run of the other.
struct Hunk: Sendable, Equatable {
  var old: Range<Int>, new: Range<Int>

  /// Whether a run of either side, where there is one, shares a token with the hunk.
  func meets(_ old: Range<Int>?, _ new: Range<Int>?) -> Bool {
    (old?.overlaps(self.old) ?? false) || (new?.overlaps(self.new) ?? false)
  }
}

/// The word diff of two token sequences.
///
/// What the two share is the heaviest common subsequence: a content word weighs more than a
/// function word or a mark, and words that stay neighbours weigh more than words that do not, so
/// that the edit falls on the words a reader would point at. Exact by dynamic programming up to
/// `exactCells` cells; beyond that the sequences are first cut at words that are unique in both and
/// stand in the same order (patience diff, after Bram Cohen), and what is left without such words
/// is bounded: growth stays near linear.
struct TokenDiff {
  /// Cells that one exact comparison may have.
  static let exactCells = 1 << 16

  private let old: [Int32], new: [Int32]
  private let weigher: Weigher
  private var matches: [(Int, Int)] = []

  /// The hunks that turn `old` into `new`, in order, with a kept token between any two.
  static func hunks(_ old: [Int32], _ new: [Int32], _ weigher: Weigher) -> [Hunk] {
    if old == new { return [] }
    var diff = TokenDiff(old: old, new: new, weigher: weigher)
    diff.matches.reserveCapacity(min(old.count, new.count) + 1)
    diff.compare(0..<old.count, 0..<new.count)
    return diff.hunks()
  }

  private mutating func hunks() -> [Hunk] {
    var result: [Hunk] = []
    var i = 0, j = 0
    matches.append((old.count, new.count))
    for (a, b) in matches {
      if a > i || b > j { result.append(Hunk(old: i..<a, new: j..<b)) }
      i = a + 1
      j = b + 1
    }
    return result
  }

  private mutating func compare(_ a: Range<Int>, _ b: Range<Int>) {
    var a = a, b = b
    while !a.isEmpty, !b.isEmpty, old[a.lowerBound] == new[b.lowerBound] {
      matches.append((a.lowerBound, b.lowerBound))
      a = a.lowerBound + 1..<a.upperBound
      b = b.lowerBound + 1..<b.upperBound
    }
    var tail = 0
    while !a.isEmpty, !b.isEmpty, old[a.upperBound - 1] == new[b.upperBound - 1] {
      tail += 1
      a = a.lowerBound..<a.upperBound - 1
      b = b.lowerBound..<b.upperBound - 1
    }
    if !a.isEmpty, !b.isEmpty {
      if a.count * b.count <= TokenDiff.exactCells {
        exact(a, b)
      } else {
        anchored(a, b)
      }
    }
    for step in 0..<tail { matches.append((a.upperBound + step, b.upperBound + step)) }
  }

  /// Heaviest common subsequence with a bonus for neighbours that stay neighbours.
  private mutating func exact(_ a: Range<Int>, _ b: Range<Int>) {
    let rows = a.count, columns = b.count
    let width = columns + 1
    // best: from (i, j) on; met: the same with i and j matched, or negative where they differ.
    var best = [Int32](repeating: 0, count: (rows + 1) * width)
    var met = [Int32](repeating: -1, count: (rows + 1) * width)
    let neighbourBonus: Int32 = 3
    best.withUnsafeMutableBufferPointer { best in
      for i in stride(from: rows - 1, through: 0, by: -1) {
        let word = old[a.lowerBound + i]
        let value = weigher.weight(word)
        for j in stride(from: columns - 1, through: 0, by: -1) {
          let here = i * width + j
          let diagonal = here + width + 1
          var top = max(best[here + width], best[here + 1])
          if new[b.lowerBound + j] == word {
            let joined = met[diagonal] >= 0 ? met[diagonal] + neighbourBonus : -1
            let score = value + max(best[diagonal], joined)
            met[here] = score
            top = max(top, score)
          }
          best[here] = top
        }
      }
    }
    var i = 0, j = 0
    var mustMeet = false
    while i < rows, j < columns {
      let here = i * width + j
      if mustMeet || (met[here] >= 0 && met[here] == best[here]) {
        matches.append((a.lowerBound + i, b.lowerBound + j))
        let diagonal = here + width + 1
        mustMeet =
          i + 1 < rows && j + 1 < columns && met[diagonal] >= 0
          && met[diagonal] + neighbourBonus >= best[diagonal]
        i += 1
        j += 1
      } else if best[here + width] >= best[here + 1] {
        i += 1
      } else {
        j += 1
      }
    }
  }

  /// Cuts at words that occur once on each side, in the longest run that stands in order.
  private mutating func anchored(_ a: Range<Int>, _ b: Range<Int>) {
    var seen: [Int32: (old: Int, new: Int)] = [:]
    for i in a {
      let isFirst = seen[old[i]] == nil
      seen[old[i]] = (isFirst ? i : -2, -1)
    }
    for j in b {
      guard let places = seen[new[j]], places.old >= 0 else { continue }
      seen[new[j]]?.new = places.new == -1 ? j : -2
    }
    let pairs = seen.values.filter { $0.old >= 0 && $0.new >= 0 }.sorted { $0.old < $1.old }
    let kept = longestIncreasing(pairs.map(\.new))
    guard !kept.isEmpty else {
      bounded(a, b)
      return
    }
    var i = a.lowerBound, j = b.lowerBound
    for index in kept {
      let pair = pairs[index]
      compare(i..<pair.old, j..<pair.new)
      matches.append((pair.old, pair.new))
      i = pair.old + 1
      j = pair.new + 1
    }
    compare(i..<a.upperBound, j..<b.upperBound)
  }

  /// No words in common that occur once: compares the beginnings, as much as the bound allows.
  private mutating func bounded(_ a: Range<Int>, _ b: Range<Int>) {
    var side = 1
    while (side + 1) * (side + 1) <= TokenDiff.exactCells { side *= 2 }
    exact(
      a.lowerBound..<min(a.upperBound, a.lowerBound + side),
      b.lowerBound..<min(b.upperBound, b.lowerBound + side))
  }
}

/// The positions of a longest strictly increasing subsequence, in order. O(n log n).
func longestIncreasing(_ values: [Int]) -> [Int] {
  var tails: [Int] = []
  var previous = [Int](repeating: -1, count: values.count)
  for index in values.indices {
    var low = 0, high = tails.count
    while low < high {
      let middle = (low + high) / 2
      if values[tails[middle]] < values[index] { low = middle + 1 } else { high = middle }
    }
    if low > 0 { previous[index] = tails[low - 1] }
    if low == tails.count { tails.append(index) } else { tails[low] = index }
  }
  var result: [Int] = []
  var at = tails.last ?? -1
  while at >= 0 {
    result.append(at)
    at = previous[at]
  }
  return result.reversed()
}
