import StoryLanguage

/// What only a notice shows to be a claim or a name mended.
extension LinkComparison {
  /// Adds a plain noun exchanged for another, both of which a notice names that admits an error (`the viola,
  /// not the violin`), a name whose two spellings it gives, and a name that came or went by a mistake that
  /// it owns.
  func complete(by notices: [NoticeFinder.Found], in pair: AnalyzedPair) {
    // Of either version, so that the same is claimed whichever is the older.
    let linkers = notices.flatMap(\.admissions)
    guard isRead, !linkers.isEmpty else { return }
    mendNames(by: linkers)
    tellNamesApart(by: notices.filter { !$0.admissions.isEmpty })
    for sentences in diff.sentencePairs {
      for hunk in sentences.hunks where !findings.meets(hunk) {
        let before = hunk.old.filter(old.isContent), after = hunk.new.filter(new.isContent)
        if let i = before.first, let j = after.first {
          // `poliCe` → `police`: nothing else is named.
          if before.map({ old.lower[$0] }) == after.map({ new.lower[$0] }) { continue }
          let names = linkers.contains { linker in
            linker.names(both: before.map { old.lower[$0] }, and: after.map { new.lower[$0] })
          }
          guard names || isMisspelt(before, after, linkers) else { continue }
          if before.count == 1, after.count == 1 {
            exchange(i, j, hunk, pair)
          } else if before.count <= 2, after.count <= 2 {
            exchange(i..<before[before.count - 1] + 1, j..<after[after.count - 1] + 1, hunk)
          }
        } else if let name = nameAlone(before, old) ?? nameAlone(after, new) {
          let words = name.map { after.isEmpty ? old.lower[$0] : new.lower[$0] }
          guard linkers.contains(where: { $0.tellsOfMistake(with: words) }) else { continue }
          findings.claims.append(
            RawClaim(
              type: .entity, old: after.isEmpty ? name : nil, new: after.isEmpty ? nil : name,
              because: "a notice says that the name was put in or left out by mistake"))
        }
      }
    }
  }

  /// Takes a name for mended of which a notice says that it, or a part of it, was misspelt, though more of it changed than a slip
  /// does.
  private func mendNames(by linkers: [NoticeLinker]) {
    for (index, claim) in findings.claims.enumerated().reversed() where claim.type == .entity {
      guard let old = claim.old, let new = claim.new, areAlike(old, new),
        linkers.contains(where: {
          $0.tellsOfSpelling(of: new, in: self.new) || $0.tellsOfSpelling(of: old, in: self.old)
            || $0.tellsOfPart(ofName: .init(claim: claim, old: self.old, new: self.new))
        })
      else { continue }
      findings.claims.remove(at: index)
      findings.names.append(RawName(old: old, new: new))
    }
  }

  /// Takes a name for another of which a notice says something by itself: `Mr Coyle was not there`.
  private func tellNamesApart(by notices: [NoticeFinder.Found]) {
    for (index, name) in findings.names.enumerated().reversed() {
      guard let i = name.old.last, let j = name.new.last else { continue }
      let before = old.lower[i].withoutPossessive, after = new.lower[j].withoutPossessive
      // A notice of the newer version has the older name for the wrong one.
      let areTwo = notices.contains { found in
        found.kind.admitsError && found.linker?.tellsApart(before, from: after) == true
          || found.oldLinker?.tellsApart(after, from: before) == true
      }
      guard areTwo else { continue }
      findings.names.remove(at: index)
      findings.claims.append(
        RawClaim(
          type: .entity, old: name.old, new: name.new, because: "a notice tells the two apart"))
    }
  }

  /// Whether two names have as many words, and each begins as its like does and is not much another:
  /// `Thom Ellerby`, `Tom Ellaby`.
  private func areAlike(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    let mine = a.map { old.lower[$0].withoutPossessive }
    let theirs = b.map { new.lower[$0].withoutPossessive }
    guard mine.count == theirs.count else { return false }
    return zip(mine, theirs).allSatisfy { mine, theirs in
      if mine == theirs || Naming.areSpellings(mine, theirs) { return true }
      // `Ada T. Orr`, `Ada P. Orr`
      if mine.utf8.count == 1, theirs.utf8.count == 1 { return true }
      let longest = max(mine.utf8.count, theirs.utf8.count)
      // `Karine`, `Carine`
      if longest > 4, editDistance(mine, theirs, limit: 1) == 1 { return true }
      // `Katrina`, `Catriona`
      if longest > 5, editDistance(mine, theirs, limit: 2) * 3 <= longest { return true }
      return mine.first == theirs.first && editDistance(mine, theirs, limit: 3) * 2 < longest
    }
  }

