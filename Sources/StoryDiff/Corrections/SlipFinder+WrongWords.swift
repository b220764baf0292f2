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
    if isForm { return .grammar }
    return words.wrongWords[before]?.contains(after) == true ? .spelling : nil
  }

  /// Whether nothing shows that the old one of two such words was the wrong one: `trail`, `trial`. Each is written for
  /// the other, so that they differ shows no more than that one of the versions has a slip.
  func isIntroduced(confusable i: Int, _ j: Int) -> Bool { evidence(i, j) <= 0 }

  /// Which of two words belongs there: more than 0 for the newer one, less for the older, 0 where nothing shows it. The
  /// words beside them do; else the rest of the story, which has the one or the other; else that news hardly ever
  /// means the one (`pubic`).
  private func evidence(_ i: Int, _ j: Int) -> Int {
    let before = old.lower[i], after = new.lower[j]
    // Of two that the data does not pair it may say only of one where it stands.
    let arePaired = [pair.language.confusables, words.wrongWords, words.wrongForms, words.variants]
      .contains { $0[before]?.contains(after) == true }
    let fitted = arePaired && fits(old, i) == true, fitsNow = arePaired && fits(new, j) == true
    if fitted != fitsNow { return fitsNow ? 1 : -1 }
    let likelier = likelihood(j, over: i)
    if abs(likelier) >= SlipFinder.likely { return likelier }
    // `Trial`, `trials`: in a headline, or as one of many.
    func stands(_ word: String, inOld: Bool) -> Bool {
      [word, word.prefix(1).uppercased() + word.dropFirst(), word + "s"].contains {
        pair.vocabulary.find($0).map { pair.occurs($0, inOld: inOld) } ?? false
      }
    }
    if !old.isFunction(i), !new.isFunction(j) {
      let isElsewhere = stands(after, inOld: true), wasElsewhere = stands(before, inOld: false)
      if isElsewhere != wasElsewhere { return isElsewhere ? 1 : -1 }
    }
    let isRare = words.rareWords.contains(before), isRareNow = words.rareWords.contains(after)
    return isRare == isRareNow ? 0 : isRare ? 1 : -1
  }

  /// Whether a confusable word can stand where it stands; nil where the data does not say.
  private func fits(_ reading: Reading, _ position: Int) -> Bool? {
    guard let fit = words.fits[reading.lower[position]] else { return nil }
    let before = position > 0 ? reading.lower[position - 1] : ""
    let after =
      position + 1 < reading.count ? reading.lower[position + 1].withoutPossessive : ""
    // `its believed to be`, `its got a`: a participle, no noun.
    let isParticiple =
      (words.isPast(after) || reading.has(position + 1, .saying)
        || pair.language.denial.irregularPasts.contains(after) || words.participles[after] != nil)
      && (!reading.isContent(position + 2) || reading.has(position + 2, .cardinal)
        || position + 2 < reading.count && reading.tokens[position + 2].kind == .number)
    // `who owns the lock`
    let isBeforeVerb =
      isPastForm(after)
      || looksPlural(after) && position + 2 < reading.count
        && words.determiners.contains(reading.lower[position + 2])
    let isBeforeNoun =
      reading.isWord(position + 1) && reading.isContent(position + 1) && !isParticiple
    let partners = (pair.language.confusables[reading.lower[position]] ?? [])
      .compactMap { words.fits[$0] }
    // `could led to`: what stands before shows more than what stands after.
    let isAfterOther =
      !words.determiners.contains(before) && !fit.after.contains(before)
      && partners.contains { $0.after.contains(before) }
    if fit.before.contains(after), !isAfterOther { return true }
    if fit.after.contains(before) {
      // `the principle aim`: after an article, a noun does not stand before another one.
      let isNoun = words.determiners.contains(before)
      return isNoun && isBeforeNoun && !fit.isBeforeNouns && !after.hasSuffix("ing") ? nil : true
    }
    if fit.afterEndings.contains(where: { before.hasSuffix($0) && before.utf8.count > 4 })
      || fit.beforeEndings.contains(where: { after.hasSuffix($0) && after.utf8.count > 4 })
      || fit.isBeforeParticiples && reading.isWord(position + 1) && isParticiple
      || fit.isBeforePasts && reading.isWord(position + 1) && reading.isContent(position + 1)
        && isBeforeVerb
      || fit.isAfterDegrees && isComparison(reading, before: position)
      || isNear(fit, reading, position)
      || fit.isBeforePlurals && isBeforeNoun && isPlural(after)
    {
      return true
    }
    // `sie hoffe, dass`: behind a noun and a comma `das` stands for it.
    if fit.isAfterVerbs {
      return reading.isMark(position - 1, ",") && reading.isWord(position - 2)
        && !reading.isCapitalised(position - 2)
        // `…, das Tempo ist auf 30 begrenzt`: a sentence of its own.
        && !reading.has(position + 2, [.be, .have, .modal])
    }
    // `its unable to`
    if isAfterOther || partners.contains(where: { $0.before.contains(after) }) { return false }
    return fit.isBeforeNouns && isBeforeNoun && !words.openers.contains(after)
      && !after.hasSuffix("ing")
  }

  /// `flouting its own rules`: whether one of the words that a word is said of follows soon.
  private func isNear(_ fit: Language.SlipWords.Fit, _ reading: Reading, _ position: Int) -> Bool {
    let end = min(position + 5, reading.passage.sentence(at: position).upperBound)
    return !fit.near.isEmpty
      && (position..<max(position, end)).contains { fit.near.contains(reading.lower[$0]) }
  }

  /// `a slower pace than`: whether a word that compares stands a word or two before.
  private func isComparison(_ reading: Reading, before position: Int) -> Bool {
    let start = max(reading.passage.sentence(at: position).lowerBound, position - 3)
    return (start..<max(start, position)).contains { place in
      let word = reading.lower[place]
      return reading.isWord(place) && !words.countNouns.contains(word)
        && words.degrees.values.joined().contains { ending in
          !words.superlativeEndings.contains(ending) && word.hasSuffix(ending)
            && words.superlativeEndings.contains {
              SpellChecker.shared.isWord(
                word.dropLast(ending.count) + $0, language: pair.language.code) == true
            }
        }
    }
  }

  /// `third warmest, fifth wettest and eight sunniest`: a number among those that say which one it is.
  func isLackingOrdinal(_ i: Int, _ j: Int) -> Bool {
    guard old.has(i, .cardinal), new.has(j, .ordinal), !old.has(i, .ordinal),
      old.words[i].cardinal == new.words[j].ordinal
    else { return false }
    let sentence = new.passage.sentence(at: j)
    return (j - 6..<j + 7).contains { $0 != j && sentence.contains($0) && new.has($0, .ordinal) }
  }

  /// `a processor at the university` → `a professor at the university`: a thing, one letter from a person's
  /// office or work.
  func isMistakenForPerson(_ i: Int, _ j: Int) -> Bool {
    let a = old.lower[i], b = new.lower[j]
    return new.has(j, .roleHead) && !old.has(i, .roleHead) && !old.isCapitalised(i)
      && !new.isCapitalised(j) && min(a.utf8.count, b.utf8.count) >= 7
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
      && !denial.irregularBases.contains(a) && a.first == b.first
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
      areSlipOfHand(i, j, letters: likelier >= SlipFinder.likely * 2 ? 2 : 1)
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
