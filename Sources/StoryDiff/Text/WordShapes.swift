import StoryLanguage

/// What the spelling of a word shows by itself, looked up where it is first asked for.
///
/// Readers ask it of every word of a sentence that changed, and most words come again and again.
final class WordShapes {
  struct Shape: OptionSet {
    let rawValue: UInt8

    /// `ministers`, `minister's`, `exalcalde`: a title by what it ends in or begins with.
    static let title = Shape(rawValue: 1)
    /// `he'll`
    static let future = Shape(rawValue: 2)
    /// `isn't`
    static let denial = Shape(rawValue: 4)
    fileprivate static let isKnown = Shape(rawValue: 128)
  }

  private let vocabulary: Vocabulary
  private let language: Language
  /// What words of each shape end in or begin with, by the byte that is looked at first.
  private let futures: [(String, UInt8)], denials: [(String, UInt8)], prefixes: [(String, UInt8)]
  /// By the number of the word in lower case.
  private var shapes: [Shape]

  init(_ vocabulary: Vocabulary, in language: Language) {
    self.vocabulary = vocabulary
    self.language = language
    shapes = Array(repeating: [], count: vocabulary.count)
    futures = language.contractedFutures.map { ($0, $0.utf8.last ?? 0) }
    denials = language.negativeSuffixes.map { ($0, $0.utf8.last ?? 0) }
    prefixes = language.naming.rolePrefixes.map { ($0, $0.utf8.first ?? 0) }
  }

  /// The shape of a word, by its number in lower case.
  func of(_ word: Int32) -> Shape {
    let known = shapes[Int(word)]
    if !known.isEmpty { return known }
    let shape = shape(of: vocabulary.text(word))
    shapes[Int(word)] = shape
    return shape
  }

  private func shape(of word: String) -> Shape {
    var shape: Shape = .isKnown
    guard let first = word.utf8.first, let last = word.utf8.last else { return shape }
    if isTitle(word, first, last) { shape.insert(.title) }
    if futures.contains(where: { $0.1 == last && word.hasSuffix($0.0) }) { shape.insert(.future) }
    if denials.contains(where: { $0.1 == last && word.hasSuffix($0.0) }) { shape.insert(.denial) }
    return shape
  }

  private func isTitle(_ word: String, _ first: UInt8, _ last: UInt8) -> Bool {
    func isHead(_ text: String) -> Bool { language.word(text).kind.contains(.roleHead) }
    if word.utf8.count >= 6 {
      for (prefix, byte) in prefixes where byte == first && word.utf8.starts(with: prefix.utf8) {
        if isHead(String(word.dropFirst(prefix.count))) { return true }
      }
    }
    guard last == UInt8(ascii: "s") else { return false }
    // A plural, or a possessive.
    return isHead(String(word.dropLast(word.hasSuffix("'s") ? 2 : 1)))
  }
}
