/// What a language is made with: its words, and the tables of its phrases.
///
/// Apart from `Language`, and in steps that are not put into one another, since the compiler takes minutes for one long
/// initialiser.
final class LanguageMaker {
  private(set) var words = Language.WordList()
  private var tokenizer = Tokenizer()
  private var nextBit: UInt32 = 1

  /// The words of a list, each once.
  @inline(never)
  func set(_ list: [String]) -> Set<String> { Set(list) }

  /// A table of phrases, of whose words is marked which of its phrases they open or follow in. Tables have one bit each, in
  /// the order in which they are made.
  @inline(never)
  func table<P>(_ list: [(String, P)]) -> PhraseTable<P> {
    let table = PhraseTable<P>(bit: nextBit, list, with: &tokenizer, &words.vocabulary)
    nextBit <<= 1
    table.eachOpening { word, isAlone in
      words.update(word) { known in
        known.begins |= table.bit
        if isAlone { known.stands |= table.bit }
      }
    }
    for word in table.seconds where word >= 0 { words.update(word) { $0.follows |= table.bit } }
    return table
  }

  /// A table of phrases that all say one thing.
  @inline(never)
  func table<P>(_ list: [String], _ payload: P) -> PhraseTable<P> {
    table(list.map { ($0, payload) })
  }

  /// A table of phrases that say a thing each.
  @inline(never)
  func table<P>(_ phrases: [String: P]) -> PhraseTable<P> {
    table(phrases.map { ($0.key, $0.value) })
  }

  /// A table of phrases that say what they are listed under.
  @inline(never)
  func table(groups: [String: [String]]) -> PhraseTable<String> {
    table(groups.flatMap { name, phrases in phrases.map { ($0, name) } })
  }

  @inline(never)
  func bounds(_ groups: [String: [String]]) -> PhraseTable<Language.BoundWord> {
    table(
      groups.flatMap { name, phrases in
        Language.BoundWord(rawValue: name).map { bound in phrases.map { ($0, bound) } } ?? []
      })
  }

  @inline(never)
  func mark(_ list: [String], _ kind: Language.WordKind) {
    for text in list { words[text, default: Language.Word()].kind.insert(kind) }
  }

  @inline(never)
  private func value(
    _ list: [String: Double], _ kind: Language.WordKind,
    _ path: WritableKeyPath<Language.Word, Double>
  ) {
    for (text, number) in list {
      words[text, default: Language.Word()].kind.insert(kind)
      words[text]?[keyPath: path] = number
    }
  }

