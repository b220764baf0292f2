extension Language {
  /// What a language says of slips of grammar, spelling and punctuation.
  public final class SlipWords: Sendable {
    /// Where one of two words that are written for each other can stand.
    public struct Fit: Sendable {
      /// Words, and endings of words, that it stands after; words that it stands before.
      public let after: Set<String>, afterEndings: [String], before: Set<String>
      /// Whether it stands before nouns.
      public let isBeforeNouns: Bool
    }

    public let prepositions: Set<String>
    /// Words that join a clause to who it is about: `who`.
    public let relatives: Set<String>
    /// Sets of prepositions that say contrary things: one for the other is no slip.
    public let oppositePrepositions: [Set<String>]
    /// Sets of forms of one pronoun.
    public let pronounForms: [Set<String>]
    /// Words before which no article can stand.
    public let determiners: Set<String>
    /// Prepositions that say where: `in`, `near`.
    public let places: Set<String>
    /// Words that say whose something is: `his`.
    public let possessives: Set<String>
    /// Words that say that a title is held no more, or not for good: `former`.
    public let tenures: Set<String>
    /// Words that belong to an age: `old`.
    public let ageWords: Set<String>
    /// Participles, and the past forms that are meant where they stand alone.
    public let participles: [String: [String]]
    let pastEndings: [String]
    /// Verbs that show past or present by themselves.
    public let pastVerbs: Set<String>, presentVerbs: Set<String>
    /// Small words, beside `grammarWords`, that are missing where nothing else was done.
    public let droppable: Set<String>
    /// Endings that make another word of one.
    public let derivations: Set<String>
    /// Words that open a clause with its own subject: `before`, `until`.
    public let openers: Set<String>
    /// Words after which a small word may stand or not: `all (of) the`.
    public let variantsAfter: Set<String>
    /// Words before which a comma is a matter of style, beside `numberJoiners`.
    public let serialWords: Set<String>
    /// Nouns that take a verb in either number.
    public let collectives: Set<String>
    public let pluralVerbs: Set<String>
    /// Endings of nouns that are no plurals: `bus`, `news`.
    public let singularEndings: [String]
    public let adverbEndings: [String]
    /// Articles that fit only before a vowel, and only before a consonant.
    public let articleBeforeVowel: Set<String>, articleBeforeConsonant: Set<String>
    /// Openings of words that sound otherwise than their first letter; letters whose name begins with
    /// a vowel.
    public let vowelOpenings: [String], consonantOpenings: [String], vowelLetters: Set<String>
    public let fits: [String: Fit]

    init(_ data: SlipData) {
      prepositions = Set(data.prepositions)
      relatives = Set(data.relatives)
      oppositePrepositions = data.oppositePrepositions.map { Set($0) }
      pronounForms = data.pronounForms.map { Set($0) }
      determiners = Set(data.determiners)
      places = Set(data.places)
      possessives = Set(data.possessives)
      tenures = Set(data.tenures)
      ageWords = Set(data.ageWords)
      participles = data.participles
      pastEndings = data.pastEndings
      pastVerbs = Set(data.pastVerbs)
      presentVerbs = Set(data.presentVerbs)
      droppable = Set(data.droppable)
      derivations = Set(data.derivations)
      openers = Set(data.openers)
      variantsAfter = Set(data.variantsAfter)
      serialWords = Set(data.serialWords)
      collectives = Set(data.collectives)
      pluralVerbs = Set(data.pluralVerbs)
      singularEndings = data.singularEndings
      adverbEndings = data.adverbEndings
      articleBeforeVowel = Set(data.articleBeforeVowel)
      articleBeforeConsonant = Set(data.articleBeforeConsonant)
      vowelOpenings = data.vowelOpenings
      consonantOpenings = data.consonantOpenings
      vowelLetters = Set(data.vowelLetters)
      fits = data.fits.mapValues {
        Fit(
          after: Set($0.after), afterEndings: $0.afterEndings, before: Set($0.before),
          isBeforeNouns: $0.isBeforeNouns)
      }
    }

    /// Whether a word has an ending of the past: `opened`.
    public func isPast(_ word: String) -> Bool { pastEndings.contains(where: word.hasSuffix) }
  }
}
