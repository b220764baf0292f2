import StoryLanguage
import StoryModel

/// Quantities that are more than a number: parts of a whole, results, decades, rates, times taken.
extension FigureReader {
  /// `one in three`, `un Français sur trois`, `4 out of 10`: a part of a whole, or all of it.
  func share(at position: Int, end: Int) -> Figure? {
    let numbers = reading.language.numbers
    guard !numbers.shareWords.isEmpty, !isNumbered(position) else { return nil }
    let part: Figure
    if numbers.countingArticles.contains(reading.lower[position])
      || reading.words[position].cardinal == 1
    {
      part = Figure(range: position..<position + 1, low: 1, high: 1)
    } else if reading.has(position, .cardinal) || reading.tokens[position].kind == .number,
      let figure = plainFigure(at: position, end: end)
    {
      part = figure
    } else {
      return nil
    }
    var at = part.range.upperBound
    let hasNoun = at < end && reading.isContent(at) && reading.isWord(at)
    if hasNoun { at += 1 }
    guard let count = reading.length(of: numbers.shareWords, at: at, end: end),
      let whole = plainFigure(at: at + count, end: end),
      isCount(part), isCount(whole), part.low <= whole.low, whole.low > 1, !isYear(whole)
    else { return nil }
    // `two men in 30 days`, `two men in four cars`: no part of them.
    let next = whole.range.upperBound
    guard reading.match(reading.language.units, next, end: end) == nil,
      !hasNoun || !reading.isContent(next) || next >= end,
      !(reading.isMark(next, "-") && reading.isJoined(next))
    else { return nil }
    let value = part.low / whole.low
    return Figure(range: position..<next, low: value, high: value)
  }

  private func isYear(_ figure: Figure) -> Bool {
    reading.lower[figure.range.lowerBound].utf8.count == 4 && (1800...2099).contains(figure.low)
  }

  private func isCount(_ figure: Figure) -> Bool {
    figure.vague == nil && !figure.isOrdinal && !figure.isRound && figure.currency == nil
      && figure.low == figure.high && figure.low >= 1 && figure.low == figure.low.rounded()
  }

  /// `52 votes to 48`, `52 zu 48 Stimmen`, `52 voix contre 48`: both figures of one result.
  func result(from first: Figure, end: Int) -> Figure? {
    let numbers = reading.language.numbers
    var at = first.range.upperBound
    guard at < end, isWhole(first), !reading.has(first.range.lowerBound - 1, .rangeOpener) else {
      return nil
    }
    let noun = numbers.scoreNouns.contains(reading.lower[at]) ? reading.lower[at] : nil
    if noun != nil { at += 1 }
    guard at < end, numbers.scoreJoiners.contains(reading.lower[at]),
      noun != nil || !reading.has(at, .rangeWord),
      let second = plainFigure(at: at + 1, end: end), isWhole(second)
    else { return nil }
    let next = second.range.upperBound
    let isSameNoun = next < end && numbers.scoreNouns.contains(reading.lower[next])
    // `fell three points to 34%`
    if percent(at: next, end: end) != nil { return nil }
    guard noun == nil ? isSameNoun : isSameNoun || next >= end || !reading.isContent(next) else {
      return nil
    }
    return Figure(
      range: first.range.lowerBound..<next, low: first.low, high: second.low, isResult: true)
  }

  /// `2:04:31`, `1:43.21`: hours, minutes and seconds that something took.
  func timeTaken(at position: Int, end: Int) -> Figure? {
    guard reading.tokens[position].kind == .number, let first = Int(reading.lower[position]) else {
      return nil
    }
    var seconds = Double(first)
    var stop = position + 1
    var parts = 1
    var hasFraction = false
    while stop + 1 < end, parts < 3, !hasFraction, reading.isMark(stop, ":"),
      reading.isJoined(stop), reading.isJoined(stop + 1),
      reading.tokens[stop + 1].kind == .number
    {
      let digits = reading.lower[stop + 1].utf8
      guard digits.prefix(while: { $0 != UInt8(ascii: ".") }).count == 2,
        let value = Double(reading.lower[stop + 1]), value < 60
      else { return nil }
      hasFraction = digits.count > 2
      seconds = seconds * 60 + value
      stop += 2
      parts += 1
    }
    guard parts == 3 || parts == 2 && hasFraction else { return nil }
    return Figure(range: position..<stop, low: seconds, high: seconds)
  }

