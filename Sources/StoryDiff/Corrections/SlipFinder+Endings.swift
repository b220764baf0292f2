import StoryLanguage

/// Endings of verbs and participles, in languages that have many.
extension SlipFinder {
  /// `ont été terminé` → `ont été terminés`: only how a participle agrees was changed, and nothing that it agrees with.
  func participleEnding(_ i: Int, _ j: Int) -> String? {
    guard isAlone, i > 0, areNeighboursKept(i..<i + 1, j..<j + 1),
      old.has(i - 1, .be) || agreesWithNothing(j)
    else {
      return nil
    }
    let before = old.lower[i], after = new.lower[j]
    // `les pompiers sont intervenus` → `intervenu`
    if before.hasSuffix("s"), !after.hasSuffix("s"), old.has(i - 1, .be), isOfMany(j) {
      return nil
    }
    let agrees = words.participleEndings.contains { endings in
      endings.contains { mine in
        endings.contains { theirs in
          mine != theirs && (old.has(i - 1, .be) || theirs == endings.first)
            && before.hasSuffix(mine) && after.hasSuffix(theirs)
            && before.dropLast(mine.count) == after.dropLast(theirs.count)
            && before.utf8.count > mine.utf8.count + 3
        }
      }
    }
    return agrees ? "the participle did not agree with its subject" : nil
  }

  /// Whether the last word before the verb that opens a subject opens one of many.
  private func isOfMany(_ participle: Int) -> Bool {
    let start = max(new.passage.sentence(at: participle).lowerBound, participle - 6)
    let opener = (start..<participle).last {
      words.pluralOpeners.contains(new.lower[$0]) || words.singularOpeners.contains(new.lower[$0])
    }
    return opener.map { words.pluralOpeners.contains(new.lower[$0]) } ?? false
  }

  /// `a maintenu la vigilance`: a participle after `avoir`, of which no object stands before it that it would agree with.
  private func agreesWithNothing(_ participle: Int) -> Bool {
    guard new.has(participle - 1, .have), !new.lower[participle - 1].hasPrefix("l'"),
      !new.has(participle - 2, .pronoun)
        || new.passage.sentence(at: participle).lowerBound == participle - 2
    else { return false }
    return !new.passage.sentence(at: participle).contains { position in
      position < participle
        && (new.has(position, .clause) || new.has(position, .that)
          || new.lower[position].hasPrefix("qu'"))
    }
  }

  private func hasVerb(besides position: Int) -> Bool {
    let sentence = old.passage.sentence(at: position)
    let start = (sentence.lowerBound..<position).last { old.tokens[$0].kind == .mark }
    let end = (position..<sentence.upperBound).first { old.tokens[$0].kind == .mark }
    return ((start ?? sentence.lowerBound)..<(end ?? sentence.upperBound)).contains {
      $0 != position && old.has($0, [.be, .have, .modal, .auxiliary, .saying])
    }
  }

  /// `les élus demande` → `demandent`: an ending that does not go with what opens the subject.
  func verbNumber(_ i: Int, _ j: Int) -> String? {
    guard isAlone, !words.verbNumbers.isEmpty, areNeighboursKept(i..<i + 1, j..<j + 1) else {
      return nil
    }
    let before = old.lower[i], after = new.lower[j]
    func differ(_ a: String, _ b: String) -> Bool {
      words.verbNumbers.contains { endings in
        a.hasSuffix(endings[0]) && b.hasSuffix(endings[1])
          && a.dropLast(endings[0].count) == b.dropLast(endings[1].count)
          && a.utf8.count > endings[0].utf8.count + 2
      }
    }
    let isPlural = differ(before, after)
    guard isPlural || differ(after, before) else { return nil }
    // The nearest word that opens a subject, a few words before.
    let start = max(new.passage.sentence(at: j).lowerBound, j - 5)
    let opener = (start..<max(start, j - 1)).last {
      words.pluralOpeners.contains(new.lower[$0]) || words.singularOpeners.contains(new.lower[$0])
    }
    guard let opener, !new.has(opener - 1, .dateJoiner),
      words.pluralOpeners.contains(new.lower[opener]) == isPlural,
      !(opener..<j).contains(where: { new.has($0, [.be, .have, .modal, .saying]) })
    else { return nil }
    return "the verb did not agree with its subject"
  }

  /// `pour annoncé` → `pour annoncer`, `a annoncer` → `a annoncé`: a participle and an infinitive that sound alike.
  func infinitive(_ i: Int, _ j: Int) -> String? {
    guard isAlone, i > 0, areNeighboursKept(i..<i + 1, j..<j + 1) else { return nil }
    let before = old.lower[i], after = new.lower[j]
    func differ(_ participle: String, _ infinitive: String) -> Bool {
      words.infinitives.contains { ending, participles in
        infinitive.hasSuffix(ending)
          && participles.contains {
            participle.hasSuffix($0)
              && participle.dropLast($0.count) == infinitive.dropLast(ending.count)
          }
      }
    }
    // `ont préféré annoncer`
    let isAfterParticiple =
      !old.has(i - 1, [.be, .have]) && old.isContent(i - 1)
      && words.infinitives.values.contains { $0.contains(where: old.lower[i - 1].hasSuffix) }
    let asksForInfinitive = old.has(i - 1, .baseFormTaker) || isAfterParticiple
    let isMended =
      asksForInfinitive
      ? differ(before, after) : old.has(i - 1, [.be, .have]) && differ(after, before)
    return isMended ? standsWrong(after: i - 1) : nil
  }

  /// `soll … dauert` → `dauern`: what a verb of the clause leaves to its end is an infinitive.
  func infinitiveAtEnd(_ i: Int, _ j: Int) -> String? {
    guard isAlone, !words.infinitiveEndings.isEmpty, areNeighboursKept(i..<i + 1, j..<j + 1),
      !old.isWord(i + 1), !old.isCapitalised(i), !old.isFunction(i)
    else { return nil }
    let sentence = old.passage.sentence(at: i)
    let start =
      (sentence.lowerBound..<i).last { old.tokens[$0].kind == .mark } ?? sentence.lowerBound
    let differs = words.infinitiveEndings.contains { ending, infinitives in
      old.lower[i].hasSuffix(ending)
        && infinitives.contains { new.lower[j] == old.lower[i].dropLast(ending.count) + $0 }
    }
    guard differs, let modal = (start..<i).first(where: { old.has($0, .modal) }) else { return nil }
    return standsWrong(after: modal)
  }

  /// `bleib` → `bleibt`: an ending that a finite verb has and its stem alone has not.
  func finiteEnding(_ i: Int, _ j: Int) -> String? {
    guard isAlone, !words.finiteEndings.isEmpty, areNeighboursKept(i..<i + 1, j..<j + 1),
      !old.isCapitalised(i), !new.isCapitalised(j), old.isWord(i - 1),
      !words.pluralSubjects.contains(old.lower[i - 1]), old.lower[i].utf8.count >= 3,
      words.finiteEndings.contains(where: { new.lower[j] == old.lower[i] + $0 }),
      // `schnell`, `schnellt`: where the clause has a verb, the stem may be another word.
      old.words[i].kind.isEmpty, !hasVerb(besides: i)
    else { return nil }
    return "an ending of the verb was missing"
  }
}
