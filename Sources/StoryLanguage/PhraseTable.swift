/// Phrases of one or more words, each with what it stands for.
///
/// Words are lower-case token texts, and are known by their numbers in the language. A look-up is
/// O(phrases that begin with the word).
public struct PhraseTable<Payload: Sendable>: Sendable {
  private struct Phrase {
    let rest: [Int32]
    let payload: Payload
  }

  /// The bit that `Language.Word.begins` has for words that begin a phrase of this table.
  public let bit: UInt32
  private var byFirstWord: [Int32: [Phrase]] = [:]
  /// The numbers of all words of the phrases.
  private var numbers: [String: Int32] = [:]

  init(bit: UInt32) { self.bit = bit }

  /// The words that phrases begin with.
  var firstWords: [String] { numbers.filter { byFirstWord[$0.value] != nil }.map(\.key) }

  public var isEmpty: Bool { byFirstWord.isEmpty }

  /// Adds a phrase, cut into words as the tokenizer cuts text; `vocabulary` is the language's.
  mutating func add(
    _ phrase: String, _ payload: Payload, with tokenizer: inout Tokenizer,
    _ vocabulary: inout Vocabulary
  ) {
    let words = tokenizer.tokenize(phrase).map { token in
      let text = tokenizer.vocabulary.text(token.word).lowercased()
      let number = vocabulary.number(of: text)
      numbers[text] = number
      return number
    }
    guard let first = words.first else { return }
    byFirstWord[first, default: []].append(
      Phrase(rest: Array(words.dropFirst()), payload: payload))
    byFirstWord[first]?.sort { $0.rest.count > $1.rest.count }
  }

  /// The longest phrase that begins at `index`, where `word` gives the numbers that words have in
  /// the language, and `end` stops them.
  public func match(at index: Int, end: Int, number: (Int) -> Int32) -> (
    count: Int, payload: Payload
  )? {
    guard index < end, let candidates = byFirstWord[number(index)] else { return nil }
    for phrase in candidates where index + phrase.rest.count < end {
      if phrase.rest.indices.allSatisfy({ number(index + 1 + $0) == phrase.rest[$0] }) {
        return (phrase.rest.count + 1, phrase.payload)
      }
    }
    return nil
  }

  /// The same, where `word` gives the words.
  public func match(at index: Int, end: Int, word: (Int) -> String) -> (
    count: Int, payload: Payload
  )? {
    match(at: index, end: end, number: { numbers[word($0)] ?? -1 })
  }
}
