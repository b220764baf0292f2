import CHunspell
import Glibc

/// The part of an English dictionary in which a word is found, if it is one.
///
/// Reading a whole dictionary takes Hunspell 30 ms and 15 MB, most of the time and memory of a short
/// run, which asks about a handful of words. So Hunspell is given only the lines that can matter: those
/// whose root gives the word with one of the dictionary's prefixes, one of its suffixes, both or
/// none. Whether that root may have them is for Hunspell to say. Where there is no such line, as for
/// most names, the word is none. The answer is the same as with all lines.
struct DictionarySlice {
  private let affixes: String
  private let bytes: [UInt8]
  /// By the first byte of a root, in lower case: where the lines of such roots begin.
  private var lines: [[UInt32]] = Array(repeating: [], count: 256)
  private var prefixes: [[UInt8]] = []
  /// What each suffix takes from the end of a root, and, after a zero, what it puts there.
  private var suffixes: Set<[UInt8]> = [[0]]
  /// The most letters of a root that a suffix takes.
  private var longestStrip = 0
  /// For how many words Hunspell was given lines.
  private(set) var uses = 0

  /// Reads `path.aff` and `path.dic`; nil where one cannot be read.
  init?(_ path: String) {
    affixes = path + ".aff"
    guard let rules = DictionarySlice.contents(affixes),
      let words = DictionarySlice.contents(path + ".dic")
    else { return nil }
    bytes = words
    for rule in rules.split(separator: UInt8(ascii: "\n")) {
      let fields = rule.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D })
      let isSuffix = fields.first?.elementsEqual("SFX".utf8) ?? false
      let isPrefix = fields.first?.elementsEqual("PFX".utf8) ?? false
      // `SFX V N 2` says how many rules follow.
      guard isSuffix || isPrefix, fields.count > 4 || fields.count == 4 && fields[3].count > 2
      else { continue }
      let strip = fields[2].elementsEqual([0x30]) ? 0 : fields[2].count
      // An affix on an affix, or a prefix that replaces letters, would need more lines.
      if fields[3].contains(UInt8(ascii: "/")) || isPrefix && strip > 0 { return nil }
      if isSuffix {
        longestStrip = max(longestStrip, strip)
        let taken = fields[2].prefix(strip), put = fields[3].elementsEqual([0x30]) ? [] : fields[3]
        suffixes.insert((taken + [0] + put).map(DictionarySlice.lower))
      }
      if isPrefix { prefixes.append(fields[3].map(DictionarySlice.lower)) }
    }
    var start = 0
    while start < bytes.count {
      lines[Int(DictionarySlice.lower(bytes[start]))].append(UInt32(start))
      start = end(ofLineAt: start) + 1
    }
  }

  /// Whether Hunspell takes `word` for one; nil where a slice cannot tell: for anything but ASCII
  /// letters and apostrophes.
  mutating func spells(_ word: String) -> Bool? {
    let letters = word.utf8.map(DictionarySlice.lower)
    guard let first = letters.first, first != UInt8(ascii: "'"),
      letters.allSatisfy({ $0 &- 97 < 26 || $0 == UInt8(ascii: "'") })
    else { return nil }
    var kept: [UInt8] = []
    var count = 0
    for prefix in [[]] + prefixes where letters.starts(with: prefix) {
      let rest = letters[prefix.count...]
      guard let first = rest.first else { continue }
      for start in lines[Int(first)] where canBeRoot(at: Int(start), of: rest) {
        kept += bytes[Int(start)..<end(ofLineAt: Int(start))] + [UInt8(ascii: "\n")]
        count += 1
      }
    }
    if count == 0 { return false }
    uses += 1
    return spells(word, by: Array("\(count)\n".utf8) + kept)
  }

  /// Whether a root, as it is or with a suffix, gives `word`, whatever affixes it may have.
  private func canBeRoot(at start: Int, of word: ArraySlice<UInt8>) -> Bool {
    var length = 0
    while start + length < bytes.count, !DictionarySlice.endsRoot(bytes[start + length]) {
      length += 1
    }
    var shared = 0
    while shared < min(length, word.count),
      DictionarySlice.lower(bytes[start + shared]) == word[word.startIndex + shared]
    {
      shared += 1
    }
    guard length - shared <= longestStrip else { return false }
    return (max(0, length - longestStrip)...shared).contains { kept in
      let taken = bytes[start + kept..<start + length].map(DictionarySlice.lower)
      return suffixes.contains(taken + [0] + word.dropFirst(kept))
    }
  }

  private func spells(_ word: String, by dictionary: [UInt8]) -> Bool? {
    let file = memfd_create("stet", 1 /* MFD_CLOEXEC */)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard dictionary.withUnsafeBytes({ write(file, $0.baseAddress, $0.count) }) == dictionary.count,
      let handle = Hunspell_create(affixes, "/proc/self/fd/\(file)")
    else { return nil }
    defer { Hunspell_destroy(handle) }
    return Hunspell_spell(handle, word) != 0
  }

  private func end(ofLineAt start: Int) -> Int {
    bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress,
        let feed = memchr(base + start, 0x0A, all.count - start)
      else { return all.count }
      return UnsafeRawPointer(feed) - base
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

  private static func endsRoot(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == 0x09 || byte == 0x20 || byte == 0x0A || byte == 0x0D
  }

  private static func contents(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      filled = max(0, read(file, buffer.baseAddress, size))
    }
    return bytes.count == size ? bytes : nil
  }
}
