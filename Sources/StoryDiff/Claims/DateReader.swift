import StoryLanguage
import StoryModel

/// Finds days, months, years and times of day, and works out which day is meant.
struct DateReader {
  let reading: Reading

  func mentions(in range: Range<Int>) -> [Mention] {
    var result: [Mention] = []
    let language = reading.language
    let tables =
      language.relativePeriods.bit | language.relativeDays.bit | language.vagueDates.bit
      | language.periodParts.bit | language.seasons.bit | language.dayPartPhrases.bit
      | language.dayEnds.bit | language.clockLeads.bit
    var position = range.lowerBound
    while position < range.upperBound {
      if mayBegin(position, tables),
        let mention = time(at: position, in: range) ?? date(at: position, in: range)
      {
        result.append(mention)
        position = max(position + 1, mention.range.upperBound)
      } else {
        position += 1
      }
    }
    return result
  }

  /// A quick look, so that most words are not read: every day and time begins with a figure or with
  /// one of few words.
  @inline(__always)
  private func mayBegin(_ position: Int, _ tables: UInt32) -> Bool {
    reading.tokens[position].kind == .number
      || reading.has(
        position, [.month, .weekday, .clockWord, .dayPart, .cardinal, .ordinal, .yearPart])
      || reading.opens(position, tables)
  }

  func mention(_ range: Range<Int>, _ value: DateValue) -> Mention {
    Mention(kind: .date, range: range, core: range, value: .date(value))
  }

  // MARK: Days

  private func date(at position: Int, in range: Range<Int>) -> Mention? {
    let language = reading.language
    let end = range.upperBound
    if let part = partOfPeriod(at: position, in: range) { return part }
    if let part = partOfYear(at: position, in: range) { return part }
    if let (count, _) = reading.match(language.relativePeriods, position, end: end) {
      let text = reading.lower.joined(position..<position + count)
      // `last week's`, `next year`: no more than the period.
      return mention(position..<position + count, period(text))
    }
    if let (count, offset) = reading.match(language.relativeDays, position, end: end) {
      let days = reading.capturedAt.map { instant -> [ClosedRange<Int64>] in
        let day = instant.day.daysSince1970 + Int64(offset)
        return [day...day]
      }
      var found = mention(
        position..<position + count, DateValue(days: days ?? [], key: nil, away: offset))
      found.partOfDay =
        language.relativeDayParts[
          reading.lower.joined(position..<position + count)]
      return found
    }
    if let (count, _) = reading.match(language.vagueDates, position, end: end) {
      let words = reading.lower.joined(position..<position + count)
      return Mention(
        kind: .date, range: position..<position + count, core: position..<position + count,
        value: .word(language.sameDates[words] ?? words))
    }
    if reading.has(position, .weekday), reading.isCapitalised(position) || language.decimalComma {
      return weekday(at: position, in: range)
    }
    if reading.isInMarkup(position) { return nil }
    return numericDate(at: position, in: range) ?? monthSpan(at: position, in: range)
      ?? season(at: position, in: range) ?? year(at: position, in: range)
  }

  private func weekday(at position: Int, in range: Range<Int>) -> Mention? {
    let language = reading.language
    let weekday = reading.words[position].weekday
    var start = position
    var direction = 0
    if reading.has(position - 1, .relativeWeekday), position > range.lowerBound {
      start = position - 1
      direction = language.relativeWeekdays[reading.lower[start]] ?? 0
      if reading.has(start - 1, .relativeWeekday), start > range.lowerBound { start -= 1 }
    }
    // A weekday before its date: `Monday, 12 May`.
    let next = position + (reading.isMark(position + 1, ",") ? 2 : 1)
    if let date = monthDate(at: next, in: range) ?? numericDate(at: next, in: range) {
      return mention(start..<date.range.upperBound, dateValue(date))
    }
    var days: [ClosedRange<Int64>] = []
    if let instant = reading.capturedAt {
      let today = instant.day.daysSince1970
      for delta in Int64(-7)...7 where CivilDay(daysSince1970: today + delta).weekday == weekday {
        let isPast = direction < 0 && delta >= 0
        let isComing = direction > 0 && delta <= 0
        if isPast || isComing { continue }
        if direction == 0, abs(delta) == 7 { continue }
        days.append(today + delta...today + delta)
      }
    }
    var found = mention(start..<position + 1, DateValue(days: days, key: "weekday \(weekday)"))
    found.partOfDay = language.weekdayParts[reading.lower[position]]
    return found
  }

