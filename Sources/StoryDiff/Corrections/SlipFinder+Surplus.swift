import StoryLanguage

/// Words that were one too many.
extension SlipFinder {
  /// Of how many words in a row it is taken that they stand twice by mistake.
  private static let longestDoubled = 6

  func deleted(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard newRange.isEmpty, let i = oldRange.first, old.isWord(i) else { return nil }
    if let slip = doubled(oldRange, newRange.lowerBound) { return slip }
    guard oldRange.count == 1 else { return nil }
    guard scope > .rewritten, areNeighboursKept(oldRange, newRange), i + 1 < old.count else {
      return nil
    }
    let after = old.lower[i + 1]
    // `a vet Ada Orr said`
    if old.has(i, .article), !old.isCapitalised(i), isBeforeTitledName(i) {
      let place = newRange.lowerBound
      return Slip(
        kind: .grammar, old: i..<i + 2, new: place..<place + 1,
        because: "an article was one too many")
    }
    // `of the our team`, `a simmering tensions`
    if old.has(i, .article), !old.isCapitalised(i) {
      let isWrong =
        words.determiners.contains(after) || isBeforeVerb(i)
        || pair.language.singularWitnesses.contains(old.lower[i]) && hasPluralHead(i + 1)
      return isWrong
        ? withNeighbours(.grammar, oldRange, newRange, "an article was one too many") : nil
    }
    // `has broke the record` → `broke`
    if old.has(i, .have), !old.isFunction(i + 1), words.participles[after] == nil,
      words.participles.values.contains(where: { $0.contains(after) })
    {
      let place = newRange.lowerBound
      return Slip(
        kind: .grammar, old: i..<i + 2, new: place..<place + 1, because: standsWrong(after: i))
    }
    if let reason = surplus(i, newRange.lowerBound) {
      return withNeighbours(.grammar, oldRange, newRange, reason)
    }
    // `about around`, `in before`
    let isPreposition = { (position: Int) in
      position >= 0 && position < self.old.count
        && self.words.prepositions.contains(self.old.lower[position])
    }
    if isAlone, isPreposition(i),
      isPreposition(i + 1) || isPreposition(i - 1)
        || old.bound(i..<i + 1) != nil && old.bound(i + 1..<i + 2) != nil
    {
      return withNeighbours(.grammar, oldRange, newRange, "a small word was one too many")
    }
    // `received of more than`: it stood between two words that commonly stand together, and goes with neither.
    if isAlone, isPreposition(i) || old.has(i, [.be, .that]), !old.passage.isHeadline,
      !old.has(i - 1, .numberJoiner),
      SlipFinder(pair: pair.mirrored, old: new, new: old, scope: scope)
        .partsCompany(newRange, oldRange)
    {
      return withNeighbours(.grammar, oldRange, newRange, "a small word was one too many")
    }
    return nil
  }

  /// `the the end` → `the end`, `more than more than` → `more than`: both, and the one that is left. Which words
  /// of the two the edit took away is a matter of chance, so those around it are looked at as well.
  func doubled(_ range: Range<Int>, _ place: Int) -> Slip? {
    let length = range.count
    guard length <= SlipFinder.longestDoubled else { return nil }
    var before = 0, after = 0
    while before < length, range.lowerBound - before > 0,
      old.lower[range.lowerBound - before - 1] == old.lower[range.upperBound - before - 1]
    {
      before += 1
    }
    while before + after < length, range.upperBound + after < old.count,
      old.lower[range.upperBound + after] == old.lower[range.lowerBound + after]
    {
      after += 1
    }
    guard before + after == length, place >= before, place - before + length <= new.count else {
      return nil
    }
    let first = range.lowerBound - before, left = place - before
    guard (0..<length).allSatisfy({ new.lower[left + $0] == old.lower[first + $0] }),
      // `had had no warning`, but not `has has`; `Walla Walla`, `“No, no,” she said`
      !old.has(first, .have) || length > 1 || !isPastForm(old.lower[first]),
      !(first..<first + 2 * length).allSatisfy({ old.isCapitalised($0) }),
      !(old.isNegation(first) && (first..<first + length).contains { old.isMark($0, ",") })
    else { return nil }
    return Slip(
      kind: .grammar, old: first..<first + 2 * length, new: left..<left + length,
      because: length == 1 ? "a word stood twice" : "the same words stood twice")
  }

