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
      if let unit = a.unit, let other = b.unit, unit.name != other.name,
        !unit.mayBe(other), !other.mayBe(unit)
      {
        guard unit.dimension == other.dimension else { return .different }
        areEqual =
          isClose(unit.base(low), other.base(otherLow))
          && isClose(unit.base(high), other.base(otherHigh))
      } else {
        areEqual = low == otherLow && high == otherHigh
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
      if areEqual { return a.bound == b.bound && a.isOrdinal == b.isOrdinal ? .same : .consistent }
      // A place in a row and a count are no two values of one thing.
      return a.isOrdinal == b.isOrdinal ? .different : .unknown
    case (.vague(let word), .vague(let other)):
      if let unit = a.unit, let otherUnit = b.unit, unit.name != otherUnit.name {
        return .different
      }
      return word == other ? .same : .different
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
        return from % 720 == otherFrom % 720 && to % 720 == otherTo % 720 ? .same : .different
      }
      if let zone = a.zone, let other = b.zone, zone != other {
        // One moment in two zones; an hour is allowed for names that hold in summer and winter.
        let apart = abs((from - zone) - (otherFrom - other)) % 1440
        return apart == 0 || apart == 60 && zone % 60 == 0 && abs(zone - other) > 60
          ? .same : .different
      }
      guard from == otherFrom, to == otherTo else { return .different }
      return a.bound == b.bound ? .same : .consistent
    case (.word(let word), .word(let other)):
      // The end of a day and a part of it are two things.
      if a.isEndOfDay != b.isEndOfDay { return .unknown }
      return word == other ? .same : .different
    case (.clock, .word), (.word, .clock): return .unknown
    default: return .different
    }
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
