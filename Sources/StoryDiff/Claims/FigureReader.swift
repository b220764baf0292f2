import StoryLanguage
import StoryModel

/// Finds what a sentence counts and measures: quantities, money, percentages.
struct FigureReader {
  let reading: Reading

  /// A figure: its tokens, and its value.
  struct Figure {
    var range: Range<Int>
    var low: Double, high: Double
    var vague: String?
    /// What a quantity without a figure can stand for.
    var allows: ClosedRange<Double>?
    var isOrdinal = false
    /// `une vingtaine`: near the number, not it.
    var isRound = false
    /// `between 10 and 15`: the word that opens the range belongs to it.
    var isOpened = false
    /// `52 votes to 48`, `3-1`: what both sides of a result have.
    var isResult = false
    /// The unit, where it stands inside the figure: `hora y media`.
    var unit: Language.Unit?
    /// The currency of the letters that touch it: `R120`.
    var currency: String?
  }

  /// The figures of `range` that are no part of what is in `taken`.
  func mentions(in range: Range<Int>, apartFrom taken: [Mention]) -> [Mention] {
    var result: [Mention] = []
    let units = reading.language.units.bit, bounds = reading.language.bounds.bit
    var position = range.lowerBound
    while position < range.upperBound {
      guard mayBegin(position, units | bounds) else {
        position += 1
        continue
      }
      if let other = taken.first(where: { $0.range.contains(position) }) {
        position = other.range.upperBound
        continue
      }
      // The `many` of `as many as 400`
      if let count = boundLength(at: position, end: range.upperBound) {
        position += count
        continue
      }
      guard mayBegin(position, units),
        let figure = share(at: position, end: range.upperBound)
          ?? figure(at: position, end: range.upperBound)
          ?? oneOfAUnit(at: position, in: range),
        let mention = mention(of: figure, in: range)
      else {
        position += 1
        continue
      }
      result.append(mention)
      position = max(mention.range.upperBound, position + 1)
    }
    return result
  }

  /// A quick look, so that most words are not read: every quantity begins with a figure, a word for one, an
  /// article, a unit or the letters of a currency.
  @inline(__always)
  private func mayBegin(_ position: Int, _ units: UInt32) -> Bool {
    reading.tokens[position].kind == .number
      || reading.has(
        position, [.article, .cardinal, .scale, .ordinal, .fraction, .collective, .vague])
      || reading.opens(position, units) || mayBeSum(position)
  }

  /// How many words the bound has that begins at `position`, where a quantity that is none stands in it.
  private func boundLength(at position: Int, end: Int) -> Int? {
    guard let (count, word) = reading.match(reading.language.bounds, position, end: end),
      !word.isOfTimes,
      (position..<position + count).contains(where: { reading.has($0, .vague) })
    else { return nil }
    return count
  }

  /// `in an hour`, `a year and a half`, `weighs a pound`: an article that counts one of a unit. After
  /// a noun or a figure it means `each`: `twice a year`.
  func oneOfAUnit(at position: Int, in sentence: Range<Int>) -> Figure? {
    // `hora y media`
    if let (count, unit) = reading.match(
      reading.language.units, position, end: sentence.upperBound),
      let stop = andAHalf(position + count, end: sentence.upperBound)
    {
      return Figure(range: position..<stop, low: 1.5, high: 1.5, unit: unit)
    }
    guard reading.has(position, .article), !reading.has(position + 1, .ordinal),
      position == sentence.lowerBound || reading.isFunction(position - 1)
        || reading.has(position - 1, .saying) || reading.isMark(position - 1, ",")
        || reading.language.slips.isPast(reading.lower[position - 1]),
      reading.language.singularWitnesses.contains(reading.lower[position])
    else { return nil }
    // `an extra hour`
    var unit = position + 1
    if unit < sentence.upperBound, reading.language.unitAdjectives.contains(reading.lower[unit]) {
      unit += 1
    }
    guard
      let (count, found) = reading.match(reading.language.units, unit, end: sentence.upperBound),
      found.dimension != "temperature",
      // `a foot-passenger boat`
      !(reading.isMark(unit + count, "-") && reading.isJoined(unit + count)
        && reading.isJoined(unit + count + 1)
        && !reading.language.measureWords.contains(reading.lower[unit + count + 1])
        && !reading.has(unit + count + 1, .ageWord))
    else { return nil }
    let isHalfMore = andAHalf(unit + count, end: sentence.upperBound) != nil
    return Figure(range: position..<unit, low: isHalfMore ? 1.5 : 1, high: isHalfMore ? 1.5 : 1)
  }

