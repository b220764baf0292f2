import StoryLanguage

/// Words of a notice and of the story that are about one thing.
extension NoticeLinker {
  /// Whether words have this one, a form of it, or another word for the same thing.
  func isRelated(_ word: String, to words: Set<String>) -> Bool {
    words.contains(word)
      || words.contains {
        NoticeLinker.areRelated($0, word) || areForms($0, word) || areForms(word, $0)
          || notice.language.denial.areIrregularForms($0, word) || isDoer($0, of: word)
          || isDoer(word, of: $0)
      }
      || notice.language.wordFamilies.contains { family in
        family.contains { isOfStem(word, $0) }
          && words.contains { other in family.contains { isOfStem(other, $0) } }
      }
  }

  /// `leader`, `led`; `winners`, `won`
  func isDoer(_ doer: String, of verb: String) -> Bool {
    guard let ending = notice.language.agentEndings.first(where: { doer.hasSuffix($0) }) else {
      return false
    }
    let base = String(doer.dropLast(ending.count)), letters = base.utf8
    var bases = [base, base + "e"]
    if letters.count > 3, letters.last == letters.dropLast().last {
      bases.append(String(base.dropLast()))
    }
    return bases.contains { $0 == verb || notice.language.denial.areIrregularForms($0, verb) }
  }

  /// `clos`, of `closing`, is of `close` too.
  private func isOfStem(_ word: String, _ beginning: String) -> Bool {
    word.hasPrefix(beginning)
      || word.utf8.count >= 4 && beginning.utf8.count == word.utf8.count + 1
        && beginning.hasPrefix(word)
  }

  /// `close`, `closure`; `consulted`, `consult`: words that share their first five letters.
  static func areRelated(_ a: String, _ b: String) -> Bool {
    a.utf8.count >= 4 && b.utf8.count >= 4
      && (a.hasPrefix(b.prefix(4))
        && (a.hasPrefix(b) || b.hasPrefix(a) || a.prefix(5) == b.prefix(5)))
  }

  /// `save`, `saving`: the first without its last letter, and an ending.
  private func areForms(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count >= 4, b.utf8.count >= 5, a.hasSuffix("e"), b.hasPrefix(a.dropLast()) else {
      return false
    }
    let ending = b.dropFirst(a.count - 1)
    return notice.language.endings.contains { $0 == ending && $0.utf8.count > 2 }
  }

  func stem(_ word: String) -> String {
    NoticeLinker.stem(word, notice.language.endings)
  }

  static func stem(_ word: String, _ endings: [String]) -> String {
    var word = withoutElision(word.withoutPossessive)
    if word.hasSuffix("'") { word.removeLast() }
    for ending in endings where word.hasSuffix(ending) {
      if word.utf8.count - ending.utf8.count >= 4 {
        word.removeLast(ending.count)
        break
      }
    }
    return word
  }

  /// `l'âge` → `âge`: a word without the small one that is joined to it. Names of other languages have it too,
  /// and lose it wherever they stand.
  private static func withoutElision(_ word: String) -> String {
    guard let mark = word.utf8.prefix(3).firstIndex(of: UInt8(ascii: "'")),
      ["l", "d", "qu"].contains(word[..<mark])
    else { return word }
    return String(word[word.index(after: mark)...])
  }
}
