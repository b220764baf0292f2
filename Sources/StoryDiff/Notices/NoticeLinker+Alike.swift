import StoryLanguage
import StoryModel

/// Changes that are one another's like, and what kind of figure one is.
extension NoticeLinker {
  /// Whether the two values of a claim have the same digits in another order.
  func haveSameDigits(_ candidate: Candidate) -> Bool {
    func digits(_ reading: Reading, _ span: Range<Int>?) -> String {
      span.map { String(reading.passage.text(of: $0).filter(\.isNumber)) } ?? ""
    }
    let old = digits(candidate.old, candidate.claim.old)
    let new = digits(candidate.new, candidate.claim.new)
    return old.count > 1 && old != new && old.sorted() == new.sorted()
  }

  func areSame(_ a: Candidate, _ b: Candidate) -> Bool {
    func text(_ reading: Reading, _ span: Range<Int>?) -> String {
      span.map { reading.passage.text(of: $0).lowercased() } ?? ""
    }
    func isSame(_ a: Mention?, _ b: Mention?) -> Bool {
      guard let a, let b else { return false }
      return Comparison.of(a, b).isSame
    }
    guard a.claim.type == b.claim.type else { return false }
    // `Marsh` → `Iqbal`, `Helen Marsh` → `Rosa Iqbal`
    func surname(_ reading: Reading, _ span: Range<Int>?) -> String? {
      span?.last { reading.isWord($0) }.map { reading.lower[$0].withoutPossessive }
    }
    if a.claim.type == .entity, let old = surname(a.old, a.claim.old),
      let new = surname(a.new, a.claim.new), old == surname(b.old, b.claim.old),
      new == surname(b.new, b.claim.new)
    {
      return true
    }
    return text(a.old, a.claim.old) == text(b.old, b.claim.old)
      && text(a.new, a.claim.new) == text(b.new, b.claim.new)
      || isSame(a.claim.oldMention, b.claim.oldMention)
        && isSame(a.claim.newMention, b.claim.newMention)
  }

  func areInOneSentence(_ a: Candidate, _ b: Candidate) -> Bool {
    let (reading, span) = NoticeLinker.place(a), (other, place) = NoticeLinker.place(b)
    return reading === other && !span.isEmpty && !place.isEmpty
      && reading.passage.sentence(at: span.lowerBound).contains(place.lowerBound)
  }

  /// Whether each of two figures took the value of the other.
  func areExchanged(_ a: Candidate, _ b: Candidate) -> Bool {
    guard let oldA = a.claim.oldMention, let newA = a.claim.newMention,
      let oldB = b.claim.oldMention, let newB = b.claim.newMention, a.claim.type == b.claim.type
    else { return false }
    return Comparison.of(oldA, newB).isSame && Comparison.of(newA, oldB).isSame
  }

  /// `42-year-old`, `aged 42`, `, 42,`, `dies at 87`
  func isAge(_ candidate: Candidate) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    guard let mention = candidate.claim.newMention ?? candidate.claim.oldMention,
      case .number(let low, let high) = mention.value, low == high, low < 120, !span.isEmpty
    else { return false }
    if let unit = mention.unit, unit.dimension != "months" { return false }
    let next = mention.range.upperBound
    let follows = (next..<next + 3).contains { position in
      position < reading.count && reading.has(position, .ageWord)
        && !reading.has(position, [.function, .auxiliary])
    }
    if mention.unit != nil { return follows || reading.has(span.lowerBound - 1, .ageWord) }
    let before = mention.range.lowerBound - 1
    let isClosed = next >= reading.count || reading.tokens[next].kind == .mark
    return follows
      || isClosed
        && (reading.isMark(before, ",") || reading.isMark(before, "(")
          || reading.has(before, .ageWord))
  }

  /// `3-1`, `won 4–0`
  func isScore(_ candidate: Candidate) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    guard !span.isEmpty else { return false }
    let near = max(0, span.lowerBound - 2)..<min(reading.count, span.upperBound + 2)
    let text = Array(reading.passage.text(of: near))
    return text.indices.dropFirst().dropLast().contains {
      (text[$0] == "-" || text[$0] == "–") && text[$0 - 1].isNumber && text[$0 + 1].isNumber
    }
  }
}
