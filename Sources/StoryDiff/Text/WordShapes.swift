import StoryLanguage

/// The text of a word and what its spelling shows by itself, each made where it is first asked for.
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
    /// `R120`, `Q3`, `N50m`: letters before a figure, which a letter or two may follow.
    static let holdsFigure = Shape(rawValue: 8)
    /// `unaware`, `disagreed`: begins as a denial may.
    static let mayDeny = Shape(rawValue: 16)
    fileprivate static let isKnown = Shape(rawValue: 128)
  }

  /// Bytes of the shortest word that a prefix denies: `unfit` is one, `under` is told by what is behind it.
  private static let shortestDenying = 6

  private let vocabulary: Vocabulary
  private let language: Language
  /// The last bytes of words of a shape, and the first of titles and denials that begin with a prefix.
  private let futures: [UInt8], denials: [UInt8], prefixes: [UInt8], denying: [UInt8]
  /// By the number of the word in lower case: no shape and no text where it was not asked for yet.
  ///
  /// Buffers, since each use of an array that is a class's variable is checked for another at the same
  /// time, which would cost more than the use. There is none: a pair is one thread's, no element is lent,
  /// and both buffers live as long as the object, full from its beginning to its end.
  private let shapes: UnsafeMutableBufferPointer<Shape>, texts: UnsafeMutableBufferPointer<String?>
  /// The words that have a text by now: those of most are never asked for.
  private var withText: [Int32] = []

  init(_ vocabulary: Vocabulary, in language: Language) {
    self.vocabulary = vocabulary
    self.language = language
    shapes = .allocate(capacity: vocabulary.count)
    shapes.initialize(repeating: [])
    texts = .allocate(capacity: vocabulary.count)
    texts.initialize(repeating: nil)
    futures = language.contractedFutures.compactMap { $0.utf8.last }
    denials = language.negativeSuffixes.compactMap { $0.utf8.last }
    denying = language.negativePrefixes.compactMap { $0.utf8.first }
    prefixes = language.naming.rolePrefixes.compactMap { $0.utf8.first }
  }

  deinit {
    shapes.deallocate()
    for word in withText { texts[Int(word)] = nil }
    texts.deallocate()
  }

  /// The folded text of a word, by its number in lower case.
  @inline(__always)
  func text(_ word: Int32) -> String { texts[Int(word)] ?? made(word) }

  @inline(never)
  private func made(_ word: Int32) -> String {
    let text = vocabulary.text(word)
    texts[Int(word)] = text
    withText.append(word)
    return text
  }

  /// The shape of a word, by its number in lower case.
  @inline(__always)
  func of(_ word: Int32) -> Shape {
    let known = shapes[Int(word)]
    return known.isEmpty ? found(word) : known
  }

  @inline(never)
  private func found(_ word: Int32) -> Shape {
    let text = text(word)
    var lent = text
    let found = lent.withUTF8 { shape(of: text, $0) }
    shapes[Int(word)] = found
    return found
  }

  private func shape(of word: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Shape {
    var shape: Shape = .isKnown
    if isTitle(word, bytes) { shape.insert(.title) }
    // Few words end in the byte that these do.
    let end = bytes.last ?? 0
    if bytes.suffix(3).contains(where: { $0 &- 48 < 10 }) { shape.insert(.holdsFigure) }
    if futures.contains(end), language.contractedFutures.contains(where: word.hasSuffix) {
      shape.insert(.future)
    }
    if bytes.count >= WordShapes.shortestDenying, denying.contains(bytes[0]),
      language.negativePrefixes.contains(where: word.hasPrefix)
    {
      shape.insert(.mayDeny)
    }
    if denials.contains(end), language.negativeSuffixes.contains(where: word.hasSuffix) {
      shape.insert(.denial)
    }
    return shape
  }

  private func isTitle(_ word: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    if last == UInt8(ascii: "s") {
      // A plural, or a possessive.
      let isPossessive = bytes.count > 1 && bytes[bytes.count - 2] == UInt8(ascii: "'")
      if isHead(UnsafeBufferPointer(rebasing: bytes.dropLast(isPossessive ? 2 : 1))) { return true }
    }
    guard bytes.count >= 6, prefixes.contains(first) else { return false }
    return language.naming.rolePrefixes.contains { prefix in
      word.utf8.starts(with: prefix.utf8)
        && language.word(String(word.dropFirst(prefix.count))).kind.contains(.roleHead)
    }
  }

  private func isHead(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let kind =
      word.allSatisfy { $0 < 0x80 }
      ? language.kind(ofASCII: word) : language.word(String(decoding: word, as: UTF8.self)).kind
    return kind.contains(.roleHead)
  }
}
