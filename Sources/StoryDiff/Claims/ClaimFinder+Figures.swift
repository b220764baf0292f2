import StoryLanguage
import StoryModel

extension ClaimFinder {
  /// The least that a word without a figure has to stand for, to be told where it came or went.
  private static let leastTold = 200.0

  /// Quantities, money, percentages, dates and times.
  mutating func findFigures(_ sentences: PassageDiff.SentencePair) {
    let oldDates = DateReader(reading: old).mentions(in: sentences.old)
    let newDates = DateReader(reading: new).mentions(in: sentences.new)
    let oldFigures = FigureReader(reading: old).mentions(in: sentences.old, apartFrom: oldDates)
    let newFigures = FigureReader(reading: new).mentions(in: sentences.new, apartFrom: newDates)
    func open(_ mentions: [Mention], inOld: Bool) -> [Mention] {
      mentions.filter { !isCovered($0.range, inOld: inOld) }
    }
    findPartsOfDays(oldDates, newDates, sentences)
    findSpans(oldDates, newDates, sentences)
    // A figure may stand where a date stood; a date and a time are told apart.
    compare(
      pairUp(
        open(oldDates.filter { $0.kind == .date }, inOld: true),
        open(newDates.filter { $0.kind == .date }, inOld: false), sentences,
        joinsLone: areAllThatChanged(oldDates, newDates, sentences),
        areSame: { [self] in areSameThere($0, $1, oldDates, newDates, sentences) }), sentences)
    compare(
      pairUp(
        open(oldDates.filter { $0.kind == .time }, inOld: true),
        open(newDates.filter { $0.kind == .time }, inOld: false), sentences,
        areSame: { [self] in areSameThere($0, $1, oldDates, newDates, sentences) }), sentences)
    compare(
      pairUp(
        open(oldFigures, inOld: true), open(newFigures, inOld: false), sentences, joinsLone: true,
        areSame: { [self] a, b in
          areSameThere(a, b, oldFigures, newFigures, sentences)
            && (!Set(a.context).isDisjoint(with: b.context)
              || a.context.isEmpty && b.context.isEmpty)
        }), sentences)
    findRates(oldFigures, newFigures, sentences)
    findAmounts(sentences)
    // `waited months` → `waited years`
    let bare = pairUp(
      open(
        FigureReader(reading: old).bareUnits(in: sentences.old, apartFrom: oldFigures), inOld: true),
      open(
        FigureReader(reading: new).bareUnits(in: sentences.new, apartFrom: newFigures), inOld: false
      ),
      sentences, areSame: { $0.value == $1.value })
    for (a, b) in bare.pairs where a.value != b.value && isAlone(a, b, sentences) {
      add(
        RawClaim(
          type: .quantity, old: a.range, new: b.range, oldMention: a, newMention: b,
          because: "the two are different values in the same place of the sentence"))
    }
  }

  /// Whether two values are the same and neither stands in the place of another one: `left in 2010, joined in
  /// 2015` → `left in 2015, joined in 2010` are two changes.
  private func areSameThere(
    _ a: Mention, _ b: Mention, _ old: [Mention], _ new: [Mention],
    _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    Comparison.of(a, b).isSame
      && !(isReplaced(a, by: new, inOld: true, sentences)
        && isReplaced(b, by: old, inOld: false, sentences))
  }

  /// `Frost warning Thursday, 28 March` → `Friday, 29 March: frost warning`: whether no edit touches
  /// anything but a date.
  private func areAllThatChanged(
    _ oldDates: [Mention], _ newDates: [Mention], _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    func isInside(_ side: Range<Int>, _ mentions: [Mention], _ reading: Reading) -> Bool {
      side.allSatisfy { position in
        reading.tokens[position].kind == .mark || mentions.contains { $0.range.contains(position) }
      }
    }
    return sentences.hunks.allSatisfy {
      isInside($0.old, oldDates, old) && isInside($0.new, newDates, new)
    }
  }

  /// `all of the houses` → `some of the houses`, `doubled` → `tripled`: how much, without a figure.
  private mutating func findAmounts(_ sentences: PassageDiff.SentencePair) {
    for hunk in sentences.hunks
    where hunk.old.count == 1 && hunk.new.count == 1 && !isCovered(hunk.old, inOld: true)
      && !isCovered(hunk.new, inOld: false)
    {
      let before = old.lower[hunk.old.lowerBound], after = new.lower[hunk.new.lowerBound]
      guard pair.language.denial.amounts.areApart(before, after) else { continue }
      add(
        RawClaim(
          type: .quantity, old: hunk.old, new: hunk.new, because: "the two do not say as much"))
    }
  }

