import StoryLanguage

/// Who else may speak in a sentence, or have mended a text of theirs.
extension NoticeReader {
  /// `The weekly printed an apology for an earlier version of …`: what others did about a text of theirs.
  func tellsOfOthers(_ sentence: Range<Int>) -> Bool {
    if isMendedByOthers(sentence) { return true }
    guard wordSigns(in: sentence).contains(.foreign),
      let deed = sentence.first(where: { sign($0).contains(.foreign) && !isQuoted($0) })
    else { return false }
    let before = sentence.lowerBound..<deed
    return before.contains(where: reading.isContent) && ownness(of: before) < .voice
      && !before.contains { !sign($0).isDisjoint(with: [.voice, .owner]) }
  }

  /// `The journal has retracted the paper`: whether a sentence opens with somebody who is not the newsroom and what
  /// they did to a text.
  private func isMendedByOthers(_ sentence: Range<Int>) -> Bool {
    let start = sentence.lowerBound
    guard reading.has(start, .article), reading.isContent(start + 1), reading.isWord(start + 1),
      !reading.isCapitalised(start + 1)
    else { return false }
    let speakers: NoticeSigns = [.text, .staff, .publisher]
    guard
      let deed = (start + 2..<min(sentence.upperBound, start + 6)).first(where: {
        !sign($0).isDisjoint(with: [.withdrawal, .fix])
      })
    else { return false }
    return reading.has(deed - 1, .have)
      && !(start + 1..<deed).contains { !sign($0).isDisjoint(with: speakers) }
  }

  /// `nicht, wie zunächst berichtet, über die Weser`: what was printed at first, and is denied.
  func deniesWhatWasRetold(_ sentence: Range<Int>) -> Bool {
    sentence.contains { position in
      reading.match(reading.language.noticeRemarks, position, end: sentence.upperBound)?.payload
        == .retold
        && !isQuoted(position)
        && (sentence.lowerBound..<position).contains {
          reading.language.denials.contains(reading.lower[$0])
        }
    }
  }

  /// `as stated in an earlier version`, `as originally stated`: what a text said, and nobody else.
  private func isRetold(_ verb: Int) -> Bool {
    (max(0, verb - 3)..<verb).contains { start in
      let phrase = reading.match(reading.language.noticePhrases, start, end: reading.count)
      return start + max(phrase?.count ?? 0, reading.noticeSigns[start].count) > verb
    }
  }

  /// `A spokesman replied after this article was published.`: what was said since tells nothing by itself.
  private func isAfterPublication(_ verb: Int) -> Bool {
    (verb + 1..<verb + 6).contains { text in
      sign(text).contains(.text) && sign(text - 1).contains(.owner) && reading.has(text + 1, .be)
        && (text + 2..<text + 4).contains { reading.has($0, .noticeDeed) }
    }
  }

  /// Whether somebody else is quoted in a sentence: before its first verb of saying, or before the clause
  /// that tells what was ruled or found, nobody speaks who may be the newsroom.
  func isReported(_ sentence: Range<Int>) -> Bool {
    guard !reading.language.noticeSigns.isEmpty else { return false }
    if endsWithSpeaker(sentence) { return true }
    let verb = sentence.first {
      // `has been added to this story`
      reading.has($0, .saying) && !isQuoted($0) && !sign($0).contains(.repeated)
        && !reading.has($0 - 1, .be) && !isRetold($0) && !isAfterPublication($0)
    }
    let clause = sentence.dropFirst(2).first { position in
      !isQuoted(position) && reading.has(position, .that)
        && reading.isContent(position - 1) && reading.isWord(position - 1)
    }
    guard let stop = [verb, clause].compactMap({ $0 }).min() else { return false }
    let before = sentence.lowerBound..<stop
    guard
      before.contains(where: { reading.isContent($0) || reading.has($0, .pronoun) }),
      ownness(of: before) == .none,
      // `The Argus has been asked to point out that, contrary to our report, …`
      !before.contains(where: { isPhrase($0) && sign($0) == .act && reading.has($0, .be) })
        || ownness(of: sentence) < .text
    else { return false }
    // `*We originally said`
    let opening = before.first(where: reading.isWord) ?? stop
    // The nearest words, where the sentence has no text of the newsroom's.
    return !before.suffix(14).contains { position in
      let isName =
        reading.isCapitalised(position) && position > opening && !reading.isMark(position - 1, ":")
      return !sign(position).isDisjoint(with: [.text, .voice, .owner, .own, .error, .labelWord])
        && (sign(position) != .labelWord || !reading.isFunction(position)) && !isName
    }
  }

  /// `… of our youth, the old songwriter says.`
  private func endsWithSpeaker(_ sentence: Range<Int>) -> Bool {
    var last = sentence.upperBound - 1
    while last > sentence.lowerBound, reading.tokens[last].kind == .mark { last -= 1 }
    guard reading.has(last, [.saying, .reporting]), !isRetold(last),
      let comma = (max(sentence.lowerBound, last - 7)..<last).last(where: {
        reading.isMark($0, ",")
      }),
      // `…, the inquiry found.`, but `…, which was fewer than feared.`
      reading.has(last, .saying) || !(comma + 1..<last).contains(where: { reading.has($0, .be) })
    else { return false }
    return !(comma + 1..<last).contains { !sign($0).isDisjoint(with: .speakers) }
  }
}
