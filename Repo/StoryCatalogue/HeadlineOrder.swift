/// How headlines stand in a list: as in an index of a newspaper, without regard to capitals, accents, and
/// marks before the first letter.
public enum HeadlineOrder {
  /// What a headline is sorted by, byte for byte; equals are sorted by the headline itself.
  public static func key(of headline: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in headline.lowercased().unicodeScalars {
      if scalar.isASCII {
        key.append(scalar)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        key.append(unaccented(scalar))
      }
    }
    let start = key.firstIndex { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    return String(key[(start ?? key.startIndex)...])
  }

  /// The letter that a Latin one is without its accent, as its name in Unicode has it: `LATIN SMALL LETTER E
  /// WITH ACUTE`.
  private static func unaccented(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let prefix = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(prefix) else { return scalar }
    let words = name.dropFirst(prefix.count).split(separator: " ")
    guard words.count > 2, words[1] == "WITH", words[0].utf8.count == 1,
      let letter = words[0].lowercased().unicodeScalars.first
    else { return scalar }
    return letter
  }
}
