import StoryLanguage

/// Says of each edit what kind of change it is.
enum ChangeClassifier {
  static func groups(_ comparison: LinkComparison) -> [ChangeGroup] {
    let diff = comparison.diff
    var groups: [(place: Int, group: ChangeGroup)] = []
    for (index, hunk) in diff.hunks.enumerated() {
      groups.append(
        (
          hunk.old.lowerBound,
          ChangeGroup(
            class: classify(index, hunk, comparison), old: diff.old.span(of: hunk.old),
            new: diff.new.span(of: hunk.new))
        ))
    }
    // Tokens that both have and that are typed differently.
    for i in diff.newOfOld.indices where diff.newOfOld[i] >= 0 {
      let j = diff.newOfOld[i]
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
      || findings.names.contains(where: { hunk.meets($0.old, $0.new) })
    {
      return .correction
    }
    if comparison.diff.wholeSentences.contains(index) { return .content }
    let old = comparison.old, new = comparison.new
    func words(_ reading: Reading, _ range: Range<Int>) -> [String] {
      range.filter { reading.tokens[$0].kind != .mark }.map { reading.lower[$0] }
    }
    let before = words(old, hunk.old), after = words(new, hunk.new)
    if before == after, hunk.old.count == hunk.new.count { return .restated }
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
    let saidBefore = hunk.old.count { old.isContent($0) }
    let saidAfter = hunk.new.count { new.isContent($0) }
    // Information came or went where one side has words that say something and the other has few.
    let isContent =
      (saidBefore == 0) != (saidAfter == 0)
      || max(saidBefore, saidAfter) >= 2 * min(saidBefore, saidAfter) + 2
    return isContent ? .content : .rephrased
  }
}
