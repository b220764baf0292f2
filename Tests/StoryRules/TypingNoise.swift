import Foundation
import StoryModel

/// A way of typing or damaging a text that changes nothing that it says.
package enum TypingNoise: String, CaseIterable, Sendable {
  case spaces, zeroWidthSigns, softHyphens, decomposed, quotationMarks
  case dashesAndDots, mojibake, everything

  /// The document as it would be typed so.
  package func applied(to document: Document, _ numbers: inout SeededNumbers) -> Document {
    Document(
      metadata: document.metadata,
      blocks: document.blocks.map { Block($0.kind, applied(to: $0.text, &numbers)) })
  }

  private func applied(to text: String, _ numbers: inout SeededNumbers) -> String {
    switch self {
    case .spaces:
      TypingNoise.replace(text) {
        $0 == " " ? numbers.pick(["\u{A0}", "\u{2009}", "\u{202F}", "  ", "\t"]) : nil
      }
    case .zeroWidthSigns:
      TypingNoise.betweenLetters(text, &numbers) { $0.pick(["\u{200B}", "\u{2060}", "\u{FEFF}"]) }
    case .softHyphens: TypingNoise.betweenLetters(text, &numbers) { _ in "\u{AD}" }
    case .decomposed: text.decomposedStringWithCanonicalMapping
    case .quotationMarks:
      TypingNoise.replace(text) {
        switch $0 {
        case "“", "”": "\""
        case "’": numbers.pick(["'", "’"])
        default: nil
        }
      }
    case .dashesAndDots:
      TypingNoise.replace(text) {
        switch $0 {
        case "–": numbers.pick(["-", "—", "–"])
        case "…": "..."
        default: nil
        }
      }
    case .mojibake: TypingNoise.mojibake(text)
    case .everything:
      [
        TypingNoise.quotationMarks, .dashesAndDots, .spaces, .decomposed, .softHyphens,
        .zeroWidthSigns,
      ]
      .reduce(text) { $1.applied(to: $0, &numbers) }
    }
  }

  private static func replace(_ text: String, _ other: (Unicode.Scalar) -> String?) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let other = other(scalar) {
        result.append(contentsOf: other.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func betweenLetters(
    _ text: String, _ numbers: inout SeededNumbers,
    _ sign: (inout SeededNumbers) -> Unicode.Scalar
  ) -> String {
    let points = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in points.enumerated() {
      result.append(scalar)
      let isInside =
        index + 1 < points.count && scalar.properties.isAlphabetic
        && points[index + 1].properties.isAlphabetic
      if isInside, numbers.chance(10) { result.append(sign(&numbers)) }
    }
    return String(result)
  }

  /// The text as it looks when its UTF-8 is read as Windows-1252; where it holds Han signs, which are
  /// not mended, the text itself.
  private static func mojibake(_ text: String) -> String {
    if text.unicodeScalars.contains(where: { (0x3000...0xFAFF).contains($0.value) }) { return text }
    var result = String.UnicodeScalarView()
    for byte in text.utf8 {
      result.append(Unicode.Scalar(upperHalf[byte] ?? UInt32(byte)) ?? Unicode.Scalar(byte))
    }
    return String(result)
  }

  private static let upperHalf: [UInt8: UInt32] = [
    0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x0192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020,
    0x87: 0x2021, 0x88: 0x02C6, 0x89: 0x2030, 0x8A: 0x0160, 0x8B: 0x2039, 0x8C: 0x0152,
    0x8E: 0x017D, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022,
    0x96: 0x2013, 0x97: 0x2014, 0x98: 0x02DC, 0x99: 0x2122, 0x9A: 0x0161, 0x9B: 0x203A,
    0x9C: 0x0153, 0x9E: 0x017E, 0x9F: 0x0178,
  ]
}
