import StoryLanguage
import StoryModel

/// Currencies, scales and what digits come to.
extension FigureReader {
  /// Whether the mark of a currency stands at a position.
  func isCurrency(_ position: Int) -> Bool {
    position >= 0 && position < reading.count && reading.tokens[position].kind == .mark
      && reading.match(reading.language.currencies, position, end: position + 1) != nil
  }

  /// `3,5 M€`: the letters of a scale that a currency's mark touches.
  func moneyScale(_ position: Int, end: Int) -> Double? {
    guard position + 1 < end, reading.isWord(position), reading.isJoined(position + 1),
      reading.tokens[position + 1].kind == .mark,
      let scale = reading.language.numbers.moneyScales[reading.lower[position]],
      reading.match(reading.language.currencies, position + 1, end: end) != nil
    else { return nil }
    return scale
  }

  /// `£5m` is millions, `5m` is metres.
  func isScaleSuffix(_ suffix: Int, figureAt position: Int) -> Bool {
    if reading.match(reading.language.units, suffix, end: suffix + 1) == nil { return true }
    // `1.2m people`, but `1.2m tall`, `100m final`.
    if reading.isContent(suffix + 1), !reading.isMark(suffix + 1, "."), reading.isWord(suffix + 1),
      !reading.isCapitalised(suffix + 1),
      !reading.language.measureWords.contains(reading.lower[suffix + 1])
    {
      return true
    }
    guard position > 0, reading.tokens[position - 1].kind == .mark else {
      return reading.match(reading.language.currencies, suffix + 1, end: reading.count) != nil
    }
    return reading.match(reading.language.currencies, position - 1, end: position) != nil
  }

  /// The value of digits with separators, by the habits of the language.
  static func value(of text: String, decimalComma: Bool) -> Double? {
    let bytes = Array(text.utf8)
    if let fraction = vulgarFractions[text] { return fraction }
    let commas = bytes.indices.filter { bytes[$0] == UInt8(ascii: ",") }
    let stops = bytes.indices.filter { bytes[$0] == UInt8(ascii: ".") }
    /// Whether marks stand where thousands do: groups of three after each.
    func areThousands(_ places: [Int], end: Int) -> Bool {
      guard let first = places.first, first <= 3, first > 0 else { return false }
      return zip(places, places.dropFirst() + [end]).allSatisfy { $1 - $0 == 4 }
    }
    /// `12,50,000`, as India writes it: groups of two before the last, which has three.
    func areLakhs(_ places: [Int], end: Int) -> Bool {
      guard let first = places.first, let last = places.last, places.count > 1 else { return false }
      return (1...2).contains(first) && end - last == 4
        && zip(places, places.dropFirst()).allSatisfy { $1 - $0 == 3 }
    }
    var decimal: Int?
    if let comma = commas.last, let stop = stops.last {
      decimal = max(comma, stop)
    } else if let comma = commas.last {
      let canBeThousands =
        areThousands(commas, end: bytes.count) || areLakhs(commas, end: bytes.count)
      if !canBeThousands || (decimalComma && commas.count == 1 && bytes[0] == 48) {
        decimal = comma
      }
      if decimalComma, commas.count == 1, !canBeThousands { decimal = comma }
    } else if let stop = stops.last {
      let canBeThousands = areThousands(stops, end: bytes.count)
      if !(decimalComma && canBeThousands) || bytes[0] == 48 {
        guard stops.count == 1 || canBeThousands else { return nil }
        if stops.count == 1 { decimal = stop }
      }
    }
    var digits: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if index == decimal {
        digits.append(UInt8(ascii: "."))
      } else if (48...57).contains(byte) {
        digits.append(byte)
      } else if byte != UInt8(ascii: ","), byte != UInt8(ascii: ".") {
        return nil
      }
    }
    return Double(String(decoding: digits, as: UTF8.self))
  }

  /// `-6C`, `as low as 6C`: degrees, where no name of a flat or a class stands before them.
  func isTemperature(_ unit: Int, figureAt position: Int) -> Bool {
    guard
      let found = reading.match(reading.language.units, unit, end: unit + 1),
      found.payload.dimension == "temperature"
    else { return false }
    return reading.isMark(position - 1, "-") && !reading.isJoined(position - 1)
      || reading.isFunction(position - 1)
      || reading.bound(endingAt: position, from: max(0, position - 4)) != nil
  }

  /// `1 200`: digits that are one token though a narrow space parts them.
  func isGrouped(_ position: Int) -> Bool {
    let text = reading.lower[position].utf8
    return text.count > 3 && text.allSatisfy { (48...57).contains($0) }
      && reading.passage.text(of: position..<position + 1).utf8.count > text.count
  }
}
