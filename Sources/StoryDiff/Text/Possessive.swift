extension String {
  /// The word without the `'s` of a possessive.
  var withoutPossessive: String { ends(in: "'s") ? String(dropLast(2)) : self }

  /// `hasSuffix`, with a look at the last byte first: most words end otherwise.
  func ends(in suffix: String) -> Bool { utf8.last == suffix.utf8.last && hasSuffix(suffix) }
}
