import CHunspell
import Glibc
import Synchronization

/// Tells words from misspellings, by the Hunspell dictionaries that are installed.
///
/// English is checked against American and British spelling, and either will do. Where a language
/// has no dictionary nothing is known of its words. Dictionaries are read at first use; answers are
/// kept. libhunspell is not thread-safe, so a lock stands around it.
public final class SpellChecker: Sendable {
  public static let shared = SpellChecker(folders: SpellChecker.standardFolders)

  private struct Dictionaries: ~Copyable {
    /// By name; nil for a dictionary that is not there.
    var handles: [String: OpaquePointer?] = [:]
    /// What the dictionaries of each language said of words.
    var answers = [[String: Answers]](repeating: [:], count: SpellChecker.languages.count)
    /// Of the dictionaries that need not be read whole; nil where there can be none.
    var slices: [String: DictionarySlice?] = [:]

    deinit { for case let handle? in handles.values { Hunspell_destroy(handle) } }
  }

  private let folders: [String]
  private let dictionaries = Mutex(Dictionaries())

  init(folders: [String]) { self.folders = folders }

  /// What each dictionary of a language said of one word, as far as it was asked.
  private struct Answers {
    private var asked: UInt8 = 0, has: UInt8 = 0

    subscript(dictionary: Int) -> Bool? {
      get { asked & 1 << dictionary == 0 ? nil : has & 1 << dictionary != 0 }
      set {
        asked |= 1 << dictionary
        if newValue == true { has |= 1 << dictionary }
      }
    }
  }

  /// Whether `word` is a word of the language; nil where that cannot be known.
  public func isWord(_ word: String, language: String) -> Bool? {
    guard let number = SpellChecker.number(of: language) else { return nil }
    return dictionaries.withLock { state in
      var answers = state.answers[number][word] ?? Answers()
      var answer: Bool?
      // A second dictionary is read only for a word that the first does not have.
      for dictionary in SpellChecker.languages[number].dictionaries.indices where answer != true {
        answer = spells(word, by: dictionary, of: number, &answers, &state) ?? answer
      }
      return answer
    }
  }

  /// Whether one dictionary has both words: `grey` and `gray`, `organised` and `organized` are words
  /// of two Englishes and spellings of one word. Nil where that cannot be known.
  public func areOfOneDictionary(_ a: String, _ b: String, language: String) -> Bool? {
    guard let number = SpellChecker.number(of: language), isWord(a, language: language) != nil
    else { return nil }
    return dictionaries.withLock { state in
      var (mine, theirs) = (
        state.answers[number][a] ?? Answers(), state.answers[number][b] ?? Answers()
      )
      return SpellChecker.languages[number].dictionaries.indices.allSatisfy { dictionary in
        spells(a, by: dictionary, of: number, &mine, &state)
          == spells(b, by: dictionary, of: number, &theirs, &state)
      }
    }
  }

  /// Words of a language of which answers are kept: a long run over many stories starts afresh now and then.
  private static let mostKept = 100_000

  /// Whether one dictionary has a word; nil where it is not there.
  private func spells(
    _ word: String, by dictionary: Int, of language: Int, _ answers: inout Answers,
    _ state: inout Dictionaries
  ) -> Bool? {
    if let known = answers[dictionary] { return known }
    let name = SpellChecker.languages[language].dictionaries[dictionary]
    guard let answer = ask(name, for: word, &state) else { return nil }
    answers[dictionary] = answer
    if state.answers[language].count >= SpellChecker.mostKept { state.answers[language] = [:] }
    state.answers[language][word] = answers
    return answer
  }

  private func ask(_ name: String, for word: String, _ state: inout Dictionaries) -> Bool? {
    if name.hasPrefix("en") {
      let slice = state.slices[name] ?? path(name).flatMap { DictionarySlice($0) }
      state.slices[name] = .some(slice)
      if let answer = slice?.spells(word) { return answer }
    }
    if state.handles[name] == nil {
      state.handles[name] = .some(
        path(name).flatMap { Hunspell_create($0 + ".aff", $0 + ".dic") })
    }
    guard let handle = state.handles[name] ?? nil else { return nil }
    return Hunspell_spell(handle, word) != 0
  }

  /// Where a dictionary is, without the endings of its files.
  private func path(_ name: String) -> String? {
    folders.map { $0 + "/" + name }.first {
      access($0 + ".aff", R_OK) == 0 && access($0 + ".dic", R_OK) == 0
    }
  }

  private static let languages: [(code: String, dictionaries: [String])] = [
    ("en", ["en_US", "en_GB"]), ("fr", ["fr"]), ("de", ["de_DE"]), ("es", ["es_ES"]),
  ]

  private static func number(of language: String) -> Int? {
    languages.firstIndex { $0.code == language }
  }

  /// Beside an installed `stet`, then where Debian puts them.
  private static var standardFolders: [String] {
    var folders: [String] = []
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    if count > 0 {
      let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let parts = path.split(separator: "/").dropLast(2)
      folders.append("/" + (parts + ["share", "stet", "hunspell"]).joined(separator: "/"))
    }
    return folders + ["/usr/share/hunspell", "/usr/share/myspell/dicts"]
  }
}
