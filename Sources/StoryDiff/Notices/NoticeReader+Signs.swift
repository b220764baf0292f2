import StoryLanguage
import StoryModel

/// Notices in words of their own: who speaks is told by one sign, what was done by another.
extension NoticeReader {
  /// Tokens of the longest block that is read as one notice.
  static let longestNotice = 110
  /// Tokens of the longest sentence that only says what is right.
  static let longestAnswer = 10
  /// Tokens of the longest block that sets right an earlier text by saying more than it did.
  private static let longestContrast = 45

  func sign(_ position: Int) -> NoticeSigns {
    position >= 0 && position < reading.count ? reading.noticeSigns[position].payload : []
  }

  /// The kind of notice that begins with a sentence; nil where the signs do not tell one.
  func signs(in sentence: Range<Int>) -> NoticeChange.Kind? {
    guard !reading.language.noticeSigns.isEmpty else { return nil }
    let quick = wordSigns(in: sentence)
    if sentence.lowerBound > 0, !quick.contains(.repeated),
      quick.isDisjoint(with: .deeds) || quick.isDisjoint(with: .speakers)
    {
      return nil
    }
    guard !isAppeal(sentence) else { return nil }
    var ownness = ownness(of: sentence)
    var found = deeds(in: sentence)
    guard ownness > .none || sentence.lowerBound == 0 && !found.isDisjoint(with: .deeds) else {
      return nil
    }
    // A short block of its own is read whole: `We had her down as 39. She is in fact 36.`
    let isWhole = sentence.lowerBound == 0 && reading.count <= NoticeReader.longestNotice
    if isWhole {
      for next in reading.passage.sentences.dropFirst() {
        if isReported(next) {
          // `Authorities say nobody was, and we should not have printed it.`
          if self.ownness(of: next) == .voice { ownness = max(ownness, .voice) }
          // `The council says that they have leave, and we apologise.`
          if ownness >= .voice, let voice = next.first(where: regrets) {
            found.formUnion(deeds(in: voice..<next.upperBound))
          }
          continue
        }
        if !reading.quotes.contains(where: { $0.contains(next.lowerBound) }) {
          ownness = max(ownness, self.ownness(of: next))
          if mendsKind(sentence), !wordSigns(in: next).isDisjoint(with: .apology) {
            ownness = max(ownness, .voice)
          }
          found.formUnion(deeds(in: next))
        }
      }
    }
    // `Note: the age in the second paragraph has been fixed.`
    if ownness < .voice, isWhole, opensWithNote, found.contains(.fix) { return .correction }
    guard ownness > .none else { return nil }
    if found.contains(.unfinished), ownness == .text, isUnfinished(isWhole ? nil : sentence) {
      return .developing
    }
    if found.contains(.withdrawal), isTakenBack(sentence, ownness) { return .retraction }
    if found.contains(.clarity), !isIntroduction(sentence),
      !sentence.contains(where: contradictsText)
    {
      return .clarification
    }
    if found.contains(.error) { return .correction }
    if ownness == .weak { return nil }
    if found.contains(.fix) { return .correction }
    guard ownness == .text else { return nil }
    if found.contains(.update) { return admitsError(sentence) ? .correction : .update }
    return found.contains(.edit) && !isIntroduction(sentence) ? .correction : nil
  }

  /// `this developing story`, in the sentence or in any; not `part of the developing trade`.
  private func isUnfinished(_ only: Range<Int>?) -> Bool {
    (only.map { [$0] } ?? reading.passage.sentences).contains { sentence in
      sentence.contains { position in
        sign(position).contains(.unfinished)
          && (isFirstWord(position, of: sentence) || !reading.isCapitalised(position))
          && (position - 4..<position + 4).contains { reading.signs($0).contains(.text) }
      } && ownness(of: sentence) == .text
    }
  }

  /// A quick look at the words of a sentence, before any phrase is looked up.
  func wordSigns(in sentence: some Sequence<Int>) -> NoticeSigns {
    sentence.reduce(into: []) { $0.formUnion(reading.signs($1)) }
  }

