extension Unicode.Scalar {
  /// Columns that a terminal gives the character: 0 for what combines with the one before it, 2 for
  /// East Asian wide characters and emoji, else 1.
  ///
  /// After Unicode Standard Annex 11; where terminals differ (joined emoji, the emoji variation
  /// selector) the wider answer is taken, so that a line may turn out short but never too long.
  var columns: Int {
    if value < 0x300 { return 1 }
    switch value {
    case 0x1160...0x11FF, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF: return 0
    case 0xFE0F: return 1
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide ? 2 : 1
    }
  }

  /// Whether it stands in the width of two letters.
  var isWide: Bool {
    switch value {
    case 0..<0x1100: false
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
      0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
      0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    default: properties.isEmojiPresentation
    }
  }
}

extension String {
  /// Columns that a terminal gives the text.
  var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }

  /// The text cut to `limit` columns, the cut marked by an ellipsis and made between words where
  /// one ends in the second half.
  func shortened(to limit: Int) -> String {
    if columns <= limit { return self }
    var kept = String.UnicodeScalarView()
    var used = 0
    var lastGap: (end: String.UnicodeScalarView.Index, used: Int)?
    for scalar in unicodeScalars {
      if used + scalar.columns > limit - 1 { break }
      if scalar == " " { lastGap = (kept.endIndex, used) }
      kept.append(scalar)
      used += scalar.columns
    }
    if let lastGap, lastGap.used > limit / 2 { kept.removeSubrange(lastGap.end...) }
    return String(kept) + "…"
  }
}
