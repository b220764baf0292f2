import StoryLanguage

extension ClaimFinder {
  /// Words altered inside quotation marks that both versions have.
  mutating func findQuotations(_ sentences: PassageDiff.SentencePair) {
    var run: (old: Range<Int>, new: Range<Int>, quote: Range<Int>)?
    var found: [(old: Range<Int>, new: Range<Int>)] = []
    for hunk in sentences.hunks {
      guard !isCovered(hunk.old, inOld: true), !isCovered(hunk.new, inOld: false),
        let oldQuote = old.quote(around: hunk.old), let newQuote = new.quote(around: hunk.new),
        !beginsSooner(hunk, oldQuote, newQuote),
        isShared(oldQuote, newQuote, sentences) || isReplaced(oldQuote, newQuote, hunk, sentences)
      else {
        if let run { found.append((run.old, run.new)) }
        run = nil
        continue
      }
      // Neighbouring edits of one quotation are one change of it.
      if let last = run, last.quote == oldQuote,
        hunk.old.lowerBound - last.old.upperBound <= 2
      {
        run = (
          last.old.lowerBound..<hunk.old.upperBound, last.new.lowerBound..<hunk.new.upperBound,
          oldQuote
        )
      } else {
        if let last = run { found.append((last.old, last.new)) }
        run = (hunk.old, hunk.new, oldQuote)
      }
    }
    if let run { found.append((run.old, run.new)) }
    for hunk in sentences.hunks {
      if let cut = cutEnd(hunk, inOld: true, sentences) { found.append(cut) }
      if let cut = cutEnd(hunk, inOld: false, sentences) { found.append(cut) }
      if let end = alteredEnd(hunk, sentences) { found.append(end) }
    }
    for whole in found {
      if isTrimmed(whole.old, whole.new) || isQuotedElsewhere(whole.old, whole.new) {
        cover(whole.old, whole.new)
      } else if isAltered(whole.old, whole.new) {
        addQuotation(
          trimmed(withoutWhatIsQuotedElsewhere(whole.old, old), old),
          trimmed(withoutWhatIsQuotedElsewhere(whole.new, new), new))
      }
    }
  }

  /// Adds that one run of a quotation became another, either of which may be empty.
  mutating func addQuotation(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
    add(
      RawClaim(
        type: .quotation, old: oldRange.isEmpty ? nil : withItsSign(oldRange, old),
        new: newRange.isEmpty ? nil : withItsSign(newRange, new),
        because: oldRange.isEmpty || newRange.isEmpty
          ? "both versions quote the sentence, and one of them without these words"
          : "the words stand inside quotation marks in both versions"))
  }

