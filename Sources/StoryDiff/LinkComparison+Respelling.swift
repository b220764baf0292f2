import StoryLanguage

/// Misspellings that were mended while their sentence was turned round.
extension LinkComparison {
  /// Misspelt words of one passage that are looked up in the other: more of them are another language, or none.
  private static let mostMisspelt = 8
  /// Letters of the shortest word, and of those in which two may be wrong.
  private static let shortestMisspelt = 5, longMisspelt = 8

  /// Words in no dictionary that went from one place, where the one word like them that came in another is spelt right:
  /// `unions have campained for it` → `said unions, which have campaigned for it`. O(words of the edits).
  var movedSlips: [SlipFinder.Slip] {
    guard isRead, diff.hunks.count > 1, !pair.language.code.isEmpty else { return [] }
    let finder = SlipFinder(pair: pair, old: old, new: new)
    let mended =
      slips.map(\.slip.old) + findings.names.map(\.old) + findings.claims.compactMap(\.old)
    var misspelt: [Int] = []
    for i in diff.hunks.flatMap(\.old)
    where diff.newOfOld[i] < 0 && isPlain(i, old) && !mended.contains(where: { $0.contains(i) })
      && finder.isMisspelt(old, i)
    {
      misspelt.append(i)
      if misspelt.count > LinkComparison.mostMisspelt { return [] }
    }
    guard !misspelt.isEmpty else { return [] }
    let come = diff.hunks.flatMap { $0.new }.filter { diff.oldOfNew[$0] < 0 && isPlain($0, new) }
    return misspelt.compactMap { i in
      let word = old.lower[i]
      let limit = word.utf8.count < LinkComparison.longMisspelt ? 1 : 2
      let alike = come.filter { j in
        new.lower[j] != word && SlipFinder.areSimilar(word, new.lower[j])
          && editDistance(word, new.lower[j], limit: limit) <= limit
      }
      guard Set(alike.map { new.lower[$0] }).count == 1, let j = alike.first,
        !finder.isMisspelt(new, j), !new.lower.contains(word),
        new.lower.count(where: { $0 == new.lower[j] })
          > old.lower.count(where: { $0 == new.lower[j] })
      else { return nil }
      return SlipFinder.Slip(
        kind: .spelling, old: i..<i + 1, new: j..<j + 1,
        because: "a word that is in no dictionary was spelt right")
    }
  }

  /// Whether a word may be misspelt without being a name: one in lower case, or the first of its sentence.
  private func isPlain(_ position: Int, _ reading: Reading) -> Bool {
    reading.isWord(position) && !reading.lower[position].holds(UInt8(ascii: "'"))
      && reading.lower[position].utf8.count >= LinkComparison.shortestMisspelt
      && (!reading.isCapitalised(position)
        || position == reading.passage.sentence(at: position).lowerBound)
  }
}
