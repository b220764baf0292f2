/// What a language knows of each word of a vocabulary.
public struct KnownWords: Sendable {
  @usableFromInline let words: [Language.Word]
  /// By the number of a word in the vocabulary, its place in `words`.
  @usableFromInline let places: [Int32]

  /// Asks `language` about each word of `vocabulary`, in lower case. O(words).
  public init(_ vocabulary: Vocabulary, in language: Language) {
    words = language.words
    let unknown = Int32(words.count - 1)
    places = (0..<Int32(vocabulary.count)).map {
      language.vocabulary.find(vocabulary[$0].lower, of: vocabulary) ?? unknown
    }
  }

  /// The number that a word has in the language; the unknown ones have one between them. O(1).
  @inlinable public func place(of word: Int32) -> Int32 { places[Int(word)] }

  /// What is known of the word with a number. O(1).
  @inlinable public subscript(_ word: Int) -> Language.Word { words[Int(places[word])] }
}
