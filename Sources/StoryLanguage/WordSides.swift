/// Sets of lists of words, where words of two lists of one set cannot both be true of one thing.
public struct WordSides: Sendable {
  private let sidesOfWord: [String: [Side]]

  private struct Side: Hashable {
    let set: Int, list: Int
  }

  init(_ sets: [[[String]]]) {
    var sides: [String: [Side]] = [:]
    for (set, lists) in sets.enumerated() {
      for (list, words) in lists.enumerated() {
        for word in words { sides[word, default: []].append(Side(set: set, list: list)) }
      }
    }
    sidesOfWord = sides
  }

  /// Whether a word stands in any list.
  public func contains(_ word: String) -> Bool { sidesOfWord[word] != nil }

  /// Whether two words stand in different lists of one set, and in no list together: `rose`, `fell`.
  public func areApart(_ a: String, _ b: String) -> Bool {
    guard let mine = sidesOfWord[a], let theirs = sidesOfWord[b],
      !mine.contains(where: theirs.contains)
    else { return false }
    return mine.contains { side in theirs.contains { $0.set == side.set } }
  }
}