  /// Units that stand without a figure, in the plural or as one span of time: `waited months`, `another week`.
  func bareUnits(in range: Range<Int>, apartFrom taken: [Mention]) -> [Mention] {
    range.compactMap { position in
      guard reading.isWord(position),
        reading.has(position, .pluralUnit)
          || isOneSpan(position, from: range.lowerBound)
            // `$900 a month`
            && !taken.contains(where: { (position - 2...position).contains($0.range.upperBound) }),
        !taken.contains(where: { $0.range.contains(position) })
      else { return nil }
      let word = position..<position + 1
      return Mention(
        kind: .quantity, range: word, core: word, value: .vague(reading.lower[position]))
    }
  }

  /// `a week`, `another fortnight`, of time
  private func isOneSpan(_ position: Int, from start: Int) -> Bool {
    guard position > start,
      let unit = reading.match(reading.language.units, position, end: position + 1)?.payload,
      unit.dimension == "duration" || unit.dimension == "months"
    else { return false }
    let before = reading.lower[position - 1]
    return reading.language.slips.isIndefiniteArticle(before)
      || reading.language.alsoWords.contains(before)
  }

  private func mention(of figure: Figure, in sentence: Range<Int>) -> Mention? {
    var figure = figure
    let end = sentence.upperBound
    var start = figure.range.lowerBound, stop = figure.range.upperBound
    var kind = Mention.Kind.quantity
    var unit: MeasuredUnit?
    var hasRest = false
    let language = reading.language

    // A currency stands before the figure, or after it.
    if let code = figure.currency {
      kind = .money
      unit = MeasuredUnit(name: code, dimension: "money:" + code, factor: 1, offset: 0)
    } else if let currency = currencyBefore(start, from: sentence.lowerBound) {
      kind = .money
      unit = MeasuredUnit(
        name: currency.code, dimension: "money:" + currency.code, factor: 1, offset: 0)
      start = currency.start
    } else if let (count, code) = currencyAfter(stop, figure, in: sentence) {
      kind = .money
      unit = MeasuredUnit(name: code, dimension: "money:" + code, factor: 1, offset: 0)
      stop += count
    } else if let (count, isPoints) = percent(at: stop, end: end)
      ?? percentOfPart(at: stop, figure, end: end)
    {
      kind = .percentage
      unit = MeasuredUnit(
        name: isPoints ? "percentage points" : "percent",
        dimension: isPoints ? "points" : "percent", factor: 1, offset: 0)
      stop += count
    } else if figure.low != figure.low.rounded(), stop < end,
      language.numbers.points.contains(reading.lower[stop])
    {
      kind = .percentage
      unit = MeasuredUnit(
        name: "percentage points", dimension: "points", factor: 1, offset: 0)
      stop += 1
    } else if stop < end, let code = language.currencyUnits[reading.lower[stop]],
      isMoney(figure, unitAt: stop, in: sentence)
    {
      kind = .money
      unit = MeasuredUnit(name: code, dimension: "money:" + code, factor: 1, offset: 0)
      stop += 1
    } else if let (count, found) = figure.unit.map({ (0, $0) }) ?? unitAfter(stop, end: end)
      ?? unitOfPart(at: stop, figure, end: end)
    {
      unit = MeasuredUnit(
        name: found.name, dimension: found.dimension, factor: found.factor, offset: found.offset,
        currency: stop < end ? language.currencyUnits[reading.lower[stop]] : nil)
      stop += count
      // `50p`
      if found.dimension.hasPrefix("money:") { kind = .money }
      // `50 basis points`
      if found.dimension == "points" { kind = .percentage }
      // `deux heures et demie`
      if count > 0, figure.low == figure.low.rounded(), let half = andAHalf(stop, end: end),
        unitAfter(half, end: end) == nil,
        !reading.has(half, .article)
      {
        figure.low += 0.5
        figure.high += 0.5
        figure.range = figure.range.lowerBound..<half
        stop = half
      }
    }
    // `four years and nine months`
    if kind == .quantity, let whole = unit, figure.vague == nil, !figure.isOrdinal,
      figure.low == figure.high, let rest = rest(after: stop, of: whole, end: end)
    {
      figure.low += rest.value
      figure.high = figure.low
      figure.range = figure.range.lowerBound..<rest.stop
      stop = rest.stop
      hasRest = true
    }
    // `-3 °C`, `minus 3 degrees`
    if unit?.dimension == "temperature" || kind == .percentage,
      let sign = minus(before: figure.range.lowerBound, from: sentence.lowerBound)
    {
      (figure.low, figure.high) = (-figure.high, -figure.low)
      figure.range = sign..<figure.range.upperBound
      start = sign
    }
    // `Big 12`, `Highway 88`: a figure that is part of a name.
    if kind == .quantity, unit == nil, start > sentence.lowerBound,
      reading.isCapitalised(start - 1),
      reading.tokens[start].kind == .number,
      language.numberedNames.contains(reading.lower[start - 1])
    {
      return nil
    }
    if kind == .quantity, unit == nil, figure.vague == nil, figure.range.count == 1,
      start > sentence.lowerBound + 1,
      standsBehindName(start), !reading.isContent(stop), !isOneOfSeveral(start, in: sentence)
    {
      return nil
    }
    // `between £3m and £4m`
    if figure.isOpened { start = min(start, figure.range.lowerBound) - 1 }
    let core = figure.isOpened ? start..<figure.range.upperBound : figure.range
    var bound: Language.BoundWord?
    var mayBeCourse = false
    // `move up to seventh`
    if !figure.isOrdinal,
      let (before, word) = reading.bound(endingAt: start, from: sentence.lowerBound)
    {
      // `over eleven summers`: in the course of them, or more than that.
      let isCourse =
        ["duration", "months"].contains(unit?.dimension ?? "")
        && language.courseWords.contains(reading.lower[before])
      if isCourse {
        mayBeCourse = true
      } else {
        bound = word
        start = before
      }
    }
    // `a decade or more`
    if bound == nil, let (count, word) = reading.match(language.boundsAfter, stop, end: end) {
      bound = word
      stop += count
    }
    if bound == nil, figure.isRound { bound = .about }
    var mention = Mention(
      kind: isDayOfMonth(figure, start, stop, end: end) ? .date : kind, range: start..<stop,
      core: core,
      value: figure.vague.map { .vague($0) } ?? .number(low: figure.low, high: figure.high),
      unit: unit, isOrdinal: figure.isOrdinal || isNumbered(start))
    if let bound { mention.set(bound) }
    mention.mayBeMore = bound == nil && mayBeCourse
    mention.allows = figure.allows
    mention.hasRest = hasRest
    mention.isResult = figure.isResult || isScore(figure, mention)
    mention.rate = rate(after: stop, in: sentence)
    mention.isRepetition =
      figure.isOrdinal && stop < end && language.repetitionWords.contains(reading.lower[stop])
    mention.context = context(after: stop, before: start, in: sentence)
    return mention
  }

