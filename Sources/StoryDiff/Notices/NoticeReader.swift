import StoryLanguage
import StoryModel

/// Recognises what a newsroom prints about its own text.
///
/// The printed label decides the kind (`Correction:`); without one, what it says does, when it speaks
/// of the article itself (`An earlier version of this article misstated …`). A notice runs from its
/// first sentence to the end of its block.
struct NoticeReader {
  struct Notice {
    let kind: NoticeChange.Kind
    /// The tokens of the notice in its block.
    let range: Range<Int>
    let date: CivilDay?
  }

  /// Tokens of the longest block that is a notice for beginning with a verb.
  private static let longestBareOpening = 40

  let reading: Reading

  /// The notice in the passage, where there is one.
  func notice(isHeadline: Bool) -> Notice? {
    guard !isHeadline, reading.count > 1, !isFurniture else { return nil }
    for sentence in reading.passage.sentences {
      // What stands in quotation marks is somebody's words, not the newsroom's.
      if reading.quotes.contains(where: { $0.contains(sentence.lowerBound) }) { continue }
      if reading.isMark(sentence.lowerBound, "\"") { continue }
      guard let kind = kind(of: sentence) else { continue }
      let range = sentence.lowerBound..<reading.count
      return Notice(kind: kind, range: range, date: date(in: range))
    }
    return nil
  }

  private func kind(of sentence: Range<Int>) -> NoticeChange.Kind? {
    opening(at: sentence) ?? label(at: sentence) ?? phrase(in: sentence) ?? signs(in: sentence)
  }

  /// `(Corrects paragraph 2 to say …)`: a block that stands in brackets and says first what was done.
  private func opening(at sentence: Range<Int>) -> NoticeChange.Kind? {
    let last = reading.count - 1
    // `Corrects the totals in paragraph 2.`: the agencies' way, without a subject.
    if sentence.lowerBound == 0, reading.isWord(0), reading.isCapitalised(0),
      reading.count <= NoticeReader.longestBareOpening,
      let (_, name) = reading.match(reading.language.noticeBareOpenings, 0, end: reading.count)
    {
      return NoticeChange.Kind(rawValue: name)
    }
    let start = sentence.lowerBound
    guard reading.isMark(start, "(") || reading.isMark(start, "["),
      reading.isMark(last, ")") || reading.isMark(last, "]")
        || reading.isMark(last - 1, ")") || reading.isMark(last - 1, "]"),
      let (_, name) = reading.match(
        reading.language.noticeOpenings, start + 1, end: reading.count)
    else { return nil }
    return NoticeChange.Kind(rawValue: name)
  }

  private func label(at sentence: Range<Int>) -> NoticeChange.Kind? {
    var start = sentence.lowerBound
    while start < sentence.upperBound, reading.tokens[start].kind == .mark { start += 1 }
    guard
      let (count, name) = reading.match(reading.language.noticeLabels, start, end: reading.count)
    else { return nil }
    let next = start + count
    let kind = NoticeChange.Kind(rawValue: name)
    // The label stands alone, or before a colon, a dash, a bracket or its date.
    let isLabel =
      next >= reading.count || [":", "-", "(", "]", ")", "|", "*"].contains(reading.lower[next])
      || reading.isMark(next, ",") && hasDate(next + 1)
      || reading.isMark(next, ".") && start == 0
      || start == 0
        && (start..<next).allSatisfy { reading.isAllCapitals($0) || !reading.isWord($0) }
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
    if kind == .editorsNote, isIntroduction(sentence) { return nil }
    return kind
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
          || reading.has(position, [.weekday, .month, .cardinal])
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
    return reading.tokens[position].kind == .number || reading.has(position, [.month, .weekday])
  }

  private func colonFollows(_ position: Int) -> Bool {
    (position..<min(reading.count, position + 8)).contains { reading.isMark($0, ":") }
  }

  /// "Editor's note: the following is an extract …": a note about a text that was written for
  /// another place, not about this one's mistakes.
  func isIntroduction(_ sentence: Range<Int>) -> Bool {
    return (sentence.lowerBound..<reading.count).contains {
      reading.language.noticeIntroductions.contains(reading.lower[$0])
    }
  }

