import StoryModel
import Testing

@testable import StoryCapture

@Suite struct `Reading bytes` {
  private let text = "Café reopens\n\nThe café “Zur Brücke” opened on Monday – at last.\n"

  private func read(
    _ bytes: [UInt8], charset: String? = nil, fileName: String? = "story.txt"
  ) throws -> Capture {
    try StoryReader.read(CaptureInput(bytes: bytes, fileName: fileName, charset: charset))
  }

  private func error(_ bytes: [UInt8]) -> CaptureError? {
    do {
      _ = try StoryReader.read(CaptureInput(bytes: bytes))
      return nil
    } catch {
      return error
    }
  }

  @Test func `UTF-8 is taken for what it is`() throws {
    let capture = try read(Array(text.utf8))
    #expect(capture.charset == "utf-8")
    #expect(capture.charsetSource == .valid)
    #expect(capture.extractor == "text/1")
    #expect(capture.mediaType == "text/plain")
    #expect(capture.warnings.isEmpty)
    #expect(capture.document == PlainText.document(from: text))
  }

  @Test func `a byte order mark decides, and is no text`() throws {
    let wanted = PlainText.document(from: text)
    let utf8 = try read([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(utf8.document == wanted)
    #expect(utf8.charsetSource == .byteOrderMark)
    let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try read(little).document == wanted)
    let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    #expect(try read(big).charset == "utf-16be")
    #expect(try read(big).document == wanted)
  }

  @Test func `UTF-16 without a mark is known by its zero bytes`() throws {
    let ascii = "Ferry stops\n\nThe ferry across Tallow Sound has stopped for good."
    let bytes = ascii.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let capture = try read(bytes)
    #expect(capture.charset == "utf-16le")
    #expect(capture.document == PlainText.document(from: ascii))
  }

  @Test func `Latin-1 is read as windows-1252, as browsers do`() throws {
    let bytes: [UInt8] = Array("Caf".utf8) + [0xE9, 0x20, 0x93, 0x80, 0x94] + Array(" sold".utf8)
    let capture = try read(bytes, charset: "ISO-8859-1")
    #expect(capture.charset == "windows-1252")
    #expect(capture.charsetSource == .declared)
    #expect(capture.document.blocks.map(\.text) == ["Café “€” sold"])
  }

  @Test func `bytes without a character become U+FFFD, and a warning says where`() throws {
    let bytes = Array("Plain text, and here ".utf8) + [0x83, 0xFF] + Array(" it breaks".utf8)
    let capture = try read(bytes, charset: "shift_jis")
    #expect(capture.document.blocks[0].text.contains("\u{FFFD}"))
    #expect(capture.warnings.count == 1)
    #expect(capture.warnings[0].contains("byte 22"))
  }

  @Test func `text that is declared as UTF-8 and is not is detected, with a warning`() throws {
    let german =
      "Die Fähre fährt künftig häufiger über den größeren Fluss, sagte der Bürgermeister."
    let bytes = german.unicodeScalars.map { UInt8($0.value) }
    let capture = try read(bytes, charset: "utf-8")
    #expect(capture.charsetSource == .detected)
    #expect(capture.warnings.count == 1)
    #expect(capture.warnings.first?.contains("windows-1252") == true)
    #expect(capture.document.blocks.map(\.text) == [german])
  }

  @Test(arguments: [
    "Café reopens", "Señor Núñez said so.", "Zürich, at last", "The “toll” rose – by 15 – to €40.",
    "Le préfet a été entendu à Besançon; l’élève n’était pas là.", "Ø", "naïve façade, 20 °C",
  ])
  func `text of no declared charset is read as the web's default, and a warning says so`(
    text: String
  ) throws {
    let beyond: [Unicode.Scalar: UInt8] = [
      "“": 0x93, "”": 0x94, "–": 0x96, "€": 0x80, "’": 0x92,
    ]
    let bytes = text.unicodeScalars.map { beyond[$0] ?? UInt8($0.value) }
    let capture = try read(bytes)
    #expect(capture.charset == "windows-1252")
    #expect(capture.charsetSource == .detected)
    #expect(capture.document.blocks.map(\.text) == [text])
    #expect(capture.warnings.count == 1)
    #expect(capture.warnings.first?.contains("windows-1252, the web's default") == true)
  }

  @Test(arguments: [
    (
      "windows-1251", 0x0410 as UInt32, 0xC0 as UInt8,
      "Мост через реку откроют в мае, сообщил мэр города. Ремонт шел два года и стоил дорого."
    ),
    (
      "iso-8859-7", 0x0391, 0xC1,
      "Η γεφυρα ανοιγει τον Μαιο, ειπε ο δημαρχος της πολης. Τα εργα κρατησαν δυο χρονια."
    ),
  ])
  func `text of another script is read by the charset that is detected`(
    charset: String, first: UInt32, byte: UInt8, text: String
  ) throws {
    let bytes = text.unicodeScalars.map { scalar in
      scalar.isASCII ? UInt8(scalar.value) : byte + UInt8(scalar.value - first)
    }
    let capture = try read(bytes)
    #expect(capture.document.blocks.map(\.text) == [text])
    #expect(capture.warnings.first?.contains("as detected") == true)
  }

  @Test func `one damaged byte does not make UTF-8 another charset`() throws {
    let bytes = Array(String(repeating: "Größe über Köln. ", count: 20).utf8) + [0xFF]
    let capture = try read(bytes)
    #expect(capture.charset == "utf-8")
    #expect(capture.document.blocks[0].text.contains("Größe"))
    #expect(capture.warnings.count == 1)
  }

  @Test func `an unknown charset is told and passed over`() throws {
    let capture = try read(Array(text.utf8), charset: "klingon-8")
    #expect(capture.charset == "utf-8")
    #expect(capture.warnings.contains { $0.contains("klingon-8") })
  }

  @Test func `nothing, and nothing but white space, is an error`() {
    #expect(error([]) == .empty)
    #expect(error(Array(" \n\t\r\n".utf8)) == .empty)
    #expect(error([0xEF, 0xBB, 0xBF]) == .empty)
  }

  @Test(
    arguments: [
      ([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31], "PDF"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "PNG"),
      ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG"), ([0x1F, 0x8B, 0x08, 0x00], "gzip"),
      ([0x50, 0x4B, 0x03, 0x04], "ZIP"), ([0x00, 0x01, 0x02, 0x03, 0x00, 0x17], "binary data"),
    ] as [([UInt8], String)])
  func `binary data is an error that names it`(bytes: [UInt8], name: String) {
    guard case .binary(let look)? = error(bytes + Array("rest".utf8)) else {
      Issue.record("not refused")
      return
    }
    #expect(look.contains(name))
  }

  @Test func `random bytes give a story or an error, never a crash`() {
    var random = SeededGenerator(seed: 11)
    let tags = [
      "<p>", "</p>", "<article>", "<b", " class='x", "<!--", "<table><tr><td>", "&amp;", "<script>",
      "\u{0}",
    ]
    for round in 0..<300 {
      var bytes: [UInt8] = round % 2 == 0 ? Array("<html>".utf8) : []
      for _ in 0..<Int.random(in: 0...80, using: &random) {
        if Bool.random(using: &random) {
          bytes += Array((tags.randomElement(using: &random) ?? "").utf8)
        } else {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        }
      }
      if let capture = try? StoryReader.read(CaptureInput(bytes: bytes)) {
        #expect(!capture.document.blocks.isEmpty)
      }
    }
  }
}
