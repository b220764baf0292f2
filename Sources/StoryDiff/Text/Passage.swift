import Glibc
import StoryLanguage

/// One block, or the blocks of a split or merge read as one text joined by line feeds.
final class Passage {
  /// The block that a token stands in, and how far the block is shifted in the joined text.
  private struct Part {
    let block: Int
    let firstToken: Int
    let byteShift: Int32, pointShift: Int32
    let text: String
  }

  private let parts: [Part]
  /// Offsets are those of the joined text.
  let tokens: [Token]
  let sentences: [Range<Int>]
  let text: String
  let isHeadline: Bool, isCaption: Bool

  init(_ blocks: [AnalyzedBlock]) {
    isHeadline = blocks.first?.kind == .headline
    isCaption = blocks.first?.kind == .caption
    if blocks.count == 1 {
      parts = [
        Part(
          block: blocks[0].index, firstToken: 0, byteShift: 0, pointShift: 0, text: blocks[0].text)
      ]
      tokens = blocks[0].tokens
      sentences = blocks[0].sentences
      text = blocks[0].text
      return
    }
    var parts: [Part] = [], tokens: [Token] = [], sentences: [Range<Int>] = []
    var text = ""
    var bytes: Int32 = 0, points: Int32 = 0
    for block in blocks {
      if !parts.isEmpty {
        text += "\n"
        bytes += 1
        points += 1
      }
      parts.append(
        Part(
          block: block.index, firstToken: tokens.count, byteShift: bytes, pointShift: points,
          text: block.text))
      let first = tokens.count
      sentences += block.sentences.map { $0.lowerBound + first..<$0.upperBound + first }
      for (position, token) in block.tokens.enumerated() {
        tokens.append(
          token.shifted(
            bytes: bytes, points: points,
            spaceBefore: token.spaceBefore || (position == 0 && first > 0)))
      }
      text += block.text
      bytes += Int32(block.text.utf8.count)
      points += Int32(block.text.unicodeScalars.count)
    }
    self.parts = parts
    self.tokens = tokens
    self.sentences = sentences
    self.text = text
  }

  /// The slice of the joined text between two byte offsets.
  func slice(_ start: Int32, _ end: Int32) -> String {
    let slice = text.utf8.withContiguousStorageIfAvailable { bytes in
      String(
        decoding: UnsafeBufferPointer(rebasing: bytes[Int(start)..<Int(end)]), as: UTF8.self)
    }
    if let slice { return slice }
    let from = text.utf8.index(text.startIndex, offsetBy: Int(start))
    return String(text[from..<text.utf8.index(from, offsetBy: Int(end - start))])
  }

  /// Whether a run of bytes is the same as one of `other`.
  func isTyped(_ bytes: Range<Int32>, as other: Passage, _ theirs: Range<Int32>) -> Bool {
    guard bytes.count == theirs.count else { return false }
    var (mine, others) = (text, other.text)
    return mine.withUTF8 { a in
      others.withUTF8 { b in
        guard let first = a.baseAddress, let second = b.baseAddress else { return true }
        return memcmp(first + Int(bytes.lowerBound), second + Int(theirs.lowerBound), bytes.count)
          == 0
      }
    }
  }

  /// The text of a run of tokens, as typed; empty for an empty run.
  func text(of range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    return slice(tokens[range.lowerBound].byteStart, tokens[range.upperBound - 1].byteEnd)
  }

  /// The span of a run of tokens in the block in which it begins, cut at that block's end.
  func span(
    of range: Range<Int>, value: Span.Value? = nil, unit: String? = nil, bound: Span.Bound? = nil
  ) -> Span? {
    guard !range.isEmpty else { return nil }
    var number = 0
    while number + 1 < parts.count, parts[number + 1].firstToken <= range.lowerBound { number += 1 }
    let part = parts[number]
    let limit = number + 1 < parts.count ? parts[number + 1].firstToken : tokens.count
    let last = tokens[min(range.upperBound, limit) - 1]
    let first = tokens[range.lowerBound]
    return Span(
      block: part.block, start: Int(first.start - part.pointShift),
      end: Int(last.end - part.pointShift), text: slice(first.byteStart, last.byteEnd),
      value: value, unit: unit, bound: bound)
  }

  /// The range of tokens of the sentence that holds a token position.
  func sentence(at token: Int) -> Range<Int> {
    var low = 0, high = sentences.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if sentences[middle].lowerBound <= token { low = middle } else { high = middle }
    }
    return sentences.isEmpty ? 0..<tokens.count : sentences[low]
  }
}