  /// Why a word that was taken out could not stand there: `would be vote`, `would not to comment`, `seen
  /// to leaving`, `the most largest`.
  private func surplus(_ i: Int, _ place: Int) -> String? {
    let after = old.lower[i + 1]
    if let endings = words.degrees[old.lower[i]],
      endings.contains(where: { isCompared(after, by: $0) })
    {
      return "the word was compared twice"
    }
    guard isAlone, i > 0 else { return nil }
    // `despite of calls`
    if words.takesNone[old.lower[i - 1]]?.contains(old.lower[i]) == true {
      return "'\(old.lower[i - 1])' stands before no '\(old.lower[i])'"
    }
    // `The bus it was carrying pupils`
    if isSubjectTwice(i) { return "a small word was one too many" }
    // `it is has been tried`: two finite verbs of one subject; but `what it is has changed`.
    if areBothFinite(i),
      !(max(0, i - 4)..<i - 1).contains(where: {
        old.has($0, .that) || words.relatives.contains(old.lower[$0])
      })
    {
      return "a small word was one too many"
    }
    // `asking that Oake to stay`: what follows has no verb but the one after `to`.
    if old.has(i, .that), words.askingVerbs.contains(old.lower[i - 1]), opensInfinitive(i + 1) {
      return "a small word was one too many"
    }
    // `will review the plan will in May`: a modal without its verb.
    if old.has(i, .modal), words.prepositions.contains(after) {
      return "a small word was one too many"
    }
    // `the panels in can help`; but `the boat he came in can sail`
    if words.prepositions.contains(old.lower[i]), old.has(i + 1, .modal), old.isContent(i - 1),
      !words.isPast(old.lower[i - 1]),
      !pair.language.denial.irregularPasts.contains(old.lower[i - 1])
    {
      return "a small word was one too many"
    }
    let isInfinitive = old.has(i, .baseFormTaker) && !old.has(i, [.modal, .auxiliary])
    let lead = old.isNegationWord(i - 1) ? i - 2 : i - 1
    if isInfinitive,
      old.has(lead, .modal)
        || words.seen.contains(old.lower[i - 1])
          && pair.language.denial.gerundEndings.contains(where: after.hasSuffix)
    {
      return "a small word was one too many"
    }
    // `denied of taking`: the verb takes another one as it is.
    if words.prepositions.contains(old.lower[i]), words.gerundTakers.contains(old.lower[i - 1]),
      !old.has(i - 2, .be), pair.language.denial.gerundEndings.contains(where: after.hasSuffix)
    {
      return "a small word was one too many"
    }
    // `have been have waiting`
    if old.has(i, .have), old.has(i - 1, .be) { return "a small word was one too many" }
    // `after being pleading guilty`
    let gerunds = pair.language.denial.gerundEndings
    if old.has(i, .be), gerunds.contains(where: old.lower[i].hasSuffix),
      gerunds.contains(where: after.hasSuffix), words.prepositions.contains(old.lower[i - 1])
    {
      return "the verb form could not stand after '\(old.lower[i])'"
    }
    // `was in locked in the boot`: a preposition before a participle that describes nothing.
    if words.prepositions.contains(old.lower[i]), old.has(i - 1, .be), !old.isContent(i + 2),
      words.isPast(after) || words.participles[after] != nil
    {
      return "a small word was one too many"
    }
    // `would be vote`: no participle, and no adjective that looks like a verb.
    if old.has(i, .be), old.has(lead, .modal), old.isWord(i + 1), old.isContent(i + 1),
      !words.adjectiveVerbs.contains(after), !words.isPast(after), !isPlural(after),
      !pair.language.denial.gerundEndings.contains(where: after.hasSuffix),
      !pair.language.denial.irregularPasts.contains(after), words.participles[after] == nil
    {
      return "a small word was one too many"
    }
    return nil
  }

