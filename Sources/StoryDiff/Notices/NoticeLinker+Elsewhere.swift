import StoryLanguage
import StoryModel

/// What a notice speaks of where the claim is not: another sentence of the story.
extension NoticeLinker {
  /// Whether the words of a notice's sentence stand in another sentence of the story that has a value of the
  /// claim's kind, and none but the kind's stand in the claim's: `the price of milk`, where that of eggs changed.
  func isOfElsewhere(
    _ candidate: Candidate, _ said: Set<String>, among candidates: [Candidate],
    isOf isValue: (Mention) -> Bool
  ) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    guard let story, !span.isEmpty, !reading.passage.isHeadline else { return false }
    let said = said.filter { !isOfKind($0) }
    guard !said.isEmpty, telling(candidate, said).isEmpty else { return false }
    // Where the same change was made, too, the notice speaks of both.
    let alike = candidates.filter { areSame($0, candidate) || areOfOneChange($0, candidate) }
      .map { NoticeLinker.place($0) }.filter { !$1.isEmpty }
      .map { reading, span in (reading, reading.passage.sentence(at: span.lowerBound)) }
    func isOwn(_ sentence: StoryWords.Sentence) -> Bool {
      alike.contains { reading, own in
        sentence.range.count == own.count
          && zip(sentence.range, own).allSatisfy { sentence.reading.lower[$0] == reading.lower[$1] }
      }
    }
    return story.sentences.contains { sentence in
      !telling(sentence.words, said).isEmpty && !isOwn(sentence)
        && story.values(of: sentence).contains { hasKind($0, of: candidate) && isValue($0) }
    }
  }

  /// Whether a value may be one of the claim's kind.
  private func hasKind(_ value: Mention, of candidate: Candidate) -> Bool {
    guard let mention = candidate.claim.newMention ?? candidate.claim.oldMention else {
      return false
    }
    return value.kind == mention.kind
      && (value.unit?.dimension == mention.unit?.dimension || mention.kind == .money)
  }

  private func isOfKind(_ word: String) -> Bool {
    notice.language.kindWords.values.contains { $0.contains { isNoun(word, begunBy: $0) } }
  }

  /// Whether the only change of a kind is the one that a sentence means though it has none of its words: it
  /// went the way that is told, people are counted of whom it speaks (`the number who took part`), or what it
  /// speaks of stands next to it without such a value of its own.
  func isMeant(_ candidate: Candidate, _ part: Part) -> Bool {
    if goesAsTold(candidate, part) == true { return true }
    let mention = candidate.claim.newMention ?? candidate.claim.oldMention
    if candidate.claim.type == .quantity, mention?.unit == nil {
      return speaksOfPeople(part) && mention?.context.first.map(isPeople) == true
    }
    guard let story, let mention, isNumeric(candidate), let place = candidate.claim.new else {
      return false
    }
    guard let block = candidate.new.passage.span(of: place)?.block else { return false }
    let said = subject(of: part).filter { !isOfKind($0) }
    let places = story.sentences.filter { !telling($0.words, said).isEmpty }
    return places.contains { abs($0.block - block) <= 1 }
      && !places.contains { sentence in
        story.values(of: sentence).contains {
          hasKind($0, of: candidate) && $0.value != mention.value
        }
      }
  }

  /// `the number who took part`
  private func speaksOfPeople(_ part: Part) -> Bool {
    part.range.dropFirst().contains { position in
      notice.language.slips.relatives.contains(notice.lower[position])
        && notice.isContent(position - 1)
    }
  }

  private func isPeople(_ word: String) -> Bool {
    let words = notice.language.naming
    return words.peopleWords.contains(word) || words.anonymousSources.contains(word)
  }

  /// How many words a claim stands from the nearest of some in its sentence.
  func distance(_ candidate: Candidate, to words: Set<String>) -> Int? {
    let (reading, span) = NoticeLinker.place(candidate)
    guard !span.isEmpty else { return nil }
    return reading.passage.sentence(at: span.lowerBound).filter { position in
      !span.contains(position) && reading.isContent(position)
        && isRelated(stem(reading.lower[position]), to: words)
    }.map { $0 < span.lowerBound ? span.lowerBound - $0 : $0 - span.upperBound + 1 }.min()
  }

  /// The words of some that stand within a few words of the claim.
  func telling(near candidate: Candidate, _ said: Set<String>) -> Set<String> {
    let (reading, span) = NoticeLinker.place(candidate)
    guard !span.isEmpty else { return [] }
    let near = (span.lowerBound - 4..<span.upperBound + 4)
      .clamped(to: reading.passage.sentence(at: span.lowerBound))
    return telling(
      Set(
        near.filter { reading.isContent($0) && !span.contains($0) }
          .map { stem(reading.lower[$0]) }), said)
  }
}
