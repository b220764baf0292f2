import StoryLanguage
import StoryModel

/// What a notice has the words of, and speaks of something else.
extension NoticeLinker {
  /// `42 nights, not 28`: whether a day or a time is named only as what a figure counts, where the notice gives the value
  /// of a change; `on another night` names one.
  func isOnlyCounted(_ topic: String, _ part: Part, among named: [Candidate]) -> Bool {
    guard NoticeLinker.timeTopics.contains(topic), part.asked.isEmpty, !named.isEmpty else {
      return false
    }
    return ofTopic(topic, part).allSatisfy { position in
      notice.has(position - 1, .cardinal)
        || position > 0 && notice.tokens[position - 1].kind == .number
    }
  }

  /// `the wrong street for the start of the walk`, `the village where it started`: whether a day or a time is named only
  /// behind who or what had a wrong name, as what that was of; `the venue and the start` are two.
  func isOfNamed(_ topic: String, _ part: Part) -> Bool {
    guard NoticeLinker.timeTopics.contains(topic), part.asked.isEmpty else { return false }
    let wrong = calledWrong(part)
    let language = notice.language
    let named = ofTopic("entity", part).filter {
      notice.signs($0).isDisjoint(with: [.act, .error])
    }
    return ofTopic(topic, part).allSatisfy { position in
      guard let name = named.last(where: { $0 < position }),
        !wrong.contains(stem(notice.lower[position]))
      else { return false }
      let between = name + 1..<position
      return !between.contains { notice.has($0, .numberJoiner) || notice.tokens[$0].kind == .mark }
        && between.contains {
          language.slips.prepositions.contains(notice.lower[$0])
            || language.slips.relatives.contains(notice.lower[$0])
            || asks($0, end: position)
        }
    }
  }

  /// `where`
  private func asks(_ position: Int, end: Int) -> Bool {
    if case .question? = notice.match(notice.language.noticeRemarks, position, end: end)?.payload {
      return true
    }
    return false
  }

  private static let timeTopics: Set = ["date", "time", "month", "year"]

  /// Where words for a kind of value stand in a sentence.
  private func ofTopic(_ topic: String, _ part: Part) -> [Int] {
    let kinds = notice.language.kindWords[topic] ?? []
    return part.range.filter { position in
      let word = stem(notice.lower[position])
      return notice.isWord(position) && part.words.contains(word)
        && kinds.contains { isNoun(word, begunBy: $0) }
    }
  }

  /// `and misspelt`: a word that joins what was done wrong to something else that was.
  static func joinsMistakes(_ position: Int, _ notice: Reading) -> Bool {
    notice.has(position, .numberJoiner) && notice.signs(position + 1).contains(.act)
  }

  /// `named Orr as the owner, and misspelt Ada Oake's name`: of a sentence that speaks of a spelling, the half before or
  /// after its `and` that tells of another mistake.
  static func besidesSpelling(_ part: Part, _ notice: Reading) -> [Range<Int>] {
    guard isOfSpelling(part, notice),
      let joiner = part.range.last(where: { joinsMistakes($0, notice) })
    else { return [] }
    return [part.range.lowerBound..<joiner, joiner + 1..<part.range.upperBound].filter { half in
      !half.contains { notice.language.spellingWords.contains(notice.lower[$0]) }
    }
  }

  /// `his third wife`, `Ada's second album`: a place in a row of somebody's, which says nothing of how many there were.
  func isOwned(_ ordinal: Mention) -> Bool {
    let before = ordinal.range.lowerBound - 1
    return ordinal.isOrdinal && before >= range.lowerBound
      && (notice.language.slips.possessives.contains(notice.lower[before])
        || notice.lower[before] != notice.lower[before].withoutPossessive)
  }

  /// `Orr sold 30 acres, not 20`, where Oake sold 20, now 25, and Orr sold 30 as before: whether a notice denies what a
  /// value was and gives another than it now is, which stands in a sentence that has more of its words.
  func rightsAnother(_ candidate: Candidate) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    guard let story, isNumeric(candidate), let old = candidate.claim.oldMention,
      let new = candidate.claim.newMention, !span.isEmpty
    else { return false }
    let values = figures + dates
    return parts.contains { part in
      let given = values.filter { part.range.contains($0.range.lowerBound) }
      guard given.contains(where: { isDenied($0) && isSameValue($0, old) }),
        !given.contains(where: { isSameValue($0, new) })
      else { return false }
      let said = subject(of: part)
      let own = telling(candidate, said)
      return given.contains { right in
        !isDenied(right)
          && story.sentences.contains { other in
            telling(other.words, said).count > own.count
              && !isSentence(other, of: reading, at: span)
              && story.values(of: other).contains {
                hasKind($0, of: candidate) && isSameValue(right, $0)
              }
          }
      }
    }
  }

  /// Whether a notice's value is one of the story; a bare figure may be of any unit.
  private func isSameValue(_ given: Mention, _ value: Mention) -> Bool {
    Comparison.of(given, value).isSame || given.unit == nil && isSameFigure(given, value)
  }

  /// `not 20`
  private func isDenied(_ mention: Mention) -> Bool {
    let before = mention.range.lowerBound - 1
    return before >= range.lowerBound && notice.language.denials.contains(notice.lower[before])
  }
}
