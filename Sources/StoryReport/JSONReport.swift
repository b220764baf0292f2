import StoryDiff
import StoryModel

/// A diff as JSON, one object on one line: the format `stet-diff/1` of `FORMATS.md`.
public enum JSONReport {
  /// The report of `diff`, without a line feed at its end.
  ///
  /// `id` is the caller's own name for the pair, as a batch carries it. O(size of the report).
  public static func write(
    _ diff: StoryDiff, heading: ReportHeading = ReportHeading(), id: String? = nil
  ) -> [UInt8] {
    var json = JSONWriter()
    append(diff, heading: heading, id: id, to: &json)
    return json.take()
  }

  /// Writes the report of `diff` as the next value of `json`.
  public static func append(
    _ diff: StoryDiff, heading: ReportHeading = ReportHeading(), id: String? = nil,
    to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("format", "stet-diff/1")
      json.field("id", id)
      json.field("story", heading.story)
      json.key("old")
      write(heading.old, incomplete: diff.old.incomplete, to: &json)
      json.key("new")
      write(heading.new, incomplete: diff.new.incomplete, to: &json)
      json.key("blocks")
      let old = diff.old.document, new = diff.new.document
      json.array(diff.blocks) { json, block in write(block, old, new, to: &json) }
      json.key("claims")
      json.array(diff.claims) { json, claim in write(claim, to: &json) }
      json.key("corrections")
      json.array(diff.corrections) { json, correction in write(correction, to: &json) }
      json.key("notices")
      json.array(diff.notices) { json, notice in write(notice, to: &json) }
      json.key("summary")
      write(diff.summary, to: &json)
    }
  }

  private static func write(
    _ version: VersionHeading, incomplete: VersionSide.Incomplete?, to json: inout JSONWriter
  ) {
    json.object { json in
      version.writeFields(to: &json)
      json.field("incomplete", incomplete?.rawValue)
    }
  }

  private static func write(
    _ block: BlockChange, _ oldDocument: Document, _ newDocument: Document,
    to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("kind", block.kind.rawValue)
      json.field("change", block.change.rawValue)
      json.field("moved", block.moved)
      json.key("old")
      json.array(block.old) { json, position in json.number(position) }
      json.key("new")
      json.array(block.new) { json, position in json.number(position) }
      let old = oldDocument.text(of: block.old)
      let new = newDocument.text(of: block.new)
      json.field("text", block.new.isEmpty ? old : new)
      switch block.change {
      case .added, .removed: break
      case .unchanged:
        if !old.isSpelled(as: new) { json.field("oldText", old) }
      case .edited, .split, .merged:
        json.key("edits")
        json.array(block.edits) { json, edit in
          json.object { json in
            json.field("op", edit.operation.rawValue)
            json.field("text", edit.text)
          }
        }
        json.key("changes")
        json.array(block.changes) { json, group in
          json.object { json in
            json.field("class", group.class.rawValue)
            write(group.old, group.new, to: &json)
          }
        }
      }
    }
  }

  private static func write(_ claim: ClaimChange, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", claim.id)
      json.field("type", claim.type.rawValue)
      json.field("change", claim.change.rawValue)
      json.field("nature", claim.nature.rawValue)
      write(claim.old, claim.new, to: &json)
      json.field("acknowledgedBy", claim.acknowledgedBy)
      json.field("because", claim.because)
    }
  }

  private static func write(_ correction: Correction, to json: inout JSONWriter) {
    json.object { json in
      json.field("kind", correction.kind.rawValue)
      write(correction.old, correction.new, to: &json)
      json.field("claim", correction.claim)
      json.field("acknowledgedBy", correction.acknowledgedBy)
      json.field("because", correction.because)
    }
  }

  private static func write(_ notice: NoticeChange, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", notice.id)
      json.field("kind", notice.kind.rawValue)
      json.field("change", notice.change.rawValue)
      json.field("old", notice.old)
      json.field("new", notice.new)
      json.field("date", notice.date?.isoText)
      json.field("text", notice.text)
      json.key("acknowledges")
      json.array(notice.acknowledges) { json, id in json.string(id) }
    }
  }

  private static func write(_ summary: Summary, to json: inout JSONWriter) {
    json.object { json in
      json.field("added", summary.added)
      json.field("removed", summary.removed)
      json.field("edited", summary.edited)
      json.field("moved", summary.moved)
      json.field("split", summary.split)
      json.field("merged", summary.merged)
      json.field("claims", summary.claims)
      json.field("corrections", summary.corrections)
      json.field("unacknowledged", summary.unacknowledged)
      json.field("headlineChanged", summary.headlineChanged)
      json.field("significance", summary.significance)
      json.key("reasons")
      json.array(summary.reasons) { json, reason in json.string(reason) }
      json.field("text", summary.text)
    }
  }

  private static func write(_ old: Span?, _ new: Span?, to json: inout JSONWriter) {
    if let old {
      json.key("old")
      write(old, to: &json)
    }
    if let new {
      json.key("new")
      write(new, to: &json)
    }
  }

  private static func write(_ span: Span, to json: inout JSONWriter) {
    json.object { json in
      json.field("block", span.block)
      json.field("start", span.start)
      json.field("end", span.end)
      json.field("text", span.text)
      if let value = span.value {
        json.key("value")
        switch value {
        case .number(let number): json.number(number)
        case .range(let low, let high):
          json.array { json in
            json.number(low)
            json.number(high)
          }
        case .text(let text): json.string(text)
        }
      }
      json.field("unit", span.unit)
      json.field("bound", span.bound?.rawValue)
    }
  }
}

extension VersionHeading {
  /// The fields of a version that are known, in the order of every JSON report.
  func writeFields(to json: inout JSONWriter) {
    json.field("name", name)
    json.field("revision", revision)
    json.field("commit", commit)
    json.field("capturedAt", capturedAt?.description)
    json.field("timeSource", timeSource?.rawValue)
    json.field("lastSeenAt", lastSeenAt?.description)
    json.field("supersededBy", supersededBy)
    if !notes.isEmpty {
      json.key("notes")
      json.array(notes) { json, note in json.string(note) }
    }
  }
}

extension Document {
  /// The texts of the blocks at `positions`, joined by line feeds. A position that the document
  /// has not gives nothing.
  func text(of positions: [Int]) -> String {
    if positions.count == 1, blocks.indices.contains(positions[0]) {
      return blocks[positions[0]].text
    }
    return positions.filter(blocks.indices.contains).map { blocks[$0].text }
      .joined(separator: "\n")
  }
}

extension CivilDay {
  /// `2025-05-15`.
  var isoText: String {
    let (year, month, day) = parts
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
