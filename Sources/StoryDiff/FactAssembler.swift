import StoryLanguage
import StoryModel

/// Turns what was found, block by block, into numbered claims, corrections and notices.
enum FactAssembler {
  struct Facts {
    var claims: [ClaimChange] = []
    var corrections: [Correction] = []
    var notices: [NoticeChange] = []
  }

  static func assemble(_ comparisons: [LinkComparison], _ notices: [NoticeFinder.Found]) -> Facts {
    var facts = Facts()
    let ordered = comparisons.sorted {
      ($0.link.new[0], $0.link.old[0]) < ($1.link.new[0], $1.link.old[0])
    }
    let ids = notices.indices.map { "n\($0 + 1)" }
    var acknowledged: [[String]] = Array(repeating: [], count: notices.count)

    let mended = mendedNames(ordered), isOnly = mended.count == 1
    let claims = ordered.map { comparison in
      comparison.findings.claims.sorted { place($0, comparison) < place($1, comparison) }
    }
    let candidates = zip(ordered, claims).flatMap { comparison, claims in
      claims.map { NoticeLinker.Candidate(claim: $0, old: comparison.old, new: comparison.new) }
    }
    let linked = links(of: candidates, notices)
    let told = linked.map { $0.map { candidates[$0] } }
    let isGiven = notices.map { notice in
      ordered.contains { comparison in
        comparison.findings.names.contains {
          notice.linker?.gives(name: $0, of: (comparison.old, comparison.new)) ?? false
        }
      }
    }
    for (comparison, sorted) in zip(ordered, claims) {
      for raw in sorted {
        let number = facts.claims.count
        let id = "c\(number + 1)"
        // The notice that is news itself goes before one that stood there already.
        let by = notices.indices.filter { linked[$0].contains(number) }
        for index in by { acknowledged[index].append(id) }
        let first = by.first { notices[$0].change != .unchanged } ?? by.first
        let claim = claim(raw, id, comparison, acknowledgedBy: first.map { ids[$0] })
        facts.claims.append(claim)
        let admits = by.first { index in notices[index].kind.admitsError }
        if let admits {
          facts.corrections.append(
            Correction(
              kind: .factual, old: claim.old, new: claim.new, claim: id,
              acknowledgedBy: ids[admits],
              because: "a notice acknowledges the change"))
        }
      }
      for name in comparison.findings.names {
        let spelling = comparison.respelling(name.old, name.new)
        let isMended = spelling.map(mended.contains) ?? false
        let by = notices.indices.first { index in
          notices[index].linker?.acknowledges(
            name: name, of: (comparison.old, comparison.new), told: told[index],
            isOther: isGiven[index], isOnly: isOnly) ?? false
        }
        guard isMended || by != nil || !isIntroduced(name, comparison) else { continue }
        facts.corrections.append(
          Correction(
            kind: .name, old: comparison.diff.old.span(of: name.old),
            new: comparison.diff.new.span(of: name.new), claim: nil,
            acknowledgedBy: by.map { ids[$0] }, because: "the same name, spelt differently"))
      }
      for slip in comparison.joinedSlips + comparison.movedSlips {
        let by =
          slip.kind != .name
          ? nil
          : notices.indices.first { index in
            notices[index].linker?.acknowledges(
              name: RawName(old: slip.old, new: slip.new), of: (comparison.old, comparison.new),
              told: told[index], isOther: isGiven[index], isOnly: false) ?? false
          }
        facts.corrections.append(
          Correction(
            kind: slip.kind, old: comparison.diff.old.span(of: slip.old),
            new: comparison.diff.new.span(of: slip.new), claim: nil,
            acknowledgedBy: by.map { ids[$0] }, because: slip.because))
      }
    }
    facts.notices = notices.indices.map { index in
      let notice = notices[index]
      return NoticeChange(
        id: ids[index], kind: notice.kind, change: notice.change, old: notice.old, new: notice.new,
        date: notice.date, text: notice.text, acknowledges: acknowledged[index])
    }
    return facts
  }

  /// For each notice, the places of the claims that it acknowledges.
  private static func links(
    of candidates: [NoticeLinker.Candidate], _ notices: [NoticeFinder.Found]
  ) -> [Set<Int>] {
    var links = notices.map { notice -> Set<Int> in
      guard let linker = notice.linker else { return [] }
      return notice.change == .unchanged
        ? Set(candidates.indices.filter { linker.announced(candidates[$0]) })
        : linker.acknowledged(candidates)
    }
    // What admits an error and names none of the changes may speak of one that no other notice does.
    for (index, notice) in notices.enumerated() where links[index].isEmpty {
      guard let linker = notice.linker, notice.change != .unchanged, notice.kind.admitsError else {
        continue
      }
      let rest = candidates.indices.filter { place in !links.contains { $0.contains(place) } }
      let left = rest.map { candidates[$0] }
      let told = linker.toldByPlace(left)
      let found = Set(told.isEmpty ? linker.toldByRest(left) : told)
      links[index] = Set(linker.withoutContrary(found, left).map { rest[$0] })
    }
    return links
  }

