import StoryLanguage

/// Notices of what stands beside a text: `A caption with an earlier version of this story misidentified the lake.`
extension NoticeLinker {
  /// The sentences that speak of a mistake in a caption, a map or an email, and those after them that name no
  /// other text.
  static func ofInserts(_ parts: [Part], _ notice: Reading) -> Set<Int> {
    var inserts: Set<Int> = [], isOfInsert = false
    for (index, part) in parts.enumerated() {
      isOfInsert = isInsert(in: part, notice) ?? isOfInsert
      if isOfInsert { inserts.insert(index) }
    }
    return inserts
  }

  /// Whether the text that a sentence says was wrong is an insert; nil where it names no text before what was done.
  private static func isInsert(in part: Part, _ notice: Reading) -> Bool? {
    let language = notice.language
    func isText(_ position: Int) -> Bool {
      notice.signs(position).contains(.text)
        || language.noticeTexts.contains(notice.lower[position])
        || language.insertWords.contains(notice.lower[position])
    }
    // `This article was amended because a caption misnamed …`: the last clause before what was done.
    let deed =
      part.range.first { position in
        !notice.has(position, .noticeDeed)
          && !notice.signs(position).isDisjoint(with: [.act, .error])
      } ?? part.range.upperBound
    let clauses = (part.range.lowerBound..<deed).split { position in
      notice.has(position, .clause) && !notice.has(position, .numberJoiner)
        && !language.slips.relatives.contains(notice.lower[position])
    }
    guard let clause = clauses.last(where: { $0.contains(where: isText) }) else {
      // `A man was misidentified in the caption with an earlier version`
      let after = (deed..<part.range.upperBound).filter(isText)
      guard let first = after.first, isInsert(first, notice) else { return nil }
      // `we misread a chart`: what somebody read, and no part of the text.
      if first == deed + 2, isIndefinite(deed + 1, notice), !notice.has(deed - 1, .be) {
        return nil
      }
      return !after.contains { text in
        !isInsert(text, notice)
          && (first + 1..<max(text, first + 1)).contains { notice.has($0, .numberJoiner) }
      }
    }
    // `an earlier version of the caption`, `the caption with an earlier version`
    let texts = clause.filter(isText)
    let named = texts.filter { !notice.signs($0).contains(.version) || isInsert($0, notice) }
    guard let first = named.first ?? texts.first, isInsert(first, notice) else { return false }
    // `a caption and the story itself`
    return !texts.contains { text in
      !isInsert(text, notice)
        && (first + 1..<max(text, first + 1)).contains { notice.has($0, .numberJoiner) }
    }
  }

  private static func isIndefinite(_ article: Int, _ notice: Reading) -> Bool {
    notice.language.slips.isIndefiniteArticle(notice.lower[article])
  }

  private static func isInsert(_ position: Int, _ notice: Reading) -> Bool {
    notice.language.insertWords.contains(notice.lower[position])
  }

  var isOfInsertsAlone: Bool { ofInserts.count == parts.count }

  /// Whether a notice of inserts alone may speak of a change: one in a caption (`Pictured: …`), one of which it
  /// gives both values, the newer as right, or one of who wrote the email of which the story tells.
  func mayBeOfInsert(_ candidate: Candidate) -> Bool {
    isInInsert(candidate) || namesBoth(candidate) && !contradicts(candidate)
      || candidate.claim.type == .attribution
        && range.contains { position in
          NoticeLinker.isInsert(position, notice)
            && story?.words.contains(stem(notice.lower[position])) == true
        }
  }

  /// Whether a change stands in a caption, or after a word that says what is shown: `Pictured: …`.
  func isInInsert(_ candidate: Candidate) -> Bool {
    let reading = NoticeLinker.place(candidate).0
    return reading.passage.isCaption || reading.isMark(1, ":")
  }
}
