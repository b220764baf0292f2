extension String {
  /// The word without the `'s` of a possessive.
  var withoutPossessive: String { ends(in: "'s") ? String(dropLast(2)) : self }

  /// `hasSuffix`, with a look at the last byte first: most words end otherwise.
  func ends(in suffix: String) -> Bool {
    var (mine, theirs) = (self, suffix)
    let mayEnd = mine.withUTF8 { a in theirs.withUTF8 { b in a.last == b.last } }
    return mayEnd && hasSuffix(suffix)
  }
}
