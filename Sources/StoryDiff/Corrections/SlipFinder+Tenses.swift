import StoryLanguage

/// Verbs that do not stand in the tense of the others.
extension SlipFinder {
  /// `was fined and order to pay` → `ordered`: a base form beside a verb in the past, with nothing that it would stand
  /// after.
  func besidePast(_ i: Int, _ j: Int) -> String? {
    guard isAlone, !old.passage.isHeadline, i > old.passage.sentence(at: i).lowerBound, j > 1,
      old.has(i - 1, .numberJoiner),
      old.lower[i - 1] == new.lower[j - 1], old.isFunction(i + 1) || isPhrasal(i)
    else { return nil }
    // `won the race and picking up a medal` → `picked`
    let isGerund = pair.language.denial.gerundEndings.contains(where: old.lower[i].hasSuffix)
    if isGerund, isPhrasal(i), words.isPast(new.lower[j]),
      Inflection.areFormsOfOneVerb(old.lower[i], new.lower[j]),
      !(old.passage.sentence(at: i).lowerBound..<i - 1).contains(where: { position in
        pair.language.denial.gerundEndings.contains { old.lower[position].hasSuffix($0) }
      })
    {
      return "the verb did not stand in the tense of the others"
    }
    let isPresent =
      old.lower[i].hasSuffix("s") && isPast(new.lower[j], of: String(old.lower[i].dropLast()))
    guard isPresent || isPast(new.lower[j], of: old.lower[i]) else { return nil }
    let lead = old.passage.sentence(at: i).lowerBound..<i - 1
    // What is joined is the verb, not a noun that a preposition or an adjective stands before: `by command and order of`.
    let isVerb =
      new.has(j + 1, [.baseFormTaker, .article, .pronoun]) || old.isMark(i - 2, ",")
      // `played and miss more than once`
      || old.isWord(i - 2) && isPastForm(old.lower[i - 2]) && !old.isContent(i - 3)
    guard isVerb, lead.contains(where: { isPastForm(old.lower[$0]) }),
      !lead.contains(where: {
        old.has($0, .baseFormTaker) && old.isContent($0 + 1) && !old.has($0 + 1, .cardinal)
          || words.presentVerbs.contains(old.lower[$0]) || old.has($0, .modal)
      })
    else { return nil }
    return "the verb did not stand in the tense of the others"
  }

  /// Whether a word that goes with a verb stands behind this one: `picking up`.
  private func isPhrasal(_ verb: Int) -> Bool {
    old.isWord(verb + 1) && words.particles.contains(old.lower[verb + 1])
  }

  func tense(_ i: Int, _ j: Int) -> String? {
    // Where more of the block changed, the story is told from a later day.
    guard scope == .sole, !old.passage.isHeadline, new.quote(around: j..<j + 1) == nil,
      isTenseMended(i, j)
    else { return nil }
    return SlipFinder.otherTense
  }

  /// Why a verb is told whose sentence stands in another tense.
  static let otherTense = "the other verbs of its sentence stood in another tense"

  /// `is`, `was`; `runs`, `ran`; `opens`, `opened`
  func isPutIntoPast(_ i: Int, _ j: Int) -> Bool {
    let before = old.lower[i], after = new.lower[j], denial = pair.language.denial
    guard old.isWord(i), new.isWord(j), before != after else { return false }
    if words.presentVerbs.contains(before), words.pastVerbs.contains(after) { return true }
    guard !words.isPast(before), !denial.irregularPasts.contains(before) else { return false }
    return words.isPast(after) && Inflection.areFormsOfOneVerb(before, after)
      || denial.irregularPasts.contains(after) && denial.areIrregularForms(before, after)
  }

  /// Whether a verb in the present was put into the past, in which every other verb of its sentence
  /// stands that shows a tense, or a date: `drops` → `dropped` beside `started`.
  private func isTenseMended(_ i: Int, _ j: Int) -> Bool {
    let before = old.lower[i], after = new.lower[j]
    // `the rebels who hold the town fled`: what is so now may stand beside what was.
    if words.relatives.contains(new.lower[j - 1]), !isDated(j) { return false }
    let denial = pair.language.denial
    let isIrregular =
      denial.areIrregularForms(before, after) && denial.irregularPasts.contains(after)
      && !denial.irregularPasts.contains(before) && !new.has(j - 1, [.be, .have])
    guard !words.pastEndings.isEmpty, words.isPast(after) || isIrregular, !words.isPast(before),
      isIrregular || Inflection.areFormsOfOneVerb(before, after)
        || before.hasSuffix("s")
          && Inflection.areFormsOfOneVerb(String(before.dropLast()), after)
    else { return false }
    // `did not mention` → `did not mentioned`
    let lead = j > 1 && new.isNegation(j - 1) ? j - 2 : j - 1
    if new.has(lead, .baseFormTaker) || new.isNegation(lead) { return false }
    let sentence = new.passage.sentence(at: j)
    // `tells … gives` → `told … gave`: a verb that was put into the past as well shows nothing.
    let stood = Set(old.passage.sentence(at: i).map { old.number($0) })
    let others = sentence.filter { $0 != j && new.isWord($0) && stood.contains(new.number($0)) }
    let isPast = { (position: Int) in
      self.words.pastVerbs.contains(self.new.lower[position])
        || self.new.isContent(position)
          && self.words.isPast(self.new.lower[position]) && self.new.isWord(position - 1)
        || self.isPastDate(position, end: sentence.upperBound)
    }
    return others.contains(where: isPast)
      && !others.contains { words.presentVerbs.contains(new.lower[$0]) }
  }

  /// `had fled when police arrived`: whether the sentence tells of something else that was over by then.
  func isBesidePastClause(_ verb: Int) -> Bool {
    let sentence = new.passage.sentence(at: verb)
    return sentence.contains { opener in
      words.timeOpeners.contains(new.lower[opener])
        && (opener + 1..<min(opener + 5, sentence.upperBound)).contains {
          isPastForm(new.lower[$0]) && new.isWord($0 - 1) && $0 > opener + 1
        }
        && !sentence.contains { words.presentVerbs.contains(new.lower[$0]) }
    }
  }

  /// Whether the clause of a verb says when in the past it was, before any mark: `in 2020`, `last week`.
  func isDated(_ verb: Int) -> Bool {
    let end = new.passage.sentence(at: verb).upperBound
    return (verb + 1..<max(verb + 1, end)).prefix { new.tokens[$0].kind != .mark }.contains {
      isPastDate($0, end: end)
        || new.tokens[$0].kind == .number && new.lower[$0].utf8.count == 4
          && words.prepositions.contains(new.lower[$0 - 1])
          && (new.capturedAt == nil || new.lower[$0] < "2100")
    }
  }

  /// `yesterday`, `last month`
  private func isPastDate(_ position: Int, end: Int) -> Bool {
    if let day = new.match(pair.language.relativeDays, position, end: end) {
      return day.payload < 0
    }
    guard let period = new.match(pair.language.relativePeriods, position, end: end) else {
      return false
    }
    return (pair.language.periods[period.payload]?.offset ?? 0) < 0
  }
}
