import StoryModel

extension Instant {
  /// `14 May 2025`.
  var spokenDay: String { day.spoken }

  /// `14:05 UTC`, and the seconds where they are not nought.
  var spokenTime: String { "\(clockText) \(zoneText)" }

  /// `14 May 2025, 14:05 UTC`.
  var spoken: String { "\(spokenDay), \(spokenTime)" }

  var clockText: String {
    let second = secondOfDay
    let minutes = "\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60))"
    return second % 60 == 0 ? minutes : "\(minutes):\(twoDigits(second % 60))"
  }

  var zoneText: String {
    if offsetMinutes == 0 { return "UTC" }
    let size = abs(offsetMinutes)
    return "UTC\(offsetMinutes < 0 ? "−" : "+")\(twoDigits(size / 60)):\(twoDigits(size % 60))"
  }
}

extension CivilDay {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `14 May 2025`.
  var spoken: String {
    let (year, month, day) = parts
    return "\(day) \(Self.months[month - 1]) \(year)"
  }
}

private func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
