extension Language {
  /// What a word can be, as bits.
  public struct WordKind: OptionSet, Sendable {
    public let rawValue: UInt64
    @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

    // Computed, so that a set of them is a constant where it is asked for.
    @inlinable static func bit(_ index: Int) -> WordKind {
      WordKind(rawValue: 1 << UInt64(index))
    }
    @inlinable public static var function: WordKind { bit(0) }
    @inlinable public static var pronoun: WordKind { bit(1) }
    @inlinable public static var article: WordKind { bit(2) }
    @inlinable public static var auxiliary: WordKind { bit(3) }
    @inlinable public static var be: WordKind { bit(4) }
    @inlinable public static var have: WordKind { bit(5) }
    @inlinable public static var modal: WordKind { bit(6) }
    @inlinable public static var baseFormTaker: WordKind { bit(7) }
    @inlinable public static var grammar: WordKind { bit(8) }
    @inlinable public static var opener: WordKind { bit(9) }
    @inlinable public static var abbreviation: WordKind { bit(10) }
    @inlinable public static var abbreviationThatMayEnd: WordKind { bit(11) }
    @inlinable public static var cardinal: WordKind { bit(12) }
    @inlinable public static var scale: WordKind { bit(13) }
    @inlinable public static var scaleSuffix: WordKind { bit(14) }
    @inlinable public static var ordinal: WordKind { bit(15) }
    @inlinable public static var ordinalSuffix: WordKind { bit(16) }
    @inlinable public static var fraction: WordKind { bit(17) }
    @inlinable public static var collective: WordKind { bit(18) }
    @inlinable public static var vague: WordKind { bit(19) }
    @inlinable public static var numberJoiner: WordKind { bit(20) }
    @inlinable public static var rangeWord: WordKind { bit(21) }
    @inlinable public static var rangeOpener: WordKind { bit(22) }
    @inlinable public static var month: WordKind { bit(23) }
    @inlinable public static var weekday: WordKind { bit(24) }
    @inlinable public static var dayPart: WordKind { bit(25) }
    @inlinable public static var am: WordKind { bit(26) }
    @inlinable public static var pm: WordKind { bit(27) }
    @inlinable public static var clockWord: WordKind { bit(28) }
    /// A part of a year, as it is named, or with its number: `quarter`, `Q3`.
    @inlinable public static var yearPart: WordKind { bit(29) }
    @inlinable public static var hourMark: WordKind { bit(30) }
    @inlinable public static var clockOpener: WordKind { bit(31) }
    @inlinable public static var timeZone: WordKind { bit(32) }
    @inlinable public static var saying: WordKind { bit(33) }
    @inlinable public static var honorific: WordKind { bit(35) }
    @inlinable public static var roleHead: WordKind { bit(36) }
    @inlinable public static var roleModifier: WordKind { bit(37) }
    @inlinable public static var roleJoiner: WordKind { bit(38) }
    @inlinable public static var reporting: WordKind { bit(39) }
    @inlinable public static var relativeWeekday: WordKind { bit(40) }
    @inlinable public static var clause: WordKind { bit(42) }
    @inlinable public static var dateJoiner: WordKind { bit(43) }
    @inlinable public static var numberNoun: WordKind { bit(41) }
    /// A unit in the plural that can stand without a figure: `months`.
    @inlinable public static var pluralUnit: WordKind { bit(44) }
    /// A relative: `sister`, `sisters`, `sister's`.
    @inlinable public static var relative: WordKind { bit(45) }
    /// What ends the words that name a source, what stands behind one, what opens an opinion.
    @inlinable public static var sourceEnd: WordKind { bit(50) }
    @inlinable public static var sourceSuffix: WordKind { bit(51) }
    @inlinable public static var opinionPrefix: WordKind { bit(52) }
    /// A body or person that makes statements: `police`, `spokesman`.
    @inlinable public static var sourceBody: WordKind { bit(53) }
    /// Parts of a verb of saying: `mit` in `teilte … mit`, `annoncé` in `a annoncé`, `gab` in `gab …
    /// bekannt`.
    @inlinable public static var sayingParticle: WordKind { bit(54) }
    @inlinable public static var sayingParticiple: WordKind { bit(55) }
    @inlinable public static var separableSaying: WordKind { bit(56) }
    /// What opens the clause that a verb of saying reports; what names the agent of a passive.
    @inlinable public static var that: WordKind { bit(59) }
    @inlinable public static var passiveAgent: WordKind { bit(60) }
    /// What a notice says was done to the text, and what stands between that and its date.
    @inlinable public static var noticeDeed: WordKind { bit(57) }
    @inlinable public static var noticeDateJoiner: WordKind { bit(58) }
    /// What follows the date of a label without a mark: `Updated at 4 p.m. with …`.
    @inlinable public static var noticeAim: WordKind { bit(61) }
    /// A word that page furniture may have among its figures; a word beside an age.
    @inlinable public static var furniture: WordKind { bit(62) }
    @inlinable public static var ageWord: WordKind { bit(63) }
  }
}
