import StoryLanguage

/// Names in a language in which every noun has a capital, so that a capital names nobody.
///
/// A name is taken only on evidence: letters that are all capitals, a title or a kind of body before
/// it, a given name, an initial, a noun before two more, or a preposition without an article before a
/// word that places are called by.
extension NameReader {
  func namesAmongNouns(in range: Range<Int>) -> [Mention] {
    let words = range.filter { reading.isWord($0) }
    // A line in capitals says nothing of its words.
    if words.count(where: { reading.isAllCapitals($0) }) * 2 > words.count { return [] }
    var result: [Mention] = []
    var position = range.lowerBound
    while position < range.upperBound {
      guard isNameWord(position), let stop = nameEnd(from: position, in: range) else {
        position += 1
        continue
      }
      result.append(
        Mention(
          kind: .entity, range: position..<stop, core: position..<stop,
          value: .word(key(position..<stop))))
      position = stop
    }
    return result
  }

  /// Where a name ends that begins at `position`; nil where nothing shows that one does.
  private func nameEnd(from position: Int, in range: Range<Int>) -> Int? {
    let language = reading.language
    let end = range.upperBound
    let stop = run(from: position, end: end)
    let word = reading.lower[position]
    if language.naming.nameKinds.contains(word) {
      // `SC Altenwerth`; what `Stadt` and `Firma` are called comes after them.
      return reading.isAllCapitals(position) && stop > position + 1 ? stop : nil
    }
    if isAcronym(position) { return position + 1 }
    if position > range.lowerBound, isTitle(position - 1) { return stop }
    if language.naming.givenNames.contains(word), stop > position + 1 { return stop }
    // `Peter M.`
    if stop == position + 3, isInitial(position + 1) { return stop }
    // `den Kabarettisten Rüdiger Stamm`
    if stop >= position + 2, position >= range.lowerBound + 2, isNoun(position - 1),
      reading.has(position - 2, .article), !reading.isCapitalised(position - 2)
    {
      return stop
    }
    if position > range.lowerBound, isPlace(position),
      language.naming.namePrepositions.contains(reading.lower[position - 1]),
      !isNameWord(position + 1)
    {
      return position + 1
    }
    return nil
  }

  /// The words with a capital from here on, with `von`, hyphens and initials between them.
  private func run(from position: Int, end: Int) -> Int {
    var stop = position + 1
    while stop < end, stop < position + 7 {
      if isNameWord(stop) {
        stop += 1
      } else if isInitial(stop - 1), reading.isMark(stop, "."), reading.isJoined(stop) {
        stop += 1
        if !isNameWord(stop) { break }
      } else if reading.isMark(stop, "-"), reading.isJoined(stop), reading.isJoined(stop + 1),
        stop + 1 < end, isNameWord(stop + 1)
      {
        stop += 2
      } else if reading.language.naming.nameLinks.contains(reading.lower[stop]), stop + 1 < end,
        isNameWord(stop + 1)
      {
        stop += 2
      } else {
        break
      }
    }
    return stop
  }

  private func isNameWord(_ position: Int) -> Bool {
    reading.isWord(position) && reading.isCapitalised(position)
      && !reading.has(position, [.month, .weekday, .cardinal, .scale, .honorific, .timeZone])
      && (!reading.isFunction(position) || reading.isAllCapitals(position))
  }

  private func isNoun(_ position: Int) -> Bool {
    reading.isWord(position) && reading.isCapitalised(position) && reading.isContent(position)
  }

  /// `CDU`, and the first part of `CDU-Politiker`.
  private func isAcronym(_ position: Int) -> Bool {
    reading.isAllCapitals(position)
      && (2...6).contains(reading.lower[position].unicodeScalars.count)
      && reading.match(reading.language.currencies, position, end: position + 1) == nil
      && reading.match(reading.language.units, position, end: position + 1) == nil
  }

  /// What a name follows: `Herr`, `Dr.`, `Landrätin`, `Bauamtsleiter`, `Firma`.
  private func isTitle(_ position: Int) -> Bool {
    if reading.isMark(position, "."), reading.isJoined(position) {
      return reading.has(position - 1, .honorific)
    }
    return reading.has(position, .honorific) && reading.isCapitalised(position)
      || isRoleHead(position) && reading.isCapitalised(position)
      || reading.language.naming.nameKinds.contains(reading.lower[position])
  }

  private func isPlace(_ position: Int) -> Bool {
    let word = reading.lower[position]
    return reading.language.naming.places.contains(word)
      || reading.language.naming.placeEndings.contains {
        word.hasSuffix($0) && word.utf8.count >= $0.utf8.count + 3
      }
  }
}
