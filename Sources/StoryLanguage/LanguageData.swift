/// What is particular to one language, as it stands in `Resources/<code>.json`.
///
/// Every list may be missing: what a language's file does not say is not known, and the comparison
/// stays silent on it.
struct LanguageData: Decodable, Sendable {
  struct Unit: Decodable, Sendable {
    let unit: String
    let dimension: String
    let factor: Double
    let names: [String]
    let offset: Double?
  }

  struct NoticeWords: Decodable, Sendable {
    let labels: [String]
    let phrases: [String]
    @Default var openings: [String] = []
    @Default var bareOpenings: [String] = []
  }

  struct YearPart: Decodable, Sendable {
    let count: Int
    let names: [String]
    @Default var marks: [String] = []
    @Default var needsWhole: Bool = false
  }

  let code: String
  @Default var decimalComma: Bool = false
  @Default var nounsAreCapitalised: Bool = false
  @Default var functionWords: [String] = []
  @Default var foreignWords: [String] = []
  @Default var pronouns: [String] = []
  @Default var articles: [String] = []
  @Default var countingArticles: [String] = []
  @Default var auxiliaries: [String] = []
  @Default var beForms: [String] = []
  @Default var haveForms: [String] = []
  @Default var modals: [String] = []
  @Default var baseFormTakers: [String] = []
  @Default var agreement: [[String]] = []
  @Default var grammarWords: [String] = []
  @Default var sentenceOpeners: [String] = []
  @Default var abbreviations: [String] = []
  @Default var abbreviationsThatMayEnd: [String] = []
  @Default var cardinals: [String: Double] = [:]
  @Default var adjectiveNumbers: [String] = []
  @Default var scales: [String: Double] = [:]
  @Default var scores: [String] = []
  @Default var bareScales: [String] = []
  @Default var scaleSuffixes: [String: Double] = [:]
  @Default var moneyScales: [String: Double] = [:]
  @Default var ordinals: [String: Double] = [:]
  @Default var ordinalSuffixes: [String] = []
  @Default var fractions: [String: Double] = [:]
  @Default var halves: [String] = []
  @Default var collectives: [String: Double] = [:]
  @Default var roundCollectives: [String] = []
  @Default var vagueQuantities: [String] = []
  @Default var numberJoiners: [String] = []
  @Default var tensJoiners: [String] = []
  @Default var numberCompounds: [String] = []
  @Default var numberNouns: [String] = []
  @Default var bounds: [String: [String]] = [:]
  @Default var minusWords: [String] = []
  @Default var rangeWords: [String] = []
  @Default var rangeOpeners: [String] = []
  @Default var units: [Unit] = []
  @Default var currencies: [String: String] = [:]
  @Default var percent: [String] = []
  @Default var percentagePoints: [String] = []
  @Default var points: [String] = []
  @Default var months: [[String]] = []
  @Default var weekdays: [[String]] = []
  @Default var periodParts: [String: [String]] = [:]
  @Default var yearOpeners: [String] = []
  @Default var seasons: [[String]] = []
  @Default var relativeDays: [String: Int] = [:]
  @Default var relativeDayParts: [String: String] = [:]
  @Default var relativePeriods: [String: Period] = [:]
  @Default var singularWitnesses: [String] = []
  @Default var pluralWitnesses: [String] = []
  @Default var reportingVerbs: [String] = []
  @Default var thatWords: [String] = []
  @Default var passiveAgents: [String] = []
  @Default var demonymEndings: [String] = []
  @Default var measureWords: [String] = []
  @Default var vagueDates: [String] = []
  @Default var sameDates: [String: String] = [:]
  @Default var aliasWords: [String] = []
  @Default var possessiveEndings: [String] = []
  @Default var relativeWeekdays: [String: Int] = [:]
  @Default var clauseWords: [String] = []
  @Default var dateJoiners: [String] = []
  @Default var noticeIntroductions: [String] = []
  @Default var kindWords: [String: [String]] = [:]
  @Default var ageWords: [String] = []
  @Default var wordFamilies: [[String]] = []
  @Default var endings: [String] = []
  @Default var plurals: [[String]] = []
  @Default var impliedNumbers: [String: Double] = [:]
  @Default var boundsAfter: [String: [String]] = [:]
  @Default var courseWords: [String] = []
  @Default var boundSpoilers: [String: [String]] = [:]
  @Default var payWords: [String] = []
  @Default var lesserWords: [String] = []
  @Default var greaterWords: [String] = []
  @Default var unitAdjectives: [String] = []
  @Default var repetitionWords: [String] = []
  @Default var numberedNames: [String] = []
  @Default var slips: SlipData = SlipData()
  @Default var vagueRanges: [String: [Double]] = [:]
  @Default var decades: [String] = []
  @Default var shareWords: [String] = []
  @Default var scoreNouns: [String] = []
  @Default var scoreJoiners: [String] = []
  @Default var rateWords: [String] = []
  @Default var currencyLetters: [String: String] = [:]
  @Default var moneyWords: [String] = []
  @Default var yearParts: [YearPart] = []
  @Default var sportWords: [String] = []
  @Default var localTimes: [String] = []
  @Default var dayPartHours: [String: [Double]] = [:]
  @Default var anonymousSources: [String] = []
  @Default var afterPronounOne: [String] = []
  @Default var compoundsOfOne: [String] = []
  @Default var confusables: [[String]] = []
  @Default var currencyUnits: [String: String] = [:]
  @Default var denials: [String] = []
  @Default var dayParts: [String] = []
  @Default var am: [String] = []
  @Default var pm: [String] = []
  @Default var dayPartPhrases: [String: String] = [:]
  @Default var dayEnds: [String: [String]] = [:]
  @Default var halfDays: [String: [String]] = [:]
  @Default var clockWords: [String: Int] = [:]
  @Default var clockUnits: [String] = []
  @Default var clockLeads: [String: Int] = [:]
  @Default var clockTails: [String: Int] = [:]
  @Default var clockEnds: [String] = []
  @Default var hourOpeners: [String] = []
  @Default var hourMarks: [String] = []
  @Default var clockOpeners: [String] = []
  @Default var timeZones: [String: Int] = [:]
  @Default var negations: [String] = []
  @Default var strongNegations: [String] = []
  @Default var negativeSuffixes: [String] = []
  @Default var negativePrefixes: [String] = []
  @Default var antonyms: [[[String]]] = []
  @Default var exclusives: [[[String]]] = []
  @Default var counterparts: [[[String]]] = []
  @Default var amounts: [[[String]]] = []
  @Default var irregularVerbs: [[String]] = []
  @Default var noticeOwnWords: [String] = []
  @Default var headlineWords: [String] = []
  @Default var paragraphWords: [String] = []
  @Default var insertWords: [String] = []
  @Default var answerWords: [String] = []
  @Default var spellingWords: [String] = []
  @Default var vagueKinds: [String] = []
  @Default var placeKinds: [String] = []
  @Default var personKinds: [String] = []
  @Default var tallyWords: [String] = []
  @Default var pastWords: [String] = []
  @Default var exchangeWords: [String] = []
  @Default var zeroWords: [String] = []
  @Default var oppositeWords: [String] = []
  @Default var standingPhrases: [String] = []
  @Default var noticeHedges: [String: [String]] = [:]
  @Default var noticeDirections: [String: [String]] = [:]
  @Default var noticeQuestions: [String: [String]] = [:]
  @Default var noticeStatements: [String] = []
  @Default var noticeRetold: [String] = []
  @Default var noticeDifferences: [String] = []
  @Default var insteadWords: [String] = []
  @Default var alsoWords: [String] = []
  @Default var aboutWords: [String] = []
  @Default var agentEndings: [String] = []
  @Default var nameParts: [String: [String]] = [:]
  @Default var gerundEndings: [String] = []
  @Default var directions: [[String]] = []
  @Default var governments: [[String]] = []
  @Default var bodySynonyms: [[String]] = []
  @Default var mutualWords: [String] = []
  @Default var wholes: [String] = []
  @Default var onceWords: [String] = []
  @Default var negativeConcord: Bool = false
  @Default var negationNouns: [String] = []
  @Default var lacks: [String] = []
  @Default var nearDenials: [String: [String]] = [:]
  @Default var stoppingVerbs: [String] = []
  @Default var lackingVerbs: [String] = []
  @Default var denyingWords: [String] = []
  @Default var contrastWords: [String] = []
  @Default var limitWords: [String] = []
  @Default var objectArticles: [String] = []
  @Default var beliefWords: [String] = []
  @Default var doubtVerbs: [String] = []
  @Default var knowingVerbs: [String] = []
  @Default var sideWords: [String] = []
  @Default var dueWords: [String] = []
  @Default var dueAdjectives: [String] = []
  @Default var arrangedWords: [String] = []
  @Default var joinedUnits: [String: String] = [:]
  @Default var impersonals: [String] = []
  @Default var correlatives: [String: String] = [:]
  @Default var contractions: [String: String] = [:]
  @Default var irregularContractions: [String: String] = [:]
  @Default var splitNegations: [String: [String]] = [:]
  @Default var conditionalEndings: [String] = []
  @Default var conditionalExceptions: [String] = []
  @Default var conditionalStems: [String] = []
  @Default var conditionWords: [String] = []
  @Default var stemVowels: [[String]] = []
  @Default var hedges: [String: [String]] = [:]
  @Default var abilityWords: [String] = []
  @Default var contractedFutures: [String] = []
  @Default var saying: [String] = []
  @Default var attributionPrefixes: [String] = []
  @Default var attributionPhrases: [String] = []
  @Default var attributionSuffixes: [String] = []
  @Default var opinionPrefixes: [String] = []
  @Default var sourceEnds: [String] = []
  @Default var sourceBodies: [String] = []
  @Default var documents: [String] = []
  @Default var mastheads: [String] = []
  @Default var bodyNouns: [String] = []
  @Default var demonyms: [String] = []
  @Default var thingAcronyms: [String] = []
  @Default var sayingParticles: [String] = []
  @Default var sayingParticiples: [String] = []
  @Default var separableSaying: [String] = []
  @Default var honorifics: [String] = []
  @Default var roleHeads: [String] = []
  @Default var roleModifiers: [String] = []
  @Default var kinship: [[String]] = []
  @Default var rolePhrases: [String] = []
  @Default var peers: [String] = []
  @Default var aliases: [[String]] = []
  @Default var roleSynonyms: [[String]] = []
  @Default var rolePrefixes: [String] = []
  @Default var kinPrefixes: [String] = []
  @Default var formerWords: [String] = []
  @Default var citingWords: [String] = []
  @Default var hedgeNouns: [String] = []
  @Default var partHeads: [String] = []
  @Default var kinSuffixes: [String] = []
  @Default var courtesyTitles: [String] = []
  @Default var ranks: [[[String]]] = []
  @Default var rankWords: [String] = []
  @Default var roleSuffixes: [String] = []
  @Default var peopleWords: [String] = []
  @Default var givenNames: [String] = []
  @Default var places: [String] = []
  @Default var placeEndings: [String] = []
  @Default var nameKinds: [String] = []
  @Default var namePrepositions: [String] = []
  @Default var nameLinks: [String] = []
  @Default var peoples: [String] = []
  @Default var roleJoiners: [String] = []
  @Default var notices: [String: NoticeWords] = [:]
  @Default var noticeSigns: [String: [String]] = [:]
  @Default var noticeSubjects: [String] = []
  @Default var noticeTexts: [String] = []
  @Default var noticeGenitives: [String] = []
  @Default var noticeOwners: [String] = []
  @Default var noticeDeeds: [String] = []
  @Default var noticeDateJoiners: [String] = []
  @Default var noticeAims: [String] = []
  @Default var noticeRepairs: [String] = []
  @Default var furniture: [String] = []
  @Default var furnitureWords: [String] = []
  @Default var furnitureStamps: [String] = []
  @Default var paywall: [String] = []

