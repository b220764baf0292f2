import StoryLanguage

/// Words that deny by what they mean, in the place of a denial: nothing was turned round.
extension ClaimFinder {
  /// `Few came` → `Not many came`, `stopped making` → `no longer makes`: the statement is as much denied as it was.
  mutating func setNearDenialsAside(_ sentences: PassageDiff.SentencePair) {
    for hunk in sentences.hunks {
      if let (near, denial) = nearDenial(in: hunk.old, old, deniedIn: hunk.new, new) {
        cover(near, denial)
      } else if let (near, denial) = nearDenial(in: hunk.new, new, deniedIn: hunk.old, old) {
        cover(denial, near)
      }
    }
  }

  /// A word of one side that denies by what it means, and what the other side says for it with a denial.
  private func nearDenial(
    in range: Range<Int>, _ reading: Reading, deniedIn other: Range<Int>, _ otherReading: Reading
  ) -> (near: Range<Int>, denial: Range<Int>)? {
    // Few edits have a denial, and without one nothing is looked up.
    guard !range.isEmpty, other.contains(where: otherReading.isNegation) else { return nil }
    let words = pair.language.denial
    for position in range {
      let word = reading.lower[position]
      if let opposites = words.nearDenials[word],
        let place = other.first(where: { opposites.contains(otherReading.lower[$0]) }),
        let denial = denial(before: place, from: other.lowerBound, otherReading)
      {
        return (position..<position + 1, denial..<place + 1)
      }
      // `Mosses lack roots` → `Mosses have no roots`
      if words.lackingVerbs.contains(word), let place = other.first(where: otherReading.isNegation)
      {
        return (position..<position + 1, place..<place + 1)
      }
      if words.stoppingVerbs.contains(word), position + 1 < range.upperBound,
        words.gerundEndings.contains(where: reading.lower[position + 1].hasSuffix),
        let place = other.first(where: {
          Inflection.areFormsOfOneVerb(
            otherReading.lower[$0], reading.lower[position + 1], pair.language)
        }), let denial = denial(before: place, from: other.lowerBound, otherReading)
      {
        return (position..<position + 1, denial..<place)
      }
    }
    return nil
  }

  /// Where a denial begins that stands a word or two before a place.
  private func denial(before place: Int, from floor: Int, _ reading: Reading) -> Int? {
    (max(floor, place - 3)..<place).first { reading.isNegation($0) }
  }

  /// `There was no proof` → `Proof was lacking`: the version that lost a denial says it by a word that the other has
  /// in no form, further on in the sentence.
  func isSaidByAnotherWord(
    _ denied: [Mention], _ deniedNow: [Mention], _ sentences: PassageDiff.SentencePair
  ) -> Bool {
    guard denied.isEmpty != deniedNow.isEmpty else { return false }
    let (reading, range, map) =
      denied.isEmpty
      ? (old, sentences.old, diff.newOfOld) : (new, sentences.new, diff.oldOfNew)
    let (other, otherRange) = denied.isEmpty ? (new, sentences.new) : (old, sentences.old)
    let words = pair.language.denial.denyingWords
    return range.contains { position in
      map[position] < 0 && words.contains(reading.lower[position])
        && !otherRange.contains {
          Inflection.areFormsOfOneVerb(other.lower[$0], reading.lower[position], pair.language)
        }
    }
  }

  /// `None … was hurt` → `… were unhurt`: the version without a word's negative prefix denies elsewhere in the sentence,
  /// and the other does not.
  ///
  /// `isDenied` and `isDeniedNow`: whether a negation of either version was touched.
  func isDeniedByPrefix(
    _ mine: Range<Int>?, _ theirs: Range<Int>?, isDenied: Bool, isDeniedNow: Bool
  ) -> Bool {
    guard let mine, let theirs, mine.count == 1, theirs.count == 1 else {
      return false
    }
    let a = old.lower[mine.lowerBound], b = new.lower[theirs.lowerBound]
    guard a.utf8.count != b.utf8.count, a.ends(in: b) || b.ends(in: a) else { return false }
    return isDenied != isDeniedNow && isDenied == (a.utf8.count < b.utf8.count)
  }
}
