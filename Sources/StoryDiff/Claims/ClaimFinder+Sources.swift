import StoryLanguage

extension ClaimFinder {
  /// Sources replaced, added or dropped.
  mutating func findSources(_ sentences: PassageDiff.SentencePair) {
    let before = SourceReader(reading: old, leadIn: leadIn(sentences, inOld: true))
      .attributions(in: sentences.old)
    var after = SourceReader(reading: new, leadIn: leadIn(sentences, inOld: false))
      .attributions(in: sentences.new)
    func isEdited(_ attribution: SourceReader.Attribution, inOld: Bool) -> Bool {
      isTouched(attribution.range, inOld: inOld) || isTouched(attribution.source, inOld: inOld)
    }
    guard
      before.contains(where: { isEdited($0, inOld: true) })
        || after.contains(where: { isEdited($0, inOld: false) })
    else { return }
    let all = (before, after)
    // The same verb first, then the same edit.
    var lone = before.filter { attribution in
      guard let index = after.firstIndex(where: { shareAnchor(attribution, $0) }) else {
        return true
      }
      compare(attribution, after.remove(at: index))
      return false
    }
    lone = lone.filter { attribution in
      let mine = Set(hunks(attribution.range, inOld: true, sentences))
      let index = after.firstIndex {
        !mine.isDisjoint(with: hunks($0.range, inOld: false, sentences))
      }
      guard let index else { return true }
      compare(attribution, after.remove(at: index))
      return false
    }
    // One source gone and another come, elsewhere in the sentence.
    if lone.count == 1, after.count == 1, isNewlySaid(lone[0], inOld: true),
      isNewlySaid(after[0], inOld: false)
    {
      compare(lone[0], after[0])
      return
    }
    for attribution in lone
    where isDropped(attribution, inOld: true, sentences, left: after, all: all.1) {
      add(
        RawClaim(
          type: .attribution, old: attribution.range, new: nil,
          because: "a source is named in one version only"))
    }
    for attribution in after
    where isDropped(attribution, inOld: false, sentences, left: lone, all: all.0) {
      add(
        RawClaim(
          type: .attribution, old: nil, new: attribution.range,
          because: "a source is named in one version only"))
    }
  }

  /// `Police believe the shed burned` → `The shed burned`: the verb of a few words with which one version of a sentence
  /// begins, and after which it goes on as the other one does.
  private func leadIn(_ sentences: PassageDiff.SentencePair, inOld: Bool) -> Int? {
    guard let hunk = sentences.hunks.first else { return nil }
    let (mine, theirs) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    let (own, other) = inOld ? (old, new) : (new, old)
    let (sentence, opposite) =
      inOld ? (sentences.old, sentences.new) : (sentences.new, sentences.old)
    guard mine.lowerBound == sentence.lowerBound, theirs.lowerBound == opposite.lowerBound,
      theirs.count <= 1, mine.count > theirs.count + 1, mine.upperBound < sentence.upperBound
    else { return nil }
    let verb = mine.upperBound - theirs.count - 1
    guard own.has(verb, .reporting),
      theirs.isEmpty || own.lower[verb + 1] == other.lower[theirs.lowerBound]
    else { return nil }
    return verb
  }

  private func shareAnchor(
    _ before: SourceReader.Attribution, _ after: SourceReader.Attribution
  ) -> Bool {
    before.anchor.contains { position in
      diff.newOfOld[position] >= 0 && after.anchor.contains(diff.newOfOld[position])
    }
  }

  private func isWhollyNew(_ range: Range<Int>, inOld: Bool) -> Bool {
    range.allSatisfy { (inOld ? diff.newOfOld[$0] : diff.oldOfNew[$0]) < 0 }
  }

  /// `The mayor said the road is shut` → `The road is shut`: which of two articles stayed is a matter of chance.
  private func isBesideItsArticle(
    _ range: Range<Int>, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    let reading = inOld ? old : new
    guard let article = range.first, reading.has(article, .article),
      isWhollyNew(article + 1..<range.upperBound, inOld: inOld),
      let index = hunks(article + 1..<range.upperBound, inOld: inOld, sentences).first
    else { return false }
    let hunk = sentences.hunks[index]
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    return other.isEmpty && mine == article + 1..<range.upperBound + 1
      && reading.lower[range.upperBound] == reading.lower[article]
  }

