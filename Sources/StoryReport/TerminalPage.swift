/// A page laid out for a terminal: paragraphs of inked runs, wrapped to its width.
struct TerminalPage {
  /// What a run of text is, which decides its colour or, without colour, its marks.
  enum Ink: UInt8 {
    case plain, strong, quiet, deleted, inserted, warning

    /// The parameters of the escape sequence. Deleted text is struck through and inserted text
    /// underlined, so that they differ where red and green look alike.
    var code: String {
      switch self {
      case .plain: ""
      case .strong: "1"
      case .quiet: "2"
      case .deleted: "31;9"
      case .inserted: "32;4"
      case .warning: "33;1"
      }
    }

    /// What encloses the run where there is no colour.
    var marks: (open: String, close: String) {
      switch self {
      case .deleted: ("[-", "-]")
      case .inserted: ("{+", "+}")
      default: ("", "")
      }
    }
  }

  /// Text of one ink, of which a line feed ends the line. It must be `visible` already.
  struct Run {
    var text: String
    var ink: Ink

    init(_ text: String, _ ink: Ink = .plain) {
      self.text = text
      self.ink = ink
    }
  }

  let style: TextStyle
  private(set) var text = ""

  init(style: TextStyle) { self.style = style }

  /// An empty line, unless the page is empty or ends in one.
  mutating func blank() {
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  /// A section's title, ruled to the page's width.
  mutating func section(_ title: String) {
    blank()
    let rule = String(repeating: "─", count: max(0, min(style.width, 100) - title.columns - 4))
    line([Run("── " + title + " " + rule, .strong)])
  }

  mutating func line(_ text: String, _ ink: Ink = .plain, indent: Int = 0, hanging: Int = 0) {
    line([Run(text, ink)], indent: indent, hanging: hanging)
  }

  /// A paragraph that begins `indent` columns in and goes on `hanging` columns further in.
  mutating func line(_ runs: [Run], indent: Int = 0, hanging: Int = 0) {
    var cells: [Cell] = []
    for run in runs { append(run, to: &cells) }
    var margin = min(indent, style.width / 3)
    let laterMargin = min(indent + hanging, style.width / 3)
    var start = 0
    repeat {
      let (end, next) = lineEnd(in: cells, from: start, room: style.width - margin)
      write(cells[start..<end], margin: margin)
      start = next
      margin = laterMargin
    } while start < cells.count
  }

  private struct Cell {
    let scalar: Unicode.Scalar
    let columns: Int
    let ink: Ink
  }

  private func append(_ run: Run, to cells: inout [Cell]) {
    if run.text.isEmpty { return }
    let marks = style.colour ? ("", "") : run.ink.marks
    for part in [marks.0, run.text, marks.1] {
      for scalar in part.unicodeScalars {
        cells.append(Cell(scalar: scalar, columns: scalar.columns, ink: run.ink))
      }
    }
  }

  /// Where the line that begins at `start` ends, and where the next begins.
  private func lineEnd(in cells: [Cell], from start: Int, room: Int) -> (end: Int, next: Int) {
    var used = 0
    var lastBreak = start
    var index = start
    while index < cells.count {
      let cell = cells[index]
      if cell.scalar == "\n" { return (index, index + 1) }
      if used + cell.columns > room {
        // A space may hang over the edge: it is not written.
        if cell.scalar == " " { lastBreak = index + 1 }
        let end = lastBreak > start ? lastBreak : index
        var next = end
        while next < cells.count, cells[next].scalar == " " { next += 1 }
        return (end, max(next, start + 1))
      }
      used += cell.columns
      index += 1
      if index < cells.count, mayBreak(between: cell, and: cells[index]) { lastBreak = index }
    }
    return (cells.count, cells.count)
  }

  /// After a space, and beside the characters of scripts that write no spaces.
  private func mayBreak(between left: Cell, and right: Cell) -> Bool {
    if left.scalar == " " || left.scalar == "\u{3000}" { return right.scalar != " " }
    if right.columns == 0 || left.scalar == "\u{200D}" { return false }
    guard left.columns == 2 || right.columns == 2 else { return false }
    if Self.neverFirst.contains(right.scalar) || Self.neverLast.contains(left.scalar) {
      return false
    }
    return right.columns == 2 || right.scalar.properties.isAlphabetic
      || right.scalar.properties.numericType != nil
  }

  private static let neverFirst = Set("、。，．・：；？！）」』】〉》］｝ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々".unicodeScalars)
  private static let neverLast = Set("（「『【〈《［｛[-{+(".unicodeScalars)

  private mutating func write(_ line: ArraySlice<Cell>, margin: Int) {
    var line = line
    while let last = line.last, last.scalar == " " { line.removeLast() }
    var ink = Ink.plain
    var scalars = String.UnicodeScalarView()
    if !line.isEmpty {
      scalars.append(contentsOf: repeatElement(" ", count: margin))
    }
    for cell in line {
      if style.colour, cell.ink != ink {
        if ink != .plain { scalars.append(contentsOf: "\u{1B}[0m".unicodeScalars) }
        if cell.ink != .plain {
          scalars.append(contentsOf: "\u{1B}[\(cell.ink.code)m".unicodeScalars)
        }
        ink = cell.ink
      }
      scalars.append(cell.scalar)
    }
    if ink != .plain { scalars.append(contentsOf: "\u{1B}[0m".unicodeScalars) }
    scalars.append("\n")
    // Through `text.unicodeScalars` the whole page would be copied for every line.
    text += String(scalars)
  }
}
