import StoryLanguage
import StoryModel

/// Values that one version states and the other does not.
extension ClaimFinder {
  /// The least that a word without a figure has to stand for, to be told where it came or went.
  private static let leastTold = 200.0

  /// Values that one version states and the other does not, in phrases that came or went.
  mutating func addLone(
    _ mentions: [Mention], inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) {
    let (own, other) = inOld ? (old, new) : (new, old)
    let map = inOld ? diff.newOfOld : diff.oldOfNew
    for mention in mentions where !isCovered(mention.range, inOld: inOld) {
      if meetsImpliedNumber(mention, inOld: inOld, sentences) || isConversion(mention, own)
        || isOtherArticle(mention, inOld: inOld, sentences)
      {
        continue
      }
      let whole = wholeInstead(of: mention, inOld: inOld, sentences)
      // `no boats` → `three boats` is told as a denial.
      if whole == nil, mention.kind == .quantity,
        isDenialInstead(of: mention, inOld: inOld, sentences)
      {
        continue
      }
      guard
        whole != nil && mention.core.count == 1 && mention.unit == nil
          || isPhrase(mention, inOld: inOld, sentences)
          || isAdverbial(mention, own, inOld: inOld, sentences),
        !isStated(
          mention, of: own, in: other, inOld ? sentences.new : sentences.old,
          hunks(mention.range, inOld: inOld, sentences).map { sentences.hunks[$0] })
      else { continue }
      if mention.kind == .quantity, whole == nil,
        !keepsMost(inOld ? mention : nil, inOld ? nil : mention, in: sentences)
      {
        continue
      }
      // Of `on Friday night` dropped whole, the day is told already.
      if mention.isPartOfADay,
        map[mention.range.lowerBound - 1] < 0 && !isAfterPreposition(mention, own)
          || hasSameClock(sentences)
      {
        continue
      }
      if let whole {
        add(
          RawClaim(
            type: .quantity, old: inOld ? mention.range : whole,
            new: inOld ? whole : mention.range, oldMention: inOld ? mention : nil,
            newMention: inOld ? nil : mention, because: "the two do not say as much"))
        continue
      }
      add(
        RawClaim(
          type: mention.kind, old: inOld ? mention.range : nil, new: inOld ? nil : mention.range,
          oldMention: inOld ? mention : nil, newMention: inOld ? nil : mention,
          because: "one version states it and the other does not"))
    }
  }

  /// `before dawn`: whether no day stands before a part of one.
  private func isAfterPreposition(_ mention: Mention, _ reading: Reading) -> Bool {
    let before = mention.range.lowerBound - 1
    return before >= 0 && reading.language.slips.prepositions.contains(reading.lower[before])
  }

  /// `the week` → `a week`: an article that counts one, in the place of one that does not.
  private func isOtherArticle(
    _ mention: Mention, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    let (own, reading) = inOld ? (old, new) : (new, old)
    guard mention.core.allSatisfy({ own.has($0, .article) }),
      let index = hunks(mention.core, inOld: inOld, sentences).first
    else { return false }
    let hunk = sentences.hunks[index]
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    return mine == mention.core && !other.isEmpty
      && other.allSatisfy { reading.has($0, .article) }
  }

  /// `10km (six miles)`: a measure in brackets that only gives the one before it in another unit, rounded.
  private func isConversion(_ mention: Mention, _ reading: Reading) -> Bool {
    let open = mention.range.lowerBound - 1
    guard let unit = mention.unit, open > 0, reading.isMark(open, "("),
      reading.isMark(mention.range.upperBound, ")"),
      case .number(let low, let high) = mention.value, low == high, low > 0,
      let before = FigureReader(reading: reading).mentions(
        in: max(0, open - 6)..<open, apartFrom: []
      ).last, before.range.upperBound == open, let other = before.unit,
      other.name != unit.name, other.dimension == unit.dimension,
      case .number(let value, let top) = before.value, value == top, value > 0
    else { return false }
    let share = unit.base(low) / other.base(value)
    return share > 0.9 && share < 1.1
  }

  /// `at half past six on Friday evening` → `at 6.30pm on Friday`: whether both versions tell the same time.
  private func hasSameClock(_ sentences: PassageDiff.SentencePair) -> Bool {
    func times(_ sentence: Range<Int>, _ reading: Reading) -> [Mention] {
      DateReader(reading: reading).mentions(in: sentence).filter {
        if case .clock = $0.value { true } else { false }
      }
    }
    let mine = times(sentences.old, old), theirs = times(sentences.new, new)
    return mine.contains { time in
      theirs.contains { other in
        isTouched(time.range, inOld: true) && isTouched(other.range, inOld: false)
          && Comparison.of(time, other).isSame
      }
    }
  }

