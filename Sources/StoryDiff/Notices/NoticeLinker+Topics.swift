import StoryLanguage
import StoryModel

extension NoticeLinker {
  /// The places of the claims of which the notice names what was wrong, without the value.
  ///
  /// A sentence that gives values of the kind speaks of those alone. One that names somebody speaks of
  /// passages that name them too. Of several claims of the kind it speaks of those in whose sentence
  /// most of its words stand; where it says no more than the kind, of the only one.
  /// `named` are claims of which it gives values.
  func toldByTopic(_ all: [Candidate], named: [Candidate] = []) -> [Int] {
    let places = all.indices.filter { !isOfInsertsAlone || isInInsert(all[$0]) }
    let candidates = places.map { all[$0] }
    var told: Set<Int> = []
    // `The shares in the list are those of the board. An earlier version used figures …`: what it only describes
    // was not wrong.
    let telling = parts.indices.filter {
      tellsOfText(parts[$0]) || notice.language.noticeSigns.isEmpty
    }
    for index in telling.isEmpty ? Array(parts.indices) : telling {
      if ofInserts.contains(index), !isOfInsertsAlone { continue }
      // `We retract our report that the hotel's owner paid`: of no hotel and no owner.
      if withdrawsStatement(parts[index]) { continue }
      for part in pieces(of: parts[index]) {
        let own = toldByKind(part, index, candidates, named: named)
        if isOfHeadlineAlone(index) {
          told.formUnion(
            own.filter { NoticeLinker.place(candidates[$0]).0.passage.isHeadline })
          continue
        }
        // What the part does not tell the whole may, unless it says by itself what it is of.
        let isOpen = !part.asked.isEmpty || subject(of: part).allSatisfy(isOfKind)
        told.formUnion(
          own.isEmpty && isOpen && part.range != parts[index].range
            ? toldByKind(parts[index], index, candidates, named: named, of: part) : own)
      }
    }
    for part in parts where tellsOfMistake(part) {
      told.formUnion(candidates.indices.filter { namesKind(of: candidates[$0], part) })
      if told.isEmpty { told.formUnion(ofNamePart(part, candidates)) }
    }
    for (index, part) in parts.enumerated() where explaining(index, among: named).isEmpty {
      told.formUnion(toldBySubject(part, candidates, told: told))
    }
    for part in parts where !isToldByValues(part, named) {
      told.formUnion(toldByDifference(part, candidates))
      told.formUnion(toldByStatement(part, candidates))
    }
    for index in parts.indices {
      let wrong = calledWrong(parts[index])
      // `It was signed in 2019. An earlier version gave another year.`
      let isGiven =
        !explaining(index, among: named).isEmpty
        || index > 0 && !saysMoreThanKind(parts[index], Array(wrong))
          && named.contains { gives($0, parts[index - 1]) }
      guard !wrong.isEmpty, !isGiven else { continue }
      told.formUnion(
        candidates.indices.filter {
          !givesValues(index, like: candidates[$0], of: "")
            && countsFirst(candidates[$0], wrong)
        })
    }
    for part in parts {
      told.formUnion(candidates.indices.filter { saysNoLonger(candidates[$0], part) })
    }
    for part in parts where tells(part, .opposite) {
      told.formUnion(candidates.indices.filter { candidates[$0].claim.type == .polarity })
    }
    for (index, part) in parts.enumerated() {
      // `The closure is one of three options. No decision has been made.`
      // `… as fact that he had been there. It is a possibility.`
      let goesOn =
        part.hasNegation && clarifies || part.range.contains { notice.has($0, .pronoun) }
      let said = goesOn && index > 0 ? part.words.union(parts[index - 1].words) : part.words
      told.formUnion(toldByUnits(part, candidates))
      told.formUnion(
        candidates.indices.filter { namesHedge(candidates[$0], part, said, candidates) })
    }
    for part in parts where tellsOfHeadline(part) {
      let changed = candidates.indices.filter {
        NoticeLinker.place(candidates[$0]).0.passage.isHeadline
      }
      if changed.count == 1 { told.formUnion(changed) }
    }
    for part in parts where tells(part, .zero) {
      let scaled = candidates.indices.filter { isScaled(candidates[$0]) }
      if scaled.allSatisfy({ areSame(candidates[$0], candidates[scaled[0]]) }) {
        told.formUnion(scaled)
      }
    }
    for part in parts where tells(part, .exchange) {
      for index in candidates.indices {
        // `it transposed two digits in the attendance`, or two figures were exchanged.
        let isExchanged =
          haveSameDigits(candidates[index])
          || candidates.contains { areExchanged($0, candidates[index]) }
        if isExchanged, score(candidates[index], part.words) > 0 { told.insert(index) }
      }
    }
    told = ofOtherHalf(told, candidates).filter { !isOfContrary(candidates[$0]) }
    // The same change elsewhere in the story.
    for index in candidates.indices where !told.contains(index) {
      let isSaidAgain = told.contains { other in
        areSame(candidates[other], candidates[index])
          && !(countsAnother(candidates[index])
            && areInOneSentence(candidates[other], candidates[index]))
      }
      if isSaidAgain { told.insert(index) }
    }
    return told.map { places[$0] }.sorted()
  }

