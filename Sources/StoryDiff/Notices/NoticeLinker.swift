import StoryLanguage
import StoryModel

/// Decides which claim changes the words of a notice acknowledge.
///
/// First those of which it names the old or the new value. Then those of which it names what was wrong
/// (`her age`, `the number of homes burned`, `Marge Deloitte’s title`): see `NoticeLinker+Topics`.
struct NoticeLinker {
  /// A claim change and the texts in which it stands.
  struct Candidate {
    let claim: RawClaim
    let old: Reading, new: Reading

    /// The values of the claim, as far as it has any.
    var mentions: [Mention] { [claim.oldMention, claim.newMention].compactMap { $0 } }
    /// That of the newer version, or of the older one where only that has one.
    var latest: Mention? { claim.new == nil ? claim.oldMention : claim.newMention }
  }

  /// A sentence of the notice.
  struct Part {
    let range: Range<Int>
    /// Stems of the words that say something, and those of them that only say whose: `the hospital's offer`.
    let words: Set<String>, owners: Set<String>
    let figures: [Mention], dates: [Mention]
    let hasNegation: Bool, hasHedge: Bool
    /// The topics of each thing it was wrong about, and where it is asked for: `when the bank opened`.
    let questions: [(at: Int, topics: Set<String>)]
    /// The topics of all of them.
    let asked: Set<String>
    /// The first word of what it says was too high or too low, and whether it was too high.
    let direction: (at: Int, isHigh: Bool)?
  }

  let notice: Reading
  let range: Range<Int>
  /// Sentences that tell of no change of this story now.
  let told: Set<[String]>
  let parts: [Part]
  /// The words of all parts, and of those that do not speak of spelling alone.
  let words: Set<String>, claimWords: Set<String>
  let figures: [Mention]
  let dates: [Mention]
  /// The sentences that speak of a caption, a map or an email.
  let ofInserts: Set<Int>
  /// The story that the notice stands in.
  var story: StoryWords?

