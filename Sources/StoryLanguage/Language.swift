/// One language, ready to be asked.
public final class Language: Sendable {
  public let code: String
  public let decimalComma: Bool
  /// The words that something is known of, and what that is by their numbers; last, what is known
  /// of any other.
  let vocabulary: Vocabulary
  let words: [Word]
  public let bounds: PhraseTable<BoundWord>
  /// Bounds that stand after their figure: `or more`.
  public let boundsAfter: PhraseTable<BoundWord>
  /// Words that are bounds, but before a time say in its course: `over`.
  public let courseWords: Set<String>
  /// Words behind which a word for a bound is none: `handed over 40 keys`.
  public let boundSpoilers: [String: Set<String>]
  /// `paid`, `cost`: words of which an amount of money tells how much.
  public let payWords: Set<String>
  /// `younger`, `largest`: words for the lesser and the greater of several.
  public let lesserWords: Set<String>, greaterWords: Set<String>
  public let units: PhraseTable<Unit>
  /// Units that are words of another meaning unless they touch their figure: `8in`.
  public let joinedUnits: [String: Unit]
  public let currencies: PhraseTable<String>
  public let percent: PhraseTable<Bool>
  public let relativeDays: PhraseTable<Int>
  /// The part of the day that a relative day names too: `tonight`.
  public let relativeDayParts: [String: String]
  /// Words that follow a length: `tall`, `away`, `final`.
  public let measureWords: Set<String>
  /// Words beside a noun that ask for one or for several: `a`, `is`; `these`, `are`.
  public let singularWitnesses: Set<String>, pluralWitnesses: Set<String>
  /// What makes the name of a country a word for its people: `n`, `ish`.
  public let demonymEndings: [String]
  /// Words for a third of a month or a year: `early`, `mid`, `late`.
  public let periodParts: PhraseTable<String>
  /// Seasons, from spring, as 0 to 3.
  public let seasons: PhraseTable<Int>
  /// For words that name a weekday and a part of the day, that part.
  public let weekdayParts: [String: String]
  /// Parts of the day that are more than one word, and words for the beginning or end of one.
  public let dayPartPhrases: PhraseTable<String>, dayEnds: PhraseTable<String>
  /// What after an hour says that it is before noon, or after it: true.
  public let halfDays: PhraseTable<Bool>
  /// Words for hours that tell a time only after one of `hourOpeners`.
  public let clockUnits: Set<String>, hourOpeners: Set<String>
  /// Minutes that are told before an hour, and after it: `half past`, `y cuarto`.
  public let clockLeads: PhraseTable<Int>, clockTails: PhraseTable<Int>
  /// What ends a time and shows that it is one: `en punto`; true where it says that it is the time of
  /// the place: `local time`.
  public let clockEnds: PhraseTable<Bool>
  public let vagueDates: PhraseTable<Bool>
  /// Those that say what another of them says: `shortly`, `soon`.
  public let sameDates: [String: String]
  /// Words that stand between two names of one person or body: `known as`, `whose real name is`.
  public let aliasWords: Set<String>
  public let relativePeriods: PhraseTable<String>
  /// For each phrase of `relativePeriods`, which period it is (`week`, `month`, `year` …) and how many
  /// of it away.
  public let periods: [String: (name: String, offset: Int)]
  /// −1 for `last`, 1 for `next`, 0 for `this`.
  public let relativeWeekdays: [String: Int]
  public let noticeIntroductions: Set<String>
  /// Beginnings of words by which a notice names what was wrong, by the type of a claim or, more
  /// closely, by what is counted, measured or dated: `quotation`, `age`, `year`, `mass`.
  public let kindWords: [String: [String]]
  /// Beginnings of words that speak of one thing: `kill`, `dead`, `toll`.
  public let wordFamilies: [[String]]
  /// Endings of which a word is stripped to be compared, the longest first.
  public let endings: [String]
  /// What tells a slip of grammar or spelling.
  public let slips: SlipWords
  public let numbers: NumberWords, dates: DateWords, denial: DenialWords, naming: NameWords
  /// Words that imply a number where another version has a figure: `a` 1, `both` 2.
  public let impliedNumbers: [String: Double]
  /// Words between an article and the unit that it counts one of: `an extra hour`.
  public let unitAdjectives: Set<String>
  /// What follows an ordinal that counts: `time`, `straight`.
  public let repetitionWords: Set<String>
  /// Words whose figure is part of a name: `Highway 88`.
  public let numberedNames: Set<String>
  /// Words after which `one` is no count: `one of`.
  public let afterPronounOne: Set<String>
  /// What follows the hyphen of a word that counts nothing: `one-off`.
  public let compoundsOfOne: Set<String>
  /// For a word, those that are written for it by mistake: `their` for `there`.
  public let confusables: [String: Set<String>]
  /// Units that are currencies where the figure is large: `5 million pounds`.
  public let currencyUnits: [String: String]
  /// Words that set a wrong value against a right one: `93, not 91`.
  public let denials: Set<String>
  public let negations: PhraseTable<Bool>
  public let negativeSuffixes: [String], negativePrefixes: [String], contractedFutures: [String]
  public let hedges: PhraseTable<String>
  public let attributionPrefixes: PhraseTable<Bool>
  /// Phrases that name a source themselves: `nach Polizeiangaben`.
  public let attributionPhrases: PhraseTable<Bool>
  public let noticeLabels: PhraseTable<String>
  public let noticePhrases: PhraseTable<String>
  public let noticeSubjects: PhraseTable<Bool>
  /// What newsrooms print, where a language's notices are told by phrases alone: `artikel`; what stands before whose
  /// such a text is: `des`; and what stands before the newsroom's own things: `unsere`.
  public let noticeTexts: Set<String>, noticeGenitives: Set<String>, noticeOwners: Set<String>
  /// What tells a notice that has none of the known phrases.
  public let noticeSigns: PhraseTable<NoticeSigns>
  /// Words that notices have whatever they are about.
  public let noticeOwnWords: Set<String>
  /// Words of notices that speak of how a name is spelt.
  public let spellingWords: Set<String>
  /// How notices call what was wrong where they name no kind of value: `part`, `outcome`.
  public let vagueKinds: [String]
  /// What a place may be called: `location`, `town`.
  public let placeKinds: Set<String>
  /// What several figures of somebody are called together: `statistics`.
  public let tallyWords: Set<String>
  /// Words for whoever has a name, beside those for posts and trades: `scorer`.
  public let personKinds: Set<String>
  /// What a post is called that somebody holds no longer: `former`.
  public let pastWords: Set<String>
  /// Words for a headline.
  public let headlineWords: Set<String>
  /// What a notice calls a paragraph: `paragraph`.
  public let paragraphWords: Set<String>
  /// `also`, `another`: what is told besides.
  public let alsoWords: Set<String>
  /// `a story about …`
  public let aboutWords: Set<String>
  /// `leader`, `winner`: endings of who does something.
  public let agentEndings: [String]
  /// What stands beside a text and has mistakes of its own: `caption`, `map`.
  public let insertWords: Set<String>
  /// What somebody answered: `a response from the company`.
  public let answerWords: Set<String>
  /// What a notice says of a change without its words.
  public let noticeRemarks: PhraseTable<NoticeRemark>
  /// What a notice that stands in brackets opens with: `corrects`, `adds`.
  public let noticeOpenings: PhraseTable<String>
  /// The same where a notice stands in no brackets: verbs that have no subject.
  public let noticeBareOpenings: PhraseTable<String>
  /// The tables of labels, phrases and openings that tell a notice, and their bits.
  public let noticeTables: [PhraseTable<String>]
  public let noticeTableBits: UInt32
  /// What the text was changed for, where that admits an error: `to correct`.
  public let noticeRepairs: PhraseTable<Bool>
  /// What stands before the date at which a page was printed: `last updated`.
  public let furnitureStamps: PhraseTable<Bool>
  public let paywall: PhraseTable<Bool>
  /// Patterns of page furniture by their first word; `*` stands for one figure.
  public let furniture: [String: [[String]]]
  /// The words that follow a figure that a pattern begins with; an empty one where nothing follows.
  public let figureFurniture: Set<String>
  /// Titles of several words: `porte-parole`.
  public let rolePhrases: PhraseTable<Bool>
  /// Pairs of verb forms that differ in number only.
  public let agreement: [String: Set<String>]

