import StoryLanguage

/// Stories that are told from a later day.
extension LinkComparison {
  /// How many verbs an edit put from the present into the past. O(words of the edits).
  var verbsPutIntoPast: Int {
    let finder = SlipFinder(pair: pair, old: old, new: new)
    return diff.hunks.reduce(0) { count, hunk in
      guard hunk.old.count == hunk.new.count else { return count }
      return count + zip(hunk.old, hunk.new).count { finder.isPutIntoPast($0, $1) }
    }
  }

  /// Sets aside the verbs that were found not to stand in the tense of the others.
  func setTensesAside() { slips.removeAll { $0.slip.because == SlipFinder.otherTense } }
}
