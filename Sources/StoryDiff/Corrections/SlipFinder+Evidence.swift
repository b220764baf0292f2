import StoryLanguage

/// What shows which of two words that are written for each other is meant.
extension SlipFinder {
  /// Which of two words belongs there: more than 0 for the newer one, less for the older, 0 where nothing shows it. The
  /// words beside them do; else the rest of the story, which has the one or the other; else that news hardly ever
  /// means the one (`pubic`).
  func evidence(_ i: Int, _ j: Int) -> Int {
    let before = old.lower[i], after = new.lower[j]
    // `since thirty years` → `for thirty years`
    if words.spanPrepositions[before] == after || words.spanPrepositions[after] == before {
      return isSpan(j + 1) ? words.spanPrepositions[before] == after ? 1 : -1 : 0
    }
    let isContracted = after.contains("'")
    if before.contains("'") != isContracted, asksForVerb(j) { return isContracted ? 1 : -1 }
    // Of two that the data does not pair it may say only of one where it stands.
    let arePaired = [pair.language.confusables, words.wrongWords, words.wrongForms, words.variants]
      .contains { $0[before]?.contains(after) == true }
    let fitted = arePaired && fits(old, i) == true, fitsNow = arePaired && fits(new, j) == true
    if fitted != fitsNow { return fitsNow ? 1 : -1 }
    // `the principal, Ada Orr`: a title before a name.
    func isTitle(_ reading: Reading, _ position: Int) -> Bool {
      let name = reading.isMark(position + 1, ",") ? position + 2 : position + 1
      return reading.has(position, .roleHead) && reading.isCapitalised(name)
        && reading.isContent(name) && reading.isCapitalised(name + 1)
    }
    if arePaired, old.has(i, .roleHead) != new.has(j, .roleHead) {
      if isTitle(new, j) { return 1 }
      if isTitle(old, i) { return -1 }
    }
    // `Mr Orr lead by two`: of one person no base form is said.
    let denial = pair.language.denial
    if arePaired, denial.areIrregularForms(before, after),
      subject(old, before: i) == .singular, subject(new, before: j) == .singular,
      denial.irregularBases.contains(before) != denial.irregularBases.contains(after)
    {
      return denial.irregularBases.contains(before) ? 1 : -1
    }
    let likelier = likelihood(j, over: i)
    // `Trial`, `trials`: in a headline, or as one of many.
    func stands(_ word: String, inOld: Bool) -> Bool {
      [word, word.prefix(1).uppercased() + word.dropFirst(), word + "s"].contains {
        pair.vocabulary.find($0).map { pair.occurs($0, inOld: inOld) } ?? false
      }
    }
    if !old.isFunction(i), !new.isFunction(j) {
      let isElsewhere = stands(after, inOld: true), wasElsewhere = stands(before, inOld: false)
      if isElsewhere != wasElsewhere, abs(likelier) < 2 * SlipFinder.likely {
        return isElsewhere ? 1 : -1
      }
    }
    let isOwn = arePaired && keepsOwnCompany(old, i),
      isOwnNow = arePaired && keepsOwnCompany(new, j)
    if isOwn != isOwnNow { return isOwnNow ? 1 : -1 }
    if arePaired {
      let topics = topics(after) - topics(before)
      if topics != 0 { return topics }
    }
    let isRare = words.rareWords.contains(before), isRareNow = words.rareWords.contains(after)
    if isRare != isRareNow { return isRare ? 1 : -1 }
    return abs(likelier) >= SlipFinder.likely ? likelier : 0
  }

