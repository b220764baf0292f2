import StoryLanguage

/// Where a comma may stand, and where it must.
extension SlipFinder {
  /// `boats that leak were sold` → `boats, that leak, were sold`: two commas that make of some of them all say
  /// something else; after a name they only were missing.
  func startsToDescribe(_ comma: Int, old place: Int) -> Bool {
    let sentence = new.passage.sentence(at: comma)
    guard commasInSentence(new, comma) >= commasInSentence(old, place) + 2 else { return false }
    return (sentence.lowerBound + 1..<comma + 1).contains {
      new.isMark($0, ",") && $0 + 1 < new.count && words.relatives.contains(new.lower[$0 + 1])
        && !new.isCapitalised($0 - 1)
        // `the pier, which was shut, is open`: of one that is known it tells more.
        && !(new.has($0 - 2, .article) && !isPlural(new.lower[$0 - 1])
          && !pair.language.singularWitnesses.contains(new.lower[$0 - 2])
          && !new.has($0 + 1, [.that, .pronoun]))
    }
  }

  /// Whether a comma may stand there or not: before a preposition where it closes nothing (`to jail, on Friday`), or as
  /// the second of two that set a name off (`secretary, Ada Orr, said`).
  func isPhraseSetOff(_ comma: Int, old place: Int) -> Bool {
    let grown = commasInSentence(new, comma) - commasInSentence(old, place)
    let sentence = new.passage.sentence(at: comma)
    if new.has(comma + 1, .saying), grown >= 2 {
      return (sentence.lowerBound..<comma).contains {
        new.isMark($0, ",") && new.has($0 - 1, .roleHead)
      }
    }
    // `the ministry, during which`
    if new.isWord(comma + 2), !new.has(comma + 2, .that),
      words.relatives.contains(new.lower[comma + 2])
        || words.pronounForms.contains(where: {
          $0.contains(new.lower[comma + 2]) && $0.contains(where: words.relatives.contains)
        })
    {
      return false
    }
    return new.isWord(comma + 1) && words.prepositions.contains(new.lower[comma + 1])
      && !words.openers.contains(new.lower[comma + 1])
      && commas(new, before: comma) % 2 == 0 && !opensPhrase(comma)
      && !(comma + 1..<max(comma + 1, sentence.upperBound)).contains { new.isMark($0, ",") }
  }

  /// `After the storm in May, at noon`: whether a preposition opens the sentence.
  private func opensPhrase(_ comma: Int) -> Bool {
    words.prepositions.contains(new.lower[new.passage.sentence(at: comma).lowerBound])
  }

  /// How many commas the sentence has in which a place stands, or the last one.
  func commasInSentence(_ reading: Reading, _ place: Int) -> Int {
    reading.passage.sentence(at: max(0, min(place, reading.count - 1))).count {
      reading.isMark($0, ",")
    }
  }

  /// `The firm, based in Oakhaven, said`: whether a later comma stands before the sentence's verb.
  func opensClause(_ comma: Int) -> Bool {
    let end = new.passage.sentence(at: comma).upperBound
    return (comma + 2..<max(comma + 2, end)).contains {
      new.isMark($0, ",") && (isVerbLike(new, $0 + 1) || new.has($0 + 1, .saying))
    }
  }

  /// `the house, the garage and the garden`: the first of several things.
  func isInList(_ comma: Int) -> Bool {
    let end = old.passage.sentence(at: comma).upperBound
    let rest = (comma + 1..<max(comma + 1, end)).prefix { position in
      old.isWord(position) && !old.has(position, [.be, .have, .modal, .saying, .clause, .pronoun])
        || old.has(position, .numberJoiner)
    }
    return rest.prefix(6).contains { old.has($0, .numberJoiner) }
      && (old.has(comma + 1, .article) || old.isContent(comma + 1))
  }

  /// `a closed, friendly, tame version` → `friendly tame`: the last of several commas between words before a noun.
  func partsAdjectives(_ comma: Int) -> Bool {
    [comma - 1, comma + 1, comma + 2].allSatisfy { old.isWord($0) && old.isContent($0) }
      && (max(0, comma - 5)..<comma - 1).contains { old.isMark($0, ",") }
  }

  /// `A man who was hurt has` → `Ada Orr, the man who was hurt, has`: the second of two commas of which the first came with
  /// other words; or one before a clause that was written anew.
  func closesNewPhrase(_ comma: Int, old place: Int) -> Bool {
    if scope == .rewritten, new.isWord(comma + 1), words.relatives.contains(new.lower[comma + 1]) {
      return true
    }
    guard scope < .sole, isVerbLike(new, comma + 1) || new.has(comma + 1, .saying) else {
      return false
    }
    let sentence = new.passage.sentence(at: comma)
    let before = old.passage.sentence(at: max(0, min(place, old.count - 1)))
    func stood(_ mark: Int) -> Bool {
      before.contains { position in
        guard position + 1 < before.upperBound, mark + 1 < new.count,
          old.lower[position] == new.lower[mark - 1]
        else { return false }
        let next = old.isMark(position + 1, ",") ? position + 2 : position + 1
        return next < old.count && old.lower[next] == new.lower[mark + 1]
      }
    }
    return (sentence.lowerBound + 1..<max(sentence.lowerBound + 1, comma)).contains {
      new.isMark($0, ",") && !stood($0)
    }
  }

