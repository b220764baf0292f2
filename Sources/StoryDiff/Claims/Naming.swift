import StoryLanguage

/// How two names stand to each other.
enum Naming {
  case same, different
  /// One word of each, or two, are other spellings of the same.
  case respelt([(Int, Int)])

  static func compare(_ a: [String], _ b: [String], demonymEndings: [String]) -> Naming {
    if a == b || a.isEmpty || b.isEmpty { return .same }
    let isPart = a.allSatisfy(b.contains), isWhole = b.allSatisfy(a.contains)
    if isPart != isWhole,
      namesOtherPlace(a, b, demonymEndings) || namesOtherPlace(b, a, demonymEndings)
    {
      return .different
    }
    if isPart && isWhole || isPart && isInOrder(a, in: b) || isWhole && isInOrder(b, in: a) {
      return .same
    }
    let (plainA, plainB) = (a.map(withoutStops), b.map(withoutStops))
    if plainA == plainB { return .same }
    if isAcronym(a, b) || isAcronym(b, a) { return .same }
    // `Sal Brennan`, `Sally Brennan`: a given name and its short form.
    if a.count == b.count, a.count > 1, a.dropFirst() == b.dropFirst(),
      min(a[0].count, b[0].count) >= 3, a[0].hasPrefix(b[0]) || b[0].hasPrefix(a[0])
    {
      return .same
    }
    if isShortened(a, b) || isShortened(b, a) || isPluralOf(a, b) || isPluralOf(b, a) {
      return .same
    }
    let onlyMine = a.indices.filter { !b.contains(a[$0]) }
    let onlyTheirs = b.indices.filter { !a.contains(b[$0]) }
    if let i = onlyMine.first, let j = onlyTheirs.first, onlyMine.count == 1, onlyTheirs.count == 1,
      areOfOnePlace(a[i], b[j], demonymEndings)
    {
      return .same
    }
    // One word of a name may be spelt in two ways, beside others that differ in their accents alone.
    let pairs = Array(zip(onlyMine, onlyTheirs))
    let differing = pairs.filter { !differInAccents(a[$0.0], b[$0.1]) }
    if onlyMine.count == onlyTheirs.count, differing.count <= 1,
      let (i, j) = differing.first ?? pairs.first,
      areSpellings(a[i], b[j])
    {
      if areOfTwoEnglishes(a[i], b[j]) { return .same }
      // `Henry VII`, `Henry VIII`
      if a.count > 1, isRoman(a[i]), isRoman(b[j]) { return .different }
      return areTwoCompounds(a[i], b[j])
        || areTwoNames(
          a[i], b[j], isAlone: !a.contains(where: b.contains),
          isGiven: i == 0 && j == 0 && a.count > 1 && a.last == b.last
            || isSaint(i, of: a) && isSaint(j, of: b))
        ? .different : .respelt([(i, j)])
    }
    if onlyMine == onlyTheirs, differing.count == 2, a.count == b.count,
      differing.allSatisfy({ areMisspellings(a[$0.0], b[$0.1], isGiven: $0.0 == 0) })
    {
      return .respelt(differing)
    }
    return .different
  }

  /// `Virginia`, `West Virginia`: another place, which a word before the name tells.
  private static let placeWords: Set = ["new", "west", "east", "north", "south"]

  private static func namesOtherPlace(
    _ short: [String], _ long: [String], _ demonymEndings: [String]
  ) -> Bool {
    short.count == 1 && long.count == 2 && long[1] == short[0] && placeWords.contains(long[0])
      && !demonymEndings.contains(where: short[0].hasSuffix)
  }

  /// `St Mary's`: what stands before the given name of a saint, in whatever language the place has its name.
  private static let saintly: Set = ["st", "saint", "sainte", "san", "santa", "sankt", "são"]

  private static func isSaint(_ place: Int, of name: [String]) -> Bool {
    place > 0 && saintly.contains(name[place - 1])
  }

  /// `Thomas Ekland`, `Tomas Eklund`: long words of which one letter was mistaken, and given names that are said alike.
  private static func areMisspellings(_ a: String, _ b: String, isGiven: Bool) -> Bool {
    min(a.utf8.count, b.utf8.count) >= 5 && a.first == b.first
      && editDistance(a, b, limit: 1) <= 1 && (!isGiven || sound(a) == sound(b))
  }