  /// `It's safe`, `they say they're angry`, where it might be `its` and `their`: whether it is one of such words, in a
  /// clause without another verb.
  private func asksForVerb(_ j: Int) -> Bool {
    let word = new.lower[j]
    func isOwner(_ word: String) -> Bool {
      words.possessives.contains(word) || words.questionWords.contains(word)
    }
    let others = pair.language.confusables[word] ?? []
    guard !new.passage.isHeadline,
      isOwner(word) && others.contains(where: isContraction)
        || isContraction(word) && others.contains(where: isOwner)
    else { return false }
    let sentence = new.passage.sentence(at: j)
    func ends(_ position: Int) -> Bool {
      new.tokens[position].kind == .mark || new.has(position, [.clause, .that, .saying])
    }
    let start = (sentence.lowerBound..<j).last(where: ends).map { $0 + 1 } ?? sentence.lowerBound
    let end = (j + 1..<sentence.upperBound).first(where: ends) ?? sentence.upperBound
    let hasVerb = (start..<end).contains { position in
      position != j
        && (new.has(position, [.be, .have, .modal, .auxiliary])
          || isPastForm(new.lower[position]) || words.presentVerbs.contains(new.lower[position])
          || new.isContent(position) && looksPlural(new.lower[position]))
    }
    // `its leader quit`
    let isSubject =
      new.isContent(j + 1) && new.isContent(j + 2) && j + 2 < end && !isAdverb(new.lower[j + 1])
    return !hasVerb && !isSubject && end - start >= 2
  }

  /// `it's`, `they're`
  private func isContraction(_ word: String) -> Bool {
    pair.language.denial.contractions.keys.contains(where: word.hasSuffix)
      || word != word.withoutPossessive
        && (words.questionWords.contains(word.withoutPossessive)
          || words.singularSubjects.contains(word.withoutPossessive))
  }

  /// How many words the story has, in either version, of those that a word is told with.
  private func topics(_ word: String) -> Int {
    (words.topics[word] ?? []).count { topic in
      [topic, topic.prefix(1).uppercased() + topic.dropFirst()].contains { text in
        pair.vocabulary.find(text).map {
          pair.occurs($0, inOld: true) && pair.occurs($0, inOld: false)
        } ?? false
      }
    }
  }

  /// Whether so many years or days begin there, and not those since when.
  private func isSpan(_ position: Int) -> Bool {
    var place = position
    while new.has(place, [.cardinal, .vague, .scale])
      || place < new.count && new.tokens[place].kind == .number && new.lower[place].utf8.count < 4
    {
      place += 1
    }
    return place > position && place < new.count && words.spanUnits.contains(new.lower[place])
  }

  /// Whether a word stands beside one that it alone stands beside, and not what it is written for: `rein in`.
  private func keepsOwnCompany(_ reading: Reading, _ position: Int) -> Bool {
    guard let fit = words.fits[reading.lower[position]] else { return false }
    func has(_ words: Set<String>, _ place: Int) -> Bool {
      !words.isEmpty && place >= 0 && place < reading.count
        && words.contains(reading.lower[place].withoutPossessive)
    }
    // Most nouns stand before `of`.
    return has(fit.before, position + 1) && !reading.has(position + 1, .dateJoiner)
      || has(fit.ownAfter, position - 1)
      || isNear(fit, reading, position)
  }

