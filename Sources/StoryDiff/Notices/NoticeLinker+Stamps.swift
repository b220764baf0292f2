import StoryLanguage

extension NoticeLinker {
  /// Where the notice says when it was printed or when the text was changed: within its label, and
  /// after `amended on`.
  static func stamps(
    among dates: [Mention], _ notice: Reading, _ range: Range<Int>
  ) -> [Range<Int>] {
    var stamps: [Range<Int>] = []
    var label = range.lowerBound
    while label < range.upperBound, notice.tokens[label].kind == .mark { label += 1 }
    if let (count, _) = notice.match(notice.language.noticeLabels, label, end: range.upperBound) {
      // `CORRECTION (Monday, 1.15pm):`
      var end = label + count
      while end < range.upperBound,
        notice.isStampWord(end) || notice.has(end, [.noticeDateJoiner, .noticeDeed, .article])
          || [",", "(", ")", ".", "-", "/"].contains(notice.lower[end])
      {
        end += 1
      }
      let isStamp =
        end < range.upperBound && notice.isMark(end, ":") || notice.isMark(end, "]")
        || notice.has(end, .noticeAim) || end > label + count && notice.isCapitalised(end)
      if isStamp || end == label + count { stamps.append(range.lowerBound..<end) }
    }
    for mention in dates {
      var before = mention.range.lowerBound - 1
      while before >= range.lowerBound,
        notice.has(before, [.noticeDateJoiner, .article]) || notice.isMark(before, ",")
          || notice.isMark(before, "(") || stamps.contains(where: { $0.contains(before) })
      {
        before -= 1
      }
      // `This March 11 story has been corrected …`
      let around = [mention.range.lowerBound - 1, mention.range.upperBound]
      let isOfStory =
        around[0] >= 0 && around[1] < notice.count
        && notice.language.noticeSubjects.match(
          at: 0, end: 2, word: { (place: Int) in notice.lower[around[place]] }) != nil
      // `… and Oct. 4 to fix the day`
      let isOfRepair =
        notice.match(notice.language.noticeRepairs, mention.range.upperBound, end: range.upperBound)
        != nil
      // `an article on Wednesday`
      let isOfText =
        before >= range.lowerBound && before < mention.range.lowerBound - 1
        && notice.signs(before).contains(.text)
      // `in Monday's story`
      let isOfDay =
        notice.signs(mention.range.upperBound).contains(.text)
        && notice.lower[mention.range.upperBound - 1]
          != notice.lower[mention.range.upperBound - 1].withoutPossessive
      // `We wrote on Tuesday that …`
      let isOfVoice =
        before > range.lowerBound && notice.signs(before).contains(.act)
        && notice.signs(before - 1).contains(.voice)
        && notice.has(mention.range.upperBound, .that)
      let isStamp =
        isOfStory || isOfRepair || isOfText || isOfDay || isOfVoice
        || before >= range.lowerBound && notice.has(before, .noticeDeed)
          && !isOfWhatWasWrong(before, notice, range)
        || stamps.contains { $0.upperBound == mention.range.lowerBound }
      if isStamp { stamps.append(mention.range) }
    }
    return stamps
  }

  /// `… the wrong day for the announcement. It was made on Tuesday.`: what was made, printed or published is what the
  /// sentence before calls wrong.
  private static func isOfWhatWasWrong(
    _ deed: Int, _ notice: Reading, _ range: Range<Int>
  ) -> Bool {
    let start = notice.passage.sentence(at: deed).lowerBound
    let mends: NoticeSigns = [.fix, .edit, .update, .clarity, .withdrawal]
    guard start > range.lowerBound, notice.has(start, .pronoun),
      notice.noticeSigns[deed].payload.isDisjoint(with: mends)
    else { return false }
    return notice.passage.sentence(at: start - 1).contains {
      notice.noticeSigns[$0].payload.contains(.error)
    }
  }
}
