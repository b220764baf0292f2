import StoryLanguage

/// Values in a sentence that tells the same in another order.
extension ClaimFinder {
  /// The share of the words of the longer of two sentences that the other has to have, where a hedge is what went.
  static let leastOfLonger = 0.5
  /// Words that may stand between a value and the word that it belongs to.
  private static let farthestGovernor = 6

  /// `stolen in 1987 and returned on Friday` → `returned on Friday, after it was stolen in 1978`: of each form the one day or time of a
  /// sentence that the other version does not have stands for the one that came, where the same word governs both, or the
  /// sentences have most words in common. O(mentions² + tokens).
  mutating func findRetold(
    _ before: [Mention], _ after: [Mention], _ sentences: PassageDiff.SentencePair
  ) {
    guard sentences.hunks.count > 1 else { return }
    func lone(_ mentions: [Mention], besides others: [Mention], inOld: Bool) -> [Mention] {
      mentions.filter { mention in
        isTouched(mention.core, inOld: inOld) && !isCovered(mention.range, inOld: inOld)
          && form(of: mention, inOld ? old : new) != nil
          && !others.contains { Comparison.of(mention, $0).isSame }
      }
    }
    let gone = lone(before, besides: after, inOld: true)
    let come = lone(after, besides: before, inOld: false)
    for a in gone {
      let form = form(of: a, old)
      let like = come.filter { self.form(of: $0, new) == form }
      guard gone.count(where: { self.form(of: $0, old) == form }) == 1, like.count == 1,
        let b = like.first,
        isOtherValue(a, b), !isToldThere(a, b, sentences),
        areGovernedAlike(a, b, sentences)
          || form?.hasPrefix("weekday") == false && tellTheSame(sentences)
      else { continue }
      let (was, now) = spans(a, b)
      add(
        RawClaim(
          type: a.kind, old: was, new: now, oldMention: a, newMention: b,
          because: "each version of the sentence has one value of the kind"))
    }
  }

  /// What kind of day or time a mention is, so that two of a kind may stand for each other; nil where that is vague.
  private func form(of mention: Mention, _ reading: Reading) -> String? {
    switch mention.value {
    case .date(let date): date.key.map { String($0.prefix { $0 != " " }) }
    case .clock(let from, let to): from == to ? "clock" : "clocks"
    // `Ann Orr, 42,`
    case .number where isAge(mention, reading):
      "age of " + reading.lower[mention.core.lowerBound - 2]
    case .number where mention.isOrdinal || mention.isResult: nil
    case .number where mention.kind != .quantity: "\(mention.kind)"
    case .number: mention.unit?.dimension ?? mention.context.first.map { "of " + $0 }
    default: nil
    }
  }

  /// Whether two values are others, or the same figure with another bound: `140`, `about 140`.
  private func isOtherValue(_ a: Mention, _ b: Mention) -> Bool {
    switch Comparison.of(a, b) {
    case .different: true
    case .consistent: a.kind != .date && a.kind != .time && a.value == b.value
    case .same, .unknown: false
    }
  }

  /// Whether the two stand in one edit of a sentence that stayed, and so are compared where they stand.
  private func isToldThere(
    _ a: Mention, _ b: Mention, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    let mine = Set(hunks(a.range, inOld: true, sentences))
    return !mine.isDisjoint(with: hunks(b.range, inOld: false, sentences))
      && (a.kind != .date && a.kind != .time || keepsMost(a, b, in: sentences))
  }

  /// Whether two values belong to the same word: `opens on Friday`, `to open on Monday`.
  func areGovernedAlike(
    _ a: Mention, _ b: Mention, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    guard let mine = governor(a.range, sentences.old, old),
      let theirs = governor(b.range, sentences.new, new)
    else { return false }
    return Inflection.areFormsOfOneVerb(old.lower[mine], new.lower[theirs], pair.language)
      && !old.has(mine, .saying)
  }

  /// The nearest word before a value that says something and is no value; without one the nearest behind it.
  private func governor(_ range: Range<Int>, _ sentence: Range<Int>, _ reading: Reading) -> Int? {
    func governs(_ position: Int) -> Bool {
      reading.isContent(position) && reading.isWord(position)
        && !reading.has(position, [.month, .weekday, .cardinal, .clockWord, .dayPart])
    }
    let before = max(sentence.lowerBound, range.lowerBound - ClaimFinder.farthestGovernor)
    let after = min(sentence.upperBound, range.upperBound + ClaimFinder.farthestGovernor)
    var position = range.lowerBound - 1
    while position >= before, !reading.isMark(position, ","), !reading.isMark(position, ";") {
      if governs(position) { return position }
      position -= 1
    }
    return (range.upperBound..<max(range.upperBound, after)).first(where: governs)
  }

