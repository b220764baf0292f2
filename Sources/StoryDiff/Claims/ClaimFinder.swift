import StoryLanguage
import StoryModel

/// Finds what a pair of aligned passages asserts differently.
///
/// Only sentences that both versions share are looked at, and in them only mentions that an edit
/// touches. Mentions are paired by the words that both versions kept in them, then by the edit that
/// they share; what is equal in value is a restatement. Whatever an earlier step accounts for is not
/// looked at again: quotations first, then sources, figures and dates, modality, titles, names.
struct ClaimFinder {
  struct Findings {
    var claims: [RawClaim] = []
    var names: [RawName] = []
    var restatements: [RawRestatement] = []

    /// Whether anything that was found accounts for an edit.
    func meets(_ hunk: Hunk) -> Bool {
      isAsserted(hunk) || restatements.contains { hunk.meets($0.old, $0.new) }
    }

    /// Whether something else is said at an edit, or someone named otherwise.
    func isAsserted(_ hunk: Hunk) -> Bool {
      claims.contains { hunk.meets($0.old, $0.new) }
        || names.contains { hunk.meets($0.old, $0.new) }
    }

    var mirrored: Findings {
      Findings(
        claims: claims.map(\.mirrored), names: names.map(\.mirrored),
        restatements: restatements.map(\.mirrored))
    }
  }

  /// Longer insertions and deletions tell a new fact rather than change one: the report shows them
  /// as content.
  static let longestPhrase = 12

  /// Tokens of the longest clause of which a figure or a date in it is told, where all of it was put in
  /// or taken out.
  static let longestClause = 25

  /// Tokens of the longest sentence in which claims are looked for. What is longer is no sentence but
  /// a list or a text without stops, and its parts cannot be told apart.
  static let longestSentence = 600

  let pair: AnalyzedPair
  let diff: PassageDiff
  let old: Reading, new: Reading
  var findings = Findings()
  var coveredOld: [Bool], coveredNew: [Bool]

  static func find(
    _ pair: AnalyzedPair, _ diff: PassageDiff, old: Reading, new: Reading
  ) -> Findings {
    guard !pair.language.code.isEmpty else { return Findings() }
    var finder = ClaimFinder(pair, diff, old: old, new: new)
    // The date at which the page was printed is none of the story's.
    finder.cover(NoticeReader(reading: old).stamp, NoticeReader(reading: new).stamp)
    finder.cover(SourceReader(reading: old).masthead, SourceReader(reading: new).masthead)
    finder.setCutEndAside()
    for sentences in diff.sentencePairs { finder.read(sentences) }
    finder.dropMovedSources()
    return finder.findings
  }

  private init(_ pair: AnalyzedPair, _ diff: PassageDiff, old: Reading, new: Reading) {
    self.pair = pair
    self.diff = diff
    self.old = old
    self.new = new
    coveredOld = old.isMarkup
    coveredNew = new.isMarkup
  }

  private mutating func read(_ sentences: PassageDiff.SentencePair) {
    guard max(sentences.old.count, sentences.new.count) <= ClaimFinder.longestSentence else {
      return
    }
    setSpellingAside(sentences)
    setNearDenialsAside(sentences)
    findQuotations(sentences)
    findSources(sentences)
    findFigures(sentences)
    findModality(sentences)
    findRoles(sentences)
    findPeoples(sentences)
    findNames(sentences)
  }

  /// `with ex-wife Ann Orr.` → `with ex-wife...`: where a text was cut at its end, what the other goes on to say
  /// was neither added nor taken away.
  private mutating func setCutEndAside() {
    func isCut(_ range: Range<Int>, _ reading: Reading) -> Bool {
      !range.isEmpty && range.upperBound == reading.count
        && range.allSatisfy { reading.isMark($0, "...") }
    }
    guard let end = diff.sentencePairs.last?.hunks.last,
      isCut(end.old, old) && end.new.upperBound == new.count
        || isCut(end.new, new) && end.old.upperBound == old.count
    else { return }
    cover(end.old, end.new)
  }

