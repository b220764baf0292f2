import StoryLanguage

/// Marks.
extension SlipFinder {
  /// Marks that part sentences and clauses.
  private static let stops: Set<String> = [",", ".", ";", ":", "?", "!"]

  func mark(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard oldRange.allSatisfy({ old.tokens[$0].kind == .mark }),
      newRange.allSatisfy({ new.tokens[$0].kind == .mark }), oldRange.count + newRange.count <= 3,
      areNeighboursKept(oldRange, newRange)
        || scope == .rewritten && oldRange.isEmpty
          && old.lower.indices.contains(oldRange.lowerBound - 1),
      !haveSameMarks(oldRange.lowerBound, newRange.lowerBound),
      !(oldRange.count == 1 && old.isJoined(oldRange.lowerBound)
        && newRange.contains(where: isAdrift))
    else { return nil }
    if let slip = quotationMark(oldRange, newRange) ?? bracket(oldRange, newRange)
      ?? dash(oldRange, newRange)
    {
      return slip
    }
    func areStops(_ reading: Reading, _ range: Range<Int>) -> Bool {
      range.allSatisfy { SlipFinder.stops.contains(reading.lower[$0]) }
    }
    guard areStops(old, oldRange), areStops(new, newRange) else { return nil }
    if oldRange.isEmpty, let j = newRange.first { return missing(j, oldRange, newRange) }
    if newRange.isEmpty, let i = oldRange.first { return tooMany(i, oldRange, newRange) }
    if oldRange.count == 1, newRange.count == 1,
      isLackingStop(oldRange.lowerBound, newRange.lowerBound)
    {
      return withNeighbours(.punctuation, oldRange, newRange, "another mark belongs there")
    }
    guard isAlone, oldRange.count == 1, newRange.count == 1 else { return nil }
    // `aims: peace` → `aims; peace`; `she won; he lost` → `she won, he lost`
    let (i, j) = (oldRange.lowerBound, newRange.lowerBound)
    if old.isMark(i, ":") && (new.isMark(j, ",") || new.isMark(j, ";"))
      || old.isMark(i, ";") && new.isMark(j, ",") && old.has(i + 1, [.article, .pronoun])
    {
      return nil
    }
    // A comma for a stop joins two sentences or parts them: a matter of style, but before a quotation's end.
    let isBorder = [old.lower[oldRange.lowerBound], new.lower[newRange.lowerBound]].contains(".")
    if isBorder, !new.isMark(newRange.upperBound, "\""), !isFalseQuestion(oldRange, newRange),
      !isFalseEnd(oldRange, newRange), !isEndLacking(oldRange, newRange)
    {
      return nil
    }
    // `Why the boat sank is unclear?`: what begins like a question may be one or not.
    if old.isMark(oldRange.lowerBound, "?") || new.isMark(newRange.lowerBound, "?"),
      !isFalseQuestion(oldRange, newRange)
    {
      return nil
    }
    return withNeighbours(.punctuation, oldRange, newRange, "another mark belongs there")
  }

  /// `in June ,`: whether a stop stands by itself in the newer version, where others stand at their words.
  private func isAdrift(_ mark: Int) -> Bool {
    func isStop(_ place: Int) -> Bool {
      new.tokens[place].kind == .mark && SlipFinder.stops.contains(new.lower[place])
    }
    return isStop(mark) && mark > 0 && !new.isJoined(mark) && new.isWord(mark - 1)
      && new.tokens.indices.contains { isStop($0) && new.isJoined($0) }
  }

  /// `one," said` → `one", said`: whether the marks that stand between two words only changed places.
  private func haveSameMarks(_ place: Int, _ placeNow: Int) -> Bool {
    func marks(_ reading: Reading, around place: Int) -> [String] {
      var start = min(place, reading.count), end = start
      while start > 0, reading.tokens[start - 1].kind == .mark { start -= 1 }
      while end < reading.count, reading.tokens[end].kind == .mark { end += 1 }
      return reading.lower[start..<end].sorted()
    }
    let before = marks(old, around: place)
    return before.count > 1 && before == marks(new, around: placeNow)
  }

  /// `last year. according to` → `last year, according to`: no sentence begins without a capital.
  private func isFalseEnd(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
    guard let i = oldRange.first, let j = newRange.first else { return false }
    return old.isMark(i, ".") && !new.isMark(j, "?") && !new.isMark(j, "!") && old.isWord(i + 1)
      && !old.isCapitalised(i + 1)
      && !old.isJoined(i + 1)
      && !old.has(i - 1, [.abbreviation, .abbreviationThatMayEnd])
  }

