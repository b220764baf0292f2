import StoryLanguage

extension ClaimFinder {
  /// Sources replaced, added or dropped.
  mutating func findSources(_ sentences: PassageDiff.SentencePair) {
    let before = SourceReader(reading: old).attributions(in: sentences.old)
    var after = SourceReader(reading: new).attributions(in: sentences.new)
    var lone: [SourceReader.Attribution] = []
    for attribution in before {
      let index = after.firstIndex { other in
        attribution.anchor.contains { position in
          diff.newOfOld[position] >= 0 && other.anchor.contains(diff.newOfOld[position])
        }
          || !Set(hunks(attribution.range, inOld: true, sentences))
            .isDisjoint(with: hunks(other.range, inOld: false, sentences))
      }
      guard let index else {
        lone.append(attribution)
        continue
      }
      compare(attribution, after.remove(at: index))
    }
    for attribution in lone
    where isDropped(attribution, inOld: true, sentences, others: after.count) {
      add(
        RawClaim(
          type: .attribution, old: attribution.range, new: nil,
          because: "a source is named in one version only"))
    }
    for attribution in after
    where isDropped(attribution, inOld: false, sentences, others: lone.count) {
      add(
        RawClaim(
          type: .attribution, old: nil, new: attribution.range,
          because: "a source is named in one version only"))
    }
  }

  private mutating func compare(
    _ before: SourceReader.Attribution, _ after: SourceReader.Attribution
  ) {
    guard isTouched(before.source, inOld: true) || isTouched(after.source, inOld: false),
      !isCovered(before.source, inOld: true), !isCovered(after.source, inOld: false)
    else { return }
    let mine = contentWords(old, before.source), theirs = contentWords(new, after.source)
    // A pronoun for the name, or part of the same description: no other source.
    guard !mine.isEmpty, !theirs.isEmpty, mine.isDisjoint(with: theirs) else { return }
    if let a = mine.max(), let b = theirs.max(),
      pair.areAliases(a, b)
        || pair.areAliases(mine.min() ?? a, theirs.min() ?? b)
    {
      return
    }
    let names = mine.union(theirs)
    let isRespelt =
      names.count == 2 && mine.count == 1 && theirs.count == 1
      && SlipFinder.areSimilar(mine.first ?? "", theirs.first ?? "")
    if isRespelt { return }
    add(
      RawClaim(
        type: .attribution, old: before.source, new: after.source,
        because: "the statement is attributed to another source"))
  }

  private func contentWords(_ reading: Reading, _ range: Range<Int>) -> Set<String> {
    Set(
      range.filter {
        reading.isContent($0) && !reading.has($0, [.honorific, .pronoun])
          || reading.isContent($0) && range.count == 1
      }.map { reading.lower[$0] })
  }

  /// Whether all of an attribution was put in or taken out, and nothing like it stands elsewhere.
  private func isDropped(
    _ attribution: SourceReader.Attribution, inOld: Bool,
    _ sentences: PassageDiff.SentencePair, others: Int
  ) -> Bool {
    let map = inOld ? diff.newOfOld : diff.oldOfNew
    guard others == 0, attribution.range.allSatisfy({ map[$0] < 0 }),
      attribution.range.count <= ClaimFinder.longestPhrase,
      !isCovered(attribution.range, inOld: inOld)
    else { return false }
    let touched = hunks(attribution.range, inOld: inOld, sentences)
    guard touched.count == 1, let index = touched.first else { return false }
    let hunk = sentences.hunks[index]
    let (mine, other) = inOld ? (hunk.old, hunk.new) : (hunk.new, hunk.old)
    let (own, reading) = inOld ? (old, new) : (new, old)
    // `according to …` is a phrase of its own, whatever else the edit puts in its place.
    let isPrefixed =
      own.match(
        own.language.attributionPrefixes, attribution.range.lowerBound,
        end: attribution.range.upperBound) != nil
    if isPrefixed {
      let said = contentWords(own, attribution.source)
      return !reading.lower.contains { said.contains($0) }
    }
    return other.count <= 4 && mine.count <= attribution.range.count + 8
      && other.count(where: { reading.isContent($0) && !reading.isCapitalised($0) }) <= 1
  }
}
