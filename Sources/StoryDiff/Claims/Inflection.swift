/// Forms of one word, as far as its letters tell.
enum Inflection {
  /// `daughter`, `daughters`; `direction`, `directions`; `body`, `bodies`: a noun in both numbers, or
  /// the same noun.
  static func areFormsOfOneNoun(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
    return long == short + "s" || long == short + "es" || long == short + "n"
      || short.hasSuffix("y") && long == short.dropLast() + "ies"
      || (short, long) == ("person", "people") || (long, short) == ("person", "people")
      || (short, long) == ("child", "children") || (a, b) == ("man", "men")
      || (a, b) == ("men", "man") || (a, b) == ("woman", "women") || (a, b) == ("women", "woman")
  }
}
