import StoryLanguage

/// Names that are spelt otherwise.
extension SlipFinder {
  /// A name's spelling mended, beside another word of the name.
  func name(_ i: Int, _ j: Int) -> Slip? {
    let before = old.lower[i], after = new.lower[j]
    if after.withoutPossessive == before, before != after { return owner(i, j) }
    let slip = Slip(
      kind: .name, old: i..<i + 1, new: j..<j + 1, because: "a name, spelt differently")
    // `Danel Cavalcante` → `Danelo Cavalcante`
    if isFirst(old, i), isFirst(new, j), old.isCapitalised(i + 1), old.isContent(i + 1),
      i + 1 < old.count, j + 1 < new.count, old.lower[i + 1] == new.lower[j + 1],
      Naming.areSpellings(before, after), isMisspelt(old, i), isMisspelt(new, j)
    {
      return isNameIntroduced(i, j) ? nil : slip
    }
    // `van der Berg` → `van den Berg`
    let isParticle = { (reading: Reading, position: Int) in
      NameReader.connectors.contains(reading.lower[position]) && !reading.isFunction(position)
        && reading.isCapitalised(position + 1) && reading.isContent(position + 1)
    }
    if isParticle(old, i), isParticle(new, j), areNeighboursKept(i..<i + 1, j..<j + 1) {
      return slip
    }
    // `Sara Orr met Sarah Orr`: two of like names, who changed places.
    if old.lower.contains(after), new.lower.contains(before) { return nil }
    guard old.isCapitalised(i), new.isCapitalised(j), !isFirst(old, i), !isFirst(new, j),
      old.isCapitalised(i + 1) || old.isCapitalised(i - 1),
      Naming.areSpellings(before, after), !areTitlesOrInitials(i, j),
      !Naming.areTwoNames(
        before, after, isAlone: !old.isCapitalised(i + 1) && !old.isCapitalised(i - 1),
        isGiven: old.isCapitalised(i + 1) && !old.isCapitalised(i - 1))
    else { return nil }
    return isNameIntroduced(i, j) ? nil : slip
  }

  /// `Ada Quorvane house` → `Ada Quorvane's house`: somebody with a given name, who owns what follows.
  private func owner(_ i: Int, _ j: Int) -> Slip? {
    guard old.isCapitalised(i), old.isCapitalised(i - 1), old.isContent(i - 1),
      !isFirst(old, i), old.isWord(i + 1), old.isContent(i + 1), !old.isCapitalised(i + 1),
      areNeighboursKept(i..<i + 1, j..<j + 1)
    else { return nil }
    return Slip(
      kind: .punctuation, old: i..<i + 1, new: j..<j + 1, because: "what follows is somebody's")
  }

  /// `CFO`, `CEO`: two sets of initials are no two spellings of one name.
  private func areTitlesOrInitials(_ i: Int, _ j: Int) -> Bool {
    old.isAllCapitals(i) && new.isAllCapitals(j) && old.lower[i].utf8.count <= 4
  }

  /// Whether a name is mended the wrong way: the newer version has the old spelling elsewhere, and the
  /// older one never has the new; or the old spelling is a name's and the new one nobody's.
  private func isNameIntroduced(_ i: Int, _ j: Int) -> Bool {
    pair.occurs(old.tokens[i].word, inOld: false) && !pair.occurs(new.tokens[j].word, inOld: true)
      || SlipFinder.isNameSpoilt(old, i, new, j)
  }

  /// Letters of a name of which one that differs by a letter is hardly another person's.
  private static let longName = 6

  /// Whether a name that a dictionary has became one that it has not: `Merkel` → `Merkle`. Beside a given
  /// name only letters that changed places show it, since people's names are in no dictionary.
  static func isNameSpoilt(_ old: Reading, _ i: Int, _ new: Reading, _ j: Int) -> Bool {
    func text(_ reading: Reading, _ position: Int) -> String {
      reading.passage.text(of: position..<position + 1)
    }
    // `Janacek` → `Janáček`
    if Naming.differInAccents(old.lower[i], new.lower[j]) { return false }
    let code = old.language.code, speller = SpellChecker.shared
    let isBesideName = [i - 1, i + 1].contains { old.isCapitalised($0) && old.isContent($0) }
    // `Vladimir Putin` → `Vladmir Putin`, but `Tindal` → `Tindall`: a letter more makes another name of many.
    let isSlipOfHand =
      Naming.areTransposed(old.lower[i], new.lower[j])
      || old.lower[i].utf8.count >= max(SlipFinder.longName, new.lower[j].utf8.count)
        && editDistance(old.lower[i], new.lower[j], limit: 1) <= 1
    return (!isBesideName || isSlipOfHand)
      && speller.isWord(text(old, i), language: code) == true
      && speller.isWord(old.lower[i], language: code) == false
      && speller.isWord(text(new, j), language: code) == false
  }
}
