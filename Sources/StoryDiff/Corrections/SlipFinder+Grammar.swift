import StoryLanguage

/// Forms, small words and words that are written for each other.
extension SlipFinder {
  /// `work`, `works`; `box`, `boxes`; `body`, `bodies`.
  static func areForms(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
    return long == short + "s" || long == short + "es"
      || short.hasSuffix("y") && long == short.dropLast() + "ies"
  }

  /// By its letters alone: `ports`, not `press`.
  private func looksPlural(_ noun: String) -> Bool {
    noun.hasSuffix("s") && !words.singularEndings.contains(where: noun.hasSuffix)
  }

  /// By its letters, or as a plural of its own: `geese`, `women`.
  private func isPlural(_ noun: String) -> Bool {
    looksPlural(noun)
      || pair.language.numbers.plurals.contains { one, many in
        one.utf8.count >= 3 && noun.hasSuffix(many) && !many.hasSuffix("s")
      }
  }

  // MARK: Words that are written for each other

  /// Whether the word beside two confusable words shows that the old one was right: `their own` →
  /// `there own`. Where both may stand, or neither is known to, nothing shows it.
  func isIntroduced(confusable i: Int, _ j: Int) -> Bool {
    fits(old, i) == true && fits(new, j) != true
  }

  /// Whether a confusable word can stand where it stands; nil where the data does not say.
  private func fits(_ reading: Reading, _ position: Int) -> Bool? {
    guard let fit = words.fits[reading.lower[position]] else { return nil }
    let before = position > 0 ? reading.lower[position - 1] : ""
    let after = position + 1 < reading.count ? reading.lower[position + 1] : ""
    if fit.after.contains(before) || fit.before.contains(after) { return true }
    if fit.afterEndings.contains(where: { before.hasSuffix($0) && before.utf8.count > 4 }) {
      return true
    }
    // `its believed to be`: a participle, no noun.
    let isParticiple =
      (words.isPast(after) || reading.has(position + 1, .saying))
      && !reading.isContent(position + 2)
    return fit.isBeforeNouns && reading.isContent(position + 1) && !isParticiple
      && !reading.lower[position + 1].hasSuffix("ing")
  }

  // MARK: Forms of one word

