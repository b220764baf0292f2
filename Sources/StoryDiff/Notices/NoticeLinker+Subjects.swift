import StoryLanguage
import StoryModel

/// What a notice was wrong about where it names neither a value nor a kind of value.
extension NoticeLinker {
  /// `misstated when the bank was founded`, `wrong about how many came`: what the question words of clauses
  /// that something was wrong about ask for, each for one of its topics.
  static func questions(
    in part: Range<Int>, _ notice: Reading
  ) -> [(at: Int, topics: Set<String>)] {
    var topics: [(at: Int, topics: Set<String>)] = []
    for position in part.dropFirst() {
      guard
        case (let count, .question(let asked))? = notice.match(
          notice.language.noticeRemarks, position, end: part.upperBound)
      else { continue }
      // `was incorrect when it said …`
      let next = position + count
      // `where it was made`
      let isMade = notice.has(next + 1, .be) && !asked.contains("time")
      let isPaid = asked.contains("what") && asksForMoney(next..<part.upperBound, notice)
      if asked.contains("what"), !isPaid { continue }
      if next >= part.upperBound { continue }
      if count == 1, notice.has(next, .pronoun), !isMade, !isPaid { continue }
      let isFirst = notice.language.slips.prepositions.contains(notice.lower[position - 1])
      // `revised to show when it opens`
      let isShown =
        position > part.lowerBound + 2 && notice.has(position - 2, .noticeAim)
        && !notice.signs(position - 3).isDisjoint(with: [.edit, .update, .fix])
      let verb = position - (isFirst ? 2 : 1)
      // `who said when it would open`: of who said it.
      if notice.has(verb, .saying), topics.contains(where: { $0.at == verb - 1 }) { continue }
      let deed: NoticeSigns = [.act, .error, .fix]
      // `misstated where and when`
      let isJoined =
        (!topics.isEmpty || listsKind(before: position, in: part, notice))
        && notice.has(position - (isFirst ? 2 : 1), .numberJoiner)
      guard
        isJoined || isShown || verb >= part.lowerBound && !notice.signs(verb).isDisjoint(with: deed)
      else { continue }
      let isWhoSaid = asked.contains("role") && notice.has(next, .saying)
      topics.append((position, isPaid ? ["money"] : isWhoSaid ? ["attribution"] : asked))
    }
    return topics
  }

  /// `misstated the number of winners and how much they won`: whether a kind of value that something was wrong about
  /// stands before a question.
  private static func listsKind(
    before question: Int, in part: Range<Int>, _ notice: Reading
  ) -> Bool {
    let deed = (part.lowerBound..<question).last {
      notice.signs($0).isSuperset(of: [.act, .error])
    }
    guard let deed else { return false }
    return (deed + 1..<question).contains { position in
      notice.isWord(position)
        && isOfKind(stem(notice.lower[position], notice.language.endings), notice.language)
    }
  }

  /// `what the school paid for the bus`
  private static func asksForMoney(_ clause: Range<Int>, _ notice: Reading) -> Bool {
    clause.prefix(10).contains { notice.language.payWords.contains(notice.lower[$0]) }
  }

  /// `how many`: no figure.
  static func isQuestion(endingIn figure: Range<Int>, _ notice: Reading) -> Bool {
    guard figure.lowerBound > 0,
      case (let count, .question)? = notice.match(
        notice.language.noticeRemarks, figure.lowerBound - 1, end: figure.upperBound)
    else { return false }
    return count > 1
  }

  /// `misstated the time by a minute`: how far off a value was, and no value.
  static func isDifference(_ figure: Mention, _ notice: Reading) -> Bool {
    let start = figure.range.lowerBound
    guard start > 1, notice.has(start - 1, .passiveAgent) else { return false }
    let remark = notice.match(notice.language.noticeRemarks, start - 2, end: start)?.payload
    if remark == .difference { return true }
    let before = notice.passage.sentence(at: start).lowerBound..<start
    guard
      let deed = before.last(where: {
        notice.noticeSigns[$0].payload.isSuperset(of: [.act, .error])
      })
    else { return false }
    return !(deed + 1..<start).contains { notice.has($0, [.that, .clause, .saying]) }
  }

  /// What a sentence says was given too high or too low: `overstated the cost`, `two miles too short`.
  static func direction(in part: Range<Int>, _ notice: Reading) -> (at: Int, isHigh: Bool)? {
    for position in part {
      switch notice.match(notice.language.noticeRemarks, position, end: part.upperBound)?.payload {
      case .tooHigh: return (position, true)
      case .tooLow: return (position, false)
      default: continue
      }
    }
    return nil
  }

  /// Whether a figure went the way that a sentence says it was wrong; nil where either does not tell.
  func goesAsTold(_ candidate: Candidate, _ part: Part) -> Bool? {
    guard let direction = part.direction, let (old, new) = NoticeLinker.values(candidate) else {
      return nil
    }
    return direction.isHigh ? old > new : old < new
  }

  /// The two figures of a claim in their common unit.
  private static func values(_ candidate: Candidate) -> (old: Double, new: Double)? {
    func value(_ mention: Mention?) -> Double? {
      guard let mention, case .number(let low, let high) = mention.value, low == high else {
        return nil
      }
      return mention.unit?.base(low) ?? low
    }
    guard let old = value(candidate.claim.oldMention), let new = value(candidate.claim.newMention),
      candidate.claim.oldMention?.unit?.dimension == candidate.claim.newMention?.unit?.dimension
    else { return nil }
    return (old, new)
  }