  /// `an earlier version of its paper`, `… of the bill`: what is spoken of is not the story.
  func isOfAnother(_ position: Int) -> Bool {
    guard reading.has(position, .dateJoiner), position + 1 < reading.count else { return false }
    if reading.language.slips.possessives.contains(reading.lower[position + 1]) {
      return !sign(position + 1).contains(.owner)
    }
    guard !reading.language.noticeSigns.isEmpty else { return false }
    // `an earlier version of that article`
    let isFar =
      reading.has(position + 1, .that) && !sign(position + 1).contains(.owner)
    if isFar { return true }
    guard reading.has(position + 1, .article) else { return false }
    return !(position + 2..<position + 5).contains { sign($0).contains(.text) }
  }

  private func phrase(in sentence: Range<Int>) -> NoticeChange.Kind? {
    var kinds: Set<NoticeChange.Kind> = []
    var speaksOfItself = false
    var position = sentence.lowerBound
    while position < sentence.upperBound {
      if let (count, name) = reading.match(
        reading.language.noticePhrases, position, end: sentence.upperBound),
        let kind = NoticeChange.Kind(rawValue: name),
        kind != .developing || !isGoneInto(position + count),
        !reading.quotes.contains(where: { $0.contains(position) })
      {
        kinds.insert(kind)
      }
      if let (count, _) = reading.match(
        reading.language.noticeSubjects, position, end: sentence.upperBound),
        !isOfAnother(position + count)
      {
        speaksOfItself = true
      }
      position += 1
    }
    if kinds.contains(.developing), sentence.count <= 40, !isReported(sentence) {
      return .developing
    }
    guard speaksOfItself else { return nil }
    // `This story was first published on 12 May. It was updated on 14 May to correct …`
    if kinds.isEmpty, sentence.count <= 24,
      sentence.contains(where: { reading.has($0, .noticeDeed) })
    {
      let next = sentence.upperBound..<min(reading.count, sentence.upperBound + 30)
      kinds = Set(
        next.compactMap { position in
          reading.match(reading.language.noticePhrases, position, end: next.upperBound)
            .flatMap { NoticeChange.Kind(rawValue: $0.payload) }
        })
    }
    let order: [NoticeChange.Kind] = [.retraction, .clarification, .correction, .update]
    guard let kind = order.first(where: kinds.contains), !isReported(sentence) else { return nil }
    if kind == .update, isIntroduction(sentence) { return nil }
    if kind == .update, admitsError(sentence) { return .correction }
    // `This article was amended on 7 February`: the next sentences say what for.
    return kind == .correction && saysMakeClear(sentence) ? .clarification : kind
  }

  /// `the developing story of the summer`, `more to come from the inquiry`: a phrase that goes on.
  private func isGoneInto(_ next: Int) -> Bool {
    reading.has(next, .dateJoiner)
      || next < reading.count && reading.language.slips.places.contains(reading.lower[next])
  }

  /// Whether the text was changed to correct something.
  private func admitsError(_ sentence: Range<Int>) -> Bool {
    (sentence.lowerBound..<min(reading.count, sentence.upperBound + 30)).contains {
      reading.match(reading.language.noticeRepairs, $0, end: reading.count) != nil
    }
  }

  private func saysMakeClear(_ sentence: Range<Int>) -> Bool {
    (sentence.lowerBound..<reading.count).contains { position in
      if let (_, name) = reading.match(reading.language.noticePhrases, position, end: reading.count)
      {
        return name == NoticeChange.Kind.clarification.rawValue
      }
      return false
    }
  }

  /// The first whole date that the notice states.
  private func date(in range: Range<Int>) -> CivilDay? {
    for mention in DateReader(reading: reading).mentions(in: range) {
      if case .date(let value) = mention.value, value.key?.hasPrefix("day ") == true,
        let run = value.days.first, run.count == 1
      {
        return CivilDay(daysSince1970: run.lowerBound)
      }
    }
    return nil
  }
}
