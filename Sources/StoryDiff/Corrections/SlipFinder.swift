import StoryLanguage

/// Tells a slip that was mended from a change of what is said.
///
/// A slip needs evidence that the old text was wrong: a word that is none, an article that does not
/// fit the next word, a verb form that cannot stand after its modal, a word doubled, a mark missing.
struct SlipFinder {
  struct Slip {
    let kind: Correction.Kind
    /// Tokens of the two passages, with a neighbour on each side where nothing stood.
    let old: Range<Int>, new: Range<Int>
    let because: String
  }

  let pair: AnalyzedPair
  let old: Reading, new: Reading
  /// Whether the edit is the only one in its block.
  var isSole = false

  /// Whether the edit would be a slip mended in one direction or the other.
  static func isSlipEitherWay(
    _ pair: AnalyzedPair, _ old: Reading, _ oldRange: Range<Int>, _ new: Reading,
    _ newRange: Range<Int>
  ) -> Bool {
    !SlipFinder(pair: pair, old: old, new: new).slips(oldRange, newRange).isEmpty
      || !SlipFinder(pair: pair, old: new, new: old).slips(newRange, oldRange).isEmpty
  }

  /// Whether two words are so alike that one may be a misspelling of the other.
  static func areSimilar(_ a: String, _ b: String) -> Bool {
    let length = min(a.unicodeScalars.count, b.unicodeScalars.count)
    guard length >= 3, a != b else { return false }
    let limit = length <= 4 ? 1 : length <= 8 ? 2 : 3
    return editDistance(a, b, limit: limit) <= limit
  }

