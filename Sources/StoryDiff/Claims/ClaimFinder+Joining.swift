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

  /// Whether two values can be of one thing: measured alike, or counting the same.
  private func mayBeOneValue(_ a: Mention, _ b: Mention) -> Bool {
    guard a.isOrdinal == b.isOrdinal, a.isResult == b.isResult else { return false }
    if a.kind != .quantity { return true }
    if let unit = a.unit, let other = b.unit { return unit.dimension == other.dimension }
    return a.unit == nil && b.unit == nil && a.context.first == b.context.first
      && a.context.first != nil
  }
}
