import CUchardet
import Glibc
import StoryModel

/// Bytes as text, and how the charset that decoded them was found.
struct Decoded {
  var text: String
  /// In lower case, as the web names it: `utf-8`, `windows-1252`.
  var charset: String
  var source: CaptureRecord.CharsetSource
  var warnings: [String] = []
}

/// Finds the charset of bytes and decodes them.
///
/// A byte order mark decides; then what a transport or the page declares, where the bytes bear it
/// out; then UTF-8, where the bytes are that; then libuchardet's guess, where that is of a script
/// other than Latin and the bytes bear it out; then windows-1252, the web's default. A guess is told
/// in the warnings.
enum Charset {
  /// `declared` are charset names, the weightiest first.
  static func decode(_ bytes: [UInt8], declared: [String]) throws(CaptureError) -> Decoded {
    var warnings: [String] = []
    if let (charset, length) = byteOrderMark(bytes) {
      let result = convert(bytes[length...], from: charset)
      return decoded(result, charset, .byteOrderMark, warnings)
    }
    if let wide = wideCharset(bytes) {
      let isDeclared = declared.contains { canonical($0) == wide }
      if !isDeclared {
        warnings.append("no charset is declared: read as \(wide), as the zero bytes in it show")
      }
      return decoded(
        convert(bytes[...], from: wide), wide, isDeclared ? .declared : .detected, warnings)
    }
    for name in declared {
      let charset = canonical(name)
      if charset == "utf-8" {
        if let text = String(validating: bytes, as: UTF8.self) {
          return Decoded(text: text, charset: charset, source: .declared, warnings: warnings)
        }
        // A few damaged bytes in text that is UTF-8 for the rest do not make it another charset.
        let repaired = String(decoding: bytes, as: UTF8.self)
        let damaged = replacements(in: repaired)
        if damaged.count * 20 < multibyteSequences(bytes) {
          return decoded((repaired, damaged.count, damaged.first), charset, .declared, warnings)
        }
        let (charset, why) = guess(bytes)
        warnings.append(
          "the bytes are declared as utf-8, and are not: read as \(charset), \(why)")
        return decoded(convert(bytes[...], from: charset), charset, .detected, warnings)
      }
      guard isKnown(charset) else {
        warnings.append("the charset that is declared, '\(name.prefix(40))', is unknown")
        continue
      }
      return decoded(convert(bytes[...], from: charset), charset, .declared, warnings)
    }
    if let text = String(validating: bytes, as: UTF8.self) {
      return Decoded(text: text, charset: "utf-8", source: .valid, warnings: warnings)
    }
    let repaired = String(decoding: bytes, as: UTF8.self)
    let damaged = replacements(in: repaired)
    if damaged.count * 20 < multibyteSequences(bytes) {
      return decoded((repaired, damaged.count, damaged.first), "utf-8", .detected, warnings)
    }
    let (charset, why) = guess(bytes)
    warnings.append(
      "the bytes are not UTF-8 and declare no charset that is known: read as \(charset), \(why)")
    return decoded(convert(bytes[...], from: charset), charset, .detected, warnings)
  }

  // MARK: Which charset

  private static func byteOrderMark(_ bytes: [UInt8]) -> (charset: String, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("utf-32le", 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("utf-32be", 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
    return nil
  }

  /// UTF-16 or UTF-32 without a mark, where the zero bytes of ASCII in it show which.
  static func wideCharset(_ bytes: [UInt8]) -> String? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 4, sample.contains(0) else { return nil }
    var zeros = [0, 0, 0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index % 4] += 1 }
    let quarter = sample.count / 4
    func most(_ index: Int) -> Bool { zeros[index] * 10 >= quarter * 7 }
    func few(_ index: Int) -> Bool { zeros[index] * 10 <= quarter }
    if most(1), most(2), most(3), few(0) { return "utf-32le" }
    if most(0), most(1), most(2), few(3) { return "utf-32be" }
    if most(1), most(3), few(0), few(2) { return "utf-16le" }
    if most(0), most(2), few(1), few(3) { return "utf-16be" }
    return nil
  }

