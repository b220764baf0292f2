import StoryLanguage

/// Relatives, and titles that are one word with what stands before them.
extension NameReader {
  /// `sister`, `Mutter`: which relative somebody is. With a capital where nouns have none it is a
  /// title or a name: `Father Oake`.
  func relative(at position: Int) -> Mention? {
    guard reading.has(position, .relative),
      let relative = reading.language.naming.kinship[reading.lower[position]],
      !reading.isCapitalised(position) || reading.language.naming.nounsAreCapitalised
        || position == reading.passage.sentence(at: position).lowerBound
    else { return nil }
    var start = position, value = relative
    // `great-grandfather`
    while reading.isMark(start - 1, "-"), reading.isJoined(start), reading.isJoined(start - 1),
      start >= 2, reading.language.naming.kinPrefixes.contains(reading.lower[start - 2])
    {
      start -= 2
      value = reading.lower[start] + "-" + value
    }
    // `brother-in-law`
    var end = position + 1
    for suffix in reading.language.naming.kinSuffixes
    where end + 2 * suffix.count <= reading.count
      && suffix.indices.allSatisfy({ part in
        reading.isMark(end + 2 * part, "-") && reading.isJoined(end + 2 * part)
          && reading.lower[end + 2 * part + 1] == suffix[part]
      })
    {
      value += "-" + suffix.joined(separator: "-")
      end += 2 * suffix.count
      break
    }
    // `former wife`, `ex-wife`
    let tenure = reading.isMark(start - 1, "-") && reading.isJoined(start) ? start - 2 : start - 1
    if tenure >= reading.passage.sentence(at: position).lowerBound, reading.isWord(tenure),
      reading.language.naming.formerWords.contains(reading.lower[tenure])
    {
      start = tenure
      value = "former " + value
    }
    var mention = Mention(
      kind: .role, range: start..<end, core: position..<position + 1,
      value: .word(value))
    mention.isRelative = true
    return mention
  }

  /// `Bauamtsleiterin`, `Pflichtverteidiger` before a name.
  func isTitleBeforeName(_ position: Int) -> Bool {
    let naming = reading.language.naming
    guard !naming.roleSuffixes.isEmpty, reading.isCapitalised(position),
      reading.isWord(position + 1), reading.isCapitalised(position + 1)
    else { return false }
    let word = reading.lower[position]
    guard word.utf8.count >= 6 else { return false }
    if naming.roleSuffixes.contains(where: {
      word.hasSuffix($0) && word.utf8.count >= $0.utf8.count + 3
    }) {
      return true
    }
    var rest = Substring(word).dropFirst(3)
    while naming.nounsAreCapitalised, rest.utf8.count >= 6 {
      if reading.language.word(String(rest)).kind.contains(.roleHead) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// `Veterans Park`: titles of many before one plain word with a capital, which no other name is joined to.
  func opensPlace(_ position: Int) -> Bool {
    let next = position + 1
    guard reading.isCapitalised(position), reading.isCapitalised(next), reading.isWord(next),
      reading.lower[position].hasSuffix("s"),
      reading.isContent(next), !reading.passage.isHeadline,
      !reading.language.naming.nounsAreCapitalised, !reading.has(next, [.roleHead, .honorific]),
      // `Senators Park and Orr`, `Senators Park, Orr`
      !reading.has(next + 1, .numberJoiner),
      !(reading.isMark(next + 1, ",") && reading.isCapitalised(next + 2)
        && !reading.has(next + 2, [.weekday, .month])), !reading.isMark(next + 1, "-")
    else { return false }
    return SpellChecker.shared.isWord(reading.lower[next], language: reading.language.code) == true
  }

  /// `l'ex-ministre`
  func isElidedModifier(_ position: Int) -> Bool {
    guard reading.lower[position].holds(UInt8(ascii: "'")) else { return false }
    let parts = reading.lower[position].split(separator: "'")
    return parts.count == 2
      && reading.language.word(String(parts[1])).kind.contains(.roleModifier)
  }

  /// `directrice d'école`
  func isElidedComplement(_ position: Int) -> Bool {
    guard reading.lower[position].holds(UInt8(ascii: "'")) else { return false }
    let parts = reading.lower[position].split(separator: "'")
    return parts.count == 2 && !reading.isCapitalised(position)
      && reading.language.word(parts[0] + "'").kind.contains(.roleJoiner)
  }

  /// `residents`: people of whom nothing is said but that they live or stand there, and no name.
  func areUnnamedPeople(_ role: Range<Int>) -> Bool {
    guard role.allSatisfy({ reading.language.naming.peopleWords.contains(reading.lower[$0]) })
    else {
      return false
    }
    func isName(_ position: Int) -> Bool {
      reading.isWord(position) && reading.isCapitalised(position) && reading.isContent(position)
    }
    let start = reading.has(role.lowerBound - 1, .article) ? role.lowerBound - 1 : role.lowerBound
    let isBefore = reading.isMark(start - 1, ",") && isName(start - 2)
    let isAfter =
      isName(role.upperBound)
      || reading.isMark(role.upperBound, ",") && isName(role.upperBound + 1)
    return !isBefore && !isAfter
  }
}
