import StoryLanguage
import StoryModel

/// Days of months, and years.
extension DateReader {
  /// A date of `monthDate`, or all of `between 28 February and 9 March`.
  func monthSpan(at position: Int, in range: Range<Int>) -> Mention? {
    guard let first = monthDate(at: position, in: range) else { return nil }
    let next = first.range.upperBound
    guard reading.has(position - 1, .rangeOpener), position > range.lowerBound,
      reading.has(next, .rangeWord), let last = monthDate(at: next + 1, in: range)
    else { return first }
    let (from, to) = (dateValue(first), dateValue(last))
    // `between April and June`
    for kind in ["day ", "month "] {
      if let key = from.key, let lastKey = to.key, key.hasPrefix(kind), lastKey.hasPrefix(kind) {
        return mention(
          position..<last.range.upperBound,
          run(
            from, to,
            key: "\(kind.dropLast())s \(key.dropFirst(kind.count))-\(lastKey.dropFirst(kind.count))"
          ))
      }
    }
    return first
  }

  /// `14 May`, `May 14`, `14. Mai 2025`, `May 2025`, `May`.
  func monthDate(at position: Int, in range: Range<Int>) -> Mention? {
    guard position < range.upperBound else { return nil }
    func day(_ at: Int) -> (day: Int, next: Int)? {
      guard at >= range.lowerBound, at < range.upperBound, reading.tokens[at].kind == .number,
        let value = Int(reading.lower[at]), (1...31).contains(value)
      else { return nil }
      var next = at + 1
      if reading.has(next, .ordinalSuffix), reading.isJoined(next) { next += 1 }
      if reading.isMark(next, "."), reading.isJoined(next), reading.language.decimalComma {
        next += 1
      }
      return (value, next)
    }
    func isMonth(_ at: Int) -> Bool {
      guard at < range.upperBound, reading.has(at, .month) else { return false }
      // `may`, `march` and the like are months only with a capital, or where months have none.
      return reading.isCapitalised(at) || reading.language.decimalComma
    }
    func year(_ at: Int) -> (year: Int, next: Int)? {
      var at = at
      if reading.isMark(at, ",")
        || reading.has(at, .dateJoiner)
      {
        at += 1
      }
      guard at < range.upperBound, reading.tokens[at].kind == .number,
        let value = Int(reading.lower[at]), (1800...2199).contains(value)
      else { return nil }
      return (value, at + 1)
    }
    if let (value, next) = day(position) ?? spelledDay(at: position) {
      // `17-18 May`, `17 and 18 May`
      if reading.isMark(next, "-") || reading.has(next, .rangeWord),
        let (last, after) = day(next + 1), last > value, isMonth(after)
      {
        let found = year(after + 1)
        return mention(
          position..<(found?.next ?? after + 1),
          run(
            resolve(found?.year, reading.words[after].month, value),
            resolve(found?.year, reading.words[after].month, last),
            key: "days \(reading.words[after].month)-\(value)-\(reading.words[after].month)-\(last)"
          ))
      }
      var at = next
      if reading.has(at, .dateJoiner) { at += 1 }
      guard isMonth(at) else { return nil }
      let month = reading.words[at].month
      let found = year(at + 1)
      return mention(
        position..<(found?.next ?? at + 1), resolve(found?.year, month, value))
    }
    guard isMonth(position) else { return nil }
    let month = reading.words[position].month
    var next = position + 1
    // `sept` is a number too.
    if reading.has(position, .cardinal), year(next) == nil,
      !reading.isMark(next, ".") || !reading.isJoined(next)
    {
      return nil
    }
    if reading.isMark(next, "."), reading.isJoined(next) { next += 1 }
    if let (value, after) = day(next) {
      // `May 17-18`
      if reading.isMark(after, "-"), let (last, end) = day(after + 1), last > value {
        let found = year(end)
        return mention(
          position..<(found?.next ?? end),
          run(
            resolve(found?.year, month, value), resolve(found?.year, month, last),
            key: "days \(month)-\(value)-\(month)-\(last)"))
      }
      let found = year(after)
      return mention(position..<(found?.next ?? after), resolve(found?.year, month, value))
    }
    // A month alone: `in May`, but no `Ms May` and no modal `May` at a sentence's beginning.
    let isAmbiguous = reading.has(position, .modal)
    if isAmbiguous,
      position == range.lowerBound
        || reading.isCapitalised(position - 1) && !reading.isFunction(position - 1)
    {
      return nil
    }
    let found = year(position + 1)
    // `news from the DEC`: initials, but in a line that is all capitals.
    if found == nil, reading.isAllCapitals(position),
      range.contains(where: { reading.isContent($0) && !reading.isAllCapitals($0) })
    {
      return nil
    }
    return mention(position..<(found?.next ?? position + 1), resolve(found?.year, month, nil))
  }

