import StoryLanguage
import StoryModel

/// Notices in words of their own: who speaks is told by one sign, what was done by another.
extension NoticeReader {
  /// Tokens of the longest block that is read as one notice.
  private static let longestNotice = 110

  /// How plainly a sentence speaks of the newsroom's own text.
  private enum Ownness: Comparable {
    case none
    /// `a report on Tuesday`: it may be somebody else's.
    case weak
    /// `we said`
    case voice
    /// `this article`, `earlier editions`
    case text
  }

  func sign(_ position: Int) -> NoticeSigns {
    reading.match(reading.language.noticeSigns, position, end: reading.count)?.payload ?? []
  }

  /// The kind of notice that begins with a sentence; nil where the signs do not tell one.
  func signs(in sentence: Range<Int>) -> NoticeChange.Kind? {
    guard !reading.language.noticeSigns.isEmpty else { return nil }
    let quick = wordSigns(in: sentence)
    if sentence.lowerBound > 0,
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
        // `Authorities say nobody was, and we should not have printed it.`
        if isReported(next) {
          if self.ownness(of: next) == .voice { ownness = max(ownness, .voice) }
          continue
        }
        if !reading.quotes.contains(where: { $0.contains(next.lowerBound) }) {
          ownness = max(ownness, self.ownness(of: next))
          found.formUnion(deeds(in: next))
        }
      }
    }
    guard ownness > .none else { return nil }
    if found.contains(.unfinished), ownness == .text { return .developing }
    if found.contains(.withdrawal), isTakenBack(sentence, ownness) { return .retraction }
    if found.contains(.clarity) { return .clarification }
    if found.contains(.error) { return .correction }
    if ownness == .weak { return nil }
    if found.contains(.fix) { return .correction }
    guard ownness == .text else { return nil }
    if found.contains(.update) { return .update }
    return found.contains(.edit) && !isIntroduction(sentence) ? .correction : nil
  }

  /// A quick look at the words of a sentence, before any phrase is looked up.
  private func wordSigns(in sentence: Range<Int>) -> NoticeSigns {
    sentence.reduce(into: []) { $0.formUnion(reading.signs($1)) }
  }

  /// What the words of a sentence outside quotation marks say was done.
  private func deeds(in sentence: Range<Int>) -> NoticeSigns {
    sentence.reduce(into: []) { found, position in
      if isQuoted(position) { return }
      var sign = sign(position)
      // `each generation has updated it`: a text that was updated is told in the passive, or by what for.
      let isTold =
        position <= sentence.lowerBound + 1 || reading.has(position - 1, .be)
        || reading.isFunction(position)
      if sign.contains(.update), !isTold { sign.remove(.update) }
      // `initially credited`, `an earlier version said`: it says so no more.
      let near = position + 1..<min(sentence.upperBound, position + 12)
      if sign.contains(.earlier),
        near.prefix(2).contains(where: { self.sign($0).contains(.act) })
          || text(after: position, in: sentence) != nil
            && near.contains(where: { self.sign($0).contains(.act) })
      {
        sign.insert(.error)
      }
      found.formUnion(sign)
    }
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
        sign(position).contains(.withdrawal)
        && (position <= sentence.lowerBound + 1 || reading.has(position - 1, .be))
      return ownness == .text && isPassive || sign(position).contains(.voice)
    }
  }

  private func isQuoted(_ position: Int) -> Bool {
    reading.quotes.contains { $0.contains(position) }
  }

  private func ownness(of sentence: Range<Int>) -> Ownness {
    var ownness = Ownness.none
    let hasPhrases = !wordSigns(in: sentence).isDisjoint(with: [.own, .cause])
    for position in sentence {
      let word = reading.signs(position)
      let isNearText = (position + 1...position + 5).contains { reading.signs($0).contains(.text) }
      guard hasPhrases || isNearText || word.contains(.voice), !isQuoted(position) else { continue }
      if hasPhrases {
        let sign = sign(position)
        if sign.contains(.own) { return .text }
        if sign.contains(.cause), givesCause(position, in: sentence) {
          ownness = max(ownness, .voice)
        }
      }
      if word.contains(.voice), speaks(position, in: sentence) { ownness = max(ownness, .voice) }
      if isNearText, let text = text(after: position, in: sentence) {
        ownness = max(ownness, self.ownness(of: text, after: position, in: sentence))
        if ownness == .text { return .text }
      }
    }
    return ownness
  }

  /// How plainly a text is the newsroom's, by the word that stands before it.
  private func ownness(of text: Int, after position: Int, in sentence: Range<Int>) -> Ownness {
    let sign = sign(position)
    // `its earlier article`: somebody else's.
    let isTheirs =
      position > 0 && reading.language.slips.possessives.contains(reading.lower[position - 1])
      && !self.sign(position - 1).contains(.owner)
    if !sign.isDisjoint(with: [.owner, .earlier]), !isTheirs, !isOfAnother(text + 1) {
      return .text
    }
    // `yesterday's edition`, `Friday's email`
    if isDayOfText(position) { return .text }
    if reading.has(position, .article) {
      let isHere =
        reading.signs(text + 1).contains(.place)
        || (position + 1..<text).contains { reading.signs($0).contains(.place) }
      if isHere { return .text }
      if isPublished(text, in: sentence) { return .weak }
    }
    return .none
  }

  /// `Due to a reporter's error, the Gazette wrongly listed …`
  private func givesCause(_ position: Int, in sentence: Range<Int>) -> Bool {
    position <= sentence.lowerBound + 1
      && (position + 1..<min(sentence.upperBound, position + 7)).contains {
        sign($0).contains(.error)
      }
      && sentence.count(where: { sign($0).contains(.error) }) > 1
  }

  /// Where, up to four words on, a word stands for what a newsroom prints.
  private func text(after position: Int, in sentence: Range<Int>) -> Int? {
    var next = position + 1
    while next < sentence.upperBound, next <= position + 4 {
      // `the Post`: a name.
      let isName =
        reading.isCapitalised(next) && !reading.isAllCapitals(next) && next > sentence.lowerBound
      if reading.signs(next).contains(.text), !isName { return next }
      // `the council's website`
      if reading.isWord(next), reading.lower[next].hasSuffix("'s"), !isDayOfText(next) {
        return nil
      }
      guard
        reading.tokens[next].kind != .mark || reading.isMark(next, "-")
          || reading.isMark(next, "."),
        !reading.isFunction(next) || sign(next).contains(.earlier)
      else { return nil }
      next += 1
    }
    return nil
  }

  /// Whether a word is a day or a week that something printed is of: `yesterday's`.
  private func isDayOfText(_ position: Int) -> Bool {
    guard reading.isWord(position), reading.lower[position].hasSuffix("'s") else { return false }
    return reading.has(position, .weekday)
      || reading.match(reading.language.relativeDays, position, end: position + 1) != nil
      || position > 0
        && reading.match(reading.language.relativePeriods, position - 1, end: position + 1) != nil
  }

  /// Whether `we` is who said, named, mended or clarified something within the next words.
  private func speaks(_ voice: Int, in sentence: Range<Int>) -> Bool {
    (voice + 1..<min(sentence.upperBound, voice + 6)).contains { position in
      !isQuoted(position)
        && !sign(position).isDisjoint(with: [.act, .fix, .clarity, .withdrawal])
    }
  }

  /// Whether a text is told to have been printed: a date, a title in quotation marks or a word for it
  /// follows.
  private func isPublished(_ text: Int, in sentence: Range<Int>) -> Bool {
    (text + 1..<min(sentence.upperBound, text + 12)).contains { position in
      reading.has(position, [.noticeDeed, .weekday, .month])
        || reading.quotes.contains { $0.lowerBound == position }
    }
  }

  /// Whether somebody else is quoted in a sentence: before its first verb of saying, or before the clause
  /// that tells what was ruled or found, nobody speaks who may be the newsroom.
  func isReported(_ sentence: Range<Int>) -> Bool {
    guard !reading.language.noticeSigns.isEmpty else { return false }
    if endsWithSpeaker(sentence) { return true }
    let verb = sentence.first { reading.has($0, .saying) && !isQuoted($0) }
    let clause = sentence.dropFirst(2).first { position in
      !isQuoted(position) && reading.has(position, .that)
        && reading.isContent(position - 1) && reading.isWord(position - 1)
    }
    guard let stop = [verb, clause].compactMap({ $0 }).min() else { return false }
    let before = sentence.lowerBound..<stop
    guard
      before.contains(where: { reading.isContent($0) || reading.has($0, .pronoun) }),
      ownness(of: before) == .none
    else { return false }
    // The nearest words, where the sentence has no text of the newsroom's.
    return !before.suffix(14).contains { position in
      let isName = reading.isCapitalised(position) && position > sentence.lowerBound
      return !sign(position).isDisjoint(with: [.text, .voice, .owner, .own, .error, .labelWord])
        && (sign(position) != .labelWord || !reading.isFunction(position)) && !isName
    }
  }

  /// `… of our youth, the old songwriter says.`
  private func endsWithSpeaker(_ sentence: Range<Int>) -> Bool {
    var last = sentence.upperBound - 1
    while last > sentence.lowerBound, reading.tokens[last].kind == .mark { last -= 1 }
    guard reading.has(last, .saying),
      let comma = (max(sentence.lowerBound, last - 7)..<last).last(where: {
        reading.isMark($0, ",")
      })
    else { return false }
    return !(comma + 1..<last).contains { !sign($0).isDisjoint(with: .speakers) }
  }
}
