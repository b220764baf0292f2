import StoryLanguage

extension ClaimFinder {
  /// Longest edit in which a negation or a hedge still speaks of the same words.
  private static let longestModalEdit = 9

  /// Negations and hedges that came, went or changed.
  mutating func findModality(_ sentences: PassageDiff.SentencePair) {
    let before = ModalityReader(reading: old), after = ModalityReader(reading: new)
    let oldHedges = before.hedges(in: sentences.old), newHedges = after.hedges(in: sentences.new)
    let oldNegations = before.negations(in: sentences.old)
    let newNegations = after.negations(in: sentences.new)
    let firstClaim = findings.claims.count
    let touched = oldNegations.filter { isTouched($0.range, inOld: true) }
    let touchedNow = newNegations.filter { isTouched($0.range, inOld: false) }
    // `lehnt es ab, … zu kaufen` → `will … nicht kaufen`: with a denial in other words its modal came.
    let isReworded = isSaidByAnotherWord(touched, touchedNow, sentences)
    let settled = settledDenials(touched, touchedNow)
    let isBalanced = isBalancedByPrefix(touched, touchedNow, sentences)
    if touched.isEmpty, touchedNow.isEmpty, sentences.hunks.count > 1 {
      findMovedFlips(sentences)
      findMovedOpposites(sentences)
    }
    for hunk in sentences.hunks
    where hunk.old.count <= ClaimFinder.longestModalEdit
      && hunk.new.count <= ClaimFinder.longestModalEdit
    {
      let mine = hedges(in: hunk.old, oldHedges, inOld: true)
      let theirs = hedges(in: hunk.new, newHedges, inOld: false)
      // A level that both sides have is no change, whatever other words go with it.
      let isShared = mine.contains { hedge in
        theirs.contains { Certainty.level(of: $0) == Certainty.level(of: hedge) }
      }
      var a = isShared ? nil : mine.first, b = isShared ? nil : theirs.first
      if let hedge = a, isSaidElsewhere(hedge, besides: b, hunk, newHedges, sentences, inOld: true)
      {
        (a, b) = (nil, nil)
      } else if let hedge = b,
        isSaidElsewhere(hedge, besides: a, hunk, oldHedges, sentences, inOld: false)
      {
        (a, b) = (nil, nil)
      }
      let denied = oldNegations.filter {
        $0.range.overlaps(hunk.old) && !isCovered($0.range, inOld: true)
          && !isKeptInPart($0, inOld: true) && !settled.old.contains($0.range)
      }
      let deniedNow = newNegations.filter {
        $0.range.overlaps(hunk.new) && !isCovered($0.range, inOld: false)
          && !isKeptInPart($0, inOld: false) && !settled.new.contains($0.range)
      }
      if isBalanced { continue }
      if isDeniedBothTimes(hunk, denied, oldNegations, deniedNow, newNegations) { continue }
      if denied.isEmpty != deniedNow.isEmpty,
        isOpenStill(denied + deniedNow, inOld: deniedNow.isEmpty)
      {
        continue
      }
      // `No one could be reached` → `They did not respond`: one denial of one sentence in the place of another.
      if denied.isEmpty != deniedNow.isEmpty, oldNegations.count == 1, newNegations.count == 1,
        touched.count == 1, touchedNow.count == 1, prefixFlip(hunk) == nil,
        text(old, touched[0].range).lowercased() != text(new, touchedNow[0].range).lowercased()
      {
        continue
      }
      if isReworded, a == nil || b == nil { continue }
      if a == nil || b == nil, isDueStill(hunk) { continue }
      if let flip = polarity(hunk, denied, deniedNow, a, b) {
        if isDeniedByPrefix(
          flip.old, flip.new, isDenied: !touched.isEmpty, isDeniedNow: !touchedNow.isEmpty)
        {
          continue
        }
        add(flip)
      } else if denied.isEmpty && deniedNow.isEmpty || prefixFlip(hunk) == nil {
        // `cleared of` → `accused of`
        if denied.isEmpty, deniedNow.isEmpty, opposite(hunk, sentences) { continue }
        if a == nil || b == nil, isDoubtSettled(hunk) { continue }
        // `not unlikely` and `likely` say the same.
        certainty(hunk, a, b)
        if mine.isEmpty, theirs.isEmpty { conditional(hunk, sentences) }
      }
    }
    findExchangedDenials(touched, touchedNow, sentences)
    findMovedDenials(oldNegations, newNegations, sentences)
    findMovedHedges(oldHedges, newHedges, sentences)
    joinDenial(from: firstClaim)
    joinHedges(from: firstClaim)
  }

