import StoryLanguage
import StoryModel

/// Which of several changes that a notice names it speaks of.
extension NoticeLinker {
  /// Tokens of the longest first line that is read as a title: `The buses got 20% slower. Here's the map.`
  private static let longestTitle = 20

  /// Where a notice gives both values of a change (`11, not nine`; `in Boise, not in Reno`), another change of the
  /// kind that has only one of them is not spoken of; nor is a figure of another kind, where it says which it
  /// was (`his age`).
  func ofOnePair(_ named: [Int], _ candidates: [Candidate]) -> [Int] {
    func isNumeric(_ index: Int) -> Bool { self.isNumeric(candidates[index]) }
    func isOfTopic(_ index: Int) -> Bool {
      topics(of: candidates[index]).contains { topic in
        topic != "quantity" && parts.contains { speaks($0, of: topic) }
      }
    }
    func hasValue(_ index: Int) -> Bool {
      isNumeric(index) || [.entity, .attribution].contains(candidates[index].claim.type)
    }
    let whole = named.filter { hasValue($0) && namesBoth(candidates[$0]) }
    let onTopic = named.filter { isNumeric($0) && isOfTopic($0) }
    return named.filter { index in
      let type = candidates[index].claim.type
      guard hasValue(index) else { return true }
      let isHalf =
        !whole.contains(index)
        && !isToldApart(candidates[index], from: whole.map { candidates[$0] })
        && whole.contains {
          candidates[$0].claim.type == type
            && (isNumeric(index) && haveOneUnit(candidates[$0], candidates[index])
              || shareName(candidates[$0], candidates[index]))
            || areOfOneChange(candidates[$0], candidates[index])
        }
      let isOffTopic =
        !onTopic.contains(index)
        && onTopic.contains { areOfOneChange(candidates[$0], candidates[index]) }
      return !isHalf && !isOffTopic
    }
  }

  /// `He is 71, not 67, and the number of hives lost was 13`: whether a clause has one value of a change and a word of its
  /// sentence, and no value of those of which the notice gives both.
  private func isToldApart(_ candidate: Candidate, from whole: [Candidate]) -> Bool {
    parts.contains { part in
      let clauses = clauses(of: part)
      return clauses.count > 1
        && clauses.contains { clause in
          gives(candidate, clause) && !whole.contains { gives($0, clause) }
            && !telling(candidate, subject(of: clause)).isEmpty
        }
    }
  }

  /// Whether the notice gives both values of a change.
  func namesBoth(_ candidate: Candidate) -> Bool {
    let claim = candidate.claim
    if [.entity, .attribution, .role].contains(claim.type) {
      return isSpelled(claim.old, candidate.old) && isSpelled(claim.new, candidate.new)
    }
    guard let old = claim.oldMention, let new = claim.newMention else { return false }
    return isNamed(old, in: candidate.old) && isNamed(new, in: candidate.new)
  }

  /// `a lead of six points` is no half of what changed from 48% to 47%.
  private func haveOneUnit(_ a: Candidate, _ b: Candidate) -> Bool {
    let (mine, theirs) = (a.mentions.compactMap(\.unit), b.mentions.compactMap(\.unit))
    return mine.isEmpty == theirs.isEmpty
      && (mine.isEmpty || mine.contains { unit in theirs.contains { $0.name == unit.name } })
  }

  /// Whether two changes are from one name, or to one.
  private func shareName(_ a: Candidate, _ b: Candidate) -> Bool {
    func name(_ reading: Reading, _ span: Range<Int>?) -> [String]? {
      span.map { $0.map { reading.lower[$0].withoutPossessive } }
    }
    let old = name(a.old, a.claim.old), new = name(a.new, a.claim.new)
    return old != nil && old == name(b.old, b.claim.old)
      || new != nil && new == name(b.new, b.claim.new)
  }

  /// Whether two changes are from one value to one other.
  func areOfOneChange(_ a: Candidate, _ b: Candidate) -> Bool {
    guard let oldA = a.claim.oldMention, let newA = a.claim.newMention,
      let oldB = b.claim.oldMention, let newB = b.claim.newMention
    else { return false }
    return isSameFigure(oldA, oldB) && isSameFigure(newA, newB)
  }

