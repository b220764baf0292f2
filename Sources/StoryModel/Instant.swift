/// A point in time to the second, with the offset from UTC that it was written with.
///
/// Ordered by the point in time; the offset only decides between two spellings of the same second,
/// so that `==` and `<` agree.
public struct Instant: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
  public let seconds: Int64
  /// Minutes east of UTC, −1,439 to 1,439.
  public let offsetMinutes: Int

  public init(seconds: Int64, offsetMinutes: Int = 0) {
    self.seconds = seconds
    self.offsetMinutes = max(-1439, min(1439, offsetMinutes))
  }

  public static func < (a: Instant, b: Instant) -> Bool {
    (a.seconds, a.offsetMinutes) < (b.seconds, b.offsetMinutes)
  }

  /// The instant `seconds` later, with the same offset.
  public func advanced(bySeconds delta: Int64) -> Instant {
    Instant(seconds: seconds + delta, offsetMinutes: offsetMinutes)
  }

  /// The calendar day, at this instant's own offset.
  public var day: CivilDay { CivilDay(daysSince1970: floorDivide(localSeconds, 86_400)) }

  /// Seconds since midnight, at this instant's own offset.
  public var secondOfDay: Int { Int(localSeconds - floorDivide(localSeconds, 86_400) * 86_400) }

  private var localSeconds: Int64 { seconds + Int64(offsetMinutes) * 60 }
}

/// A day of the Gregorian calendar.
public struct CivilDay: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  public let daysSince1970: Int64

  public init(daysSince1970: Int64) { self.daysSince1970 = daysSince1970 }

  /// The day of a year, month (1 to 12) and day of the month; nil where the calendar has none.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...9999).contains(year), day >= 1,
      day <= CivilDay.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let y = Int64(month <= 2 ? year - 1 : year)
    let era = floorDivide(y, 400)
    let yearOfEra = y - era * 400
    let dayOfYear = Int64((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1)
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSince1970 = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month (1 to 12) and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let z = daysSince1970 + 719_468
    let era = floorDivide(z, 146_097)
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (Int(year), Int(month), Int(dayOfYear - (153 * shifted + 2) / 5 + 1))
  }

  /// 0 for Sunday to 6 for Saturday.
  public var weekday: Int {
    let shifted = (daysSince1970 + 4) % 7
    return Int(shifted < 0 ? shifted + 7 : shifted)
  }

  public static func < (a: CivilDay, b: CivilDay) -> Bool { a.daysSince1970 < b.daysSince1970 }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
  let quotient = a / b
  return a % b < 0 ? quotient - 1 : quotient
}
