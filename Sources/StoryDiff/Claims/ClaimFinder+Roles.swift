import StoryLanguage

/// How people and bodies are titled and described.
extension ClaimFinder {
  /// How people and bodies are titled.
  mutating func findRoles(_ sentences: PassageDiff.SentencePair) {
    findHonorifics(sentences)
    let before = reader(old, inOld: true).roles(in: sentences.old).filter {
      !isCovered($0.range, inOld: true)
    }
    let after = reader(new, inOld: false).roles(in: sentences.new).filter {
      !isCovered($0.range, inOld: false)
    }
    findJoined(before, after)
    let pairing = pairUp(before, after, sentences, areSame: { $0.value == $1.value })
    for (first, second) in pairing.pairs
    where first.value != second.value && first.isRelative == second.isRelative {
      let (a, b) = withExchangedWord(first, second, sentences)
      let isOneWord = diff.newOfOld[a.core.lowerBound] == b.core.lowerBound
      if a.isRelative, !isOneWord, !isShortEdit(a, b, sentences) { continue }
      if reader(old, inOld: true).areUnnamedPeople(a.range),
        reader(new, inOld: false).areUnnamedPeople(b.range)
      {
        continue
      }
      if isTenureReplaced(a, b, sentences) || areBothInBoth(a, b, sentences) { continue }
      if let start = abbreviation(a, old, b, new) {
        cover(start..<a.range.upperBound, b.range)
        continue
      }
      if let start = abbreviation(b, new, a, old) {
        cover(a.range, start..<b.range.upperBound)
        continue
      }
      // A plural or a possessive is no other title.
      let (mine, theirs) = (stems(old, a.range), stems(new, b.range))
      if areSynonyms(first, second) || areSameWords(a.range, mine, b.range, theirs)
        || areShortForms(a.range, b.range)
        || isTurnedRound(a.range, mine, b.range, theirs)
      {
        continue
      }
      // `Secretary of Transportation`, with or without its capitals.
      let (short, long) = mine.count < theirs.count ? (mine, theirs) : (theirs, mine)
      if !a.isRelative, long.starts(with: short), long.count > short.count,
        pair.language.word(long[short.count]).kind.contains(.roleJoiner)
      {
        continue
      }
      if mine.count == theirs.count,
        zip(mine, theirs).allSatisfy({
          $0 == $1 || min($0.utf8.count, $1.utf8.count) > 4 && editDistance($0, $1, limit: 1) <= 1
            || min($0.utf8.count, $1.utf8.count) == 4 && ($0.hasPrefix($1) || $1.hasPrefix($0))
              && abs($0.utf8.count - $1.utf8.count) == 1
        })
      {
        findings.restatements.append(RawRestatement(old: a.range, new: b.range))
        continue
      }
      let (before, after) = withoutKeptTails(a, b)
      add(
        RawClaim(
          type: .role, old: before, new: after, oldMention: a, newMention: b,
          because: "the title or description differs"))
    }
    findRetoldRelatives(pairing.old, pairing.new, sentences)
    findRanks(sentences)
    findAppositions(sentences)
    findRankedTitles(sentences, before, after)
  }

  /// `founder of Second Light` → `donor to Second Light`: two titles, without what one of them is of where it stayed.
  private func withoutKeptTails(_ a: Mention, _ b: Mention) -> (Range<Int>, Range<Int>) {
    func joiner(_ mention: Mention, _ reading: Reading) -> Int? {
      mention.range.dropFirst().first { reading.has($0, .roleJoiner) }
    }
    func stays(after joiner: Int, _ mention: Mention, _ map: TokenMap) -> Bool {
      joiner + 1 < mention.range.upperBound
        && (joiner + 1..<mention.range.upperBound).allSatisfy { map[$0] >= 0 }
    }
    switch (joiner(a, old), joiner(b, new)) {
    case (let joiner?, nil) where stays(after: joiner, a, diff.newOfOld):
      return (a.range.lowerBound..<joiner, b.range)
    case (nil, let joiner?) where stays(after: joiner, b, diff.oldOfNew):
      return (a.range, b.range.lowerBound..<joiner)
    default: break
    }
    return (a.range, b.range)
  }

