import StoryLanguage
import StoryModel

/// The figure itself, in digits or in words.
extension FigureReader {
  func figure(at position: Int, end: Int) -> Figure? {
    if let taken = timeTaken(at: position, end: end) { return taken }
    if let part = writtenPart(at: position, end: end) { return part }
    guard var figure = plainFigure(at: position, end: end) else { return nil }
    if isTelephone(position) { return nil }
    if let decade = decade(of: figure) { return decade }
    if let result = result(from: figure, end: end) { return result }
    if let more = withHalf(figure, end: end) { return more }
    // A range: `3–5`, `10 to 15`, `between 10 and 15`; a vote: `5-to-4`.
    var next = figure.range.upperBound
    if next + 3 < end, reading.isMark(next, "-"), reading.has(next + 1, .rangeWord),
      reading.isMark(next + 2, "-"), (next...next + 3).allSatisfy({ reading.isJoined($0) })
    {
      next += 2
    }
    // `three- to five-day`
    if reading.isMark(next, "-"), reading.isJoined(next), reading.has(next + 1, .rangeWord),
      reading.tokens[next + 1].spaceBefore
    {
      next += 1
    }
    // `growth of 4% to 5%`, `to grow 4% to 5%`, but `from 4% to 5%`, `by 4% to 84%`, `led Oake 47% to 43%`
    let isForecast = reading.has(position - 2, .baseFormTaker)
    let isShare =
      reading.isMark(next, "%") && reading.isJoined(next) && reading.has(next + 1, .rangeWord)
      && !reading.has(next + 1, .numberJoiner)
      && (reading.has(position - 1, .dateJoiner)
        || isForecast && reading.isContent(position - 1))
    if isShare { next += 1 }
    let isDash = reading.isMark(next, "-") || isColonOfScore(next)
    let isMoney = isCurrency(position - 1)
    let opener = isMoney ? position - 2 : position - 1
    // `between 15% to 20%`, as it is often written; `from £3m to £4m` may be a rise.
    let isOpened =
      reading.has(next, .rangeWord) && reading.has(opener, .rangeOpener)
      && (reading.has(next, .numberJoiner)
        || reading.reads(opener, reading.language.numbers.pairOpener ?? ""))
    let isRangeWord =
      isOpened || reading.has(next, .rangeWord) && !reading.has(next, .numberJoiner)
    // `between £3m and £4m`
    let isMoneyAgain = isMoney && isCurrency(next + 1)
    let start = isMoneyAgain ? next + 2 : next + 1
    if isDash || isRangeWord, figure.vague == nil, !figure.isOrdinal,
      !isMoneyAgain || isOpened || isDash && reading.isJoined(next)
        || !isDash && !reading.has(opener, .rangeOpener),
      let second = plainFigure(at: start, end: end, endsRange: true), second.vague == nil,
      !second.isOrdinal,
      // `owes £30m to 12 lenders`
      !isMoney || isMoneyAgain || isDash || !reading.isContent(second.range.upperBound)
        || !reading.isWord(second.range.upperBound),
      !isShare
        || reading.isMark(second.range.upperBound, "%") && second.low > figure.high
          && (!isForecast || second.low <= 3 * figure.high),
      // `slowed last quarter to 2.9%`
      !(reading.has(position, .fraction) && reading.tokens[start].kind == .number),
      isDash || reading.tokens[next].spaceBefore
    {
      // Three figures joined by dashes are a telephone number or a date.
      let beyond = second.range.upperBound
      if isDash, reading.isMark(beyond, "-"), reading.isJoined(beyond), beyond + 1 < end,
        reading.tokens[beyond + 1].kind == .number
      {
        return nil
      }
      // `$3-5 million`: the scale is of both.
      let scale = second.range.reduce(1.0) { scale, position in
        reading.has(position, [.scale, .scaleSuffix])
          ? scale * reading.words[position].scale : scale
      }
      let isUnscaled = figure.range.count == 1 && scale > 1 && figure.low * scale < second.high
      figure = Figure(
        range: position..<second.range.upperBound,
        low: isUnscaled ? figure.low * scale : figure.low, high: second.high,
        isOpened: isOpened, currency: figure.currency)
    }
    return figure
  }

  /// `2/3 of the members`: a part of what follows, and no day.
  private func writtenPart(at position: Int, end: Int) -> Figure? {
    guard position + 3 < end, reading.isMark(position + 1, "/"), reading.isJoined(position + 1),
      reading.isJoined(position + 2), reading.has(position + 3, .dateJoiner),
      let above = Double(reading.lower[position]), let below = Double(reading.lower[position + 2]),
      above >= 1, above < below, below <= 20
    else { return nil }
    return Figure(
      range: position..<position + 3, low: above / below, high: above / below)
  }

  /// `2:1`: a colon between two figures of a score; minutes have two digits.
  private func isColonOfScore(_ position: Int) -> Bool {
    reading.isMark(position, ":") && reading.isJoined(position) && reading.isJoined(position + 1)
      && position + 1 < reading.count && reading.tokens[position + 1].kind == .number
      && reading.lower[position + 1].utf8.count == 1
      && reading.lower[position - 1].utf8.count <= 2
      && !reading.isMark(position + 2, ":") && !reading.isMark(position - 2, ":")
  }

  /// `(209) 257-9444`: three digits in brackets before more, or three and four joined by a dash.
  func isTelephone(_ position: Int) -> Bool {
    func digits(_ at: Int) -> Int {
      at >= 0 && at < reading.count && reading.tokens[at].kind == .number
        ? reading.lower[at].utf8.count : 0
    }
    if digits(position) == 3, reading.isMark(position + 1, "-"), reading.isJoined(position + 2),
      digits(position + 2) == 4
    {
      return true
    }
    return digits(position) == 3 && reading.isMark(position - 1, "(")
      && reading.isMark(position + 1, ")") && digits(position + 2) == 3
  }

