import StoryLanguage

/// The subject of a verb that is known as one by its clause, which has no other.
extension SlipFinder {
  /// How many the subject is of a word that is a verb if it has one; nil where nothing shows that it is, or how many.
  func clauseSubject(_ reading: Reading, verb: Int) -> Number? {
    if reading.passage.isHeadline { return nil }
    return speakers(reading, verb: verb) ?? sharedSubject(reading, verb: verb)
      ?? subjectBeforeRelative(reading, verb: verb) ?? onlySubject(reading, verb: verb)
  }

  /// `, says Oake,`, `, say experts.`: those who said it, behind their verb.
  private func speakers(_ reading: Reading, verb: Int) -> Number? {
    guard reading.has(verb, .saying), verb > 0, reading.tokens[verb - 1].kind == .mark,
      verb > reading.passage.sentence(at: verb).lowerBound, reading.isWord(verb + 1)
    else { return nil }
    var end = verb + 1
    while reading.isWord(end), reading.isCapitalised(end) { end += 1 }
    if end > verb + 1 {
      return reading.has(end, .numberJoiner) || looksPlural(reading.lower[end - 1])
        ? nil : .singular
    }
    let isPluralAlone =
      reading.isContent(end) && !reading.isContent(end + 1) && !reading.has(end + 1, .numberJoiner)
    return isPluralAlone && isPlural(reading.lower[end])
      && !words.collectives.contains(reading.lower[end]) ? .plural : nil
  }

  /// `Rovers have won once and sit 20th`: the verb before, of the same subject, shows how many it is.
  private func sharedSubject(_ reading: Reading, verb: Int) -> Number? {
    guard reading.has(verb - 1, .numberJoiner), !reading.isFunction(verb),
      opensObject(reading, verb + 1)
    else { return nil }
    let sentence = reading.passage.sentence(at: verb)
    let lead = (sentence.lowerBound..<verb).last {
      reading.tokens[$0].kind == .mark || reading.has($0, [.that, .saying])
    }
    let start = lead.map { $0 + 1 } ?? sentence.lowerBound
    guard
      let first = (start..<verb).first(where: {
        reading.has($0, [.be, .have, .modal, .auxiliary, .baseFormTaker, .saying])
          || isPastForm(reading.lower[$0])
      }), first > start, reading.has(first, [.be, .have]),
      pair.language.agreement[reading.lower[first]] != nil
    else { return nil }
    return words.pluralVerbs.contains(reading.lower[first]) ? .plural : .singular
  }

  /// Whether a figure stands there or a word that opens what a verb is done to.
  func opensObject(_ reading: Reading, _ position: Int) -> Bool {
    position < reading.count
      && (reading.tokens[position].kind == .number
        || reading.has(position, [.article, .pronoun, .cardinal, .ordinal])
        || words.determiners.contains(reading.lower[position]))
  }

  /// The words around a place that no mark and no word that opens a clause parts from it.
  private func clause(around place: Int, _ reading: Reading) -> Range<Int> {
    let sentence = reading.passage.sentence(at: place)
    func parts(_ position: Int) -> Bool {
      reading.tokens[position].kind == .mark || reading.has(position, [.that, .saying])
        || reading.has(position, .clause) && !reading.has(position, .numberJoiner)
        || words.openers.contains(reading.lower[position])
    }
    let start = (sentence.lowerBound..<place).last(where: parts).map { $0 + 1 }
    let end = (place + 1..<max(place + 1, sentence.upperBound)).first(where: parts)
    return (start ?? sentence.lowerBound)..<(end ?? sentence.upperBound)
  }

  /// `Traders on the square pays nothing`: what stands before the one word of a clause that can be its verb.
  private func onlySubject(_ reading: Reading, verb: Int) -> Number? {
    let sentence = reading.passage.sentence(at: verb)
    guard reading.isWord(verb), !reading.isCapitalised(verb),
      [".", "?", "!", "\""].contains(where: { reading.isMark(sentence.upperBound - 1, $0) })
    else { return nil }
    let clause = clause(around: verb, reading)
    // What a comma parts from the rest may be a list, or a phrase without a verb.
    if clause.lowerBound > sentence.lowerBound, reading.isMark(clause.lowerBound - 1, ",") {
      return nil
    }
    let isOther = { (position: Int) in
      position != verb
        && (reading.has(position, [.be, .have, .modal, .auxiliary, .saying]) && position < verb
          // `to the line` is no infinitive.
          || reading.has(position, .baseFormTaker) && position < verb
            && !self.opensNoun(reading, position + 1)
          || reading.has(position, [.be, .have, .modal])
          || self.isPastForm(reading.lower[position])
          || self.words.participles[reading.lower[position]] != nil)
    }
    guard !clause.contains(where: isOther) else { return nil }
    var end = verb
    while end > clause.lowerBound, isAdverb(reading.lower[end - 1]) { end -= 1 }
    return number(ofSubject: clause.lowerBound..<end, reading)
  }

