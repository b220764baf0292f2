import StoryLanguage
import StoryModel

/// What a notice says of somebody else than a change does, or the contrary of.
extension NoticeLinker {
  /// Of the changes that a notice seems to speak of those that it does: not what is told of another, nor the contrary.
  func withoutContrary(_ told: Set<Int>, _ candidates: [Candidate]) -> Set<Int> {
    let strange = told.filter {
      contradicts(candidates[$0]) || statesContrary(candidates[$0])
        || isOfAnotherPerson(candidates[$0]) || isOfLikeSentence(candidates[$0], candidates)
        || isOfLikeValue(candidates[$0]) || rightsAnother(candidates[$0])
    }
    // A headline says again what stands below it.
    return told.filter { index in
      !strange.contains(index)
        && !(candidates[index].new.passage.isHeadline
          && strange.contains { areSame(candidates[$0], candidates[index]) })
    }
  }

  /// `said Ada Orr had read it`, where Tom Finch now has not, and a sentence on her has those words, too: whether each
  /// sentence that has words of a change names people of another sentence and nobody of the change's.
  private func isOfAnotherPerson(_ candidate: Candidate) -> Bool {
    guard let story, ![.entity, .attribution].contains(candidate.claim.type) else { return false }
    let (reading, span) = NoticeLinker.place(candidate)
    guard !span.isEmpty, !reading.passage.isHeadline else { return false }
    let sentence = reading.passage.sentence(at: span.lowerBound)
    let words = stems(of: sentence, reading)
    let telling = parts.filter { part in
      gives(candidate, part) || !self.telling(candidate, subject(of: part)).isEmpty
    }
    let speaking = telling.isEmpty ? parts : telling
    let named = names(in: speaking)
    guard !named.isEmpty, named.isDisjoint(with: words),
      namesPerson(sentence, reading, apartFrom: span)
    else { return false }
    let said = subjects.subtracting(named)
    // `She denied it`, where `denied` became `admitted`
    let before = candidate.claim.old.map { stems(of: $0, candidate.old) } ?? []
    let own = self.telling(words.union(before), said)
    return story.sentences.contains { other in
      !named.isDisjoint(with: other.words) && !other.reading.passage.isHeadline
        && mayHold(candidate, other, shared: own)
    }
  }

  /// `said the brewery will close`, where the mill now may, and `the brewery may close, too` stands below: whether what is
  /// denied or hedged is so of something else in another sentence, which has all of the notice's words that the change's
  /// has, and more.
  private func isOfLikeSentence(_ candidate: Candidate, _ candidates: [Candidate]) -> Bool {
    guard let story, [.polarity, .certainty].contains(candidate.claim.type) else { return false }
    let (reading, span) = NoticeLinker.place(candidate)
    guard candidate.claim.new != nil, !span.isEmpty, !reading.passage.isHeadline else {
      return false
    }
    let said = subjects
    let sentence = reading.passage.sentence(at: span.lowerBound)
    let own = telling(stems(of: sentence, reading), said)
    func isChanged(_ other: StoryWords.Sentence) -> Bool {
      candidates.contains { like in
        let (reading, span) = NoticeLinker.place(like)
        guard like.claim.type == candidate.claim.type, !span.isEmpty else { return false }
        return isSentence(other, of: reading, at: span)
      }
    }
    return !own.isEmpty
      && story.sentences.contains { other in
        let isMarked = other.range.contains { position in
          candidate.claim.type == .polarity
            ? other.reading.isNegation(position) : other.reading.has(position, .modal)
        }
        return isMarked && telling(other.words, said).isStrictSuperset(of: own)
          && !isChanged(other)
      }
  }

