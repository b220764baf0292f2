/// Tells data that is no text by its first bytes and its control characters.
enum BinaryData {
  private static let signatures: [(bytes: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "a PDF document"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF87a".utf8), "a GIF image"),
    (Array("GIF89a".utf8), "a GIF image"),
    ([0x1F, 0x8B], "gzip data"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd data"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz data"),
    (Array("BZh".utf8) + [0x31], "bzip2 data"),
    (Array("BZh9".utf8), "bzip2 data"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
    (Array("Rar!".utf8), "a RAR archive"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program (ELF)"),
    (Array("SQLite format 3".utf8), "a SQLite database"),
    (Array("OggS".utf8), "Ogg sound or video"),
    (Array("ID3".utf8) + [0x03], "MP3 sound"),
    (Array("ID3".utf8) + [0x04], "MP3 sound"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "an old office document"),
    (Array("{\\rtf".utf8), "an RTF document"),
    (Array("RIFF".utf8), "a RIFF file (an image, sound or video)"),
    (Array("wOFF".utf8), "a font"),
    (Array("wOF2".utf8), "a font"),
  ]

  /// What `bytes` look like, with an article, where they are no text; nil where they may be.
  static func look(_ bytes: [UInt8]) -> String? {
    for signature in signatures where bytes.starts(with: signature.bytes) { return signature.name }
    if bytes.count >= 12, Array(bytes[4..<8]) == Array("ftyp".utf8) {
      return "an MP4 video or image"
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || bytes.starts(with: [0, 0, 0xFE, 0xFF]) || Charset.wideCharset(bytes) != nil
    {
      return nil
    }
    // A text may hold a stray control byte; more than one in 200 is data.
    var controls = 0
    for byte in bytes.prefix(65_536) {
      switch byte {
      case 0x00...0x08, 0x0E...0x1A, 0x1C...0x1F, 0x7F: controls += 1
      default: break
      }
    }
    return controls * 200 > min(bytes.count, 65_536) ? "binary data" : nil
  }
}
