import StoryLanguage

/// How two mentions of a value stand to each other.
enum Comparison {
  case same, different
  /// Different, but one says no more than the other allows.
  case consistent
  /// Nothing can be told without knowing more.
  case unknown

  var isSame: Bool { if case .same = self { true } else { false } }

  static func of(_ a: Mention, _ b: Mention) -> Comparison {
    switch (a.value, b.value) {
    case (.number(let low, let high), .number(let otherLow, let otherHigh)):
      guard a.kind == b.kind || a.kind == .quantity || b.kind == .quantity else {
        return .different
      }
      let areEqual: Bool
      // `three quarters`, `75 %`
      if let share = share(a, b) ?? share(b, a) { return share ? .same : .different }
      // `$80,000 a month`, `$960,000 a year`
      if let rate = a.rate?.unit, let other = b.rate?.unit, rate.name != other.name,
        rate.dimension == other.dimension, a.unit == b.unit, low == high, otherLow == otherHigh,
        a.bound == b.bound, isClose(low / rate.factor, otherLow / other.factor)
      {
        return .same
      }
      if let unit = a.unit, let other = b.unit, unit.name != other.name,
        !unit.mayBe(other), !other.mayBe(unit)
      {
        guard unit.dimension == other.dimension else { return .different }
        areEqual =
          isClose(unit.base(low), other.base(otherLow))
          && isClose(unit.base(high), other.base(otherHigh))
      } else {
        areEqual = isEqual(low, otherLow) && isEqual(high, otherHigh)
      }
      if a.kind != b.kind, (a.unit == nil) != (b.unit == nil), a.kind == .money || b.kind == .money
      {
        // `$5` → `5` names another thing unless the words around say so.
        return areEqual ? .unknown : .different
      }
      // `15 times` and `15 percent` share no more than the figure.
      if areEqual, a.kind != b.kind, a.kind == .percentage || b.kind == .percentage {
        return .different
      }
      if areEqual {
        return areOnOneSide(a, b) && a.isOrdinal == b.isOrdinal ? .same : .consistent
      }
      // A place in a row and a count are no two values of one thing.
      return a.isOrdinal == b.isOrdinal ? .different : .unknown
    case (.vague(let word), .vague(let other)):
      if let unit = a.unit, let otherUnit = b.unit, unit.name != otherUnit.name {
        return .different
      }
      // `several thousand`, `several thousands of`
      return word == other || word == other + "s" || word + "s" == other ? .same : .different
    case (.vague, .number), (.number, .vague): return .different
    case (.date(let day), .date(let other)):
      switch day.relation(to: other) {
      case .same: return .same
      case .different: return .different
      case .narrower, .wider: return .consistent
      case .unknown: return .unknown
      }
    case (.clock(let from, let to), .clock(let otherFrom, let otherTo)):
      if a.isEitherHalf || b.isEitherHalf {
        guard from % 720 == otherFrom % 720, to % 720 == otherTo % 720 else { return .different }
        return areOnOneSide(a, b) ? .same : .consistent
      }
      if let zone = a.zone, let other = b.zone, zone != other {
        // One moment in two zones; an hour is allowed for names that hold in summer and winter.
        let apart = abs((from - zone) - (otherFrom - other)) % 1440
        return apart == 0 || apart == 60 && zone % 60 == 0 && abs(zone - other) > 60
          ? .same : .different
      }
      // `18:00 GMT`, `18:00 local time`: what the two clocks show of one moment is not known.
      if a.isLocal != b.isLocal, (a.zone ?? b.zone) != nil {
        return from == otherFrom && to == otherTo ? .different : .unknown
      }
      guard from == otherFrom, to == otherTo else { return .different }
      return areOnOneSide(a, b) ? .same : .consistent
    case (.word(let word), .word(let other)):
      // The end of a day and a part of it are two things.
      if a.isEndOfDay != b.isEndOfDay { return .unknown }
      return word == other ? .same : .different
    case (.clock(let minutes, _), .word): return holds(b.allows, minutes, a)
    case (.word, .clock(let minutes, _)): return holds(a.allows, minutes, b)
    default: return .different
    }
  }

  /// Whether both values lie on the same side of what is told, or at it: `just over` and `just under` do not.
  private static func areOnOneSide(_ a: Mention, _ b: Mention) -> Bool {
    if a.bound == b.bound { return a.side == b.side }
    // `more than ten years`, `over ten years`
    if a.mayBeMore && b.bound == .atLeast || b.mayBeMore && a.bound == .atLeast { return true }
    guard a.kind == .time else { return false }
    // `after 9am`, `shortly after 9am`
    return a.side > 0 && b.bound == .atLeast || a.side < 0 && b.bound == .atMost
      || b.side > 0 && a.bound == .atLeast || b.side < 0 && a.bound == .atMost
  }

  /// Whether a part of the day has a time in it, where its hours are known: `morning`, `9am`.
  private static func holds(
    _ part: ClosedRange<Double>?, _ minutes: Int, _ clock: Mention
  ) -> Comparison {
    guard let part else { return .unknown }
    let mayBe = clock.isEitherHalf ? [0, 720, 1440] : [0, 1440]
    return mayBe.contains { part.contains(Double(minutes % 1440 + $0)) } ? .consistent : .different
  }

  /// Equal but for what is lost where a part is reckoned: `two thirds`, `two in three`.
  private static func isEqual(_ a: Double, _ b: Double) -> Bool {
    a == b || abs(a - b) < 1e-9 * abs(a)
  }

  /// Whether a part of a whole is the same as a percentage, to the nearest of which it is rounded; nil
  /// where the two are something else.
  private static func share(_ part: Mention, _ whole: Mention) -> Bool? {
    guard part.kind == .quantity, part.unit == nil, whole.kind == .percentage,
      case .number(let low, let high) = part.value, low == high, low > 0, low < 1,
      case .number(let percent, let top) = whole.value, percent == top,
      whole.unit?.dimension == "percent"
    else { return nil }
    return abs(low * 100 - percent) < 0.7 && part.bound == whole.bound
  }

  /// Equal after a conversion that was rounded as news rounds: to within three in a hundred.
  private static func isClose(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 0.03 * max(abs(a), abs(b))
  }
}
