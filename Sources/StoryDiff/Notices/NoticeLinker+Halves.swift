import StoryLanguage
import StoryModel

/// Of two figures of one sentence, each told of something else, the one that a notice means.
extension NoticeLinker {
  /// `The suspect was 24, and his brother 27`, where the notice names the brother: puts the other figure in the place of
  /// one whose half of the sentence has none of the notice's words.
  func ofOtherHalf(_ told: Set<Int>, _ candidates: [Candidate]) -> Set<Int> {
    var result = told
    let owners = ownersInFull
    for index in told.sorted() where isNumeric(candidates[index]) {
      let rivals = candidates.indices.filter {
        $0 != index && candidates[$0].claim.type == candidates[index].claim.type
          && areInOneSentence(candidates[$0], candidates[index])
      }
      guard rivals.count == 1, let rival = rivals.first, !told.contains(rival),
        let (mine, theirs) = halves(candidates[index], candidates[rival])
      else { continue }
      func said(_ half: Set<String>) -> Set<String> {
        half.filter { isRelated($0, to: words) }
      }
      // `the suspect's brother`: of him who is spoken of, before the one to whom he belongs.
      let (own, other) = (said(mine), said(theirs))
      let (plain, otherPlain) = (own.subtracting(owners), other.subtracting(owners))
      if otherPlain.count > plain.count
        || otherPlain.count == plain.count && other.count > own.count
      {
        result.remove(index)
        result.insert(rival)
      }
    }
    return result
  }

  /// The stems of those to whom something belongs, with the names before theirs: `Jo Orr's brother`.
  private var ownersInFull: Set<String> {
    var result = parts.reduce(into: Set<String>()) { $0.formUnion($1.owners) }
    for position in range.dropFirst()
    where notice.lower[position].withoutPossessive != notice.lower[position] {
      var name = position
      while name > range.lowerBound, notice.isCapitalised(position), notice.isCapitalised(name - 1),
        notice.isContent(name - 1)
      {
        name -= 1
        result.insert(stem(notice.lower[name]))
      }
    }
    return result
  }

  /// The stems of the words that stand with one of two figures of a sentence and not with the other; nil where nothing parts
  /// them.
  private func halves(_ a: Candidate, _ b: Candidate) -> (Set<String>, Set<String>)? {
    let (reading, span) = NoticeLinker.place(a)
    let (other, otherSpan) = NoticeLinker.place(b)
    guard reading === other, !reading.passage.isHeadline, !span.isEmpty, !otherSpan.isEmpty,
      !span.overlaps(otherSpan)
    else { return nil }
    let isFirst = span.lowerBound < otherSpan.lowerBound
    let (first, second) = isFirst ? (span, otherSpan) : (otherSpan, span)
    let sentence = reading.passage.sentence(at: first.lowerBound)
    let between = first.upperBound..<second.lowerBound
    // `got five and seven years`: each of one of two who are named before them.
    guard between.contains(where: { reading.isContent($0) || reading.isMark($0, ",") }),
      let border = between.last(where: { reading.has($0, .numberJoiner) })
        ?? between.first(where: { reading.tokens[$0].kind == .mark })
    else { return nil }
    func content(_ range: Range<Int>) -> [Int] {
      range.filter { reading.isContent($0) && reading.isWord($0) }
    }
    func stems(_ positions: [Int]) -> Set<String> {
      Set(positions.map { stem(reading.lower[$0].withoutPossessive) })
    }
    let lead = content(border..<second.lowerBound)
    let tail = content(second.upperBound..<max(second.upperBound, sentence.upperBound))
    let names = content(first.upperBound..<border).filter { reading.isCapitalised($0) }
    // `Tickets cost £12, or £9 for children`: what both are said of stands before the first.
    let subject =
      lead.isEmpty
      ? [] : content(sentence.lowerBound..<first.lowerBound).prefix(while: { !isVerb($0, reading) })
    let (mine, theirs) = (stems(subject + names), stems(lead + tail))
    let halves = (mine.subtracting(theirs), theirs.subtracting(mine))
    return isFirst ? halves : (halves.1, halves.0)
  }

  private func isVerb(_ position: Int, _ reading: Reading) -> Bool {
    reading.has(position, [.be, .have, .modal, .saying])
      || reading.language.payWords.contains(reading.lower[position])
      || reading.language.isPast(reading.lower[position])
  }
}
