import StoryLanguage
import StoryModel

/// Decides whether the words of a notice acknowledge a claim change.
///
/// They do when they name the old or the new value, or when they name what was wrong: the kind of
/// thing (`age`, `quotation`, `transposed the numbers of dead and injured`) and enough of the words
/// that stand around the claim.
struct NoticeLinker {
  let notice: Reading
  let range: Range<Int>
  private let words: Set<String>
  private let figures: [Mention]
  private let dates: [Mention]

  init(_ notice: Reading, _ range: Range<Int>) {
    self.notice = notice
    self.range = range
    words = Set(
      range.filter { notice.isContent($0) }.map {
        NoticeLinker.stem(notice.lower[$0], notice.language.endings)
      })
    dates = DateReader(reading: notice).mentions(in: range)
    figures = FigureReader(reading: notice).mentions(in: range, apartFrom: dates)
  }

  /// Whether the notice, which stood there before the change, had said that this change was due: it
  /// gives the old value as wrong and the new one as right.
  func announced(_ claim: RawClaim, old: Reading, new: Reading) -> Bool {
    let wrong = place(of: claim.oldMention, claim.old, old)
    let right = place(of: claim.newMention, claim.new, new)
    guard let wrong, let right else {
      // Only one is named: as what an earlier version said, or as what is so.
      if let wrong { return tellsOfError(wrong) }
      if let right { return !tellsOfError(right) }
      return false
    }
    let between = min(wrong.upperBound, right.upperBound)..<max(wrong.lowerBound, right.lowerBound)
    let isDenied = between.contains { notice.language.denials.contains(notice.lower[$0]) }
    return wrong.lowerBound < right.lowerBound ? !isDenied : isDenied
  }

  /// Whether a place in the notice stands in a sentence about an earlier version.
  private func tellsOfError(_ place: Range<Int>) -> Bool {
    let sentence = notice.passage.sentence(at: place.lowerBound)
    return sentence.contains {
      notice.match(notice.language.noticePhrases, $0, end: sentence.upperBound) != nil
    }
  }

  /// Where the notice names a value: the mention of the same figure or day, else its words.
  private func place(of mention: Mention?, _ span: Range<Int>?, _ reading: Reading) -> Range<Int>? {
    if let mention {
      return (figures + dates).first {
        Comparison.of(mention, $0).isSame || isSameFigure(mention, $0)
      }?
      .range
    }
    guard let span else { return nil }
    let said = span.filter { reading.isContent($0) }.map { reading.lower[$0] }
    guard let first = said.first else { return nil }
    return range.first { start in
      notice.lower[start] == first
        && said.allSatisfy { word in
          (start..<min(range.upperBound, start + 2 * said.count + 2)).contains {
            notice.lower[$0] == word
          }
        }
    }.map { $0..<$0 + 1 }
  }

  /// Whether the notice gives no date but the one on which it was printed, beside its label.
  private var isDateless: Bool {
    dates.allSatisfy { $0.kind == .date && $0.range.lowerBound < range.lowerBound + 12 }
  }

  func acknowledges(_ claim: RawClaim, old: Reading, new: Reading) -> Bool {
    switch claim.type {
    case .quantity, .money, .percentage, .date, .time:
      let mentions = [claim.oldMention, claim.newMention].compactMap { $0 }
      if mentions.contains(where: { isNamed($0) }) { return true }
      // A notice that gives figures speaks of those; one that gives none may speak of any.
      guard figures.isEmpty, isDateless,
        let words = claim.oldMention?.context ?? claim.newMention?.context
      else { return false }
      let counted = words.map { stem($0) }
      return counted.contains { self.words.contains($0) || hasSynonym($0) }
        && speaksOfKind(claim.type)
    case .entity, .attribution, .role:
      return isSpelled(claim.old, old) || isSpelled(claim.new, new)
    case .quotation:
      if isSpelled(claim.old, old) || isSpelled(claim.new, new) { return true }
      return speaksOfKind(.quotation) && namesSomeone(claim, old, new)
    case .polarity, .certainty:
      return speaksOf(claim, old, new, least: 2) && namesPredicate(claim, old, new)
    }
  }

  /// A spelling mended in the story that the notice gives.
  func acknowledges(name range: Range<Int>, in reading: Reading) -> Bool {
    isSpelled(range, reading)
  }

