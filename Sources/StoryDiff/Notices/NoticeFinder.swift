import StoryLanguage
import StoryModel

/// Finds the notices of both versions and what became of each.
enum NoticeFinder {
  struct Found {
    let kind: NoticeChange.Kind
    let change: NoticeChange.Change
    let old: Int?, new: Int?
    let date: CivilDay?
    let text: String
    /// The notice as it stands in the newer version; nil where it is gone.
    var linker: NoticeLinker?
    /// The notice as it stood in the older version, where it admitted an error and has changed.
    let oldLinker: NoticeLinker?

    /// The notice on either side, where it is new, gone or another and admits an error.
    var admissions: [NoticeLinker] {
      change == .unchanged ? [] : [kind.admitsError ? linker : nil, oldLinker].compactMap { $0 }
    }
  }

  static func find(
    _ pair: AnalyzedPair, _ links: [BlockLink], _ comparisons: [LinkComparison],
    oldCapturedAt: Instant?, newCapturedAt: Instant?
  ) -> [Found] {
    var found: [Found] = []
    for place in links.indices {
      // Most blocks are as they were, and hold no notice: one of the two tells that.
      if links[place].isEqual, let i = links[place].old.first, let j = links[place].new.first,
        pair.old[i].isTyped(as: pair.new[j]), notice(in: pair.new[j], pair, newCapturedAt) == nil
      {
        continue
      }
      let link = links[place]
      let before = read(link.old, of: pair.old, pair, oldCapturedAt)
      let after = read(link.new, of: pair.new, pair, newCapturedAt)
      guard let shown = after ?? before else {
        // `It is in Ely rather than Eli. We regret the error.`, below a story where the one became the other.
        let isLast =
          link.old.last == pair.old.count - 1 || link.new.last == pair.new.count - 1
        if isLast, let told = tellsOfChange(link, comparisons, pair) { found.append(told) }
        continue
      }
      let change: NoticeChange.Change =
        switch (before, after) {
        case (nil, _): .added
        case (_, nil): .removed
        case (let before?, let after?):
          before.words == after.words ? .unchanged : .edited
        }
      found.append(
        Found(
          kind: shown.notice.kind, change: change, old: before?.block, new: after?.block,
          date: shown.notice.date, text: shown.text,
          linker: after.map { after in
            NoticeLinker(
              after.reading, after.said(isAlone: link.old.isEmpty),
              told: change == .edited ? before?.sentences ?? [] : [])
          },
          oldLinker: change == .unchanged || before?.notice.kind.admitsError != true
            ? nil
            : before.map { before in
              NoticeLinker(
                before.reading, before.said(isAlone: link.new.isEmpty),
                told: after?.sentences ?? [])
            }))
    }
    guard !found.isEmpty else { return [] }
    let story = StoryWords(
      pair, apartFrom: (Set(found.compactMap(\.old)), Set(found.compactMap(\.new))),
      tails: found.reduce(into: [:]) { tails, notice in
        if let block = notice.new, let start = notice.linker?.range.lowerBound, start > 0 {
          tails[block] = start
        }
      },
      capturedAt: newCapturedAt)
    for index in found.indices { found[index].linker = found[index].linker?.of(story) }
    return found.sorted {
      ($0.new ?? $0.old ?? 0, $0.new == nil ? 1 : 0) < (
        $1.new ?? $1.old ?? 0, $1.new == nil ? 1 : 0
      )
    }
  }

  private struct Read {
    let reading: Reading
    let notice: NoticeReader.Notice
    let block: Int
    let text: String
    let words: [Int32]

    /// What the newsroom says: in a paragraph that the other version has not, what stands before the notice, too.
    func said(isAlone: Bool) -> Range<Int> { isAlone ? 0..<reading.count : notice.range }

    /// The sentences of the notice, each as its words.
    var sentences: Set<[String]> {
      Set(
        reading.passage.sentences.map { $0.clamped(to: notice.range) }
          .map { $0.map { reading.lower[$0] } })
    }
  }

  /// The first notice in the blocks of one version at some positions.
  private static func read(
    _ positions: [Int], of blocks: [AnalyzedBlock], _ pair: AnalyzedPair, _ at: Instant?
  ) -> Read? {
    for position in positions {
      let block = blocks[position]
      guard let (reading, notice) = notice(in: block, pair, at) else { continue }
      return Read(
        reading: reading, notice: notice, block: block.index,
        text: reading.passage.text(of: notice.range),
        words: notice.range.map { reading.tokens[$0].word })
    }
    return nil
  }

