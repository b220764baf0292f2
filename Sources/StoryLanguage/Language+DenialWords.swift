extension Language {
  /// What a language says of denials and hearsay beyond their words.
  public final class DenialWords: Sendable {
    /// Whether two negations of one statement deny it once.
    public let negativeConcord: Bool
    /// Negations that are nouns after an article or a number: `le pas`.
    public let negationNouns: Set<String>
    /// Nouns that say that something is not there: `lack`.
    public let lacks: Set<String>
    /// For each word that says little or seldom, those that say the same where they are denied: `few`, `many`.
    public let nearDenials: [String: Set<String>]
    /// Verbs after which a verb in `ing` is done no longer: `stopped making`.
    public let stoppingVerbs: Set<String>
    /// Verbs that say that something is not had: `lack`.
    public let lackingVerbs: Set<String>
    /// Words that deny by what they mean, in every form: `refuse`, `absent`.
    public let denyingWords: Set<String>
    /// Words that join two parts of a sentence of which different things are said: `but`.
    public let contrastWords: Set<String>
    /// Words before the time up to which something is denied: `not before May`.
    public let limitWords: Set<String>
    /// Words whose denial denies what is believed: `do not think that it was`.
    public let beliefWords: Set<String>
    /// Verbs of who takes something for true without knowing it, and of who knows it.
    public let doubtVerbs: Set<String>, knowingVerbs: Set<String>
    /// Small words that say on which side somebody is: `for`, `against`.
    public let sideWords: Set<String>
    /// Modals that say what is due, and so what is expected: `should`.
    public let dueWords: Set<String>
    /// What is planned, before what it is planned to do: `due to open`.
    public let dueAdjectives: Set<String>
    /// Words before `to` that say no more than it does alone in a headline: `set to open`, `to open`.
    public let arrangedWords: Set<String>
    /// Denials that only go on with one that stands before them: `nor`, after `neither`.
    public let correlatives: [String: String]
    /// What words end in that are drawn together, and what that stands for; and words that are so as a whole.
    public let contractions: [String: String], irregularContractions: [String: String]
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

    /// Hedges that tell ability where they are denied: `could not`.
    public let abilityWords: Set<String>
    /// Words that say the opposite of each other: `rose`, `fell`.
    public let opposites: WordSides
    /// Words that say different things of one matter: `charged`, `convicted`.
    public let exclusives: WordSides
    /// Those of them that name things: `murder`, `manslaughter`.
    public let counterparts: WordSides
    /// Words that say how much or how many without a figure: `all`, `some`; `doubled`, `tripled`.
    public let amounts: WordSides
    /// Hedges that are nouns, too: `false hope to`.
    public let hedgeNouns: Set<String>
    /// Words that say one time, against a figure and `times`: `once`.
    public let onceWords: Set<String>
    /// Words that leave nothing out: `all`.
    public let wholes: Set<String>
    /// The number of the list in which an irregular verb's forms stand.
    public let verbOfForm: [String: Int]
    /// The first form of each irregular verb, and the second: `find`, `found`.
    public let irregularBases: Set<String>, irregularPasts: Set<String>

    /// What a verb ends in that is used as a noun: `ing`.
    public let gerundEndings: [String]

    init(_ data: LanguageData) {
      gerundEndings = data.gerundEndings
      negativeConcord = data.negativeConcord
      negationNouns = Set(data.negationNouns)
      lacks = Set(data.lacks)
      nearDenials = data.nearDenials.mapValues { Set($0) }
      stoppingVerbs = Set(data.stoppingVerbs)
      lackingVerbs = Set(data.lackingVerbs)
      denyingWords = Set(data.denyingWords)
      contrastWords = Set(data.contrastWords)
      limitWords = Set(data.limitWords)
      beliefWords = Set(data.beliefWords)
      doubtVerbs = Set(data.doubtVerbs)
      knowingVerbs = Set(data.knowingVerbs)
      sideWords = Set(data.sideWords)
      dueWords = Set(data.dueWords)
      dueAdjectives = Set(data.dueAdjectives)
      arrangedWords = Set(data.arrangedWords)
      correlatives = data.correlatives
      contractions = data.contractions
      irregularContractions = data.irregularContractions
      splitNegations = data.splitNegations
      conditionalEndings = data.conditionalEndings
      conditionalExceptions = Set(data.conditionalExceptions)
      conditionWords = Set(data.conditionWords)
      conditionalStems = data.conditionalStems
      stemVowels = data.stemVowels.filter { $0.count == 2 }.map { (changed: $0[0], base: $0[1]) }
      abilityWords = Set(data.abilityWords)
      opposites = WordSides(data.antonyms)
      exclusives = WordSides(data.exclusives + data.counterparts)
      counterparts = WordSides(data.counterparts)
      amounts = WordSides(data.amounts)
      wholes = Set(data.wholes)
      onceWords = Set(data.onceWords)
      hedgeNouns = Set(data.hedgeNouns)
      verbOfForm = Dictionary(
        data.irregularVerbs.enumerated().flatMap { number, forms in
          (forms + data.gerundEndings.flatMap { DenialWords.gerunds(forms[0], $0) })
            .map { ($0, number) }
        },
        uniquingKeysWith: { first, _ in first })
      irregularBases = Set(data.irregularVerbs.compactMap(\.first))
      irregularPasts = Set(data.irregularVerbs.compactMap { $0.dropFirst().first })
    }

    /// `finding`, `making`
    private static func gerunds(_ base: String, _ ending: String) -> [String] {
      base.hasSuffix("e") ? [base.dropLast() + ending] : [base + ending]
    }

    /// Whether a word is a form of a verb that the language lists: `found`.
    public func hasIrregularForm(_ word: String) -> Bool { verbOfForm[word] != nil }

    /// Whether two words are forms of one irregular verb: `find`, `found`.
    public func areIrregularForms(_ a: String, _ b: String) -> Bool {
      guard let verb = verbOfForm[a] else { return false }
      return verb == verbOfForm[b]
    }
  }
}
