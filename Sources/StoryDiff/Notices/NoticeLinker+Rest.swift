import StoryLanguage
import StoryModel

/// What a notice speaks of that gives no value and names no kind of value that is known.
extension NoticeLinker {
  /// Of the claims that nothing acknowledges, the one in whose sentence most of the words stand that tell what a
  /// notice was wrong about: `the size of the interim dividend`, `the outcome of the vote`; else the only name or
  /// post that changed, where the notice says `the wrong distillery`.
  func toldByRest(_ candidates: [Candidate]) -> [Int] {
    let whole = candidates.indices.filter { index in
      let claim = candidates[index].claim
      return claim.old != nil && claim.new != nil && mayBeMeant(candidates[index])
        && (!isOfInsertsAlone || isInInsert(candidates[index]))
    }
    let denials = candidates.indices.filter {
      candidates[$0].claim.type == .polarity && !isOfInsertsAlone
    }
    guard !whole.isEmpty || !denials.isEmpty else { return [] }
    var told: Set<Int> = []
    for part in parts.flatMap(mistakes)
    where isOfNoKind(part) && tellsOfChange(part) && !NoticeLinker.isOfSpelling(part, notice)
      && !isOfUnseen(part)
    {
      // `was wrong about night parking`, where cars may not be parked.
      let denied = denials.filter { tellsOfMistake(part) && deniesWhat(part, candidates[$0]) }
      let isOfPerson = misnamesPerson(part)
      let meant = isOfPerson ? ofSort(whole, candidates, part) : whole + denied
      let found = mostShared(of: meant.sorted(), candidates, part)
      told.formUnion(
        found.isEmpty && namesWrongThing(part)
          ? onlyName(of: ofSort(whole, candidates, part), candidates) : found)
    }
    for part in parts where namesOneOfHeadline(part) {
      told.formUnion(onlyName(of: whole, candidates))
    }
    return told.sorted()
  }