  /// `no missile had landed` → `the missile had not landed`: the denials that one edit takes and another gives.
  private func settledDenials(_ touched: [Mention], _ touchedNow: [Mention])
    -> (old: [Range<Int>], new: [Range<Int>])
  {
    var settled: (old: [Range<Int>], new: [Range<Int>]) = ([], [])
    for denial in touched {
      guard
        let other = touchedNow.first(where: {
          !settled.new.contains($0.range) && denyOneThing(denial, $0)
        })
      else { continue }
      settled.old.append(denial.range)
      settled.new.append(other.range)
    }
    return settled
  }

  /// `Not all agreed` → `Some disagreed`: whether a word's prefix denies what the only denial did.
  private func isBalancedByPrefix(
    _ touched: [Mention], _ touchedNow: [Mention], _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    guard touched.count + touchedNow.count == 1 else { return false }
    return sentences.hunks.contains { hunk in
      prefixFlip(hunk).map {
        isDeniedByPrefix(
          $0.old, $0.new, isDenied: !touched.isEmpty, isDeniedNow: !touchedNow.isEmpty)
      } ?? false
    }
  }

  /// `Staff were unaware of it` → `Of the threat staff were aware`: a word that lost or took a negative prefix where it moved.
  private mutating func findMovedFlips(_ sentences: PassageDiff.SentencePair) {
    // A quick look: few edits have a word with such a prefix.
    func mayBeDenied(_ side: Range<Int>, _ reading: Reading) -> Bool {
      side.contains { reading.shape($0).contains(.mayDeny) }
    }
    guard
      sentences.hunks.contains(where: { mayBeDenied($0.old, old) || mayBeDenied($0.new, new) }),
      tellTheSame(sentences)
    else { return }
    for (place, one) in sentences.hunks.enumerated() {
      for (index, other) in sentences.hunks.enumerated()
      where index != place || ClaimFinder.longestModalEdit < max(one.old.count, one.new.count) {
        guard let flip = prefixFlip(Hunk(old: one.old, new: other.new)),
          !isCovered(flip.old, inOld: true), !isCovered(flip.new, inOld: false),
          !sentences.old.contains(where: { old.lower[$0] == new.lower[flip.new.lowerBound] }),
          !sentences.new.contains(where: { new.lower[$0] == old.lower[flip.old.lowerBound] })
        else { continue }
        add(
          RawClaim(
            type: .polarity, old: flip.old, new: flip.new,
            because: "a negative prefix came or went"))
      }
    }
  }

  /// `The jury convicted Mr Ash` → `Mr Ash was acquitted by the jury`: one word in one edit and its opposite in another, neither of
  /// which the other version has.
  private mutating func findMovedOpposites(_ sentences: PassageDiff.SentencePair) {
    let opposites = pair.language.denial.opposites
    let gone = sentences.hunks.flatMap(\.old).filter {
      old.isContent($0) && diff.newOfOld[$0] < 0 && opposites.contains(old.lower[$0])
    }
    guard !gone.isEmpty else { return }
    let come = sentences.hunks.flatMap(\.new).filter {
      new.isContent($0) && diff.oldOfNew[$0] < 0 && opposites.contains(new.lower[$0])
    }
    let found = gone.flatMap { i in
      come.filter { opposites.areApart(old.lower[i], new.lower[$0]) }.map { (i, $0) }
    }
    guard found.count == 1, let (i, j) = found.first, !isCovered(i..<i + 1, inOld: true),
      !isCovered(j..<j + 1, inOld: false),
      !sentences.hunks.contains(where: { $0.old.contains(i) && $0.new.contains(j) }),
      tellTheSame(sentences, leastOfLonger: ClaimFinder.leastOfLonger),
      !sentences.new.contains(where: {
        Inflection.areFormsOfOneVerb(old.lower[i], new.lower[$0], pair.language)
      }),
      !sentences.old.contains(where: {
        Inflection.areFormsOfOneVerb(new.lower[j], old.lower[$0], pair.language)
      })
    else { return }
    add(
      RawClaim(
        type: .polarity, old: i..<i + 1, new: j..<j + 1,
        because: "the two words say the opposite of each other"))
  }

  /// The run of words between two marks, or words that join clauses, in which a range stands.
  func clause(around range: Range<Int>, _ reading: Reading) -> Range<Int> {
    let sentence = reading.passage.sentence(
      at: max(0, min(range.lowerBound, reading.count - 1)))
    func ends(_ position: Int) -> Bool {
      reading.tokens[position].kind == .mark || reading.has(position, .clause)
    }
    var start = min(range.lowerBound, sentence.upperBound), end = max(range.upperBound, start)
    while start > sentence.lowerBound, !ends(start - 1) { start -= 1 }
    while end < sentence.upperBound, !ends(end) { end += 1 }
    return start..<end
  }

