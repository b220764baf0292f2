import StoryLanguage
import StoryModel

/// What kinds of values there are, and which of them a change is of.
extension NoticeLinker {
  /// Whether a stem is that of a word for some kind of value: `age`, `price`.
  func isOfKind(_ word: String) -> Bool { NoticeLinker.isOfKind(word, notice.language) }

  static func isOfKind(_ word: String, _ language: Language) -> Bool {
    language.kindWords.values.contains {
      $0.contains { isNoun(word, begunBy: $0, language.endings) }
    }
  }

  /// Whether a token of the notice is a noun for a kind of value, of which `beginnings` has what such nouns begin with.
  func isOfKind(_ position: Int, _ beginnings: [String]) -> Bool {
    notice.isWord(position)
      && beginnings.contains { isNoun(stem(notice.lower[position]), begunBy: $0) }
  }

  /// Whether a stem is this noun's, not one that only begins alike: `age`, not `agency`.
  func isNoun(_ word: String, begunBy beginning: String) -> Bool {
    NoticeLinker.isNoun(word, begunBy: beginning, notice.language.endings)
  }

  static func isNoun(_ word: String, begunBy beginning: String, _ endings: [String]) -> Bool {
    if beginning.hasPrefix(word) {
      // `figures` lost more than `figure` does.
      let rest = beginning.dropFirst(word.count)
      return stem(beginning, endings) == word
        || word.utf8.count >= 4 && !rest.isEmpty
          && endings.contains { $0.hasPrefix(rest) && $0 != rest }
    }
    guard word.hasPrefix(beginning), beginning.utf8.count < 5 else {
      return word.hasPrefix(beginning)
    }
    // `fined`, of `fine`; `farm` is no form of `far`.
    let rest = word.dropFirst(beginning.count)
    return rest.isEmpty
      || rest.utf8.count <= 2 && endings.contains { $0.hasPrefix(rest) || $0.hasSuffix(rest) }
  }

  /// What a notice may call the claim's kind, from the closest to the widest.
  func topics(of candidate: Candidate) -> Set<String> {
    let claim = candidate.claim
    let mentions = [claim.oldMention, claim.newMention].compactMap { $0 }
    switch claim.type {
    case .quantity:
      if isAge(candidate) { return ["age"] }
      if isScore(candidate) { return ["score"] }
      if mentions.contains(where: \.isOrdinal) { return ["rank", "quantity"] }
      if isRunOfTime(candidate) { return ["duration", "time"] }
      guard let unit = mentions.compactMap(\.unit).first else {
        if let unit = unitSaidBefore(candidate) { return ["quantity", unit.dimension] }
        return areFractions(candidate) ? ["quantity", "percentage"] : ["quantity"]
      }
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
      return areOfTwoMonths(mentions) ? ["date", "month"] : ["date"]
    default: return [claim.type.rawValue]
    }
  }

  /// `for six years and his brother for four`, `six and eight years`: the unit of the figure before one that counts
  /// nothing, or of the one that follows `and`.
  private func unitSaidBefore(_ candidate: Candidate) -> MeasuredUnit? {
    let (reading, span) = NoticeLinker.place(candidate)
    guard let mention = candidate.latest, !mention.isOrdinal, !span.isEmpty,
      !reading.isContent(mention.range.upperBound)
    else { return nil }
    let sentence = reading.passage.sentence(at: span.lowerBound)
    let end = mention.range.upperBound
    if reading.has(end, .numberJoiner), end + 1 < sentence.upperBound {
      let after = FigureReader(reading: reading).mentions(
        in: end + 1..<sentence.upperBound, apartFrom: []
      ).first
      if let after, after.range.lowerBound == end + 1 { return after.unit }
    }
    let before = sentence.lowerBound..<span.lowerBound
    guard before.contains(where: { reading.has($0, .numberJoiner) }) else { return nil }
    return FigureReader(reading: reading).mentions(in: before, apartFrom: []).last?.unit
  }

  /// `1 August`, `1 September`
  private func areOfTwoMonths(_ dates: [Mention]) -> Bool {
    let months = dates.compactMap { mention -> String? in
      if case .date(let date) = mention.value { date.month } else { nil }
    }
    return months.count == 2 && months[0] != months[1]
  }
}
