import StoryLanguage

/// The clauses of a sentence in which a newsroom may speak.
extension NoticeReader {
  /// Tokens of the longest words before a comma that open a sentence: `In Monday's story, …`.
  private static let longestIntroduction = 12

  /// The clauses of a sentence; words between commas go with what they are put into.
  func clauses(of sentence: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = sentence.lowerBound
    func close(_ end: Int) {
      defer { start = end }
      guard start < end else { return }
      let next = start..<end
      if let last = result.last, continues(last, next, of: sentence) {
        result[result.count - 1] = last.lowerBound..<end
      } else {
        result.append(next)
      }
    }
    for position in sentence where !isQuoted(position) && isBreak(position) { close(position) }
    close(sentence.upperBound)
    return result
  }

  private func isBreak(_ position: Int) -> Bool {
    if reading.tokens[position].kind == .mark {
      return [",", ";", ":", "(", ")"].contains(reading.lower[position])
        || reading.isMark(position, "-") && !reading.isJoined(position)
    }
    guard reading.noticeSigns[position].count < 2,
      reading.has(position, .that)
        // `and` joins names, too.
        || reading.has(position, .clause) && !reading.has(position, [.numberJoiner, .article]),
      !isWithinPhrase(position)
    else { return false }
    // `not the lock as reported here`, `contrary to what we said`, `because of a mistake`
    let next = sign(position + 1)
    return next.isDisjoint(with: [.repeated, .earlier]) && !reading.has(position + 1, .dateJoiner)
      && !(position - 3..<position).contains {
        sign($0).contains(.contrast) && reading.noticeSigns[$0].count > 1
      }
  }

  /// `contrairement à ce que nous`, `readers who wrote`: whether a word is one of a phrase that is a sign.
  private func isWithinPhrase(_ position: Int) -> Bool {
    if (max(0, position - 4)..<position).contains(where: {
      reading.noticeSigns[$0].count > position - $0
    }) {
      return true
    }
    guard reading.language.noticeSigns.isEmpty else { return false }
    return (max(0, position - 4)..<position).contains { start in
      reading.match(reading.language.noticeSubjects, start, end: reading.count)
        .map { start + $0.count > position } ?? false
    }
  }

  /// Whether words go on with the clause before them: they have no subject of their own, or those before
  /// only say where.
  private func continues(_ last: Range<Int>, _ next: Range<Int>, of sentence: Range<Int>) -> Bool {
    guard let first = next.first(where: { reading.isWord($0) }) else { return true }
    if isSpeakerTag(next) { return false }
    let isJoined = reading.has(first, [.that, .clause])
    // `…, um klarzustellen`
    if reading.language.noticeSigns.isEmpty, reading.has(first, .noticeAim) { return true }
    if last.lowerBound == sentence.lowerBound, !isJoined, introduces(last) || isSubject(last) {
      return true
    }
    // `… of this article, which overstated …`
    if isJoined, reading.isMark(next.lowerBound, ","),
      reading.signs(next.lowerBound - 1).contains(.text),
      isMistake(first + 1), ownness(of: last) == .text
    {
      return true
    }
    // `… when this report was first published`
    if isJoined {
      return ownness(of: next) == .text && next.contains { reading.has($0, .noticeDeed) }
        && !next.contains { !sign($0).isDisjoint(with: [.error, .fix, .voice]) }
    }
    return reading.has(first, [.be, .have, .modal, .noticeDeed])
      || !sign(first).isDisjoint(with: [.act, .edit, .fix, .update, .clarity, .withdrawal])
      || !sign(first).isDisjoint(with: [.earlier, .error]) && !sign(first).contains(.apology)
        && !sign(first).contains(.contrast)
  }

  /// `In Monday's story`, `Because of a mistake`, `Apologies`
  private func introduces(_ clause: Range<Int>) -> Bool {
    guard clause.count <= NoticeReader.longestIntroduction,
      let first = clause.first(where: { reading.isWord($0) })
    else { return false }
    let isSmall =
      reading.isFunction(first) && !reading.has(first, [.article, .pronoun])
      && sign(first).isDisjoint(with: [.owner, .voice])
    return (isSmall || !sign(first).isDisjoint(with: [.apology, .clarity, .fix, .error, .cause]))
      && !clause.contains { reading.has($0, [.be, .have, .modal]) }
  }

  /// `An earlier version of this story` before what it was based on: no verb yet.
  private func isSubject(_ clause: Range<Int>) -> Bool {
    clause.count <= NoticeReader.longestIntroduction && ownness(of: clause) == .text
      && !clause.contains { position in
        reading.has(position, [.be, .have, .modal, .saying, .noticeDeed])
          || !sign(position).isDisjoint(with: [.act, .error, .fix, .edit, .clarity])
      }
  }

  /// `, the inspector said`: who says what the sentence says.
  func isSpeakerTag(_ clause: Range<Int>) -> Bool {
    let words = clause.filter { reading.isWord($0) }
    guard let first = words.first, words.count <= 6, reading.isMark(clause.lowerBound, ","),
      !reading.has(clause.upperBound, .that), words.contains(where: { reading.has($0, .saying) }),
      reading.has(first, [.saying, .article, .pronoun]) || reading.isCapitalised(first)
    else { return false }
    return !words.contains { !sign($0).isDisjoint(with: .speakers) }
  }
}
