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
    // `no missile had landed` → `the missile had not landed`: what one edit takes, another gives.
    let isMoved =
      touched.count == 1 && touchedNow.count == 1 && denyOneThing(touched.first, touchedNow.first)
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
      if let hedge = a, isSaidElsewhere(hedge, besides: b, hunk, newHedges, inOld: true) {
        (a, b) = (nil, nil)
      } else if let hedge = b, isSaidElsewhere(hedge, besides: a, hunk, oldHedges, inOld: false) {
        (a, b) = (nil, nil)
      }
      let denied = oldNegations.filter {
        $0.range.overlaps(hunk.old) && !isCovered($0.range, inOld: true)
          && !isKeptInPart($0, inOld: true)
      }
      let deniedNow = newNegations.filter {
        $0.range.overlaps(hunk.new) && !isCovered($0.range, inOld: false)
          && !isKeptInPart($0, inOld: false)
      }
      if isMoved, denied.isEmpty != deniedNow.isEmpty, prefixFlip(hunk) == nil { continue }
      if isDeniedBothTimes(hunk, denied, oldNegations, deniedNow, newNegations) { continue }
      if denied.isEmpty != deniedNow.isEmpty,
        isOpenStill(denied + deniedNow, inOld: deniedNow.isEmpty)
      {
        continue
      }
      if isReworded, a == nil || b == nil { continue }
      if let flip = polarity(hunk, denied, deniedNow, a, b) {
        if isDeniedByPrefix(flip, isDenied: !touched.isEmpty, isDeniedNow: !touchedNow.isEmpty) {
          continue
        }
        add(flip)
      } else if denied.isEmpty && deniedNow.isEmpty || prefixFlip(hunk) == nil {
        // `cleared of` → `accused of`
        if denied.isEmpty, deniedNow.isEmpty, opposite(hunk, sentences) { continue }
        // `not unlikely` and `likely` say the same.
        certainty(hunk, a, b)
        if mine.isEmpty, theirs.isEmpty { conditional(hunk, sentences) }
      }
    }
    joinDenial(from: firstClaim)
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
