extension Language {
  /// What a language says of slips of grammar, spelling and punctuation.
  public final class SlipWords: Sendable {
    /// Where one of two words that are written for each other can stand.
    public struct Fit: Sendable {
      /// Words, and endings of words, that it stands after, and before.
      public let after: Set<String>, afterEndings: [String]
      public let before: Set<String>, beforeEndings: [String]
      /// Whether it stands before nouns; before plurals; before a participle that belongs to no noun; behind a comma that a
      /// verb stands before.
      public let isBeforeNouns: Bool, isBeforePlurals: Bool, isBeforeParticiples: Bool
      public let isAfterVerbs: Bool, isBeforePasts: Bool
      /// Whether a word that compares stands before it; words of which one follows soon.
      public let isAfterDegrees: Bool, near: Set<String>
      /// Words that it stands after and that are its own, not those of a group; words of which one stands shortly before.
      public let ownAfter: Set<String>, behind: Set<String>
      /// Whether it stands before a subject and its verb; before a month or a weekday; behind adjectives as well.
      public let isBeforeSubjects: Bool, isBeforeDates: Bool, isAfterAdjectives: Bool

      init(_ data: SlipData.Fit, after more: Set<String> = [], afterAdjectives: Bool = false) {
        after = more.union(data.after)
        afterEndings = data.afterEndings
        before = Set(data.before)
        beforeEndings = data.beforeEndings
        isBeforeNouns = data.isBeforeNouns
        isBeforePlurals = data.isBeforePlurals
        isBeforeParticiples = data.isBeforeParticiples
        isAfterVerbs = data.isAfterVerbs
        isBeforePasts = data.isBeforePasts
        isAfterDegrees = data.isAfterDegrees
        near = Set(data.near)
        ownAfter = Set(data.after)
        behind = Set(data.behind)
        isBeforeSubjects = data.isBeforeSubjects
        isBeforeDates = data.isBeforeDates
        isAfterAdjectives = afterAdjectives
      }
    }

