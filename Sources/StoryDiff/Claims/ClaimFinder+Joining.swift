import StoryLanguage
import StoryModel

/// Values that went from one place of a sentence and came in another.
extension ClaimFinder {
  /// `The state has spent £2m on a list` → `A list is to cost the state £3m`: of each type the one value of a sentence
  /// that was taken away and the one that was added are one change, or none where they are equal.
  mutating func joinLone(from first: Int) {
    let types: [ClaimChange.Kind] = [.quantity, .money, .percentage, .date, .time]
    for type in types {
      let mine = findings.claims.indices.dropFirst(first).filter {
        findings.claims[$0].type == type
      }
      let gone = mine.filter { findings.claims[$0].new == nil }
      let come = mine.filter { findings.claims[$0].old == nil }
      guard gone.count == 1, come.count == 1, let old = findings.claims[gone[0]].oldMention,
        let new = findings.claims[come[0]].newMention, mayBeOneValue(old, new)
      else { continue }
      let comparison = Comparison.of(old, new)
      // `in 2025`, `in May`: of two things, as like as not.
      if case .consistent = comparison, type == .date || type == .time { continue }
      switch comparison {
      case .different, .consistent:
        findings.claims[gone[0]] = RawClaim(
          type: type, old: old.range, new: new.range, oldMention: old, newMention: new,
          because: "each version of the sentence has one value of the kind")
      case .same:
        findings.restatements.append(RawRestatement(old: old.range, new: new.range))
        findings.claims.remove(at: max(gone[0], come[0]))
        findings.claims.remove(at: min(gone[0], come[0]))
        continue
      case .unknown: continue
      }
      findings.claims.remove(at: come[0])
    }
  }

  /// `in Lorn, Ohio` → `in Orme, Iowa`: a place and the one that it lies in are one name, where both are others.
  mutating func joinPlaces(from first: Int) {
    func isNext(_ a: Range<Int>, _ b: Range<Int>, _ reading: Reading) -> Bool {
      a.upperBound + 1 == b.lowerBound && reading.isMark(a.upperBound, ",")
    }
    func isPlace(_ range: Range<Int>, _ reading: Reading) -> Bool {
      pair.language.slips.places.contains(reading.lower[max(0, range.lowerBound - 1)])
    }
    var index = first
    while index + 1 < findings.claims.count {
      let (a, b) = (findings.claims[index], findings.claims[index + 1])
      guard a.type == .entity, b.type == .entity, let was = a.old, let now = a.new,
        let next = b.old, let nextNow = b.new, isNext(was, next, old), isNext(now, nextNow, new),
        isPlace(was, old), isPlace(now, new)
      else {
        index += 1
        continue
      }
      findings.claims[index].old = was.lowerBound..<next.upperBound
      findings.claims[index].new = now.lowerBound..<nextNow.upperBound
      findings.claims.remove(at: index + 1)
    }
  }

  /// Whether two values can be of one thing: measured alike, or counting the same.
  private func mayBeOneValue(_ a: Mention, _ b: Mention) -> Bool {
    guard a.isOrdinal == b.isOrdinal, a.isResult == b.isResult else { return false }
    if a.kind != .quantity { return true }
    if let unit = a.unit, let other = b.unit { return unit.dimension == other.dimension }
    return a.unit == nil && b.unit == nil && a.context.first == b.context.first
      && a.context.first != nil
  }
}
