import StoryLanguage

/// Capitals that were missing.
extension SlipFinder {
  /// A capital that was missing inside a sentence of which little else changed, or that a small word had
  /// for nothing. Other capitals that go are a house's style: `Pope`, `pope`.
  func capitals(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    if let slip = beginning(oldRange, newRange) { return slip }
    if let slip = knownCapitals(oldRange, newRange) ?? needless(oldRange, newRange) { return slip }
    guard isAlone, oldRange.count == newRange.count, (1...3).contains(oldRange.count),
      !old.passage.isHeadline, !new.passage.isHeadline,
      zip(oldRange, newRange).allSatisfy({ old.lower[$0] == new.lower[$1] }),
      let i = oldRange.first, let j = newRange.first, old.isWord(i)
    else { return nil }
    // Capitals throughout, `COVID` or `Covid`, are a house's style.
    let isShouted =
      oldRange.contains { old.isAllCapitals($0) } || newRange.contains { new.isAllCapitals($0) }
    if isShouted { return nil }
    // `Macarthur` → `MacArthur`
    if oldRange.count == 1, hasCapitalWithin(old, i) || hasCapitalWithin(new, j) {
      return areCapitalsSpoilt(i, j)
        ? nil
        : Slip(
          kind: old.isCapitalised(i) || !new.isCapitalised(j) ? .name : .spelling, old: oldRange,
          new: newRange, because: "a name, spelt differently")
    }
    let opens = [(old, i), (new, j)].contains { reading, position in
      position == reading.passage.sentence(at: position).lowerBound
    }
    // `Prime Minister`, `prime minister`
    let isTitle = oldRange.contains { old.has($0, [.roleHead, .roleModifier]) }
    let isMended = zip(oldRange, newRange).allSatisfy { place, other in
      new.isCapitalised(other) || !old.isCapitalised(place) || old.isFunction(place)
    }
    // `How Does It Work`, `How does it work`: a heading.
    let isHeading =
      oldRange.contains { old.isFunction($0) && old.isCapitalised($0) }
      && old.isCapitalised(i - 1) && old.isCapitalised(oldRange.upperBound)
    // `internet`, `Internet`
    let isStyle = oldRange.allSatisfy {
      words.capitalStyles.contains(old.lower[$0])
        && (!old.isFunction($0) || old.isCapitalised($0 + 1))
    }
    if opens || isTitle || !isMended || isStyle || isHeading { return nil }
    return Slip(kind: .spelling, old: oldRange, new: newRange, because: "only a capital differs")
  }

  /// `uk` → `UK`, `kochi` → `Kochi`: small letters that a word has nowhere, by the dictionary or the rest of the story.
  private func knownCapitals(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard isAlone, oldRange.count == 1, newRange.count == 1, let i = oldRange.first,
      let j = newRange.first, old.isWord(i), old.lower[i] == new.lower[j],
      areNeighboursKept(oldRange, newRange), !words.capitalStyles.contains(old.lower[i]),
      !old.has(i, [.roleHead, .roleModifier, .function])
    else { return nil }
    let text = pair.vocabulary.text(old.tokens[i].word).withoutPossessive
    let textNow = pair.vocabulary.text(new.tokens[j].word).withoutPossessive
    guard text == text.lowercased(), text != textNow, text.utf8.count >= 2,
      new.isAllCapitals(j) || old.passage.isHeadline && !isTitled(old)
    else { return nil }
    let speller = SpellChecker.shared, code = pair.language.code
    let isKnown =
      speller.isWord(textNow, language: code) == true
      && speller.isWord(text, language: code) == false
    func stands(_ text: String, inOld: Bool) -> Bool {
      pair.vocabulary.find(text).map { pair.occurs($0, inOld: inOld) } ?? false
    }
    let isElsewhere =
      stands(textNow, inOld: true) && !stands(text, inOld: false)
      && speller.isWord(text, language: code) != true
    guard isKnown || isElsewhere else { return nil }
    return Slip(
      kind: old.passage.isHeadline || !new.isAllCapitals(j) ? .name : .spelling, old: oldRange,
      new: newRange, because: "only a capital differs")
  }

  /// `a Black Bear` → `a black bear`: capitals of common nouns that the story writes small elsewhere. Those of offices, bodies and places are a
  /// house's style, and so are those that another word of a name stands beside.
  private func needless(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard isAlone, !pair.language.naming.nounsAreCapitalised, oldRange.count == newRange.count,
      (1...2).contains(oldRange.count), !old.passage.isHeadline,
      let i = oldRange.first, i > old.passage.sentence(at: i).lowerBound, old.isWord(i - 1),
      !old.isCapitalised(i - 1), !old.isCapitalised(oldRange.upperBound),
      areNeighboursKept(oldRange, newRange),
      !old.isMark(oldRange.upperBound, "-"),
      zip(oldRange, newRange).allSatisfy({ isNeedless($0, $1) })
    else { return nil }
    return Slip(kind: .spelling, old: oldRange, new: newRange, because: "only a capital differs")
  }

