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

  /// `all of the houses` → `some of the houses`, `doubled` → `tripled`: how much, without a figure.
  private mutating func findAmounts(_ sentences: PassageDiff.SentencePair) {
    findNearWholes(sentences)
    findWholesOfDenied(sentences)
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

  /// `All boats` → `Nearly all boats`: a word that leaves nothing out, and one before it that takes that back.
  private mutating func findNearWholes(_ sentences: PassageDiff.SentencePair) {
    func nearWhole(_ side: Range<Int>, _ reading: Reading) -> Range<Int>? {
      guard let first = side.first, side.count <= 2, first + 1 < reading.count,
        pair.language.denial.wholes.contains(reading.lower[first + 1]),
        reading.bound(first..<first + 1) != nil
      else { return nil }
      return first..<first + 2
    }
    func whole(_ side: Range<Int>, _ reading: Reading) -> Range<Int>? {
      guard side.count <= 1, side.lowerBound < reading.count,
        pair.language.denial.wholes.contains(reading.lower[side.lowerBound])
      else { return nil }
      return side.lowerBound..<side.lowerBound + 1
    }
    for hunk in sentences.hunks {
      if let (before, after) = deniedWhole(hunk) {
        add(
          RawClaim(
            type: .quantity, old: before, new: after, because: "the two do not say as much"))
        continue
      }
      let near = nearWhole(hunk.old, old), nearNow = nearWhole(hunk.new, new)
      guard (near == nil) != (nearNow == nil), let before = near ?? whole(hunk.old, old),
        let after = nearNow ?? whole(hunk.new, new), !isCovered(before, inOld: true),
        !isCovered(after, inOld: false)
      else { continue }
      add(
        RawClaim(
          type: .quantity, old: before, new: after, because: "the two do not say as much"))
    }
  }

  /// `Neither pilot had` → `both pilots had`: a denial before a noun, and a word that leaves none out before the same noun, wherever
  /// they stand.
  private mutating func findWholesOfDenied(_ sentences: PassageDiff.SentencePair) {
    func noun(after position: Int, _ sentence: Range<Int>, _ reading: Reading) -> Int? {
      let start = position + 1
      guard start < sentence.upperBound else { return nil }
      let next = (start..<min(sentence.upperBound, start + 3)).first(where: reading.isContent)
      return next.flatMap { reading.isWord($0) ? $0 : nil }
    }
    func denied(_ sentence: Range<Int>, _ reading: Reading, inOld: Bool) -> [Int] {
      sentence.filter { position in
        reading.isNegationWord(position)
          && !pair.language.denials.contains(reading.lower[position])
          && !pair.language.denial.denyingWords.contains(reading.lower[position])
          && isTouched(position..<position + 1, inOld: inOld)
          && !isCovered(position..<position + 1, inOld: inOld)
      }
    }
    func wholes(_ sentence: Range<Int>, _ reading: Reading, inOld: Bool) -> [Int] {
      sentence.filter { position in
        (pair.language.denial.wholes.contains(reading.lower[position])
          // `both`
          || pair.language.impliedNumbers[reading.lower[position]] == 2)
          && isTouched(position..<position + 1, inOld: inOld)
          && !isCovered(position..<position + 1, inOld: inOld)
      }
    }
    let gone = denied(sentences.old, old, inOld: true)
    let come = denied(sentences.new, new, inOld: false)
    guard gone.count + come.count == 1 else { return }
    let isGone = !gone.isEmpty
    let (own, other) = isGone ? (old, new) : (new, old)
    let (mine, theirs) =
      isGone ? (sentences.old, sentences.new) : (sentences.new, sentences.old)
    guard let denial = gone.first ?? come.first, let counted = noun(after: denial, mine, own),
      let whole = wholes(theirs, other, inOld: !isGone).first(where: { whole in
        noun(after: whole, theirs, other).map {
          Inflection.areFormsOfOneNoun(own.lower[counted], other.lower[$0], pair.language)
        } ?? false
      })
    else { return }
    add(
      RawClaim(
        type: .quantity, old: isGone ? denial..<denial + 1 : whole..<whole + 1,
        new: isGone ? whole..<whole + 1 : denial..<denial + 1,
        because: "the two do not say as much"))
  }

  /// `Not all of the cows` → `none of the cows`: a denial of a word that leaves nothing out, and one word that denies all.
  private func deniedWhole(_ hunk: Hunk) -> (old: Range<Int>, new: Range<Int>)? {
    func some(_ side: Range<Int>, _ reading: Reading) -> Range<Int>? {
      side.dropLast().first {
        reading.isNegationWord($0)
          && pair.language.denial.wholes.contains(reading.lower[$0 + 1])
      }.map { $0..<$0 + 2 }
    }
    func none(_ side: Range<Int>, _ reading: Reading) -> Range<Int>? {
      side.first {
        reading.isNegationWord($0) && !pair.language.denials.contains(reading.lower[$0])
          && !reading.isContent($0 + 1)
      }.map { $0..<$0 + 1 }
    }
    if let before = some(hunk.old, old), let after = none(hunk.new, new) { return (before, after) }
    if let before = none(hunk.old, old), let after = some(hunk.new, new) { return (before, after) }
    return nil
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
    let areOpposite = a.side * b.side < 0
    if a.kind == .time, b.kind == .time, a.bound == b.bound, a.bound != .exactly, !areOpposite {
      return (a.core, b.core)
    }
    guard a.kind != .date, a.kind != .time else { return (a.range, b.range) }
    let needsUnit =
      a.kind != .quantity || b.kind != .quantity || a.hasRest || b.hasRest
      || (a.unit?.name != b.unit?.name && a.unit != nil && b.unit != nil)
    let needsBound = a.bound != b.bound || areOpposite
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