  /// What the lists of a language say of words.
  func mark(_ data: LanguageData) {
    mark(data.functionWords, .function)
    mark(data.pronouns, .pronoun)
    mark(data.articles, .article)
    mark(data.auxiliaries, .auxiliary)
    mark(data.beForms, .be)
    mark(data.haveForms, .have)
    mark(data.modals, .modal)
    mark(data.baseFormTakers, .baseFormTaker)
    mark(data.grammarWords, .grammar)
    mark(data.sentenceOpeners, .opener)
    mark(data.abbreviations, .abbreviation)
    mark(data.abbreviationsThatMayEnd, .abbreviationThatMayEnd)
    mark(data.ordinalSuffixes, .ordinalSuffix)
    mark(data.vagueQuantities, .vague)
    mark(data.numberJoiners, .numberJoiner)
    mark(data.numberNouns, .numberNoun)
    mark(data.rangeWords, .rangeWord)
    mark(data.rangeOpeners, .rangeOpener)
    mark(data.dayParts, .dayPart)
    mark(data.am, .am)
    mark(data.pm, .pm)
    mark(data.hourMarks, .hourMark)
    mark(data.clockOpeners, .clockOpener)
    mark(Language.DateWords.marks(data.yearParts).map(\.mark), .yearPart)
    mark(data.yearParts.flatMap(\.names), .yearPart)
    for (text, minutes) in data.timeZones {
      words[text, default: Language.Word()].kind.insert(.timeZone)
      words[text]?.zone = minutes
    }
    mark(data.saying, .saying)
    mark(data.reportingVerbs, .reporting)
    mark(data.thatWords, .that)
    mark(data.passiveAgents, .passiveAgent)
    mark(data.sourceEnds, .sourceEnd)
    mark(data.attributionSuffixes, .sourceSuffix)
    mark(data.opinionPrefixes, .opinionPrefix)
    mark(data.sourceBodies, .sourceBody)
    mark(data.sayingParticles, .sayingParticle)
    mark(data.sayingParticiples, .sayingParticiple)
    mark(data.separableSaying, .separableSaying)
    mark(data.noticeDeeds, .noticeDeed)
    mark(data.noticeDateJoiners, .noticeDateJoiner)
    mark(data.noticeAims, .noticeAim)
    mark(data.furnitureWords, .furniture)
    for pattern in data.furniture {
      guard let first = pattern.split(separator: " ").first.map(String.init) else { continue }
      words[Language.withoutColon(first), default: Language.Word()].opensFurniture = true
    }
    mark(data.ageWords, .ageWord)
    mark(data.honorifics, .honorific)
    mark(data.roleHeads, .roleHead)
    mark(data.roleModifiers, .roleModifier)
    mark(data.roleJoiners, .roleJoiner)
    mark(Array(data.relativeWeekdays.keys), .relativeWeekday)
    mark(data.clauseWords, .clause)
    mark(data.dateJoiners, .dateJoiner)
    value(data.cardinals, .cardinal, \.cardinal)
    value(data.scales, .scale, \.scale)
    value(data.scaleSuffixes, .scaleSuffix, \.scale)
    value(data.ordinals, .ordinal, \.ordinal)
    value(data.fractions, .fraction, \.fraction)
    value(data.collectives, .collective, \.collective)
    // `Saturday's`, `2016's`: the day, with the ending of a possessive.
    for ending in data.possessiveEndings {
      for (index, names) in data.weekdays.enumerated() {
        for name in names where name.utf8.count > 3 {
          words[name + ending, default: Language.Word()].kind.insert(.weekday)
          words[name + ending]?.weekday = index
        }
      }
    }
    for (index, names) in data.months.enumerated() {
      for name in names {
        words[name, default: Language.Word()].kind.insert(.month)
        words[name]?.month = index + 1
      }
    }
    for (index, names) in data.weekdays.enumerated() {
      for name in names {
        words[name, default: Language.Word()].kind.insert(.weekday)
        words[name]?.weekday = index
      }
    }
    for (text, minutes) in data.clockWords {
      words[text, default: Language.Word()].kind.insert(.clockWord)
      words[text]?.minutes = minutes
    }

    let spans = ["duration", "months", "length", "mass"]
    for name in data.units.filter({ spans.contains($0.dimension) }).flatMap(\.names)
    where name.utf8.count >= 4 && name.hasSuffix("s") {
      words[name, default: Language.Word()].kind.insert(.pluralUnit)
    }
  }

  /// The words by which a notice is known.
  func markNotices(_ data: LanguageData) {
    let small = set(data.functionWords)
    /// The word of a phrase that is least often another phrase's.
    func tellingWord(_ phrase: String) -> String? {
      let said = tokenizer.tokenize(phrase).map {
        tokenizer.vocabulary.text($0.word).lowercased()
      }
      let telling = said.filter { !small.contains($0) && $0 != "." }
      return telling.first { $0.utf8.count > 3 } ?? telling.first ?? said.first
    }
    for phrase in data.notices.values.flatMap({
      $0.labels + $0.phrases + $0.openings + $0.bareOpenings
    }) + data.noticeRetold {
      if let word = tellingWord(phrase) {
        words[word, default: Language.Word()].isNoticeWord = true
      }
    }
    for (phrase, signs) in NoticeSigns.phrases(data.noticeSigns) {
      if let word = tellingWord(phrase) {
        words[word, default: Language.Word()].signs.formUnion(signs)
      }
    }
    for text in data.noticeSigns["texts"] ?? [] {
      for ending in data.possessiveEndings {
        words[text + ending, default: Language.Word()].signs.insert(.text)
      }
    }
  }
}
