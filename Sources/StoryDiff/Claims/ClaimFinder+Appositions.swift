import StoryLanguage

/// What somebody is said to be behind the name.
extension ClaimFinder {
  /// `Ada Orr, a pharmacist in Lorn,` → `Ada Orr, a dispenser in Lorn,`: one noun for another between the article and what
  /// follows, of which one is known for a title.
  mutating func findAppositions(_ sentences: PassageDiff.SentencePair) {
    func describes(_ side: Range<Int>, _ reading: Reading, inOld: Bool) -> Int? {
      guard side.count == 1, let noun = side.first, noun > 2, reading.isWord(noun),
        reading.isContent(noun), !reading.isCapitalised(noun), !isCovered(side, inOld: inOld),
        reading.has(noun - 1, .article), reading.isMark(noun - 2, ","),
        reading.isWord(noun - 3), reading.isCapitalised(noun - 3), reading.isContent(noun - 3),
        noun + 1 < reading.count,
        reading.tokens[noun + 1].kind == .mark
          || pair.language.slips.prepositions.contains(reading.lower[noun + 1])
          || reading.has(noun + 1, .clause)
      else { return nil }
      return noun
    }
    for hunk in sentences.hunks {
      guard let i = describes(hunk.old, old, inOld: true),
        let j = describes(hunk.new, new, inOld: false),
        diff.newOfOld[i - 3] == j - 3, old.has(i, .roleHead) || new.has(j, .roleHead),
        pair.language.naming.roleSynonyms[old.lower[i]] == nil
          || pair.language.naming.roleSynonyms[old.lower[i]]
            != pair.language.naming.roleSynonyms[new.lower[j]],
        !SlipFinder.isSpellingEitherWay(pair, old, hunk.old, new, hunk.new)
      else { continue }
      add(
        RawClaim(
          type: .role, old: hunk.old, new: hunk.new, because: "the title or description differs"))
    }
  }
}