  /// The claims of a kind of value that a sentence, or a part of one, names or asks for.
  private func toldByKind(
    _ part: Part, _ index: Int, _ candidates: [Candidate], named: [Candidate],
    of piece: Part? = nil
  ) -> Set<Int> {
    // `ten times as much` speaks of no time.
    if tells(part, .zero), candidates.contains(where: isScaled) { return [] }
    var told: Set<Int> = []
    let explained = explaining(index, among: named)
    let isOfSpelling = NoticeLinker.isOfSpelling(part, notice)
    // A quotation that was given to the wrong speaker was not worded wrongly.
    let isOfSpeaker =
      speaks(part, of: "attribution") && candidates.contains { $0.claim.type == .attribution }
    // `attributed to the police`, `named the wrong hospital`: nobody and nothing else.
    let given = named.filter {
      [.attribution, .entity].contains($0.claim.type) && spells($0, part)
    }
    func isTopic(_ topic: String, of part: Part) -> Bool {
      part.asked.isEmpty
        ? speaks(part, of: topic) || topic == "entity" && misnamesPerson(part)
        : part.asked.contains(topic)
    }
    let topics = notice.language.kindWords.keys.sorted().filter { topic in
      isTopic(topic, of: part) && piece.map { isTopic(topic, of: $0) } != false
        && !(isOfSpeaker && topic == "quotation")
        && !(isOfSpeaker && topic != "entity" && topic != "attribution" && isGivenToAnother(part))
        && !isSaidInPassing(topic, part) && !isOfAnswer(topic, part) && !isOfShare(topic, part)
        && !isOnlyCounted(topic, part, among: named) && !isOfNamed(topic, part)
        && !(topic == "entity" && part.asked.isEmpty && isOfWhomAlone(part))
        && !(part.asked.isEmpty && !part.figures.isEmpty && isVague(topic, in: part))
        && !(topic == "attribution" && given.contains { $0.claim.type == .attribution })
    }
    var fitting: [String: [Int]] = [:]
    for topic in topics {
      let isOfPlace = topic == "entity" && part.asked.contains("place")
      let isOfPerson = topic == "entity" && misnamesPerson(part)
      // `who found him`
      let isOfWho = topic == "entity" && part.asked == ["entity", "role"]
      let fittingKind = candidates.indices.filter {
        (self.topics(of: candidates[$0]).contains(topic)
          || topic == "attribution" && isSpeakerOfRemark(candidates[$0], part)
          || topic == "entity" && isOfPerson && isOtherSpeaker(candidates[$0], part))
          && !givesValues(index, like: candidates[$0], of: topic)
          && goesAsTold(candidates[$0], part) != false
          && isOne(candidates[$0], of: explained)
          && (!isOfPlace || isPlace(candidates[$0]) && !givesPlace(index))
          && !(isOfWho && isPlace(candidates[$0]))
          && !(topic == "entity" && isOfSpelling && !mayBeSpelling(candidates[$0]))
          && !(topic == "entity" && isOfAnotherName(candidates[$0], part))
          && !(topic == "entity" && isOfRemark(part) && !isOfSpeech(candidates[$0]))
      }
      let ofKind = topic == "entity" ? ofSort(fittingKind, candidates, part) : fittingKind
      let theirs = ofNearestName(
        ofKind.filter { namesSomeoneThere(part, candidates[$0], topic) }, candidates, part, topic)
      fitting[topic] =
        theirs.isEmpty
        ? ofKind.filter {
          namesSubject(part) || isOfUnnamed(candidates[$0], part, topic)
            || topic == "entity" && isOfKindThere(candidates[$0], part)
            || topic == "quotation" && isSaidOn(candidates[$0], part)
        }
        : theirs
    }
    for topics in ofOneWord(topics.filter { fitting[$0]?.isEmpty == false }, part) {
      var fitting = Set(topics.flatMap { fitting[$0] ?? [] }).sorted()
      // `the wrong age`: what was put in was not wrong.
      if !calledWrong(part).isEmpty, fitting.contains(where: { candidates[$0].claim.old != nil }) {
        fitting.removeAll { candidates[$0].claim.old == nil }
      }
      let isGiven =
        topics == ["entity"] && given.contains { $0.claim.type == .entity }
      told.formUnion(best(of: fitting, candidates, part, topics, isGiven: isGiven))
    }
    return told
  }

