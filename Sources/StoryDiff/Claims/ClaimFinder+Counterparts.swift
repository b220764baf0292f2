import StoryLanguage

/// Things of which one cannot be the other.
extension ClaimFinder {
  /// Words of the longest name of a thing that is looked at: `lung cancer`.
  private static let longestThing = 3

  /// `charged with manslaughter` → `charged with murder`, `pneumonia` → `lung cancer`: one thing in the place of another,
  /// where nothing else was done there.
  mutating func findCounterparts(_ sentences: PassageDiff.SentencePair) {
    let counterparts = pair.language.denial.counterparts
    func thing(_ side: Range<Int>, _ reading: Reading, inOld: Bool) -> String? {
      guard let last = side.last, side.count <= ClaimFinder.longestThing,
        side.allSatisfy({ reading.isWord($0) && reading.isContent($0) }),
        !isCovered(side, inOld: inOld), !reading.isCapitalised(last) || last == side.first,
        counterparts.contains(reading.lower[last])
      else { return nil }
      return reading.lower[last]
    }
    for hunk in sentences.hunks {
      var (mine, theirs) = (hunk.old, hunk.new)
      // `the mayors car` → `the mayor's van`
      if mine.count == theirs.count, mine.count > 1 {
        while mine.count > 1, areSameLetters(mine.lowerBound, theirs.lowerBound) {
          mine.removeFirst()
          theirs.removeFirst()
        }
      }
      guard let before = thing(mine, old, inOld: true),
        let after = thing(theirs, new, inOld: false), counterparts.areApart(before, after)
      else { continue }
      add(
        RawClaim(
          type: .entity, old: mine, new: theirs,
          because: "the two name someone or something else"))
    }
  }

  private func areSameLetters(_ i: Int, _ j: Int) -> Bool {
    old.lower[i].utf8.lazy.filter { $0 != UInt8(ascii: "'") }
      .elementsEqual(new.lower[j].utf8.lazy.filter { $0 != UInt8(ascii: "'") })
  }
}
