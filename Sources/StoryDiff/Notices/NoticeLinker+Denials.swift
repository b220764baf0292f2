import StoryLanguage

/// What a notice says of denials and of what was none.
extension NoticeLinker {
  /// `The ban is not yet in force`, where it is not yet known: a denial of two words that the notice has as it stands.
  func repeatsDenial(_ candidate: Candidate) -> Bool {
    guard let denial = candidate.claim.new, denial.count > 1 else { return false }
    let words = candidate.new.lower[denial]
    return range.contains { start in
      start + words.count <= range.upperBound
        && notice.lower[start..<start + words.count].elementsEqual(words)
    }
  }

  /// `He was not.`: a sentence of the notice that denies the one before it and says no more.
  var isDeniedWhole: Bool {
    parts.contains { part in
      let start = part.range.lowerBound
      // `He was not, and no one has said so.`
      let isShort =
        notice.has(start, .pronoun) && notice.has(start + 1, .be) && notice.isNegation(start + 2)
        && start + 3 < notice.count && notice.tokens[start + 3].kind == .mark
      return part.hasNegation && (part.words.count <= 1 || isShort)
    }
  }

  /// `not to every school`, where `all` became a number: whether a sentence denies the whole that one version gave.
  func limitsWhole(_ candidate: Candidate) -> Bool {
    let wholes = notice.language.denial.wholes
    func isWhole(_ span: Range<Int>?, _ reading: Reading) -> Bool {
      span?.contains { wholes.contains(reading.lower[$0]) } ?? false
    }
    let claim = candidate.claim
    guard isWhole(claim.old, candidate.old) != isWhole(claim.new, candidate.new),
      speaksOf(candidate, least: 1)
    else { return false }
    return parts.contains { part in
      part.hasNegation && part.range.contains { wholes.contains(notice.lower[$0]) }
    }
  }

  /// Where a claim stands in the newer version, else in the older.
  static func place(_ candidate: Candidate) -> (Reading, Range<Int>) {
    candidate.claim.new.map { (candidate.new, $0) }
      ?? (candidate.old, candidate.claim.old ?? 0..<0)
  }

  /// Whether the notice speaks of the sentence that holds the claim.
  func speaksOf(_ candidate: Candidate, least: Int) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    guard !span.isEmpty else { return false }
    let sentence = reading.passage.sentence(at: span.lowerBound)
    let around = Set(
      sentence.filter { reading.isContent($0) && !reading.has($0, .saying) }
        .map { stem(reading.lower[$0]) })
    return around.count { isRelated($0, to: words) } >= least
  }

  /// Whether the notice has the word that is denied or hedged: one of the next that say something.
  func namesPredicate(_ candidate: Candidate) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    let next = (span.upperBound..<min(reading.count, span.upperBound + 5)).filter {
      reading.isContent($0)
    }
    // Of a denial its object may tell too: `not wearing a helmet`.
    return next.prefix(candidate.claim.type == .polarity ? 2 : 1).contains { position in
      // `had never met Ada Orr`: whom it names is not what is denied.
      if reading.isCapitalised(position), position > span.upperBound { return false }
      let word = stem(reading.lower[position])
      return words.contains(word) || words.contains { NoticeLinker.areRelated($0, word) }
    }
  }

  /// Whether a sentence with a hedge has a word that was sure or unsure in either version, or another of its degree.
  func namesLevel(_ candidate: Candidate) -> Bool {
    let claim = candidate.claim
    let own = Set(
      (claim.old ?? 0..<0).map { candidate.old.lower[$0] }
        + (claim.new ?? 0..<0).map { candidate.new.lower[$0] })
    let levels = [claim.oldMention, claim.newMention].compactMap { mention -> String? in
      guard case .word(let level)? = mention?.value else { return nil }
      return level
    }
    return parts.contains { part in
      part.hasHedge
        && part.range.contains { position in
          own.contains(notice.lower[position]) && notice.isWord(position)
            || notice.match(notice.language.hedges, position, end: part.range.upperBound)
              .map { levels.contains($0.payload) } == true
        }
    }
  }

  /// Whether a sentence of the notice denies a word that stands beside the claim's negation: `hieß es,
  /// das Bad schließe nicht`.
  func deniesPredicate(_ candidate: Candidate) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    guard !span.isEmpty, speaksOf(candidate, least: 2) else { return false }
    let sentence = reading.passage.sentence(at: span.lowerBound)
    let near = (span.lowerBound - 3..<span.upperBound + 3).clamped(to: sentence)
    let predicates = near.filter { position in
      reading.isContent(position) && reading.isWord(position)
        && (!reading.isCapitalised(position) || reading.language.code == "de")
        && reading.lower[position].utf8.count >= 4
    }.map { stem(reading.lower[$0]) }
    return parts.contains { part in
      part.hasNegation
        && predicates.contains { word in
          part.words.contains { NoticeLinker.areRelated($0, word) || $0 == word }
        }
    }
  }

  /// `not suspended` in the headline, `has not been suspended` below it; `may close`, `could close`.
  func sayAlike(_ a: Candidate, _ b: Candidate) -> Bool {
    guard a.claim.type == b.claim.type,
      a.claim.type == .certainty || a.claim.type == .polarity && areReversed(a, b),
      a.new.passage.isHeadline || b.new.passage.isHeadline, let said = predicate(a)
    else { return false }
    return said == predicate(b)
  }

  /// The first word that says something after a denial or a modal.
  private func predicate(_ candidate: Candidate) -> String? {
    let (reading, span) = NoticeLinker.place(candidate)
    return (span.upperBound..<min(reading.count, span.upperBound + 4))
      .first { reading.isContent($0) }.map { stem(reading.lower[$0]) }
  }

  /// Whether the notice gives the number of what one version had none of: `injuring nobody`, `one
  /// person was hurt`.
  func countsWhatWasNone(_ candidate: Candidate) -> Bool {
    let claim = candidate.claim
    return claim.old.map { counts(candidate.old, $0, other: candidate.new) } ?? false
      || claim.new.map { counts(candidate.new, $0, other: candidate.old) } ?? false
  }

  /// Whether the notice gives a number that the other version has and the denial's own has not.
  private func counts(_ reading: Reading, _ span: Range<Int>, other: Reading) -> Bool {
    guard !self.figures.isEmpty else { return false }
    let sentence = reading.passage.sentence(at: span.lowerBound)
    let around = sentence.filter(reading.isContent).map { stem(reading.lower[$0]) }
    guard around.contains(where: { isRelated($0, to: words) }) else { return false }
    func figures(_ reading: Reading) -> [Mention] {
      let all = 0..<reading.count
      return FigureReader(reading: reading).mentions(
        in: all, apartFrom: DateReader(reading: reading).mentions(in: all))
    }
    let stated = figures(other), before = figures(reading)
    return self.figures.contains { figure in
      stated.contains { isSameFigure(figure, $0) }
        && !before.contains {
          // Where a figure stands beside the denial, that is what the number took the place of.
          isSameFigure(figure, $0)
            || $0.kind == figure.kind && sentence.contains($0.range.lowerBound)
        }
    }
  }
}
