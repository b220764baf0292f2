import StoryLanguage
import StoryModel

/// Who speaks in a sentence: the newsroom of its own text, or somebody else.
extension NoticeReader {
  /// How plainly a sentence speaks of the newsroom's own text.
  enum Ownness: Comparable {
    case none
    /// `a report on Tuesday`: it may be somebody else's.
    case weak
    /// `we said`
    case voice
    /// `this article`, `earlier editions`
    case text
  }

  func isQuoted(_ position: Int) -> Bool {
    reading.quotes.contains { $0.contains(position) }
  }

  func ownness(of sentence: Range<Int>) -> Ownness {
    var ownness = Ownness.none
    let words = wordSigns(in: sentence)
    let hasPhrases = !words.isDisjoint(with: [.own, .cause, .repeated, .retold, .vow])
    guard hasPhrases || !words.isDisjoint(with: [.text, .voice]) else { return .none }
    for position in sentence {
      let word = reading.signs(position)
      let isNearText =
        words.contains(.text)
        && (position + 1...position + 5).contains { reading.signs($0).contains(.text) }
      guard hasPhrases || isNearText || word.contains(.voice), !isQuoted(position) else { continue }
      if hasPhrases {
        let sign = sign(position)
        if sign.contains(.own), isOurs(position, in: sentence) { return .text }
        if sign.contains(.repeated), isDenied(position) { return .text }
        // `… was 1:58 and not as first reported.`, where the block says no more.
        if sign.contains(.retold), reading.passage.sentences.count == 1,
          isDenied(position)
        {
          return .text
        }
        if sign.contains(.cause) && givesCause(position, in: sentence)
          || sign.contains(.vow) && vows(position, in: sentence)
        {
          ownness = max(ownness, .voice)
        }
      }
      if word.contains(.voice),
        speaks(position, in: sentence) || mistook(position, in: sentence) && setsRight
      {
        ownness = max(ownness, .voice)
      }
      // `Married At First Sight`: a name.
      let isName =
        position > sentence.lowerBound + 1 && reading.isCapitalised(position)
        && reading.isCapitalised(position - 1) && !reading.isAllCapitals(position)
      if isNearText, !isName, let text = text(after: position, in: sentence) {
        ownness = max(ownness, self.ownness(of: text, after: position, in: sentence))
        if ownness == .text { return .text }
      }
    }
    return ownness == .none && words.contains(.voice) && regretsWhatWasSaid(sentence)
      ? .voice : ownness
  }

  /// Whether what only a newsroom has is its own here: `the error was ours`, but `early editions of the
  /// novel`.
  private func isOurs(_ position: Int, in sentence: Range<Int>) -> Bool {
    let count = reading.noticeSigns[position].count
    if count > 1 { return !isOfAnother(position + count) }
    return (max(sentence.lowerBound, position - 6)..<position).contains {
      sign($0).contains(.error)
    }
  }

  /// How plainly a text is the newsroom's, by the word that stands before it.
  private func ownness(of text: Int, after position: Int, in sentence: Range<Int>) -> Ownness {
    let sign = sign(position)
    // `its earlier article`: somebody else's.
    let isTheirs =
      position > 0 && reading.language.slips.possessives.contains(reading.lower[position - 1])
      && !self.sign(position - 1).contains(.owner)
    if !sign.isDisjoint(with: [.owner, .earlier]), !isTheirs, !isOfAnother(text + 1) {
      // `this site`: where, or who says.
      if reading.signs(text).contains(.publisher) {
        return speaks(text, in: sentence) ? .voice : .none
      }
      // `… to print it on the same page as the original article`: any newspaper's.
      let isFar = position > sentence.lowerBound + 3 && reading.has(position - 1, .article)
      return isFar && !sign.contains(.owner) ? .weak : .text
    }
    // `yesterday's edition`, `Friday's email`
    if isDayOfText(position), !isOfAnother(text + 1) { return .text }
    if reading.has(position, .article) {
      if isOtherPublisher(text, after: position) { return .none }
      let isHere =
        reading.signs(text + 1).contains(.place) && !reading.isCapitalised(text + 2)
        || (position + 1..<text).contains { reading.signs($0).contains(.place) }
      if isHere { return .text }
      // `The piece has been amended: …`, `The piece previously gave …`
      let opens = sentence.first(where: reading.isWord) == position
      if opens, !isIndefinite(position), isMended(text, in: sentence) {
        return .text
      }
      // `An obituary of the pilot omitted …`
      let opensSo =
        position == sentence.lowerBound && isIndefinite(position)
        && reading.signs(text).contains(.pressText)
        && (text + 1..<sentence.upperBound).first {
          !self.sign($0).isDisjoint(with: .text) || self.sign($0).contains([.act, .error])
        }.map { self.sign($0).contains(.error) } == true
      // `misreported in an article on Monday`; a corrected edition by June is to come.
      let isPlace =
        position <= sentence.lowerBound + 6 && !isReportOfOthers(text, after: position)
        || position > sentence.lowerBound
          && reading.language.slips.places.contains(reading.lower[position - 1])
      let isPart = reading.signs(text).contains(.part) && isOfAnother(text + 1)
      // `The wording of the second paragraph has been adjusted …`
      if reading.signs(text).contains(.part), !isOfAnother(text + 1),
        position <= reading.passage.sentence(at: position).lowerBound + 3
      {
        return .voice
      }
      let isOthers = (text + 1..<min(sentence.upperBound, text + 5)).contains(where: isByOthers)
      if opensSo || isPlace && !isPart && !isOthers && isPublished(text, in: sentence) {
        return .weak
      }
    }
    return .none
  }

