extension Tokenizer {
  /// Where the sentences of `tokens` begin and end, by the abbreviations of `language`.
  ///
  /// A sentence ends at a stop, question or exclamation mark (and what closes after it) that is
  /// followed by white space and something that can open a sentence. After an abbreviation that may
  /// end one (`p.m.`, `U.S.`, `Jr.`) only a word that commonly opens sentences counts, so that
  /// `the U.S. Senate` and `3 p.m. Wednesday` stay whole. O(tokens).
  public func sentences(of tokens: [Token], in language: Language) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      var end = index + 1
      if isTerminator(tokens[index]) {
        while end < tokens.count, !tokens[end].spaceBefore, closes(tokens[end]) { end += 1 }
        if end < tokens.count, ends(tokens, at: index, next: end, language) {
          ranges.append(start..<end)
          start = end
        }
      }
      index = end
    }
    if start < tokens.count { ranges.append(start..<tokens.count) }
    return ranges
  }

  private func isTerminator(_ token: Token) -> Bool {
    switch token.kind {
    case .mark:
      let word = token.word
      if word == marks.stop || word == marks.question || word == marks.exclamation
        || word == marks.ellipsis
      {
        return true
      }
      if word == marks.comma || word == marks.quote || word == marks.dash { return false }
      // Those of ASCII were looked at.
      guard !vocabulary.isASCII(word), let scalar = vocabulary.text(word).unicodeScalars.first
      else { return false }
      return [0x3002, 0xFF01, 0xFF1F, 0x0964, 0x06D4].contains(scalar.value)
    case .word: return vocabulary[token.word].endsInStop
    default: return false
    }
  }

  private func closes(_ token: Token) -> Bool {
    guard token.kind == .mark else { return false }
    let word = token.word
    return word == marks.quote || word == marks.closeBracket || word == marks.stop
      || word == marks.question || word == marks.exclamation || word == marks.ellipsis
      || vocabulary.text(word) == "]"
  }

  private func ends(_ tokens: [Token], at index: Int, next: Int, _ language: Language) -> Bool {
    let terminator = tokens[index]
    if terminator.kind == .mark, !vocabulary.isASCII(terminator.word) { return true }
    guard tokens[next].spaceBefore else { return false }
    // What can open a sentence: a capital, a figure, or marks before one of these.
    var opener = next
    while opener < tokens.count - 1, tokens[opener].kind == .mark { opener += 1 }
    let first = vocabulary[tokens[opener].word]
    guard first.isCapitalised || tokens[opener].kind != .word || isCaseless(tokens[opener]) else {
      return false
    }
    let firstKind = language.kind(of: first.lower, in: vocabulary)
    if terminator.kind == .word { return firstKind.contains(.opener) && first.isCapitalised }
    if terminator.word == marks.ellipsis { return first.isCapitalised }
    guard terminator.word == marks.stop, index > 0, !terminator.spaceBefore else { return true }
    let before = vocabulary[tokens[index - 1].word]
    let beforeKind = language.kind(of: before.lower, in: vocabulary)
    if tokens[index - 1].kind == .number {
      // `am 14. Mai`, `im 2. Quartal`: an ordinal before its month or its part of a year.
      return !(language.decimalComma && !firstKind.isDisjoint(with: [.month, .yearPart]))
    }
    if before.isCapitalised, vocabulary.isOnePoint(tokens[index - 1].word) {
      return firstKind.contains(.opener) && firstKind.contains(.function)
    }
    if beforeKind.contains(.abbreviation) {
      if beforeKind.contains(.numberNoun) || beforeKind.contains(.function) {
        return tokens[opener].kind != .number
      }
      // `Mar` and `Sat` are words too where they do not stand before what they shorten.
      return false
    }
    if beforeKind.contains(.abbreviationThatMayEnd) { return firstKind.contains(.opener) }
    return true
  }

  /// Whether a word is of a script that has no capitals.
  private func isCaseless(_ token: Token) -> Bool {
    vocabulary.text(token.word).unicodeScalars.first.map {
      !$0.properties.isUppercase && !$0.properties.isLowercase
    } ?? false
  }
}
