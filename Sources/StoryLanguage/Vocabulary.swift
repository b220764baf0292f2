/// The distinct words of one comparison, each with a number.
///
/// Words are stored folded (straight apostrophes, no soft hyphens, canonical composition), so equal
/// numbers mean equal words however they were typed. Looking a word up is O(its bytes).
public struct Vocabulary: Sendable {
  /// What is known of one word, whatever the language.
  public struct Entry: Sendable {
    /// The number of the word in lower case; its own where it is.
    public var lower: Int32
    public var isCapitalised: Bool
    /// Two or more letters, all of them capitals.
    public var isAllCapitals: Bool
    /// Letters, digits or signs, and no mark.
    public var isWordLike: Bool
    /// Whether its last byte is a full stop: `p.m.`, `U.S.`
    var endsInStop: Bool
  }

  @usableFromInline private(set) var entries: [Entry] = []
  @usableFromInline private(set) var texts: [String] = []
  private var table: [Int32] = Array(repeating: -1, count: 1 << 10)
  private var composed: [String: Int32] = [:]
  private var arena: [UInt8] = []
  private var places: [(start: Int32, count: Int32)] = []

  public init() {
    entries.reserveCapacity(512)
    texts.reserveCapacity(512)
    places.reserveCapacity(512)
    arena.reserveCapacity(4096)
  }

  /// How many words there are; their numbers are 0 and up.
  @inlinable public var count: Int { entries.count }

  /// What is known of a word. O(1).
  @inlinable public subscript(_ word: Int32) -> Entry { entries[Int(word)] }

  /// The folded text of a word. O(1).
  @inlinable public func text(_ word: Int32) -> String { texts[Int(word)] }

  /// The number of an ASCII word.
  mutating func number(ofASCII bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let slot = slot(of: bytes)
    if table[slot] >= 0 { return table[slot] }
    let number = Int32(entries.count)
    table[slot] = number
    places.append((Int32(arena.count), Int32(bytes.count)))
    arena.append(contentsOf: bytes)
    appendASCII(bytes, number)
    if entries.count * 2 > table.count { grow() }
    return number
  }

  /// The number of a word that is there already; nil where it is not.
  func find(_ text: String) -> Int32? {
    var text = text
    let known = text.withUTF8 { bytes in
      bytes.allSatisfy { $0 < 0x80 } ? find(ASCII: bytes) ?? -1 : nil
    }
    return known.map { $0 < 0 ? nil : $0 } ?? composed[text]
  }

  /// The number of a word of another vocabulary, where it is there already.
  func find(_ word: Int32, of other: Vocabulary) -> Int32? {
    let known = other.withASCII(Int(word)) { find(ASCII: $0) ?? -1 }
    return known.map { $0 < 0 ? nil : $0 } ?? composed[other.text(word)]
  }

  private func find(ASCII bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    let found = table[slot(of: bytes)]
    return found < 0 ? nil : found
  }

  /// Where a word stands in the table, or would.
  private func slot(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = WordHash.of(bytes) & (table.count - 1)
    while table[slot] >= 0, !isStored(bytes, at: table[slot]) {
      slot = (slot + 1) & (table.count - 1)
    }
    return slot
  }

  /// The number of any word.
  public mutating func number(of text: String) -> Int32 {
    var text = text
    let ascii: Int32? = text.withUTF8 { bytes in
      bytes.allSatisfy { $0 < 0x80 } ? number(ofASCII: bytes) : nil
    }
    if let ascii { return ascii }
    if let known = composed[text] { return known }
    let next = Int32(entries.count)
    places.append((0, -1))
    composed[text] = next
    append(text, next)
    return next
  }

  /// Lends the bytes of a word that is ASCII; nil for one that is not.
  func withASCII<Result>(
    _ word: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    let (start, count) = places[word]
    guard count >= 0 else { return nil }
    return arena.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(start + count)]))
    }
  }

  private mutating func appendASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ number: Int32) {
    var capitals = 0, small = 0
    for byte in bytes {
      if byte &- 65 < 26 { capitals += 1 }
      if byte &- 97 < 26 { small += 1 }
    }
    let first = bytes.first ?? 0
    let isWordLike = (first | 0x20) &- 97 < 26 || first &- 48 < 10
    texts.append(String(decoding: bytes, as: UTF8.self))
    entries.append(
      Entry(
        lower: number, isCapitalised: first &- 65 < 26,
        isAllCapitals: capitals > 1 && small == 0, isWordLike: isWordLike,
        endsInStop: bytes.last == UInt8(ascii: ".")))
    guard capitals > 0 else { return }
    let lower = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { folded in
      for (index, byte) in bytes.enumerated() {
        folded.initializeElement(at: index, to: byte &- 65 < 26 ? byte | 0x20 : byte)
      }
      return self.number(ofASCII: UnsafeBufferPointer(folded))
    }
    entries[Int(number)].lower = lower
  }

  private mutating func append(_ text: String, _ number: Int32) {
    var isFirst = true
    var capitalised = false, lowerCase = false
    var capitals = 0
    for scalar in text.unicodeScalars {
      let isUpper = scalar.properties.isUppercase
      if isFirst { capitalised = isUpper }
      isFirst = false
      if isUpper { capitals += 1 }
      if scalar.properties.isLowercase { lowerCase = true }
    }
    texts.append(text)
    entries.append(
      Entry(
        lower: number, isCapitalised: capitalised, isAllCapitals: capitals > 1 && !lowerCase,
        isWordLike: isWordLike(text), endsInStop: text.utf8.last == UInt8(ascii: ".")))
    if capitals > 0 {
      let lower = self.number(of: text.lowercased())
      entries[Int(number)].lower = lower
    }
  }

  private func isWordLike(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first?.value else { return false }
    if first >= 0x80 {
      switch ScalarClass.of(first) {
      case .letter, .digit, .sign, .fraction: return true
      default: return false
      }
    }
    return first | 0x20 >= 97 && first | 0x20 <= 122 || first >= 48 && first <= 57
  }

  private func isStored(_ bytes: UnsafeBufferPointer<UInt8>, at number: Int32) -> Bool {
    withASCII(Int(number)) { WordHash.areEqual($0, bytes) } ?? false
  }

  private mutating func grow() {
    table = Array(repeating: -1, count: table.count * 4)
    for number in entries.indices {
      guard let hash = withASCII(number, WordHash.of) else { continue }
      var slot = hash & (table.count - 1)
      while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Int32(number)
    }
  }
}
