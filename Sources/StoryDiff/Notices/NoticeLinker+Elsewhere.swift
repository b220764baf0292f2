import StoryLanguage
import StoryModel

/// What a notice speaks of where the claim is not: another sentence of the story.
extension NoticeLinker {
  /// How many words a mark between two clauses counts for.
  private static let widthOfMark = 6
  /// How many words `and` counts for: `on Friday, and Nova on Sunday`.
  private static let widthOfJoiner = 3

  /// Whether the words of a notice's sentence stand in another sentence of the story that has a value of the
  /// claim's kind, and none but the kind's stand in the claim's: `the price of milk`, where that of eggs changed.
  func isOfElsewhere(
    _ candidate: Candidate, _ said: Set<String>, among candidates: [Candidate],
    isOf isValue: (Mention, Reading) -> Bool
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
        && story.values(of: sentence).contains {
          hasKind($0, of: candidate) && isValue($0, sentence.reading)
        }
    }
  }

  /// Whether a value may be one of the claim's kind.
  func hasKind(_ value: Mention, of candidate: Candidate) -> Bool {
    guard let mention = candidate.claim.newMention ?? candidate.claim.oldMention else {
      return false
    }
    // `the right year`: no day, where a day stands.
    if value.kind == .date,
      (NoticeLinker.year(value) == nil) != (NoticeLinker.year(mention) == nil)
    {
      return false
    }
    // `the final score`, where somebody hit four in the final minute: no score.
    if isScore(candidate), case .number(let low, let high) = value.value, low == high {
      return false
    }
    // `his first map`, where an age was wrong
    return value.kind == mention.kind && value.isOrdinal == mention.isOrdinal
      && (value.unit?.dimension == mention.unit?.dimension || mention.kind == .money)
  }

  /// `The boat was built in Devon. An earlier version misstated where it was made.`: whether the sentence before or after
  /// one names a place.
  func givesPlace(_ index: Int) -> Bool {
    [index - 1, index + 1].contains { other in
      guard parts.indices.contains(other) else { return false }
      return parts[other].range.dropFirst().contains { position in
        notice.isWord(position) && notice.isCapitalised(position) && notice.isContent(position)
          && !notice.has(position, [.month, .weekday]) && !isLabel(position)
          && notice.language.slips.places.contains(notice.lower[position - 1])
      }
    }
  }

  /// Whether the only change of a kind is the one that a sentence means though it has none of its words: it
  /// went the way that is told, people are counted of whom it speaks (`the number who took part`), or what it
  /// speaks of stands next to it without such a value of its own.
  func isMeant(_ candidate: Candidate, _ part: Part) -> Bool {
    if goesAsTold(candidate, part) == true { return true }
    if candidate.claim.type == .entity, isOfNameOfOwner(candidate, part) { return true }
    // `misquoted the singer`, who is named beside another sentence of what she said.
    if candidate.claim.type == .quotation {
      let reading = NoticeLinker.place(candidate).0
      return !telling(Set(reading.lower.map(stem)), subject(of: part)).isEmpty
    }
    if candidate.claim.type == .role { return isOfUnnamed(candidate, part, "role") }
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
    func hasOther(_ sentence: StoryWords.Sentence) -> Bool {
      story.values(of: sentence).contains {
        hasKind($0, of: candidate) && $0.value != mention.value
      }
    }
    // `the day of the burglary`, of which the story has other words and no other day.
    if places.isEmpty {
      return figures.isEmpty && dates.isEmpty && !said.isEmpty
        && topics(of: candidate).contains(where: { speaks(part, of: $0) && !isVague($0, in: part) })
        && telling(story.words, said).isEmpty && !story.sentences.contains(where: hasOther)
    }
    return places.contains { abs($0.block - block) <= 1 } && !places.contains(where: hasOther)
  }

  /// `to fix the sponsor's name`: whether a sentence mends the name of what the story tells of next to a change.
  private func isOfNameOfOwner(_ candidate: Candidate, _ part: Part) -> Bool {
    guard let story, !part.owners.isEmpty, !isPlace(candidate),
      !NoticeLinker.isOfSpelling(part, notice), let new = candidate.claim.new,
      let block = candidate.new.passage.span(of: new)?.block,
      part.range.contains(where: { position in
        notice.lower[position] != notice.lower[position].withoutPossessive && isOfName(position + 1)
      })
    else { return false }
    return story.sentences.contains { sentence in
      abs(sentence.block - block) <= 1 && !telling(sentence.words, part.owners).isEmpty
    }
  }

  /// `the wrong title for Ms Oake`, where the chairman defends something and Ms Oake speaks in the next block:
  /// whether a post, an age or a term stands beside no name, and a block after it names who a sentence does.
  func isOfUnnamed(_ candidate: Candidate, _ part: Part, _ topic: String) -> Bool {
    let claim = candidate.claim
    guard ["role", "age", "months", "duration"].contains(topic), let old = claim.old,
      let new = claim.new, let story,
      let block = candidate.new.passage.span(of: new)?.block,
      !isBesideName(old, candidate.old), !isBesideName(new, candidate.new)
    else { return false }
    let named = names(in: part)
    let places = story.sentences.filter { !named.isDisjoint(with: $0.words) }
    return places.contains { (block...block + 3).contains($0.block) }
      && !places.contains { sentence in
        topic == "role" || topic == "age"
          ? hasOwn(topic, named, sentence)
          : story.values(of: sentence).contains { hasKind($0, of: candidate) }
      }
  }

  /// `misquoted Ms Oake`, where she spoke in the block before and `she said` what was changed: whether a pronoun is who
  /// speaks, and the last sentence before that names anybody, two blocks before at most, names who a sentence of the notice
  /// does.
  func isSaidOn(_ candidate: Candidate, _ part: Part) -> Bool {
    let (reading, span) = NoticeLinker.place(candidate)
    guard candidate.claim.type == .quotation, let story, let new = candidate.claim.new,
      let block = candidate.new.passage.span(of: new)?.block
    else { return false }
    let isByPronoun = reading.passage.sentence(at: span.lowerBound).contains { position in
      reading.has(position, .saying)
        && (reading.has(position - 1, .pronoun) || reading.has(position + 1, .pronoun))
        && !reading.quotes.contains { $0.contains(position) }
    }
    let before = story.sentences.last { sentence in
      let isBefore =
        sentence.block == block
        ? sentence.reading.count == reading.count && sentence.range.upperBound <= span.lowerBound
        : (block - 2..<block).contains(sentence.block)
      return isBefore
        && sentence.range.dropFirst().contains { position in
          sentence.reading.isWord(position) && sentence.reading.isCapitalised(position)
            && sentence.reading.isContent(position)
            && !sentence.reading.has(position, [.month, .weekday])
        }
    }
    return isByPronoun && before.map { !names(in: part).isDisjoint(with: $0.words) } ?? false
  }

  /// `Ms Oake, the treasurer`: whether a post or an age stands beside somebody's name.
  private func hasOwn(_ topic: String, _ named: Set<String>, _ sentence: StoryWords.Sentence)
    -> Bool
  {
    let reading = sentence.reading
    return sentence.range.contains { position in
      named.contains(stem(reading.lower[position]))
        && (position - 2..<position + 4).contains { near in
          topic == "role"
            ? reading.has(near, .roleHead)
            : near >= 0 && near < reading.count && reading.tokens[near].kind == .number
        }
    }
  }

  /// `Chairman Jo Oake`, `Jo Oake, the chairman`, `Jo Oake, 43`
  private func isBesideName(_ span: Range<Int>, _ reading: Reading) -> Bool {
    func isName(_ position: Int) -> Bool {
      reading.isWord(position) && reading.isCapitalised(position) && reading.isContent(position)
        || reading.has(position, .honorific)
    }
    let before = (span.lowerBound - 3..<span.lowerBound).reversed()
      .prefix { reading.isMark($0, ",") || reading.has($0, .article) || isName($0) }
    return before.contains(where: isName) || isName(span.upperBound)
      || reading.isMark(span.upperBound, ",") && isName(span.upperBound + 1)
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

  /// How many words a claim stands from the nearest of some in its sentence, of those from `start` on.
  func distance(_ candidate: Candidate, to words: Set<String>, from start: Int = 0) -> Int? {
    let (reading, span) = NoticeLinker.place(candidate)
    return distance(reading, span, to: words, from: start)
  }

  func distance(_ reading: Reading, _ span: Range<Int>, to words: Set<String>, from start: Int)
    -> Int?
  {
    guard !span.isEmpty else { return nil }
    return reading.passage.sentence(at: span.lowerBound).filter { position in
      position >= start && !span.contains(position) && reading.isContent(position)
        && isRelated(stem(reading.lower[position]), to: words)
        && (span.lowerBound < position || !isDoneByAnother(position, words, reading))
    }.map { position in
      // `a 34-year-old man, Max Barr`
      let end = min(endOfCompound(after: span, reading), position)
      let between = position < span.lowerBound ? position..<span.lowerBound : end..<position + 1
      let marks = between.count { [",", ";", ":"].contains(reading.lower[$0]) }
      let joiners = between.count { reading.has($0, .numberJoiner) }
      // `a profit of £2m on sales of £8m`
      let isJoined =
        position + 2 == span.lowerBound && reading.has(position + 1, .dateJoiner)
      // `a cyclist, Ada Orr,`
      if position + 2 == span.lowerBound, reading.isMark(position + 1, ","),
        reading.isCapitalised(span.lowerBound)
      {
        return 1
      }
      return between.count - (isJoined ? 1 : 0) + marks * NoticeLinker.widthOfMark
        + joiners * NoticeLinker.widthOfJoiner
    }.min()
  }

  /// `the buyer`, of what follows `will buy`: whether words name who does what a verb before a value tells, and not to
  /// whom it is done.
  private func isDoneByAnother(_ verb: Int, _ words: Set<String>, _ reading: Reading) -> Bool {
    let said = stem(reading.lower[verb])
    return !words.contains(said) && !reading.has(verb - 1, .be)
      && words.contains { isDoer($0, of: said) }
  }

  /// Where the word ends, with what hyphens join to it, of which a span is the first part.
  private func endOfCompound(after span: Range<Int>, _ reading: Reading) -> Int {
    var end = span.upperBound
    while reading.isMark(end, "-"), reading.isJoined(end), reading.isWord(end + 1) { end += 2 }
    return end
  }

  /// How many words a claim stands after the last of some in its sentence, as they are.
  func distance(_ candidate: Candidate, after words: Set<String>) -> Int? {
    let (reading, span) = NoticeLinker.place(candidate)
    guard !span.isEmpty else { return nil }
    return reading.passage.sentence(at: span.lowerBound).last { position in
      position < span.lowerBound && words.contains(reading.lower[position])
    }.map { span.lowerBound - $0 }
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
