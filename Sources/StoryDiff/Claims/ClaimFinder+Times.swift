import StoryLanguage
import StoryModel

/// Times that are parts of days, spans, or what a figure is of.
extension ClaimFinder {
  /// `overnight` → `at dawn`: a day that tells a part of it, and another part where no day is told.
  mutating func findPartsOfDays(
    _ oldDates: [Mention], _ newDates: [Mention], _ sentences: PassageDiff.SentencePair
  ) {
    func part(_ mention: Mention) -> String? {
      if case .word(let word) = mention.value, mention.kind == .time { return word }
      return mention.partOfDay
    }
    for hunk in sentences.hunks {
      let before = oldDates.filter { hunk.old.overlaps($0.range) }
      let after = newDates.filter { hunk.new.overlaps($0.range) }
      guard before.count == 1, after.count == 1, before[0].kind != after[0].kind,
        !isCovered(before[0].range, inOld: true), !isCovered(after[0].range, inOld: false),
        let a = part(before[0]), let b = part(after[0]), a != b
      else { continue }
      add(
        RawClaim(
          type: .time, old: before[0].range, new: after[0].range, oldMention: before[0],
          newMention: after[0], because: "the two are different times of day"))
    }
  }

  /// `3–9pm` → `3 p.m. to 9 p.m.`, `2010-14` → `2010 to 2014`: two times or years that are written as one and as two.
  mutating func findSpans(
    _ oldDates: [Mention], _ newDates: [Mention], _ sentences: PassageDiff.SentencePair
  ) {
    func spans(_ mentions: [Mention]) -> [Mention] {
      mentions.filter { mention in
        switch mention.value {
        case .clock(let from, let to): from != to
        case .date(let date): date.key?.hasPrefix("years ") ?? false
        default: false
        }
      }
    }
    func make(_ first: Mention, _ last: Mention, _ span: Mention) -> Bool {
      switch (first.value, last.value, span.value) {
      case (.clock(let start, let startToo), .clock(let end, let endToo), .clock(let from, let to)):
        start == startToo && end == endToo && start == from && end == to
      case (.date(let start), .date(let end), .date(let all)):
        all.days.first.map {
          start.days.first?.lowerBound == $0.lowerBound
            && end.days.last?.upperBound == $0.upperBound
        } ?? false
      default: false
      }
    }
    func twins(_ mentions: [Mention], _ reading: Reading, as span: Mention) -> Range<Int>? {
      for (first, last) in zip(mentions, mentions.dropFirst()) {
        guard make(first, last, span), first.range.upperBound + 1 == last.range.lowerBound,
          reading.isMark(first.range.upperBound, "-")
            || reading.has(first.range.upperBound, .rangeWord)
        else { continue }
        return first.range.lowerBound..<last.range.upperBound
      }
      return nil
    }
    func restate(_ before: Range<Int>, _ after: Range<Int>) {
      guard !isCovered(before, inOld: true), !isCovered(after, inOld: false) else { return }
      findings.restatements.append(RawRestatement(old: before, new: after))
      cover(before, after)
    }
    for span in spans(oldDates) where isTouched(span.range, inOld: true) {
      if let after = twins(newDates, new, as: span) { restate(span.range, after) }
    }
    for span in spans(newDates) where isTouched(span.range, inOld: false) {
      if let before = twins(oldDates, old, as: span) { restate(before, span.range) }
    }
  }

  /// `2,300 families a week` → `a month`: the same figure of another time.
  mutating func findRates(
    _ oldFigures: [Mention], _ newFigures: [Mention], _ sentences: PassageDiff.SentencePair
  ) {
    /// The times of figures that are not told to differ already.
    func times(_ figures: [Mention], inOld: Bool) -> [Mention] {
      figures.compactMap { figure in
        guard let rate = figure.rate, !isCovered(figure.core, inOld: inOld) else { return nil }
        let word = rate.word..<rate.word + 1
        guard !isCovered(word, inOld: inOld) else { return nil }
        return Mention(kind: figure.kind, range: word, core: word, value: .word(rate.unit.name))
      }
    }
    let pairing = pairUp(
      times(oldFigures, inOld: true), times(newFigures, inOld: false), sentences,
      areSame: { $0.value == $1.value })
    for (a, b) in pairing.pairs where a.value != b.value && a.kind == b.kind {
      add(
        RawClaim(
          type: a.kind, old: a.range, new: b.range, oldMention: a, newMention: b,
          because: "the figure is of another time"))
    }
  }
}