    public let prepositions: Set<String>
    /// Words that join a clause to who it is about: `who`.
    public let relatives: Set<String>
    /// Sets of prepositions that say contrary things: one for the other is no slip.
    public let oppositePrepositions: [Set<String>]
    /// Lists of forms of one pronoun: first that of who does something, then that of whom it is done to.
    public let pronounForms: [[String]]
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
    public let pastEndings: [String]
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
    /// For each word, those that it is written for where an edit does nothing else; and those of which one
    /// is a wrong form of speech and no misspelling: `of`, `have`.
    public let wrongWords: [String: Set<String>], wrongForms: [String: Set<String>]
    /// Plurals that look like none: `people`; nouns that are many after `a` and one after `the`: `number`.
    public let plainPlurals: Set<String>, countNouns: Set<String>
    /// Words that compare, and the endings that do the same: `most`, `est`.
    public let degrees: [String: [String]]
    /// What stands after a word that compares two: `than`.
    public let comparing: Set<String>
    /// Lists of endings by which a participle agrees with its subject: `é`, `és`, `ée`, `ées`.
    public let participleEndings: [[String]]
    /// Endings of a finite verb whose stem alone is a word as well: `bleib`, `bleibt`.
    public let finiteEndings: [String]
    /// Endings of a verb in the singular and in the plural, in languages where nouns show the same by other letters:
    /// `e`, `ent`; and words that open a subject and say how many it is: `les`.
    public let verbNumbers: [[String]], pluralOpeners: Set<String>, singularOpeners: Set<String>
    /// Verbs after which another stands in `ing`: `denied`.
    public let gerundTakers: Set<String>
    /// Past forms of verbs that are always done to something: `arrested`, `built`.
    public let objectVerbs: Set<String>
    /// Words that open a clause which says when something was over: `before`.
    public let timeOpeners: Set<String>
    /// Verbs, the word that goes with them, and the subjects of which it is said: `broke`, `out`, `fire`.
    public let subjectParticles: [[Set<String>]]
    /// Words that stand before a verb whose subject follows: `there`.
    public let expletives: Set<String>
    /// For each ending of an infinitive, those of the participle that is written for it: `er`, `é`.
    public let infinitives: [String: [String]]
    /// For each ending of a finite verb, those of its infinitive: `t`, `en`.
    public let infinitiveEndings: [String: [String]]
    /// Adverbs that stand between a subject and its verb: `now`.
    public let adverbs: Set<String>
    /// Verbs after which somebody and an infinitive stand: `asking Oake to stay`.
    public let askingVerbs: Set<String>
    /// Words that news hardly ever means, of those that are written for another one: `wether`.
    public let rareWords: Set<String>
    /// Letters that make a form of a word at its end: `s`; those that two houses write for each other within one (`o`,
    /// `e`), and those that one leaves out: `sizeable`.
    public let formLetters: Set<String>, styleLetters: [Set<String>], silentLetters: Set<String>
    /// For each word, those that another house writes for it, and that are wrong only where it alone fits: `practise`,
    /// `practice`.
    public let variants: [String: Set<String>]
    /// Endings of the highest degree: `est`.
    public let superlativeEndings: [String]
    /// Endings of an adjective and of the noun that it is made of: `ant`, `ance`.
    public let nounEndings: [[String]]
    /// Words that stand after `be` as they are, though verbs look like them: `open`.
    public let adjectiveVerbs: Set<String>
    /// Words after which a participle stands: `best known`.
    public let participleLeads: Set<String>
    /// Participles after which a verb in `ing` needs no `to`: `seen leaving`.
    public let seen: Set<String>
    /// Pronouns that are many: `they`.
    public let pluralSubjects: Set<String>
    /// Subjects after which no base form stands, unless one of `lettingVerbs` stands before: `let it go`.
    public let singularSubjects: Set<String>, lettingVerbs: Set<String>
    /// The preposition that a word takes: `interested in`.
    public let takes: [String: String]
    /// For each preposition that no weekday stands after, the one that is meant: `in`, `on`.
    public let dayPrepositions: [String: String]
    /// The same of years: `on`, `in`.
    public let yearPrepositions: [String: String]
    /// Words that a house writes with a capital or without: `Internet`.
    public let capitalStyles: Set<String>
    /// The same of a word for an hour: `on`, `at`.
    public let clockPrepositions: [String: String]
    /// For some words the prepositions that are written after them and belong there nowhere: `despite`, `of`.
    public let takesNone: [String: [String]]
    /// Phrases that a preposition opens and that are said with no other: `in line with`.
    public let prepositionPhrases: Set<String>
    /// Verbs after which an adjective stands, as after `be`: `seemed`.
    public let linkingVerbs: Set<String>
    /// Words that are written as one, and where they may stand parted: `every one of`; words that part from a verb and
    /// join a noun: `to break down`, `a breakdown`.
    public let partings: [String: Fit], particles: Set<String>
    /// Words with which a question begins.
    public let questionWords: Set<String>
    /// Words that take a verb with `to`: `refused to end`.
    public let infinitiveTakers: Set<String>
    /// Prepositions that stand for each other before how long something lasts, and the words for that: `since ten years`,
    /// `for ten years`.
    public let spanPrepositions: [String: String], spanUnits: Set<String>
    /// For words that are written for another one, what stories are about that have them: `dessert`, `pudding`.
    public let topics: [String: [String]]
    /// Verbs of which the past is no other form: `cost`.
    public let invariantPasts: Set<String>
    /// Words behind `how` that ask for an amount.
    public let amountWords: Set<String>
    /// Words that a house writes as one or as several.
    public let partingStyles: Set<String>
    /// Words for one thing, of which one is short for the other: `maths`, `mathematics`.
    public let shortForms: [String: Set<String>]

