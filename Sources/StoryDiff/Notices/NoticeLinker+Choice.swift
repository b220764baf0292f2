import StoryLanguage
import StoryModel

/// Which of several changes that a notice names it speaks of.
extension NoticeLinker {
  /// Where a notice gives both values of a change (`11, not nine`), another change of the kind that has
  /// only one of them is not spoken of; nor is a figure of another kind, where it says which it was
  /// (`his age`).
  func ofOnePair(_ named: [Int], _ candidates: [Candidate]) -> [Int] {
    func isNumeric(_ index: Int) -> Bool {
      [.quantity, .money, .percentage, .date, .time].contains(candidates[index].claim.type)
    }
    func namesBoth(_ index: Int) -> Bool {
      let claim = candidates[index].claim
      guard let old = claim.oldMention, let new = claim.newMention else { return false }
      return isNamed(old, in: candidates[index].old) && isNamed(new, in: candidates[index].new)
    }
    func isOfTopic(_ index: Int) -> Bool {
      topics(of: candidates[index]).contains { topic in
        topic != "quantity" && parts.contains { speaks($0, of: topic) }
      }
    }
    let whole = named.filter { isNumeric($0) && namesBoth($0) }
    let onTopic = named.filter { isNumeric($0) && isOfTopic($0) }
    return named.filter { index in
      let type = candidates[index].claim.type
      guard isNumeric(index) else { return true }
      let isHalf =
        !whole.contains(index) && whole.contains { candidates[$0].claim.type == type }
      let isOffTopic =
        !onTopic.contains(index)
        && onTopic.contains { areOfOneChange(candidates[$0], candidates[index]) }
      return !isHalf && !isOffTopic
    }
  }

  /// Whether two changes are from one value to one other.
  private func areOfOneChange(_ a: Candidate, _ b: Candidate) -> Bool {
    guard let oldA = a.claim.oldMention, let newA = a.claim.newMention,
      let oldB = b.claim.oldMention, let newB = b.claim.newMention
    else { return false }
    return isSameFigure(oldA, oldB) && isSameFigure(newA, newB)
  }

  /// Of several changes from one value to one other, those whose sentence the notice speaks of, where it
  /// plainly speaks of one: a correction of the day on which a shop opens says nothing of an arrest.
  func spokenOf(_ named: [Int], _ candidates: [Candidate]) -> Set<Int> {
    func text(_ reading: Reading, _ range: Range<Int>?) -> String {
      range.map { reading.lower[$0].joined(separator: " ") } ?? ""
    }
    func said(_ candidate: Candidate) -> Int {
      let reading = candidate.claim.new == nil ? candidate.old : candidate.new
      guard let place = candidate.claim.new ?? candidate.claim.old else { return 0 }
      let sentence = reading.passage.sentence(at: place.lowerBound)
      let stems = sentence.filter { reading.isContent($0) && !place.contains($0) }
        .map { NoticeLinker.stem(reading.lower[$0], reading.language.endings) }
      return Set(stems).intersection(words).count
    }
    let values = named.map { index in
      text(candidates[index].old, candidates[index].claim.old) + "\n"
        + text(candidates[index].new, candidates[index].claim.new)
    }
    let counts = named.map { said(candidates[$0]) }
    return Set(
      named.indices.filter { index in
        let best = named.indices.filter { values[$0] == values[index] }.map { counts[$0] }.max()
        return counts[index] > 0 || (best ?? 0) < 3
          || candidates[named[index]].new.passage.isHeadline
      }.map { named[$0] })
  }
}