  /// `investigation,` → `investigation.`: a paragraph ends with no comma.
  private func isEndLacking(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
    guard let i = oldRange.first, let j = newRange.first else { return false }
    return i + 1 == old.count && j + 1 == new.count && new.isMark(j, ".") && old.isWord(i - 1)
      && (old.isMark(i, ",") || old.isMark(i, ";"))
  }

  /// `on Monday, The crew` → `on Monday. The crew`: inside a sentence a small word has no capital.
  private func isLackingStop(_ i: Int, _ j: Int) -> Bool {
    old.isMark(i, ",") && new.isMark(j, ".") && old.isWord(i - 1) && old.isJoined(i)
      && old.has(i + 1, [.article, .pronoun]) && old.isCapitalised(i + 1)
      && !old.isAllCapitals(i + 1) && !old.isCapitalised(i + 2)
  }

  /// A bracket that leaves none without its fellow.
  private func bracket(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    func isBracket(_ reading: Reading, _ place: Int) -> Bool {
      reading.isMark(place, "(") || reading.isMark(place, ")")
    }
    func excess(_ reading: Reading) -> Int {
      reading.tokens.indices.reduce(0) {
        $0 + (reading.isMark($1, "(") ? 1 : reading.isMark($1, ")") ? -1 : 0)
      }
    }
    let found =
      oldRange.filter { isBracket(old, $0) }.count + newRange.filter { isBracket(new, $0) }.count
    guard found == 1, oldRange.count + newRange.count == 1, excess(old) != 0, excess(new) == 0
    else {
      return nil
    }
    return withNeighbours(.punctuation, oldRange, newRange, "a bracket had no fellow")
  }

  private func missing(_ j: Int, _ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    if new.isMark(j, ","), startsToDescribe(j, old: oldRange.lowerBound) { return nil }
    // `The ferry left` → `The ferry, left`
    if new.isMark(j, ","), partsFromVerb(j) { return nil }
    // `said, that it was late`
    if new.isMark(j, ","), new.has(j - 1, .saying), new.has(j + 1, .that) { return nil }
    // `one,, which`: the newer version has it twice.
    if newRange.count == 1, new.isMark(j - 1, new.lower[j]) || new.isMark(j + 1, new.lower[j]) {
      return nil
    }
    // `editor Ada Orr` → `the paper's editor, Ada Orr`
    if new.isMark(j, ","), scope < .sole, new.has(j - 1, .roleHead), new.isCapitalised(j + 1) {
      return nil
    }
    if newRange.count == 1, isStopOfWord(j) { return nil }
    if new.isMark(j, ","), opensClosedClause(j, old: oldRange.lowerBound) {
      return withNeighbours(.punctuation, oldRange, newRange, "a mark was missing")
    }
    if new.isMark(j, ","), closesNewPhrase(j, old: oldRange.lowerBound) { return nil }
    if new.isMark(j, ","), partsDescriptions(j) { return nil }
    if new.isMark(j, ","), isPhraseSetOff(j, old: oldRange.lowerBound) { return nil }
    // In a sentence that was written anew a semicolon is part of the new wording.
    if new.isMark(j, ";"), scope == .rewritten { return nil }
    if newRange.count == 1, new.isMark(j, ",") {
      // A comma before `and` is a house's style; one between a subject and its verb is a slip itself.
      if isSerial(new, j) && !joinsClauses(j)
        || old.isContent(oldRange.lowerBound) && !isPastForm(old.lower[oldRange.lowerBound])
          && !hasComma(new, before: j)
          && clauseSubject(old, verb: oldRange.lowerBound) != nil
        || isVerbLike(new, j + 1) && !hasComma(new, before: j)
          && !opensClause(j)
      {
        return nil
      }
      // Where the sentence was written anew, the comma may belong to what was put in.
      if scope == .rewritten, commas(new, before: j) != commas(old, before: oldRange.lowerBound) {
        return nil
      }
    }
    return withNeighbours(.punctuation, oldRange, newRange, "a mark was missing")
  }

  /// `Co Mayo` → `Co. Mayo`: a stop that ends no sentence belongs to its word.
  private func isStopOfWord(_ stop: Int) -> Bool {
    guard new.isMark(stop, "."), new.isWord(stop - 1), new.isJoined(stop), stop + 1 < new.count,
      new.tokens[stop + 1].kind != .mark, !new.isJoined(stop + 1)
    else { return false }
    if !new.isCapitalised(stop + 1), new.tokens[stop + 1].kind == .word { return true }
    return new.isCapitalised(stop - 1) && new.lower[stop - 1].utf8.count <= 4
      && !new.has(stop - 1, [.month, .weekday]) && !new.isFunction(stop + 1)
  }

