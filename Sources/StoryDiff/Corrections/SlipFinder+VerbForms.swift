import StoryLanguage

/// Forms of one word: articles, verbs after what asks for a form, tenses, adjectives and adverbs.
extension SlipFinder {
  /// Why one form of a word had to be another; nil where nothing shows it.
  func inflection(_ i: Int, _ j: Int) -> String? {
    let before = old.lower[i], after = new.lower[j]
    if let reason = article(i, j) { return reason.isEmpty ? nil : reason }
    if pair.language.agreement[before]?.contains(after) == true { return auxiliaryAgreement(i, j) }
    // `burst` → `bursted`
    if isPastTwice(after, of: before) { return nil }
    // `towards`, `toward`
    if words.prepositions.contains(before), words.prepositions.contains(after) { return nil }
    // `has paid it last week` → `had`
    if isAlone, old.has(i, .have), new.has(j, .have), pair.language.agreement[before] != nil,
      isPastForm(after), new.isContent(j + 1), isDated(j) || isBesidePastClause(j)
    {
      return "the verb did not stand in the tense of the others"
    }
    if let reason = otherAuxiliary(i, j) { return reason }
    // `have did` → `have done`
    if old.has(i - 1, [.have, .be]), new.has(j - 1, [.have, .be]), old.isFunction(i),
      words.participles[after]?.contains(before) == true
    {
      return standsWrong(after: i - 1)
    }
    // `it done its best` → `it did`
    if scope > .rewritten, old.isFunction(i) || new.isFunction(j),
      words.participles[before]?.contains(after) == true,
      old.has(i - 1, .pronoun),
      words.singularSubjects.contains(old.lower[i - 1])
        || words.pluralSubjects.contains(old.lower[i - 1]), !old.has(i - 2, [.have, .be])
    {
      return "'\(before)' cannot stand without 'have' or 'be'"
    }
    if isAlone, let reason = compared(i, j) { return reason.isEmpty ? nil : reason }
    // `the owner, Lorn Estates, already own a third` → `owns`: `own` is no verb elsewhere.
    if isAlone, old.isFunction(i) != new.isFunction(j), SlipFinder.areForms(before, after),
      min(before.utf8.count, after.utf8.count) >= 3,
      !old.has(i, [.pronoun, .modal, .auxiliary]), !new.has(j, [.pronoun, .modal, .auxiliary])
    {
      return distantAgreement(j, isSingular: after.utf8.count > before.utf8.count)
    }
    guard !old.isFunction(i), !new.isFunction(j), isOneOfSeveral(old, i) == isOneOfSeveral(new, j)
    else { return nil }
    if let reason = participleEnding(i, j) ?? finiteEnding(i, j) ?? verbNumber(i, j)
      ?? infinitive(i, j) ?? infinitiveAtEnd(i, j)
    {
      return reason
    }
    guard !pair.language.agreement.isEmpty else { return nil }
    if let reason = afterModal(i, j) { return reason }
    // `hides` → `hid` is another tense.
    let denial = pair.language.denial
    let isPastNow =
      denial.irregularPasts.contains(after) && !denial.irregularBases.contains(after)
      && denial.areIrregularForms(before, after)
    // `40 peoples were hurt`
    if scope > .rewritten, isCounted(i - 1, old), isPlural(before), isWrongNumber(i, j) {
      return "the noun did not agree with '\(old.lower[i - 1])'"
    }
    if SlipFinder.areForms(before, after), !isPastNow {
      return agreement(i, j, isPlural: after.utf8.count > before.utf8.count)
    }
    if let reason = afterSubject(i, j) ?? besidePast(i, j) { return reason }
    // `every children` → `every child`
    if !old.has(i, .saying), !new.has(j, .saying), !isPastNow, isPlural(before) != isPlural(after),
      Inflection.areFormsOfOneNoun(before, after, pair.language)
    {
      return agreement(i, j, isPlural: isPlural(after))
    }
    if scope > .rewritten, isNounMissing(i, j) { return "a noun belongs there" }
    guard i > 0, j > 0, old.lower[i - 1] == new.lower[j - 1] else { return nil }
    if let reason = afterVerb(i, j) { return reason }
    guard !old.has(i, .saying), !new.has(j, .saying) else { return nil }
    return tense(i, j) ?? otherWord(i, j)
  }