  /// The run from the first of some days to the last.
  func run(_ first: DateValue, _ last: DateValue, key: String) -> DateValue {
    guard let from = first.days.first?.lowerBound, let to = last.days.first?.upperBound, from <= to
    else { return DateValue(days: [], key: key) }
    return DateValue(days: [from...to], key: key)
  }

  /// `10/11/20`, `2025-05-14`.
  func numericDate(at position: Int, in range: Range<Int>) -> Mention? {
    if let day = dayOfMonth(at: position, in: range) { return day }
    let stop = position + 5
    guard stop <= range.upperBound, reading.tokens[position].kind == .number,
      reading.tokens[position + 2].kind == .number, reading.tokens[position + 4].kind == .number,
      reading.lower[position + 1] == reading.lower[position + 3],
      ["/", "-"].contains(reading.lower[position + 1]),
      (position + 1..<stop).allSatisfy({ reading.isJoined($0) })
    else { return nil }
    let parts = [position, position + 2, position + 4].compactMap { Int(reading.lower[$0]) }
    guard parts.count == 3, reading.lower[position + 1] == "/" || parts[0] > 31 else { return nil }
    let text = parts.map(String.init).joined(separator: "/")
    return mention(position..<stop, DateValue(days: [], key: "numeric \(text)"))
  }

  /// `10/27`, `Monday 6/2`: a month and a day, in two digits each so that it is no fraction, or beside a weekday or a half
  /// of the day.
  private func dayOfMonth(at position: Int, in range: Range<Int>) -> Mention? {
    let stop = position + 3
    guard stop <= range.upperBound, reading.tokens[position].kind == .number,
      reading.tokens[position + 2].kind == .number, reading.isMark(position + 1, "/"),
      reading.isJoined(position + 1), reading.isJoined(position + 2),
      !(reading.isMark(stop, "/") && reading.isJoined(stop)),
      !(position > 0 && reading.isJoined(position)),
      let month = Int(reading.lower[position]), let day = Int(reading.lower[position + 2]),
      (1...12).contains(month),
      reading.lower[position + 2].utf8.count == 2 && (10...31).contains(day)
        || (1...31).contains(day)
          && (reading.has(stop, [.am, .pm]) || reading.has(position - 1, .weekday)),
      (month, day) != (9, 11)
    else { return nil }
    guard reading.has(stop, [.am, .pm]), stop < range.upperBound else {
      return mention(position..<stop, resolve(nil, month, day))
    }
    var half = mention(position..<stop + 1, resolve(nil, month, day))
    half.partOfDay = reading.has(stop, .am) ? "am" : "pm"
    return half
  }

  /// `the 1990s`: the ten years from one that ends in nought, where an `s` touches it.
  func decade(_ year: Int, at position: Int, in range: Range<Int>) -> Mention? {
    let next = position + 1
    guard next < range.upperBound, reading.isJoined(next), reading.lower[next] == "s",
      year % 10 == 0
    else { return nil }
    return mention(
      position..<next + 1,
      run(resolve(year, nil, nil), resolve(year + 9, nil, nil), key: "decade \(year)"))
  }

