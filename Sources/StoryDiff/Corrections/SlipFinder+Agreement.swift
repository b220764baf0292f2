import StoryLanguage

/// Whether a noun has the number that the words around it ask for, and a verb that of its subject.
extension SlipFinder {
  /// How many a subject is.
  enum Number {
    case singular, plural
    /// A house's style: `the team has`, `the team have`.
    case either
  }

  /// `work`, `works`; `box`, `boxes`; `body`, `bodies`.
  static func areForms(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
    return long == short + "s" || long == short + "es"
      || short.hasSuffix("y") && long == short.dropLast() + "ies"
  }

  /// By its letters alone: `ports`, not `press`.
  func looksPlural(_ noun: String) -> Bool {
    noun.hasSuffix("s") && !words.singularEndings.contains(where: noun.hasSuffix)
  }

  /// By its letters, or as a plural of its own: `geese`, `women`.
  func isPlural(_ noun: String) -> Bool {
    looksPlural(noun) || words.plainPlurals.contains(noun)
      || pair.language.numbers.plurals.contains { one, many in
        one.utf8.count >= 3 && noun.hasSuffix(many) && !many.hasSuffix("s")
      }
  }

  /// Whether a verb that has two numbers agrees with the subject before it; nil where that cannot be told.
  func agrees(_ reading: Reading, _ verb: Int) -> Bool? {
    guard let number = subject(reading, before: verb), number != .either else { return nil }
    return (number == .plural) == words.pluralVerbs.contains(reading.lower[verb])
  }

  /// `the list of items are` → `is`
  func auxiliaryAgreement(_ i: Int, _ j: Int) -> String? {
    // The subject of the older verb may have been another one.
    let one = subject(old, before: i), other = subject(new, before: j)
    if let one, let other, one != other { return nil }
    // `Everyone at the school was` → `Some at the school were`
    let (start, startNow) = (
      old.passage.sentence(at: i).lowerBound, new.passage.sentence(at: j).lowerBound
    )
    if old.lower[start] != new.lower[startNow], i - start == j - startNow { return nil }
    guard isAlone || areNeighboursKept(i..<i + 1, j..<j + 1), one != .either, other != .either,
      agrees(old, i) != true || agrees(new, j) == true
    else { return nil }
    return "the verb did not agree with its subject"
  }

  /// `two shelters has been opened` → `had`: another tense that agrees with the subject as well, where the older form
  /// did not.
  func otherAuxiliary(_ i: Int, _ j: Int) -> String? {
    let before = old.lower[i], after = new.lower[j]
    guard scope > .rewritten, areNeighboursKept(i..<i + 1, j..<j + 1),
      old.has(i, .have) && new.has(j, .have) || old.has(i, .be) && new.has(j, .be),
      pair.language.agreement[before] != nil, agrees(old, i) == false,
      pair.language.agreement[after] == nil || agrees(new, j) == true
    else { return nil }
    return "the verb did not agree with its subject"
  }

  /// `A shortage of parts mean that` → `means`: a verb whose subject does not stand beside it. What
  /// follows shows that it is a verb.
  func distantAgreement(_ j: Int, isSingular: Bool) -> String? {
    // `groups says the cap`: a verb of saying shows that it is one.
    let isTidy =
      scope == .tidied && new.has(j, .saying) && new.has(j + 1, [.article, .that, .pronoun])
    guard isAlone || isTidy, !new.passage.isHeadline, j > 0 else { return nil }
    let isVerb =
      new.has(j, .saying) || new.isMark(j - 1, ",")
      || words.adverbs.contains(new.lower[j - 1])
      // `drivers who fails to stop`, `the dates agrees closely`
      || new.has(j - 1, .clause) && words.relatives.contains(new.lower[j - 1])
      || new.isWord(j + 1) && isAdverb(new.lower[j + 1])
      || new.has(j + 1, [.article, .pronoun, .clause])
      || j + 1 < new.count && words.determiners.contains(new.lower[j + 1])
    guard isVerb, let number = subject(new, before: j), number != .either else { return nil }
    return (number == .singular) == isSingular ? "the verb did not agree with its subject" : nil
  }

  // MARK: A word and its `s`