  /// Whether a pronoun stands between a subject, which opens its sentence, and the verb of it.
  private func isSubjectTwice(_ pronoun: Int) -> Bool {
    let start = old.passage.sentence(at: pronoun).lowerBound
    return old.has(pronoun, .pronoun) && old.has(start, .article) && pronoun - start >= 2
      && !old.passage.isHeadline
      && (words.singularSubjects.contains(old.lower[pronoun])
        || words.pluralSubjects.contains(old.lower[pronoun]))
      && old.isContent(pronoun - 1) && old.has(pronoun + 1, [.be, .have, .modal])
      && (start..<pronoun).allSatisfy {
        old.isWord($0) && !old.has($0, [.clause, .that, .be, .have, .modal, .saying])
          && !isPastForm(old.lower[$0]) && !old.has($0, .pronoun)
      }
      // `The boat he was sailing has sunk`
      && !(pronoun + 2..<max(pronoun + 2, old.passage.sentence(at: pronoun).upperBound)).contains {
        old.has($0, [.be, .have, .modal, .saying]) || isPastForm(old.lower[$0])
      }
  }

  /// Whether a form of `be` or `have` and the next word both show the number of a subject, and stand behind one.
  private func areBothFinite(_ i: Int) -> Bool {
    func isFinite(_ position: Int) -> Bool {
      old.has(position, [.be, .have]) && pair.language.agreement[old.lower[position]] != nil
    }
    // `who is was`
    let isAfterRelative =
      old.isWord(i - 1) && words.relatives.contains(old.lower[i - 1]) && !old.has(i - 1, .that)
    // `have been be told`
    if old.has(i - 1, .be), isPlainBe(old.lower[i - 1]) == false, isPlainBe(old.lower[i]),
      old.has(i, .be)
    {
      return true
    }
    return isFinite(i) && isFinite(i + 1)
      && (old.has(i - 1, .pronoun) || old.isContent(i - 1) || isAfterRelative)
  }

  /// `a vet Ada Orr said`: an indefinite article before a plain noun and a name.
  private func isBeforeTitledName(_ article: Int) -> Bool {
    pair.language.singularWitnesses.contains(old.lower[article]) && old.isContent(article + 1)
      && !old.isCapitalised(article + 1) && old.has(article + 1, [.roleHead, .relative])
      && old.isCapitalised(article + 2) && old.isCapitalised(article + 3)
      && old.isWord(article + 2) && old.isWord(article + 3)
  }

  /// `the test correctly the identified 91 cases`: an article before a verb in the past, behind which another noun
  /// opens.
  private func isBeforeVerb(_ article: Int) -> Bool {
    isAlone && isPastForm(old.lower[article + 1]) && old.isContent(article - 1)
      && (old.has(article + 2, [.article, .cardinal])
        || article + 2 < old.count
          && (old.tokens[article + 2].kind == .number
            || words.determiners.contains(old.lower[article + 2])))
  }

  /// Whether a name or a noun and an infinitive follow, and no verb stands before that: `the board to wait`.
  private func opensInfinitive(_ start: Int) -> Bool {
    func isTo(_ position: Int) -> Bool {
      old.has(position, .baseFormTaker) && !old.has(position, [.modal, .auxiliary])
    }
    guard let to = (start..<min(old.count, start + 5)).first(where: isTo), to > start,
      old.isWord(to + 1), !words.determiners.contains(old.lower[to + 1]),
      old.isCapitalised(start) || words.determiners.contains(old.lower[start])
    else { return false }
    // `asked that the plan to close the pool be dropped`
    let rest = start..<old.passage.sentence(at: start).upperBound
    return (start..<to).allSatisfy { old.isWord($0) && !old.has($0, .clause) }
      && !rest.contains {
        $0 != to && old.has($0, [.be, .have, .modal, .auxiliary, .saying])
          || words.isPast(old.lower[$0]) || words.pastVerbs.contains(old.lower[$0])
          || words.presentVerbs.contains(old.lower[$0])
      }
  }

  /// `largest`, `busiest`: a word and an ending that compares, by the dictionary; not `honest`.
  func isCompared(_ word: String, by ending: String) -> Bool {
    guard word.hasSuffix(ending) else { return false }
    let stem = word.dropLast(ending.utf8.count)
    var stems = [String(stem), stem + String(ending.prefix(1))]
    if stem.hasSuffix("i") { stems.append(stem.dropLast() + "y") }
    if let last = stem.last, stem.dropLast().last == last { stems.append(String(stem.dropLast())) }
    return stems.contains {
      $0.utf8.count >= 3 && SpellChecker.shared.isWord($0, language: pair.language.code) == true
    }
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
}
