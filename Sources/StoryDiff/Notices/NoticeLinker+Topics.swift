import StoryLanguage
import StoryModel

extension NoticeLinker {
  /// The places of the claims of which the notice names what was wrong, without the value.
  ///
  /// A sentence that gives values of the kind speaks of those alone. One that names somebody speaks of
  /// passages that name them too. Of several claims of the kind it speaks of those in whose sentence
  /// most of its words stand; where it says no more than the kind, of the only one.
  /// `named` are claims of which it gives values.
  func toldByTopic(_ candidates: [Candidate], named: [Candidate] = []) -> [Int] {
    var told: Set<Int> = []
    for index in parts.indices {
      let part = parts[index]
      // A quotation that was given to the wrong speaker was not worded wrongly.
      let isOfSpeaker =
        speaks(part, of: "attribution") && candidates.contains { $0.claim.type == .attribution }
      // `attributed to the police`: to nobody else.
      let namesSpeaker = named.contains { $0.claim.type == .attribution && spells($0, part) }
      let topics = notice.language.kindWords.keys.sorted().filter { topic in
        speaks(part, of: topic) && !(isOfSpeaker && topic == "quotation")
          && !(namesSpeaker && topic == "attribution")
      }
      var fitting: [String: [Int]] = [:]
      for topic in topics {
        fitting[topic] = candidates.indices.filter {
          self.topics(of: candidates[$0]).contains(topic)
            && !givesValues(index, like: candidates[$0].claim, of: topic)
            && namesSomeoneThere(part, candidates[$0])
            && goesAsTold(candidates[$0], part) != false
        }
      }
      for topics in ofOneWord(topics.filter { fitting[$0]?.isEmpty == false }, part) {
        var fitting = Set(topics.flatMap { fitting[$0] ?? [] }).sorted()
        // `the wrong age`: what was put in was not wrong.
        if !calledWrong(part).isEmpty, fitting.contains(where: { candidates[$0].claim.old != nil })
        {
          fitting.removeAll { candidates[$0].claim.old == nil }
        }
        told.formUnion(best(of: fitting, candidates, part, topics))
      }
    }
    for part in parts { told.formUnion(toldBySubject(part, candidates, told: told)) }
    for part in parts where !isToldByValues(part, named) {
      told.formUnion(toldByStatement(part, candidates))
    }
    for index in parts.indices {
      let wrong = calledWrong(parts[index])
      guard !wrong.isEmpty else { continue }
      told.formUnion(
        candidates.indices.filter {
          !givesValues(index, like: candidates[$0].claim, of: "")
            && countsFirst(candidates[$0], wrong)
        })
    }
    for part in parts where tells(part, .opposite) {
      told.formUnion(candidates.indices.filter { candidates[$0].claim.type == .polarity })
    }
    for part in parts {
      told.formUnion(
        candidates.indices.filter {
          namesUnits(candidates[$0], part) || namesHedge(candidates[$0], part, candidates)
        })
    }
    for part in parts where tellsOfHeadline(part) {
      let changed = candidates.indices.filter {
        NoticeLinker.place(candidates[$0]).0.passage.isHeadline
      }
      if changed.count == 1 { told.formUnion(changed) }
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
    // The same change elsewhere in the story.
    for index in candidates.indices where !told.contains(index) {
      if told.contains(where: { areSame(candidates[$0], candidates[index]) }) { told.insert(index) }
    }
    return told.sorted()
  }

  /// The topics that a sentence speaks of, those together that it names by the same words: a `figure` may be
  /// an amount or a share. One whose words name another as well, and that one more closely, is none.
  private func ofOneWord(_ topics: [String], _ part: Part) -> [[String]] {
    guard saysMoreThanKind(part, topics.flatMap { notice.language.kindWords[$0] ?? [] }) else {
      return topics.map { [$0] }
    }
    let words = topics.map { topic in
      part.words.filter { word in
        (notice.language.kindWords[topic] ?? []).contains { isNoun(word, begunBy: $0) }
      }
    }
    var groups: [(words: Set<String>, topics: [String])] = []
    for (topic, mine) in zip(topics, words) {
      if !mine.isEmpty, words.contains(where: { mine.isStrictSubset(of: $0) }) { continue }
      let isValue = !["entity", "attribution", "quotation", "role"].contains(topic)
      if isValue, !mine.isEmpty, let index = groups.firstIndex(where: { $0.words == mine }) {
        groups[index].topics.append(topic)
      } else {
        groups.append((isValue ? mine : [], [topic]))
      }
    }
    return groups.map(\.topics)
  }

  /// Whether a sentence says that the headline was wrong or changed, and gives no value.
  private func tellsOfHeadline(_ part: Part) -> Bool {
    part.figures.isEmpty && part.dates.isEmpty
      && part.words.contains { notice.language.headlineWords.contains($0) }
  }

  /// What a sentence calls wrong: the words after `the wrong`, `an incorrect`.
  private func calledWrong(_ part: Part) -> Set<String> {
    var words: Set<String> = []
    for position in part.range {
      guard
        let (count, signs) = notice.match(
          notice.language.noticeSigns, position, end: part.range.upperBound), signs.contains(.error)
      else { continue }
      let next = (position + count..<min(part.range.upperBound, position + count + 3))
      words.formUnion(next.filter(notice.isContent).map { stem(notice.lower[$0]) })
    }
    return words
  }

  /// `gave the wrong century for the bronze`: whether a figure counts one of some words.
  private func countsFirst(_ candidate: Candidate, _ words: Set<String>) -> Bool {
    [candidate.claim.oldMention, candidate.claim.newMention].contains { mention in
      mention?.context.first.map { isRelated(stem($0), to: words) } ?? false
    }
  }

  func speaks(_ part: Part, of topic: String) -> Bool {
    let beginnings = notice.language.kindWords[topic] ?? []
    return part.asked.contains(topic)
      || part.words.contains { word in beginnings.contains { isNoun(word, begunBy: $0) } }
  }

  /// Whether a stem is this noun's, not one that only begins alike: `age`, not `agency`.
  func isNoun(_ word: String, begunBy beginning: String) -> Bool {
    NoticeLinker.isNoun(word, begunBy: beginning, notice.language.endings)
  }

  static func isNoun(_ word: String, begunBy beginning: String, _ endings: [String]) -> Bool {
    if beginning.hasPrefix(word) { return stem(beginning, endings) == word }
    return word.hasPrefix(beginning)
      && (beginning.utf8.count >= 5 || word.utf8.count <= beginning.utf8.count + 2)
  }

  /// What a notice may call the claim's kind, from the closest to the widest.
  func topics(of candidate: Candidate) -> Set<String> {
    let claim = candidate.claim
    let mentions = [claim.oldMention, claim.newMention].compactMap { $0 }
    switch claim.type {
    case .quantity:
      if isAge(candidate) { return ["age"] }
      if isScore(candidate) { return ["score"] }
      guard let unit = mentions.compactMap(\.unit).first else { return ["quantity"] }
      // `the number of years`
      let names = [(claim.oldMention, candidate.old), (claim.newMention, candidate.new)]
        .flatMap { mention, reading in
          mention.map { $0.range.filter(reading.isWord).map { reading.lower[$0] } } ?? []
        }
      return names.contains { words.contains(stem($0)) }
        ? [unit.dimension, "quantity"] : [unit.dimension]
    case .date:
      let keys = mentions.compactMap { mention -> Substring? in
        guard case .date(let value) = mention.value else { return nil }
        return value.key?.prefix { $0 != " " }
      }
      if keys.contains("year") { return ["year"] }
      if keys.contains("month") { return ["month"] }
      return ["date"]
    default: return [claim.type.rawValue]
    }
  }

  /// Whether a sentence, or the one after it, gives values that a claim of this type could have.
  private func givesValues(
    _ index: Int, like claim: RawClaim, of topic: String
  ) -> Bool {
    // `the proportion treated within two months`: no share.
    func mayBe(_ figure: Mention) -> Bool {
      // `her first name`
      if figure.isOrdinal != (claim.newMention ?? claim.oldMention)?.isOrdinal { return false }
      guard figure.unit != nil, let unit = claim.newMention?.unit ?? claim.oldMention?.unit else {
        return true
      }
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
    guard index + 1 < parts.count else { return false }
    let next = parts[index + 1]
    let isNewTopic =
      notice.language.kindWords.keys.contains { speaks(next, of: $0) } && !speaks(next, of: topic)
    return !isNewTopic && gives(next)
  }

  /// Whether the passage of the claim has one of the names that a sentence of the notice has.
  private func namesSomeoneThere(_ part: Part, _ candidate: Candidate) -> Bool {
    let named = names(in: part)
    guard !named.isEmpty else { return true }
    // `the spelling of Prof Oake's name and the date of the election`: a name belongs to one of the kinds.
    if notice.language.kindWords.keys.count(where: { speaks(part, of: $0) }) > 1,
      score(candidate, part.words) > 0
    {
      return true
    }
    return [candidate.old, candidate.new].contains { reading in
      reading.lower.contains { named.contains(stem($0)) }
    }
  }

  func names(in part: Part) -> Set<String> {
    guard notice.language.code != "de" else { return [] }
    return Set(
      part.range.drop { !notice.isWord($0) }.dropFirst().filter { position in
        notice.isWord(position) && notice.isCapitalised(position) && notice.isContent(position)
          && !notice.isAllCapitals(position)
          && !notice.has(position, [.honorific, .month, .weekday])
          && !notice.isMark(position - 1, ":") && !notice.isMark(position - 1, ".")
          // `incorrect information supplied by City Hall`: whose mistake it was.
          && !(position - 3..<position).contains { notice.has($0, .passiveAgent) }
      }.map { stem(notice.lower[$0]) })
  }

  /// Of the claims of a kind, those that a sentence speaks of most.
  private func best(
    of fitting: [Int], _ candidates: [Candidate], _ part: Part, _ topics: [String]
  ) -> [Int] {
    guard let first = fitting.first, let topic = topics.first else { return [] }
    let kinds = topics.flatMap { notice.language.kindWords[$0] ?? [] }
    let said = part.words.filter { word in
      !kinds.contains { isNoun(word, begunBy: $0) && !isOfFamily(word) }
    }
    let counted = fitting.filter { countsWhatIsSaid(candidates[$0], said) }
    if !counted.isEmpty {
      // `the totals` are all that stand in one sentence.
      let isPlural = part.range.contains { position in
        notice.lower[position].hasSuffix("s")
          && kinds.contains { isNoun(stem(notice.lower[position]), begunBy: $0) }
      }
      guard isPlural else { return counted }
      return fitting.filter { index in
        counted.contains { $0 == index || areInOneSentence(candidates[$0], candidates[index]) }
      }
    }
    // Where the sentence has no word of the claim's, the others of the notice may say what it is about.
    let scores = fitting.map { index in
      let here = score(candidates[index], said)
      return here > 0 || fitting.count > 1 ? here : min(1, score(candidates[index], words))
    }
    let isOnly = fitting.allSatisfy { areSame(candidates[first], candidates[$0]) }
    // Kinds that are named in passing need words of the sentence beside them.
    let isLoose = ["entity", "attribution", "quotation"].contains(topic)
    let most = scores.max() ?? 0
    // `was attributed to the wrong person`; a quotation of somebody who is named.
    let isNamed =
      topic == "quotation" && !names(in: part).isEmpty
      || topic == "attribution"
        && part.words.contains { word in kinds.prefix(3).contains { word.hasPrefix($0) } }
      || topic == "entity"
        && part.words.contains { word in
          kinds.contains { word.hasPrefix($0) && $0.hasPrefix("mis") }
        }
      || topic == "entity" && saysWronglyNamed(part, kinds)
      // `named the wrong candidate`
      || topic == "entity"
        && calledWrong(part).contains { word in
          kinds.dropFirst().contains { isNoun(word, begunBy: $0) }
        }
    // A year, an age or a score that changed alone is the one that was wrong.
    let isPlain = ["year", "age", "score"].contains(topic)
    let needsWord = isLoose ? !isNamed : !isPlain && saysMoreThanKind(part, kinds)
    let isAsked = topics.contains(where: part.asked.contains)
    let least = isOnly ? (needsWord ? 1 : 0) : (topic == "entity" && !isAsked ? 2 : 1)
    if isOnly,
      isOfElsewhere(
        candidates[first], subject(of: part), among: candidates, isOf: { _ in true })
    {
      return []
    }
    guard most >= least || isOnly && isMeant(candidates[first], part) else { return [] }
    let best = zip(fitting, scores).filter { isOnly || $1 == most }.map(\.0)
    let types = Set(best.map { candidates[$0].claim.type })
    guard types.count > 1, most > 0 else { return best }
    // `the figure for average rent`: of an amount and a number, the one beside the word.
    let near = best.map { telling(near: candidates[$0], said).count }
    return zip(best, near).filter { $1 == near.max() }.map(\.0)
  }

  /// Whether a sentence of the notice has words beside those that notices have: what is spoken of is
  /// told by more than its kind.
  private func saysMoreThanKind(_ part: Part, _ kinds: [String]) -> Bool {
    let own = part.range.filter { position in
      notice.isContent(position) && notice.isWord(position)
        && !notice.words[position].isNoticeWord && !notice.isStampWord(position)
        && !notice.has(position, [.noticeDeed, .saying])
        && !notice.language.noticeOwnWords.contains(notice.lower[position])
        && !kinds.contains { isNoun(stem(notice.lower[position]), begunBy: $0) }
    }
    return own.count >= 2
  }

  /// `was wrongly identified`
  private func saysWronglyNamed(_ part: Part, _ kinds: [String]) -> Bool {
    part.range.dropFirst().contains { position in
      notice.signs(position - 1).contains(.error) && notice.signs(position).contains(.act)
        && kinds.contains { isNoun(stem(notice.lower[position]), begunBy: $0) }
    }
  }

  private func isOfFamily(_ word: String) -> Bool {
    notice.language.wordFamilies.contains { $0.contains { word.hasPrefix($0) } }
  }

  /// Whether the notice has a word for what a figure counts: `homes` in `44 homes`.
  private func countsWhatIsSaid(_ candidate: Candidate, _ said: Set<String>) -> Bool {
    let mentions = [candidate.claim.oldMention, candidate.claim.newMention].compactMap { $0 }
    return mentions.contains { $0.context.contains { isRelated(stem($0), to: said) } }
  }

  /// How many words of the claim's sentence the notice has too.
  func score(_ candidate: Candidate, _ said: Set<String>) -> Int {
    let (reading, span) = NoticeLinker.place(candidate)
    guard !span.isEmpty else { return 0 }
    let sentence = reading.passage.sentence(at: span.lowerBound)
    let around = Set(sentence.filter(reading.isContent).map { stem(reading.lower[$0]) })
    let isOfHeadline =
      reading.passage.isHeadline && said.contains { notice.language.headlineWords.contains($0) }
    return around.count { isRelated($0, to: said) } + (isOfHeadline ? 1 : 0)
  }
}
