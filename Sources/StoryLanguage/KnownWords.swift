/// What a language knows of each word of a vocabulary.
public struct KnownWords: Sendable {
  /// What is asked of every word of a text.
  @usableFromInline struct Traits: Sendable {
    @usableFromInline let kind: Language.WordKind
    @usableFromInline let begins: UInt32, stands: UInt32, follows: UInt32
    @usableFromInline let signs: NoticeSigns
    @usableFromInline let isNoticeWord: Bool

    init(_ word: Language.Word) {
      kind = word.kind
      begins = word.begins
      stands = word.stands
      follows = word.follows
      signs = word.signs
      isNoticeWord = word.isNoticeWord
    }
  }

  public let language: Language
  @usableFromInline let words: [Language.Word]
  /// By the number of a word in the vocabulary, its place in `words`, and what stands there.
  @usableFromInline let places: [Int32]
  @usableFromInline let traits: [Traits]

  /// Asks `language` about each word of `vocabulary`, in lower case. O(words).
  public init(_ vocabulary: Vocabulary, in language: Language) {
    let unknown = Int32(language.words.count - 1)
    let mayCompound = !language.numbers.numberCompounds.isEmpty
    var compounds: [Language.Word] = []
    let places = (0..<Int32(vocabulary.count)).map { (number: Int32) -> Int32 in
      let lower = vocabulary[number].lower
      if let known = language.vocabulary.find(lower, of: vocabulary) { return known }
      guard mayCompound, vocabulary[number].isWordLike,
        let value = language.compoundNumber(vocabulary.text(lower))
      else { return unknown }
      var word = Language.Word()
      word.kind = .cardinal
      word.cardinal = value
      compounds.append(word)
      return unknown + Int32(compounds.count)
    }
    self.language = language
    self.places = places
    let words = compounds.isEmpty ? language.words : language.words + compounds
    self.words = words
    traits = words.withUnsafeBufferPointer { words in places.map { Traits(words[Int($0)]) } }
  }

  /// The number that a word has in the language; the unknown ones have one between them. O(1).
  @inlinable public func place(of word: Int32) -> Int32 { places[Int(word)] }

  /// What the word with a number can be. O(1).
  @inlinable public func kind(of word: Int32) -> Language.WordKind {
    traits[Int(word)].kind
  }

  /// The tables that have a phrase beginning with the word that has a number. O(1).
  @inlinable public func begins(of word: Int32) -> UInt32 { traits[Int(word)].begins }

  /// The tables that may have a phrase beginning with a word and the one behind it, where there is one. O(1).
  @inlinable public func begins(of word: Int32, before next: Int32?) -> UInt32 {
    let first = traits[Int(word)]
    guard first.begins != 0 else { return 0 }
    return first.begins & (first.stands | (next.map { traits[Int($0)].follows } ?? 0))
  }

  /// Whether each notice has at least one of certain words, and the word is among them. O(1).
  @inlinable public func isNoticeWord(_ word: Int32) -> Bool {
    traits[Int(word)].isNoticeWord
  }

  /// What the phrases may be that tell a notice and are known by the word. O(1).
  @inlinable public func signs(of word: Int32) -> NoticeSigns {
    traits[Int(word)].signs
  }

  /// What is known of the word with a number. O(1).
  @inlinable public subscript(_ word: Int) -> Language.Word { words[Int(places[word])] }
}
