extension Language {
  /// What a language says of how its numbers are put together.
  public final class NumberWords: Sendable {
    /// Articles that are also the number one.
    public let countingArticles: Set<String>
    /// Number words that are also adjectives: `neuf`.
    public let adjectiveNumbers: Set<String>
    /// Words for twenty that a four before them multiplies; a language that has them counts on from
    /// sixty and eighty to nineteen.
    public let scores: Set<String>
    /// Scales that say one without an article: `mille`.
    public let bareScales: Set<String>
    /// What opens a range and nothing else, where `from` may tell of a rise: `between`.
    public let pairOpener: String?
    /// Letters of a scale that a currency's mark touches: `M€`.
    public let moneyScales: [String: Double]
    /// Words for a half that is counted only beside what it is a half of.
    public let halves: Set<String>
    /// Collectives that say about so many: `vingtaine`.
    public let roundCollectives: Set<String>
    /// What a vague quantity can stand for: two dozen and more for `dozens`.
    public let vagueRanges: [String: ClosedRange<Double>]
    /// Collectives that are ten years of age or of time: `fifties`.
    public let decades: Set<String>
    /// What stands between a part and the whole that it is of, word by word: `one in three`.
    public let shareWords: [[String]]
    /// What is counted on both sides of a result, and what may follow it: `52 votes to 48`.
    public let scoreNouns: Set<String>, scoreJoiners: Set<String>
    /// What stands between a figure and the time that it is of, word by word: `per` in `per hour`.
    public let rateWords: [[String]]
    /// Letters that say a currency where they touch a figure: `R120`.
    public let currencyLetters: [String: String]
    /// Words of sentences in which a unit that is also a currency is that: `paid ten thousand pounds`.
    public let moneyWords: Set<String>
    /// What joins tens and units: `treinta y dos`.
    public let tensJoiners: Set<String>
    /// What stands between the parts of a number that is one word; empty where numbers are several.
    let numberCompounds: [String]
    /// The scales of such words, the greatest first.
    let compoundScales: [(name: String, scale: Double)]
    /// The first three letters that such words can have.
    let compoundOpenings: Set<Substring>
    /// Words for the sign of a figure below zero.
    public let minusWords: Set<String>
    /// Points, which are of a percentage where the figure is no whole number.
    public let points: Set<String>
    /// Endings of a noun in the singular, and of the same noun in the plural: `y`, `ies`.
    public let plurals: [(one: String, many: String)]

    init(_ data: LanguageData) {
      countingArticles = Set(data.countingArticles)
      adjectiveNumbers = Set(data.adjectiveNumbers)
      scores = Set(data.scores)
      bareScales = Set(data.bareScales)
      pairOpener = data.rangeOpeners.first
      moneyScales = data.moneyScales
      halves = Set(data.halves)
      roundCollectives = Set(data.roundCollectives)
      vagueRanges = data.vagueRanges.compactMapValues { ends in
        ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
      }
      decades = Set(data.decades)
      shareWords = Language.wordByWord(data.shareWords)
      scoreNouns = Set(data.scoreNouns)
      scoreJoiners = Set(data.scoreJoiners)
      rateWords = Language.wordByWord(data.rateWords)
      currencyLetters = data.currencyLetters
      moneyWords = Set(data.moneyWords)
      tensJoiners = Set(data.tensJoiners)
      numberCompounds = data.numberCompounds
      compoundScales = data.scales.filter { $0.value == 100 || $0.value == 1000 }
        .map { (name: $0.key, scale: $0.value) }.sorted { $0.scale > $1.scale }
      let openings = Array(data.cardinals.keys) + Array(data.scales.keys) + data.countingArticles
      compoundOpenings = data.numberCompounds.isEmpty ? [] : Set(openings.map { $0.prefix(3) })
      minusWords = Set(data.minusWords)
      points = Set(data.points)
      plurals = data.plurals.filter { $0.count == 2 }.map { (one: $0[0], many: $0[1]) }
    }
  }
  /// Phrases of few words, the longest first.
  static func wordByWord(_ phrases: [String]) -> [[String]] {
    phrases.map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }
  }
}
