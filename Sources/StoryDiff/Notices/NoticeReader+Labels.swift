import StoryLanguage
import StoryModel

/// What is printed before a notice: `Correction:`, `(Corrects …)`, `Clarification appended April 2:`.
extension NoticeReader {
  /// Tokens of the longest block that is a notice for beginning with a verb.
  private static let longestBareOpening = 40

  /// `(Corrects paragraph 2 to say …)`: a block that stands in brackets and says first what was done.
  func opening(at sentence: Range<Int>) -> NoticeChange.Kind? {
    let last = reading.count - 1
    // `Corrects the totals in paragraph 2.`: the agencies' way, without a subject.
    let first = reading.isMark(0, "*") || reading.isMark(0, "•") ? 1 : afterDesk
    if sentence.lowerBound == 0, reading.isWord(first), reading.isCapitalised(first),
      reading.count <= NoticeReader.longestBareOpening,
      let (_, name) = reading.match(reading.language.noticeBareOpenings, first, end: reading.count),
      !reading.language.noticeSigns.isEmpty || namesKind
    {
      return NoticeChange.Kind(rawValue: name)
    }
    if let told = closingStamp(sentence) { return told }
    let start = sentence.lowerBound
    guard reading.isMark(start, "(") || reading.isMark(start, "["),
      reading.isMark(last, ")") || reading.isMark(last, "]")
        || reading.isMark(last - 1, ")") || reading.isMark(last - 1, "]"),
      let (_, name) = reading.match(
        reading.language.noticeBareOpenings, start + 1, end: reading.count)
        ?? reading.match(reading.language.noticeOpenings, start + 1, end: reading.count)
    else { return nil }
    let kind = NoticeChange.Kind(rawValue: name)
    return kind == .update && admitsError(sentence) ? .correction : kind
  }

  /// A colon, or a dash that joins no words.
  func isLabelEnd(_ position: Int) -> Bool {
    reading.isMark(position, ":")
      || reading.isMark(position, "-")
        && !(reading.isJoined(position) && reading.isJoined(position + 1))
  }

  /// The kind of the printed label with which a sentence begins.
  func label(at sentence: Range<Int>) -> NoticeChange.Kind? {
    guard let kind = plainLabel(at: sentence) ?? labelAmongWords(at: sentence) else { return nil }
    switch kind {
    case .correction: return isOfMarket(sentence) ? nil : kind
    case .retraction: return isOfThing(sentence) ? nil : kind
    case .editorsNote: return isAnnouncement(sentence) ? nil : kind
    default: return kind
    }
  }

  private func plainLabel(at sentence: Range<Int>) -> NoticeChange.Kind? {
    var start = sentence.lowerBound
    while start < sentence.upperBound, reading.tokens[start].kind == .mark { start += 1 }
    guard
      let (count, name) = reading.match(reading.language.noticeLabels, start, end: reading.count)
    else { return nil }
    let kind = NoticeChange.Kind(rawValue: name)
    var next = start + count
    // `CORRECTED FIGURE: …`
    if kind == .correction, reading.isAllCapitals(start), reading.isAllCapitals(next),
      isOfText(next), isLabelEnd(next + 1)
    {
      next += 1
    }
    // The label stands alone, or before a colon, a dash, a bracket or its date.
    let isLabel =
      next >= reading.count || [":", "-", "(", "]", ")", "|"].contains(reading.lower[next])
      || reading.isMark(next, "•") && (kind == .correction || kind == .clarification)
      || reading.isMark(next, "*") && !opensPhrase(next)
      || reading.isMark(next, ",") && hasDate(next + 1)
      || reading.isMark(next, ".")
        && (start == 0 || kind == .developing && next + 1 == reading.count)
      // `Correction appended below`
      || kind == .correction
        && (next..<reading.count).allSatisfy { sign($0).contains(.place) || !reading.isWord($0) }
      || start == 0
        && (start..<next).allSatisfy { reading.isAllCapitals($0) || !reading.isWord($0) }
        && !reading.isAllCapitals(next) && endsSentence
        // `UPDATE meeting: …`
        && (reading.isCapitalised(next) || !reading.isContent(next))
      || hasDate(next) && colonFollows(next)
      || endsStamp(next, of: kind, in: sentence)
    // `Article mis à jour avec la réaction du maire`
    let isDeed = start == 0 && reading.has(next - 1, .noticeDeed) && reading.has(next, .noticeAim)
    guard isLabel || isDeed else { return nil }
    if !isLabel, kind == .update {
      if admitsError(sentence) { return .correction }
      if (next..<next + 3).contains(where: { sign($0).contains(.clarity) }) {
        return .clarification
      }
    }
    if kind == .editorsNote, isIntroduction(sentence), !isRevised { return nil }
    if kind == .correction, isStampOfClarity(start, next) { return .clarification }
    // `Edited to add: sorry, I got the date wrong.`: that a text was edited says nothing of what for.
    if kind == .update, reading.signs(start).contains(.edit), ownsMistake(from: next) {
      return .correction
    }
    return kind
  }

  /// `**Fix** the leak before …`: words of a sentence that are set off.
  private func opensPhrase(_ star: Int) -> Bool {
    guard let next = (star..<reading.count).first(where: { !reading.isMark($0, "*") }) else {
      return false
    }
    return reading.isWord(next) && !reading.isCapitalised(next)
  }

