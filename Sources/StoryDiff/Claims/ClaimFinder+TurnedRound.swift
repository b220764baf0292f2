import StoryLanguage

/// Values that changed places together with what is said of them.
extension ClaimFinder {
  /// Two coordinate parts of a sentence, each with the words that tell it from the other.
  private struct Halves {
    let first: Range<Int>, last: Range<Int>
    /// What stands between the two values.
    let between: Range<Int>

    func isInFirst(_ position: Int) -> Bool { first.contains(position) }
  }

  /// `40 in 2019; it sold 20 in 2023` → `20 in 2023; it sold 40 in 2019`, `the M1 and the M6` → `the M6 and the M1`: takes back that
  /// each of two values became the other, where each kept its company and only their order changed. O(claims² + tokens).
  mutating func dropTurnedRound(_ sentences: PassageDiff.SentencePair, from first: Int) {
    dropLoneOfSame(sentences, from: first)
    let found = findings.claims.indices.dropFirst(first)
    guard found.count >= 2 else { return }
    var turned: Set<Int> = []
    for (place, one) in found.enumerated() {
      for other in found.dropFirst(place + 1)
      where !turned.contains(one) && areExchanged(findings.claims[one], findings.claims[other]) {
        turned.formUnion(turnedRound(one, other, Array(found), sentences))
      }
    }
    guard !turned.isEmpty else { return }
    for index in found.reversed() where turned.contains(index) {
      findings.claims.remove(at: index)
    }
  }

  /// `Two were freed; three remain` → `Three remain; two were freed`: takes back a figure that became another one where both versions
  /// of the sentence have both, and no other figure of it changed. O(tokens).
  private mutating func dropLoneOfSame(_ sentences: PassageDiff.SentencePair, from first: Int) {
    let found = findings.claims.indices.dropFirst(first).filter {
      findings.claims[$0].type == .quantity
    }
    guard found.count == 1, let was = findings.claims[found[0]].oldMention,
      let now = findings.claims[found[0]].newMention, was.value != now.value
    else { return }
    func values(_ sentence: Range<Int>, _ reading: Reading) -> [Mention] {
      FigureReader(reading: reading).mentions(in: sentence, apartFrom: [])
        .filter { $0.kind == .quantity }
    }
    func has(_ mention: Mention, _ mentions: [Mention]) -> Bool {
      mentions.contains { $0.value == mention.value && $0.unit == mention.unit }
    }
    let before = values(sentences.old, old), after = values(sentences.new, new)
    guard before.count == after.count, has(now, before), has(was, after) else { return }
    findings.claims.remove(at: found[0])
  }

  /// Whether each of two values stands in the place of the other.
  private func areExchanged(_ a: RawClaim, _ b: RawClaim) -> Bool {
    guard a.type == b.type, a.type != .quotation, let was = a.old, let now = a.new,
      let otherWas = b.old,
      let otherNow = b.new
    else { return false }
    return areOne(was, a.oldMention, otherNow, b.newMention)
      && areOne(otherWas, b.oldMention, now, a.newMention)
  }

  private func areOne(
    _ before: Range<Int>, _ mention: Mention?, _ after: Range<Int>, _ mentionNow: Mention?
  ) -> Bool {
    if let mention, let mentionNow, mention.value == mentionNow.value { return true }
    return before.count == after.count
      && zip(before, after).allSatisfy { old.number($0) == new.number($1) }
  }