  /// `is likely to cut 300 jobs` → `300 jobs will be cut`: a hedge that went with its place, where the other version has the verb
  /// and hedges nothing.
  mutating func findMovedHedges(
    _ before: [Mention], _ after: [Mention], _ sentences: PassageDiff.SentencePair
  ) {
    // Elsewhere the verb may stand at the end, far from its modal.
    guard pair.language.code == "en", sentences.hunks.count > 1 else { return }
    let isHedged = before.contains(where: Certainty.isHedge)
    guard isHedged != after.contains(where: Certainty.isHedge) else { return }
    let (own, reading) = isHedged ? (old, new) : (new, old)
    let (mine, theirs) =
      isHedged ? (sentences.old, sentences.new) : (sentences.new, sentences.old)
    for hedge in (isHedged ? before : after).filter(Certainty.isHedge) {
      let range = hedge.range
      if isOfKeptNoun(hedge, own, inOld: isHedged) {
        addHedged(isHedged ? hedge.core : nil, isHedged ? nil : hedge.core)
        continue
      }
      guard range.allSatisfy({ (isHedged ? diff.newOfOld : diff.oldOfNew)[$0] < 0 }),
        !isCovered(range, inOld: isHedged),
        let verb = (range.upperBound..<mine.upperBound).first(where: own.isContent),
        verb - range.upperBound <= 2,
        let place = theirs.first(where: {
          Inflection.areFormsOfOneVerb(reading.lower[$0], own.lower[verb], pair.language)
        }), (isHedged ? diff.oldOfNew : diff.newOfOld)[place] < 0,
        haveLikeObjects(verb, mine, own, place, theirs, reading),
        tellTheSame(sentences, leastOfLonger: ClaimFinder.leastOfLonger)
      else { continue }
      let modal = (max(theirs.lowerBound, place - 2)..<place).first { reading.has($0, .modal) }
      let other = modal.flatMap { modal -> Range<Int>? in
        isCovered(modal..<modal + 1, inOld: !isHedged) ? nil : modal..<modal + 1
      }
      addHedged(isHedged ? range : other, isHedged ? other : range)
    }
  }

  /// `The alleged ringleader was held` → `Police said they held the ringleader`: between an article and a noun that stayed.
  private func isOfKeptNoun(_ hedge: Mention, _ own: Reading, inOld: Bool) -> Bool {
    let (map, reading) = inOld ? (diff.newOfOld, new) : (diff.oldOfNew, old)
    let noun = hedge.core.upperBound
    guard hedge.core.count == 1, map[hedge.core.lowerBound] < 0,
      !isCovered(hedge.core, inOld: inOld), own.has(noun - 2, .article), own.isContent(noun),
      map[noun] >= 0
    else { return false }
    return reading.has(map[noun] - 1, .article)
  }

  /// Whether one of the next words behind a verb that say something stands around it in the other version, too.
  private func haveLikeObjects(
    _ verb: Int, _ sentence: Range<Int>, _ own: Reading, _ place: Int, _ other: Range<Int>,
    _ reading: Reading
  ) -> Bool {
    let objects = (verb + 1..<sentence.upperBound).filter(own.isContent).prefix(2)
    let around =
      (other.lowerBound..<place).filter(reading.isContent).suffix(3)
      + (place + 1..<other.upperBound).filter(reading.isContent).prefix(3)
    return objects.contains { object in
      around.contains {
        Inflection.areFormsOfOneNoun(own.lower[object], reading.lower[$0], pair.language)
      }
    }
  }