  /// `a sophomore from Ardle` → `a junior from Ardle`: another of several ranks, and nothing else.
  private mutating func findRanks(_ sentences: PassageDiff.SentencePair) {
    for hunk in sentences.hunks
    where hunk.old.count == 1 && hunk.new.count == 1 && !isCovered(hunk.old, inOld: true)
      && !isCovered(hunk.new, inOld: false)
    {
      guard
        pair.language.naming.ranks.areApart(
          old.lower[hunk.old.lowerBound], new.lower[hunk.new.lowerBound])
      else { continue }
      add(
        RawClaim(
          type: .role, old: hunk.old, new: hunk.new, because: "the title or description differs"))
    }
  }

  /// `Chief Ada Oake` → `Dr Ada Oake`: another honorific before a name, and nothing else; but not `Mr` for `Ms`, or
  /// one written out.
  private mutating func findHonorifics(_ sentences: PassageDiff.SentencePair) {
    func honorific(_ side: Range<Int>, _ reading: Reading) -> Int? {
      // `Gov. Ada Oake`: the stop may be in both.
      let next = reading.isMark(side.upperBound, ".") ? side.upperBound + 1 : side.upperBound
      guard let first = side.first, reading.has(first, .honorific), reading.isCapitalised(first),
        side.count == 1 || side.count == 2 && reading.isMark(first + 1, "."),
        reading.isCapitalised(next), reading.isContent(next)
      else { return nil }
      return first
    }
    let plain = pair.language.naming.courtesyTitles
    for hunk in sentences.hunks {
      guard let i = honorific(hunk.old, old), let j = honorific(hunk.new, new),
        !isCovered(hunk.old, inOld: true), !isCovered(hunk.new, inOld: false),
        diff.newOfOld[hunk.old.upperBound] == hunk.new.upperBound
      else { continue }
      let before = old.lower[i], after = new.lower[j]
      let (short, long) = before.utf8.count < after.utf8.count ? (before, after) : (after, before)
      // `President Oake` → `Mr Oake`: what the house calls one who holds an office.
      let isCourtesy =
        plain.contains(before) && new.has(j, .roleHead)
        || plain.contains(after) && old.has(i, .roleHead)
      guard !(plain.contains(before) && plain.contains(after)), !isCourtesy,
        !Naming.isAbbreviated(long, as: short.filter { $0 != "." })
      else { continue }
      add(
        RawClaim(
          type: .role, old: i..<i + 1, new: j..<j + 1, because: "the title or description differs"))
    }
  }

  /// `Monroe Co. Sheriff` → `Monroe County Sheriff`: where the abbreviation stands before a title of what another one
  /// begins with; nil where there is none.
  private func abbreviation(
    _ short: Mention, _ reading: Reading, _ long: Mention, _ other: Reading
  ) -> Int? {
    guard long.range.count == short.range.count + 1,
      zip(long.range.dropFirst(), short.range).allSatisfy({
        other.lower[$0] == reading.lower[$1]
      })
    else { return nil }
    let stop = short.range.lowerBound - 1
    let word = reading.isMark(stop, ".") ? stop - 1 : stop
    guard reading.isWord(word), reading.isMark(stop, ".") || reading.has(word, .abbreviation),
      reading.lower[word].utf8.count >= 2,
      Naming.isAbbreviated(
        other.lower[long.range.lowerBound], as: reading.lower[word].filter { $0 != "." })
    else { return nil }
    return word
  }

