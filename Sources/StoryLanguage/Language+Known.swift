import CLanguageFiles
import StoryModel

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

  private static let english = read(file("en"))
  private static let french = read(file("fr"))
  private static let german = read(file("de"))
  private static let spanish = read(file("es"))

  /// The files ship with the program and a test decodes each, so a failure here means a language
  /// that is not known, not a crash.
  private static func read(_ bytes: [UInt8]) -> Language? {
    (try? ValueDecoder.decode(LanguageData.self, from: bytes)).map { Language($0) }
  }

  /// Nothing known: blocks and word edits only.
  public static let none = Language(LanguageData(code: ""))

  /// What is known of the words of `vocabulary` in the language that a text is written in, by its commonest
  /// words; in `none` where it is unclear.
  ///
  /// `words` are words of the text, by their numbers in `vocabulary`. A language needs an eighth of
  /// them as its function words and more than any other language has; one that has a third is not
  /// held against others. A language is not taken where the text has a good many small words of its
  /// neighbours.
  public static func detect(_ words: [Int32], of vocabulary: Vocabulary) -> KnownWords {
    // Most texts are English, and what is asked of its words is then asked once.
    let inEnglish = english.map { KnownWords(vocabulary, in: $0) }
    if let inEnglish, !words.isEmpty,
      words.count(where: { inEnglish.kind(of: $0).contains(.function) }) * 3 >= words.count
    {
      return inEnglish
    }
    let language = closest(to: words, of: vocabulary)
    if language.code == "en", let inEnglish { return inEnglish }
    return KnownWords(vocabulary, in: language)
  }

  private static func closest(to words: [Int32], of vocabulary: Vocabulary) -> Language {
    guard !words.isEmpty else { return none }
    var best: (code: String, count: Int)?
    var isTied = false
    for (code, known, foreign) in smallWords {
      // `UN` is no small word, in whatever language `un` is one.
      // Nor is `Der` in `Der Spiegel` one of an English text; most small words have no capital anyway.
      func isOne(_ word: Int32, of small: Vocabulary) -> Bool {
        !vocabulary[word].isAllCapitals && (code == "en" || !vocabulary[word].isCapitalised)
          && small.find(vocabulary[word].lower, of: vocabulary) != nil
      }
      let count = words.count { isOne($0, of: known) }
      // Catalan has many of Spanish's small words, and many that Spanish has not.
      let others = words.count { isOne($0, of: foreign) }
      if others * 4 >= count { continue }
      if count * 3 >= words.count { return of(code) ?? none }
      if let top = best, count <= top.count {
        isTied = isTied || count == top.count
      } else {
        best = (code, count)
        isTied = false
      }
    }
    guard let best, best.count * 8 >= words.count, !isTied else { return none }
    return of(best.code) ?? none
  }

  /// The small words of each language and of its neighbours, read without the rest of what is known of
  /// it: most texts are of one language, and only that one is read whole.
  private static let smallWords = codes.map { code in
    let lists = listed(["functionWords", "foreignWords"], in: file(code))
    return (code: code, known: vocabulary(of: lists[0]), foreign: vocabulary(of: lists[1]))
  }

  private static func vocabulary(of words: [String]) -> Vocabulary {
    var vocabulary = Vocabulary()
    for word in words { _ = vocabulary.number(of: word) }
    return vocabulary.searchable
  }

  /// The words of some lists of a language's file; none where it has no such list.
  private static func listed(_ keys: [String], in file: [UInt8]) -> [[String]] {
    var lists = keys.map { _ in [String]() }
    // As with `read`, a test holds that each file is whole.
    try? withJSON(file) { (bytes) throws(JSONError) in
      var reader = JSONReader(bytes)
      try reader.object { (reader, name) throws(JSONError) in
        guard let index = keys.firstIndex(of: name) else { return try reader.skip() }
        lists[index] = try reader.value().each.compactMap(\.string)
      }
    }
    return lists
  }

  private static func file(_ code: String) -> [UInt8] {
    var count = 0
    return language_file(code, &count).map { Array(UnsafeBufferPointer(start: $0, count: count)) }
      ?? []
  }

  /// The same for words as text.
  public static func detect(_ words: [String]) -> Language {
    var vocabulary = Vocabulary()
    let numbers = words.map { vocabulary.number(of: $0) }
    return detect(numbers, of: vocabulary).language
  }

  /// `opened`, `fell`: whether a word has the ending of a past form, or is one that the language lists.
  public func isPast(_ word: String) -> Bool {
    slips.isPast(word) || denial.irregularPasts.contains(word)
  }
}