  func inflection(_ i: Int, _ j: Int) -> String? {
    let before = old.lower[i], after = new.lower[j]
    if old.has(i, .article), new.has(j, .article),
      words.articleBeforeVowel.contains(after)
        || words.articleBeforeVowel.contains(before), before != after,
      words.articleBeforeConsonant.contains(after) || words.articleBeforeConsonant.contains(before)
    {
      guard let opensWithVowel = opensWithVowel(j + 1) else { return nil }
      return opensWithVowel == words.articleBeforeVowel.contains(after)
        ? "the article did not fit the word after it" : nil
    }
    if pair.language.agreement[before]?.contains(after) == true {
      // The subject of the older verb may have been another one.
      guard scope == .sole || areNeighboursKept(i..<i + 1, j..<j + 1),
        agrees(old, i) != true || agrees(new, j) == true
      else { return nil }
      return "the verb did not agree with its subject"
    }
    guard !old.isFunction(i), !new.isFunction(j), !pair.language.agreement.isEmpty,
      !old.has(i, .saying), !new.has(j, .saying)
    else { return nil }
    // `would allows` → `would allow`
    if SlipFinder.areForms(before, after), after.utf8.count < before.utf8.count, i > 0, j > 0,
      old.lower[i - 1] == new.lower[j - 1], old.has(i - 1, .modal)
    {
      return "the verb form could not stand after '\(old.lower[i - 1])'"
    }
    if SlipFinder.areForms(before, after) {
      return agreement(i, j, isPlural: after.utf8.count > before.utf8.count)
    }
    // `every children` → `every child`
    if isPlural(before) != isPlural(after),
      Inflection.areFormsOfOneNoun(before, after, pair.language)
    {
      return agreement(i, j, isPlural: isPlural(after))
    }
    let isAfterSame = i > 0 && j > 0 && old.lower[i - 1] == new.lower[j - 1]
    guard isAfterSame else { return nil }
    // `had went` → `had gone`, `were gave` → `were given`
    if old.has(i - 1, [.have, .be]), words.participles[after]?.contains(before) == true {
      return "the verb form could not stand after '\(old.lower[i - 1])'"
    }
    // `has spend` → `has spent`
    if old.has(i - 1, .have), before.utf8.count == after.utf8.count, before.utf8.count >= 4,
      before.dropLast() == after.dropLast()
    {
      return "the verb form could not stand after '\(old.lower[i - 1])'"
    }
    // A base form has to stand after a modal or `to`.
    let deniesVerb = pair.language.negativeSuffixes.contains { old.lower[i - 1].hasSuffix($0) }
    // `close to signing` → `agree to sign`: `to` belongs to what stands before it.
    let isAfterOther =
      !old.has(i - 1, [.modal, .auxiliary]) && i > 1 && j > 1
      && old.lower[i - 2] != new.lower[j - 2]
    if (old.has(i - 1, .baseFormTaker) || deniesVerb) && !isAfterOther {
      let ending = String(before.dropFirst(after.count))
      if before.hasPrefix(after) && ["s", "es", "ed", "d", "ing"].contains(ending)
        || scope == .sole && before.first == after.first && !after.hasSuffix("ed")
          && before.utf8.count == after.utf8.count && before.prefix(2) == after.prefix(2)
          && editDistance(before, after, limit: 2) <= 2
      {
        return "the verb form could not stand after '\(old.lower[i - 1])'"
      }
    }
    if old.has(i - 1, [.have, .be]), after.hasPrefix(before),
      ["ed", "d", "n", "en", "ing"].contains(String(after.dropFirst(before.count)))
    {
      return "the verb form could not stand after '\(old.lower[i - 1])'"
    }
    if scope == .sole, !old.passage.isHeadline, isTenseMended(i, j) {
      return "the verb did not stand in the tense of the others"
    }
    // `champion` → `championship`
    if scope == .sole, !old.passage.isHeadline, !old.isCapitalised(i), before.utf8.count >= 4,
      after.hasPrefix(before), words.derivations.contains(String(after.dropFirst(before.count)))
    {
      return "another form of the word belongs there"
    }
    // `who seen` → `who saw`: a participle with nothing before it to stand on.
    if let pasts = words.participles[before], pasts.contains(after), i > 0,
      old.has(i - 1, [.pronoun, .clause]) || old.isContent(i - 1) && scope == .sole
    {
      return "'\(before)' cannot stand without 'have' or 'be'"
    }
    // `differently` → `different`
    if scope > .rewritten, words.adverbEndings.contains(where: { before == after + $0 }) {
      return "the word had to be an adjective"
    }
    // `notable` → `notably`
    if scope == .sole, let ending = words.adverbEndings.first(where: { after.hasSuffix($0) }),
      before.utf8.count >= 4, after.dropLast(ending.count).hasPrefix(before.dropLast(2)),
      !words.adverbEndings.contains(where: { before.hasSuffix($0) })
    {
      return "the word had to be an adverb"
    }
    return nil
  }

  /// Whether a verb in the present was put into the past, in which every other verb of its sentence
  /// stands that shows a tense: `drops` → `dropped` beside `started`.
  private func isTenseMended(_ i: Int, _ j: Int) -> Bool {
    let before = old.lower[i], after = new.lower[j]
    guard words.isPast(after), !words.isPast(before),
      Inflection.areFormsOfOneVerb(before, after)
        || before.hasSuffix("s")
          && Inflection.areFormsOfOneVerb(String(before.dropLast()), after)
    else { return false }
    let others = new.passage.sentence(at: j).filter { $0 != j && new.isWord($0) }
    let isPast = { (position: Int) in
      self.words.pastVerbs.contains(self.new.lower[position])
        || self.new.isContent(position)
          && self.words.isPast(self.new.lower[position]) && self.new.isWord(position - 1)
    }
    return others.contains(where: isPast)
      && !others.contains { words.presentVerbs.contains(new.lower[$0]) }
  }

