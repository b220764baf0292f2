/// A page in GitHub's Markdown: blocks with an empty line between them.
struct MarkdownPage {
  private(set) var text = ""
  private var isInList = false

  /// A heading of `level` 1 to 6 that reads `title`.
  mutating func heading(_ level: Int, _ title: String) {
    paragraph(String(repeating: "#", count: level) + " " + Self.escaped(title))
  }

  /// A paragraph of Markdown.
  mutating func paragraph(_ markdown: String) {
    if !text.isEmpty { text += "\n" }
    text += markdown
    text += "\n"
    isInList = false
  }

  /// An item of a list of Markdown.
  mutating func item(_ markdown: String) {
    if !isInList, !text.isEmpty { text += "\n" }
    text += "- \(markdown)\n"
    isInList = true
  }

  /// A table of Markdown cells.
  mutating func table(_ header: [String], _ rows: [[String]]) {
    let lines = ([header, header.map { _ in "---" }] + rows).map(Self.row)
    paragraph(lines.joined(separator: "\n"))
  }

  /// The line of a table's row.
  static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  /// `text` so that Markdown shows it as it reads: nothing in it marks, links, begins a list or a
  /// heading, calls a user of the forge or points to one of its issues.
  static func escaped(_ text: String, atStart: Bool = true) -> String {
    let scalars = Array(visible(text).unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "~", "|", "$":
        result.append("\\")
        result.append(scalar)
      case "#":
        result.append(contentsOf: "\\#".unicodeScalars)
        if next.properties.numericType != nil { result.append(contentsOf: apart) }
      case "@":
        result.append(scalar)
        if next.properties.isAlphabetic || next.properties.numericType != nil {
          result.append(contentsOf: apart)
        }
      case "+", "-", "=":
        if atStart, index == 0 { result.append("\\") }
        result.append(scalar)
      case ".", ")":
        let isNumbered = atStart && index > 0 && scalars[..<index].allSatisfy(isDigit)
        // No link is made of an address that the story prints.
        let isAddress = scalars[..<index].suffix(3).elementsEqual("www".unicodeScalars)
        if isNumbered || isAddress { result.append("\\") }
        result.append(scalar)
      case ":":
        if next == "/" { result.append("\\") }
        result.append(scalar)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// An empty comment, which keeps two characters from being read together and shows nothing.
  private static let apart = "<!-- -->".unicodeScalars
}
