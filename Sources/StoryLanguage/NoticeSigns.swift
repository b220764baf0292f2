/// What a word or a phrase may be in something that a newsroom prints about its own text.
public struct NoticeSigns: OptionSet, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// What a newsroom prints: `article`, `newsletter`.
  public static let text = NoticeSigns(rawValue: 1)
  /// What stands before its own texts: `this`, `our`.
  public static let owner = NoticeSigns(rawValue: 1 << 1)
  /// `earlier`, `original`.
  public static let earlier = NoticeSigns(rawValue: 1 << 2)
  /// `we`, `us`.
  public static let voice = NoticeSigns(rawValue: 1 << 3)
  /// What a text does: `reported`, `named`.
  public static let act = NoticeSigns(rawValue: 1 << 4)
  /// `wrongly`, `sorry`, `should have`.
  public static let error = NoticeSigns(rawValue: 1 << 5)
  /// `corrected`, `put right`.
  public static let fix = NoticeSigns(rawValue: 1 << 6)
  /// `changed`, `removed`.
  public static let edit = NoticeSigns(rawValue: 1 << 7)
  /// `to clarify`.
  public static let clarity = NoticeSigns(rawValue: 1 << 8)
  /// `updated`, `to include`.
  public static let update = NoticeSigns(rawValue: 1 << 9)
  /// `retracts`, `taken down`.
  public static let withdrawal = NoticeSigns(rawValue: 1 << 10)
  /// Words that only a newsroom has for its own: `ours`, `as printed`.
  public static let own = NoticeSigns(rawValue: 1 << 11)
  /// What may stand beside a label: `appended`, `readers`.
  public static let labelWord = NoticeSigns(rawValue: 1 << 12)
  /// What stands after one of the texts on the page: `above`.
  public static let place = NoticeSigns(rawValue: 1 << 13)
  /// What opens a reason: `due to`.
  public static let cause = NoticeSigns(rawValue: 1 << 14)
  /// `developing`
  public static let unfinished = NoticeSigns(rawValue: 1 << 15)

  /// What a notice counts of its own: `on two counts`.
  public static let counted = NoticeSigns(rawValue: 1 << 16)

  /// What a newspaper says under its own name: `wishes to correct`.
  public static let vow = NoticeSigns(rawValue: 1 << 17)
  /// What was printed, told again: `as reported here`.
  public static let repeated = NoticeSigns(rawValue: 1 << 18)
  /// What news tells of somebody else's text: `printed an apology`.
  public static let foreign = NoticeSigns(rawValue: 1 << 19)
  /// What opens a note: `note`.
  public static let note = NoticeSigns(rawValue: 1 << 20)
  /// Parts of a text: `paragraph`.
  public static let part = NoticeSigns(rawValue: 1 << 21)
  /// Texts that only newspapers print: `obituary`.
  public static let pressText = NoticeSigns(rawValue: 1 << 22)
  /// Texts that others print too: `report`.
  public static let study = NoticeSigns(rawValue: 1 << 23)
  /// Who works on a text: `editor`.
  public static let staff = NoticeSigns(rawValue: 1 << 24)
  /// What was printed at first, told again: `as first reported`. News says so of others, too.
  public static let retold = NoticeSigns(rawValue: 1 << 25)
  /// Who prints: `newspaper`.
  public static let publisher = NoticeSigns(rawValue: 1 << 26)

  /// What is sorry: `apologise`, `oops`.
  public static let apology = NoticeSigns(rawValue: 1 << 27)
  /// What a mistake is called; that there was one is told by the words around it.
  public static let mistake = NoticeSigns(rawValue: 1 << 28)
  /// What sets against what was said what is: `in fact`, `should have`.
  public static let contrast = NoticeSigns(rawValue: 1 << 29)

  /// Texts that take each other's place: `version`, `headline`.
  public static let version = NoticeSigns(rawValue: 1 << 30)
  /// How a text has a mistake: `contained`.
  public static let holder = NoticeSigns(rawValue: 1 << 31)

  /// What was done or admitted, and who speaks: a notice without a known phrase has both.
  public static let deeds: NoticeSigns = [
    .error, .fix, .edit, .clarity, .update, .withdrawal, .unfinished,
  ]
  public static let speakers: NoticeSigns = [.text, .voice, .own, .vow]

  static let names: [String: NoticeSigns] = [
    "texts": .text, "owners": .owner, "earlier": .earlier, "voices": .voice, "acts": .act,
    "errors": .error, "fixes": .fix, "edits": .edit, "clarity": .clarity, "updates": .update,
    "withdrawals": .withdrawal, "own": .own, "labelWords": .labelWord, "places": .place,
    "causes": .cause, "unfinished": .unfinished, "counted": .counted, "vows": .vow,
    "repeated": .repeated,
    "foreign": .foreign, "notes": .note, "parts": .part, "pressTexts": .pressText,
    "studies": .study, "staff": .staff, "retold": .retold, "publishers": .publisher,
    "apologies": .apology, "mistakes": .mistake,
    "contrasts": .contrast, "versions": .version, "holders": .holder, "none": [],
  ]

  /// The phrases of a language's file, each with all that it may be.
  static func phrases(_ lists: [String: [String]]) -> [(String, NoticeSigns)] {
    var signs: [String: NoticeSigns] = [:]
    for (name, phrases) in lists {
      for phrase in phrases { signs[phrase, default: []].formUnion(names[name] ?? []) }
    }
    return signs.map { ($0.key, $0.value) }
  }
}
