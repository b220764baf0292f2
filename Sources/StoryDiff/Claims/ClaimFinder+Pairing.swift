import StoryLanguage
import StoryModel

/// Which mention of one version stands for which of the other.
extension ClaimFinder {
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

  /// `several cities` → `seven die`, `many parts` → `a year`: whether one of two quantities has no figure,
  /// and each is told to be of something else.
  private func countOtherThings(_ a: Mention, _ b: Mention) -> Bool {
    guard a.kind == .quantity, b.kind == .quantity else { return false }
    // `One suspect` → `a 22-year-old man`
    if isHyphenedAge(a, old) && isCount(b, new) || isHyphenedAge(b, new) && isCount(a, old) {
      return true
    }
    guard a.isVague != b.isVague else { return false }
    if a.unit?.dimension != b.unit?.dimension { return true }
    return a.unit == nil && old.isContent(a.range.upperBound) && new.isContent(b.range.upperBound)
      && Set(a.context).isDisjoint(with: b.context)
  }

  /// `One suspect`, `two men`; but not `a man of 57 allegedly did it`.
  private func isCount(_ mention: Mention, _ reading: Reading) -> Bool {
    let noun = mention.core.upperBound
    guard mention.unit == nil, !mention.isVague, reading.isWord(noun), reading.isContent(noun)
    else { return false }
    return mention.value == .number(low: 1, high: 1) || reading.lower[noun].hasSuffix("s")
      || pair.language.slips.plainPlurals.contains(reading.lower[noun])
  }

  private func isHyphenedAge(_ mention: Mention, _ reading: Reading) -> Bool {
    let next = mention.core.upperBound
    return reading.isMark(next, "-") && reading.isMark(next + 2, "-")
      && reading.has(next + 3, .ageWord)
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
  func isAge(_ mention: Mention, _ reading: Reading) -> Bool {
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

  /// What is asked of two mentions that one edit touches, the closest first.
  private enum PairingRound: CaseIterable { case sameContext, sameKind, any }
}

extension PassageDiff.SentencePair {
  /// Whether an edit puts another value or name in the place of one, and nothing else.
  func isReplaced(_ mention: Mention, by others: [Mention], inOld: Bool) -> Bool {
    let touched = hunks.filter { (inOld ? $0.old : $0.new).overlaps(mention.core) }
    guard touched.count == 1, let hunk = touched.first else { return false }
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    return mine == mention.core && others.contains { $0.core == other && $0.value != mention.value }
  }
}
