import StoryLanguage

/// Who and what is named.
extension ClaimFinder {
  func reader(
    _ reading: Reading, inOld: Bool, names: Set<String> = []
  ) -> NameReader {
    NameReader(
      reading: reading,
      isPlainWord: { [pair] position in
        let lower = pair.vocabulary[reading.tokens[position].word].lower
        return pair.occurs(lower, inOld: true) || pair.occurs(lower, inOld: false)
      },
      isKnownName: { names.contains(reading.lower[$0]) },
      isNameElsewhere: { [pair] position in
        pair.hasName(reading.lower[position], inOld: true)
          && pair.hasName(reading.lower[position], inOld: false)
      },
      isEdited: { [map = inOld ? diff.newOfOld : diff.oldOfNew] in map[$0] < 0 })
  }

  /// Who and what is named.
  mutating func findNames(_ sentences: PassageDiff.SentencePair) {
    findDirections(sentences)
    findGovernments(sentences)
    findExchangedNouns(sentences)
    findExchangedDeeds(sentences)
    guard mayTouchName(sentences) else { return }
    let openers = exchangedOpeners(sentences)
    let oldReader = reader(old, inOld: true, names: openers)
    let newReader = reader(new, inOld: false, names: openers)
    let before = oldReader.names(in: sentences.old).compactMap { open($0, oldReader, inOld: true) }
    let after = newReader.names(in: sentences.new).compactMap { open($0, newReader, inOld: false) }
    guard
      before.contains(where: { isTouched($0.range, inOld: true) })
        || after.contains(where: { isTouched($0.range, inOld: false) })
    else { return }
    if isReordered(before, after) || areOneCouple(before, after) { return }
    if let places = exchanged(before, after, sentences) {
      for place in places {
        add(
          RawClaim(
            type: .entity, old: before[place].range, new: after[place].range,
            oldMention: before[place], newMention: after[place],
            because: "the two changed places in the sentence"))
      }
      return
    }
    // Where each of two names stands in the place of the other, they were exchanged.
    let chained = chained(before, after, sentences)
    var pairing =
      chained
      ?? pairUp(
        before, after, sentences,
        areSame: {
          $0.value == $1.value
            && !(sentences.isReplaced($0, by: after, inOld: true)
              && sentences.isReplaced($1, by: before, inOld: false))
        })
    for (a, b) in pairing.pairs {
      let mine = oldReader.nameWords(a.range), theirs = newReader.nameWords(b.range)
      var naming = Naming.compare(mine, theirs, demonymEndings: pair.language.demonymEndings)
      if case .respelt = naming, areOtherInitials(a, b) { naming = .different }
      switch naming {
      case .same: continue
      case .different
      where areAliases(mine, theirs) || mayBeOne(a, b, mine, theirs)
        || spellsOut(a.range, old, b.range, new)
        || spellsOut(b.range, new, a.range, old):
        continue
      case .respelt(let words):
        for (index, other) in words {
          findings.names.append(
            RawName(
              old: word(mine[index], in: a.range, old), new: word(theirs[other], in: b.range, new)))
        }
        cover(a.range, b.range)
      case .different where nameOneBody(mine, theirs) != nil:
        let place = nameOneBody(mine, theirs) ?? 0
        findings.names.append(
          RawName(
            old: word(mine[place], in: a.range, old), new: word(theirs[place], in: b.range, new)))
        cover(a.range, b.range)
      case .different where respeltBehindTitle(a, b) != nil:
        let (mend, other) = respeltBehindTitle(a, b) ?? (a.range, b.range)
        findings.names.append(RawName(old: mend, new: other))
        cover(a.range, b.range)
      case .different where areOneElsewhere(mine, theirs):
        findings.names.append(
          RawName(old: word(mine[0], in: a.range, old), new: word(theirs[0], in: b.range, new)))
        cover(a.range, b.range)
      case .different:
        guard
          chained != nil || keepsMost(a, b, in: sentences) || differInNumber(mine, theirs)
            || tellTheSame(sentences) && mayBeExchanged(a, b, sentences)
        else { continue }
        let (old, new) = partThatDiffers(a, b)
        add(
          RawClaim(
            type: .entity, old: old.range, new: new.range, oldMention: old, newMention: new,
            because: "the two name someone or something else"))
      }
    }
    takeRespelt(&pairing)
    if let (a, b) = numbered(pairing) ?? placesExchanged(pairing, sentences)
      ?? likeNamesExchanged(pairing, sentences)
    {
      add(
        RawClaim(
          type: .entity, old: a.range, new: b.range, oldMention: a, newMention: b,
          because: "each version of the sentence names one that the other does not"))
      return
    }
    for mention in pairing.old where isNewName(mention, inOld: true, sentences) {
      add(
        RawClaim(
          type: .entity, old: mention.range, new: nil, oldMention: mention,
          because: "the name stands in one version only"))
    }
    for mention in pairing.new where isNewName(mention, inOld: false, sentences) {
      add(
        RawClaim(
          type: .entity, old: nil, new: mention.range, newMention: mention,
          because: "the name stands in one version only"))
    }
  }