  /// What is known of a word in lower case.
  public func word(_ text: String) -> Word {
    vocabulary.find(text).map { words[Int($0)] } ?? Word.unknown
  }

  /// What a word of ASCII can be, in lower case.
  public func kind(ofASCII word: UnsafeBufferPointer<UInt8>) -> WordKind {
    vocabulary.find(ASCII: word).map { words[Int($0)].kind } ?? []
  }

  /// What a word of a vocabulary can be, by its number in lower case.
  func kind(of word: Int32, in vocabulary: Vocabulary) -> WordKind {
    self.vocabulary.find(word, of: vocabulary).map { words[Int($0)].kind } ?? []
  }

  init(_ data: LanguageData) {
    code = data.code
    decimalComma = data.decimalComma
    naming = NameWords(data)
    let maker = LanguageMaker()
    maker.mark(data)
    maker.mark(Array(naming.kinship.keys), .relative)
    bounds = maker.bounds(data.bounds)
    boundsAfter = maker.bounds(data.boundsAfter)
    courseWords = maker.set(data.courseWords)
    boundSpoilers = data.boundSpoilers.mapValues(Set.init)
    payWords = maker.set(data.payWords)
    lesserWords = maker.set(data.lesserWords)
    greaterWords = maker.set(data.greaterWords)
    let kinds = data.units.map {
      Unit(name: $0.unit, dimension: $0.dimension, factor: $0.factor, offset: $0.offset ?? 0)
    }
    joinedUnits = data.joinedUnits.compactMapValues { name in kinds.first { $0.name == name } }
    units = maker.table(
      zip(data.units, kinds).flatMap { unit, value in
        unit.names.flatMap { name in
          ([""] + data.possessiveEndings).map { (name + $0, value) }
        }
      })
    currencies = maker.table(data.currencies)
    percent = maker.table(
      data.percent.map { ($0, false) } + data.percentagePoints.map { ($0, true) })
    relativeDayParts = data.relativeDayParts
    relativeDays = maker.table(
      data.relativeDays.flatMap { day, offset in
        ([""] + data.possessiveEndings).map { (day + $0, offset) }
      })
    singularWitnesses = maker.set(data.singularWitnesses)
    pluralWitnesses = maker.set(data.pluralWitnesses)
    demonymEndings = data.demonymEndings
    measureWords = maker.set(data.measureWords)
    periodParts = maker.table(groups: data.periodParts)
    seasons = maker.table(
      data.seasons.enumerated().flatMap { index, names in names.map { ($0, index) } })
    weekdayParts = Language.weekdayParts(data.weekdays)
    dayPartPhrases = maker.table(data.dayPartPhrases)
    dayEnds = maker.table(groups: data.dayEnds)
    halfDays = maker.table(
      data.halfDays.flatMap { half, words in words.map { ($0, half == "pm") } })
    clockUnits = maker.set(data.clockUnits)
    hourOpeners = maker.set(data.hourOpeners)
    clockLeads = maker.table(data.clockLeads)
    clockTails = maker.table(data.clockTails)
    clockEnds = maker.table(data.clockEnds.map { ($0, false) } + data.localTimes.map { ($0, true) })
    vagueDates = maker.table(data.vagueDates, true)
    sameDates = data.sameDates
    aliasWords = maker.set(data.aliasWords)
    relativePeriods = maker.table(data.relativePeriods.map { ($0.key, $0.key) })
    periods = data.relativePeriods.mapValues { ($0.name, $0.offset) }
    relativeWeekdays = data.relativeWeekdays
    noticeIntroductions = maker.set(data.noticeIntroductions)
    kindWords = data.kindWords
    wordFamilies = data.wordFamilies
    endings = data.endings
    slips = SlipWords(data.slips)
    numbers = NumberWords(data)
    dates = DateWords(data)
    denial = DenialWords(data)
    impliedNumbers = data.impliedNumbers
    unitAdjectives = maker.set(data.unitAdjectives)
    repetitionWords = maker.set(data.repetitionWords)
    numberedNames = maker.set(data.numberedNames)
    afterPronounOne = maker.set(data.afterPronounOne)
    compoundsOfOne = maker.set(data.compoundsOfOne)
    denials = maker.set(data.denials)
    negations = maker.table(data.negations.map { ($0, data.strongNegations.contains($0)) })
    negativeSuffixes = data.negativeSuffixes
    negativePrefixes = data.negativePrefixes
    contractedFutures = data.contractedFutures
    hedges = maker.table(groups: data.hedges)
    attributionPrefixes = maker.table(data.attributionPrefixes, true)
    attributionPhrases = maker.table(data.attributionPhrases, true)
    noticeLabels = maker.table(groups: data.notices.mapValues(\.labels))
    noticePhrases = maker.table(groups: data.notices.mapValues(\.phrases))
    noticeSubjects = maker.table(data.noticeSubjects, true)
    noticeTexts = maker.set(data.noticeTexts)
    noticeGenitives = maker.set(data.noticeGenitives)
    noticeOwners = maker.set(data.noticeOwners)
    noticeSigns = maker.table(NoticeSigns.phrases(data.noticeSigns))
    noticeOwnWords = maker.set(data.noticeOwnWords)
    headlineWords = maker.set(data.headlineWords)
    paragraphWords = maker.set(data.paragraphWords)
    alsoWords = maker.set(data.alsoWords)
    aboutWords = maker.set(data.aboutWords)
    agentEndings = data.agentEndings
    insertWords = maker.set(data.insertWords)
    answerWords = maker.set(data.answerWords)
    spellingWords = maker.set(data.spellingWords)
    vagueKinds = data.vagueKinds
    placeKinds = maker.set(data.placeKinds)
    personKinds = maker.set(data.personKinds)
    tallyWords = maker.set(data.tallyWords)
    pastWords = maker.set(data.pastWords)
    noticeRemarks = maker.table(NoticeRemark.phrases(data))
    rolePhrases = maker.table(data.rolePhrases, true)
    noticeOpenings = maker.table(groups: data.notices.mapValues(\.openings))
    noticeBareOpenings = maker.table(groups: data.notices.mapValues(\.bareOpenings))
    noticeTables = [noticePhrases, noticeLabels, noticeOpenings, noticeBareOpenings]
    noticeTableBits = noticeTables.reduce(0) { $0 | $1.bit }
    noticeRepairs = maker.table(data.noticeRepairs, true)
    furnitureStamps = maker.table(data.furnitureStamps, true)
    maker.markNotices(data)
    paywall = maker.table(data.paywall, true)
    (furniture, figureFurniture) = Language.furniture(data.furniture)
    agreement = Language.others(data.agreement)
    confusables = Language.others(data.confusables)
    currencyUnits = data.currencyUnits
    vocabulary = maker.words.vocabulary.searchable
    words = maker.words.all + [Word.unknown]
  }

