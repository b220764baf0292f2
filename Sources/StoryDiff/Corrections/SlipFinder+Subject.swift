import StoryLanguage

/// The subject of a verb, and how many it is.
extension SlipFinder {
  /// How many the subject before a verb is; nil where that cannot be told.
  func subject(_ reading: Reading, before place: Int) -> Number? {
    let sentence = reading.passage.sentence(at: place)
    if let number = subjectBeforeRelative(reading, verb: place) { return number }
    // `The owner, Lorn Estates, already runs`
    var verb = place
    while verb > sentence.lowerBound + 1, isAdverb(reading.lower[verb - 1]) { verb -= 1 }
    if !reading.isMark(verb - 1, ",") { verb = place }
    // `there were no reports of`: what follows is the subject.
    if verb > sentence.lowerBound, words.expletives.contains(reading.lower[verb - 1]) {
      let end = (verb + 1..<sentence.upperBound).first { position in
        reading.tokens[position].kind == .mark || reading.has(position, [.numberJoiner, .clause])
          || isPastForm(reading.lower[position]) && reading.isContent(position - 1)
            && !reading.has(position - 1, .cardinal)
          || words.prepositions.contains(reading.lower[position])
            && !reading.has(position, .dateJoiner)
      }
      return number(of: verb + 1..<(end ?? sentence.upperBound), reading)
    }
    // `Ada Orr, 58, walks`: who has an age is one.
    if reading.isMark(verb - 1, ","), reading.isMark(verb - 3, ","), verb >= 4,
      reading.tokens[verb - 2].kind == .number, reading.isCapitalised(verb - 4)
    {
      return .singular
    }
    // `The minister, who was late, says`: between two commas stands what is not the subject.
    if reading.isMark(verb - 1, ",") {
      let commas = (sentence.lowerBound..<verb).filter { reading.isMark($0, ",") }
      // The last two; what stands before another one opens the sentence, unless it is a list.
      guard let comma = commas.dropLast().last, commas.count <= 3,
        !reading.has(comma + 1, .numberJoiner)
      else { return nil }
      var start = commas.count == 3 ? commas[0] + 1 : sentence.lowerBound
      // `, and the books, which all may read, show`
      if reading.has(start, .numberJoiner) { start += 1 }
      guard
        !(start..<comma).contains(where: {
          reading.has($0, [.clause, .be, .have, .modal, .saying])
        })
      else { return nil }
      // `Ada Orr, whose boat sank,`
      let name = comma - 1
      if name > start, reading.isCapitalised(name), reading.isCapitalised(name - 1),
        reading.isWord(name - 1),
        words.questionWords.contains(reading.lower[comma + 1])
      {
        return (start..<name).contains { reading.has($0, .numberJoiner) }
          || looksPlural(reading.lower[name]) ? nil : .singular
      }
      return number(of: start..<comma, reading)
    }
    var start = verb
    while start > sentence.lowerBound, reading.tokens[start - 1].kind != .mark,
      !reading.has(start - 1, [.clause, .be, .have, .modal, .saying])
        // `the United States`
        || reading.has(start - 1, .saying) && reading.isCapitalised(start - 1)
          && reading.isCapitalised(start - 2),
      !words.openers.contains(reading.lower[start - 1])
        || isPreposition(start - 1, before: verb, reading),
      verb - start < SlipFinder.longestSubject
    {
      start -= 1
    }
    // `a wooden one that was`
    // `backed the staff but was worried`: the subject is further off.
    if start == verb, reading.has(start - 1, .clause), reading.isWord(start - 2),
      words.relatives.contains(reading.lower[start - 1]) || reading.has(start - 1, .that)
    {
      if reading.words[start - 2].cardinal == 1 { return .singular }
      guard reading.isContent(start - 2) else { return nil }
      return number(ofNoun: start - 2, reading)
    }
    // `Police, who were`
    if start == verb, start >= sentence.lowerBound + 3, reading.has(start - 1, .clause),
      reading.isMark(start - 2, ","),
      reading.isWord(start - 3), reading.isContent(start - 3),
      !reading.isCapitalised(start - 3) || isOpeningNoun(start - 3, reading),
      !(max(sentence.lowerBound, start - 6)..<start - 3).contains(where: {
        words.prepositions.contains(reading.lower[$0])
      })
    {
      return number(ofNoun: start - 3, reading)
    }
    // `The mayor and the bishop were`: two that no verb parts.
    if start > sentence.lowerBound, reading.has(start - 1, .numberJoiner), start < verb,
      areOnlyNamed(sentence.lowerBound..<start - 1, reading)
        || opensWithPronoun(start - 2, verb - start, reading)
    {
      return .plural
    }
    // `Residents in Lorn and Ardle were`: two names behind a preposition, and the subject before it.
    if start > sentence.lowerBound + 2, reading.has(start - 1, .numberJoiner), start + 1 == verb,
      reading.isCapitalised(start), reading.isCapitalised(start - 2),
      words.prepositions.contains(reading.lower[start - 3]),
      !(sentence.lowerBound..<start).contains(where: {
        reading.tokens[$0].kind == .mark
          || reading.has($0, [.clause, .be, .have, .modal, .saying]) && $0 != start - 1
      })
    {
      return number(of: sentence.lowerBound..<verb, reading)
    }
    return number(of: start..<verb, reading)
  }

  /// How many words a subject has at most.
  private static let longestSubject = 14

