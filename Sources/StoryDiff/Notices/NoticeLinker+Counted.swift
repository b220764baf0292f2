import StoryLanguage
import StoryModel

/// Of the claims that count something, those that count what a notice speaks of.
extension NoticeLinker {
  /// The claims that count what a sentence speaks of, by its own words before others for the same thing: `voter
  /// cards` are no names on a ballot, where cards are counted or spoken of elsewhere.
  func countedAsSaid(
    _ fitting: [Int], _ candidates: [Candidate], _ said: Set<String>
  ) -> [Int] {
    let plain = fitting.filter { countsWhatIsSaid(candidates[$0], said) }
    // `12 of them`
    let counted = fitting.filter { index in
      plain.contains(index)
        || countsPart(candidates[index])
          && plain.contains { areInOneSentence(candidates[$0], candidates[index]) }
    }
    let byWord = counted.filter { index in
      countsPart(candidates[index])
        || candidates[index].mentions.contains { $0.context.contains { said.contains(stem($0)) } }
    }
    // `22 countries`, before `37 envoys from countries`
    let direct = byWord.filter {
      countsAtOnce(candidates[$0], said) || countsPart(candidates[$0])
    }
    if !byWord.isEmpty { return direct.isEmpty ? byWord : direct }
    let most = counted.map { literally(candidates[$0], said) }.max() ?? 0
    return fitting.contains { literally(candidates[$0], said) > most } ? [] : counted
  }

  /// `12 of them`, `Reform won 23 seats and Labour took 16.`
  private func countsPart(_ candidate: Candidate) -> Bool {
    let (reading, _) = NoticeLinker.place(candidate)
    guard let end = candidate.latest?.range.upperBound, candidate.latest?.unit == nil else {
      return false
    }
    if end >= reading.count || reading.isMark(end, ",") || reading.isMark(end, ".")
      || reading.isMark(end, ";")
    {
      return !isAge(candidate)
    }
    return reading.has(end, .dateJoiner) && reading.has(end + 1, .pronoun)
  }

  /// Whether one of some words stands after a figure with no small word or mark between them.
  private func countsAtOnce(_ candidate: Candidate, _ said: Set<String>) -> Bool {
    let (reading, _) = NoticeLinker.place(candidate)
    guard let end = candidate.latest?.range.upperBound, end <= reading.count else { return false }
    return (end..<reading.count).prefix { reading.isWord($0) && reading.isContent($0) }
      .contains { said.contains(stem(reading.lower[$0])) }
  }

  /// Of claims that count what is spoken of those whose sentence has most of its words: of trains a day and trains an
  /// hour those between the towns that are named.
  func mostSaid(
    of some: [Int], _ candidates: [Candidate], _ said: Set<String>
  ) -> [Int] {
    let counts = some.map { score(candidates[$0], said) }
    return zip(some, counts).filter { index, count in
      count == counts.max() || candidates[index].new.passage.isHeadline
    }.map(\.0)
  }

  /// How many of some words stand, as they are, in the sentence of a claim.
  private func literally(_ candidate: Candidate, _ said: Set<String>) -> Int {
    let (reading, span) = NoticeLinker.place(candidate)
    guard let first = span.first else { return 0 }
    return Set(reading.passage.sentence(at: first).map { stem(reading.lower[$0]) })
      .intersection(said).count
  }

  /// Whether the notice has a word for what a figure counts: `homes` in `44 homes`.
  private func countsWhatIsSaid(_ candidate: Candidate, _ said: Set<String>) -> Bool {
    // `the second phase` counts nothing.
    let said = said.subtracting(
      range.filter { notice.has($0, .ordinal) }.map { stem(notice.lower[$0]) })
    return [
      (candidate.claim.oldMention, candidate.old), (candidate.claim.newMention, candidate.new),
    ]
    .contains { mention, reading in
      guard let mention else { return false }
      // `a boy, 10, and a girl, 8`; `the bridge cost £4m and the tunnel £9m`: of the first, nothing behind `and`.
      let end = mention.range.upperBound
      let ends = (end..<min(reading.count, end + 9)).first {
        reading.has($0, .numberJoiner) && hasOwnValue(after: $0, in: reading)
      }
      return (end..<(ends ?? min(reading.count, end + 9))).contains {
        reading.isContent($0) && mention.context.contains(reading.lower[$0])
          && isRelated(stem(reading.lower[$0]), to: said)
      }
    }
  }

  /// Whether a figure stands in the clause that a joiner opens.
  private func hasOwnValue(after joiner: Int, in reading: Reading) -> Bool {
    let sentence = reading.passage.sentence(at: joiner)
    return (joiner + 1..<max(joiner + 1, min(sentence.upperBound, joiner + 10))).contains {
      reading.tokens[$0].kind == .number || reading.has($0, .cardinal)
        || reading.shape($0).contains(.holdsFigure)
    }
  }
}
