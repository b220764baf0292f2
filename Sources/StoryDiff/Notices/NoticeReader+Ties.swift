import StoryLanguage
import StoryModel

/// Whether who speaks in a notice is who did what it tells: both stand in one clause. `In this post we
/// look at mistakes that beginners make` speaks of a text and of mistakes, and owns up to none.
extension NoticeReader {
  /// Whether one clause of a notice that begins with a sentence has both who speaks and what was done; in a
  /// block of its own another sentence may set right what the newsroom said, or be sorry for it.
  func isTied(_ sentence: Range<Int>, _ kind: NoticeChange.Kind) -> Bool {
    if reading.language.noticeSigns.isEmpty {
      return kind == .developing || isTiedByPhrases(sentence)
    }
    guard kind != .developing, kind != .retraction, !opensWithNote else { return true }
    let isWhole = sentence.lowerBound == 0 && reading.count <= NoticeReader.longestNotice
    guard isWhole else {
      return clauses(of: sentence).contains { isTied(clause: $0, false) }
        || goesOn(sentence.upperBound) && ownness(of: sentence) == .text
    }
    var speaks = false, tells = false, isSorry = false, namesText = false
    for next in reading.passage.sentences where !isQuoted(next.lowerBound) {
      let signs = wordSigns(in: next.prefix(8))
      isSorry = isSorry || signs.contains(.apology) || next.contains(where: apologises)
      if isReported(next) { continue }
      if regretsWhatWasSaid(next) { return true }
      if speaks, goesOn(next.lowerBound) || answers(next, kind) { return true }
      let all = clauses(of: next)
      if all.contains(where: isSpeakerTag) { continue }
      for clause in all {
        if isTied(clause: clause, true) { return true }
        let own = ownness(of: clause)
        if own == .text, tells { return true }
        // `In Monday's paper we said it was shut. It is open. We are happy to set the record straight.`
        if own == .voice, namesText, kind == .correction,
          clause.contains(where: { position in
            isPhrase(position) && sign(position).contains(.fix)
              && !next.contains { word in
                word >= position + reading.noticeSigns[position].count && reading.isWord(word)
              }
          })
        {
          return true
        }
        namesText = namesText || own == .text
        speaks = speaks || own > .none
      }
      if speaks, isFixAlone(next) { return true }
      // `Wrong caption: …`, `Point of clarification: …`
      tells = tells || isByStaff(next) || opensWithDeed(next) || next.contains(where: isPointedOut)
      if speaks, opensWithDeed(next) { return true }
    }
    return (speaks || mendsKind(sentence)) && isSorry && reading.passage.sentences.count > 1
  }

  private func isTied(clause: Range<Int>, _ isWhole: Bool) -> Bool {
    let ownness = ownness(of: clause)
    guard ownness > .none else { return false }
    if isWhole, ownness == .text, setsAgainst(clause) { return true }
    let found = plainDeeds(in: clause, ownness)
    switch ownness {
    case .text: return !found.isDisjoint(with: .deeds)
    case .voice:
      return isWhole ? found.contains(.edit) || owns(clause, found) : ownsPlainly(clause)
    case .weak: return isWhole && !found.isDisjoint(with: [.error, .clarity, .withdrawal])
    case .none: return false
    }
  }

  /// What a clause says was done, by its signs and its phrases, apart from what may be said of anything.
  private func plainDeeds(in clause: Range<Int>, _ ownness: Ownness) -> NoticeSigns {
    clause.reduce(into: []) { found, position in
      if isQuoted(position) { return }
      var sign = deeds(at: position, in: clause)
      if sign.contains(.error), !isPlainError(position, in: clause, ownness) { sign.remove(.error) }
      // `this article makes clear`
      if sign.contains(.clarity), self.sign(position - 1).contains(.text),
        !reading.has(position, [.modal, .be, .have])
      {
        sign.remove(.clarity)
      }
      if !sign.isDisjoint(with: [.fix, .edit]), !isDone(position, in: clause) {
        sign.subtract([.fix, .edit])
      }
      found.formUnion(sign)
      if let (count, name) = reading.match(
        reading.language.noticePhrases, position, end: clause.upperBound),
        !reading.signs(position + count - 1).contains(.text)
      {
        found.formUnion(NoticeReader.signs(of: name, mends: mends(position, in: clause)))
      }
    }
  }

  private static func signs(of name: String, mends: Bool) -> NoticeSigns {
    switch NoticeChange.Kind(rawValue: name) {
    case .correction: mends ? .error : []
    case .clarification: .clarity
    case .update: .update
    case .retraction: .withdrawal
    case .developing, .editorsNote, nil: []
    }
  }

