import StoryLanguage

/// Marks that end a question, and that end none.
extension SlipFinder {
  /// `It is late?` → `It is late.`, `Is it late.` → `Is it late?`
  func isFalseQuestion(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
    guard let i = oldRange.first, let j = newRange.first else { return false }
    if isQuotedQuestion(i, j) { return true }
    let sentence = old.passage.sentence(at: i)
    var start = sentence.lowerBound
    // `So, who will pay.`
    while start < i,
      old.isMark(start, ",") || old.isMark(start, "\"") || old.has(start, .numberJoiner)
        || old.isWord(start) && words.serialWords.contains(old.lower[start])
    {
      start += 1
    }
    guard old.isWord(start), words.questionWords.contains(old.lower[start]) else {
      return old.isMark(i, "?") && new.isMark(j, ".")
    }
    let asks = asks(start, end: i) || asksAround(start, end: i)
    return asks
      ? old.isMark(i, ".") && new.isMark(j, "?")
      // `What happens next?`: it has one verb, and no other that would make it a statement.
      : old.isMark(i, "?") && new.isMark(j, ".") && !asksAmount(start + 1)
        && (start + 2..<max(start + 2, i)).contains { old.has($0, [.be, .have, .modal]) }
  }

  /// `"Is it late," she asked` → `"Is it late?" she asked`: what stands between quotation marks begins as a question does.
  private func isQuotedQuestion(_ i: Int, _ j: Int) -> Bool {
    guard new.isMark(j, "?"), old.isMark(i, ",") || old.isMark(i, "."), old.isMark(i + 1, "\""),
      let opening = (max(0, i - SlipFinder.longestQuestion)..<i).last(where: {
        old.isMark($0, "\"")
      }),
      old.isWord(opening + 1), words.questionWords.contains(old.lower[opening + 1])
    else { return false }
    return opening + 2 == i || asks(opening + 1, end: i)
  }

  /// How many words a question has at most.
  private static let longestQuestion = 24

  /// Whether a sentence that begins like a question is one.
  private func asks(_ start: Int, end: Int) -> Bool {
    let verbs: Language.WordKind = [.be, .have, .modal, .auxiliary]
    // `Why the boat sank is unclear` asks nothing: another verb stands after what is asked.
    if old.has(start, verbs) || old.has(start + 1, verbs) { return true }
    let rest = start + 1..<max(start + 1, end)
    // `Who ordered the boat.`
    if words.relatives.contains(old.lower[start]), old.isWord(start + 1),
      isPastForm(old.lower[start + 1]), !rest.dropFirst().contains(where: { old.has($0, verbs) })
    {
      return true
    }
    // `How many of them can vote.`
    let finite = rest.filter { old.has($0, verbs) }
    guard asksAmount(start + 1), finite.count == 1, let verb = finite.first, verb > start + 1,
      !rest.contains(where: { old.tokens[$0].kind == .mark || isPastForm(old.lower[$0]) })
    else { return false }
    return !(start + 1..<verb).contains {
      old.has($0, .pronoun) && !words.prepositions.contains(old.lower[$0 - 1])
    }
  }

  /// `What, exactly, is the bear doing`: a word between commas behind the one that asks, and the verb of the question.
  private func asksAround(_ start: Int, end: Int) -> Bool {
    let verb = start + 4
    return verb < end && old.isMark(start + 1, ",") && old.isMark(start + 3, ",")
      && old.isWord(start + 2) && old.has(verb, [.be, .have, .modal, .auxiliary])
      // `What, exactly, is lost is unclear`
      && !(verb + 1..<end).contains { old.has($0, [.be, .have, .modal]) }
  }

  private func asksAmount(_ position: Int) -> Bool {
    old.has(position, .vague)
      || old.isWord(position) && words.amountWords.contains(old.lower[position])
  }
}