  /// Whether a block says first, before a colon or what for, that a text has been corrected, and by nobody else, or
  /// what it said before.
  private func isMended(_ text: Int, in sentence: Range<Int>) -> Bool {
    let isText = reading.language.noticeTexts.contains(reading.lower[text])
    // `The headline was changed to clarify …`, at the end of a paragraph, too
    let isPart =
      reading.signs(text).contains(.part) || isText && reading.signs(text).contains(.version)
    guard sentence.lowerBound == 0 || isPart, reading.count <= NoticeReader.longestNotice,
      reading.signs(text).isDisjoint(with: [.study, .publisher]), isText || isPart
    else { return false }
    if sign(text + 1).contains(.earlier), sign(text + 2).contains(.act), text + 3 < reading.count,
      !reading.language.slips.places.contains(reading.lower[text + 3])
    {
      return true
    }
    // `was edited on 3 July to correct`
    func afterDay(_ deed: Int) -> Int {
      var next = deed + 1
      while next < reading.count, next <= deed + 7,
        reading.isStampWord(next) || reading.has(next, .noticeDateJoiner)
          || reading.isMark(next, ",")
          || reading.language.slips.dayPrepositions.values.contains(reading.lower[next])
      {
        next += 1
      }
      return next
    }
    // `has been corrected`, `has been updated to rectify`
    func mends(_ deed: Int) -> Bool {
      sign(deed).contains(.fix)
        || !sign(deed).isDisjoint(with: [.update, .edit])
          && (reading.match(reading.language.noticeRepairs, afterDay(deed), end: reading.count)
            != nil
            || (afterDay(deed)..<afterDay(deed) + 2).contains { sign($0).contains(.clarity) })
    }
    guard
      let deed = (text + 2..<text + 5).first(where: mends),
      reading.has(deed - 1, .be), reading.has(text + 1, [.be, .have])
    else { return false }
    return reading.isMark(deed + 1, ":") || reading.has(afterDay(deed), .noticeAim)
  }

  /// `A weekly newspaper in Ely has printed …`
  private func isOtherPublisher(_ text: Int, after article: Int) -> Bool {
    reading.signs(text).contains(.publisher) && isIndefinite(article)
      && reading.signs(text + 1).isDisjoint(with: .text)
  }

  private func isIndefinite(_ article: Int) -> Bool {
    reading.language.slips.isIndefiniteArticle(reading.lower[article])
  }