  /// `told` are sentences of the notice, as words, that stood in the older version already: what they
  /// say was said of an earlier change.
  init(_ notice: Reading, _ range: Range<Int>, told: Set<[String]> = []) {
    self.notice = notice
    self.range = range
    self.told = told
    let all = DateReader(reading: notice).mentions(in: range)
    let standing = NoticeLinker.standing(notice, range)
    let stamps = NoticeLinker.stamps(among: all, notice, range)
    func isStamp(_ mention: Mention) -> Bool {
      stamps.contains { $0.overlaps(mention.range) }
    }
    let dates = all.filter { !isStamp($0) && !standing.contains($0.range.lowerBound) }
    // `a wrong value`, `the score` and `counted twice` give no figure; `N50m` does.
    func isWord(_ mention: Mention) -> Bool {
      guard case .number = mention.value else { return false }
      return mention.core.allSatisfy { position in
        notice.tokens[position].kind == .word && !notice.shape(position).contains(.holdsFigure)
          && (notice.has(position, .article)
            || !notice.has(position, [.cardinal, .ordinal, .fraction, .scale]))
      }
    }
    // `announced a new one`
    func isPronoun(_ mention: Mention) -> Bool {
      let (start, next) = (mention.range.lowerBound, mention.range.upperBound)
      return mention.range.count == 1 && notice.words[start].cardinal == 1
        && notice.tokens[start].kind == .word && notice.isContent(start - 1)
        && notice.has(start - 2, .article) && !notice.isContent(next)
    }
    // `in the second paragraph`, `in paragraph two`
    func isOfParagraph(_ mention: Mention) -> Bool {
      let next = mention.range.upperBound
      if notice.signs(mention.range.lowerBound - 1).contains(.part) { return true }
      return mention.isOrdinal && next < notice.count
        && notice.language.noticeOwnWords.contains(notice.lower[next])
    }
    // `two digits`, `wrong on two points`; not `a lead of six points`
    func countsItself(_ mention: Mention) -> Bool {
      let next = mention.range.upperBound, before = mention.range.lowerBound - 1
      let isScore =
        next < notice.count && notice.language.numbers.scoreNouns.contains(notice.lower[next])
        && notice.has(before, [.dateJoiner, .passiveAgent, .be])
      return !isScore
        && notice.match(notice.language.noticeSigns, next, end: min(next + 1, notice.count))?
          .payload.contains(.counted) ?? false
    }
    let figures = FigureReader(reading: notice).mentions(in: range, apartFrom: all)
      .filter { figure in
        !isStamp(figure) && !isWord(figure) && !isPronoun(figure)
          && !NoticeLinker.isDifference(figure, notice)
          && !isOfParagraph(figure) && !countsItself(figure)
          && !standing.contains(figure.range.lowerBound)
          && !NoticeLinker.isQuestion(endingIn: figure.range, notice)
      }
    // `this post`: no post that somebody holds.
    let ofItself = range.flatMap { position -> Range<Int> in
      let count =
        notice.match(notice.language.noticeSubjects, position, end: range.upperBound)?.count ?? 0
      return position..<position + count
    }
    // `no longer`: of no length.
    let negations = Set(
      range.flatMap { position -> Range<Int> in
        let count =
          notice.match(notice.language.negations, position, end: range.upperBound)?.count ?? 0
        return position..<position + (count > 1 ? count : 0)
      })
    // `wrong on two counts`
    func countsItsOwn(_ position: Int) -> Bool {
      position > 0 && notice.noticeSigns[position].payload.contains(.counted)
        && (notice.has(position - 1, .cardinal) || notice.tokens[position - 1].kind == .number)
    }
    let itself = Set(ofItself.filter { !notice.language.headlineWords.contains(notice.lower[$0]) })
    func words(_ range: Range<Int>) -> Set<String> {
      Set(
        range.filter { position in
          notice.isContent(position) && !itself.contains(position) && !standing.contains(position)
            && !negations.contains(position) && !countsItsOwn(position)
            && !NoticeLinker.isOfAdjective(position, notice)
            && !stamps.contains { $0.contains(position) }
        }.map { NoticeLinker.stem(notice.lower[$0], notice.language.endings) })
    }
    let sentences = notice.passage.sentences.map { $0.clamped(to: range) }
      .filter { !$0.isEmpty && (told.isEmpty || !told.contains($0.map { notice.lower[$0] })) }
    func isNews(_ mention: Mention) -> Bool {
      sentences.contains { $0.contains(mention.range.lowerBound) }
    }
    parts = sentences.map { part in
      let direction = NoticeLinker.direction(in: part, notice)
      let questions = NoticeLinker.questions(in: part, notice)
      return Part(
        range: part, words: words(part), owners: NoticeLinker.owners(in: part, notice),
        // `two kilometres too short`: a difference, and no value.
        figures: figures.filter {
          part.contains($0.range.lowerBound) && $0.range.upperBound != direction?.at
        },
        dates: dates.filter { part.contains($0.range.lowerBound) },
        hasNegation: part.contains { notice.isNegation($0) && !standing.contains($0) },
        hasHedge: questions.isEmpty
          && part.contains { position in
            notice.has(position, .modal)
              || notice.match(notice.language.hedges, position, end: part.upperBound) != nil
          },
        questions: questions, asked: questions.reduce(into: []) { $0.formUnion($1.topics) },
        direction: direction)
    }
    ofInserts = NoticeLinker.ofInserts(parts, notice)
    self.words = parts.reduce(into: []) { $0.formUnion($1.words) }
    // A sentence on how a name is spelt names no other change.
    let telling = parts.filter { !NoticeLinker.isOfSpelling($0, notice) }
    let besides = parts.flatMap { NoticeLinker.besidesSpelling($0, notice) }
    claimWords = telling.reduce(into: besides.reduce(into: []) { $0.formUnion(words($1)) }) {
      $0.formUnion($1.words)
    }
    func isTold(_ mention: Mention) -> Bool {
      (telling.map(\.range) + besides).contains { $0.contains(mention.range.lowerBound) }
        || NoticeLinker.isOfClause(mention, notice)
    }
    self.dates = dates.filter { isNews($0) && isTold($0) }
    let differences = Set(parts.compactMap(\.direction?.at))
    self.figures = figures.filter {
      isNews($0) && isTold($0) && !differences.contains($0.range.upperBound)
    }
  }

