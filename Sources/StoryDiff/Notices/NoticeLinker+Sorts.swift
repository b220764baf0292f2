import StoryLanguage

/// Whether a name that a notice calls wrong is somebody's or a place's.
extension NoticeLinker {
  /// Of some changed names those that may be what a sentence says was misnamed: `the wrong player` is no place, and
  /// `the wrong ground` is one, where any is.
  func ofSort(_ some: [Int], _ candidates: [Candidate], _ part: Part) -> [Int] {
    let nouns = misnamed(part)
    guard !nouns.isEmpty else { return some }
    if nouns.allSatisfy(isPerson) {
      return some.filter { mayBePerson(candidates[$0]) }
    }
    guard nouns.allSatisfy({ notice.language.placeKinds.contains(notice.lower[$0]) }) else {
      return some.filter { candidates[$0].claim.type != .attribution }
    }
    let places = some.filter { isPlace(candidates[$0]) }
    return places.isEmpty ? some : places
  }

  /// Whether a sentence says of somebody that another was named: `misidentified the senator who …`.
  func misnamesPerson(_ part: Part) -> Bool {
    let nouns = misnamed(part)
    return !nouns.isEmpty && nouns.allSatisfy(isPerson)
  }

  /// `said Sen. Orr` → `said Sen. Pell`: whether another speaks, of what a sentence tells.
  func isOtherSpeaker(_ candidate: Candidate, _ part: Part) -> Bool {
    candidate.claim.type == .attribution && candidate.claim.old != nil
      && candidate.claim.new != nil && !telling(candidate, subject(of: part)).isEmpty
  }

  /// The nouns that a sentence calls wrong or misidentified, the last word of each.
  private func misnamed(_ part: Part) -> [Int] {
    part.range.compactMap { position in
      let (count, signs) = notice.noticeSigns[position]
      guard signs.contains(.error), !isLabel(position) else { return nil }
      var start = position + max(count, 1)
      if signs.contains(.act) {
        guard
          (notice.language.kindWords["entity"] ?? []).contains(where: {
            notice.lower[position].hasPrefix($0)
          })
        else { return nil }
        if notice.has(start, .article) { start += 1 }
      }
      return (start..<min(part.range.upperBound, start + 4)).prefix {
        notice.isContent($0) && notice.isWord($0)
      }.last
    }
  }

  private func isPerson(_ position: Int) -> Bool {
    notice.has(position, .roleHead) || notice.language.personKinds.contains(notice.lower[position])
  }

  /// Whether a name that changed stands neither as a place nor behind an article.
  private func mayBePerson(_ candidate: Candidate) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    guard let first = span.first else { return false }
    return candidate.claim.type == .attribution
      || [.entity, .role].contains(candidate.claim.type) && !isPlace(candidate)
        && !reading.has(first, .article) && !reading.has(first - 1, .article)
  }
}
