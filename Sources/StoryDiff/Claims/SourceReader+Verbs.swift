import StoryLanguage

/// Sources that are the subject of a verb of saying.
extension SourceReader {
  /// Whether a verb of saying stands at `position`: one that can be finite, or a participle after
  /// `has` or `a`.
  func isVerb(_ position: Int, in sentence: Range<Int>) -> Bool {
    if reading.has(position, .separableSaying) {
      // `gab … bekannt`: the stem alone says nothing.
      return (position + 1..<min(sentence.upperBound, position + 14)).contains {
        reading.has($0, .sayingParticle) && isClauseEnd($0 + 1, in: sentence)
      }
    }
    if reading.has(position, .saying) {
      if isPartOfName(position, in: sentence) { return false }
      if reading.has(position + 1, .passiveAgent) || isHeadlinePassive(position) { return false }
      // `Children told to drop fizzy drinks`: to whom it was said.
      if reading.has(position + 1, .baseFormTaker), !reading.has(position + 1, .modal),
        reading.language.isPast(reading.lower[position])
      {
        return false
      }
      return !reading.has(position, .sayingParticiple)
        || verbStart(position, in: sentence) < position
        || bracketStart(position, in: sentence) != nil
    }
    return reading.has(position, .reporting)
      && (position == leadIn || opensReport(position + 1) || standsApart(position, in: sentence)
        || isDocument(before: position, in: sentence)
        || opensBareReport(position + 1, in: sentence))
  }

  /// `United States`: a capital behind another one, where not every word has one.
  private func isPartOfName(_ position: Int, in sentence: Range<Int>) -> Bool {
    position > sentence.lowerBound && reading.isCapitalised(position)
      && !reading.isAllCapitals(position) && reading.isWord(position - 1)
      && reading.isCapitalised(position - 1)
      && sentence.contains {
        reading.isWord($0) && reading.isContent($0) && !reading.isCapitalised($0)
      }
  }

  /// `…, officers believe.`, `…, Reuters reports, …`: a few words after a comma, and another comma or the end
  /// of the sentence.
  private func standsApart(_ verb: Int, in sentence: Range<Int>) -> Bool {
    guard isClauseEnd(verb + 1, in: sentence) else { return false }
    return (max(sentence.lowerBound, verb - 5)..<verb).contains { reading.isMark($0, ",") }
  }

  /// `Leaked emails show the park was warned`: what speaks is a document.
  private func isDocument(before verb: Int, in sentence: Range<Int>) -> Bool {
    verb > sentence.lowerBound
      && reading.language.naming.documents.contains(reading.lower[verb - 1])
      && !isClauseEnd(verb + 1, in: sentence)
  }

  /// Whether the clause that is reported begins at `position`, or after a comma there.
  func opensReport(_ position: Int) -> Bool {
    let first = reading.isMark(position, ",") ? position + 1 : position
    return reading.has(first, .that)
      || first < reading.count && reading.lower[first].hasPrefix("qu'")
  }

  /// `Engineers predict the dam will hold`: whether what follows is a clause without `that`: a noun, and before any
  /// mark or other clause a verb in its finite form.
  private func opensBareReport(_ start: Int, in sentence: Range<Int>) -> Bool {
    guard start < sentence.upperBound,
      reading.has(start, [.article, .pronoun, .honorific]) || reading.isCapitalised(start)
    else { return false }
    return (start + 1..<min(sentence.upperBound, start + 8))
      .prefix { reading.isWord($0) && !isClauseWord($0) }
      .contains { reading.has($0, [.modal, .be, .have]) && !reading.has($0 - 1, .baseFormTaker) }
  }

  /// The first word of a verb in the compound past: `a` in `a annoncé`, `has` in `has also said`.
  private func verbStart(_ verb: Int, in sentence: Range<Int>) -> Int {
    for start in [verb - 1, verb - 2, verb - 3] where start >= sentence.lowerBound {
      if reading.has(start, .have) { return start }
      guard reading.isWord(start), !reading.isCapitalised(start), !reading.has(start, .be),
        !reading.isNegationWord(start), reading.isFunction(start) || isAdverb(start)
      else { break }
    }
    return verb
  }

  /// `hat die Polizei mitgeteilt`: the auxiliary, where the subject stands inside the verb.
  private func bracketStart(_ verb: Int, in sentence: Range<Int>) -> Int? {
    guard reading.has(verb, .sayingParticiple), isClauseEnd(verb + 1, in: sentence) else {
      return nil
    }
    var start = verb - 1
    while start >= sentence.lowerBound, verb - start < 10, !isClauseMark(start) {
      if reading.has(start, .have) {
        return opensClause(start, in: sentence) && start > sentence.lowerBound ? start : nil
      }
      start -= 1
    }
    return nil
  }

  private func isAdverb(_ position: Int) -> Bool {
    reading.language.slips.adverbEndings.contains { reading.lower[position].hasSuffix($0) }
  }

  /// `also`, `now`: a small word that is neither preposition nor determiner.
  func isSmallAdverb(_ position: Int) -> Bool {
    let slips = reading.language.slips
    return reading.has(position, .function)
      && !reading.has(position, [.pronoun, .article, .auxiliary, .modal, .clause, .cardinal])
      && !slips.prepositions.contains(reading.lower[position])
      && !slips.determiners.contains(reading.lower[position]) && !reading.isNegationWord(position)
  }

