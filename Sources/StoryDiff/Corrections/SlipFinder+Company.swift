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
      // `chart-topping`: the parts of a compound are beside each other.
      let place =
        isHyphen(reading, position) && position < range.lowerBound ? position - 1 : position
      let next =
        isHyphen(reading, position + 1) && position + 1 >= range.upperBound
        ? position + 2 : position + 1
      guard reading.isWord(place), reading.isWord(next) else { return nil }
      let first = reading.lower[place], second = reading.lower[next].withoutPossessive
      // Of words with an apostrophe nothing is known.
      guard !first.contains("'"), !second.contains("'") else { return nil }
      return company.level(first, second)
    }
  }

  /// How commonly one word of the story stands before another.
  func company(_ reading: Reading, _ first: Int, _ second: Int) -> Int {
    guard reading.isWord(first), reading.isWord(second) else { return 0 }
    return WordCompany.of(pair.language.code)?
      .level(reading.lower[first], reading.lower[second].withoutPossessive) ?? 0
  }

  private func isHyphen(_ reading: Reading, _ position: Int) -> Bool {
    reading.isMark(position, "-") && reading.isJoined(position) && reading.isJoined(position + 1)
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

  /// How much likelier the newer of two words is beside its neighbours than the older, by how often each is seen there in
  /// print: tenths of powers of ten; 0 where the neighbours changed or are no words.
  ///
  /// A word that is common anyway stands beside everything, so that its commonness is taken off.
  func likelihood(_ j: Int, over i: Int) -> Int {
    guard let words = WordCompany.of(pair.language.code), areNeighboursKept(i..<i + 1, j..<j + 1)
    else { return 0 }
    let before = company(old, i..<i + 1), after = company(new, j..<j + 1)
    guard before.count == after.count, !after.isEmpty else { return 0 }
    func powers(_ levels: [Int]) -> Int { levels.reduce(0) { $0 + SlipFinder.powers[$1] } }
    return powers(after) - powers(before) - words.commonness(new.lower[j])
      + words.commonness(old.lower[i])
  }

  /// For each level of `WordCompany` how often a pair of it stands in books, in tenths of powers of ten.
  private static let powers = [50, 70, 83, 93]

  /// From which likelihood on the company shows which word belongs there.
  static let likely = 15

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
