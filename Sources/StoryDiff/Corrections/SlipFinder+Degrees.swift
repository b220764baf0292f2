import StoryLanguage

/// Adjectives, adverbs and how they are compared.
extension SlipFinder {
  /// Whether the newer one of an adjective and its adverb is the one that fits: `rose sharply`, `a dangerous
  /// operation`; nil where that cannot be told.
  func adverbFits(_ i: Int, _ j: Int) -> Bool? {
    let isAdverb = words.adverbEndings.contains { new.lower[j].hasSuffix($0) }
    let next = j + 1
    // Before a participle an adverb stands; after `be` and before a mark an adjective, and before a noun.
    if isParticiple(new, next)
      && (new.has(j - 1, .be) || !words.invariantPasts.contains(new.lower[next]))
    {
      return isAdverb
    }
    let isAfterLink =
      new.has(j - 1, .be) || new.isWord(j - 1) && words.linkingVerbs.contains(new.lower[j - 1])
    if isAfterLink, !new.isWord(next) || new.has(next, [.numberJoiner, .that]) { return !isAdverb }
    if new.has(j - 1, [.article, .be]), new.isContent(next), new.isWord(next) {
      // `an extremely cold night`, `was extremely cold`, `a dangerous operation`
      let isAdjective = words.adverbEndings.contains {
        SpellChecker.shared.isWord(new.lower[next] + $0, language: pair.language.code) == true
      }
      if new.has(j - 1, .be) {
        if isAdjective { return isAdverb }
      } else if isAdjective == new.isContent(next + 1) {
        return isAdjective == isAdverb
      }
    }
    let gained = companyGained(i, j)
    if gained != 0 { return gained > 0 }
    let isAfterVerb = new.isWord(j - 1) && isPastForm(new.lower[j - 1]) && !isAfterLink
    return isAfterVerb && !new.isContent(next) ? isAdverb : nil
  }

  /// `injured`, `taken`, `hurt`
  func isParticiple(_ reading: Reading, _ position: Int) -> Bool {
    guard reading.isWord(position) else { return false }
    let word = reading.lower[position]
    return words.isPast(word) || words.participles[word] != nil
      || words.invariantPasts.contains(word)
  }

  /// `high`, `higher`; `safe`, `safer`; `busy`, `busier`; `big`, `bigger`.
  private func isCompared(_ form: String, of plain: String) -> Bool {
    guard let last = plain.last, plain.utf8.count >= 3 else { return false }
    let stem = String(plain.dropLast())
    return words.degrees.values.joined().contains { ending in
      form == plain + ending || form == plain + String(last) + ending
        || last == "y" && form == stem + "i" + ending
        || ending.first == last && form == stem + ending
    }
  }

  /// `the younger of the five` → `youngest`, `coldest than` → `colder`: a degree that the words beside it ask for; nil
  /// where the edit is no such exchange, empty where the older one fitted.
  func compared(_ i: Int, _ j: Int) -> String? {
    let before = old.lower[i], after = new.lower[j]
    func isPair(_ one: String, _ other: String) -> Bool {
      if let endings = words.degrees[one], let others = words.degrees[other] {
        return !endings.contains(where: words.superlativeEndings.contains)
          && others.contains(where: words.superlativeEndings.contains)
      }
      return words.superlativeEndings.contains { highest in
        words.degrees.values.joined().contains { ending in
          ending != highest && one.hasSuffix(ending) && other.hasSuffix(highest)
            && one.dropLast(ending.utf8.count) == other.dropLast(highest.utf8.count)
        }
      }
    }
    // `much high than` → `higher`
    let isBeforeThan = j + 1 < new.count && words.comparing.contains(new.lower[j + 1])
    if isBeforeThan, !new.isFunction(j), !old.isFunction(i) {
      if isCompared(after, of: before) {
        return "'\(after)' belongs before '\(new.lower[j + 1])'"
      }
      if isCompared(before, of: after) { return "" }
    }
    let isHighestNow = isPair(before, after)
    guard isHighestNow || isPair(after, before) else { return nil }
    let end = new.passage.sentence(at: j).upperBound
    // `the most recent of the two`: the word that is compared may stand behind.
    let rest = words.degrees[after] == nil ? j + 1 : j + 2
    if new.lower.indices.contains(rest), words.comparing.contains(new.lower[rest]) {
      return isHighestNow ? "" : "'\(after)' belongs before '\(new.lower[rest])'"
    }
    guard new.has(rest, .dateJoiner),
      let count = (rest + 1..<max(rest + 1, min(rest + 4, end))).first(where: {
        new.has($0, .cardinal)
      })
    else { return nil }
    let isOfMany = new.words[count].cardinal > 2
    return isOfMany == isHighestNow ? "how many are compared asks for the other degree" : ""
  }
}