  /// Words that are only spelt otherwise, or written as one or as two, assert nothing else.
  private mutating func setSpellingAside(_ sentences: PassageDiff.SentencePair) {
    for hunk in sentences.hunks where hunk.old.count + hunk.new.count <= 6 {
      if SlipFinder.isSpellingEitherWay(pair, old, hunk.old, new, hunk.new) {
        cover(hunk.old, hunk.new)
      }
    }
  }

  // MARK: What the steps share

  mutating func add(_ claim: RawClaim) {
    findings.claims.append(claim)
    cover(claim.old, claim.new)
  }

  mutating func cover(_ old: Range<Int>?, _ new: Range<Int>?) {
    for position in old ?? 0..<0 { coveredOld[position] = true }
    for position in new ?? 0..<0 { coveredNew[position] = true }
  }

  func isCovered(_ range: Range<Int>, inOld: Bool) -> Bool {
    range.contains { inOld ? coveredOld[$0] : coveredNew[$0] }
  }

  /// Whether an edit falls on the range.
  func isTouched(_ range: Range<Int>, inOld: Bool) -> Bool {
    range.contains { (inOld ? diff.newOfOld[$0] : diff.oldOfNew[$0]) < 0 }
  }

  /// The hunks of the sentences that a range meets.
  func hunks(
    _ range: Range<Int>, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> [Int] {
    sentences.hunks.indices.filter {
      let side = inOld ? sentences.hunks[$0].old : sentences.hunks[$0].new
      return side.overlaps(range)
    }
  }

  /// How many words that say something each side of the one edit has in which two mentions stand;
  /// nil where they stand in more than one.
  func contentOfEdit(_ a: Mention, _ b: Mention, _ sentences: PassageDiff.SentencePair)
    -> (old: Int, new: Int)?
  {
    let touched = hunks(a.range, inOld: true, sentences)
    guard touched.count == 1, touched == hunks(b.range, inOld: false, sentences) else { return nil }
    let hunk = sentences.hunks[touched[0]]
    return (
      hunk.old.count { old.isContent($0) }, hunk.new.count { new.isContent($0) }
    )
  }

  func text(_ reading: Reading, _ range: Range<Int>) -> String { reading.passage.text(of: range) }

  /// How two lists of mentions stand to each other: pairs, and what is left on each side, all of
  /// them touched by an edit.
  struct Pairing {
    var pairs: [(Mention, Mention)] = []
    var old: [Mention] = [], new: [Mention] = []
  }

  /// What is asked of two mentions that one edit touches, the closest first.
  private enum PairingRound: CaseIterable { case sameContext, sameKind, any }

  /// Pairs mentions: by tokens of their cores that both versions kept, then by `areSame` anywhere in
  /// the sentence, then within one hunk, in order.
  func pairUp(
    _ oldMentions: [Mention], _ newMentions: [Mention], _ sentences: PassageDiff.SentencePair,
    joinsLone: Bool = false, areSame: (Mention, Mention) -> Bool
  ) -> Pairing {
    var result = Pairing()
    // Only what an edit falls on is paired or left; mostly it falls on none.
    if !oldMentions.contains(where: { isTouched($0.range, inOld: true) }),
      !newMentions.contains(where: { isTouched($0.range, inOld: false) })
    {
      return result
    }
    var freeNew = Array(newMentions.indices)
    var freeOld: [Int] = []
    for (i, mention) in oldMentions.enumerated() {
      let kept = mention.range.compactMap { position -> Int? in
        let other = diff.newOfOld[position]
        return other >= 0 ? other : nil
      }
      let index = freeNew.firstIndex { j in
        kept.contains { newMentions[j].core.contains($0) }
          && mention.core.contains { position in
            diff.newOfOld[position] >= 0 && newMentions[j].range.contains(diff.newOfOld[position])
          }
      }
      if let index {
        let other = newMentions[freeNew[index]]
        freeNew.remove(at: index)
        if isTouched(mention.range, inOld: true) || isTouched(other.range, inOld: false) {
          result.pairs.append((mention, other))
        }
      } else if isTouched(mention.range, inOld: true) {
        freeOld.append(i)
      }
    }
    freeNew.removeAll { !isTouched(newMentions[$0].range, inOld: false) }
    freeOld.removeAll { i in
      guard let index = freeNew.firstIndex(where: { areSame(oldMentions[i], newMentions[$0]) })
      else { return false }
      result.pairs.append((oldMentions[i], newMentions[freeNew[index]]))
      freeNew.remove(at: index)
      return true
    }
    // `Three missing` → `One dead and two missing`: what counts the same goes first; then the same kind,
    // then any.
    for round in PairingRound.allCases {
      let isLonePair = freeOld.count == 1 && freeNew.count == 1
      freeOld.removeAll { i in
        let mention = oldMentions[i]
        let mine = Set(hunks(mention.range, inOld: true, sentences))
        let index = freeNew.firstIndex { j in
          let other = newMentions[j]
          let mayBe =
            switch round {
            case .sameContext:
              mention.kind == other.kind && mention.context.contains(where: other.context.contains)
            case .sameKind: mention.kind == other.kind
            case .any: isLonePair
            }
          return mayBe && !countOtherThings(mention, other)
            && !mine.isDisjoint(with: hunks(other.range, inOld: false, sentences))
        }
        guard let index else { return false }
        result.pairs.append((mention, newMentions[freeNew[index]]))
        freeNew.remove(at: index)
        return true
      }
    }
    // A sentence turned round: one of a kind is left on each side.
    if freeOld.count == 1, freeNew.count == 1,
      oldMentions[freeOld[0]].kind == newMentions[freeNew[0]].kind, joinsLone,
      speakOfOneThing(oldMentions[freeOld[0]], newMentions[freeNew[0]]),
      !countOtherThings(oldMentions[freeOld[0]], newMentions[freeNew[0]])
    {
      result.pairs.append((oldMentions[freeOld[0]], newMentions[freeNew[0]]))
      freeOld = []
      freeNew = []
    }
    result.old = freeOld.map { oldMentions[$0] }
    result.new = freeNew.map { newMentions[$0] }
    return result
  }

  /// Whether an edit puts another value or name in the place of one, and nothing else.
  func isReplaced(
    _ mention: Mention, by others: [Mention], inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    let touched = hunks(mention.core, inOld: inOld, sentences)
    guard touched.count == 1 else { return false }
    let hunk = sentences.hunks[touched[0]]
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    return mine == mention.core && others.contains { $0.core == other && $0.value != mention.value }
  }

  /// `several cities` → `seven die`, `many parts` → `a year`: whether one of two quantities has no figure,
  /// and each is told to be of something else.
  private func countOtherThings(_ a: Mention, _ b: Mention) -> Bool {
    guard a.kind == .quantity, b.kind == .quantity, a.isVague != b.isVague else { return false }
    if a.unit?.dimension != b.unit?.dimension { return true }
    return a.unit == nil && old.isContent(a.range.upperBound) && new.isContent(b.range.upperBound)
      && Set(a.context).isDisjoint(with: b.context)
  }

  /// Whether what two figures count is told by a word that both have, or by none.
  private func speakOfOneThing(_ a: Mention, _ b: Mention) -> Bool {
    guard a.isOrdinal == b.isOrdinal else { return false }
    return !Set(a.context).isDisjoint(with: b.context) || a.context.isEmpty || b.context.isEmpty
  }

  /// Whether a mention stands in a phrase put into, or taken out of, a sentence that stays: its hunk
  /// has little else, and little in its place.
  func isPhrase(
    _ mention: Mention, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    // `for six days` → `for days`: what it counts may stay.
    let own = inOld ? old : new
    let isCount = mention.kind == .quantity && !own.isJoined(mention.core.upperBound)
    let gone = isCount ? mention.core : mention.range
    guard gone.allSatisfy({ (inOld ? diff.newOfOld[$0] : diff.oldOfNew[$0]) < 0 })
    else { return false }
    let touched = hunks(mention.range, inOld: inOld, sentences)
    guard touched.count == 1, let index = touched.first else { return false }
    let hunk = sentences.hunks[index]
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    let reading = inOld ? new : old
    // `Six people` → `People`: the same word with another capital is there in both.
    let otherContent = other.count { position in
      reading.isContent(position)
        && !(isCount
          && mine.contains {
            own.number($0) == reading.number(position) && !mention.core.contains($0)
          })
    }
    // A pronoun in the place of a name is no less than the name.
    if mention.kind == .entity, other.contains(where: { reading.has($0, .pronoun) }) {
      return false
    }
    if isToldAnew(mention, mine, other, otherContent, reading) || isAge(mention, own) {
      return true
    }
    if mine.count > ClaimFinder.longestPhrase { return false }
    // `77-year-old man` → `person`: a figure went, and what it counted is there in other words.
    let isFigure = mention.kind != .entity && mention.kind != .role
    let ages = pair.language.slips.ageWords
    let rest = mine.count {
      own.isContent($0) && !mention.range.contains($0) && !ages.contains(own.lower[$0])
    }
    let isPerson = rest == 0 && mine.contains { ages.contains(own.lower[$0]) }
    return otherContent == 0
      || isFigure && mention.unit != nil && otherContent == 1 && (rest == 1 || isPerson)
  }

  /// `Ann Orr, 42,`: a bare figure between commas behind a name.
  private func isAge(_ mention: Mention, _ reading: Reading) -> Bool {
    guard mention.kind == .quantity, mention.unit == nil, mention.core.count == 1 else {
      return false
    }
    let place = mention.core.lowerBound
    return reading.tokens[place].kind == .number && reading.lower[place].utf8.count == 2
      && reading.isMark(place - 1, ",") && reading.isMark(place + 1, ",")
      && reading.isCapitalised(place - 2)
  }

  /// Whether a figure or a date stands in a clause that was put in or taken out, or in a phrase in whose
  /// place nothing of its kind stands: `will return in 2022` → `is to return with six episodes`.
  private func isToldAnew(
    _ mention: Mention, _ mine: Range<Int>, _ other: Range<Int>, _ otherContent: Int,
    _ reading: Reading
  ) -> Bool {
    guard ![.entity, .role, .attribution].contains(mention.kind) else { return false }
    if otherContent == 0 { return mine.count <= ClaimFinder.longestClause }
    let likes: Language.WordKind =
      mention.kind == .date || mention.kind == .time
      ? [.weekday, .month, .dayPart, .clockWord] : [.cardinal, .ordinal, .fraction, .scale]
    // `overnight`, `this week`: too little to be told where other words stand in the place.
    if case .date(let date) = mention.value, date.key?.hasPrefix("period ") ?? true { return false }
    let words = other.count { reading.isContent($0) && reading.isWord($0) }
    return mine.count <= ClaimFinder.longestPhrase && !mention.isOrdinal
      && (mention.core.count > 1 || words != 1)
      && !other.contains { position in
        reading.tokens[position].kind == .number && mention.kind != .date
          && reading.lower[position].utf8.count != 4
          || reading.has(position, likes) || reading.isNegationWord(position)
          || reading.match(pair.language.relativeDays, position, end: other.upperBound) != nil
          || reading.match(pair.language.relativePeriods, position, end: other.upperBound) != nil
          || reading.match(pair.language.units, position, end: other.upperBound) != nil
      }
  }
}

extension PassageDiff {
  /// The diff from new to old.
  var mirrored: PassageDiff { PassageDiff(mirroring: self) }

  private init(mirroring other: PassageDiff) {
    old = other.new
    new = other.old
    sentencePairs = other.sentencePairs.map { sentences in
      SentencePair(
        old: sentences.new, new: sentences.old,
        hunks: sentences.hunks.map { Hunk(old: $0.new, new: $0.old) })
    }
    hunks = other.hunks.map { Hunk(old: $0.new, new: $0.old) }
    restyled = other.restyled.map { Hunk(old: $0.new, new: $0.old) }
    wholeSentences = other.wholeSentences
    newOfOld = other.oldOfNew
    oldOfNew = other.newOfOld
  }
}
