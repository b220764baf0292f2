import StoryLanguage

/// Hedges that came, went or changed their strength.
extension ClaimFinder {
  /// `may stop` → `to stop`: in a headline `to` says that something will be.
  func isFuture(_ side: Range<Int>, _ reading: Reading) -> Bool {
    reading.passage.isHeadline && side.count == 1
      && reading.has(side.lowerBound, .baseFormTaker)
      && !reading.has(side.lowerBound, [.modal, .auxiliary])
  }

  /// `accused of` → `acquitted of`: whether another stage of a case stands in the place of a hedge that is one, too.
  private func isOtherStage(_ hedge: Mention, _ hunk: Hunk, inOld: Bool) -> Bool {
    let (own, reading) = inOld ? (old, new) : (new, old)
    let exclusives = pair.language.denial.exclusives
    return (inOld ? hunk.new : hunk.old).contains { position in
      hedge.core.contains { exclusives.areApart(own.lower[$0], reading.lower[position]) }
    }
  }

  /// `Ministers to raise tax` → `Ministers set to raise tax`: whether a hedge says no more than the `to` of the other headline.
  private func isArranged(_ hedge: Mention, inOld: Bool) -> Bool {
    let (own, reading) = inOld ? (old, new) : (new, old)
    let to = hedge.core.upperBound - 1
    // A line alone is a headline, too.
    func hasNoStop(_ reading: Reading) -> Bool { reading.tokens.last?.kind != .mark }
    guard hasNoStop(own), hasNoStop(reading), own.has(to, .baseFormTaker),
      hedge.core.dropLast().contains(where: {
        pair.language.denial.arrangedWords.contains(own.lower[$0])
      })
    else { return false }
    let place = (inOld ? diff.newOfOld : diff.oldOfNew)[to]
    return place > 0 && !reading.has(place - 1, [.be, .have, .modal])
  }

