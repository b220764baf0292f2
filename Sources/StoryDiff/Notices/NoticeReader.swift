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

  /// Tokens that a line of page furniture may have.
  static let longestFurniture = 16

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

  /// Whether the block is what a page wraps around its story: counters, share lines, "Updated 5
  /// minutes ago".
  var isFurniture: Bool {
    guard reading.count <= NoticeReader.longestFurniture else { return false }
    return reading.language.furniture.contains { matches($0) }
  }

  private func matches(_ pattern: [String]) -> Bool {
    var position = 0
    for (index, part) in pattern.enumerated() {
      if part == "*" {
        // Figures and their unit: `38 mins`, `1.2k`, `5`.
        let next = index + 1 < pattern.count ? pattern[index + 1] : nil
        var taken = 0
        while position < reading.count, taken < 3,
          reading.tokens[position].kind == .number || reading.has(position, [.cardinal, .article])
            || taken > 0 && reading.isWord(position) && reading.lower[position] != next
        {
          position += 1
          taken += 1
        }
        if taken == 0 { return false }
      } else if part.ends(in: ":") {
        guard reading.isMark(position, String(part.dropLast())), reading.isMark(position + 1, ":")
        else { return false }
        return true
      } else {
        guard reading.isMark(position, part) else { return false }
        position += 1
      }
    }
    // The pattern is nearly the whole block, or what a short line begins with.
    if position >= reading.count - 1 { return true }
    return !pattern.contains("*")
      && (reading.count <= 8 || reading.isMark(position, ":") || reading.isMark(position, "|"))
  }

  private func kind(of sentence: Range<Int>) -> NoticeChange.Kind? {
    label(at: sentence) ?? phrase(in: sentence)
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
      next >= reading.count || [":", "-", "(", "]", ")", "|"].contains(reading.lower[next])
      || reading.isMark(next, ",") && hasDate(next + 1)
      || reading.isMark(next, ".") && start == 0
      || start == 0
        && (start..<next).allSatisfy { reading.isAllCapitals($0) || !reading.isWord($0) }
      || hasDate(next) && colonFollows(next)
    guard isLabel else { return nil }
    if kind == .editorsNote, isIntroduction(sentence) { return nil }
    return kind
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
  private func isIntroduction(_ sentence: Range<Int>) -> Bool {
    return (sentence.lowerBound..<reading.count).contains {
      reading.language.noticeIntroductions.contains(reading.lower[$0])
    }
  }

  private func phrase(in sentence: Range<Int>) -> NoticeChange.Kind? {
    var kinds: Set<NoticeChange.Kind> = []
    var speaksOfItself = false
    var position = sentence.lowerBound
    while position < sentence.upperBound {
      if let (_, name) = reading.match(
        reading.language.noticePhrases, position, end: sentence.upperBound),
        let kind = NoticeChange.Kind(rawValue: name)
      {
        kinds.insert(kind)
      }
      if reading.match(reading.language.noticeSubjects, position, end: sentence.upperBound) != nil {
        speaksOfItself = true
      }
      position += 1
    }
    if kinds.contains(.developing), sentence.count <= 40 { return .developing }
    guard speaksOfItself else { return nil }
    let order: [NoticeChange.Kind] = [.retraction, .clarification, .correction, .update]
    guard let kind = order.first(where: kinds.contains) else { return nil }
    // `This article was amended on 7 February`: the next sentences say what for.
    return kind == .correction && saysMakeClear(sentence) ? .clarification : kind
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
