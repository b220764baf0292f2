import StoryLanguage

/// Apostrophes: what owns something, and how many own it.
extension SlipFinder {
  /// Whether the older form is the one that fits what follows: `the mayor's office` → `the mayors office`.
  func isApostropheSpoilt(_ i: Int, _ j: Int) -> Bool {
    let before = old.lower[i], after = new.lower[j]
    if before.contains("'"), after.contains("'"), before.hasSuffix("'") != after.hasSuffix("'"),
      before.hasSuffix("s'") || after.hasSuffix("s'")
    {
      // `womens'` → `women's`
      let letters = before.filter { $0 != "'" }
      if SpellChecker.shared.isWord(letters, language: pair.language.code) == false,
        !old.isCapitalised(i)
      {
        return after.hasSuffix("'")
      }
      return areManyOwners(j) != after.hasSuffix("'")
    }
    // `Let's go` → `Lets go`
    if pair.language.denial.irregularContractions[before] != nil, !after.contains("'") {
      // `software that let's residents report`
      return !words.relatives.contains(old.lower[i - 1])
    }
    // `whats next` → `what's next`
    let owner = after.withoutPossessive
    if owner != after, !before.contains("'"),
      words.questionWords.contains(owner) || words.singularSubjects.contains(owner)
        || words.expletives.contains(owner)
    {
      return false
    }
    if isMisspelt(new, j), !isMisspelt(old, i), !after.hasSuffix("'") { return true }
    // `children's` → `childrens'`
    if after.hasSuffix("'"), !new.isCapitalised(j),
      SpellChecker.shared.isWord(String(after.dropLast()), language: pair.language.code) == false
    {
      return true
    }
    // `can't` → `cant`
    if before.contains("'"), !after.contains("'"),
      pair.language.denial.contractions.keys.contains(where: { before.hasSuffix($0) })
    {
      return true
    }
    // `Lets be clear`
    if pair.language.denial.irregularContractions[after] != nil { return false }
    let isBeforeVerb =
      new.has(j + 1, [.modal, .have, .be])
      || new.isWord(j + 1)
        && (words.prepositions.contains(new.lower[j + 1])
          // The council's elected officials own what follows.
          || isPastForm(new.lower[j + 1]) && !new.isContent(j + 2))
    // `two kilos and` → `two kilo's and`: what is counted owns nothing where nothing follows.
    if after.hasSuffix("'s"), !before.contains("'"), looksPlural(before), isCounted(i - 1, old),
      !new.isContent(j + 1)
    {
      return true
    }
    // `The teachers will` → `The teacher's will`: what owns something stands before no verb.
    if after.hasSuffix("'s"), !before.contains("'"), !new.isFunction(j), isBeforeVerb {
      return true
    }
    // `crew get's a medal`
    if before.withoutPossessive + "s" == after,
      pair.language.denial.irregularBases.contains(before.withoutPossessive), old.isWord(i - 1),
      old.isContent(i - 1)
    {
      return false
    }
    return (before.hasSuffix("'s") || before.hasSuffix("'")) && !after.contains("'")
      && !old.isFunction(i) && !new.isFunction(j)
      && (!old.isCapitalised(i)
        || isFirst(old, i) && old.isContent(i + 1) && !old.isCapitalised(i + 1))
      && old.isWord(i + 1)
      && old.isContent(i + 1)
      && !isPastForm(old.lower[i + 1]) && !old.has(i + 1, .saying)
  }

  /// `the companies offer` → `the company's offer`: a plural that is written with other letters, before what is owned.
  func isOwnerOfMany(_ i: Int, _ j: Int) -> Bool {
    let owner = new.lower[j].withoutPossessive
    return isAlone && owner != new.lower[j] && !old.isCapitalised(i) && owner.hasSuffix("y")
      && SlipFinder.areForms(owner, old.lower[i]) && !new.isCapitalised(j + 1)
      && new.isWord(j + 1) && new.isContent(j + 1)
      // What is owned has its verb: `the ferries sail` owns nothing.
      && (j + 2..<j + 4).first {
        !new.isWord($0) || isVerbLike(new, $0) || isPastForm(new.lower[$0])
      }
      .map(new.isWord) ?? false
  }

  /// `the bus's were late` → `the buses`: one that owns nothing, before a verb of many.
  func isOwnerOfNothing(_ i: Int, _ j: Int) -> Bool {
    let owner = old.lower[i].withoutPossessive
    return isAlone && owner != old.lower[i] && !old.isCapitalised(i)
      && new.lower[j] != owner + "s" && SlipFinder.areForms(owner, new.lower[j])
      && looksPlural(new.lower[j]) && old.isWord(i + 1)
      && words.pluralVerbs.contains(old.lower[i + 1])
  }

  /// `the 1970's` → `the 1970s`: the years of a decade own nothing.
  func decade(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Slip? {
    guard isAlone, oldRange.count == 1, newRange.isEmpty, let i = oldRange.first, i > 0,
      old.isMark(i, "'"), old.isJoined(i), old.isJoined(i + 1), old.tokens[i - 1].kind == .number,
      old.lower[i - 1].hasSuffix("0"), [2, 4].contains(old.lower[i - 1].utf8.count),
      i + 1 < old.count, old.lower[i + 1] == "s", !old.isContent(i + 2)
    else { return nil }
    let place = newRange.lowerBound
    return Slip(
      kind: .punctuation, old: i - 1..<i + 2, new: place - 1..<place + 1,
      because: "only the apostrophe differs")
  }

  /// `two firms'`, `a firm's`: whether what owns something is many, by what opens or counts it, else by the rest of the
  /// story, which has the one number or the other; nil where nothing shows it.
  private func areManyOwners(_ owner: Int) -> Bool? {
    let start = max(new.passage.sentence(at: owner).lowerBound, owner - 3)
    for place in (start..<max(start, owner)).reversed() where new.tokens[place].kind != .mark {
      if isCounted(place, new) || pair.language.pluralWitnesses.contains(new.lower[place]) {
        return true
      }
      if pair.language.singularWitnesses.contains(new.lower[place]) { return false }
      // `nine of the firms'`
      if !new.isContent(place), !new.has(place, [.article, .dateJoiner]) { break }
    }
    let letters = new.lower[owner].filter { $0 != "'" }
    func stands(_ word: String) -> Bool {
      pair.vocabulary.find(word).map {
        pair.occurs($0, inOld: true) || pair.occurs($0, inOld: false)
      }
        ?? false
    }
    let areMany = stands(letters), isOne = stands(String(letters.dropLast()))
    return areMany == isOne ? nil : areMany
  }
}
