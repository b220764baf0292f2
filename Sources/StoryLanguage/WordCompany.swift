/// Which words commonly stand beside which, in what is printed.
///
/// A slip is a word that nobody puts there: `stand trail`, for which everybody says `stand trial`. The pairs are
/// kept in a Bloom filter (`scripts/company`), once for each level that they reach; one in three hundred that are not in it
/// seems to be, so one pair alone shows little.
public struct WordCompany: Sendable {
  /// How many levels a pair can reach; the highest is of a few hundred pairs.
  public static let highest = 3
  private static let probes: UInt64 = 8

  private static let english = WordCompany(
    text: EnglishCompany.text, width: EnglishCompany.width, commonest: EnglishCompany.commonest)

  /// Six bits a letter, from `0` on, in lines of `width`.
  private let text: StaticString
  private let width: Int
  private let commonest: [String]

  /// What is known of a language; nil where that is nothing.
  public static func of(_ code: String) -> WordCompany? { code == "en" ? english : nil }

  /// How commonly a word stands before another, both in lower case: 0 for hardly ever. O(letters).
  public func level(_ first: String, _ second: String) -> Int {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in first.utf8 { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
    key = (key ^ UInt64(UInt8(ascii: " "))) &* 0x100_0000_01B3
    for byte in second.utf8 { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return text.withUTF8Buffer { letters in
      var level = 0
      while level < WordCompany.highest, contains(key, level, letters) { level += 1 }
      return level
    }
  }

  /// How common a word is by itself, as far as the words show that stand beside most others.
  public func commonness(_ word: String) -> Int {
    commonest.reduce(0) { $0 + level($1, word) + level(word, $1) }
  }

  private func contains(_ pair: UInt64, _ level: Int, _ letters: UnsafeBufferPointer<UInt8>) -> Bool
  {
    var key = pair &+ UInt64(level + 1) &* 0x9E37_79B9_7F4A_7C15
    key = (key ^ key >> 30) &* 0xBF58_476D_1CE4_E5B9
    key = (key ^ key >> 27) &* 0x94D0_49BB_1331_11EB
    key ^= key >> 31
    let start = key & 0xFFFF_FFFF, step = key >> 32 | 1
    // Each line but the last ends with a mark of its own.
    let count = UInt64((letters.count + 1) / (width + 1) * width) * 6
    return count > 0
      && (0..<WordCompany.probes).allSatisfy { probe in
        let place = Int((start + probe * step) % count)
        let letter = place / 6 + place / 6 / width
        return (letters[letter] &- 0x30) & 1 << (place % 6) != 0
      }
  }
}