  func dateValue(_ mention: Mention) -> DateValue {
    if case .date(let value) = mention.value { return value }
    return DateValue(days: [], key: nil)
  }

  func resolve(_ year: Int?, _ month: Int?, _ day: Int?) -> DateValue {
    func run(_ year: Int, _ month: Int, _ day: Int?) -> ClosedRange<Int64>? {
      if let day {
        return CivilDay(year: year, month: month, day: day).map {
          $0.daysSince1970...$0.daysSince1970
        }
      }
      guard let first = CivilDay(year: year, month: month, day: 1),
        let next = CivilDay(
          year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
      else { return nil }
      return first.daysSince1970...next.daysSince1970 - 1
    }
    if let year {
      guard let month else {
        guard let first = CivilDay(year: year, month: 1, day: 1),
          let last = CivilDay(year: year, month: 12, day: 31)
        else { return DateValue(days: [], key: "year \(year)") }
        return DateValue(days: [first.daysSince1970...last.daysSince1970], key: "year \(year)")
      }
      return DateValue(
        days: run(year, month, day).map { [$0] } ?? [],
        key: day.map { "day \(month)-\($0)" } ?? "month \(month)")
    }
    guard let month else { return DateValue(days: [], key: nil) }
    let key = day.map { "day \(month)-\($0)" } ?? "month \(month)"
    // Without a year, the one nearest to the capture.
    guard let instant = reading.capturedAt else { return DateValue(days: [], key: key) }
    let today = instant.day.daysSince1970
    let near = (-1...1).compactMap { run(instant.day.parts.year + $0, month, day) }
      .min { abs($0.lowerBound - today) < abs($1.lowerBound - today) }
    return DateValue(days: near.map { [$0] } ?? [], key: key)
  }

  /// The days of `next week`, `last month`, `this year`; weeks are taken widely, since some begin
  /// them on Sunday.
  func period(_ text: String) -> DateValue {
    let (name, offset) = reading.language.periods[text] ?? ("", 0)
    guard let instant = reading.capturedAt else {
      return DateValue(days: [], key: "period \(text)", away: offset)
    }
    let today = instant.day
    let (year, month, _) = today.parts
    var days: ClosedRange<Int64>?
    if name == "week" {
      let sunday = today.daysSince1970 - Int64(today.weekday) + Int64(offset) * 7
      days = sunday...sunday + 7
    } else if name == "weekend" {
      // The Saturday and Sunday of the week that ends with them.
      let saturday = today.daysSince1970 + Int64((6 - today.weekday + 7) % 7) + Int64(offset) * 7
      let start = today.weekday == 0 ? saturday - 7 : saturday
      days = start...start + 1
    } else if name == "month" {
      let index = year * 12 + month - 1 + offset
      if let first = CivilDay(year: index / 12, month: index % 12 + 1, day: 1),
        let next = CivilDay(year: (index + 1) / 12, month: (index + 1) % 12 + 1, day: 1)
      {
        days = first.daysSince1970...next.daysSince1970 - 1
      }
    } else if name == "year" {
      if let first = CivilDay(year: year + offset, month: 1, day: 1),
        let last = CivilDay(year: year + offset, month: 12, day: 31)
      {
        days = first.daysSince1970...last.daysSince1970
      }
    }
    return DateValue(days: days.map { [$0] } ?? [], key: "period \(text)")
  }
}
