import StoryLanguage

/// What one version denies and the other states.
extension ClaimFinder {
  /// Tokens of the longest clause by the way between a denial and what it denies, with its commas.
  private static let longestAside = 8

  /// Whether the other version says a denial as a noun of its verb: `failing`, `failure`.
  private func isNamed(_ denials: [Mention], inOld: Bool) -> Bool {
    let (reading, other) = inOld ? (old, new) : (new, old)
    let (map, mapOfOther) = inOld ? (diff.newOfOld, diff.oldOfNew) : (diff.oldOfNew, diff.newOfOld)
    let nouns = (0..<other.count).filter { mapOfOther[$0] < 0 && other.isContent($0) }
    return denials.contains { denial in
      denial.range.contains { position in
        map[position] < 0 && reading.isContent(position)
          && nouns.contains { noun in
            zip(reading.lower[position].utf8, other.lower[noun].utf8).prefix { $0 == $1 }.count >= 4
          }
      }
    }
  }

  /// `rose` → `fell`: one word stands in the place of another that says the opposite, of the same thing.
  mutating func opposite(_ hunk: Hunk, _ sentences: PassageDiff.SentencePair) -> Bool {
    func said(_ reading: Reading, _ range: Range<Int>, inOld: Bool) -> [Int] {
      // `rose 3%` → `fell 4%`: the figures are told by themselves. `up 5%` → `down 5%`, `if` → `unless`
      let denial = pair.language.denial
      return range.filter { position in
        reading.isContent(position) && !isCovered(position..<position + 1, inOld: inOld)
          || range.count == 1
            && (range.upperBound < reading.count
              && reading.tokens[range.upperBound].kind == .number
              || denial.conditionWords.contains(reading.lower[position])
              || denial.sideWords.contains(reading.lower[position]))
      }
    }
    let mine = said(old, hunk.old, inOld: true), theirs = said(new, hunk.new, inOld: false)
    guard mine.count == 1, theirs.count == 1, let i = mine.first, let j = theirs.first,
      pair.language.denial.opposites.areApart(old.lower[i], new.lower[j]),
      !isOfTitle(i, j), !isCovered(i..<i + 1, inOld: true), !isCovered(j..<j + 1, inOld: false)
    else { return false }
    // `Ash beat … and won` → `Birch … and lost`: two who changed places.
    let before = (sentences.old.lowerBound..<i).last { old.isContent($0) }
    let beforeNow = (sentences.new.lowerBound..<j).last { new.isContent($0) }
    guard before.map({ diff.newOfOld[$0] }) == beforeNow else { return false }
    add(
      RawClaim(
        type: .polarity, old: i..<i + 1, new: j..<j + 1,
        because: "the two words say the opposite of each other"))
    return true
  }

  /// `the minority leader` → `the majority leader`: whether a title follows, of which each word is a part.
  func isOfTitle(_ i: Int, _ j: Int) -> Bool {
    old.has(i, .roleModifier) && old.has(i + 1, .roleHead) && new.has(j, .roleModifier)
      && new.has(j + 1, .roleHead)
  }

  /// `nor in Lorn` → `or Lorn`: the second half of what something before denies is denied either way.
  private func isJoinedOtherwise(_ hunk: Hunk, _ before: [Mention], _ after: [Mention]) -> Bool {
    guard before.count + after.count == 1 else { return false }
    let isOld = !before.isEmpty
    guard let negation = isOld ? before.first : after.first, negation.range.count == 1 else {
      return false
    }
    let (reading, other) = isOld ? (old, new) : (new, old)
    return pair.language.denial.correlatives[reading.lower[negation.range.lowerBound]] != nil
      && (isOld ? hunk.new : hunk.old).contains {
        other.has($0, .numberJoiner)
          || pair.language.slips.serialWords.contains(other.lower[$0])
      }
  }