  /// A language of which nothing is known.
  init(code: String) { self.code = code }
}

/// What a language says of slips; see `Language.SlipWords`.
struct SlipData: Decodable, Sendable, HasEmpty {
  struct Fit: Decodable, Sendable {
    @Default var after: [String] = []
    @Default var afterEndings: [String] = []
    @Default var before: [String] = []
    @Default var beforeEndings: [String] = []
    @Default var isBeforeNouns: Bool = false
    @Default var isBeforePlurals: Bool = false
    @Default var isBeforePasts: Bool = false
    @Default var isAfterDegrees: Bool = false
    @Default var near: [String] = []
    @Default var behind: [String] = []
    @Default var isBeforeParticiples: Bool = false
    @Default var isAfterVerbs: Bool = false
    @Default var isBeforeSubjects: Bool = false
    @Default var isBeforeDates: Bool = false

    init() {}
  }

  /// Words that stand after the same words.
  struct FitGroup: Decodable, Sendable {
    @Default var words: [String] = []
    @Default var after: [String] = []
    @Default var isAfterAdjectives: Bool = false
  }

  static var empty: SlipData { SlipData() }

  @Default var relatives: [String] = []
  @Default var prepositions: [String] = []
  @Default var oppositePrepositions: [[String]] = []
  @Default var pronounForms: [[String]] = []
  @Default var determiners: [String] = []
  @Default var places: [String] = []
  @Default var possessives: [String] = []
  @Default var tenures: [String] = []
  @Default var ageWords: [String] = []
  @Default var participles: [String: [String]] = [:]
  @Default var pastEndings: [String] = []
  @Default var pastVerbs: [String] = []
  @Default var presentVerbs: [String] = []
  @Default var droppable: [String] = []
  @Default var derivations: [String] = []
  @Default var openers: [String] = []
  @Default var variantsAfter: [String] = []
  @Default var serialWords: [String] = []
  @Default var collectives: [String] = []
  @Default var pluralVerbs: [String] = []
  @Default var singularEndings: [String] = []
  @Default var adverbEndings: [String] = []
  @Default var articleBeforeVowel: [String] = []
  @Default var articleBeforeConsonant: [String] = []
  @Default var vowelOpenings: [String] = []
  @Default var consonantOpenings: [String] = []
  @Default var vowelLetters: [String] = []
  @Default var fits: [String: Fit] = [:]
  @Default var fitGroups: [FitGroup] = []
  @Default var wrongWords: [[String]] = []
  @Default var wrongForms: [[String]] = []
  @Default var plainPlurals: [String] = []
  @Default var countNouns: [String] = []
  @Default var degrees: [String: [String]] = [:]
  @Default var comparing: [String] = []
  @Default var superlativeEndings: [String] = []
  @Default var nounEndings: [[String]] = []
  @Default var participleEndings: [[String]] = []
  @Default var finiteEndings: [String] = []
  @Default var gerundTakers: [String] = []
  @Default var objectVerbs: [String] = []
  @Default var timeOpeners: [String] = []
  @Default var subjectParticles: [[[String]]] = []
  @Default var expletives: [String] = []
  @Default var verbNumbers: [[String]] = []
  @Default var pluralOpeners: [String] = []
  @Default var singularOpeners: [String] = []
  @Default var infinitives: [String: [String]] = [:]
  @Default var infinitiveEndings: [String: [String]] = [:]
  @Default var adverbs: [String] = []
  @Default var rareWords: [String] = []
  @Default var formLetters: [String] = []
  @Default var styleLetters: [[String]] = []
  @Default var silentLetters: [String] = []
  @Default var askingVerbs: [String] = []
  @Default var variants: [[String]] = []
  @Default var adjectiveVerbs: [String] = []
  @Default var participleLeads: [String] = []
  @Default var seen: [String] = []
  @Default var singularSubjects: [String] = []
  @Default var pluralSubjects: [String] = []
  @Default var lettingVerbs: [String] = []
  @Default var takes: [String: String] = [:]
  @Default var capitalStyles: [String] = []
  @Default var prepositionPhrases: [String] = []
  @Default var clockPrepositions: [String: String] = [:]
  @Default var takesNone: [String: [String]] = [:]
  @Default var linkingVerbs: [String] = []
  @Default var partings: [String: Fit] = [:]
  @Default var particles: [String] = []
  @Default var dayPrepositions: [String: String] = [:]
  @Default var yearPrepositions: [String: String] = [:]
  @Default var questionWords: [String] = []
  @Default var infinitiveTakers: [String] = []
  @Default var spanPrepositions: [String: String] = [:]
  @Default var spanUnits: [String] = []
  @Default var amountWords: [String] = []
  @Default var topics: [String: [String]] = [:]
  @Default var invariantPasts: [String] = []
  @Default var partingStyles: [String] = []
  @Default var shortForms: [[String]] = []

  init() {}
}

/// `["week", 1]`: the period's name and how many of it away.
struct Period: Decodable, Sendable, Hashable {
  let name: String
  let offset: Int

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    name = try list.decode(String.self)
    offset = try list.decode(Int.self)
  }
}

/// A value that is empty where its key is missing.
@propertyWrapper struct Default<Value: Decodable & Sendable & HasEmpty>: Decodable, Sendable {
  var wrappedValue: Value

  init(wrappedValue: Value) { self.wrappedValue = wrappedValue }

  init(from decoder: any Decoder) throws {
    wrappedValue = try decoder.singleValueContainer().decode(Value.self)
  }
}

protocol HasEmpty { static var empty: Self { get } }
extension Bool: HasEmpty { static var empty: Bool { false } }
extension Array: HasEmpty { static var empty: [Element] { [] } }
extension Dictionary: HasEmpty { static var empty: [Key: Value] { [:] } }

extension KeyedDecodingContainer {
  func decode<Value>(_ type: Default<Value>.Type, forKey key: Key) throws -> Default<Value> {
    try decodeIfPresent(type, forKey: key) ?? Default(wrappedValue: Value.empty)
  }
}
