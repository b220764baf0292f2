import StoryLanguage
import StoryModel

/// Of several claims of a kind, those that a sentence of a notice speaks of.
extension NoticeLinker {
  /// Of the claims of a kind, those that a sentence speaks of most. Where it gives a value of the kind, others need
  /// words of it.
  func best(
    of fitting: [Int], _ candidates: [Candidate], _ part: Part, _ topics: [String],
    isGiven: Bool
  ) -> [Int] {
    let some = bestByWords(of: fitting, candidates, part, topics, isGiven: isGiven)
    return endMeant(of: some, candidates, part) ?? some
  }

  private func bestByWords(
    of fitting: [Int], _ candidates: [Candidate], _ part: Part, _ topics: [String],
    isGiven: Bool
  ) -> [Int] {
    guard let first = fitting.first, let topic = topics.first else { return [] }
    let kinds = topics.flatMap { notice.language.kindWords[$0] ?? [] }
    // A text said it, and so does somebody in most sentences.
    let verbs = Set(
      part.range.filter { notice.has($0, .saying) }.map { stem(notice.lower[$0]) })
    let said = part.words.filter { word in
      !verbs.contains(word) && !kinds.contains { isNoun(word, begunBy: $0) && !isOfFamily(word) }
    }
    let counted = mostSaid(of: countedAsSaid(fitting, candidates, said), candidates, said)
    if !counted.isEmpty {
      // `the totals` are all that stand in one sentence.
      guard isPlural(part, kinds) else { return nearest(of: counted, candidates, part) }
      return fitting.filter { index in
        counted.contains { $0 == index || areInOneSentence(candidates[$0], candidates[index]) }
      }
    }
    let isOnly = fitting.allSatisfy { areSame(candidates[first], candidates[$0]) }
    if isOnly,
      isOfElsewhere(
        candidates[first], subject(of: part), among: candidates, isOf: { _ in true })
    {
      return []
    }
    let around = words.filter { word in
      !kinds.contains { isNoun(word, begunBy: $0) && !isOfFamily(word) }
    }
    // Where the sentence has no word of the claim's, the others of the notice may say what it is about.
    let scores = fitting.map { index in
      if isGiven { return telling(candidates[index], said).count }
      let here = score(candidates[index], said)
      return here > 0 || fitting.count > 1 ? here : min(1, score(candidates[index], around))
    }
    let most = scores.max() ?? 0
    // `where the buyer came from`: the only place that changed.
    if isOnly, topic == "entity", part.asked.contains("place") {
      return fitting
    }
    let needed =
      isOnly
      ? wordsNeeded(part, topic, kinds, isGiven: isGiven)
      : wordsNeededToChoose(part, topics, kinds)
    guard most >= needed || isOnly && isMeant(candidates[first], part) else {
      return isOnly && topic != "entity"
        ? []
        : topic == "entity"
          ? ofWhatIsNamed(fitting, candidates, part, kinds)
          : ofKindNamed(fitting, candidates, part, kinds)
    }
    let best = zip(fitting, scores).filter { isOnly || $1 == most }.map(\.0)
    // `the fall in Orme's shares`
    let areMany = isPlural(part, kinds) && names(in: part).isEmpty
    return most > 0 && !areMany ? nearest(of: best, candidates, part) : best
  }