  /// Whether what a claim denies is what a sentence speaks of.
  private func deniesWhat(_ part: Part, _ candidate: Candidate) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    let next = (span.upperBound..<min(reading.count, span.upperBound + 6)).filter {
      reading.isContent($0)
    }
    let said = subject(of: part)
    return next.prefix(3).contains { isRelated(stem(reading.lower[$0]), to: said) }
  }

  private func mayBeMeant(_ candidate: Candidate) -> Bool {
    isNumeric(candidate) || [.entity, .attribution, .role].contains(candidate.claim.type)
  }

  /// Whether a sentence gives no value, states nothing and names no kind of value but as vaguely as `size` and
  /// `outcome` do.
  private func isOfNoKind(_ part: Part) -> Bool {
    guard part.figures.isEmpty, part.asked.isEmpty, part.direction == nil,
      // `Tuesday's vote`
      part.dates.allSatisfy({ notice.lower[$0.range.upperBound - 1].hasSuffix("'s") }),
      !part.range.contains(where: { notice.has($0, .that) }), !statesSomething(part)
    else { return false }
    // `named the wrong lock`: a verb, and no kind.
    let verbs = Set(
      part.range.filter { notice.signs($0).contains(.act) && !notice.signs($0).contains(.error) }
        .map { stem(notice.lower[$0]) })
    // `after-hours parking`: no hour.
    let joined = Set(
      part.range.dropFirst(2).filter {
        notice.isMark($0 - 1, "-") && notice.isJoined($0 - 1) && notice.isFunction($0 - 2)
      }.map { stem(notice.lower[$0]) })
    return !part.words.contains { word in
      !isVague(word) && !joined.contains(word) && !verbs.contains(word)
        && !part.owners.contains(word) && isOfKind(word)
    }
  }

  /// `said the actor was suing the studio`: whether a sentence tells what was said, and not only of what.
  private func statesSomething(_ part: Part) -> Bool {
    // `Corrects to show Veltra agreed to buy it`, but `to show the right price`
    let aim = part.range.first { tells($0, .statement, in: part) }
    if let aim, !(aim + 2..<aim + 6).contains(where: { namesKindOfValue($0, in: part) }) {
      return true
    }
    guard
      let verb = part.range.first(where: {
        notice.has($0, .saying) && notice.signs($0).contains(.act) && !notice.has($0 - 1, .be)
      })
    else { return false }
    return (verb + 2..<max(verb + 2, part.range.upperBound)).contains {
      notice.has($0, [.be, .have, .modal])
    }
  }

  private func namesKindOfValue(_ position: Int, in part: Part) -> Bool {
    guard part.range.contains(position), notice.isWord(position) else { return false }
    let word = stem(notice.lower[position])
    return isVague(word) || notice.language.noticeOwnWords.contains(notice.lower[position])
      || isOfKind(word)
  }

  /// Whether a sentence names a topic by such words alone: where it gives figures, those are meant.
  func isVague(_ topic: String, in part: Part) -> Bool {
    let kinds = notice.language.kindWords[topic] ?? []
    return part.words.allSatisfy { word in
      isVague(word) || !kinds.contains { isNoun(word, begunBy: $0) }
    }
  }

  private func isVague(_ word: String) -> Bool {
    notice.language.vagueKinds.contains { isNoun(word, begunBy: $0) }
  }

  /// Whether a sentence says, after its label, what a text did or what was done to it.
  func tellsOfText(_ part: Part) -> Bool {
    let signs: NoticeSigns = [.error, .fix, .edit, .clarity, .act, .earlier, .voice, .text]
    return part.range.contains { position in
      !isLabel(position)
        && (!notice.noticeSigns[position].payload.isDisjoint(with: signs)
          || notice.match(notice.language.noticePhrases, position, end: part.range.upperBound)
            != nil)
    }
  }

  /// Whether a sentence says that something was wrong, mended or made clear.
  func tellsOfChange(_ part: Part) -> Bool {
    let deeds: NoticeSigns = [.error, .fix, .edit, .clarity]
    // `Correction: the size of the dividend.` tells of one, and `Correction: The city owns it.` what is so.
    let states = part.range.contains { notice.has($0, [.be, .have, .modal]) }
    return part.range.contains { position in
      if states, isLabel(position) { return false }
      let language = notice.language, end = part.range.upperBound
      let signs = notice.noticeSigns[position].payload
      // `In fact, the photo shows …` tells what is.
      return !signs.isDisjoint(with: deeds) && !signs.contains(.contrast)
        || notice.match(language.noticeRepairs, position, end: end) != nil
        || notice.match(language.noticePhrases, position, end: end) != nil
    }
  }

  /// The claims that are alike in whose sentence most words of the notice's sentence stand: at least half of them,
  /// and two, or one that no other sentence has.
  private func mostShared(of some: [Int], _ candidates: [Candidate], _ part: Part) -> [Int] {
    let days = part.dates.flatMap(\.range).filter { notice.has($0, [.weekday, .month]) }
    let said = subject(of: part).union(days.map { stem(notice.lower[$0]) })
      .filter { !isVague($0) }
    let counts = some.map { index in
      // A name or a post is not told by words that only stand in its sentence.
      if !isNumeric(candidates[index]), candidates[index].claim.type != .polarity,
        telling(near: candidates[index], said).isEmpty
      {
        return 0
      }
      return sharedWords(candidates[index], said).count
    }
    guard let story, let most = counts.max(), most > 0, most * 2 >= said.count else { return [] }
    let told = zip(some, counts).filter { $1 == most }.map(\.0)
    if isOfTally(part), told.allSatisfy({ areInOneSentence(candidates[$0], candidates[told[0]]) }) {
      return told.filter { isNumeric(candidates[$0]) }
    }
    let best = nearest(of: told, candidates, part)
    guard best.allSatisfy({ areSame(candidates[$0], candidates[best[0]]) }) else { return [] }
    // A headline says again what stands below it.
    let rivals = story.sentences.filter { !$0.reading.passage.isHeadline }
      .map { telling($0.words, said).count }
    if rivals.contains(where: { $0 > most }) { return [] }
    return most > 1 || rivals.count(where: { $0 > 0 }) <= best.count ? best : []
  }

  /// `the wrong pitching line for Lou Orr`: whether a sentence speaks of all that is counted of somebody.
  private func isOfTally(_ part: Part) -> Bool {
    !names(in: part).isEmpty
      && part.range.contains { notice.language.tallyWords.contains(notice.lower[$0]) }
  }

  /// The words of some that stand in the sentence of a claim, days of the week among them.
  private func sharedWords(_ candidate: Candidate, _ said: Set<String>) -> Set<String> {
    let (reading, span) = NoticeLinker.place(candidate)
    guard let first = span.first else { return [] }
    // `President Oake`, where another president is named: what both are called tells.
    let (before, after) = ownWords(of: candidate)
    let own = candidate.claim.new == nil ? before : after
    let words = reading.passage.sentence(at: first).filter { position in
      !(isNumeric(candidate) ? span.contains(position) : own.contains(position))
        && (reading.isContent(position) || reading.has(position, [.weekday, .month]))
    }
    return telling(Set(words.map { stem(reading.lower[$0]) }), said)
  }

  /// `the wrong distillery`: the names or posts of one change, where no other changed.
  private func onlyName(of some: [Int], _ candidates: [Candidate]) -> [Int] {
    let names = some.filter { [.entity, .role].contains(candidates[$0].claim.type) }
    guard let first = names.first else { return [] }
    return names.allSatisfy { areSame(candidates[$0], candidates[first]) } ? names : []
  }

  /// `Ashby's second scorer was wrongly identified`: whether somebody was misnamed who belongs to what the whole
  /// story is about, so that its name need not stand beside theirs.
  private func namesOneOfHeadline(_ part: Part) -> Bool {
    let named = names(in: part)
    guard let story, !named.isEmpty,
      saysWronglyNamed(part, notice.language.kindWords["entity"] ?? [])
    else { return false }
    return story.sentences.contains { sentence in
      sentence.reading.passage.isHeadline && named.isSubset(of: sentence.words)
    }
  }

  /// Whether something is called wrong that is no part of a text.
  private func namesWrongThing(_ part: Part) -> Bool {
    part.range.dropLast().contains { position in
      let (count, signs) = notice.noticeSigns[position]
      let next = position + max(count, 1)
      guard signs.contains(.error), next < part.range.upperBound, notice.isContent(next),
        notice.isWord(next), !notice.isCapitalised(next) || notice.language.code == "de",
        !notice.language.spellingWords.contains(notice.lower[next]),
        !notice.language.noticeOwnWords.contains(notice.lower[next]),
        !isVague(stem(notice.lower[next]))
      else { return false }
      let own: NoticeSigns = [.text, .part, .act, .error, .fix, .edit]
      return notice.signs(next).isDisjoint(with: own)
        && (count > 1 || notice.has(position - 1, .article))
    }
  }
}
