import StoryLanguage
import StoryModel

/// What a notice says was wrong as a whole, or makes clear.
extension NoticeLinker {
  /// The claims of a denial or a certainty that a sentence speaks of as a whole: `wrongly stated that he had
  /// admitted the charge`, `to make clear that nobody knows yet what caused it`. Of each the only one, and
  /// where words of the clause stand in its sentence.
  func toldByStatement(_ part: Part, _ candidates: [Candidate]) -> [Int] {
    guard part.figures.allSatisfy(\.isOrdinal), part.dates.isEmpty, let clause = statement(in: part)
    else {
      return []
    }
    let said = Set(
      clause.filter { notice.isContent($0) && notice.isWord($0) }.map { stem(notice.lower[$0]) })
    func only(_ type: ClaimChange.Kind, _ areAlike: (Candidate, Candidate) -> Bool) -> [Int] {
      let all = candidates.indices.filter { candidates[$0].claim.type == type }
      guard let first = all.first,
        all.allSatisfy({ areAlike(candidates[$0], candidates[first]) })
      else { return [] }
      return all
    }
    func isTold(_ index: Int, least: Int) -> Bool {
      telling(candidates[index], said).count >= least
    }
    // `We reported that he admitted it. He did not. We regret the error.`
    let isTakenBack =
      saysWhatWasPrinted(part)
      && parts.contains {
        tellsOfMistake($0) || $0.range.contains { notice.signs($0).contains(.withdrawal) }
      }
    // `to make plain that nobody can finish`: what is made clear is that something is not so.
    let isDenied = clarifies && clause.contains { notice.isNegation($0) }
    if tellsOfMistake(part) || isTakenBack || isDenied {
      let denials = only(.polarity) { areSame($0, $1) || areReversed($0, $1) }
      let isWhole = isTakenBack || tellsOfMistake(part)
      if denials.contains(where: { isTold($0, least: isWhole ? 1 : 2) }),
        isWhole || denials.allSatisfy({ candidates[$0].claim.old == nil })
      {
        return denials
      }
    }
    guard clarifies || withdraws(part) else { return [] }
    let weakened = candidates.indices.filter { candidates[$0].claim.type == .certainty }
    // `to close`, `could close` in a headline: of no degree that is known
    guard
      weakened.allSatisfy({ isWeakened(candidates[$0]) || candidates[$0].mentions.isEmpty }),
      weakened.contains(where: { isWeakened(candidates[$0]) })
    else { return [] }
    let told = weakened.filter { isTold($0, least: part.hasNegation ? 1 : 2) }
    return weakened.filter { index in
      told.contains { other in
        other == index || areSame(candidates[other], candidates[index])
          || hedgeAlike(candidates[other], candidates[index])
      }
    }
  }

  /// Whether a sentence gives a value, or a word, of one of some claims.
  func isToldByValues(_ part: Part, _ named: [Candidate]) -> Bool {
    named.contains { candidate in
      candidate.mentions.contains { mention in
        (part.figures + part.dates).contains { Comparison.of(mention, $0).isSame }
      }
        || [.polarity, .certainty].contains(candidate.claim.type)
          && score(candidate, part.words) > 0
        || candidate.claim.type == .role && spells(candidate, part)
    }
  }

  /// Whether a claim's old or new words, or the last of either, stand in a sentence of the notice.
  func spells(_ candidate: Candidate, _ part: Part) -> Bool {
    let claim = candidate.claim
    return [(claim.old, candidate.old), (claim.new, candidate.new)].contains { span, reading in
      guard let span else { return false }
      let said = span.filter { reading.isContent($0) && !reading.has($0, .saying) }
      return said.last.map { part.words.contains(stem(reading.lower[$0])) } ?? false
    }
  }

  /// `to make clear that she gave money in its early days`: whether a day or a time is spoken of only by the way in what
  /// a sentence makes clear, after its verb or a preposition.
  func isSaidInPassing(_ topic: String, _ part: Part) -> Bool {
    guard ["date", "time", "month", "year"].contains(topic), part.asked.isEmpty,
      let clause = part.range.dropFirst().first(where: { position in
        notice.has(position, .that)
          && (position - 4..<position).contains {
            $0 >= part.range.lowerBound && notice.noticeSigns[$0].payload.contains(.clarity)
          }
      })
    else { return false }
    let kinds = notice.language.kindWords[topic] ?? []
    func isBesides(_ position: Int) -> Bool {
      guard position > clause + 3 else { return false }
      return (clause + 1..<position).contains {
        notice.has($0, [.be, .have, .modal]) || notice.noticeSigns[$0].payload.contains(.act)
      }
        || (max(clause + 1, position - 4)..<position).contains {
          notice.language.slips.prepositions.contains(notice.lower[$0])
        }
    }
    return part.range.allSatisfy { position in
      !isOfKind(position, kinds) || isBesides(position)
    }
  }

