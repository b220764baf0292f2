import StoryLanguage

/// Writes the hunks of a passage as text that rebuilds both sides exactly.
enum EditScript {
  static func edits(_ diff: PassageDiff) -> [Edit] {
    var writer = Writer()
    let old = diff.old, new = diff.new
    var i = 0, j = 0
    var oldByte: Int32 = 0, newByte: Int32 = 0

    /// What is typed between the token before and this one.
    func gap(_ passage: Passage, _ byte: Int32, _ position: Int) -> String {
      let end =
        position < passage.tokens.count
        ? passage.tokens[position].byteStart : Int32(passage.text.utf8.count)
      return byte < end ? passage.slice(byte, end) : ""
    }
    func typed(_ passage: Passage, _ position: Int) -> String {
      passage.slice(passage.tokens[position].byteStart, passage.tokens[position].byteEnd)
    }
    func both(_ a: String, _ b: String) {
      if a == b, a.utf8.elementsEqual(b.utf8) {
        writer.append(.keep, a)
      } else {
        writer.append(.delete, a)
        writer.append(.insert, b)
      }
    }
    func keep(until end: Int) {
      while i < end {
        both(gap(old, oldByte, i), gap(new, newByte, j))
        both(typed(old, i), typed(new, j))
        oldByte = old.tokens[i].byteEnd
        newByte = new.tokens[j].byteEnd
        i += 1
        j += 1
      }
    }
    for hunk in diff.hunks {
      keep(until: hunk.old.lowerBound)
      if !hunk.old.isEmpty && !hunk.new.isEmpty {
        both(gap(old, oldByte, i), gap(new, newByte, j))
        oldByte = old.tokens[i].byteStart
        newByte = new.tokens[j].byteStart
      }
      if let last = hunk.old.last {
        writer.append(.delete, old.slice(oldByte, old.tokens[last].byteEnd))
        oldByte = old.tokens[last].byteEnd
        i = last + 1
      }
      if let last = hunk.new.last {
        writer.append(.insert, new.slice(newByte, new.tokens[last].byteEnd))
        newByte = new.tokens[last].byteEnd
        j = last + 1
      }
    }
    keep(until: old.tokens.count)
    both(gap(old, oldByte, old.tokens.count), gap(new, newByte, new.tokens.count))
    return writer.edits
  }

  /// Joins runs of the same operation; deletions stand before the insertions beside them.
  private struct Writer {
    var edits: [Edit] = []

    mutating func append(_ operation: Edit.Operation, _ text: String) {
      if text.isEmpty { return }
      edits.append(Edit(operation: operation, text: text))
      tidy()
    }

    private mutating func tidy() {
      guard edits.count >= 2 else { return }
      let last = edits[edits.count - 1], before = edits[edits.count - 2]
      if last.operation == before.operation {
        edits.removeLast(2)
        edits.append(Edit(operation: last.operation, text: before.text + last.text))
      } else if last.operation == .delete, before.operation == .insert {
        edits.swapAt(edits.count - 1, edits.count - 2)
        // The deletion may now stand beside another one.
        guard edits.count >= 3, edits[edits.count - 3].operation == .delete else { return }
        let joined = edits[edits.count - 3].text + edits[edits.count - 2].text
        edits.replaceSubrange(
          edits.count - 3..<edits.count - 1, with: [Edit(operation: .delete, text: joined)])
      } else if last.operation == .insert, before.operation == .delete, edits.count >= 3,
        edits[edits.count - 3].operation == .insert
      {
        edits.swapAt(edits.count - 2, edits.count - 3)
        edits.replaceSubrange(
          edits.count - 2..<edits.count,
          with: [Edit(operation: .insert, text: edits[edits.count - 2].text + last.text)])
      }
    }
  }
}
