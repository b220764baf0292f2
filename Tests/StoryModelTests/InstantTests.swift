import StoryModel
import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2025-05-14T19:02:11Z", 1_747_249_331),
    ("2025-05-14T21:02:11+02:00", 1_747_249_331), ("2024-02-29T12:00:00-05:30", 1_709_227_800),
  ])
  func `an RFC 3339 time is read to the second and written as it was`(text: String, seconds: Int64)
  {
    #expect(Instant(text)?.seconds == seconds)
    #expect(Instant(text)?.description == text)
  }

  @Test(arguments: [
    "", "yesterday", "2025-13-01T00:00:00Z", "2025-02-29T00:00:00Z", "2025-05-14T24:00:00Z",
    "2025-05-14T19:02:11", "2025-05-14T19:02:11Zulu", "2025-5-14", "12025-05-14T00:00:00Z",
  ])
  func `what is no time is refused`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `a fraction of a second is dropped and a space may stand for the T`() {
    #expect(Instant("2025-05-14 19:02:11.987+00:00") == Instant("2025-05-14T19:02:11Z"))
  }

  @Test func `every day of four centuries goes there and back`() {
    for days in stride(from: Int64(-73_000), through: 73_000, by: 1) {
      let (year, month, day) = CivilDay(daysSince1970: days).parts
      #expect(CivilDay(year: year, month: month, day: day)?.daysSince1970 == days)
    }
    #expect(CivilDay(year: 2025, month: 5, day: 14)?.weekday == 3)
  }
}
