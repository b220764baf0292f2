import StoryDiff
import StoryModel

/// What holds of every report, whatever the two versions say.
package enum ReportRules {
  /// What is broken, in words; empty for a report that keeps all rules.
  package static func broken(_ diff: StoryDiff) -> [String] {
    blocks(diff) + edits(diff) + spans(diff) + facts(diff) + numbers(diff)
  }

  /// Every block of both versions stands in exactly one entry, in reading order, and the name of
  /// what became of it fits its positions.
  private static func blocks(_ diff: StoryDiff) -> [String] {
    var broken: [String] = []
    func each(_ positions: [Int], _ count: Int, _ side: String) {
      if positions.sorted() != Array(0..<count) {
        broken.append("\(side) blocks are \(positions), not each of 0..<\(count) once")
      }
    }
    each(diff.blocks.flatMap(\.old), diff.old.document.blocks.count, "old")
    each(diff.blocks.flatMap(\.new), diff.new.document.blocks.count, "new")
    let order = diff.blocks.compactMap(\.new.first)
    if order != order.sorted() { broken.append("new blocks stand in the order \(order)") }
    for block in diff.blocks {
      let isFit =
        switch block.change {
        case .unchanged, .edited: block.old.count == 1 && block.new.count == 1
        case .added: block.old.isEmpty && block.new.count == 1
        case .removed: block.old.count == 1 && block.new.isEmpty
        case .split: block.old.count == 1 && block.new.count > 1
        case .merged: block.old.count > 1 && block.new.count == 1
        }
      if !isFit { broken.append("\(block.change.rawValue) \(block.old)→\(block.new)") }
      if block.moved, block.old.isEmpty || block.new.isEmpty {
        broken.append("a \(block.change.rawValue) block moved")
      }
      if block.old != block.old.sorted() || block.new != block.new.sorted() {
        broken.append("positions out of order in \(block.old)→\(block.new)")
      }
    }
    return broken
  }

  /// The edits of a block rebuild both texts, byte for byte.
  private static func edits(_ diff: StoryDiff) -> [String] {
    var broken: [String] = []
    for block in diff.blocks {
      switch block.change {
      case .unchanged, .added, .removed:
        if !block.edits.isEmpty || !block.changes.isEmpty {
          broken.append("an \(block.change.rawValue) block has edits")
        }
        continue
      case .edited, .split, .merged: break
      }
      func text(_ document: Document, _ positions: [Int]) -> [UInt8] {
        Array(positions.map { document.blocks[$0].text }.joined(separator: "\n").utf8)
      }
      func rebuilt(_ operation: Edit.Operation) -> [UInt8] {
        block.edits.filter { $0.operation == .keep || $0.operation == operation }
          .flatMap { Array($0.text.utf8) }
      }
      if rebuilt(.delete) != text(diff.old.document, block.old) {
        broken.append("edits do not rebuild old \(block.old)")
      }
      if rebuilt(.insert) != text(diff.new.document, block.new) {
        broken.append("edits do not rebuild new \(block.new)")
      }
      if block.edits.contains(where: \.text.isEmpty) { broken.append("an edit is empty") }
      if zip(block.edits, block.edits.dropFirst()).contains(where: { $0.operation == $1.operation })
      {
        broken.append("two \(block.edits.map(\.operation.rawValue)) stand side by side")
      }
      if !block.edits.contains(where: { $0.operation != .keep }) {
        broken.append("a \(block.change.rawValue) block has nothing but keeps")
      }
    }
    return broken
  }

  /// Every span is the exact slice of its block, in code points.
  private static func spans(_ diff: StoryDiff) -> [String] {
    func check(_ span: Span?, _ document: Document) -> [String] {
      guard let span else { return [] }
      guard document.blocks.indices.contains(span.block) else { return ["no block \(span.block)"] }
      let points = Array(document.blocks[span.block].text.unicodeScalars)
      guard 0 <= span.start, span.start < span.end, span.end <= points.count else {
        return ["span \(span.start)..<\(span.end) is outside block \(span.block)"]
      }
      let isSlice = points[span.start..<span.end].elementsEqual(span.text.unicodeScalars)
      return isSlice ? [] : ["'\(span.text)' is not at \(span.start)..<\(span.end)"]
    }
    var sides: [(old: Span?, new: Span?)] = diff.claims.map { ($0.old, $0.new) }
    sides += diff.corrections.map { ($0.old, $0.new) }
    sides += diff.blocks.flatMap(\.changes).map { ($0.old, $0.new) }
    return sides.flatMap { check($0.old, diff.old.document) + check($0.new, diff.new.document) }
  }

  /// Ids, evidence and acknowledgements hang together.
  private static func facts(_ diff: StoryDiff) -> [String] {
    var broken: [String] = []
    if diff.claims.map(\.id) != diff.claims.indices.map({ "c\($0 + 1)" }) {
      broken.append("claims are numbered \(diff.claims.map(\.id))")
    }
    if diff.notices.map(\.id) != diff.notices.indices.map({ "n\($0 + 1)" }) {
      broken.append("notices are numbered \(diff.notices.map(\.id))")
    }
    let notices = Dictionary(uniqueKeysWithValues: diff.notices.map { ($0.id, $0) })
    for claim in diff.claims {
      let isFit =
        switch claim.change {
        case .changed: claim.old != nil && claim.new != nil
        case .added: claim.old == nil && claim.new != nil
        case .removed: claim.old != nil && claim.new == nil
        }
      if !isFit { broken.append("\(claim.id) is \(claim.change.rawValue)") }
      if claim.because.isEmpty { broken.append("\(claim.id) has no evidence") }
      // A denial turns what it is in round, and so does one that came into a quotation or went from it.
      let mayTurn = claim.type == .polarity || claim.type == .quotation
      if claim.nature == .reversed ? !mayTurn : claim.type == .polarity {
        broken.append("\(claim.id) is \(claim.nature.rawValue)")
      }
      if let id = claim.acknowledgedBy, notices[id]?.acknowledges.contains(claim.id) != true {
        broken.append("\(claim.id) is acknowledged by \(id), which does not say so")
      }
    }
    let claims = Set(diff.claims.map(\.id))
    for notice in diff.notices {
      if !claims.isSuperset(of: notice.acknowledges) {
        broken.append("\(notice.id) acknowledges \(notice.acknowledges)")
      }
      let isFit =
        switch notice.change {
        case .added: notice.new != nil
        case .removed: notice.old != nil && notice.new == nil
        case .edited, .unchanged: notice.old != nil && notice.new != nil
        }
      if !isFit { broken.append("\(notice.id) is \(notice.change.rawValue)") }
      if notice.text.isEmpty { broken.append("\(notice.id) has no text") }
    }
    for correction in diff.corrections {
      if correction.old == nil, correction.new == nil { broken.append("an empty correction") }
      if correction.because.isEmpty { broken.append("a correction has no evidence") }
      if correction.kind == .factual {
        let claim = diff.claims.first { $0.id == correction.claim }
        if claim == nil || correction.acknowledgedBy == nil || claim?.old != correction.old
          || claim?.new != correction.new
        {
          broken.append("a factual correction without its claim and notice")
        }
      }
    }
    return broken
  }

  private static func numbers(_ diff: StoryDiff) -> [String] {
    let summary = diff.summary
    func count(_ change: BlockChange.Change) -> Int { diff.blocks.count { $0.change == change } }
    let said = [
      summary.added, summary.removed, summary.edited, summary.split, summary.merged, summary.moved,
      summary.claims, summary.corrections, summary.unacknowledged,
    ]
    let counted = [
      count(.added), count(.removed), count(.edited), count(.split), count(.merged),
      diff.blocks.count(where: \.moved), diff.claims.count, diff.corrections.count,
      diff.claims.count { $0.acknowledgedBy == nil },
    ]
    let isSentence = !summary.text.isEmpty && !summary.text.contains("\n")
    let isRight = said == counted && (0...100).contains(summary.significance) && isSentence
    return isRight ? [] : ["the summary does not count what is there: \(summary)"]
  }

  /// What a report says though its two versions say the same; empty where it says nothing.
  package static func saidOfNothing(_ diff: StoryDiff) -> [String] {
    let blocks = diff.blocks.filter { $0.change != .unchanged || $0.moved }.map {
      "\($0.change.rawValue) \($0.old)→\($0.new)\($0.moved ? " moved" : "")"
    }
    let notices = diff.notices.filter { $0.change != .unchanged }.map {
      "notice \($0.change.rawValue)"
    }
    return blocks + diff.claims.map { "claim \($0.type.rawValue)" }
      + diff.corrections.map { "correction \($0.kind.rawValue)" } + notices
      + (diff.summary.significance == 0 ? [] : ["significance \(diff.summary.significance)"])
      + (diff.storyChanged ? ["the story changed"] : [])
  }

  /// What of a report must come back turned round when old and new change places: blocks, claims
  /// without their nature, and which blocks moved.
  package static func outline(_ diff: StoryDiff, mirrored: Bool = false) -> [String] {
    func turn(_ name: String) -> String {
      guard mirrored else { return name }
      return ["added": "removed", "removed": "added", "split": "merged", "merged": "split"][name]
        ?? name
    }
    func place(_ span: Span?) -> String { span.map { "\($0.block):\($0.start)-\($0.end)" } ?? "∅" }
    func pair<T>(_ old: T, _ new: T) -> String { mirrored ? "\(new) \(old)" : "\(old) \(new)" }
    let blocks = diff.blocks.map {
      "block \(turn($0.change.rawValue)) \(pair($0.old, $0.new)) \($0.moved)"
    }
    let claims = diff.claims.map {
      "claim \($0.type) \(turn($0.change.rawValue)) \(pair(place($0.old), place($0.new)))"
    }
    return (blocks + claims).sorted()
  }
}
