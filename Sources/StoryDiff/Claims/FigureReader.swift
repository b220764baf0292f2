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
    var isOrdinal = false
    /// `une vingtaine`: near the number, not it.
    var isRound = false
    /// `between 10 and 15`: the word that opens the range belongs to it.
    var isOpened = false
    /// The unit, where it stands inside the figure: `hora y media`.
    var unit: Language.Unit?
  }

  /// The figures of `range` that are no part of what is in `taken`.
  func mentions(in range: Range<Int>, apartFrom taken: [Mention]) -> [Mention] {
    var result: [Mention] = []
    let units = reading.language.units.bit
    var position = range.lowerBound
    while position < range.upperBound {
      if let other = taken.first(where: { $0.range.contains(position) }) {
        position = other.range.upperBound
        continue
      }
      guard mayBegin(position, units),
        let figure = figure(at: position, end: range.upperBound)
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
  /// article or a unit.
  @inline(__always)
  private func mayBegin(_ position: Int, _ units: UInt32) -> Bool {
    reading.tokens[position].kind == .number
      || reading.has(
        position, [.article, .cardinal, .scale, .ordinal, .fraction, .collective, .vague])
      || reading.opens(position, units)
  }

  /// `in an hour`, `a year and a half`, `weighs a pound`: an article that counts one of a unit. After
  /// a noun or a figure it means `each`: `twice a year`.
  private func oneOfAUnit(at position: Int, in sentence: Range<Int>) -> Figure? {
    // `hora y media`
    if let (count, unit) = reading.match(
      reading.language.units, position, end: sentence.upperBound),
      let stop = andAHalf(position + count, end: sentence.upperBound)
    {
      return Figure(range: position..<stop, low: 1.5, high: 1.5, unit: unit)
    }
    guard reading.has(position, .article),
      reading.language.singularWitnesses.contains(reading.lower[position]),
      !reading.has(position + 1, .ordinal),
      position == sentence.lowerBound || reading.isFunction(position - 1)
        || reading.has(position - 1, .saying)
        || reading.language.slips.isPast(reading.lower[position - 1])
    else { return nil }
    // `an extra hour`
    var unit = position + 1
    if unit < sentence.upperBound, reading.language.unitAdjectives.contains(reading.lower[unit]) {
      unit += 1
    }
    guard
      let (count, found) = reading.match(reading.language.units, unit, end: sentence.upperBound),
      found.dimension != "temperature"
    else { return nil }
    let isHalfMore = andAHalf(unit + count, end: sentence.upperBound) != nil
    return Figure(range: position..<unit, low: isHalfMore ? 1.5 : 1, high: isHalfMore ? 1.5 : 1)
  }

  /// Units that stand in the plural without a figure: `waited months`.
  func bareUnits(in range: Range<Int>, apartFrom taken: [Mention]) -> [Mention] {
    range.compactMap { position in
      guard reading.isWord(position), reading.has(position, .pluralUnit),
        !taken.contains(where: { $0.range.contains(position) })
      else { return nil }
      let word = position..<position + 1
      return Mention(
        kind: .quantity, range: word, core: word, value: .vague(reading.lower[position]))
    }
  }

  private func mention(of figure: Figure, in sentence: Range<Int>) -> Mention? {
    var figure = figure
    let end = sentence.upperBound
    var start = figure.range.lowerBound, stop = figure.range.upperBound
    var kind = Mention.Kind.quantity
    var unit: MeasuredUnit?
    let language = reading.language

    // A currency stands before the figure, or after it.
    if let currency = currencyBefore(start, from: sentence.lowerBound) {
      kind = .money
      unit = MeasuredUnit(
        name: currency.code, dimension: "money:" + currency.code, factor: 1, offset: 0)
      start = currency.start
    } else if let (count, code) = reading.match(language.currencies, stop, end: end) {
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
    } else if figure.low >= 100_000, stop < end,
      let code = language.currencyUnits[reading.lower[stop]]
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
      reading.tokens[start].kind == .number, reading.isWord(start - 1),
      reading.isCapitalised(start - 1), reading.isContent(start - 1),
      !reading.has(start - 1, [.month, .weekday, .numberNoun]), !reading.isContent(stop)
    {
      return nil
    }
    // `between £3m and £4m`
    if figure.isOpened { start = min(start, figure.range.lowerBound) - 1 }
    let core = figure.isOpened ? start..<figure.range.upperBound : figure.range
    var bound = Span.Bound.exactly
    // `move up to seventh`
    if !figure.isOrdinal,
      let (before, word) = reading.match(
        language.bounds, endingAt: start, from: sentence.lowerBound)
    {
      // `over eleven summers`: in the course of them.
      let isCourse =
        ["duration", "months"].contains(unit?.dimension ?? "")
        && language.courseWords.contains(reading.lower[before])
      if !isCourse {
        bound = Span.Bound(rawValue: word.rawValue) ?? .exactly
        start = before
      }
    }
    // `a decade or more`
    if bound == .exactly, let (count, word) = reading.match(language.boundsAfter, stop, end: end) {
      bound = Span.Bound(rawValue: word.rawValue) ?? .exactly
      stop += count
    }
    if bound == .exactly, figure.isRound { bound = .about }
    var mention = Mention(
      kind: kind, range: start..<stop, core: core,
      value: figure.vague.map { .vague($0) } ?? .number(low: figure.low, high: figure.high),
      unit: unit, bound: bound, isOrdinal: figure.isOrdinal || isNumbered(start))
    mention.isRepetition =
      figure.isOrdinal && stop < end && language.repetitionWords.contains(reading.lower[stop])
    mention.context = context(after: stop, before: start, in: sentence)
    return mention
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
  private func isNumbered(_ start: Int) -> Bool {
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

  private func currencyBefore(_ start: Int, from floor: Int) -> (start: Int, code: String)? {
    guard start > floor else { return nil }
    let mark = start - 1
    guard reading.tokens[mark].kind == .mark,
      let (_, code) = reading.match(reading.language.currencies, mark, end: start)
    else {
      // `EUR 5`, `US$ 5`.
      if let found = reading.match(reading.language.currencies, endingAt: start, from: floor),
        reading.isAllCapitals(found.start)
          || reading.isCapitalised(found.start) && reading.lower[found.start].utf8.count == 2
      {
        return (found.start, found.payload)
      }
      return nil
    }
    // `US$`, `A$`.
    if mark > floor, reading.isJoined(mark), reading.isCapitalised(mark - 1),
      reading.lower[mark - 1].utf8.count <= 3
    {
      let letters = reading.lower[mark - 1].uppercased()
      return (mark - 1, code.hasPrefix(letters) ? code : letters + code)
    }
    return (mark, code)
  }

  private func percent(at stop: Int, end: Int) -> (Int, Bool)? {
    var offset = 0
    if reading.isMark(stop, "-"), reading.isJoined(stop) { offset = 1 }
    guard let (count, isPoints) = reading.match(reading.language.percent, stop + offset, end: end)
    else { return nil }
    return (count + offset, isPoints)
  }

  /// `half a per cent`, `a quarter of a percentage point`.
  private func percentOfPart(at stop: Int, _ figure: Figure, end: Int) -> (Int, Bool)? {
    guard figure.low > 0, figure.low < 1 else { return nil }
    var at = stop
    if reading.has(at, .dateJoiner) { at += 1 }
    guard reading.has(at, .article), let (count, isPoints) = percent(at: at + 1, end: end) else {
      return nil
    }
    return (at + 1 - stop + count, isPoints)
  }

  /// `half a tonne`, `a quarter of an hour`
  private func unitOfPart(at stop: Int, _ figure: Figure, end: Int) -> (Int, Language.Unit)? {
    guard figure.low > 0, figure.low < 1 else { return nil }
    let at = reading.has(stop, .dateJoiner) ? stop + 1 : stop
    guard reading.has(at, .article), let (count, unit) = unitAfter(at + 1, end: end) else {
      return nil
    }
    return (at + 1 - stop + count, unit)
  }

  private func unitAfter(_ stop: Int, end: Int) -> (Int, Language.Unit)? {
    var offset = 0
    if reading.isMark(stop, "-"), reading.isJoined(stop) { offset = 1 }
    guard let (count, unit) = reading.match(reading.language.units, stop + offset, end: end)
    else { return nil }
    // A lone letter is a unit only where it touches its figure or is written as one (`12 C`).
    if reading.lower[stop + offset].utf8.count == 1, count == 1, !reading.isJoined(stop) {
      return nil
    }
    return (count + offset, unit)
  }
}
