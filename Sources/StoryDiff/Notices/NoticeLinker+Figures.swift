import StoryLanguage
import StoryModel

/// Which figures and dates of a story a notice gives.
extension NoticeLinker {
  /// Whether a notice gives a figure or a date that stands in a story.
  func isNamed(_ mention: Mention, in story: Reading) -> Bool {
    (figures + dates).contains { other in
      // `four guests` are not the fourth; a third guest may be one of three.
      if mention.isOrdinal ? !other.isOrdinal : isOwned(other) { return false }
      // `the two men` are no two ounces.
      if mention.kind == .quantity, other.kind == .quantity,
        (mention.unit == nil) != (other.unit == nil)
          && (countsThings(mention, in: story) || countsThings(other, in: notice)
            || countsSome(mention, in: story))
          && !(isCounted(by: other, in: notice, as: mention, in: story)
            || isCounted(by: mention, in: story, as: other, in: notice))
      {
        return false
      }
      // `eight metres, not six`: no six weeks.
      if other.unit == nil, let unit = unitDenied(of: other),
        mention.unit.map({ $0.dimension != unit.dimension }) ?? countsThings(mention, in: story)
      {
        return false
      }
      // `40 houses at three a week` take no three years.
      if other.rate != nil, mention.rate == nil, mention.unit != nil, other.unit == nil {
        return false
      }
      // `1.2 million customers` are no dollars.
      if [.money, .percentage].contains(mention.kind), other.kind == .quantity, other.unit == nil,
        countsThings(other, in: notice)
      {
        return false
      }
      // `tomorrow`, of a day that is not known
      if mention.kind == .date, other.kind == .date,
        story.lower[mention.range].elementsEqual(notice.lower[other.range])
      {
        return true
      }
      if let year = NoticeLinker.year(mention), year == NoticeLinker.year(other) { return true }
      switch Comparison.of(mention, other) {
      case .same: return true
      case .consistent:
        // The figure without its bound is the figure still.
        return isSameFigure(mention, other)
      default:
        return (mention.unit == nil || other.unit == nil || mention.unit?.name == other.unit?.name)
          && (mention.kind == other.kind || other.kind == .quantity) && isSameFigure(mention, other)
      }
    }
  }

  /// `eight metres, not six`: the unit of the figure in the place of which a bare one is denied.
  private func unitDenied(of figure: Mention) -> MeasuredUnit? {
    let start = figure.range.lowerBound
    guard notice.language.denials.contains(notice.lower[max(0, start - 1)]) else { return nil }
    return figures.first { $0.unit != nil && (start - 3..<start).contains($0.range.upperBound) }?
      .unit
  }

  /// `taken on Tuesday, not Wednesday`, `said that it was Wednesday. It was Tuesday.`, where Tuesday became Wednesday:
  /// whether a notice denies what became of a value, or tells it of an earlier text, and gives the value as right.
  func contradicts(_ candidate: Candidate) -> Bool {
    let claim = candidate.claim
    let (before, after) = ownWords(of: candidate)
    func places(_ mention: Mention?, _ span: [Int], _ reading: Reading) -> [Range<Int>] {
      if claim.type == .entity { return place(of: nil, span, reading).map { [$0] } ?? [] }
      guard let mention else { return [] }
      return (figures + dates).filter { Comparison.of(mention, $0).isSame }.map(\.range)
    }
    func isDenied(_ place: Range<Int>) -> Bool {
      (max(range.lowerBound, place.lowerBound - 2)..<place.lowerBound).contains {
        notice.language.denials.contains(notice.lower[$0])
      }
    }
    let right = places(claim.newMention, after, candidate.new)
    let wrong = places(claim.oldMention, before, candidate.old)
    guard !right.isEmpty, !wrong.isEmpty else { return false }
    return right.allSatisfy(isDenied) && !wrong.contains(where: isDenied)
      || right.allSatisfy(isSaidToHaveStood) && !wrong.contains(where: isSaidToHaveStood)
        && !wrong.contains(where: isDenied)
  }

  /// `the margin was five points, not seven`, `won by five points, not seven`, where 24-17 became 24-19: whether a notice
  /// gives how far apart both scores were.
  func givesMargin(_ candidate: Candidate) -> Bool {
    func margin(_ mention: Mention?) -> Double? {
      guard case .number(let low, let high)? = mention?.value, low != high else { return nil }
      return abs(high - low)
    }
    guard isScore(candidate), let old = margin(candidate.claim.oldMention),
      let new = margin(candidate.claim.newMention),
      old != new, parts.contains(where: tellsOfMargin)
    else { return false }
    let given = figures.compactMap { figure -> Double? in
      if case .number(let low, let high) = figure.value, low == high { low } else { nil }
    }
    return given.contains(old) && given.contains(new)
  }

  /// `the margin`, `by five points`
  private func tellsOfMargin(_ part: Part) -> Bool {
    speaks(part, of: "score")
      || part.figures.contains { notice.has($0.range.lowerBound - 1, .passiveAgent) }
  }