  /// Of several changes from one value to one other, those whose sentence the notice speaks of, where it
  /// plainly speaks of one: a correction of the day on which a shop opens says nothing of an arrest, and one of
  /// what a plant makes nothing of its workers. None where it speaks of another sentence of the story.
  func spokenOf(_ named: [Int], _ candidates: [Candidate]) -> Set<Int> {
    let said = subjects
    func text(_ reading: Reading, _ range: Range<Int>?) -> String {
      range.map { reading.lower.joined($0) } ?? ""
    }
    let halves = named.map { index in
      (
        old: text(candidates[index].old, candidates[index].claim.old),
        new: text(candidates[index].new, candidates[index].claim.new)
      )
    }
    let counts = named.map { telling(candidates[$0], said).count }
    let givenNames = names(in: parts)
    let dated = named.filter { isDated($0, candidates) }
    return Set(
      named.indices.filter { index in
        let candidate = candidates[named[index]]
        if candidate.new.passage.isHeadline { return true }
        // `The buses got 20% slower. Here's the map.`, where the story goes on to say so.
        let isSummary =
          isTitle(candidate)
          && named.indices.contains {
            halves[$0] == halves[index] && candidates[named[$0]].new !== candidate.new
          }
        if isSummary { return true }
        if isNumeric(candidate),
          isOfElsewhere(
            candidate, said, among: candidates,
            isOf: { value, reading in
              isNamed(value, in: reading) && !isOldAlone(value, candidate)
                // `She was 89, not 88, and had six children, not five.`: the six is of another change.
                && !named.contains { isNewOfPair(value, candidates[$0], other: candidate) }
            })
        {
          return false
        }
        // Of two that had one value, and have another each, the one whose words it has.
        let hasRival = named.indices.contains { other in
          let rival = candidates[named[other]]
          return counts[other] > 0 && !rival.new.passage.isHeadline
            && rival.claim.type == candidate.claim.type
            && halves[other].old == halves[index].old && halves[other].new != halves[index].new
        }
        if counts[index] == 0, isNumeric(candidate), hasRival { return false }
        // `listed in 1978`: of two years the one beside that word.
        let isOtherYear =
          topics(of: candidate) == ["year"] && !dated.contains(named[index])
          && dated.contains {
            areOfOneChange(candidates[$0], candidate) || areSame(candidates[$0], candidate)
          }
        if isOtherYear { return false }
        // A headline says again what stands below it.
        let best =
          named.indices.filter {
            halves[$0] == halves[index] && !candidates[named[$0]].new.passage.isHeadline
          }.map { counts[$0] }.max() ?? 0
        // Of two that are alike, the one that is told of something else.
        let goesOn = goesOn(candidate)
        let isOther = countsOther(candidate) && !goesOn
        // `rents in Ely`: a name tells more than what is said of both.
        let focus = distance(candidate, to: givenNames) == nil ? said : givenNames
        // `fined $3m, and its chief, who was paid $3m, …`
        let isFarther = named.indices.contains { other in
          guard other != index, halves[other].old == halves[index].old, !goesOn,
            areInOneSentence(candidates[named[other]], candidate),
            let theirs = distance(candidates[named[other]], to: focus)
          else { return false }
          return distance(candidate, to: focus).map { theirs < $0 } ?? true
        }
        // `12 cm at Harnay`: of two that are alike, the one beside a name that it gives.
        let isOfAnother =
          !goesOn
          && named.indices.contains { other in
            other != index && halves[other] == halves[index]
              && isOfAnotherName(candidate, than: candidates[named[other]], givenNames)
          }
        return !(counts[index] == 0 && best > 0 && !goesOn) && !isFarther && !isOfAnother
          && !(isOther && best >= counts[index] + 2)
      }.map { named[$0] })
  }

  /// Whether a value is the newer one of a change of which the notice gives both, and not that of another change.
  private func isNewOfPair(_ value: Mention, _ pair: Candidate, other: Candidate) -> Bool {
    guard namesBoth(pair), let new = pair.claim.newMention else { return false }
    return Comparison.of(new, value).isSame
      && other.claim.newMention.map { !Comparison.of($0, value).isSame } ?? false
  }

  /// Whether a value is the older one of a change of which the notice gives both.
  private func isOldAlone(_ value: Mention, _ candidate: Candidate) -> Bool {
    guard namesBoth(candidate), let old = candidate.claim.oldMention,
      let new = candidate.claim.newMention
    else { return false }
    return Comparison.of(old, value).isSame && !Comparison.of(new, value).isSame
  }

