import StoryModel

/// A place in a text that states a figure, a date, a name, a hedge and so on.
struct Mention {
  typealias Kind = ClaimChange.Kind

  enum Value: Equatable {
    /// `low` and `high` are equal but for a range.
    case number(low: Double, high: Double)
    /// A quantity that has no figure: `dozens`, `several`.
    case vague(String)
    case date(DateValue)
    /// Minutes since midnight; `to` differs from `from` for a span of time.
    case clock(from: Int, to: Int)
    case word(String)
  }

  var kind: Kind
  /// Everything that belongs to it: bound, currency, figure, unit.
  var range: Range<Int>
  /// The figure alone, with what cannot be told apart from it.
  var core: Range<Int>
  var value: Value
  var unit: MeasuredUnit?
  var bound: Span.Bound = .exactly
  var isOrdinal = false
  /// Minutes ahead of UTC of the time zone that stands with a clock time.
  var zone: Int?
  /// `for the tenth time`, `a third straight year`: an ordinal that counts.
  var isRepetition = false
  /// `Friday night`: a part of a day that the words before it name.
  var isPartOfADay = false
  /// `Dienstagabend`: the part of the day that the word for a weekday names too.
  var partOfDay: String?
  /// `sister`: a relative, who is no other title.
  var isRelative = false
  /// `late on Friday`: the beginning or end of a day.
  var isEndOfDay = false
  /// `nine`: a time of which nothing says whether it is before noon.
  var isEitherHalf = false
  /// What is counted or measured, in lower case: the words beside it.
  var context: [String] = []
}

/// A unit, or a currency, or the per cent sign, in which a figure is given.
struct MeasuredUnit: Equatable {
  let name: String
  /// What can be converted into each other: `length`, `money:USD`.
  let dimension: String
  let factor: Double
  let offset: Double
  /// The currency that its word may mean as well: `pounds`.
  var currency: String?

  /// Whether the two are a measure and the currency that its word may mean.
  func mayBe(_ other: MeasuredUnit) -> Bool {
    currency.map { other.dimension == "money:" + $0 } ?? false
  }

  func base(_ value: Double) -> Double { (value + offset) * factor }
}

/// A day, or a run of days, as a text states it.
struct DateValue: Equatable {
  /// The runs of days that it can mean, given when the text was captured; empty where that is
  /// not known.
  var days: [ClosedRange<Int64>]
  /// What is said, whenever it was said: `weekday 3`, `5-14`, `2019`. Nil for words that mean
  /// another day each day (`today`).
  var key: String?

  /// What a key names a part of: `month 5` for `part early month 5`.
  private static func whole(of key: String) -> String? {
    guard key.hasPrefix("part ") else { return nil }
    return String(key.dropFirst(5).drop { $0 != " " }.dropFirst())
  }

  enum Relation { case same, narrower, wider, different, unknown }

  /// How `other` stands to this value.
  func relation(to other: DateValue) -> Relation {
    if !days.isEmpty, !other.days.isEmpty {
      if days.contains(where: { mine in other.days.contains(mine) }) { return .same }
      for mine in days {
        for theirs in other.days where mine.overlaps(theirs) {
          if mine.contains(theirs.lowerBound), mine.contains(theirs.upperBound) { return .narrower }
          if theirs.contains(mine.lowerBound), theirs.contains(mine.upperBound) { return .wider }
        }
      }
      return .different
    }
    guard let key, let otherKey = other.key else { return .unknown }
    if key == otherKey { return .same }
    if DateValue.whole(of: key) == otherKey { return .wider }
    if DateValue.whole(of: otherKey) == key { return .narrower }
    // `next week`, `on Monday`: a day of it, as far as the words tell.
    func isPeriod(_ key: String) -> Bool { key.hasPrefix("period ") }
    func isDay(_ key: String) -> Bool { key.hasPrefix("weekday ") || key.hasPrefix("day ") }
    if isPeriod(key), isDay(otherKey) { return .narrower }
    if isDay(key), isPeriod(otherKey) { return .wider }
    // `in the spring`, `in April`: which months a season has depends on the half of the earth.
    if key.hasPrefix("season "), otherKey.hasPrefix("month ") { return .narrower }
    if key.hasPrefix("month "), otherKey.hasPrefix("season ") { return .wider }
    // Two spellings of different kinds (a weekday, a day of a month) cannot be held against each
    // other without knowing when they were written.
    return key.prefix(while: { $0 != " " }) == otherKey.prefix(while: { $0 != " " })
      ? .different : .unknown
  }
}
