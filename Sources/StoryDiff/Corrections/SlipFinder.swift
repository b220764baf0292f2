import StoryLanguage

/// Tells a slip that was mended from a change of what is said.
///
/// A slip needs evidence that the old text was wrong: a word that is none, an article that does not
/// fit the next word, a verb form that cannot stand after its modal, a word doubled, a mark missing.
/// Where an edit is all that was done to a sentence, less evidence is asked for: nobody opens a story
/// to change one small word for no reason. A slip that the new version brings in is none that it mends.
struct SlipFinder {
  struct Slip {
    let kind: Correction.Kind
    /// Tokens of the two passages, with a neighbour on each side where nothing stood.
    let old: Range<Int>, new: Range<Int>
    let because: String
  }

  /// What else was done to the sentence in which an edit stands.
  enum Scope: Comparable {
    /// The sentence was written anew.
    case rewritten
    /// Each of its edits is a word or two.
    case tidied
    /// The edit is the only one in its block, or one of two single words.
    case sole
  }

  let pair: AnalyzedPair
  let old: Reading, new: Reading
  var scope = Scope.rewritten

  var words: Language.SlipWords { pair.language.slips }

  /// Whether the edit would be a slip mended in one direction or the other.
  static func isSlipEitherWay(
    _ pair: AnalyzedPair, _ old: Reading, _ oldRange: Range<Int>, _ new: Reading,
    _ newRange: Range<Int>
  ) -> Bool {
    !SlipFinder(pair: pair, old: old, new: new).slips(oldRange, newRange).isEmpty
      || !SlipFinder(pair: pair, old: new, new: old).slips(newRange, oldRange).isEmpty
  }

  /// Whether the two sides of an edit are the same letters parted otherwise, or a plain word and a
  /// misspelling of it. Names are not asked about: another spelling may be another name.
  static func isSpellingEitherWay(
    _ pair: AnalyzedPair, _ old: Reading, _ oldRange: Range<Int>, _ new: Reading,
    _ newRange: Range<Int>
  ) -> Bool {
    let finder = SlipFinder(pair: pair, old: old, new: new)
    if finder.haveSameLetters(oldRange, newRange) { return true }
    if let i = oldRange.first, let j = newRange.first, oldRange.count == 1, newRange.count == 1,
      pair.language.confusables[old.lower[i]]?.contains(new.lower[j]) == true
    {
      return true
    }
    guard oldRange.count == 1, newRange.count == 1, let i = oldRange.first, let j = newRange.first,
      old.isWord(i), new.isWord(j)
    else { return false }
    // `MP's`, `MPs'`
    if old.lower[i] != new.lower[j],
      old.lower[i].filter({ $0 != "'" }) == new.lower[j].filter({ $0 != "'" })
    {
      return true
    }
    guard !old.isCapitalised(i), !new.isCapitalised(j),
      areSimilar(old.lower[i], new.lower[j])
    else { return false }
    return finder.isMisspelt(old, i) != finder.isMisspelt(new, j)
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
    if let slip = mark(oldRange, newRange) ?? capitals(oldRange, newRange)
      ?? spacing(oldRange, newRange) ?? sentenceBorder(oldRange, newRange)
      ?? possessive(oldRange, newRange)
    {
      return [slip]
    }
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
    if let slip = inserted(oldRange, newRange) ?? deleted(oldRange, newRange)
      ?? expanded(oldRange, newRange)
    {
      return [slip]
    }
    return []
  }

  // MARK: One word for one word

  private func word(_ i: Int, _ j: Int) -> Slip? {
    let before = old.lower[i], after = new.lower[j]
    func slip(_ kind: Correction.Kind, _ because: String) -> Slip {
      Slip(kind: kind, old: i..<i + 1, new: j..<j + 1, because: because)
    }
    guard old.isWord(i), new.isWord(j), !Naming.areOfTwoEnglishes(before, after) else { return nil }
    if pair.language.confusables[before]?.contains(after) == true {
      return isIntroduced(confusable: i, j)
        ? nil : slip(.grammar, "'\(before)' is often written for '\(after)'")
    }
    if before.filter({ $0 != "'" }) == after.filter({ $0 != "'" })
      || before.hasSuffix("'") && after == before + "s"
    {
      let isWorse = isMisspelt(new, j) && !isMisspelt(old, i) && !after.hasSuffix("'")
      return isWorse
        ? nil : slip(.punctuation, "only the apostrophe differs")
    }
    // `direccion` → `dirección`
    if pair.language.code != "en", !old.isCapitalised(i), !new.isCapitalised(j),
      before.utf8.count < after.utf8.count, Inflection.plain(before) == Inflection.plain(after)
    {
      return slip(.spelling, "an accent was missing")
    }
    // `Danel Cavalcante` → `Danelo Cavalcante`
    if isFirst(old, i), isFirst(new, j), old.isCapitalised(i + 1), old.isContent(i + 1),
      i + 1 < old.count, j + 1 < new.count, old.lower[i + 1] == new.lower[j + 1],
      Naming.areSpellings(before, after), isMisspelt(old, i), isMisspelt(new, j)
    {
      return isNameIntroduced(i, j) ? nil : slip(.name, "a name, spelt differently")
    }
    if SlipFinder.areSimilar(before, after), isMisspelt(old, i), !isMisspelt(new, j) {
      let isName = old.isCapitalised(i) && new.isCapitalised(j) && !isFirst(old, i)
      return isName
        ? slip(.name, "a name, spelt differently")
        : slip(.spelling, "'\(old.passage.text(of: i..<i + 1))' is in no dictionary")
    }
    if old.isCapitalised(i), new.isCapitalised(j), !isFirst(old, i), !isFirst(new, j),
      old.isCapitalised(i + 1) || old.isCapitalised(i - 1),
      Naming.areSpellings(before, after), !areTitlesOrInitials(i, j),
      !Naming.areTwoNames(
        before, after, isAlone: !old.isCapitalised(i + 1) && !old.isCapitalised(i - 1),
        isGiven: old.isCapitalised(i + 1) && !old.isCapitalised(i - 1))
    {
      return isNameIntroduced(i, j) ? nil : slip(.name, "a name, spelt differently")
    }
    if let reason = inflection(i, j) ?? smallWord(i, j) { return slip(.grammar, reason) }
    if scope == .sole, isMistaken(i, j) {
      return slip(.spelling, "a word like it stood in its place")
    }
    return nil
  }

