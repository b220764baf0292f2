import StoryLanguage

/// How people and bodies are titled and described.
extension NameReader {
  /// Titles and descriptions of people and bodies: `deputy finance minister`, `professor of botany`.
  func roles(in range: Range<Int>) -> [Mention] {
    var result: [Mention] = []
    let phrases = reading.language.rolePhrases
    var position = range.lowerBound
    while position < range.upperBound {
      if reading.has(position, .relative), let relative = relative(at: position) {
        result.append(relative)
        position += 1
        continue
      }
      let phrase = reading.match(phrases, position, end: range.upperBound)
      guard phrase != nil || isRoleHead(position) && !isPartOfBody(position) else {
        position += 1
        continue
      }
      var start = position
      while start > range.lowerBound, isRoleModifier(start - 1),
        !isEndOfName(start - 1, before: position)
      {
        start -= 1
      }
      var end = position + (phrase?.count ?? 1)
      // Compound titles: `president and chief executive` stay two; `chief executive officer` is one.
      while end < range.upperBound, isRoleHead(end), !isVerbOfMany(end) { end += 1 }
      // `chief financial officer`
      if end + 1 < range.upperBound, end == position + 1, isRoleHead(end + 1),
        reading.language.naming.rankWords.contains(reading.lower[position]),
        reading.isWord(end), reading.isContent(end),
        reading.isCapitalised(end) == reading.isCapitalised(position)
      {
        end += 2
      }
      if end + 1 < range.upperBound, reading.has(end, .roleJoiner), reading.isWord(end + 1),
        !reading.has(end + 1, [.article, .pronoun]), reading.isContent(end + 1),
        !reading.isCapitalised(end + 1) || reading.has(end + 1, .roleModifier)
      {
        end += 2
        if isPlainNounOfTitle(end, in: range) { end += 1 }
      } else if end < range.upperBound, isElidedComplement(end) {
        end += 1
      }
      // `fellow trustees`
      if reading.language.naming.peers.contains(reading.lower[start]), isRoleHead(start + 1) {
        start += 1
      }
      result.append(
        Mention(
          kind: .role, range: start..<end, core: max(start, position)..<end,
          value: .word(reading.lower.joined(start..<end))))
      position = end
    }
    return result
  }

  /// `Officials suspect`: a verb, behind several people who have no name.
  private func isVerbOfMany(_ position: Int) -> Bool {
    let people = reading.lower[position - 1]
    return reading.language.denial.doubtVerbs.contains(reading.lower[position])
      && people.utf8.last == UInt8(ascii: "s")
  }

  /// `Services` in `Director of Fire Services`: a plain word with the capital of a title, and no name.
  private func isPlainNounOfTitle(_ position: Int, in range: Range<Int>) -> Bool {
    range.contains(position) && reading.isWord(position) && reading.isContent(position)
      && reading.isCapitalised(position - 1) && reading.isCapitalised(position)
      && !reading.isCapitalised(position + 1) && !reading.language.naming.nounsAreCapitalised
      && SpellChecker.shared.isWord(reading.lower[position], language: reading.language.code)
        == true
  }

  func isRoleHead(_ position: Int) -> Bool {
    reading.isWord(position) && !isNameBehindTitle(position) && !opensPlace(position)
      && (reading.has(position, .roleHead) || reading.shape(position).contains(.title)
        || isTitleBeforeName(position))
  }

  /// `the footballer Mason Orr`: a title with a capital behind one without is a name.
  private func isNameBehindTitle(_ position: Int) -> Bool {
    reading.isCapitalised(position) && reading.has(position - 1, .roleHead)
      && !reading.has(position, .honorific)
      && !reading.isCapitalised(position - 1) && !reading.language.naming.nounsAreCapitalised
  }

  /// `shot in the head`: a word that is a title only with what somebody is the head of, or a name.
  private func isPartOfBody(_ position: Int) -> Bool {
    reading.language.naming.partHeads.contains(reading.lower[position])
      && reading.has(position - 1, [.article, .pronoun])
      && (!reading.has(position + 1, .roleJoiner)
        // `hit in the head in Ardle`
        || !reading.has(position + 1, .dateJoiner) && position > 1
          && reading.language.slips.prepositions.contains(reading.lower[position - 2]))
      && !isRoleHead(position + 1) && !reading.isCapitalised(position + 1)
  }

  /// `Islamic State militants`: a word with a capital that ends a name, before a title without one.
  private func isEndOfName(_ modifier: Int, before head: Int) -> Bool {
    reading.isCapitalised(modifier) && !reading.isCapitalised(head)
      && !reading.language.naming.nounsAreCapitalised && reading.isWord(modifier - 1)
      && reading.isCapitalised(modifier - 1) && reading.isContent(modifier - 1)
      && !reading.isAllCapitals(modifier - 1) && !reading.has(modifier - 1, .roleModifier)
  }

  private func isRoleModifier(_ position: Int) -> Bool {
    guard reading.isWord(position) else {
      return reading.isMark(position, "-") && reading.isJoined(position)
        && reading.isJoined(position + 1)
    }
    if reading.has(position, .roleModifier) || isElidedModifier(position) { return true }
    if isRoleHead(position) { return true }
    // `former crane driver`, `chief mines inspector`
    return
      (reading.language.slips.tenures.contains(position > 0 ? reading.lower[position - 1] : "")
      || reading.has(position - 1, .roleModifier)) && reading.isContent(position)
      && !reading.isCapitalised(position)
  }
}
