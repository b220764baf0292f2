import StoryLanguage

/// Times of day.
extension DateReader {
  /// A time, with what stands before it and says how near it is: `about 4am`, `shortly after 9am`.
  func time(at position: Int, in range: Range<Int>) -> Mention? {
    guard var mention = exactTime(at: position, in: range) else { return nil }
    if case .clock = mention.value,
      let (start, word) = reading.match(
        reading.language.bounds, endingAt: mention.range.lowerBound, from: range.lowerBound),
      word != .atLeast, word != .atMost
    {
      mention.set(word)
      mention.range = start..<mention.range.upperBound
    }
    return mention
  }

  private func exactTime(at position: Int, in range: Range<Int>) -> Mention? {
    let end = range.upperBound
    if reading.has(position, .clockWord), !isAfternoon(position) {
      let minutes = reading.words[position].minutes
      return clock(position..<position + 1, minutes, minutes)
    }
    // `12 noon`
    if reading.has(position + 1, .clockWord), position + 1 < end, reading.lower[position] == "12" {
      let minutes = reading.words[position + 1].minutes
      return clock(position..<position + 2, minutes, minutes)
    }
    if let (count, part) = reading.match(reading.language.dayPartPhrases, position, end: end) {
      if reading.match(reading.language.relativeDays, position, end: end) != nil { return nil }
      let range = position..<position + count
      return Mention(kind: .time, range: range, core: range, value: .word(part))
    }
    if let end = endOfDay(at: position, in: range) { return end }
    if reading.has(position, .dayPart) {
      // `tonight` and the like are days first.
      if reading.match(reading.language.relativeDays, position, end: end) != nil { return nil }
      var mention = Mention(
        kind: .time, range: position..<position + 1, core: position..<position + 1,
        value: .word(reading.lower[position]))
      mention.allows = reading.language.dates.dayPartMinutes[reading.lower[position]]
      // `early evening`
      if let (start, end) = reading.match(
        reading.language.dayEnds, endingAt: position, from: range.lowerBound)
      {
        mention.range = start..<position + 1
        mention.core = mention.range
        mention.value = .word(end + " " + reading.lower[position])
      }
      mention.isPartOfADay =
        position > range.lowerBound && reading.has(position - 1, .weekday)
        && reading.isCapitalised(position - 1)
      return mention
    }
    if let spelled = spelledTime(at: position, in: range) { return spelled }
    guard reading.tokens[position].kind == .number else { return nil }
    guard let first = clockTime(at: position, end: end) else { return nil }
    var stop = first.stop
    // `9 a.m. to noon`, `3-5pm`: each end is a time of its own, unless it has no half of its own.
    var minutes = first.minutes
    if !first.isSure, reading.isMark(stop, "-"), let second = clockTime(at: stop + 1, end: end),
      second.isSure, reading.isJoined(stop)
    {
      minutes = first.minutes + (second.minutes >= 720 && first.minutes < 720 ? 720 : 0)
      return clock(position..<second.stop, minutes, second.minutes)
    }
    // `between 7pm and 7.30pm`
    if reading.has(position - 1, .rangeOpener), reading.has(stop, .rangeWord),
      reading.has(stop, .numberJoiner), let second = clockTime(at: stop + 1, end: end),
      second.isSure, !reading.has(second.stop, .timeZone)
    {
      if !first.isSure, second.minutes >= 720, first.minutes < 720 { minutes += 720 }
      return clock(position..<second.stop, minutes, second.minutes)
    }
    guard first.isSure else { return nil }
    var zone: Int?
    if stop < end, reading.has(stop, .timeZone), reading.isAllCapitals(stop) {
      zone = reading.words[stop].zone
      stop += 1
    }
    var isLocal = false
    if zone == nil, let (count, isTheirs) = clockEnd(at: stop, end: end), isTheirs {
      isLocal = true
      stop += count
    }
    var mention = clock(position..<stop, minutes, minutes)
    mention.zone = zone
    mention.isLocal = isLocal
    return mention
  }

  /// What may stand behind a clock time, and whether it says that the time is local: `o'clock`, `local time`, but not
  /// `five local groups`.
  func clockEnd(at position: Int, end: Int) -> (count: Int, isLocal: Bool)? {
    guard let (count, isLocal) = reading.match(reading.language.clockEnds, position, end: end)
    else { return nil }
    let next = position + count
    if isLocal, count == 1, next < end, reading.isWord(next), reading.isContent(next),
      !reading.isCapitalised(next)
    {
      return nil
    }
    return (count, isLocal)
  }