  func standsWrong(after place: Int) -> String {
    "the verb form could not stand after '\(old.lower[place])'"
  }

  /// `splitted` of `split`: an ending on what is a past without one.
  private func isPastTwice(_ word: String, of past: String) -> Bool {
    words.invariantPasts.contains(past) && (word == past + "ed" || word.dropLast(3) == past)
  }

  // MARK: Articles

  /// Why an article had to be the other one; nil where the edit is no such exchange, empty where the
  /// article fitted.
  private func article(_ i: Int, _ j: Int) -> String? {
    let before = old.lower[i], after = new.lower[j]
    guard old.has(i, .article), new.has(j, .article),
      words.articleBeforeVowel.contains(after)
        || words.articleBeforeVowel.contains(before), before != after,
      words.articleBeforeConsonant.contains(after) || words.articleBeforeConsonant.contains(before)
    else { return nil }
    let isQuoted =
      new.tokens.indices.contains(j + 1) && new.tokens[j + 1].word == pair.tokenizer.marks.quote
    guard let opensWithVowel = opensWithVowel(isQuoted ? j + 2 : j + 1, new) else { return "" }
    return opensWithVowel == words.articleBeforeVowel.contains(after)
      ? "the article did not fit the word after it" : ""
  }

  /// Whether a word begins with the sound of a vowel, by its letters; nil where they do not tell.
  func opensWithVowel(_ position: Int, _ reading: Reading) -> Bool? {
    guard position < reading.count, let first = reading.lower[position].unicodeScalars.first else {
      return nil
    }
    let word = reading.lower[position]
    // `an 88th-minute winner`, `an 11-year-old`
    let digits = word.utf8.prefix { $0 &- 48 < 10 }
    if let figure = digits.first {
      return figure == UInt8(ascii: "8") || digits.elementsEqual("11".utf8)
        || digits.elementsEqual("18".utf8)
    }
    if words.vowelOpenings.contains(where: word.hasPrefix) { return true }
    if words.consonantOpenings.contains(where: word.hasPrefix) { return false }
    if areInitials(position, reading) {
      let vowels = "aeiou".unicodeScalars
      let isSpelled = word.withoutPossessive.unicodeScalars.allSatisfy { !vowels.contains($0) }
      let opens = words.vowelLetters.contains(String(first))
      // `a NATO panel`, `an FBI agent`: read letter by letter, or as a word.
      return isSpelled || opens == vowels.contains(first) ? opens : nil
    }
    guard first.properties.isAlphabetic else { return nil }
    return "aeiou".unicodeScalars.contains(first)
  }

  /// `MP`, `MP's`
  private func areInitials(_ position: Int, _ reading: Reading) -> Bool {
    if reading.isAllCapitals(position) { return true }
    let word = reading.lower[position]
    let owner = word.withoutPossessive.utf8.count
    return owner >= 2 && owner < word.utf8.count
      && reading.passage.text(of: position..<position + 1).utf8.prefix(owner)
        .allSatisfy { $0 &- 65 < 26 }
  }

  // MARK: Verbs after what asks for a form

  /// Whether a word is the past of a base form: `confirm`, `confirmed`; `run`, `ran`.
  func isPast(_ past: String, of base: String) -> Bool {
    guard past != base else { return false }
    let denial = pair.language.denial
    if denial.irregularBases.contains(base), denial.areIrregularForms(base, past) {
      return denial.irregularPasts.contains(past)
    }
    guard words.isPast(past), !words.isPast(base), base.utf8.count >= 3 else { return false }
    let rest = past.dropLast(2)
    // `stop`, `stopped`; `reply`, `replied`; `raise`, `raised`
    return rest == base || past == base + "d"
      || base.hasSuffix("y") && rest == base.dropLast() + "i"
      || rest.dropLast() == base && rest.last == base.last
  }