  private func isWhole(_ figure: Figure) -> Bool {
    figure.vague == nil && !figure.isOrdinal && figure.currency == nil && figure.low == figure.high
      && figure.low == figure.low.rounded()
  }

  /// `in his fifties`, `in her late 50s`: any of ten years, or of those that are named.
  func decade(of figure: Figure) -> Figure? {
    var range = figure.range
    guard figure.low == figure.high, figure.low >= 10, figure.low < 100,
      figure.low.truncatingRemainder(dividingBy: 10) == 0
    else { return nil }
    let last = range.upperBound - 1
    if reading.tokens[last].kind == .number, range.count == 1, reading.isJoined(last + 1),
      reading.lower[last + 1] == "s", !reading.isJoined(last)
    {
      range = range.lowerBound..<last + 2
    } else if !reading.language.numbers.decades.contains(reading.lower[last]) {
      return nil
    }
    var (low, high) = (figure.low, figure.low + 9)
    var before = range.lowerBound
    if reading.isMark(before - 1, "-"), reading.isJoined(before) { before -= 1 }
    if let (start, part) = reading.match(
      reading.language.periodParts, endingAt: before, from: max(0, before - 1))
    {
      switch part {
      case "early": high = low + 3
      case "mid": (low, high) = (low + 4, low + 6)
      default: low += 7
      }
      range = start..<range.upperBound
    }
    return Figure(range: range, low: low, high: high)
  }

  /// `how many had died`
  func isAsked(_ position: Int) -> Bool {
    guard
      case .question? = reading.match(
        reading.language.noticeRemarks, position - 1, end: position + 1)?.payload
    else { return false }
    return true
  }

  /// `dozens`, `several hundred`, `hundreds of thousands`: no figure, but bounds between which it lies.
  func vague(at position: Int, end: Int) -> Figure {
    let ranges = reading.language.numbers.vagueRanges
    var stop = position + 1
    var allows = ranges[reading.lower[position]]
    let next = reading.has(stop, .dateJoiner) && stop + 1 < end ? stop + 1 : stop
    if next < end, reading.has(next, .vague), next > stop || ranges[reading.lower[next]] != nil {
      // Thousands are two of a thousand at the least.
      let unit = ranges[reading.lower[next]].map { $0.lowerBound / 2 }
      allows = FigureReader.times(allows, unit)
      stop = next + 1
    } else if next > stop, reading.has(next, .scale), !reading.isMark(next + 1, "-"),
      let plural = ranges.keys.first(where: { $0 == reading.lower[next] + "s" })
    {
      // `tens of thousand people`: a letter is missing.
      return Figure(
        range: position..<next + 1, low: 0, high: 0,
        vague: reading.lower.joined(position..<next) + " " + plural,
        allows: FigureReader.times(allows, ranges[plural].map { $0.lowerBound / 2 }))
    } else if next == stop, stop < end, reading.has(stop, [.scale, .collective]) {
      let word = reading.words[stop]
      allows = FigureReader.times(allows, max(word.scale, word.collective))
      stop += 1
    }
    return Figure(
      range: position..<stop, low: 0, high: 0,
      vague: reading.lower.joined(position..<stop), allows: allows)
  }

  private static func times(_ range: ClosedRange<Double>?, _ unit: Double?)
    -> ClosedRange<Double>?
  {
    guard let range, let unit else { return nil }
    return range.lowerBound * unit...range.upperBound * unit
  }

  /// The time that a figure is of: `2,300 families a week`, `$80,000 per month`, `tonnes of waste each day`.
  func rate(after stop: Int, in sentence: Range<Int>) -> Rate? {
    let language = reading.language
    var position = stop
    while position < sentence.upperBound, position <= stop + 3 {
      guard reading.isWord(position) else { return nil }
      if let count = reading.length(
        of: language.numbers.rateWords, at: position, end: sentence.upperBound),
        let (length, unit) = reading.match(
          language.units, position + count, end: sentence.upperBound),
        ["duration", "months"].contains(unit.dimension), length == 1,
        !reading.has(position + count, .ordinal)
      {
        return Rate(
          word: position + count,
          unit: MeasuredUnit(
            name: unit.name, dimension: unit.dimension, factor: unit.factor, offset: unit.offset))
      }
      position += 1
    }
    return nil
  }
}
