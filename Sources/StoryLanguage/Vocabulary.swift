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

  /// The first eight bytes of an ASCII word (`WordKey`), and where all of them stand in the arena if it
  /// has more; of another word, a count of -1 and its place in `others`.
  private struct Place {
    let start: Int32, count: Int32
    let opening: UInt64
  }

  @usableFromInline private(set) var entries: [Entry] = []
  private var places: [Place] = []
  /// Where ASCII words are looked up by their hash; others are in `composed`.
  private var table = [Slot](repeating: Slot.free, count: 1 << 11)
  /// For each place of the table a byte of its word's hash, and 0 where none has the place: most words
  /// that are not there are told by it alone, which spares a look into a table that no cache holds. Empty
  /// unless the vocabulary is to be searched (`searchable`).
  private var tags: [UInt8] = []
  private var composed: [String: Int32] = [:]
  private var arena: [UInt8] = []
  private var others: [String] = []

  private struct Slot {
    /// What tells most words apart without a look at the arena.
    var opening: UInt64
    var count: Int32
    /// Negative where no word has the place.
    var number: Int32

    static let free = Slot(opening: 0, count: 0, number: -1)
  }

  public init() { reserveRoom() }

  /// Makes room for the words of a story.
  mutating func reserveRoom() {
    entries.reserveCapacity(1024)
    places.reserveCapacity(1024)
    arena.reserveCapacity(8192)
  }

  /// How many words there are; their numbers are 0 and up.
  @inlinable public var count: Int { entries.count }

  /// What is known of a word. O(1).
  @inlinable public subscript(_ word: Int32) -> Entry { entries[Int(word)] }

  /// The folded text of a word, which is made of its bytes: most words of most stories are only counted
  /// and compared. O(its bytes).
  public func text(_ word: Int32) -> String {
    let place = places[Int(word)]
    if place.count < 0 { return others[Int(place.start)] }
    // Without the check for UTF-8 that bytes of ASCII do not need.
    return String(unsafeUninitializedCapacity: Int(place.count)) { text in
      key(of: place) { key, bytes in
        if place.count <= 8 {
          withUnsafeBytes(of: key.opening.littleEndian) { opening in
            for index in 0..<Int(place.count) { text[index] = opening[index] }
          }
        } else {
          _ = text.update(fromContentsOf: bytes)
        }
      }
      return Int(place.count)
    }
  }

  /// Whether a word has nothing but ASCII. O(1).
  func isASCII(_ word: Int32) -> Bool { places[Int(word)].count >= 0 }

  /// Whether a word is one code point.
  func isOnePoint(_ word: Int32) -> Bool {
    isASCII(word) ? places[Int(word)].count == 1 : text(word).unicodeScalars.count == 1
  }

  /// The number of an ASCII word.
  @inline(__always)
  mutating func number(ofASCII bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    number(of: WordKey(bytes), bytes)
  }

  /// The number of the ASCII word that has `key`.
  @inline(__always)
  mutating func number(of key: WordKey, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let slot = slot(of: key, bytes)
    let number = table[slot].number
    return number >= 0 ? number : add(key, bytes, at: slot)
  }

  @inline(never)
  private mutating func add(
    _ key: WordKey, _ bytes: UnsafeBufferPointer<UInt8>, at slot: Int
  ) -> Int32 {
    let number = Int32(entries.count)
    table[slot] = Slot(opening: key.opening, count: Int32(key.count), number: number)
    if !tags.isEmpty { tags[slot] = key.tag }
    appendASCII(key, bytes, number)
    if entries.count * 2 > table.count { grow() }
    return number
  }

  /// The number of a word that is there already; nil where it is not.
  public func find(_ text: String) -> Int32? {
    var text = text
    let known = text.withUTF8 { bytes in
      bytes.allSatisfy { $0 < 0x80 } ? find(ASCII: bytes) : nil
    }
    return known ?? (composed.isEmpty ? nil : composed[text])
  }

  /// The number of a word of another vocabulary, where it is there already.
  func find(_ word: Int32, of other: Vocabulary) -> Int32? {
    let place = other.places[Int(word)]
    if place.count < 0 { return composed.isEmpty ? nil : composed[other.text(word)] }
    return other.key(of: place) { find($0, $1) }
  }

  func find(ASCII bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    find(WordKey(bytes), bytes)
  }

  @inline(__always)
  private func find(_ key: WordKey, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    let isThere =
      tags.isEmpty
      || tags.withUnsafeBufferPointer { tags in
        var slot = key.hash & (tags.count - 1)
        while tags[slot] != key.tag, tags[slot] != 0 { slot = (slot + 1) & (tags.count - 1) }
        return tags[slot] != 0
      }
    guard isThere else { return nil }
    let number = table[slot(of: key, bytes)].number
    return number < 0 ? nil : number
  }

  /// Where a word stands in the table, or would.
  @inline(__always)
  private func slot(of key: WordKey, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    table.withUnsafeBufferPointer { table in
      var slot = key.hash & (table.count - 1)
      while table[slot].number >= 0 {
        if table[slot].opening == key.opening, Int(table[slot].count) == key.count,
          key.count <= 8 || isStored(bytes, at: table[slot].number)
        {
          break
        }
        slot = (slot + 1) & (table.count - 1)
      }
      return slot
    }
  }

  @inline(never)
  private func isStored(_ bytes: UnsafeBufferPointer<UInt8>, at number: Int32) -> Bool {
    key(of: places[Int(number)]) { WordKey.haveSameRest($1, bytes) }
  }

  /// Lends the key of an ASCII word, and its bytes where it has more than eight.
  @inline(__always)
  private func key<Result>(
    of place: Place, _ body: (WordKey, UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if place.count <= 8 {
      return body(
        WordKey(opening: place.opening, count: Int(place.count)),
        UnsafeBufferPointer(start: nil, count: 0))
    }
    return arena.withUnsafeBufferPointer {
      let bytes = UnsafeBufferPointer(
        rebasing: $0[Int(place.start)..<Int(place.start + place.count)])
      return body(WordKey(bytes), bytes)
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
    let next = Int32(entries.count)
    composed[text] = next
    append(text, next)
    return next
  }

  /// `bytes` are looked at only where the word has more than the key holds.
  private mutating func appendASCII(
    _ key: WordKey, _ bytes: UnsafeBufferPointer<UInt8>, _ number: Int32
  ) {
    // Eight bytes at once; few words have more.
    var capitals = key.capitals.nonzeroBitCount, small = key.smallLetters.nonzeroBitCount
    var last = UInt8(truncatingIfNeeded: key.opening >> UInt64(8 * max(0, min(8, key.count) - 1)))
    if key.count > 8 {
      for byte in bytes[8...] {
        if byte &- 65 < 26 { capitals += 1 }
        if byte &- 97 < 26 { small += 1 }
        last = byte
      }
    }
    let first = UInt8(truncatingIfNeeded: key.opening)
    let isWordLike = (first | 0x20) &- 97 < 26 || first &- 48 < 10
    let entry = Entry(
      lower: number, isCapitalised: first &- 65 < 26,
      isAllCapitals: capitals > 1 && small == 0, isWordLike: isWordLike,
      endsInStop: last == UInt8(ascii: "."))
    entries.append(entry)
    places.append(
      Place(start: Int32(arena.count), count: Int32(key.count), opening: key.opening))
    if key.count > 8 { arena.append(contentsOf: bytes) }
    if capitals > 0 { entries[Int(number)].lower = lower(key, bytes) }
  }

  /// The number of an ASCII word in lower case.
  private mutating func lower(_ key: WordKey, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    if key.count <= 8 {
      // A small letter is its capital and the bit 0x20.
      return number(of: WordKey(opening: key.opening | key.capitals >> 2, count: key.count), bytes)
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { folded in
      for (index, byte) in bytes.enumerated() {
        folded.initializeElement(at: index, to: byte &- 65 < 26 ? byte | 0x20 : byte)
      }
      return number(ofASCII: UnsafeBufferPointer(folded))
    }
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
    entries.append(entry)
    places.append(Place(start: Int32(others.count), count: -1, opening: 0))
    others.append(text)
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

  private mutating func grow() {
    var slots = [Slot](repeating: Slot.free, count: table.count * 2)
    for number in places.indices where places[number].count >= 0 {
      let key = key(of: places[number]) { key, _ in key }
      var slot = key.hash & (slots.count - 1)
      while slots[slot].number >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Slot(opening: key.opening, count: Int32(key.count), number: Int32(number))
    }
    table = slots
    if !tags.isEmpty { self = searchable }
  }

  /// The same, made for being asked about words that mostly are not there. O(words).
  var searchable: Vocabulary {
    var copy = self
    copy.tags = [UInt8](repeating: 0, count: table.count)
    for (slot, entry) in table.enumerated() where entry.number >= 0 {
      copy.tags[slot] = key(of: places[Int(entry.number)]) { key, _ in key.tag }
    }
    return copy
  }
}
