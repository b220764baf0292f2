extension DictionarySlice {
  /// What the affixes of a dictionary put and take, whatever roots may have them.
  struct Affixes {
    /// In lower case; one of them is empty.
    var prefixes: [[UInt8]] = [[]]
    /// What each suffix takes from the end of a root, and, after a zero, what it puts there.
    var suffixes: Set<[UInt8]> = [[0]]
    /// What suffixes put, whatever they take.
    var endings: Set<[UInt8]> = [[]]
    /// The most letters that a suffix puts.
    var longestEnding = 0
    /// The most letters of a root that a suffix takes.
    var longestStrip = 0

    /// Nil for rules that ask for more: an affix on an affix, a prefix that replaces letters.
    init?(_ rules: [UInt8]) {
      for rule in rules.split(separator: UInt8(ascii: "\n")) {
        guard rule.starts(with: "SFX".utf8) || rule.starts(with: "PFX".utf8) else { continue }
        let fields = rule.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D })
        // `SFX V N 2` says how many rules follow.
        guard fields.count > 4 || fields.count == 4 && fields[3].count > 2 else { continue }
        let isPrefix = fields[0].starts(with: "PFX".utf8)
        let strip = fields[2].elementsEqual([0x30]) ? 0 : fields[2].count
        if fields[3].contains(UInt8(ascii: "/")) || isPrefix && strip > 0 { return nil }
        if isPrefix {
          prefixes.append(fields[3].map(DictionarySlice.lower))
        } else {
          longestStrip = max(longestStrip, strip)
          longestEnding = max(longestEnding, fields[3].count)
          let taken = fields[2].prefix(strip),
            put = fields[3].elementsEqual([0x30]) ? [] : fields[3]
          endings.insert(put.map(DictionarySlice.lower))
          suffixes.insert((taken + [0] + put).map(DictionarySlice.lower))
        }
      }
    }
  }

  /// The sets of flags that the lines of a dictionary have, numbered from 1.
  struct FlagSets {
    /// A dictionary with a word for each.
    var dictionary: [UInt8] { Array("\(count)\n".utf8) + words }
    private var words: [UInt8] = []
    private var count: Int32 = 0
    /// Of sets of up to eight flags, which are nearly all, the bytes as one number, by their hash.
    private var short = [(flags: UInt64, number: Int32)](repeating: (0, 0), count: 1 << 14)
    private var long: [[UInt8]: Int32] = [:]

    /// Makes a word for the set, where it has none.
    mutating func add(_ flags: UnsafeBufferPointer<UInt8>) {
      guard !flags.isEmpty, number(of: flags) == 0 else { return }
      count += 1
      words += FlagSets.word(count).utf8 + [UInt8(ascii: "/")] + flags + [UInt8(ascii: "\n")]
      if let key = FlagSets.key(flags), count < short.count / 2 {
        short[slot(of: key)] = (key, count)
      } else {
        long[Array(flags)] = count
      }
    }

    /// The word that has a set of flags.
    func word(for flags: UnsafeBufferPointer<UInt8>) -> String? {
      let number = number(of: flags)
      return number > 0 ? FlagSets.word(number) : nil
    }

    /// 0 for a set that is not known.
    @inline(__always)
    private func number(of flags: UnsafeBufferPointer<UInt8>) -> Int32 {
      if let key = FlagSets.key(flags) {
        let number = short[slot(of: key)].number
        if number > 0 { return number }
      }
      return long.isEmpty ? 0 : long[Array(flags)] ?? 0
    }

    /// Where a short set stands, or would.
    @inline(__always)
    private func slot(of key: UInt64) -> Int {
      var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 50)
      while short[slot].number > 0, short[slot].flags != key {
        slot = (slot + 1) & (short.count - 1)
      }
      return slot
    }

    /// Up to eight flags as one number.
    @inline(__always)
    private static func key(_ flags: UnsafeBufferPointer<UInt8>) -> UInt64? {
      flags.count <= 8 ? WordKey(flags).opening : nil
    }

    private static func word(_ number: Int32) -> String { "0\(number)" }
  }
}
