/// Phrases of one or more words, each with what it stands for.
///
/// Words are lower-case token texts, and are known by their numbers in the language. A look-up is
/// O(log(phrases that begin with the word) + those of them that have its neighbour for their second word).
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
  /// Where words stand in `openings`, by their hash; −1 for a free place.
  @usableFromInline let places: [Int32]
  /// Those of one opening stand together, by their second words, and of one second word the longest first.
  @usableFromInline let phrases: [Phrase]
  /// The second word of each phrase; −1 for those of one word, which come first.
  @usableFromInline let seconds: [Int32]
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
    }
    openings = byOpening.keys.sorted()
    var starts: [Int32] = []
    var phrases: [Phrase] = []
    for opening in openings {
      starts.append(Int32(phrases.count))
      // Of a phrase that is listed twice the first counts.
      phrases += (byOpening[opening] ?? []).enumerated().sorted { a, b in
        (PhraseTable.second(a.element), b.element.rest.count, a.offset)
          < (PhraseTable.second(b.element), a.element.rest.count, b.offset)
      }.map(\.element)
    }
    var slots = 4
    while slots < 2 * openings.count { slots *= 2 }
    var places = [Int32](repeating: -1, count: slots)
    for (place, opening) in openings.enumerated() {
      var slot = PhraseTable.slot(of: opening, among: slots)
      while places[slot] >= 0 { slot = (slot + 1) & (slots - 1) }
      places[slot] = Int32(place)
    }
    self.places = places
    seconds = phrases.map { PhraseTable.second($0) }
    self.starts = starts + [Int32(phrases.count)]
    self.phrases = phrases
    self.bit = bit
    self.numbers = numbers
  }

  private static func second(_ phrase: Phrase) -> Int32 { phrase.rest.first ?? -1 }

  /// Where a search for a word begins in a table of so many places, a power of two.
  @inlinable
  static func slot(of word: Int32, among count: Int) -> Int {
    Int((UInt32(bitPattern: word) &* 0x9E37_79B1) >> 12) & (count - 1)
  }

  /// Where a word stands in `openings`.
  @inlinable
  func place(of word: Int32) -> Int? {
    var slot = PhraseTable.slot(of: word, among: places.count)
    while places[slot] >= 0 {
      if openings[Int(places[slot])] == word { return Int(places[slot]) }
      slot = (slot + 1) & (places.count - 1)
    }
    return nil
  }

  /// Calls `body` with each word that a phrase begins with, and whether it is one by itself.
  func eachOpening(_ body: (_ word: Int32, _ isAlone: Bool) -> Void) {
    for (word, start) in zip(openings, starts) { body(word, seconds[Int(start)] < 0) }
  }

  @inlinable public var isEmpty: Bool { openings.isEmpty }

  /// The longest phrase that begins at `index`, where `word` gives the numbers that words have in
  /// the language, and `end` stops them.
  @inlinable
  public func match(at index: Int, end: Int, number: (Int) -> Int32) -> (
    count: Int, payload: Payload
  )? {
    guard index < end else { return nil }
    guard let place = place(of: number(index)) else { return nil }
    let range = Int(starts[place])..<Int(starts[place + 1])
    if index + 1 < end {
      let second = number(index + 1)
      var low = range.lowerBound, high = range.upperBound
      while low < high {
        let middle = (low + high) / 2
        if seconds[middle] < second { low = middle + 1 } else { high = middle }
      }
      while low < range.upperBound, seconds[low] == second {
        let count = phrases[low].rest.count
        if index + count < end {
          var same = 1
          while same < count, number(index + 1 + same) == phrases[low].rest[same] { same += 1 }
          if same == count { return (count + 1, phrases[low].payload) }
        }
        low += 1
      }
    }
    return seconds[range.lowerBound] < 0 ? (1, phrases[range.lowerBound].payload) : nil
  }

  /// The same, where `word` gives the words.
  public func match(at index: Int, end: Int, word: (Int) -> String) -> (
    count: Int, payload: Payload
  )? {
    match(at: index, end: end, number: { numbers[word($0)] ?? -1 })
  }
}