  /// Whether neither the verb nor the noun of a source was kept, nor most of what else it says.
  private func isNewlySaid(_ attribution: SourceReader.Attribution, inOld: Bool) -> Bool {
    let (reading, map) = inOld ? (old, diff.newOfOld) : (new, diff.oldOfNew)
    func isNew(_ position: Int) -> Bool { map[position] < 0 || !reading.isContent(position) }
    let said = attribution.source.filter { reading.isContent($0) }
    return attribution.anchor.allSatisfy(isNew) && said.last.map(isNew) ?? true
      && said.count { !isNew($0) } * 3 <= said.count * 2
  }

  private mutating func compare(
    _ before: SourceReader.Attribution, _ after: SourceReader.Attribution
  ) {
    guard isTouched(before.source, inOld: true) || isTouched(after.source, inOld: false),
      !isCovered(before.source, inOld: true), !isCovered(after.source, inOld: false)
    else { return }
    if isNamedAfter(before.source, after.source) || areCounts(before.source, after.source) {
      return
    }
    var (before, after) = (before, after)
    var mine = SourceIdentity(before.source, old), theirs = SourceIdentity(after.source, new)
    // `Un portavoz` → `El patrón, Tomás Pacheco`
    if !mine.isNamed && !theirs.isNamed || mine.isAnonymous != theirs.isAnonymous {
      before.source = withName(before.source, old, diff.newOfOld)
      after.source = withName(after.source, new, diff.oldOfNew)
      mine = SourceIdentity(before.source, old)
      theirs = SourceIdentity(after.source, new)
    }
    guard mine.differs(from: theirs), !isDescribedElsewhere(mine, theirs) else { return }
    // `a police source`, `a family source`: the word that both have is no other name for either.
    let onlyMine = mine.words.subtracting(theirs.words)
    let onlyTheirs = theirs.words.subtracting(mine.words)
    if let a = onlyMine.first, let b = onlyTheirs.first, onlyMine.count == 1,
      onlyTheirs.count == 1, areSynonymous(a, b)
    {
      cover(before.source, after.source)
      return
    }
    if let a = onlyMine.max(), let b = onlyTheirs.max(),
      pair.areAliases(a, b)
        || pair.areAliases(onlyMine.min() ?? a, onlyTheirs.min() ?? b)
    {
      return
    }
    if areAliases(sourceWords(before.source, old), sourceWords(after.source, new)) {
      cover(before.source, after.source)
      return
    }
    // `the Reserve Bank of Lorn`, `the RBL`
    let (named, other) = (withoutArticle(before.source, old), withoutArticle(after.source, new))
    if spellsOut(named, old, other, new) || spellsOut(other, new, named, old) {
      cover(before.source, after.source)
      return
    }
    let isRespelt =
      onlyMine.count == onlyTheirs.count
      && onlyMine.allSatisfy { a in onlyTheirs.contains { Naming.areSpellings(a, $0) } }
    if isRespelt { return }
    add(
      RawClaim(
        type: .attribution, old: before.source, new: after.source,
        because: mine.isNamed == theirs.isNamed
          ? "the statement is attributed to another source"
          : "one version names the source and the other describes it"))
  }

  /// `a third said` → `40 per cent said`: how many did is told as a figure.
  private func areCounts(_ before: Range<Int>, _ after: Range<Int>) -> Bool {
    func isCount(_ range: Range<Int>, _ reading: Reading) -> Bool {
      range.allSatisfy { position in
        !reading.isContent(position) || reading.tokens[position].kind == .number
          || reading.has(position, [.cardinal, .fraction, .vague, .scale])
          || reading.match(reading.language.percent, position, end: range.upperBound) != nil
          || position > range.lowerBound
            && reading.match(reading.language.percent, position - 1, end: range.upperBound) != nil
      }
    }
    return isCount(before, old) && isCount(after, new)
  }

  /// `The UN says a flood …` → `A flood …, the UN says, …`: whether another edit of the sentence has the same words.
  private func isMoved(
    _ attribution: SourceReader.Attribution, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    let (own, other) = inOld ? (old, new) : (new, old)
    let said = attribution.range.filter { own.isWord($0) }.map { own.number($0) }
    return sentences.hunks.contains { hunk in
      let side = inOld ? hunk.new : hunk.old
      return said.count >= 2 && other.holds(said, in: side)
    }
  }

  /// `On a signalé deux cas`: a pronoun that stands for nobody.
  private func isNobody(_ source: Range<Int>, inOld: Bool) -> Bool {
    let reading = inOld ? old : new
    return source.count == 1
      && pair.language.naming.impersonals.contains(reading.lower[source.lowerBound])
  }

