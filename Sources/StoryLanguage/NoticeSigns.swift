/// What a word or a phrase may be in something that a newsroom prints about its own text.
public struct NoticeSigns: OptionSet, Sendable {
  public let rawValue: UInt32

  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  // Computed, so that a set of them is a constant where it is asked for.

  /// What a newsroom prints: `article`, `newsletter`.
  @inlinable public static var text: NoticeSigns { NoticeSigns(rawValue: 1) }
  /// What stands before its own texts: `this`, `our`.
  @inlinable public static var owner: NoticeSigns { NoticeSigns(rawValue: 1 << 1) }
  /// `earlier`, `original`.
  @inlinable public static var earlier: NoticeSigns { NoticeSigns(rawValue: 1 << 2) }
  /// `we`, `us`.
  @inlinable public static var voice: NoticeSigns { NoticeSigns(rawValue: 1 << 3) }
  /// What a text does: `reported`, `named`.
  @inlinable public static var act: NoticeSigns { NoticeSigns(rawValue: 1 << 4) }
  /// `wrongly`, `sorry`, `should have`.
  @inlinable public static var error: NoticeSigns { NoticeSigns(rawValue: 1 << 5) }
  /// `corrected`, `put right`.
  @inlinable public static var fix: NoticeSigns { NoticeSigns(rawValue: 1 << 6) }
  /// `changed`, `removed`.
  @inlinable public static var edit: NoticeSigns { NoticeSigns(rawValue: 1 << 7) }
  /// `to clarify`.
  @inlinable public static var clarity: NoticeSigns { NoticeSigns(rawValue: 1 << 8) }
  /// `updated`, `to include`.
  @inlinable public static var update: NoticeSigns { NoticeSigns(rawValue: 1 << 9) }
  /// `retracts`, `taken down`.
  @inlinable public static var withdrawal: NoticeSigns { NoticeSigns(rawValue: 1 << 10) }
  /// Words that only a newsroom has for its own: `ours`, `as printed`.
  @inlinable public static var own: NoticeSigns { NoticeSigns(rawValue: 1 << 11) }
  /// What may stand beside a label: `appended`, `readers`.
  @inlinable public static var labelWord: NoticeSigns { NoticeSigns(rawValue: 1 << 12) }
  /// What stands after one of the texts on the page: `above`.
  @inlinable public static var place: NoticeSigns { NoticeSigns(rawValue: 1 << 13) }
  /// What opens a reason: `due to`.
  @inlinable public static var cause: NoticeSigns { NoticeSigns(rawValue: 1 << 14) }
  /// `developing`
  @inlinable public static var unfinished: NoticeSigns { NoticeSigns(rawValue: 1 << 15) }

  /// What a notice counts of its own: `on two counts`.
  @inlinable public static var counted: NoticeSigns { NoticeSigns(rawValue: 1 << 16) }

  /// What a newspaper says under its own name: `wishes to correct`.
  @inlinable public static var vow: NoticeSigns { NoticeSigns(rawValue: 1 << 17) }
  /// What was printed, told again: `as reported here`.
  @inlinable public static var repeated: NoticeSigns { NoticeSigns(rawValue: 1 << 18) }
  /// What news tells of somebody else's text: `printed an apology`.
  @inlinable public static var foreign: NoticeSigns { NoticeSigns(rawValue: 1 << 19) }
  /// What opens a note: `note`.
  @inlinable public static var note: NoticeSigns { NoticeSigns(rawValue: 1 << 20) }
  /// Parts of a text: `paragraph`.
  @inlinable public static var part: NoticeSigns { NoticeSigns(rawValue: 1 << 21) }
  /// Texts that only newspapers print: `obituary`.
  @inlinable public static var pressText: NoticeSigns { NoticeSigns(rawValue: 1 << 22) }
  /// Texts that others print too: `report`.
  @inlinable public static var study: NoticeSigns { NoticeSigns(rawValue: 1 << 23) }
  /// Who works on a text: `editor`.
  @inlinable public static var staff: NoticeSigns { NoticeSigns(rawValue: 1 << 24) }
  /// What was printed at first, told again: `as first reported`. News says so of others, too.
  @inlinable public static var retold: NoticeSigns { NoticeSigns(rawValue: 1 << 25) }
  /// Who prints: `newspaper`.
  @inlinable public static var publisher: NoticeSigns { NoticeSigns(rawValue: 1 << 26) }

  /// What is sorry: `apologise`, `oops`.
  @inlinable public static var apology: NoticeSigns { NoticeSigns(rawValue: 1 << 27) }
  /// What a mistake is called; that there was one is told by the words around it.
  @inlinable public static var mistake: NoticeSigns { NoticeSigns(rawValue: 1 << 28) }
  /// What sets against what was said what is: `in fact`, `should have`.
  @inlinable public static var contrast: NoticeSigns { NoticeSigns(rawValue: 1 << 29) }

  /// Texts that take each other's place: `version`, `headline`.
  @inlinable public static var version: NoticeSigns { NoticeSigns(rawValue: 1 << 30) }
  /// How a text has a mistake: `contained`.
  @inlinable public static var holder: NoticeSigns { NoticeSigns(rawValue: 1 << 31) }

  /// What was done or admitted, and who speaks: a notice without a known phrase has both.
  @inlinable public static var deeds: NoticeSigns {
    [.error, .fix, .edit, .clarity, .update, .withdrawal, .unfinished]
  }
  @inlinable public static var speakers: NoticeSigns { [.text, .voice, .own, .vow] }

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
