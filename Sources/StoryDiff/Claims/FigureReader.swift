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
  }

  /// The figures of `range` that are no part of what is in `taken`.
  func mentions(in range: Range<Int>, apartFrom taken: [Mention]) -> [Mention] {
    var result: [Mention] = []
    var position = range.lowerBound
    while position < range.upperBound {
      if let other = taken.first(where: { $0.range.contains(position) }) {
        position = other.range.upperBound
        continue
      }
      guard let figure = figure(at: position, end: range.upperBound),
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

  private func mention(of figure: Figure, in sentence: Range<Int>) -> Mention? {
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
    } else if let (count, isPoints) = percent(at: stop, end: end) {
      kind = .percentage
      unit = MeasuredUnit(
        name: isPoints ? "percentage points" : "percent",
        dimension: isPoints ? "points" : "percent", factor: 1, offset: 0)
      stop += count
    } else if figure.low >= 100_000, stop < end,
      let code = language.currencyUnits[reading.lower[stop]]
    {
      kind = .money
      unit = MeasuredUnit(name: code, dimension: "money:" + code, factor: 1, offset: 0)
      stop += 1
    } else if let (count, found) = unitAfter(stop, end: end) {
      unit = MeasuredUnit(
        name: found.name, dimension: found.dimension, factor: found.factor, offset: found.offset)
      stop += count
    }
    // `Big 12`, `Highway 88`: a figure that is part of a name.
    if kind == .quantity, unit == nil, figure.vague == nil, figure.range.count == 1,
      start > sentence.lowerBound + 1,
      reading.tokens[start].kind == .number, reading.isWord(start - 1),
      reading.isCapitalised(start - 1), reading.isContent(start - 1),
      !reading.has(start - 1, [.month, .weekday, .numberNoun]), !reading.isContent(stop)
    {
      return nil
    }
    let core = figure.range
    var bound = Span.Bound.exactly
    if let (before, word) = reading.match(
      language.bounds, endingAt: start, from: sentence.lowerBound)
    {
      bound = Span.Bound(rawValue: word.rawValue) ?? .exactly
      start = before
    }
    var mention = Mention(
      kind: kind, range: start..<stop, core: core,
      value: figure.vague.map { .vague($0) } ?? .number(low: figure.low, high: figure.high),
      unit: unit, bound: bound, isOrdinal: figure.isOrdinal || isNumbered(start))
    mention.context = context(after: stop, before: start, in: sentence)
    return mention
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
      {
        return (found.start, found.payload)
      }
      return nil
    }
    // `US$`, `A$`.
    if mark > floor, reading.isJoined(mark), reading.isCapitalised(mark - 1),
      reading.lower[mark - 1].utf8.count <= 3
    {
      return (mark - 1, reading.lower[mark - 1].uppercased() + code)
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

  // MARK: The figure itself

  func figure(at position: Int, end: Int) -> Figure? {
    guard var figure = plainFigure(at: position, end: end) else { return nil }
    if isTelephone(position) { return nil }
    // A range: `3–5`, `10 to 15`, `between 10 and 15`; a vote: `5-to-4`.
    var next = figure.range.upperBound
    if next + 3 < end, reading.isMark(next, "-"), reading.has(next + 1, .rangeWord),
      reading.isMark(next + 2, "-"), (next...next + 3).allSatisfy({ reading.isJoined($0) })
    {
      next += 2
    }
    let isDash = reading.isMark(next, "-")
    let isRangeWord =
      reading.has(next, .rangeWord)
      && (!reading.has(next, .numberJoiner) || reading.has(position - 1, .rangeOpener))
    if isDash || isRangeWord, figure.vague == nil, !figure.isOrdinal,
      let second = plainFigure(at: next + 1, end: end, endsRange: true), second.vague == nil,
      !second.isOrdinal,
      isDash || reading.tokens[next].spaceBefore
    {
      // Three figures joined by dashes are a telephone number or a date.
      let beyond = second.range.upperBound
      if isDash, reading.isMark(beyond, "-"), reading.isJoined(beyond), beyond + 1 < end,
        reading.tokens[beyond + 1].kind == .number
      {
        return nil
      }
      figure = Figure(
        range: position..<second.range.upperBound, low: figure.low, high: second.high)
    }
    return figure
  }

  /// `(209) 257-9444`: three digits in brackets before more, or three and four joined by a dash.
  private func isTelephone(_ position: Int) -> Bool {
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

  private func plainFigure(at position: Int, end: Int, endsRange: Bool = false) -> Figure? {
    guard position < end else { return nil }
    switch reading.tokens[position].kind {
    case .number: return digits(at: position, end: end, endsRange: endsRange)
    case .word: return words(at: position, end: end)
    case .mark, .address: return nil
    }
  }

  private func digits(at position: Int, end: Int, endsRange: Bool) -> Figure? {
    // `COVID-19`, `F-16`, `10/11/20`: figures that count nothing.
    if reading.isJoined(position), position > 0, !endsRange {
      let before = position - 1
      if reading.isWord(before) { return nil }
      if reading.isMark(before, "-") || reading.isMark(before, "/") || reading.isMark(before, "#"),
        reading.isJoined(before), before > 0, reading.isWord(before - 1)
      {
        return nil
      }
      if reading.isMark(before, "/") { return nil }
      // The tail of a telephone number; a range is read from its beginning.
      if reading.isMark(before, "-"), before > 0, reading.tokens[before - 1].kind == .number,
        reading.isJoined(before)
      {
        return nil
      }
    }
    var stop = position + 1
    var text = reading.lower[position]
    // `1 200 000`: groups of three with plain spaces, where the language writes them so.
    if reading.language.decimalComma, text.utf8.count <= 3 {
      while stop < end, reading.tokens[stop].kind == .number, !reading.isJoined(stop),
        reading.lower[stop].utf8.count == 3 || reading.lower[stop].utf8.dropFirst(3).first == 44,
        text.utf8.allSatisfy({ (48...57).contains($0) })
      {
        text += reading.lower[stop]
        stop += 1
      }
    }
    guard var value = FigureReader.value(of: text, decimalComma: reading.language.decimalComma)
    else { return nil }
    var isOrdinal = false
    if reading.isWord(stop), reading.isJoined(stop), stop < end {
      if reading.has(stop, .ordinalSuffix) {
        isOrdinal = true
        stop += 1
      } else if reading.has(stop, .scaleSuffix), isScaleSuffix(stop, figureAt: position) {
        value *= reading.words[stop].scale
        stop += 1
      } else if reading.match(reading.language.units, stop, end: end) == nil,
        reading.match(reading.language.percent, stop, end: end) == nil,
        !reading.has(stop, [.am, .pm, .hourMark]), reading.lower[stop] != "s"
      {
        // `18F`: a name, no figure.
        return nil
      }
    }
    while stop < end,
      reading.has(stop, .scale)
        || (reading.has(stop, .scaleSuffix) && reading.lower[stop].utf8.count > 1), !isOrdinal
    {
      value *= reading.words[stop].scale
      stop += 1
    }
    return Figure(range: position..<stop, low: value, high: value, isOrdinal: isOrdinal)
  }

  /// `£5m` is millions, `5m` is metres.
  private func isScaleSuffix(_ suffix: Int, figureAt position: Int) -> Bool {
    if reading.match(reading.language.units, suffix, end: suffix + 1) == nil { return true }
    // `1.2m people`, but `1.2m tall`, `100m final`.
    if reading.isContent(suffix + 1), !reading.isMark(suffix + 1, "."), reading.isWord(suffix + 1),
      !reading.isCapitalised(suffix + 1),
      !reading.language.measureWords.contains(reading.lower[suffix + 1])
    {
      return true
    }
    guard position > 0, reading.tokens[position - 1].kind == .mark else {
      return reading.match(reading.language.currencies, suffix + 1, end: reading.count) != nil
    }
    return reading.match(reading.language.currencies, position - 1, end: position) != nil
  }

  private func words(at position: Int, end: Int) -> Figure? {
    let isArticle = reading.has(position, .article)
    var at = position
    // `the third fire`: a place in a row, not a part.
    if isArticle, reading.has(position + 1, .ordinal),
      !reading.has(position + 1, [.collective, .scale]),
      reading.isContent(position + 2)
    {
      return nil
    }
    // `a dozen`, `half a million`, `a hundred`.
    if isArticle {
      guard reading.has(position + 1, [.collective, .scale, .fraction]), position + 1 < end
      else { return nil }
      at += 1
    }
    let word = reading.words[at]
    if word.kind.contains(.vague) {
      return Figure(range: at..<at + 1, low: 0, high: 0, vague: reading.lower[at])
    }
    if word.kind.contains(.ordinal), !isArticle {
      // `second` is a unit and `third` a fraction, too.
      if word.kind.contains(.fraction), reading.has(at - 1, .cardinal) { return nil }
      if reading.isJoined(at + 1), reading.isMark(at + 1, "-") { return nil }
      return Figure(range: at..<at + 1, low: word.ordinal, high: word.ordinal, isOrdinal: true)
    }
    if word.kind.contains(.fraction) {
      var stop = at + 1
      var value = word.fraction
      if reading.has(stop, .article) { stop += 1 }
      if stop < end, reading.has(stop, [.scale, .collective]) {
        value *= max(reading.words[stop].scale, reading.words[stop].collective)
        stop += 1
      } else {
        stop = at + 1
      }
      return Figure(range: position..<stop, low: value, high: value)
    }
    if word.kind.contains(.collective) {
      return Figure(
        range: position..<at + 1, low: word.collective, high: word.collective)
    }
    // `one of his stores`, `no one`: no count.
    if word.cardinal == 1, word.kind.contains(.cardinal), at + 1 < end,
      reading.language.afterPronounOne.contains(reading.lower[at + 1])
        || reading.match(reading.language.negations, at - 1, end: at + 1) != nil
    {
      return nil
    }
    guard word.kind.contains(.cardinal) || (isArticle && word.kind.contains(.scale)) else {
      return nil
    }
    // Cardinals add up, scales multiply: `two hundred and five thousand`.
    var total = 0.0, current = isArticle ? 1.0 : 0.0
    var stop = at
    var last = at
    while stop < end {
      let next = reading.words[stop]
      if next.kind.contains(.cardinal) {
        if stop > at, !isJoint(stop, after: last, current: current, next: next.cardinal) { break }
        current += next.cardinal
      } else if next.kind.contains(.scale) {
        if next.scale == 100 {
          current = max(1, current) * 100
        } else {
          total += max(1, current) * next.scale
          current = 0
        }
      } else if next.kind.contains(.collective), stop > at {
        current = max(1, current) * next.collective
      } else if next.kind.contains(.fraction), stop > at, current > 0 {
        // `two thirds`
        current *= next.fraction
        stop += 1
        last = stop
        break
      } else if stop > at, stop + 1 < end, reading.has(stop + 1, [.cardinal]),
        reading.isMark(stop, "-") && reading.isJoined(stop)
          || reading.has(stop, .numberJoiner) && (current >= 100 || total > 0)
      {
        stop += 1
        continue
      } else {
        break
      }
      stop += 1
      last = stop
    }
    let value = total + current
    return Figure(range: position..<last, low: value, high: value)
  }

  /// Whether a cardinal goes on with the number before it: tens with units, hundreds with both.
  private func isJoint(_ position: Int, after last: Int, current: Double, next: Double) -> Bool {
    if current == 0 { return true }
    let tens = current.truncatingRemainder(dividingBy: 100)
    if tens == 0 { return next < 100 }
    return tens >= 20 && tens.truncatingRemainder(dividingBy: 10) == 0 && next < 10
  }

  /// The value of digits with separators, by the habits of the language.
  static func value(of text: String, decimalComma: Bool) -> Double? {
    let bytes = Array(text.utf8)
    if let fraction = vulgarFractions[text] { return fraction }
    let commas = bytes.indices.filter { bytes[$0] == UInt8(ascii: ",") }
    let stops = bytes.indices.filter { bytes[$0] == UInt8(ascii: ".") }
    /// Whether marks stand where thousands do: groups of three after each.
    func areThousands(_ places: [Int], end: Int) -> Bool {
      guard let first = places.first, first <= 3, first > 0 else { return false }
      return zip(places, places.dropFirst() + [end]).allSatisfy { $1 - $0 == 4 }
    }
    var decimal: Int?
    if let comma = commas.last, let stop = stops.last {
      decimal = max(comma, stop)
    } else if let comma = commas.last {
      let canBeThousands = areThousands(commas, end: bytes.count)
      if !canBeThousands || (decimalComma && commas.count == 1 && bytes[0] == 48) {
        decimal = comma
      }
      if decimalComma, commas.count == 1, !canBeThousands { decimal = comma }
    } else if let stop = stops.last {
      let canBeThousands = areThousands(stops, end: bytes.count)
      if !(decimalComma && canBeThousands) || bytes[0] == 48 {
        guard stops.count == 1 || canBeThousands else { return nil }
        if stops.count == 1 { decimal = stop }
      }
    }
    var digits: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if index == decimal {
        digits.append(UInt8(ascii: "."))
      } else if (48...57).contains(byte) {
        digits.append(byte)
      } else if byte != UInt8(ascii: ","), byte != UInt8(ascii: ".") {
        return nil
      }
    }
    return Double(String(decoding: digits, as: UTF8.self))
  }

  private static let vulgarFractions: [String: Double] = [
    "½": 0.5, "⅓": 1.0 / 3, "⅔": 2.0 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅛": 0.125, "⅜": 0.375,
    "⅝": 0.625, "⅞": 0.875,
  ]
}
