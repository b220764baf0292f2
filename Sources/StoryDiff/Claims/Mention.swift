import StoryLanguage
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
  /// On which side of a value lies what is about it: 1 for `just over`, −1 for `just under`.
  var side = 0
  /// `over ten years`: more than that, or in the course of it.
  var mayBeMore = false
  /// What a quantity without a figure can stand for: `dozens`; the minutes of a part of the day: `morning`.
  var allows: ClosedRange<Double>?
  /// The time that it is of: `a week` in `2,300 families a week`.
  var rate: Rate?
  /// `four years and nine months`: what is more than whole ones is given in a smaller unit.
  var hasRest = false
  /// `3-1`, `52 votes to 48`: a result, which is no range of values.
  var isResult = false
  /// `local time`, where no zone is named.
  var isLocal = false
  var isOrdinal = false
  /// Whether it is a quantity without a figure.
  var isVague: Bool { if case .vague = value { true } else { false } }
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

/// The time that a figure is of: `per hour`, and the unit in it.
struct Rate: Equatable {
  let word: Int
  let unit: MeasuredUnit
}

extension Mention {
  /// Takes what a word before the value makes of it.
  mutating func set(_ word: Language.BoundWord) {
    switch word {
    case .atLeast, .after: bound = .atLeast
    case .atMost, .before: bound = .atMost
    case .about: bound = .about
    case .justOver, .soonAfter: (bound, side) = (.about, 1)
    case .justUnder, .soonBefore: (bound, side) = (.about, -1)
    }
  }
}

extension Mention {
  /// A part of a whole as a percentage, to be held against `other`, which is one: `half`. Nil for anything else.
  func percentage(like other: Mention) -> Mention? {
    guard kind == .quantity, unit == nil, other.kind == .percentage,
      other.unit?.dimension == "percent", case .number(let low, let high) = value, low > 0,
      high < 1
    else { return nil }
    var share = self
    share.kind = .percentage
    share.unit = other.unit
    share.value = .number(low: low * 100, high: high * 100)
    return share
  }
}

/// A unit, or a currency, or the per cent sign, in which a figure is given.
///
/// A class, so that a mention, of which most have none, is copied for less.
final class MeasuredUnit: Equatable, Sendable {
  let name: String
  /// What can be converted into each other: `length`, `money:USD`.
  let dimension: String
  let factor: Double
  let offset: Double
  /// The currency that its word may mean as well: `pounds`.
  let currency: String?

  init(
    name: String, dimension: String, factor: Double, offset: Double, currency: String? = nil
  ) {
    self.name = name
    self.dimension = dimension
    self.factor = factor
    self.offset = offset
    self.currency = currency
  }

  static func == (a: MeasuredUnit, b: MeasuredUnit) -> Bool {
    (a.name, a.dimension, a.factor, a.offset, a.currency)
      == (b.name, b.dimension, b.factor, b.offset, b.currency)
  }

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
  /// How many days or longer periods away it is from the day on which it was said: `tomorrow`, `next week`.
  var away: Int?

  /// The number of the month that it is in, as its words tell; nil where they tell none.
  var month: String? {
    guard let key else { return nil }
    let parts = (DateValue.whole(of: key) ?? key).split { $0 == " " || $0 == "-" }
    switch parts.first {
    case "month": return parts.last.map(String.init)
    case "day": return parts.dropLast().last.map(String.init)
    default: return nil
    }
  }

  /// What a key names a part of: `month 5` for `part early month 5`.
  private static func whole(of key: String) -> String? {
    guard key.hasPrefix("part ") else { return nil }
    return String(key.dropFirst(5).drop { $0 != " " }.dropFirst())
  }

  /// Whether a day of a month lies in a third of it, give or take a day or two; nil where the keys are of something else.
  private static func part(_ key: String, holds day: String) -> Bool? {
    guard let month = whole(of: key), month.hasPrefix("month "), day.hasPrefix("day "),
      let dash = day.lastIndex(of: "-"), let number = Int(day[day.index(after: dash)...])
    else { return nil }
    guard day[..<dash].dropFirst(4) == month.dropFirst(6) else { return false }
    if key.hasPrefix("part early ") { return number <= 12 }
    return key.hasPrefix("part mid ") ? (9...22).contains(number) : number >= 19
  }

  /// Whether it is a run of days or months of which both ends are told.
  var isSpan: Bool {
    key.map { key in ["days ", "months ", "years "].contains { key.hasPrefix($0) } } ?? false
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
    // `tomorrow`, `next week`: said on one day, one is in the other only where that has begun.
    if let away, let otherAway = other.away, (key == nil) != (other.key == nil) {
      if (key == nil ? otherAway : away) != 0 { return .different }
      return key == nil ? .wider : .narrower
    }
    // `today`, `tomorrow`: whenever it was said, another day.
    if let away, let otherAway = other.away, key == nil, other.key == nil {
      return away == otherAway ? .unknown : .different
    }
    guard let key, let otherKey = other.key else { return .unknown }
    if key == otherKey { return .same }
    if DateValue.whole(of: key) == otherKey { return .wider }
    if DateValue.whole(of: otherKey) == key { return .narrower }
    // `next week`, `on Monday`: a day of it, as far as the words tell.
    // `in May`, `on 6 May`
    func isIn(_ day: String, _ month: String) -> Bool? {
      guard day.hasPrefix("day "), month.hasPrefix("month ") else { return nil }
      return day.dropFirst(4).hasPrefix(month.dropFirst(6) + "-")
    }
    if let isIn = isIn(otherKey, key) { return isIn ? .narrower : .different }
    if let isIn = isIn(key, otherKey) { return isIn ? .wider : .different }
    func isPeriod(_ key: String) -> Bool { key.hasPrefix("period ") }
    func isDay(_ key: String) -> Bool { key.hasPrefix("weekday ") || key.hasPrefix("day ") }
    if isPeriod(key), isDay(otherKey) { return .narrower }
    if isDay(key), isPeriod(otherKey) { return .wider }
    // `in the spring`, `in April`: which months a season has depends on the half of the earth.
    // A feast is no part of the year in which a month could lie.
    func isFeast(_ key: String) -> Bool { (Int(key.dropFirst(7)) ?? 0) > 3 }
    if key.hasPrefix("season "), otherKey.hasPrefix("month ") {
      return isFeast(key) ? .different : .narrower
    }
    if key.hasPrefix("month "), otherKey.hasPrefix("season ") {
      return isFeast(otherKey) ? .different : .wider
    }
    // `mid-April`, `14 April`
    if let holds = DateValue.part(key, holds: otherKey) { return holds ? .narrower : .different }
    if let holds = DateValue.part(otherKey, holds: key) { return holds ? .wider : .different }
    // `later this year`, `early next year`
    if let mine = DateValue.whole(of: key), DateValue.whole(of: otherKey) == nil {
      return areLikeKeys(mine, otherKey) ? .different : .unknown
    }
    if let theirs = DateValue.whole(of: otherKey), DateValue.whole(of: key) == nil {
      return areLikeKeys(theirs, key) ? .different : .unknown
    }
    // Two spellings of different kinds (a weekday, a day of a month) cannot be held against each
    // other without knowing when they were written.
    return areLikeKeys(key, otherKey) ? .different : .unknown
  }

  private func areLikeKeys(_ key: String, _ other: String) -> Bool {
    key.prefix(while: { $0 != " " }) == other.prefix(while: { $0 != " " })
  }
}
