import StoryLanguage

/// Slips beside other words of one edit: what they stand before was changed as well.
extension SlipFinder {
  /// A form at an end of an edit that could not stand where it stood, whatever else the edit says.
  func formAtEnd(_ i: Int, _ j: Int, in oldRange: Range<Int>) -> Slip? {
    let before = old.lower[i], after = new.lower[j]
    func slip(_ kind: Correction.Kind, _ because: String) -> Slip {
      Slip(kind: kind, old: i..<i + 1, new: j..<j + 1, because: because)
    }
    guard i == oldRange.lowerBound, before != after else { return nil }
    // `a empty shed` → `an old barn`
    if old.has(i, .article), new.has(j, .article), articleFits(old, i) == false,
      articleFits(new, j) == true
    {
      return slip(.grammar, "the article did not fit the word after it")
    }
    guard i > 0, j > 0, old.lower[i - 1] == new.lower[j - 1],
      !old.isCapitalised(i), !new.isCapitalised(j)
    else { return nil }
    // `has went home` → `has gone back`
    if old.has(i - 1, [.have, .be]), words.participles[after]?.contains(before) == true {
      return slip(.grammar, standsWrong(after: i - 1))
    }
    // `the boat sunk quickly` → `the boat sank fast`
    if words.participles[before]?.contains(after) == true, !old.passage.isHeadline,
      old.isWord(i - 1), old.isContent(i - 1) || old.has(i - 1, .pronoun),
      !pair.language.denial.irregularBases.contains(before)
    {
      return slip(.grammar, "'\(before)' cannot stand without 'have' or 'be'")
    }
    // `the dogs leg` → `the dog's paw`
    if after.hasSuffix("'s"), !before.contains("'"), before == after.filter({ $0 != "'" }),
      old.has(i - 1, [.article, .pronoun]), old.isWord(i + 1), old.isContent(i + 1),
      new.isWord(j + 1), new.isContent(j + 1), !isApostropheSpoilt(i, j),
      !isPastForm(old.lower[i + 1]), !isPastForm(new.lower[j + 1])
    {
      return slip(.punctuation, "only the apostrophe differs")
    }
    return nil
  }

  /// Whether an article fits the sound of the word after it; nil where its letters do not tell, or any article does.
  private func articleFits(_ reading: Reading, _ article: Int) -> Bool? {
    let word = reading.lower[article]
    guard words.isIndefiniteArticle(word),
      let opensWithVowel = opensWithVowel(article + 1, reading)
    else { return nil }
    return opensWithVowel == words.articleBeforeVowel.contains(word)
  }
}