    init(_ data: SlipData) {
      prepositions = Set(data.prepositions)
      relatives = Set(data.relatives)
      oppositePrepositions = data.oppositePrepositions.map { Set($0) }
      pronounForms = data.pronounForms
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
      fits = SlipWords.fits(data)
      wrongWords = Language.others(data.wrongWords)
      wrongForms = Language.others(data.wrongForms)
      plainPlurals = Set(data.plainPlurals)
      countNouns = Set(data.countNouns)
      degrees = data.degrees
      comparing = Set(data.comparing)
      superlativeEndings = data.superlativeEndings
      nounEndings = data.nounEndings
      participleEndings = data.participleEndings
      finiteEndings = data.finiteEndings
      verbNumbers = data.verbNumbers.filter { $0.count == 2 }
      pluralOpeners = Set(data.pluralOpeners)
      singularOpeners = Set(data.singularOpeners)
      infinitives = data.infinitives
      infinitiveEndings = data.infinitiveEndings
      expletives = Set(data.expletives)
      gerundTakers = Set(data.gerundTakers)
      objectVerbs = Set(data.objectVerbs)
      timeOpeners = Set(data.timeOpeners)
      subjectParticles = data.subjectParticles.map { $0.map(Set.init) }
      adverbs = Set(data.adverbs)
      rareWords = Set(data.rareWords)
      formLetters = Set(data.formLetters)
      styleLetters = data.styleLetters.map { Set($0) }
      silentLetters = Set(data.silentLetters)
      askingVerbs = Set(data.askingVerbs)
      variants = Language.others(data.variants)
      adjectiveVerbs = Set(data.adjectiveVerbs)
      participleLeads = Set(data.participleLeads)
      seen = Set(data.seen)
      singularSubjects = Set(data.singularSubjects)
      pluralSubjects = Set(data.pluralSubjects)
      lettingVerbs = Set(data.lettingVerbs)
      takes = data.takes
      capitalStyles = Set(data.capitalStyles)
      prepositionPhrases = Set(data.prepositionPhrases)
      clockPrepositions = data.clockPrepositions
      takesNone = data.takesNone
      linkingVerbs = Set(data.linkingVerbs)
      partings = data.partings.mapValues { Fit($0) }
      particles = Set(data.particles)
      dayPrepositions = data.dayPrepositions
      yearPrepositions = data.yearPrepositions
      questionWords = Set(data.questionWords)
      infinitiveTakers = Set(data.infinitiveTakers)
      spanPrepositions = data.spanPrepositions
      spanUnits = Set(data.spanUnits)
      topics = data.topics
      invariantPasts = Set(data.invariantPasts)
      amountWords = Set(data.amountWords)
      partingStyles = Set(data.partingStyles)
      shortForms = Language.others(data.shortForms)
    }

    /// What `fits` says of each word, and what `fitGroups` says of many at once.
    private static func fits(_ data: SlipData) -> [String: Fit] {
      var after: [String: Set<String>] = data.fits.mapValues { Set($0.after) }
      var behindAdjectives: Set<String> = []
      for group in data.fitGroups {
        for word in group.words { after[word, default: []].formUnion(group.after) }
        if group.isAfterAdjectives { behindAdjectives.formUnion(group.words) }
      }
      return Dictionary(
        uniqueKeysWithValues: after.map { word, after in
          let fit = data.fits[word] ?? SlipData.Fit()
          let isBehind = behindAdjectives.contains(word)
          return (word, Fit(fit, after: after, afterAdjectives: isBehind))
        })
    }

    /// Whether a word is an indefinite article of a language whose articles go by the sound of the word after them.
    public func isIndefiniteArticle(_ word: String) -> Bool {
      articleBeforeVowel.contains(word) || articleBeforeConsonant.contains(word)
    }

    /// Whether a word has an ending of the past: `opened`.
    public func isPast(_ word: String) -> Bool { pastEndings.contains(where: word.hasSuffix) }
  }
}
