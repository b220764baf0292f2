import StoryLanguage

/// Whom a sentence of a notice names.
extension NoticeLinker {
  /// Whether the passage of the claim has one of the names that a sentence of the notice has.
  func namesSomeoneThere(_ part: Part, _ candidate: Candidate, _ topic: String) -> Bool {
    // `a statement from ArchSpace and the new rent`, `that Arch may leave, and to give the rent`: the name is not the rent's.
    let kinds = notice.language.kindWords[topic] ?? []
    let first = part.range.first { position in
      let word = stem(notice.lower[position])
      return notice.isWord(position) && kinds.contains { isNoun(word, begunBy: $0) }
    }
    let join = (part.range.lowerBound..<(first ?? part.range.lowerBound)).last {
      notice.has($0, .clause) && notice.has($0 + 1, [.article, .noticeAim])
    }
    let named = names(in: part, from: join)
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

  /// Whether a notice speaks of the first name of somebody, or of the last, and that is what changed in a name.
  func tellsOfPart(ofName candidate: Candidate) -> Bool {
    parts.contains {
      !ofNamePart($0, [candidate]).isEmpty && namesSomeoneThere($0, candidate, "entity")
    }
  }

  /// `the first name of one of the men`: the only name of which that part changed.
  func ofNamePart(_ part: Part, _ candidates: [Candidate]) -> [Int] {
    let isFirst = tells(part, .firstName), isLast = tells(part, .lastName)
    guard isFirst != isLast else { return [] }
    let fitting = candidates.indices.filter { index in
      let candidate = candidates[index]
      guard candidate.claim.type == .entity, let old = candidate.claim.old,
        let new = candidate.claim.new, old.count > 1, new.count > 1,
        candidate.new.lower[new].allSatisfy({ !kindsOfNames.contains($0) }),
        !NoticeLinker.isOfSpelling(part, notice) || mayBeSpelling(candidate)
      else { return false }
      let (_, after) = ownWords(of: candidate)
      return isLast
        ? after == [new.upperBound - 1]
        : !after.contains(new.upperBound - 1) && after.count < new.count
    }
    let areSeveral = part.range.contains { position in
      let found = notice.match(
        notice.language.noticeRemarks, position, end: part.range.upperBound)
      return found.map {
        [.firstName, .lastName].contains($0.payload)
          && notice.lower[position + $0.count - 1].hasSuffix("s")
      } ?? false
    }
    guard let first = fitting.first,
      areSeveral || fitting.allSatisfy({ areSame(candidates[$0], candidates[first]) })
    else { return [] }
    return fitting
  }

  /// `hotel`: what has a name and is nobody.
  private var kindsOfNames: Set<String> { Set(notice.language.kindWords["entity"] ?? []) }

  /// Whether all whom a sentence names are those whom the story is about, so that they need not be named again: they
  /// stand in two of its paragraphs at least.
  func namesSubject(_ part: Part) -> Bool {
    let named = names(in: part)
    guard let story, !named.isEmpty else { return false }
    return named.allSatisfy { name in
      Set(story.sentences.filter { $0.words.contains(name) }.map(\.block)).count > 1
    }
  }

  /// `the founder of Lorn Mills`, where the mills stand in another sentence and `was founded by` in the change's: whether the
  /// kind of name that a sentence speaks of is told there, and all whom it names stand in the story.
  func isOfKindThere(_ candidate: Candidate, _ part: Part) -> Bool {
    guard let story, names(in: part).allSatisfy({ isRelated($0, to: story.words) }) else {
      return false
    }
    // The first of them is `name`, which is of any.
    let kinds = (notice.language.kindWords["entity"] ?? []).dropFirst()
    let said = part.words.filter { word in kinds.contains { isNoun(word, begunBy: $0) } }
    return !telling(candidate, said).isEmpty
  }

  /// Whether a notice gives the newer name alone, and in what an earlier version said.
  func isSubjectOfError(_ candidate: Candidate) -> Bool {
    guard candidate.claim.type == .entity else { return false }
    let (before, after) = ownWords(of: candidate)
    let giving = parts.filter { isSpelled(after, candidate.new, among: $0.words) }
    return !giving.isEmpty && !isSpelled(before, candidate.old)
      && giving.allSatisfy { part in
        part.range.contains { position in
          notice.match(notice.language.noticePhrases, position, end: part.range.upperBound)?.payload
            == NoticeChange.Kind.correction.rawValue
        }
      }
  }

  /// `Ms Oake's age is 43`: whether a name that a notice gives is what was wrong, and not only whose something was. The
  /// latter it is where the older name is not given, and something else that was wrong is told of it.
  func isPoint(
    _ index: Int, of told: Set<Int>, _ candidates: [Candidate]
  ) -> Bool {
    let candidate = candidates[index]
    guard [.entity, .role].contains(candidate.claim.type), let new = candidate.claim.new else {
      return true
    }
    let (before, after) = ownWords(of: candidate)
    let others = told.filter {
      $0 != index && !areSame(candidates[$0], candidate)
        && candidates[$0].claim.type != .attribution
    }
    guard !others.isEmpty, !isSpelled(before, candidate.old) else { return true }
    let words = Set(after.map { candidate.new.lower[$0] })
    // `the judge is called Oake`: a post opens the sentence where it is only whose name it is.
    if candidate.claim.type == .role {
      let opens = range.filter { words.contains(notice.lower[$0]) }.allSatisfy { place in
        let start = notice.passage.sentence(at: place).lowerBound
        return place > start && notice.has(place - 1, .article)
          && !(start..<place - 1).contains { notice.has($0, [.be, .have, .modal, .saying]) }
      }
      if !opens { return true }
    }
    return !isOwner(
      words, last: candidate.new.lower[new.upperBound - 1], others.map { candidates[$0] })
  }

  /// Whether a name stands in the notice only as whose something is, or before the value of what is told of it.
  func isOwner(_ words: Set<String>, last: String, _ told: [Candidate]) -> Bool {
    let places = range.filter { words.contains(notice.lower[$0].withoutPossessive) }
    return !places.isEmpty
      && places.allSatisfy { place in
        // `Colin Reid's`
        let end = notice.lower[place + 1 < notice.count ? place + 1 : place]
        let isPossessive = [notice.lower[place], end].contains {
          $0 != $0.withoutPossessive && ($0 != end || $0.withoutPossessive == last)
        }
        // `Mr Reid's last name`
        if isPossessive { return !isOfName(place + 1) }
        // `It is in Kyoto in December.`
        if place > 0, notice.language.slips.places.contains(notice.lower[place - 1]) {
          return false
        }
        let sentence = notice.passage.sentence(at: place)
        return told.contains { other in
          [
            (other.claim.newMention, other.claim.new, other.new),
            (other.claim.oldMention, other.claim.old, other.old),
          ].contains {
            mention, span, reading in
            guard let value = self.place(of: mention, span ?? 0..<0, reading)?.lowerBound,
              value > place, sentence.contains(value)
            else { return false }
            return !(place + 1..<value).contains { notice.has($0, .numberJoiner) }
          }
        }
      }
  }

  /// `the age of the man`: whether a sentence names somebody only as whose something was.
  func isOfWhomAlone(_ part: Part) -> Bool {
    func isKind(_ position: Int, _ isEntity: Bool) -> Bool {
      notice.isWord(position)
        && notice.language.kindWords.contains { topic, kinds in
          (topic == "entity") == isEntity
            && kinds.contains { isNoun(stem(notice.lower[position]), begunBy: $0) }
        }
    }
    let whom = part.range.filter { isKind($0, true) }
    return !whom.isEmpty
      && whom.allSatisfy { position in
        guard
          let joiner = (max(part.range.lowerBound, position - 4)..<position).last(where: {
            notice.has($0, .dateJoiner)
          }), joiner > part.range.lowerBound
        else { return false }
        return isKind(joiner - 1, false) && !isKind(joiner - 1, true)
      }
  }

  /// Whether a name, or a part of one, is spoken of within a few words.
  func isOfName(_ start: Int) -> Bool {
    let names = (notice.language.kindWords["entity"] ?? []).prefix(1)
    return (start..<min(range.upperBound, start + 4)).contains { position in
      let remark = notice.match(notice.language.noticeRemarks, position, end: range.upperBound)
      return remark?.payload == .firstName || remark?.payload == .lastName
        || names.contains { isNoun(stem(notice.lower[position]), begunBy: $0) }
    }
  }

  /// `the wrong age for Max Barr`, where Lou Barr and her brother Max both have one: of ages and posts those of whom
  /// no more is named than the notice names, if there are any.
  func ofNearestName(
    _ theirs: [Int], _ candidates: [Candidate], _ part: Part, _ topic: String
  ) -> [Int] {
    guard theirs.count > 1 else { return theirs }
    // `the age of Mia's brother`
    let held = Set(
      part.range.dropFirst().filter { position in
        notice.lower[position - 1] != notice.lower[position - 1].withoutPossessive
          && notice.isContent(position) && !notice.isCapitalised(position)
          && !isOfKind(stem(notice.lower[position]))
          // `the gym's opening`: what it does, and nothing that it has.
          && !notice.language.denial.gerundEndings.contains(where: notice.lower[position].hasSuffix)
      }.map { stem(notice.lower[$0]) })
    let distances = theirs.map { distance(candidates[$0], to: held) }
    if let least = distances.compactMap({ $0 }).min() {
      return zip(theirs, distances).filter { $1 == least }.map(\.0)
    }
    guard topic == "age" || topic == "role" else { return theirs }
    let named = names(in: part)
    let before = theirs.map { nameBefore(candidates[$0]) }
    func those(_ isNamed: (Set<String>) -> Bool) -> [Int] {
      zip(theirs, before).filter { isNamed($1) }.map(\.0)
    }
    let whole = those { !$0.isEmpty && $0.isSubset(of: named) }
    if !whole.isEmpty { return whole }
    // `Moss's age`, of Lou Moss and Max Barr
    let some = those { !$0.isDisjoint(with: named) }
    return some.isEmpty ? theirs : some
  }

  /// The words of the name that stands right before a change.
  private func nameBefore(_ candidate: Candidate) -> Set<String> {
    let (reading, span) = NoticeLinker.place(candidate)
    var name: Set<String> = []
    var position = span.lowerBound - 1
    while position >= 0, reading.isMark(position, ",") || reading.isCapitalised(position) {
      if reading.isWord(position), reading.isContent(position) {
        name.insert(stem(reading.lower[position]))
      }
      position -= 1
    }
    return name
  }

  /// `the wrong park`, `the name of her street`, where Riverside Park became Lakeside Park: whether a sentence calls
  /// wrong, or names, what both names say that they are of.
  func namesKind(of candidate: Candidate, _ part: Part) -> Bool {
    guard candidate.claim.type == .entity, let old = candidate.claim.old,
      let new = candidate.claim.new, old.count > 1, new.count > 1
    else { return false }
    let kinds = [
      (candidate.old.lower[old.upperBound - 1], candidate.new.lower[new.upperBound - 1]),
      (candidate.old.lower[old.lowerBound], candidate.new.lower[new.lowerBound]),
    ].filter { $0 == $1 }.map(\.0)
    let wrong = calledWrong(part)
    let isOfName = part.words.contains { word in
      !kinds.contains { stem($0) == word }
        && (notice.language.kindWords["entity"] ?? []).contains { isNoun(word, begunBy: $0) }
    }
    return part.range.contains { position in
      kinds.contains(notice.lower[position]) && notice.isContent(position)
        && (!notice.isCapitalised(position) || notice.language.code == "de")
        && (isOfName || wrong.contains(stem(notice.lower[position])))
    }
  }

  /// The stems of words that stand in a sentence only in the possessive, as who did something or before what they tell
  /// the kind of: `the county's`, `by the county`, `the winning goal`.
  static func owners(in part: Range<Int>, _ notice: Reading) -> Set<String> {
    func isOwner(_ position: Int) -> Bool {
      notice.lower[position] != notice.lower[position].withoutPossessive
        || !notice.language.noticeSigns.isEmpty
          && (notice.has(position - 1, .passiveAgent)
            || notice.has(position - 2, .passiveAgent) && notice.has(position - 1, .article))
        || isAttribute(position)
    }
    // `the winning goal`, but `the winning time`
    func isAttribute(_ position: Int) -> Bool {
      let next = position + 1, endings = notice.language.endings
      guard next < part.upperBound, notice.isContent(next), notice.isWord(next),
        notice.language.denial.gerundEndings.contains(where: notice.lower[position].hasSuffix),
        !notice.noticeSigns[next].payload.contains(.error)
      else { return false }
      return !isOfKind(stem(notice.lower[next], endings), notice.language)
    }
    func stems(_ areOwners: Bool) -> Set<String> {
      Set(
        part.filter { isOwner($0) == areOwners }
          .map { stem(notice.lower[$0], notice.language.endings) })
    }
    let owners = stems(true)
    return owners.isEmpty ? [] : owners.subtracting(stems(false))
  }

  /// `from` is a place after which they stand.
  func names(in part: Part, from start: Int? = nil) -> Set<String> {
    guard notice.language.code != "de" else { return [] }
    return Set(
      part.range.drop { !notice.isWord($0) }.dropFirst().filter { position in
        start.map { $0 < position } != false && notice.isWord(position)
          && notice.isCapitalised(position) && notice.isContent(position)
          && !notice.isAllCapitals(position) && !isLabel(position)
          && !notice.has(position, [.honorific, .month, .weekday])
          && !notice.isMark(position - 1, ":") && !notice.isMark(position - 1, ".")
          // `incorrect information supplied by City Hall`: whose mistake it was.
          && !(position - 3..<position).contains { notice.has($0, .passiveAgent) }
          // `… the number of homes, from City Hall`
          && !(notice.isMark(position - 2, ",")
            && notice.language.slips.prepositions.contains(notice.lower[position - 1]))
      }.map { stem(notice.lower[$0]) })
  }
}