  /// Takes one word for another for a name mended, or for another thing.
  private func exchange(_ i: Int, _ j: Int, _ hunk: Hunk, _ pair: AnalyzedPair) {
    guard old.isWord(i), new.isWord(j), !old.has(i, .saying), !new.has(j, .saying) else { return }
    if old.isCapitalised(i), new.isCapitalised(j) {
      // The wrong spelling in the notice is no other name of the story.
      guard isWithin(i, old), isWithin(j, new), !pair.language.naming.nounsAreCapitalised,
        Naming.areSpellings(old.lower[i], new.lower[j]) || areInitials(i, j)
      else { return }
      findings.names.append(RawName(old: i..<i + 1, new: j..<j + 1))
    } else if !SlipFinder.isSlipEitherWay(pair, old, hunk.old, new, hunk.new) {
      // `families a week`, `families a month`
      let areUnits =
        old.match(old.language.units, i, end: i + 1) != nil
        && new.match(new.language.units, j, end: j + 1) != nil
      findings.claims.append(
        RawClaim(
          type: areUnits ? .quantity : .entity, old: i..<i + 1, new: j..<j + 1,
          because: "a notice names the one as wrong and the other as right"))
    } else {
      return
    }
    slips.removeAll { diff.hunks[$0.hunk].old == hunk.old }
  }

  /// `Ada T. Orr`, `Ada P. Orr`
  private func areInitials(_ i: Int, _ j: Int) -> Bool {
    old.lower[i].utf8.count == 1 && new.lower[j].utf8.count == 1 && old.isCapitalised(i - 1)
      && new.isCapitalised(j - 1)
  }

  /// `Bright`, `Wright`: whether one capital word became another, in a sentence with a name of which a notice says that it
  /// was misspelt.
  private func isMisspelt(_ before: [Int], _ after: [Int], _ linkers: [NoticeLinker]) -> Bool {
    guard before.count == 1, after.count == 1, let i = before.first, let j = after.first,
      old.isCapitalised(i), new.isCapitalised(j), old.isCapitalised(i - 1),
      new.isCapitalised(j - 1)
    else { return false }
    return linkers.contains {
      $0.tellsOfSpelling(of: i..<i + 1, in: old) || $0.tellsOfSpelling(of: j..<j + 1, in: new)
    }
  }

  /// Takes two words for others, or for one: `the coastguard`, `the Royal Navy`.
  private func exchange(_ before: Range<Int>, _ after: Range<Int>, _ hunk: Hunk) {
    func areThings(_ range: Range<Int>, _ reading: Reading) -> Bool {
      range.count <= 2
        && range.allSatisfy { position in
          reading.isWord(position)
            && !reading.has(position, [.saying, .cardinal, .month, .weekday, .be, .have, .modal])
        }
    }
    guard areThings(before, old), areThings(after, new), isWithin(before.lowerBound, old),
      isWithin(after.lowerBound, new)
    else { return }
    findings.claims.append(
      RawClaim(
        type: .entity, old: before, new: after,
        because: "a notice names the one as wrong and the other as right"))
    slips.removeAll { diff.hunks[$0.hunk].old == hunk.old }
  }

  /// The name that some words are, where it stands within a sentence and nothing else was said beside it.
  private func nameAlone(_ words: [Int], _ reading: Reading) -> Range<Int>? {
    guard let first = words.first, let last = words.last, last - first < words.count,
      isWithin(first, reading),
      words.allSatisfy({ position in
        reading.isCapitalised(position) && reading.isWord(position)
          && !reading.has(position, [.cardinal, .month, .weekday])
      })
    else { return nil }
    return first..<last + 1
  }

  private func isWithin(_ position: Int, _ reading: Reading) -> Bool {
    position > reading.passage.sentence(at: position).lowerBound
  }
}