  /// Why a word had to gain or lose its `s`, told by the words around it; nil where they do not tell.
  func agreement(_ i: Int, _ j: Int, isPlural hasS: Bool) -> String? {
    let before = j > 0 ? new.lower[j - 1] : "", after = j + 1 < new.count ? new.lower[j + 1] : ""
    let keepsBefore = i > 0 && old.lower[i - 1] == before
    let keepsAfter = i + 1 < old.count && old.lower[i + 1] == after
    let language = pair.language
    // `the children were` → `the childrens were`
    if hasS, isMisspelt(new, j) || isPlural(old.lower[i]) { return nil }
    // `cost` → `costs`: another tense.
    if words.invariantPasts.contains(hasS ? old.lower[i] : new.lower[j]), !hasS || isAlone {
      let isMany = (clauseSubject(new, verb: j) ?? subject(new, before: j)) == .plural
      return isMany && !hasS ? "the verb did not agree with its subject" : nil
    }
    if isAlone, areNeighboursKept(i..<i + 1, j..<j + 1),
      let number = clauseSubject(new, verb: j), number != .either
    {
      return (number == .singular) == hasS ? "the verb did not agree with its subject" : nil
    }
    if keepsBefore, hasS, isAlone, let witness = pluralWitness(j) {
      return "the noun did not agree with '\(witness)'"
    }
    if keepsBefore, let reason = distantAgreement(j, isSingular: hasS) { return reason }
    // `Three in ten drink more`
    if isShare(j - 1) {
      return !hasS && isAlone ? "the verb did not agree with its subject" : nil
    }
    // A noun, by the word that counts it or the verb that follows it, if that stood there before.
    // `one of the men was`: the verb goes with another noun.
    let isHead = !(max(0, j - 2)..<j).contains { words.prepositions.contains(new.lower[$0]) }
    let isBeforeVerb = new.has(j + 1, [.be, .have]) && isHead
    // `forty trees`, `18 workers`
    if hasS, keepsBefore, isAlone || isCounted(i - 1, old), isCounted(j - 1, new),
      !new.isContent(j + 1) || words.prepositions.contains(new.lower[j + 1])
        || words.places.contains(new.lower[j + 1]) || isPastForm(new.lower[j + 1]),
      !new.isMark(j + 1, "-"), !new.isCapitalised(j)
    {
      return "the noun did not agree with '\(before)'"
    }
    for witness in [keepsBefore ? before : "", keepsAfter && isBeforeVerb ? after : ""] {
      let isSingular = language.singularWitnesses.contains(witness)
      guard isSingular || language.pluralWitnesses.contains(witness) else { continue }
      return hasS != isSingular ? "the noun did not agree with '\(witness)'" : nil
    }
    if new.has(j, [.roleHead, .vague, .saying]) || new.isCapitalised(j) || !keepsBefore {
      return nil
    }
    // `the largest fire` → `one of the largest fires`: a noun behind its adjective.
    if words.superlativeEndings.contains(where: { isCompared(before, by: $0) }) { return nil }
    // `it taste of smoke` → `tastes`
    if isAlone, new.has(j - 1, .pronoun), let number = pronounNumber(before), !startsPlain(i) {
      let isAfterLetting =
        j > 1 && words.lettingVerbs.contains(new.lower[j - 2]) && !new.has(j - 2, .numberJoiner)
      return (number == .singular) == hasS && !isAfterLetting
        ? "the verb did not agree with its subject" : nil
    }
    // `the third times` → `time`: what an ordinal stands before is a noun.
    if new.has(j - 1, .ordinal) {
      return isAlone && !hasS && !new.isContent(j + 1) && new.has(j - 2, .article)
        && companyGained(i, j) >= 0 ? "the noun did not agree with '\(before)'" : nil
    }
    // `geese who seems`
    if new.has(j - 1, .clause), words.relatives.contains(before), new.isContent(j - 2),
      new.isWord(j - 2), !new.isCapitalised(j - 2), !words.collectives.contains(new.lower[j - 2])
    {
      return isPlural(new.lower[j - 2]) != hasS ? "the verb did not agree with its subject" : nil
    }
    // `wolves, which kills lambs`: of one it could be what was said as a whole.
    if !hasS, isAlone, new.isMark(j - 2, ","), words.relatives.contains(before),
      new.isWord(j - 3), new.isContent(j - 3), !new.isCapitalised(j - 3),
      isPlural(new.lower[j - 3]), !words.collectives.contains(new.lower[j - 3]),
      !(max(0, j - 6)..<j - 3).contains(where: { words.prepositions.contains(new.lower[$0]) })
    {
      return "the verb did not agree with its subject"
    }
    if hasS, isAlone, new.isMark(j - 2, ","), words.relatives.contains(before),
      new.isWord(j - 3), new.isContent(j - 3), !new.isCapitalised(j - 3), new.has(j - 4, .article),
      number(ofNoun: j - 3, new) == .singular
    {
      return "the verb did not agree with its subject"
    }
    // `as it grows and change` → `changes`
    if hasS, isAlone, new.has(j - 1, .numberJoiner), looksPlural(new.lower[j - 2]), j >= 3,
      words.singularSubjects.contains(new.lower[j - 3]), !new.isContent(j + 1)
    {
      return "the verb did not agree with its subject"
    }
    // `inquiries into the theft continue`: the noun beside the verb is not its subject.
    if let number = subject(new, before: j), number != .either, (number == .singular) != hasS {
      return nil
    }
    // A verb, by the subject before it: a singular one takes the `s`, a plural one does not.
    if new.isMark(j - 1, ","), new.isFunction(j + 1),
      hasS || subject(new, before: j) == .plural
    {
      return "the verb did not agree with its subject"
    }
    // `searches continues.` → `continue`: a plural is seldom part of another noun.
    if isAlone, !hasS, !new.isWord(j + 1), subject(new, before: j) == .plural, looksPlural(before),
      isVerb(new.lower[j])
    {
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

  /// `one of the oldest mills`: whether a noun stands for those of whom one is meant.
  func isOneOfSeveral(_ reading: Reading, _ noun: Int) -> Bool {
    let start = reading.passage.sentence(at: noun).lowerBound
    return (max(start, noun - 6)..<noun).contains {
      reading.has($0, .dateJoiner) && $0 > start && reading.words[$0 - 1].cardinal == 1
    }
  }

  /// Whether a number ends there that says how many of so many, more than one.
  private func isShare(_ position: Int) -> Bool {
    position >= 2 && words.prepositions.contains(new.lower[position - 1])
      && !new.has(position - 1, .dateJoiner) && isCounted(position, new)
      && isCounted(position - 2, new) && new.isWord(position + 1)
  }

  /// Whether a number stands there that is more than one.
  func isCounted(_ position: Int, _ reading: Reading) -> Bool {
    guard position >= 0, position < reading.count else { return false }
    if reading.has(position, .cardinal) { return reading.words[position].cardinal > 1 }
    return reading.tokens[position].kind == .number && reading.lower[position] != "1"
      && !reading.has(position - 1, [.month, .numberNoun])
  }

  /// `boat`, `boats`; `man`, `men`; `peoples`, `people`: a form of one noun that is no plural, and the one that is.
  func isWrongNumber(_ i: Int, _ j: Int) -> Bool {
    let before = old.lower[i], after = new.lower[j]
    guard isPlural(after), before != after, !old.isFunction(i) else { return false }
    // `mans`, `men`
    let isRegularised = pair.language.numbers.plurals.contains { one, many in
      one.utf8.count >= 3 && after.hasSuffix(many) && !many.hasSuffix("s")
        && before == after.dropLast(many.count) + one + "s"
    }
    return isRegularised || words.plainPlurals.contains(after) && before == after + "s"
      || !isPlural(before) && Inflection.areFormsOfOneNoun(before, after, pair.language)
  }

  /// `continue`: whether a dictionary has the word with an ending that verbs take.
  func isVerb(_ word: String) -> Bool {
    let stem = word.hasSuffix("e") ? String(word.dropLast()) : word
    return pair.language.denial.gerundEndings.contains {
      SpellChecker.shared.isWord(stem + $0, language: pair.language.code) == true
    }
  }

  private func pronounNumber(_ pronoun: String) -> Number? {
    words.pluralSubjects.contains(pronoun)
      ? .plural : words.singularSubjects.contains(pronoun) ? .singular : nil
  }

  /// The word that shows from further off that a noun is one of many: `two other ships`, `one of the
  /// ships`; nil where there is none, or where the noun belongs to one after it.
  private func pluralWitness(_ noun: Int) -> String? {
    if new.isWord(noun + 1), new.isContent(noun + 1), !words.isPast(new.lower[noun + 1]),
      words.participles[new.lower[noun + 1]] == nil
    {
      return nil
    }
    func counts(_ place: Int) -> Bool {
      new.has(place, .cardinal) && new.words[place].cardinal != 1 || new.has(place, .vague)
    }
    // `lakhs of commuters`
    if new.has(noun - 1, .dateJoiner),
      new.has(noun - 2, .scale) && looksPlural(new.lower[noun - 2])
        || new.has(noun - 2, .vague) && new.has(noun, .vague)
    {
      return new.lower[noun - 2]
    }
    if new.isWord(noun - 1), !isPlural(new.lower[noun - 1]), counts(noun - 2) {
      return new.lower[noun - 2]
    }
    // `a majority of sailors`
    if new.has(noun - 1, .dateJoiner), new.isWord(noun - 2), new.has(noun - 3, .article),
      pair.language.singularWitnesses.contains(new.lower[noun - 3]),
      words.collectives.contains(new.lower[noun - 2])
        || words.countNouns.contains(new.lower[noun - 2])
    {
      return "\(new.lower[noun - 3]) \(new.lower[noun - 2])"
    }
    // `the number of visitors`
    if new.has(noun - 1, .dateJoiner), new.has(noun - 3, .article), new.isWord(noun - 2),
      words.countNouns.contains(new.lower[noun - 2])
    {
      return "\(new.lower[noun - 2]) \(new.lower[noun - 1])"
    }
    for place in [noun - 1, noun - 2] where place >= 2 {
      guard words.determiners.contains(new.lower[place]), new.has(place - 1, .dateJoiner),
        counts(place - 2)
          || pair.language.singularWitnesses.contains(new.lower[place - 2])
            && !new.has(place - 2, [.article, .be, .have])
      else { continue }
      return new.lower[place - 2]
    }
    return nil
  }
}