  /// Whether a word of an error says that something was wrong, and not only that there are errors.
  private func isPlainError(
    _ position: Int, in clause: Range<Int>, _ ownness: Ownness
  ) -> Bool {
    let sign = sign(position)
    // `an earlier version said`
    if !sign.contains(.error) { return true }
    if sign.contains(.apology) { return false }
    if contradictsText(position) || ownness == .text && isOfReaders(clause) { return true }
    let before = max(clause.lowerBound, position - 4)..<position
    if sign.contains(.mistake) {
      return before.contains { !self.sign($0).isDisjoint(with: [.cause, .fix, .apology, .holder]) }
        || text(after: position + 1, in: clause) != nil
        || sign.contains(.cause)
    }
    let acts = clause.contains { self.sign($0).contains(.act) }
    // `In an earlier version his share was two points too low.`
    if sign.contains(.contrast) {
      return acts
        || ownness == .text
          && clause.contains { $0 < position && self.sign($0).contains(.earlier) }
    }
    // What others said of it: `In a report on Monday, inspectors said that …`.
    if ownness == .weak,
      let verb = clause.first(where: { reading.has($0, .saying) && !self.sign($0).contains(.error) }
      ),
      verb < position - 2
    {
      return false
    }
    let isThing = reading.has(position, .article)
    if reading.noticeSigns[position].count > 1, !isThing { return true }
    // `gave the wrong date`, `contained an incorrect date`
    if isThing || reading.has(position - 1, .article) {
      return (max(clause.lowerBound, position - 8)..<position).contains {
        !self.sign($0).isDisjoint(with: [.act, .holder])
      }
        // `an omitted word in an earlier version`
        || (position + 1..<min(clause.upperBound, position + 6)).contains { text in
          self.sign(text).contains(.version)
            && (position + 1..<text).contains { self.sign($0).contains(.earlier) }
            && (position + 1..<text).contains {
              reading.language.slips.places.contains(reading.lower[$0])
            }
        }
        // `an incorrect date was given`
        || (position + 1..<min(clause.upperBound, position + 8)).contains {
          reading.has($0, .be) && self.sign($0 + 1).contains(.act)
        }
    }
    // `told many times, usually wrongly`
    return ownness == .voice || sign.contains(.act)
      || (position - 2...position + 2).contains { self.sign($0).contains(.act) }
      || before.contains { reading.has($0, [.be, .have]) }
  }

  /// Whether a text was mended or changed, or somebody of the newsroom did it: `a fixed price`, `the paper
  /// corrected it` and `links may be removed` tell of others.
  private func isDone(_ position: Int, in clause: Range<Int>) -> Bool {
    if reading.noticeSigns[position].count > 1 { return true }
    if reading.has(position - 1, .article), reading.isContent(position + 1) { return false }
    let first = clause.first { reading.isWord($0) } ?? clause.lowerBound
    if position == first { return true }
    let before = max(clause.lowerBound, position - 4)..<position
    if let verb = before.last(where: { reading.has($0, [.be, .have]) }) {
      let isLikely = reading.has(verb - 1, [.modal, .noticeAim]) || reading.has(verb - 2, .modal)
      return !isLikely
    }
    return before.contains { !sign($0).isDisjoint(with: [.voice, .staff]) }
  }

  /// `corrects the spelling of her name`, but `corrects a misunderstanding`.
  private func mends(_ position: Int, in clause: Range<Int>) -> Bool {
    guard !sign(position).contains(.fix), reading.has(position + 1, .article) else { return true }
    return (position + 1..<min(clause.upperBound, position + 12)).contains {
      isOfText($0) || reading.tokens[$0].kind == .number
    }
  }

  /// Whether a word is a text, a kind of value or a mistake: what a newsroom mends.
  func isOfText(_ position: Int) -> Bool {
    guard position < reading.count else { return false }
    return !sign(position).isDisjoint(with: [.text, .mistake])
      || reading.language.spellingWords.contains(reading.lower[position]) || isKind(position)
  }

  func isKind(_ position: Int) -> Bool {
    reading.language.kindWords.values.contains { $0.contains(reading.lower[position]) }
  }

