import StoryLanguage

/// Words that are written for each other.
extension SlipFinder {
  /// What kind of slip it is to write one word for the other; nil where the data does not pair them.
  func kindOfExchange(_ i: Int, _ j: Int) -> Correction.Kind? {
    let before = old.lower[i], after = new.lower[j]
    let isForm = words.wrongForms[before]?.contains(after) == true
    if pair.language.confusables[before]?.contains(after) == true {
      // `its`, `it's`; `there`, `they're` differ in more than the mark.
      if before.filter({ $0 != "'" }) == after.filter({ $0 != "'" }) { return .punctuation }
      return isForm ? .grammar : .spelling
    }
    guard isAlone else { return nil }
    if words.variants[before]?.contains(after) == true {
      return fits(new, j) == true && fits(old, i) != true ? .spelling : nil
    }
    // `were laid`, `were lay`: no past form stands behind `be`.
    if isForm, old.has(i - 1, [.be, .have]),
      words.participles.values.contains(where: { $0.contains(after) })
    {
      return nil
    }
    if isForm { return .grammar }
    return words.wrongWords[before]?.contains(after) == true ? .spelling : nil
  }

  /// Whether nothing shows that the old one of two such words was the wrong one: `trail`, `trial`. Each is written for
  /// the other, so that they differ shows no more than that one of the versions has a slip.
  func isIntroduced(confusable i: Int, _ j: Int) -> Bool { evidence(i, j) <= 0 }

  /// `third warmest, fifth wettest and eight sunniest`: a number among those that say which one it is.
  func isLackingOrdinal(_ i: Int, _ j: Int) -> Bool {
    guard old.has(i, .cardinal), new.has(j, .ordinal), !old.has(i, .ordinal),
      old.words[i].cardinal == new.words[j].ordinal
    else { return false }
    let sentence = new.passage.sentence(at: j)
    return (j - 6..<j + 7).contains { $0 != j && sentence.contains($0) && new.has($0, .ordinal) }
  }

  /// `came only 6 in the race` → `6th`: a figure that counts nothing, behind a verb in the past.
  func missingOrdinal(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard isAlone, oldRange.isEmpty, newRange.count == 1, let j = newRange.first,
      new.has(j, .ordinalSuffix), new.isJoined(j), j > 2, new.tokens[j - 1].kind == .number,
      new.lower[j - 1].utf8.count < 4, !new.isContent(j + 1)
    else { return nil }
    let verb = new.isContent(j - 2) && isPastForm(new.lower[j - 2]) ? j - 2 : j - 3
    guard new.isWord(verb), isPastForm(new.lower[verb]), !new.has(verb, [.be, .have, .saying]),
      verb == j - 2 || isAdverb(new.lower[j - 2])
    else { return nil }
    let place = oldRange.lowerBound
    return Slip(
      kind: .grammar, old: place - 1..<place, new: j - 1..<j + 1,
      because: "it says which one of a row it is")
  }

  /// `a processor at the university` → `a professor at the university`: a thing, one letter from a person's
  /// office or work.
  func isMistakenForPerson(_ i: Int, _ j: Int) -> Bool {
    let a = old.lower[i], b = new.lower[j]
    return new.has(j, .roleHead) && !old.has(i, .roleHead) && !old.isCapitalised(i)
      && !new.isCapitalised(j)
      // `works manger Lou Bright`
      && min(a.utf8.count, b.utf8.count)
        >= (new.isCapitalised(j + 1) && new.isContent(j + 1) ? 5 : 7)
      && editDistance(a, b, limit: 1) <= 1 && !SlipFinder.areForms(a, b)
  }

  /// From how many letters on two words that are alike at both ends are hardly ever two that a writer means.
  private static let longAlike = 10

  /// `explanation`, `exploration`: two long words that begin and end alike, differ within, and are no forms of one.
  private func areLongAlike(_ i: Int, _ j: Int) -> Bool {
    let a = old.lower[i], b = new.lower[j]
    let denial = pair.language.denial
    return !old.isCapitalised(i) && min(a.utf8.count, b.utf8.count) >= SlipFinder.longAlike
      && a.prefix(3) == b.prefix(3) && a.suffix(4) == b.suffix(4)
      && editDistance(a, b, limit: 3) <= 3
      && !Inflection.areFormsOfOneNoun(a, b, pair.language) && !denial.exclusives.areApart(a, b)
      && !denial.amounts.areApart(a, b) && !denial.opposites.areApart(a, b)
  }