  /// `layed` → `laid`: the past of a verb as if it were regular, which no dictionary has.
  func isRegularised(_ i: Int, _ j: Int) -> Bool {
    let before = old.lower[i], after = new.lower[j], denial = pair.language.denial
    guard words.isPast(before), !old.isCapitalised(i), isMisspelt(old, i), !isMisspelt(new, j)
    else { return false }
    // `splitted` → `split`
    if isPastTwice(before, of: after) { return true }
    return [before.dropLast(), before.dropLast(2), before.dropLast(3)].map(String.init).contains {
      denial.irregularBases.contains($0) && $0 != after && denial.areIrregularForms($0, after)
    }
  }

  /// `A clerk confirm` → `confirmed`, `what cause` → `caused`: no base form stands after one subject.
  private func afterSubject(_ i: Int, _ j: Int) -> String? {
    guard isAlone, !old.passage.isHeadline, i > 0, j > 0, old.lower[i - 1] == new.lower[j - 1],
      isPast(new.lower[j], of: old.lower[i])
    else { return nil }
    let isAfterOne =
      words.singularSubjects.contains(old.lower[i - 1])
      && !(i > 1 && words.lettingVerbs.contains(old.lower[i - 2]))
    let isNounBefore =
      (old.isWord(i - 1) && old.isContent(i - 1) || old.isMark(i - 1, ","))
      && !old.isContent(i + 1)
    guard
      isAfterOne
        || isNounBefore && subject(old, before: i) == .singular
          && subject(new, before: j) == .singular && !startsPlain(i)
    else { return nil }
    return "the verb did not agree with its subject"
  }

  /// Whether a modal or `to` stands somewhere before in the clause, so that a base form may follow.
  func startsPlain(_ verb: Int) -> Bool {
    let start = old.passage.sentence(at: verb).lowerBound
    return (max(start, verb - 6)..<verb).contains { old.has($0, .baseFormTaker) }
  }

  /// Whether one of two forms could not stand after `be` or `have`, in one version or the other: `is
  /// expect`, `is expected`.
  func isUnfinished(_ i: Int, _ j: Int) -> Bool {
    let before = old.lower[i], after = new.lower[j]
    guard i > 0, j > 0 else { return false }
    // `was not use`
    let lead = old.isNegationWord(i - 1) ? i - 2 : i - 1
    return old.lower[i - 1] == new.lower[j - 1] && old.has(lead, [.have, .be])
      && !old.isFunction(i) && !words.adjectiveVerbs.contains(before) && isForm(after, of: before)
  }

  /// `expected`, `planning`, `making`: a base form and an ending of a participle.
  private func isForm(_ form: String, of base: String) -> Bool {
    func ends(_ stem: String, _ endings: [String]) -> Bool {
      form.hasPrefix(stem) && endings.contains(String(form.dropFirst(stem.count)))
    }
    guard let last = base.last else { return false }
    return ends(base, ["ed", "d", "n", "en", "ing"])
      || base.count >= 3 && ends(base + String(last), ["ed", "ing"])
      || base.count >= 4 && last == "e" && ends(String(base.dropLast()), ["ing"])
  }