  /// The claims that are none since the two values of `one` and `other` only stand in another order.
  private func turnedRound(
    _ one: Int, _ other: Int, _ found: [Int], _ sentences: PassageDiff.SentencePair
  ) -> [Int] {
    let (a, b) = (findings.claims[one], findings.claims[other])
    guard let was = a.old, let now = a.new, let otherWas = b.old, let otherNow = b.new else {
      return []
    }
    if a.type == .quantity, areOwnersTurnedRound(sentences) { return [one, other] }
    guard let before = halves(was, otherWas, old, sentences.old),
      let after = halves(now, otherNow, new, sentences.new)
    else { return [] }
    let values = (Set(was).union(otherWas), Set(now).union(otherNow))
    // `…, the board said`: what stands at the end of both is said of both halves.
    let tail = zip(sentences.old.reversed(), sentences.new.reversed())
      .prefix { old.number($0) == new.number($1) }.count
    /// Words that tell something, by their numbers, each with the half in which it stands; those of both halves tell none apart.
    func company(_ halves: Halves, _ reading: Reading, besides values: Set<Int>) -> [Int32: Bool] {
      let end = max(halves.last.lowerBound, halves.last.upperBound - tail)
      var result: [Int32: Bool] = [:]
      var doubled: Set<Int32> = []
      for position in halves.first.lowerBound..<end
      where !values.contains(position) && tells(position, reading) {
        let number = reading.number(position)
        if let half = result[number], half != halves.isInFirst(position) { doubled.insert(number) }
        result[number] = halves.isInFirst(position)
      }
      return result.filter { !doubled.contains($0.key) }
    }
    let mine = company(before, old, besides: values.0),
      theirs = company(after, new, besides: values.1)
    // The halves changed places: what went along stands in the other one now, as the values do.
    let along = mine.filter { theirs[$0.key] == !$0.value }
    let stayed = mine.filter { theirs[$0.key] == $0.value }
    // `the M1 and the M6`: what else is said is said of both.
    let areListed =
      a.type == .entity && !before.between.contains(where: old.isContent)
      && !after.between.contains(where: new.isContent)
    // `Six voted for it and two against it` → `Two voted against it and six for it`: what stayed is said once, for both.
    guard areListed || Set(stayed.values).count <= 1 && !along.isEmpty else { return [] }
    func went(_ range: Range<Int>?, _ reading: Reading, _ values: Set<Int>) -> Bool {
      range?.allSatisfy {
        values.contains($0) || !tells($0, reading) || along[reading.number($0)] != nil
      } ?? true
    }
    return found.filter {
      went(findings.claims[$0].old, old, values.0) && went(findings.claims[$0].new, new, values.1)
    }
  }

  /// `Tom and Eli Orr, aged nine and seven` → `Eli, 7, and Tom Orr, 9`: whether two names, too, stand in another order, joined in one
  /// version and each with its figure in the other.
  private func areOwnersTurnedRound(_ sentences: PassageDiff.SentencePair) -> Bool {
    func couple(_ sentence: Range<Int>, _ reading: Reading) -> (Int32, Int32)? {
      sentence.dropFirst().dropLast().lazy.compactMap { joiner -> (Int32, Int32)? in
        guard reading.has(joiner, .numberJoiner), reading.isCapitalised(joiner - 1),
          reading.isCapitalised(joiner + 1), reading.isContent(joiner - 1),
          reading.isContent(joiner + 1)
        else { return nil }
        return (reading.number(joiner - 1), reading.number(joiner + 1))
      }.first
    }
    func isReversed(_ names: (Int32, Int32)?, _ sentence: Range<Int>, _ reading: Reading) -> Bool {
      guard let names, let first = sentence.first(where: { reading.number($0) == names.0 }),
        let last = sentence.first(where: { reading.number($0) == names.1 })
      else { return false }
      return last < first
        && (last..<first).contains { reading.tokens[$0].kind == .number }
    }
    return isReversed(couple(sentences.old, old), sentences.new, new)
      || isReversed(couple(sentences.new, new), sentences.old, old)
  }

  private func tells(_ position: Int, _ reading: Reading) -> Bool {
    reading.tokens[position].kind != .mark
      && !reading.has(position, [.article, .numberJoiner, .clause, .be, .have, .pronoun])
  }

  /// The two parts that a mark or a joining word between two values makes of what stands around them, where the second
  /// follows it at once.
  private func halves(
    _ a: Range<Int>, _ b: Range<Int>, _ reading: Reading, _ sentence: Range<Int>
  ) -> Halves? {
    let (first, last) = a.lowerBound < b.lowerBound ? (a, b) : (b, a)
    guard first.upperBound < last.lowerBound, sentence.contains(first.lowerBound),
      last.upperBound <= sentence.upperBound
    else { return nil }
    let between = first.upperBound..<last.lowerBound
    guard
      let cut = between.last(where: { isCoordinator($0, reading) }),
      (cut + 1..<last.lowerBound).count(where: reading.isContent) <= 2
    else { return nil }
    return Halves(
      first: sentence.lowerBound..<cut, last: cut + 1..<sentence.upperBound, between: between)
  }

  private func isCoordinator(_ position: Int, _ reading: Reading) -> Bool {
    reading.isMark(position, ";") || reading.isMark(position, ",")
      || reading.has(position, .numberJoiner)
      || pair.language.denial.contrastWords.contains(reading.lower[position])
  }
}
