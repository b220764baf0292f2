extension Language {
  /// The value of a number that is one word of several: `zweihundertsiebenunddreißig`. Nil for any
  /// other word, and where the language writes no such words. O(letters).
  func compoundNumber(_ text: String) -> Double? {
    guard let joiner = numbers.numberCompounds.first, text.utf8.count >= 8,
      numbers.compoundOpenings.contains(text.prefix(3))
    else { return nil }
    return compound(text[...], below: .infinity, joiner: joiner)
  }

  /// The greatest scale first, what is counted of it before it, the rest after it.
  private func compound(_ text: Substring, below limit: Double, joiner: String) -> Double? {
    for (name, scale) in numbers.compoundScales where scale < limit {
      guard let place = text.firstRange(of: name) else { continue }
      let head = text[..<place.lowerBound], tail = text[place.upperBound...]
      guard let count = head.isEmpty ? 1 : compound(head, below: scale, joiner: joiner) else {
        return nil
      }
      if tail.isEmpty { return count * scale }
      let rest = tail.hasPrefix(joiner) ? tail.dropFirst(joiner.count) : tail
      return compound(rest, below: scale, joiner: joiner).map { count * scale + $0 }
    }
    let word = String(text)
    if numbers.countingArticles.contains(word) { return 1 }
    let known = self.word(word)
    return known.kind.contains(.cardinal) ? known.cardinal : nil
  }
}