  /// The name as browsers take it: Latin-1 and ASCII are read as windows-1252, since pages that
  /// claim them hold its quotation marks (WHATWG Encoding Standard, "Names and labels").
  static func canonical(_ name: String) -> String {
    let trimmed = name.unicodeScalars.filter {
      $0.isASCII && $0.value > 0x20 && $0 != "\"" && $0 != "'"
    }
    let lower = String(String.UnicodeScalarView(trimmed)).lowercased()
    switch lower {
    case "utf8", "unicode-1-1-utf-8", "utf-8", "utf8mb4": return "utf-8"
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii",
      "cp1252", "x-cp1252", "windows-1252", "ansi":
      return "windows-1252"
    case "iso-8859-9", "latin5": return "windows-1254"
    case "tis-620", "iso-8859-11": return "windows-874"
    case "shift-jis", "shift_jis", "sjis", "x-sjis", "ms_kanji", "windows-31j": return "shift_jis"
    case "gb2312", "gbk", "x-gbk", "gb_2312-80", "chinese": return "gb18030"
    case "ks_c_5601-1987", "euc-kr", "korean", "ksc5601": return "euc-kr"
    case "utf-16", "unicode", "ucs-2": return "utf-16le"
    case "x-mac-roman", "mac-roman", "macroman": return "macintosh"
    default: return lower
    }
  }

  /// The name that iconv has for a charset that the web names otherwise.
  private static func iconvName(_ charset: String) -> String {
    switch charset {
    case "shift_jis": "CP932"
    case "euc-kr": "CP949"
    case "windows-874": "CP874"
    case "x-user-defined": "windows-1252"
    default: charset.uppercased()
    }
  }

  private static func isKnown(_ charset: String) -> Bool {
    guard !charset.isEmpty, charset.utf8.allSatisfy({ $0 != UInt8(ascii: "/") }),
      let handle = open(charset)
    else { return false }
    iconv_close(handle)
    return true
  }

  private static func open(_ charset: String) -> iconv_t? {
    let handle = iconv_open("UTF-8", iconvName(charset))
    return handle == iconv_t(bitPattern: -1) ? nil : handle
  }

  /// The likeliest charset of bytes that say nothing of it, and why it was taken.
  ///
  /// libuchardet tells the Latin charsets apart by few letters, and is often wrong: of its guesses
  /// only those of other scripts are followed, and of these only the ones that the bytes bear out.
  private static func guess(_ bytes: [UInt8]) -> (charset: String, why: String) {
    if let charset = detect(bytes), isOfAnotherScript(charset), hasWordsBeyondASCII(bytes),
      convert(bytes[...], from: charset).failures == 0
    {
      return (charset, "as detected")
    }
    return ("windows-1252", "the web's default")
  }

  private static func isOfAnotherScript(_ charset: String) -> Bool {
    switch charset {
    case "shift_jis", "gb18030", "euc-kr", "euc-jp", "euc-tw", "big5", "uhc", "hz-gb-2312",
      "johab", "windows-1251", "koi8-r", "koi8-u", "iso-8859-5", "ibm866", "x-mac-cyrillic",
      "mac-cyrillic", "windows-1253", "iso-8859-7", "windows-1255", "iso-8859-8", "windows-1256",
      "iso-8859-6", "windows-874":
      true
    default: charset.hasPrefix("iso-2022-")
    }
  }

  /// Whether most bytes beyond ASCII stand side by side, as letters of other scripts do: those of
  /// a Latin one stand alone among ASCII letters.
  private static func hasWordsBeyondASCII(_ bytes: [UInt8]) -> Bool {
    var total = 0, together = 0
    var run = 0
    func end() {
      total += run
      if run > 1 { together += run }
      run = 0
    }
    for byte in bytes {
      if byte >= 0x80 { run += 1 } else { end() }
    }
    end()
    return together * 3 >= total * 2
  }