  /// Whether the words of one name stand in another in the same order: `Arizona State University` is
  /// not the `University of Arizona`.
  private static func isInOrder(_ short: [String], in long: [String]) -> Bool {
    var rest = long[...]
    for word in short {
      guard let place = rest.firstIndex(of: word) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  /// `Iran`, `Iraq`: both are names that the dictionary has, and no other word says that one is meant.
  ///
  /// `isGiven` where a surname follows that both have: `Jon` and `John` are said alike, `John` and `Joan`
  /// are two people.
  static func areTwoNames(_ a: String, _ b: String, isAlone: Bool, isGiven: Bool = false) -> Bool {
    let speller = SpellChecker.shared
    func isName(_ word: String) -> Bool {
      speller.isWord(word.prefix(1).uppercased() + word.dropFirst(), language: "en") == true
    }
    func isPlain(_ word: String) -> Bool { speller.isWord(word, language: "en") == true }
    if differInAccents(a, b) { return false }
    // `Hexley`, `Bexley`: nobody who knows a name begins it with another letter.
    if isAlone, a.first != b.first, a.dropFirst() == b.dropFirst(), sound(a) != sound(b) {
      return true
    }
    // `Marta`, `Maite`: of short given names few that differ in two letters are one, unless they sound alike.
    if isGiven, max(a.utf8.count, b.utf8.count) <= 6, editDistance(a, b, limit: 1) > 1,
      sound(a) != sound(b)
    {
      return true
    }
    guard isAlone || isGiven && !(isPlain(a) && isPlain(b)) else { return false }
    // `Columbia`, `Colombia`: of long names few are told apart by one letter, but for `Australian` and the like.
    if min(a.utf8.count, b.utf8.count) >= 8, a.first == b.first, !a.hasPrefix(b), !b.hasPrefix(a),
      editDistance(a, b, limit: 1) <= 1
    {
      return false
    }
    return sound(a) != sound(b) && !areTransposed(a, b) && isName(a) && isName(b)
  }

  /// `Crestfield`, `Crestview`: compounds of which both versions' last parts are words of their own.
  private static func areTwoCompounds(_ a: String, _ b: String) -> Bool {
    let shared = zip(a, b).prefix { $0 == $1 }.count
    let (left, right) = (a.dropFirst(shared), b.dropFirst(shared))
    guard shared >= 4, left.count >= 4, right.count >= 4 else { return false }
    return [a.prefix(shared), left, right].allSatisfy {
      SpellChecker.shared.isWord(String($0), language: "en") == true
    }
  }

  /// `vii`: whether a word in lower case may be a Roman numeral below fifty.
  static func isRoman(_ word: String) -> Bool { roman(word) != nil }

  /// The number that a word of `i`, `v` and `x` is; nil for another.
  static func roman(_ word: String) -> Double? {
    var sum = 0.0, last = 0.0
    for byte in word.utf8.reversed() {
      let value: Double
      switch byte {
      case UInt8(ascii: "i"): value = 1
      case UInt8(ascii: "v"): value = 5
      case UInt8(ascii: "x"): value = 10
      default: return nil
      }
      sum += value < last ? -value : value
      last = value
    }
    return word.isEmpty ? nil : sum
  }

  /// `Brian`, `Brain`: the same letters, two neighbours of which changed places.
  static func areTransposed(_ a: String, _ b: String) -> Bool {
    a != b && a.utf8.count == b.utf8.count && editDistance(a, b, limit: 1) <= 1
      && a.utf8.sorted() == b.utf8.sorted()
  }

  /// `Sean`, `Seán`: letters that differ in their accents at most.
  static func differInAccents(_ a: String, _ b: String) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || !$0.isASCII || !$1.isASCII }
  }

  private static func withoutStops(_ word: String) -> String { word.filter { $0 != "." } }

