import StoryLanguage

/// What stands for the source of a verb.
extension SourceReader {
  /// Whether a run of words begins as a name or a description does.
  func isSourceShaped(_ range: Range<Int>) -> Bool {
    guard let first = range.first,
      // `said the college cannot go on with its plans`
      !range.dropFirst().contains(where: { reading.isNegation($0) }),
      // `Den Schaden schätzt die Feuerwehr`
      !reading.language.naming.objectArticles.contains(reading.lower[first])
    else { return false }
    return reading.has(first, [.article, .honorific, .roleHead, .sourceBody, .pronoun, .cardinal])
      || reading.isCapitalised(first) || reading.lower[first].contains("'")
      || reading.language.code == "en" && reading.lower[first].hasSuffix("s")
  }

  /// Whether nothing that is said follows a source: the clause ends, or only when and where it was
  /// said is told.
  func closes(_ end: Int, in sentence: Range<Int>) -> Bool {
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
  func mayBeAppositive(_ comma: Int, in sentence: Range<Int>) -> Bool {
    var first = comma - 1
    while first > sentence.lowerBound, !isClauseMark(first) { first -= 1 }
    guard first > sentence.lowerBound, reading.isMark(first, ",") else { return false }
    var start = first
    while start > sentence.lowerBound, !isClauseMark(start - 1) { start -= 1 }
    return first - start <= 8
      && !(start..<comma).contains { reading.has($0, [.be, .have, .modal, .saying]) }
  }

  func isPronoun(_ range: Range<Int>) -> Bool {
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
    let prepositions = reading.language.slips.prepositions
    let end =
      source.first {
        $0 > said && (reading.isFunction($0) || prepositions.contains(reading.lower[$0]))
      } ?? source.upperBound
    let range = source.lowerBound..<end
    return namesSpeaker(range)
      || range.contains {
        naming.documents.contains(reading.lower[$0])
          || naming.anonymousSources.contains(reading.lower[$0]) || reading.has($0, .pronoun)
      }
  }

  func subjectBefore(_ verb: Range<Int>, in sentence: Range<Int>) -> Attribution? {
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
