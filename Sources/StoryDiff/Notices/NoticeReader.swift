import StoryLanguage
import StoryModel

/// Recognises what a newsroom prints about its own text.
///
/// The printed label decides the kind (`Correction:`); without one, what it says does, when it speaks
/// of the article itself (`An earlier version of this article misstated …`). A notice runs from its
/// first sentence to the end of its block.
struct NoticeReader {
  struct Notice {
    let kind: NoticeChange.Kind
    /// The tokens of the notice in its block.
    let range: Range<Int>
    let date: CivilDay?
  }

  /// Tokens of the longest block that may end in saying that there is more to come.
  private static let longestPromise = 30

  let reading: Reading

  /// The notice in the passage, where there is one.
  func notice(isHeadline: Bool) -> Notice? {
    guard !isHeadline, reading.count > 1, !isFurniture else { return nil }
    for sentence in reading.passage.sentences {
      // What stands in quotation marks is somebody's words, not the newsroom's.
      if reading.quotes.contains(where: { $0.contains(sentence.lowerBound) }) { continue }
      if reading.isMark(sentence.lowerBound, "\"") { continue }
      guard let kind = kind(of: sentence) else { continue }
      let range = sentence.lowerBound..<reading.count
      return Notice(kind: kind, range: range, date: date(in: range))
    }
    return nil
  }

  private func kind(of sentence: Range<Int>) -> NoticeChange.Kind? {
    if let printed = opening(at: sentence) ?? label(at: sentence) { return printed }
    if deniesWhatWasRetold(sentence) || mendsName(sentence) || mendsKindAlone(sentence)
      || mendsKindInBrackets(sentence) || isStampOfMending(sentence) || wasSoEarlier(sentence)
      || regretsByName(sentence)
    {
      return .correction
    }
    if updatesSubject(sentence) { return admitsError(sentence) ? .correction : .update }
    guard let told = phrase(in: sentence) ?? signs(in: sentence) else { return nil }
    if isReported(sentence) || tellsOfOthers(sentence) { return nil }
    if told == .developing {
      return clauses(of: sentence).contains(where: isSpeakerTag) ? nil : told
    }
    guard isTied(sentence, told) else { return nil }
    return told == .correction && takesBack(after: sentence) ? .retraction : told
  }

  /// "Editor's note: the following is an extract …": a note about a text that was written for
  /// another place, not about this one's mistakes.
  func isIntroduction(_ sentence: Range<Int>) -> Bool {
    return (sentence.lowerBound..<reading.count).contains {
      reading.language.noticeIntroductions.contains(reading.lower[$0])
    }
  }

  /// `an earlier version of its paper`, `… of the bill`: what is spoken of is not the story.
  func isOfAnother(_ position: Int) -> Bool {
    guard reading.has(position, [.dateJoiner, .passiveAgent]), position + 1 < reading.count else {
      return false
    }
    if reading.language.slips.possessives.contains(reading.lower[position + 1]) {
      return !sign(position + 1).contains(.owner)
    }
    guard !reading.language.noticeSigns.isEmpty else { return false }
    // `an earlier version of that article`
    let isFar =
      reading.has(position + 1, .that) && !sign(position + 1).contains(.owner)
    if isFar { return true }
    // `a previous version of Article 370`, `an article of faith`, but `… of Monday's story`, `our story of Monday`
    let isThing =
      reading.isContent(position + 1) && reading.isWord(position + 1) && !isDayOfText(position + 1)
      && !reading.isStampWord(position + 1)
    guard isThing || reading.has(position + 1, .article) else { return false }
    guard let text = (position + 2..<position + 5).first(where: { sign($0).contains(.text) }) else {
      return true
    }
    // `an earlier version of the report by the inspectors`
    return sign(text).contains(.study) && reading.has(text + 1, [.dateJoiner, .passiveAgent])
      && !isDayOfText(text + 2) && sign(text + 2).isDisjoint(with: [.text, .staff, .owner])
      && !(text + 3..<text + 5).contains { !sign($0).isDisjoint(with: [.text, .staff]) }
  }

