import StoryLanguage

/// What commonly stands beside what, as evidence of which version is right (`WordCompany`).
extension SlipFinder {
  /// How commonly each word of a range stands beside its neighbours: those before and after it, and it among them.
  /// Empty where no neighbour is a word.
  func company(_ reading: Reading, _ range: Range<Int>) -> [Int] {
    guard let company = WordCompany.of(pair.language.code) else { return [] }
    let start = max(0, range.lowerBound - 1), end = min(reading.count, range.upperBound + 1)
    guard end - start >= 2 else { return [] }
    return (start..<end - 1).compactMap { position in
      guard reading.isWord(position), reading.isWord(position + 1) else { return nil }
      let first = reading.lower[position], second = reading.lower[position + 1]
      // Of words with an apostrophe nothing is known.
      guard !first.contains("'"), !second.contains("'") else { return nil }
      return company.level(first, second)
    }
  }

  /// Beside how many more of its neighbours a word commonly stands than the one in whose place it is; nothing where the
  /// neighbours changed.
  func companyGained(_ i: Int, _ j: Int) -> Int {
    guard let words = WordCompany.of(pair.language.code),
      areNeighboursKept(i..<i + 1, j..<j + 1)
    else { return 0 }
    let before = company(old, i..<i + 1), after = company(new, j..<j + 1)
    guard before.count == after.count else { return 0 }
    let gained = after.count { $0 > 0 } - before.count { $0 > 0 }
    func commonness(_ reading: Reading, _ position: Int) -> Int {
      words.commonness(reading.lower[position])
    }
    switch gained {
    case 0:
      // `in principle`, `in principal`: one is seen more often than the other, and not since it is the commoner word.
      let more = after.reduce(0, +) - before.reduce(0, +)
      if more == 0 { return 0 }
      let common = commonness(old, i), commonNow = commonness(new, j)
      let (less, most) = more > 0 ? (common, commonNow) : (commonNow, common)
      return most * 2 <= less * 3 ? more : 0
    // A rare word is seldom seen beside any: it has to be seen beside neither, where the other is beside both.
    case -1: return commonness(new, j) * SlipFinder.rarer < commonness(old, i) ? 0 : -1
    default: return gained
    }
  }

  /// How many times rarer a word may be than the one whose place it took, for its company to show anything.
  private static let rarer = 3

  /// Whether a word stood where nobody puts it, and the one in its place stands where everybody does.
  func isOutOfCompany(_ i: Int, _ j: Int) -> Bool {
    guard areNeighboursKept(i..<i + 1, j..<j + 1) else { return false }
    let before = company(old, i..<i + 1), after = company(new, j..<j + 1)
    return before.count == 2 && before.allSatisfy { $0 == 0 } && after.allSatisfy { $0 > 0 }
  }

  /// Whether words that the newer version put in part two that commonly stand together, and stand with neither as
  /// commonly.
  func partsCompany(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
    let before = company(old, oldRange), after = company(new, newRange)
    guard let together = before.first, before.count == 1, after.count == newRange.count + 1 else {
      return false
    }
    return together > 0 && after.contains(0)
  }
}
