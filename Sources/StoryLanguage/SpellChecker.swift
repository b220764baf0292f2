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
    /// What each dictionary said of words.
    var answers: [String: [String: Bool]] = [:]
    /// What those of a language said of words together.
    var known: [String: Bool] = [:]
    var languageOfKnown = ""
    /// Of the dictionaries that need not be read whole; nil where there can be none.
    var slices: [String: DictionarySlice?] = [:]

    deinit { for case let handle? in handles.values { Hunspell_destroy(handle) } }
  }

  private let folders: [String]
  private let dictionaries = Mutex(Dictionaries())

  init(folders: [String]) { self.folders = folders }

  /// Whether `word` is a word of the language; nil where that cannot be known.
  public func isWord(_ word: String, language: String) -> Bool? {
    dictionaries.withLock { state in
      // One story after another is mostly of one language.
      if state.languageOfKnown == language, let known = state.known[word] { return known }
      var answer: Bool?
      // A second dictionary is read only for a word that the first does not have.
      for name in SpellChecker.names[language] ?? [] where answer != true {
        answer = spells(word, by: name, &state) ?? answer
      }
      if state.languageOfKnown != language || state.known.count >= SpellChecker.mostKept {
        state.known = [:]
        state.languageOfKnown = language
      }
      state.known[word] = answer
      return answer
    }
  }

  /// Words of which answers are kept: a long run over many stories starts afresh now and then.
  private static let mostKept = 100_000

  /// Whether one dictionary has both words: `grey` and `gray`, `organised` and `organized` are words
  /// of two Englishes and spellings of one word. Nil where that cannot be known.
  public func areOfOneDictionary(_ a: String, _ b: String, language: String) -> Bool? {
    guard isWord(a, language: language) != nil else { return nil }
    return dictionaries.withLock { state in
      (SpellChecker.names[language] ?? []).allSatisfy { name in
        spells(a, by: name, &state) == spells(b, by: name, &state)
      }
    }
  }

  /// Whether one dictionary has a word; nil where it is not there.
  private func spells(_ word: String, by name: String, _ state: inout Dictionaries) -> Bool? {
    if let known = state.answers[name]?[word] { return known }
    guard let answer = ask(name, for: word, &state) else { return nil }
    if state.answers[name, default: [:]].count >= SpellChecker.mostKept {
      state.answers[name] = [:]
    }
    state.answers[name, default: [:]][word] = answer
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

  private static let names = [
    "en": ["en_US", "en_GB"], "fr": ["fr"], "de": ["de_DE"], "es": ["es_ES"],
  ]

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
