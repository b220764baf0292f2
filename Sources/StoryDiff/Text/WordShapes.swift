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
  /// By the number of the word in lower case.
  private var shapes: [Shape]

  init(_ vocabulary: Vocabulary, in language: Language) {
    self.vocabulary = vocabulary
    self.language = language
    shapes = Array(repeating: [], count: vocabulary.count)
  }

  /// The shape of a word, by its number in lower case.
  func of(_ word: Int32) -> Shape {
    if shapes[Int(word)].isEmpty { shapes[Int(word)] = shape(of: vocabulary.text(word)) }
    return shapes[Int(word)]
  }

  private func shape(of word: String) -> Shape {
    var shape: Shape = .isKnown
    if isTitle(word) { shape.insert(.title) }
    if language.contractedFutures.contains(where: { word.ends(in: $0) }) { shape.insert(.future) }
    if language.negativeSuffixes.contains(where: { word.ends(in: $0) }) { shape.insert(.denial) }
    return shape
  }

  private func isTitle(_ word: String) -> Bool {
    func isHead(_ text: String) -> Bool { language.word(text).kind.contains(.roleHead) }
    if word.utf8.count >= 6 {
      for prefix in language.naming.rolePrefixes where word.utf8.starts(with: prefix.utf8) {
        if isHead(String(word.dropFirst(prefix.count))) { return true }
      }
    }
    guard word.utf8.last == UInt8(ascii: "s") else { return false }
    // A plural, or a possessive.
    return isHead(String(word.dropLast(word.hasSuffix("'s") ? 2 : 1)))
  }
}