  private func phrase(in sentence: Range<Int>) -> NoticeChange.Kind? {
    var kinds: Set<NoticeChange.Kind> = []
    var speaksOfItself = false, namesVersion = false
    var position = sentence.lowerBound
    while position < sentence.upperBound {
      if let (count, name) = reading.match(
        reading.language.noticePhrases, position, end: sentence.upperBound),
        let kind = NoticeChange.Kind(rawValue: name),
        kind != .developing
          || !isGoneInto(position + count) && isSaidFirst(position, in: sentence),
        !reading.quotes.contains(where: { $0.contains(position) }),
        kind != .update || !isByOthers(position + count - 1)
      {
        if kind == .correction, namesVersionAlone(position..<position + count) {
          namesVersion = true
        } else {
          kinds.insert(kind)
        }
      }
      if let (count, _) = reading.match(
        reading.language.noticeSubjects, position, end: sentence.upperBound),
        !isOfAnother(position + count)
      {
        speaksOfItself = true
      }
      position += 1
    }
    // `An earlier version of this report was published before the result was known.`
    if namesVersion {
      let told = deeds(in: sentence)
      kinds.insert(
        told.contains(.clarity) ? .clarification : told.contains(.update) ? .update : .correction)
    }
    if kinds.contains(.developing), sentence.count <= 40 { return .developing }
    guard speaksOfItself else { return nil }
    // `This story was first published on 12 May. It was updated on 14 May to correct …`
    if kinds.isEmpty, sentence.count <= 24,
      sentence.contains(where: { reading.has($0, .noticeDeed) })
    {
      let next = sentence.upperBound..<min(reading.count, sentence.upperBound + 30)
      kinds = Set(
        next.compactMap { position in
          let kind = reading.match(reading.language.noticePhrases, position, end: next.upperBound)
            .flatMap { NoticeChange.Kind(rawValue: $0.payload) }
          return kind == .retraction && isOfWrongThing(position) ? .correction : kind
        })
    }
    let order: [NoticeChange.Kind] = [.retraction, .clarification, .correction, .update]
    guard let kind = order.first(where: kinds.contains) else { return nil }
    if kind == .update || kind == .clarification, isIntroduction(sentence) { return nil }
    if kind == .update, admitsError(sentence) || setsInstead(sentence) { return .correction }
    // `This article was amended on 7 February`: the next sentences say what for.
    return kind == .correction && saysMakeClear(sentence) ? .clarification : kind
  }

  /// `an earlier version`, and not what it said.
  func namesVersionAlone(_ phrase: Range<Int>) -> Bool {
    reading.signs(phrase.upperBound - 1).contains(.text)
      && !(phrase.upperBound..<phrase.upperBound + 8).contains { position in
        position < reading.count && sign(position).contains(.act)
          && !reading.has(position, .noticeDeed)
      }
  }

  /// `the developing story of the summer`, `more to come from the inquiry`: a phrase that goes on.
  private func isGoneInto(_ next: Int) -> Bool {
    reading.has(next, .dateJoiner)
      || next < reading.count && reading.language.slips.places.contains(reading.lower[next])
  }

  /// `Stay tuned for updates.`: of the story, where it is said first, or nothing else is.
  private func isSaidFirst(_ position: Int, in sentence: Range<Int>) -> Bool {
    position <= sentence.lowerBound + 4 || reading.count <= NoticeReader.longestPromise
  }

  /// Whether the text was changed to correct something.
  func admitsError(_ sentence: Range<Int>) -> Bool {
    (sentence.lowerBound..<min(reading.count, sentence.upperBound + 30)).contains {
      reading.match(reading.language.noticeRepairs, $0, end: reading.count) != nil
    }
  }

  /// `was revised to say that it is a share rather than a stake`
  private func setsInstead(_ sentence: Range<Int>) -> Bool {
    guard let deed = sentence.first(where: { sign($0).contains(.edit) && reading.has($0 - 1, .be) })
    else { return false }
    return (deed..<sentence.upperBound).contains { isInstead($0) && !isQuoted($0) }
  }

  private func saysMakeClear(_ sentence: Range<Int>) -> Bool {
    (sentence.lowerBound..<reading.count).contains { position in
      if let (_, name) = reading.match(reading.language.noticePhrases, position, end: reading.count)
      {
        return name == NoticeChange.Kind.clarification.rawValue
      }
      return false
    }
  }

  /// The first whole date that the notice states.
  private func date(in range: Range<Int>) -> CivilDay? {
    for mention in DateReader(reading: reading).mentions(in: range) {
      if case .date(let value) = mention.value, value.key?.hasPrefix("day ") == true,
        let run = value.days.first, run.count == 1
      {
        return CivilDay(daysSince1970: run.lowerBound)
      }
    }
    return nil
  }
}
