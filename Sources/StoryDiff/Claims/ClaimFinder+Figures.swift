import StoryLanguage
import StoryModel

extension ClaimFinder {
  /// Quantities, money, percentages, dates and times.
  mutating func findFigures(_ sentences: PassageDiff.SentencePair) {
    let oldDates = DateReader(reading: old).mentions(in: sentences.old)
    let newDates = DateReader(reading: new).mentions(in: sentences.new)
    let oldFigures = FigureReader(reading: old).mentions(in: sentences.old, apartFrom: oldDates)
    let newFigures = FigureReader(reading: new).mentions(in: sentences.new, apartFrom: newDates)
    func open(_ mentions: [Mention], inOld: Bool) -> [Mention] {
      mentions.filter { !isCovered($0.range, inOld: inOld) }
    }
    findTurnedRanges(oldFigures, newFigures, sentences)
    findChained(oldDates + oldFigures, newDates + newFigures, sentences)
    findPartsOfDays(oldDates, newDates, sentences)
    findSpans(oldDates, newDates, sentences)
    findRetold(oldDates, newDates, sentences)
    // A figure may stand where a date stood; a date and a time are told apart.
    compare(
      pairUp(
        open(oldDates.filter { $0.kind == .date }, inOld: true),
        open(newDates.filter { $0.kind == .date }, inOld: false), sentences,
        joinsLone: areAllThatChanged(oldDates, newDates, sentences),
        areSame: { ClaimFinder.areSameThere($0, $1, oldDates, newDates, sentences) }), sentences)
    compare(
      pairUp(
        open(oldDates.filter { $0.kind == .time }, inOld: true),
        open(newDates.filter { $0.kind == .time }, inOld: false), sentences,
        areSame: { ClaimFinder.areSameThere($0, $1, oldDates, newDates, sentences) }), sentences)
    findRetold(oldFigures, newFigures, sentences)
    compare(
      pairUp(
        open(oldFigures, inOld: true), open(newFigures, inOld: false), sentences, joinsLone: true,
        areSame: { a, b in
          ClaimFinder.areSameThere(a, b, oldFigures, newFigures, sentences)
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
  private static func areSameThere(
    _ a: Mention, _ b: Mention, _ old: [Mention], _ new: [Mention],
    _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    Comparison.of(a, b).isSame
      && !(sentences.isReplaced(a, by: new, inOld: true)
        && sentences.isReplaced(b, by: old, inOld: false))
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

  /// Whether nothing else that says something stands in the edit in which two mentions do.
  private func isAlone(_ a: Mention, _ b: Mention, _ sentences: PassageDiff.SentencePair) -> Bool {
    contentOfEdit(a, b, sentences).map { $0 == (1, 1) } ?? false
  }

  mutating func compare(_ pairing: Pairing, _ sentences: PassageDiff.SentencePair) {
    for (a, b) in pairing.pairs {
      if a.isResult != b.isResult, isPartOfResult(a, b, sentences) { continue }
      if isSameShare(a.range, b.range) {
        findings.restatements.append(RawRestatement(old: a.range, new: b.range))
        cover(a.range, b.range)
        continue
      }
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
        let isDay = a.kind == .date || a.kind == .time
        if isDay, !keepsMost(a, b, in: sentences) { continue }
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

  /// `with 71 for it and 48 against` → `by 71 votes to 46`: whether a figure is the first of a result. The second one is held
  /// against the only other figure of its sentence.
  private mutating func isPartOfResult(
    _ a: Mention, _ b: Mention, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    let (result, part) = a.isResult ? (a, b) : (b, a)
    guard case .number(let first, let second) = result.value,
      case .number(let low, let high) = part.value, low == high, low == first, part.unit == nil
    else { return false }
    let (own, reading) = a.isResult ? (old, new) : (new, old)
    let sentence = a.isResult ? sentences.new : sentences.old
    let others = FigureReader(reading: reading).mentions(in: sentence, apartFrom: []).filter {
      $0.unit == nil && $0.kind == .quantity && !$0.isOrdinal && $0.range != part.range
    }
    cover(a.range, b.range)
    guard others.count == 1, let other = others.first, case .number(let rest, _) = other.value,
      rest != second, !isCovered(other.range, inOld: !a.isResult),
      let place = result.core.last(where: { own.tokens[$0].kind == .number })
    else { return true }
    let (was, now) = a.isResult ? (place..<place + 1, other.core) : (other.core, place..<place + 1)
    add(
      RawClaim(
        type: .quantity, old: was, new: now,
        because: "the two are different values in the same place of the sentence"))
    return true
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
  func spans(_ a: Mention, _ b: Mention) -> (Range<Int>, Range<Int>) {
    let areApart = a.side != b.side
    if a.kind == .time, b.kind == .time, a.bound == b.bound, a.bound != .exactly, !areApart {
      return (a.core, b.core)
    }
    guard a.kind != .date, a.kind != .time else { return (a.range, b.range) }
    let needsUnit =
      a.kind != .quantity || b.kind != .quantity || a.hasRest || b.hasRest
      || (a.unit?.name != b.unit?.name && a.unit != nil && b.unit != nil)
    let needsBound = a.bound != b.bound || areApart
    func span(_ mention: Mention, _ reading: Reading) -> Range<Int> {
      var start = mention.core.lowerBound, end = mention.core.upperBound
      if needsUnit {
        end = mention.range.upperBound
        // What stands before the figure is its currency, and before that its bound.
        if mention.kind == .money {
          start = currencyStart(mention, reading)
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
    func currencyStart(_ mention: Mention, _ reading: Reading) -> Int {
      var start = mention.core.lowerBound
      while start > mention.range.lowerBound,
        reading.match(reading.language.currencies, start - 1, end: mention.core.lowerBound) != nil
      {
        start -= 1
      }
      return start
    }
    return (wholeWords(span(a, old), old), wholeWords(span(b, new), new))
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
