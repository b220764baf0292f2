import StoryLanguage

/// Which words of each version stand with a capital.
///
/// Made once for a pair, O(words); without it each name that changed would cost a look at every word.
struct Capitals {
  /// By the words' numbers in lower case.
  private let inOld: [Bool], inNew: [Bool]

  init(_ pair: AnalyzedPair) {
    func capitals(inOld: Bool) -> [Bool] {
      var found = [Bool](repeating: false, count: pair.vocabulary.count)
      for word in 0..<Int32(pair.vocabulary.count) {
        let entry = pair.vocabulary[word]
        if entry.isCapitalised, pair.occurs(word, inOld: inOld) { found[Int(entry.lower)] = true }
      }
      return found
    }
    inOld = capitals(inOld: true)
    inNew = capitals(inOld: false)
  }

  func has(_ word: Int32, inOld: Bool) -> Bool {
    inOld ? self.inOld[Int(word)] : inNew[Int(word)]
  }
}

/// The blocks in which each word of both versions stands, for what is asked of two names.
///
/// Made once for a pair, O(words).
struct WordPlaces {
  /// Of a word that more blocks than this have, only these are looked at.
  static let mostBlocks = 256

  /// The blocks of both versions, the older one's first.
  private let blocks: [AnalyzedBlock]
  /// For each word in lower case, where the blocks that have it begin in `places`, which are
  /// ascending.
  private var starts: [Int32]
  private var places: [Int32] = []

  init(_ pair: AnalyzedPair) {
    blocks = pair.old + pair.new
    let vocabulary = pair.vocabulary
    starts = Array(repeating: 0, count: vocabulary.count + 1)
    var last = [Int32](repeating: -1, count: vocabulary.count)
    /// Calls `body` with each word in lower case of each block, once a block.
    func eachWord(_ body: (_ word: Int, _ block: Int32) -> Void) {
      for word in last.indices { last[word] = -1 }
      for (number, block) in blocks.enumerated() {
        for token in block.tokens {
          let word = Int(vocabulary[token.word].lower)
          if last[word] == Int32(number) { continue }
          last[word] = Int32(number)
          body(word, Int32(number))
        }
      }
    }
    eachWord { word, _ in starts[word + 1] += 1 }
    for word in 1..<starts.count { starts[word] += starts[word - 1] }
    places = Array(repeating: 0, count: Int(starts.last ?? 0))
    var ends = starts
    eachWord { word, block in
      places[Int(ends[word])] = block
      ends[word] += 1
    }
  }

  /// The blocks of both versions that have one of some words, by their numbers, ascending.
  func places(of words: [Int32]) -> [Int32] {
    words.reduce([]) { found, word in
      let range = Int(starts[Int(word)])..<Int(starts[Int(word) + 1])
      return WordPlaces.union(found[...], places[range].prefix(WordPlaces.mostBlocks))
    }
  }

  /// What two ascending lists have in common.
  static func intersection(_ a: [Int32], _ b: [Int32]) -> [Int32] {
    var result: [Int32] = []
    var i = 0, j = 0
    while i < a.count, j < b.count {
      if a[i] == b[j] { result.append(a[i]) }
      let isFirst = a[i] <= b[j]
      if a[i] >= b[j] { j += 1 }
      if isFirst { i += 1 }
    }
    return result
  }

  /// What is in one of two ascending lists, ascending.
  static func union(_ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>) -> [Int32] {
    if a.isEmpty { return Array(b) }
    var result: [Int32] = []
    result.reserveCapacity(a.count + b.count)
    var (a, b) = (a, b)
    while let x = a.first, let y = b.first {
      result.append(min(x, y))
      if x <= y { a.removeFirst() }
      if y <= x { b.removeFirst() }
    }
    result += a
    result += b
    return result
  }

  func block(at place: Int32) -> AnalyzedBlock { blocks[Int(place)] }
}

extension AnalyzedPair {
  /// Whether a name word, in lower case, occurs with a capital, as it is or as a possessive.
  func hasName(_ word: String, inOld: Bool) -> Bool {
    [word, word + "'s", word + "'"].contains { form in
      vocabulary.find(form).map { capitals.has($0, inOld: inOld) } ?? false
    }
  }

  /// Whether a sentence of either version joins two names as one person's, or one is made of the
  /// initials of a name that holds the other.
  func areAliases(_ a: String, _ b: String) -> Bool {
    let formsOfA = [a, a + "'s"].compactMap { vocabulary.find($0) }
    let formsOfB = [b, b + "'s"].compactMap { vocabulary.find($0) }
    let forms = formsOfA + formsOfB
    let withA = wordPlaces.places(of: formsOfA), withB = wordPlaces.places(of: formsOfB)
    // Where one may be initials, a block that has the other is enough.
    func mayBeInitials(_ short: String, of long: String) -> Bool {
      (2...5).contains(short.utf8.count) && (long.first.map { short.contains($0) } ?? false)
    }
    var places = WordPlaces.intersection(withA, withB)
    if mayBeInitials(a, of: b) { places = WordPlaces.union(places[...], withB[...]) }
    if mayBeInitials(b, of: a) { places = WordPlaces.union(places[...], withA[...]) }
    let initials = [(a, b), (b, a)].filter { mayBeInitials($0, of: $1) }
      .map { (letters: Array($0), long: $1) }
    return places.contains { place in
      let block = wordPlaces.block(at: place)
      func word(_ position: Int) -> String {
        vocabulary.text(vocabulary[block.tokens[position].word].lower).withoutPossessive
      }
      let places = block.tokens.indices.filter {
        forms.contains(vocabulary[block.tokens[$0].word].lower) && [a, b].contains(word($0))
      }
      return block.sentences.contains { sentence in
        let places = places.filter(sentence.contains)
        if places.isEmpty { return false }
        for (i, j) in zip(places, places.dropFirst()) where word(i) != word(j) && j - i <= 10 {
          if (i + 1..<j).contains(where: { language.aliasWords.contains(word($0)) }) { return true }
        }
        return initials.contains { letters, long in
          places.contains { place in
            guard word(place) == long else { return false }
            return (max(sentence.lowerBound, place - letters.count + 1)...place).contains { start in
              let run = start..<min(sentence.upperBound, start + letters.count)
              return run.count == letters.count
                && zip(run, letters).allSatisfy { word($0).first == $1 }
            }
          }
        }
      }
    }
  }
}