  /// The topics that a sentence speaks of, those together that it names by the same words: a `figure` may be
  /// an amount or a share. One whose words name another as well, and that one more closely, is none.
  private func ofOneWord(_ topics: [String], _ part: Part) -> [[String]] {
    // Somebody's age is told in years, as a term is.
    let topics = topics.contains("age") ? topics.filter { $0 != "months" } : topics
    let words = topics.map { topic in
      part.words.filter { word in
        (notice.language.kindWords[topic] ?? []).contains { isNoun(word, begunBy: $0) }
      }
    }
    var groups: [(words: Set<String>?, topics: [String])] = []
    for (topic, mine) in zip(topics, words) {
      if !mine.isEmpty, words.contains(where: { mine.isStrictSubset(of: $0) }) {
        continue
      }
      let isValue = !["entity", "attribution", "quotation", "role"].contains(topic)
      // `how long`: whatever is long.
      let isAsked = part.asked.contains(topic)
      let mine = isAsked ? [] : mine
      func areOfOneQuestion(_ others: [String]) -> Bool {
        part.questions.contains {
          $0.topics.contains(topic) && !$0.topics.isDisjoint(with: others)
        }
      }
      if isValue, !mine.isEmpty || isAsked,
        let index = groups.firstIndex(where: {
          $0.words == mine && (!isAsked || areOfOneQuestion($0.topics))
        })
      {
        groups[index].topics.append(topic)
      } else {
        groups.append((isValue ? mine : nil, [topic]))
      }
    }
    return groups.map(\.topics)
  }

  /// `The headline has been changed. It first said that rents would double.`: whether a sentence goes on from one whose
  /// subject is the headline.
  private func isOfHeadlineAlone(_ index: Int) -> Bool {
    guard index > 0, notice.has(parts[index].range.lowerBound, .pronoun) else { return false }
    let before = parts[index - 1].range
    let start = before.prefix(4).last { notice.isMark($0, ":") }.map { $0 + 1 } ?? before.lowerBound
    return (start..<min(start + 2, before.upperBound)).contains {
      notice.language.headlineWords.contains(notice.lower[$0])
    }
  }

  /// Whether a sentence says that the headline was wrong or changed, and gives no value.
  private func tellsOfHeadline(_ part: Part) -> Bool {
    part.figures.isEmpty && part.dates.isEmpty
      && part.words.contains { notice.language.headlineWords.contains($0) }
  }

