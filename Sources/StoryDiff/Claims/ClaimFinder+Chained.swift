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
    guard let places = chainedPlaces(mine, theirs),
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

  /// The places of two lists of one length whose values differ; nil unless one of them became what another one was. Values
  /// that only stand in another order are told with what stands beside them.
  private func chainedPlaces(_ before: [Mention], _ after: [Mention]) -> [Int]? {
    let places = before.indices.filter { before[$0].value != after[$0].value }
    guard places.count > 1,
      places.contains(where: { place in
        places.contains { $0 != place && before[$0].value == after[place].value }
      }),
      !hold(places.map { before[$0].value }, places.map { after[$0].value })
    else { return nil }
    return places
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
    guard before.count > 1, before.count == after.count,
      let places = chainedPlaces(before, after), areToldApart(before),
      areInPlace(before, after, sentences)
    else { return nil }
    return Pairing(pairs: places.map { (before[$0], after[$0]) })
  }

  /// `go from £3 to £4` → `go from £4 to £3`, `to 15 from 12` → `to 18 from 15`: the two ends of a way from one figure to
  /// another, where one of them became what the other was.
  mutating func findTurnedRanges(
    _ before: [Mention], _ after: [Mention], _ sentences: PassageDiff.SentencePair
  ) {
    guard before.count > 1, after.count > 1 else { return }
    func isOpener(_ position: Int, _ reading: Reading) -> Bool {
      reading.has(position, .rangeOpener)
        && !reading.reads(position, pair.language.numbers.pairOpener ?? "")
    }
    func isEnd(_ position: Int, _ reading: Reading) -> Bool {
      reading.has(position, .rangeWord) && !reading.has(position, .numberJoiner)
    }
    // `from` before a figure may be read as its bound.
    func place(_ figure: Mention, _ reading: Reading, _ isIt: (Int, Reading) -> Bool) -> Int? {
      [figure.range.lowerBound, figure.range.lowerBound - 1].first { isIt($0, reading) }
    }
    func found(_ figures: [Mention], _ reading: Reading, inOld: Bool)
      -> [(opener: Int, ends: [(figure: Mention, range: Range<Int>)], isForward: Bool)]
    {
      zip(figures, figures.dropFirst()).compactMap { first, second in
        let isForward = place(first, reading, isOpener) != nil
        guard let opener = place(first, reading, isForward ? isOpener : isEnd),
          let joiner = place(second, reading, isForward ? isEnd : isOpener),
          // `to 15 people from 12`
          (first.range.upperBound...first.range.upperBound + 2).contains(joiner),
          !isCovered(first.range, inOld: inOld),
          !isCovered(second.range, inOld: inOld)
        else { return nil }
        let ends = [
          (first, opener + 1..<first.range.upperBound),
          (second, joiner + 1..<second.range.upperBound),
        ]
        return (opener, ends, isForward)
      }
    }
    let ways = found(before, old, inOld: true), waysNow = found(after, new, inOld: false)
    guard ways.count == 1, waysNow.count == 1, let was = ways.first, let now = waysNow.first,
      was.isForward == now.isForward, diff.newOfOld[was.opener] == now.opener
    else { return }
    let values = was.ends.map(\.figure.value), valuesNow = now.ends.map(\.figure.value)
    guard values[0] != valuesNow[0], values[1] != valuesNow[1],
      values[0] == valuesNow[1] || values[1] == valuesNow[0],
      zip(was.ends, now.ends).allSatisfy({ $0.figure.unit == $1.figure.unit })
    else { return }
    for (end, endNow) in zip(was.ends, now.ends) {
      add(
        RawClaim(
          type: end.figure.kind, old: end.range, new: endNow.range, oldMention: end.figure,
          newMention: endNow.figure,
          because: "the two are different values in the same place of the sentence"))
    }
  }
}
