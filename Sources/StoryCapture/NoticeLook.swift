/// Whether a block looks like a notice: what a newsroom prints about its own text.
///
/// Only the block's kind hangs on it. What the notice says (its kind, its date, what it corrects) is
/// read by the diff.
enum NoticeLook {
  /// Begun by a printed label (`Correction:`), or known by what it says.
  case label, phrase

  /// Bytes at the beginning of a block that are looked at.
  private static let reach = 320

  static func find(in bytes: UnsafeBufferPointer<UInt8>) -> NoticeLook? {
    var start = 0
    // Marks that set a notice off: brackets, a star, Markdown's emphasis.
    while start < bytes.count, start < 6, isOpening(bytes[start]) { start += 1 }
    guard start + 2 < bytes.count,
      let openings = openings[beginning(bytes[start], bytes[start + 1], bytes[start + 2])]
    else { return nil }
    // Most of those that begin so go on otherwise, which a few bytes tell, or a part of the beginning.
    guard openings.contains(where: { mayBegin(bytes, at: start, $0) }) else { return nil }
    let opening = Folded(bytes, from: start, atMost: 3 * longestOpening)
    guard openings.contains(where: { opening.starts(with: $0) }) else { return nil }
    let text = Folded(bytes, from: start, atMost: reach)
    if let length = label(text) {
      return isExtract(text, from: length) ? nil : .label
    }
    return says(text, bytes.count) ? .phrase : nil
  }

  /// Whether the text may begin with an opening when it is folded: no byte of it is another, up to the
  /// first that is beyond ASCII.
  private static func mayBegin(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ opening: StaticString
  ) -> Bool {
    opening.withUTF8Buffer { wanted in
      for (index, letter) in wanted.enumerated() {
        guard start + index < bytes.count else { return true }
        let byte = bytes[start + index]
        if byte >= 0x80 || letter >= 0x80 { return true }
        if (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) != letter { return false }
      }
      return true
    }
  }

