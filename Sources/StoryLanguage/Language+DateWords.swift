extension Language {
  /// What a language says of dates, beside its phrases.
  public final class DateWords: Sendable {
    /// A part of a year that has a number: the `quarter` of `second quarter`.
    public struct YearPart: Sendable {
      /// How many of them a year has.
      public let count: Int
      /// Whether it is one only where the year is named, too: a `half` may be of a match.
      public let needsWhole: Bool
    }

    /// The parts of a year by their names, and with their numbers by their short marks: `q3`.
    public let yearParts: [String: YearPart]
    /// Words of sports, in whose stories a quarter is one of a match.
    public let sportWords: [String]
    public let yearPartMarks: [String: (part: YearPart, number: Int)]

    /// The minutes of the day that a part of it has; those after midnight go on from its 1,440.
    public let dayPartMinutes: [String: ClosedRange<Double>]

    /// Words after which a figure is a year, though it is of no recent one: `in 1721`.
    public let yearOpeners: Set<String>

    init(_ data: LanguageData) {
      yearOpeners = Set(data.yearOpeners)
      dayPartMinutes = data.dayPartHours.compactMapValues { hours in
        hours.count == 2 && hours[0] <= hours[1] ? hours[0] * 60...hours[1] * 60 : nil
      }
      var parts: [String: YearPart] = [:]
      for part in data.yearParts {
        let value = YearPart(count: part.count, needsWhole: part.needsWhole)
        for name in part.names { parts[name] = value }
      }
      yearParts = parts
      sportWords = data.sportWords
      var marks: [String: (part: YearPart, number: Int)] = [:]
      for (mark, part, number) in DateWords.marks(data.yearParts) {
        marks[mark] = (YearPart(count: part.count, needsWhole: false), number)
      }
      yearPartMarks = marks
    }

    /// Each short mark with what it stands for.
    static func marks(_ parts: [LanguageData.YearPart])
      -> [(mark: String, part: LanguageData.YearPart, number: Int)]
    {
      parts.flatMap { part in
        part.marks.flatMap { letter in
          (1...max(1, part.count)).map { (mark: letter + String($0), part: part, number: $0) }
        }
      }
    }
  }
}