  /// The notice that a block holds, and the block as it was read.
  static func notice(
    in block: AnalyzedBlock, _ pair: AnalyzedPair, _ at: Instant? = nil
  ) -> (reading: Reading, notice: NoticeReader.Notice)? {
    guard mayHoldNotice(block, pair) else { return nil }
    if let below = pair.blockUnderLabel(block), notice(in: below, pair, at) != nil { return nil }
    let reading = Reading(Passage([block]), pair, capturedAt: at)
    let reader = NoticeReader(reading: reading)
    guard let notice = reader.notice(isHeadline: block.isHeadline) else { return nil }
    // `Clarification`, in a block of its own above what it is the label of.
    guard notice.range.lowerBound == 0, reader.label(at: 0..<reading.count) == nil,
      let kind = pair.labelAbove(block)
    else { return (reading, notice) }
    return (
      reading, NoticeReader.Notice(kind: kind, range: notice.range, date: notice.date)
    )
  }

  /// A quick look, so that most blocks are not read word by word: a notice's words are few.
  static func mayHoldNotice(_ block: AnalyzedBlock, _ pair: AnalyzedPair) -> Bool {
    if let known = block.mayHoldNotice { return known }
    let mayHold = looksLikeNotice(block, pair)
    block.mayHoldNotice = mayHold
    return mayHold
  }

  private static func looksLikeNotice(_ block: AnalyzedBlock, _ pair: AnalyzedPair) -> Bool {
    if pair.storyLabels.contains(ObjectIdentifier(block)) { return false }
    if block.kind == .notice { return true }
    if block.isHeadline || block.tokens.count < 2 { return false }
    let look = pair.known.noticeLook(of: block.tokens)
    let signs = look.signs
    return look.isToldHere || look.hasNoticeWord && hasPhrase(block.tokens, pair.known)
      || (!signs.isDisjoint(with: .deeds) || signs.isSuperset(of: [.own, .contrast])
        || signs.isSuperset(of: [.earlier, .act]) && !signs.isDisjoint(with: [.voice, .text]))
        && !signs.isDisjoint(with: NoticeSigns.speakers.union(.cause))
        && mayTell(block.tokens, pair)
  }

  /// A closer look at a block whose words may be those of signs: whether the signs are there.
  private static func mayTell(_ tokens: [Token], _ pair: AnalyzedPair) -> Bool {
    let known = pair.known, table = pair.language.noticeSigns
    var told: NoticeSigns = []
    _ = known.contains(opening: table.bit, in: tokens) { position, _ in
      let found = table.match(
        at: position, end: tokens.count, number: { known.place(of: tokens[$0].word) })
      if let found { told.formUnion(found.payload) }
      return false
    }
    // `initially credited`: it says so no more.
    let isDone =
      !told.isDisjoint(with: .deeds) || told.contains(.repeated)
      || told.isSuperset(of: [.own, .contrast]) || told.contains([.earlier, .act])
      || told.contains([.own, .act])
    return isDone && (!told.isDisjoint(with: [.own, .vow, .cause]) || mayBeOwn(tokens, pair))
  }

  /// Whether some words have a label or a phrase that tells a notice.
  private static func hasPhrase(_ tokens: [Token], _ known: KnownWords) -> Bool {
    let language = known.language, remarks = language.noticeRemarks
    func number(_ position: Int) -> Int32 { known.place(of: tokens[position].word) }
    return known.contains(opening: language.noticeTableBits | remarks.bit, in: tokens) {
      (position, bits) in
      if bits & remarks.bit != 0,
        remarks.match(at: position, end: tokens.count, number: number)?.payload == .retold
      {
        return true
      }
      return language.noticeTables.contains { table in
        bits & table.bit != 0
          && table.match(at: position, end: tokens.count, number: number) != nil
      }
    }
  }

  /// Whether the newsroom may speak in some words: of a text that stands near `this`, `earlier` or an
  /// article, or as `we` near what it did.
  private static func mayBeOwn(_ tokens: [Token], _ pair: AnalyzedPair) -> Bool {
    let opening: NoticeSigns = [.owner, .earlier]
    let deed: NoticeSigns = [.act, .fix, .clarity, .withdrawal, .error]
    let days = pair.language.relativePeriods.bit
    for (position, token) in tokens.enumerated() {
      let signs = pair.known.signs(of: token.word)
      let isVoice = signs.contains(.voice)
      let isOpening =
        !signs.isDisjoint(with: opening) || pair.known.begins(of: token.word) & days != 0
        || !pair.known.kind(of: token.word).isDisjoint(with: [.article, .pronoun, .weekday])
      guard isVoice || isOpening else { continue }
      // `We got the date of the fair wrong`: what was wrong may be long.
      for (distance, next) in tokens.dropFirst(position + 1).prefix(isVoice ? 12 : 5).enumerated() {
        let follows = pair.known.signs(of: next.word)
        let isDeed = !follows.isDisjoint(with: distance < 5 ? deed : .error)
        if isVoice && isDeed || isOpening && distance < 5 && follows.contains(.text) { return true }
      }
    }
    return false
  }
}