  /// Whether the block ends like a sentence, and not like a heading.
  private var endsSentence: Bool {
    reading.tokens.last.map { $0.kind == .mark } ?? false
  }

  /// Whether the writer says what was wrong, or that it was and has been mended: `had the wrong bus, now fixed`.
  private func ownsMistake(from start: Int) -> Bool {
    let said = (start..<reading.count).filter { !isQuoted($0) }
    let signs = said.reduce(into: NoticeSigns()) { $0.formUnion(sign($1)) }
    return signs.isSuperset(of: [.error, .fix])
      // `The toll is 12, not 20. Sorry!`
      || signs.contains(.apology) && said.contains(where: deniesValue)
      || said.contains { position in
        sign(position).contains(.voice)
          && (mistook(position, in: position..<reading.count) || gaveTooMuch(position))
      }
  }

  /// `I had it two miles too short`
  private func gaveTooMuch(_ voice: Int) -> Bool {
    let sentence = reading.passage.sentence(at: voice)
    return NoticeLinker.direction(in: voice..<sentence.upperBound, reading) != nil
  }

  /// `Correction: prices may fall further, analysts say, …`
  private func isOfMarket(_ sentence: Range<Int>) -> Bool {
    guard let colon = sentence.prefix(4).first(where: { reading.isMark($0, ":") }),
      reading.isWord(colon + 1), !reading.isCapitalised(colon + 1)
    else { return false }
    return sentence.contains { verb in
      guard reading.has(verb, .saying),
        let comma = (max(colon, verb - 4)..<verb).last(where: { reading.isMark($0, ",") })
      else { return false }
      // `comme nous l'avions écrit`
      return comma + 1 < verb && !reading.has(comma + 1, .clause)
        && (comma + 1..<verb).allSatisfy { sign($0).isDisjoint(with: .speakers) }
    }
  }

  /// Whether a date or a time follows the label, and then what parts it from the text: `Korrektur vom
  /// 12. Mai:`, `[Mise à jour 15h20]`, `Updated at 4 p.m. with …`.
  private func endsStamp(
    _ start: Int, of kind: NoticeChange.Kind?, in sentence: Range<Int>
  ) -> Bool {
    var position = start
    var hasFigure = false
    while position < min(reading.count, start + 12) {
      let isAim = reading.has(position, .noticeAim)
      if hasFigure, position + 1 < reading.count {
        if [":", "-", "]", ")", "|"].contains(reading.lower[position]) { return true }
        if isAim, start == sentence.lowerBound + 1 || sentence.lowerBound == 0 { return true }
      }
      if reading.isStampWord(position) {
        hasFigure =
          hasFigure || reading.tokens[position].kind == .number
          || reading.has(position, [.weekday, .cardinal]) || reading.isMonth(position)
          || reading.lower[position].first?.isNumber == true
      } else if !reading.has(position, [.noticeDateJoiner, .noticeDeed, .article])
        && ![",", "(", ".", ":"].contains(reading.lower[position])
      {
        return false
      }
      position += 1
    }
    // `Erreur corrigée le 12 mai.` An update that says no more is none.
    return hasFigure && position == reading.count && kind != .update && kind != .developing
  }

  private func hasDate(_ position: Int) -> Bool {
    guard position < reading.count else { return false }
    return reading.tokens[position].kind == .number || reading.has(position, .weekday)
      || reading.isMonth(position)
  }

  private func colonFollows(_ position: Int) -> Bool {
    (position..<min(reading.count, position + 8)).contains { reading.isMark($0, ":") }
  }

  /// `Clarification appended April 2:`, `A note of correction —`: a label among small words and its
  /// date, up to the mark that parts it from the text.
  private func labelAmongWords(at sentence: Range<Int>) -> NoticeChange.Kind? {
    guard sentence.lowerBound == 0, !reading.language.noticeSigns.isEmpty else { return nil }
    var position = 0
    var kind: NoticeChange.Kind?
    var namesText = false
    while position < min(reading.count, 14) {
      if let (count, name) = reading.match(
        reading.language.noticeLabels, position, end: reading.count), kind == nil
      {
        kind = NoticeChange.Kind(rawValue: name)
        position += count
        continue
      }
      let isEnd =
        reading.isMark(position, ":")
        || reading.isMark(position, "-") && !reading.isJoined(position)
      if isEnd, let kind { return kind == .editorsNote && isIntroduction(sentence) ? nil : kind }
      // `Correction to “The lock is shut”:`, `Correction of a report on the lock:`
      if kind != nil {
        if let title = reading.quotes.first(where: { $0.lowerBound == position + 1 }) {
          position = title.upperBound + 1
          continue
        }
        namesText = namesText || sign(position).contains(.text)
      }
      let isFiller =
        namesText && reading.isWord(position)
        || reading.tokens[position].kind == .mark && !reading.isMark(position, "\"")
        || sign(position).contains(.labelWord) || reading.isStampWord(position)
        // `Clarification from the news desk`, `An editors' note on this article`
        || kind != nil
          && (sign(position).contains(.staff)
            || sign(position).contains(.owner) && sign(position + 1).contains(.text))
        || reading.has(position, [.noticeDateJoiner, .noticeDeed])
      if !isFiller { return nil }
      position += 1
    }
    return nil
  }
}
