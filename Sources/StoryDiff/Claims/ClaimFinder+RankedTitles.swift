import StoryLanguage

/// Titles of one person that differ in rank, wherever in the sentence they stand.
extension ClaimFinder {
  /// A title and the person who has it.
  private struct Titled {
    /// The words of the name, in lower case.
    let name: [String]
    /// The words that rank the title, and its noun with those that belong to it.
    let ranks: [String], head: String
    /// From the first rank, or the noun where there is none, to the noun.
    let range: Range<Int>
  }

  /// Words of the longest title that is looked at, and of the longest name.
  private static let longestTitle = 6, longestTitledName = 4

  /// `The deputy mayor, Ada Orr, told …` → `… was told by Ada Orr, the mayor`: one office and one person, and words
  /// such as `deputy` in one version alone. O(tokens × the longest title).
  mutating func findRankedTitles(
    _ sentences: PassageDiff.SentencePair, _ roles: [Mention], _ rolesNow: [Mention]
  ) {
    findOffices(sentences, roles, rolesNow)
    guard !pair.language.naming.rankWords.isEmpty, sentences.hunks.contains(where: touchesRank)
    else { return }
    let before = titled(in: sentences.old, old), after = titled(in: sentences.new, new)
    for mine in before {
      guard let theirs = after.first(where: { $0.name == mine.name }),
        mine.head == theirs.head, mine.ranks != theirs.ranks,
        before.count(where: { $0.name == mine.name }) == 1,
        after.count(where: { $0.name == mine.name }) == 1,
        !isCovered(mine.range, inOld: true), !isCovered(theirs.range, inOld: false),
        isTouched(mine.range, inOld: true) || isTouched(theirs.range, inOld: false)
      else { continue }
      add(
        RawClaim(
          type: .role, old: mine.range, new: theirs.range,
          because: "the title or description differs"))
    }
  }

  /// `Lorn's chief executive, Bo Marl,` → `Bo Marl, Lorn's chief financial officer,`: two offices of one person, in one body or
  /// with a word in common.
  private mutating func findOffices(
    _ sentences: PassageDiff.SentencePair, _ roles: [Mention], _ rolesNow: [Mention]
  ) {
    func offices(
      _ roles: [Mention], _ sentence: Range<Int>, _ reading: Reading, inOld: Bool
    ) -> [(name: [String], title: Mention, said: Set<String>)] {
      roles.compactMap { role in
        guard !role.isRelative, let last = role.range.last,
          isTouched(role.range, inOld: inOld), !isCovered(role.range, inOld: inOld),
          let name = name(after: last, in: sentence, reading)
            ?? name(before: role.range.lowerBound, in: sentence, reading)
        else { return nil }
        let owner = role.range.lowerBound - 1
        let whole = owner >= sentence.lowerBound ? owner..<role.range.upperBound : role.range
        return (
          name, role, Set(whole.filter { reading.isContent($0) }.map { reading.lower[$0] })
        )
      }
    }
    let before = offices(roles, sentences.old, old, inOld: true)
    guard before.count == 1 else { return }
    let after = offices(rolesNow, sentences.new, new, inOld: false)
    guard after.count == 1, before[0].name == after[0].name,
      before[0].title.value != after[0].title.value,
      !areSynonyms(before[0].title, after[0].title),
      // `Associated Press writers Ada Orr`
      stems(old, before[0].title.range) != stems(new, after[0].title.range),
      !before[0].said.isDisjoint(with: after[0].said),
      !before[0].said.isSubset(of: after[0].said), !after[0].said.isSubset(of: before[0].said)
    else { return }
    add(
      RawClaim(
        type: .role, old: before[0].title.range, new: after[0].title.range,
        oldMention: before[0].title, newMention: after[0].title,
        because: "the title or description differs"))
  }