  /// Whether a plain word, no name and no title, had a capital.
  private func isNeedless(_ i: Int, _ j: Int) -> Bool {
    guard old.isWord(i), old.isContent(i), old.lower[i] == new.lower[j], old.isCapitalised(i),
      !new.isCapitalised(j), !old.isAllCapitals(i), !hasCapitalWithin(old, i),
      // The story writes it small elsewhere.
      pair.occurs(old.number(i), inOld: true),
      !words.capitalStyles.contains(old.lower[i]), !words.collectives.contains(old.lower[i]),
      !old.has(i, [.roleHead, .roleModifier, .sourceBody, .honorific, .month, .weekday])
    else { return false }
    let speller = SpellChecker.shared, code = pair.language.code
    return old.lower[i].utf8.count >= 4 && speller.isWord(old.lower[i], language: code) == true
  }

  /// Whether most words of a headline that could have no capital have one.
  private func isTitled(_ reading: Reading) -> Bool {
    let content = reading.tokens.indices.dropFirst().filter {
      reading.isWord($0) && reading.isContent($0)
    }
    return content.count { reading.isCapitalised($0) } * 2 > content.count
  }

  /// `eBay`, `MacArthur`
  func hasCapitalWithin(_ reading: Reading, _ position: Int) -> Bool {
    pair.vocabulary.text(reading.tokens[position].word).unicodeScalars.dropFirst().contains {
      $0.properties.isUppercase
    }
  }

  /// Whether a name has the wrong capitals in the newer version alone: a dictionary has it as it was, or the rest of the
  /// newer version.
  private func areCapitalsSpoilt(_ i: Int, _ j: Int) -> Bool {
    func isWord(_ reading: Reading, _ position: Int) -> Bool {
      let text = pair.vocabulary.text(reading.tokens[position].word)
      return SpellChecker.shared.isWord(text.withoutPossessive, language: pair.language.code)
        == true
    }
    let wasWord = isWord(old, i), isWordNow = isWord(new, j)
    if wasWord != isWordNow { return wasWord }
    let isElsewhere = pair.occurs(old.tokens[i].word, inOld: false)
    let wasElsewhere = pair.occurs(new.tokens[j].word, inOld: true)
    if isElsewhere != wasElsewhere { return isElsewhere }
    return hasCapitalWithin(old, i) && !hasCapitalWithin(new, j)
  }

  /// `Do you sing? or dance?` → `Do you sing? Or dance?`: a sentence without its capital.
  private func beginning(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    if isLackingCapital(oldRange, newRange) {
      return Slip(
        kind: .spelling, old: oldRange, new: newRange, because: "a sentence begins with a capital")
    }
    guard oldRange.count == 1, newRange.count == 1, let i = oldRange.first, let j = newRange.first,
      i > 1, j > 1, old.isWord(i), old.lower[i] == new.lower[j], !old.isCapitalised(i),
      new.isCapitalised(j), !old.isJoined(i), !old.isJoined(i + 1), old.lower[i].utf8.count > 1,
      old.lower[i - 1] == new.lower[j - 1],
      [".", "?", "!"].contains(old.lower[i - 1]), old.isWord(i - 2), old.isJoined(i - 1),
      !old.has(i - 2, [.abbreviation, .abbreviationThatMayEnd]), old.lower[i - 2].utf8.count > 1,
      // `"Why?" he asked`, `Yahoo! in May`: the sentence goes on.
      !old.has(i, .saying), !old.has(i + 1, .saying),
      !(old.isMark(i - 1, "!") && old.isCapitalised(i - 2))
    else { return nil }
    return Slip(
      kind: .spelling, old: oldRange, new: newRange, because: "a sentence begins with a capital")
  }

  /// `the ship sank.`: a paragraph of whole sentences that begins with a small letter.
  private func isLackingCapital(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
    guard oldRange == 0..<1, newRange == 0..<1, old.isWord(0), old.lower[0] == new.lower[0],
      !old.passage.isHeadline, new.isCapitalised(0), !new.isAllCapitals(0) || old.lower[0] == "a",
      !hasCapitalWithin(old, 0), !hasCapitalWithin(new, 0), old.count > SlipFinder.fewWords
    else { return false }
    // Not `includes the quay.`, which may go on from a heading.
    let opensSentence =
      old.has(0, [.article, .pronoun, .honorific]) || words.determiners.contains(old.lower[0])
    return opensSentence && old.isMark(old.count - 1, ".") && old.isWord(1) && !old.isJoined(1)
  }

  /// How many words and marks may be a label, a caption or an item of a list.
  private static let fewWords = 5
}
