import StoryLanguage
import StoryModel

/// What a notice has the words of, and speaks of something else.
extension NoticeLinker {
  /// `Orr sold 30 acres, not 20`, where Oake sold 20, now 25, and Orr sold 30 as before: whether a notice denies what a
  /// value was and gives another than it now is, which stands in a sentence that has more of its words.
  func rightsAnother(_ candidate: Candidate) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    guard let story, isNumeric(candidate), let old = candidate.claim.oldMention,
      let new = candidate.claim.newMention, !span.isEmpty
    else { return false }
    let values = figures + dates
    return parts.contains { part in
      let given = values.filter { part.range.contains($0.range.lowerBound) }
      guard given.contains(where: { isDenied($0) && isSameValue($0, old) }),
        !given.contains(where: { isSameValue($0, new) })
      else { return false }
      let said = subject(of: part)
      let own = telling(candidate, said)
      return given.contains { right in
        !isDenied(right)
          && story.sentences.contains { other in
            telling(other.words, said).count > own.count
              && !other.range.elementsEqual(
                reading.passage.sentence(at: span.lowerBound),
                by: { other.reading.lower[$0] == reading.lower[$1] })
              && story.values(of: other).contains {
                hasKind($0, of: candidate) && isSameValue(right, $0)
              }
          }
      }
    }
  }

  /// Whether a notice's value is one of the story; a bare figure may be of any unit.
  private func isSameValue(_ given: Mention, _ value: Mention) -> Bool {
    Comparison.of(given, value).isSame || given.unit == nil && isSameFigure(given, value)
  }

  /// `not 20`
  private func isDenied(_ mention: Mention) -> Bool {
    let before = mention.range.lowerBound - 1
    return before >= range.lowerBound && notice.language.denials.contains(notice.lower[before])
  }
}