  /// What the words of a sentence outside quotation marks say was done.
  func deeds(in sentence: Range<Int>) -> NoticeSigns {
    sentence.reduce(into: []) { found, position in
      if !isQuoted(position) { found.formUnion(deeds(at: position, in: sentence)) }
    }
  }

  /// What a word, or the phrase that begins with it, says was done.
  func deeds(at position: Int, in sentence: Range<Int>) -> NoticeSigns {
    var sign = sign(position)
    // `each generation has updated it`: a text that was updated is told in the passive, or by what for.
    let isTold =
      isFirstWord(position, of: sentence) || reading.has(position - 1, .be) || isPhrase(position)
    if sign.contains(.update),
      !isTold || isByOthers(position) || isAim(position) && !isOfDeed(position, in: sentence)
    {
      sign.remove(.update)
    }
    if sign.contains(.fix),
      isFixOfOthers(position, in: sentence) || (position..<position + 8).contains(where: isByOthers)
    {
      sign.remove(.fix)
    }
    // `the sauce can be fixed`: what may be done has not been.
    if reading.has(position - 1, .be), reading.has(position - 2, .modal) {
      sign.subtract([.fix, .edit, .update])
    }
    if !sign.isDisjoint(with: [.repeated, .retold]), isDenied(position) {
      sign.insert(.error)
    }
    if sign.contains(.earlier), tellsOfEarlier(position, in: sentence) { sign.insert(.error) }
    if sign.contains(.act), isOfFirstPrint(position, in: sentence) { sign.insert(.error) }
    // `Thanks to readers who wrote: it's Ely, not Eli.`
    if sign.isSuperset(of: [.own, .contrast]),
      reading.passage.sentence(at: position).contains(where: deniesValue)
    {
      sign.insert(.error)
    }
    return sign
  }

  private func isFirstWord(_ position: Int, of sentence: Range<Int>) -> Bool {
    !(sentence.lowerBound..<position).contains { reading.isWord($0) }
  }

  /// `to add`
  private func isAim(_ position: Int) -> Bool {
    isPhrase(position) && reading.has(position, .noticeAim)
  }

  /// `edited at 4.30 pm to add …`: a page is made to include things, too.
  private func isOfDeed(_ position: Int, in sentence: Range<Int>) -> Bool {
    (sentence.lowerBound..<position).contains {
      reading.has($0, .noticeDeed) || !sign($0).isDisjoint(with: [.edit, .fix, .update])
    }
  }

  /// `initially credited`, `an earlier version said`: it says so no more. That something was published
  /// before, and an earlier column than this one, are other matters.
  private func tellsOfEarlier(_ position: Int, in sentence: Range<Int>) -> Bool {
    func isAct(_ position: Int) -> Bool {
      sign(position).contains(.act) && !reading.has(position, .noticeDeed)
    }
    // `as we previously reported`
    let isReminder =
      reading.signs(position - 1).contains(.voice) && reading.has(position - 2, .clause)
      && !isDenied(position)
    let near = position + 1..<min(sentence.upperBound, position + 12)
    guard let text = text(after: position, in: sentence) else {
      return near.prefix(2).contains(where: isAct) && !isReminder
    }
    // `We spelled it so in the original version`
    let isOurs = (reading.passage.sentence(at: position).lowerBound..<position).contains {
      reading.signs($0).contains(.voice) && isAct($0 + 1)
    }
    if isOurs, reading.signs(text).contains(.version) { return true }
    guard near.contains(where: isAct) else { return false }
    // `In our original report we said the hall was shut.`
    if text == position + 1, sign(position - 1).contains(.owner), sentence.lowerBound == 0,
      reading.count <= NoticeReader.longestContrast,
      near.contains(where: { reading.signs($0).contains(.voice) && reading.has($0 + 1, .saying) })
    {
      return true
    }
    return reading.signs(text).contains(.version)
      || ownerFollows(text, in: sentence) || isCorrectedHere(after: position)
  }

  /// `an earlier account in this story`
  private func ownerFollows(_ text: Int, in sentence: Range<Int>) -> Bool {
    (text + 1..<min(sentence.upperBound, text + 4)).contains { sign($0).contains(.owner) }
  }

