/// Phrases of one or more words, each with what it stands for.
///
/// Words are lower-case token texts, and are known by their numbers in the language. A look-up is
/// O(log(words that open a phrase) + phrases that begin with the word).
///
/// A class, since one is handed over for every word that is looked up: a structure's many parts would be
/// counted each time.
public final class PhraseTable<Payload: Sendable>: Sendable {
  @usableFromInline struct Phrase: Sendable {
    @usableFromInline let rest: [Int32]
    @usableFromInline let payload: Payload
  }

  /// The bit that `Language.Word.begins` has for words that begin a phrase of this table.
  public let bit: UInt32
  /// The words that open a phrase, ascending, and where the phrases of each begin in `phrases`; one
  /// more place for their end.
  @usableFromInline let openings: [Int32]
  @usableFromInline let starts: [Int32]
  /// Those of one opening stand together, the longest first.
  @usableFromInline let phrases: [Phrase]
  /// The numbers of all words of the phrases.
  private let numbers: [String: Int32]

  /// The table of `list`, whose phrases are cut into words as the tokenizer cuts text; `vocabulary`
  /// is the language's.
  init(
    bit: UInt32, _ list: [(String, Payload)], with tokenizer: inout Tokenizer,
    _ vocabulary: inout Vocabulary
  ) {
    var numbers: [String: Int32] = [:]
    var byOpening: [Int32: [Phrase]] = [:]
    for (phrase, payload) in list {
      let words = tokenizer.tokenize(phrase).map { token in
        let text = tokenizer.vocabulary.text(token.word).lowercased()
        let number = vocabulary.number(of: text)
        numbers[text] = number
        return number
      }
      guard let first = words.first else { continue }
      byOpening[first, default: []].append(
        Phrase(rest: Array(words.dropFirst()), payload: payload))
      byOpening[first]?.sort { $0.rest.count > $1.rest.count }
    }
    openings = byOpening.keys.sorted()
    var starts: [Int32] = []
    var phrases: [Phrase] = []
    for opening in openings {
      starts.append(Int32(phrases.count))
      phrases += byOpening[opening] ?? []
    }
    self.starts = starts + [Int32(phrases.count)]
    self.phrases = phrases
    self.bit = bit
    self.numbers = numbers
  }

  /// The words that phrases begin with.
  var firstWords: [String] {
    let openings = Set(openings)
    return numbers.filter { openings.contains($0.value) }.map(\.key)
  }

  @inlinable public var isEmpty: Bool { openings.isEmpty }

  /// The longest phrase that begins at `index`, where `word` gives the numbers that words have in
  /// the language, and `end` stops them.
  @inlinable
  public func match(at index: Int, end: Int, number: (Int) -> Int32) -> (
    count: Int, payload: Payload
  )? {
    guard index < end else { return nil }
    let first = number(index)
    var low = 0, high = openings.count
    while low < high {
      let middle = (low + high) / 2
      if openings[middle] < first { low = middle + 1 } else { high = middle }
    }
    guard low < openings.count, openings[low] == first else { return nil }
    for place in Int(starts[low])..<Int(starts[low + 1]) {
      let count = phrases[place].rest.count
      if index + count >= end { continue }
      var same = 0
      while same < count, number(index + 1 + same) == phrases[place].rest[same] { same += 1 }
      if same == count { return (count + 1, phrases[place].payload) }
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
