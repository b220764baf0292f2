import StoryLanguage

/// Forms of one word, as far as its letters tell.
enum Inflection {
  /// `sign`, `signed`; `reply`, `replied`; `deny`, `denies`: one stem, and an ending on one or both.
  static func areFormsOfOneVerb(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard a.utf8.first == b.utf8.first else { return false }
    let shared = zip(a.utf8, b.utf8).prefix { $0 == $1 }.count
    let (left, right) = (a.utf8.count - shared, b.utf8.count - shared)
    return shared >= 3 && left <= 3 && right <= 3
      && shared + 1 >= min(a.utf8.count, b.utf8.count) - 1
  }

  /// The same, or forms that the language lists: `find`, `found`.
  static func areFormsOfOneVerb(_ a: String, _ b: String, _ language: Language) -> Bool {
    areFormsOfOneVerb(a, b) || language.denial.areIrregularForms(a, b)
  }

  /// `daughter`, `daughters`; `Haus`, `Häuser`; `journal`, `journaux`: a noun in both numbers, or the
  /// same noun.
  static func areFormsOfOneNoun(_ a: String, _ b: String, _ language: Language) -> Bool {
    if a == b { return true }
    let (a, b) = (plain(a), plain(b))
    return a == b
      || language.numbers.plurals.contains { one, many in
        areForms(a, b, one, many) || areForms(b, a, one, many)
      }
  }

  /// `resultó`, `resultaron`: five letters and two thirds of the shorter word are the same.
  static func haveOneStem(_ a: String, _ b: String) -> Bool {
    let shared = zip(a, b).prefix { $0 == $1 }.count
    return shared >= 5 && shared * 3 >= min(a.count, b.count) * 2
  }

  private static func areForms(_ a: String, _ b: String, _ one: String, _ many: String) -> Bool {
    guard a.hasSuffix(one), b.hasSuffix(many) else { return false }
    let stem = a.dropLast(one.count)
    return stem == b.dropLast(many.count) && (stem.count >= 2 || one.count >= 3)
  }

  /// Whether a word is a form of the verb of which a conditional has `stem`: `détiend`, `détient`;
  /// `costa`, `cuesta`.
  static func isFormOfVerb(_ word: String, stem: String, _ language: Language) -> Bool {
    let stem = plain(stem)
    var word = plain(String(word.split(separator: "'").last ?? ""))
    for (changed, base) in language.denial.stemVowels where !stem.contains(changed) {
      guard let place = word.firstRange(of: changed) else { continue }
      word.replaceSubrange(place, with: base)
      break
    }
    let shared = zip(stem, word).prefix { $0 == $1 }.count
    let least = stem.count <= 3 ? 2 : max(3, stem.count - 1)
    return shared >= least && word.count <= shared + 5
  }

  /// A word without the marks that come and go between its forms: `Häuser`, `camión`.
  static func plain(_ word: String) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return word }
    return String(
      word.map { letter in
        switch letter {
        case "á", "à", "â", "ä", "ã": "a"
        case "é", "è", "ê", "ë": "e"
        case "í", "ì", "î", "ï": "i"
        case "ó", "ò", "ô", "ö", "õ": "o"
        case "ú", "ù", "û", "ü": "u"
        default: letter
        }
      })
  }
}
