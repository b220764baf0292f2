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

  /// The words of a name that the other has not, in either version.
  private static func otherWords(_ candidate: Candidate) -> (old: [String], new: [String]) {
    func words(_ reading: Reading, _ span: Range<Int>?) -> [String] {
      span.map { $0.filter(reading.isWord).map { reading.lower[$0].withoutPossessive } } ?? []
    }
    let old = words(candidate.old, candidate.claim.old)
    let new = words(candidate.new, candidate.claim.new)
    return (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
  }

  private static func text(_ reading: Reading, _ span: Range<Int>?) -> String {
    span.map { reading.passage.text(of: $0).lowercased() } ?? ""
  }

  func areSame(_ a: Candidate, _ b: Candidate) -> Bool {
    func isSame(_ a: Mention?, _ b: Mention?) -> Bool {
      guard let a, let b, a.kind != .entity else { return false }
      return Comparison.of(a, b).isSame
    }
    guard a.claim.type == b.claim.type else { return false }
    if a.claim.type == .entity, b.claim.type == .entity, areOfOneName(a, b) { return true }
    return NoticeLinker.text(a.old, a.claim.old) == NoticeLinker.text(b.old, b.claim.old)
      && NoticeLinker.text(a.new, a.claim.new) == NoticeLinker.text(b.new, b.claim.new)
      || isSame(a.claim.oldMention, b.claim.oldMention)
        && isSame(a.claim.newMention, b.claim.newMention)
  }

  /// `Marsh` → `Iqbal`, `Helen Marsh` → `Rosa Iqbal`; `Dale` → `Orme`, `Dale College` → `Orme College`
  func areOfOneName(_ a: Candidate, _ b: Candidate) -> Bool {
    let (oldA, newA) = NoticeLinker.otherWords(a), (oldB, newB) = NoticeLinker.otherWords(b)
    guard let old = oldA.last, let new = newA.last else { return false }
    return old == oldB.last && new == newB.last
  }

  func areInOneSentence(_ a: Candidate, _ b: Candidate) -> Bool {
    let (reading, span) = NoticeLinker.place(a), (other, place) = NoticeLinker.place(b)
    return reading === other && !span.isEmpty && !place.isEmpty
      && reading.passage.sentence(at: span.lowerBound).contains(place.lowerBound)
  }

  /// Whether each of two figures, or names, took the value of the other.
  func areExchanged(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.claim.type == .entity, b.claim.type == .entity {
      let (oldA, newA, oldB, newB) = (
        NoticeLinker.text(a.old, a.claim.old), NoticeLinker.text(a.new, a.claim.new),
        NoticeLinker.text(b.old, b.claim.old), NoticeLinker.text(b.new, b.claim.new)
      )
      return !oldA.isEmpty && oldA == newB && newA == oldB
    }
    guard let oldA = a.claim.oldMention, let newA = a.claim.newMention,
      let oldB = b.claim.oldMention, let newB = b.claim.newMention, a.claim.type == b.claim.type
    else { return false }
    return Comparison.of(oldA, newB).isSame && Comparison.of(newA, oldB).isSame
  }

  /// `42-year-old`, `aged 42`, `, 42,`, `dies at 87`, `She was 88.`
  func isAge(_ candidate: Candidate) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    guard let mention = candidate.claim.newMention ?? candidate.claim.oldMention,
      case .number(let low, let high) = mention.value, low == high, low < 120, !span.isEmpty
    else { return false }
    let next = mention.range.upperBound
    // `40 volunteers took turns` tells of no age.
    let follows =
      (next..<min(next + 3, reading.count)).first {
        reading.isWord($0) && reading.isContent($0)
      }.map { reading.has($0, .ageWord) && !reading.has($0, .auxiliary) } ?? false
    // `five weeks old`
    if let unit = mention.unit, unit.dimension != "months" {
      return unit.dimension == "duration" && follows
    }
    if mention.unit != nil { return follows || reading.has(span.lowerBound - 1, .ageWord) }
    let before = mention.range.lowerBound - 1
    let isClosed = next >= reading.count || reading.tokens[next].kind == .mark
    // `a man of 44,`, `at the age of 44`
    let isOfSomebody =
      before > 0 && reading.has(before, .dateJoiner)
      && (reading.has(before - 1, .ageWord) && !reading.has(before - 1, .be)
        || (reading.language.kindWords["entity"] ?? []).contains(reading.lower[before - 1]))
    // `She was 88.`
    let isTold =
      before > 0 && reading.has(before, .be)
      && reading.language.slips.pronounForms.contains {
        $0.first == reading.lower[before - 1] && $0.count == 3
      }
    return follows
      || isClosed
        && (isOfSomebody || isTold || reading.isMark(before, ",") || reading.isMark(before, "(")
          || reading.has(before, .ageWord)
          // `aged 13 and 9,`
          || reading.has(before, .numberJoiner) && reading.has(before - 2, .ageWord))
  }

  /// `a fifth`, `a quarter`: shares that are told without a per cent.
  func areFractions(_ candidate: Candidate) -> Bool {
    func isFraction(_ span: Range<Int>?, _ reading: Reading) -> Bool {
      span?.contains { reading.has($0, .fraction) } ?? false
    }
    return isFraction(candidate.claim.old, candidate.old)
      && isFraction(candidate.claim.new, candidate.new)
  }

  /// `2:14:09`: how long somebody took.
  func isRunOfTime(_ candidate: Candidate) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    let parts = reading.passage.text(of: span).split(
      separator: ":", omittingEmptySubsequences: false)
    return parts.count == 3
      && parts.allSatisfy { part in
        part.prefix { $0 != "." }.count <= 2 && part.utf8.first.map { $0 &- 48 < 10 } == true
      }
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
