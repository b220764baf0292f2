extension Language {
  /// What a language says of denials and hearsay beyond their words.
  public final class DenialWords: Sendable {
    /// Whether two negations of one statement deny it once.
    public let negativeConcord: Bool
    /// Negations that are nouns after an article or a number: `le pas`.
    public let negationNouns: Set<String>
    /// Negations of two words that others part: `open` and `close`, and what after them makes them none,
    /// `unless`.
    public let splitNegations: [String: [String]]
    /// Endings of verbs that tell hearsay in the conditional; words that end so and do not; words for a
    /// condition.
    public let conditionalEndings: [String]
    public let conditionalExceptions: Set<String>, conditionWords: Set<String>
    /// What a verb has before such an ending: a past tense can end so too (`durait`).
    public let conditionalStems: [String]
    /// What a stem's vowel becomes in some forms, and the vowel: `ue`, `o`.
    public let stemVowels: [(changed: String, base: String)]

    init(_ data: LanguageData) {
      negativeConcord = data.negativeConcord
      negationNouns = Set(data.negationNouns)
      splitNegations = data.splitNegations
      conditionalEndings = data.conditionalEndings
      conditionalExceptions = Set(data.conditionalExceptions)
      conditionWords = Set(data.conditionWords)
      conditionalStems = data.conditionalStems
      stemVowels = data.stemVowels.filter { $0.count == 2 }.map { (changed: $0[0], base: $0[1]) }
    }
  }
}
