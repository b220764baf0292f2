import StoryLanguage
import StoryModel

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
      if a.isSpelled(as: b) {
        writer.append(.keep, a)
      } else {
        writer.append(.delete, a)
        writer.append(.insert, b)
      }
    }
    func keep(until end: Int) {
      guard i < end else { return }
      // Mostly the two are typed alike: one look tells.
      let last = j + end - i - 1
      let oldEnd = old.tokens[end - 1].byteEnd, newEnd = new.tokens[last].byteEnd
      if old.isTyped(oldByte..<oldEnd, as: new, newByte..<newEnd) {
        writer.append(.keep, old.slice(oldByte, oldEnd))
      } else {
        while i < end {
          both(gap(old, oldByte, i), gap(new, newByte, j))
          both(typed(old, i), typed(new, j))
          oldByte = old.tokens[i].byteEnd
          newByte = new.tokens[j].byteEnd
          i += 1
          j += 1
        }
      }
      oldByte = old.tokens[end - 1].byteEnd
      newByte = new.tokens[last].byteEnd
      i = end
      j = last + 1
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
    private var done: [Edit] = []
    private var kept = "", deleted = "", inserted = ""

    var edits: [Edit] {
      var writer = self
      writer.close()
      return writer.done
    }

    mutating func append(_ operation: Edit.Operation, _ text: String) {
      if text.isEmpty { return }
      switch operation {
      case .keep:
        if !deleted.isEmpty || !inserted.isEmpty { close() }
        kept += text
      case .delete:
        closeKept()
        deleted += text
      case .insert:
        closeKept()
        inserted += text
      }
    }

    private mutating func closeKept() {
      if !kept.isEmpty { done.append(Edit(operation: .keep, text: kept)) }
      kept = ""
    }

    private mutating func close() {
      closeKept()
      if !deleted.isEmpty { done.append(Edit(operation: .delete, text: deleted)) }
      if !inserted.isEmpty { done.append(Edit(operation: .insert, text: inserted)) }
      deleted = ""
      inserted = ""
    }
  }
}
