extension Instant: LosslessStringConvertible {
  /// Reads an RFC 3339 time: `2025-05-14T19:02:11Z`, `2025-05-14T21:02:11+02:00`.
  ///
  /// Also taken, since pages and people write them: a space for the `T`, no seconds, an offset
  /// without its colon or its minutes, a fraction of a second (dropped), and a bare day
  /// (`2025-05-14`), which is its midnight in UTC. A time of day must say its offset. Nil for
  /// anything else.
  public init?(_ text: String) {
    var scan = Scanner(Array(text.utf8))
    guard let year = scan.number(4), scan.take("-"), let month = scan.number(2), scan.take("-"),
      let day = scan.number(2), let civil = CivilDay(year: year, month: month, day: day)
    else { return nil }
    let midnight = civil.daysSince1970 * 86_400
    if scan.isAtEnd {
      self.init(seconds: midnight)
      return
    }
    guard scan.take("T") || scan.take("t") || scan.take(" "), let hour = scan.number(2), hour < 24,
      scan.take(":"), let minute = scan.number(2), minute < 60
    else { return nil }
    var second = 0
    if scan.take(":") {
      // A leap second, 60, counts as the second after 59.
      guard let value = scan.number(2), value <= 60 else { return nil }
      second = value
      if scan.take(".") {
        guard scan.skipDigits() else { return nil }
      }
    }
    _ = scan.take(" ")
    guard let offset = scan.offset(), scan.isAtEnd else { return nil }
    let local = midnight + Int64(hour * 3600 + minute * 60 + second)
    self.init(seconds: local - Int64(offset) * 60, offsetMinutes: offset)
  }

  /// The time as RFC 3339, at its own offset; `Z` for UTC.
  public var description: String {
    let (year, month, dayOfMonth) = day.parts
    let second = secondOfDay
    let time = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
    return "\(date)T\(time.joined(separator: ":"))\(offsetText)"
  }

  private var offsetText: String {
    if offsetMinutes == 0 { return "Z" }
    let size = abs(offsetMinutes)
    return "\(offsetMinutes < 0 ? "-" : "+")\(padded(size / 60, 2)):\(padded(size % 60, 2))"
  }

  private struct Scanner {
    let bytes: [UInt8]
    var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { at == bytes.count }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard at < bytes.count, bytes[at] == UInt8(ascii: scalar) else { return false }
      at += 1
      return true
    }

    mutating func number(_ digits: Int) -> Int? {
      guard at + digits <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[at..<at + digits] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      at += digits
      return value
    }

    mutating func skipDigits() -> Bool {
      let start = at
      while at < bytes.count, (48...57).contains(bytes[at]) { at += 1 }
      return at > start
    }

    mutating func offset() -> Int? {
      if take("Z") || take("z") { return 0 }
      let sign = take("+") ? 1 : take("-") ? -1 : 0
      guard sign != 0, let hours = number(2), hours < 24 else { return nil }
      var minutes = 0
      if take(":") || !isAtEnd {
        guard let value = number(2), value < 60 else { return nil }
        minutes = value
      }
      return sign * (hours * 60 + minutes)
    }
  }
}

private func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
