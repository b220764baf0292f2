import StoryLanguage
import StoryModel

/// How much or how many is said without a figure.
extension ClaimFinder {
  /// `all of the houses` → `some of the houses`, `doubled` → `tripled`: how much, without a figure.
  mutating func findAmounts(_ sentences: PassageDiff.SentencePair) {
    findNearWholes(sentences)
    findWholesOfDenied(sentences)
    findAllBut(sentences)
    // `all`, `some of`
    func amount(_ side: Range<Int>, _ reading: Reading) -> Int? {
      side.dropFirst().allSatisfy { reading.has($0, .dateJoiner) } && side.count <= 2
        ? side.first : nil
    }
    for hunk in sentences.hunks
    where !isCovered(hunk.old, inOld: true) && !isCovered(hunk.new, inOld: false) {
      guard let i = amount(hunk.old, old), let j = amount(hunk.new, new),
        pair.language.denial.amounts.areApart(old.lower[i], new.lower[j]), !isOfTitle(i, j)
      else { continue }
      add(
        RawClaim(
          type: .quantity, old: i..<i + 1, new: j..<j + 1, because: "the two do not say as much"))
    }
  }

  /// `All boats` → `Nearly all boats`: a word that leaves nothing out, and one before it that takes that back.
  private mutating func findNearWholes(_ sentences: PassageDiff.SentencePair) {
    func nearWhole(_ side: Range<Int>, _ reading: Reading) -> Range<Int>? {
      guard let first = side.first, side.count <= 2, first + 1 < reading.count,
        pair.language.denial.wholes.contains(reading.lower[first + 1]),
        reading.bound(first..<first + 1) != nil
      else { return nil }
      return first..<first + 2
    }
    func whole(_ side: Range<Int>, _ reading: Reading) -> Range<Int>? {
      guard side.count <= 1, side.lowerBound < reading.count,
        pair.language.denial.wholes.contains(reading.lower[side.lowerBound])
      else { return nil }
      return side.lowerBound..<side.lowerBound + 1
    }
    for hunk in sentences.hunks {
      if let (before, after) = deniedWhole(hunk) {
        add(
          RawClaim(
            type: .quantity, old: before, new: after, because: "the two do not say as much"))
        continue
      }
      let near = nearWhole(hunk.old, old), nearNow = nearWhole(hunk.new, new)
      guard (near == nil) != (nearNow == nil), let before = near ?? whole(hunk.old, old),
        let after = nearNow ?? whole(hunk.new, new), !isCovered(before, inOld: true),
        !isCovered(after, inOld: false)
      else { continue }
      add(
        RawClaim(
          type: .quantity, old: before, new: after, because: "the two do not say as much"))
    }
  }

  /// `All but two of the boats sank` → `Two of the boats sank`: a figure that was left out, and is not.
  private mutating func findAllBut(_ sentences: PassageDiff.SentencePair) {
    let denial = pair.language.denial
    func leavesOut(_ side: Range<Int>, _ reading: Reading) -> Bool {
      guard let first = side.first, side.count >= 2 else { return false }
      return denial.wholes.contains(reading.lower[first])
        && denial.contrastWords.contains(reading.lower[first + 1])
    }
    func isFigure(_ place: Int, _ reading: Reading) -> Bool {
      place < reading.count
        && (reading.tokens[place].kind == .number || reading.has(place, .cardinal))
    }
    func figure(_ side: Range<Int>, skipping words: Int, _ reading: Reading) -> Range<Int>? {
      let place = side.lowerBound + words
      return isFigure(place, reading) ? place..<place + 1 : nil
    }
    // `Only two` → `All but two`: what stands before the figure that both have.
    func skipped(_ side: Range<Int>, _ reading: Reading) -> Int {
      side.isEmpty || isFigure(side.lowerBound, reading) ? 0 : 1
    }
    for hunk in sentences.hunks {
      let isLeft = leavesOut(hunk.old, old)
      guard isLeft != leavesOut(hunk.new, new),
        let was = figure(hunk.old, skipping: isLeft ? 2 : skipped(hunk.old, old), old),
        let now = figure(hunk.new, skipping: isLeft ? skipped(hunk.new, new) : 2, new),
        old.number(was.lowerBound) == new.number(now.lowerBound)
      else { continue }
      add(
        RawClaim(
          type: .quantity, old: isLeft ? hunk.old.lowerBound..<was.upperBound : was,
          new: isLeft ? now : hunk.new.lowerBound..<now.upperBound,
          because: "one version leaves them out and the other counts them"))
    }
  }