  /// The spellings that are mended where a name has more of its words: they are elsewhere too.
  private static func mendedNames(_ comparisons: [LinkComparison]) -> Set<Respelling> {
    Set(
      comparisons.flatMap { comparison in
        comparison.findings.names.filter { !isIntroduced($0, comparison) }
          .compactMap { comparison.respelling($0.old, $0.new) }
      })
  }

  /// Whether a long plain word became one that is in no dictionary, or a known name nobody's: a slip of
  /// the newer version.
  static func isIntroduced(_ name: RawName, _ comparison: LinkComparison) -> Bool {
    guard let i = name.old.first, let j = name.new.first else { return false }
    let old = comparison.old, code = old.language.code, speller = SpellChecker.shared
    let before = old.lower[i], after = comparison.new.lower[j]
    if SlipFinder.isNameSpoilt(old, i, comparison.new, j) { return true }
    // The older spelling is still that of another mention, anywhere in the story.
    let isPlain = speller.isWord(before, language: code) == true
    let pair = comparison.pair
    if !isPlain, pair.occurs(old.tokens[i].word, inOld: false),
      !pair.occurs(comparison.new.tokens[j].word, inOld: true)
    {
      return true
    }
    // `Oakvale`, `Oakdale`: where each stands in both versions, they are two.
    if pair.hasName(after.withoutPossessive, inOld: true),
      pair.hasName(before.withoutPossessive, inOld: false)
    {
      return true
    }
    // `Pantry`, of what the story calls `Pantrly` elsewhere: it was no other name.
    if pair.hasName(after.withoutPossessive, inOld: true),
      !pair.hasName(before.withoutPossessive, inOld: false)
    {
      return false
    }
    // `Isabel Montero`, `Isabel Monteiro`: a surname may well be a word.
    let isSurname =
      old.isCapitalised(i - 1) && speller.isWord(old.lower[i - 1], language: code) == false
    return before.utf8.count >= 6 && !isSurname && isPlain
      && speller.isWord(after, language: code) == false
  }

  /// Where a claim stands in the newer text; one that is gone, where it would stand.
  private static func place(_ claim: RawClaim, _ comparison: LinkComparison) -> (Int, Int) {
    if let new = claim.new { return (new.lowerBound, 0) }
    guard let old = claim.old else { return (0, 0) }
    var position = old.lowerBound
    while position > 0, comparison.diff.newOfOld[position] < 0 { position -= 1 }
    return (max(0, comparison.diff.newOfOld[position]), 1)
  }

  private static func claim(
    _ raw: RawClaim, _ id: String, _ comparison: LinkComparison, acknowledgedBy: String?
  ) -> ClaimChange {
    func span(_ passage: Passage, _ range: Range<Int>?, _ mention: Mention?) -> Span? {
      guard let range else { return nil }
      return passage.span(
        of: range, value: mention?.spanValue, unit: mention?.unit?.name, bound: mention?.spanBound)
    }
    let old = span(comparison.diff.old, raw.old, raw.oldMention)
    let new = span(comparison.diff.new, raw.new, raw.newMention)
    return ClaimChange(
      id: id, type: raw.type, change: old == nil ? .added : new == nil ? .removed : .changed,
      nature: Nature.of(raw, comparison), old: old, new: new, acknowledgedBy: acknowledgedBy,
      because: raw.because)
  }
}

extension NoticeChange.Kind {
  /// Whether a notice of this kind admits an error: an update note and a developing-story line report
  /// news.
  var admitsError: Bool {
    switch self {
    case .correction, .clarification, .editorsNote, .retraction: true
    case .update, .developing: false
    }
  }
}

extension Mention {
  var spanValue: Span.Value? {
    switch value {
    case .number(let low, let high): low == high ? .number(low) : .range(low, high)
    case .vague(let word): .text(word)
    case .clock(let from, let to):
      .text(
        from == to ? Mention.clockText(from) : Mention.clockText(from) + "–" + Mention.clockText(to)
      )
    case .date(let date):
      date.days.count == 1 ? date.days.first.map { .text(Mention.dayText($0)) } : nil
    case .word(let word): kind == .certainty ? .text(word) : nil
    }
  }

  var spanBound: Span.Bound? {
    switch value {
    case .number: bound
    default: nil
    }
  }

  private static func clockText(_ minutes: Int) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// `2025-05-14`, or `2025-05-12/2025-05-18` for a run of days.
  private static func dayText(_ days: ClosedRange<Int64>) -> String {
    func text(_ day: Int64) -> String {
      String(Instant(seconds: day * 86_400).description.prefix(10))
    }
    return days.count == 1
      ? text(days.lowerBound) : text(days.lowerBound) + "/" + text(days.upperBound)
  }
}
