import StoryLanguage

/// Of two hedges or denials of one sentence, the one that a notice means.
extension NoticeLinker {
  /// `The firm will sell its shops; an earlier version said it may`, where it now will close its plant, too: without the
  /// changes in a clause of which the notice has no word, where it has one of another clause of the sentence that
  /// changed alike.
  func withoutLikeClauses(_ told: Set<Int>, _ candidates: [Candidate]) -> Set<Int> {
    told.filter { index in
      let candidate = candidates[index]
      guard [.certainty, .polarity].contains(candidate.claim.type),
        let own = clause(of: candidate)
      else { return true }
      return !told.contains { other in
        guard other != index, candidates[other].claim.type == candidate.claim.type,
          areInOneSentence(candidates[other], candidate), let theirs = clause(of: candidates[other])
        else { return false }
        return own.said.isEmpty && !theirs.said.isEmpty
          || own.all.isEmpty && !theirs.all.isEmpty
      }
    }
  }

  /// The words of the notice that the clause of a change has, and those of them that stand behind the change.
  private func clause(of candidate: Candidate) -> (all: Set<String>, said: Set<String>)? {
    let (reading, span) = NoticeLinker.place(candidate)
    guard !span.isEmpty else { return nil }
    let sentence = reading.passage.sentence(at: span.lowerBound)
    func borders(_ position: Int) -> Bool {
      reading.has(position, .numberJoiner)
        || [",", ";", ":"].contains(reading.lower[position])
    }
    let before = (sentence.lowerBound..<span.lowerBound).last(where: borders).map { $0 + 1 }
    let end = (span.upperBound..<max(span.upperBound, sentence.upperBound)).first(where: borders)
    func told(_ range: Range<Int>) -> Set<String> {
      stems(of: range, reading).filter { isRelated($0, to: words) }
    }
    let said = told(span.upperBound..<(end ?? max(span.upperBound, sentence.upperBound)))
    return (
      said.union(told((before ?? sentence.lowerBound)..<span.lowerBound)), said
    )
  }
}
