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
    words = Set(range.filter { notice.isContent($0) }.map { NoticeLinker.stem(notice.lower[$0]) })
    dates = DateReader(reading: notice).mentions(in: range)
    figures = FigureReader(reading: notice).mentions(in: range, apartFrom: dates)
  }

  func acknowledges(_ claim: RawClaim, old: Reading, new: Reading) -> Bool {
    switch claim.type {
    case .quantity, .money, .percentage, .date, .time:
      let mentions = [claim.oldMention, claim.newMention].compactMap { $0 }
      if mentions.contains(where: { isNamed($0) }) {
        return true
      }
      guard figures.isEmpty, let words = claim.oldMention?.context ?? claim.newMention?.context
      else { return speaksOf(claim, old, new, least: 3) }
      let counted = words.map { NoticeLinker.stem($0) }
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
    let hits = said.count { words.contains(NoticeLinker.stem(reading.lower[$0])) }
    return hits == said.count || (hits >= 2 && hits * 3 >= said.count * 2)
  }

  /// Whether the notice speaks of the sentence that holds the claim.
  private func speaksOf(_ claim: RawClaim, _ old: Reading, _ new: Reading, least: Int) -> Bool {
    let (reading, span) = claim.new.map { (new, $0) } ?? (old, claim.old ?? 0..<0)
    guard !span.isEmpty else { return false }
    let sentence = reading.passage.sentence(at: span.lowerBound)
    let around = Set(
      sentence.filter { reading.isContent($0) && !reading.has($0, .saying) }
        .map { NoticeLinker.stem(reading.lower[$0]) })
    let shared = around.filter { word in
      words.contains(word) || words.contains { NoticeLinker.areRelated($0, word) }
    }
    return shared.count >= least
  }

  /// Whether the notice has the word that is denied or hedged: the next one that says something.
  private func namesPredicate(_ claim: RawClaim, _ old: Reading, _ new: Reading) -> Bool {
    let (reading, span) = claim.new.map { (new, $0) } ?? (old, claim.old ?? 0..<0)
    let next = (span.upperBound..<min(reading.count, span.upperBound + 5)).first {
      reading.isContent($0)
    }
    guard let next else { return false }
    let word = NoticeLinker.stem(reading.lower[next])
    return words.contains(word) || words.contains { NoticeLinker.areRelated($0, word) }
  }

  private func namesSomeone(_ claim: RawClaim, _ old: Reading, _ new: Reading) -> Bool {
    let (reading, span) = claim.new.map { (new, $0) } ?? (old, claim.old ?? 0..<0)
    // The speaker stands in the sentence, or in one beside it.
    let sentence = reading.passage.sentence(at: span.lowerBound)
    let near = max(0, sentence.lowerBound - 40)..<min(reading.count, sentence.upperBound + 40)
    return near.contains { position in
      reading.isCapitalised(position) && reading.isContent(position)
        && words.contains(NoticeLinker.stem(reading.lower[position]))
    }
  }

  private static let kindWords: [ClaimChange.Kind: Set<String>] = [
    .quotation: ["quotation", "quote", "misquot", "quot", "citation", "zitat", "cita"],
    .quantity: ["number", "figure", "toll", "age", "count", "total", "transpos", "dead", "injur"],
    .money: ["amount", "figure", "price", "cost", "sum"],
    .percentage: ["figure", "percentage", "share"],
    .date: ["date", "day", "year", "month"], .time: ["time", "hour"],
  ]

  private func speaksOfKind(_ type: ClaimChange.Kind) -> Bool {
    guard let kinds = NoticeLinker.kindWords[type] else { return false }
    return words.contains { word in kinds.contains { word.hasPrefix($0) } }
  }

  private func hasSynonym(_ word: String) -> Bool {
    let dead: Set<String> = ["kill", "dead", "death", "die", "died", "toll"]
    let hurt: Set<String> = ["injur", "hurt", "wound"]
    func isOne(_ word: String, _ family: Set<String>) -> Bool {
      family.contains { word.hasPrefix($0) }
    }
    return [dead, hurt].contains { family in
      isOne(word, family) && words.contains { isOne($0, family) }
    }
  }

  /// `close`, `closure`; `consulted`, `consult`: words that share their first five letters.
  private static func areRelated(_ a: String, _ b: String) -> Bool {
    a.utf8.count >= 4 && b.utf8.count >= 4
      && (a.hasPrefix(b.prefix(4))
        && (a.hasPrefix(b) || b.hasPrefix(a) || a.prefix(5) == b.prefix(5)))
  }

  static func stem(_ word: String) -> String {
    var word = word
    if word.hasSuffix("'s") { word.removeLast(2) }
    if word.hasSuffix("'") { word.removeLast() }
    for ending in ["ing", "ed", "es", "s"] where word.hasSuffix(ending) {
      if word.utf8.count - ending.utf8.count >= 4 {
        word.removeLast(ending.count)
        break
      }
    }
    return word
  }
}
