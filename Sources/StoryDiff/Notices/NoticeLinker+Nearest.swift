import StoryLanguage
import StoryModel

/// Of the claims of one sentence, the one that a notice means.
extension NoticeLinker {
  /// `the figure for average rent`, `the height of the dam`: of claims of several kinds, or of one sentence, those
  /// that stand nearest to a word of the notice's.
  func nearest(of some: [Int], _ candidates: [Candidate], _ part: Part) -> [Int] {
    guard let first = some.first, some.count > 1 else { return some }
    let areOfOneSentence = some.dropFirst().allSatisfy {
      areInOneSentence(candidates[first], candidates[$0])
        && !areSame(candidates[first], candidates[$0])
    }
    guard areOfOneSentence || Set(some.map { candidates[$0].claim.type }).count > 1 else {
      return some
    }
    let all = part.words.filter { !notice.language.noticeOwnWords.contains($0) }
    // `the firm's sales`
    let plain = all.subtracting(part.owners)
    let words = some.contains { distance(candidates[$0], to: plain) != nil } ? plain : all
    var distances = some.map { distance(candidates[$0], to: words) }
    // `at 6pm on weekdays and 2pm on Saturdays`: what stands before both is of both.
    if areOfOneSentence, distances.count(where: { $0 == distances.compactMap { $0 }.min() }) > 1 {
      let (_, span) = NoticeLinker.place(candidates[first])
      let own = some.map { distance(candidates[$0], to: words, from: span.lowerBound) }
      let nearest = own.compactMap { $0 }.min()
      if nearest != nil, own.count(where: { $0 == nearest }) == 1 { distances = own }
    }
    // `60 shops, 12 of them in Wales`: a name after them is of one.
    let named = names(in: part)
    if areOfOneSentence, !named.isEmpty {
      let start = NoticeLinker.place(candidates[first]).1.lowerBound
      let own = some.map { distance(candidates[$0], to: named, from: start) }
      if own.contains(where: { $0 != nil }) { distances = own }
    }
    // `the second phase`
    let ordinals = Set(
      part.range.filter { notice.has($0, .ordinal) && notice.isContent($0 + 1) }
        .map { notice.lower[$0] })
    if areOfOneSentence, !ordinals.isEmpty {
      let ranks = some.map { distance(candidates[$0], after: ordinals) }
      if ranks.contains(where: { $0 != nil }) { distances = ranks }
    }
    guard let least = distances.compactMap({ $0 }).min() else { return some }
    return zip(some, distances).filter { $1 == least }.map(\.0)
  }

  /// `the fine of 2023`: of values of one sentence the one that stands beside a day or year that a sentence of the notice
  /// names; nil where it names none of the sentence's.
  func besideDate(of some: [Int], _ candidates: [Candidate], _ part: Part) -> [Int]? {
    guard some.count > 1, !part.dates.isEmpty, let first = some.first,
      some.dropFirst().allSatisfy({ areInOneSentence(candidates[first], candidates[$0]) }),
      some.allSatisfy({ candidates[$0].claim.type != .date && candidates[$0].claim.type != .time })
    else { return nil }
    let (reading, span) = NoticeLinker.place(candidates[first])
    let dates = DateReader(reading: reading)
      .mentions(in: reading.passage.sentence(at: span.lowerBound))
      .filter { date in part.dates.contains { Comparison.of($0, date).isSame } }
    guard dates.count == 1, let date = dates.first else { return nil }
    // What follows a value dates it: `£4m in 2021 and £5m in 2023`.
    let before = some.filter {
      NoticeLinker.place(candidates[$0]).1.upperBound <= date.range.lowerBound
    }
    let nearest = before.max {
      NoticeLinker.place(candidates[$0]).1.lowerBound
        < NoticeLinker.place(candidates[$1]).1.lowerBound
    }
    return nearest.map { [$0] }
  }

  /// `Doe's share`, where Ash's stands in another sentence: of some values those whose own sentence has a name that a
  /// sentence of the notice gives; all, where none has.
  func inSentenceOfName(_ some: [Int], _ candidates: [Candidate], _ part: Part) -> [Int] {
    let named = names(in: part)
    guard some.count > 1, !named.isEmpty else { return some }
    let there = some.filter { index in
      let (reading, span) = NoticeLinker.place(candidates[index])
      return isNumeric(candidates[index]) && !span.isEmpty
        && reading.passage.sentence(at: span.lowerBound)
          .contains { named.contains(stem(reading.lower[$0].withoutPossessive)) }
    }
    return there.isEmpty
      ? some
      : some.filter {
        there.contains($0) || NoticeLinker.place(candidates[$0]).0.passage.isHeadline
      }
  }

