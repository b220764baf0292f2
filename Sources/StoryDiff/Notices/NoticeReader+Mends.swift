import StoryLanguage
import StoryModel

/// What is told to have been mended, and what is set against it.
extension NoticeReader {
  /// `An earlier version compared it with 2019; it should have been 2020.`: whatever an earlier version did, where the
  /// block says what is so.
  func setsAgainst(_ clause: Range<Int>) -> Bool {
    guard let first = clause.first(where: reading.isWord), reading.has(first, .article),
      sign(first + 1).contains(.earlier),
      let text = text(after: first, in: clause), reading.signs(text).contains(.version)
    else { return false }
    return (text + 1..<reading.count).contains {
      sign($0).contains(.contrast) || deniesValue($0) || saysWhatIs($0)
        || reading.has($0 - 1, .be) && !sign($0).isDisjoint(with: [.edit, .fix])
    }
  }

  /// `The value of the prize has been corrected.`
  func mendsKind(_ sentence: Range<Int>) -> Bool {
    guard
      let fix = sentence.first(where: { position in
        sign(position).contains(.fix) && !isQuoted(position)
          && (reading.has(position - 1, .be) || reading.has(position - 2, .be))
      }), reading.has(sentence.lowerBound, .article)
    else { return false }
    let next = fix + reading.noticeSigns[fix].count
    return (sentence.lowerBound..<fix).contains(where: isKind)
      && (reading.has(next, .noticeAim)
        || (next..<max(next, sentence.upperBound)).allSatisfy { !reading.isContent($0) })
  }

  /// `The number of homes has been corrected.`: a block that says this of a kind of value, and no more.
  func mendsKindAlone(_ sentence: Range<Int>) -> Bool {
    guard sentence == 0..<reading.count, sentence.count <= NoticeReader.longestAnswer + 4,
      mendsKind(sentence)
    else { return false }
    guard let fix = sentence.first(where: { sign($0).contains(.fix) }) else { return false }
    let next = fix + reading.noticeSigns[fix].count
    return (next..<max(next, sentence.upperBound)).allSatisfy { reading.tokens[$0].kind == .mark }
      && reading.has(fix - 1, .be) && (reading.has(fix - 2, .have) || reading.has(fix - 1, .have))
  }

  func isBracketed(_ sentence: Range<Int>) -> Bool {
    sentence.upperBound == reading.count
      && (reading.isMark(sentence.lowerBound, "(") || reading.isMark(sentence.lowerBound, "["))
  }

  /// `(Mr Orr's age has been corrected.)`: a sentence in brackets at the end of a block that says this of a kind of value,
  /// and at most since when.
  func mendsKindInBrackets(_ sentence: Range<Int>) -> Bool {
    guard isBracketed(sentence), sentence.count <= NoticeReader.longestAnswer + 8,
      !reading.language.noticeSigns.isEmpty,
      let fix = sentence.first(where: { reading.signs($0).contains(.fix) }),
      reading.has(fix - 1, .be), reading.has(fix - 2, .have),
      (sentence.lowerBound..<fix).contains(where: isKind)
    else { return false }
    return (fix + 1..<sentence.upperBound).allSatisfy { position in
      !reading.isContent(position) || reading.isStampWord(position)
        || reading.language.noticeOwnWords.contains(reading.lower[position])
        || !sign(position).isDisjoint(with: [.own, .text])
    }
  }

  /// `Name and age of landlord corrected, 7.40pm`: a block without a verb that names a kind of value first and ends in
  /// what was done, and when.
  func isStampOfMending(_ sentence: Range<Int>) -> Bool {
    guard sentence.lowerBound == 0, !reading.language.noticeSigns.isEmpty,
      reading.count <= NoticeReader.longestAnswer + 8, reading.isCapitalised(0),
      let fix = (1..<reading.count).first(where: { reading.signs($0).contains(.fix) }),
      (0..<min(fix, 4)).contains(where: isKind),
      !(0..<fix).contains(where: {
        reading.has($0, [.be, .have, .modal, .saying, .pronoun]) || isQuoted($0)
      })
    else { return false }
    return (fix + 1..<reading.count).allSatisfy { position in
      !reading.isWord(position) || reading.isStampWord(position)
        || reading.has(position, .noticeDateJoiner)
    }
  }

  /// `Le nom du maire a été corrigé.`: a block that says of a name, and no more, that it was mended.
  func mendsName(_ sentence: Range<Int>) -> Bool {
    let language = reading.language
    guard language.noticeSigns.isEmpty, sentence == 0..<reading.count,
      reading.has(0, .article), sentence.count <= NoticeReader.longestAnswer,
      (language.kindWords["entity"] ?? []).contains(where: {
        NoticeLinker.isNoun(
          NoticeLinker.stem(reading.lower[1], language.endings), begunBy: $0, language.endings)
      })
    else { return false }
    return sentence.contains { position in
      let found = reading.match(language.noticePhrases, position, end: sentence.upperBound)
      return found?.payload == NoticeChange.Kind.correction.rawValue
        && reading.has(position + (found?.count ?? 1) - 1, .noticeDeed)
    }
  }

  /// `Fixed!`, `Now corrected.`
  func isFixAlone(_ sentence: Range<Int>) -> Bool {
    let words = sentence.filter { reading.isWord($0) }
    return words.count <= 2 && words.last.map { sign($0).contains(.fix) } == true
  }

