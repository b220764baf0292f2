/// The distinct words of one comparison, each with a number.
///
/// Words are stored folded (straight apostrophes, no soft hyphens, canonical composition), so equal
/// numbers mean equal words however they were typed. Looking a word up is O(its bytes).
public struct Vocabulary: Sendable {
  /// What is known of one word, whatever the language.
  public struct Entry: Sendable {
    public let text: String
    /// The number of the word in lower case; its own where it is.
    public var lower: Int32
    public var isCapitalised: Bool
    /// Two or more letters, all of them capitals.
    public var isAllCapitals: Bool
    /// Letters, digits or signs, and no mark.
    public var isWordLike: Bool
  }

  public private(set) var entries: [Entry] = []
  private var table: [Int32] = Array(repeating: -1, count: 1 << 10)
  private var composed: [String: Int32] = [:]
  private var arena: [UInt8] = []
  private var places: [(start: Int32, count: Int32)] = []

  public init() {
    entries.reserveCapacity(512)
    arena.reserveCapacity(4096)
  }

  /// What is known of a word. O(1).
  public subscript(_ word: Int32) -> Entry { entries[Int(word)] }

  /// The folded text of a word. O(1).
  public func text(_ word: Int32) -> String { entries[Int(word)].text }

  /// The number of an ASCII word.
  mutating func number(ofASCII bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    var slot = Vocabulary.slot(bytes, table.count)
    while table[slot] >= 0 {
      if isStored(bytes, at: table[slot]) { return table[slot] }
      slot = (slot + 1) & (table.count - 1)
    }
    let number = Int32(entries.count)
    table[slot] = number
    places.append((Int32(arena.count), Int32(bytes.count)))
    arena.append(contentsOf: bytes)
    append(String(decoding: bytes, as: UTF8.self), number)
    if entries.count * 2 > table.count { grow() }
    return number
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

  private mutating func append(_ text: String, _ number: Int32) {
    var isFirst = true
    var capitalised = false, lowerCase = false
    var capitals = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let isUpper: Bool
      let isLower: Bool
      if value < 0x80 {
        isUpper = value >= 65 && value <= 90
        isLower = value >= 97 && value <= 122
      } else {
        isUpper = scalar.properties.isUppercase
        isLower = scalar.properties.isLowercase
      }
      if isFirst { capitalised = isUpper }
      isFirst = false
      if isUpper { capitals += 1 }
      if isLower { lowerCase = true }
    }
    entries.append(
      Entry(
        text: text, lower: number, isCapitalised: capitalised,
        isAllCapitals: capitals > 1 && !lowerCase,
        isWordLike: isWordLike(text)))
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
    let (start, count) = places[Int(number)]
    guard Int(count) == bytes.count else { return false }
    return arena.withUnsafeBufferPointer { stored in
      for index in 0..<bytes.count where stored[Int(start) + index] != bytes[index] {
        return false
      }
      return true
    }
  }

  /// Where the search for a word begins in a table of `size` slots, a power of two: FNV-1a.
  @inline(__always)
  private static func slot<Bytes: Sequence<UInt8>>(_ bytes: Bytes, _ size: Int) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash ^= hash >> 29
    return Int(truncatingIfNeeded: hash) & (size - 1)
  }

  private mutating func grow() {
    table = Array(repeating: -1, count: table.count * 4)
    for number in entries.indices where places[number].count >= 0 {
      let (start, count) = places[number]
      var slot = Vocabulary.slot(arena[Int(start)..<Int(start + count)], table.count)
      while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Int32(number)
    }
  }
}