  /// Whether all that stands in the place of a figure is a word of denial.
  private func isDenialInstead(
    of mention: Mention, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    guard let index = hunks(mention.range, inOld: inOld, sentences).first else { return false }
    let hunk = sentences.hunks[index]
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    let reading = inOld ? new : old
    return mine == mention.core && other.count == 1 && reading.isNegationWord(other.lowerBound)
  }

  /// `All 12 men` → `Ten of the 12 men`, `No one was hurt` → `Two people were hurt`: what says all or none in the place of
  /// a figure.
  private func wholeInstead(
    of mention: Mention, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Range<Int>? {
    guard mention.kind == .quantity, !mention.isOrdinal,
      let index = hunks(mention.range, inOld: inOld, sentences).first
    else { return nil }
    let hunk = sentences.hunks[index]
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    let (own, reading) = inOld ? (old, new) : (new, old)
    guard let first = other.first, mine.lowerBound == mention.range.lowerBound,
      !isCovered(other, inOld: !inOld)
    else { return nil }
    // `three times` → `once`
    if other.count == 1, pair.language.denial.onceWords.contains(reading.lower[first]),
      mine.count == mention.core.count + 1, let last = mine.last,
      pair.language.repetitionWords.contains(
        own.lower[last].hasSuffix("s") ? String(own.lower[last].dropLast()) : own.lower[last])
    {
      return other
    }
    guard mention.unit == nil else { return nil }
    // `two of the boats` → `one of the boats`
    let next = mention.core.upperBound
    if other.count == 1, own.reads(next, "of") || own.has(next, .dateJoiner),
      (inOld ? diff.newOfOld : diff.oldOfNew)[next] == first + 1,
      reading.has(first, .cardinal), reading.words[first].cardinal == 1
    {
      return other
    }
    if other.count == 1, pair.language.denial.wholes.contains(reading.lower[first]) { return other }
    // `three of the boats` → `some of the boats`
    if other.count == 1, pair.language.denial.amounts.contains(reading.lower[first]),
      next < own.count,
      (inOld ? diff.newOfOld : diff.oldOfNew)[next] == first + 1
    {
      return other
    }
    guard
      let (count, isStrong) = reading.match(pair.language.negations, first, end: other.upperBound),
      // `no boats` → `two boats` is a denial of the same thing.
      isStrong, count > 1 || reading.has(first, .pronoun)
    else { return nil }
    return first..<first + count
  }

  /// `withdraw it until 4 September, when she said …`: a day or a time at the beginning of a longer run
  /// that was put in or taken out, parted from the rest of it by a mark.
  private func isAdverbial(
    _ mention: Mention, _ reading: Reading, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    guard mention.kind == .date || mention.kind == .time,
      let index = hunks(mention.range, inOld: inOld, sentences).first
    else { return false }
    let hunk = sentences.hunks[index]
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    guard other.isEmpty, mine.count > ClaimFinder.longestPhrase,
      (0...2).contains(mention.range.lowerBound - mine.lowerBound),
      mine.contains(mention.range.upperBound - 1)
    else { return false }
    return reading.isMark(mention.range.upperBound, ",")
      && (mine.lowerBound..<mention.range.lowerBound).allSatisfy { reading.isFunction($0) }
  }

  /// `man`, `people`
  private func isPerson(_ noun: String) -> Bool {
    pair.language.personKinds.contains {
      $0 == noun || Inflection.areFormsOfOneNoun($0, noun, pair.language)
    }
  }

  /// `a daughter` → `two daughters`, `a man` → `two people`, `both directions` → `one direction`: a figure stands where a word
  /// that implies one did, before the same noun. Says what it finds, and whether it found it.
  private mutating func meetsImpliedNumber(
    _ mention: Mention, inOld: Bool, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    guard mention.kind == .quantity, mention.unit == nil, !mention.isOrdinal,
      mention.core.count == 1,
      case .number(let value, let high) = mention.value, value == high,
      let noun = mention.context.first, !isParted(mention, from: noun, inOld ? old : new)
    else { return false }
    let touched = hunks(mention.range, inOld: inOld, sentences)
    guard let index = touched.first else { return false }
    let hunk = sentences.hunks[index]
    let (side, reading, sentence) =
      inOld ? (hunk.new, new, sentences.new) : (hunk.old, old, sentences.old)
    for position in side where !isCovered(position..<position + 1, inOld: !inOld) {
      guard let implied = reading.language.impliedNumbers[reading.lower[position]],
        let other = (position + 1..<min(sentence.upperBound, position + 5)).first(where: {
          Inflection.areFormsOfOneNoun(reading.lower[$0], noun, pair.language)
            || implied == 1 && value > 1 && isPerson(reading.lower[$0]) && isPerson(noun)
        }), (position + 1..<other).allSatisfy({ reading.isWord($0) })
      else { continue }
      let here = position..<position + 1
      let (before, after) = inOld ? (mention.range, here) : (here, mention.range)
      if implied == value, mention.bound == .exactly {
        findings.restatements.append(RawRestatement(old: before, new: after))
        cover(before, after)
      } else {
        let counterpart = Mention(
          kind: .quantity, range: here, core: here, value: .number(low: implied, high: implied))
        let (a, b) = inOld ? (mention, counterpart) : (counterpart, mention)
        let (wideBefore, wideAfter) =
          inOld
          ? (mention.range, position..<other + 1) : (position..<other + 1, mention.range)
        add(
          RawClaim(
            type: .quantity, old: inOld ? before : wideBefore, new: inOld ? wideAfter : after,
            oldMention: a, newMention: b,
            because: "the two are different values in the same place of the sentence"))
      }
      return true
    }
    return false
  }

  /// `Ann Orr, 44, a builder`: whether a mark stands between a figure and the word that it seems to count.
  private func isParted(_ mention: Mention, from noun: String, _ reading: Reading) -> Bool {
    (mention.range.upperBound..<reading.count)
      .prefix { reading.lower[$0] != noun }
      .contains { reading.tokens[$0].kind == .mark }
  }

  /// `second-largest`: a place among those that are compared.
  private func isRank(_ mention: Mention, _ reading: Reading) -> Bool {
    let dash = mention.core.upperBound
    return mention.isOrdinal && reading.isMark(dash, "-") && reading.isJoined(dash + 1)
      && pair.language.slips.superlativeEndings.contains {
        reading.lower.indices.contains(dash + 1) && reading.lower[dash + 1].hasSuffix($0)
      }
  }

  /// `in the 12 months to May` → `in the year to May`: one of a unit, which stands in the edit by itself.
  private func isOneOfAUnit(_ mention: Mention, in reading: Reading, _ sides: [Range<Int>]) -> Bool
  {
    guard let unit = mention.unit, mention.bound == .exactly, !mention.isOrdinal,
      case .number(let low, let high) = mention.value, low == high, low > 1
    else { return false }
    return sides.contains { side in
      side.contains { position in
        guard let (_, one) = reading.match(pair.language.units, position, end: side.upperBound)
        else { return false }
        return one.dimension == unit.dimension && one.factor == low * unit.factor
      }
    }
  }

  /// Whether the passage states the same value elsewhere, so that it is not new.
  private func isStated(
    _ mention: Mention, of own: Reading, in reading: Reading, _ sentence: Range<Int>,
    _ hunks: [Hunk]
  ) -> Bool {
    let all = 0..<reading.count
    // `soon`, `night`: too little to be a claim of its own, unless it tells which part of a day, or stands behind a
    // preposition (`before dawn`).
    if case .word(let word) = mention.value {
      let isOfDay =
        mention.isPartOfADay || mention.kind == .time && isAfterPreposition(mention, own)
      return !isOfDay || reading.lower.contains(word) && !mention.isPartOfADay
    }
    if mention.kind == .date || mention.kind == .time {
      // `in spring` → `Spring vote`
      if case .date(let date) = mention.value, date.key?.hasPrefix("season ") ?? false,
        mention.core.allSatisfy({ word in
          own.isFunction(word) || sentence.contains { reading.lower[$0] == own.lower[word] }
        })
      {
        return true
      }
      // `yesterday` in both: which day that is, nobody may know, but it is told in both.
      let words = mention.core.map { own.number($0) }
      return DateReader(reading: reading).mentions(in: all)
        .contains {
          $0.kind == mention.kind
            // `November`, of `from July to November`, too.
            && (Comparison.of($0, mention).isSame
              || reading.holds(words, in: $0.core))
        }
    }
    // `several` comes and goes with the wording; `hundreds`, and more than that, does not where little else did.
    if case .vague(let word) = mention.value, mention.core.count == 1 {
      let least = pair.language.numbers.vagueRanges[word]?.lowerBound ?? 0
      let isShort = hunks.contains { max($0.old.count, $0.new.count) <= 3 }
      return least < ClaimFinder.leastTold || !isShort || reading.lower.contains(word)
    }
    // `one` and small ordinals come and go with the wording; `for the tenth time` does not.
    if case .number(let low, _) = mention.value, mention.kind == .quantity,
      mention.isOrdinal && !(low > 2 && mention.isRepetition) || low <= 1, mention.unit == nil,
      !isRank(mention, own)
    {
      return true
    }
    return FigureReader(reading: reading).mentions(in: all, apartFrom: [])
      .contains { Comparison.of($0, mention).isSame }
      || isOneOfAUnit(mention, in: reading, hunks.map { reading === new ? $0.new : $0.old })
  }
}
