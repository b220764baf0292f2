import StoryLanguage
import StoryModel

/// What stands with a figure and says what it is of: a currency, a per cent sign, a unit.
extension FigureReader {
  /// A word has a digit at its end, or before one or two letters: `R120`, `Q3`, `N50m`. Of the longer words without a
  /// capital none is a sum or a part of a year, and nobody need look at their letters.
  func mayBeSum(_ position: Int) -> Bool {
    let token = reading.tokens[position]
    return token.kind == .word
      && (reading.isCapitalised(position) || token.byteEnd - token.byteStart <= 4)
      && !reading.isFunction(position) && reading.shape(position).contains(.holdsFigure)
  }

  /// `R120`, `Rs500`, `KSh1.5m`, `N50m`, `CHF2 million`: a sum that the letters of its currency touch.
  func letteredFigure(at position: Int, end: Int) -> Figure? {
    let word = reading.lower[position]
    let letters = word.prefix { $0.isLetter }
    guard let code = reading.language.numbers.currencyLetters[String(letters)],
      reading.isCapitalised(position) || letters.utf8.count > 1,
      !(reading.isMark(position - 1, "-") && reading.isJoined(position))
    else { return nil }
    var text = String(word.dropFirst(letters.count))
    let tail = text.drop { $0.isASCII && $0.isNumber }
    if !tail.isEmpty {
      let scale = reading.language.word(String(tail))
      guard scale.kind.contains(.scaleSuffix), let value = Double(text.dropLast(tail.count)) else {
        return nil
      }
      return Figure(
        range: position..<position + 1, low: value * scale.scale, high: value * scale.scale,
        currency: code)
    }
    var last = position
    // `R1,250`, `R1.5m`: the rest of the figure is a number of its own.
    while last + 2 < end, reading.isMark(last + 1, ",") || reading.isMark(last + 1, "."),
      reading.isJoined(last + 1), reading.isJoined(last + 2),
      reading.tokens[last + 2].kind == .number
    {
      text += reading.lower[last + 1] + reading.lower[last + 2]
      last += 2
    }
    guard var figure = digits(at: position, last: last, text: text, hasCurrency: true, end: end)
    else { return nil }
    // `the R118`, `M25`: a lone letter names roads and models too.
    let isScaled = figure.range.upperBound > last + 1
    guard letters.utf8.count > 1 || isScaled || text.utf8.count >= 3,
      letters.utf8.count > 1 || isScaled || !reading.has(position - 1, .article)
    else { return nil }
    figure.currency = code
    return figure
  }

  /// `5 euros`, `millions of dollars`
  func currencyAfter(_ stop: Int, _ figure: Figure, in sentence: Range<Int>) -> (Int, String)? {
    let currencies = reading.language.currencies
    let end = sentence.upperBound
    if let found = reading.match(currencies, stop, end: end) { return found }
    guard figure.vague != nil, reading.has(stop, .dateJoiner), stop + 1 < end else { return nil }
    if let (count, code) = reading.match(currencies, stop + 1, end: end) {
      return (count + 1, code)
    }
    // `thousands of pounds`, but `thousands of pounds of fish`
    guard let code = reading.language.currencyUnits[reading.lower[stop + 1]],
      !reading.has(stop + 2, .dateJoiner), isMoney(figure, unitAt: stop + 1, in: sentence)
    else { return nil }
    return (2, code)
  }

  /// Whether a unit that is a currency, too, is that: after a large figure, or where the sentence speaks of
  /// money and not of pounds of something.
  func isMoney(_ figure: Figure, unitAt position: Int, in sentence: Range<Int>) -> Bool {
    if max(figure.low, figure.allows?.lowerBound ?? 0) >= 100_000 { return true }
    let words = reading.language.numbers.moneyWords
    guard !words.isEmpty, !reading.has(position + 1, .dateJoiner) else { return false }
    let ofWeight = reading.language.kindWords["mass"] ?? []
    return sentence.contains { words.contains(reading.lower[$0]) }
      && !sentence.contains { ofWeight.contains(where: reading.lower[$0].hasPrefix) }
  }