  /// `Neither pilot had` → `both pilots had`: a denial before a noun, and a word that leaves none out before the same noun, wherever
  /// they stand.
  private mutating func findWholesOfDenied(_ sentences: PassageDiff.SentencePair) {
    func noun(after position: Int, _ sentence: Range<Int>, _ reading: Reading) -> Int? {
      let start = position + 1
      guard start < sentence.upperBound else { return nil }
      let next = (start..<min(sentence.upperBound, start + 3)).first(where: reading.isContent)
      return next.flatMap { reading.isWord($0) ? $0 : nil }
    }
    func denied(_ sentence: Range<Int>, _ reading: Reading, inOld: Bool) -> [Int] {
      sentence.filter { position in
        reading.isNegationWord(position)
          && !pair.language.denials.contains(reading.lower[position])
          && !pair.language.denial.denyingWords.contains(reading.lower[position])
          && isTouched(position..<position + 1, inOld: inOld)
          && !isCovered(position..<position + 1, inOld: inOld)
      }
    }
    func wholes(_ sentence: Range<Int>, _ reading: Reading, inOld: Bool) -> [Int] {
      sentence.filter { position in
        (pair.language.denial.wholes.contains(reading.lower[position])
          // `both`
          || pair.language.impliedNumbers[reading.lower[position]] == 2)
          && isTouched(position..<position + 1, inOld: inOld)
          && !isCovered(position..<position + 1, inOld: inOld)
      }
    }
    let gone = denied(sentences.old, old, inOld: true)
    let come = denied(sentences.new, new, inOld: false)
    guard gone.count + come.count == 1 else { return }
    let isGone = !gone.isEmpty
    let (own, other) = isGone ? (old, new) : (new, old)
    let (mine, theirs) =
      isGone ? (sentences.old, sentences.new) : (sentences.new, sentences.old)
    guard let denial = gone.first ?? come.first, let counted = noun(after: denial, mine, own),
      let whole = wholes(theirs, other, inOld: !isGone).first(where: { whole in
        noun(after: whole, theirs, other).map {
          Inflection.areFormsOfOneNoun(own.lower[counted], other.lower[$0], pair.language)
        } ?? false
      })
    else { return }
    add(
      RawClaim(
        type: .quantity, old: isGone ? denial..<denial + 1 : whole..<whole + 1,
        new: isGone ? whole..<whole + 1 : denial..<denial + 1,
        because: "the two do not say as much"))
  }

  /// `Not all of the cows` → `none of the cows`: a denial of a word that leaves nothing out, and one word that denies all.
  private func deniedWhole(_ hunk: Hunk) -> (old: Range<Int>, new: Range<Int>)? {
    func some(_ side: Range<Int>, _ reading: Reading) -> Range<Int>? {
      side.dropLast().first {
        reading.isNegationWord($0)
          && pair.language.denial.wholes.contains(reading.lower[$0 + 1])
      }.map { $0..<$0 + 2 }
    }
    func none(_ side: Range<Int>, _ reading: Reading) -> Range<Int>? {
      side.first {
        reading.isNegationWord($0) && !pair.language.denials.contains(reading.lower[$0])
          && !reading.isContent($0 + 1)
      }.map { $0..<$0 + 1 }
    }
    if let before = some(hunk.old, old), let after = none(hunk.new, new) { return (before, after) }
    if let before = none(hunk.old, old), let after = some(hunk.new, new) { return (before, after) }
    return nil
  }
}