  /// Whether two plain words differ in one letter within, or in two that changed places, and are no forms, no
  /// opposites and no spellings of one word: `command`, `commend`. Nobody looks for another word by its letters, so
  /// one that is nearly the same was meant all along. Another first letter makes words that rhyme (`hired`, `fired`),
  /// another last one forms of one (`charges`, `charged`), and short words that differ in one are many.
  func isLetterApart(_ i: Int, _ j: Int) -> Bool {
    let a = old.lower[i], b = new.lower[j]
    let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
    return !words.formLetters.isEmpty && !old.isCapitalised(i) && !old.isFunction(i)
      && !new.isFunction(j)
      && short.utf8.count >= (short.utf8.count == long.utf8.count ? 5 : 4) && a.first == b.first
      && editDistance(a, b, limit: 1) <= 1 && areUnrelated(i, j)
  }

  /// Whether two words are no forms, no opposites and no spellings of one word, and no figures or titles.
  private func areUnrelated(_ i: Int, _ j: Int) -> Bool {
    let a = old.lower[i], b = new.lower[j], language = pair.language, denial = language.denial
    let kinds: Language.WordKind = [
      .roleHead, .cardinal, .ordinal, .scale, .fraction, .collective, .vague, .month, .weekday,
    ]
    return !areEndings(a, b) && !areStyles(a, b) && !Inflection.areFormsOfOneNoun(a, b, language)
      && !denial.areIrregularForms(a, b) && !denial.exclusives.areApart(a, b)
      && !denial.amounts.areApart(a, b) && !denial.opposites.areApart(a, b)
      && !old.has(i, kinds) && !new.has(j, kinds)
  }

  /// `The vote tool place` → `took`: a letter of an irregular verb was wrong, and what stood there is no form of one.
  private func isVerbSpoilt(_ i: Int, _ j: Int) -> Bool {
    let a = old.lower[i], b = new.lower[j], denial = pair.language.denial
    func isVerb(_ word: String) -> Bool {
      denial.irregularPasts.contains(word) || words.participles[word] != nil
        || old.has(i - 1, [.be, .have]) && denial.irregularBases.contains(word)
    }
    return !words.formLetters.isEmpty && !old.isCapitalised(i) && !old.isFunction(i)
      && !words.isPast(a) && !isVerb(a)
      && isVerb(b)
      && !denial.irregularBases.contains(a) && a.first == b.first && !SlipFinder.areForms(a, b)
      && min(a.utf8.count, b.utf8.count) >= 3
      && editDistance(a, b, limit: 1) <= 1
      && (old.isContent(i - 1) || old.has(i - 1, [.be, .have, .pronoun]))
      && !old.has(i, [.roleHead, .cardinal, .month, .weekday, .saying])
  }

  /// Whether two words differ in their last letter alone, or one has a letter more there that makes a form of a word.
  private func areEndings(_ a: String, _ b: String) -> Bool {
    func makesForm(_ word: String) -> Bool {
      word.last.map { words.formLetters.contains(String($0)) } ?? false
    }
    if a.utf8.count == b.utf8.count {
      return a.dropLast() == b.dropLast() && makesForm(a) && makesForm(b)
    }
    let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
    return long.dropLast() == short && makesForm(long)
  }

  /// `adviser`, `advisor`; `focused`, `focussed`: spellings of one word, of which a house has one.
  private func areStyles(_ a: String, _ b: String) -> Bool {
    let shared = zip(a, b).prefix { $0 == $1 }.count
    let (tail, other) = (a.dropFirst(shared), b.dropFirst(shared))
    if tail.count == other.count, let x = tail.first, let y = other.first {
      return tail.dropFirst() == other.dropFirst()
        && words.styleLetters.contains { $0.contains(String(x)) && $0.contains(String(y)) }
    }
    // A letter doubled, or a silent one before an ending.
    let longer = tail.count > other.count ? tail : other
    guard let extra = longer.first, tail.dropFirst() == other || other.dropFirst() == tail else {
      return false
    }
    return a.prefix(shared).last == extra || words.silentLetters.contains(String(extra))
  }

