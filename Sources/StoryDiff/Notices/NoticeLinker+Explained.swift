import StoryLanguage

/// What a sentence of a notice speaks of because it gives its value.
extension NoticeLinker {
  /// The changes of which a sentence, or a short one after it, gives a value: `misidentified the film as her third. It
  /// is her fourth.` The kinds that it names are of those, unless it lists several.
  func explaining(_ index: Int, among named: [Candidate]) -> [Candidate] {
    let lists = parts[index].range.dropLast().contains { position in
      notice.has(position, .numberJoiner) && !isLabel(position)
        && !notice.language.denials.contains(notice.lower[position + 1])
    }
    // `The board issued it. This story named another body.`
    let before =
      // `It was the mayor. The cost has also been corrected.`: another.
      index > 0 && !tellsOfError(parts[index - 1])
        && !parts[index].range.contains(where: {
          notice.language.alsoWords.contains(notice.lower[$0])
        }) ? [parts[index - 1]] : []
    if lists { return named.filter { candidate in before.contains { gives(candidate, $0) } } }
    let answers = parts[(index + 1)...].prefix { part in
      let start = part.range.lowerBound
      return notice.has(start, .pronoun) && notice.has(start + 1, [.be, .have])
    }.prefix(1)
    return named.filter { candidate in
      (before + [parts[index]] + answers).contains { gives(candidate, $0) }
    }
  }

  /// Whether a sentence says, after its label, that something was wrong or what an earlier text said.
  private func tellsOfError(_ part: Part) -> Bool {
    part.range.contains { position in
      !isLabel(position)
        && !notice.noticeSigns[position].payload
          .isDisjoint(with: [.error, .earlier, .text, .fix, .edit, .voice])
    }
  }

  func isOne(_ candidate: Candidate, of explained: [Candidate]) -> Bool {
    explained.isEmpty || explained.contains { areSame($0, candidate) }
  }

  /// Whether a sentence has a value of a change: its figure or day, or the words that came or went.
  func gives(_ candidate: Candidate, _ part: Part) -> Bool {
    switch candidate.claim.type {
    case .quantity, .money, .percentage, .date, .time:
      return candidate.mentions.contains { mention in
        (part.figures + part.dates).contains { Comparison.of(mention, $0).isSame }
      }
    case .entity, .attribution, .role:
      let (old, new) = ownWords(of: candidate)
      return isSpelled(old, candidate.old, among: part.words)
        || isSpelled(new, candidate.new, among: part.words)
    case .quotation, .polarity, .certainty: return false
    }
  }
}