  private static func isOpening(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: " "):
      true
    default: false
    }
  }

  /// Labels and phrases by their first three bytes: most blocks cost one look. An apostrophe, which may
  /// be drawn in three bytes, is not looked at.
  private static let openings = Dictionary(
    grouping: labels + phrases + subjects + updates
  ) { text in
    text.withUTF8Buffer { beginning($0[0], $0[1], $0[2]) }
  }
  private static let longestOpening =
    openings.values.joined().map(\.utf8CodeUnitCount).max() ?? 0

  private static func beginning(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt32 {
    func lower(_ byte: UInt8) -> UInt32 {
      UInt32(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    if b == UInt8(ascii: "'") || b == 0xE2 { return lower(a) << 16 }
    return lower(a) << 16 | lower(b) << 8 | lower(c)
  }

  private static let labels: [StaticString] = [
    "correction", "corrections", "corrected", "clarification", "clarifications", "editor's note",
    "editors' note", "editors note", "editorial note", "update", "updates", "retraction",
    "retracted", "amendment", "erratum", "errata", "note to readers",
    "correction and clarification",
    "corrections and clarifications",
    "rectificatif", "précision", "mise à jour", "note de la rédaction", "ndlr", "rétractation",
    "korrektur", "berichtigung", "richtigstellung", "klarstellung", "anmerkung der redaktion",
    "hinweis der redaktion", "anm. d. red.", "aktualisierung", "korrekturhinweis",
    "corrección", "correccion", "fe de errores", "fe de erratas", "aclaración", "rectificación",
    "nota del editor", "nota de la redacción", "nota de redacción", "actualización",
    "retractación",
  ]

  /// The length of the label that the text begins with: a known word, then a colon or a dash at
  /// once or after a date or a time (`Correction, 14 May 2025:`), or nothing more.
  private static func label(_ text: Folded) -> Int? {
    for label in labels where text.starts(with: label) {
      let length = label.utf8CodeUnitCount
      // `Update` alone is a heading over news.
      if length >= text.count { return length >= 10 ? length : nil }
      if text.isLetter(at: length) { continue }
      if let end = labelEnd(text, after: length) { return end }
      // `CORRECTION The story …`: a bare label in front of a sentence about the story.
      if length >= 10,
        text.contains("this story") || text.contains("this article")
          || text.contains("earlier version")
      {
        return length
      }
    }
    return nil
  }

  /// The index after the colon or dash that ends a label, where what stands between is nothing, a
  /// date or time, or begins as one does (`on`, `vom`, a comma, a bracket).
  private static func labelEnd(_ text: Folded, after start: Int) -> Int? {
    var hasDigit = false
    for index in start..<min(text.count, start + 48) {
      hasDigit = hasDigit || text.isDigit(at: index)
      let isColon = text[index] == UInt8(ascii: ":")
      guard isColon || text.hasDash(at: index) else { continue }
      // `10:15` is a time, not the label's end.
      if isColon, text.isDigit(at: index - 1), text.isDigit(at: index + 1) { continue }
      let first = (start..<index).first { text[$0] != UInt8(ascii: " ") && text[$0] != 0xC2 }
      guard let first else { return index + 1 }
      let openings: [StaticString] = [" on ", " vom ", " du ", " del "]
      let beginsAsDate =
        text[first] == UInt8(ascii: ",") || text[first] == UInt8(ascii: "(")
        || (isColon && openings.contains { text.matches($0, at: start) })
      return hasDigit || beginsAsDate ? index + 1 : nil
    }
    return nil
  }

  /// An editor's note in front of an extract, or about the author, tells nothing of the text.
  private static func isExtract(_ text: Folded, from index: Int) -> Bool {
    guard text.starts(with: "editor") || text.starts(with: "note") else { return false }
    let signs: [StaticString] = [
      "extract from", "excerpt", "adapted from", "taken from the book", "extracted from",
    ]
    return signs.contains { text.contains($0) }
  }

  private static let phrases: [StaticString] = [
    "an earlier version of", "a previous version of", "an earlier headline", "earlier versions of",
    "more to follow", "more follows", "more to come", "more details soon", "more soon",
    "correction appended", "developing story", "breaking news story", "check back for",
    "refresh for updates",
    "please refresh", "the headline of this", "the headline on this",
    "the original version of this",
    "in an earlier version", "in a previous version",
    "in einer früheren version", "in einer früheren fassung", "eine frühere version",
    "eine frühere fassung", "in einer ersten version", "weitere informationen folgen",
    "mehr in kürze", "une version précédente", "une version antérieure",
    "dans une version précédente", "une première version de cet", "plus d'informations à venir",
    "plus d'informations à suivre", "una versión anterior", "en una versión anterior",
    "noticia en desarrollo", "habrá ampliación", "más información en breve",
  ]

  private static let subjects: [StaticString] = [
    "this story", "this article", "this report", "this post", "this page", "this piece",
    "this item", "this column", "this version", "this headline", "this live blog", "this is a",
    "this news story", "the story", "the article", "this copy", "this review", "this caption",
    "the caption", "the headline",
    "dieser artikel", "diese meldung", "dieser text", "dieser beitrag", "der artikel", "der text",
    "die meldung", "cet article", "cette dépêche", "ce texte", "l'article",
    "esta noticia", "este artículo", "esta nota", "esta información", "este texto",
  ]

  private static let deeds: [StaticString] = [
    " updated", " amended", " corrected", " clarified", "been edited", "been changed",
    "been revised", "been removed", "been retracted", "been withdrawn", " developing ",
    "is developing", "breaking news", "breaking story", "previously stated", "originally stated",
    "originally said", "incorrectly", "mistakenly", "misstated", "erroneously", "in error",
    "aktualisiert", "korrigiert", "geändert", "ergänzt", "mis à jour", "mise à jour",
    "corrigé", "modifié", "rectifié", "actualiza", "corregid", "modificad", "en desarrollo",
    "rectificad",
  ]

  private static let updates: [StaticString] = ["updated ", "amended "]

  /// Whether the text says of itself that it was changed or will be.
  private static func says(_ text: Folded, _ length: Int) -> Bool {
    if phrases.contains(where: { text.starts(with: $0) }) { return true }
    if subjects.contains(where: { text.starts(with: $0) }) {
      return deeds.contains { text.contains($0) }
    }
    // `Updated 5 minutes ago` is page furniture; `Updated at 3pm to add a comment` is a note.
    if updates.contains(where: { text.starts(with: $0) }) {
      let reasons: [StaticString] = [
        " to add", " to include", " to reflect", " to clarify", " with ",
      ]
      return length > 30 && reasons.contains { text.contains($0, within: 80) }
    }
    return false
  }
}

/// The beginning of a text with letters in lower case (ASCII and Latin-1) and straight apostrophes.
private struct Folded {
  private var bytes: [UInt8] = []

  var count: Int { bytes.count }

  subscript(index: Int) -> UInt8 { bytes[index] }

  init(_ text: UnsafeBufferPointer<UInt8>, from start: Int, atMost limit: Int) {
    bytes.reserveCapacity(limit)
    var index = start
    let end = min(text.count, start + limit)
    while index < end {
      let byte = text[index]
      if byte >= 0x41 && byte <= 0x5A {
        bytes.append(byte | 0x20)
      } else if byte == 0xC3, index + 1 < end, (0x80...0x9E).contains(text[index + 1]) {
        bytes.append(byte)
        bytes.append(text[index + 1] | 0x20)
        index += 1
      } else if byte == 0xE2, index + 2 < end, text[index + 1] == 0x80,
        text[index + 2] == 0x99 || text[index + 2] == 0x98
      {
        bytes.append(UInt8(ascii: "'"))
        index += 2
      } else if byte == 0xC2, index + 1 < end, text[index + 1] == 0xA0 {
        bytes.append(0x20)
        index += 1
      } else {
        bytes.append(byte)
      }
      index += 1
    }
  }

  func starts(with prefix: StaticString) -> Bool { matches(prefix, at: 0) }

  /// Whether `needle` stands in the first `limit` bytes.
  func contains(_ needle: StaticString, within limit: Int = .max) -> Bool {
    let last = min(count, limit) - needle.utf8CodeUnitCount
    return last >= 0 && (0...last).contains { matches(needle, at: $0) }
  }

  func isLetter(at index: Int) -> Bool {
    index < count && (bytes[index] >= 0x61 && bytes[index] <= 0x7A || bytes[index] >= 0xC3)
      && bytes[index] != 0xE2
  }

  func isDigit(at index: Int) -> Bool { index < count && (0x30...0x39).contains(bytes[index]) }

  /// Whether ` - `, `–` or `—` stands at `index`.
  func hasDash(at index: Int) -> Bool {
    if bytes[index] == UInt8(ascii: "-") { return index > 0 && bytes[index - 1] == 0x20 }
    return bytes[index] == 0xE2 && index + 2 < count && bytes[index + 1] == 0x80
      && (bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94)
  }

  func matches(_ needle: StaticString, at start: Int) -> Bool {
    let length = needle.utf8CodeUnitCount
    guard start + length <= count, bytes[start] == needle.utf8Start[0] else { return false }
    return needle.withUTF8Buffer { wanted in
      for index in 0..<length where bytes[start + index] != wanted[index] { return false }
      return true
    }
  }
}