  /// libuchardet's guess from the first 256 KiB; nil where it has none.
  private static func detect(_ bytes: [UInt8]) -> String? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    // Plain ASCII tells nothing: begin shortly before the first byte that is not.
    let first = bytes.firstIndex { $0 >= 0x80 } ?? 0
    let start = max(0, first - 1024)
    let failed = bytes[start...].prefix(262_144).withUnsafeBytes { buffer in
      uchardet_handle_data(
        detector, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count) != 0
    }
    if failed { return nil }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return nil }
    let charset = canonical(String(cString: name))
    return isKnown(charset) ? charset : nil
  }

  // MARK: Decoding

  /// The text, how many stretches of bytes could not be decoded, and the first one's offset.
  private typealias Conversion = (text: String, failures: Int, first: Int?)

  private static func decoded(
    _ result: Conversion, _ charset: String, _ source: CaptureRecord.CharsetSource,
    _ warnings: [String]
  ) -> Decoded {
    var warnings = warnings
    if result.failures > 0, let first = result.first {
      let places = result.failures == 1 ? "1 place" : "\(result.failures) places"
      warnings.append(
        "\(places) could not be decoded as \(charset) and became U+FFFD; the first is at byte "
          + "\(first + 1)")
    }
    return Decoded(text: result.text, charset: charset, source: source, warnings: warnings)
  }

  private static func convert(_ bytes: ArraySlice<UInt8>, from charset: String) -> Conversion {
    if charset == "utf-8" {
      let text = String(decoding: bytes, as: UTF8.self)
      let damaged = String(validating: bytes, as: UTF8.self) == nil
      guard damaged else { return (text, 0, nil) }
      let found = replacements(in: text)
      return (text, found.count, found.first.map { $0 + bytes.startIndex })
    }
    guard let handle = open(charset) else {
      return (String(decoding: bytes, as: UTF8.self), 0, nil)
    }
    defer { iconv_close(handle) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var failures = 0
    var first: Int?
    var isAfterFailure = false
    let unit = charset.hasPrefix("utf-16") ? 2 : charset.hasPrefix("utf-32") ? 4 : 1
    var buffer = [CChar](repeating: 0, count: 65_536)
    var input = Array(bytes).map { CChar(bitPattern: $0) }
    input.withUnsafeMutableBufferPointer { source in
      var from = source.baseAddress
      var left = source.count
      while left > 0 {
        let before = left
        let (status, error) = buffer.withUnsafeMutableBufferPointer { target in
          var to = target.baseAddress
          var room = target.count
          let status = iconv(handle, &from, &left, &to, &room)
          let error = errno
          let written = UnsafeBufferPointer(target)[..<(target.count - room)]
          output.append(contentsOf: written.lazy.map { UInt8(bitPattern: $0) })
          return (status, error)
        }
        if left < before { isAfterFailure = false }
        if status != -1 || error == E2BIG { continue }
        // Bytes that the charset has no character for, or an end in the middle of one.
        let undefined = windows1252Control(source[source.count - left], charset)
        if let undefined {
          output.append(contentsOf: undefined)
        } else {
          if !isAfterFailure {
            failures += 1
            output.append(contentsOf: UTF8.encodedReplacementCharacter)
          }
          isAfterFailure = true
          if first == nil { first = bytes.startIndex + source.count - left }
        }
        let skip = min(unit, left)
        from = from?.advanced(by: skip)
        left -= skip
        iconv(handle, nil, nil, nil, nil)
      }
    }
    return (String(decoding: output, as: UTF8.self), failures, first)
  }

  /// The five bytes that windows-1252 leaves undefined stand for the C1 controls of their number,
  /// as in browsers.
  private static func windows1252Control(_ byte: CChar, _ charset: String) -> [UInt8]? {
    guard charset == "windows-1252" else { return nil }
    switch UInt8(bitPattern: byte) {
    case 0x81, 0x8D, 0x8F, 0x90, 0x9D: return [0xC2, UInt8(bitPattern: byte)]
    default: return nil
    }
  }

  /// How many replacement characters decoding put in, and the offset of the first in its source.
  ///
  /// The text before the first is as it was in the source, so their offsets are the same.
  private static func replacements(in text: String) -> (count: Int, first: Int?) {
    var count = 0
    var first: Int?
    var previous: (UInt8, UInt8) = (0, 0)
    for (offset, byte) in text.utf8.enumerated() {
      if byte == 0xBD, previous == (0xEF, 0xBF) {
        count += 1
        if first == nil { first = offset - 2 }
      }
      previous = (previous.1, byte)
    }
    return (count, first)
  }

  /// Characters beyond ASCII that are well begun and continued, as UTF-8 has them.
  private static func multibyteSequences(_ bytes: [UInt8]) -> Int {
    var count = 0
    for index in bytes.indices.dropLast()
    where bytes[index] >= 0xC2 && bytes[index] < 0xF5 && bytes[index + 1] & 0xC0 == 0x80 {
      count += 1
    }
    return count
  }
}