  /// `We regret the error`, `was wrongly described`, `has been corrected from`, `earlier, we wrote`: what only a newsroom
  /// says where a change shows that it is of its text.
  func ownsUp(_ position: Int) -> Bool {
    let sign = sign(position), isPassive = reading.has(position - 1, .be)
    if sign.contains(.apology) {
      // `Apologies for getting the date wrong.`
      let opens = !(0..<position).contains(where: reading.isWord)
      return isPassive || opens && (0..<reading.count).contains(where: isPlainMistake)
        || (position - 3..<position).contains { self.sign($0).contains(.voice) }
    }
    // `We should have said that …`
    let next = position + reading.noticeSigns[position].count
    if sign.isSuperset(of: [.error, .contrast]), self.sign(position - 1).contains(.voice),
      self.sign(next).contains(.act), reading.has(next + 1, .that)
    {
      return true
    }
    // `was given as 29 in the first version of this report`
    if reading.signs(position).contains(.version), reading.has(position + 1, .dateJoiner),
      self.sign(position + 2).contains(.owner), self.sign(position + 3).contains(.text)
    {
      return true
    }
    // `When first published, this article said …`
    if sign.contains(.act), reading.has(position, .saying), self.sign(position - 1).contains(.text),
      self.sign(position - 2).contains(.owner),
      (0..<position).contains(where: { self.sign($0).contains(.own) })
    {
      return true
    }
    // `I had the date wrong`
    if self.sign(position - 1).contains(.voice), sign.contains(.act),
      reading.has(position, .have) || !reading.has(position, .saying),
      mistook(position - 1, in: reading.passage.sentence(at: position))
    {
      return true
    }
    // `We previously gave his age as 29.`
    if sign.contains(.act), !isPassive, self.sign(position - 1).contains(.earlier),
      (position - 3..<position - 1).contains(where: { self.sign($0).contains(.voice) })
    {
      return true
    }
    // `He was called Ames in our first version.`
    if sign.contains(.text), reading.signs(position).contains(.version),
      (position - 3..<position).contains(where: {
        !self.sign($0).isDisjoint(with: [.owner, .earlier])
      })
    {
      return true
    }
    // `We said nine shops. In fact it is six.`
    if sign.contains(.contrast),
      (0..<position).contains(where: {
        self.sign($0).contains(.voice) && self.sign($0 + 1).contains(.act)
      })
    {
      return true
    }
    return isPassive && sign.contains(.fix) && !reading.has(position + 1, .passiveAgent)
      || isPassive && sign.contains(.error) && self.sign(position + 1).contains(.act)
      || sign.contains(.earlier)
        && (position..<position + 4).contains { self.sign($0).contains(.voice) }
  }

  /// `We gave her age as 29. She is 30.`, `Thanks to readers: it is 30, not 29.`: what a newsroom says where the block gives both values of a change.
  func mayOwnUp(_ position: Int) -> Bool {
    let sign = sign(position)
    if sign.contains(.voice), self.sign(position + 1).contains(.act) {
      let sentence = reading.passage.sentence(at: position), next = sentence.upperBound
      return blamesMistake(for: position, in: sentence)
        || reading.has(next, .pronoun)
          && (reading.has(next + 1, [.be, .have])
            || sentence.contains {
              reading.lower[$0] == reading.lower[min(next + 1, reading.count - 1)]
            })
    }
    return sign.contains(.own) && (0..<reading.count).contains(where: deniesValue)
  }

  private func isPlainMistake(_ position: Int) -> Bool {
    deniesValue(position) || sign(position).contains(.error) && !sign(position).contains(.apology)
  }

  /// `We originally misreported how many came`, `We apologise to Lou Orr, whose name we misspelt`: what only a newsroom
  /// does wrong, by `we`, with a word that tells of earlier or of an apology.
  func saysItsMistake(_ clause: Range<Int>) -> Bool {
    let isSorry = (0..<reading.count).contains(where: apologises)
    return clause.contains { position in
      guard sign(position).contains(.voice), !isQuoted(position) else { return false }
      if isMistake(position + 1) { return isSorry }
      return sign(position + 1).contains(.earlier) && isMistake(position + 2)
    }
  }

  /// `Owing to a typing error, we said …`: whether what `we` said is put down to a mistake.
  func blamesMistake(for voice: Int, in clause: Range<Int>) -> Bool {
    let before = clause.lowerBound..<voice
    return reading.has(voice + 1, .saying) && sign(voice + 1).contains(.act)
      && before.contains { sign($0).contains(.cause) }
      && before.contains { position in
        sign(position).isSuperset(of: [.error, .mistake])
          || sign(position).contains(.cause) && reading.noticeSigns[position].count > 2
      }
  }

  /// What only a text does wrong: `misspelt`.
  func isMistake(_ position: Int) -> Bool {
    let sign = sign(position)
    return sign.isSuperset(of: [.act, .error]) && !sign.contains(.apology)
      && reading.noticeSigns[position].count == 1
  }

  /// `We apologise to Ms Oake, whose address was wrongly given`
  func regretsWhatWasSaid(_ sentence: Range<Int>) -> Bool {
    sentence.contains(where: apologises)
      && sentence.contains { position in
        if isQuoted(position) { return false }
        // `We apologise for having misspelt the name`
        let isFor = (position - 3..<position).contains { sign($0).contains(.apology) }
        return isMistake(position) && (isFor || reading.has(position - 1, .be))
          || reading.has(position - 1, .be) && sign(position).contains(.error)
            && (sign(position + 1).contains(.act)
              // `We are sorry that our report was wrong.`
              || (sentence.lowerBound..<position).contains {
                sign($0).contains(.owner) && sign($0 + 1).contains(.text)
              })
      }
  }
}