  /// `It was Jan. 13`, where `between Jan. 3 and May 1` became another span; `12 years`, where `between 5 and 12` did:
  /// whether a notice gives an end that only one version has.
  func namesEnd(_ candidate: Candidate) -> Bool {
    func has(_ words: [String], _ reading: Reading, _ span: Range<Int>?) -> Bool {
      guard let span, span.count > words.count else { return false }
      return (span.lowerBound...span.upperBound - words.count).contains {
        Array(reading.lower[$0..<$0 + words.count]) == words
      }
    }
    let claim = candidate.claim
    guard claim.old != nil, claim.new != nil else { return false }
    if let end = changedEnd(claim) {
      let given = figures.compactMap { figure -> Double? in
        guard case .number(let low, let high) = figure.value, low == high,
          figure.unit?.name == claim.newMention?.unit?.name
        else { return nil }
        return low
      }
      // `821 votes, not 812`: a goal may be one of many.
      return claim.newMention?.isResult == true
        ? end.allSatisfy(given.contains) : end.contains(where: given.contains)
    }
    guard claim.type == .date else { return false }
    return dates.contains { date in
      let words = Array(notice.lower[date.range])
      return words.count > 1
        && has(words, candidate.old, claim.old) != has(words, candidate.new, claim.new)
    }
  }

  /// `between 5 and 12` → `between 5 and 14`: the values of the end that changed, where the other one stayed.
  private func changedEnd(_ claim: RawClaim) -> [Double]? {
    guard case .number(let low, let high)? = claim.oldMention?.value,
      case .number(let newLow, let newHigh)? = claim.newMention?.value, low != high,
      newLow != newHigh, claim.oldMention?.isResult == claim.newMention?.isResult
    else { return nil }
    if low == newLow { return [high, newHigh] }
    return high == newHigh ? [low, newLow] : nil
  }

  /// `in July, not June`, where the 14th of one became that of the other: whether the notice has both months.
  func namesMonths(_ candidate: Candidate) -> Bool {
    func month(_ mention: Mention?) -> String? {
      if case .date(let date)? = mention?.value { date.month } else { nil }
    }
    guard candidate.claim.type == .date, let old = month(candidate.claim.oldMention),
      let new = month(candidate.claim.newMention), old != new
    else { return false }
    let named = Set(dates.compactMap { month($0) })
    return named.contains(old) && named.contains(new)
  }

  /// `To clarify, the toll remains 12`: whether all sentences that give a value say of it that it is so, and not
  /// that it was said, was wrong or is denied.
  func isUpheld(_ mention: Mention, in story: Reading) -> Bool {
    guard !notice.language.noticeSigns.isEmpty else { return false }
    let giving = parts.filter { part in
      (part.figures + part.dates).contains { Comparison.of(mention, $0).isSame }
    }
    guard giving.count > 0 else { return false }
    let signs: NoticeSigns = [.act, .error, .earlier, .edit, .fix, .voice]
    return giving.allSatisfy { part in
      let isTold = part.range.contains { position in
        !isLabel(position)
          && (!notice.noticeSigns[position].payload.isDisjoint(with: signs)
            || notice.has(position, [.noticeAim, .saying]))
      }
      return !part.hasNegation && part.direction == nil && !isTold
    }
  }

  func isLabel(_ position: Int) -> Bool {
    let start = range.first(where: notice.isWord) ?? range.lowerBound
    let label = notice.match(notice.language.noticeLabels, start, end: range.upperBound)
    return position < start + (label?.count ?? 0)
  }

  /// The year that a mention states, or that a bare figure may be: `1931 eröffnet`.
  static func year(_ mention: Mention) -> Int? {
    switch mention.value {
    case .date(let date):
      date.key.flatMap { $0.hasPrefix("year ") ? Int($0.dropFirst(5)) : nil }
    case .number(let low, let high)
    where mention.kind == .quantity && mention.unit == nil && low == high
      && (1000...2100).contains(low):
      Int(low)
    default: nil
    }
  }

  /// Whether a figure without a unit stands right before what it counts.
  func countsThings(_ mention: Mention, in reading: Reading) -> Bool {
    let next = mention.range.upperBound
    return mention.unit == nil && reading.isContent(next) && reading.isWord(next)
  }

  /// `12 of the 15 men`
  private func countsSome(_ mention: Mention, in reading: Reading) -> Bool {
    let next = mention.range.upperBound
    return mention.unit == nil && reading.has(next, .dateJoiner)
      && reading.has(next + 1, [.article, .pronoun, .that])
  }

  /// `six points`: whether what one figure counts is a unit of the other.
  private func isCounted(
    by figure: Mention, in reading: Reading, as other: Mention, in otherReading: Reading
  ) -> Bool {
    let next = figure.range.upperBound
    return figure.unit == nil && next < reading.count
      && other.range.contains { stem(otherReading.lower[$0]) == stem(reading.lower[next]) }
  }

  /// Whether a notice's figure is the claim's; `from 23 to 31` names both ends.
  func isSameFigure(_ mention: Mention, _ other: Mention) -> Bool {
    // `about 8 p.m.`, `8 p.m.`
    if case .clock(let from, let to) = mention.value, case .clock(let first, let last) = other.value
    {
      return from == first && to == last
    }
    guard case .number(let low, let high) = mention.value,
      case .number(let first, let last) = other.value
    else { return false }
    // `7-6` is a score, and not six.
    let isScore = other.core.contains { notice.isMark($0, "-") && notice.isJoined($0) }
    return low == first && high == last
      || low == high && !isScore && (low == first || low == last)
  }
}
