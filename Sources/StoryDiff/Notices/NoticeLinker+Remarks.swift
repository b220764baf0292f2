import StoryLanguage
import StoryModel

/// What a notice says of a change without giving its values: its kind, its unit, that it was none.
extension NoticeLinker {
  /// Whether a sentence says this: `transposed`, `the opposite`.
  func tells(_ part: Part, _ remark: NoticeRemark) -> Bool {
    part.range.contains { tells($0, remark, in: part) }
  }

  func tells(_ position: Int, _ remark: NoticeRemark, in part: Part) -> Bool {
    notice.match(notice.language.noticeRemarks, position, end: part.range.upperBound)?.payload
      == remark
  }

  /// The claims of whose figure a sentence names the units: all, or of those in one sentence the one whose words it has
  /// (`gave the revenue in millions instead of billions`).
  func toldByUnits(_ part: Part, _ candidates: [Candidate]) -> [Int] {
    let told = candidates.indices.filter { namesUnits(candidates[$0], part) }
    let said = subject(of: part).intersection(
      part.range.filter { !notice.has($0, .scale) }.map { stem(notice.lower[$0]) })
    return told.contains { !telling(candidates[$0], said).isEmpty }
      ? nearest(of: told, candidates, part) : told
  }

  /// `in miles rather than kilometres`: whether a sentence names the units of one figure that has another.
  func namesUnits(_ candidate: Candidate, _ part: Part) -> Bool {
    let claim = candidate.claim
    guard let old = claim.oldMention, let new = claim.newMention,
      old.unit != new.unit && isSameFigure(old, new) || haveOneFigure(candidate)
    else { return false }
    func isNamed(_ mention: Mention, _ reading: Reading) -> Bool {
      let isScaled = old.unit == new.unit
      let names = mention.range.filter {
        reading.isWord($0)
          && (isScaled
            ? reading.has($0, .scale) : !reading.has($0, [.cardinal, .scale, .article]))
      }
      return names.contains { part.words.contains(stem(reading.lower[$0])) }
        || mention.kind == .money && !isScaled
          && part.range.contains { position in
            notice.match(notice.language.currencies, position, end: part.range.upperBound)?.payload
              == mention.unit?.name
          }
    }
    return isNamed(old, candidate.old) && isNamed(new, candidate.new)
  }

  /// `attributed the estimate of the length to the wrong body`: whether a sentence says of anything that somebody else
  /// had said it.
  func isGivenToAnother(_ part: Part) -> Bool {
    part.words.contains { word in
      (notice.language.kindWords["attribution"] ?? []).prefix(2).contains { word.hasPrefix($0) }
    }
  }

  /// Whether a sentence says of a remark that it was given to somebody else: `attributed a comment to the wrong woman`.
  func isOfRemark(_ part: Part) -> Bool {
    speaks(part, of: "quotation") && (isGivenToAnother(part) || misnamesPerson(part))
  }

  /// `attributed a comment to the wrong councillor`: whether a name that changed is that of who speaks, and of whom a
  /// sentence names, where it names somebody.
  func isSpeakerOfRemark(_ candidate: Candidate, _ part: Part) -> Bool {
    guard candidate.claim.type == .entity, let old = candidate.claim.old,
      let new = candidate.claim.new, isOfRemark(part),
      isBesideSaying(old, candidate.old), isBesideSaying(new, candidate.new)
    else { return false }
    let named = names(in: part)
    return named.isEmpty || isSpelled(old, candidate.old, among: part.words)
      || isSpelled(new, candidate.new, among: part.words)
  }

  private func isBesideSaying(_ span: Range<Int>, _ reading: Reading) -> Bool {
    (span.lowerBound - 3..<span.upperBound + 3).contains { reading.has($0, .saying) }
  }