  /// `an extra zero`: whether a figure became ten, a hundred or a thousand times as much or as little.
  func isScaled(_ candidate: Candidate) -> Bool {
    guard let (old, new) = NoticeLinker.values(candidate), old > 0, new > 0 else { return false }
    let ratio = max(old, new) / min(old, new)
    return [10, 100, 1000].contains { abs(ratio - $0) < 0.001 * $0 }
  }

  /// `two kilometres too short`: whether a figure was wrong by as much as a sentence says.
  private func isWrongBy(_ candidate: Candidate, _ part: Part) -> Bool {
    guard let start = part.direction?.at, goesAsTold(candidate, part) == true,
      let (old, new) = NoticeLinker.values(candidate)
    else { return false }
    let all = FigureReader(reading: notice).mentions(in: part.range, apartFrom: [])
    return all.contains { figure in
      guard figure.range.upperBound == start, case .number(let low, let high) = figure.value,
        low == high,
        figure.unit?.dimension == candidate.claim.newMention?.unit?.dimension
      else { return false }
      let told = figure.unit.map { abs($0.base(low) - $0.base(0)) } ?? low
      return abs(abs(new - old) - told) <= 0.05 * told
    }
  }

  /// `took ten months off her labours`, `made it $400 a year cheaper`: the claims whose figures are as far apart as one
  /// that a sentence gives of a mistake, in their unit.
  func toldByDifference(_ part: Part, _ candidates: [Candidate]) -> [Int] {
    guard tellsOfMistake(part) else { return [] }
    return candidates.indices.filter { index in
      guard let (old, new) = NoticeLinker.values(candidates[index]), old != new,
        let unit = candidates[index].claim.newMention?.unit
      else { return false }
      return part.figures.contains { figure in
        guard case .number(let low, let high) = figure.value, low == high,
          figure.unit?.dimension == unit.dimension, let own = figure.unit
        else { return false }
        return abs(abs(new - old) - abs(own.base(low) - own.base(0))) < 0.001 * abs(new - old)
      }
    }
  }

  /// The claims of which a sentence says that they were too high or too low, or measures what nothing measures
  /// there: `the capacity of the oven`, in whose sentence packs are counted.
  func toldBySubject(_ part: Part, _ candidates: [Candidate], told: Set<Int>) -> [Int] {
    // `overstated how sure it is that he will go` speaks of no figure.
    let open = candidates.indices.filter { index in
      NoticeLinker.values(candidates[index]) != nil
        && (part.asked.isEmpty || !topics(of: candidates[index]).isDisjoint(with: part.asked))
    }
    if part.direction != nil {
      let exact = open.filter { isWrongBy(candidates[$0], part) }
      if !exact.isEmpty { return exact }
      if open.contains(where: { told.contains($0) && goesAsTold(candidates[$0], part) == true }) {
        return []
      }
      return mostTold(
        of: open.filter { goesAsTold(candidates[$0], part) == true }, candidates, part)
    }
    guard !open.contains(where: told.contains), part.figures.isEmpty, namesMeasure(part) else {
      return []
    }
    return mostTold(
      of: open.filter {
        candidates[$0].claim.type == .quantity && candidates[$0].claim.newMention?.unit == nil
          && topics(of: candidates[$0]) == ["quantity"]
      }, candidates, part)
  }

  /// Whether a sentence names what is measured, as `length` and `capacity` are.
  private func namesMeasure(_ part: Part) -> Bool {
    ["length", "mass", "area", "speed", "volume", "power"].contains { speaks(part, of: $0) }
  }

  /// Of some claims those in whose sentence most words of a notice's sentence stand; none where no word does, or
  /// where two that are not alike have as many.
  private func mostTold(of some: [Int], _ candidates: [Candidate], _ part: Part) -> [Int] {
    let said = subject(of: part)
    let counts = some.map { telling(candidates[$0], said).count }
    guard let most = counts.max(), most > 0 else { return [] }
    if let own = inOrder(of: some, candidates, part) { return own }
    let told = zip(some, counts).filter { $1 == most }.map(\.0)
    // `undercounted the stops on the line`: what a figure counts goes before what stands beside one.
    let counted = countedAsSaid(told, candidates, said)
    let best = nearest(of: counted.isEmpty ? told : counted, candidates, part)
    return best.allSatisfy { areSame(candidates[$0], candidates[best[0]]) } ? best : []
  }

  /// The words of a sentence that tell what it is about: those that not every notice has.
  func subject(of part: Part) -> Set<String> {
    let values = part.figures + part.dates
    return Set(
      part.range.filter { position in
        !values.contains { $0.range.contains(position) } && notice.isContent(position)
          && notice.isWord(position)
          && !notice.has(position, [.saying, .cardinal, .month, .weekday])
          && !notice.language.noticeOwnWords.contains(notice.lower[position])
          && notice.match(notice.language.noticeRemarks, position, end: part.range.upperBound)
            == nil
      }.map { stem(notice.lower[$0]) }
    ).intersection(part.words)
  }

  /// The words of some that stand in the sentence of a claim.
  func telling(_ candidate: Candidate, _ said: Set<String>) -> Set<String> {
    let (reading, span) = NoticeLinker.place(candidate)
    guard !span.isEmpty else { return [] }
    let sentence = reading.passage.sentence(at: span.lowerBound)
    return telling(
      Set(
        sentence.filter { reading.isContent($0) && !span.contains($0) }
          .map { stem(reading.lower[$0]) }), said)
  }

  func telling(_ words: Set<String>, _ said: Set<String>) -> Set<String> {
    said.filter { isRelated($0, to: words) }
  }
}
