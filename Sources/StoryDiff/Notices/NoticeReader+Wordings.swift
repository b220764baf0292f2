import StoryLanguage
import StoryModel

/// Ways in which a newsroom says, without a label, what its text was or did before.
extension NoticeReader {
  /// `(The pilot's surname had lost a letter in an earlier version.)`: whether a sentence in brackets, or a block of its own, that
  /// names a kind of value first ends in where it was so.
  func wasSoEarlier(_ sentence: Range<Int>) -> Bool {
    guard isBracketed(sentence) || sentence == 0..<reading.count,
      sentence.contains(where: { sign($0).contains(.earlier) }),
      let kind = sentence.prefix(6).first(where: isKind),
      !(sentence.lowerBound..<kind).contains(where: { reading.has($0, [.be, .have, .modal]) })
    else { return false }
    return sentence.dropFirst(2).contains { position in
      guard sign(position).contains(.earlier), reading.has(position - 1, .article),
        reading.language.slips.places.contains(reading.lower[position - 2]), !isQuoted(position),
        let text = text(after: position, in: sentence), reading.signs(text).contains(.version),
        !isOfAnother(text + 1)
      else { return false }
      return (text + 1..<sentence.upperBound).allSatisfy {
        !reading.isContent($0) || sign($0).contains(.text)
      }
    }
  }

  /// `This guide has been updated for the summer.`, `We've updated this list …`: a block that says first of whatever it stands
  /// with that it was brought up to date.
  func updatesSubject(_ sentence: Range<Int>) -> Bool {
    guard sentence.lowerBound == 0, !reading.language.noticeSigns.isEmpty else { return false }
    return sentence.prefix(5).contains { position in
      guard sign(position).contains(.owner),
        let (count, _) = reading.match(
          reading.language.noticeSubjects, position, end: sentence.upperBound)
      else { return false }
      let verb = position + count
      if position == 0 {
        return reading.has(verb, .have) && reading.has(verb + 1, .be)
          && sign(verb + 2).contains(.update) && !isByOthers(verb + 2)
      }
      // `We've updated this list with …`; `I updated this list every night` tells of a habit.
      return position > 1 && sign(position - 1).contains(.update)
        && (sign(position - 2).contains(.voice) && reading.lower[position - 2].contains("'")
          || reading.has(position - 2, .have) && sign(position - 3).contains(.voice))
        && (verb..<verb + 6).contains { reading.has($0, .noticeAim) }
    }
  }

  /// `The Banner incorrectly said … The Banner regrets the error.`: a newspaper that opens a block by its name and is sorry by it.
  func regretsByName(_ sentence: Range<Int>) -> Bool {
    guard sentence.lowerBound == 0, reading.count <= NoticeReader.longestNotice,
      let last = reading.passage.sentences.last, last.lowerBound > 0,
      let regret = last.prefix(5).first(where: { sign($0).contains(.apology) }),
      regret > last.lowerBound, reading.isCapitalised(regret - 1)
    else { return false }
    let length = regret - last.lowerBound
    return (0..<length).allSatisfy { reading.lower[$0] == reading.lower[last.lowerBound + $0] }
      && (isMistake(length) || sign(length).contains(.error) && sign(length + 1).contains(.act))
  }

  /// `readers who pointed out that it is 14 days`
  func isPointedOut(_ position: Int) -> Bool {
    reading.noticeSigns[position].count > 2 && sign(position).contains(.error)
      && reading.signs(position).contains(.labelWord) && !isQuoted(position)
  }

  /// `Readers of the print edition may have seen an incorrect date …`
  func isOfReaders(_ clause: Range<Int>) -> Bool {
    guard let first = clause.first(where: reading.isWord) else { return false }
    return reading.isContent(first) && sign(first).contains(.labelWord)
      && clause.contains { sign($0).contains(.own) }
  }

  /// `contrary to our report`
  func contradictsText(_ position: Int) -> Bool {
    let next = position + reading.noticeSigns[position].count
    return isPhrase(position) && sign(position).isSuperset(of: [.error, .contrast])
      && sign(next).contains(.owner) && sign(next + 1).contains(.text)
  }

  /// `was attributed to her when this article was first published`: what a text did, and when.
  func isOfFirstPrint(_ act: Int, in sentence: Range<Int>) -> Bool {
    // `No one had been named when …` tells how things were.
    guard reading.has(act - 1, .be), !reading.has(act - 2, .have), !isDenied(act),
      !reading.has(act, [.saying, .noticeDeed])
    else { return false }
    return (act + 1..<sentence.upperBound).contains { print in
      isPhrase(print) && sign(print).contains(.own) && reading.has(print - 1, .be)
        && sign(print - 2).contains(.text) && sign(print - 3).contains(.owner)
        && !sentence.contains { word in
          word >= print + reading.noticeSigns[print].count && reading.isWord(word)
        }
    }
  }
}