  /// `CFO`, `CEO`: two sets of initials are no two spellings of one name.
  private func areTitlesOrInitials(_ i: Int, _ j: Int) -> Bool {
    old.isAllCapitals(i) && new.isAllCapitals(j) && old.lower[i].utf8.count <= 4
  }

  /// Whether a name is mended the wrong way: the newer version has the old spelling elsewhere, and the
  /// older one never has the new.
  func isNameIntroduced(_ i: Int, _ j: Int) -> Bool {
    pair.occurs(old.tokens[i].word, inOld: false) && !pair.occurs(new.tokens[j].word, inOld: true)
  }

  /// Whether one real word stood for another that is nearly the same: `acount` is caught by the
  /// dictionary, `Pop` for `Pope` only by being the block's one change. Endings of one word are no
  /// such slip.
  private func isMistaken(_ i: Int, _ j: Int) -> Bool {
    let a = old.lower[i], b = new.lower[j]
    guard !old.isFunction(i), !new.isFunction(j),
      old.isCapitalised(i) == new.isCapitalised(j),
      !old.isCapitalised(i) || Naming.areSpellings(a, b), !a.contains("'"), !b.contains("'"),
      !old.has(i, [.month, .weekday, .cardinal, .roleHead, .saying]),
      SpellChecker.shared.isWord(b, language: pair.language.code) == true || new.isCapitalised(j)
    else { return false }
    guard SpellChecker.shared.areOfOneDictionary(a, b, language: pair.language.code) == true else {
      return false
    }
    // Two names may be two places; of other words, only a letter left out, put in or exchanged with its
    // neighbour counts: with another letter in its place, `hired` says what `fired` does not.
    if old.isCapitalised(i), Naming.areTwoNames(a, b, isAlone: true) { return false }
    let isLetterSlip = a.utf8.count != b.utf8.count || a.utf8.sorted() == b.utf8.sorted()
    return min(a.utf8.count, b.utf8.count) >= 3 && isLetterSlip
      && editDistance(a, b, limit: 1) <= 1 && !SlipFinder.areForms(a, b)
      && !Inflection.areFormsOfOneVerb(a, b)
  }

  func isFirst(_ reading: Reading, _ position: Int) -> Bool {
    position == reading.passage.sentence(at: position).lowerBound
      || reading.isMark(position - 1, "\"") || reading.isMark(position - 1, ":")
  }

  func isMisspelt(_ reading: Reading, _ position: Int) -> Bool {
    guard reading.isWord(position) else { return false }
    let text = pair.vocabulary.text(reading.tokens[position].word)
    guard !text.contains(where: \.isNumber), !reading.isAllCapitals(position) else { return false }
    let code = pair.language.code
    let speller = SpellChecker.shared
    guard let isWord = speller.isWord(text, language: code) else { return false }
    return !isWord && speller.isWord(reading.lower[position], language: code) != true
  }

  /// Whether the words beside two ranges are the same in both versions, so that nothing but the
  /// ranges changed there.
  func areNeighboursKept(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
    func same(_ i: Int, _ j: Int) -> Bool {
      let isOut = !old.tokens.indices.contains(i), isOutNow = !new.tokens.indices.contains(j)
      return isOut || isOutNow ? isOut == isOutNow : old.lower[i] == new.lower[j]
    }
    return same(oldRange.lowerBound - 1, newRange.lowerBound - 1)
      && same(oldRange.upperBound, newRange.upperBound)
  }

  /// A pure insertion takes a neighbour on each side, so that both versions have something to show.
  func withNeighbours(
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