  /// `overnight` → `at dawn`: a day that tells a part of it, and another part where no day is told.
  private mutating func findPartsOfDays(
    _ oldDates: [Mention], _ newDates: [Mention], _ sentences: PassageDiff.SentencePair
  ) {
    func part(_ mention: Mention) -> String? {
      if case .word(let word) = mention.value, mention.kind == .time { return word }
      return mention.partOfDay
    }
    for hunk in sentences.hunks {
      let before = oldDates.filter { hunk.old.overlaps($0.range) }
      let after = newDates.filter { hunk.new.overlaps($0.range) }
      guard before.count == 1, after.count == 1, before[0].kind != after[0].kind,
        !isCovered(before[0].range, inOld: true), !isCovered(after[0].range, inOld: false),
        let a = part(before[0]), let b = part(after[0]), a != b
      else { continue }
      add(
        RawClaim(
          type: .time, old: before[0].range, new: after[0].range, oldMention: before[0],
          newMention: after[0], because: "the two are different times of day"))
    }
  }

  /// `3–9pm` → `3 p.m. to 9 p.m.`: two times that are written as one and as two.
  private mutating func findSpans(
    _ oldDates: [Mention], _ newDates: [Mention], _ sentences: PassageDiff.SentencePair
  ) {
    func spans(_ mentions: [Mention]) -> [Mention] {
      mentions.filter { mention in
        guard case .clock(let from, let to) = mention.value else { return false }
        return from != to
      }
    }
    func twins(_ mentions: [Mention], _ reading: Reading, as span: Mention) -> Range<Int>? {
      guard case .clock(let from, let to) = span.value else { return nil }
      for (first, last) in zip(mentions, mentions.dropFirst()) {
        guard case .clock(let start, let startToo) = first.value, start == startToo,
          case .clock(let end, let endToo) = last.value, end == endToo, start == from, end == to,
          first.range.upperBound + 1 == last.range.lowerBound,
          reading.isMark(first.range.upperBound, "-")
            || reading.has(first.range.upperBound, .rangeWord)
        else { continue }
        return first.range.lowerBound..<last.range.upperBound
      }
      return nil
    }
    func restate(_ before: Range<Int>, _ after: Range<Int>) {
      guard !isCovered(before, inOld: true), !isCovered(after, inOld: false) else { return }
      findings.restatements.append(RawRestatement(old: before, new: after))
      cover(before, after)
    }
    for span in spans(oldDates) where isTouched(span.range, inOld: true) {
      if let after = twins(newDates, new, as: span) { restate(span.range, after) }
    }
    for span in spans(newDates) where isTouched(span.range, inOld: false) {
      if let before = twins(oldDates, old, as: span) { restate(before, span.range) }
    }
  }

  /// `2,300 families a week` → `a month`: the same figure of another time.
  private mutating func findRates(
    _ oldFigures: [Mention], _ newFigures: [Mention], _ sentences: PassageDiff.SentencePair
  ) {
    /// The times of figures that are not told to differ already.
    func times(_ figures: [Mention], inOld: Bool) -> [Mention] {
      figures.compactMap { figure in
        guard let rate = figure.rate, !isCovered(figure.core, inOld: inOld) else { return nil }
        let word = rate.word..<rate.word + 1
        guard !isCovered(word, inOld: inOld) else { return nil }
        return Mention(kind: figure.kind, range: word, core: word, value: .word(rate.unit.name))
      }
    }
    let pairing = pairUp(
      times(oldFigures, inOld: true), times(newFigures, inOld: false), sentences,
      areSame: { $0.value == $1.value })
    for (a, b) in pairing.pairs where a.value != b.value && a.kind == b.kind {
      add(
        RawClaim(
          type: a.kind, old: a.range, new: b.range, oldMention: a, newMention: b,
          because: "the figure is of another time"))
    }
  }

  /// Whether nothing else that says something stands in the edit in which two mentions do.
  private func isAlone(_ a: Mention, _ b: Mention, _ sentences: PassageDiff.SentencePair) -> Bool {
    contentOfEdit(a, b, sentences).map { $0 == (1, 1) } ?? false
  }