  /// How many a whole subject is, of which every word is known: a noun, two that are joined, and what belongs to them.
  private func number(ofSubject phrase: Range<Int>, _ reading: Reading) -> Number? {
    guard phrase.allSatisfy({ reading.tokens[$0].kind != .mark }) else { return nil }
    let isPreposition = { (position: Int) in
      self.words.prepositions.contains(reading.lower[position])
        || self.words.places.contains(reading.lower[position])
    }
    // `Neither of the schools teaches`
    if phrase.count > 2, reading.has(phrase.lowerBound + 1, .dateJoiner),
      pair.language.singularWitnesses.contains(reading.lower[phrase.lowerBound]),
      !reading.has(phrase.lowerBound, [.article, .be, .have])
    {
      return .singular
    }
    let parts = phrase.split(whereSeparator: isPreposition)
    guard let first = parts.first, first.lowerBound == phrase.lowerBound,
      parts.count == 1 + phrase.count(where: isPreposition),
      parts.dropFirst().allSatisfy({ isSimple($0, reading) })
    else { return nil }
    guard let joiner = first.first(where: { reading.has($0, .numberJoiner) }) else {
      return number(ofNoun: first, reading)
    }
    guard parts.count == 1, reading.has(first.lowerBound, .article),
      number(ofNoun: first.lowerBound..<joiner, reading) != nil,
      isNamed(joiner + 1..<first.upperBound, reading)
    else { return nil }
    return .plural
  }

  /// `the square`, `the waiting room`: one noun, and what opens it; of two words those that commonly stand together.
  private func isSimple(_ phrase: Range<Int>, _ reading: Reading) -> Bool {
    guard let last = phrase.last, reading.isContent(last) else { return false }
    let rest = phrase.drop { opensNoun(reading, $0) }
    return rest.count == 1
      || rest.count == 2 && reading.isContent(last - 1) && !isPlural(reading.lower[last - 1])
        && company(reading, last - 1, last) > 0
  }

  private func opensNoun(_ reading: Reading, _ position: Int) -> Bool {
    reading.has(position, [.article, .cardinal, .vague])
      || words.determiners.contains(reading.lower[position])
      || reading.tokens[position].kind == .number
  }

  /// `a cheaper fare`, `faster wifi`: the second of two, which is no verb with an object.
  private func isNamed(_ phrase: Range<Int>, _ reading: Reading) -> Bool {
    let rest = phrase.drop { opensNoun(reading, $0) }
    guard let head = rest.last, rest.allSatisfy(reading.isContent),
      !rest.dropLast().contains(where: { isPlural(reading.lower[$0]) })
    else { return false }
    let isDetermined = rest.count < phrase.count
    if rest.count == 1 { return isDetermined }
    return rest.count == 2
      && (isComparison(reading, before: head) || !isVerb(reading.lower[head]))
  }

  /// How many a noun is that some words open or that is many; nil where a word before it may be a verb, and it its object.
  private func number(ofNoun phrase: Range<Int>, _ reading: Reading) -> Number? {
    var rest = phrase.drop { opensNoun(reading, $0) }
    if let owner = rest.last(where: { reading.lower[$0] != reading.lower[$0].withoutPossessive }) {
      rest = rest.drop { $0 <= owner }
    }
    guard let head = rest.last, rest.allSatisfy({ reading.isWord($0) && reading.isContent($0) }),
      !reading.has(head, .cardinal), !reading.isCapitalised(head) || isOpeningNoun(head, reading),
      !rest.dropLast().contains(where: {
        isPlural(reading.lower[$0]) || words.collectives.contains(reading.lower[$0])
      }),
      let number = number(ofNoun: head, reading)
    else { return nil }
    let isDetermined = rest.lowerBound > phrase.lowerBound
    if rest.count > 1 { return isDetermined && number == .singular ? number : nil }
    return isDetermined || number == .plural ? number : nil
  }

  /// `The boats that pass the lock need`: the noun before a clause that tells more of it, which has a verb of its own.
  func subjectBeforeRelative(_ reading: Reading, verb: Int) -> Number? {
    let sentence = reading.passage.sentence(at: verb)
    let lead = (sentence.lowerBound..<verb).last { reading.tokens[$0].kind == .mark }
    let start = lead.map { $0 + 1 } ?? sentence.lowerBound
    guard
      let relative = (start..<verb).last(where: {
        words.relatives.contains(reading.lower[$0])
      }), relative > start, verb - relative >= 3, reading.isContent(relative - 1),
      !reading.has(relative - 1, .saying),
      !(start..<relative).contains(where: {
        reading.has($0, [.be, .have, .modal, .auxiliary, .saying, .baseFormTaker])
          || reading.has($0, .clause) && !reading.has($0, .numberJoiner)
          || isPastForm(reading.lower[$0])
      }),
      hasVerb(relative + 1..<verb, reading, noun: relative - 1),
      reading.isContent(verb - 1)
        // `who left in May`
        || reading.has(verb - 1, .month) && reading.isCapitalised(verb - 1),
      !reading.has(verb - 1, .saying),
      // The clause behind the relative ended, and the sentence has no other verb.
      reading.has(verb, .saying)
        || !(verb + 1..<max(verb + 1, clause(around: verb, reading).upperBound)).contains(where: {
          reading.has($0, [.be, .have, .modal])
            // `has opened` is one verb.
            || isPastForm(reading.lower[$0]) && !reading.has(verb, [.be, .have])
        })
    else { return nil }
    return number(of: start..<relative, reading)
  }

  /// Whether a clause that a relative opens begins with its verb: `who met`, `that pass through`.
  private func hasVerb(_ range: Range<Int>, _ reading: Reading, noun: Int) -> Bool {
    guard let first = range.first(where: { !isAdverb(reading.lower[$0]) }) else { return false }
    if reading.has(first, [.be, .have, .modal, .auxiliary]) || isPastForm(reading.lower[first]) {
      return true
    }
    // `the fear that rain in the hills brings`
    let isOwn = !reading.has(range.lowerBound - 1, .that) || isPlural(reading.lower[noun])
    return isOwn && reading.isContent(first) && !reading.isCapitalised(first)
      && first + 1 < range.upperBound
      && (opensObject(reading, first + 1) || words.prepositions.contains(reading.lower[first + 1]))
      && !isPlural(reading.lower[first])
  }
}