  /// Why the base form had to stand after a modal, `to` or `did not`: `would allows`, `to signing`, `did not
  /// went`, `could been`.
  func afterModal(_ i: Int, _ j: Int) -> String? {
    guard i > 0, j > 0, old.lower[i - 1] == new.lower[j - 1] else { return nil }
    let before = old.lower[i], after = new.lower[j]
    let isDenied =
      old.isNegationWord(i - 1) && i > 1 && j > 1 && old.lower[i - 2] == new.lower[j - 2]
    let lead = isDenied ? i - 2 : i - 1
    let deniesVerb = pair.language.negativeSuffixes.contains { old.lower[lead].hasSuffix($0) }
    // `close to signing` → `agree to sign`: `to` belongs to what stands before it.
    let isAfterOther =
      !old.has(lead, [.modal, .auxiliary]) && i > 1 && j > 1
      && old.lower[i - 2] != new.lower[j - 2]
    // `opposed to building`: there `to` is a preposition.
    let isPreposition = lead > 0 && words.takes[old.lower[lead - 1]] == old.lower[lead]
    guard old.has(lead, .baseFormTaker) || deniesVerb, !isAfterOther, !isPreposition else {
      return nil
    }
    let ending = String(before.dropFirst(after.count))
    let isOtherForm =
      before.hasPrefix(after) && ["ed", "d", "ing"].contains(ending)
      || before.utf8.count > after.utf8.count && SlipFinder.areForms(before, after)
      || isPast(before, of: after)
      || isAlone && !after.hasSuffix("ed")
        && pair.language.denial.areIrregularForms(before, after)
        && (pair.language.denial.irregularBases.contains(after)
          || !pair.language.denial.irregularPasts.contains(after))
    return isOtherForm ? standsWrong(after: lead) : nil
  }

  /// `has grew` → `had grown`: a verb form that no `have` takes, mended with the form of `have`.
  func perfect(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard oldRange.count == 2, newRange.count == 2, let i = oldRange.last, let j = newRange.last,
      old.has(i - 1, .have), new.has(j - 1, .have),
      words.participles[new.lower[j]]?.contains(old.lower[i]) == true
    else { return nil }
    return Slip(
      kind: .grammar, old: oldRange, new: newRange, because: standsWrong(after: i - 1))
  }

  private func afterVerb(_ i: Int, _ j: Int) -> String? {
    let before = old.lower[i], after = new.lower[j]
    // `had went` → `had gone`, `were gave` → `were given`, `had never saw` → `had never seen`
    let start = old.passage.sentence(at: i).lowerBound
    var lead = i - 1
    while lead > start, isAdverb(old.lower[lead]) || old.isNegationWord(lead) { lead -= 1 }
    if old.has(lead, [.have, .be]), words.participles[after]?.contains(before) == true {
      return standsWrong(after: lead)
    }
    // `was build` → `was built`
    let denial = pair.language.denial
    if old.has(i - 1, [.have, .be]), denial.irregularBases.contains(before),
      denial.areIrregularForms(before, after), !words.adjectiveVerbs.contains(before),
      words.participles[after] != nil
        || denial.irregularPasts.contains(after)
          && !words.participles.contains(where: { $0.value.contains(after) })
    {
      return standsWrong(after: i - 1)
    }
    // `has spend` → `has spent`
    if old.has(i - 1, .have), before.utf8.count == after.utf8.count, before.utf8.count >= 4,
      before.dropLast() == after.dropLast()
    {
      return standsWrong(after: i - 1)
    }
    if isUnfinished(i, j) { return standsWrong(after: i - 1) }
    // `succeeded in open the door` → `in opening`
    if isAlone, isForm(after, of: before), opensObject(old, i + 1), !old.isMark(i - 1, "-"),
      pair.language.denial.gerundEndings.contains(where: after.hasSuffix),
      words.prepositions.contains(old.lower[i - 1]),
      !old.has(i - 1, .baseFormTaker) || i > 1 && words.takes[old.lower[i - 2]] == old.lower[i - 1]
    {
      return standsWrong(after: i - 1)
    }
    // `denied steal` → `denied stealing`
    if isAlone, words.gerundTakers.contains(old.lower[i - 1]), isForm(after, of: before),
      pair.language.denial.gerundEndings.contains(where: after.hasSuffix)
    {
      return standsWrong(after: i - 1)
    }
    // `best know` → `best known`
    if isAlone, words.participleLeads.contains(old.lower[i - 1]), after.hasPrefix(before),
      ["ed", "d", "n", "en"].contains(String(after.dropFirst(before.count)))
    {
      return standsWrong(after: i - 1)
    }
    // `who seen` → `who saw`: a participle with nothing before it to stand on.
    // `the deer come down`, `the deer came down`
    if denial.irregularBases.contains(before), subject(old, before: i) != .singular,
      !words.singularSubjects.contains(old.lower[i - 1])
    {
      return nil
    }
    if let pasts = words.participles[before], pasts.contains(after),
      old.has(i - 1, [.pronoun, .clause]) || old.isContent(i - 1) && isAlone
        || isBehindRelativeClause(i)
        // `few ever seen a wolf`
        || lead < i - 1 && isAlone && opensObject(new, j + 1)
          && old.has(lead, [.pronoun, .clause, .vague])
    {
      return "'\(before)' cannot stand without 'have' or 'be'"
    }
    return nil
  }

