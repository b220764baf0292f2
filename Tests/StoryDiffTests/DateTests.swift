import Testing

/// 14 May 2025 is a Wednesday.
@Suite struct `Dates and times` {
  static let noon = "2025-05-14T12:00:00Z"

  static let changes = [
    SentencePair(
      "The board votes on Tuesday.", "The board votes on Thursday.",
      "date Tuesday → Thursday revised", oldAt: noon),
    SentencePair(
      "The lock opened in 2019.", "The lock opened in 2018.", "date 2019 → 2018 revised"),
    SentencePair(
      "The lock opened on 2 June.", "The lock opened on 5 June.", "date 2 June → 5 June revised",
      oldAt: noon),
    SentencePair(
      "The ship docked yesterday.", "The ship docked today.", "date yesterday → today revised",
      oldAt: noon),
    SentencePair(
      "The ship docks at 3 p.m. near the lock.", "The ship docks at 4 p.m. near the lock.",
      "time 3 p.m. → 4 p.m. revised"),
    SentencePair(
      "The ship docks at 22.45 near the lock.", "The ship docks at 22.30 near the lock.",
      "time 22.45 → 22.30 revised"),
    SentencePair(
      "The alarm rang in the morning.", "The alarm rang in the afternoon.",
      "time morning → afternoon revised"),
    SentencePair(
      "The ship docked at 0915 GMT.", "The ship docked at 0940 GMT.",
      "time 0915 GMT → 0940 GMT revised"),
    SentencePair(
      "The notice of 10/27 stands.", "The notice of 10/28 stands.",
      "date 10/27 → 10/28 revised", oldAt: noon),
    SentencePair(
      "The fair is on 17-18 May.", "The fair is on 17-19 May.",
      "date 17-18 May → 17-19 May revised || date 17-18 May → 17-19 May refined", oldAt: noon),
    SentencePair(
      "The ship docked on Friday night by the lock.", "The ship docked on Friday by the lock.",
      "time night → ∅ revised", oldAt: noon),
    SentencePair(
      "Crews cleared up after Saturday's storm in the harbour.",
      "Crews cleared up after the storm in the harbour.",
      "date Saturday's → ∅ revised", oldAt: noon),
    SentencePair(
      "The board will vote on the plan.", "The board will vote on the plan on Tuesday.",
      "date ∅ → Tuesday revised || date ∅ → on Tuesday revised", oldAt: noon),
  ]

  @Test(arguments: changes)
  func `another day or time is a changed claim`(pair: SentencePair) { pair.check() }

  @Test func `another decade is another date`() {
    SentencePair(
      "The lock opened in the 1990s.", "The lock opened in the 1980s.",
      "date 1990s → 1980s revised || date 1990 → 1980 revised"
    ).check()
  }

  static let restatements = [
    SentencePair("The board met on Wednesday.", "The board met on 14 May.", oldAt: noon),
    SentencePair("The board met on 14 May 2025.", "The board met on May 14, 2025."),
    SentencePair("The board meets at 3pm.", "The board meets at 15:00."),
    SentencePair("The board meets at 3 p.m. on the quay.", "The board meets at 3pm on the quay."),
    SentencePair("The board meets at noon.", "The board meets at 12pm."),
    SentencePair(
      "The ship docked today.", "The ship docked yesterday.", oldAt: noon,
      newAt: "2025-05-15T08:00:00Z"),
    SentencePair(
      "The ship docked today.", "The ship docked on Wednesday.", oldAt: noon,
      newAt: "2025-05-16T08:00:00Z"),
    SentencePair(
      "The ship docked on Wednesday.", "The ship docked on 31 December.",
      oldAt: "2026-01-01T09:00:00Z"),
    SentencePair(
      "The board meets tomorrow.", "The board meets today.", oldAt: "2024-02-28T22:00:00Z",
      newAt: "2024-02-29T07:00:00Z"),
    SentencePair("The board meets at 3pm BST.", "The board meets at 1400 GMT."),
    SentencePair(
      "The fair opens this weekend.", "The fair opens on the weekend of 17-18 May.", oldAt: noon),
    SentencePair("The board met on Jan. 3 at the hall.", "The board met on January 3 at the hall."),
  ]

  @Test(arguments: restatements)
  func `the same day named another way is no claim`(pair: SentencePair) { pair.check() }

  @Test func `a day inside the old week refines it`() {
    SentencePair(
      "The board votes next week.", "The board votes on Monday.",
      "date next week → Monday refined || date next week → on Monday refined",
      oldAt: Self.noon
    ).check()
  }

  @Test func `without capture times a weekday is not held against a date`() {
    SentencePair("The board met on Wednesday.", "The board met on 20 May.").check()
  }

  @Test func `the day is counted at the offset of the capture`() {
    // 23:30 in New York is the next day in UTC.
    SentencePair(
      "The ship docked today.", "The ship docked on 14 May.", oldAt: "2025-05-14T23:30:00-04:00"
    ).check()
  }
}
