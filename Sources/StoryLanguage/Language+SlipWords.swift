extension Language {
  /// What a language says of slips of grammar, spelling and punctuation.
  public struct SlipWords: Sendable {
    /// Where one of two words that are written for each other can stand.
    public struct Fit: Sendable {
      /// Words, and endings of words, that it stands after; words that it stands before.
      public let after: Set<String>, afterEndings: [String], before: Set<String>
      /// Whether it stands before nouns, and before which of them it does not.
      public let isBeforeNouns: Bool, notBefore: Set<String>
    }

    public let prepositions: Set<String>
    /// Sets of prepositions that say contrary things: one for the other is no slip.
    public let oppositePrepositions: [Set<String>]
    /// Sets of forms of one pronoun.
    public let pronounForms: [Set<String>]
    /// Words before which no article can stand.
    public let determiners: Set<String>
    /// Words after which a small word may stand or not: `all (of) the`.
    public let variantsAfter: Set<String>
    /// Words before which a comma is a matter of style, beside `numberJoiners`.
    public let serialWords: Set<String>
    /// Nouns that take a verb in either number.
    public let collectives: Set<String>
    public let pluralVerbs: Set<String>
    public let adverbEndings: [String]
    /// Articles that fit only before a vowel, and only before a consonant.
    public let articleBeforeVowel: Set<String>, articleBeforeConsonant: Set<String>
    /// Openings of words that sound otherwise than their first letter; letters whose name begins with
    /// a vowel.
    public let vowelOpenings: [String], consonantOpenings: [String], vowelLetters: Set<String>
    public let fits: [String: Fit]

    init(_ data: SlipData) {
      prepositions = Set(data.prepositions)
      oppositePrepositions = data.oppositePrepositions.map { Set($0) }
      pronounForms = data.pronounForms.map { Set($0) }
      determiners = Set(data.determiners)
      variantsAfter = Set(data.variantsAfter)
      serialWords = Set(data.serialWords)
      collectives = Set(data.collectives)
      pluralVerbs = Set(data.pluralVerbs)
      adverbEndings = data.adverbEndings
      articleBeforeVowel = Set(data.articleBeforeVowel)
      articleBeforeConsonant = Set(data.articleBeforeConsonant)
      vowelOpenings = data.vowelOpenings
      consonantOpenings = data.consonantOpenings
      vowelLetters = Set(data.vowelLetters)
      fits = data.fits.mapValues {
        Fit(
          after: Set($0.after), afterEndings: $0.afterEndings, before: Set($0.before),
          isBeforeNouns: $0.isBeforeNouns, notBefore: Set($0.notBefore))
      }
    }
  }
}
