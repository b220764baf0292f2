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
      return !reading.has(position, .sayingParticiple)
        || verbStart(position, in: sentence) < position
        || bracketStart(position, in: sentence) != nil
    }
    return reading.has(position, .reporting)
      && (opensReport(position + 1) || standsApart(position, in: sentence)
        || isDocument(before: position, in: sentence))
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
  private func opensReport(_ position: Int) -> Bool {
    let first = reading.isMark(position, ",") ? position + 1 : position
    return reading.has(first, .that)
      || first < reading.count && reading.lower[first].hasPrefix("qu'")
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
  private func isSmallAdverb(_ position: Int) -> Bool {
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
  private func withClause(_ verb: Range<Int>, in sentence: Range<Int>) -> Attribution? {
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

  /// Whether a run of words begins as a name or a description does.
  private func isSourceShaped(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    return reading.has(first, [.article, .honorific, .roleHead, .sourceBody, .pronoun, .cardinal])
      || reading.isCapitalised(first) || reading.lower[first].contains("'")
      || reading.language.code == "en" && reading.lower[first].hasSuffix("s")
  }

  /// Whether nothing that is said follows a source: the clause ends, or only when and where it was
  /// said is told.
  private func closes(_ end: Int, in sentence: Range<Int>) -> Bool {
    var position = end
    if reading.has(position, .sayingParticle) { position += 1 }
    while position < sentence.upperBound, !isClauseMark(position) {
      let isFinite =
        reading.has(position, [.be, .have, .modal])
        || reading.has(position, .saying) && !reading.has(position, .sayingParticiple)
      if isFinite || isClauseWord(position) { return false }
      position += 1
    }
    return true
  }

  /// Whether the comma may close an appositive after the verb's subject: `Maria Delgado, the
  /// county’s emergency director, said`.
  private func mayBeAppositive(_ comma: Int, in sentence: Range<Int>) -> Bool {
    var first = comma - 1
    while first > sentence.lowerBound, !isClauseMark(first) { first -= 1 }
    guard first > sentence.lowerBound, reading.isMark(first, ",") else { return false }
    var start = first
    while start > sentence.lowerBound, !isClauseMark(start - 1) { start -= 1 }
    return first - start <= 8
      && !(start..<comma).contains { reading.has($0, [.be, .have, .modal, .saying]) }
  }

  private func isPronoun(_ range: Range<Int>) -> Bool {
    range.count == 1 && reading.has(range.lowerBound, .pronoun)
  }

  /// Whether the words name a person, or a body that makes statements.
  func namesSpeaker(_ range: Range<Int>) -> Bool {
    if let first = range.first, reading.isCapitalised(first), reading.isContent(first),
      reading.language.code != "de"
    {
      return true
    }
    return range.contains { position in
      if reading.has(position, [.roleHead, .sourceBody, .honorific])
        || reading.shape(position).contains(.title)
      {
        return true
      }
      let word = SourceReader.withoutElision(reading.lower[position], reading.language)
      if word != reading.lower[position],
        !reading.language.word(word).kind.isDisjoint(with: [.roleHead, .sourceBody])
      {
        return true
      }
      if reading.isCapitalisedAfterElision(position) { return true }
      return reading.isCapitalised(position) && position + 1 < range.upperBound
        && reading.isCapitalised(position + 1)
    }
  }

  /// Whether the words up to the first preposition name a speaker, a document or those who speak without a name.
  func namesSource(_ source: Range<Int>) -> Bool {
    let naming = reading.language.naming
    let said = source.first(where: reading.isContent) ?? source.upperBound
    let end = source.first { $0 > said && reading.isFunction($0) } ?? source.upperBound
    let range = source.lowerBound..<end
    return namesSpeaker(range)
      || range.contains {
        naming.documents.contains(reading.lower[$0])
          || naming.anonymousSources.contains(reading.lower[$0]) || reading.has($0, .pronoun)
      }
  }

  private func subjectBefore(_ verb: Range<Int>, in sentence: Range<Int>) -> Attribution? {
    let before = verb.lowerBound - 1
    // The subject stands before the verb, with or without an appositive between commas.
    var start = verb.lowerBound
    if reading.isMark(before, ","), before > sentence.lowerBound {
      // `Maria Delgado, the county’s emergency director, said`
      var comma = before - 1
      while comma > sentence.lowerBound, !isClauseMark(comma) { comma -= 1 }
      guard reading.isMark(comma, ","), comma > sentence.lowerBound else { return nil }
      start = comma
    }
    if let found = withClause(verb, in: sentence) { return found }
    let stop = start
    while start > sentence.lowerBound, stop - start < 12, !isClauseMark(start - 1),
      !isClauseWord(start - 1)
    {
      start -= 1
    }
    // `Dean Oake, 47, of Ardle, admitted`: past the age to the name.
    if reading.tokens[start].kind == .number, start > sentence.lowerBound + 1,
      reading.isMark(start - 1, ","), reading.isCapitalised(start - 2)
    {
      start -= 2
      while start > sentence.lowerBound, reading.isCapitalised(start - 1),
        reading.isWord(start - 1)
      {
        start -= 1
      }
    }
    // `no incidents reported`: nobody says so.
    guard start < stop, reading.isWord(start) || reading.tokens[start].kind == .number,
      !reading.isNegationWord(start) || reading.tokens[start + 1].kind == .number
    else {
      return nil
    }
    // `no reported losses`: no verb.
    var last = before
    while last > start, isSmallAdverb(last) { last -= 1 }
    if reading.isFunction(last), !reading.has(last, .pronoun) { return nil }
    // A verb makes it a clause and no source: `who'll tell`, and the question `does it tell`.
    if (start..<verb.lowerBound).contains(where: {
      reading.has($0, [.be, .have, .modal]) && !reading.isCapitalised($0)
        || reading.shape($0).contains(.future)
    }) || reading.has(start, .auxiliary) && reading.has(start + 1, .pronoun) {
      return nil
    }
    // `These claims also come`: no verb.
    if stop - start == 1, reading.language.slips.determiners.contains(reading.lower[start]) {
      return nil
    }
    // The source has to name or describe somebody.
    guard (start..<stop).contains(where: { reading.isContent($0) || reading.has($0, .pronoun) })
    else { return nil }
    var end = reading.isMark(before, ",") ? before : verb.lowerBound
    // `wie die Polizei am Montag mitteilte`
    while end > start + 1,
      isDayWord(end - 1) || end < verb.lowerBound && reading.has(end - 1, .sourceEnd)
    {
      end -= 1
    }
    var stopOfVerb = verb.upperBound
    let isBeforeClause = stopOfVerb < sentence.upperBound && opensReport(stopOfVerb)
    if isBeforeClause, reading.has(stopOfVerb, .that) { stopOfVerb += 1 }
    return Attribution(
      range: start..<stopOfVerb, source: start..<end, anchor: verb, isBeforeClause: isBeforeClause)
  }
}