  /// The places, among the candidates, of the claim changes that the notice acknowledges.
  func acknowledged(_ candidates: [Candidate]) -> Set<Int> {
    var named = candidates.indices.filter {
      names(candidates[$0]) && (!isOfInsertsAlone || mayBeOfInsert(candidates[$0]))
    }
    named = ofThisStory(named, candidates)
    // `is to meet them in Ely, rather than Eli`: of the place, and not of how sure it is.
    if !clarifies,
      named.contains(where: {
        candidates[$0].claim.type != .certainty && namesBoth(candidates[$0])
      })
    {
      named.removeAll { candidates[$0].claim.type == .certainty }
    }
    var result = spokenOf(ofOnePair(named, candidates), candidates)
    let open = candidates.indices.filter { !result.contains($0) }
    let told = toldByTopic(
      open.map { candidates[$0] }, named: result.map { candidates[$0] })
    for index in told { result.insert(open[index]) }
    result = withoutContrary(result.filter { isPoint($0, of: result, candidates) }, candidates)
    // `said that Orme had not apologised`: of another name, an earlier version would have said that one.
    if result.contains(where: { candidates[$0].claim.type == .polarity }) {
      result = result.filter { !isSubjectOfError(candidates[$0]) }
    }
    // `will` → `might` in the headline and in the story below it; two figures that were exchanged.
    let more = candidates.indices.filter { index in
      result.contains { told in
        candidates[index].claim.type == .certainty && areSame(candidates[told], candidates[index])
          || hedgeAlike(candidates[told], candidates[index])
          || areExchanged(candidates[told], candidates[index])
          || sayAlike(candidates[told], candidates[index])
          // `Orme engineers`, where `Orme Power` is named.
          || candidates[index].claim.type == .entity && !named.contains(index)
            && areSame(candidates[told], candidates[index])
          // `Iqbal said`, where Iqbal is who won.
          || candidates[index].claim.type == .attribution
            && candidates[told].claim.type == .entity
            && areOfOneName(candidates[told], candidates[index])
      }
    }
    return withoutLikeClauses(result.union(more), candidates)
  }

  /// `cuts` → `may cut` in the headline, `reduces` → `may reduce` below it.
  func hedgeAlike(_ a: Candidate, _ b: Candidate) -> Bool {
    func levels(_ claim: RawClaim) -> [Mention.Value?] {
      [claim.oldMention?.value, claim.newMention?.value]
    }
    return a.claim.type == .certainty && b.claim.type == .certainty
      && levels(a.claim) == levels(b.claim)
      && levels(a.claim).contains { $0 != nil }
      && (a.new.passage.isHeadline || b.new.passage.isHeadline)
  }

  /// Whether the notice, which stood there before the change, had said that this change was due: it
  /// gives the old value as wrong and the new one as right.
  func announced(_ candidate: Candidate) -> Bool {
    let claim = candidate.claim
    let (before, after) = ownWords(of: candidate)
    let wrong = place(of: claim.oldMention, before, candidate.old)
    let right = place(of: claim.newMention, after, candidate.new)
    guard let wrong, let right else {
      // Only one is named: as what an earlier version said, or as what is so.
      if let wrong { return tellsOfError(wrong) }
      if let right { return !tellsOfError(right) || isGivenAsRight(right) }
      return false
    }
    // `from 23 to 31` is one figure.
    guard !wrong.overlaps(right) else { return false }
    let between = min(wrong.upperBound, right.upperBound)..<max(wrong.lowerBound, right.lowerBound)
    let isDenied = between.contains { notice.language.denials.contains(notice.lower[$0]) }
    // `It was built in 1921. An earlier version said 1911.`
    return wrong.lowerBound < right.lowerBound
      ? !isDenied : isDenied || tellsOfError(wrong) && !tellsOfError(right)
  }

  /// Whether a place in the notice stands in a sentence about an earlier version, and not about news.
  func tellsOfError(_ place: Range<Int>) -> Bool {
    let sentence = notice.passage.sentence(at: place.lowerBound)
    return sentence.contains {
      notice.match(notice.language.noticePhrases, $0, end: sentence.upperBound)
        .map { $0.payload != NoticeChange.Kind.update.rawValue } == true
        || !(notice.match(notice.language.noticeSigns, $0, end: sentence.upperBound)?.payload ?? [])
          .isDisjoint(with: [.earlier, .error])
    }
  }

