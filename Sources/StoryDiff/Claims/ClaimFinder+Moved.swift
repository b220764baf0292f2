import StoryLanguage

/// What stands elsewhere in the newer version, and is neither gone nor new.
extension ClaimFinder {
  /// `“A,” she said. “B.”` → `“A. B,” she said.`: a source that one sentence lost stands in another one.
  mutating func dropMovedSources() {
    func words(_ range: Range<Int>?, _ reading: Reading) -> [String] {
      (range ?? 0..<0).map { reading.lower[$0] }.sorted()
    }
    func isLone(_ claim: RawClaim, inOld: Bool) -> Bool {
      claim.type == .attribution && (inOld ? claim.new : claim.old) == nil
    }
    dropCrossingSources()
    let claims = findings.claims
    for lost in claims where isLone(lost, inOld: true) {
      let said = words(lost.old, old)
      guard
        let back = findings.claims.firstIndex(where: {
          isLone($0, inOld: false) && words($0.new, new) == said
        })
      else { continue }
      findings.claims.remove(at: back)
      findings.claims.removeAll { isLone($0, inOld: true) && $0.old == lost.old }
    }
  }

  /// `Ash said it. It fell, said Birch.` → `Ash said it, and Birch said it fell.`: each version has both sources, and none took the
  /// place of the other.
  private mutating func dropCrossingSources() {
    func isSource(_ range: Range<Int>, of own: Reading, in reading: Reading) -> Bool {
      let words = SourceIdentity(range, own).words
      return !words.isEmpty
        && SourceReader(reading: reading).attributions(in: 0..<reading.count).contains {
          SourceIdentity($0.source, reading).words == words
        }
    }
    let changed = findings.claims.filter {
      $0.type == .attribution && $0.old != nil && $0.new != nil
    }
    guard changed.count <= 2 else { return }
    let isCrossing = changed.allSatisfy { claim in
      guard let was = claim.old, let now = claim.new else { return false }
      return isSource(was, of: old, in: new) && isSource(now, of: new, in: old)
        && (changed.count == 1 || keepsCompany(was, now))
    }
    guard isCrossing else { return }
    findings.claims.removeAll { claim in
      changed.contains {
        claim.type == .attribution && claim.old == $0.old && claim.new == $0.new
      }
    }
  }

  /// Whether a source that seems to have become another one stands beside the same words as before elsewhere.
  private func keepsCompany(_ was: Range<Int>, _ now: Range<Int>) -> Bool {
    func said(_ clause: Range<Int>, _ reading: Reading) -> Set<String> {
      Set(clause.filter { reading.isContent($0) && reading.isWord($0) }.map { reading.lower[$0] })
    }
    let name = SourceIdentity(was, old).words
    let mine = said(old.passage.sentence(at: was.lowerBound), old).subtracting(name)
    let there = said(clause(around: now, new), new)
    let still = SourceReader(reading: new).attributions(in: 0..<new.count).filter {
      SourceIdentity($0.source, new).words == name
    }
    return still.contains {
      said(clause(around: $0.range, new), new).intersection(mine).count
        > there.intersection(mine).count
    }
  }

  /// Whether a hedge of which an edit has no counterpart stands elsewhere in the other version's sentence: moved there by
  /// another edit (`was apparently` → `it appears that … was`), or before the joiner of two clauses of which it says
  /// both (`may open and close` → `may open and may close`). Beside a counterpart that is no hedge (`it is possible that …
  /// will` → `may`) it is moved only in other words: two verbs may have exchanged theirs.
  func isSaidElsewhere(
    _ hedge: Mention, besides counterpart: Mention?, _ hunk: Hunk, _ others: [Mention],
    _ sentences: PassageDiff.SentencePair, inOld: Bool
  ) -> Bool {
    if counterpart == nil, isSaidByVerb(hedge, sentences, inOld: inOld) { return true }
    guard Certainty.isHedge(hedge), !(counterpart.map(Certainty.isHedge) ?? false),
      counterpart != nil || !isReworded(hunk)
    else { return false }
    let (own, reading) = inOld ? (old, new) : (new, old)
    let other = inOld ? hunk.new : hunk.old
    return others.contains { candidate in
      guard candidate.value == hedge.value, !candidate.core.overlaps(other) else { return false }
      let isSameWord =
        candidate.core.count == hedge.core.count
        && zip(candidate.core, hedge.core).allSatisfy { reading.lower[$0] == own.lower[$1] }
      if isTouched(candidate.core, inOld: !inOld) { return counterpart == nil || !isSameWord }
      return isSameWord && counterpart == nil && candidate.core.upperBound <= other.lowerBound
        && !other.contains(where: reading.isContent)
        && (candidate.core.upperBound..<other.upperBound).contains {
          reading.has($0, .numberJoiner)
        }
    }
  }

  /// `allegedly took it` → `prosecutors allege that he took it`: the other version has anew another form of the word that hedges.
  private func isSaidByVerb(
    _ hedge: Mention, _ sentences: PassageDiff.SentencePair, inOld: Bool
  ) -> Bool {
    let (own, reading) = inOld ? (old, new) : (new, old)
    let (sentence, map) =
      inOld ? (sentences.new, diff.oldOfNew) : (sentences.old, diff.newOfOld)
    return hedge.core.contains { word in
      own.isContent(word)
        && sentence.contains {
          map[$0] < 0 && reading.isContent($0)
            && Inflection.haveOneStem(reading.lower[$0], own.lower[word])
        }
    }
  }
}