  func currencyBefore(_ start: Int, from floor: Int) -> (start: Int, code: String)? {
    guard start > floor else { return nil }
    let mark = start - 1
    guard reading.tokens[mark].kind == .mark,
      let (_, code) = reading.match(reading.language.currencies, mark, end: start)
    else {
      // `EUR 5`, `US$ 5`.
      if let found = reading.match(reading.language.currencies, endingAt: start, from: floor),
        reading.isAllCapitals(found.start)
          || reading.isCapitalised(found.start) && reading.lower[found.start].utf8.count <= 2
      {
        return (found.start, found.payload)
      }
      return nil
    }
    // `US$`, `A$`.
    if mark > floor, reading.isJoined(mark), reading.isCapitalised(mark - 1),
      reading.lower[mark - 1].utf8.count <= 3
    {
      // `C$5` is five Canadian dollars.
      if let (count, code) = reading.match(reading.language.currencies, mark - 1, end: start),
        count == 2
      {
        return (mark - 1, code)
      }
      let letters = reading.lower[mark - 1].uppercased()
      return (mark - 1, code.hasPrefix(letters) ? code : letters + code)
    }
    return (mark, code)
  }

  func percent(at stop: Int, end: Int) -> (Int, Bool)? {
    var offset = 0
    if reading.isMark(stop, "-"), reading.isJoined(stop) { offset = 1 }
    guard let (count, isPoints) = reading.match(reading.language.percent, stop + offset, end: end)
    else { return nil }
    return (count + offset, isPoints)
  }

  /// `half a per cent`, `a quarter of a percentage point`.
  func percentOfPart(at stop: Int, _ figure: Figure, end: Int) -> (Int, Bool)? {
    guard figure.low > 0, figure.low < 1 else { return nil }
    var at = stop
    if reading.has(at, .dateJoiner) { at += 1 }
    guard reading.has(at, .article), let (count, isPoints) = percent(at: at + 1, end: end) else {
      return nil
    }
    return (at + 1 - stop + count, isPoints)
  }

  /// `half a tonne`, `a quarter of an hour`
  func unitOfPart(at stop: Int, _ figure: Figure, end: Int) -> (Int, Language.Unit)? {
    guard figure.low > 0, figure.low < 1 else { return nil }
    let at = reading.has(stop, .dateJoiner) ? stop + 1 : stop
    guard reading.has(at, .article), let (count, unit) = unitAfter(at + 1, end: end) else {
      return nil
    }
    return (at + 1 - stop + count, unit)
  }

  /// Days of a month, on an average.
  private static let monthInSeconds = 2_629_800.0

  /// `and nine months` after `four years`, `6 inches` after `5 feet`: what is more than whole ones, in these, and where
  /// it ends.
  func rest(after stop: Int, of whole: MeasuredUnit, end: Int) -> (value: Double, stop: Int)? {
    let hasComma = reading.isMark(stop, ",")
    var at = hasComma ? stop + 1 : stop
    if reading.has(at, .numberJoiner) { at += 1 }
    guard at < end, reading.tokens[at].kind == .number || reading.has(at, [.cardinal, .article]),
      let part = plainFigure(at: at, end: end) ?? oneOfAUnit(at: at, in: stop..<end),
      part.vague == nil, !part.isOrdinal, part.currency == nil, part.low == part.high,
      let (count, unit) = unitAfter(part.range.upperBound, end: end)
    else { return nil }
    let isOfMonths = whole.dimension == "months" && unit.dimension == "duration"
    guard isOfMonths || unit.dimension == whole.dimension else { return nil }
    let value =
      part.low * unit.factor / whole.factor / (isOfMonths ? FigureReader.monthInSeconds : 1)
    let next = part.range.upperBound + count
    // `two years, nine months of it suspended`; `five days, two hours a day`
    let isOther =
      hasComma
      && (reading.has(next, .dateJoiner)
        || reading.length(of: reading.language.numbers.rateWords, at: next, end: end) != nil)
    return value < 1 && !isOther ? (value, next) : nil
  }

  func unitAfter(_ stop: Int, end: Int) -> (Int, Language.Unit)? {
    // `8in`
    if reading.isJoined(stop), reading.isWord(stop), stop < end,
      let unit = reading.language.joinedUnits[reading.lower[stop]]
    {
      return (1, unit)
    }
    var offset = 0
    if reading.isMark(stop, "-"), reading.isJoined(stop) { offset = 1 }
    guard let (count, unit) = reading.match(reading.language.units, stop + offset, end: end)
    else { return nil }
    // A lone letter is a unit only where it touches its figure or is written as one (`12 C`).
    // or before what is measured (`1.91 m tall`).
    let next = stop + offset + count
    if reading.lower[stop + offset].utf8.count == 1, count == 1, !reading.isJoined(stop),
      next >= end || !reading.language.measureWords.contains(reading.lower[next])
    {
      return nil
    }
    return (count + offset, unit)
  }
}
