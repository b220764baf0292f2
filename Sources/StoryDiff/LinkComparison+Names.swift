import StoryLanguage

/// A word of a name as it was spelt, and as it is spelt now.
struct Respelling: Hashable {
  let old: String, new: String
}

/// The spellings of names that a story mends.
struct Respellings {
  /// Those that are one name whichever version is the older.
  var names: Set<Respelling> = []
  /// Those that the older version has as a slip.
  var slips: Set<Respelling> = []
  /// Words that are no names and that the older version has as a slip.
  var words: Set<Respelling> = []

  mutating func formUnion(_ other: Respellings) {
    names.formUnion(other.names)
    slips.formUnion(other.slips)
    words.formUnion(other.words)
  }
}

extension LinkComparison {
  /// The spellings of names that were found mended here.
  var respellings: Respellings {
    Respellings(
      names: Set(findings.names.compactMap { respelling($0.old, $0.new) }),
      slips: Set(
        slips.filter { $0.slip.kind == .name }
          .compactMap { respelling($0.slip.old, $0.slip.new) }),
      words: Set(
        slips.filter { [.spelling, .grammar].contains($0.slip.kind) }
          .compactMap { words($0.slip.old, $0.slip.new) }))
  }

  /// `Ivo Smyth and Ada Smith` → `Ivo Smith and Ada Smyth`: of two spellings that took each other's place neither was mended.
  func setExchangedNamesAside() {
    let spellings = respellings.names.union(respellings.slips)
    func isExchanged(_ old: Range<Int>, _ new: Range<Int>) -> Bool {
      respelling(old, new).map {
        $0.old != $0.new && spellings.contains(Respelling(old: $0.new, new: $0.old))
      } ?? false
    }
    guard spellings.count > 1 else { return }
    findings.names.removeAll { isExchanged($0.old, $0.new) }
    slips.removeAll { $0.slip.kind == .name && isExchanged($0.slip.old, $0.slip.new) }
  }

  private func words(_ old: Range<Int>, _ new: Range<Int>) -> Respelling? {
    guard old.count == 1, new.count == 1, self.old.isWord(old.lowerBound),
      self.new.isWord(new.lowerBound),
      self.old.lower[old.lowerBound] != self.new.lower[new.lowerBound]
    else { return nil }
    return Respelling(old: self.old.lower[old.lowerBound], new: self.new.lower[new.lowerBound])
  }

  /// Takes the same word for the same slip wherever an edit does nothing else. O(edits).
  func adoptSlips(_ mended: Set<Respelling>) {
    guard !mended.isEmpty else { return }
    for (index, hunk) in diff.hunks.enumerated() {
      guard let words = words(hunk.old, hunk.new), mended.contains(words), isRead,
        !diff.wholeSentences.contains(index), !findings.meets(hunk), diff.scope(of: hunk) >= .apart,
        !slips.contains(where: { $0.hunk == index })
      else { continue }
      slips.append(
        (
          index,
          SlipFinder.Slip(
            kind: old.isFunction(hunk.old.lowerBound) ? .grammar : .spelling, old: hunk.old,
            new: hunk.new, because: "the story mends the same word elsewhere")
        ))
    }
    slips.sort { $0.hunk < $1.hunk }
  }

  /// Takes the same spellings for mended wherever an edit does nothing else: a name that a story mends
  /// once is the same name further down, though less shows it there. O(edits).
  func adopt(_ spellings: Respellings) {
    guard !spellings.names.isEmpty || !spellings.slips.isEmpty else { return }
    for (index, hunk) in diff.hunks.enumerated() {
      // A claim that the name is another one yields only to what holds from either version's side.
      guard let spelling = respelling(hunk.old, hunk.new),
        spellings.names.contains(spelling)
          ? !accounts(for: hunk, besides: spelling)
          : spellings.slips.contains(spelling) && !findings.meets(hunk),
        !slips.contains(where: { $0.hunk == index && $0.slip.kind == .name })
      else { continue }
      findings.claims.removeAll { hunk.meets($0.old, $0.new) }
      findings.names.append(RawName(old: hunk.old, new: hunk.new))
      slips.removeAll { $0.hunk == index }
    }
  }