  func clock(_ range: Range<Int>, _ from: Int, _ to: Int) -> Mention {
    Mention(kind: .time, range: range, core: range, value: .clock(from: from, to: to))
  }

  /// `h30` in `5h30`
  private func minutesAfterMark(_ position: Int, end: Int) -> Int? {
    guard position < end, reading.isJoined(position), reading.isWord(position) else { return nil }
    let word = reading.lower[position]
    let mark = word.prefix { $0.isLetter }, minutes = word.dropFirst(mark.count)
    guard minutes.utf8.count == 2, let value = Int(minutes), value < 60,
      reading.language.word(String(mark)).kind.contains(.hourMark)
    else { return nil }
    return value
  }

  /// A clock time, and whether its form leaves no doubt: it has `p.m.`, a colon, an hour mark, or
  /// stands after a word that opens times.
  func clockTime(at position: Int, end: Int) -> (minutes: Int, stop: Int, isSure: Bool)? {
    guard position < end, reading.tokens[position].kind == .number,
      // The minutes and seconds of `2:04:31`
      !(reading.isMark(position - 1, ":") && reading.isJoined(position)
        && reading.isJoined(position - 1))
    else { return nil }
    let text = reading.lower[position]
    var hour = 0, minute = 0
    var stop = position + 1
    var isSure = false
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 2, parts[1].utf8.count == 2, let h = Int(parts[0]), let m = Int(parts[1]) {
      hour = h
      minute = m
      isSure =
        reading.has(position - 1, .clockOpener)
        || position == 0
    } else if let h = Int(text), text.utf8.count <= 2 {
      hour = h
      if reading.isMark(stop, ":"), stop + 1 < end, reading.tokens[stop + 1].kind == .number,
        let m = Int(reading.lower[stop + 1]), reading.lower[stop + 1].utf8.count == 2,
        reading.isJoined(stop), reading.isJoined(stop + 1)
      {
        // `2:04:31`: what a race took, but for a time after a word that opens one.
        if reading.isMark(stop + 2, ":"), reading.isJoined(stop + 3),
          !reading.has(position - 1, .clockOpener)
        {
          return nil
        }
        minute = m
        stop += 2
        isSure = true
      } else if let m = minutesAfterMark(stop, end: end) {
        minute = m
        stop += 1
        isSure = true
      } else if reading.has(stop, .hourMark), stop < end {
        stop += 1
        isSure = true
        if stop < end, reading.tokens[stop].kind == .number, let m = Int(reading.lower[stop]),
          m < 60, reading.lower[stop].utf8.count == 2
        {
          minute = m
          stop += 1
        }
      }
    } else if text.utf8.count == 4, let value = Int(text),
      reading.has(stop, .timeZone) && reading.isAllCapitals(stop)
        || text.utf8.first == UInt8(ascii: "0") && reading.has(position - 1, .clockOpener)
    {
      // `0915 GMT`, `at 0915`
      hour = value / 100
      minute = value % 100
      isSure = true
    } else {
      return nil
    }
    guard (0...24).contains(hour), (0..<60).contains(minute) else { return nil }
    if stop < end, reading.has(stop, [.am, .pm]) {
      guard (1...12).contains(hour) else { return nil }
      if reading.has(stop, .pm) {
        hour = hour == 12 ? 12 : hour + 12
      } else if hour == 12 {
        hour = 0
      }
      stop += 1
      isSure = true
    } else if stop < end, reading.has(stop, .hourMark) {
      stop += 1
      isSure = true
    } else if isSure, stop < end, reading.language.clockUnits.contains(reading.lower[stop]),
      reading.language.hourOpeners.contains(position > 0 ? reading.lower[position - 1] : ""),
      reading.match(reading.language.clockEnds, stop, end: end) == nil
    {
      // `a las 8.00 horas`
      stop += 1
    } else if isSure, reading.match(reading.language.clockEnds, stop, end: end) == nil,
      reading.match(reading.language.units, stop, end: end) != nil
        || reading.match(reading.language.percent, stop, end: end) != nil
    {
      return nil
    }
    return (hour * 60 + minute, stop, isSure)
  }
}
