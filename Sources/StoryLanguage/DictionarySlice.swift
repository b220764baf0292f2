import CHunspell
import Glibc

/// An English dictionary of which Hunspell holds the lines that were asked for, and no more.
///
/// Reading a whole dictionary takes Hunspell 40 ms and 15 MB, most of the time and memory of a short
/// run, which asks about a handful of words. So for each word Hunspell is given only the lines that can
/// matter: those whose root gives the word with one of the dictionary's prefixes, one of its suffixes,
/// both or none. Whether that root may have them is for Hunspell to say. Where there is no such line,
/// as for most names, the word is none. The answer is the same as with all lines.
///
/// Hunspell takes a line later on only with the flags of a word that it has, so it begins with one
/// made-up word for each set of flags; they begin with a digit, and no word that is asked about does.
final class DictionarySlice {
  private let file: MappedFile
  /// Where the lines begin, in lists by the first bytes of their roots.
  private let lines: [UInt32]
  /// Where each list begins in `lines` (`list(of:length:longestStrip:)`); one more for the end.
  private let lists: [Int32]
  private let affixes: Affixes
  private let handle: OpaquePointer
  private let sets: FlagSets
  /// The lines that Hunspell has.
  private var given: Set<Int> = []

  /// Reads `path.aff` and `path.dic`; nil where one cannot be read.
  init?(_ path: String) {
    guard let rules = MappedFile(path + ".aff"), let affixes = Affixes(Array(rules.bytes)),
      let file = MappedFile(path + ".dic")
    else { return nil }
    var sets = FlagSets()
    (lines, lists) = DictionarySlice.lines(
      file.bytes, longestStrip: affixes.longestStrip, &sets)
    file.letGo()
    guard let handle = DictionarySlice.hunspell(path + ".aff", sets.dictionary) else { return nil }
    self.file = file
    self.affixes = affixes
    self.handle = handle
    self.sets = sets
  }

  /// The lines of a dictionary by their lists, and where each list begins. O(bytes).
  private static func lines(
    _ bytes: UnsafeBufferPointer<UInt8>, longestStrip: Int, _ sets: inout FlagSets
  ) -> ([UInt32], [Int32]) {
    var found: [(start: UInt32, list: UInt16)] = []
    // The first line says how many there are.
    let count = bytes.prefix { $0 != 0x0A }.reduce(0) {
      $1 &- 48 < 10 ? ($0 * 10 + Int($1 - 48)) % 10_000_000 : $0
    }
    found.reserveCapacity(min(count + 2, bytes.count))
    var lists = [Int32](repeating: 0, count: DictionarySlice.listCount + 1)
    var start = 0
    while start < bytes.count {
      var end = endOfRoot(bytes, from: start)
      let root = UnsafeBufferPointer(rebasing: bytes[start..<end])
      let flags = DictionarySlice.flags(bytes, after: end)
      sets.add(UnsafeBufferPointer(rebasing: bytes[flags]))
      let list = list(of: root, length: root.count, longestStrip: longestStrip)
      found.append((UInt32(start), UInt16(list)))
      lists[list + 1] += 1
      end = flags.upperBound
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      start = end + 1
    }
    for list in 1..<lists.count { lists[list] += lists[list - 1] }
    // In their order: it matters to Hunspell where two roots differ in their capitals alone.
    var ends = lists
    var lines = [UInt32](repeating: 0, count: found.count)
    for line in found {
      lines[Int(ends[Int(line.list)])] = line.start
      ends[Int(line.list)] += 1
    }
    return (lines, lists)
  }

  /// The flags of a line whose root ends at `end`.
  @inline(__always)
  private static func flags(_ bytes: UnsafeBufferPointer<UInt8>, after end: Int) -> Range<Int> {
    guard end < bytes.count, bytes[end] == UInt8(ascii: "/") else { return end..<end }
    var last = end + 1
    while last < bytes.count, bytes[last] > 0x20 { last += 1 }
    return end + 1..<last
  }

  deinit { Hunspell_destroy(handle) }

  /// Whether Hunspell takes `word` for one; nil where a slice cannot tell: for a word that has
  /// anything but letters of Latin, apostrophes, stops and digits, or does not begin with a letter.
  func spells(_ word: String) -> Bool? {
    guard var letters = DictionarySlice.letters(of: word) else { return nil }
    // A word is asked for once in a run, and each look brings back the lines around.
    defer { file.letGo() }
    // Hunspell asks about `U.S` and `U.S.` where it is given `U.S.`
    var forms = [letters]
    while letters.last == UInt8(ascii: ".") { letters.removeLast() }
    if letters.count < forms[0].count { forms = [letters, letters + [UInt8(ascii: ".")]] }
    var isKnown = false
    for form in forms {
      for prefix in affixes.prefixes where form.starts(with: prefix) && form.count > prefix.count {
        if giveLines(for: form[prefix.count...]) { isKnown = true }
      }
    }
    return isKnown && Hunspell_spell(handle, word) != 0
  }

