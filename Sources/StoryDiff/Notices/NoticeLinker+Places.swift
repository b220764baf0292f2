import StoryLanguage
import StoryModel

/// Changes that a notice tells by where they stand.
extension NoticeLinker {
  /// `We have changed our first paragraph`, `This paragraph has been clarified`: the changes of a paragraph of which
  /// a sentence says so and gives no value, where they are one.
  func toldByPlace(_ candidates: [Candidate]) -> [Int] {
    guard let story else { return [] }
    var told: Set<Int> = []
    for part in parts {
      let count = mendedFigures(part)
      guard isMended(part), count != nil || !givesValue(part) else { continue }
      let blocks = paragraphs(namedIn: part, story)
      let there = candidates.indices.filter { index in
        let claim = candidates[index].claim
        let span = claim.new.flatMap { candidates[index].new.passage.span(of: $0) }
        return span.map { blocks.contains($0.block) } == true
          && (count.map { _ in isNumeric(candidates[index]) } ?? mayBe(candidates[index], part))
      }
      // `Two figures in this paragraph have been corrected.`
      if let count {
        if there.count == count { told.formUnion(there) }
        continue
      }
      guard let first = there.first,
        there.allSatisfy({ areSame(candidates[$0], candidates[first]) })
      else { continue }
      told.formUnion(there)
    }
    return told.sorted()
  }

  /// How many figures of a paragraph a sentence says were mended, more than one, where it gives none.
  private func mendedFigures(_ part: Part) -> Int? {
    guard part.dates.isEmpty, part.figures.count <= 1 else { return nil }
    return part.range.dropLast().lazy.compactMap { position -> Int? in
      guard
        notice.language.vagueKinds.contains(where: {
          isNoun(stem(notice.lower[position + 1]), begunBy: $0)
        }),
        part.figures.allSatisfy({ $0.range.contains(position) }),
        let count = number(at: position, isBefore: false), count > 1
      else { return nil }
      return count
    }.first
  }

  /// Whether a sentence says of a text that it was mended, made clear or changed.
  private func isMended(_ part: Part) -> Bool {
    part.range.contains { position in
      !notice.noticeSigns[position].payload.isDisjoint(with: [.fix, .edit, .clarity])
        || notice.has(position, .noticeDeed)
        // `(Corrects percentage in paragraph 3)`
        || notice.match(notice.language.noticePhrases, position, end: part.range.upperBound)?
          .payload == NoticeChange.Kind.correction.rawValue
          && notice.language.kindWords.keys.contains { speaks(part, of: $0) }
    }
  }

  /// Whether a sentence gives a value, after its label: `Clarification, 4 May, 6 p.m.: …`.
  private func givesValue(_ part: Part) -> Bool {
    let colon = part.range.prefix(12).last { notice.isMark($0, ":") } ?? part.range.lowerBound - 1
    return (part.figures + part.dates).contains { $0.range.lowerBound > colon }
  }

  /// Whether a sentence names no kind of value, or the claim's, or says that the paragraph itself was changed: `no date
  /// is set, and we have changed our first paragraph`.
  private func mayBe(_ candidate: Candidate, _ part: Part) -> Bool {
    let isItself = part.range.dropFirst(2).contains { position in
      notice.language.paragraphWords.contains(notice.lower[position])
        && (position - 3..<position - 1).contains { deed in
          notice.has(deed, .noticeDeed)
            && !(deed + 1..<position - 1).contains(where: notice.isContent)
            && !notice.has(deed + 1, [.dateJoiner, .passiveAgent])
        }
    }
    if isItself { return true }
    let spoken = notice.language.kindWords.keys.filter { speaks(part, of: $0) }
    return spoken.isEmpty || !topics(of: candidate).isDisjoint(with: spoken)
  }

  /// The block of the only paragraph that a sentence names: by its number, or as the one in which the notice stands.
  /// The first may be what was taken for a standfirst; whether others are counted from there is not known.
  private func paragraphs(namedIn part: Part, _ story: StoryWords) -> [Int] {
    let places = part.range.filter {
      notice.language.paragraphWords.contains(notice.lower[$0])
    }
    guard places.count == 1, let place = places.first else { return [] }
    let paragraphs = story.paragraphs
    for near in [place - 1, place + 1] where near >= 0 && near < notice.count {
      guard let number = number(at: near, isBefore: near == place - 1) else { continue }
      guard paragraphs.indices.contains(number - 1) else { return [] }
      guard let standfirst = story.standfirst else { return [paragraphs[number - 1]] }
      return number == 1 ? [standfirst, paragraphs[0]] : []
    }
    guard notice.signs(place - 1).contains(.owner) || notice.has(place - 1, .that),
      range.lowerBound > 0, let block = notice.passage.span(of: place..<place + 1)?.block
    else { return [] }
    return [block]
  }

  /// `second` before the word, `2` or `two` after it.
  private func number(at position: Int, isBefore: Bool) -> Int? {
    FigureReader(reading: notice).mentions(in: position..<position + 1, apartFrom: []).lazy
      .compactMap { mention -> Int? in
        guard mention.isOrdinal || !isBefore, case .number(let low, let high) = mention.value,
          low == high, low >= 1, low < 100
        else { return nil }
        return Int(low)
      }.first
  }
}