  private func touchesRank(_ hunk: Hunk) -> Bool {
    let ranks = pair.language.naming.rankWords
    return hunk.old.contains { ranks.contains(old.lower[$0]) }
      || hunk.new.contains { ranks.contains(new.lower[$0]) }
  }

  /// Who has a title right before the name, or after it behind a comma.
  private func titled(in sentence: Range<Int>, _ reading: Reading) -> [Titled] {
    var result: [Titled] = []
    for noun in sentence
    where reading.has(noun, .roleHead) && !goesOn(noun, reading) {
      guard
        let name = name(after: noun, in: sentence, reading)
          ?? name(before: noun, in: sentence, reading)
      else { continue }
      var start = noun
      let ranks = pair.language.naming.rankWords
      for position in stride(from: noun - 1, through: sentence.lowerBound, by: -1) {
        // `Deputy mayor Ada Orr met mayor …`: no further than the words of the title.
        guard noun - position <= ClaimFinder.longestTitle, reading.isWord(position),
          ranks.contains(reading.lower[position]) || reading.has(position, .roleJoiner)
            || reading.isContent(position)
              && reading.lower[position] == reading.lower[position].withoutPossessive
              && reading.isCapitalised(position) == reading.isCapitalised(noun)
        else { break }
        if ranks.contains(reading.lower[position]) { start = position }
      }
      let said = (start..<noun).filter { ranks.contains(reading.lower[$0]) }
      result.append(
        Titled(
          name: name, ranks: said.map { reading.lower[$0] }, head: reading.lower[noun],
          range: start..<noun + 1))
    }
    return result
  }

  /// `deputy` of `deputy mayor`, `chief` of `chief fire officer`
  private func goesOn(_ noun: Int, _ reading: Reading) -> Bool {
    reading.has(noun + 1, .roleHead)
      || pair.language.naming.rankWords.contains(reading.lower[noun])
        && reading.isContent(noun + 1) && reading.has(noun + 2, .roleHead)
  }

  /// `mayor Ada Orr`, `the mayor, Ada Orr`
  private func name(after noun: Int, in sentence: Range<Int>, _ reading: Reading) -> [String]? {
    var start = noun + 1
    // `economist at Lorn Capital, Ada Orr`
    if reading.isFunction(start), start + 1 < sentence.upperBound, reading.isCapitalised(start + 1)
    {
      start =
        (start..<min(sentence.upperBound, start + ClaimFinder.longestTitle)).first {
          reading.tokens[$0].kind == .mark
        } ?? start
    }
    if reading.isMark(start, ",") { start += 1 }
    while start < sentence.upperBound, reading.has(start, .honorific),
      !reading.has(start, .roleHead)
    {
      start += 1
    }
    guard start < sentence.upperBound else { return nil }
    let name = (start..<min(sentence.upperBound, start + ClaimFinder.longestTitledName))
      .prefix { isNameWord($0, reading) }
    return name.count > 1 ? name.map { reading.lower[$0].withoutPossessive } : nil
  }

  /// `Ada Orr, the mayor`
  private func name(before noun: Int, in sentence: Range<Int>, _ reading: Reading) -> [String]? {
    var comma = noun - 1
    while comma > sentence.lowerBound, noun - comma <= ClaimFinder.longestTitle,
      reading.isWord(comma)
    {
      comma -= 1
    }
    guard comma > sentence.lowerBound, reading.isMark(comma, ",") else { return nil }
    var start = comma
    while start > sentence.lowerBound, isNameWord(start - 1, reading),
      comma - start < ClaimFinder.longestTitledName
    {
      start -= 1
    }
    return comma - start > 1 ? (start..<comma).map { reading.lower[$0].withoutPossessive } : nil
  }

  private func isNameWord(_ position: Int, _ reading: Reading) -> Bool {
    reading.isWord(position) && reading.isCapitalised(position) && reading.isContent(position)
      && !reading.has(position, [.roleHead, .honorific, .month, .weekday])
  }
}
