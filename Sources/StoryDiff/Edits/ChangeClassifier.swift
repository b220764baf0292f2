import StoryLanguage

/// Says of each edit what kind of change it is.
enum ChangeClassifier {
  static func groups(_ comparison: LinkComparison) -> [ChangeGroup] {
    let diff = comparison.diff
    var groups: [(place: Int, group: ChangeGroup)] = []
    for (index, hunk) in diff.hunks.enumerated() {
      var group = ChangeGroup(
        class: classify(index, hunk, comparison), old: diff.old.span(of: hunk.old),
        new: diff.new.span(of: hunk.new))
      group.excludes = group.class == .content && saysOther(hunk, comparison)
      groups.append((hunk.old.lowerBound, group))
    }
    // Tokens that both have and that are typed differently.
    var i = -1
    while i + 1 < diff.newOfOld.count {
      i += 1
      let j = diff.newOfOld[i]
      if j < 0 { continue }
      if i == 0 || j == 0 || diff.newOfOld[i - 1] != j - 1 {
        let run = diff.typedAlike(from: i)
        if run > 0 {
          i += run - 1
          continue
        }
      }
      let before = diff.old.tokens[i], after = diff.new.tokens[j]
      // `42North`, `42 North`: the same words with a space put in.
      let isSpaced =
        i > 0 && j > 0 && diff.newOfOld[i - 1] == j - 1
        && diff.old.tokens[i].spaceBefore != diff.new.tokens[j].spaceBefore
        && diff.old.tokens[i].kind != .mark && diff.old.tokens[i - 1].kind != .mark
      if isSpaced {
        groups.append(
          (
            i,
            ChangeGroup(
              class: .restated, old: diff.old.span(of: i - 1..<i + 1),
              new: diff.new.span(of: j - 1..<j + 1))
          ))
      } else if !diff.old.isTyped(
        before.byteStart..<before.byteEnd, as: diff.new, after.byteStart..<after.byteEnd)
      {
        groups.append(
          (
            i,
            ChangeGroup(
              class: .restated, old: diff.old.span(of: i..<i + 1),
              new: diff.new.span(of: j..<j + 1))
          ))
      }
    }
    return groups.sorted { $0.place < $1.place }.map(\.group)
  }

  private static func classify(
    _ index: Int, _ hunk: Hunk, _ comparison: LinkComparison
  ) -> ChangeGroup.Class {
    let findings = comparison.findings
    if findings.claims.contains(where: { hunk.meets($0.old, $0.new) }) {
      return .claim
    }
    if comparison.slips.contains(where: { $0.hunk == index })
      || findings.names.contains(where: {
        hunk.meets($0.old, $0.new) && !FactAssembler.isIntroduced($0, comparison)
      })
    {
      return .correction
    }
    if comparison.diff.wholeSentences.contains(index) {
      return standsElsewhere(hunk, comparison) ? .rephrased : .content
    }
    let old = comparison.old, new = comparison.new
    if hunk.old.count == hunk.new.count {
      let before = hunk.old.lazy.filter { old.tokens[$0].kind != .mark }.map { old.number($0) }
      let after = hunk.new.lazy.filter { new.tokens[$0].kind != .mark }.map { new.number($0) }
      if before.elementsEqual(after) { return .restated }
    }
    let restated = findings.restatements.filter { hunk.meets($0.old, $0.new) }
    if !restated.isEmpty {
      let isWhole =
        hunk.old.allSatisfy { i in
          restated.contains { $0.old.contains(i) } || !old.isContent(i)
        }
        && hunk.new.allSatisfy { j in
          restated.contains { $0.new.contains(j) } || !new.isContent(j)
        }
      if isWhole { return .restated }
    }
    return saysMore(hunk, comparison) && !standsElsewhere(hunk, comparison)
      || saysOther(hunk, comparison) || turnsRound(hunk, comparison) ? .content : .rephrased
  }

  /// Edits of a block among which it is looked whether words moved from one to another.
  private static let mostEdits = 64

  /// Whether all that a sentence or a long phrase says which one version alone has stands in what the other one has instead,
  /// elsewhere in the block: its sentences were parted or joined otherwise.
  private static func standsElsewhere(_ hunk: Hunk, _ comparison: LinkComparison) -> Bool {
    guard hunk.old.isEmpty != hunk.new.isEmpty, comparison.diff.hunks.count <= mostEdits else {
      return false
    }
    let isGone = hunk.new.isEmpty
    let (own, other) = isGone ? (comparison.old, comparison.new) : (comparison.new, comparison.old)
    var said = Set(
      (isGone ? hunk.old : hunk.new).filter { own.isContent($0) }.map { own.number($0) })
    guard said.count >= 3 else { return false }
    // Two edits: `“A,” she said. “B.”` → `“A. B,” she said.`
    for _ in 1...2 {
      let left = comparison.diff.hunks.map { edit in
        said.subtracting((isGone ? edit.new : edit.old).map { other.number($0) })
      }
      said = left.min { $0.count < $1.count } ?? said
    }
    return said.isEmpty
  }