  /// `Medinksy`, `Medinsky`; `Geeta`, `Gita`; but not `Batley`, `Otley`: alike in letters, from the
  /// first on, or alike in sound.
  static func areSpellings(_ a: String, _ b: String) -> Bool {
    if SlipFinder.areSimilar(a, b), a.first == b.first || editDistance(a, b, limit: 1) <= 1 {
      return true
    }
    // `X200`, `X220`
    return a.utf8.count >= 4 && b.utf8.count >= 4 && SlipFinder.digits(of: a + b).isEmpty
      && sound(a) == sound(b)
  }

  /// A word by its sound, as far as letters that are written for each other in names tell it.
  private static func sound(_ word: String) -> [Character] {
    var result: [Character] = []
    var letters = Array(word)[...]
    while let letter = letters.popFirst() {
      var heard = letter
      switch (letter, letters.first) {
      case ("p", "h"):
        heard = "v"
        letters.removeFirst()
      case ("c", "k"), ("c", "h"):
        heard = "k"
        letters.removeFirst()
      case ("c", _): heard = "k"
      case ("e", "e"), ("i", "e"), ("e", "a"):
        heard = "i"
        letters.removeFirst()
      case ("y", _): heard = "i"
      case ("o", "u"), ("o", "o"):
        heard = "u"
        letters.removeFirst()
      case ("z", _): heard = "s"
      case ("f", _), ("v", _), ("w", _): heard = "v"
      case ("h", _) where !result.isEmpty: continue
      default: break
      }
      if result.last != heard { result.append(heard) }
    }
    // `Pierre`, `Anne`
    if word.utf8.count > 3, word.last == "e", word.dropLast().last == word.dropLast(2).last,
      result.last == "e"
    {
      result.removeLast()
    }
    return result
  }

  /// `Centre`, `Center`: each in the dictionary of one English alone.
  static func areOfTwoEnglishes(_ a: String, _ b: String) -> Bool {
    guard SlipFinder.areSimilar(a, b) else { return false }
    let speller = SpellChecker.shared
    return speller.isWord(a, language: "en") == true && speller.isWord(b, language: "en") == true
      && speller.areOfOneDictionary(a, b, language: "en") == false
  }

  /// `Ukraine`, `Ukrainian`; `Russia`, `Russians`: a place and its people.
  private static func areOfOnePlace(_ a: String, _ b: String, _ endings: [String]) -> Bool {
    let shared = zip(a, b).prefix { $0 == $1 }.count
    guard shared >= 4, shared + 2 >= min(a.count, b.count) else { return false }
    let tails = [String(a.dropFirst(shared)), String(b.dropFirst(shared))]
    return tails.contains { tail in endings.contains { tail == $0 } }
      && tails.contains { $0.count <= 1 }
  }

  /// `R-La.` for `R-Louisiana`, `R-N.C.` for `R-North Carolina`.
  private static func isShortened(_ short: [String], _ long: [String]) -> Bool {
    let left = short.filter { !long.contains($0) }, right = long.filter { !short.contains($0) }
    guard left.count == 1, let word = left.first, let first = right.first else { return false }
    if right.count == 1 {
      // `Mill Rd`: without its vowels a word is no other one, however short.
      let isBare = word.utf8.allSatisfy { $0 &- 97 < 26 && !"aeiou".utf8.contains($0) }
      return (2...4).contains(word.utf8.count)
        && word.utf8.count + (isBare ? 1 : 3) <= first.utf8.count
        && isAbbreviated(first, as: word)
    }
    return isAcronym([word], right)
  }

  /// `Lieutenant`, `lt`: whether the letters of the one stand in the other, in their order and from the first on.
  static func isAbbreviated(_ long: String, as short: String) -> Bool {
    guard long.first == short.first else { return false }
    var rest = long[...]
    for letter in short {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  /// `the Canaries` for `the Canary Islands`: the first of two words, as a plural.
  private static func isPluralOf(_ short: [String], _ long: [String]) -> Bool {
    guard short.count == 1, long.count == 2, long[1].hasSuffix("s") else { return false }
    return SlipFinder.areForms(short[0], long[0]) && short[0].hasSuffix("s")
  }

  /// `UN`, `U.N.` for `United Nations`.
  private static func isAcronym(_ short: [String], _ long: [String]) -> Bool {
    guard short.count == 1, long.count > 1 else { return false }
    let letters = short[0].filter { $0 != "." }
    return letters == String(long.compactMap(\.first))
  }
}
