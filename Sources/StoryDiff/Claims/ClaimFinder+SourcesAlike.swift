import StoryLanguage

/// Whether two sources are one.
extension ClaimFinder {
  /// Words between a name and the noun that says what its owner is.
  private static let farthestDescription = 4

  /// `Ms Orr said` → `the chef said`: whether the story has the name of one source beside the noun by which the other is described:
  /// `chef Ada Orr`, `Ada Orr, a chef`. O(tokens).
  func isDescribedElsewhere(_ mine: SourceIdentity, _ theirs: SourceIdentity) -> Bool {
    guard mine.isNamed != theirs.isNamed else { return false }
    let (named, described) = mine.isNamed ? (mine, theirs) : (theirs, mine)
    guard !described.isIndefinite, described.opening.count == 1, let noun = described.opening.last,
      let name = named.opening.last
    else { return false }
    return (pair.old + pair.new).contains { block in
      block.tokens.indices.contains { place in
        word(block.tokens[place]) == noun
          && (max(
            0, place - ClaimFinder.farthestDescription)..<min(
              block.tokens.count, place + ClaimFinder.farthestDescription))
            .contains { position in
              word(block.tokens[position]).withoutPossessive == name
                && !(min(place, position)..<max(place, position)).contains {
                  block.tokens[$0].word == pair.tokenizer.marks.stop
                }
            }
      }
    }
  }

  private func word(_ token: Token) -> String {
    pair.shapes.text(pair.vocabulary[token.word].lower)
  }

  func withoutArticle(_ source: Range<Int>, _ reading: Reading) -> Range<Int> {
    guard let first = source.first, reading.has(first, .article) else { return source }
    return first + 1..<source.upperBound
  }

  /// The words of a source but for its article, as the lists of names for one thing have them: `downing street`.
  func sourceWords(_ source: Range<Int>, _ reading: Reading) -> [String] {
    source.filter { reading.tokens[$0].kind != .mark && !reading.has($0, .article) }
      .map { reading.lower[$0] }
  }

  /// A source with the name that an edit put after it, between commas.
  func withName(_ source: Range<Int>, _ reading: Reading, _ map: TokenMap) -> Range<Int> {
    var end = source.upperBound + 1
    func isName(_ position: Int) -> Bool {
      position < reading.count && reading.isCapitalised(position) && reading.isContent(position)
        && map[position] < 0
    }
    guard reading.isMark(source.upperBound, ","), isName(end) else { return source }
    while isName(end) { end += 1 }
    return source.lowerBound..<end
  }

  /// `said the vicar, Blas Iturbe` → `said the sexton, Blas Iturbe`: the name after the comma is the
  /// source, and what stands before it a title.
  func isNamedAfter(_ before: Range<Int>, _ after: Range<Int>) -> Bool {
    func name(_ range: Range<Int>, _ reading: Reading) -> Int? {
      // `l'adjoint aux sports, Ada Orr`
      let comma = (range.upperBound..<range.upperBound + 3).first {
        $0 >= reading.count || reading.tokens[$0].kind == .mark
      }
      guard let comma, reading.isMark(comma, ","), reading.isCapitalised(comma + 1),
        reading.isContent(comma + 1)
      else { return nil }
      let word = reading.lower[range.lowerBound]
      let hasArticle =
        reading.has(range.lowerBound, .article)
        || SourceReader.withoutElision(word, pair.language) != word
      return hasArticle ? comma + 1 : nil
    }
    guard let mine = name(before, old), let theirs = name(after, new) else { return false }
    return diff.newOfOld[mine] == theirs
  }
}
