import StoryLanguage

/// Whether two titles are one.
extension ClaimFinder {
  /// `Neither rower had been drinking, a diver said` → `A diver said that both rowers had`: each version has the heads of both titles.
  func areBothInBoth(
    _ a: Mention, _ b: Mention, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    guard let mine = a.core.last(where: { old.has($0, .roleHead) }),
      let theirs = b.core.last(where: { new.has($0, .roleHead) }),
      !Inflection.areFormsOfOneNoun(old.lower[mine], new.lower[theirs], pair.language)
    else { return false }
    func has(_ word: String, _ sentence: Range<Int>, _ reading: Reading) -> Bool {
      sentence.contains {
        Inflection.areFormsOfOneNoun(word, reading.lower[$0], pair.language)
      }
    }
    return has(old.lower[mine], sentences.new, new) && has(new.lower[theirs], sentences.old, old)
  }

  /// `maths teacher` → `mathematics teacher`
  func areShortForms(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy {
        old.lower[$0] == new.lower[$1]
          || pair.language.slips.shortForms[old.lower[$0]]?.contains(new.lower[$1]) == true
      }
  }

  /// `the doctor`, `the physician`; `scientists`, `researchers`: whether two words are for one sort of people.
  func areSynonymous(_ a: String, _ b: String) -> Bool {
    let synonyms = pair.language.naming.roleSynonyms
    func sort(_ word: String) -> String? {
      synonyms[word] ?? (word.hasSuffix("s") ? synonyms[String(word.dropLast())] : nil)
    }
    guard a.hasSuffix("s") == b.hasSuffix("s"), let mine = sort(a) else { return false }
    return mine == sort(b)
  }

  /// `CEO`, `chief executive`
  func areSynonyms(_ a: Mention, _ b: Mention) -> Bool {
    guard case .word(let mine) = a.value, case .word(let theirs) = b.value else { return false }
    // `head teacher`, `headteacher`
    if mine.filter({ $0 != " " }) == theirs.filter({ $0 != " " }) { return true }
    if let rest = withoutTenure(mine), rest == withoutTenure(theirs) { return true }
    // `former chief executive`, `former CEO`
    let (long, short) = (mine.split(separator: " "), theirs.split(separator: " "))
    let shared = zip(long, short).prefix { $0 == $1 }.count
    func title(_ words: [Substring]) -> String? {
      pair.language.naming.roleSynonyms[words.dropFirst(shared).joined(separator: " ")]
    }
    guard let known = pair.language.naming.roleSynonyms[mine] ?? title(long) else { return false }
    return known == pair.language.naming.roleSynonyms[theirs] ?? title(short)
  }

  /// `president` for `ex-president` and `former president`; nil for what is held still.
  private func withoutTenure(_ title: String) -> String? {
    let words = title.split(separator: " ").filter { $0 != "-" }
    guard let first = words.first, pair.language.naming.formerWords.contains(String(first)) else {
      return nil
    }
    return words.dropFirst().joined(separator: " ")
  }

  /// `Minister for Transport`, `transport minister`
  func areSameWords(_ a: Range<Int>, _ mine: [String], _ b: Range<Int>, _ theirs: [String]) -> Bool
  {
    func said(_ words: [String]) -> [String] {
      words.filter { !pair.language.word($0).kind.contains(.roleJoiner) }.sorted()
    }
    return mine == theirs || mine.count != theirs.count && said(mine) == said(theirs)
  }

  /// `the king's mediator`, `a mediator appointed by the king`: what one title has more stands beside
  /// the other.
  func isTurnedRound(
    _ a: Range<Int>, _ mine: [String], _ b: Range<Int>, _ theirs: [String]
  ) -> Bool {
    func isBeside(_ word: String, _ range: Range<Int>, _ reading: Reading) -> Bool {
      let near = max(0, range.lowerBound - 6)..<min(reading.count, range.upperBound + 6)
      return !range.isEmpty && stems(reading, near).contains(word)
    }
    let onlyMine = mine.filter { !theirs.contains($0) }
    let onlyTheirs = theirs.filter { !mine.contains($0) }
    return (mine.last == theirs.last || mine.first == theirs.first)
      && onlyMine.allSatisfy { isBeside($0, b, new) }
      && onlyTheirs.allSatisfy { isBeside($0, a, old) }
  }

  func stems(_ reading: Reading, _ range: Range<Int>) -> [String] {
    range.filter { reading.tokens[$0].kind != .mark }.map { position in
      var word = reading.lower[position].withoutPossessive
      if word.hasSuffix("s") { word.removeLast() }
      return word
    }
  }

  /// `fired coach` → `former coach`: who is former stands in the place of another word, which may well say the same.
  func isTenureReplaced(
    _ a: Mention, _ b: Mention, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    func opensWithTenure(_ mention: Mention, _ reading: Reading) -> Bool {
      pair.language.slips.tenures.contains(reading.lower[mention.range.lowerBound])
    }
    let isNow = opensWithTenure(b, new), was = opensWithTenure(a, old)
    guard isNow != was, diff.newOfOld[a.range.upperBound - 1] == b.range.upperBound - 1,
      abs(a.range.count - b.range.count) == 1
    else { return false }
    return sentences.hunks.contains { hunk in
      isNow
        ? hunk.new == b.range.lowerBound..<b.range.lowerBound + 1
          && hunk.old.contains(where: old.isContent)
        : hunk.old == a.range.lowerBound..<a.range.lowerBound + 1
          && hunk.new.contains(where: new.isContent)
    }
  }
}