  /// `Minch and Tarn got six and eight years`: of two values side by side the one that belongs to what some words name of
  /// two that stand before them; none where they name neither, or both.
  func inOrder(of some: [Int], _ candidates: [Candidate], _ part: Part) -> [Int]? {
    guard some.count == 2 else { return nil }
    let named = names(in: part), words = named.isEmpty ? subject(of: part) : named
    let both = some.sorted {
      NoticeLinker.place(candidates[$0]).1.lowerBound
        < NoticeLinker.place(candidates[$1]).1.lowerBound
    }
    let (reading, first) = NoticeLinker.place(candidates[both[0]])
    let (other, second) = NoticeLinker.place(candidates[both[1]])
    guard reading === other, first.upperBound < second.lowerBound,
      (first.upperBound..<second.lowerBound).allSatisfy({
        reading.has($0, .numberJoiner) || !reading.isContent($0)
      })
    else { return nil }
    let start = reading.passage.sentence(at: first.lowerBound).lowerBound
    let joiners = (start..<first.lowerBound).filter { reading.has($0, .numberJoiner) }
    guard joiners.count == 1, reading.isContent(joiners[0] + 1) || reading.isContent(joiners[0] + 2)
    else { return nil }
    func isNamed(_ range: Range<Int>) -> Bool {
      range.contains { reading.isContent($0) && isRelated(stem(reading.lower[$0]), to: words) }
    }
    let isFirst = isNamed(start..<joiners[0])
    let isSecond = isNamed(joiners[0]..<min(first.lowerBound, joiners[0] + 4))
    guard isFirst != isSecond else { return nil }
    return [isFirst ? both[0] : both[1]]
  }

  /// `the age of Ada Orr`, where Max Barr's changed and hers stands beside it as it was: whether the words of a sentence,
  /// a name first, are nearer to another value of the kind in the change's sentence than to the change.
  func isNearerToAnother(
    _ candidate: Candidate, _ candidates: [Candidate], _ part: Part, _ topics: [String]
  ) -> Bool {
    let reading = NoticeLinker.place(candidate).0
    let rivals = standing(beside: candidate, candidates)
    guard !rivals.isEmpty else { return false }
    let kinds = topics.flatMap { notice.language.kindWords[$0] ?? [] }
    let named = names(in: part)
    // `paid £4,000 for the statue and £900 for the plinth`: said of both.
    let paid = Set(notice.language.payWords.map(stem))
    let words =
      named.isEmpty
      ? part.words.filter { word in
        !notice.language.noticeOwnWords.contains(word) && !paid.contains(word)
          && !kinds.contains { isNoun(word, begunBy: $0) }
      } : named
    guard let own = distance(candidate, to: words) else { return false }
    let span = NoticeLinker.place(candidate).1
    return rivals.contains {
      // `71 of the 150 seats`: both count seats.
      let isWhole =
        $0.range.lowerBound > span.upperBound && $0.range.lowerBound <= span.upperBound + 2
        && reading.has(span.upperBound, .dateJoiner)
      if isWhole { return false }
      return distance(reading, $0.range, to: words, from: 0).map { $0 < own } ?? false
    }
  }

  /// The values of a change's kind in its sentence that are as they were.
  func standing(beside candidate: Candidate, _ candidates: [Candidate]) -> [Mention] {
    let (reading, span) = NoticeLinker.place(candidate)
    guard isNumeric(candidate), let mention = candidate.latest, !span.isEmpty else { return [] }
    let sentence = reading.passage.sentence(at: span.lowerBound)
    let changed = candidates.map { NoticeLinker.place($0) }.filter { $0.0 === reading }.map(\.1)
    let dates = DateReader(reading: reading).mentions(in: sentence)
    return (dates + FigureReader(reading: reading).mentions(in: sentence, apartFrom: dates))
      .filter { value in
        value.kind == mention.kind && value.unit?.dimension == mention.unit?.dimension
          && !changed.contains { $0.overlaps(value.range) }
      }
  }

  /// `the age of the younger brother`: of the figures of one kind in a sentence the least, or the greatest, where a
  /// sentence of the notice says that it means that one.
  func endMeant(of some: [Int], _ candidates: [Candidate], _ part: Part) -> [Int]? {
    // `the younger brother`, but `a higher number of homes`
    func has(_ words: Set<String>) -> Bool {
      part.range.contains { position in
        words.contains(notice.lower[position]) && notice.has(position - 1, .article)
          && notice.language.impliedNumbers[notice.lower[position - 1]] == nil
      }
    }
    let isLesser = has(notice.language.lesserWords)
    let isGreater = has(notice.language.greaterWords)
    guard isLesser != isGreater, let first = some.first else { return nil }
    let told = candidates[first]
    func isAlike(_ candidate: Candidate) -> Bool {
      guard candidate.claim.type == told.claim.type, areInOneSentence(candidate, told) else {
        return false
      }
      // `jailed for 12, six and four years`
      let units = (candidate.latest?.unit, told.latest?.unit)
      return units.0 == units.1 || units.0 == nil || units.1 == nil
    }
    func value(_ mention: Mention?) -> Double? {
      if case .number(_, let high)? = mention?.value { high } else { nil }
    }
    let alike = candidates.indices.filter { isAlike(candidates[$0]) }
    let values = alike.compactMap { value(candidates[$0].latest) }
    // `the elder sister`, where the younger one's age is as it was
    let others = standing(beside: told, candidates).compactMap { value($0) }
    guard alike.count + others.count > 1, values.count == alike.count,
      some.allSatisfy(alike.contains),
      let end = isLesser ? (values + others).min() : (values + others).max()
    else { return nil }
    return zip(alike, values).filter { $1 == end }.map(\.0)
  }
}
