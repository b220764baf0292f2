import StoryModel

/// Where the lines of a text are, and which of them make a block.
///
/// Text comes hard-wrapped, with blank lines between blocks, or with one paragraph a line. The
/// blank lines decide, but for one case: a text of one paragraph a line with a few stray blank
/// lines in it. That is one where line breaks outnumber blank lines, lines are longer than anyone
/// wraps, and the breaks are not where wrapping would have put them (`linesAreParagraphs`).
struct TextLayout {
  /// A line without the white space around it; empty where it is blank.
  private struct Line {
    var start: Int, end: Int
    var isBlank: Bool { start == end }
  }

  /// Lines wider than this, in code points, were not wrapped for reading.
  private static let widestWrap = 100

  private let bytes: UnsafeBufferPointer<UInt8>
  private let text: String
  private var lines: [Line] = []

  /// `bytes` are those of `text`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, of text: String) {
    self.bytes = bytes
    self.text = text
    findLines()
  }

  /// The text of each block, in order.
  func blocks() -> [String] {
    guard let first = lines.firstIndex(where: { !$0.isBlank }),
      let last = lines.lastIndex(where: { !$0.isBlank })
    else { return [] }
    let lines = Array(self.lines[first...last])
    let hasBlankLine = lines.contains { $0.isBlank }
    if !hasBlankLine || linesAreParagraphs(lines) {
      return lines.filter { !$0.isBlank }.map { string($0) }
    }
    var blocks: [String] = []
    var start = 0
    while start < lines.count {
      let end = lines[start...].firstIndex { $0.isBlank } ?? lines.count
      if end == start + 1 {
        blocks.append(string(lines[start]))
      } else if end > start {
        append(Array(lines[start..<end]), to: &blocks)
      }
      start = end + 1
    }
    return blocks
  }

  // MARK: Lines

  private mutating func findLines() {
    // A byte order mark is no part of the text.
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = start
    let count = bytes.count
    while index < count {
      index = bytes.endOfPlain(from: index)
      guard index < count else { break }
      let byte = bytes[index]
      var width = 0
      if byte < 0x0E {
        if byte >= 0x0A {
          width = byte == 0x0D && index + 1 < count && bytes[index + 1] == 0x0A ? 2 : 1
        }
      } else if byte == 0xC2 {
        if index + 1 < count, bytes[index + 1] == 0x85 { width = 2 }
      } else if byte == 0xE2 {
        if index + 2 < count, bytes[index + 1] == 0x80,
          bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9
        {
          width = 3
        }
      }
      if width == 0 {
        index += 1
        continue
      }
      lines.append(trimmed(start, index))
      // A paragraph separator stands for a blank line.
      if width == 3, bytes[index + 2] == 0xA9 { lines.append(Line(start: index, end: index)) }
      index += width
      start = index
    }
    lines.append(trimmed(start, count))
  }

  private func trimmed(_ start: Int, _ end: Int) -> Line {
    var start = start
    var end = end
    while start < end {
      let width = bytes.whiteWidth(at: start)
      if width == 0 { break }
      start += width
    }
    while end > start {
      let width = bytes.whiteWidth(before: end)
      if width == 0 { break }
      end -= width
    }
    return bytes.isInvisible(start..<end)
      ? Line(start: start, end: start) : Line(start: start, end: end)
  }

  private func string(_ line: Line) -> String {
    // A slice of the text, so that what is UTF-8 already is not read for it again.
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: line.start)
    return String(text[start..<text.utf8.index(start, offsetBy: line.end - line.start)])
  }

  // MARK: One paragraph a line, with stray blank lines

  private func linesAreParagraphs(_ lines: [Line]) -> Bool {
    var breaks = 0
    var blanks = 0
    for index in 1..<lines.count {
      if lines[index].isBlank {
        blanks += lines[index - 1].isBlank ? 0 : 1
      } else if !lines[index - 1].isBlank {
        breaks += 1
      }
    }
    guard breaks > blanks else { return false }
    let widths = lines.map { bytes.codePoints(in: $0.start..<$0.end) }
    guard let widest = widths.max(), widest > TextLayout.widestWrap else { return false }
    var early = 0
    var midSentence = 0
    for index in 1..<lines.count where !lines[index].isBlank && !lines[index - 1].isBlank {
      let couldGoOn =
        widths[index - 1] + 1 + firstWord(of: lines[index], atMost: widest) <= widest
      if couldGoOn { early += 1 }
      let line = lines[index - 1]
      let next = lines[index]
      if !bytes.endsSentence(line.start..<line.end),
        !couldGoOn || bytes.startsLowercase(next.start..<next.end)
      {
        midSentence += 1
      }
    }
    return early * 2 > breaks && midSentence * 10 <= breaks
  }

  /// The width of the line's first word, in code points.
  private func firstWord(of line: Line, atMost limit: Int) -> Int {
    var width = 0
    var index = line.start
    while index < line.end, width < limit, bytes.whiteWidth(at: index) == 0 {
      if bytes[index] & 0xC0 != 0x80 { width += 1 }
      index += 1
    }
    return width
  }

  // MARK: Blocks between blank lines

  /// Appends the block, or the list items and table rows, that a run of lines makes.
  private func append(_ run: [Line], to blocks: inout [String]) {
    let starts = blockStarts(in: run)
    var text: [UInt8] = []
    for (index, line) in run.enumerated() {
      if index > 0 {
        if starts[index] {
          blocks.append(String(decoding: text, as: UTF8.self))
          text.removeAll(keepingCapacity: true)
        } else {
          text.append(UInt8(ascii: " "))
        }
      }
      text.append(contentsOf: bytes[line.start..<line.end])
    }
    blocks.append(String(decoding: text, as: UTF8.self))
  }

  /// Whether each line of the run begins a block: list items and table rows do, and the first line.
  private func blockStarts(in run: [Line]) -> [Bool] {
    var starts = [Bool](repeating: false, count: run.count)
    starts[0] = true
    let markers = run.map { bytes.listMarker(at: $0.start, end: $0.end) }
    let isRow = run.map { bytes.looksLikeTableRow($0.start..<$0.end) }
    var widest: Int?
    var dashes: [ListMarker: Int] = [:]
    var lastPlace: [Int: Int] = [:]
    for (index, marker) in markers.enumerated() {
      if case .dash? = marker, let marker { dashes[marker, default: 0] += 1 }
      if case .number(let number)? = marker { lastPlace[number] = index }
    }
    var items: Set<ListMarker> = []
    var numbers: Set<Int> = []
    if case .number(let number)? = markers[0] { numbers.insert(number) }
    for index in 1..<run.count {
      if isRow[index], isRow[index - 1] {
        starts[index] = true
        continue
      }
      guard let marker = markers[index] else { continue }
      let before = run[index - 1]
      switch marker {
      case .bullet:
        starts[index] = true
      case .dash:
        // A dash at the start of a line may be one of the sentence, which wrapping put there.
        if markers[0] == marker || items.contains(marker)
          || bytes[before.end - 1] == UInt8(ascii: ":")
        {
          starts[index] = true
        } else if dashes[marker, default: 0] > 1 {
          let limit = widest ?? run.map { bytes.codePoints(in: $0.start..<$0.end) }.max() ?? 0
          widest = limit
          let width = bytes.codePoints(in: before.start..<before.end)
          starts[index] = width + 1 + firstWord(of: run[index], atMost: limit) <= limit
        }
        if starts[index] { items.insert(marker) }
      case .number(let number):
        // "in 2019. The firm" wraps to a line that begins with a number and a full stop.
        let leads = number <= 1 && lastPlace[number + 1, default: 0] > index
        starts[index] = numbers.contains(number - 1) || leads
        numbers.insert(number)
      }
    }
    return starts
  }
}