  private func isNamed(_ mention: Mention) -> Bool {
    (figures + dates).contains { other in
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

  /// Whether a notice's figure is the claim's; `from 23 to 31` names both ends.
  private func isSameFigure(_ mention: Mention, _ other: Mention) -> Bool {
    guard case .number(let low, let high) = mention.value,
      case .number(let first, let last) = other.value
    else { return false }
    return low == first && high == last || low == high && (low == first || low == last)
  }

  /// Whether all words of a span that say something stand in the notice.
  private func isSpelled(_ span: Range<Int>?, _ reading: Reading) -> Bool {
    guard let span else { return false }
    let said = span.filter { reading.isContent($0) && !reading.has($0, .saying) }
    guard !said.isEmpty else { return false }
    let hits = said.count { words.contains(stem(reading.lower[$0])) }
    return hits == said.count || (hits >= 2 && hits * 3 >= said.count * 2)
  }

  /// Where a claim stands in the newer version, else in the older.
  private static func place(
    of claim: RawClaim, _ old: Reading, _ new: Reading
  ) -> (Reading, Range<Int>) {
    claim.new.map { (new, $0) } ?? (old, claim.old ?? 0..<0)
  }

  /// Whether the notice speaks of the sentence that holds the claim.
  private func speaksOf(_ claim: RawClaim, _ old: Reading, _ new: Reading, least: Int) -> Bool {
    let (reading, span) = NoticeLinker.place(of: claim, old, new)
    guard !span.isEmpty else { return false }
    let sentence = reading.passage.sentence(at: span.lowerBound)
    let around = Set(
      sentence.filter { reading.isContent($0) && !reading.has($0, .saying) }
        .map { stem(reading.lower[$0]) })
    let shared = around.filter { word in
      words.contains(word) || words.contains { NoticeLinker.areRelated($0, word) }
    }
    return shared.count >= least
  }

  /// Whether the notice has the word that is denied or hedged: the next one that says something.
  private func namesPredicate(_ claim: RawClaim, _ old: Reading, _ new: Reading) -> Bool {
    let (reading, span) = NoticeLinker.place(of: claim, old, new)
    let next = (span.upperBound..<min(reading.count, span.upperBound + 5)).first {
      reading.isContent($0)
    }
    guard let next else { return false }
    let word = stem(reading.lower[next])
    return words.contains(word) || words.contains { NoticeLinker.areRelated($0, word) }
  }

  private func namesSomeone(_ claim: RawClaim, _ old: Reading, _ new: Reading) -> Bool {
    let (reading, span) = NoticeLinker.place(of: claim, old, new)
    // The speaker stands in the sentence, or in one beside it.
    let sentence = reading.passage.sentence(at: span.lowerBound)
    let near = max(0, sentence.lowerBound - 40)..<min(reading.count, sentence.upperBound + 40)
    return near.contains { position in
      reading.isCapitalised(position) && reading.isContent(position)
        && words.contains(stem(reading.lower[position]))
    }
  }

  private func speaksOfKind(_ type: ClaimChange.Kind) -> Bool {
    let kinds = notice.language.kindWords[type.rawValue] ?? []
    return words.contains { word in kinds.contains { word.hasPrefix($0) } }
  }

  private func hasSynonym(_ word: String) -> Bool {
    notice.language.wordFamilies.contains { family in
      family.contains { word.hasPrefix($0) }
        && words.contains { other in family.contains { other.hasPrefix($0) } }
    }
  }

  /// `close`, `closure`; `consulted`, `consult`: words that share their first five letters.
  private static func areRelated(_ a: String, _ b: String) -> Bool {
    a.utf8.count >= 4 && b.utf8.count >= 4
      && (a.hasPrefix(b.prefix(4))
        && (a.hasPrefix(b) || b.hasPrefix(a) || a.prefix(5) == b.prefix(5)))
  }

  private func stem(_ word: String) -> String {
    NoticeLinker.stem(word, notice.language.endings)
  }

  private static func stem(_ word: String, _ endings: [String]) -> String {
    var word = word.withoutPossessive
    if word.hasSuffix("'") { word.removeLast() }
    for ending in endings where word.hasSuffix(ending) {
      if word.utf8.count - ending.utf8.count >= 4 {
        word.removeLast(ending.count)
        break
      }
    }
    return word
  }
}