  /// `£85,000`, `60%`: a figure with the sign that it touches.
  private func withItsSign(_ range: Range<Int>, _ reading: Reading) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return range }
    let isMoney =
      reading.tokens[first].kind == .number && reading.isJoined(first)
      && reading.match(pair.language.currencies, first - 1, end: first) != nil
    let isShare = reading.tokens[last].kind == .number && reading.isMark(last + 1, "%")
    return (isMoney ? first - 1 : first)..<(isShare ? last + 2 : last + 1)
  }

  /// `said that it “was torn”` → `“The net was torn,”`: words before those that the other version quotes within a
  /// sentence of its own.
  private func beginsSooner(_ hunk: Hunk, _ oldQuote: Range<Int>, _ newQuote: Range<Int>) -> Bool {
    func isWithin(_ quote: Range<Int>, _ reading: Reading) -> Bool {
      let open = quote.lowerBound - 1
      return open > reading.passage.sentence(at: quote.lowerBound).lowerBound
        && reading.isWord(open - 1) && !reading.isCapitalised(quote.lowerBound)
    }
    func opens(_ quote: Range<Int>, _ reading: Reading) -> Bool {
      reading.isCapitalised(quote.lowerBound)
        && reading.passage.sentence(at: quote.lowerBound).lowerBound >= quote.lowerBound - 1
    }
    guard hunk.old.lowerBound == oldQuote.lowerBound, hunk.new.lowerBound == newQuote.lowerBound
    else { return false }
    return hunk.old.isEmpty && isWithin(oldQuote, old) && opens(newQuote, new)
      || hunk.new.isEmpty && isWithin(newQuote, new) && opens(oldQuote, old)
  }

  /// `“It is a shame, and they knew it,” he said` → `“It is a shame.”`: the end of a quotation that an edit took away
  /// with words behind it, where the other version's ends and nothing else quotes the words.
  private func cutEnd(_ hunk: Hunk, inOld: Bool, _ sentences: PassageDiff.SentencePair)
    -> (old: Range<Int>, new: Range<Int>)?
  {
    let (own, other) = inOld ? (old, new) : (new, old)
    let (mine, theirs) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    let map = inOld ? diff.newOfOld : diff.oldOfNew
    guard
      let quote = own.quotes.first(where: {
        $0.contains(mine.lowerBound) && $0.upperBound < mine.upperBound
          && mine.lowerBound > $0.lowerBound
      }), theirs.lowerBound > 0, map[mine.lowerBound - 1] == theirs.lowerBound - 1,
      let rest = other.quotes.first(where: { $0.contains(theirs.lowerBound - 1) })
    else { return nil }
    let cut = mine.lowerBound..<quote.upperBound
    let left = theirs.lowerBound..<max(theirs.lowerBound, rest.upperBound)
    let said = cut.filter { own.tokens[$0].kind != .mark }.map { own.number($0) }
    guard said.count >= 3, !cut.contains(where: { own.isMark($0, "\"") }),
      left.allSatisfy({ other.tokens[$0].kind == .mark }),
      !left.contains(where: { other.isMark($0, "...") }),
      isShared(inOld ? quote : rest, inOld ? rest : quote, sentences),
      !other.quotes.contains(where: { other.holds(said, in: $0) }),
      !isCovered(cut, inOld: inOld)
    else { return nil }
    let end = theirs.lowerBound..<theirs.lowerBound
    return inOld ? (cut, end) : (end, cut)
  }

  /// Words of the longest end of a quotation that is held against another one.
  private static let longestEnd = 5

  /// `“He fears no rower,” she said` → `“He fears nobody.”`: the ends of a quotation, in an edit that reaches beyond it.
  private func alteredEnd(_ hunk: Hunk, _ sentences: PassageDiff.SentencePair)
    -> (old: Range<Int>, new: Range<Int>)?
  {
    func end(_ side: Range<Int>, _ reading: Reading) -> (quote: Range<Int>, end: Range<Int>)? {
      guard
        let quote = reading.quotes.first(where: {
          $0.contains(side.lowerBound) && side.lowerBound > $0.lowerBound
            && (side.upperBound..<max(side.upperBound, $0.upperBound))
              .allSatisfy { reading.tokens[$0].kind == .mark }
        })
      else { return nil }
      let whole = trimmed(
        side.lowerBound..<min(side.upperBound, quote.upperBound), reading)
      let end = trimmed(withoutWhatIsQuotedElsewhere(whole, reading), reading)
      return (1...ClaimFinder.longestEnd).contains(end.count) ? (quote, end) : nil
    }
    guard let mine = end(hunk.old, old), let theirs = end(hunk.new, new),
      mine.quote.upperBound < hunk.old.upperBound || theirs.quote.upperBound < hunk.new.upperBound,
      diff.newOfOld[hunk.old.lowerBound - 1] == hunk.new.lowerBound - 1,
      isShared(mine.quote, theirs.quote, sentences), !isCovered(mine.end, inOld: true),
      !isCovered(theirs.end, inOld: false)
    else { return nil }
    return (mine.end, theirs.end)
  }

  /// `“It was wrong, and we will fight,” she said` → `“It was unjust,” she said, “and we will fight.”`: an end of a quotation without
  /// the words, three or more, with which it ends and that the other version quotes apart.
  private func withoutWhatIsQuotedElsewhere(_ end: Range<Int>, _ reading: Reading) -> Range<Int> {
    let other = reading === old ? new : old
    let start = end.dropFirst().first { start in
      let said = (start..<end.upperBound).filter { reading.tokens[$0].kind != .mark }
        .map { reading.number($0) }
      return said.count >= 3 && other.quotes.contains { other.holds(said, in: $0) }
    }
    return end.lowerBound..<(start ?? end.upperBound)
  }

  /// The run without marks at its ends.
  private func trimmed(_ range: Range<Int>, _ reading: Reading) -> Range<Int> {
    var range = range
    while let first = range.first, reading.tokens[first].kind == .mark { range.removeFirst() }
    while let last = range.last, reading.tokens[last].kind == .mark { range.removeLast() }
    return range
  }

  /// Whether the two quoted runs are one quotation: a word that says something is kept, or two others, or
  /// any where nothing else was done to the sentence (`is 'very fine'` → `is 'very poor'`).
  private func isShared(
    _ oldQuote: Range<Int>, _ newQuote: Range<Int>, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    let kept = oldQuote.filter { position in
      diff.newOfOld[position] >= 0 && newQuote.contains(diff.newOfOld[position])
        && old.tokens[position].kind != .mark
    }
    return kept.count >= 2 || kept.contains { old.isContent($0) }
      || !kept.isEmpty
        && sentences.hunks.allSatisfy {
          ($0.old.clamped(to: oldQuote), $0.new.clamped(to: newQuote)) == ($0.old, $0.new)
        }
  }

  /// Whether all that a quotation says was put in the place of all that another does, and nothing else was done
  /// to the sentence that has it.
  private func isReplaced(
    _ oldQuote: Range<Int>, _ newQuote: Range<Int>, _ hunk: Hunk,
    _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    func isWhole(_ quote: Range<Int>, _ edited: Range<Int>, _ reading: Reading) -> Bool {
      quote.allSatisfy { edited.contains($0) || !reading.isContent($0) }
    }
    let isFramed =
      sentences.old.count > oldQuote.count + 3 && sentences.new.count > newQuote.count + 3
    // `closing two halls was “wrong”` → `closing three halls was “rash”`
    let isKeptAround =
      oldQuote.lowerBound > 1 && newQuote.lowerBound > 1
      && (1...2).allSatisfy { diff.newOfOld[oldQuote.lowerBound - $0] == newQuote.lowerBound - $0 }
      && oldQuote.upperBound < old.count
      && diff.newOfOld[oldQuote.upperBound] == newQuote.upperBound
    return (sentences.hunks.count == 1 || isKeptAround) && isFramed
      && isWhole(oldQuote, hunk.old, old) && isWhole(newQuote, hunk.new, new)
  }

  /// Whether both runs are one figure of the same value: `ninety`, `90`.
  private func isRestated(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
    let a = FigureReader(reading: old).mentions(in: oldRange, apartFrom: [])
    let b = FigureReader(reading: new).mentions(in: newRange, apartFrom: [])
    guard a.count == 1, b.count == 1, a[0].range == oldRange, b[0].range == newRange else {
      return false
    }
    return Comparison.of(a[0], b[0]).isSame
  }

  private func quoted(_ reading: Reading, _ range: Range<Int>) -> [String] {
    range.filter { reading.tokens[$0].kind != .mark && reading.tokens[$0].kind != .address }
      .map { reading.lower[$0] }
  }

  /// `“It is a shame, and they knew,” she said.` → `“It is a shame,” she said, “and they knew.”`: whether three words or
  /// more that one side of an edit has, and the other has none for, stand in a quotation of the other version.
  private func isQuotedElsewhere(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
    func isMoved(
      _ mine: Range<Int>, _ own: Reading, _ theirs: Range<Int>, _ other: Reading
    ) -> Bool {
      let said = mine.filter { own.tokens[$0].kind != .mark }.map { own.number($0) }
      return said.count >= 3 && theirs.allSatisfy { other.tokens[$0].kind == .mark }
        && other.quotes.contains { other.holds(said, in: $0) }
    }
    return isMoved(oldRange, old, newRange, new) || isMoved(newRange, new, oldRange, old)
  }

  /// Whether one side of an edit has no words and an ellipsis in their place.
  private func isTrimmed(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
    [(old, oldRange), (new, newRange)].contains { reading, range in
      quoted(reading, range).isEmpty && range.contains { reading.isMark($0, "...") }
    }
  }

  /// `aren't` → `are`, `not`
  private func spelledOut(_ word: String) -> [String] {
    let denial = pair.language.denial
    if let whole = denial.irregularContractions[word] {
      return whole.split(separator: " ").map(String.init)
    }
    guard word.holds(UInt8(ascii: "'")),
      let (ending, meaning) = denial.contractions.first(where: { word.hasSuffix($0.key) }),
      word.utf8.count > ending.utf8.count
    else { return [word] }
    return [String(word.dropLast(ending.count)), meaning]
  }

  /// Whether an edit inside a quotation alters what is quoted: not its marks, its capitals, its
  /// spelling, or words left out where an ellipsis says so.
  func isAltered(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
    let before = quoted(old, oldRange).flatMap(spelledOut)
    let after = quoted(new, newRange).flatMap(spelledOut)
    if before == after { return false }
    // `organised`, `organized`
    if before.count == after.count,
      zip(before, after).allSatisfy({ $0 == $1 || Naming.areOfTwoEnglishes($0, $1) })
    {
      return false
    }
    if isTrimmed(oldRange, newRange) { return false }
    if isRestated(oldRange, newRange) { return false }
    return !SlipFinder.isSlipEitherWay(
      pair, old, oldRange, new, newRange, scope: scope(oldRange, newRange))
  }

  /// How much evidence of a slip is asked for: of two forms of one word that stand apart from other edits as much as
  /// outside a quotation.
  private func scope(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> SlipFinder.Scope {
    guard let i = oldRange.first, let j = newRange.first, oldRange.count == 1, newRange.count == 1,
      zip(old.lower[i].utf8, new.lower[j].utf8).prefix(while: { $0 == $1 }).count >= 4
    else { return .rewritten }
    return min(.apart, diff.scope(of: Hunk(old: oldRange, new: newRange)))
  }
}
