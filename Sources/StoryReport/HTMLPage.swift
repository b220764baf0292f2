/// An HTML page that needs nothing beside it: no script, no font, no picture, no request.
///
/// Its Content-Security-Policy forbids all of them besides, so that nothing in a story's text could
/// fetch or run anything even where it slipped through the escaping. It is well-formed XML as well,
/// which lets any XML parser check it.
struct HTMLPage {
  private(set) var html: String

  /// A page titled `title`, open for its body. `skip` names the id that the skip link leads to.
  init(title: String, skip: (id: StaticString, text: StaticString)) {
    html = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="referrer" content="no-referrer"/>
      <meta name="generator" content="Stet"/>
      <title>\(Self.escaped(title))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <a class="skip" href="#\(skip.id)">\(skip.text)</a>

      """
  }

  /// What comes after a part that was written already.
  init(continuing html: String) { self.html = html }

  /// Markup, as it is.
  mutating func raw(_ markup: String) {
    html += markup
    html += "\n"
  }

  /// The page, closed.
  consuming func closed() -> String {
    html + "<footer class=\"note\"><p>Drawn by Stet.</p></footer>\n</body>\n</html>\n"
  }

  /// The masthead: which story, then `title` as the page's heading.
  mutating func masthead(_ kicker: String, title: String) {
    raw("<p class=\"kicker\"><b>Stet</b>\(kicker.isEmpty ? "" : Self.bidi(kicker))</p>")
    raw("<h1>\(Self.escaped(title))</h1>")
  }

  /// A table whose cells are markup; the first cell of each row is its header. On a narrow screen
  /// every row stands as a card, its cells labelled by `header`.
  mutating func table(
    caption: String, _ header: [String], _ rows: [[String]], changeColumn: Int? = nil
  ) {
    beginTable(caption: caption, header)
    for row in rows { self.row(row, under: header, changeColumn: changeColumn) }
    endTable()
  }

  mutating func beginTable(caption: String, _ header: [String]) {
    // The roles are said again since some browsers drop them once a table is laid out as cards.
    raw("<table role=\"table\"><caption>\(Self.escaped(caption))</caption>")
    let heads = header.map { "<th scope=\"col\" role=\"columnheader\">\(Self.escaped($0))</th>" }
    raw("<thead role=\"rowgroup\"><tr role=\"row\">\(heads.joined())</tr></thead>")
    raw("<tbody role=\"rowgroup\">")
  }

  mutating func row(_ cells: [String], under header: [String], changeColumn: Int?) {
    var line = "<tr role=\"row\">"
    for (index, cell) in cells.enumerated() {
      let label = Self.escaped(index < header.count ? header[index] : "")
      if index == 0 {
        line += "<th scope=\"row\" role=\"rowheader\">\(cell)</th>"
      } else if index == changeColumn {
        line += "<td role=\"cell\" class=\"change\">\(cell)</td>"
      } else {
        line += "<td role=\"cell\" data-label=\"\(label)\">\(cell)</td>"
      }
    }
    raw(line + "</tr>")
  }

  mutating func endTable() { raw("</tbody></table>") }

  /// Text of a story amid words of the page: its direction stays its own.
  static func bidi(_ text: String) -> String { "<bdi>\(escaped(text))</bdi>" }

  /// `text` safe between tags and in quoted attributes; its control characters made visible.
  static func escaped(_ text: String) -> String {
    let text = visible(text)
    guard text.utf8.contains(where: isSpecial) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += Array("&amp;".utf8)
      case UInt8(ascii: "<"): result += Array("&lt;".utf8)
      case UInt8(ascii: ">"): result += Array("&gt;".utf8)
      case UInt8(ascii: "\""): result += Array("&quot;".utf8)
      case UInt8(ascii: "'"): result += Array("&#39;".utf8)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
