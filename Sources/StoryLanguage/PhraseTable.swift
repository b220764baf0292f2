/// Phrases of one or more words, each with what it stands for.
///
/// Words are lower-case token texts. A look-up is O(phrases that begin with the word).
public struct PhraseTable<Payload: Sendable>: Sendable {
  /// The bit that `Language.Word.begins` has for words that begin a phrase of this table.
  public let bit: UInt32
  private var byFirstWord: [String: [(rest: [String], payload: Payload)]] = [:]

  init(bit: UInt32) { self.bit = bit }

  /// The words that phrases begin with.
  var firstWords: some Sequence<String> { byFirstWord.keys }

  public var isEmpty: Bool { byFirstWord.isEmpty }

  /// Adds a phrase, cut into words as the tokenizer cuts text.
  mutating func add(_ phrase: String, _ payload: Payload, with tokenizer: inout Tokenizer) {
    let words = tokenizer.tokenize(phrase).map { tokenizer.vocabulary.text($0.word).lowercased() }
    guard let first = words.first else { return }
    byFirstWord[first, default: []].append((Array(words.dropFirst()), payload))
    byFirstWord[first]?.sort { $0.rest.count > $1.rest.count }
  }

  /// The longest phrase that begins at `index`, where `word` gives the words and `end` stops them.
  public func match(at index: Int, end: Int, word: (Int) -> String) -> (
    count: Int, payload: Payload
  )? {
    guard index < end, let candidates = byFirstWord[word(index)] else { return nil }
    for (rest, payload) in candidates where index + rest.count < end {
      if rest.indices.allSatisfy({ word(index + 1 + $0) == rest[$0] }) {
        return (rest.count + 1, payload)
      }
    }
    return nil
  }
}
