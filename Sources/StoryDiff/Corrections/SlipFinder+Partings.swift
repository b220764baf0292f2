import StoryLanguage

/// Which words are written as one, and which as two.
extension SlipFinder {
  /// The same of words that lose a letter where they are one: `all ready`, `already`.
  func isPartedShorter(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool? {
    guard isAlone, min(oldRange.count, newRange.count) == 1, oldRange.count + newRange.count == 3
    else { return nil }
    let (reading, parts) = oldRange.count == 2 ? (old, oldRange) : (new, newRange)
    let (whole, place) =
      oldRange.count == 2 ? (new, newRange.lowerBound) : (old, oldRange.lowerBound)
    let first = reading.lower[parts.lowerBound], second = reading.lower[parts.lowerBound + 1]
    guard whole.lower[place] == first.dropLast() + second,
      words.partings[first + " " + second] != nil
    else { return nil }
    // `are all ready high`: what such words describe stands behind one, not two.
    let next = parts.upperBound
    if let isRight = isPartedRightly(oldRange, newRange),
      isRight == (newRange.count == 2), reading.isWord(next), reading.isContent(next),
      !reading.has(parts.lowerBound - 1, .pronoun)
    {
      return newRange.count == 1
    }
    return isPartedRightly(oldRange, newRange)
  }

  /// Whether words that are parted otherwise were wrong and are right; nil where nothing shows it. `every one of`,
  /// `everyone in`; `to break down`, `a breakdown`; `Mc Donald's`.
  func isPartedRightly(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool? {
    guard min(oldRange.count, newRange.count) == 1, max(oldRange.count, newRange.count) == 2 else {
      return nil
    }
    let isJoined = newRange.count == 1
    let (reading, parts) = isJoined ? (old, oldRange) : (new, newRange)
    let (whole, place) = isJoined ? (new, newRange.lowerBound) : (old, oldRange.lowerBound)
    let first = reading.lower[parts.lowerBound], second = reading.lower[parts.lowerBound + 1]
    let after = parts.upperBound < reading.count ? reading.lower[parts.upperBound] : ""
    let before = parts.lowerBound > 0 ? reading.lower[parts.lowerBound - 1] : ""
    // Names that a dictionary has as one word.
    if parts.allSatisfy(reading.isCapitalised), whole.isCapitalised(place) {
      let text = pair.vocabulary.text(whole.tokens[place].word).withoutPossessive
      let isName =
        SpellChecker.shared.isWord(text, language: pair.language.code) == true
        && SpellChecker.shared.isWord(text.lowercased(), language: pair.language.code) == false
      if isName { return isJoined }
      // `Dyer Road` → `DyerRoad`: nothing shows that the two are one.
      return isJoined && hasCapitalWithin(whole, place) ? false : nil
    }
    if let fit = words.partings[first + " " + second] {
      return (fit.before.contains(after) || fit.after.contains(before)) != isJoined
    }
    // `to break down`, `the breakdown`
    guard words.particles.contains(second), !whole.has(place, .function),
      reading.isContent(parts.lowerBound)
    else { return nil }
    if reading.has(parts.lowerBound - 1, .baseFormTaker) { return !isJoined }
    return words.determiners.contains(before) && !words.determiners.contains(after) ? isJoined : nil
  }
}
