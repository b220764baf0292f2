import StoryLanguage
import StoryModel

/// Parts of months and years, seasons, and days that are named by an ordinal.
extension DateReader {
  /// `premier janvier`, `ersten Mai`, `the first of May`: the day that an ordinal before a month names.
  func spelledDay(at position: Int) -> (day: Int, next: Int)? {
    guard reading.has(position, [.ordinal, .cardinal]),
      !(reading.isMark(position - 1, "-") && reading.isJoined(position)),
      let figure = FigureReader(reading: reading).words(at: position, end: reading.count),
      figure.isOrdinal, figure.low >= 1, figure.low <= 31
    else { return nil }
    let next = figure.range.upperBound
    return reading.has(next, .dateJoiner) || reading.language.decimalComma
      ? (Int(figure.low), next) : nil
  }

  /// `early June`, `mi-juin`, `Ende nächster Woche`, `a principios de 2024`: a third of what is named.
  func partOfPeriod(at position: Int, in range: Range<Int>) -> Mention? {
    let end = range.upperBound
    guard let (count, part) = reading.match(reading.language.periodParts, position, end: end)
    else { return nil }
    var at = position + count
    if reading.isMark(at, "-"), reading.isJoined(at), reading.isJoined(at + 1) { at += 1 }
    if reading.has(at, .dateJoiner) { at += 1 }
    if reading.has(at, .article), at < end { at += 1 }
    guard at < end, let whole = wholePeriod(at: at, in: range) else { return nil }
    let value = dateValue(whole)
    var days: [ClosedRange<Int64>] = []
    if value.days.count == 1, let run = value.days.first {
      let third = Int64(run.count) / 3
      switch part {
      case "early": days = [run.lowerBound...run.lowerBound + third]
      case "mid": days = [run.lowerBound + third...run.upperBound - third]
      default: days = [run.upperBound - third...run.upperBound]
      }
    }
    return mention(
      position..<whole.range.upperBound,
      DateValue(days: days, key: value.key.map { "part \(part) \($0)" }))
  }

  /// `the second quarter of 2027`, `Q3 2027`, `2. Halbjahr`: a part of a year that has a number.
  func partOfYear(at position: Int, in range: Range<Int>) -> Mention? {
    let dates = reading.language.dates
    let end = range.upperBound
    let part: Language.DateWords.YearPart
    let number: Int
    var stop: Int
    if reading.has(position, .yearPart), let mark = dates.yearPartMarks[reading.lower[position]] {
      guard reading.isCapitalised(position) else { return nil }
      (part, number) = mark
      stop = position + 1
    } else {
      guard let ordinal = ordinal(at: position, end: end), ordinal.stop < end,
        let named = dates.yearParts[reading.lower[ordinal.stop]],
        (1...named.count).contains(ordinal.value)
      else { return nil }
      (part, number) = (named, ordinal.value)
      stop = ordinal.stop + 1
    }
    var whole = stop
    if reading.has(whole, .dateJoiner) { whole += 1 }
    var year: DateValue?
    if whole < end, let (value, next) = wholeYear(at: whole, end: end) {
      year = value
      stop = next
    }
    if part.needsWhole || reading.isOfSport, year == nil { return nil }
    var days: [ClosedRange<Int64>] = []
    if let run = year?.days.first, year?.days.count == 1 {
      let first = CivilDay(daysSince1970: run.lowerBound).parts.year
      let months = 12 / part.count
      if let from = resolve(first, (number - 1) * months + 1, nil).days.first,
        let to = resolve(first, number * months, nil).days.first
      {
        days = [from.lowerBound...to.upperBound]
      }
    }
    return mention(
      position..<stop, DateValue(days: days, key: "part\(part.count) \(number)"))
  }

  /// An ordinal in digits or in words, and where it ends.
  private func ordinal(at position: Int, end: Int) -> (value: Int, stop: Int)? {
    if reading.tokens[position].kind == .number {
      guard let value = Int(reading.lower[position]), position + 1 < end,
        reading.has(position + 1, .ordinalSuffix), reading.isJoined(position + 1)
      else { return nil }
      return (value, position + 2)
    }
    guard reading.has(position, .ordinal) else { return nil }
    return (Int(reading.words[position].ordinal), position + 1)
  }

  /// `2027`, `next year`, `the year`
  private func wholeYear(at position: Int, end: Int) -> (DateValue, Int)? {
    if let (count, name) = reading.match(reading.language.relativePeriods, position, end: end),
      reading.language.periods[name]?.name == "year"
    {
      return (period(name), position + count)
    }
    if reading.tokens[position].kind == .number, reading.lower[position].utf8.count == 4,
      let year = Int(reading.lower[position]), (1800...2199).contains(year)
    {
      return (resolve(year, nil, nil), position + 1)
    }
    // `the first half of the year`
    guard reading.has(position, .article),
      let (count, unit) = reading.match(reading.language.units, position + 1, end: end),
      unit.name == "year"
    else { return nil }
    return (DateValue(days: [], key: nil), position + 1 + count)
  }

  /// A month, a year, a season or the like, and no day of it.
  private func wholePeriod(at position: Int, in range: Range<Int>) -> Mention? {
    if let (count, _) = reading.match(
      reading.language.relativePeriods, position, end: range.upperBound)
    {
      let text = reading.lower.joined(position..<position + count)
      return mention(position..<position + count, period(text))
    }
    if let month = monthDate(at: position, in: range) {
      return dateValue(month).key?.hasPrefix("month ") == true ? month : nil
    }
    if let season = season(at: position, in: range, isOpened: true) { return season }
    guard reading.tokens[position].kind == .number, reading.lower[position].utf8.count == 4,
      let year = Int(reading.lower[position]), (1800...2099).contains(year)
    else { return nil }
    // `the early 2000s`
    return decade(year, at: position, in: range)
      ?? mention(position..<position + 1, resolve(year, nil, nil))
  }

  /// `in the autumn`, `au printemps`: a season after a preposition or an article. Which months it has
  /// depends on the half of the earth, so it is held against other seasons only.
  func season(at position: Int, in range: Range<Int>, isOpened: Bool = false) -> Mention? {
    guard
      let (count, season) = reading.match(
        reading.language.seasons, position, end: range.upperBound),
      isOpened || count > 1 || reading.lower[position].contains("'")
        || position > range.lowerBound && reading.isFunction(position - 1)
          // `ready to fall`: a verb.
          && !reading.has(position - 1, .baseFormTaker)
    else { return nil }
    // `was lent €5m`: a verb.
    if reading.has(position - 1, [.be, .have]), !reading.isCapitalised(position) { return nil }
    let next = position + count
    // `the fall of the wall`, `winter coats`: no season, or not the day that something happens.
    if !reading.language.decimalComma, !isOpened {
      if reading.has(next, .dateJoiner), next + 1 < range.upperBound,
        reading.tokens[next + 1].kind != .number
      {
        return nil
      }
      if reading.isWord(next), reading.isContent(next), next < range.upperBound { return nil }
    }
    return mention(position..<next, DateValue(days: [], key: "season \(season)"))
  }
}