  /// `an engineer told the board` → `the board was told by an engineer`: whether the other version has all words of a
  /// source anew elsewhere in the sentence.
  private func isSourceElsewhere(
    _ source: Range<Int>, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    let (own, reading) = inOld ? (old, new) : (new, old)
    let (sentence, map) =
      inOld ? (sentences.new, diff.oldOfNew) : (sentences.old, diff.newOfOld)
    let said = SourceIdentity(source, own).words
    return !said.isEmpty
      && said.allSatisfy { word in
        sentence.contains { map[$0] < 0 && reading.lower[$0].withoutPossessive == word }
      }
  }

  /// `They told her that …` → `she was told by them`
  private func isPronounElsewhere(
    _ source: Range<Int>, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    let (own, reading) = inOld ? (old, new) : (new, old)
    let sentence = inOld ? sentences.new : sentences.old
    return source.count == 1 && own.has(source.lowerBound, .pronoun)
      && sentence.dropLast().contains {
        reading.has($0, .passiveAgent) && reading.has($0 + 1, .pronoun)
      }
  }

  /// `said the vicar`; but not `injuries confirmed`, `more than the guild's estimate`.
  private func isSpeaker(_ source: Range<Int>, _ reading: Reading) -> Bool {
    guard let first = source.first else { return false }
    return (reading.has(first, [.article, .honorific]) || reading.isCapitalised(first))
      && SourceReader(reading: reading).namesSource(source)
  }

  /// Whether another sentence of the other version has a source with a word of this one that this version has not.
  private func isToldElsewhere(_ source: Range<Int>, inOld: Bool) -> Bool {
    let (own, reading) = inOld ? (old, new) : (new, old)
    let words = SourceIdentity(source, own).words
    func sources(_ reading: Reading) -> [Set<String>] {
      SourceReader(reading: reading).attributions(in: 0..<reading.count).map {
        SourceIdentity($0.source, reading).words
      }
    }
    let mine = sources(own)
    return words.isEmpty
      || sources(reading).contains { !$0.isDisjoint(with: words) && !mine.contains($0) }
  }

  /// Whether all of an attribution was put in or taken out, and nothing like it stands elsewhere.
  ///
  /// `left` are the attributions of the other side that have no partner, `all` all of them.
  private func isDropped(
    _ attribution: SourceReader.Attribution, inOld: Bool,
    _ sentences: PassageDiff.SentencePair, left: [SourceReader.Attribution],
    all: [SourceReader.Attribution]
  ) -> Bool {
    // `“… and we'd tell anybody”`: said in a quotation, and no source of it.
    guard left.isEmpty,
      isWhollyNew(attribution.range, inOld: inOld)
        || isBesideItsArticle(attribution.range, inOld: inOld, sentences),
      (inOld ? old : new).quote(around: attribution.range) == nil,
      attribution.range.count <= ClaimFinder.longestPhrase,
      !isCovered(attribution.range, inOld: inOld)
    else { return false }
    if isMoved(attribution, inOld: inOld, sentences) || isNobody(attribution.source, inOld: inOld) {
      return false
    }
    let touched = hunks(attribution.range, inOld: inOld, sentences)
    guard touched.count == 1, let index = touched.first else { return false }
    let hunk = sentences.hunks[index]
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    let (own, reading) = inOld ? (old, new) : (new, old)
    if isSourceElsewhere(attribution.source, inOld: inOld, sentences)
      || isPronounElsewhere(attribution.source, inOld: inOld, sentences)
    {
      return false
    }
    // `according to …`, or `They forecast that …` where nobody is left who says it: a phrase of its
    // own, whatever else the edit puts in its place.
    if attribution.isPhrase || attribution.isBeforeClause && all.isEmpty {
      let said = SourceIdentity(attribution.source, own).words
      let kept = said.count { reading.lower.contains($0) }
      return kept * 2 < said.count || kept == 0
    }
    if all.isEmpty, !own.passage.isHeadline, isSpeaker(attribution.source, own),
      tellTheSame(sentences, leastOfLonger: ClaimFinder.leastOfLonger),
      !isToldElsewhere(attribution.source, inOld: inOld)
    {
      return true
    }
    return other.count <= 4 && mine.count <= attribution.range.count + 8
      && other.count(where: { reading.isContent($0) && !reading.isCapitalised($0) }) <= 1
  }
}
