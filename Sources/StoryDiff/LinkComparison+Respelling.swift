import StoryLanguage

/// Misspellings that were mended while their sentence was turned round.
extension LinkComparison {
  /// Misspelt words of one passage that are looked up in the other: more of them are another language, or none.
  private static let mostMisspelt = 8
  /// Letters of the shortest word, and of those in which two may be wrong.
  private static let shortestMisspelt = 5, longMisspelt = 8, shortestSpelling = 3

  /// Words in no dictionary that went from one place, where the one word like them that came in another is spelt right:
  /// `unions have campained for it` → `said unions, which have campaigned for it`. O(words of the edits).
  var movedSlips: [SlipFinder.Slip] {
    guard isRead, !pair.language.code.isEmpty else { return [] }
    let finder = SlipFinder(pair: pair, old: old, new: new)
    let mended = slips.map(\.slip.old) + findings.names.map(\.old)
    let gone = diff.hunks.flatMap(\.old).filter { i in
      diff.newOfOld[i] < 0 && !mended.contains { $0.contains(i) }
    }
    let misspelt = gone.filter {
      isPlain($0, old, letters: LinkComparison.shortestMisspelt) && finder.isMisspelt(old, $0)
    }
    let come = diff.hunks.flatMap(\.new).filter { diff.oldOfNew[$0] < 0 }
    let plain = come.filter { isPlain($0, new, letters: LinkComparison.shortestSpelling) }
    let words =
      misspelt.count > LinkComparison.mostMisspelt
      ? []
      : misspelt.compactMap { i -> SlipFinder.Slip? in
        guard let j = respelling(of: i, among: plain, finder) else { return nil }
        return SlipFinder.Slip(
          kind: .spelling, old: i..<i + 1, new: j..<j + 1,
          because: "a word that is in no dictionary was spelt right")
      }
    return words + gone.compactMap { movedName($0, among: come) }
  }

  /// The one word of some that is like a misspelt one, where it is spelt right.
  private func respelling(of i: Int, among come: [Int], _ finder: SlipFinder) -> Int? {
    let word = old.lower[i]
    let limit = word.utf8.count < LinkComparison.longMisspelt ? 1 : 2
    let alike = come.filter { j in
      guard new.lower[j] != word else { return false }
      return finder.isRegularised(i, j)
        || new.lower[j].utf8.count >= LinkComparison.shortestMisspelt
          && SlipFinder.areSimilar(word, new.lower[j])
          && editDistance(word, new.lower[j], limit: limit) <= limit
    }
    guard Set(alike.map { new.lower[$0] }).count == 1, let j = alike.first,
      !finder.isMisspelt(new, j), !new.lower.contains(word),
      new.lower.count(where: { $0 == new.lower[j] })
        > old.lower.count(where: { $0 == new.lower[j] })
    else { return nil }
    return j
  }

  /// `Malcom Orr said` → `said Malcolm Orr`: one word of a name of two, beside the other as it was.
  private func movedName(_ i: Int, among come: [Int]) -> SlipFinder.Slip? {
    guard old.isWord(i), mayBeNobodys(i, old),
      !findings.claims.contains(where: { $0.old?.contains(i) == true })
    else { return nil }
    let word = old.lower[i]
    func isName(_ position: Int, _ reading: Reading) -> Bool {
      reading.isWord(position) && reading.isCapitalised(position) && reading.isContent(position)
    }
    let alike = come.filter { j in
      [-1, 1].contains { step in
        isName(i + step, old) && isName(j + step, new)
          && old.number(i + step) == new.number(j + step)
      } && mayBeNobodys(j, new) && new.lower[j] != word && Naming.areSpellings(word, new.lower[j])
        && isNobodysWord(i, old) && isNobodysWord(j, new)
        && !Naming.areTwoNames(
          word, new.lower[j], isAlone: false,
          isGiven: isName(i + 1, old) && !isName(i - 1, old))
    }
    guard alike.count == 1, let j = alike.first, !old.lower.contains(new.lower[j]),
      !new.lower.contains(word),
      !findings.claims.contains(where: { $0.new?.contains(j) == true }),
      !SlipFinder.isNameSpoilt(old, i, new, j)
    else { return nil }
    return SlipFinder.Slip(
      kind: .name, old: i..<i + 1, new: j..<j + 1, because: "a name, spelt differently")
  }

  /// Whether a word with a capital is no common noun.
  private func isNobodysWord(_ position: Int, _ reading: Reading) -> Bool {
    SpellChecker.shared.isWord(reading.lower[position], language: pair.language.code) == false
  }

  /// A quick look: whether a word has a capital and owns nothing.
  private func mayBeNobodys(_ position: Int, _ reading: Reading) -> Bool {
    reading.isCapitalised(position) && reading.isContent(position)
      && !reading.isAllCapitals(position) && !reading.lower[position].holds(UInt8(ascii: "'"))
  }

  /// Whether a word may be misspelt without being a name: one in lower case, or the first of its sentence.
  private func isPlain(_ position: Int, _ reading: Reading, letters: Int) -> Bool {
    reading.isWord(position) && !reading.lower[position].holds(UInt8(ascii: "'"))
      && reading.lower[position].utf8.count >= letters
      && (!reading.isCapitalised(position)
        || position == reading.passage.sentence(at: position).lowerBound)
  }
}
