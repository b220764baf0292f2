import StoryLanguage

/// A small word for another, put in or taken out.
extension SlipFinder {
  /// One small word for another, where it is all that changed.
  func smallWord(_ i: Int, _ j: Int) -> String? {
    guard scope > .rewritten, areNeighboursKept(i..<i + 1, j..<j + 1) else { return nil }
    let before = old.lower[i], after = new.lower[j]
    // `in Monday` → `on Monday`
    if isAlone, words.dayPrepositions[before] == after, new.has(j + 1, .weekday) || isDay(j + 1) {
      return "'\(after)' belongs there, not '\(before)'"
    }
    // `on noon` → `at noon`
    if isAlone, words.clockPrepositions[before] == after, new.has(j + 1, .clockWord) {
      return "'\(after)' belongs there, not '\(before)'"
    }
    // `on 1954` → `in 1954`
    if isAlone, words.yearPrepositions[before] == after, new.tokens.indices.contains(j + 1),
      new.tokens[j + 1].kind == .number, new.lower[j + 1].utf8.count == 4
    {
      return "'\(after)' belongs there, not '\(before)'"
    }
    // `not longer` → `no longer`, `had no been` → `not`
    if isAlone, old.isNegationWord(i), new.isNegationWord(j),
      editDistance(before, after, limit: 1) <= 1
    {
      return likelihood(j, over: i) >= SlipFinder.likely
        ? "'\(after)' belongs there, not '\(before)'" : nil
    }
    // `refused for end the sit-in` → `refused to end`
    if isAlone, i > 0, words.prepositions.contains(before), !old.has(i, .baseFormTaker),
      new.has(j, .baseFormTaker), !new.has(j, [.modal, .auxiliary]),
      words.infinitiveTakers.contains(old.lower[i - 1]), isBaseForm(j + 1)
    {
      return "'\(after)' belongs there, not '\(before)'"
    }
    // `according still officials` → `according to`, `depends of` → `depends on`
    if isAlone, i > 0, old.isFunction(i), !old.has(i, .passiveAgent),
      words.takes[old.lower[i - 1]] == after
    {
      return "'\(after)' belongs there, not '\(before)'"
    }
    if isAlone, !old.passage.isHeadline, words.prepositions.contains(before),
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
      // `interested in` → `interested on`: the old one was right.
      if i > 0, words.takes[old.lower[i - 1]] == before { return nil }
      // `a meeting between the mayor and the crew`: what two are named for was right.
      if old.has(i, .rangeOpener), !new.has(j, .rangeOpener),
        (i + 1..<max(i + 1, min(i + 9, old.passage.sentence(at: i).upperBound))).contains(where: {
          old.has($0, .numberJoiner)
        })
      {
        return nil
      }
      // `in line with`, `on line with`: the words around it are said with one of the two.
      if let phrase = standsInPhrase(i, j) {
        return phrase ? "'\(after)' belongs there, not '\(before)'" : nil
      }
      // `For the board`, `To the board`: what opens a sentence belongs to no word before it.
      if i == old.passage.sentence(at: i).lowerBound { return nil }
      return areOpposite || isBeforeDate || !isBeforeSame || companyGained(i, j) < 0
        ? nil : "'\(after)' belongs there, not '\(before)'"
    }
    // `neither tea or coffee` → `nor`
    if let opener = pair.language.denial.correlatives[after],
      (new.passage.sentence(at: j).lowerBound..<j).contains(where: { new.lower[$0] == opener }),
      // `Both the pilot and his son` → `Neither the pilot nor his son`
      (old.passage.sentence(at: i).lowerBound..<i).contains(where: { old.lower[$0] == opener }),
      old.has(i, .numberJoiner) || words.serialWords.contains(before)
    {
      return "'\(after)' belongs there, not '\(before)'"
    }
    // `a trip to Bern, that will be followed` → `which`: after a comma it tells more of what is known.
    if isAlone, old.isMark(i - 1, ","), words.relatives.contains(after), old.has(i, .that),
      old.has(i + 1, [.be, .have, .modal, .auxiliary])
    {
      return "'\(after)' belongs there, not '\(before)'"
    }
    if isAlone,
      words.pronounForms.contains(where: { $0.contains(before) && $0.contains(after) })
    {
      return isPronounSpoilt(i, j) ? nil : "'\(before)' was the wrong form"
    }
    // `is been built` → `is being built`, `has being` → `has been`
    let isOngoing = { (word: String) in
      self.pair.language.denial.gerundEndings.contains(where: word.hasSuffix)
    }
    if old.has(i, .be), new.has(j, .be), isOngoing(before) != isOngoing(after),
      pair.language.agreement[before] == nil, pair.language.agreement[after] == nil,
      old.has(i - 1, isOngoing(after) ? .be : .have)
    {
      return standsWrong(after: i - 1)
    }
    // `is been shut` → `has been shut`
    if old.has(i, .be), new.has(j, .have), new.has(j + 1, .be),
      words.participles[new.lower[j + 1]] != nil
    {
      return "the verb form could not stand before '\(new.lower[j + 1])'"
    }
    // `should by` → `should be`, `could been` → `could be`
    if new.has(j, .be),
      old.has(i - 1, .baseFormTaker) && !old.has(i, [.be, .have, .pronoun])
        && editDistance(before, after, limit: 1) <= 1
        || old.has(i - 1, .modal) && old.has(i, .be) && isPlainBe(after)
    {
      return "the verb form could not stand after '\(old.lower[i - 1])'"
    }
    // `to across the river` → `to cross`: no preposition opens what `to` asks for.
    if isAlone, i > 0, old.has(i - 1, .baseFormTaker), words.prepositions.contains(before),
      new.isContent(j), !new.isCapitalised(j), new.tokens[j].kind == .word, after.utf8.count >= 3,
      SlipFinder.areSimilar(before, after), !words.isPast(after), !looksPlural(after)
    {
      return "a verb had to stand after '\(old.lower[i - 1])'"
    }
    // `a` → `at`, `he` → `the`: a letter was missing, and what stood there was a word as well.
    let gained = companyGained(i, j)
    guard old.isFunction(i), new.isFunction(j),
      before.utf8.count == after.utf8.count
        ? isAlone && gained > 0 && company(old, i..<i + 1).contains(0) : gained >= -1,
      editDistance(before, after, limit: 1) <= 1,
      !(old.has(i, [.pronoun, .modal, .be, .have]) && new.has(j, [.pronoun, .modal, .be, .have])),
      !(old.has(i, .article) && new.has(j, .article)),
      // `the man` → `he man`
      !(old.has(i, .article) && new.has(j, .pronoun) && new.isContent(j + 1)),
      !old.has(i, .pronoun) || [2, after.utf8.count].contains(before.utf8.count),
      !old.isNegationWord(i), !new.isNegationWord(j)
    else { return nil }
    return "a letter of '\(after)' was wrong"
  }

  /// `5 May`, `May 5`
  private func isDay(_ position: Int) -> Bool {
    [(position, position + 1), (position + 1, position)].contains { day, month in
      day < new.count && new.has(month, .month) && new.isCapitalised(month)
        && new.tokens[day].kind == .number && new.lower[day].utf8.count <= 2
    }
  }

  /// Whether the newer one of two prepositions makes a standing phrase with the words behind it, or the older one does; nil
  /// where neither does, or both.
  private func standsInPhrase(_ i: Int, _ j: Int) -> Bool? {
    func stands(_ reading: Reading, _ position: Int) -> Bool {
      guard reading.isWord(position + 1), reading.isWord(position + 2) else { return false }
      return words.prepositionPhrases.contains(
        reading.lower[position...position + 2].joined(separator: " "))
    }
    let wasPhrase = stands(old, i), isPhrase = stands(new, j)
    return wasPhrase == isPhrase ? nil : isPhrase
  }

  /// Whether a verb stands there as it stands after `to`: `end`.
  private func isBaseForm(_ position: Int) -> Bool {
    guard new.isWord(position), !new.isCapitalised(position) else { return false }
    let word = new.lower[position]
    return pair.language.denial.irregularBases.contains(word) || new.has(position, [.be, .have])
      || new.isContent(position) && !isPlural(word) && !words.isPast(word) && isVerb(word)
        && !pair.language.denial.gerundEndings.contains(where: word.hasSuffix)
  }

  /// Whether a form of `be` is none that agrees with a subject, and no participle.
  func isPlainBe(_ word: String) -> Bool {
    pair.language.agreement[word] == nil && words.participles[word] == nil
      && !pair.language.denial.gerundEndings.contains(where: word.hasSuffix)
  }

  /// `left the at end` → `left at the end`: an article and the word beside it in each other's place.
  func transposed(_ first: Hunk, _ second: Hunk) -> Slip? {
    guard first.old.count + first.new.count == 1, second.old.count + second.new.count == 1,
      first.old.count == second.new.count, second.old.lowerBound == first.old.upperBound + 1,
      second.new.lowerBound == first.new.upperBound + 1
    else { return nil }
    let before = first.old.lowerBound..<second.old.upperBound
    let after = first.new.lowerBound..<second.new.upperBound
    guard before.count == 2, after.count == 2, let i = before.first, let j = after.first,
      old.isWord(i), old.isWord(i + 1), old.lower[i] == new.lower[j + 1],
      old.lower[i + 1] == new.lower[j], old.has(i, .article) != old.has(i + 1, .article),
      !before.contains(where: { old.has($0, [.fraction, .vague, .cardinal, .pronoun]) }),
      // What stood before the article, and stands behind it now, or the reverse.
      new.has(j, .article)
        ? new.isContent(j + 1) && new.isContent(j + 2)
        : old.isFunction(i + 1) && old.isContent(i + 2)
    else { return nil }
    return Slip(
      kind: .grammar, old: before, new: after, because: "two words stood in each other's place")
  }

  func inserted(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard oldRange.isEmpty, newRange.count == 1, let j = newRange.first,
      case let isHaveMissing = isHaveMissing(j),
      isHaveMissing || new.has(j, .grammar)
        || scope == .sole && words.droppable.contains(new.lower[j]) || isBeforeFigure(j)
        || isParticleOfVerb(j, old: oldRange.lowerBound),
      !new.isCapitalised(j) || new.has(j, .article) && j == new.passage.sentence(at: j).lowerBound,
      j == 0 || new.lower[j - 1] != new.lower[j],
      j + 1 >= new.count || new.lower[j + 1] != new.lower[j],
      areNeighboursKept(oldRange, newRange), !new.isNegationWord(j),
      j == 0 || !words.variantsAfter.contains(new.lower[j - 1]),
      new.isWord(j + 1) || j + 1 == new.count || new.tokens[j + 1].kind == .number,
      !new.passage.isHeadline || j > 0
    else { return nil }
    // `sagte Kantorin Oake` → `sagte die Kantorin Oake`: a house's style, where nouns have capitals.
    if new.has(j, .article), pair.language.naming.nounsAreCapitalised, new.has(j + 1, .roleHead),
      new.isCapitalised(j + 2)
    {
      return nil
    }
    // `US envoy` → `The US envoy`: a house's style.
    if new.has(j, .article), j == new.passage.sentence(at: j).lowerBound, new.isAllCapitals(j + 1) {
      return nil
    }
    // `the man and woman` → `the man and the woman`, `of three books` → `of the three books`
    if new.has(j, .article),
      new.has(j - 1, .numberJoiner) && new.has(j - 3, .article) || new.has(j + 1, .cardinal)
    {
      return nil
    }
    // `that talks would resume` → `that the talks`: a plural stands without an article as well.
    if new.has(j, .article), old.has(oldRange.lowerBound - 1, .that), new.isContent(j + 1),
      new.isWord(j + 1), isPlural(new.lower[j + 1]), !new.isContent(j + 2)
    {
      return nil
    }
    // `the lock, opened in May` → `the lock, which opened in May`
    if words.relatives.contains(new.lower[j]), new.isMark(j - 1, ",") { return nil }
    // `sags – the scene` → `sags – as the scene`: behind a dash another clause begins.
    if new.isMark(j - 1, "-"), !new.isJoined(j - 1), !new.has(j, .article) { return nil }
    // `boats, trains` → `boats, and trains`: a list without it was no slip.
    if new.has(j, .numberJoiner), new.isMark(j - 1, ","), !joinsClauses(j - 1) { return nil }
    // `by sonar and lidar` → `and by lidar`: said of both, once or twice.
    if words.prepositions.contains(new.lower[j]), isRepeated(new, j) { return nil }
    // `will close` → `will be close`: another word than the verb.
    if new.has(j, .be), new.has(j - 1, .modal), new.isWord(j + 1),
      words.adjectiveVerbs.contains(new.lower[j + 1])
    {
      return nil
    }
    // `shot by` → `shot at by`
    if j + 1 < new.count, words.prepositions.contains(new.lower[j]),
      words.prepositions.contains(new.lower[j + 1])
    {
      return nil
    }
    // `said Sunday` → `said on Sunday`: a house's style.
    if new.has(j + 1, [.weekday, .month]), words.prepositions.contains(new.lower[j]) { return nil }
    // Where words near by were changed too, a small word belongs to the new wording; an article needs
    // but its next words to have stayed.
    let isTidy =
      scope == .tidied && new.has(j, .article)
      && areNeighboursKept(
        max(0, oldRange.lowerBound - 1)..<min(old.count, oldRange.upperBound + 1),
        max(0, j - 1)..<min(new.count, j + 2))
    let isVerbless =
      new.has(j, .be)
      && (isVerbless(before: oldRange.lowerBound) || isObjectMissing(oldRange.lowerBound))
      || isHaveMissing
    if isSaidOfBoth(j) { return nil }
    // `waited and told them` → `and he told them`: the subject of both.
    if new.has(j, .pronoun), new.has(j - 1, .numberJoiner) { return nil }
    // `to company offices` → `to a company warehouse`
    let isAfterTaker = new.has(j - 1, .baseFormTaker) && !new.has(j, .article)
    if !isAlone, !isTidy, !isVerbless, !isAfterTaker { return nil }
    // `police fired` → `police were fired`: a verb that can stand alone was put into the passive.
    if new.has(j, .be), !new.has(j - 1, .baseFormTaker), !isVerbless, standsAlone(j + 1) {
      return nil
    }
    // Another tense or voice is no slip: the old text was wrong only where a modal has no verb, or
    // where nothing else was done.
    if new.has(j, .auxiliary), !new.has(j - 1, .baseFormTaker), !isVerbless,
      !isAlone || !new.has(j, .be) || new.passage.isHeadline && !writesOut(new.lower[j])
    {
      return nil
    }
    if new.has(j, .article), new.isCapitalised(j + 1), !isAlone { return nil }
    if new.quote(around: newRange) != nil, !new.has(j, [.article, .be]),
      !words.prepositions.contains(new.lower[j])
    {
      return nil
    }
    // What would be one too many, were it the older version that had it.
    if SlipFinder(pair: pair.mirrored, old: new, new: old, scope: scope).deleted(newRange, oldRange)
      != nil
      || !new.has(j, .article) && !isHaveMissing
        && partsCompany(oldRange, newRange)
    {
      return nil
    }
    return withNeighbours(.grammar, oldRange, newRange, "a small word was missing")
  }

  /// `was put by dawn` → `was put out by dawn`: a word that goes with the verb, where nobody writes the one beside the
  /// other without it.
  private func isParticleOfVerb(_ j: Int, old place: Int) -> Bool {
    let around = max(0, place - 1)..<place
    if isAlone, goesWithSubject(j) { return true }
    guard isAlone, words.particles.contains(new.lower[j]),
      !words.prepositions.contains(new.lower[j]),
      old.isWord(place), new.isWord(j - 1), isPastForm(new.lower[j - 1]) || new.has(j - 2, .be),
      new.quote(around: j..<j + 1) == nil
    else { return false }
    let now = company(new, j..<j + 1)
    return company(old, around).last == 0 && now.count == 2 && now.allSatisfy { $0 > 0 }
  }

  /// Whether a preposition joins the second of two phrases, and stands before the first as well.
  func isRepeated(_ reading: Reading, _ position: Int) -> Bool {
    reading.has(position - 1, .numberJoiner)
      && (reading.passage.sentence(at: position).lowerBound..<position - 1)
        .contains { reading.lower[$0] == reading.lower[position] }
  }

  /// `at the paper 2004` → `since 2004`: a preposition before a figure that stood beside a noun.
  private func isBeforeFigure(_ j: Int) -> Bool {
    scope == .sole && words.prepositions.contains(new.lower[j]) && new.isWord(j - 1)
      && new.isContent(j - 1) && !new.isCapitalised(j - 1) && j + 1 < new.count
      && new.tokens[j + 1].kind == .number
  }

  /// `The Harbour Centre located at 12 Quay Road.`: whether a sentence that names one thing has no verb but a
  /// participle, before which a form of `be` was put. What stands without an article may be a caption.
  private func isVerbless(before place: Int) -> Bool {
    guard place < old.count else { return false }
    let sentence = old.passage.sentence(at: place)
    guard !old.passage.isHeadline, old.has(sentence.lowerBound, .article),
      old.isMark(sentence.upperBound - 1, "."), place - sentence.lowerBound >= 2,
      (sentence.lowerBound..<place).allSatisfy({ old.isWord($0) && !old.has($0, .clause) }),
      words.isPast(old.lower[place]) || words.participles[old.lower[place]] != nil,
      words.prepositions.contains(old.lower.indices.contains(place + 1) ? old.lower[place + 1] : "")
    else { return false }
    return !sentence.contains { position in
      position != place
        && (old.has(position, [.be, .have, .modal, .auxiliary, .saying])
          || words.isPast(old.lower[position]) || words.pastVerbs.contains(old.lower[position])
          || words.presentVerbs.contains(old.lower[position]))
    }
  }

  /// Whether the older headline has the same form of `be` elsewhere, and leaves out none.
  private func writesOut(_ form: String) -> Bool { old.lower.contains(form) }

  /// Whether a word is a past form as well as a participle: `fired`, `shot`.
  private func standsAlone(_ position: Int) -> Bool {
    guard new.isWord(position), new.isContent(position) else { return false }
    let word = new.lower[position]
    return words.isPast(word)
      || words.participles[word] == nil && pair.language.denial.verbOfForm[word] != nil
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