  private func tooMany(_ i: Int, _ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    if old.isMark(i, ",") {
      // `However, the ward`: a word that opens the sentence, and joins it to the one before.
      if i == old.passage.sentence(at: i).lowerBound + 1, old.has(i + 1, [.article, .pronoun]) {
        return nil
      }
      // `it was,” she said`
      if old.isMark(i + 1, "\""), old.isJoined(i + 1) { return nil }
      // `She said, that it was late`
      if isAlone, old.has(i - 1, .saying), old.has(i + 1, .that), !hasComma(old, before: i),
        commasInSentence(old, i) == 1
      {
        return withNeighbours(.punctuation, oldRange, newRange, "a comma was one too many")
      }
      // Two commas that go with each other were right, or a matter of style.
      if commasInSentence(old, i) > commasInSentence(new, newRange.lowerBound) + 1 { return nil }
      // `the dots are, packed close together`: a comma inside a verb.
      if isAlone, old.has(i - 1, .be), old.isWord(i + 1), old.isContent(i + 1),
        words.isPast(old.lower[i + 1]) || words.participles[old.lower[i + 1]] != nil,
        !old.isWord(i - 2) || !old.has(i - 2, [.clause, .that])
      {
        return withNeighbours(.punctuation, oldRange, newRange, "a comma was one too many")
      }
      // The second of two commas closes what the first one opened: it was right.
      if isVerbLike(old, i + 1) {
        return hasComma(old, before: i)
          ? nil : withNeighbours(.punctuation, oldRange, newRange, "a comma was one too many")
      }
      // The comma that ends a clause which another one opened: `The mayor, who was late, said`.
      if old.has(i + 1, .saying) && hasComma(old, before: i) || closesClause(i) { return nil }
      // `in Lorn, police said.`: who says so, at the end of a clause.
      let near = i + 1..<min(old.count, i + 6)
      if let verb = near.first(where: { old.has($0, .saying) }), verb > i + 1,
        verb + 1 >= old.count || old.tokens[verb + 1].kind == .mark,
        !(i + 1..<verb).contains(where: { old.tokens[$0].kind == .mark })
      {
        return nil
      }
      // `“Help, Ann,” she said`: somebody who is spoken to.
      if old.isCapitalised(i + 1), old.quote(around: i..<i + 1) != nil {
        let end = (i + 1..<old.count).first { !old.isCapitalised($0) } ?? old.count
        if end == old.count || old.tokens[end].kind == .mark { return nil }
      }
      // Elsewhere a comma was too many only where nothing else was touched.
      if isAlone, !isSerial(old, i), !old.has(i + 1, .clause), !partsAdjectives(i), !isInList(i) {
        return withNeighbours(.punctuation, oldRange, newRange, "a comma was one too many")
      }
    }
    if isAlone, old.isMark(i, ";"), i + 1 == old.count {
      return withNeighbours(.punctuation, oldRange, newRange, "a mark was one too many")
    }
    if isStopInside(i, newRange.lowerBound) {
      return withNeighbours(.punctuation, oldRange, newRange, "a mark was one too many")
    }
    let neighbours = [i - 1, i + 1].filter { old.tokens.indices.contains($0) }
    // `Ltd.,`: the stop belongs to the word.
    if old.has(i - 1, [.abbreviation, .abbreviationThatMayEnd]) { return nil }
    // A mark beside another one of its kind was one too many.
    guard neighbours.contains(where: { SlipFinder.stops.contains(old.lower[$0]) })
    else { return nil }
    return withNeighbours(.punctuation, oldRange, newRange, "a mark was one too many")
  }

  /// `6 p.m..`: whatever follows in the newer version, the second stop was one too many.
  func doubledStop(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard let i = oldRange.first, oldRange.count == 1, newRange.isEmpty, old.isMark(i, "."),
      old.isJoined(i), endsWithStop(i - 1), newRange.lowerBound > 0,
      old.lower[i - 1] == new.lower[newRange.lowerBound - 1]
    else { return nil }
    return withNeighbours(.punctuation, oldRange, newRange, "a mark was one too many")
  }

  /// Whether a token is a stop, or an abbreviation with its own.
  private func endsWithStop(_ position: Int) -> Bool {
    old.isMark(position, ".")
      || old.isWord(position) && old.passage.text(of: position..<position + 1).utf8.last == 0x2E
  }

  /// `were fed. by hand`: no sentence begins with a small letter.
  private func isStopInside(_ i: Int, _ place: Int) -> Bool {
    isAlone && old.isMark(i, ".") && old.isJoined(i) && !old.isJoined(i + 1) && old.isWord(i - 1)
      && old.isWord(i + 1) && !old.isCapitalised(i + 1) && !hasCapitalWithin(old, i + 1)
      && (old.lower[i - 1].utf8.count > 3 || isPastForm(old.lower[i - 1])) && !endsWithStop(i - 1)
      && !old.has(i - 1, [.abbreviation, .abbreviationThatMayEnd])
      && place < new.count && new.lower[place] == old.lower[i + 1]
  }

