import StoryLanguage
import StoryModel

/// A block cut into tokens and sentences.
final class AnalyzedBlock {
  let index: Int
  let kind: Block.Kind
  let text: String
  let tokens: [Token]
  let sentences: [Range<Int>]
  /// The folded text as a number: equal blocks have equal ones, so far as 64 bits can tell.
  let fingerprint: UInt64

  init(
    index: Int, kind: Block.Kind, text: String, tokens: [Token], sentences: [Range<Int>],
    fingerprint: UInt64
  ) {
    self.index = index
    self.kind = kind
    self.text = text
    self.tokens = tokens
    self.sentences = sentences
    self.fingerprint = fingerprint
  }

  /// Whether the two say the same when quotation marks, dashes, spaces and the like are folded.
  func equals(_ other: AnalyzedBlock, _ marks: Tokenizer.Marks) -> Bool {
    guard fingerprint == other.fingerprint, tokens.count == other.tokens.count else { return false }
    for position in tokens.indices {
      let mine = tokens[position], theirs = other.tokens[position]
      if mine.word != theirs.word { return false }
      if mine.spaceBefore != theirs.spaceBefore, position > 0,
        !AnalyzedBlock.isLoose(tokens, position, marks)
      {
        return false
      }
    }
    return true
  }

  /// Whether a space before this token is only a matter of typing: beside a dash or a quote.
  static func isLoose(_ tokens: [Token], _ position: Int, _ marks: Tokenizer.Marks) -> Bool {
    func isLooseMark(_ token: Token) -> Bool {
      token.word == marks.dash || token.word == marks.quote || token.word == marks.ellipsis
    }
    return isLooseMark(tokens[position]) || (position > 0 && isLooseMark(tokens[position - 1]))
  }
}

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

  /// Where names stand, looked up at the first claim about one.
  lazy var names = NamePlaces(self)

  let vocabulary: Vocabulary

  init(old: Document, new: Document) {
    var tokenizer = Tokenizer()
    let oldTokens = old.blocks.map { tokenizer.tokenize($0.text) }
    let newTokens = new.blocks.map { tokenizer.tokenize($0.text) }
    let finished = tokenizer
    let vocabulary = finished.vocabulary
    let language = AnalyzedPair.language(
      of: [old, new], tokens: [oldTokens, newTokens], vocabulary)
    func analyzed(_ document: Document, _ tokens: [[Token]]) -> [AnalyzedBlock] {
      document.blocks.indices.map { index in
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for token in tokens[index] {
          hash = (hash ^ UInt64(UInt32(bitPattern: token.word))) &* 0x100_0000_01b3
        }
        return AnalyzedBlock(
          index: index, kind: document.blocks[index].kind, text: document.blocks[index].text,
          tokens: tokens[index],
          sentences: finished.sentences(of: tokens[index], in: language), fingerprint: hash)
      }
    }
    self.old = analyzed(old, oldTokens)
    self.new = analyzed(new, newTokens)
    self.tokenizer = finished
    self.vocabulary = vocabulary
    self.language = language
    let known = KnownWords(vocabulary, in: language)
    self.known = known
    weights = (0..<vocabulary.count).map { word in
      guard vocabulary[Int32(word)].isWordLike else { return 2 }
      return known[word].kind.contains(.function) ? 4 : 10
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
    weights = other.weights
    occursInOld = other.occursInNew
    occursInNew = other.occursInOld
  }

  /// The declared language where both versions agree on it and it is known, else the detected one.
  private static func language(
    of documents: [Document], tokens: [[[Token]]], _ vocabulary: Vocabulary
  ) -> Language {
    let declared = Set(
      documents.compactMap { $0.metadata.language?.prefix(2).lowercased() })
    if declared.count == 1, let code = declared.first {
      return Language.of(code) ?? Language.none
    }
    // The first few hundred words of both versions are enough to tell.
    var sample: [Int32] = []
    for version in tokens {
      var left = 200
      for block in version {
        if left <= 0 { break }
        for token in block.prefix(left) where token.kind == .word {
          sample.append(token.word)
          left -= 1
        }
      }
    }
    let language = Language.detect(sample, of: vocabulary)
    return language.code.isEmpty && isEnglish(sample, vocabulary)
      ? Language.of("en") ?? language : language
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
