import StoryLanguage

/// Notices in languages of which only phrases are known: the clause that has the phrase has to speak of the
/// newsroom's own text, as where signs are known. `Artikel 5 des Grundgesetzes wurde korrigiert` does not.
extension NoticeReader {
  /// Whether one clause of a sentence speaks of the newsroom's text and says what was done to it.
  func isTiedByPhrases(_ sentence: Range<Int>) -> Bool {
    let all = clauses(of: sentence)
    for (index, clause) in all.enumerated() {
      if all[..<index].contains(where: { isSaidByOthers($0) }) { return false }
      let own = ownnessByPhrases(clause, opens: clause.lowerBound == sentence.lowerBound)
      guard own > .none, tellsByPhrase(clause, own) else { continue }
      let end = min(clause.upperBound + 1, sentence.upperBound)
      if !(clause.lowerBound + 1..<max(end, clause.lowerBound + 1)).contains(where: isTag) {
        return true
      }
    }
    return false
  }

  /// How plainly a clause speaks of the newsroom's text: as `this article` or an earlier version, as `we`, or as
  /// `the article`, which may be anybody's.
  private func ownnessByPhrases(_ clause: Range<Int>, opens: Bool) -> Ownness {
    let first = clause.first { reading.isWord($0) } ?? clause.lowerBound
    var ownness = Ownness.none, hasText = false
    for position in clause where !isQuoted(position) {
      guard
        let (count, _) = reading.match(
          reading.language.noticeSubjects, position, end: clause.upperBound)
      else { continue }
      let subject = position..<position + count
      guard subject.contains(where: isNamedText) else {
        ownness = max(ownness, .voice)
        continue
      }
      if isOfAnotherThing(subject.upperBound) { continue }
      hasText = true
      if !isDefinite(position) { return .text }
      if position <= first + 1, opens { ownness = max(ownness, .weak) }
    }
    // `wir haben den Artikel ergänzt`
    return ownness == .voice && hasText ? .text : ownness
  }

  /// Whether a clause says that something was wrong or changed.
  private func tellsByPhrase(_ clause: Range<Int>, _ own: Ownness) -> Bool {
    clause.contains { position in
      guard !isQuoted(position),
        let (count, name) = reading.match(
          reading.language.noticePhrases, position, end: reading.count),
        name != NoticeChange.Kind.developing.rawValue
      else { return false }
      let phrase = position..<position + count
      switch own {
      case .none: return false
      case .text: return true
      case .weak:
        return phrase.contains { reading.has($0, .noticeDeed) } && !isDoneByOthers(after: phrase)
      case .voice:
        // `wir haben die Zahlen korrigiert` may be anybody's.
        let isLonger = (position...position + 1).contains { start in
          reading.match(reading.language.noticeSubjects, start, end: clause.upperBound)
            .map { start + $0.count < phrase.upperBound } ?? false
        }
        return isLonger
          || !hasTheirs(clause) && clause.lowerBound <= 1
            && (namesWhatIsMended || phrase.contains { reading.has($0, .noticeDeed) } && namesKind)
      }
    }
  }

  /// Whether the block has a text, a spelling or what is denied.
  private var namesWhatIsMended: Bool {
    (0..<reading.count).contains { position in
      isNamedText(position) || reading.language.denials.contains(reading.lower[position])
        || reading.language.spellingWords.contains(reading.lower[position])
    }
  }

  var namesKind: Bool {
    let endings = reading.language.endings
    return (0..<reading.count).contains { position in
      NoticeLinker.isOfKind(NoticeLinker.stem(reading.lower[position], endings), reading.language)
    }
  }

  /// `nos prévisions`: what is somebody's, and no text.
  private func hasTheirs(_ clause: Range<Int>) -> Bool {
    clause.contains { position in
      reading.language.noticeOwners.contains(reading.lower[position])
        && !(position + 1..<position + 3).contains(where: isNamedText)
    }
  }

  /// Whether a word is one for what a newsroom prints: `artikels`, `l'article`.
  private func isNamedText(_ position: Int) -> Bool {
    guard position >= 0, position < reading.count else { return false }
    let word = reading.lower[position]
    if reading.language.noticeTexts.contains(word) { return true }
    guard let mark = word.utf8.prefix(3).firstIndex(of: UInt8(ascii: "'")) else { return false }
    return reading.language.noticeTexts.contains(String(word[word.index(after: mark)...]))
  }

  /// `l'article`, `der Text`
  private func isDefinite(_ position: Int) -> Bool {
    reading.has(position, .article)
      && !reading.language.noticeGenitives.contains(reading.lower[position])
      || reading.lower[position].hasPrefix("l'")
  }

  /// `… 5`, `… des Grundgesetzes`, `… du projet de loi`: what a text is of that is not the newsroom's.
  private func isOfAnotherThing(_ next: Int) -> Bool {
    guard next < reading.count else { return false }
    if reading.tokens[next].kind == .number { return true }
    let word = reading.lower[next]
    let isElided = word.hasPrefix("d'")
    guard isElided || reading.language.noticeGenitives.contains(word) else { return false }
    return !(isElided ? next..<next + 3 : next + 1..<next + 4).contains { position in
      isNamedText(position)
        || position < reading.count
          && (reading.tokens[position].kind == .number || reading.isMonth(position)
            || reading.has(position, .weekday))
    }
  }

  /// `modifié le 4 mars par le Sénat`
  private func isDoneByOthers(after phrase: Range<Int>) -> Bool {
    let sentence = reading.passage.sentence(at: phrase.lowerBound)
    return (phrase.upperBound..<sentence.upperBound).contains { agent in
      reading.has(agent, .passiveAgent) && reading.has(agent + 1, .article)
        && !isNamedText(agent + 2)
    }
  }

  /// `Der Minister sagte`: whether a clause tells what somebody else said.
  private func isSaidByOthers(_ clause: Range<Int>) -> Bool {
    ownnessByPhrases(clause, opens: true) == .none
      && clause.contains { reading.has($0, .saying) && !isQuoted($0) }
  }

  /// `, sagte der Minister`, but `, hieß es`: whether a speaker's tag begins at a comma.
  private func isTag(from comma: Int) -> Bool {
    guard reading.isMark(comma, ",") else { return false }
    let tag = (comma + 1..<max(comma + 1, min(reading.count, comma + 8)))
      .prefix { reading.tokens[$0].kind != .mark }
    return tag.contains { reading.has($0, .saying) && !isQuoted($0) }
      && tag.contains { reading.isContent($0) && !reading.has($0, .saying) }
      && !tag.contains { isNamedText($0) || reading.has($0, .that) }
  }
}