  /// A dash that parted nothing.
  private func dash(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard isAlone, newRange.isEmpty, oldRange.allSatisfy({ old.isMark($0, "-") }),
      oldRange.lowerBound > old.passage.sentence(at: oldRange.lowerBound).lowerBound,
      oldRange.upperBound < old.count, !old.isJoined(oldRange.lowerBound)
    else { return nil }
    return withNeighbours(.punctuation, oldRange, newRange, "a dash was one too many")
  }

  /// `. A` → `, a`: a stop that cut a sentence in two.
  func sentenceBorder(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard isAlone, oldRange.count == 2, newRange.count == 2, let i = oldRange.first,
      let j = newRange.first, old.lower[i + 1] == new.lower[j + 1],
      old.isMark(i, ".") && new.isMark(j, ",") || joinsTwoSentences(i, j)
    else { return nil }
    return Slip(
      kind: .punctuation, old: oldRange, new: newRange, because: "another mark belongs there")
  }

  /// `It was dark, residents had left` → `It was dark. Residents had left`: a comma between two sentences,
  /// each with its verb, that nothing else joins.
  private func joinsTwoSentences(_ i: Int, _ j: Int) -> Bool {
    guard old.isMark(i, ","), new.isMark(j, "."), !old.isCapitalised(i + 1),
      new.isCapitalised(j + 1), !old.has(i + 1, [.clause, .numberJoiner])
    else { return false }
    let sentence = old.passage.sentence(at: i)
    func hasVerb(_ range: Range<Int>) -> Bool {
      let verb = range.first { old.has($0, [.be, .have, .modal]) } ?? range.upperBound
      return verb < range.upperBound && verb > range.lowerBound
        && !(range.lowerBound..<verb).contains { old.has($0, .clause) || old.isMark($0, ",") }
    }
    return hasVerb(sentence.lowerBound..<i) && hasVerb(i + 1..<min(i + 8, sentence.upperBound))
  }

  /// `Trump' lawyer` → `Trump's lawyer`: an apostrophe without its letter.
  func possessive(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard oldRange.count == 2, newRange.count == 1, let i = oldRange.first, let j = newRange.first,
      old.isWord(i), !old.lower[i].hasSuffix("s"), old.tokens[i + 1].kind == .mark,
      old.isJoined(i + 1),
      new.lower[j] != old.lower[i], new.lower[j].withoutPossessive == old.lower[i]
    else { return nil }
    return Slip(
      kind: .punctuation, old: oldRange, new: newRange, because: "only the apostrophe differs")
  }

  /// A quotation mark that leaves none without its fellow.
  private func quotationMark(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    let quote = pair.tokenizer.marks.quote
    let isQuote =
      oldRange.allSatisfy { old.tokens[$0].word == quote }
      && newRange.allSatisfy { new.tokens[$0].word == quote }
    // `‘’ The Sun`: a pair around nothing.
    let isEmptyPair =
      newRange.isEmpty && oldRange.count == 2 && old.isJoined(oldRange.lowerBound + 1)
      && oldRange.allSatisfy { old.tokens[$0].kind == .mark && !old.isMark($0, "-") }
      && oldRange.allSatisfy { old.tokens[$0].word == quote || old.isMark($0, "'") }
    if isEmptyPair, isAlone {
      return withNeighbours(
        .punctuation, oldRange, newRange, "the quotation marks stood around nothing")
    }
    // `out` → `out."`: the stop was missing as well.
    let isWithStop =
      oldRange.isEmpty && newRange.contains { new.tokens[$0].word == quote }
      && newRange.count <= 3
      && newRange.allSatisfy {
        new.tokens[$0].word == quote || SlipFinder.stops.contains(new.lower[$0])
      }
    guard isQuote && oldRange.count + newRange.count == 1 || isWithStop else { return nil }
    func isOdd(_ reading: Reading) -> Bool {
      reading.tokens.count { $0.word == quote } % 2 == 1
    }
    guard isOdd(old), !isOdd(new) else { return nil }
    return withNeighbours(
      .punctuation, oldRange, newRange, "a quotation mark had no fellow")
  }

  /// A word that by its form or kind is most likely the sentence's verb.
  func isVerbLike(_ reading: Reading, _ position: Int) -> Bool {
    reading.isWord(position)
      && (reading.has(position, [.be, .have, .modal, .auxiliary])
        || reading.isContent(position) && reading.lower[position].hasSuffix("ed"))
  }
}
