import StoryLanguage

/// Which words of a change a notice has.
extension NoticeLinker {
  /// The words of a claim that only one version has, where either has such: `Marvin` of `Marvin Healy`, who was
  /// `Martin Healy`. That a notice speaks of Mr Healy says nothing of what he is called.
  func ownWords(of candidate: Candidate) -> (old: [Int], new: [Int]) {
    let (claim, old, new) = (candidate.claim, candidate.old, candidate.new)
    let before = Array(claim.old ?? 0..<0), after = Array(claim.new ?? 0..<0)
    func said(_ places: [Int], _ reading: Reading) -> Set<String> {
      Set(places.map { stem(reading.lower[$0]) })
    }
    let (was, now) = (said(before, old), said(after, new))
    func own(_ places: [Int], _ reading: Reading, apartFrom other: Set<String>) -> [Int] {
      let own = places.filter {
        !other.contains(stem(reading.lower[$0])) && reading.isContent($0)
          && !reading.has($0, .saying)
      }
      return own.isEmpty ? places : own
    }
    return (own(before, old, apartFrom: now), own(after, new, apartFrom: was))
  }

  /// `manages it but does not own it`, where the owner became the manager: whether one sentence has words of both posts
  /// and denies one.
  func deniesOne(of candidate: Candidate, _ before: [Int], _ after: [Int]) -> Bool {
    guard let old = before.last, let new = after.last else { return false }
    let was = stem(candidate.old.lower[old]), now = stem(candidate.new.lower[new])
    return parts.contains { part in
      let said = Set(part.range.map { stem(notice.lower[$0]) })
      return part.hasNegation && isRelated(was, to: said) && isRelated(now, to: said)
    }
  }

  /// Whether the notice has the last word of a name of several: `Landry` of `Marco Landry`, unless both names end in
  /// it.
  func isSurnameGiven(_ span: Range<Int>?, _ reading: Reading, among own: [Int]) -> Bool {
    guard let span, let last = own.last(where: { reading.isContent($0) && reading.isWord($0) }),
      span.count(where: { reading.isContent($0) }) > 1
    else { return false }
    return claimWords.contains(stem(reading.lower[last]))
  }

  /// `Ghent Metals` for `Ghent`: whether a name stands in the notice only as the beginning of a longer one.
  func isPartOfAnother(_ span: Range<Int>?, _ reading: Reading) -> Bool {
    guard notice.language.code != "de", let span, let last = span.last,
      span.allSatisfy(reading.isCapitalised)
    else { return false }
    let next = last + 1 < reading.count ? reading.lower[last + 1] : ""
    let places = range.filter { notice.lower[$0] == reading.lower[last] }
    return !places.isEmpty
      && places.allSatisfy { place in
        place + 1 < range.upperBound && notice.isCapitalised(place) && notice.isWord(place + 1)
          && notice.isCapitalised(place + 1) && notice.isContent(place + 1)
          && notice.lower[place + 1] != next
      }
  }

  /// Whether the notice has the words of a quotation: those of both versions, or of one where they are more than a word
  /// that may stand anywhere (`patients`), where it quotes, or where it speaks of what was said.
  func quotes(_ candidate: Candidate) -> Bool {
    let (before, after) = ownWords(of: candidate)
    let isWrong =
      isSpelled(before, candidate.old) && !isPartOfAnother(candidate.claim.old, candidate.old)
    let isRight =
      isSpelled(after, candidate.new) && !isPartOfAnother(candidate.claim.new, candidate.new)
    if isWrong && isRight { return true }
    let said =
      isWrong
      ? before.count(where: candidate.old.isContent)
      : isRight ? after.count(where: candidate.new.isContent) : 0
    return said > 1
      || said == 1
        && (parts.contains { speaks($0, of: "quotation") }
          || range.contains { notice.isMark($0, "\"") })
  }

  /// Whether all words of a span that say something stand in the notice.
  func isSpelled(
    _ span: Range<Int>?, _ reading: Reading, among given: Set<String>? = nil
  ) -> Bool {
    isSpelled(Array(span ?? 0..<0), reading, among: given)
  }

  func isSpelled(
    _ span: [Int], _ reading: Reading, among given: Set<String>? = nil
  ) -> Bool {
    let words = given ?? claimWords
    let said = span.filter { reading.isContent($0) && !reading.has($0, .saying) }
    guard !said.isEmpty else { return false }
    let hits = said.count {
      words.contains(stem(reading.lower[$0]))
        || words.contains(stem(withoutPrefix(reading.lower[$0])))
    }
    return hits == said.count || (hits >= 2 && hits * 3 >= said.count * 2)
  }

  /// `exdiputada` → `diputada`: a title without what is joined to it.
  private func withoutPrefix(_ word: String) -> String {
    let prefix = notice.language.naming.rolePrefixes.first { word.hasPrefix($0) }
    guard let prefix, word.utf8.count >= prefix.utf8.count + 6 else { return word }
    return String(word.dropFirst(prefix.count))
  }
}