  /// `The report, published in May, …`: one that was spoken of before, and any body's.
  private func isReportOfOthers(_ text: Int, after article: Int) -> Bool {
    reading.signs(text).contains(.study) && !isIndefinite(article)
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
  func text(after position: Int, in sentence: Range<Int>) -> Int? {
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
  func isDayOfText(_ position: Int) -> Bool {
    guard reading.isWord(position), reading.lower[position].hasSuffix("'s") else { return false }
    return reading.has(position, .weekday)
      || reading.match(reading.language.relativeDays, position, end: position + 1) != nil
      || position > 0
        && reading.language.relativePeriods.match(
          at: 0, end: 2,
          word: { (place: Int) in reading.lower[position - 1 + place].withoutPossessive }) != nil
  }

  /// Whether `we` is who said, named, mended or clarified something within the next words.
  func speaks(_ voice: Int, in sentence: Range<Int>) -> Bool {
    (voice + 1..<min(sentence.upperBound, voice + 6)).contains { position in
      !isQuoted(position)
        && !sign(position).isDisjoint(with: [.act, .fix, .clarity, .withdrawal])
    }
  }

  /// `We got the date of the fair wrong`: of what is told by its kind. An opinion may be wrong too.
  func mistook(_ voice: Int, in sentence: Range<Int>) -> Bool {
    let end = min(sentence.upperBound, voice + 12)
    guard
      let wrong = (voice + 1..<end).first(where: {
        sign($0).contains(.error) && !isQuoted($0) && reading.isContent($0)
      })
    else { return false }
    // `I had the wrong year for the race.`
    return (voice + 1..<min(end, wrong + 6)).contains { position in
      reading.language.kindWords.values.contains { $0.contains(reading.lower[position]) }
    }
  }

  /// Whether the block says what is right, or is sorry: more than that something was wrong.
  private var setsRight: Bool {
    (0..<reading.count).contains {
      reading.language.denials.contains(reading.lower[$0]) || saysWhatIs($0)
    }
      || (0..<reading.count).count { sign($0).contains(.error) } > 1
  }

  /// `It is Elm Cove.`, `The figure is 8,000.`: a short sentence that goes on from another.
  func saysWhatIs(_ start: Int) -> Bool {
    let isOfIt = reading.has(start, .pronoun) && reading.has(start + 1, .be)
    let isOfKind =
      reading.has(start, .article) && isKind(start + 1) && reading.has(start + 2, .be)
    guard start > 0, isOfIt || isOfKind else { return false }
    let sentence = reading.passage.sentence(at: start)
    return sentence.lowerBound == start && sentence.count <= NoticeReader.longestAnswer
  }

  /// `The Argus wishes to correct a report …`: a newspaper speaks by its name, of a text.
  private func vows(_ position: Int, in sentence: Range<Int>) -> Bool {
    let count = reading.noticeSigns[position].count
    guard count > 0, position > sentence.lowerBound, reading.isCapitalised(position - 1) else {
      return false
    }
    let start = position + count
    let end = max(start, reading.passage.sentence(at: position).upperBound)
    // `The Courier retracts its report of 4 May that …`: one word of it is told of others, too.
    if count == 1, position > 5 || !reading.has(0, .article) { return false }
    let possessives = reading.language.slips.possessives
    return (start..<min(end, start + 12)).contains { next in
      if count == 1 {
        return sign(next).contains(.text)
          && (start..<next).contains { possessives.contains(reading.lower[$0]) }
          && (next + 1..<next + 7).contains { reading.has($0, .that) }
      }
      return !sign(next).isDisjoint(with: [.text, .clarity])
        || reading.quotes.contains { $0.lowerBound == next }
    }
  }

  /// `and not Ely as first reported here`: what was printed is what is denied.
  func isDenied(_ position: Int) -> Bool {
    // `not the county, as we first reported`
    var before = reading.isMark(position - 1, ",") ? position - 2 : position - 1
    let start = reading.passage.sentence(at: position).lowerBound
    while before >= start, reading.tokens[before].kind != .mark {
      if reading.language.denials.contains(reading.lower[before]) || isInstead(before) {
        return true
      }
      before -= 1
    }
    return false
  }

  /// `rather than`
  func isInstead(_ position: Int) -> Bool {
    reading.match(reading.language.noticeRemarks, position, end: reading.count)?.payload == .instead
  }

  /// Whether a text is told to have been printed: a date, a title in quotation marks or a word for it
  /// follows.
  private func isPublished(_ text: Int, in sentence: Range<Int>) -> Bool {
    (text + 1..<min(sentence.upperBound, text + 12)).contains { position in
      reading.has(position, .weekday) || reading.isMonth(position)
        || reading.has(position, .noticeDeed) && !reading.signs(text).contains(.publisher)
        || position <= text + 3 && reading.quotes.contains { $0.lowerBound == position }
    }
  }
}