  /// `homes without power after the storms`: a word that opens a clause elsewhere, between two nouns and with no verb
  /// behind it.
  private func isPreposition(_ opener: Int, before verb: Int, _ reading: Reading) -> Bool {
    words.prepositions.contains(reading.lower[opener]) && reading.isWord(opener - 1)
      && reading.isContent(opener - 1) && !isPastForm(reading.lower[opener - 1])
      && verb - opener <= 6
      && !(opener + 1..<verb).contains {
        isPastForm(reading.lower[$0]) || reading.has($0, .pronoun)
      }
      && !(reading.passage.sentence(at: verb).lowerBound..<opener).contains {
        isPastForm(reading.lower[$0])
      }
  }

  /// `she and he were`: a pronoun that opens a clause, before another word for somebody.
  private func opensWithPronoun(_ position: Int, _ others: Int, _ reading: Reading) -> Bool {
    guard others == 1, position >= 0, reading.has(position, .pronoun) else { return false }
    return position == reading.passage.sentence(at: position).lowerBound
      || reading.tokens[position - 1].kind == .mark || reading.has(position - 1, [.clause, .that])
      || words.openers.contains(reading.lower[position - 1])
  }

  /// Whether a run names something and has no verb, as far as is known.
  private func areOnlyNamed(_ range: Range<Int>, _ reading: Reading) -> Bool {
    range.contains(where: reading.isContent)
      && !range.contains {
        reading.tokens[$0].kind == .mark
          || reading.has($0, [.be, .have, .modal, .auxiliary, .saying, .clause, .baseFormTaker])
          || words.isPast(reading.lower[$0]) || words.pastVerbs.contains(reading.lower[$0])
          || words.prepositions.contains(reading.lower[$0])
      }
  }

  /// How many a phrase names: `the list of items` is one, since what stands before the preposition is its
  /// head.
  func number(of phrase: Range<Int>, _ reading: Reading) -> Number? {
    if phrase.count == 1, let pronoun = phrase.first {
      if words.pluralSubjects.contains(reading.lower[pronoun]) { return .plural }
      if words.singularSubjects.contains(reading.lower[pronoun]),
        reading.has(pronoun, .pronoun)
      {
        return .singular
      }
    }
    var head: Int?
    for place in phrase {
      // `les travaux`: in some languages what stands before a noun tells its number.
      if head == nil, words.pluralOpeners.contains(reading.lower[place]) { return .plural }
      if head == nil, words.singularOpeners.contains(reading.lower[place]),
        reading.has(place, .article)
      {
        return .singular
      }
      // `neither of the two was`
      if pair.language.singularWitnesses.contains(reading.lower[place]),
        reading.has(place + 1, .dateJoiner)
      {
        return .singular
      }
      if reading.has(place, .pronoun), !words.possessives.contains(reading.lower[place]) {
        return nil
      }
      if reading.has(place, .numberJoiner) { return .plural }
      if reading.isFunction(place), !reading.has(place, .article), head != nil { break }
      // `the trees along the road`
      if head != nil, words.places.contains(reading.lower[place]),
        reading.has(place + 1, .article)
      {
        break
      }
      // What belongs to it stands behind: `the minister's own convoy`.
      let isOwner = reading.lower[place] != reading.lower[place].withoutPossessive
      if reading.isContent(place), !isOwner, head == nil || !isAdverb(reading.lower[place]) {
        head = place
      }
    }
    guard let head, reading.isWord(head), !reading.has(head, .cardinal) else { return nil }
    // `Ten years is a long time`: a span is one, or many.
    if words.spanUnits.contains(reading.lower[head]), isCounted(head - 1, reading) {
      return .either
    }
    // `the number of ships` is one, `a number of ships` are many.
    if words.countNouns.contains(reading.lower[head]), reading.has(head + 1, .dateJoiner) {
      guard reading.has(head - 1, .article) else { return nil }
      return words.articleBeforeConsonant.contains(reading.lower[head - 1]) ? .plural : .singular
    }
    guard reading.isCapitalised(head), !isOpeningNoun(head, reading) else {
      return number(ofNoun: head, reading)
    }
    if isTitled(head, from: phrase.lowerBound, reading) { return .singular }
    // `The United States is`, `the Rovers were`
    return looksPlural(reading.lower[head]) && reading.has(phrase.lowerBound, .article)
      ? .either : nil
  }

  /// `Mr Orr`, `the keeper Ada Orr`: a name of somebody who has a title, and no body's.
  private func isTitled(_ name: Int, from start: Int, _ reading: Reading) -> Bool {
    var first = name
    while first > start, reading.isCapitalised(first - 1), reading.isContent(first - 1),
      !reading.has(first, [.honorific, .roleHead])
    {
      first -= 1
    }
    let title = reading.has(first, [.honorific, .roleHead]) ? first : first - 1
    return title >= start && title < name && reading.has(title, [.honorific, .roleHead])
      && !looksPlural(reading.lower[title])
  }

  func isAdverb(_ word: String) -> Bool {
    words.adverbs.contains(word)
      || words.adverbEndings.contains { word.hasSuffix($0) && word.utf8.count > $0.utf8.count + 4 }
  }

  /// `Residents`: a noun with the capital that its sentence begins with.
  func isOpeningNoun(_ position: Int, _ reading: Reading) -> Bool {
    let start = reading.passage.sentence(at: position).lowerBound
    return
      (position == start
      || position == start + 1 && reading.tokens[start].kind == .mark)
      && !reading.isCapitalised(position + 1)
      && SpellChecker.shared.isWord(reading.lower[position], language: pair.language.code) == true
  }

  func number(ofNoun head: Int, _ reading: Reading) -> Number? {
    let noun = reading.lower[head]
    // `the injured`, `the accused`: one or many.
    if words.isPast(noun), reading.has(head - 1, .article) { return nil }
    if words.collectives.contains(noun) { return .either }
    return isPlural(noun) ? .plural : .singular
  }
}
