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

  @usableFromInline struct Record: Sendable {
    @usableFromInline let text: String
    @usableFromInline var entry: Entry
    /// The bytes of an ASCII word in the arena; of another, a count of -1.
    let start: Int32, count: Int32
  }

  @usableFromInline private(set) var records: [Record] = []
  /// Where ASCII words are looked up by their hash; others are in `composed`.
  private var table = [Slot](repeating: Slot.free, count: 1 << 11)
  private var composed: [String: Int32] = [:]
  private var arena: [UInt8] = []

  private struct Slot {
    /// Negative where no word has the place.
    var number: Int32
    /// What the place itself does not tell of the hash.
    var tag: UInt32

    static let free = Slot(number: -1, tag: 0)
  }

  public init() {
    records.reserveCapacity(1024)
    arena.reserveCapacity(8192)
  }

  /// How many words there are; their numbers are 0 and up.
  @inlinable public var count: Int { records.count }

  /// What is known of a word. O(1).
  @inlinable public subscript(_ word: Int32) -> Entry { records[Int(word)].entry }

  /// The folded text of a word. O(1).
  @inlinable public func text(_ word: Int32) -> String { records[Int(word)].text }

  /// The number of an ASCII word.
  mutating func number(ofASCII bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = WordHash.of(bytes)
    let slot = slot(of: bytes, hash)
    if table[slot].number >= 0 { return table[slot].number }
    let number = Int32(records.count)
    table[slot] = Slot(number: number, tag: Vocabulary.tag(hash))
    appendASCII(bytes, number)
    if records.count * 2 > table.count { grow() }
    return number
  }

  /// The number of a word that is there already; nil where it is not.
  public func find(_ text: String) -> Int32? {
    var text = text
    let known = text.withUTF8 { bytes in
      bytes.allSatisfy { $0 < 0x80 } ? find(ASCII: bytes) : nil
    }
    return known ?? composed[text]
  }

  /// The number of a word of another vocabulary, where it is there already.
  func find(_ word: Int32, of other: Vocabulary) -> Int32? {
    let start = other.records[Int(word)].start, count = other.records[Int(word)].count
    if count < 0 { return composed.isEmpty ? nil : composed[other.text(word)] }
    return other.arena.withUnsafeBufferPointer {
      find(ASCII: UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(start + count)]))
    }
  }

  private func find(ASCII bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    let number = table[slot(of: bytes, WordHash.of(bytes))].number
    return number < 0 ? nil : number
  }

  @inline(__always)
  private static func tag(_ hash: Int) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 24) }

  /// Where a word stands in the table, or would.
  @inline(__always)
  private func slot(of bytes: UnsafeBufferPointer<UInt8>, _ hash: Int) -> Int {
    let tag = Vocabulary.tag(hash)
    return table.withUnsafeBufferPointer { table in
      var slot = hash & (table.count - 1)
      while table[slot].number >= 0 {
        if table[slot].tag == tag, isStored(bytes, at: table[slot].number) { break }
        slot = (slot + 1) & (table.count - 1)
      }
      return slot
    }
  }

  @inline(__always)
  private func isStored(_ bytes: UnsafeBufferPointer<UInt8>, at number: Int32) -> Bool {
    let start = records[Int(number)].start, count = records[Int(number)].count
    guard Int(count) == bytes.count else { return false }
    return arena.withUnsafeBufferPointer {
      WordHash.areEqual(UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(start + count)]), bytes)
    }
  }

  /// The number of any word.
  public mutating func number(of text: String) -> Int32 {
    var text = text
    let ascii: Int32? = text.withUTF8 { bytes in
      bytes.allSatisfy { $0 < 0x80 } ? number(ofASCII: bytes) : nil
    }
    if let ascii { return ascii }
    if let known = composed[text] { return known }
    let next = Int32(records.count)
    composed[text] = next
    append(text, next)
    return next
  }

  private mutating func appendASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ number: Int32) {
    var capitals = 0, small = 0
    for byte in bytes {
      if byte &- 65 < 26 { capitals += 1 }
      if byte &- 97 < 26 { small += 1 }
    }
    let first = bytes.first ?? 0
    let isWordLike = (first | 0x20) &- 97 < 26 || first &- 48 < 10
    let entry = Entry(
      lower: number, isCapitalised: first &- 65 < 26,
      isAllCapitals: capitals > 1 && small == 0, isWordLike: isWordLike,
      endsInStop: bytes.last == UInt8(ascii: "."))
    records.append(
      Record(
        text: String(decoding: bytes, as: UTF8.self), entry: entry, start: Int32(arena.count),
        count: Int32(bytes.count)))
    arena.append(contentsOf: bytes)
    guard capitals > 0 else { return }
    let lower = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { folded in
      for (index, byte) in bytes.enumerated() {
        folded.initializeElement(at: index, to: byte &- 65 < 26 ? byte | 0x20 : byte)
      }
      return self.number(ofASCII: UnsafeBufferPointer(folded))
    }
    records[Int(number)].entry.lower = lower
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
    let entry = Entry(
      lower: number, isCapitalised: capitalised, isAllCapitals: capitals > 1 && !lowerCase,
      isWordLike: isWordLike(text), endsInStop: text.utf8.last == UInt8(ascii: "."))
    records.append(Record(text: text, entry: entry, start: 0, count: -1))
    if capitals > 0 {
      let lower = self.number(of: text.lowercased())
      records[Int(number)].entry.lower = lower
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

  private mutating func grow() {
    table = Array(repeating: Slot.free, count: table.count * 4)
    for number in records.indices where records[number].count >= 0 {
      let start = records[number].start, count = records[number].count
      let hash = arena.withUnsafeBufferPointer {
        WordHash.of(UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(start + count)]))
      }
      var slot = hash & (table.count - 1)
      while table[slot].number >= 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Slot(number: Int32(number), tag: Vocabulary.tag(hash))
    }
  }
}
