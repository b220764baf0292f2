import StoryLanguage
import StoryModel

/// What stands before or in the place of a label, and labels of what is no notice.
extension NoticeReader {
  /// Where the text begins after who sends it, to whom: `Eds: CORRECTS …`, `ATTENTION - CORRECTS …`; zero where nobody is named.
  var afterDesk: Int {
    guard let mark = (1..<max(1, min(reading.count, 3))).first(where: { isLabelEnd($0) }),
      (0..<mark).allSatisfy({
        reading.isAllCapitals($0) || !sign($0).isDisjoint(with: [.staff, .labelWord])
      }), mark + 1 < reading.count, reading.isAllCapitals(mark + 1)
    else { return 0 }
    return mark + 1
  }

  /// `… and lasts a year. Updated to include the mayor's answer.`: a last sentence that says what was done and what for,
  /// and by nobody; not `Updated to include a sauna, the hotel …`.
  func closingStamp(_ sentence: Range<Int>) -> NoticeChange.Kind? {
    guard sentence.lowerBound > 0, sentence.upperBound == reading.count,
      let deed = sentence.first(where: reading.isWord), reading.isCapitalised(deed),
      reading.has(deed, .noticeDeed),
      let (count, name) = reading.match(
        reading.language.noticeBareOpenings, deed, end: reading.count)
        ?? reading.match(reading.language.noticePhrases, deed, end: reading.count),
      (deed..<deed + count).contains(where: { reading.has($0, .noticeAim) }),
      !(deed + count..<reading.count).contains(where: { position in
        reading.isMark(position - 1, ",")
          && (reading.has(position, [.article, .pronoun]) || reading.isCapitalised(position)
            || reading.language.slips.possessives.contains(reading.lower[position]))
      })
    else { return nil }
    let kind = NoticeChange.Kind(rawValue: name)
    return kind == .update && admitsError(sentence) ? .correction : kind
  }

  /// `This 2016 article has been republished, and dates have been changed.`
  var isRevised: Bool {
    func isDone(_ position: Int) -> Bool { reading.has(position - 1, .be) }
    return (2..<max(2, reading.count)).contains { position in
      reading.language.noticeIntroductions.contains(reading.lower[position]) && isDone(position)
        && reading.has(position - 2, .have)
        && (position + 1..<reading.count).contains {
          isDone($0) && !sign($0).isDisjoint(with: [.edit, .fix, .update])
        }
    }
  }

  /// `Note to readers: our office will be closed …`: what a newsroom will do, and nothing of a text.
  func isAnnouncement(_ sentence: Range<Int>) -> Bool {
    guard let colon = sentence.prefix(8).first(where: { reading.isMark($0, ":") }),
      let modal = (colon..<reading.count).first(where: { reading.has($0, .modal) }),
      (colon..<modal).contains(where: { !sign($0).isDisjoint(with: [.owner, .voice]) })
    else { return false }
    return (colon..<reading.count).allSatisfy {
      sign($0).isDisjoint(with: [.text, .own, .error, .fix, .edit, .update, .clarity])
    }
  }

  /// `Withdrawn: lots 14 and 22`: what was withdrawn is no text.
  func isOfThing(_ sentence: Range<Int>) -> Bool {
    let start = sentence.lowerBound
    return reading.has(start, .noticeDeed) && reading.isMark(start + 1, ":")
      && (start + 2..<max(start + 2, reading.count)).contains(where: reading.isContent)
      && (start + 1..<reading.count).allSatisfy {
        sign($0).isDisjoint(with: [.text, .own, .voice])
      }
  }

  /// `Amended on 27 March to clarify that …`: a stamp without a colon is of the kind of what it says.
  func isStampOfClarity(_ start: Int, _ next: Int) -> Bool {
    guard reading.has(start, .noticeDeed),
      let aim = (next..<min(reading.count, next + 12)).first(where: {
        reading.has($0, .noticeAim) || isLabelEnd($0)
      }), reading.has(aim, .noticeAim)
    else { return false }
    return sign(aim).contains(.clarity) || sign(aim + 1).contains(.clarity)
  }
}