  /// `from Goole`, `in Ely`
  func isPlace(_ candidate: Candidate) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    guard let before = span.first.map({ $0 - 1 }), before >= 0 else { return false }
    return reading.language.slips.places.contains(reading.lower[before])
  }

  /// `had the wrong revenue figures`: of several amounts the one in whose sentence the kind's own word stands; the words
  /// for any value do not tell.
  private func ofKindNamed(
    _ fitting: [Int], _ candidates: [Candidate], _ part: Part, _ kinds: [String]
  ) -> [Int] {
    let said = subject(of: part).filter { word in kinds.contains { isNoun(word, begunBy: $0) } }
    return ofOneChange(fitting, candidates, said)
  }

  /// `the venue of the ceremony`: of several names those of one change in whose sentence the word stands that tells
  /// what the kind is of.
  private func ofWhatIsNamed(
    _ fitting: [Int], _ candidates: [Candidate], _ part: Part, _ kinds: [String]
  ) -> [Int] {
    let owned = part.range.dropLast(2).flatMap { position -> [Int] in
      guard kinds.contains(where: { isNoun(stem(notice.lower[position]), begunBy: $0) }),
        notice.has(position + 1, [.dateJoiner, .passiveAgent])
      else { return [] }
      let next = (position + 2..<part.range.upperBound).drop { !notice.isContent($0) }
      return next.prefix { notice.isContent($0) }.map { $0 }
    }
    let said = Set(owned.map { stem(notice.lower[$0]) })
    return ofOneChange(fitting, candidates, said)
  }

  /// Those in whose sentence one of some words stands, where all of them are one change.
  private func ofOneChange(
    _ fitting: [Int], _ candidates: [Candidate], _ said: Set<String>
  ) -> [Int] {
    let there = fitting.filter { !telling(candidates[$0], said).isEmpty }
    guard let first = there.first,
      there.allSatisfy({ areSame(candidates[$0], candidates[first]) })
    else { return [] }
    return there
  }

  /// How many words the sentence of the only change of a kind must share with the notice's.
  private func wordsNeeded(
    _ part: Part, _ topic: String, _ kinds: [String], isGiven: Bool
  ) -> Int {
    if isGiven { return 1 }
    switch topic {
    // Kinds that are named in passing need words of the sentence beside them.
    case "entity", "attribution", "quotation": return tellsWho(part, topic, kinds) ? 0 : 1
    // A year, an age or a score that changed alone is the one that was wrong.
    case "year", "age", "score": return 0
    default: return saysMoreThanKind(part, kinds) ? 1 : 0
    }
  }

  /// The same where several changed.
  private func wordsNeededToChoose(_ part: Part, _ topics: [String], _ kinds: [String]) -> Int {
    topics.first == "entity" && !topics.contains(where: part.asked.contains)
      && !tellsWho(part, "entity", kinds) ? 2 : 1
  }

  /// Whether a sentence says that a name, a speaker or a quotation was itself what was wrong.
  private func tellsWho(_ part: Part, _ topic: String, _ kinds: [String]) -> Bool {
    switch topic {
    // A quotation of somebody who is named.
    case "quotation": return !names(in: part).isEmpty
    // `was attributed to the wrong person`
    case "attribution":
      return part.words.contains { word in kinds.prefix(3).contains { word.hasPrefix($0) } }
    case "entity":
      let isMisnamed = part.words.contains { word in
        kinds.contains { word.hasPrefix($0) && $0.hasPrefix("mis") }
      }
      // `named the wrong candidate`
      return isMisnamed || saysWronglyNamed(part, kinds)
        || calledWrong(part).contains { word in
          kinds.dropFirst().contains { isNoun(word, begunBy: $0) }
        }
    default: return false
    }
  }

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
    let words = part.words.filter { !notice.language.noticeOwnWords.contains($0) }
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

  /// `the age of the younger brother`: of the figures of one kind in a sentence the least, or the greatest, where a
  /// sentence of the notice says that it means that one.
  private func endMeant(of some: [Int], _ candidates: [Candidate], _ part: Part) -> [Int]? {
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
    guard alike.count > 1, values.count == alike.count, some.allSatisfy(alike.contains),
      let end = isLesser ? values.min() : values.max()
    else { return nil }
    return zip(alike, values).filter { $1 == end }.map(\.0)
  }

  /// `the totals`, `the number of shops and the number of jobs`
  private func isPlural(_ part: Part, _ kinds: [String]) -> Bool {
    let nouns = part.range.filter { position in
      notice.isWord(position)
        && kinds.contains { isNoun(stem(notice.lower[position]), begunBy: $0) }
    }
    return nouns.contains { notice.lower[$0].hasSuffix("s") }
      || nouns.count > 1 && notice.lower[nouns[0]] == notice.lower[nouns[1]]
  }

  /// Whether a sentence of the notice has words beside those that notices have: what is spoken of is
  /// told by more than its kind.
  func saysMoreThanKind(_ part: Part, _ kinds: [String]) -> Bool {
    let own = part.range.filter { position in
      notice.isContent(position) && notice.isWord(position)
        && !notice.words[position].isNoticeWord && !notice.isStampWord(position)
        && !notice.has(position, [.noticeDeed, .saying])
        && !notice.language.noticeOwnWords.contains(notice.lower[position])
        && !kinds.contains { isNoun(stem(notice.lower[position]), begunBy: $0) }
        && !isListedKind(position, in: part)
    }
    return own.count >= 2
  }

  /// `the percentage, the month and the tonnage`: whether a word is one of several kinds of values that a sentence lists.
  private func isListedKind(_ position: Int, in part: Part) -> Bool {
    func isKind(_ position: Int) -> Bool {
      part.range.contains(position) && notice.isWord(position)
        && notice.language.kindWords.contains { topic, beginnings in
          !["entity", "role", "attribution", "quotation"].contains(topic)
            && beginnings.contains { isNoun(stem(notice.lower[position]), begunBy: $0) }
        }
    }
    func joins(_ position: Int) -> Bool {
      notice.isMark(position, ",") || notice.has(position, .numberJoiner)
    }
    return isKind(position)
      && (joins(position + 1) && isKind(position + 3)
        || joins(position - 2) && isKind(position - 3))
      && (notice.has(position - 1, .article) || notice.has(position + 2, .article))
  }

  /// `was wrongly identified`
  func saysWronglyNamed(_ part: Part, _ kinds: [String]) -> Bool {
    part.range.dropFirst().contains { position in
      notice.signs(position - 1).contains(.error) && notice.signs(position).contains(.act)
        && kinds.contains { isNoun(stem(notice.lower[position]), begunBy: $0) }
    }
  }

  private func isOfFamily(_ word: String) -> Bool {
    notice.language.wordFamilies.contains { $0.contains { word.hasPrefix($0) } }
  }

  /// The claims that count what a sentence speaks of, by its own words before others for the same thing: `voter
  /// cards` are no names on a ballot, where cards are counted or spoken of elsewhere.
  private func countedAsSaid(
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

  /// `12 of them`
  private func countsPart(_ candidate: Candidate) -> Bool {
    let (reading, _) = NoticeLinker.place(candidate)
    guard let end = candidate.latest?.range.upperBound, candidate.latest?.unit == nil else {
      return false
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
  private func mostSaid(
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
    return candidate.mentions.contains { $0.context.contains { isRelated(stem($0), to: said) } }
  }
}
