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
  let told = LikenessOfSentences()

  static func find(
    _ pair: AnalyzedPair, _ diff: PassageDiff, old: Reading, new: Reading
  ) -> Findings {
    guard !pair.language.code.isEmpty else { return Findings() }
    var finder = ClaimFinder(pair, diff, old: old, new: new)
    // The date at which the page was printed is none of the story's.
    finder.cover(NoticeReader(reading: old).stamp, NoticeReader(reading: new).stamp)
    finder.cover(SourceReader(reading: old).masthead, SourceReader(reading: new).masthead)
    finder.setCutEndAside()
    finder.findMovedQuotations()
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
    guard max(sentences.old.count, sentences.new.count) <= ClaimFinder.longestSentence,
      !NoticeReader(reading: old).isFurniture(sentences.old)
        || !NoticeReader(reading: new).isFurniture(sentences.new)
    else { return }
    let first = findings.claims.count
    setSpellingAside(sentences)
    setNearDenialsAside(sentences)
    findQuotations(sentences)
    findSources(sentences)
    findFigures(sentences)
    findModality(sentences)
    findRoles(sentences)
    findPeoples(sentences)
    findCounterparts(sentences)
    findNames(sentences)
    findDesignators(sentences)
    findParties(sentences)
    joinLone(from: first)
    joinPlaces(from: first)
    dropTurnedRound(sentences, from: first)
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
