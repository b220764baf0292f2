/// One pass over the bytes of one text.
struct Scan {
  let bytes: UnsafePointer<UInt8>
  let count: Int
  var tokens: [Token] = []
  var at = 0
  var point = 0
  var spaceBefore = false
  var singleQuoteIsOpen = false
  var straightQuoteIsOpen = false

  /// `bytes` are whole UTF-8 sequences, so that a lead byte is followed by what it announces.
  init(bytes: UnsafePointer<UInt8>, count: Int) {
    self.bytes = bytes
    self.count = count
  }

  /// The code point at a byte position, its class and its length in bytes.
  @inline(__always)
  func scalar(at index: Int) -> (value: UInt32, class: ScalarClass, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), ScalarClass.ofASCII(first), 1) }
    if first < 0xE0 {
      let value = UInt32(first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
      return (value, ScalarClass.of(value), 2)
    }
    if first < 0xF0 {
      let value =
        UInt32(first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
        | UInt32(bytes[index + 2] & 0x3F)
      return (value, ScalarClass.of(value), 3)
    }
    let high = UInt32(first & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
    let value =
      high | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F)
    return (value, ScalarClass.of(value), 4)
  }

  func classAt(_ index: Int) -> ScalarClass? {
    index < count ? scalar(at: index).class : nil
  }

  mutating func run(_ vocabulary: inout Vocabulary, _ marks: Tokenizer.Marks) {
    while at < count {
      // Nearly all of a text is words and single spaces.
      let byte = bytes[at]
      if (byte | 0x20) &- 97 < 26 {
        if isAddress { address(&vocabulary) } else { word(&vocabulary) }
        continue
      }
      if byte == 0x20 {
        spaceBefore = true
        advance(1)
        continue
      }
      let (value, kind, length) = scalar(at: at)
      switch kind {
      case .space:
        spaceBefore = true
        advance(length)
      case .ignorable:
        advance(length)
      case .letter: word(&vocabulary)
      case .digit:
        number(&vocabulary)
      case .fraction:
        emit(.number, length: length, vocabulary.number(of: text(at, at + length)), points: 1)
      case .sign:
        sign(&vocabulary)
      case .quote:
        let isInches =
          value < 0x80 && touchesNumber
          && (!straightQuoteIsOpen || tokens.dropLast().last?.word == vocabulary.number(of: "'"))
        if value < 0x80, !isInches { straightQuoteIsOpen = opensQuote(at + length) }
        emit(
          .mark, length: length,
          isInches ? vocabulary.number(of: "''") : marks.quote, points: 1)
      case .apostrophe:
        // `'over 200'`: after a figure an open quotation ends, but for `6'2"`.
        let isFeet =
          touchesNumber && (!singleQuoteIsOpen || classAt(at + length) == .digit)
        singleQuoteIsOpen = opensQuote(at + length)
        emit(.mark, length: length, isFeet ? vocabulary.number(of: "'") : marks.quote, points: 1)
      case .dash:
        var end = at + length
        var points = 1
        while end < count, case let next = scalar(at: end), next.class == .dash {
          end += next.length
          points += 1
        }
        emit(.mark, length: end - at, marks.dash, points: points)
      case .ellipsis:
        emit(.mark, length: length, marks.ellipsis, points: 1)
      case .mark:
        if value == 0x2E, at + 2 < count, bytes[at + 1] == 0x2E, bytes[at + 2] == 0x2E {
          var end = at
          while end < count, bytes[end] == 0x2E { end += 1 }
          emit(.mark, length: end - at, marks.ellipsis, points: end - at)
        } else if value == 0x2E || value == 0x2C {
          emit(.mark, length: 1, value == 0x2E ? marks.stop : marks.comma, points: 1)
        } else if value < 0x80 {
          let word = vocabulary.number(
            ofASCII: UnsafeBufferPointer(start: bytes + at, count: length))
          emit(.mark, length: length, word, points: 1)
        } else {
          emit(.mark, length: length, vocabulary.number(of: text(at, at + length)), points: 1)
        }
      }
    }
  }

  /// Whether the token before touches what stands here, and is a figure.
  private var touchesNumber: Bool { tokens.last?.kind == .number && !spaceBefore }

  /// Whether a quotation mark that ends at a place touches what comes after it.
  private func opensQuote(_ end: Int) -> Bool {
    let next = classAt(end)
    return next == .letter || next == .digit || next == .sign
  }

  private mutating func advance(_ length: Int) {
    at += length
    point += 1
  }

  private mutating func emit(_ kind: Token.Kind, length: Int, _ word: Int32, points: Int) {
    tokens.append(
      Token(
        kind: kind, spaceBefore: spaceBefore, word: word, byteStart: Int32(at),
        byteEnd: Int32(at + length), start: Int32(point), end: Int32(point + points)))
    at += length
    point += points
    spaceBefore = false
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(
      decoding: UnsafeBufferPointer(start: bytes + start, count: end - start), as: UTF8.self)
  }

  private var isAddress: Bool {
    let lead = bytes[at] | 0x20
    guard lead == UInt8(ascii: "h") || lead == UInt8(ascii: "w"), at + 1 < count else {
      return false
    }
    // `he` and `was` open like addresses, too.
    let second = bytes[at + 1] | 0x20
    if second &- 97 < 26, second != (lead == UInt8(ascii: "h") ? UInt8(ascii: "t") : lead) {
      return false
    }
    return has("https://") || has("http://") || has("www.")
  }

  private func has(_ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { wanted in
      var index = at
      for letter in wanted {
        if index > at { index = pastIgnorable(index) }
        guard index < count else { return false }
        let byte = bytes[index]
        guard (byte >= 65 && byte <= 90 ? byte | 0x20 : byte) == letter else { return false }
        index += 1
      }
      return index < count
    }
  }

  /// The first position from `index` on that is not of a soft hyphen or zero-width sign.
  private func pastIgnorable(_ index: Int) -> Int {
    var index = index
    while index < count, case let next = scalar(at: index), next.class == .ignorable {
      index += next.length
    }
    return index
  }

  private mutating func address(_ vocabulary: inout Vocabulary) {
    var end = at
    var points = 0
    var isPlain = true
    loop: while end < count {
      let next = scalar(at: end)
      switch next.class {
      case .space, .quote: break loop
      case .ignorable:
        let after = pastIgnorable(end + next.length)
        guard let beyond = classAt(after), beyond != .space, beyond != .quote else { break loop }
        isPlain = false
      default: break
      }
      if next.value == 0x29 || next.value == 0x5D || next.value == 0x3E || next.value == 0x3C {
        break
      }
      end += next.length
      points += 1
    }
    while end > at + 1, [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F].contains(bytes[end - 1]) {
      end -= 1
      points -= 1
    }
    let address = isPlain ? text(at, end) : withoutIgnorable(end)
    emit(.address, length: end - at, vocabulary.number(of: address), points: points)
  }

  private mutating func word(_ vocabulary: inout Vocabulary) {
    if shortWord(&vocabulary) { return }
    var end = at
    // Most words are letters of ASCII and nothing else.
    while end < count, (bytes[end] | 0x20) &- 97 < 26 { end += 1 }
    var points = end - at
    var isPlain = true
    var letters = points
    var dots = 0
    loop: while end < count {
      let byte = bytes[end]
      if (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 {
        end += 1
        points += 1
        letters += 1
        continue
      }
      let next = scalar(at: end)
      switch next.class {
      case .letter, .digit:
        isPlain = false
        end += next.length
        points += 1
        letters += 1
      case .ignorable:
        let after = classAt(pastIgnorable(end + next.length))
        guard after == .letter || after == .digit else { break loop }
        isPlain = false
        end += next.length
        points += 1
      case .apostrophe:
        let after = classAt(end + next.length)
        let follows = after == .letter
        let isPossessive = !follows && !singleQuoteIsOpen && (bytes[end - 1] | 0x20) == 0x73
        guard follows || isPossessive else { break loop }
        if next.value != 0x27 { isPlain = false }
        end += next.length
        points += 1
        if isPossessive { break loop }
      case .mark where next.value == 0x2E:
        // Dotted initials: one letter, a dot, one letter, a dot.
        let isInitial = letters == dots + 1
        guard isInitial, points == 2 * dots + 1 else { break loop }
        let after = classAt(end + 1)
        if after == .letter {
          let beyond = end + 1 + scalar(at: end + 1).length
          guard beyond < count, bytes[beyond] == 0x2E else { break loop }
        } else if dots == 0 {
          break loop
        }
        dots += 1
        end += 1
        points += 1
        if after != .letter { break loop }
      default:
        break loop
      }
    }
    let slice = UnsafeBufferPointer(start: bytes + at, count: end - at)
    let number = isPlain ? vocabulary.number(ofASCII: slice) : vocabulary.number(of: folded(end))
    emit(.word, length: end - at, number, points: points)
  }

  /// Takes the word where it is fewer than eight letters of ASCII before a mark or space that no word
  /// goes on after; most are.
  @inline(__always)
  private mutating func shortWord(_ vocabulary: inout Vocabulary) -> Bool {
    guard at + 8 <= count else { return false }
    let eight = UInt64(
      littleEndian: UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self))
    let ones: UInt64 = 0x0101_0101_0101_0101, high: UInt64 = 0x8080_8080_8080_8080
    let small = (eight | 0x20 &* ones) & ~high
    // The high bit of each byte that is a letter: at least `a`, and not more than `z`.
    let letters = (small &+ 0x1F &* ones) & ~(small &+ 0x05 &* ones) & ~eight & high
    let length = (~letters & high).trailingZeroBitCount >> 3
    guard length > 0, length < 8 else { return false }
    switch bytes[at + length] {
    case 0x20, UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: ":"),
      UInt8(ascii: ";"), UInt8(ascii: ")"):
      break
    case UInt8(ascii: ".") where length > 1: break
    default: return false
    }
    let key = WordKey(opening: eight & (1 &<< UInt64(8 * length) &- 1), count: length)
    let slice = UnsafeBufferPointer(start: bytes + at, count: length)
    emit(.word, length: length, vocabulary.number(of: key, slice), points: length)
    return true
  }

  /// The word up to `end` with straight apostrophes and without ignorable marks.
  private func folded(_ end: Int) -> String {
    var scalars = String.UnicodeScalarView()
    var index = at
    while index < end {
      let next = scalar(at: index)
      index += next.length
      switch next.class {
      case .ignorable: continue
      case .apostrophe: scalars.append("'")
      default: if let scalar = Unicode.Scalar(next.value) { scalars.append(scalar) }
      }
    }
    return String(scalars)
  }

  /// The text up to `end` without ignorable marks.
  private func withoutIgnorable(_ end: Int) -> String {
    var plain: [UInt8] = []
    var index = at
    while index < end {
      let next = scalar(at: index)
      if next.class != .ignorable {
        plain.append(contentsOf: UnsafeBufferPointer(start: bytes + index, count: next.length))
      }
      index += next.length
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private mutating func number(_ vocabulary: inout Vocabulary) {
    var end = at
    var points = 0
    var isPlain = true
    func isDigit(_ index: Int) -> Bool {
      index < count && bytes[index] >= 48 && bytes[index] <= 57
    }
    while end < count {
      if isDigit(end) {
        end += 1
        points += 1
      } else if bytes[end] == 0x2C || bytes[end] == 0x2E, isDigit(end + 1) {
        end += 1
        points += 1
      } else if bytes[end] >= 0x80 {
        let next = scalar(at: end)
        if next.class == .digit {
          isPlain = false
          end += next.length
          points += 1
        } else if next.value == 0xA0 || next.value == 0x202F || next.value == 0x2009
          || next.value == 0x2019,
          isDigit(end + next.length), isDigit(end + next.length + 1),
          isDigit(end + next.length + 2), !isDigit(end + next.length + 3)
        {
          // A thousands separator that is a narrow space or an apostrophe: groups of three.
          isPlain = false
          end += next.length
          points += 1
        } else {
          break
        }
      } else {
        break
      }
    }
    let word: Int32
    if isPlain {
      word = vocabulary.number(ofASCII: UnsafeBufferPointer(start: bytes + at, count: end - at))
    } else {
      // Figures grouped by a narrow space or an apostrophe are the same figures.
      let scalars = text(at, end).unicodeScalars.filter {
        ![0xA0, 0x202F, 0x2009, 0x2019].contains($0.value)
      }
      word = vocabulary.number(of: String(String.UnicodeScalarView(scalars)))
    }
    emit(.number, length: end - at, word, points: points)
  }

  /// One sign of a script without spaces, with the marks that combine with it.
  private mutating func sign(_ vocabulary: inout Vocabulary) {
    let first = scalar(at: at)
    var end = at + first.length
    var points = 1
    while end < count {
      let next = scalar(at: end)
      guard next.class == .sign, let scalar = Unicode.Scalar(next.value) else { break }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark:
        end += next.length
        points += 1
        continue
      default: break
      }
      break
    }
    emit(.word, length: end - at, vocabulary.number(of: text(at, end)), points: points)
  }
}