  private mutating func compare(_ pairing: Pairing, _ sentences: PassageDiff.SentencePair) {
    for (a, b) in pairing.pairs {
      let comparison = Comparison.of(a, b)
      switch comparison {
      case .same where a.partOfDay != nil && b.partOfDay != nil && a.partOfDay != b.partOfDay,
        // Which day is meant is not known where nobody knows when it was said.
        .unknown where a.partOfDay != nil && b.partOfDay != nil && a.partOfDay != b.partOfDay:
        add(
          RawClaim(
            type: .time, old: a.range, new: b.range, oldMention: a, newMention: b,
            because: "the two are different times of day"))
      case .same:
        if let (day, other) = otherWeekday(a, b) {
          add(
            RawClaim(
              type: .date, old: day..<day + 1, new: other..<other + 1,
              because: "the two do not mean the same day"))
          break
        }
        // `a hour` → `an hour`: the article was mended, the figure is no other one.
        if a.core.allSatisfy({ old.has($0, .article) }),
          b.core.allSatisfy({ new.has($0, .article) })
        {
          break
        }
        findings.restatements.append(RawRestatement(old: a.range, new: b.range))
        cover(a.range, b.range)
      case .unknown:
        break
      // `only 6` → `only 6th`: the same digits.
      case .consistent
      where a.isOrdinal != b.isOrdinal && a.bound == b.bound
        && old.tokens[a.core.lowerBound].kind == .number
        && old.lower[a.core.lowerBound] == new.lower[b.core.lowerBound]:
        findings.restatements.append(RawRestatement(old: a.range, new: b.range))
        cover(a.range, b.range)
      case .different, .consistent:
        let (before, after) = spans(a, b)
        add(
          RawClaim(
            type: type(a, b), old: before, new: after, oldMention: a, newMention: b,
            because: because(a, b)))
      }
    }
    addLone(pairing.old, inOld: true, sentences)
    addLone(pairing.new, inOld: false, sentences)
  }

  /// `Thursday, 31 October` → `Friday, 31 October`: where two weekdays stand beside one date.
  private func otherWeekday(_ a: Mention, _ b: Mention) -> (Int, Int)? {
    func weekday(_ mention: Mention, _ reading: Reading) -> Int? {
      (max(0, mention.range.lowerBound - 2)..<mention.range.upperBound).last {
        reading.has($0, .weekday)
      }
    }
    guard a.kind == .date, b.kind == .date, a.core.count > 1, b.core.count > 1,
      let mine = weekday(a, old), let theirs = weekday(b, new),
      old.words[mine].weekday != new.words[theirs].weekday
    else { return nil }
    return (mine, theirs)
  }

  /// Values that one version states and the other does not, in phrases that came or went.
  private mutating func addLone(
    _ mentions: [Mention], inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) {
    let (own, other) = inOld ? (old, new) : (new, old)
    let map = inOld ? diff.newOfOld : diff.oldOfNew
    for mention in mentions where !isCovered(mention.range, inOld: inOld) {
      if meetsImpliedNumber(mention, inOld: inOld, sentences) { continue }
      let whole = wholeInstead(of: mention, inOld: inOld, sentences)
      guard
        whole != nil && mention.core.count == 1 && mention.unit == nil
          || isPhrase(mention, inOld: inOld, sentences)
          || isAdverbial(mention, own, inOld: inOld, sentences),
        !isStated(
          mention, of: own, in: other, inOld ? sentences.new : sentences.old,
          hunks(mention.range, inOld: inOld, sentences).map { sentences.hunks[$0] })
      else { continue }
      // Of `on Friday night` dropped whole, the day is told already.
      if mention.isPartOfADay, map[mention.range.lowerBound - 1] < 0 { continue }
      if let whole {
        add(
          RawClaim(
            type: .quantity, old: inOld ? mention.range : whole,
            new: inOld ? whole : mention.range, oldMention: inOld ? mention : nil,
            newMention: inOld ? nil : mention, because: "the two do not say as much"))
        continue
      }
      add(
        RawClaim(
          type: mention.kind, old: inOld ? mention.range : nil, new: inOld ? nil : mention.range,
          oldMention: inOld ? mention : nil, newMention: inOld ? nil : mention,
          because: "one version states it and the other does not"))
    }
  }