  func polarity(
    _ hunk: Hunk, _ before: [Mention], _ after: [Mention], _ a: Mention?, _ b: Mention?
  ) -> RawClaim? {
    let flips = prefixFlip(hunk)
    if flips == nil, isJoinedOtherwise(hunk, before, after) { return nil }
    guard
      flips != nil
        || before.allSatisfy({ isPredicateKept($0, hedged: a, inOld: true, hunk) })
          && after.allSatisfy({ isPredicateKept($0, hedged: b, inOld: false, hunk) })
    else { return nil }
    // `no hay ningún`: in some languages two negations deny once.
    func count(_ negations: [Mention]) -> Int {
      pair.language.denial.negativeConcord ? min(1, negations.count) : negations.count
    }
    // `unable to` is a negation by its prefix, and counts once.
    let isCounted =
      flips.map { flips in
        before.contains { $0.range.overlaps(flips.old) }
          || after.contains { $0.range.overlaps(flips.new) }
      } ?? true
    // `unlikely` → `not expected`
    let isDoubted = (a?.value == .word("unlikely")) != (b?.value == .word("unlikely"))
    let isSaidSo =
      flips == nil && !(before + after).isEmpty && isDoubted
      && (a?.value == .word("likely") || b?.value == .word("likely"))
    let isOdd = (count(before) + count(after) + (isCounted ? 0 : 1) + (isSaidSo ? 1 : 0)) % 2 == 1
    guard isOdd else { return nil }
    if before.isEmpty != after.isEmpty, isUpToTime(before, after) { return nil }
    // `refused to answer` → `did not answer`: neither did.
    if before.isEmpty != after.isEmpty,
      before.isEmpty
        ? deniesWeakly(hunk.old, old, besides: hunk.new, new)
        : deniesWeakly(hunk.new, new, besides: hunk.old, old)
    {
      return nil
    }
    // `for failing to act` → `for the failure to act`
    if before.isEmpty != after.isEmpty,
      before.isEmpty ? isNamed(after, inOld: false) : isNamed(before, inOld: true)
    {
      return nil
    }
    if let flips, before.isEmpty && after.isEmpty || isCounted && before.count + after.count == 1 {
      return RawClaim(
        type: .polarity, old: flips.old, new: flips.new,
        because: "a negative prefix came or went")
    }
    func span(_ negations: [Mention], _ hedge: Mention?, _ side: Range<Int>, other: Mention?)
      -> Range<Int>?
    {
      var parts = negations.map(\.range)
      // `may` → `will not` is one change: the modal belongs to it where it changed too.
      if let hedge, other != nil { parts.append(hedge.core.clamped(to: side)) }
      guard let start = parts.map(\.lowerBound).min(), let end = parts.map(\.upperBound).max()
      else { return nil }
      return start..<end
    }
    let both = a != nil && b != nil && a?.value != b?.value
    let oldSpan = span(before, a, hunk.old, other: both ? b : nil)
    let newSpan = span(after, b, hunk.new, other: both ? a : nil)
    return RawClaim(
      type: .polarity, old: oldSpan ?? contracted(before + after, hunk.old, old, hunk.new, new),
      new: newSpan ?? contracted(before + after, hunk.new, new, hunk.old, old),
      because: "one version denies what the other states")
  }

  /// `is` for `isn't`, `some` for `no`: what stands in the denial's place.
  private func contracted(
    _ negations: [Mention], _ side: Range<Int>, _ reading: Reading, _ other: Range<Int>,
    _ otherReading: Reading
  ) -> Range<Int>? {
    guard let negation = negations.first, negations.count == 1 else { return nil }
    // `no data` → `some data`, `No one` → `One man`
    let isExchanged =
      negation.range == other && (1...2).contains(side.count)
      && !other.contains { pair.language.denials.contains(otherReading.lower[$0]) }
      && side.allSatisfy { reading.isWord($0) && !reading.has($0, [.article, .auxiliary]) }
    if isExchanged { return side }
    // `can` → `cannot yet`
    guard side.count == 1, (1...2).contains(other.count), reading.isWord(side.lowerBound),
      other.contains(negation.range.lowerBound)
    else { return nil }
    let word = reading.lower[side.lowerBound]
    let longer = otherReading.lower[negation.range.lowerBound]
    // `is`, `isn't`; `eine`, `keine`
    let isPart = longer.hasPrefix(word) || word.utf8.count > 1 && longer.hasSuffix(word)
    return isPart && longer != word ? side : nil
  }

