import StoryLanguage

/// What tells one source from another: its name, or the noun that describes it.
struct SourceIdentity {
  /// All words that say something.
  let words: Set<String>
  /// Those that name somebody.
  let names: Set<String>
  /// The words up to the first preposition, the last of which is most often the noun.
  let opening: [String]
  /// `the mayor’s` in `the mayor’s office`.
  let owner: String?
  /// Honorifics that are offices too: `Commissioner`.
  let titles: Set<String>
  /// `a source`: whether its first noun is one for those who will not be named.
  let isAnonymous: Bool
  /// `an aide to Mr Oake`: whether it is somebody who belongs to another person.
  let isPerson: Bool
  /// `a senior engineer`: somebody who is not told from others.
  let isIndefinite: Bool
  /// `Russian`: of which people or country it is, which many are.
  let peoples: Set<String>
  /// `Halden Foods`: a name that ends with a plain word, as no person's does; `the firm`, which may be one that was named.
  let namesBody: Bool, isBodyNoun: Bool
  /// The bodies and peoples that stand before its noun: `police` in `a police source`.
  private let owners: Set<String>
  /// Those of its words that may stand for any body: `company`.
  private let bodies: Set<String>
  /// `a lab in Lorn`: whether its noun is told apart by where it is.
  private let isPlaced: Bool

  init(_ source: Range<Int>, _ reading: Reading) {
    var words: Set<String> = [], names: Set<String> = []
    var opening: [String] = []
    var owner: String?
    var titles: Set<String> = []
    var isOpening = true, isPlaced = false
    // `a quarter of those asked`, `one in four of those asked`: how many they are is told as a figure.
    let isCount: (Int) -> Bool = { reading.has($0, [.cardinal, .fraction]) }
    let areOnlyCounted = !source.contains { reading.isContent($0) && !isCount($0) }
    for position in source where areOnlyCounted || !isCount(position) {
      if reading.isFunction(position), !reading.has(position, .article), !opening.isEmpty {
        if isOpening { isPlaced = reading.language.slips.places.contains(reading.lower[position]) }
        isOpening = false
      }
      if reading.has(position, .honorific), reading.has(position, .roleHead) {
        titles.insert(reading.lower[position])
      }
      let isSaid =
        reading.isContent(position) && !SourceIdentity.isAdverb(position, reading)
        && (!reading.has(position, .pronoun) || source.count == 1)
        && (!reading.has(position, .honorific)
          || !SourceIdentity.isBeforeName(position, source, reading))
      guard isSaid else { continue }
      let lower = reading.lower[position]
      var word = SourceReader.withoutElision(lower.withoutPossessive, reading.language)
      // `U.N.`, `UN`
      if word.holds(UInt8(ascii: ".")) { word.removeAll { $0 == "." } }
      words.insert(word)
      if isOpening {
        let isName =
          reading.isCapitalised(position) && SourceIdentity.isName(position, source, reading)
        if isName || reading.isCapitalisedAfterElision(position) { names.insert(word) }
        if lower != lower.withoutPossessive, position + 1 < source.upperBound { owner = word }
        opening.append(word)
      }
    }
    self.words = words
    peoples = words.filter(reading.language.naming.demonyms.contains)
    self.names = names
    self.opening = opening
    self.owner = owner
    self.titles = titles
    let last = source.last { reading.isContent($0) }
    let isAcronym =
      names.count == 1 && words.count == 1
      && last.map { reading.isAllCapitals($0) && reading.lower[$0].utf8.count > 1 } ?? false
    namesBody =
      isAcronym
      || names.count >= 2 && titles.isEmpty
        && last.map { position in
          reading.isCapitalised(position) && !reading.has(position, [.roleHead, .honorific])
            && SpellChecker.shared.isWord(
              reading.lower[position], language: reading.language.code) == true
        } ?? false
    let naming = reading.language.naming
    bodies = words.intersection(naming.bodyNouns)
    owners = Set(
      opening.dropLast().filter { word in
        naming.demonyms.contains(word) || naming.bodyNouns.contains(word)
          || reading.language.word(word).kind.contains(.sourceBody)
      })
    self.isPlaced = isPlaced
    isBodyNoun =
      words.count == 1 && names.isEmpty
      && words.allSatisfy(reading.language.naming.bodyNouns.contains)
    isAnonymous = opening.last.map(reading.language.naming.anonymousSources.contains) ?? false
    isPerson =
      opening.last.map { word in
        reading.language.naming.anonymousSources.contains(word)
          && !reading.language.word(word).kind.contains(.sourceBody)
      } ?? false
    isIndefinite =
      source.first.map { first in
        let word = reading.lower[first]
        return reading.language.slips.isIndefiniteArticle(word)
          || reading.language.numbers.countingArticles.contains(word)
      } ?? false
  }

  /// Whether a title stands before the name of somebody: `Mr Oake`, but not `the mayor`.
  private static func isBeforeName(
    _ position: Int, _ source: Range<Int>, _ reading: Reading
  ) -> Bool {
    let next = reading.isMark(position + 1, ".") ? position + 2 : position + 1
    return source.contains(next) && reading.isCapitalised(next) && reading.isContent(next)
  }

