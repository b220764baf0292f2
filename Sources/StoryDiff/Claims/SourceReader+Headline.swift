import StoryLanguage

extension SourceReader {
  /// Words that a source beside a mark of a headline has at most.
  private static let longestHeadlineSource = 5

  /// `Two hurt in crash - police`, `Police: two hurt in crash`: what a headline has for `police say`.
  func headlineSources(in sentence: Range<Int>) -> [Attribution] {
    guard reading.passage.isHeadline else { return [] }
    return [leadingSource(in: sentence), trailingSource(in: sentence)].compactMap { $0 }
  }

  /// The name of the paper behind a headline, which is none of the story's.
  var masthead: Range<Int>? {
    guard let name = trailing(in: 0..<reading.count), let last = name.last,
      reading.language.naming.mastheads.contains(reading.lower[last]),
      name.allSatisfy({ reading.isCapitalised($0) })
    else { return nil }
    return name
  }

  /// What stands behind the dash that is a headline's last mark.
  private func trailing(in sentence: Range<Int>) -> Range<Int>? {
    let end = sentence.upperBound
    let first = max(sentence.lowerBound + 1, end - 1 - SourceReader.longestHeadlineSource)
    guard reading.passage.isHeadline, end == reading.count, first < end,
      let dash = (first..<end).last(where: isClauseMark),
      reading.isMark(dash, "-"), !reading.isJoined(dash), dash + 1 < end,
      !reading.isJoined(dash + 1)
    else { return nil }
    return dash + 1..<end
  }

  private func trailingSource(in sentence: Range<Int>) -> Attribution? {
    guard let source = trailing(in: sentence) else { return nil }
    let dash = source.lowerBound - 1
    guard namesBody(source) || namesSomebody(source, after: sentence.lowerBound..<dash) else {
      return nil
    }
    return Attribution(range: source, source: source, anchor: dash..<dash + 1, isPhrase: true)
  }

  private func leadingSource(in sentence: Range<Int>) -> Attribution? {
    let first = sentence.lowerBound
    guard first == 0,
      let colon = (first..<min(sentence.upperBound, first + SourceReader.longestHeadlineSource))
        .first(where: isClauseMark), colon > first,
      reading.isMark(colon, ":"), colon + 1 < sentence.upperBound
    else { return nil }
    let source = first..<colon
    // `Ada Lorn: 'I did not see it'`
    let isName = reading.isMark(colon + 1, "\"") && namesSomebody(source, after: 0..<0)
    // `Match report: …` is no report's word.
    guard
      isName || namesBody(source) && (source.count == 1 || !isDocumentWord(colon - 1))
    else { return nil }
    return Attribution(range: source, source: source, anchor: colon..<colon + 1, isPhrase: true)
  }

  private func isDocumentWord(_ position: Int) -> Bool {
    reading.language.naming.documents.contains(reading.lower[position])
  }

  /// Whether the last word is one for people, a body or a document that says something.
  private func namesBody(_ source: Range<Int>) -> Bool {
    guard let last = source.last else { return false }
    return reading.has(last, [.roleHead, .sourceBody]) || reading.shape(last).contains(.title)
      || reading.language.naming.anonymousSources.contains(reading.lower[last])
      || isDocumentWord(last)
  }

  /// Whether capitals name somebody in a headline that has few others, and not the paper.
  private func namesSomebody(_ source: Range<Int>, after rest: Range<Int>) -> Bool {
    let parts = source.filter { !isInsideName($0) }
    guard let last = source.last, parts.count <= 3,
      parts.allSatisfy({ reading.isCapitalised($0) && reading.isContent($0) }),
      !source.contains(where: { reading.has($0, [.weekday, .month]) }),
      !reading.language.naming.mastheads.contains(reading.lower[last])
    else { return false }
    let words = rest.filter { reading.isWord($0) && reading.isContent($0) }
    return words.count { reading.isCapitalised($0) } * 3 <= words.count * 2
  }

  /// `State of emergency declared after storm`: a headline says in the present what somebody says, and its
  /// participles are what is done to something.
  func isHeadlinePassive(_ verb: Int) -> Bool {
    reading.passage.isHeadline
      && reading.language.slips.pastEndings.contains { reading.lower[verb].hasSuffix($0) }
      && !reading.has(verb + 1, [.that, .pronoun]) && !reading.isMark(verb - 1, ",")
      && !reading.isMark(verb - 1, "\"")
  }
}
