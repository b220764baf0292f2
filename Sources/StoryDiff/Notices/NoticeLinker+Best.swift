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
    if let meant = endMeant(of: fitting, candidates, part) ?? inOrder(of: fitting, candidates, part)
      ?? besideDate(of: fitting, candidates, part)
    {
      return meant
    }
    return bestByWords(
      of: inSentenceOfName(fitting, candidates, part), candidates, part, topics, isGiven: isGiven
    )
    .filter { !isNearerToAnother(candidates[$0], candidates, part, topics) }
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
        candidates[first], subject(of: part), among: candidates, isOf: { _, _ in true })
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
    // `where the buyer came from`, `the location of the plant`: the only place that changed.
    if topic == "entity", part.asked.contains("place") || isOfPlace(part, kinds) {
      let places = fitting.filter { isPlace(candidates[$0]) }
      if isOnly, part.asked.contains("place") { return fitting }
      if let place = places.first, most == 0, names(in: part).isEmpty,
        places.allSatisfy({ areSame(candidates[place], candidates[$0]) })
      {
        return places
      }
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
    let nearest = most > 0 && !areMany ? nearest(of: best, candidates, part) : best
    return isPlural(part, kinds) || isOnly || !areOfTwoSentences(nearest, candidates) ? nearest : []
  }

  /// Whether some figures or dates are of no one change and stand in more than one sentence of the story below its headline.
  private func areOfTwoSentences(_ some: [Int], _ candidates: [Candidate]) -> Bool {
    guard let first = some.first(where: { !candidates[$0].new.passage.isHeadline }),
      isNumeric(candidates[first])
    else {
      return false
    }
    return some.contains { index in
      !candidates[index].new.passage.isHeadline
        && !areInOneSentence(candidates[first], candidates[index])
        && !areSame(candidates[first], candidates[index])
    }
  }

  /// Whether the first word for something that has a name is one for a place: `the location of the plant`.
  private func isOfPlace(_ part: Part, _ kinds: [String]) -> Bool {
    let first = part.range.first { position in
      !isLabel(position) && isOfKind(position, kinds)
    }
    return first.map {
      let words = notice.language.placeKinds
      return words.contains(notice.lower[$0]) || words.contains(stem(notice.lower[$0]))
    } ?? false
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
    // `a profit of £2m on sales of £8m`
    let there = fitting.filter { !telling(candidates[$0], said).isEmpty }
    let distances = there.map { distance(candidates[$0], to: said) }
    guard let least = distances.compactMap({ $0 }).min(),
      there.allSatisfy({ areInOneSentence(candidates[$0], candidates[there[0]]) })
    else { return ofOneChange(fitting, candidates, said) }
    return ofOneChange(zip(there, distances).filter { $1 == least }.map(\.0), candidates, said)
  }

  /// `the venue of the ceremony`, `the wrong name for the pianist`: of several names those of one change in whose sentence the word stands that tells
  /// what the kind is of.
  private func ofWhatIsNamed(
    _ fitting: [Int], _ candidates: [Candidate], _ part: Part, _ kinds: [String]
  ) -> [Int] {
    let owned = part.range.dropLast(2).flatMap { position -> [Int] in
      guard kinds.contains(where: { isNoun(stem(notice.lower[position]), begunBy: $0) }),
        notice.has(position + 1, [.dateJoiner, .passiveAgent])
          || notice.language.slips.prepositions.contains(notice.lower[position + 1])
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
      return isMisnamed || misnamesPerson(part) || saysWronglyNamed(part, kinds)
        || calledWrong(part).contains { word in
          kinds.dropFirst().contains { isNoun(word, begunBy: $0) }
        }
    default: return false
    }
  }

  /// `the totals`, `the number of shops and the number of jobs`
  private func isPlural(_ part: Part, _ kinds: [String]) -> Bool {
    let nouns = part.range.filter { isOfKind($0, kinds) }
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
}