  mutating func certainty(_ hunk: Hunk, _ a: Mention?, _ b: Mention?) {
    switch (a, b) {
    case (let hedge?, nil) where Certainty.isHedge(hedge) && isFuture(hunk.new, new),
      (nil, let hedge?) where Certainty.isHedge(hedge) && isFuture(hunk.old, old):
      addHedged(hunk.old, hunk.new)
    case (let a?, let b?):
      // `can be made` → `will be accepted`
      if !Certainty.isHedge(a), !Certainty.isHedge(b), !haveOneVerb(a, b) { return }
      guard a.value != b.value, !areBothExpected(a, b), !areBothDoubted(a, b) else { return }
      add(
        RawClaim(
          type: .certainty, old: extended(a, hunk.old), new: extended(b, hunk.new), oldMention: a,
          newMention: b, because: "the two are of different certainty"))
    case (let hedge?, nil) where Certainty.isHedge(hedge),
      (nil, let hedge?) where Certainty.isHedge(hedge):
      let inOld = a != nil
      if isArranged(hedge, inOld: inOld) || isOtherStage(hedge, hunk, inOld: inOld) { return }
      if isVerbElsewhere(hedge, hunk, inOld: inOld) { return }
      if isSayingVerb(hedge, hunk, inOld: inOld) || isOtherForm(hedge, hunk) { return }
      if let (was, now) = hedgedPast(hedge, hunk, inOld: inOld) {
        addHedged(was, now, a, b)
      } else if isReworded(hunk) {
        addHedged(hunk.old, hunk.new, a, b)
      } else if isKept(around: hunk, hedge, inOld: inOld) {
        let (own, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
        let (hedged, plain) =
          around(own, other, inOld ? old : new, inOld ? diff.newOfOld : diff.oldOfNew)
          ?? (extended(hedge, own), nil)
        let (whole, verb) =
          plain == nil ? withVerb(hedged, own, other, inOld: inOld) : (hedged, plain)
        addHedged(inOld ? whole : verb, inOld ? verb : whole, a, b)
      }
    default: break
    }
  }

  /// `started` → `may have started`: a hedge and `have` that came before a past, which stands behind them as a participle.
  private func hedgedPast(_ hedge: Mention, _ hunk: Hunk, inOld: Bool) -> (
    Range<Int>, Range<Int>
  )? {
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    let own = inOld ? old : new, verb = mine.upperBound, slips = pair.language.slips
    guard other.isEmpty, mine.count == 2, hedge.core == mine.lowerBound..<verb - 1,
      own.has(mine.lowerBound, .modal), own.has(verb - 1, .have), own.isWord(verb),
      slips.isPast(own.lower[verb]) || slips.invariantPasts.contains(own.lower[verb]),
      (inOld ? diff.newOfOld : diff.oldOfNew)[verb] == other.lowerBound
    else { return nil }
    let (hedged, plain) = (mine.lowerBound..<verb + 1, other.lowerBound..<other.lowerBound + 1)
    return inOld ? (hedged, plain) : (plain, hedged)
  }

  /// `Police believe` → `Police have confirmed`: a verb of doubt in the place of one of knowing, behind a subject that stayed.
  mutating func isDoubtSettled(_ hunk: Hunk) -> Bool {
    let words = pair.language.denial
    func verb(_ side: Range<Int>, _ reading: Reading, _ verbs: Set<String>) -> Range<Int>? {
      guard let place = side.first(where: { !reading.has($0, .have) }),
        verbs.contains(reading.lower[place]),
        (place + 1..<side.upperBound).allSatisfy({ reading.has($0, .that) })
      else { return nil }
      return side.lowerBound..<place + 1
    }
    let before = hunk.old.lowerBound - 1
    guard before >= 0, diff.newOfOld[before] == hunk.new.lowerBound - 1,
      old.isWord(before), old.isContent(before) || old.has(before, .pronoun)
    else { return false }
    let doubt = verb(hunk.old, old, words.doubtVerbs)
    guard let was = doubt ?? verb(hunk.old, old, words.knowingVerbs),
      let now = verb(hunk.new, new, doubt == nil ? words.doubtVerbs : words.knowingVerbs),
      !isCovered(was, inOld: true), !isCovered(now, inOld: false)
    else { return false }
    add(
      RawClaim(
        type: .certainty, old: was, new: now, because: "the two are of different certainty"))
    return true
  }

  /// `The yard could close, staff were told` → `Staff were told that it will be closed`: whether the edit has another verb in the
  /// hedge's place, and the hedged one came elsewhere.
  private func isVerbElsewhere(_ hedge: Mention, _ hunk: Hunk, inOld: Bool) -> Bool {
    let (own, reading) = inOld ? (old, new) : (new, old)
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    let map = inOld ? diff.oldOfNew : diff.newOfOld
    let verb = hedge.core.upperBound
    guard mine.contains(verb), own.isContent(verb), other.contains(where: reading.isContent),
      !other.isEmpty
    else { return false }
    let sentence = reading.passage.sentence(at: other.lowerBound)
    return sentence.contains {
      !other.contains($0) && map[$0] < 0
        && Inflection.areFormsOfOneVerb(own.lower[verb], reading.lower[$0], pair.language)
    }
  }

  /// `said that` → `alleged that`: the hedge is no more than another verb of saying.
  private func isSayingVerb(_ hedge: Mention, _ hunk: Hunk, inOld: Bool) -> Bool {
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    let (own, reading) = inOld ? (old, new) : (new, old)
    return mine.count == 1 && mine == hedge.core && other.count == 1
      && reading.has(other.lowerBound, .saying) && own.has(mine.upperBound, .that)
  }

  /// `He want to stay` → `He wants to stay`: the verb of a hedge in another form.
  private func isOtherForm(_ hedge: Mention, _ hunk: Hunk) -> Bool {
    hedge.core.count > 1 && hunk.old.count == 1 && hunk.new.count == 1
      && Inflection.areFormsOfOneVerb(
        old.lower[hunk.old.lowerBound], new.lower[hunk.new.lowerBound], pair.language)
  }

  /// `is expected to take nine months` → `should take nine months`: what is due is foreseen, too.
  private func areBothExpected(_ a: Mention, _ b: Mention) -> Bool {
    func isDue(_ hedge: Mention, _ reading: Reading) -> Bool {
      hedge.value == .word("obliged")
        && hedge.core.allSatisfy { pair.language.denial.dueWords.contains(reading.lower[$0]) }
    }
    return isDue(a, old) && b.value == .word("likely")
      || isDue(b, new) && a.value == .word("likely")
  }

  /// `is due to open` → `is scheduled to open`
  func isDueStill(_ hunk: Hunk) -> Bool {
    func isDue(_ side: Range<Int>, _ reading: Reading) -> Bool {
      guard let word = side.first, side.count == 1 else { return false }
      return pair.language.denial.dueAdjectives.contains(reading.lower[word])
        && reading.has(word + 1, .baseFormTaker)
    }
    return isDue(hunk.old, old) || isDue(hunk.new, new)
  }

  /// Whether two modals have the same verb behind them.
  private func haveOneVerb(_ a: Mention, _ b: Mention) -> Bool {
    guard let i = (a.core.upperBound..<old.count).first(where: old.isContent),
      let j = (b.core.upperBound..<new.count).first(where: new.isContent)
    else { return true }
    return diff.newOfOld[i] == j
      || Inflection.areFormsOfOneVerb(old.lower[i], new.lower[j], pair.language)
  }

  /// `is unlikely to open` → `is not expected to open`
  private func areBothDoubted(_ a: Mention, _ b: Mention) -> Bool {
    func isDenied(_ hedge: Mention, _ reading: Reading) -> Bool {
      reading.isNegation(hedge.core.lowerBound - 1)
    }
    return a.value == .word("unlikely") && b.value == .word("likely") && isDenied(b, new)
      || b.value == .word("unlikely") && a.value == .word("likely") && isDenied(a, old)
  }

  mutating func addHedged(
    _ old: Range<Int>?, _ new: Range<Int>?, _ a: Mention? = nil, _ b: Mention? = nil
  ) {
    add(
      RawClaim(
        type: .certainty, old: old.map { withoutTold($0, inOld: true) },
        new: new.map { withoutTold($0, inOld: false) }, oldMention: a, newMention: b,
        because: "one version hedges the statement and the other does not"))
  }

  /// `could open on Monday` → `opens on Tuesday`: an edit without a day or figure at its end that is told by itself.
  private func withoutTold(_ range: Range<Int>, inOld: Bool) -> Range<Int> {
    let isTold = inOld ? coveredOld : coveredNew
    let end = range.last { !isTold[$0] }.map { $0 + 1 } ?? range.upperBound
    return range.lowerBound..<end
  }

  /// `was expected to be shut` → `was shut`: a hedge between two forms of `be`, of which one stayed, with the
  /// form that stands on the other side.
  private func around(
    _ hedged: Range<Int>, _ plain: Range<Int>, _ reading: Reading, _ map: TokenMap
  ) -> (hedged: Range<Int>, plain: Range<Int>?)? {
    guard plain.isEmpty, hedged.lowerBound > 0, let last = hedged.last else { return nil }
    let first = hedged.lowerBound - 1
    if reading.has(first, .be), reading.has(last, .be), map[first] >= 0 {
      return (first..<hedged.upperBound, map[first]..<map[first] + 1)
    }
    // The first form went, and the second stands for it.
    if reading.has(hedged.lowerBound, .be), reading.has(last + 1, .be), map[last + 1] >= 0 {
      return (hedged.lowerBound..<last + 2, map[last + 1]..<map[last + 1] + 1)
    }
    return nil
  }

  /// `Hotels are expected to be full` → `Inns were full`: a hedge with the form of `be` after it, and the only auxiliary
  /// verb in its place.
  private func withVerb(
    _ hedged: Range<Int>, _ own: Range<Int>, _ other: Range<Int>, inOld: Bool
  ) -> (hedged: Range<Int>, plain: Range<Int>?) {
    let (mine, theirs) = inOld ? (old, new) : (new, old)
    let verbs = other.filter { position in
      theirs.has(position, [.be, .have, .modal, .auxiliary])
        && !pair.language.denial.gerundEndings.contains(where: theirs.lower[position].hasSuffix)
    }
    guard verbs.count == 1, let verb = verbs.first else { return (hedged, nil) }
    var end = hedged.upperBound
    while own.contains(end), mine.has(end, [.be, .have]) { end += 1 }
    return (hedged.lowerBound..<end, verb..<verb + 1)
  }

  /// Whether the hedged verb stands in the edit too, in another form on the other side: `is expected
  /// to be` → `was`, `podría extenderse` → `se extenderá`.
  func isReworded(_ hunk: Hunk) -> Bool {
    guard !hunk.old.isEmpty, !hunk.new.isEmpty, hunk.old.count + hunk.new.count <= 8 else {
      return false
    }
    let mine = hunk.old.filter { old.isContent($0) }, theirs = hunk.new.filter { new.isContent($0) }
    // `is expected to be` → `was`, `aurait` → `a`, `soll` → `hat`
    let finite: Language.WordKind = [.be, .have]
    let hedged: Language.WordKind = [.be, .have, .modal]
    func isHedged(_ reading: Reading, _ range: Range<Int>) -> Bool {
      range.contains { reading.has($0, [.be, .have]) }
        || range.count == 1 && reading.has(range.lowerBound, hedged)
    }
    if isHedged(old, hunk.old) && hunk.new.allSatisfy({ new.has($0, finite) })
      || isHedged(new, hunk.new) && hunk.old.allSatisfy({ old.has($0, finite) })
    {
      return true
    }
    // `pourrait revenir` → `reviendra`: where verbs have many forms, three letters show one.
    if !pair.language.denial.conditionalStems.isEmpty, mine.count == 1, theirs.count == 1,
      old.lower[mine[0]].prefix(3) == new.lower[theirs[0]].prefix(3)
    {
      return true
    }
    return mine.contains { i in
      theirs.contains { j in
        old.lower[i].utf8.count >= 5 && old.lower[i].prefix(5) == new.lower[j].prefix(5)
          || old.lower[i].utf8.count >= 4
            && Inflection.areFormsOfOneVerb(old.lower[i], new.lower[j], pair.language)
      }
    }
  }

  /// The hedge with the forms of `be` and `have` that came or went with it.
  private func extended(_ hedge: Mention, _ side: Range<Int>) -> Range<Int> {
    let wide = hedge.range.clamped(to: side)
    let core = hedge.core.clamped(to: side)
    return core.count == hedge.core.count ? wide : hedge.core
  }

  /// Whether a hedge that has no counterpart was put into words that stay: the edit has little else.
  private func isKept(around hunk: Hunk, _ hedge: Mention, inOld: Bool) -> Bool {
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    let (own, reading) = inOld ? (old, new) : (new, old)
    let ownContent = mine.count { own.isContent($0) && !hedge.core.contains($0) }
    let otherContent = other.count { reading.isContent($0) }
    // `, believed to be with their mother` went with what it hedges.
    if other.isEmpty, mine.contains(where: { $0 >= hedge.core.upperBound && own.isContent($0) }) {
      return false
    }
    return ownContent <= 2 && otherContent <= 2 && abs(ownContent - otherContent) <= 1
  }
}