  /// Whether `we` or `I` owns up to something in a clause: what people do is often wrong, too.
  private func owns(_ clause: Range<Int>, _ found: NoticeSigns) -> Bool {
    // `We originally had it closing on Sunday. It is actually Saturday.`
    let tellsOfEarlier = clause.contains { sign($0).contains(.earlier) }
    let hasText = (0..<reading.count).contains { position in
      !isQuoted(position) && !sign(position).isDisjoint(with: [.text, .fix])
        || tellsOfEarlier && sign(position).contains(.contrast)
        || deniesValue(position) || saysWhatIs(position)
    }
    guard let voice = clause.first(where: { sign($0).contains(.voice) && !isQuoted($0) }) else {
      return !found.isDisjoint(with: [.error, .fix, .clarity, .withdrawal])
    }
    let rest = voice + 1..<clause.upperBound
    if saysItsMistake(clause) { return true }
    guard
      let verb = rest.first(where: {
        !sign($0).isDisjoint(with: [.act, .fix, .clarity, .withdrawal, .apology])
      })
    else { return found.contains(.error) && hasText && mistook(voice, in: clause) }
    // `we have talked to people who told us`, `I was told`
    let between = voice + 1..<verb
    guard
      !between.contains(where: { position in
        reading.isContent(position) && sign(position).isDisjoint(with: [.error, .earlier])
      }) || mistook(voice, in: clause),
      !reading.has(verb - 1, .be) || !sign(verb).contains(.act)
    else { return false }
    if found.contains(.withdrawal) { return true }
    if found.contains(.fix), mendsText(verb, in: clause) { return true }
    if found.contains(.clarity) {
      return clause.contains { sign($0).contains(.act) && !sign($0).contains(.clarity) }
    }
    guard found.contains(.error) else { return false }
    let said = reading.has(verb, .saying) || sign(verb).contains(.repeated)
    // `We originally said`, `We incorrectly reported`
    let isNear = (verb - 2...verb + 2).contains { position in
      position >= voice - 1 && clause.contains(position)
        && !sign(position).isDisjoint(with: [.error, .earlier])
        && !sign(position).contains(.contrast) && !reading.has(position, .article)
    }
    if said, isNear { return true }
    return hasText && (isNear || rest.contains(where: isKind) || said)
  }

  /// `We wrongly reported`, `we have corrected the spelling`: at the end of a paragraph, too.
  private func ownsPlainly(_ clause: Range<Int>) -> Bool {
    let start = clause.first {
      !isQuoted($0) && (sign($0).contains(.voice) || reading.signs($0).contains(.publisher))
    }
    guard let start else { return false }
    return (start + 1..<min(clause.upperBound, start + 5)).contains { verb in
      if sign(verb).contains(.fix) {
        let object = verb + reading.noticeSigns[verb].count
        return !reading.has(object, .pronoun)
          && (object..<min(clause.upperBound, object + 4)).contains(where: isOfText)
      }
      guard reading.has(verb, .saying) else { return false }
      return (start + 1...verb + 1).contains { position in
        position < clause.upperBound && sign(position).contains(.error)
          && reading.noticeSigns[position].count == 1
          && sign(position).isDisjoint(with: [.contrast, .mistake, .apology, .act])
      }
    }
  }

  /// `we have corrected the date`, but `… thousands of essays`
  private func mendsText(_ verb: Int, in clause: Range<Int>) -> Bool {
    guard sign(verb).contains(.fix) else { return false }
    let object = verb + reading.noticeSigns[verb].count
    return object >= clause.upperBound || !reading.isWord(object)
      || (object..<min(clause.upperBound, object + 5)).contains {
        isOfText($0) || reading.has($0, .pronoun)
      }
  }

  /// `we apologise`
  func apologises(_ position: Int) -> Bool {
    sign(position).contains(.voice) && !isQuoted(position)
      && (position + 1..<position + 4).contains { sign($0).contains(.apology) }
  }

  /// `It was updated to correct a name.`: of the text that the sentence before speaks of.
  private func goesOn(_ start: Int) -> Bool {
    reading.has(start, .pronoun) && !sign(start).contains(.voice)
      && reading.has(start + 1, [.be, .have])
      && (start + 2..<start + 5).contains { reading.has($0, .noticeDeed) }
  }

  /// Whether a sentence that follows one of the newsroom's sets it right, makes it clear or adds to it.
  private func answers(_ sentence: Range<Int>, _ kind: NoticeChange.Kind) -> Bool {
    let signs = sentence.prefix(8).reduce(into: NoticeSigns()) { $0.formUnion(sign($1)) }
    return signs.contains(.contrast) && kind == .correction
      && (0..<reading.count).contains { position in
        deniesValue(position) || !sign(position).isDisjoint(with: [.text, .apology])
      }
      || signs.contains(.clarity) && kind == .clarification
      || sentence.prefix(8).contains { sign($0).isSuperset(of: [.voice, .update]) }
      // `Her answer has been added above.`
      || kind == .update
        && sentence.contains { position in
          sign(position).contains(.update) && reading.has(position - 1, .be)
            && sign(position + 1).contains(.place)
        }
  }

  /// `Editors misread a filing.`
  private func isByStaff(_ sentence: Range<Int>) -> Bool {
    sentence.prefix(2).contains { sign($0).contains(.staff) }
      && sentence.prefix(4).contains { sign($0).isSuperset(of: [.act, .error]) }
  }

  /// Whether what was done stands before a colon: `Wrong caption: …`.
  private func opensWithDeed(_ sentence: Range<Int>) -> Bool {
    guard let colon = sentence.prefix(6).first(where: { reading.isMark($0, ":") }) else {
      return false
    }
    return (sentence.lowerBound..<colon).contains {
      !sign($0).isDisjoint(with: [.error, .clarity, .fix])
    }
  }
}
