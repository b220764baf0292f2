/// Forms of one word, as far as its letters tell.
enum Inflection {
  /// `sign`, `signed`; `reply`, `replied`; `deny`, `denies`: one stem, and an ending on one or both.
  static func areFormsOfOneVerb(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let shared = zip(a.utf8, b.utf8).prefix { $0 == $1 }.count
    let (left, right) = (a.utf8.count - shared, b.utf8.count - shared)
    return shared >= 3 && left <= 3 && right <= 3
      && shared + 1 >= min(a.utf8.count, b.utf8.count) - 1
  }
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