  /// Whether what is denied stands in both versions: the next word that says something, or, at a
  /// clause's end, the one before.
  private func isPredicateKept(
    _ negation: Mention, hedged hedge: Mention?, inOld: Bool, _ hunk: Hunk
  ) -> Bool {
    let (reading, other) = inOld ? (old, new) : (new, old)
    let map = inOld ? diff.newOfOld : diff.oldOfNew
    // The same word with another capital or in another number: `Jamás aceptaremos` → `Aceptaremos`,
    // `keine Verletzten` → `drei Verletzte`.
    func isKept(_ position: Int) -> Bool {
      map[position] >= 0
        || (inOld ? hunk.new : hunk.old).contains {
          Inflection.areFormsOfOneNoun(other.lower[$0], reading.lower[position], pair.language)
            || Inflection.haveOneStem(other.lower[$0], reading.lower[position])
        }
    }
    guard isEnclosedVerbKept(negation, inOld: inOld, hunk) else { return false }
    // `is not thought to have played`: what is denied stands behind the hedge.
    var place = negation.range.upperBound
    if let hedge, hedge.core.lowerBound == place { place = hedge.core.upperBound }
    // `He was not, police said, armed`
    if reading.isMark(place, ","),
      let close = (place + 1..<min(reading.count, place + ClaimFinder.longestAside)).first(
        where: { reading.tokens[$0].kind == .mark }), reading.isMark(close, ",")
    {
      place = close + 1
    }
    let end = min(reading.count, place + 5)
    let next = (place..<max(place, end)).first {
      reading.isContent($0) || reading.tokens[$0].kind == .mark
    }
    if let next, reading.isContent(next) {
      return isKept(next) || hasForm(of: next, inOld: inOld)
    }
    let start = max(0, negation.range.lowerBound - 4)
    let last = (start..<negation.range.lowerBound).last { reading.isContent($0) }
    guard let last, !reading.has(last, .saying) else { return false }
    return isKept(last)
  }

  /// Whether the other version has another form of an edited word at its place: `reply`, `replied`.
  private func hasForm(of position: Int, inOld: Bool) -> Bool {
    let (reading, map, other) = inOld ? (old, diff.newOfOld, new) : (new, diff.oldOfNew, old)
    let word = reading.lower[position]
    guard word.utf8.count >= 3 else { return false }
    // The edit reaches from the kept word before it to the kept word after it.
    let before = (0..<position).last { map[$0] >= 0 }.map { map[$0] } ?? -1
    let after = (position + 1..<reading.count).first { map[$0] >= 0 }.map { map[$0] } ?? other.count
    guard before < after, after - before <= 12 else { return false }
    return (before + 1..<after).contains {
      Inflection.areFormsOfOneVerb(word, other.lower[$0], pair.language)
    }
  }

  private func lacks(_ position: Int, _ reading: Reading) -> Bool {
    (max(0, position - 3)..<position).contains {
      pair.language.denial.lacks.contains(reading.lower[$0])
    }
  }

  /// A word that the other side has with a negative prefix: `likely`, `unlikely`.
  func prefixFlip(_ hunk: Hunk) -> (old: Range<Int>, new: Range<Int>)? {
    for i in hunk.old where old.isWord(i) && old.lower[i].utf8.count >= 4 {
      let a = old.lower[i]
      for j in hunk.new where new.isWord(j) && new.lower[j].utf8.count >= 4 {
        let b = new.lower[j]
        let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
        guard long.ends(in: short) else { continue }
        // `lack of interest`, `disinterest`
        let isLacking = a.utf8.count < b.utf8.count ? lacks(i, old) : lacks(j, new)
        if isLacking { continue }
        let prefix = String(long.dropLast(short.count))
        // `in take` → `intake`: the same word in two pieces.
        let (before, side) = a.utf8.count < b.utf8.count ? (i - 1, old) : (j - 1, new)
        if before >= 0, side.lower[before] == prefix { continue }
        if pair.language.negativePrefixes.contains(prefix) { return (i..<i + 1, j..<j + 1) }
      }
    }
    return nil
  }
}