  // MARK: Another kind of word

  /// `the town's increasingly reliant on` → `increasing reliance on`: an adjective of which no noun follows, after
  /// what says whose it is.
  private func isNounMissing(_ i: Int, _ j: Int) -> Bool {
    let before = old.lower[i], after = new.lower[j]
    let isNoun = words.nounEndings.contains { endings in
      guard let ending = endings.first, let other = endings.last else { return false }
      return before.hasSuffix(ending) && after.hasSuffix(other)
        && before.dropLast(ending.count) == after.dropLast(other.count)
    }
    guard isNoun, !old.isContent(i + 1), !new.isContent(j + 1) else { return false }
    func owns(_ position: Int) -> Bool {
      guard position >= 0 else { return false }
      let word = new.lower[position]
      return words.possessives.contains(word) || word != word.withoutPossessive
        || word.hasSuffix("'")
    }
    return owns(j - 1) || new.isContent(j - 1) && owns(j - 2)
  }

  /// `notably`, of `notable`; `steadily`, of `steady`; `basically`, of `basic`.
  private func isAdverb(_ adverb: String, of adjective: String, _ ending: String) -> Bool {
    let stem = adverb.dropLast(ending.count)
    return stem == adjective || stem == adjective.dropLast() || stem == adjective.dropLast(2)
      || stem == adjective.dropLast() + "i" || stem == adjective + "al"
  }

  private func otherWord(_ i: Int, _ j: Int) -> String? {
    let before = old.lower[i], after = new.lower[j]
    // `most cruelest` → `most cruel`
    if let endings = words.degrees[old.lower[i - 1]],
      endings.contains(where: { before.hasSuffix($0) && before.hasPrefix(after.dropLast()) }),
      before.utf8.count > after.utf8.count
    {
      return "the word was compared twice"
    }
    // `champion` → `championship`
    if scope == .sole, !old.passage.isHeadline, !old.isCapitalised(i), before.utf8.count >= 4,
      after.hasPrefix(before), words.derivations.contains(String(after.dropFirst(before.count))),
      !words.adverbEndings.contains(String(after.dropFirst(before.count))), companyGained(i, j) >= 0
    {
      return "another form of the word belongs there"
    }
    // `differently` → `different`
    if scope > .rewritten, words.adverbEndings.contains(where: { before == after + $0 }) {
      // `entirely reliant` → `entire reliance`
      let isBeforeNoun =
        old.isWord(i + 1) && new.isWord(j + 1) && old.lower[i + 1] != new.lower[j + 1]
        && isNounMissing(i + 1, j + 1)
      return isBeforeNoun || adverbFits(i, j) == true ? "the word had to be an adjective" : nil
    }
    // `notable` → `notably`
    // Between `be` and a participle it had to be one, whatever else was changed: `was serious hurt`.
    let isInPassive =
      old.has(i - 1, .be) && areNeighboursKept(i..<i + 1, j..<j + 1)
      && isParticiple(new, j + 1)
    if isAlone || isInPassive,
      let ending = words.adverbEndings.first(where: { after.hasSuffix($0) }),
      before.utf8.count >= 4, isAdverb(after, of: before, ending),
      !words.adverbEndings.contains(where: { before.hasSuffix($0) })
    {
      return adverbFits(i, j) == true ? "the word had to be an adverb" : nil
    }
    return nil
  }
}