  func subject(ofVerb verb: Int, in sentence: Range<Int>) -> Attribution? {
    if let start = bracketStart(verb, in: sentence) {
      let next = afterHyphens(start + 1)
      guard next < verb else { return nil }
      let end = nounPhraseEnd(from: next, in: next..<verb)
      guard end > next else { return nil }
      return Attribution(range: start..<verb + 1, source: next..<end, anchor: verb..<verb + 1)
    }
    let verbStart = verbStart(verb, in: sentence)
    if let found = inverted(verbStart..<verb + 1, in: sentence) { return found }
    return subjectBefore(verbStart..<verb + 1, in: sentence)
  }

  /// `a-t-il dit`, `dit-elle`: past the hyphens and the letter between verb and pronoun.
  private func afterHyphens(_ position: Int) -> Int {
    guard reading.isMark(position, "-") else { return position }
    return reading.isMark(position + 2, "-") ? position + 3 : position + 1
  }

  /// Past the words that say on which day: `a annoncé mardi la police`.
  private func afterDay(_ position: Int) -> Int {
    var next = position
    while isDayWord(next) || isDayWord(next + 1) && reading.has(next, [.article, .sourceEnd]) {
      next += isDayWord(next) ? 1 : 2
    }
    return next
  }

  /// After a quotation or a clause: `…,” said captain Jonas Hale`, `…, a annoncé la police`.
  private func inverted(_ verb: Range<Int>, in sentence: Range<Int>) -> Attribution? {
    let before = verb.lowerBound - 1
    let next = afterDay(afterHyphens(verb.upperBound))
    guard before >= sentence.lowerBound, next < sentence.upperBound,
      reading.isWord(next) || reading.tokens[next].kind == .number,
      !reading.has(next, [.modal, .be, .have]), !isClauseWord(next)
    else { return nil }
    let isQuoted =
      reading.isMark(before, "\"")
      && !reading.quotes.contains { $0.lowerBound == verb.lowerBound }
      || reading.isMark(before, "?")
      || reading.isMark(before, ",") && hasQuote(before, in: sentence)
    let end = nounPhraseEnd(from: next, in: sentence)
    guard end > next else { return nil }
    if !isQuoted {
      let opening = saysOnlyWhen(before, in: sentence)
      guard reading.isMark(before, ",") || opening != nil else { return nil }
      guard isSourceShaped(next..<end) else { return nil }
      if opening == nil {
        // `…, redoutent une perte`: what follows is said, and speaks not.
        guard closes(end, in: sentence),
          namesSpeaker(next..<end) || isPronoun(next..<end)
            || reading.language.code == "de" && !mayBeAppositive(before, in: sentence),
          // `Oake, the pilot, said the crew, all of them old hands, had rowed`; `… said her client wants to stay`
          !((reading.isMark(end, ",") || hasInfinitive(next..<end))
            && mayBeAppositive(before, in: sentence))
        else { return nil }
      }
    }
    var last = end
    // `teilte die Polizei mit`
    if reading.has(end, .sayingParticle), isClauseEnd(end + 1, in: sentence) { last = end + 1 }
    return Attribution(range: verb.lowerBound..<last, source: next..<end, anchor: verb)
  }

  /// `A doctor who asked not to be named said`: a speaker of whom a clause without commas tells more.
  func withClause(_ verb: Range<Int>, in sentence: Range<Int>) -> Attribution? {
    let slips = reading.language.slips
    var relative = verb.lowerBound - 1
    while relative > sentence.lowerBound, verb.lowerBound - relative <= 8,
      !isClauseMark(relative), !slips.relatives.contains(reading.lower[relative])
    {
      relative -= 1
    }
    guard relative > sentence.lowerBound, verb.lowerBound - relative > 1,
      slips.relatives.contains(reading.lower[relative]), !isClauseMark(relative - 1)
    else { return nil }
    var start = relative
    while start > sentence.lowerBound, relative - start < 6, !isClauseMark(start - 1),
      !isClauseWord(start - 1), !reading.has(start - 1, [.be, .have, .modal, .saying])
    {
      start -= 1
    }
    guard start == sentence.lowerBound || isClauseMark(start - 1), namesSpeaker(start..<relative),
      reading.isWord(start)
    else { return nil }
    return Attribution(range: start..<verb.upperBound, source: start..<relative, anchor: verb)
  }

  private func hasInfinitive(_ range: Range<Int>) -> Bool {
    range.dropFirst().contains {
      reading.has($0, .baseFormTaker) && !reading.has($0, [.modal, .auxiliary])
    }
  }

  /// Whether what stands before the verb only says when: `Am Montag sagte die Polizei`.
  private func saysOnlyWhen(_ last: Int, in sentence: Range<Int>) -> Bool? {
    var start = last
    while start >= sentence.lowerBound, !isClauseMark(start) { start -= 1 }
    let words = start + 1...last + 1
    guard words.count > 1, words.count <= 6 else { return nil }
    let opening = start + 1..<last + 1
    guard opening.allSatisfy({ isDayWord($0) || reading.isFunction($0) }),
      opening.contains(where: isDayWord),
      !opening.contains(where: { reading.has($0, .pronoun) && !reading.has($0, .article) })
    else { return nil }
    return true
  }
}