  /// Whether the rest of the story has the older word and not the newer one, or news hardly ever means the newer one.
  private func isTold(against i: Int, _ j: Int) -> Bool {
    let before = old.lower[i], after = new.lower[j]
    func stands(_ word: String, inOld: Bool) -> Bool {
      pair.vocabulary.find(word).map { pair.occurs($0, inOld: inOld) } ?? false
    }
    return stands(before, inOld: false) && !stands(after, inOld: true)
      || words.rareWords.contains(after) && !words.rareWords.contains(before)
      || companyGained(i, j) < 0
  }

  /// Whether one real word stood for another that is nearly the same: `acount` is caught by the
  /// dictionary, `Pop` for `Pope` only by being the one change there. Endings of one word are no
  /// such slip.
  func isMistaken(_ i: Int, _ j: Int) -> Bool {
    let a = old.lower[i], b = new.lower[j]
    guard !(old.isFunction(i) && new.isFunction(j)), !old.isNegationWord(i), !new.isNegationWord(j),
      old.isCapitalised(i) == new.isCapitalised(j),
      !old.isCapitalised(i) || Naming.areSpellings(a, b), !a.contains("'"), !b.contains("'"),
      // `Two men died` → `did`: what cannot be true besides another word is no letter's slip.
      !pair.language.denial.exclusives.contains(a),
      !old.has(i, [.month, .weekday, .cardinal, .roleHead, .saying]),
      SpellChecker.shared.isWord(b, language: pair.language.code) == true || new.isCapitalised(j)
    else { return false }
    guard SpellChecker.shared.areOfOneDictionary(a, b, language: pair.language.code) == true else {
      return false
    }
    // Two names may be two places; of other words only the same letters in another order count, and a letter
    // left out of a small word: `widows` says what `windows` does not, as `hired` and `fired`.
    if old.isCapitalised(i), Naming.areTwoNames(a, b, isAlone: true) { return false }
    // Hardly anybody brings in a long word for another: what does not show that it was right shows enough.
    if areLongAlike(i, j) { return evidence(i, j) >= 0 && likelihood(j, over: i) >= 0 }
    if isLetterApart(i, j) || isVerbSpoilt(i, j) {
      return evidence(i, j) > 0
    }
    let likelier = likelihood(j, over: i)
    if isOutOfCompany(i, j), areSlipOfHand(i, j) { return true }
    if likelier >= SlipFinder.likely, a.first == b.first, company(new, j..<j + 1).count == 2,
      areSlipOfHand(i, j)
        || likelier >= SlipFinder.likely * 2 && areSlipOfHand(i, j, letters: 2)
    {
      return true
    }
    let isSmall = old.isFunction(i) || new.isFunction(j) || old.isCapitalised(i)
    let isLetterSlip = isSmall && a.utf8.count != b.utf8.count || a.utf8.sorted() == b.utf8.sorted()
    return min(a.utf8.count, b.utf8.count) >= 3 && isLetterSlip
      && editDistance(a, b, limit: 1) <= 1 && !SlipFinder.areForms(a, b)
      && !Inflection.areFormsOfOneVerb(a, b)
      && (isSmall ? companyGained(i, j) >= 0 : evidence(i, j) > 0)
  }

  /// Whether two words differ in so many letters, and are no forms, no opposites and no spellings of one word.
  private func areSlipOfHand(_ i: Int, _ j: Int, letters: Int = 1) -> Bool {
    let a = old.lower[i], b = new.lower[j]
    return !old.isCapitalised(i) && min(a.utf8.count, b.utf8.count) >= 1 + 2 * letters
      && editDistance(a, b, limit: letters) <= letters && !SlipFinder.areForms(a, b)
      // Forms of one word differ at its end.
      && (!Inflection.areFormsOfOneVerb(a, b) || letters == 2 && a.last == b.last)
      && areUnrelated(i, j) && !isTold(against: i, j)
  }
}