  /// `left on the 3rd to sail`, of a month that the words do not name.
  private func isDayOfMonth(_ figure: Figure, _ start: Int, _ stop: Int, end: Int) -> Bool {
    figure.isOrdinal && figure.low == figure.high && (1...31).contains(figure.low) && start > 1
      && reading.tokens[start].kind == .number && reading.has(start - 1, .article)
      && reading.language.slips.dayPrepositions.values.contains(reading.lower[start - 2])
      && (stop >= end || !reading.isContent(stop))
  }

  /// `Boeing 737`
  private func standsBehindName(_ position: Int) -> Bool {
    reading.tokens[position].kind == .number && reading.isWord(position - 1)
      && reading.isCapitalised(position - 1) && reading.isContent(position - 1)
      && !reading.has(position - 1, [.month, .weekday, .numberNoun])
  }

  /// `Leeds 30, Hull 24`, `Labour won 412 seats and the Greens 121`: what several have of one thing.
  private func isOneOfSeveral(_ position: Int, in sentence: Range<Int>) -> Bool {
    let others = sentence.filter { reading.tokens[$0].kind == .number && $0 != position }
    if reading.has(position - 2, [.article, .numberJoiner]),
      others.contains(where: { $0 < position })
    {
      return true
    }
    return others.contains { standsBehindName($0) && !reading.isContent($0 + 1) }
  }

  /// `3-1`: two figures joined by a mark, that count nothing which is named.
  private func isScore(_ figure: Figure, _ mention: Mention) -> Bool {
    let next = mention.range.upperBound
    return figure.low != figure.high && mention.kind == .quantity && mention.unit == nil
      && figure.range.contains { reading.isMark($0, "-") || reading.isMark($0, ":") }
      && !(reading.isContent(next) && reading.isWord(next))
  }

  /// Where the sign of a figure stands that is below zero: a dash that touches it and no word before
  /// it, or a word.
  private func minus(before start: Int, from floor: Int) -> Int? {
    let sign = start - 1
    guard sign >= floor else { return nil }
    if reading.isMark(sign, "-"), reading.isJoined(start), !reading.isJoined(sign) { return sign }
    return reading.language.numbers.minusWords.contains(reading.lower[sign]) ? sign : nil
  }

  /// `No. 3`, `number 10`: a place in a row, not a count.
  func isNumbered(_ start: Int) -> Bool {
    reading.has(start - 1, .numberNoun)
      || reading.isMark(start - 1, ".") && reading.has(start - 2, .numberNoun)
  }

  /// The content words that tell what is counted: up to four after it, up to the next figure.
  private func context(after stop: Int, before start: Int, in sentence: Range<Int>) -> [String] {
    var words: [String] = []
    var position = stop
    while position < sentence.upperBound, words.count < 4, position < stop + 9 {
      if reading.tokens[position].kind == .number || reading.has(position, .cardinal) { break }
      if reading.isMark(position, ";") || reading.isMark(position, ":") { break }
      if reading.isContent(position) { words.append(reading.lower[position]) }
      position += 1
    }
    return words
  }
}
