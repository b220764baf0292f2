import StoryLanguage
import StoryModel

/// Values of which one became what another one was.
extension ClaimFinder {
  /// `from 4% in May to 6% in June` → `from 6% in May to 7% in June`: figures and dates each in its own place, where the
  /// sentences have the same words otherwise. O(tokens + values²).
  mutating func findChained(
    _ before: [Mention], _ after: [Mention], _ sentences: PassageDiff.SentencePair
  ) {
    guard before.count > 1, before.count == after.count else { return }
    let mine = before.sorted { $0.range.lowerBound < $1.range.lowerBound }
    let theirs = after.sorted { $0.range.lowerBound < $1.range.lowerBound }
    let places = mine.indices.filter { mine[$0].value != theirs[$0].value }
    // Values in another order are told with what stands beside them.
    guard places.count > 1,
      places.contains(where: { place in
        places.contains { $0 != place && mine[$0].value == theirs[place].value }
      }),
      !hold(places.map { mine[$0].value }, places.map { theirs[$0].value }),
      zip(mine, theirs).allSatisfy({ $0.kind == $1.kind && $0.unit == $1.unit }),
      !zip(mine, mine.dropFirst()).contains(where: { areOneRange($0.range, $1.range) }),
      areInPlace(mine, theirs, sentences)
    else { return }
    let pairs = places.map { (mine[$0], theirs[$0]) }.filter {
      !isCovered($0.range, inOld: true) && !isCovered($1.range, inOld: false)
    }
    compare(Pairing(pairs: pairs), sentences)
    for (a, b) in pairs { cover(a.range, b.range) }
  }

  /// `growth of 4% to 5%`: two figures that are the ends of one range; but `from 4% to 5%`.
  private func areOneRange(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    first.upperBound + 1 == second.lowerBound && old.has(first.upperBound, .rangeWord)
      && !old.has(first.upperBound, .numberJoiner)
      && !old.has(first.lowerBound - 1, .rangeOpener) && !old.has(first.lowerBound, .rangeOpener)
  }

  /// `Orr won, ahead of Poe` → `Poe won, ahead of Roe`: names, each in its own place.
  func chained(
    _ before: [Mention], _ after: [Mention], _ sentences: PassageDiff.SentencePair
  ) -> Pairing? {
    guard before.count > 1, before.count == after.count else { return nil }
    let places = before.indices.filter { before[$0].value != after[$0].value }
    guard places.count > 1,
      places.contains(where: { place in
        places.contains { $0 != place && before[$0].value == after[place].value }
      }),
      !hold(places.map { before[$0].value }, places.map { after[$0].value }),
      areToldApart(before), areInPlace(before, after, sentences)
    else { return nil }
    return Pairing(pairs: places.map { (before[$0], after[$0]) })
  }
}
