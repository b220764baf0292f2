import StoryLanguage

/// Finds who a statement is attributed to.
struct SourceReader {
  let reading: Reading
  /// A verb such as `believe` of which the other version shows that it introduces a clause, having the clause alone.
  var leadIn: Int?

  /// An attribution: `according to the company`, `police said`, `said Erik Stromm`.
  struct Attribution {
    /// The phrase that names the source, verb and all, without the commas around it.
    let range: Range<Int>
    /// The source alone.
    var source: Range<Int>
    /// The verb of saying, or the phrase (`according to`) that introduces the source.
    let anchor: Range<Int>
    /// `according to …`: a phrase of its own.
    var isPhrase = false
    /// `They forecast that …`: what is said is a clause after it.
    var isBeforeClause = false
  }

  /// The attributions of a sentence, in order. O(tokens × the longest source).
  func attributions(in sentence: Range<Int>) -> [Attribution] {
    var result = headlineSources(in: sentence)
    let tables =
      reading.language.attributionPhrases.bit | reading.language.attributionPrefixes.bit
    var position = sentence.lowerBound
    while position < sentence.upperBound {
      if reading.opens(position, tables) || reading.has(position, .opinionPrefix),
        let found = phrase(at: position, in: sentence)
      {
        result.append(found)
        position = max(found.range.upperBound, position + 1)
        continue
      }
      if reading.has(position, .sourceSuffix), let found = source(before: position, in: sentence) {
        result.append(found)
      } else if isVerb(position, in: sentence), let found = subject(ofVerb: position, in: sentence),
        !(result.last?.range.overlaps(found.source) ?? false)
      {
        result.append(found)
      }
      position += 1
    }
    return result
  }

  // MARK: Phrases

  /// `according to the company`, `selon la police`; `pour le maire,` and `, so ein Sprecher.` where
  /// somebody is named.
  private func phrase(at position: Int, in sentence: Range<Int>) -> Attribution? {
    if let (count, _) = reading.match(
      reading.language.attributionPhrases, position, end: sentence.upperBound),
      // `the court was told by a diver`
      !reading.has(position + count, .passiveAgent)
    {
      return Attribution(
        range: position..<position + count, source: position + 1..<position + count,
        anchor: position..<position + 1, isPhrase: true)
    }
    if let (count, _) = reading.match(
      reading.language.attributionPrefixes, position, end: sentence.upperBound)
    {
      var start = position + count
      // `según ha informado la policía`
      let verb = reading.has(start, .have) ? start + 1 : start
      if reading.has(verb, .saying), verb + 1 < sentence.upperBound, reading.isWord(verb + 1) {
        start = verb + 1
      }
      // `a fait savoir que …`: the source stands before it.
      guard start < sentence.upperBound, !isClauseWord(start) else { return nil }
      let end = nounPhraseEnd(from: start, in: sentence)
      // `citing a lack of staff`: a reason.
      let mayBeReason = reading.language.naming.citingWords.contains(reading.lower[position])
      // `reported by 19% of those asked`: how many, not who.
      guard end > start, !mayBeReason || namesSource(start..<end),
        (start..<end).contains(where: { position in
          // nor `reported by Wednesday`
          reading.tokens[position].kind != .number && !isDayWord(position)
            && !reading.has(position, .month)
        })
      else { return nil }
      return Attribution(
        range: position..<end, source: start..<end, anchor: position..<start, isPhrase: true)
    }
    if reading.has(position, .opinionPrefix), opensClause(position, in: sentence) {
      let start = position + 1
      let end = nounPhraseEnd(from: start, in: sentence)
      let isClosed =
        position == sentence.lowerBound
        ? end < sentence.upperBound && reading.isMark(end, ",") : isClauseEnd(end, in: sentence)
      guard end > start, isClosed, namesSpeaker(start..<end) else { return nil }
      return Attribution(
        range: position..<end, source: start..<end, anchor: position..<start, isPhrase: true)
    }
    return nil
  }

  /// `der Polizei zufolge`
  private func source(before suffix: Int, in sentence: Range<Int>) -> Attribution? {
    var start = suffix
    while start > sentence.lowerBound, suffix - start < 8 {
      let next = start - 1
      guard reading.isWord(next), !reading.has(next, [.saying, .be, .have, .modal]) else { break }
      let isAdjective =
        !reading.isCapitalised(next) && !reading.isFunction(next)
        && next > sentence.lowerBound && reading.has(next - 1, .article)
      guard
        reading.isCapitalised(next) || reading.has(next, [.article, .roleJoiner]) || isAdjective
      else { break }
      start = next
    }
    guard (start..<suffix).contains(where: reading.isContent) else { return nil }
    return Attribution(
      range: start..<suffix + 1, source: start..<suffix, anchor: suffix..<suffix + 1,
      isPhrase: true)
  }
}