  /// Gives Hunspell the lines whose roots can be of `word`; whether there are any.
  private func giveLines(for word: ArraySlice<UInt8>) -> Bool {
    var found: [Int] = []
    // Where a suffix can begin, whatever it takes from a root.
    let cuts = (0...word.count).map {
      word.count - $0 <= affixes.longestEnding
        && affixes.endings.contains(Array(word.dropFirst($0)))
    }
    let longest = affixes.longestStrip
    for length in [longest + 1, longest + 2, longest + 4] {
      let list = word.withUnsafeBufferPointer {
        DictionarySlice.list(of: $0, length: length, longestStrip: longest)
      }
      for number in Int(lists[list])..<Int(lists[list + 1])
      where canBeRoot(at: Int(lines[number]), of: word, cuts) {
        found.append(number)
      }
    }
    // Those without flags first: Hunspell takes none for a word that it has with other capitals.
    for hasFlags in [false, true] {
      for number in found where !given.contains(number) { give(number, ifHasFlags: hasFlags) }
    }
    return !found.isEmpty
  }

  private func give(_ number: Int, ifHasFlags: Bool) {
    let bytes = file.bytes
    let start = Int(lines[number])
    let end = DictionarySlice.endOfRoot(bytes, from: start)
    let flags = DictionarySlice.flags(bytes, after: end)
    guard flags.isEmpty != ifHasFlags else { return }
    let root = String(decoding: bytes[start..<end], as: UTF8.self)
    if flags.isEmpty {
      Hunspell_add(handle, root)
    } else if let example = sets.word(for: UnsafeBufferPointer(rebasing: bytes[flags])) {
      Hunspell_add_with_affix(handle, root, example)
    }
    given.insert(number)
  }

  /// Whether a root, as it is or with a suffix, gives `word`, whatever affixes it may have.
  private func canBeRoot(at start: Int, of word: ArraySlice<UInt8>, _ cuts: [Bool]) -> Bool {
    let bytes = file.bytes
    var shared = 0
    while shared < word.count, start + shared < bytes.count,
      DictionarySlice.lower(bytes[start + shared]) == word[word.startIndex + shared]
    {
      shared += 1
    }
    var length = shared
    while start + length < bytes.count, !DictionarySlice.endsRoot(bytes[start + length]) {
      if length - shared > affixes.longestStrip { return false }
      length += 1
    }
    guard length - shared <= affixes.longestStrip else { return false }
    return (max(0, length - affixes.longestStrip)...shared).contains { kept in
      guard cuts[kept] else { return false }
      let taken = bytes[start + kept..<start + length].map(DictionarySlice.lower)
      return affixes.suffixes.contains(taken + [0] + word.dropFirst(kept))
    }
  }

  /// How many lists there are: of short roots, of middling and of long ones.
  private static let listCount = 1 << 5 + 1 << 10 + 1 << 13

  /// The list of the roots of a length that begin as `word` does. A suffix takes the end of a root, so a
  /// word has all of a root's letters but so many: of a short root the first, of a middling one the first two,
  /// of all others the first four, of which the list has a hash.
  @inline(__always)
  private static func list(
    of word: UnsafeBufferPointer<UInt8>, length: Int, longestStrip: Int
  ) -> Int {
    func letter(_ place: Int) -> UInt32 {
      place < word.count ? UInt32(lower(word[place]) & 31) : 0
    }
    if length <= longestStrip + 1 { return Int(letter(0)) }
    if length <= longestStrip + 3 { return 1 << 5 + Int(letter(0) << 5 | letter(1)) }
    let opening = letter(0) << 15 | letter(1) << 10 | letter(2) << 5 | letter(3)
    return 1 << 5 + 1 << 10 + Int((opening &* 0x9E37_79B9) >> 19)
  }

  /// The bytes of a word with small letters; nil for a word that a slice cannot tell.
  private static func letters(of word: String) -> [UInt8]? {
    for (index, scalar) in word.unicodeScalars.enumerated() {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: continue
      case 0x27, 0x2E, 0x30...0x39: if index == 0 { return nil }
      // Letters of which the great and the small one have as many bytes.
      case 0x130, 0x131, 0x149, 0x17F, 0xD7, 0xF7: return nil
      case 0xC0...0x17E: continue
      default: return nil
      }
    }
    return word.isEmpty ? nil : word.utf8.map(lower)
  }

  private static func hunspell(_ affixes: String, _ dictionary: [UInt8]) -> OpaquePointer? {
    let file = memfd_create("stet", 1 /* MFD_CLOEXEC */)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard dictionary.withUnsafeBytes({ write(file, $0.baseAddress, $0.count) }) == dictionary.count
    else { return nil }
    return Hunspell_create(affixes, "/proc/self/fd/\(file)")
  }

  /// A letter in lower case. Those beyond ASCII are taken for one another: Hunspell tells them apart.
  static func lower(_ byte: UInt8) -> UInt8 {
    byte &- 65 < 26 ? byte | 0x20 : min(byte, 0x80)
  }

  /// Where the root ends that begins at `start`, eight bytes at a time.
  private static func endOfRoot(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var at = start
    while at + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      // A byte that is a slash, or no more than a space; the first that is found is sure.
      let slash = word ^ (ones &* 0x2F)
      let hits = (slash &- ones) & ~slash | (word &- ones &* 0x21) & ~word
      let first = (hits & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
      if first < 8 { return at + first }
      at += 8
    }
    while at < raw.count, !endsRoot(raw[at]) { at += 1 }
    return at
  }

  private static func endsRoot(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "/") }
}