  /// `after his grandmother fell ill` → `once his mother had fallen ill`: of the relatives of a sentence the one that the other version
  /// does not have, where the same word follows both.
  mutating func findRetoldRelatives(
    _ gone: [Mention], _ come: [Mention], _ sentences: PassageDiff.SentencePair
  ) {
    func lone(_ mentions: [Mention], _ sentence: Range<Int>, _ other: Reading, inOld: Bool)
      -> Mention?
    {
      let relatives = mentions.filter { mention in
        mention.isRelative && !isCovered(mention.range, inOld: inOld)
          && !sentence.contains {
            other.lower[$0] == (inOld ? old : new).lower[mention.core.lowerBound]
          }
      }
      return relatives.count == 1 ? relatives.first : nil
    }
    guard let a = lone(gone, sentences.new, new, inOld: true),
      let b = lone(come, sentences.old, old, inOld: false), a.value != b.value,
      let next = (a.range.upperBound..<sentences.old.upperBound).first(where: old.isContent),
      let nextNow = (b.range.upperBound..<sentences.new.upperBound).first(where: new.isContent),
      Inflection.areFormsOfOneVerb(old.lower[next], new.lower[nextNow], pair.language)
    else { return }
    add(
      RawClaim(
        type: .role, old: a.range, new: b.range, oldMention: a, newMention: b,
        because: "the title or description differs"))
  }

  /// `The mayor is not a suspect, but his aide is` → `The mayor is a suspect, but his aide is not`: one denial that went from
  /// one clause to another, and nothing else.
  mutating func findExchangedDenials(
    _ before: [Mention], _ after: [Mention], _ sentences: PassageDiff.SentencePair
  ) {
    guard before.count == 1, after.count == 1, sentences.old.count == sentences.new.count,
      let i = before[0].range.first, let j = after[0].range.first, before[0].range.count == 1,
      after[0].range.count == 1, old.number(i) == new.number(j),
      !isCovered(before[0].range, inOld: true), !isCovered(after[0].range, inOld: false)
    else { return }
    let mine = sentences.old.filter { $0 != i }, theirs = sentences.new.filter { $0 != j }
    let shift = sentences.new.lowerBound - sentences.old.lowerBound
    let between = min(i, j - shift)..<max(i, j - shift)
    guard zip(mine, theirs).allSatisfy({ old.number($0) == new.number($1) }),
      between.contains(where: { old.has($0, .clause) || old.tokens[$0].kind == .mark }),
      // `is not here, and he is`: a verb on either side of what parts them.
      between.contains(where: { old.has($0, [.be, .have, .modal, .auxiliary]) })
    else { return }
    let because = "one version denies what the other states"
    add(RawClaim(type: .polarity, old: before[0].range, new: nil, because: because))
    add(RawClaim(type: .polarity, old: nil, new: after[0].range, because: because))
  }

  /// `The office has not received a request` → `A request has been received by the office`: the only denial of two sentences that
  /// tell the same, where the other version has what it denies.
  mutating func findMovedDenials(
    _ before: [Mention], _ after: [Mention], _ sentences: PassageDiff.SentencePair
  ) {
    guard before.count + after.count == 1, sentences.hunks.count > 1,
      let denial = before.first ?? after.first
    else { return }
    let isThen = !before.isEmpty
    let (own, reading) = isThen ? (old, new) : (new, old)
    let (mine, theirs) =
      isThen ? (sentences.old, sentences.new) : (sentences.new, sentences.old)
    func denies(_ sentence: Range<Int>, _ reading: Reading) -> Bool {
      sentence.contains { position in
        pair.language.denial.denyingWords.contains(reading.lower[position])
          || reading.match(pair.language.negations, position, end: sentence.upperBound) != nil
          || pair.language.denial.limitWords.contains(reading.lower[position])
      }
    }
    guard isTouched(denial.range, inOld: isThen), !isCovered(denial.range, inOld: isThen),
      denial.range.count == 1, !own.has(denial.range.lowerBound, .pronoun),
      pair.language.denial.correlatives[own.lower[denial.range.lowerBound]] == nil,
      !denies(theirs, reading),
      !(denial.range.upperBound..<mine.upperBound).contains(where: {
        pair.language.denial.limitWords.contains(own.lower[$0])
      }),
      let verb = (denial.range.upperBound..<mine.upperBound).first(where: own.isContent),
      verb - denial.range.upperBound <= 2,
      theirs.contains(where: {
        Inflection.areFormsOfOneVerb(own.lower[verb], reading.lower[$0], pair.language)
      }), tellTheSame(sentences, leastOfLonger: ClaimFinder.leastOfLonger)
    else { return }
    add(
      RawClaim(
        type: .polarity, old: isThen ? denial.range : nil, new: isThen ? nil : denial.range,
        because: "one version denies what the other states"))
  }
}
