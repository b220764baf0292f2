import StoryLanguage

/// Whom a sentence of a notice names.
extension NoticeLinker {
  /// Whether the passage of the claim has one of the names that a sentence of the notice has.
  func namesSomeoneThere(_ part: Part, _ candidate: Candidate, _ topic: String) -> Bool {
    // `a statement from ArchSpace and the new rent`: the name is not the rent's.
    let kinds = notice.language.kindWords[topic] ?? []
    let first = part.range.first { position in
      let word = stem(notice.lower[position])
      return notice.isWord(position) && kinds.contains { isNoun(word, begunBy: $0) }
    }
    let join = (part.range.lowerBound..<(first ?? part.range.lowerBound)).last {
      notice.has($0, .clause) && notice.has($0 + 1, .article)
    }
    let named = names(in: part, from: join)
    guard !named.isEmpty else { return true }
    // `the spelling of Prof Oake's name and the date of the election`: a name belongs to one of the kinds.
    if notice.language.kindWords.keys.count(where: { speaks(part, of: $0) }) > 1,
      score(candidate, part.words) > 0
    {
      return true
    }
    return [candidate.old, candidate.new].contains { reading in
      reading.lower.contains { named.contains(stem($0)) }
    }
  }

  /// `the wrong age for Max Barr`, where Lou Barr and her brother Max both have one: of ages and posts those of whom
  /// no more is named than the notice names, if there are any.
  func ofNearestName(
    _ theirs: [Int], _ candidates: [Candidate], _ part: Part, _ topic: String
  ) -> [Int] {
    guard theirs.count > 1, topic == "age" || topic == "role" else { return theirs }
    let named = names(in: part)
    let whole = theirs.filter { index in
      let (reading, span) = NoticeLinker.place(candidates[index])
      var name: Set<String> = []
      var position = span.lowerBound - 1
      while position >= 0, reading.isMark(position, ",") || reading.isCapitalised(position) {
        if reading.isWord(position), reading.isContent(position) {
          name.insert(stem(reading.lower[position]))
        }
        position -= 1
      }
      return !name.isEmpty && name.isSubset(of: named)
    }
    return whole.isEmpty ? theirs : whole
  }

  /// `from` is a place after which they stand.
  func names(in part: Part, from start: Int? = nil) -> Set<String> {
    guard notice.language.code != "de" else { return [] }
    return Set(
      part.range.drop { !notice.isWord($0) }.dropFirst().filter { position in
        start.map { $0 < position } != false && notice.isWord(position)
          && notice.isCapitalised(position) && notice.isContent(position)
          && !notice.isAllCapitals(position)
          && !notice.has(position, [.honorific, .month, .weekday])
          && !notice.isMark(position - 1, ":") && !notice.isMark(position - 1, ".")
          // `incorrect information supplied by City Hall`: whose mistake it was.
          && !(position - 3..<position).contains { notice.has($0, .passiveAgent) }
      }.map { stem(notice.lower[$0]) })
  }
}