  /// `updated with a response from the company`: whether a kind of value is spoken of only as who answered.
  func isOfAnswer(_ topic: String, _ part: Part) -> Bool {
    let kinds = notice.language.kindWords[topic] ?? [], slips = notice.language.slips
    let places = part.range.filter { isOfKind($0, kinds) }
    return part.asked.isEmpty && !places.isEmpty
      && places.allSatisfy { place in
        (place - 3..<place).contains { preposition in
          preposition > part.range.lowerBound
            && slips.prepositions.contains(notice.lower[preposition])
            && notice.language.answerWords.contains(notice.lower[preposition - 1])
        }
      }
  }

  /// `the fall in the number of singers`: whether a kind of value is spoken of only as what rose or fell by a share.
  func isOfShare(_ topic: String, _ part: Part) -> Bool {
    guard topic == "quantity" else { return false }
    let (kinds, shares) = (
      notice.language.kindWords["quantity"] ?? [], notice.language.kindWords["percentage"] ?? []
    )
    let places = part.range.filter { isOfKind($0, kinds) }
    return !places.isEmpty
      && places.allSatisfy { place in
        let joiner = notice.has(place - 1, .article) ? place - 2 : place - 1
        return joiner > part.range.lowerBound
          && notice.language.slips.places.contains(notice.lower[joiner])
          && isOfKind(joiner - 1, shares) && !isOfKind(joiner - 1, kinds)
      }
  }

  /// The clause that a sentence calls wrong or makes clear: what follows `that`, `what` and their like.
  private func statement(in part: Part) -> Range<Int>? {
    let opener = part.range.dropFirst().first { position in
      (notice.has(position, .that) || notice.has(position, .clause))
        && (part.range.lowerBound..<position).contains { before in
          let signs = notice.noticeSigns[before].payload
          return !signs.isDisjoint(with: [.error, .clarity, .voice])
            || notice.match(notice.language.noticePhrases, before, end: position) != nil
        }
    }
    return opener.map { $0 + 1..<part.range.upperBound }
  }

  /// `We retract our report that …`: whether a part takes back what was stated, and says what that was.
  func withdrawsStatement(_ part: Part) -> Bool {
    withdraws(part)
      && part.range.dropFirst().contains {
        notice.has($0, .that) && !notice.signs($0).contains(.owner) && notice.isContent($0 - 1)
      }
  }

  /// `We retract our report`, but not `the report was retracted`
  private func withdraws(_ part: Part) -> Bool {
    part.range.contains { position in
      notice.signs(position).contains(.withdrawal) && !notice.has(position - 1, .be)
    }
  }

  /// `We reported that …`
  private func saysWhatWasPrinted(_ part: Part) -> Bool {
    part.range.contains { position in
      notice.signs(position).contains(.voice) && notice.signs(position + 1).contains(.act)
        && notice.has(position + 2, .that)
    }
  }

  func tellsOfMistake(_ part: Part) -> Bool {
    part.range.contains { notice.noticeSigns[$0].payload.contains(.error) }
      || part.range.contains {
        notice.match(notice.language.noticePhrases, $0, end: part.range.upperBound)?.payload
          == NoticeChange.Kind.correction.rawValue
      }
  }

  /// Whether two denials went the same way.
  func areReversed(_ a: Candidate, _ b: Candidate) -> Bool {
    (a.claim.old == nil) == (b.claim.old == nil) && (a.claim.new == nil) == (b.claim.new == nil)
  }

  /// `was` → `may have been`, `will` → `could`
  private func isWeakened(_ candidate: Candidate) -> Bool {
    func level(_ mention: Mention?) -> String? {
      guard case .word(let level) = mention?.value else { return nil }
      return level
    }
    let sure: Set<String?> = [nil, "certain", "obliged", "able"]
    return sure.contains(level(candidate.claim.oldMention))
      && !sure.contains(level(candidate.claim.newMention))
  }
}
