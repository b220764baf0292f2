import StoryLanguage

/// Times of day that are told in words, or in hours and a part of the day.
extension DateReader {
  /// `à 20 heures`, `las nueve y media`, `halb neun Uhr`, `eight in the evening`, `von 8 bis 12 Uhr`.
  func spelledTime(at position: Int, in range: Range<Int>) -> Mention? {
    let end = range.upperBound
    // `half past eight`, `halb neun`
    if let (count, minutes) = reading.match(reading.language.clockLeads, position, end: end),
      let hour = hour(at: position + count, end: end), hour.value <= 12,
      hour.isSpelled || !reading.isContent(hour.stop)
    {
      return told(position, hour, plus: minutes, end: end)
    }
    guard let first = hour(at: position, end: end) else { return nil }
    if let run = run(from: first, at: position, in: range) { return run }
    let isOpened =
      reading.has(position - 1, .clockOpener)
      && reading.language.hourOpeners.contains(reading.lower[position - 1])
    return told(position, first, plus: 0, end: end, isOpened: isOpened)
  }

  /// An hour in digits or words, where it ends, and whether it is in words.
  private typealias Hour = (value: Int, stop: Int, isSpelled: Bool)

  private func hour(at position: Int, end: Int) -> Hour? {
    guard position < end else { return nil }
    if reading.tokens[position].kind == .number {
      guard reading.lower[position].utf8.count <= 2, let value = Int(reading.lower[position]),
        (0...24).contains(value)
      else { return nil }
      return (value, position + 1, false)
    }
    guard reading.has(position, .cardinal),
      let figure = FigureReader(reading: reading).words(at: position, end: end),
      figure.low == figure.low.rounded(), figure.low <= 24, figure.low >= 0, !figure.isOrdinal
    else { return nil }
    return (Int(figure.low), figure.range.upperBound, true)
  }

  /// The time that an hour tells with the words after it; nil where nothing shows that it is one.
  private func told(
    _ start: Int, _ hour: Hour, plus lead: Int, end: Int, isOpened: Bool = false
  ) -> Mention? {
    let language = reading.language
    var stop = hour.stop
    var minutes = hour.value * 60 + lead
    var isSure = lead != 0
    var hasUnit = false
    if stop < end, language.clockUnits.contains(reading.lower[stop]) {
      hasUnit = true
      stop += 1
    } else if stop < end, hour.isSpelled, reading.has(stop, .hourMark) {
      isSure = true
      stop += 1
    }
    if isOpened || hasUnit, let (count, part) = reading.match(language.clockTails, stop, end: end) {
      minutes += part
      stop += count
      isSure = isSure || isOpened
    } else if isOpened, hasUnit, stop < end, reading.tokens[stop].kind == .number,
      reading.lower[stop].utf8.count == 2, let more = Int(reading.lower[stop]), more < 60
    {
      minutes += more
      stop += 1
    } else if isOpened, hour.isSpelled, !hasUnit, reading.has(stop, .numberJoiner),
      let more = minute(at: stop + 1, end: end)
    {
      minutes += more.value
      stop = more.stop
      isSure = true
    }
    var isEitherHalf = hour.isSpelled && hour.value <= 12
    if let (count, isLate) = reading.match(language.halfDays, stop, end: end),
      (1...12).contains(hour.value)
    {
      if isLate, minutes < 720 { minutes += 720 }
      if !isLate, minutes >= 720 { minutes -= 720 }
      stop += count
      isSure = true
      isEitherHalf = false
    } else if hour.isSpelled, stop < end, reading.has(stop, [.am, .pm]),
      (1...12).contains(hour.value)
    {
      minutes = minutes % 720 + (reading.has(stop, .pm) ? 720 : 0)
      stop += 1
      isSure = true
      isEitherHalf = false
    }
    var isLocal = false
    if let (count, isTheirs) = clockEnd(at: stop, end: end) {
      isLocal = isTheirs
      stop += count
      isSure = true
    }
    if !isSure, !hasUnit, (1...12).contains(hour.value), reading.has(start - 1, .clockOpener),
      isPartOfDay(stop, end: end)
    {
      isSure = true
      isEitherHalf = true
    }
    guard isSure || isOpened && !isMeasure(stop, hasUnit: hasUnit, end: end), hour.value <= 24
    else { return nil }
    // Digits that nothing follows are the other reader's, but for the hour alone.
    if !isSure, !hasUnit, !hour.isSpelled, stop < end, !reading.isFunction(stop),
      reading.tokens[stop].kind != .mark || reading.isMark(stop, ":")
    {
      return nil
    }
    var mention = clock(start..<stop, minutes, minutes)
    mention.isEitherHalf = isEitherHalf
    mention.isLocal = isLocal
    return mention
  }

