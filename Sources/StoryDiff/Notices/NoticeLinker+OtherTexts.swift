import StoryLanguage
import StoryModel

/// What a page of corrections says of other articles, and below this one too: `A report on Saturday about the Denholm
/// fair gave the wrong figure.`
extension NoticeLinker {
  /// The notice as one of this story: without the sentences on other texts.
  func of(_ story: StoryWords) -> NoticeLinker {
    var isOther = false
    let others = parts.filter { part in
      isOther = isOfOtherText(part, story) ?? isOther
      return isOther
    }
    var linker =
      others.isEmpty
      ? self
      : NoticeLinker(
        notice, range, told: told.union(others.map { $0.range.map { notice.lower[$0] } }))
    linker.story = story
    return linker
  }

  /// Whether a sentence tells of a text on something that this story has no word of; nil where it names no text.
  private func isOfOtherText(_ part: Part, _ story: StoryWords) -> Bool? {
    guard let text = part.range.first(where: { !isLabel($0) && isText($0) }) else { return nil }
    let deed = (text + 1..<part.range.upperBound).first(where: isDeed) ?? part.range.upperBound
    guard isAnyText(text, in: part), let about = start(ofSubjectAfter: text, end: deed) else {
      return false
    }
    let subject = (about..<max(about, deed)).filter {
      notice.isWord($0) && notice.isContent($0) && !notice.has($0, [.month, .weekday])
        && notice.noticeSigns[$0].payload.isDisjoint(with: [.text, .staff])
    }
    func isHere(_ position: Int) -> Bool {
      isRelated(stem(notice.lower[position]), to: story.words)
    }
    let names = subject.filter(isNameOfOwn)
    if !names.isEmpty { return !names.contains(where: isHere) }
    return subject.count > 1 && !subject.contains(where: isHere)
  }

  private func isText(_ position: Int) -> Bool {
    notice.language.noticeSigns.isEmpty
      ? notice.language.noticeTexts.contains(notice.lower[position])
      : notice.signs(position).contains(.text)
  }

  /// Whether a text is one of some that there are, and no version of this one: `a story`, `Monday's story`.
  private func isAnyText(_ text: Int, in part: Part) -> Bool {
    let language = notice.language
    let before = max(part.range.lowerBound, text - 5)..<text
    func isOne(_ position: Int) -> Bool { language.impliedNumbers[notice.lower[position]] == 1 }
    guard !language.noticeSigns.isEmpty else {
      return before.contains { isOne($0) && $0 >= text - 2 }
        && !part.range.contains {
          notice.match(language.noticeSubjects, $0, end: part.range.upperBound) != nil
        }
    }
    return !notice.signs(text).contains(.version)
      && !before.contains { !notice.signs($0).isDisjoint(with: [.owner, .earlier]) }
      && (before.contains(where: isOne) || notice.has(text - 1, .weekday))
  }

  /// What a text did, after which what it is about is told no more.
  private func isDeed(_ position: Int) -> Bool {
    // `a story published on Monday about …`
    if notice.has(position, .noticeDeed) { return false }
    return notice.language.noticeSigns.isEmpty
      ? notice.has(position, [.saying, .that, .be, .have]) || notice.isMark(position, ",")
      : !notice.noticeSigns[position].payload.isDisjoint(with: [.act, .error])
  }

  /// Where it begins what a text is about: `a story in Tuesday's paper about the …`, `a profile of …`.
  private func start(ofSubjectAfter text: Int, end: Int) -> Int? {
    let about = (text + 1..<max(text + 1, end)).first {
      notice.language.aboutWords.contains(notice.lower[$0])
    }
    if let about { return about + 1 }
    let next = text + 2
    guard notice.has(text + 1, .dateJoiner), next < end, !notice.isStampWord(next),
      notice.signs(next).isDisjoint(with: [.text, .part])
    else { return nil }
    return next
  }

  /// A capital word that is no people's: a film may be French in a story that does not say so.
  private func isNameOfOwn(_ position: Int) -> Bool {
    notice.language.code != "de" && notice.isCapitalised(position)
      && !notice.isAllCapitals(position)
      && !notice.has(position, .honorific)
      && !notice.language.naming.demonyms.contains(notice.lower[position].withoutPossessive)
  }

  /// Of some changes that a notice names those that are not told of a stranger; a headline says again what stands below it.
  func ofThisStory(_ named: [Int], _ candidates: [Candidate]) -> [Int] {
    let strange = named.filter {
      isOfStranger(candidates[$0]) || isOfStanding(candidates[$0], candidates)
    }
    return named.filter { index in
      !strange.contains(index)
        || named.contains { !strange.contains($0) && areSame(candidates[$0], candidates[index]) }
    }
  }

  /// `The raffle brought in $15,000`, where what riders raised was that much and is more: whether each sentence that gives
  /// one value of a change speaks of a value beside it that was so and is so still.
  private func isOfStanding(_ candidate: Candidate, _ candidates: [Candidate]) -> Bool {
    guard isNumeric(candidate), !namesBoth(candidate) else { return false }
    let reading = NoticeLinker.place(candidate).0
    let rivals = standing(beside: candidate, candidates).filter { value in
      candidate.mentions.contains { Comparison.of($0, value).isSame }
    }
    let giving = parts.filter { gives(candidate, $0) }
    return !rivals.isEmpty && !giving.isEmpty
      && giving.allSatisfy { part in
        // `misstated the fee for Bay. It was £4m.`
        let own = names(in: part).isEmpty ? subject(of: part) : names(in: part)
        let said = own.isEmpty ? claimWords : own
        let distance = self.distance(candidate, to: said)
        return rivals.contains { rival in
          guard (part.figures + part.dates).contains(where: { Comparison.of(rival, $0).isSame }),
            let theirs = self.distance(reading, rival.range, to: said, from: 0)
          else { return false }
          return distance.map { theirs < $0 } ?? true
        }
      }
  }

  /// `The raft race at Lewes is on Saturday, not Friday`, in a story where something else was moved: whether each
  /// clause that gives a value of a change names somebody or something that the story does not, and has no word of the
  /// change's sentence.
  private func isOfStranger(_ candidate: Candidate) -> Bool {
    guard let story, isNumeric(candidate) else { return false }
    let giving = parts.filter { gives(candidate, $0) }.flatMap { part in
      clauses(of: part).filter { gives(candidate, $0) }
    }
    return !giving.isEmpty
      && giving.allSatisfy { part in
        let named = names(in: part)
        return !named.isEmpty && named.allSatisfy { !isRelated($0, to: story.words) }
          && telling(candidate, subject(of: part)).isEmpty
      }
  }
}