  /// `Fire at Beddow mill` → `Beddoe`: a name of which the story has but the other spelling elsewhere, in both versions; at
  /// an end of an edit, too. O(edits).
  func adoptStorySpellings() {
    guard isRead else { return }
    for (index, hunk) in diff.hunks.enumerated() where !slips.contains(where: { $0.hunk == index })
    {
      guard let first = hunk.old.first, let firstNow = hunk.new.first, let last = hunk.old.last,
        let lastNow = hunk.new.last, max(hunk.old.count, hunk.new.count) <= 4
      else { continue }
      let isWhole = hunk.old.count == 1 && hunk.new.count == 1
      for (i, j) in isWhole ? [(first, firstNow)] : [(first, firstNow), (last, lastNow)] {
        let name = Hunk(old: i..<i + 1, new: j..<j + 1)
        guard let spelling = respelling(name.old, name.new), isSpeltElsewhere(spelling, name),
          // `the South fire` → `Southon is`
          isWhole || !isPlain(spelling.old) && !isPlain(spelling.new),
          !accounts(for: name, besides: spelling),
          !findings.names.contains(where: { name.meets($0.old, $0.new) })
        else { continue }
        findings.claims.removeAll { name.meets($0.old, $0.new) }
        findings.names.append(RawName(old: name.old, new: name.new))
      }
    }
  }

  /// Whether one of two spellings of a name, and not the other, stands in both versions.
  private func isSpeltElsewhere(_ spelling: Respelling, _ hunk: Hunk) -> Bool {
    guard let i = hunk.old.first, let j = hunk.new.first, old.isWord(i), new.isWord(j),
      old.isContent(i), new.isContent(j), !old.isAllCapitals(i), !new.isAllCapitals(j),
      !old.has(i, LinkComparison.commonKinds), !new.has(j, LinkComparison.commonKinds),
      spelling.old != spelling.new,
      !(spelling.old + spelling.new).holds(UInt8(ascii: "'")),
      Naming.areSpellings(spelling.old, spelling.new),
      pair.hasName(spelling.new, inOld: true) != pair.hasName(spelling.old, inOld: false)
    else { return false }
    let (a, b) = (spelling.old, spelling.new)
    let arePlain = isPlain(a) && isPlain(b)
    // `Thompson`, `Thomson`; `Johnsen`, `Johnson`; `Osborn`, `Osborne`: a letter within, or a silent one.
    let isLetterApart =
      min(a.utf8.count, b.utf8.count) >= (a.utf8.count == b.utf8.count ? 6 : 5)
      && a.first == b.first && (a.last == b.last || a == b + "e" || b == a + "e")
      && editDistance(a, b, limit: 1) <= 1
    return !arePlain && (isLetterApart || !Naming.areTwoNames(a, b, isAlone: true))
  }

  private func isPlain(_ word: String) -> Bool {
    SpellChecker.shared.isWord(word, language: pair.language.code) == true
  }

  private static let commonKinds: Language.WordKind = [.roleHead, .honorific, .month, .weekday]

  /// Whether something was found at an edit other than that a name of these spellings is another one.
  private func accounts(for hunk: Hunk, besides spelling: Respelling) -> Bool {
    guard findings.meets(hunk) else { return false }
    let claims = findings.claims.filter { hunk.meets($0.old, $0.new) }
    return claims.isEmpty
      || !claims.allSatisfy { claim in
        guard claim.type == .entity, let old = claim.old, let new = claim.new else { return false }
        return old.filter { self.old.lower[$0].withoutPossessive != spelling.old }
          .map { self.old.lower[$0] }
          == new.filter { self.new.lower[$0].withoutPossessive != spelling.new }
          .map { self.new.lower[$0] }
      }
  }

  func respelling(_ old: Range<Int>, _ new: Range<Int>) -> Respelling? {
    guard old.count == 1, new.count == 1, self.old.isCapitalised(old.lowerBound),
      self.new.isCapitalised(new.lowerBound)
    else { return nil }
    return Respelling(
      old: self.old.lower[old.lowerBound].withoutPossessive,
      new: self.new.lower[new.lowerBound].withoutPossessive)
  }
}
