import StoryLanguage

extension NoticeReader {
  /// Tokens that a line of page furniture may have.
  static let longestFurniture = 24

  /// Tokens of a line of which only the beginning or one pattern is known as furniture.
  private static let longestPattern = 16

  /// Whether the block is what a page wraps around its story: counters, share lines, "Updated 5
  /// minutes ago".
  var isFurniture: Bool {
    guard reading.count <= NoticeReader.longestFurniture, reading.mayBeFurniture else {
      return false
    }
    if reading.count <= NoticeReader.longestPattern,
      patterns(at: 0).contains(where: { matches($0) })
    {
      return true
    }
    return isLineOfFurniture
  }

  /// A quick look at its first words, so that most blocks are not read for it: whether its patterns, its
  /// stamps, or what else a line of it is made of can begin with them.
  static func mayBeFurniture(_ tokens: [Token], _ pair: AnalyzedPair) -> Bool {
    guard let first = tokens.first else { return false }
    let language = pair.language
    let kinds: Language.WordKind = [
      .cardinal, .furniture, .noticeDateJoiner, .month, .weekday, .dayPart, .am, .pm, .timeZone,
      .hourMark, .clockWord, .ordinalSuffix, .ordinal,
    ]
    let kind = pair.known.kind(of: first.word)
    func lower(_ token: Token) -> String { pair.shapes.text(pair.vocabulary[token.word].lower) }
    if first.kind == .number || first.kind == .mark || !kind.isDisjoint(with: kinds)
      || pair.known[Int(first.word)].opensFurniture
      || pair.known.begins(of: first.word)
        & (language.furnitureStamps.bit | language.relativeDays.bit) != 0
    {
      return true
    }
    // `a minute read`: a figure has up to three words.
    if kind.contains(.article),
      language.figureFurniture.contains("")
        || tokens.dropFirst().prefix(3).contains(where: {
          language.figureFurniture.contains(lower($0))
        })
    {
      return true
    }
    let text = lower(first)
    return text.utf8.first.map { $0 &- 48 < 10 || $0 >= 0x80 } == true
      && text.first?.isNumber == true
  }

  /// The date at which a page was printed, where a block begins with it and the story follows:
  /// `Updated September 1, 2020 “There are …`.
  var stamp: Range<Int>? {
    guard let end = stampEnd(0), end < reading.count,
      reading.isCapitalised(end) || reading.isMark(end, "\"") || reading.isMark(end, "-")
        || reading.isMark(end, "|"),
      (0..<end).contains(where: { reading.tokens[$0].kind == .number })
    else { return nil }
    return 0..<end
  }

  /// `Updated 5 minutes ago` behind a paragraph: whether a sentence is a pattern, and nothing else.
  func isFurniture(_ sentence: Range<Int>) -> Bool {
    guard let end = patternEnd(sentence.lowerBound) ?? stampEnd(sentence.lowerBound) else {
      return false
    }
    return (end..<max(end, sentence.upperBound)).allSatisfy { reading.tokens[$0].kind == .mark }
  }

  /// `12 comments · 900 views · updated 14:30`: patterns, dates and figures, and nothing else.
  private var isLineOfFurniture: Bool {
    var position = 0
    var isKnown = false
    while position < reading.count {
      if let end = stampEnd(position) ?? patternEnd(position) {
        isKnown = true
        position = end
      } else if reading.tokens[position].kind == .mark || reading.isStampWord(position)
        || reading.has(position, [.furniture, .noticeDateJoiner])
      {
        position += 1
      } else {
        return false
      }
    }
    return isKnown
  }

  /// The end of `last updated 12 May 2025, 14:30`; nil where no date or time follows.
  private func stampEnd(_ start: Int) -> Int? {
    guard
      let (count, _) = reading.match(reading.language.furnitureStamps, start, end: reading.count)
    else { return nil }
    var position = start + count
    var end: Int?
    while position < reading.count {
      if reading.isStampWord(position) {
        end = position + 1
      } else if !reading.has(position, [.noticeDateJoiner, .article])
        && ![":", ",", ".", "-", "/"].contains(reading.lower[position])
      {
        break
      }
      position += 1
    }
    return end
  }

  /// The end of the longest pattern that begins at `start`.
  private func patternEnd(_ start: Int) -> Int? {
    patterns(at: start).compactMap { end(of: $0, from: start) }.max()
  }

  /// The patterns whose first word stands at a position.
  private func patterns(at position: Int) -> [[String]] {
    guard position < reading.count else { return [] }
    let isFigure =
      reading.tokens[position].kind == .number || reading.has(position, [.cardinal, .article])
    let figures =
      isFigure && mayCount(from: position) ? reading.language.furniture["*"] ?? [] : []
    guard reading.words[position].opensFurniture else { return figures }
    return (reading.language.furniture[reading.lower[position]] ?? []) + figures
  }

  /// Whether one of the next three words is what furniture counts: a figure has up to three words.
  private func mayCount(from position: Int) -> Bool {
    reading.language.figureFurniture.contains("")
      || (position + 1..<min(reading.count, position + 4)).contains {
        reading.language.figureFurniture.contains(reading.lower[$0])
      }
  }

  private func matches(_ pattern: [String]) -> Bool {
    guard let position = end(of: pattern, from: 0) else { return false }
    if pattern.last?.ends(in: ":") == true { return true }
    // The pattern is nearly the whole block, or what a short line begins with.
    if position >= reading.count - 1 { return true }
    return !pattern.contains("*")
      && (reading.count <= 8 || reading.isMark(position, ":") || reading.isMark(position, "|"))
  }

  /// Where a pattern ends that begins at `start`; nil where it does not stand there.
  private func end(of pattern: [String], from start: Int) -> Int? {
    var position = start
    for (index, part) in pattern.enumerated() {
      if part == "*" {
        // Figures and their unit: `38 mins`, `1.2k`, `5`.
        let next = index + 1 < pattern.count ? pattern[index + 1] : nil
        var taken = 0
        while position < reading.count, taken < 3,
          reading.tokens[position].kind == .number || reading.has(position, [.cardinal, .article])
            || taken > 0 && reading.isWord(position) && reading.lower[position] != next
              && next != nil
        {
          position += 1
          taken += 1
        }
        if taken == 0 { return nil }
      } else if part.ends(in: ":"), part.count > 1 {
        guard reading.reads(position, String(part.dropLast())), reading.isMark(position + 1, ":")
        else { return nil }
        return position + 2
      } else {
        guard reading.reads(position, part) else { return nil }
        position += 1
      }
    }
    return position
  }
}

extension Reading {
  /// Whether a word is a month; `may` is one with a capital.
  func isMonth(_ position: Int) -> Bool {
    has(position, .month) && (isCapitalised(position) || !has(position, .modal))
  }

  /// Whether a word is part of a date or a time: a figure, a month, `p.m.`, `Uhr`, `15h20`.
  func isStampWord(_ position: Int) -> Bool {
    guard position < count else { return false }
    return tokens[position].kind == .number
      || has(
        position,
        [
          .month, .weekday, .dayPart, .am, .pm, .timeZone, .hourMark, .clockWord, .ordinalSuffix,
          .cardinal, .ordinal,
        ])
      || match(language.relativeDays, position, end: count) != nil
      || lower[position].holdsNumber && lower[position].first?.isNumber == true
      // `h20` in `15h20`
      || isJoined(position) && position > 0 && tokens[position - 1].kind == .number
        && tokens[position].kind == .word
  }
}
