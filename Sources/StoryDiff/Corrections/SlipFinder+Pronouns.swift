import StoryLanguage

/// The form of a pronoun, by who does what to whom.
extension SlipFinder {
  /// Whether the older form of a pronoun is the one that fits: before a verb who does it, before a noun whose it is,
  /// else whatever commonly stands there.
  func isPronounSpoilt(_ i: Int, _ j: Int) -> Bool {
    let before = old.lower[i], after = new.lower[j]
    guard let forms = words.pronounForms.first(where: { $0.contains(before) && $0.contains(after) })
    else { return false }
    // `the man who`: a thing may be either, as far as is known.
    if words.relatives.contains(before), words.relatives.contains(after) {
      return before == forms.first
        && (old.has(i - 1, [.roleHead, .relative, .sourceBody]) || companyGained(i, j) < 0)
    }
    let next = i + 1
    let isBeforeVerb =
      old.has(next, [.be, .have, .modal, .auxiliary, .saying])
      || old.isWord(next) && isPastForm(old.lower[next])
    // `relations between the port and him`
    if old.has(i - 1, .numberJoiner), before == forms.first || after == forms.first,
      (max(
        old.passage.sentence(at: i).lowerBound, i - 6)..<max(
          old.passage.sentence(at: i).lowerBound, i - 1)).contains(where: {
          old.has($0, .rangeOpener) && words.prepositions.contains(old.lower[$0])
        })
    {
      return after == forms.first
    }
    // `her` is whose it is, and whom it is done to.
    func isWhose(_ word: String) -> Bool {
      words.possessives.contains(word) && (forms.count == 2 || forms[1] != word)
    }
    if isWhose(before) != isWhose(after) {
      if isBeforeVerb || !old.isWord(next) || old.has(next, [.article, .clause]) {
        return isWhose(after)
      }
      if old.isContent(next) { return isWhose(before) }
    }
    // `gave them the keys`
    if before == forms.first || after == forms.first, i > 0, old.isWord(i - 1),
      isPastForm(old.lower[i - 1]), old.has(next, .article)
    {
      return after == forms.first
    }
    guard before == forms.first || after == forms.first else { return companyGained(i, j) < 0 }
    if isBeforeVerb { return before == forms.first }
    // `asked them to leave`
    if old.has(next, .baseFormTaker), !old.has(next, [.modal, .auxiliary]) {
      return after == forms.first
    }
    // `He and two friends had`
    if i == old.passage.sentence(at: i).lowerBound, old.has(next, .numberJoiner) {
      return before == forms.first
    }
    // `from me`, `between him and me`
    let lead = old.has(i - 1, .numberJoiner) ? max(0, i - 5)..<i - 1 : max(0, i - 1)..<i
    if lead.contains(where: { words.prepositions.contains(old.lower[$0]) }) {
      return after == forms.first
    }
    return companyGained(i, j) < 0
  }
}