  /// `chief executive` → `co-founder and chief executive`: a title that was put before or after one which stays, or taken
  /// from it.
  private mutating func findJoined(_ before: [Mention], _ after: [Mention]) {
    func joined(_ titles: [Mention], _ others: [Mention], inOld: Bool)
      -> [(both: Range<Int>, kept: Mention)]
    {
      let (reading, map) = inOld ? (old, diff.newOfOld) : (new, diff.oldOfNew)
      let otherReading = inOld ? new : old
      return zip(titles, titles.dropFirst()).compactMap { first, second in
        let joiner = first.range.upperBound
        guard joiner + 1 == second.range.lowerBound, reading.has(joiner, .numberJoiner),
          map[joiner] < 0, !first.isRelative, !second.isRelative
        else { return nil }
        let (came, stays) = map[first.core.lowerBound] < 0 ? (first, second) : (second, first)
        guard came.range.allSatisfy({ map[$0] < 0 }),
          let kept = others.first(where: { other in
            other.value == stays.value
              && stays.core.contains { map[$0] >= 0 && other.core.contains(map[$0]) }
          }),
          !otherReading.has(kept.range.lowerBound - 1, .numberJoiner),
          !otherReading.has(kept.range.upperBound, .numberJoiner)
        else { return nil }
        return (first.range.lowerBound..<second.range.upperBound, kept)
      }
    }
    let because = "one version names a second title"
    for (both, kept) in joined(before, after, inOld: true) {
      add(RawClaim(type: .role, old: both, new: kept.range, because: because))
    }
    for (both, kept) in joined(after, before, inOld: false) {
      add(RawClaim(type: .role, old: kept.range, new: both, because: because))
    }
  }

  /// `environment minister` → `lagoon minister`: a word before a title that stands in the place of one
  /// that the other version's title begins with.
  private func withExchangedWord(
    _ a: Mention, _ b: Mention, _ sentences: PassageDiff.SentencePair
  ) -> (Mention, Mention) {
    func widened(_ mention: Mention, _ side: Range<Int>, _ reading: Reading) -> Mention {
      let before = mention.range.lowerBound - 1
      guard side.upperBound == mention.range.lowerBound, side.count == 1, reading.isWord(before),
        reading.isContent(before), !reading.isCapitalised(before)
      else { return mention }
      var wide = mention
      wide.range = before..<mention.range.upperBound
      return wide
    }
    let hunk = sentences.hunks.first { hunk in
      hunk.old.count == 1 && hunk.new.count == 1
        && (a.range.lowerBound == hunk.old.lowerBound && b.range.lowerBound == hunk.new.upperBound
          || b.range.lowerBound == hunk.new.lowerBound && a.range.lowerBound == hunk.old.upperBound)
    }
    guard let hunk else { return withOtherModifier(a, b, sentences) }
    let (wide, wideNow) = (widened(a, hunk.old, old), widened(b, hunk.new, new))
    return wide.range == a.range && wideNow.range == b.range
      ? withOtherModifier(a, b, sentences) : (wide, wideNow)
  }

  /// `former Labour MP` → `former Conservative MP`: a word within one title, and one that stands in its place before the
  /// noun of the other, with what both have before it.
  private func withOtherModifier(
    _ a: Mention, _ b: Mention, _ sentences: PassageDiff.SentencePair
  ) -> (Mention, Mention) {
    func widened(_ mention: Mention, _ own: Range<Int>, _ other: Mention, _ place: Int) -> Mention {
      var wide = mention
      wide.range =
        max(0, own.lowerBound - (place - other.range.lowerBound))..<mention.range.upperBound
      return wide
    }
    for hunk in sentences.hunks where hunk.old.count == 1 && hunk.new.count == 1 {
      guard old.isContent(hunk.old.lowerBound), new.isContent(hunk.new.lowerBound) else { continue }
      if a.range.contains(hunk.old.lowerBound), b.range.lowerBound == hunk.new.upperBound {
        return (a, widened(b, hunk.new, a, hunk.old.lowerBound))
      }
      if b.range.contains(hunk.new.lowerBound), a.range.lowerBound == hunk.old.upperBound {
        return (widened(a, hunk.old, b, hunk.new.lowerBound), b)
      }
    }
    return (a, b)
  }

  /// Whether two mentions stand in one edit that says little else: in a sentence that is turned round
  /// they are two people.
  private func isShortEdit(
    _ a: Mention, _ b: Mention, _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    contentOfEdit(a, b, sentences).map { $0.old <= 2 && $0.new <= 2 } ?? false
  }
}
