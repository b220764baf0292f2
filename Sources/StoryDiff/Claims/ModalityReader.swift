import StoryLanguage

/// Finds what makes a statement more or less sure, and what denies it.
struct ModalityReader {
  let reading: Reading

  /// Hedges and modals, each with its level: `possible`, `likely`, `believed`, `alleged`,
  /// `intended`, `unlikely`, `certain`.
  func hedges(in range: Range<Int>) -> [Mention] {
    var result: [Mention] = []
    var position = range.lowerBound
    while position < range.upperBound {
      // `he'll`
      if reading.isWord(position), reading.shape(position).contains(.future) {
        result.append(
          Mention(
            kind: .certainty, range: position..<position + 1, core: position..<position + 1,
            value: .word("certain")))
        position += 1
        continue
      }
      guard
        let (count, said) = reading.match(
          reading.language.hedges, position, end: range.upperBound),
        !isMonth(position), !isHedgeNoun(position), !isSaidTo(position, count),
        // `is believed by residents`: who believes it is told.
        !(reading.has(position - 1, .be) && reading.has(position + count, .passiveAgent))
      else {
        position += 1
        continue
      }
      var start = position, stop = position + count
      // `could not supply`: was not able to.
      let isDenied =
        stop < range.upperBound && reading.language.denials.contains(reading.lower[stop])
      let level =
        isDenied && reading.has(position, .modal) && said == "possible" && count == 1
          && reading.language.denial.abilityWords.contains(reading.lower[position]) ? "able" : said
      if count > 1 || level == "believed" || level == "likely" || level == "unlikely" {
        while start > range.lowerBound, reading.has(start - 1, .be) { start -= 1 }
      }
      if level == "believed", stop < range.upperBound, reading.has(stop, [.have, .be]),
        reading.match(reading.language.hedges, stop, end: range.upperBound) == nil
      {
        stop += 1
      }
      result.append(
        Mention(
          kind: .certainty, range: start..<stop, core: position..<position + count,
          value: .word(level)))
      position = stop
    }
    return result
  }

  /// `selling false hope to patients`, `the plan to close`: a noun, after an article, an adjective or another noun of
  /// which there is one.
  private func isHedgeNoun(_ position: Int) -> Bool {
    guard reading.language.denial.hedgeNouns.contains(reading.lower[position]) else { return false }
    let before = position - 1
    if reading.has(before, .article)
      || before >= 0 && reading.language.slips.possessives.contains(reading.lower[before])
    {
      return true
    }
    return reading.isWord(before) && reading.isContent(before) && !reading.isCapitalised(before)
      && !reading.lower[before].hasSuffix("s")
      && !reading.language.slips.plainPlurals.contains(reading.lower[before])
  }

  /// `Orr said to him: “Wait.”`: no verb follows that the words would hedge, but somebody whom they are said to.
  private func isSaidTo(_ position: Int, _ count: Int) -> Bool {
    let last = position + count - 1
    guard count > 1, reading.has(last, .baseFormTaker), reading.has(last - 1, .saying) else {
      return false
    }
    return reading.has(last + 1, [.pronoun, .article]) || reading.isCapitalised(last + 1)
      || reading.isMark(last + 1, ":") || reading.isMark(last + 1, ",")
  }

  /// A month or a name that is spelt like a modal.
  private func isMonth(_ position: Int) -> Bool {
    reading.has(position, .month) && reading.isCapitalised(position)
      && (position > 0 && !reading.isMark(position - 1, "\"")
        || position + 1 < reading.count && reading.tokens[position + 1].kind == .number)
  }

  /// Negations: words, phrases, and words that end in `n't`.
  func negations(in range: Range<Int>) -> [Mention] {
    var result: [Mention] = []
    let negations = reading.language.negations
    var position = range.lowerBound
    while position < range.upperBound {
      if let stop = splitNegation(at: position, end: range.upperBound) {
        result.append(
          Mention(
            kind: .polarity, range: position..<stop, core: position..<stop, value: .word("not")))
        position = stop
      } else if let (count, isStrong) = reading.match(
        negations, position, end: range.upperBound)
      {
        if isStrong, !isNumberSign(position), !isNoun(position), !isInName(position, count),
          !goesOn(position, from: range.lowerBound)
        {
          result.append(
            Mention(
              kind: .polarity, range: position..<position + count,
              core: position..<position + count, value: .word("not")))
        }
        position += count
      } else {
        if reading.isWord(position), reading.shape(position).contains(.denial) {
          result.append(
            Mention(
              kind: .polarity, range: position..<position + 1, core: position..<position + 1,
              value: .word("not")))
        }
        position += 1
      }
    }
    return result
  }

  /// `ne fermera plus`: where a negation of two words ends, the second a few words after the first.
  /// `ne … plus que` says how much is left.
  private func splitNegation(at position: Int, end: Int) -> Int? {
    if reading.language.denial.splitNegations.isEmpty { return nil }
    let split = reading.language.denial.splitNegations
    guard let openers = split["open"], let closers = split["close"],
      reading.begins(position, withOneOf: openers),
      let last = (position + 1..<min(end, position + 4)).first(where: {
        closers.contains(reading.lower[$0])
      }), last + 1 >= end || !reading.begins(last + 1, withOneOf: split["unless"] ?? [])
    else { return nil }
    return last + 1
  }

  /// `the Non-Academic Staff Union`
  private func isInName(_ position: Int, _ count: Int) -> Bool {
    count == 2 && reading.isMark(position + 1, "-") && reading.isCapitalised(position)
      && reading.isCapitalised(position + 2)
  }

  /// `neither … nor`: the second denies nothing more.
  private func goesOn(_ position: Int, from floor: Int) -> Bool {
    guard let first = reading.language.denial.correlatives[reading.lower[position]] else {
      return false
    }
    return (floor..<position).contains { reading.lower[$0] == first }
  }

  /// `le pas de tir`, `el no`: a word for a negation that is a noun after what goes before nouns.
  private func isNoun(_ position: Int) -> Bool {
    reading.language.denial.negationNouns.contains(reading.lower[position])
      && reading.has(position - 1, [.article, .cardinal, .ordinal])
  }

  /// Whether a verb is in the conditional, by its ending, and what stands before that.
  func conditionalStem(_ position: Int) -> String? {
    guard reading.isWord(position), reading.isContent(position),
      !reading.has(position - 1, .article)
    else { return nil }
    let word = String(reading.lower[position].split(separator: "'").last ?? "")
    guard word.utf8.count >= 6, !reading.language.denial.conditionalExceptions.contains(word),
      let ending = reading.language.denial.conditionalEndings.first(where: { word.hasSuffix($0) })
    else { return nil }
    let stem = String(word.dropLast(ending.count))
    return reading.language.denial.conditionalStems.contains { stem.hasSuffix($0) } ? stem : nil
  }

  /// Whether a sentence says under what condition something is so, or who foretold it: its
  /// conditionals are no hearsay.
  func isConditioned(_ range: Range<Int>) -> Bool {
    range.contains { position in
      reading.language.denial.conditionWords.contains(reading.lower[position])
        || reading.has(position, .saying) && reading.has(position + 1, .clause)
    }
  }

  /// `No. 4`, `no 10`.
  private func isNumberSign(_ position: Int) -> Bool {
    guard reading.has(position, .numberNoun) else { return false }
    let next = reading.isMark(position + 1, ".") ? position + 2 : position + 1
    return next < reading.count && reading.tokens[next].kind == .number
  }
}