  /// Whether a word begins with the sound of a vowel, by its letters; nil where they do not tell.
  private func opensWithVowel(_ position: Int) -> Bool? {
    guard position < new.count, let first = new.lower[position].unicodeScalars.first else {
      return nil
    }
    let word = new.lower[position]
    if words.vowelOpenings.contains(where: word.hasPrefix) { return true }
    if words.consonantOpenings.contains(where: word.hasPrefix) { return false }
    if new.isAllCapitals(position) {
      return words.vowelLetters.contains(String(first))
    }
    guard first.properties.isAlphabetic else { return nil }
    return "aeiou".unicodeScalars.contains(first)
  }

  /// Whether a verb at a position agrees with the subject before it; nil where that cannot be told.
  private func agrees(_ reading: Reading, _ position: Int) -> Bool? {
    let sentence = reading.passage.sentence(at: position)
    var start = position
    while start > sentence.lowerBound, reading.tokens[start - 1].kind != .mark,
      !reading.has(start - 1, [.clause, .be, .have, .modal, .saying]), position - start < 8
    {
      start -= 1
    }
    let isPluralVerb = words.pluralVerbs.contains(reading.lower[position])
    // `a wooden one that was`
    if start == position, reading.has(start - 1, .clause), reading.isWord(start - 2) {
      let noun = reading.lower[start - 2]
      if reading.words[start - 2].cardinal == 1 { return !isPluralVerb }
      guard reading.isContent(start - 2), !words.collectives.contains(noun) else { return nil }
      return looksPlural(noun) == isPluralVerb
    }
    // `the list of items`: what stands before the preposition is the subject.
    var head: Int?
    for place in start..<position {
      // `neither of the two was`
      if pair.language.singularWitnesses.contains(reading.lower[place]),
        reading.has(place + 1, .dateJoiner)
      {
        return !isPluralVerb
      }
      if reading.has(place, .pronoun) { return nil }
      if reading.has(place, .numberJoiner) { return isPluralVerb }
      if reading.isFunction(place), !reading.has(place, .article), head != nil { break }
      if reading.isContent(place) { head = place }
    }
    guard let head, reading.isWord(head), !reading.has(head, .cardinal) else { return nil }
    let noun = reading.lower[head]
    if words.collectives.contains(noun) || reading.isCapitalised(head) { return nil }
    return looksPlural(noun) == isPluralVerb
  }

  /// Why a word had to gain or lose its `s`, told by the words around it; nil where they do not tell.
  private func agreement(_ i: Int, _ j: Int, isPlural hasS: Bool) -> String? {
    let before = j > 0 ? new.lower[j - 1] : "", after = j + 1 < new.count ? new.lower[j + 1] : ""
    let keepsBefore = i > 0 && old.lower[i - 1] == before
    let keepsAfter = i + 1 < old.count && old.lower[i + 1] == after
    let language = pair.language
    // A noun, by the word that counts it or the verb that follows it, if that stood there before.
    for (witnesses, asksForS) in [
      (language.singularWitnesses, false), (language.pluralWitnesses, true),
    ] {
      guard
        let witness = [keepsBefore ? before : "", keepsAfter ? after : ""].first(
          where: witnesses.contains)
      else { continue }
      return hasS == asksForS ? "the noun did not agree with '\(witness)'" : nil
    }
    if new.has(j, [.roleHead, .vague]) || new.isCapitalised(j) || !keepsBefore { return nil }
    // `geese who seems`
    if new.has(j - 1, .clause), words.relatives.contains(before), new.isContent(j - 2),
      new.isWord(j - 2), !new.isCapitalised(j - 2), !words.collectives.contains(new.lower[j - 2])
    {
      return isPlural(new.lower[j - 2]) != hasS ? "the verb did not agree with its subject" : nil
    }
    // A verb, by the subject before it: a singular one takes the `s`, a plural one does not.
    if new.isMark(j - 1, ","), new.isFunction(j + 1) {
      return "the verb did not agree with its subject"
    }
    // At a clause's end a noun before a noun looks alike: there `before the tide return` shows it.
    let opensClause = new.has(j - 2, .article) && new.isWord(j - 3) && new.isFunction(j - 3)
    guard new.isWord(j - 1), new.isContent(j - 1), j + 1 < new.count, !new.isContent(j + 1),
      keepsAfter, new.isWord(j + 1) || opensClause && words.openers.contains(new.lower[j - 3])
    else {
      return nil
    }
    return looksPlural(before) != hasS ? "the verb did not agree with its subject" : nil
  }

