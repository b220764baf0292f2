import StoryLanguage

/// Words without which a verb cannot be said: what goes with it, the `be` of a passive, a `have`.
extension SlipFinder {
  /// `fire broke in the loft` → `broke out`: a word without which the verb is not said of its subject.
  func goesWithSubject(_ j: Int) -> Bool {
    guard new.isWord(j - 1), !new.isContent(j + 1), !opensObject(new, j + 1),
      new.quote(around: j..<j + 1) == nil
    else {
      return false
    }
    let start = max(new.passage.sentence(at: j).lowerBound, j - 7)
    let lead = start..<max(start, j - 1)
    return words.subjectParticles.contains { parts in
      parts.count == 3 && parts[0].contains(new.lower[j - 1]) && parts[1].contains(new.lower[j])
        && lead.contains { parts[2].contains(new.lower[$0]) }
    }
  }

  /// `the man who arrested on Monday`, `has built in 1900`: a verb that is done to something, behind a relative or `have`
  /// and before nothing that it would be done to.
  func isObjectMissing(_ verb: Int) -> Bool {
    guard isAlone, old.isWord(verb), words.objectVerbs.contains(old.lower[verb]),
      !old.passage.isHeadline, old.isWord(verb - 1),
      words.relatives.contains(old.lower[verb - 1]) || old.has(verb - 1, .have)
    else { return false }
    return !old.isWord(verb + 1) || words.prepositions.contains(old.lower[verb + 1])
      || words.places.contains(old.lower[verb + 1])
  }

  /// Whether a form of `have` stands between a subject and a participle that is no verb of it without.
  func isHaveMissing(_ have: Int) -> Bool {
    guard new.has(have, .have),
      pair.language.agreement[new.lower[have]] != nil || words.pastVerbs.contains(new.lower[have]),
      new.isWord(have - 1), new.isWord(have + 1), words.participles[new.lower[have + 1]] != nil,
      !pair.language.denial.irregularBases.contains(new.lower[have + 1])
    else { return false }
    return isHaveMissing(afterPronoun: have) || isHaveMissing(afterNoun: have)
  }

  /// `that he seen` → `that he had seen`
  private func isHaveMissing(afterPronoun have: Int) -> Bool {
    new.has(have - 1, .pronoun)
      && (words.singularSubjects.contains(new.lower[have - 1])
        || words.pluralSubjects.contains(new.lower[have - 1]))
      // `they want it known`: who it is done to.
      && (!new.isContent(have - 2) || new.has(have - 2, .saying)
        || words.pronounForms.contains(where: { $0.first == new.lower[have - 1] && $0.count > 2 }))
      // `had he seen it`
      && !new.has(have - 2, [.be, .have, .modal, .auxiliary])
  }

  /// `Rain fallen since dusk, but`, `crews who been there`: before a participle that is no past, in a clause without
  /// another verb.
  private func isHaveMissing(afterNoun have: Int) -> Bool {
    let form = new.lower[have + 1]
    guard isAlone, !new.passage.isHeadline, new.quote(around: have..<have + 1) == nil,
      !pair.language.denial.irregularPasts.contains(form), !words.isPast(form)
    else { return false }
    let sentence = new.passage.sentence(at: have)
    func opensClause(_ position: Int) -> Bool {
      new.tokens[position].kind == .mark || new.has(position, [.clause, .that])
    }
    // `the crews who had been there`: what the relative stands for is no more than one word before it.
    if words.relatives.contains(new.lower[have - 1]) { return new.has(have + 1, .be) }
    let start = (sentence.lowerBound..<have).last(where: opensClause).map { $0 + 1 }
    let end = (have + 2..<max(have + 2, sentence.upperBound)).first(where: opensClause)
    let clause = (start ?? sentence.lowerBound)..<(end ?? sentence.upperBound)
    return new.isContent(have - 1)
      && !clause.contains {
        $0 != have && $0 != have + 1
          && (new.has($0, [.be, .have, .modal, .auxiliary, .saying]) || isPastForm(new.lower[$0])
            || words.presentVerbs.contains(new.lower[$0]))
      }
  }

  /// `was shut and later sold` → `was shut and was later sold`: a form of `be` or `have` that both verbs had already.
  func isSaidOfBoth(_ verb: Int) -> Bool {
    guard new.has(verb, [.be, .have]), new.has(verb - 1, .numberJoiner) else { return false }
    return (new.passage.sentence(at: verb).lowerBound..<verb - 1).contains {
      new.lower[$0] == new.lower[verb]
    }
  }

  /// `would flood it if it had been built` → `would have flooded it`: a condition that was not met.
  func conditional(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard isAlone, oldRange.count == 1, newRange.count == 2, let i = oldRange.first,
      let j = newRange.first, i > 0, j > 0, old.lower[i - 1] == new.lower[j - 1],
      old.has(i - 1, .modal) || old.isNegationWord(i - 1) && old.has(i - 2, .modal),
      new.has(j, .have), old.isWord(i), new.isWord(j + 1),
      isPast(new.lower[j + 1], of: old.lower[i])
        || words.participles[new.lower[j + 1]] != nil
          && pair.language.denial.areIrregularForms(old.lower[i], new.lower[j + 1])
    else { return nil }
    let sentence = new.passage.sentence(at: j)
    let isConditional = sentence.contains { condition in
      pair.language.denial.conditionWords.contains(new.lower[condition])
        && (condition + 1..<min(condition + 6, sentence.upperBound)).contains {
          new.has($0, .have) && words.pastVerbs.contains(new.lower[$0])
        }
    }
    guard isConditional else { return nil }
    return Slip(
      kind: .grammar, old: i - 1..<i + 1, new: j - 1..<j + 2,
      because: "the condition was not met")
  }

  /// `Ada Orr, who has died at 80, driven buses`: behind the comma that closes what is told of a subject by the way.
  func isBehindRelativeClause(_ verb: Int) -> Bool {
    guard isAlone, old.isMark(verb - 1, ",") else { return false }
    let start = old.passage.sentence(at: verb).lowerBound
    guard let opening = (start..<verb - 1).last(where: { old.isMark($0, ",") }), opening > start
    else { return false }
    return words.relatives.contains(old.lower[opening + 1])
      && (start..<opening).allSatisfy {
        old.isWord($0) && !old.has($0, [.be, .have, .modal, .auxiliary, .saying])
          && !isPastForm(old.lower[$0])
      }
      // What describes somebody has no object: `, driven by hunger, `.
      && !(verb + 1..<max(verb + 1, old.passage.sentence(at: verb).upperBound)).contains {
        old.has($0, [.be, .have, .modal, .saying]) && !old.has($0 - 1, .pronoun)
      }
  }
}