  /// Whether the name that changed is of somebody who speaks, or stands beside words that are quoted.
  func isOfSpeech(_ candidate: Candidate) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    guard !span.isEmpty else { return false }
    let sentence = reading.passage.sentence(at: span.lowerBound)
    return sentence.contains { position in
      if reading.quotes.contains(where: { $0.contains(position) }) { return true }
      guard reading.has(position, .saying) else { return false }
      // `Ms Oake, a nurse, said`, but `Ms Oake spoke, and a nurse said`
      let between =
        position < span.lowerBound ? position..<span.lowerBound : span.upperBound..<position
      return !between.contains { reading.has($0, .clause) }
    }
  }

  /// `no longer works for the lock company`, where a keeper became a former one.
  func saysNoLonger(_ candidate: Candidate, _ part: Part) -> Bool {
    let (claim, past) = (candidate.claim, notice.language.pastWords)
    guard claim.type == .role, let old = claim.old, let new = claim.new else { return false }
    let was = Set(candidate.old.lower[old]), now = Set(candidate.new.lower[new])
    let other = was.symmetricDifference(now)
    // `a harbour pilot`: what was no part of the title before may be one beside `former`.
    let both = Set(sentence(of: old, candidate.old)).intersection(sentence(of: new, candidate.new))
    guard !other.isDisjoint(with: past), other.subtracting(past).isSubset(of: both),
      part.hasNegation || part.range.contains(where: { past.contains(notice.lower[$0]) })
    else { return false }
    return was.union(now).subtracting(past).contains { part.words.contains(stem($0)) }
      && score(candidate, part.words) > 1
  }

  private func sentence(of span: Range<Int>, _ reading: Reading) -> LowerWords.SubSequence {
    reading.lower[reading.passage.sentence(at: span.lowerBound)]
  }

  /// `$1.34 million` → `$1.34 billion`
  private func haveOneFigure(_ candidate: Candidate) -> Bool {
    func digits(_ mention: Mention?, _ reading: Reading) -> [String] {
      mention?.range.filter { reading.tokens[$0].kind == .number }.map { reading.lower[$0] } ?? []
    }
    let old = digits(candidate.claim.oldMention, candidate.old)
    return !old.isEmpty && old == digits(candidate.claim.newMention, candidate.new)
  }

  /// `to make clear that the theft is alleged`: whether a sentence names the degree of certainty that came or
  /// went, of what the claim says. `said` are the words that tell what it speaks of.
  func namesHedge(
    _ candidate: Candidate, _ part: Part, _ said: Set<String>, _ candidates: [Candidate]
  ) -> Bool {
    guard candidate.claim.type == .certainty, clarifies || tellsHowSure else { return false }
    func levels(_ claim: RawClaim) -> [String] {
      [claim.oldMention, claim.newMention].compactMap { mention in
        guard case .word(let level) = mention?.value else { return nil }
        return level
      }
    }
    let named = part.range.flatMap { position -> Set<String> in
      guard
        case .hedge(let levels) = notice.match(
          notice.language.noticeRemarks, position, end: part.range.upperBound)?.payload
      else { return [] }
      return levels
    }
    guard !Set(levels(candidate.claim)).isDisjoint(with: named) else { return false }
    let isOnly = !candidates.contains {
      $0.claim.type == .certainty && levels($0.claim) != levels(candidate.claim)
    }
    return score(candidate, said) > (isOnly ? 0 : 1)
  }

  /// `no decision has been taken`, `stated as fact`: phrases that in a notice of any kind tell how sure a thing is.
  private var tellsHowSure: Bool {
    range.contains { position in
      guard
        let (count, remark) = notice.match(
          notice.language.noticeRemarks, position, end: range.upperBound),
        case .hedge(let levels) = remark, count > 1
      else { return false }
      return levels.contains("certain")
        || notice.language.denials.contains(notice.lower[position])
        || notice.isNegation(position)
    }
  }

  /// Whether the notice is there to make something clear: what could be is news in any other.
  var clarifies: Bool {
    range.contains { position in
      let kinds = [notice.language.noticePhrases, notice.language.noticeLabels].map {
        notice.match($0, position, end: range.upperBound)?.payload
      }
      return kinds.contains(NoticeChange.Kind.clarification.rawValue)
        || notice.match(notice.language.noticeSigns, position, end: range.upperBound)?.payload
          .contains(.clarity) == true
    }
  }

  /// Whether a sentence of the notice names somebody or something and says that it was put in or left out by
  /// mistake: `to remove an erroneous reference to …`.
  func tellsOfMistake(with name: [String]) -> Bool {
    parts.contains { part in
      name.allSatisfy { part.words.contains(stem($0)) }
        && part.range.contains { position in
          let signs =
            notice.match(notice.language.noticeSigns, position, end: part.range.upperBound)?
            .payload ?? []
          return !signs.isDisjoint(with: [.error, .edit])
        }
    }
  }

  /// The places of clauses which say that something was right or is as it was: `the number of hurt was
  /// not affected`. They acknowledge nothing.
  static func standing(_ notice: Reading, _ range: Range<Int>) -> Set<Int> {
    let endings = notice.language.endings
    var places: Set<Int> = []
    for position in range {
      guard
        let (count, remark) = notice.match(
          notice.language.noticeRemarks, position, end: range.upperBound), remark == .standing
      else { continue }
      let clause = clause(around: position..<position + count, notice, range)
      // `the age of the driver`, `the other figures`; flights that were not affected are news.
      let topics = notice.language.kindWords.values.joined()
      let isOfStory = clause.contains { place in
        notice.tokens[place].kind == .number || notice.has(place, .cardinal)
          || notice.isMonth(place)
          || notice.language.noticeOwnWords.contains(notice.lower[place])
          || notice.isWord(place)
            && topics.contains { isNoun(stem(notice.lower[place], endings), begunBy: $0, endings) }
      }
      if isOfStory { places.formUnion(clause) }
    }
    return places
  }

  /// The clause of a phrase: to the next mark or contrast that parts it from words with a verb of their own.
  private static func clause(
    around phrase: Range<Int>, _ notice: Reading, _ range: Range<Int>
  ) -> Range<Int> {
    let sentence = notice.passage.sentence(at: phrase.lowerBound).clamped(to: range)
    let verbs: Language.WordKind = [.be, .have, .auxiliary, .modal, .saying]
    func parts(_ position: Int) -> Bool {
      if notice.isMark(position, "-") { return !notice.isJoined(position) }
      if [",", ";", ":", "(", ")"].contains(notice.lower[position]) { return true }
      // `The date was wrong and the age was right`, but `the date and the age were right`.
      return notice.has(position, .clause)
        && (sentence.lowerBound..<position).contains {
          notice.has($0, verbs) || !notice.signs($0).isDisjoint(with: [.act, .error])
        }
    }
    func says(_ range: Range<Int>) -> Bool {
      range.contains { notice.isContent($0) && notice.isWord($0) || notice.has($0, .pronoun) }
    }
    var start = phrase.lowerBound
    while start > sentence.lowerBound {
      if parts(start - 1), says(start..<phrase.lowerBound) { break }
      start -= 1
    }
    var end = phrase.upperBound
    while end < sentence.upperBound, !parts(end) { end += 1 }
    return start..<end
  }
}