  // MARK: A small word for another, put in or taken out

  /// One small word for another, where it is all that changed.
  func smallWord(_ i: Int, _ j: Int) -> String? {
    guard scope > .rewritten, areNeighboursKept(i..<i + 1, j..<j + 1) else { return nil }
    let before = old.lower[i], after = new.lower[j]
    if scope == .sole, !old.passage.isHeadline, words.prepositions.contains(before),
      words.prepositions.contains(after)
    {
      let areOpposite = words.oppositePrepositions.contains {
        $0.contains(before) && $0.contains(after)
      }
      // `planned in the autumn`, `planned for the autumn`: when something is, and what is for then.
      let near = j + 1..<min(new.count, j + 4)
      let isBeforeDate = DateReader(reading: new).mentions(in: near).contains {
        $0.range.lowerBound <= j + 2
      }
      // `at the start` → `towards the end`: what follows is another thing.
      let isBeforeSame = (1...2).allSatisfy { step in
        i + step >= old.count || j + step >= new.count
          || old.lower[i + step] == new.lower[j + step]
      }
      return areOpposite || isBeforeDate || !isBeforeSame
        ? nil : "'\(after)' belongs there, not '\(before)'"
    }
    if scope == .sole,
      words.pronounForms.contains(where: { $0.contains(before) && $0.contains(after) })
    {
      return "'\(before)' was the wrong form"
    }
    // `should by` → `should be`
    if old.has(i - 1, .baseFormTaker), new.has(j, .be), !old.has(i, [.be, .have, .pronoun]),
      editDistance(before, after, limit: 1) <= 1
    {
      return "the verb form could not stand after '\(old.lower[i - 1])'"
    }
    // `a` → `at`, `he` → `the`: a letter was missing, and what stood there was a word as well.
    guard old.isFunction(i), new.isFunction(j), before.utf8.count != after.utf8.count,
      editDistance(before, after, limit: 1) <= 1,
      !(old.has(i, [.pronoun, .modal, .be, .have]) && new.has(j, [.pronoun, .modal, .be, .have])),
      !(old.has(i, .article) && new.has(j, .article)),
      !old.has(i, .pronoun) || old.lower[i].utf8.count == 2,
      !old.isNegationWord(i), !new.isNegationWord(j)
    else { return nil }
    return "a letter of '\(after)' was wrong"
  }

  func inserted(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard oldRange.isEmpty, newRange.count == 1, let j = newRange.first,
      new.has(j, .grammar) || scope == .sole && words.droppable.contains(new.lower[j]),
      !new.isCapitalised(j) || new.has(j, .article) && j == new.passage.sentence(at: j).lowerBound,
      j == 0 || new.lower[j - 1] != new.lower[j],
      j + 1 >= new.count || new.lower[j + 1] != new.lower[j],
      areNeighboursKept(oldRange, newRange), !new.isNegationWord(j),
      j == 0 || !words.variantsAfter.contains(new.lower[j - 1]),
      new.isWord(j + 1) || j + 1 == new.count || new.tokens[j + 1].kind == .number,
      !new.passage.isHeadline || j > 0
    else { return nil }
    // Where more was done to the sentence, a small word belongs to the new wording: all but an article.
    let leastScope =
      new.has(j, .auxiliary) || !new.isWord(j - 1) && !new.has(j, .article)
      ? Scope.sole : .tidied
    if scope < leastScope, !new.has(j - 1, .baseFormTaker) { return nil }
    // `police fired` → `police were fired`: a verb that can stand alone was put into the passive.
    if new.has(j, .be), !new.has(j - 1, .baseFormTaker), standsAlone(j + 1) { return nil }
    // Another tense or voice is no slip: the old text was wrong only where a modal has no verb, or
    // where nothing else was done.
    if new.has(j, .auxiliary), !new.has(j - 1, .baseFormTaker),
      scope < .sole || !new.has(j, .be) || new.passage.isHeadline
    {
      return nil
    }
    if new.has(j, .article), new.isCapitalised(j + 1), scope < .sole { return nil }
    if new.quote(around: newRange) != nil, !new.has(j, [.article, .be]),
      !words.prepositions.contains(new.lower[j])
    {
      return nil
    }
    return withNeighbours(.grammar, oldRange, newRange, "a small word was missing")
  }