  private static func isAdverb(_ position: Int, _ reading: Reading) -> Bool {
    // `family` ends as an adverb does.
    !reading.isCapitalised(position) && !reading.has(position, .sourceBody)
      && reading.language.slips.adverbEndings.contains { reading.lower[position].hasSuffix($0) }
  }

  /// Whether a capital names somebody: not one that begins a sentence alone or that every noun has.
  private static func isName(_ position: Int, _ source: Range<Int>, _ reading: Reading) -> Bool {
    func isPart(_ other: Int) -> Bool {
      source.contains(other) && reading.isCapitalised(other) && reading.isContent(other)
    }
    if reading.language.code == "de" {
      // `Bernd Kröger`; `der Sprecher` is none.
      return isPart(position - 1) || isPart(position + 1)
        || source.count == 1 && !reading.has(position - 1, .article)
          && !reading.has(position, [.sourceBody, .roleHead])
    }
    let opens = position == reading.passage.sentence(at: position).lowerBound
    return !opens || isPart(position + 1)
  }

  var isNamed: Bool { !names.isEmpty }

  /// Whether it says `a source at the ministry`, and the other one is somebody in it.
  private func isUnnamedBeside(_ other: SourceIdentity) -> Bool {
    guard isAnonymous, !other.isAnonymous else { return false }
    // `an aide to Mr Oake` is not Mr Oake, though officials of a ministry may be the ministry.
    return other.names.subtracting(words).count >= 2
      || isPerson && other.isNamed && !other.namesBody && other.words.isSubset(of: words)
  }

  /// Whether it is no more than an office of which there is one: `the president`.
  private var isTitle: Bool { !titles.isEmpty && words.isSubset(of: titles) }

  /// `a police source`, `a family source`; `Russian officials`, `Ukrainian officials`: whether before one noun
  /// stands another body or people that it is of.
  private func belongsElsewhere(than other: SourceIdentity) -> Bool {
    !owners.isEmpty && !other.owners.isEmpty && words.isDisjoint(with: other.owners)
      && other.words.isDisjoint(with: owners)
  }

  /// Whether the two are told apart by what is said of them.
  func differs(from other: SourceIdentity) -> Bool {
    // A pronoun for the name is no other source.
    guard !words.isEmpty, !other.words.isEmpty else { return false }
    if namesBody, other.isBodyNoun, !other.isIndefinite { return false }
    if other.namesBody, isBodyNoun, !isIndefinite { return false }
    // `Commissioner Ross`, `the city’s police commissioner`
    if !titles.isDisjoint(with: other.words.union(other.titles))
      || !other.titles.isDisjoint(with: words), isNamed != other.isNamed
    {
      return false
    }
    // `the president` may be the one who is named.
    if isNamed != other.isNamed, (isNamed ? self : other).titles.isEmpty,
      isNamed ? other.isTitle : isTitle
    {
      return false
    }
    if words.isDisjoint(with: other.words) { return true }
    if isUnnamedBeside(other) || other.isUnnamedBeside(self) { return true }
    guard
      names.subtracting(peoples).isDisjoint(with: other.names.subtracting(other.peoples)),
      let head = opening.last,
      let otherHead = other.opening.last
    else { return false }
    // `a senior engineer` → `County engineer Bill Stroud`
    if isNamed != other.isNamed, (isNamed ? self : other).names.count >= 2,
      (isNamed ? other : self).isIndefinite
    {
      return true
    }
    // `Boston police` for `police`, `the company` for `a spokesman for the company`.
    if head == otherHead {
      if belongsElsewhere(than: other) { return true }
      // `a spokesman for the army`, `a spokesman for the union`
      let rest = words.subtracting(opening), otherRest = other.words.subtracting(other.opening)
      if !rest.isEmpty, !otherRest.isEmpty, rest.isDisjoint(with: otherRest),
        !rest.isSubset(of: bodies),
        !otherRest.isSubset(of: other.bodies), !isAnonymous, !isPlaced, !other.isPlaced
      {
        return true
      }
      guard let owner, let otherOwner = other.owner else { return false }
      return owner != otherOwner
    }
    if isNamed != other.isNamed {
      let (named, described) = isNamed ? (self, other) : (other, self)
      // `Dover police` for `police officers` says where; `Sierra Grande Power` names a `power
      // company`.
      return described.opening.last.map { !named.words.contains($0) } ?? false
        && named.names.subtracting(described.words).count >= 2
    }
    let mine = words.subtracting(peoples), theirs = other.words.subtracting(other.peoples)
    let shared = mine.intersection(theirs).count
    let areOtherwise = Set(opening).isDisjoint(with: other.opening)
    return
      (shared * 2 < min(mine.count, theirs.count)
      || areOtherwise && shared * 2 == min(mine.count, theirs.count))
      && !other.words.contains(head) && !words.contains(otherHead)
  }
}