  /// Whether a short block goes on to say something else than an earlier text did.
  private func isCorrectedHere(after position: Int) -> Bool {
    reading.count <= NoticeReader.longestNotice
      && (0..<reading.count).contains(where: deniesValue)
      || reading.count <= NoticeReader.longestContrast
        && reading.passage.sentence(at: position).upperBound < reading.count
  }

  /// `in June, not in May`, `it was not`
  func deniesValue(_ position: Int) -> Bool {
    reading.language.denials.contains(reading.lower[position])
      && (reading.has(position - 1, [.be, .numberJoiner]) || reading.isMark(position - 1, ","))
  }

  /// `See an error in this story?`, `If you spot …`, `Subscribe to …`: what a page asks of its readers.
  private func isAppeal(_ sentence: Range<Int>) -> Bool {
    reading.isMark(sentence.upperBound - 1, "?")
      || reading.language.denial.conditionWords.contains(reading.lower[sentence.lowerBound])
      || sentence.contains {
        reading.match(reading.language.paywall, $0, end: sentence.upperBound) != nil
      }
  }

  /// Whether what is taken back is the newsroom's: in the passive, by `we`, or by whose text it is. A minister
  /// can withdraw `this report` too.
  private func isTakenBack(_ sentence: Range<Int>, _ ownness: Ownness) -> Bool {
    if ownness == .voice { return true }
    return (0..<reading.count).contains { position in
      let isPassive =
        sign(position).contains(.withdrawal) && !isOfWrongThing(position)
        && (position <= sentence.lowerBound + 1 || reading.has(position - 1, .be))
      return ownness == .text && isPassive || sign(position).contains(.voice)
    }
  }

  /// `The wrong photo was used. It has been taken down.`: what is taken back is the photo.
  func isOfWrongThing(_ withdrawal: Int) -> Bool {
    let start = reading.passage.sentence(at: withdrawal).lowerBound
    guard start > 0, reading.has(start, .pronoun) else { return false }
    let before = reading.passage.sentence(at: start - 1).lowerBound
    return reading.has(before, .article)
      && (sign(before).contains(.error) || sign(before + 1).contains(.error))
  }

  /// `An earlier version said he came. We withdraw that.`: whether a sentence of a short block
  /// takes back what was said, by `we`.
  func takesBack(after sentence: Range<Int>) -> Bool {
    guard sentence.lowerBound == 0, reading.count <= NoticeReader.longestNotice else {
      return false
    }
    return (0..<reading.count).contains { position in
      sign(position).contains(.voice) && !isQuoted(position)
        && (position + 1..<position + 4).contains { sign($0).contains(.withdrawal) }
        && !isReported(reading.passage.sentence(at: position))
    }
  }

  /// Whether `we` stands right before a word of an error.
  private func regrets(_ position: Int) -> Bool {
    reading.signs(position).contains(.voice) && !isQuoted(position)
      && (position + 1..<position + 3).contains { sign($0).contains(.error) }
  }

  func isPhrase(_ position: Int) -> Bool {
    reading.noticeSigns[position].count > 1
  }

  /// `updated by the ministry`, but `… by our staff`
  func isByOthers(_ position: Int) -> Bool {
    (position + 1..<position + 3).contains { agent in
      reading.has(agent, .passiveAgent) && reading.has(agent + 1, .article)
        && reading.isContent(agent + 2)
        && sign(agent + 2).isDisjoint(with: [.text, .staff])
    }
  }

  /// `each teller has corrected the one before`: neither we nor anything of our text.
  private func isFixOfOthers(_ position: Int, in sentence: Range<Int>) -> Bool {
    guard reading.has(position - 1, .have) || reading.has(position - 2, .have),
      !reading.has(position - 1, .be)
    else { return false }
    return text(after: position, in: sentence) == nil
      && !(max(sentence.lowerBound, position - 5)..<position).contains {
        !sign($0).isDisjoint(with: [.voice, .text])
      }
  }

  /// Whether the block begins with `Note:`.
  var opensWithNote: Bool {
    guard let first = (0..<reading.count).first(where: { reading.isWord($0) }) else { return false }
    return sign(first).contains(.note) && reading.isMark(first + 1, ":")
  }
}