  /// The slips that an edit mends; empty where any part of it is something else.
  func slips(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [Slip] {
    if let slip = punctuation(oldRange, newRange) { return [slip] }
    let a = oldRange.filter { old.tokens[$0].kind != .mark }
    let b = newRange.filter { new.tokens[$0].kind != .mark }
    if a.count == b.count, !a.isEmpty, oldRange.count == newRange.count {
      var found: [Slip] = []
      for (i, j) in zip(a, b) where old.lower[i] != new.lower[j] {
        guard let slip = word(i, j) else { return [] }
        found.append(slip)
      }
      return found
    }
    if let slip = inserted(oldRange, newRange) ?? deleted(oldRange, newRange) { return [slip] }
    // `alot` → `a lot`, `every body` → `everybody`.
    let joinedOld = a.map { old.lower[$0] }.joined(), joinedNew = b.map { new.lower[$0] }.joined()
    if joinedOld == joinedNew, a.count + b.count == 3,
      a.contains(where: { isMisspelt(old, $0) }), !b.contains(where: { isMisspelt(new, $0) })
    {
      return [
        Slip(
          kind: .spelling, old: oldRange, new: newRange,
          because: "the old spelling is in no dictionary")
      ]
    }
    return []
  }

  // MARK: One word for one word

  private func word(_ i: Int, _ j: Int) -> Slip? {
    let before = old.lower[i], after = new.lower[j]
    func slip(_ kind: Correction.Kind, _ because: String) -> Slip {
      Slip(kind: kind, old: i..<i + 1, new: j..<j + 1, because: because)
    }
    guard old.isWord(i), new.isWord(j) else { return nil }
    if before.filter({ $0 != "'" }) == after.filter({ $0 != "'" }) {
      return slip(.punctuation, "only the apostrophe differs")
    }
    if SlipFinder.areSimilar(before, after), isMisspelt(old, i), !isMisspelt(new, j) {
      let isName = old.isCapitalised(i) && new.isCapitalised(j) && !isFirst(old, i)
      return isName
        ? slip(.name, "a name, spelt differently")
        : slip(.spelling, "'\(old.passage.text(of: i..<i + 1))' is in no dictionary")
    }
    if old.isCapitalised(i), new.isCapitalised(j), !isFirst(old, i), !isFirst(new, j),
      old.isCapitalised(i + 1) || old.isCapitalised(i - 1), SlipFinder.areSimilar(before, after)
    {
      return slip(.name, "a name, spelt differently")
    }
    if pair.language.confusables[before]?.contains(after) == true {
      return slip(.grammar, "'\(before)' is often written for '\(after)'")
    }
    if let reason = inflection(i, j) { return slip(.grammar, reason) }
    if isSole, isMistaken(i, j) { return slip(.spelling, "a word like it stood in its place") }
    return nil
  }

  /// Whether one real word stood for another that is nearly the same: `acount` is caught by the
  /// dictionary, `Pop` for `Pope` only by being the block's one change. Endings of one word are no
  /// such slip.
  private func isMistaken(_ i: Int, _ j: Int) -> Bool {
    let a = old.lower[i], b = new.lower[j]
    guard !old.isFunction(i), !new.isFunction(j),
      old.isCapitalised(i) == new.isCapitalised(j), !a.contains("'"), !b.contains("'"),
      !old.has(i, [.month, .weekday, .cardinal, .roleHead, .saying]),
      SpellChecker.shared.isWord(b, language: pair.language.code) == true || new.isCapitalised(j)
    else { return false }
    let length = min(a.unicodeScalars.count, b.unicodeScalars.count)
    // Short words are alike by chance; spellings of two Englishes are none of these.
    if length < 5, !new.isCapitalised(j) { return false }
    if SpellChecker.shared.areOfOneDictionary(a, b, language: pair.language.code) != true {
      return false
    }
    let limit = length >= 6 ? 2 : 1
    guard length >= 3, editDistance(a, b, limit: limit) <= limit else { return false }
    // `work`, `works`, `worked`, `colour`, `color`: forms and spellings of one word.
    var shared = 0
    for (x, y) in zip(a.unicodeScalars, b.unicodeScalars) {
      if x != y { break }
      shared += 1
    }
    return shared + 2 < max(a.unicodeScalars.count, b.unicodeScalars.count)
      || length <= 4 && shared < 3
      || shared >= 3 && a.unicodeScalars.count == b.unicodeScalars.count && a.last == b.last
  }

  private func isFirst(_ reading: Reading, _ position: Int) -> Bool {
    position == reading.passage.sentence(at: position).lowerBound
  }

  private func isMisspelt(_ reading: Reading, _ position: Int) -> Bool {
    guard reading.isWord(position) else { return false }
    let text = pair.vocabulary.text(reading.tokens[position].word)
    guard !text.contains(where: \.isNumber), !reading.isAllCapitals(position) else { return false }
    let code = pair.language.code
    let speller = SpellChecker.shared
    guard let isWord = speller.isWord(text, language: code) else { return false }
    return !isWord && speller.isWord(reading.lower[position], language: code) != true
  }

  private func inflection(_ i: Int, _ j: Int) -> String? {
    let before = old.lower[i], after = new.lower[j]
    if old.has(i, .article), new.has(j, .article), Set([before, after]) == ["a", "an"] {
      return j + 1 < new.count && i + 1 < old.count
        && new.lower[j + 1].first == old.lower[i + 1].first
        ? "the article did not fit the word after it" : nil
    }
    if pair.language.agreement[before]?.contains(after) == true {
      return "the verb did not agree with its subject"
    }
    guard !old.isFunction(i), !new.isFunction(j), !pair.language.agreement.isEmpty,
      !old.has(i, .saying), !new.has(j, .saying)
    else { return nil }
    func areForms(_ short: String, _ long: String) -> Bool {
      long == short + "s" || long == short + "es"
        || short.hasSuffix("y") && long == short.dropLast() + "ies"
    }
    if areForms(before, after) || areForms(after, before) {
      return agreement(j, isPlural: areForms(before, after))
    }
    // A base form has to stand after a modal or `to`.
    if old.has(i - 1, .baseFormTaker), new.has(j - 1, .baseFormTaker),
      before.hasPrefix(after),
      ["s", "es", "ed", "d", "ing"].contains(String(before.dropFirst(after.count)))
    {
      return "the verb form could not stand after '\(old.lower[i - 1])'"
    }
    if old.has(i - 1, [.have, .be]), new.has(j - 1, [.have, .be]), after.hasPrefix(before),
      ["ed", "d", "n", "en", "ing"].contains(String(after.dropFirst(before.count)))
    {
      return "the verb form could not stand after '\(old.lower[i - 1])'"
    }
    return nil
  }

  /// Why a word had to gain or lose its `s`, told by the words around it; nil where they do not tell.
  private func agreement(_ j: Int, isPlural hasS: Bool) -> String? {
    let before = j > 0 ? new.lower[j - 1] : "", after = j + 1 < new.count ? new.lower[j + 1] : ""
    let words = pair.language
    // A noun, by the word that counts it or the verb that follows it.
    for (witnesses, asksForS) in [(words.singularWitnesses, false), (words.pluralWitnesses, true)] {
      guard let witness = [before, after].first(where: witnesses.contains) else { continue }
      return hasS == asksForS ? "the noun did not agree with '\(witness)'" : nil
    }
    if new.has(j, [.roleHead, .vague]) || new.isCapitalised(j) { return nil }
    // A verb, by the subject before it: a singular one takes the `s`, a plural one does not.
    if new.isMark(j - 1, ","), new.isFunction(j + 1) {
      return "the verb did not agree with its subject"
    }
    guard new.isWord(j - 1), new.isContent(j - 1), !new.isContent(j + 1) || j + 1 == new.count
    else {
      return nil
    }
    let subjectIsPlural = before.hasSuffix("s") && !before.hasSuffix("ss")
    return subjectIsPlural != hasS ? "the verb did not agree with its subject" : nil
  }

  // MARK: A small word put in or taken out

  private func inserted(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard oldRange.isEmpty, newRange.count == 1, let j = newRange.first,
      new.has(j, .grammar), !new.isCapitalised(j), j > 0,
      new.lower[j - 1] != new.lower[j], j + 1 >= new.count || new.lower[j + 1] != new.lower[j]
    else { return nil }
    if let negation = pair.language.negations.match(at: j, end: j + 1, word: { new.lower[$0] }),
      negation.payload
    {
      return nil
    }
    // Another tense or voice is no slip: the old text was wrong only where a modal has no verb.
    if new.has(j, .auxiliary), !new.has(j - 1, .baseFormTaker) { return nil }
    guard new.isWord(j + 1) || j + 1 == new.count else { return nil }
    return withNeighbours(.grammar, oldRange, newRange, "a small word was missing")
  }

  private func deleted(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard newRange.isEmpty, oldRange.count == 1, let i = oldRange.first, old.isWord(i) else {
      return nil
    }
    let isDoubled =
      i > 0 && old.lower[i - 1] == old.lower[i]
      || i + 1 < old.count && old.lower[i + 1] == old.lower[i]
    guard isDoubled else { return nil }
    return withNeighbours(.grammar, oldRange, newRange, "a word stood twice")
  }

  /// A word that by its form or kind is most likely the sentence's verb.
  private func isVerbLike(_ reading: Reading, _ position: Int) -> Bool {
    reading.isWord(position)
      && (reading.has(position, [.be, .have, .modal, .auxiliary])
        || reading.isContent(position) && reading.lower[position].hasSuffix("ed"))
  }

  // MARK: Marks

  private func punctuation(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard oldRange.allSatisfy({ old.tokens[$0].kind == .mark }),
      newRange.allSatisfy({ new.tokens[$0].kind == .mark }), oldRange.count + newRange.count <= 2
    else { return nil }
    let mendable: Set<String> = [",", ".", ";", ":", "?", "!"]
    func isMendable(_ reading: Reading, _ range: Range<Int>) -> Bool {
      range.allSatisfy { mendable.contains(reading.lower[$0]) }
    }
    guard isMendable(old, oldRange), isMendable(new, newRange) else { return nil }
    if oldRange.isEmpty {
      // A comma before `and` is a house's style.
      if let j = newRange.first, newRange.count == 1, new.isMark(j, ","),
        new.has(j + 1, .numberJoiner) || new.isMark(j + 1, "or")
      {
        return nil
      }
      return withNeighbours(.punctuation, oldRange, newRange, "a mark was missing")
    }
    if newRange.isEmpty, let i = oldRange.first {
      // A comma that parted what belongs together; before `and`, `which` and the like it is style.
      if old.isMark(i, ","), isVerbLike(old, i + 1) {
        return withNeighbours(.punctuation, oldRange, newRange, "a comma was one too many")
      }
      let neighbours = [i - 1, i + 1].filter { old.tokens.indices.contains($0) }
      // A mark beside another one of its kind was one too many.
      guard
        neighbours.contains(where: { mendable.contains(old.lower[$0]) })
      else { return nil }
      return withNeighbours(.punctuation, oldRange, newRange, "a mark was one too many")
    }
    return nil
  }

  /// A pure insertion takes a neighbour on each side, so that both versions have something to show.
  private func withNeighbours(
    _ kind: Correction.Kind, _ oldRange: Range<Int>, _ newRange: Range<Int>, _ because: String
  ) -> Slip {
    func widened(_ reading: Reading, _ range: Range<Int>) -> Range<Int> {
      let anchor = range.isEmpty ? range.lowerBound - 1 : range.lowerBound
      let sentence = reading.passage.sentence(at: max(0, min(anchor, reading.count - 1)))
      var start = max(sentence.lowerBound, range.lowerBound - 1)
      // A mark alone says nothing: back to the word that it stands at.
      while start > sentence.lowerBound, reading.tokens[start].kind == .mark,
        reading.isJoined(start)
      {
        start -= 1
      }
      return
        start..<max(start, min(max(sentence.upperBound, range.upperBound), range.upperBound + 1))
    }
    return Slip(
      kind: kind, old: widened(old, oldRange), new: widened(new, newRange), because: because)
  }
}