  /// Whether a word is a past form as well as a participle: `fired`, `shot`.
  private func standsAlone(_ position: Int) -> Bool {
    guard new.isWord(position), new.isContent(position) else { return false }
    let word = new.lower[position]
    return words.isPast(word)
      || words.participles[word] == nil && pair.language.denial.verbOfForm[word] != nil
  }

  func deleted(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard newRange.isEmpty, oldRange.count == 1, let i = oldRange.first, old.isWord(i) else {
      return nil
    }
    let isDoubled =
      i > 0 && old.lower[i - 1] == old.lower[i]
      || i + 1 < old.count && old.lower[i + 1] == old.lower[i]
    if isDoubled { return withNeighbours(.grammar, oldRange, newRange, "a word stood twice") }
    guard scope > .rewritten, areNeighboursKept(oldRange, newRange), i + 1 < old.count else {
      return nil
    }
    let after = old.lower[i + 1]
    // `of the our team`, `a simmering tensions`
    if old.has(i, .article), !old.isCapitalised(i) {
      let isWrong =
        words.determiners.contains(after)
        || pair.language.singularWitnesses.contains(old.lower[i]) && hasPluralHead(i + 1)
      return isWrong
        ? withNeighbours(.grammar, oldRange, newRange, "an article was one too many") : nil
    }
    // `about around`, `in before`
    let isPreposition = { (position: Int) in
      position >= 0 && position < self.old.count
        && self.words.prepositions.contains(self.old.lower[position])
    }
    if scope == .sole, isPreposition(i),
      isPreposition(i + 1) || isPreposition(i - 1)
        || pair.language.bounds.match(at: i, end: i + 1, word: { old.lower[$0] }) != nil
          && pair.language.bounds.match(at: i + 1, end: i + 2, word: { old.lower[$0] }) != nil
    {
      return withNeighbours(.grammar, oldRange, newRange, "a small word was one too many")
    }
    return nil
  }

  /// Whether the noun that an article stands before, past one more word, is a plural: what follows it
  /// is no noun, so that it is not one of two nouns (`a sports field`).
  private func hasPluralHead(_ position: Int) -> Bool {
    (position..<min(position + 2, old.count)).contains { place in
      let noun = old.lower[place]
      let endsThere =
        !old.isContent(place + 1)
        || words.isPast(old.lower[place + 1])
      return old.isContent(place) && old.isWord(place) && endsThere
        && looksPlural(noun) && !noun.hasSuffix("'s") && !old.isCapitalised(place)
        && !old.has(position, [.vague, .collective, .scale])
        && SpellChecker.shared.isWord(String(noun.dropLast()), language: pair.language.code) == true
    }
  }

  /// `it'll costs` → `it will cost`: a contraction written out, and the verb after it mended.
  func expanded(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard oldRange.count == 2, newRange.count == 3, let i = oldRange.last, let j = newRange.last,
      pair.language.contractedFutures.contains(where: { old.lower[i - 1].hasSuffix($0) }),
      old.lower[i - 1].hasPrefix(new.lower[j - 2]), new.has(j - 1, .baseFormTaker),
      SlipFinder.areForms(old.lower[i], new.lower[j]),
      new.lower[j].utf8.count < old.lower[i].utf8.count
    else { return nil }
    return Slip(
      kind: .grammar, old: oldRange, new: newRange,
      because: "the verb form could not stand after '\(new.lower[j - 1])'")
  }
}