  /// Whether a confusable word can stand where it stands; nil where the data does not say.
  func fits(_ reading: Reading, _ position: Int) -> Bool? {
    guard let fit = words.fits[reading.lower[position]] else { return nil }
    var before = position > 0 ? reading.lower[position - 1] : ""
    // `a strange phenomena`: what tells how many stands before the adjective.
    if fit.isAfterAdjectives, !fit.after.contains(before), reading.isContent(position - 1),
      reading.isWord(position - 2), !isPlural(before)
    {
      before = reading.lower[position - 2]
    }
    let after =
      position + 1 < reading.count ? reading.lower[position + 1].withoutPossessive : ""
    // `its believed to be`, `its got a`: a participle, no noun.
    // `your simply expected`
    let isAdverbNext =
      position + 2 < reading.count && isAdverb(after) && reading.isWord(position + 2)
    let verb = isAdverbNext ? position + 2 : position + 1
    let form = verb < reading.count ? reading.lower[verb] : ""
    let isParticiple =
      (words.isPast(form) || reading.has(verb, .saying)
        || pair.language.denial.irregularPasts.contains(form) || words.participles[form] != nil)
      && (!reading.isContent(verb + 1) || reading.has(verb + 1, .cardinal)
        || verb + 1 < reading.count && reading.tokens[verb + 1].kind == .number)
    // `who owns the lock`
    let isBeforeVerb =
      isPastForm(after)
      || looksPlural(after) && position + 2 < reading.count
        && words.determiners.contains(reading.lower[position + 2])
    let isBeforeNoun =
      reading.isWord(position + 1) && reading.isContent(position + 1) && !isParticiple
    let partners = (pair.language.confusables[reading.lower[position]] ?? [])
      .compactMap { words.fits[$0] }
    // `who now runs a shop`
    if fit.isBeforePasts, verb > position + 1,
      fit.before.contains(form) || isPastForm(form) || looksPlural(form)
    {
      return true
    }
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
      || fit.isBeforePlurals
        && (isBeforeNoun && isPlural(after) || isBeforeSeveral(reading, position)
          || boundsCount(reading, position))
      || fit.isBeforeSubjects && isBeforeSubject(reading, position)
      || fit.isBeforeDates
        && (reading.has(position + 1, .weekday)
          || reading.has(position + 1, .month) && reading.isCapitalised(position + 1))
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

  /// `fewer of the songs`
  private func isBeforeSeveral(_ reading: Reading, _ position: Int) -> Bool {
    let noun = position + 3
    return reading.has(position + 1, .dateJoiner) && reading.isWord(noun)
      && words.determiners.contains(reading.lower[position + 2]) && reading.isContent(noun)
      && isPlural(reading.lower[noun])
  }

  /// `fewer than 30 cars`: a bound of how many things there are, and not of a measure.
  private func boundsCount(_ reading: Reading, _ position: Int) -> Bool {
    let noun = position + 3, language = pair.language
    return reading.bound(position..<position + 2) != nil && isCounted(position + 2, reading)
      && reading.isWord(noun) && reading.isContent(noun) && isPlural(reading.lower[noun])
      && reading.match(language.units, noun, end: reading.count) == nil
      && reading.match(language.currencies, noun, end: reading.count) == nil
  }

  /// `whom managers accused of`: a plural and a verb in the past that is not one of saying.
  private func isBeforeSubject(_ reading: Reading, _ position: Int) -> Bool {
    guard reading.isWord(position + 1), reading.isContent(position + 1),
      isPlural(reading.lower[position + 1]), reading.isWord(position + 2)
    else { return false }
    return isPastForm(reading.lower[position + 2])
      && !reading.has(position + 2, [.saying, .be, .have])
  }

  /// `flouting its own rules`: whether one of the words that a word is said of follows soon.
  private func isNear(_ fit: Language.SlipWords.Fit, _ reading: Reading, _ position: Int) -> Bool {
    guard !fit.near.isEmpty || !fit.behind.isEmpty else { return false }
    let sentence = reading.passage.sentence(at: position)
    let end = min(position + SlipFinder.nearby, sentence.upperBound)
    let start = max(position - SlipFinder.nearby + 1, sentence.lowerBound)
    return (position..<max(position, end)).contains { fit.near.contains(reading.lower[$0]) }
      || (start..<max(start, position)).contains { fit.behind.contains(reading.lower[$0]) }
  }

  /// How many words on a word is looked for that shows which of two is meant.
  private static let nearby = 6

  /// `Rangers advices campers` → `advise`: a noun in the form of many for a verb that is written like it.
  func isConfusedForm(_ i: Int, _ j: Int) -> Bool {
    let before = old.lower[i], after = new.lower[j], paired = pair.language.confusables
    guard isAlone, !old.isCapitalised(i), before.hasSuffix("s") != after.hasSuffix("s"),
      paired[before]?.contains(after) != true,
      before.hasSuffix("s")
        ? paired[String(before.dropLast())]?.contains(after) == true
        : paired[before]?.contains(String(after.dropLast())) == true,
      areNeighboursKept(i..<i + 1, j..<j + 1), let number = clauseSubject(new, verb: j)
    else { return false }
    return number != .either && (number == .singular) == after.hasSuffix("s")
  }

  /// `a slower pace than`: whether a word that compares stands a word or two before.
  func isComparison(_ reading: Reading, before position: Int) -> Bool {
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
}