  /// `charged` → `convicted`: a word stands in the place of one that cannot be true besides.
  private static func saysOther(_ hunk: Hunk, _ comparison: LinkComparison) -> Bool {
    guard hunk.old.count <= 4, hunk.new.count <= 4 else { return false }
    let exclusives = comparison.old.language.denial.exclusives
    // `by` and `to` say little where other words changed, too.
    let isSmall = hunk.old.count == 1 && hunk.new.count == 1
    return hunk.old.contains { i in
      (isSmall || comparison.old.isContent(i))
        && hunk.new.contains {
          exclusives.areApart(comparison.old.lower[i], comparison.new.lower[$0])
        }
    }
  }

  /// `Oake bought the firm` → `Oake was bought by the firm`: a verb that both have was put into the passive or taken out of
  /// it, between the same two.
  private static func turnsRound(_ hunk: Hunk, _ comparison: LinkComparison) -> Bool {
    func isPart(_ edit: Hunk) -> (side: Range<Int>, reading: Reading)? {
      guard edit.old.count + edit.new.count == 1 else { return nil }
      return edit.old.isEmpty ? (edit.new, comparison.new) : (edit.old, comparison.old)
    }
    guard let (side, reading) = isPart(hunk), let place = side.first,
      reading.has(place, .be) || reading.has(place, .passiveAgent)
    else { return false }
    return comparison.diff.hunks.contains { other in
      guard other.old.isEmpty == hunk.old.isEmpty, let (beside, _) = isPart(other),
        let end = beside.first
      else { return false }
      let (first, last) = (min(place, end), max(place, end))
      return last == first + 2 && reading.has(first, .be) && reading.has(last, .passiveAgent)
        && reading.isWord(first + 1) && reading.isContent(first + 1)
    }
  }

  /// Whether other edits of the hunk's sentence have a word of it on the other side: by its number.
  private static func movedWords(
    _ hunk: Hunk, _ comparison: LinkComparison
  ) -> (_ word: Int32) -> Bool {
    let old = comparison.old, new = comparison.new
    guard let sentence = comparison.diff.sentencePairs.first(where: { $0.hunks.contains(hunk) }),
      (2...32).contains(sentence.hunks.count)
    else { return { _ in false } }
    return { word in
      func has(_ side: Range<Int>, _ reading: Reading) -> Bool {
        side.contains { reading.number($0) == word }
      }
      let isGone = has(hunk.old, old), isHere = has(hunk.new, new)
      return sentence.hunks.contains { other in
        other != hunk && (isGone && has(other.new, new) || isHere && has(other.old, old))
      }
    }
  }

  /// Whether information came or went, rather than other words for the same.
  ///
  /// Words that only one side has are counted, but for those that say little. A phrase that stands in
  /// one version alone is information; a word or two that were cut are a tightening, unless they name
  /// something or count. Where phrases were exchanged, it is information that has grown or shrunk by
  /// some words, or of which the other side has none.
  private static func saysMore(_ hunk: Hunk, _ comparison: LinkComparison) -> Bool {
    let old = comparison.old, new = comparison.new
    func said(_ reading: Reading, _ range: Range<Int>) -> [Int] {
      range.filter { reading.isContent($0) && reading.tokens[$0].kind != .address }
    }
    func names(_ reading: Reading, _ positions: [Int]) -> Bool {
      positions.contains { position in
        reading.tokens[position].kind == .number || reading.has(position, [.cardinal, .vague])
          || reading.isCapitalised(position)
            && position != reading.passage.sentence(at: position).lowerBound
      }
    }
    // `called it "a disgrace"` → `scorned it`
    func quotes(_ reading: Reading, _ range: Range<Int>) -> Bool {
      guard let first = range.first(where: { reading.isMark($0, "\"") }),
        let last = range.last(where: { reading.isMark($0, "\"") })
      else { return false }
      return (first..<last).contains { reading.isContent($0) }
    }
    if quotes(old, hunk.old) != quotes(new, hunk.new) { return true }
    // What the same edit of the sentence takes away elsewhere was moved, not added.
    var before = said(old, hunk.old), after = said(new, hunk.new)
    if !before.isEmpty || !after.isEmpty {
      let isMoved = movedWords(hunk, comparison)
      before.removeAll { isMoved(old.number($0)) }
      after.removeAll { isMoved(new.number($0)) }
    }
    if hunk.old.isEmpty || before.isEmpty && hunk.old.count <= 1 && after.count > 1 {
      return !after.isEmpty
    }
    // `Spears` → `she`: who is meant, in other words.
    let refers = { (reading: Reading, range: Range<Int>) in
      range.contains { reading.has($0, [.pronoun, .article]) }
    }
    if after.isEmpty {
      return before.count >= 3
        || names(old, before) && !refers(new, hunk.new) && before.count > 1 && hunk.new.count <= 1
    }
    if before.isEmpty, refers(old, hunk.old), after.count <= 3 { return false }
    let wordsBefore = Set(before.map { old.number($0) }),
      wordsAfter = Set(after.map { new.number($0) })
    let shared = wordsBefore.intersection(wordsAfter).count
    let lost = wordsBefore.count - shared, gained = wordsAfter.count - shared
    return min(lost, gained) >= 3 || abs(lost - gained) >= 3 && max(lost, gained) >= 3
  }
}