  /// `refused for end` → `refused to end`: the verb that denies stands in both.
  private func isKeptInPart(_ denial: Mention, inOld: Bool) -> Bool {
    let (reading, map) = inOld ? (old, diff.newOfOld) : (new, diff.oldOfNew)
    let verb = denial.range.lowerBound
    return denial.range.count > 1 && reading.isContent(verb) && map[verb] >= 0
  }

  /// `könnte … schließen` → `wird … nicht schließen` is one change: the modal goes with the denial.
  private mutating func joinDenial(from first: Int) {
    let found = findings.claims.indices.dropFirst(first)
    let denials = found.filter { findings.claims[$0].type == .polarity }
    let modals = found.filter {
      findings.claims[$0].type == .certainty && findings.claims[$0].old != nil
        && findings.claims[$0].new != nil
    }
    guard denials.count == 1, modals.count == 1, let denial = denials.first,
      let modal = modals.first
    else { return }
    let other = findings.claims[modal]
    func join(_ a: Range<Int>?, _ b: Range<Int>?) -> Range<Int>? {
      guard let a, let b else { return a ?? b }
      let joined = min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
      return joined.count <= ClaimFinder.longestModalEdit ? joined : nil
    }
    guard let old = join(findings.claims[denial].old, other.old),
      let new = join(findings.claims[denial].new, other.new)
    else { return }
    findings.claims[denial].old = old
    findings.claims[denial].new = new
    findings.claims.remove(at: modal)
  }

  /// `the fire appears to be arson` → `it is not clear if the fire is arson`: one hedge of a sentence in another place than
  /// the one that it stands for.
  private mutating func joinHedges(from first: Int) {
    let hedges = findings.claims.indices.dropFirst(first).filter {
      findings.claims[$0].type == .certainty
    }
    guard hedges.count == 2,
      let gone = hedges.first(where: {
        findings.claims[$0].oldMention != nil && findings.claims[$0].newMention == nil
      }),
      let come = hedges.first(where: {
        findings.claims[$0].newMention != nil && findings.claims[$0].oldMention == nil
      }), findings.claims[gone].oldMention?.value != findings.claims[come].newMention?.value
    else { return }
    findings.claims[gone].new = findings.claims[come].new
    findings.claims[gone].newMention = findings.claims[come].newMention
    findings.claims[gone].because = "the two are of different certainty"
    findings.claims.remove(at: come)
  }

  /// `coûterait` → `coûtera`, `tendría` → `tiene`: what was told as hearsay is told as a fact, or the
  /// reverse.
  private mutating func conditional(_ hunk: Hunk, _ sentences: PassageDiff.SentencePair) {
    guard !pair.language.denial.conditionalEndings.isEmpty,
      !isCovered(hunk.old, inOld: true), !isCovered(hunk.new, inOld: false)
    else { return }
    let before = ModalityReader(reading: old), after = ModalityReader(reading: new)
    for i in hunk.old where old.isWord(i) {
      for j in hunk.new where new.isWord(j) {
        let stem = before.conditionalStem(i), otherStem = after.conditionalStem(j)
        guard (stem == nil) != (otherStem == nil),
          let hearsay = stem ?? otherStem,
          Inflection.isFormOfVerb(
            stem == nil ? old.lower[i] : new.lower[j], stem: hearsay, pair.language),
          !before.isConditioned(sentences.old), !after.isConditioned(sentences.new)
        else { continue }
        add(
          RawClaim(
            type: .certainty, old: i..<i + 1, new: j..<j + 1,
            because: "one version tells it as hearsay and the other as a fact"))
        return
      }
    }
  }

  private func hedges(in range: Range<Int>, _ hedges: [Mention], inOld: Bool) -> [Mention] {
    let (reading, map) = inOld ? (old, diff.newOfOld) : (new, diff.oldOfNew)
    return hedges.filter { hedge in
      guard hedge.core.overlaps(range), !isCovered(hedge.core, inOld: inOld) else { return false }
      // `accused for` → `accused of`: the word that hedges stands in both.
      let said = hedge.core.filter { reading.isContent($0) }
      return said.isEmpty || said.contains { map[$0] < 0 }
    }
  }
}

/// The levels of certainty that a hedge can have.
enum Certainty {
  /// The level of a hedge; ability counts as possibility: `can`, `could`.
  static func level(of hedge: Mention) -> Mention.Value {
    hedge.value == .word("able") ? .word("possible") : hedge.value
  }

  /// Whether a word by itself makes a statement less sure: `will`, `can` and `must` come and go with
  /// the tense.
  static func isHedge(_ hedge: Mention) -> Bool {
    ![.word("certain"), .word("able"), .word("obliged")].contains(hedge.value)
  }
}
