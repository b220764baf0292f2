extension Language {
  /// What a language says of names, and of what people are to each other.
  public final class NameWords: Sendable {
    /// Whether a capital shows a noun, and so no name.
    public let nounsAreCapitalised: Bool
    /// Relatives in each form, with the word that stands for all of its set: `mums`, `mother`.
    public let kinship: [String: String]
    /// What stands before a title in one word with it, and titles that other words end in.
    /// Pronouns that stand for nobody: `on`, `man`.
    public let impersonals: Set<String>
    public let rolePrefixes: [String], roleSuffixes: [String]
    /// Words of `attributionPrefixes` after which a reason may stand as well as a source: `citing`.
    public let citingWords: Set<String>
    /// Words of `roleHeads` that name a part of a body, too: `head`.
    public let partHeads: Set<String>
    /// Words of one meaning that say of a title that it is held no more: `former`, `ex`.
    public let formerWords: Set<String>
    /// What a hyphen joins before a relative, who is another one by it: `great`.
    public let kinPrefixes: Set<String>
    /// What hyphens join to a relative, who is another one by it, in its parts: `in-law`.
    public let kinSuffixes: [[String]]
    /// Honorifics that say nothing of an office: `Mr`.
    public let courtesyTitles: Set<String>
    /// Lists of words for ranks of one kind: `sophomore`, `junior`.
    public let ranks: WordSides
    /// Words that rank a title: `deputy`, `acting`.
    public let rankWords: Set<String>
    /// Words for people of whom no more is said than that they are there: `residents`.
    public let peopleWords: Set<String>
    /// What says something without being anybody: `emails`, `study`.
    public let documents: Set<String>
    /// How names of papers and stations end: `herald`, `news`.
    public let mastheads: Set<String>
    /// Nouns by which a story goes on to speak of a body that it has named: `firm`.
    public let bodyNouns: Set<String>
    /// What somebody is called by where they are from: `american`, `briton`.
    public let demonyms: Set<String>
    /// Capitals that name a kind of thing: `cctv`.
    public let thingAcronyms: Set<String>
    /// What shows a name where every noun has a capital: given names; places and how they end; what
    /// stands before a name; prepositions before places; words inside a name.
    public let givenNames: Set<String>, places: Set<String>, placeEndings: [String]
    public let nameKinds: Set<String>, namePrepositions: Set<String>, nameLinks: Set<String>
    /// Words for sources of whom no more is said than that they speak: `officials`.
    public let anonymousSources: Set<String>
    /// How adjectives begin that are written without a capital and name a people.
    public let peoples: [String]

    /// For each word for a side of the compass, which side it is.
    public let directions: [String: Int]
    /// For each word that tells whose body of government one is, which: `state`, `federal`.
    public let governments: [String: Int]
    /// For each word that a body is called by, those that are written for it by mistake: `agency`, `bureau`.
    public let bodySynonyms: [String: Set<String>]
    /// Titles that are written in several ways, with the one that stands for all: `ceo`, `chief executive`.
    public let roleSynonyms: [String: String]
    /// Articles that no subject has: `den`.
    public let objectArticles: Set<String>
    /// Words for what is true of two whichever is named first: `met`.
    public let mutualWords: Set<String>
    /// Names that are written in several ways, with the one that stands for all: `myanmar`, `burma`.
    public let aliases: [String: String]
    /// What says of a title that somebody else has it, too: `fellow`.
    public let peers: Set<String>

    init(_ data: LanguageData) {
      directions = Dictionary(
        data.directions.enumerated().flatMap { number, words in words.map { ($0, number) } },
        uniquingKeysWith: { first, _ in first })
      governments = Dictionary(
        data.governments.enumerated().flatMap { number, words in words.map { ($0, number) } },
        uniquingKeysWith: { first, _ in first })
      bodySynonyms = Language.others(data.bodySynonyms)
      roleSynonyms = Dictionary(
        data.roleSynonyms.flatMap { set in set.map { ($0, set[0]) } },
        uniquingKeysWith: { first, _ in first })
      objectArticles = Set(data.objectArticles)
      mutualWords = Set(data.mutualWords)
      peers = Set(data.peers)
      aliases = Dictionary(
        data.aliases.flatMap { set in set.map { ($0, set[0]) } },
        uniquingKeysWith: { first, _ in first })
      anonymousSources = Set(data.anonymousSources)
      nounsAreCapitalised = data.nounsAreCapitalised
      var kinship: [String: String] = [:]
      for set in data.kinship {
        for word in set {
          for form in [word, word + "s", word + "'s", "l'" + word, "d'" + word] {
            kinship[form] = kinship[form] ?? set[0]
          }
        }
      }
      self.kinship = kinship
      rolePrefixes = data.rolePrefixes
      kinPrefixes = Set(data.kinPrefixes)
      formerWords = Set(data.formerWords)
      citingWords = Set(data.citingWords)
      partHeads = Set(data.partHeads)
      kinSuffixes = data.kinSuffixes.map { $0.split(separator: "-").map(String.init) }
      courtesyTitles = Set(data.courtesyTitles)
      ranks = WordSides(data.ranks)
      rankWords = Set(data.rankWords)
      roleSuffixes = data.roleSuffixes
      impersonals = Set(data.impersonals)
      peopleWords = Set(data.peopleWords)
      documents = Set(data.documents)
      mastheads = Set(data.mastheads)
      bodyNouns = Set(data.bodyNouns)
      demonyms = Set(data.demonyms)
      thingAcronyms = Set(data.thingAcronyms)
      givenNames = Set(data.givenNames)
      places = Set(data.places)
      placeEndings = data.placeEndings
      nameKinds = Set(data.nameKinds)
      namePrepositions = Set(data.namePrepositions)
      nameLinks = Set(data.nameLinks)
      peoples = data.peoples
    }
  }
}