  /// What a sentence calls wrong: the words after `the wrong`, `an incorrect`.
  func calledWrong(_ part: Part) -> Set<String> {
    var words: Set<String> = []
    for position in part.range {
      guard
        let (count, signs) = notice.match(
          notice.language.noticeSigns, position, end: part.range.upperBound),
        signs.contains(.error),
        !signs.contains(.act)
      else { continue }
      let next = (position + count..<min(part.range.upperBound, position + count + 3))
        .prefix { notice.isContent($0) }
      words.formUnion(next.filter(notice.isContent).map { stem(notice.lower[$0]) })
    }
    return words
  }

  /// `gave the wrong century for the bronze`: whether a figure counts one of some words.
  private func countsFirst(_ candidate: Candidate, _ words: Set<String>) -> Bool {
    [
      (candidate.claim.oldMention, candidate.old), (candidate.claim.newMention, candidate.new),
    ].contains { mention, reading in
      // `57, who was born`: of no birthplace.
      guard let mention, !reading.isMark(mention.range.upperBound, ",") else { return false }
      return mention.context.first.map { isRelated(stem($0), to: words) } ?? false
    }
  }

  func speaks(_ part: Part, of topic: String) -> Bool {
    let beginnings = notice.language.kindWords[topic] ?? []
    return part.asked.contains(topic)
      || part.words.contains { word in
        !part.owners.contains(word) && !isSurname(word, in: part)
          && beginnings.contains { beginning in
            // `the yearly loss`
            isNoun(word, begunBy: beginning)
              && !notice.language.slips.adverbEndings.contains(
                String(word.dropFirst(beginning.count)))
          }
      }
  }

  /// `Ada Price reads physics`: a word that stands behind another name, and nowhere else in the sentence.
  private func isSurname(_ word: String, in part: Part) -> Bool {
    let places = part.range.filter { notice.isContent($0) && stem(notice.lower[$0]) == word }
    return !places.isEmpty
      && places.allSatisfy { place in
        place > part.range.lowerBound && notice.isCapitalised(place)
          && notice.isCapitalised(place - 1) && notice.isContent(place - 1)
      }
  }

  /// Whether a sentence, or the one after it, gives values that a claim of this type could have.
  private func givesValues(
    _ index: Int, like candidate: Candidate, of topic: String
  ) -> Bool {
    let claim = candidate.claim
    // `the proportion treated within two months`: no share.
    func mayBe(_ figure: Mention) -> Bool {
      // `her first name`
      if figure.isOrdinal != (claim.newMention ?? claim.oldMention)?.isOrdinal { return false }
      guard let unit = claim.newMention?.unit ?? claim.oldMention?.unit else {
        // `the elder of the two sisters`
        return !countsThings(figure, in: notice) || !isAge(candidate)
      }
      // `the distance between the two towns`
      if figure.unit == nil { return !countsThings(figure, in: notice) }
      return figure.kind == claim.type && figure.unit?.dimension == unit.dimension
    }
    func gives(_ part: Part) -> Bool {
      switch claim.type {
      case .quantity, .money, .percentage: part.figures.contains(where: mayBe)
      case .date: part.dates.contains { $0.kind == .date }
      case .time: part.dates.contains { $0.kind == .time }
      default: false
      }
    }
    if gives(parts[index]) { return true }
    // `The wing opens in June. An earlier version gave another month.`
    if index > 0, gives(parts[index - 1]),
      !saysMoreThanKind(parts[index], notice.language.kindWords[topic] ?? [])
    {
      return true
    }
    guard index + 1 < parts.count else { return false }
    let next = parts[index + 1]
    let isNewTopic =
      notice.language.kindWords.keys.contains { speaks(next, of: $0) } && !speaks(next, of: topic)
    return !isNewTopic && gives(next)
  }

  /// How many words of the claim's sentence the notice has too.
  func score(_ candidate: Candidate, _ said: Set<String>) -> Int {
    let (reading, span) = NoticeLinker.place(candidate)
    guard !span.isEmpty else { return 0 }
    let sentence = reading.passage.sentence(at: span.lowerBound)
    let around = stems(of: sentence, reading)
    let isOfHeadline =
      reading.passage.isHeadline && said.contains { notice.language.headlineWords.contains($0) }
    return around.count { isRelated($0, to: said) } + (isOfHeadline ? 1 : 0)
  }
}
