import Testing

@testable import StoryDiff

@Suite struct `Which of two versions has the slip` {
  /// Each is a slip that the newer version mends. Turned round it is one that it brings in, which is not called mended.
  static let shown = [
    SentencePair(
      "The crew won gold metals in the race.", "The crew won gold medals in the race.",
      "spelling metals → medals"),
    SentencePair(
      "The gale began a serious of floods.", "The gale began a series of floods.",
      "spelling serious → series"),
    SentencePair(
      "The gale sank less boats than the last.", "The gale sank fewer boats than the last.",
      "grammar less → fewer"),
    SentencePair(
      "The crew said its moored in the bay.", "The crew said it's moored in the bay.",
      "punctuation its → it's"),
    SentencePair(
      "The crew hid in a hay bail on the quay.", "The crew hid in a hay bale on the quay.",
      "spelling bail → bale"),
    SentencePair(
      "The bishop, whom blessed the boats, left.", "The bishop, who blessed the boats, left.",
      "grammar whom → who"),
    SentencePair(
      "The bishop, whom owns the boats, left.", "The bishop, who owns the boats, left.",
      "grammar whom → who"),
    SentencePair(
      "The mast could be seen passed the lock.", "The mast could be seen past the lock.",
      "spelling passed → past"),
    SentencePair(
      "The barge rowed at a slower pace then in May.",
      "The barge rowed at a slower pace than in May.", "spelling then → than"),
    SentencePair(
      "The crew was flaunting its own rules.", "The crew was flouting its own rules.",
      "spelling flaunting → flouting"),
    SentencePair(
      "The barges were stationery for an hour.", "The barges were stationary for an hour.",
      "spelling stationery → stationary"),
    SentencePair(
      "The race was one by Ada Orr of Oakhaven.", "The race was won by Ada Orr of Oakhaven.",
      "spelling one → won"),
    SentencePair(
      "The dog had laid in wait on the quay.", "The dog had lain in wait on the quay.",
      "grammar laid → lain"),
    SentencePair(
      "The gale took two boat's masts.", "The gale took two boats' masts.",
      "punctuation boat's → boats'"),
    SentencePair(
      "The gale took six of the boat's masts.", "The gale took six of the boats' masts.",
      "punctuation boat's → boats'"),
    SentencePair(
      "One phenomena of the bay is its tide.", "One phenomenon of the bay is its tide.",
      "grammar phenomena → phenomenon"),
    SentencePair(
      "Sie hoffe, das die Schleuse im Mai öffnet.", "Sie hoffe, dass die Schleuse im Mai öffnet.",
      "spelling das → dass", language: "de"),
    SentencePair(
      "Le maire à annoncé une fête au port.", "Le maire a annoncé une fête au port.",
      "spelling à → a", language: "fr"),
    SentencePair(
      "Les marins ont vendu leur bateaux.", "Les marins ont vendu leurs bateaux.",
      "grammar leur → leurs", language: "fr"),
    SentencePair(
      "Dicen que se halla tardado mucho.", "Dicen que se haya tardado mucho.",
      "spelling halla → haya", language: "es"),
  ]

  @Test(arguments: shown) func `the words beside it show it`(pair: SentencePair) {
    pair.check()
    SentencePair(pair.new, pair.old, language: pair.language).check()
  }

  static let unknown = [
    SentencePair(
      "The crew liked the desert on the quay.", "The crew liked the dessert on the quay."),
    SentencePair("The fair rose in the gale.", "The fare rose in the gale."),
    SentencePair("The trail of the pilot began.", "The trial of the pilot began."),
    SentencePair("The bride of the mayor wore oilskins.", "The bridge of the mayor wore oilskins."),
    SentencePair("They spoke of its altitude there.", "They spoke of its attitude there."),
    SentencePair("The patients of the port waited.", "The patience of the port waited."),
    SentencePair("The sailor's union met.", "The sailors' union met."),
    SentencePair("The port's currency sank at noon.", "The port's currently sank at noon."),
  ]

  @Test(arguments: unknown) func `where nothing does, neither is called wrong`(pair: SentencePair) {
    pair.check()
    SentencePair(pair.new, pair.old).check()
  }

  @Test func `the rest of the story shows it`() {
    func report(_ first: String, _ second: String) -> [String] {
      let rest = "Pilots and sailors had waited a year for the trial."
      return StoryDiff(from: story(first, rest), to: story(second, rest)).compactFacts
    }
    let wrong = "The trail of the mayor began.", right = "The trial of the mayor began."
    #expect(report(wrong, right) == ["spelling trail → trial"])
    #expect(report(right, wrong) == [])
    let one = "The sailor's union met.", many = "The sailors' union met."
    #expect(report(one, many) == ["punctuation sailor's → sailors'"])
    #expect(report(many, one) == [])
  }

  @Test func `a name that stands elsewhere as it was is not mended`() {
    func report(_ first: String, _ second: String) -> [String] {
      let rest = "The lock was built for Lindqvist in a year of gales."
      return StoryDiff(from: story(first, rest), to: story(second, rest)).compactFacts
    }
    let wrong = "Pilot Anders Lindqvits left.", right = "Pilot Anders Lindqvist left."
    #expect(report(wrong, right) == ["name Lindqvits → Lindqvist"])
    #expect(report(right, wrong) == [])
  }
}
