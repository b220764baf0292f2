import StoryLanguage
import StoryModel

/// Both versions cut into tokens with one vocabulary, in one language.
final class AnalyzedPair {
  let old: [AnalyzedBlock], new: [AnalyzedBlock]
  let tokenizer: Tokenizer
  let language: Language
  /// What the language knows of each word, by its number.
  let known: KnownWords
  /// How much each word says, by its number (`Weigher`).
  let weights: [Int32]
  /// Which words occur as they stand, by their numbers, in either version.
  private let occursInOld: [Bool], occursInNew: [Bool]

  func occurs(_ word: Int32, inOld: Bool) -> Bool {
    inOld ? occursInOld[Int(word)] : occursInNew[Int(word)]
  }

  /// Which words stand with a capital, and where words stand: looked up at the first claim that hangs
  /// on it.
  lazy var capitals = Capitals(self)
  lazy var wordPlaces = WordPlaces(self)
  /// Blocks that begin with the label of a notice and are none.
  lazy var storyLabels = StoryLabels.find(in: self)
  let shapes: WordShapes

  let vocabulary: Vocabulary

  init(old: Document, new: Document) {
    var tokenizer = Tokenizer()
    let oldTokens = old.blocks.map { tokenizer.tokenize($0.text) }
    // Most blocks are as they were, and are cut once.
    let twins = AnalyzedPair.twins(of: new, in: old)
    let newTokens = zip(new.blocks, twins).map { block, twin in
      twin.map { oldTokens[$0] } ?? tokenizer.tokenize(block.text)
    }
    let finished = tokenizer
    let vocabulary = finished.vocabulary
    let known = AnalyzedPair.knownWords(
      of: [old, new], tokens: [oldTokens, newTokens], vocabulary)
    let language = known.language
    let cutter = SentenceCutter(finished, language)
    func analyzed(_ index: Int, _ block: Block, _ tokens: [Token]) -> AnalyzedBlock {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for token in tokens {
        hash = (hash ^ UInt64(UInt32(bitPattern: token.word))) &* 0x100_0000_01b3
      }
      return AnalyzedBlock(
        index: index, kind: block.kind, text: block.text, tokens: tokens, fingerprint: hash,
        cutter)
    }
    let oldBlocks = old.blocks.indices.map { analyzed($0, old.blocks[$0], oldTokens[$0]) }
    self.old = oldBlocks
    self.new = new.blocks.indices.map { index in
      let block = new.blocks[index]
      guard let twin = twins[index] else { return analyzed(index, block, newTokens[index]) }
      return AnalyzedBlock(index: index, kind: block.kind, asTyped: oldBlocks[twin])
    }
    self.tokenizer = finished
    self.vocabulary = vocabulary
    self.language = language
    shapes = WordShapes(vocabulary, in: language)
    self.known = known
    weights = (0..<vocabulary.count).map { word in
      guard vocabulary[Int32(word)].isWordLike else { return 2 }
      return known.kind(of: Int32(word)).contains(.function) ? 4 : 10
    }
    func occurrences(_ tokens: [[Token]]) -> [Bool] {
      var occurs = [Bool](repeating: false, count: vocabulary.count)
      for block in tokens { for token in block { occurs[Int(token.word)] = true } }
      return occurs
    }
    occursInOld = occurrences(oldTokens)
    occursInNew = occurrences(newTokens)
  }

  /// The pair with old and new exchanged.
  lazy var mirrored = AnalyzedPair(mirroring: self)

  private init(mirroring other: AnalyzedPair) {
    old = other.new
    new = other.old
    tokenizer = other.tokenizer
    vocabulary = other.vocabulary
    language = other.language
    known = other.known
    shapes = other.shapes
    weights = other.weights
    occursInOld = other.occursInNew
    occursInNew = other.occursInOld
  }

  /// For each block of `new`, one of `old` that is typed alike, where there is one. O(bytes).
  private static func twins(of new: Document, in old: Document) -> [Int?] {
    var places = NumberTable(room: old.blocks.count)
    for (index, block) in old.blocks.enumerated() {
      _ = places.number(of: block.text.spellingHash, orNew: Int32(index))
    }
    return new.blocks.map { block in
      places.number(of: block.text.spellingHash).flatMap {
        old.blocks[Int($0)].text.isSpelled(as: block.text) ? Int($0) : nil
      }
    }
  }

  /// What is known of the words in the declared language, where both versions agree on it and it is known, else
  /// in the detected one.
  private static func knownWords(
    of documents: [Document], tokens: [[[Token]]], _ vocabulary: Vocabulary
  ) -> KnownWords {
    let declared = Set(
      documents.compactMap { $0.metadata.language?.prefix(2).lowercased() })
    if declared.count == 1, let code = declared.first {
      return KnownWords(vocabulary, in: Language.of(code) ?? Language.none)
    }
    // The first few hundred words of both versions are enough to tell.
    var sample: [Int32] = []
    for version in tokens {
      var left = 200
      for block in version {
        if left <= 0 { break }
        for position in 0..<min(left, block.count) where block[position].kind == .word {
          sample.append(block[position].word)
          left -= 1
        }
      }
    }
    let known = Language.detect(sample, of: vocabulary)
    guard known.language.code.isEmpty, isEnglish(sample, vocabulary),
      let english = Language.of("en")
    else { return known }
    return KnownWords(vocabulary, in: english)
  }

  /// Longest text, in words, whose language its small words may not tell.
  private static let longestLaconic = 60

  /// Whether a text too short for small words, as a headline is, has words of English for most of its
  /// words.
  private static func isEnglish(_ sample: [Int32], _ vocabulary: Vocabulary) -> Bool {
    guard (2...longestLaconic).contains(sample.count) else { return false }
    let known = sample.count {
      SpellChecker.shared.isWord(vocabulary.text($0), language: "en") == true
    }
    return known * 5 >= sample.count * 4
  }
}