  /// Whether the sentence of one change has names of its own and none of those given, and that of another has one.
  private func isOfAnotherName(
    _ candidate: Candidate, than other: Candidate, _ given: Set<String>
  ) -> Bool {
    guard !given.isEmpty else { return false }
    func names(_ candidate: Candidate) -> Set<String> {
      let (reading, span) = NoticeLinker.place(candidate)
      guard !span.isEmpty, !reading.passage.isHeadline else { return [] }
      let sentence = reading.passage.sentence(at: span.lowerBound)
      let first = sentence.first(where: reading.isWord) ?? sentence.lowerBound
      return Set(
        sentence.filter { position in
          !span.contains(position) && reading.isWord(position) && reading.isCapitalised(position)
            && reading.isContent(position) && !reading.has(position, [.month, .weekday])
            && (position > first || given.contains(stem(reading.lower[position])))
        }.map { stem(reading.lower[$0]) })
    }
    let mine = names(candidate), theirs = names(other)
    return mine.isDisjoint(with: given) && !theirs.isDisjoint(with: given)
      && !mine.subtracting(theirs).isEmpty
  }

  /// Whether the word before a year in the notice stands beside a claim.
  private func isDated(_ index: Int, _ candidates: [Candidate]) -> Bool {
    let candidate = candidates[index]
    guard topics(of: candidate) == ["year"] else { return false }
    let before = dates.compactMap { date -> String? in
      guard isNamed(candidate, by: date) else { return nil }
      return (max(range.lowerBound, date.range.lowerBound - 3)..<date.range.lowerBound)
        .last { notice.isContent($0) && notice.isWord($0) }.map { stem(notice.lower[$0]) }
    }
    return !telling(near: candidate, Set(before)).isEmpty
  }

  private func isNamed(_ candidate: Candidate, by date: Mention) -> Bool {
    [candidate.claim.oldMention, candidate.claim.newMention].contains { mention in
      mention.map { Comparison.of($0, date).isSame } ?? false
    }
  }

  /// `The 12 were taken to hospital`, `He got five years`: whether a value is told of what stands before it in the
  /// story and not of a subject of its own.
  private func goesOn(_ candidate: Candidate) -> Bool {
    guard isNumeric(candidate) else { return true }
    let (reading, span) = NoticeLinker.place(candidate)
    guard let start = span.first else { return false }
    let mention =
      candidate.claim.new == nil ? candidate.claim.oldMention : candidate.claim.newMention
    if mention.map({ countsThings($0, in: reading) }) == true, countsOther(candidate) {
      return false
    }
    let language = reading.language, before = start - 1
    let isPointedAt =
      reading.has(before, [.article, .pronoun, .that])
      && language.impliedNumbers[reading.lower[before]] == nil
    let sentence = reading.passage.sentence(at: start)
    // `It also adds $8 million`
    if sentence.contains(where: { language.alsoWords.contains(reading.lower[$0]) }) {
      return false
    }
    guard let first = sentence.first(where: reading.isWord) else { return isPointedAt }
    return isPointedAt
      || reading.has(first, .pronoun)
        && !language.slips.possessives.contains(reading.lower[first])
  }

  /// Whether a change stands in the short line with which a story begins that has no headline.
  private func isTitle(_ candidate: Candidate) -> Bool {
    let passage = candidate.new.passage
    guard let place = candidate.claim.new else { return false }
    return passage.tokens.count <= NoticeLinker.longestTitle
      && passage.span(of: place)?.block == 0
  }

  func isNumeric(_ candidate: Candidate) -> Bool {
    [.quantity, .money, .percentage, .date, .time].contains(candidate.claim.type)
  }

  /// `four drivers`, where guards are spoken of.
  func countsAnother(_ candidate: Candidate) -> Bool {
    countsOther(candidate) && !goesOn(candidate)
  }

  /// Whether a figure counts something of which the notice has no word.
  private func countsOther(_ candidate: Candidate) -> Bool {
    guard candidate.claim.type == .quantity, candidate.claim.newMention?.unit == nil else {
      return false
    }
    let counted = [candidate.claim.newMention, candidate.claim.oldMention]
      .compactMap { $0?.context.first }
    return !counted.isEmpty && !counted.contains { isRelated(stem($0), to: claimWords) }
  }
}
