import StoryLanguage

/// Words that tell one place or body from another without naming it.
extension ClaimFinder {
  /// `the north gate` → `the east gate`: another side of the compass, and nothing else.
  mutating func findDirections(_ sentences: PassageDiff.SentencePair) {
    let directions = pair.language.naming.directions
    for hunk in sentences.hunks where hunk.old.count == 1 && hunk.new.count == 1 {
      let (i, j) = (hunk.old.lowerBound, hunk.new.lowerBound)
      guard let side = directions[old.lower[i]], let other = directions[new.lower[j]],
        side != other, !isCovered(hunk.old, inOld: true), !isCovered(hunk.new, inOld: false),
        !old.isCapitalised(i + 1) || !old.isCapitalised(i)
      else { continue }
      add(
        RawClaim(
          type: .entity, old: hunk.old, new: hunk.new,
          because: "the two are different sides of the compass"))
    }
  }

  /// `the state harbour office` → `the federal harbour office`: the body of another government, and nothing else.
  mutating func findGovernments(_ sentences: PassageDiff.SentencePair) {
    let governments = pair.language.naming.governments
    for hunk in sentences.hunks where hunk.old.count == 1 && hunk.new.count == 1 {
      let (i, j) = (hunk.old.lowerBound, hunk.new.lowerBound)
      guard let one = governments[old.lower[i]], let other = governments[new.lower[j]],
        one != other, !isCovered(hunk.old, inOld: true), !isCovered(hunk.new, inOld: false),
        !old.isCapitalised(i), !new.isCapitalised(j),
        [-1, 1].contains(where: { step in
          old.isWord(i + step) && old.isContent(i + step) && diff.newOfOld[i + step] == j + step
        })
      else { continue }
      add(
        RawClaim(
          type: .entity, old: hunk.old, new: hunk.new,
          because: "the two are of different governments"))
    }
  }
}
