/// What bytes say of their own kind and charset.
enum MediaType {
  /// Whether the bytes are a page. A hint or an extension that says so is believed where a tag
  /// stands in the bytes; without one, the bytes have to begin as a page does.
  static func isHTML(_ bytes: [UInt8], hint: String?, fileName: String?) -> Bool {
    let head = beginning(bytes)
    let openings: [StaticString] = [
      "<!doctype html", "<html", "<head", "<body", "<article", "<main", "<meta", "<title",
      "<script", "<h1", "<div", "<section", "<p>", "<p ",
    ]
    let begins = head.withUnsafeBufferPointer { head in
      openings.contains { head.startsFolded($0) }
    }
    if begins { return true }
    let type = hint?.lowercased() ?? ""
    if type.hasPrefix("text/plain") { return false }
    let name = fileName?.lowercased() ?? ""
    let isSaidToBe =
      type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
      || [".html", ".htm", ".xhtml", ".shtml"].contains { name.hasSuffix($0) }
    return isSaidToBe && bytes.contains(UInt8(ascii: "<"))
  }

  /// The first characters as ASCII, from the first that is no white space, XML declaration or
  /// comment on. Zero bytes are left out, so that UTF-16 is read too.
  private static func beginning(_ bytes: [UInt8]) -> [UInt8] {
    var head = bytes.prefix(16_384).filter { $0 != 0 && $0 < 0x80 }[...]
    while true {
      head = head.drop { $0 <= 0x20 }
      if head.starts(with: Array("<!--".utf8)), let end = find("-->", in: head) {
        head = head[(end + 3)...]
      } else if head.starts(with: Array("<?xml".utf8)), let end = find("?>", in: head) {
        head = head[(end + 2)...]
      } else {
        return Array(head)
      }
    }
  }

  private static func find(_ needle: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    let length = needle.utf8CodeUnitCount
    guard bytes.count >= length else { return nil }
    return (bytes.startIndex...bytes.endIndex - length).first { start in
      (0..<length).allSatisfy { bytes[start + $0] == needle.utf8Start[$0] }
    }
  }

  /// The charsets that a page names in its XML declaration and `meta` tags, in that order; looked
  /// for in the first 16 KiB.
  static func declaredCharsets(_ bytes: [UInt8]) -> [String] {
    var found: [String] = []
    let head = bytes.prefix(16_384).filter { $0 != 0 }.map { byte in
      byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
    if head.drop(while: { $0 <= 0x20 || $0 >= 0x80 }).starts(with: Array("<?xml".utf8)),
      let end = find("?>", in: head[...]), let name = value(after: "encoding", in: head[..<end])
    {
      found.append(name)
    }
    var rest = head[...]
    while let tag = find("<meta", in: rest) {
      let end = rest[tag...].firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
      if let name = value(after: "charset", in: rest[tag..<end]) {
        // A tag that could be read byte by byte does not stand in UTF-16, whatever it says.
        found.append(name.hasPrefix("utf-16") ? "utf-8" : name)
      }
      rest = rest[end...]
    }
    return found
  }

  /// The word after `name` and an equals sign, without quotation marks.
  private static func value(after name: StaticString, in bytes: ArraySlice<UInt8>) -> String? {
    guard let start = find(name, in: bytes) else { return nil }
    var rest = bytes[(start + name.utf8CodeUnitCount)...].drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    rest = rest.dropFirst().drop {
      $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
    }
    let word = rest.prefix {
      $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: ";")
        && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
    }
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }
}