  /// `amended to correct the attendance, which was 1,914`: what something is, after what was mended.
  private func isGivenAsRight(_ place: Range<Int>) -> Bool {
    let sentence = notice.passage.sentence(at: place.lowerBound)
    let before = sentence.lowerBound..<place.lowerBound
    guard
      let relative = before.last(where: {
        notice.language.slips.relatives.contains(notice.lower[$0])
      }), notice.isMark(relative - 1, ","), notice.has(relative + 1, .be),
      place.lowerBound - relative <= 4,
      !(relative..<place.lowerBound).contains(where: {
        notice.isNegation($0) || !notice.signs($0).isDisjoint(with: [.act, .error, .earlier])
      })
    else { return false }
    return before.contains { position in
      notice.noticeSigns[position].payload.contains(.fix)
        || notice.match(notice.language.noticeRepairs, position, end: sentence.upperBound) != nil
    }
  }

  /// Where the notice names a value: the mention of the same figure or day, else its words.
  func place(
    of mention: Mention?, _ span: some Collection<Int>, _ reading: Reading
  ) -> Range<Int>? {
    if let mention, !NoticeLinker.isRate(mention) {
      return (figures + dates).first {
        Comparison.of(mention, $0).isSame || isSameFigure(mention, $0)
      }?
      .range
    }
    let said = span.filter { reading.isContent($0) }.map { reading.lower[$0] }
    guard let first = said.first else { return nil }
    return range.first { start in
      notice.lower[start] == first
        && said.allSatisfy { word in
          (start..<min(range.upperBound, start + 2 * said.count + 2)).contains {
            notice.lower[$0] == word
          }
        }
    }.map { $0..<$0 + 1 }
  }

  /// Whether the notice names the old or the new value of a claim, or says what was said of it.
  private func names(_ candidate: Candidate) -> Bool {
    let (claim, old, new) = (candidate.claim, candidate.old, candidate.new)
    switch claim.type {
    case .quantity, .money, .percentage, .date, .time:
      // `2,300 each month, not each week`
      if let mention = claim.oldMention, NoticeLinker.isRate(mention) {
        return isSpelled(claim.old, old) && isSpelled(claim.new, new)
      }
      let isRight = claim.newMention.map { isNamed($0, in: new) } ?? false
      return isRight || namesMonths(candidate) || namesEnd(candidate) || limitsWhole(candidate)
        || givesMargin(candidate)
        || claim.oldMention.map { isNamed($0, in: old) && !isUpheld($0, in: old) } ?? false
    case .quotation:
      return quotes(candidate)
    case .entity, .attribution, .role:
      let (before, after) = ownWords(of: candidate)
      return isSpelled(before, old) && !isPartOfAnother(claim.old, old)
        || isSpelled(after, new) && !isPartOfAnother(claim.new, new)
        || claim.type != .attribution && speaksOf(candidate, least: 1)
          && (isSurnameGiven(claim.old, old, among: before)
            || isSurnameGiven(claim.new, new, among: after))
        || claim.type == .role && speaksOf(candidate, least: 1)
          && deniesOne(of: candidate, before, after)
    case .polarity:
      return speaksOf(candidate, least: 2) && namesPredicate(candidate)
        || deniesPredicate(candidate) || countsWhatWasNone(candidate)
        || repeatsDenial(candidate) && speaksOf(candidate, least: 1)
        || isDeniedWhole && speaksOf(candidate, least: 2)
        || quotesAlone(candidate)
        // `said that numbers had fallen`
        || claim.old != nil && claim.new != nil && speaksOf(candidate, least: 1)
          && (isSpelled(claim.old, old) || isSpelled(claim.new, new))
    case .certainty:
      return speaksOf(candidate, least: 2)
        && (namesLevel(candidate) && namesPredicate(candidate) || isSpelled(claim.old, old))
    }
  }

  /// Whether a mention is no figure but the time that one is of.
  private static func isRate(_ mention: Mention) -> Bool {
    if case .word = mention.value { return mention.kind != .date && mention.kind != .time }
    return false
  }

  /// Whether a notice names both of two words, the one as wrong and the other as right.
  func names(both old: [String], and new: [String]) -> Bool {
    let said = Set((old + new).map(stem))
    return parts.indices.contains { index in
      said.isSubset(
        of: parts[index].words.union(index + 1 < parts.count ? parts[index + 1].words : []))
    }
  }

}
