import StoryLanguage

/// What a denial denies.
extension ClaimFinder {
  /// Words of a statement that are held against those of another: the next that say something.
  private static let deniedWords = 2, believedWords = 5

  /// `Nunca llegó` → `No llegó nunca`: where two negations of a clause deny it once, whether one came or went beside
  /// another that each version has.
  func isDeniedBothTimes(
    _ hunk: Hunk, _ denied: [Mention], _ all: [Mention], _ deniedNow: [Mention], _ allNow: [Mention]
  ) -> Bool {
    guard pair.language.denial.negativeConcord, denied.isEmpty != deniedNow.isEmpty else {
      return false
    }
    func isDenied(_ side: Range<Int>, _ reading: Reading, _ all: [Mention], besides mine: [Mention])
      -> Bool
    {
      let clause = clause(around: side, reading)
      return all.contains { negation in
        clause.overlaps(negation.range) && !mine.contains { $0.range == negation.range }
      }
    }
    return isDenied(hunk.old, old, all, besides: denied)
      && isDenied(hunk.new, new, allNow, besides: deniedNow)
  }

  /// Whether one of the words that two denials deny is the same: in `did not concede, and will wait` → `did concede, and will
  /// not wait` two statements were turned round.
  func denyOneThing(_ a: Mention?, _ b: Mention?) -> Bool {
    guard let a, let b else { return false }
    let mine = denied(by: a, old), theirs = denied(by: b, new)
    return mine.isEmpty || theirs.isEmpty
      || mine.contains { word in
        theirs.contains { Inflection.areFormsOfOneVerb(word, $0, pair.language) }
      }
  }

  /// The words that a denial denies: the next ones; all of its clause where it speaks of the subject (`Neither Ash nor
  /// Birch came`), and more of them behind a belief (`do not think that it was lit`).
  private func denied(by denial: Mention, _ reading: Reading) -> [String] {
    let words = pair.language.denial
    let isOfSubject =
      denial.range.count == 1
      && !pair.language.denials.contains(reading.lower[denial.range.lowerBound])
      && !reading.shape(denial.range.lowerBound).contains(.denial)
    var limit = isOfSubject ? reading.count : ClaimFinder.deniedWords
    var result: [String] = []
    var position = denial.range.upperBound
    while position < reading.count, result.count < limit, !reading.isMark(position, ","),
      !reading.isMark(position, "."), !reading.isMark(position, ";"),
      !(words.contrastWords.contains(reading.lower[position])
        && !(isOfSubject && words.correlatives[reading.lower[position]] != nil))
    {
      if reading.isContent(position) {
        if result.isEmpty, words.beliefWords.contains(reading.lower[position]) {
          limit = ClaimFinder.believedWords
        } else {
          result.append(reading.lower[position])
        }
      }
      position += 1
    }
    return result
  }

  /// `will not open before May` → `will open in May`: what is denied up to a time only, which the other version says otherwise.
  func isUpToTime(_ before: [Mention], _ after: [Mention]) -> Bool {
    func limit(_ denials: [Mention], _ reading: Reading, _ map: TokenMap) -> Bool {
      denials.contains { denial in
        clause(around: denial.range, reading).contains { position in
          position >= denial.range.upperBound && map[position] < 0
            && pair.language.denial.limitWords.contains(reading.lower[position])
        }
      }
    }
    return limit(before, old, diff.newOfOld) || limit(after, new, diff.oldOfNew)
  }

  /// Whether a range has a word or phrase that denies, but may not by itself: `refused to`, `hardly`; and the other
  /// side has none of it: `denied` → `did not deny`.
  func deniesWeakly(
    _ range: Range<Int>, _ reading: Reading, besides other: Range<Int>, _ otherReading: Reading
  ) -> Bool {
    range.contains { position in
      reading.match(pair.language.negations, position, end: reading.count)?.payload == false
        && !other.contains {
          otherReading.lower[$0] == reading.lower[position]
            || Inflection.areFormsOfOneVerb(
              otherReading.lower[$0], reading.lower[position], pair.language)
        }
    }
  }
}
