import StoryLanguage

/// Denials whose first word stands before the verb and whose second behind it: `n'ont pas pu`.
extension ClaimFinder {
  /// `n'ont pas pu` → `n'ont pu`: the first word denies by itself, in both versions.
  func isOpenStill(_ denials: [Mention], inOld: Bool) -> Bool {
    let map = inOld ? diff.newOfOld : diff.oldOfNew
    return !denials.isEmpty
      && denials.allSatisfy { denial in
        opener(of: denial, inOld: inOld).map { map[$0] >= 0 } ?? false
      }
  }

  /// Whether the verb that such a denial encloses stands in the other version, too: not in `n'augmenteront pas` →
  /// `resteront les mêmes`. True of a denial that encloses none.
  func isEnclosedVerbKept(_ denial: Mention, inOld: Bool, _ hunk: Hunk) -> Bool {
    guard let opener = opener(of: denial, inOld: inOld) else { return true }
    let (reading, other) = inOld ? (old, new) : (new, old)
    let map = inOld ? diff.newOfOld : diff.oldOfNew
    let side = inOld ? hunk.new : hunk.old
    return (opener..<denial.range.lowerBound).allSatisfy { position in
      let verb = SourceReader.withoutElision(reading.lower[position], pair.language)
      return map[position] >= 0 || verb.isEmpty || !reading.isContent(position)
        || side.contains {
          let word = SourceReader.withoutElision(other.lower[$0], pair.language)
          return word == verb || Inflection.areFormsOfOneVerb(word, verb, pair.language)
        }
    }
  }

  private func opener(of denial: Mention, inOld: Bool) -> Int? {
    let reading = inOld ? old : new
    guard let openers = pair.language.denial.splitNegations["open"] else { return nil }
    return (max(0, denial.range.lowerBound - 3)..<denial.range.lowerBound).last {
      reading.begins($0, withOneOf: openers)
    }
  }
}
