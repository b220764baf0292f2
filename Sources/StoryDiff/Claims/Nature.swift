import StoryLanguage
import StoryModel

/// Whether a change revises a claim, refines it, or turns it round.
enum Nature {
  static func of(_ claim: RawClaim, _ comparison: LinkComparison) -> ClaimChange.Nature {
    switch claim.type {
    case .polarity: return .reversed
    case .attribution:
      guard let before = claim.old, let after = claim.new else { return .revised }
      return isCloser(after, comparison.new, than: before, comparison.old) ? .refined : .revised
    case .quotation where isTurnedRound(claim, comparison): return .reversed
    default:
      guard let before = claim.oldMention, let after = claim.newMention else { return .revised }
      // `from 40 to 60` → `from 60 to 40`
      if case .number(let low, let high) = before.value, low != high,
        after.value == .number(low: high, high: low)
      {
        return .revised
      }
      return isConsistent(before, after) ? .refined : .revised
    }
  }

  // MARK: Quotations

  /// `we did not know` → `we did know`: what a quotation denied, and hardly more, came or went.
  private static func isTurnedRound(_ claim: RawClaim, _ comparison: LinkComparison) -> Bool {
    func denies(_ range: Range<Int>?, _ reading: Reading) -> Bool? {
      guard let range else { return false }
      if range.count > 2 { return nil }
      // `hardly anybody` → `nobody`
      let deniesWeakly = range.contains {
        reading.match(reading.language.negations, $0, end: reading.count)?.payload == false
      }
      if deniesWeakly { return nil }
      return !ModalityReader(reading: reading).negations(in: range).isEmpty
    }
    guard let before = denies(claim.old, comparison.old),
      let after = denies(claim.new, comparison.new)
    else { return false }
    return before != after
  }

  // MARK: Sources

  /// Whether a source that was not named is named, or one office took the place of `officials`.
  private static func isCloser(
    _ after: Range<Int>, _ new: Reading, than before: Range<Int>, _ old: Reading
  ) -> Bool {
    let mine = SourceIdentity(before, old), theirs = SourceIdentity(after, new)
    if mine.isNamed || isNamedBehind(before, old) { return false }
    if theirs.isNamed || isNamedBehind(after, new) { return true }
    let language = old.language
    let nobody = language.naming.anonymousSources
    guard mine.opening.contains(where: nobody.contains), let office = theirs.opening.last else {
      return false
    }
    return language.word(office).kind.contains(.roleHead)
      && theirs.opening.allSatisfy { !nobody.contains($0) }
  }

  /// `la consejera de Salud, Marta Olmedo`: two names after a comma are somebody's.
  private static func isNamedBehind(_ source: Range<Int>, _ reading: Reading) -> Bool {
    func isName(_ position: Int) -> Bool {
      source.contains(position) && reading.isCapitalised(position) && reading.isContent(position)
    }
    return source.contains { position in
      reading.isMark(position, ",") && isName(position + 1) && isName(position + 2)
    }
  }

  // MARK: Values

  /// Whether the new value is one that the old statement allowed.
  private static func isConsistent(_ before: Mention, _ after: Mention) -> Bool {
    switch (before.value, after.value) {
    case (.date(let day), .date(let other)):
      // `1 May to 5 June`, `1 May to 25 June`: another end.
      if day.isSpan, other.isSpan { return false }
      switch day.relation(to: other) {
      case .narrower, .wider: return true
      default: return false
      }
    case (.clock(let from, let to), .clock(let newFrom, let newTo)):
      return isTimeAllowed(before, from...max(from, to), after, newFrom...max(newFrom, newTo))
    case (.clock, .word), (.word, .clock):
      if case .consistent = Comparison.of(before, after) { return true }
      return false
    case (.vague, .vague):
      guard let range = before.allows, let other = after.allows, before.unit == after.unit else {
        return false
      }
      return range.contains(other.lowerBound) && range.contains(other.upperBound)
    case (_, .number(let newLow, let newHigh)):
      // `nearly half`, `49%`
      if let percent = before.percentage(like: after) { return isConsistent(percent, after) }
      if let percent = after.percentage(like: before) { return isConsistent(before, percent) }
      if let unit = before.unit, let other = after.unit, unit.dimension != other.dimension {
        return false
      }
      let scale = before.unit.map { unit in after.unit.map { $0.factor / unit.factor } ?? 1 } ?? 1
      return isFigureAllowed(before, after, newLow * scale...max(newLow, newHigh) * scale)
    default: return false
    }
  }

  private static func isFigureAllowed(
    _ before: Mention, _ after: Mention, _ new: ClosedRange<Double>
  ) -> Bool {
    let low = new.lowerBound, high = new.upperBound
    switch before.value {
    case .vague:
      // Without bounds a word allows too much to be held to it.
      guard let range = before.allows else { return false }
      return range.contains(low) && range.contains(high)
    case .number(let oldLow, let oldHigh):
      switch before.bound {
      case .atLeast:
        return after.bound != .atMost && (after.side < 0 ? low > oldLow : low >= oldLow)
      case .atMost:
        return after.bound != .atLeast && (after.side > 0 ? high < oldHigh : high <= oldHigh)
      case .about:
        if before.side < 0, low > oldLow || low == oldLow && after.bound == .atLeast {
          return false
        }
        if before.side > 0, low < oldLow || low == oldLow && after.bound == .atMost {
          return false
        }
        if low == oldLow, before.side * after.side < 0 { return false }
        return abs(low - oldLow) <= 0.1 * abs(oldLow) && abs(high - oldHigh) <= 0.1 * abs(oldHigh)
      case .exactly:
        if oldLow != oldHigh {
          return !before.isResult && low >= oldLow && high <= oldHigh
        }
        switch after.bound {
        case .about:
          if after.side != 0, Double(after.side) * (oldLow - low) < 0 { return false }
          return abs(low - oldLow) <= 0.05 * abs(oldLow)
        case .atLeast: return low <= oldLow
        case .atMost: return high >= oldLow
        case .exactly: return false
        }
      }
    default: return false
    }
  }

  /// Minutes within which a time is `shortly after` or `around` another one.
  private static let about = 30

  private static func isTimeAllowed(
    _ before: Mention, _ old: ClosedRange<Int>, _ after: Mention, _ new: ClosedRange<Int>
  ) -> Bool {
    if old.count > 1 { return new.count == 1 && old.contains(new.lowerBound) }
    if let zone = before.zone, let other = after.zone, zone != other { return false }
    // How much later the new time is, the shorter way round the clock.
    let day = before.isEitherHalf || after.isEitherHalf ? 720 : 1440
    var later = (new.lowerBound - old.lowerBound + day) % day
    if later > day / 2 { later -= day }
    switch before.bound {
    case .atLeast: return later >= 0 && after.bound != .atMost
    case .atMost: return later <= 0 && after.bound != .atLeast
    case .about:
      // `about 5:40`, `about 5:20`: neither is the closer one.
      if after.bound == .about { return later == 0 && before.side * after.side >= 0 }
      return abs(later) <= about && later * before.side >= 0
        && !(later == 0 && before.side * after.side < 0)
    case .exactly:
      switch after.bound {
      case .about: return abs(later) <= about / 2 && later * after.side <= 0
      case .atLeast: return later <= 0
      case .atMost: return later >= 0
      case .exactly: return false
      }
    }
  }
}