  /// `Chancellor Ada Oake` → `President Jo Marl`: a name without the title before it that is told by itself; nil where all of
  /// it is told, or another part.
  private func open(_ name: Mention, _ reader: NameReader, inOld: Bool) -> Mention? {
    if !isCovered(name.range, inOld: inOld) { return name }
    let isTold = inOld ? coveredOld : coveredNew
    guard let start = name.range.first(where: { !isTold[$0] }), name.range.upperBound - start > 1,
      start > name.range.lowerBound, !isCovered(start..<name.range.upperBound, inOld: inOld)
    else { return nil }
    var rest = name
    rest.range = start..<name.range.upperBound
    rest.core = rest.range
    rest.value = .word(reader.key(rest.range))
    return rest
  }

  /// A quick look: whether a word with a capital was edited, or stands beside one that was.
  private func mayTouchName(_ sentences: PassageDiff.SentencePair) -> Bool {
    func isNear(_ side: Range<Int>, _ reading: Reading) -> Bool {
      !side.isEmpty
        && (side.lowerBound - 1..<side.upperBound + 1).contains { reading.isCapitalised($0) }
    }
    return sentences.hunks.contains { isNear($0.old, old) || isNear($0.new, new) }
  }

  /// Words from which on a run of names is told in parts.
  private static let longestName = 5

  /// `Ada Orr of Lorn's National University of Fishing` → `Ada Orr of Birchland's …`: of a run of several names
  /// the one that is another, between the small words and possessives that part them.
  private func partThatDiffers(_ a: Mention, _ b: Mention) -> (Mention, Mention) {
    guard min(a.range.count, b.range.count) > ClaimFinder.longestName else { return (a, b) }
    var (mine, theirs) = (a.range, b.range)
    while mine.count > 1, theirs.count > 1, diff.newOfOld[mine.lowerBound] == theirs.lowerBound {
      mine = mine.dropFirst()
      theirs = theirs.dropFirst()
    }
    while mine.count > 1, theirs.count > 1,
      diff.newOfOld[mine.upperBound - 1] == theirs.upperBound - 1
    {
      mine = mine.dropLast()
      theirs = theirs.dropLast()
    }
    func owns(_ reading: Reading, _ position: Int) -> Bool {
      reading.lower[position] != reading.lower[position].withoutPossessive
    }
    while mine.lowerBound > a.range.lowerBound, theirs.lowerBound > b.range.lowerBound,
      old.isCapitalised(mine.lowerBound - 1), !owns(old, mine.lowerBound - 1)
    {
      mine = mine.lowerBound - 1..<mine.upperBound
      theirs = theirs.lowerBound - 1..<theirs.upperBound
    }
    while mine.upperBound < a.range.upperBound, theirs.upperBound < b.range.upperBound,
      old.isCapitalised(mine.upperBound), !owns(old, mine.upperBound - 1)
    {
      mine = mine.lowerBound..<mine.upperBound + 1
      theirs = theirs.lowerBound..<theirs.upperBound + 1
    }
    var (old, new) = (a, b)
    old.range = mine
    new.range = theirs
    return (old, new)
  }

  func word(_ text: String, in range: Range<Int>, _ reading: Reading) -> Range<Int> {
    let position = range.first { reading.lower[$0].hasPrefix(text) } ?? range.lowerBound
    return position..<position + 1
  }
}
