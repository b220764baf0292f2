extension String {
  /// The word without the `'s` of a possessive.
  var withoutPossessive: String {
    var word = self
    let isPossessive = word.withUTF8 { bytes in
      bytes.count > 1 && bytes[bytes.count - 1] == UInt8(ascii: "s")
        && bytes[bytes.count - 2] == UInt8(ascii: "'")
    }
    return isPossessive ? String(dropLast(2)) : self
  }

  /// Whether a byte stands in it.
  func holds(_ byte: UInt8) -> Bool {
    var word = self
    return word.withUTF8 { $0.contains(byte) }
  }

  /// Whether a digit stands in it, or a figure of another script.
  var holdsNumber: Bool {
    var word = self
    let (holdsDigit, isASCII) = word.withUTF8 { bytes in
      (bytes.contains { $0 &- 48 < 10 }, bytes.allSatisfy { $0 < 0x80 })
    }
    return holdsDigit || !isASCII && contains(where: \.isNumber)
  }

  /// `hasSuffix`, with a look at the last byte first: most words end otherwise.
  func ends(in suffix: String) -> Bool {
    var (mine, theirs) = (self, suffix)
    let mayEnd = mine.withUTF8 { a in theirs.withUTF8 { b in a.last == b.last } }
    return mayEnd && hasSuffix(suffix)
  }
}