  /// `All 12 men` → `Ten of the 12 men`, `No one was hurt` → `Two people were hurt`: what says all or none in the place of
  /// a figure.
  private func wholeInstead(
    of mention: Mention, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Range<Int>? {
    guard mention.kind == .quantity, !mention.isOrdinal,
      let index = hunks(mention.range, inOld: inOld, sentences).first
    else { return nil }
    let hunk = sentences.hunks[index]
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    let (own, reading) = inOld ? (old, new) : (new, old)
    guard let first = other.first, mine.lowerBound == mention.range.lowerBound,
      !isCovered(other, inOld: !inOld)
    else { return nil }
    // `three times` → `once`
    if other.count == 1, pair.language.denial.onceWords.contains(reading.lower[first]),
      mine.count == mention.core.count + 1, let last = mine.last,
      pair.language.repetitionWords.contains(
        own.lower[last].hasSuffix("s") ? String(own.lower[last].dropLast()) : own.lower[last])
    {
      return other
    }
    guard mention.unit == nil else { return nil }
    if other.count == 1, pair.language.denial.wholes.contains(reading.lower[first]) { return other }
    guard
      let (count, isStrong) = reading.match(pair.language.negations, first, end: other.upperBound),
      // `no boats` → `two boats` is a denial of the same thing.
      isStrong, count > 1 || reading.has(first, .pronoun)
    else { return nil }
    return first..<first + count
  }

  /// `withdraw it until 4 September, when she said …`: a day or a time at the beginning of a longer run
  /// that was put in or taken out, parted from the rest of it by a mark.
  private func isAdverbial(
    _ mention: Mention, _ reading: Reading, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    guard mention.kind == .date || mention.kind == .time,
      let index = hunks(mention.range, inOld: inOld, sentences).first
    else { return false }
    let hunk = sentences.hunks[index]
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    guard other.isEmpty, mine.count > ClaimFinder.longestPhrase,
      mention.range.lowerBound - mine.lowerBound <= 2, mine.contains(mention.range.upperBound - 1)
    else { return false }
    return reading.isMark(mention.range.upperBound, ",")
      && (mine.lowerBound..<mention.range.lowerBound).allSatisfy { reading.isFunction($0) }
  }

  /// `a daughter` → `two daughters`, `both directions` → `one direction`: a figure stands where a word
  /// that implies one did, before the same noun. Says what it finds, and whether it found it.
  private mutating func meetsImpliedNumber(
    _ mention: Mention, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    guard mention.kind == .quantity, mention.unit == nil, !mention.isOrdinal,
      mention.core.count == 1,
      case .number(let value, let high) = mention.value, value == high,
      let noun = mention.context.first
    else { return false }
    let touched = hunks(mention.range, inOld: inOld, sentences)
    guard let index = touched.first else { return false }
    let hunk = sentences.hunks[index]
    let (side, reading, sentence) =
      inOld ? (hunk.new, new, sentences.new) : (hunk.old, old, sentences.old)
    for position in side where !isCovered(position..<position + 1, inOld: !inOld) {
      guard let implied = reading.language.impliedNumbers[reading.lower[position]],
        let other = (position + 1..<min(sentence.upperBound, position + 5)).first(where: {
          Inflection.areFormsOfOneNoun(reading.lower[$0], noun, pair.language)
        }), (position + 1..<other).allSatisfy({ reading.isWord($0) })
      else { continue }
      let here = position..<position + 1
      let (before, after) = inOld ? (mention.range, here) : (here, mention.range)
      if implied == value, mention.bound == .exactly {
        findings.restatements.append(RawRestatement(old: before, new: after))
        cover(before, after)
      } else {
        let counterpart = Mention(
          kind: .quantity, range: here, core: here, value: .number(low: implied, high: implied))
        let (a, b) = inOld ? (mention, counterpart) : (counterpart, mention)
        let (wideBefore, wideAfter) =
          inOld
          ? (mention.range, position..<other + 1) : (position..<other + 1, mention.range)
        add(
          RawClaim(
            type: .quantity, old: inOld ? before : wideBefore, new: inOld ? wideAfter : after,
            oldMention: a, newMention: b,
            because: "the two are different values in the same place of the sentence"))
      }
      return true
    }
    return false
  }

  /// `second-largest`: a place among those that are compared.
  private func isRank(_ mention: Mention, _ reading: Reading) -> Bool {
    let dash = mention.core.upperBound
    return mention.isOrdinal && reading.isMark(dash, "-") && reading.isJoined(dash + 1)
      && pair.language.slips.superlativeEndings.contains {
        reading.lower.indices.contains(dash + 1) && reading.lower[dash + 1].hasSuffix($0)
      }
  }

  /// Whether the passage states the same value elsewhere, so that it is not new.
  private func isStated(
    _ mention: Mention, of own: Reading, in reading: Reading, _ sentence: Range<Int>,
    _ hunks: [Hunk]
  ) -> Bool {
    let all = 0..<reading.count
    // `soon`, `night`: too little to be a claim of its own, unless it tells which part of a day.
    if case .word = mention.value { return !mention.isPartOfADay }
    if mention.kind == .date || mention.kind == .time {
      // `in spring` → `Spring vote`
      if case .date(let date) = mention.value, date.key?.hasPrefix("season ") ?? false,
        mention.core.allSatisfy({ word in
          own.isFunction(word) || sentence.contains { reading.lower[$0] == own.lower[word] }
        })
      {
        return true
      }
      return DateReader(reading: reading).mentions(in: all)
        .contains { $0.kind == mention.kind && Comparison.of($0, mention).isSame }
    }
    // `several` comes and goes with the wording; `hundreds`, and more than that, does not where little else did.
    if case .vague(let word) = mention.value, mention.core.count == 1 {
      let least = pair.language.numbers.vagueRanges[word]?.lowerBound ?? 0
      let isShort = hunks.contains { max($0.old.count, $0.new.count) <= 3 }
      return least < ClaimFinder.leastTold || !isShort || reading.lower.contains(word)
    }
    // `one` and small ordinals come and go with the wording; `for the tenth time` does not.
    if case .number(let low, _) = mention.value, mention.kind == .quantity,
      mention.isOrdinal && !(low > 2 && mention.isRepetition) || low <= 1, mention.unit == nil,
      !isRank(mention, own)
    {
      return true
    }
    return FigureReader(reading: reading).mentions(in: all, apartFrom: [])
      .contains { Comparison.of($0, mention).isSame }
  }

  private func type(_ a: Mention, _ b: Mention) -> ClaimChange.Kind {
    // `the 17th-century panel`: when, and not how many.
    if a.isOrdinal, b.isOrdinal, isOfCentury(a, old), isOfCentury(b, new) { return .date }
    let order: [ClaimChange.Kind] = [.percentage, .money, .date, .time, .quantity]
    return order.first { $0 == a.kind || $0 == b.kind } ?? a.kind
  }

  private func isOfCentury(_ ordinal: Mention, _ reading: Reading) -> Bool {
    let next = ordinal.core.upperBound
    let place = reading.isMark(next, "-") ? next + 1 : next
    return reading.match(pair.language.units, place, end: reading.count)?.payload.name == "century"
  }

  /// The figure; with its unit, currency or bound where that is told with it or differs.
  private func spans(_ a: Mention, _ b: Mention) -> (Range<Int>, Range<Int>) {
    let areOpposite = a.side * b.side < 0
    if a.kind == .time, b.kind == .time, a.bound == b.bound, a.bound != .exactly, !areOpposite {
      return (a.core, b.core)
    }
    guard a.kind != .date, a.kind != .time else { return (a.range, b.range) }
    let needsUnit =
      a.kind != .quantity || b.kind != .quantity || a.hasRest || b.hasRest
      || (a.unit?.name != b.unit?.name && a.unit != nil && b.unit != nil)
    let needsBound = a.bound != b.bound || areOpposite
    func span(_ mention: Mention) -> Range<Int> {
      var start = mention.core.lowerBound, end = mention.core.upperBound
      if needsUnit {
        end = mention.range.upperBound
        // What stands before the figure is its currency, and before that its bound.
        if mention.kind == .money {
          start = currencyStart(mention)
        }
      }
      if needsBound {
        start = mention.range.lowerBound
        // A bound that stands after the figure.
        if mention.bound != .exactly, start == mention.core.lowerBound {
          end = mention.range.upperBound
        }
      }
      return start..<end
    }
    func currencyStart(_ mention: Mention) -> Int {
      let reading = mention.range == a.range ? old : new
      var start = mention.core.lowerBound
      while start > mention.range.lowerBound,
        reading.match(reading.language.currencies, start - 1, end: mention.core.lowerBound) != nil
      {
        start -= 1
      }
      return start
    }
    return (wholeWords(span(a), old), wholeWords(span(b), new))
  }

  /// `70mph`: with the letters of a unit that touch the figure.
  private func wholeWords(_ range: Range<Int>, _ reading: Reading) -> Range<Int> {
    let next = range.upperBound
    guard reading.isWord(next), reading.isJoined(next),
      reading.match(reading.language.units, next, end: next + 1) != nil
    else { return range }
    return range.lowerBound..<next + 1
  }

  private func because(_ a: Mention, _ b: Mention) -> String {
    switch (a.value, b.value) {
    case (.number, .number)
    where a.unit?.dimension != b.unit?.dimension && a.unit != nil && b.unit != nil:
      return "the unit differs"
    case (.number(let low, _), .number(let otherLow, _))
    where low == otherLow && a.bound != b.bound:
      return "the same figure with another bound"
    case (.date, .date): return "the two do not mean the same day"
    case (.clock, .clock): return "the two are different times of day"
    default: return "the two are different values in the same place of the sentence"
    }
  }
}