  /// `2010-14`, `2010-2014`, `2020/21`: from one year to another.
  private func years(at position: Int, in range: Range<Int>) -> Mention? {
    let mark = position + 1, end = position + 2
    guard end < range.upperBound, reading.isMark(mark, "-") || reading.isMark(mark, "/"),
      reading.isJoined(mark), reading.isJoined(end),
      !reading.isJoined(position) || position == range.lowerBound,
      reading.tokens[position].kind == .number, reading.lower[position].utf8.count == 4,
      reading.tokens[end].kind == .number, let first = Int(reading.lower[position]),
      let digits = Int(reading.lower[end]), (1800...2099).contains(first),
      // `2020-12-21`, `2020-21m`
      end + 1 >= range.upperBound || !reading.isJoined(end + 1)
        || reading.tokens[end + 1].kind == .mark && !reading.isMark(end + 1, "-")
          && !reading.isMark(end + 1, "/")
    else { return nil }
    let count = reading.lower[end].utf8.count
    let last = count == 4 ? digits : count == 2 ? first / 100 * 100 + digits : 0
    guard last > first, last <= 2099 else { return nil }
    return mention(
      position..<end + 1,
      run(resolve(first, nil, nil), resolve(last, nil, nil), key: "years \(first)-\(last)"))
  }

  /// `'94`: of a hundred years, those around the turn of the century.
  private func shortYear(at position: Int, in range: Range<Int>) -> Mention? {
    guard position > 0, reading.lower[position].utf8.count == 2, reading.isJoined(position),
      !reading.isJoined(position - 1), let value = Int(reading.lower[position]),
      ["'", "’", "‘"].contains(reading.passage.text(of: position - 1..<position)),
      // `'94'` and `'94 and a half'` are quotations.
      !(position + 1..<min(range.upperBound, position + 12)).contains(where: {
        ["'", "’"].contains(reading.passage.text(of: $0..<$0 + 1))
      })
    else { return nil }
    return mention(
      position - 1..<position + 1, resolve(value < 50 ? 2000 + value : 1900 + value, nil, nil))
  }

  func year(at position: Int, in range: Range<Int>) -> Mention? {
    if let short = shortYear(at: position, in: range), position > range.lowerBound { return short }
    if let years = years(at: position, in: range) { return years }
    guard reading.tokens[position].kind == .number, reading.lower[position].utf8.count == 4,
      let value = Int(reading.lower[position]),
      (1800...2099).contains(value) || isOldYear(value, at: position, in: range),
      !reading.isMark(position - 1, "-") || !reading.isJoined(position),
      reading.match(reading.language.currencies, position - 1, end: position) == nil,
      reading.match(reading.language.currencies, position + 1, end: range.upperBound) == nil
    else { return nil }
    let next = position + 1
    if reading.isWord(next), next < range.upperBound {
      if let decade = decade(value, at: position, in: range) { return decade }
      if reading.isJoined(next) { return nil }
      // `2,000 people` has its comma; `1900 people` is told by the plain word that follows.
      let isCounting = reading.isContent(next) && !reading.isCapitalised(next)
      let isYearly =
        position > range.lowerBound
        && (reading.isFunction(position - 1) || reading.isCapitalised(position - 1)
          || reading.isMark(position - 1, "'"))
      if isCounting,
        !isYearly || reading.match(reading.language.units, next, end: range.upperBound) != nil
      {
        return nil
      }
    }
    if position == range.lowerBound, reading.isContent(next) { return nil }
    if reading.match(reading.language.bounds, endingAt: position, from: range.lowerBound) != nil,
      !reading.isFunction(position - 1)
    {
      return nil
    }
    return mention(position..<next, resolve(value, nil, nil))
  }

  /// `cast in 1721`: a year of which the word before it tells that it is one, and which counts nothing.
  private func isOldYear(_ value: Int, at position: Int, in range: Range<Int>) -> Bool {
    (1000..<1800).contains(value) && position > range.lowerBound
      && reading.language.dates.yearOpeners.contains(reading.lower[position - 1])
      && !(reading.isWord(position + 1) && reading.isContent(position + 1))
  }
}
