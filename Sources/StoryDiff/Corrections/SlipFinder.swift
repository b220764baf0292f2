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
    /// The edit is the only one in its sentence, or some words away from every other one.
    case apart
    /// The edit is the only one in its block, or one of two single words.
    case sole
  }

  let pair: AnalyzedPair
  let old: Reading, new: Reading
  var scope = Scope.rewritten

  var words: Language.SlipWords { pair.language.slips }

  /// Whether nothing else was done to the words around the edit.
  var isAlone: Bool { scope >= .apart }

  /// Whether the edit would be a slip mended in one direction or the other.
  static func isSlipEitherWay(
    _ pair: AnalyzedPair, _ old: Reading, _ oldRange: Range<Int>, _ new: Reading,
    _ newRange: Range<Int>, scope: Scope = .rewritten
  ) -> Bool {
    !SlipFinder(pair: pair, old: old, new: new, scope: scope).slips(oldRange, newRange).isEmpty
      || !SlipFinder(pair: pair.mirrored, old: new, new: old, scope: scope)
        .slips(newRange, oldRange).isEmpty
  }

  /// Whether the two sides of an edit are the same letters parted otherwise, or a plain word and a
  /// misspelling of it. Names are not asked about: another spelling may be another name.
  static func isSpellingEitherWay(
    _ pair: AnalyzedPair, _ old: Reading, _ oldRange: Range<Int>, _ new: Reading,
    _ newRange: Range<Int>
  ) -> Bool {
    let finder = SlipFinder(pair: pair, old: old, new: new)
    // `march 1962` → `March 1962`
    if let i = oldRange.first, let j = newRange.first, oldRange.count == 1, newRange.count == 1,
      old.has(i, .month), old.lower[i] == new.lower[j]
    {
      return true
    }
    if let i = oldRange.first, let j = newRange.first, oldRange.count == 1, newRange.count == 1,
      finder.isUnfinished(i, j) || SlipFinder(pair: pair, old: new, new: old).isUnfinished(j, i)
    {
      return true
    }
    if let i = oldRange.first, let j = newRange.first, oldRange.count == 1, newRange.count == 1,
      finder.isLackingOrdinal(i, j)
        || SlipFinder(pair: pair, old: new, new: old).isLackingOrdinal(j, i)
    {
      return true
    }
    if finder.haveSameLetters(oldRange, newRange) { return true }
    // `was not not hurt`
    if let word = oldRange.first ?? newRange.first, oldRange.count + newRange.count == 1,
      (oldRange.isEmpty ? new : old).isWord(word),
      oldRange.isEmpty
        ? SlipFinder(pair: pair.mirrored, old: new, new: old)
          .doubled(newRange, oldRange.lowerBound) != nil
        : finder.doubled(oldRange, newRange.lowerBound) != nil
    {
      return true
    }
    if let i = oldRange.first, let j = newRange.first, oldRange.count == 1, newRange.count == 1,
      pair.language.confusables[old.lower[i]]?.contains(new.lower[j]) == true,
      !finder.isInsideName(i, j)
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
    let isTitle = old.has(i, .roleHead) || new.has(j, .roleHead)
    guard !old.isCapitalised(i) && !new.isCapitalised(j) || isTitle,
      areSimilar(old.lower[i], new.lower[j])
    else { return false }
    return finder.isMisspelt(old, i) != finder.isMisspelt(new, j)
  }

  /// Whether two words are so alike that one may be a misspelling of the other.
  static func areSimilar(_ a: String, _ b: String) -> Bool {
    let length = min(a.unicodeScalars.count, b.unicodeScalars.count)
    guard length >= 3, a != b else { return false }
    // `R118`, `R119`: another figure is another thing.
    let figure = digits(of: a), other = digits(of: b)
    guard figure.isEmpty || other.isEmpty || figure == other else { return false }
    let limit = length <= 4 ? 1 : length <= 8 ? 2 : 3
    return editDistance(a, b, limit: limit) <= limit
  }

  static func digits(of word: String) -> [UInt8] { word.utf8.filter { $0 &- 48 < 10 } }

  /// The slips that an edit mends; empty where any part of it is something else.
  func slips(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [Slip] {
    if let slip = doubledStop(oldRange, newRange) ?? mark(oldRange, newRange) ?? capitals(
      oldRange, newRange)
      ?? spacing(oldRange, newRange) ?? sentenceBorder(oldRange, newRange)
      ?? possessive(oldRange, newRange) ?? decade(oldRange, newRange)
      ?? misheard(oldRange, newRange)
    {
      return [slip]
    }
    let a = oldRange.filter { old.tokens[$0].kind != .mark }
    let b = newRange.filter { new.tokens[$0].kind != .mark }
    if let slip = perfect(oldRange, newRange) ?? conditional(oldRange, newRange)
      ?? articleAndWord(oldRange, newRange)
      ?? missingOrdinal(oldRange, newRange)
    {
      return [slip]
    }
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
    guard old.isWord(i), new.isWord(j) else { return nil }
    if isLackingOrdinal(i, j) {
      return slip(.grammar, "the numbers beside it say which one of a row it is")
    }
    if !isInsideName(i, j), let kind = kindOfExchange(i, j) {
      return isIntroduced(confusable: i, j)
        ? nil : slip(kind, "'\(before)' is often written for '\(after)'")
    }
    // `whats` is in the dictionary of one English, as it happens.
    if !after.contains("'"), Naming.areOfTwoEnglishes(before, after) { return nil }
    // `James'`, `James's`
    if before.hasSuffix("s'"), after == before + "s" { return nil }
    if before.filter({ $0 != "'" }) == after.filter({ $0 != "'" })
      || before.hasSuffix("'") && after == before + "s" || isOwnerOfMany(i, j)
      || isOwnerOfNothing(i, j)
    {
      return isApostropheSpoilt(i, j)
        ? nil : slip(.punctuation, "only the apostrophe differs")
    }
    // `direccion` → `dirección`
    if pair.language.code != "en", !old.isCapitalised(i), !new.isCapitalised(j),
      before.utf8.count < after.utf8.count, Inflection.plain(before) == Inflection.plain(after)
    {
      return slip(.spelling, "an accent was missing")
    }
    if SlipFinder.areSimilar(before, after), isMisspelt(old, i), !isMisspelt(new, j) {
      // `per teu` → `per feu`: a short word that the story still has is one, though no dictionary knows it, and so is a name.
      let isOther = old.isCapitalised(i) && new.isCapitalised(j) && !new.has(j, .roleHead)
      if before.utf8.count <= 4 || isOther,
        pair.occurs(old.tokens[i].word, inOld: false),
        !pair.occurs(new.tokens[j].word, inOld: true)
      {
        return nil
      }
      // `Kowalsky said`, where a dictionary has no small `kowalski`
      let isName =
        old.isCapitalised(i) && new.isCapitalised(j)
        && (!isFirst(old, i)
          || SpellChecker.shared.isWord(after, language: pair.language.code) == false)
        && !new.has(j, [.month, .weekday, .roleHead]) && !isCommonNoun(j)
      return isName
        ? slip(.name, "a name, spelt differently")
        : slip(.spelling, "'\(old.passage.text(of: i..<i + 1))' is in no dictionary")
    }
    if isRegularised(i, j) {
      return slip(.spelling, "'\(old.passage.text(of: i..<i + 1))' is in no dictionary")
    }
    if let slip = name(i, j) { return slip }
    if isConfusedForm(i, j) {
      return slip(.grammar, "'\(before)' is often written for '\(after)'")
    }
    if let reason = inflection(i, j) ?? smallWord(i, j) ?? (isAlone ? joinerOfRange(i, j) : nil) {
      return slip(.grammar, reason)
    }
    if isAlone, isMistaken(i, j) || isMistakenForPerson(i, j) {
      return slip(.spelling, "a word like it stood in its place")
    }
    return nil
  }

  /// `Ada Oake-Reed`, `Ada Oake-Read`: words that are parts of a name, whatever they say elsewhere.
  private func isInsideName(_ i: Int, _ j: Int) -> Bool {
    guard old.isCapitalised(i), new.isCapitalised(j), i > 1, !old.passage.isHeadline else {
      return false
    }
    return old.isMark(i - 1, "-") && old.isJoined(i) && old.isCapitalised(i - 2)
      || old.isCapitalised(i - 1) && old.isWord(i - 1)
        && SpellChecker.shared.isWord(old.lower[i - 1], language: pair.language.code) == false
  }

  /// `an inquires` → `inquiries`: a word mended, and the article before it that it does not take.
  private func articleAndWord(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard oldRange.count == 2, newRange.count == 1, let i = oldRange.last, let j = newRange.first,
      old.has(i - 1, .article), pair.language.singularWitnesses.contains(old.lower[i - 1]),
      looksPlural(new.lower[j]), looksPlural(old.lower[i]), !new.isContent(j + 1)
    else { return nil }
    // What no article for one stands before was wrong, whichever of the two the rest would take.
    let slip = word(i, j)
    guard slip != nil || isAlone && isLetterApart(i, j) else { return nil }
    return Slip(
      kind: slip?.kind ?? .spelling, old: oldRange, new: newRange,
      because: slip?.because ?? "a word like it stood in its place")
  }

  /// `opened`, `fell`
  func isPastForm(_ word: String) -> Bool {
    pair.language.isPast(word) || words.pastVerbs.contains(word)
  }

  /// Whether a word with a capital is a common noun, in a language that gives every noun one.
  private func isCommonNoun(_ position: Int) -> Bool {
    pair.language.naming.nounsAreCapitalised
      && [position - 1, position + 1].allSatisfy { !new.isCapitalised($0) || new.isFunction($0) }
  }

  // MARK: In edits that are something else besides

  /// `recieved more than` → `received about`: misspellings mended at either end of an edit of several words, and verbs
  /// that did not agree with a subject which was changed as well.
  func ends(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [Slip] {
    guard (1...5).contains(oldRange.count), (1...5).contains(newRange.count),
      oldRange.count + newRange.count > 2
    else { return [] }
    let pairs = [
      (oldRange.lowerBound, newRange.lowerBound),
      (oldRange.upperBound - 1, newRange.upperBound - 1),
    ]
    return pairs.compactMap { i, j in
      guard old.isWord(i), new.isWord(j) else { return nil }
      // `4 Febuary` → `11 February`
      if new.has(j, [.month, .weekday]), new.isCapitalised(j), isMisspelt(old, i),
        SlipFinder.areSimilar(old.lower[i], new.lower[j])
      {
        return word(i, j)
      }
      if let slip = formAtEnd(i, j, in: oldRange) { return slip }
      guard
        !old.isCapitalised(i) && !new.isCapitalised(j)
          || isFirst(old, i) && isFirst(new, j) && old.isFunction(i)
      else { return nil }
      // `four year late` → `four years behind schedule`
      if i == oldRange.lowerBound, i > 0, j > 0, old.lower[i - 1] == new.lower[j - 1],
        isCounted(i - 1, old), isCounted(j - 1, new), new.lower[j] == old.lower[i] + "s",
        !old.isFunction(i), !old.isMark(i + 1, "-"),
        // `two year sentences`
        !old.isContent(i + 1) || !looksPlural(old.lower[i + 1])
      {
        return Slip(
          kind: .grammar, old: i..<i + 1, new: j..<j + 1,
          because: "the noun did not agree with '\(old.lower[i - 1])'")
      }
      // `three boat` → `four boats`, `two man` → `three men`
      if i > oldRange.lowerBound, j > newRange.lowerBound, isCounted(i - 1, old),
        isCounted(j - 1, new), isWrongNumber(i, j), !old.isContent(i + 1), !old.isMark(i + 1, "-")
      {
        return Slip(
          kind: .grammar, old: i..<i + 1, new: j..<j + 1,
          because: "the noun did not agree with '\(old.lower[i - 1])'")
      }
      // `too leave` → `to go home`
      if pair.language.confusables[old.lower[i]]?.contains(new.lower[j]) == true,
        old.isFunction(i) || new.isFunction(j), fits(old, i) == false, fits(new, j) == true
      {
        return word(i, j)
      }
      // `Drivers was` → `Bus crews were`
      if pair.language.agreement[old.lower[i]]?.contains(new.lower[j]) == true,
        agrees(old, i) == false, agrees(new, j) == true
      {
        return Slip(
          kind: .grammar, old: i..<i + 1, new: j..<j + 1,
          because: "the verb did not agree with its subject")
      }
      // `passed 2am` → `past 3am`
      if oldRange.count == newRange.count, isConfused(i, j) { return word(i, j) }
      guard SlipFinder.areSimilar(old.lower[i], new.lower[j]), isMisspelt(old, i),
        !isMisspelt(new, j)
      else { return nil }
      return word(i, j)
    }
  }

  /// Whether one of two words is written for the other, and not for a small one, which belongs to a new wording.
  private func isConfused(_ i: Int, _ j: Int) -> Bool {
    !old.isFunction(i) && !new.isFunction(j)
      && pair.language.confusables[old.lower[i]]?.contains(new.lower[j]) == true
  }

  /// `three day` → `three days`: a form mended in an edit that leaves a figure as it was.
  func form(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [Slip] {
    if let slip = missingOrdinal(oldRange, newRange) { return [slip] }
    guard let i = oldRange.first, let j = newRange.first, oldRange.count == 1, newRange.count == 1,
      old.isWord(i), new.isWord(j),
      let reason = inflection(i, j) ?? joinerOfRange(i, j)
        // `less than 40 buses` → `fewer than 40 buses`
        // `and estimated 2,000` → `an estimated 2,000`
        ?? (new.has(j, .article) && !old.has(i, .article) ? smallWord(i, j) : nil)
        ?? (words.wrongForms[old.lower[i]]?.contains(new.lower[j]) == true && evidence(i, j) >= 0
          ? "'\(old.lower[i])' is often written for '\(new.lower[j])'" : nil)
    else { return [] }
    return [Slip(kind: .grammar, old: oldRange, new: newRange, because: reason)]
  }

  /// `between 10 to 12` → `between 10 and 12`
  private func joinerOfRange(_ i: Int, _ j: Int) -> String? {
    guard old.has(i, .rangeWord), !old.has(i, .numberJoiner), new.has(j, .rangeWord),
      new.has(j, .numberJoiner),
      (max(0, i - 4)..<max(0, i - 1)).contains(where: { old.has($0, .rangeOpener) })
    else { return nil }
    return "'\(new.lower[j])' belongs there, not '\(old.lower[i])'"
  }

  func isFirst(_ reading: Reading, _ position: Int) -> Bool {
    // `Orr-Lorn` is a name wherever it stands.
    let isJoinedName =
      reading.isMark(position + 1, "-") && reading.isJoined(position + 1)
      && reading.isJoined(position + 2) && reading.isCapitalised(position + 2)
    return !isJoinedName
      && (position == reading.passage.sentence(at: position).lowerBound
        || reading.isMark(position - 1, "\"") || reading.isMark(position - 1, ":"))
  }

  func isMisspelt(_ reading: Reading, _ position: Int) -> Bool {
    // `exalcalde` is in no dictionary, but for its parts.
    guard reading.isWord(position), !reading.shape(position).contains(.title) else { return false }
    let lower = reading.lower[position]
    guard !reading.isAllCapitals(position), !lower.holdsNumber else { return false }
    let code = pair.language.code
    let speller = SpellChecker.shared
    guard speller.isWord(lower, language: code) == false else { return false }
    let word = reading.tokens[position].word
    return word == reading.number(position)
      || speller.isWord(pair.vocabulary.text(word), language: code) == false
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