  /// `Three women were hurt, not two`, where two men became three and three women stand below, as they did: whether the
  /// value that is right stands in another sentence beside all words that the change's has of the notice, and a name more,
  /// or the change counts something else.
  private func isOfLikeValue(_ candidate: Candidate) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    guard let story, isNumeric(candidate), let right = candidate.claim.newMention, !span.isEmpty,
      !reading.passage.isHeadline
    else { return false }
    let sentence = reading.passage.sentence(at: span.lowerBound)
    let said = subjects
    let named = names(in: parts)
    let own = telling(stems(of: sentence, reading), said)
    let isNamed = namesPerson(sentence, reading, apartFrom: span)
    let countsAnother = countsAnother(candidate) && countsThings(right, in: candidate.new)
    guard isNamed || countsAnother, named.isDisjoint(with: own) else { return false }
    return story.sentences.contains { other in
      let theirs = telling(other.words, said)
      return !other.reading.passage.isHeadline && theirs.isStrictSuperset(of: own)
        && (countsAnother || !theirs.subtracting(own).isDisjoint(with: named))
        && story.values(of: other).contains { Comparison.of(right, $0).isSame }
    }
  }

  /// Whether a sentence of the story may have what a notice says of a change: a value of its kind, or the one that is
  /// right where both are given, a post or words that are quoted, or one of the notice's words that the change's sentence has.
  private func mayHold(
    _ candidate: Candidate, _ other: StoryWords.Sentence, shared: Set<String>
  ) -> Bool {
    let givesBoth = namesBoth(candidate)
    switch candidate.claim.type {
    case .quantity, .money, .percentage, .date, .time:
      return story?.values(of: other).contains { value in
        givesBoth
          ? candidate.claim.newMention.map { Comparison.of($0, value).isSame } ?? false
          : hasKind(value, of: candidate)
      } ?? false
    case .role where givesBoth:
      return isSpelled(ownWords(of: candidate).new, candidate.new, among: other.words)
    case .quotation:
      return other.reading.quotes.contains { $0.overlaps(other.range) }
    default:
      return !telling(other.words, shared).isEmpty
    }
  }

  /// What all sentences of the notice speak of.
  var subjects: Set<String> {
    parts.reduce(into: []) { $0.formUnion(subject(of: $1)) }
  }

  func names(in parts: [Part]) -> Set<String> {
    parts.reduce(into: []) { $0.formUnion(names(in: $1)) }
  }

  /// The stems of the words that say something.
  func stems(of words: Range<Int>, _ reading: Reading) -> Set<String> {
    Set(words.filter(reading.isContent).map { stem(reading.lower[$0]) })
  }

  /// Whether a sentence of the story is the one in which a change stands, word for word.
  func isSentence(_ other: StoryWords.Sentence, of reading: Reading, at span: Range<Int>) -> Bool {
    other.range.elementsEqual(reading.passage.sentence(at: span.lowerBound)) {
      other.reading.lower[$0] == reading.lower[$1]
    }
  }

  /// Whether a sentence tells of somebody before a change, by a name that is no day's and does not only open it.
  private func namesPerson(_ sentence: Range<Int>, _ reading: Reading, apartFrom span: Range<Int>)
    -> Bool
  {
    guard reading.language.code != "de" else { return false }
    let first = sentence.first(where: reading.isWord) ?? sentence.lowerBound
    func isName(_ position: Int) -> Bool {
      sentence.contains(position) && !span.contains(position) && reading.isWord(position)
        && reading.isCapitalised(position) && reading.isContent(position)
        && !reading.has(position, [.month, .weekday])
    }
    // `Orr won`, but `Sales fell`
    func isNameAlone(_ position: Int) -> Bool {
      isName(position + 1)
        || SpellChecker.shared.isWord(reading.lower[position], language: reading.language.code)
          == false
    }
    func isQuoted(_ position: Int) -> Bool {
      reading.quote(around: position..<position + 1) != nil
    }
    // `"…," said Lou Orr.`
    if isQuoted(span.lowerBound) {
      return sentence.contains { isName($0) && $0 > first && !isQuoted($0) }
    }
    return !reading.has(first, .pronoun)
      && sentence.contains { position in
        position < span.lowerBound && isName(position)
          && (position > first || isNameAlone(position))
      }
  }

  /// Whether a value stands in what an earlier text said: `said that it was £4m`, `We said £4m`.
  func isSaidToHaveStood(_ place: Range<Int>) -> Bool {
    let before = notice.passage.sentence(at: place.lowerBound).lowerBound..<place.lowerBound
    return before.contains { position in
      notice.signs(position).contains(.act)
        && (notice.has(position, .saying) && tellsOfError(place)
          || notice.signs(position - 1).contains(.voice))
    }
  }

  /// `said that it had been inspected. It has not.`, where the denial went: whether what a notice calls wrong is denied
  /// as the change now has it, or is not denied as the change now does not.
  private func statesContrary(_ candidate: Candidate) -> Bool {
    let claim = candidate.claim
    guard claim.type == .polarity, (claim.old == nil) != (claim.new == nil) else { return false }
    let (reading, span) = NoticeLinker.place(candidate)
    let next = (span.upperBound..<min(reading.count, span.upperBound + 5)).first {
      reading.isContent($0)
    }
    guard let predicate = next.map({ stem(reading.lower[$0]) }) else { return false }
    let wrong = parts.compactMap { part -> Range<Int>? in
      guard tellsOfMistake(part), let clause = wrongStatement(in: part),
        clause.contains(where: { isRelated(stem(notice.lower[$0]), to: [predicate]) })
      else { return nil }
      return clause
    }
    guard let clause = wrong.first, wrong.count == 1 else { return false }
    return clause.contains(where: notice.isNegation) == (claim.old == nil)
  }

  /// What a sentence says that an earlier text said, to the next mark.
  private func wrongStatement(in part: Part) -> Range<Int>? {
    guard
      let verb = part.range.first(where: {
        notice.has($0, .saying) && notice.signs($0).contains(.act)
      }),
      !(part.range.lowerBound..<verb).contains(where: notice.isNegation)
    else { return nil }
    let end = (verb + 1..<part.range.upperBound).first {
      notice.tokens[$0].kind == .mark && notice.lower[$0] != "-" && notice.lower[$0] != "\""
    }
    return verb + 1..<(end ?? part.range.upperBound)
  }

  /// `the number of people hurt`, of a sentence that tells of the dead alone: whether the notice has a word that cannot be
  /// true of what the sentence of a figure tells.
  func isOfContrary(_ candidate: Candidate) -> Bool {
    guard isNumeric(candidate) else { return false }
    let (reading, span) = NoticeLinker.place(candidate)
    guard !span.isEmpty else { return false }
    let exclusives = notice.language.denial.exclusives
    let told = reading.passage.sentence(at: span.lowerBound).filter { reading.isContent($0) }
      .map { reading.lower[$0] }
    let said = range.filter { notice.isContent($0) && exclusives.contains(notice.lower[$0]) }
      .map { notice.lower[$0] }
    func isTold(_ word: String) -> Bool {
      told.contains { $0 == word || isRelated(stem($0), to: [stem(word)]) }
    }
    // Of a word that the sentence has, too, the notice may speak of that one.
    return said.contains { word in
      !isTold(word) && told.contains { exclusives.areApart(word, $0) }
    } && !said.contains(where: isTold)
  }
}
