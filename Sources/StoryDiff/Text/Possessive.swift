extension String {
  /// The word without the `'s` of a possessive.
  var withoutPossessive: String { hasSuffix("'s") ? String(dropLast(2)) : self }
}