  /// Patterns of furniture by their first words, and the words behind the figure with which others begin.
  private static func furniture(_ patterns: [String]) -> ([String: [[String]]], Set<String>) {
    let patterns = patterns.map { $0.split(separator: " ").map(String.init) }
    return (
      Dictionary(grouping: patterns) { withoutColon($0.first ?? "") },
      Set(patterns.filter { $0.first == "*" }.map { withoutColon($0.dropFirst().first ?? "") })
    )
  }

  /// A word of a pattern of furniture as a text is asked for it: without the colon that may follow it.
  static func withoutColon(_ word: String) -> String {
    word.utf8.count > 1 && word.hasSuffix(":") ? String(word.dropLast()) : word
  }

  /// What names of weekdays have after the first name of the same day: `abend`.
  private static func weekdayParts(_ weekdays: [[String]]) -> [String: String] {
    var result: [String: String] = [:]
    for names in weekdays {
      guard let day = names.first else { continue }
      for name in names where name.hasPrefix(day) && name.utf8.count >= day.utf8.count + 4 {
        result[name] = String(name.dropFirst(day.count))
      }
    }
    return result
  }

  /// For each word of a set, the others of its sets.
  static func others(_ sets: [[String]]) -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for set in sets {
      for word in set { result[word, default: []].formUnion(set.filter { $0 != word }) }
    }
    return result
  }
}