  /// `a tall narrow gate` → `a tall, narrow gate`: a comma between two words before a noun is a matter of style.
  func partsDescriptions(_ comma: Int) -> Bool {
    guard new.has(comma - 2, .article), new.isWord(comma + 1), new.isWord(comma + 2),
      [comma - 1, comma + 1, comma + 2].allSatisfy({
        new.isContent($0) && !new.isCapitalised($0) && !isPastForm(new.lower[$0])
      }), !isPlural(new.lower[comma - 1]), !isPlural(new.lower[comma + 1])
    else { return false }
    // `After the storm, ferry crews`
    let start = new.passage.sentence(at: comma).lowerBound
    return !(start..<max(start, comma - 1)).contains {
      words.openers.contains(new.lower[$0])
        || $0 == start && words.prepositions.contains(new.lower[$0])
    }
  }

  /// Whether a comma stands after a clause that a comma and a relative opened.
  func closesClause(_ comma: Int) -> Bool {
    let start = old.passage.sentence(at: comma).lowerBound
    return (start..<comma).contains {
      old.isMark($0, ",") && $0 + 1 < comma && words.relatives.contains(old.lower[$0 + 1])
    } && !old.has(comma + 1, [.clause, .article])
  }

  /// `The game which lasted all day, was lost` → `The game, which`: whether a comma opens a clause that one closed before
  /// its verb in both versions.
  func opensClosedClause(_ comma: Int, old place: Int) -> Bool {
    func closing(_ reading: Reading, _ relative: Int) -> Int? {
      guard reading.isWord(relative), words.relatives.contains(reading.lower[relative]),
        !reading.has(relative, .that)
      else { return nil }
      let end = reading.passage.sentence(at: relative).upperBound
      return (relative + 2..<max(relative + 2, end)).first { reading.tokens[$0].kind == .mark }
    }
    guard !hasComma(old, before: place), !hasComma(new, before: comma),
      old.isContent(place - 1), let i = closing(old, place), let j = closing(new, comma + 1),
      old.isMark(i, ","), new.isMark(j, ",")
    else { return false }
    return isVerbLike(old, i + 1) && isVerbLike(new, j + 1)
      && commasInSentence(new, comma) == commasInSentence(old, place) + 1
  }

  /// `The ferry, left at noon`: whether the only comma of a sentence parts its verb from the subject that opens it.
  func partsFromVerb(_ comma: Int) -> Bool {
    guard new.isWord(comma + 1), commasInSentence(new, comma) == 1,
      new.has(comma + 1, [.be, .have, .modal, .saying]) || isPastForm(new.lower[comma + 1])
    else { return false }
    let start = new.passage.sentence(at: comma).lowerBound
    guard start < comma, new.isWord(start) else { return false }
    let opener = new.lower[start]
    return !words.openers.contains(opener) && !words.prepositions.contains(opener)
      && !words.questionWords.contains(opener) && !isAdverb(opener)
      && (start..<comma).allSatisfy { position in
        new.isWord(position)
          && !new.has(position, [.be, .have, .modal, .auxiliary, .saying, .clause])
          && !isPastForm(new.lower[position])
      }
  }

  /// `The vote was close, but the mayor won.`: whether a comma and a word that joins stand between two clauses, each with
  /// its subject and its verb.
  func joinsClauses(_ comma: Int) -> Bool {
    let sentence = new.passage.sentence(at: comma), start = comma + 2
    func isFinite(_ position: Int) -> Bool {
      new.has(position, [.be, .have, .modal, .auxiliary])
        || words.pastVerbs.contains(new.lower[position])
        || words.presentVerbs.contains(new.lower[position])
    }
    guard start < sentence.upperBound, !old.passage.isHeadline,
      !(sentence.lowerBound..<comma).contains(where: {
        new.tokens[$0].kind == .mark || words.openers.contains(new.lower[$0])
      }),
      (sentence.lowerBound + 1..<max(sentence.lowerBound + 1, comma)).contains(where: {
        isFinite($0) || isPastForm(new.lower[$0]) || words.invariantPasts.contains(new.lower[$0])
      }),
      words.singularSubjects.contains(new.lower[start])
        || words.pluralSubjects.contains(new.lower[start])
        || words.expletives.contains(new.lower[start])
        || new.has(start, .article) || words.possessives.contains(new.lower[start])
    else { return false }
    let clause = (start + 1..<max(start + 1, sentence.upperBound)).prefix {
      new.tokens[$0].kind != .mark && !words.relatives.contains(new.lower[$0])
        && !words.openers.contains(new.lower[$0])
    }
    return clause.prefix(SlipFinder.nearVerb).contains { position in
      // `the council vetoed it`; not `the boat built in May`
      isFinite(position)
        || isPastForm(new.lower[position])
          && (position == start + 1 && !new.has(start, .article)
            || opensObject(new, position + 1)
            || !new.isContent(position + 1)
              && new.isWord(position + 1) && !words.prepositions.contains(new.lower[position + 1]))
    }
  }

  /// How many words on from a subject its verb is looked for.
  private static let nearVerb = 8

  func isSerial(_ reading: Reading, _ comma: Int) -> Bool {
    reading.has(comma + 1, .numberJoiner)
      || comma + 1 < reading.count && words.serialWords.contains(reading.lower[comma + 1])
  }

  func hasComma(_ reading: Reading, before position: Int) -> Bool {
    commas(reading, before: position) > 0
  }

  func commas(_ reading: Reading, before position: Int) -> Int {
    guard reading.count > 0 else { return 0 }
    let sentence = reading.passage.sentence(at: min(position, reading.count - 1))
    return (min(sentence.lowerBound, position)..<position).count { reading.isMark($0, ",") }
  }
}