  func plainFigure(at position: Int, end: Int, endsRange: Bool = false) -> Figure? {
    guard position < end else { return nil }
    switch reading.tokens[position].kind {
    case .number: return digits(at: position, end: end, endsRange: endsRange)
    case .word:
      return mayBeSum(position)
        ? letteredFigure(at: position, end: end) : words(at: position, end: end)
    case .mark, .address: return nil
    }
  }

  func digits(at position: Int, end: Int, endsRange: Bool) -> Figure? {
    // `COVID-19`, `F-16`, `10/11/20`: figures that count nothing.
    if reading.isJoined(position), position > 0, !endsRange {
      let before = position - 1
      if reading.isWord(before) || reading.isMark(before, "=") { return nil }
      if reading.isMark(before, "-") || reading.isMark(before, "/") || reading.isMark(before, "#"),
        reading.isJoined(before), before > 0, reading.isWord(before - 1),
        // `under-10s`
        reading.bound(before - 1..<before) == nil,
        // `S/50`
        reading.match(reading.language.currencies, before - 1, end: position) == nil
      {
        return nil
      }
      // `S/50`: a slash that belongs to a currency.
      let isCurrency =
        reading.match(
          reading.language.currencies, endingAt: position, from: max(0, position - 2)) != nil
      if reading.isMark(before, "/") && !isCurrency
        || reading.isMark(before, "#") && reading.isJoined(before)
      {
        return nil
      }
      // The tail of a telephone number; a range is read from its beginning.
      if reading.isMark(before, "-"), before > 0, reading.tokens[before - 1].kind == .number,
        reading.isJoined(before)
      {
        return nil
      }
    }
    var stop = position + 1
    var text = reading.lower[position]
    // `1 200 000`: groups of three parted by spaces, of one kind or of several.
    if text.utf8.count <= 3 || isGrouped(position), text.utf8.first != UInt8(ascii: "0") {
      let allowsDecimals = reading.language.decimalComma
      while stop < end, reading.tokens[stop].kind == .number, !reading.isJoined(stop),
        reading.lower[stop].utf8.count == 3 || isGrouped(stop)
          || allowsDecimals && reading.lower[stop].utf8.dropFirst(3).first == UInt8(ascii: ","),
        text.utf8.allSatisfy({ (48...57).contains($0) })
      {
        text += reading.lower[stop]
        stop += 1
      }
    }
    return digits(at: position, last: stop - 1, text: text, end: end)
  }

  /// The figure whose digits are `text`, with what follows its last token: a scale, an ending.
  func digits(
    at position: Int, last: Int, text: String, hasCurrency: Bool = false, end: Int
  ) -> Figure? {
    var stop = last + 1
    guard var value = FigureReader.value(of: text, decimalComma: reading.language.decimalComma)
    else { return nil }
    // `5½`
    if stop < end, reading.tokens[stop].kind == .number, reading.isJoined(stop),
      let part = FigureReader.vulgarFractions[reading.lower[stop]]
    {
      value += part
      stop += 1
    }
    var isOrdinal = false
    if reading.isWord(stop), reading.isJoined(stop), stop < end {
      if reading.has(stop, .ordinalSuffix) {
        isOrdinal = true
        stop += 1
      } else if reading.has(stop, .scaleSuffix),
        hasCurrency || isScaleSuffix(stop, figureAt: position)
      {
        value *= reading.words[stop].scale
        stop += 1
      } else if reading.isCapitalised(stop) && reading.lower[stop].utf8.count == 1
        && text.utf8.count == 1 && !isTemperature(stop, figureAt: position)
      {
        // `5G`, `4L`: a name, no figure.
        return nil
      } else if reading.match(reading.language.units, stop, end: end) == nil,
        reading.language.joinedUnits[reading.lower[stop]] == nil,
        reading.match(reading.language.percent, stop, end: end) == nil,
        moneyScale(stop, end: end) == nil, !reading.has(stop, .scale),
        !reading.has(stop, [.am, .pm, .hourMark]), reading.lower[stop] != "s"
      {
        // `18F`: a name, no figure.
        return nil
      }
    }
    // `$18-million`
    if !isOrdinal, stop + 1 < end, reading.isMark(stop, "-"), reading.isJoined(stop),
      reading.isJoined(stop + 1), reading.has(stop + 1, .scale)
    {
      stop += 1
    }
    while stop < end,
      reading.has(stop, .scale)
        || (reading.has(stop, .scaleSuffix) && reading.lower[stop].utf8.count > 1), !isOrdinal
    {
      value *= reading.words[stop].scale
      stop += 1
      // `3,2 Mio. Euro`
      if reading.isMark(stop, "."), reading.isJoined(stop), stop + 1 < end,
        reading.has(stop - 1, .scaleSuffix), reading.has(stop - 1, .abbreviation)
      {
        stop += 1
      }
    }
    if !isOrdinal, let scale = moneyScale(stop, end: end) {
      value *= scale
      stop += 1
    }
    return Figure(range: position..<stop, low: value, high: value, isOrdinal: isOrdinal)
  }

  static let vulgarFractions: [String: Double] = [
    "½": 0.5, "⅓": 1.0 / 3, "⅔": 2.0 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅛": 0.125, "⅜": 0.375,
    "⅝": 0.625, "⅞": 0.875,
  ]
}
