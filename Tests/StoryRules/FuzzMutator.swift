/// Changes inputs of the fuzzer as stories change: lines copied, dropped and moved, words exchanged,
/// one version made from the other; and as files are damaged: bytes changed, cut and doubled.
package struct FuzzMutator {
  private var numbers: SeededNumbers

  package init(seed: Int) { numbers = SeededNumbers(seed: seed) }

  /// The input with one to four changes; its mode stays.
  package mutating func mutated(_ input: [UInt8]) -> [UInt8] {
    guard let mode = input.first else { return [numbers.pick(FuzzInput.modes)] }
    var parts = input.dropFirst()
      .split(separator: FuzzInput.separator, maxSplits: 1, omittingEmptySubsequences: false)
      .map { Array($0) }
    if parts.count < 2 { parts.append([]) }
    for _ in 0..<Int.random(in: 1...4, using: &numbers) {
      let side = Int.random(in: 0...1, using: &numbers)
      switch Int.random(in: 0..<10, using: &numbers) {
      case 0: parts[side] = parts[1 - side]
      case 1: parts.reverse()
      case 2...4: parts[side] = withLinesChanged(parts[side], parts[1 - side])
      case 5...7: parts[side] = withWordsChanged(parts[side], parts[1 - side])
      default: parts[side] = withBytesChanged(parts[side])
      }
    }
    return [mode] + parts[0] + [FuzzInput.separator] + parts[1]
  }

  private static let words = [
    "not", "12", "15", "£1.2m", "three", "Tuesday", "14 May", "may", "will", "allegedly", "“", "”",
    "'", "–", "Mr", "Oake", "police said", "according to", "%", "5 miles", "8 km", "3 p.m.", "n't",
    "\u{200B}", "\u{AD}", "\u{A0}", "e\u{301}", "â€™", "Ã©", "\u{202E}", "\u{FEFF}", "🚢", "東京",
    "Correction:", "An earlier version of this story said", "This story has been updated.",
    "<p>", "</p>", "<article>", "<table>", "&nbsp;", "&#x1F6A2;", "<!--", "<h1>", "<li>", "<br>",
    "{\"paragraphs\":[", "]}", "\\u00e9", "\\ud83d", "\"", ",", "999999999999999999999", "1/0/0",
    "\n\n", "\n- ", "\r\n", "\u{2028}", "\u{0}", "\u{85}", "²", "½", "①", "ﬁ", "İ", "ß", "und",
    "le", "el",
  ].map { Array($0.utf8) }

  private mutating func withLinesChanged(_ part: [UInt8], _ other: [UInt8]) -> [UInt8] {
    func lines(_ bytes: [UInt8]) -> [[UInt8]] {
      bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    }
    var mine = lines(part)
    let place = Int.random(in: 0..<mine.count, using: &numbers)
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: mine.remove(at: place)
    case 1: mine.insert(mine[place], at: Int.random(in: 0...mine.count, using: &numbers))
    case 2: mine.swapAt(place, Int.random(in: 0..<mine.count, using: &numbers))
    case 3: mine.insert(numbers.pick(lines(other)), at: place)
    case 4 where place + 1 < mine.count: mine[place] += [0x20] + mine.remove(at: place + 1)
    default:
      let words = mine[place].split(separator: 0x20).map { Array($0) }
      let cut = Int.random(in: 0...words.count, using: &numbers)
      mine[place] = Array(words[..<cut].joined(separator: [0x20]))
      mine.insert(Array(words[cut...].joined(separator: [0x20])), at: place + 1)
    }
    return Array(mine.joined(separator: [0x0A]))
  }

  private mutating func withWordsChanged(_ part: [UInt8], _ other: [UInt8]) -> [UInt8] {
    var words = part.split(separator: 0x20, omittingEmptySubsequences: false).map { Array($0) }
    let place = Int.random(in: 0..<words.count, using: &numbers)
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: words.remove(at: place)
    case 1: words.swapAt(place, Int.random(in: 0..<words.count, using: &numbers))
    case 2: words.insert(numbers.pick(FuzzMutator.words), at: place)
    case 3: words[place] += numbers.pick(FuzzMutator.words)
    case 4:
      let others = other.split(separator: 0x20, omittingEmptySubsequences: false)
      words[place] = Array(numbers.pick(others))
    default: words[place] = numbers.pick(FuzzMutator.words)
    }
    return Array(words.joined(separator: [0x20]))
  }

  private mutating func withBytesChanged(_ part: [UInt8]) -> [UInt8] {
    guard !part.isEmpty else { return [UInt8.random(in: 0...255, using: &numbers)] }
    var bytes = part
    let place = Int.random(in: 0..<bytes.count, using: &numbers)
    let end = min(bytes.count, place + Int.random(in: 1...40, using: &numbers))
    switch Int.random(in: 0..<5, using: &numbers) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
    case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
    default: bytes.removeSubrange(end...)
    }
    return bytes
  }
}
