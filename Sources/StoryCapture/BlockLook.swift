import StoryModel

/// What one block looks like, whatever stands around it.
struct BlockLook {
  /// The kind that the block's own words show; nil for a paragraph and all that place decides.
  var kind: Block.Kind?
  /// Code points; counted up to `BlockLook.enough`.
  var width = 0
  /// The last byte that is no closing quotation mark or bracket.
  var end: UInt8 = 0
  var hasNoticeLabel = false
  /// Whether its list marker begins nothing but items.
  var hasBullet = false
  var looksLikeByline = false
  var looksLikeHeading = false
  var hasDateline = false
  var startsWithQuote = false

  /// Longer blocks are paragraphs or notices, and nothing else is asked of them.
  static let enough = 400

  init(_ text: String) {
    var text = text
    self = text.withUTF8 { BlockLook(bytes: $0) }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    let all = 0..<bytes.count
    if let label = NoticeLook.find(in: bytes) {
      kind = .notice
      hasNoticeLabel = label == .label
    }
    if kind == nil, let marker = bytes.listMarker(at: 0, end: bytes.count) {
      kind = .listItem
      hasBullet = marker == .bullet || marker == .dash(0x2D)
    }
    if bytes.count > 4 * BlockLook.enough {
      width = BlockLook.enough
      return
    }
    width = bytes.codePoints(in: all)
    end = bytes.lastMark(all)
    guard width <= BlockLook.enough else { return }
    startsWithQuote = bytes.startsWithQuote()
    if kind == nil {
      if bytes.looksLikeTableRow(all) {
        kind = .tableRow
      } else if BlockLook.looksLikeCaption(bytes) {
        kind = .caption
      }
    }
    looksLikeByline = width <= BlockKinds.bylineLimit && BlockLook.looksLikeByline(bytes)
    hasDateline = BlockLook.hasDateline(bytes)
    looksLikeHeading =
      kind == nil && width <= BlockKinds.headingLimit && !startsWithQuote
      && (end != UInt8(ascii: ":") || width <= 40) && !bytes.startsLowercase(all)
      && BlockLook.endsAsHeading(bytes, end) && BlockLook.isOneSentence(bytes)
      && !BlockLook.isFurniture(bytes)
  }

  /// No full stop, comma or semicolon; a question mark does, and a colon.
  private static func endsAsHeading(_ bytes: UnsafeBufferPointer<UInt8>, _ end: UInt8) -> Bool {
    switch end {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "!"), 0xA6, 0x82:
      false
    default: bytes.contains { $0 > 0x40 }
    }
  }

  private static let furnitureOpenings: [StaticString] = [
    "updated ", "last updated", "last modified", "published ", "posted ",
  ]

  /// A page's line of times, and addresses, which stand over nothing.
  private static func isFurniture(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if furnitureOpenings.contains(where: { bytes.startsFolded($0) }) { return true }
    return bytes.indices.dropLast(3).contains { index in
      bytes[index] == UInt8(ascii: ":") && bytes[index + 1] == UInt8(ascii: "/")
        && bytes[index + 2] == UInt8(ascii: "/")
    }
  }

  private static let bylineOpenings: [StaticString] = [
    "by ", "par ", "von ", "por ", "text: ", "words by ", "story by ",
  ]

  /// `By Jane Doe`, `Par Jeanne Dupont`: the word, then two capitals, and no end.
  private static func looksLikeByline(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let opening = bylineOpenings.first(where: { bytes.startsFolded($0) }) else {
      return false
    }
    guard bytes[0] < 0x60, bytes.lastMark(0..<bytes.count) != UInt8(ascii: ".") else {
      return false
    }
    var capitals = 0
    var words = 0
    var isStart = true
    for index in opening.utf8CodeUnitCount..<bytes.count {
      let byte = bytes[index]
      if byte == 0x20 {
        isStart = true
      } else if isStart {
        isStart = false
        words += 1
        if (0x41...0x5A).contains(byte) || byte >= 0xC3 {
          capitals += 1
        } else if words <= 2, !(0x61...0x7A).contains(byte) || words == 1 {
          return false
        }
      }
    }
    return capitals >= 2 && capitals * 2 >= words && words <= 14
  }

  /// `SEOUL, South Korea (AP) -- `, `RIDGEMONT — `: a place in capitals, then a dash.
  private static func hasDateline(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var capitals = 0
    for index in 0..<min(bytes.count, 60) {
      let byte = bytes[index]
      if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x94 || bytes[index + 2] == 0x93
      {
        return capitals >= 3
      }
      if byte == UInt8(ascii: "-"), index > 0, bytes[index - 1] == 0x20, index + 1 < bytes.count,
        bytes[index + 1] == 0x20 || bytes[index + 1] == UInt8(ascii: "-")
      {
        return capitals >= 3
      }
      if (0x41...0x5A).contains(byte) || byte == 0xC3 {
        capitals += 1
      } else if capitals < 3, (0x61...0x7A).contains(byte) {
        return false
      }
    }
    return false
  }

  /// Whether no sentence ends before the end of the block, but for abbreviations and initials.
  static func isOneSentence(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isOneSentence($0) }
  }

  private static func isOneSentence(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index + 2 < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      else { continue }
      // A word of four letters or more before it, a space and a capital after it.
      guard bytes[index] == 0x20, !bytes.startsLowercase(index + 1..<bytes.count) else { continue }
      let word = bytes[..<(index - 1)].reversed().prefix {
        $0 >= 0x61 || (0x30...0x39).contains($0)
      }
      if word.count > 3 { return false }
    }
    return true
  }

  private static let captionOpenings: [StaticString] = [
    "photograph:", "photo:", "photos:", "(photo", "image:", "(image", "image caption",
    "image source", "image credit", "picture:", "caption:", "foto:", "(foto", "bild:",
    "photo credit", "photo by ", "file photo", "media caption",
  ]

  private static func looksLikeCaption(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch (bytes.first ?? 0) | 0x20 {
    case UInt8(ascii: "p"), UInt8(ascii: "i"), UInt8(ascii: "c"), UInt8(ascii: "f"),
      UInt8(ascii: "b"), UInt8(ascii: "m"), UInt8(ascii: "("):
      return captionOpenings.contains { bytes.startsFolded($0) }
    default: return false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes begin with `prefix`, which is lower-case ASCII, in any case.
  func startsFolded(_ prefix: StaticString) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard count >= length else { return false }
    return prefix.withUTF8Buffer { wanted in
      for index in 0..<length {
        var byte = self[index]
        if byte >= 0x41 && byte <= 0x5A { byte |= 0x20 }
        if byte != wanted[index] { return false }
      }
      return true
    }
  }

  /// Whether the text begins with a quotation mark.
  func startsWithQuote() -> Bool {
    guard count > 2 else { return false }
    if self[0] == UInt8(ascii: "\"") || self[0] == UInt8(ascii: "'") { return true }
    if self[0] == 0xC2 { return self[1] == 0xAB || self[1] == 0xBB }
    return self[0] == 0xE2 && self[1] == 0x80 && (0x98...0x9F).contains(self[2])
  }
}