  /// `each night`, `the next morning`, `tonight`: a part of the day that tells that a figure is an hour.
  private func isPartOfDay(_ position: Int, end: Int) -> Bool {
    if let (count, _) = reading.match(reading.language.relativeDays, position, end: end) {
      let words = reading.lower.joined(position..<position + count)
      return reading.language.relativeDayParts[words] != nil
    }
    var next = position
    while next < end, next < position + 2, reading.isWord(next), !reading.has(next, .dayPart) {
      guard reading.isFunction(next) || reading.has(next, .relativeWeekday) else { return false }
      next += 1
    }
    return next > position && next < end && reading.has(next, .dayPart)
  }

  /// `y diez`
  private func minute(at position: Int, end: Int) -> (value: Int, stop: Int)? {
    guard position < end, reading.has(position, .cardinal),
      let figure = FigureReader(reading: reading).words(at: position, end: end), figure.low < 60,
      figure.low == figure.low.rounded(), !figure.isOrdinal
    else { return nil }
    return (Int(figure.low), figure.range.upperBound)
  }

  /// `à 3 heures de route`, `las ocho víctimas`: an amount of time, or a count.
  private func isMeasure(_ stop: Int, hasUnit: Bool, end: Int) -> Bool {
    guard stop < end else { return false }
    guard hasUnit else { return reading.isContent(stop) }
    return reading.lower[stop].hasPrefix("d'") || reading.lower[stop] == "par"
      || reading.has(stop, .dateJoiner) && !reading.has(stop, .article)
        && reading.isContent(stop + 1)
  }

  /// `von 8 bis 12 Uhr`, `de 8 a 12 horas`, `entre 20 et 22 heures`: two times that share their unit.
  private func run(from first: Hour, at position: Int, in range: Range<Int>) -> Mention? {
    let end = range.upperBound
    let language = reading.language
    guard reading.has(position - 1, .rangeOpener) || reading.has(position - 1, .article),
      reading.has(first.stop, .rangeWord)
    else { return nil }
    var next = first.stop + 1
    if reading.has(next, .article) { next += 1 }
    guard let second = hour(at: next, end: end), first.value < second.value, second.stop < end
    else { return nil }
    var stop = second.stop
    if reading.has(stop, .hourMark) {
      stop += 1
    } else if language.clockUnits.contains(reading.lower[stop]), first.value >= 7,
      second.value < 24,
      !isMeasure(stop + 1, hasUnit: true, end: end)
    {
      stop += 1
    } else {
      return nil
    }
    return clock(position..<stop, first.value * 60, second.value * 60)
  }

  /// `après-midi`: the second half of a word for a part of the day.
  func isAfternoon(_ position: Int) -> Bool {
    reading.isMark(position - 1, "-")
      && reading.match(reading.language.dayPartPhrases, position - 2, end: position + 1) != nil
  }

  /// `late on Friday`: which end of a day is meant.
  func endOfDay(at position: Int, in range: Range<Int>) -> Mention? {
    let end = range.upperBound
    // `as early as Friday`: by then, and not when on it.
    guard let (count, which) = reading.match(reading.language.dayEnds, position, end: end),
      position == range.lowerBound || !reading.has(position - 1, .clause)
    else { return nil }
    var day = position + count
    if reading.isFunction(day), !reading.has(day, .weekday), day < end { day += 1 }
    guard day < end,
      reading.has(day, .weekday) && (reading.isCapitalised(day) || reading.language.decimalComma)
        || reading.match(reading.language.relativeDays, day, end: end) != nil
    else { return nil }
    let range = position..<position + count
    var mention = Mention(kind: .time, range: range, core: range, value: .word(which))
    mention.isEndOfDay = true
    return mention
  }
}
