import FoundationEssentials
import LanguageFiles

extension Language {
  /// The languages that Stet knows, by their code.
  public static var known: [String: Language] {
    Dictionary(uniqueKeysWithValues: codes.compactMap { code in of(code).map { (code, $0) } })
  }

  /// The codes of the languages that Stet knows, the commonest first.
  public static let codes = ["en", "fr", "de", "es"]

  /// The language of a code; nil where Stet does not know it. Each is read from its file once, at
  /// first use.
  public static func of(_ code: String) -> Language? {
    switch code {
    case "en": english
    case "fr": french
    case "de": german
    case "es": spanish
    default: nil
    }
  }

  private static let english = read(LanguageFiles.english)
  private static let french = read(LanguageFiles.french)
  private static let german = read(LanguageFiles.german)
  private static let spanish = read(LanguageFiles.spanish)

  /// The files ship with the program and a test decodes each, so a failure here means a language
  /// that is not known, not a crash.
  private static func read(_ bytes: [UInt8]) -> Language? {
    (try? JSONDecoder().decode(LanguageData.self, from: Data(bytes))).map { Language($0) }
  }

  /// Nothing known: blocks and word edits only.
  public static let none = Language(LanguageData(code: ""))

  /// The language that a text is written in, by its commonest words; `none` where it is unclear.
  ///
  /// `words` are words of the text, by their numbers in `vocabulary`. A language needs an eighth of
  /// them as its function words and more than any other language has; one that has a third is not
  /// held against others.
  public static func detect(_ words: [Int32], of vocabulary: Vocabulary) -> Language {
    guard !words.isEmpty else { return none }
    var best: (language: Language, count: Int)?
    var isTied = false
    for code in codes {
      guard let language = of(code) else { continue }
      let known = KnownWords(vocabulary, in: language)
      let count = words.count { known[Int($0)].kind.contains(.function) }
      if count * 3 >= words.count { return language }
      if let top = best, count <= top.count {
        isTied = isTied || count == top.count
      } else {
        best = (language, count)
        isTied = false
      }
    }
    guard let best, best.count * 8 >= words.count, !isTied else { return none }
    return best.language
  }

  /// The same for words as text.
  public static func detect(_ words: [String]) -> Language {
    var vocabulary = Vocabulary()
    return detect(words.map { vocabulary.number(of: $0) }, of: vocabulary)
  }
}
