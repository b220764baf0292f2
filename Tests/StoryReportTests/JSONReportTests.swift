import Foundation
import StoryModel
import StoryReport
import Testing

@testable import StoryDiff

@Suite struct `A diff as JSON` {
  @Test func `holds every field of the contract and of the format's documentation, in its order`()
    throws
  {
    let json = String(
      decoding: JSONReport.write(BridgeStory.diff, heading: BridgeStory.heading), as: UTF8.self)
    let start = """
      {"format":"stet-diff/1","story":"example.org/footbridge",\
      "old":{"revision":3,"commit":"\(String(repeating: "3a", count: 20))",\
      "capturedAt":"2025-05-14T12:00:00Z","lastSeenAt":"2025-05-14T14:05:00Z"},\
      "new":{"revision":4,"commit":"\(String(repeating: "4b", count: 20))",\
      "capturedAt":"2025-05-14T14:20:00Z"},\
      "blocks":[{"kind":"headline","change":"edited","moved":false,"old":[0],"new":[0],\
      "text":"Footbridge collapse in Harl kills 15",\
      "edits":[{"op":"keep","text":"Footbridge collapse in Harl kills "},\
      {"op":"delete","text":"12"},{"op":"insert","text":"15"}],\
      "changes":[{"class":"claim",\
      "old":{"block":0,"start":34,"end":36,"text":"12","value":12,"unit":"people",\
      "bound":"exactly"},"new":{"block":0,"start":34,"end":36,"text":"15","value":15,\
      "unit":"people","bound":"exactly"}}]},\
      {"kind":"byline","change":"unchanged","moved":false,"old":[1],"new":[1],\
      "text":"By Ada Lorn"},
      """
    #expect(json.hasPrefix(start))
    #expect(
      json.contains(
        """
        {"id":"c3","type":"polarity","change":"removed","nature":"reversed",\
        "old":{"block":6,"start":24,"end":27,"text":"not"},\
        "because":"the sentence was denied and is now asserted"}]
        """))
    #expect(
      json.contains(
        """
        "new":{"block":0,"start":34,"end":36,"text":"15","value":15,"unit":"people",\
        "bound":"exactly"},"claim":"c1","acknowledgedBy":"n1",\
        "because":"the correction names 12 as wrong"}]
        """))
    #expect(
      json.contains(
        """
        "notices":[{"id":"n1","kind":"correction","change":"added","new":11,\
        "date":"2025-05-15","text":"\(BridgeStory.newBlocks[11].text)",\
        "acknowledges":["c1","c2"]}]
        """))
    let end = """
      "summary":{"added":2,"removed":1,"edited":3,"moved":1,"split":1,"merged":0,"claims":3,\
      "corrections":2,"unacknowledged":1,"headlineChanged":true,"significance":84,\
      "reasons":["the headline's death toll rose","a denial was dropped"],\
      "text":"\(BridgeStory.summary.text)"}}
      """
    #expect(json.hasSuffix(end))
  }

  @Test func `holds what a reader should know of how a version was read, where there is any`() {
    var heading = BridgeStory.heading
    heading.new.notes = ["one", "two \"quoted\""]
    let json = String(
      decoding: JSONReport.write(BridgeStory.diff, heading: heading), as: UTF8.self)
    #expect(
      json.contains(
        """
        "capturedAt":"2025-05-14T14:20:00Z","notes":["one","two \\"quoted\\""]},"blocks"
        """))
    #expect(json.components(separatedBy: "\"notes\"").count == 2)
  }

  @Test func `decodes as what the diff holds, block for block`() throws {
    let report = try decode(BridgeStory.diff, BridgeStory.heading)
    #expect(report.blocks.count == BridgeStory.blocks.count)
    for (read, block) in zip(report.blocks, BridgeStory.blocks) {
      #expect(read.kind == block.kind.rawValue)
      #expect(read.change == block.change.rawValue)
      #expect(read.moved == block.moved)
      #expect(read.old == block.old)
      #expect(read.new == block.new)
      #expect((read.edits ?? []).map(\.text) == block.edits.map(\.text))
      #expect((read.edits ?? []).map(\.op) == block.edits.map(\.operation.rawValue))
      let hasEdits = [.edited, .split, .merged].contains(block.change)
      #expect((read.edits != nil) == hasEdits)
      #expect((read.changes != nil) == hasEdits)
    }
    #expect(report.claims.map(\.acknowledgedBy) == ["n1", "n1", nil])
    #expect(report.corrections.map(\.kind) == ["spelling", "factual"])
  }

  @Test func `is enough to rebuild both versions from`() throws {
    let report = try decode(BridgeStory.diff, BridgeStory.heading)
    var old: [Int: String] = [:]
    var new: [Int: String] = [:]
    for block in report.blocks {
      let oldText =
        block.edits.map { $0.filter { $0.op != "insert" }.map(\.text).joined() }
        ?? block.oldText ?? block.text
      let newText =
        block.edits.map { $0.filter { $0.op != "delete" }.map(\.text).joined() } ?? block.text
      for (position, part) in zip(block.old, oldText.split(separator: "\n")) {
        old[position] = String(part)
      }
      for (position, part) in zip(block.new, newText.split(separator: "\n")) {
        new[position] = String(part)
      }
      if !block.new.isEmpty { #expect(block.text == newText) }
    }
    let olds = BridgeStory.oldBlocks.indices.map { old[$0] }
    let news = BridgeStory.newBlocks.indices.map { new[$0] }
    #expect(olds == BridgeStory.oldBlocks.map(\.text))
    #expect(news == BridgeStory.newBlocks.map(\.text))
  }

  @Test func `tells apart two spellings of one accent`() throws {
    let old = Document(blocks: [Block(.paragraph, "Cafe\u{301}")])
    let new = Document(blocks: [Block(.paragraph, "Caf\u{E9}")])
    let diff = StoryDiff(
      parts: VersionSide(document: old, incomplete: nil),
      VersionSide(document: new, incomplete: nil),
      blocks: [BridgeStory.block(.paragraph, .unchanged, [0], [0])])
    let block = try #require(try decode(diff, ReportHeading()).blocks.first)
    #expect(Array((block.oldText ?? "").utf8) == Array("Cafe\u{301}".utf8))
    #expect(Array(block.text.utf8) == Array("Caf\u{E9}".utf8))
  }

  @Test func `carries the id of a batch right after the format, and names no story of two files`() {
    let heading = ReportHeading(
      old: VersionHeading(name: "old.txt"), new: VersionHeading(name: "new.txt"))
    let json = JSONReport.write(BridgeStory.diff, heading: heading, id: "pair \"7\"")
    let start = """
      {"format":"stet-diff/1","id":"pair \\"7\\"","old":{"name":"old.txt"},\
      "new":{"name":"new.txt"},"blocks":[
      """
    #expect(String(decoding: json, as: UTF8.self).hasPrefix(start))
  }

  @Test func `says which version looks cut off`() throws {
    let diff = StoryDiff(
      parts: VersionSide(document: Document(), incomplete: .truncated),
      VersionSide(document: Document(), incomplete: .paywall), blocks: [])
    let report = try decode(diff, ReportHeading())
    #expect(report.old.incomplete == "truncated")
    #expect(report.new.incomplete == "paywall")
  }

  @Test func `writes a range as two numbers and a name as a string`() {
    func span(_ value: Span.Value) -> Span {
      Span(block: 0, start: 0, end: 1, text: "x", value: value, unit: nil, bound: .atLeast)
    }
    let group = ChangeGroup(
      class: .claim, old: span(.range(10, 12.5)), new: span(.text("Ada Lorn")))
    let block = BridgeStory.block(.paragraph, .edited, [0], [0], changes: [group])
    let diff = StoryDiff(
      parts: VersionSide(document: Document(), incomplete: nil),
      VersionSide(document: Document(), incomplete: nil), blocks: [block])
    let json = String(decoding: JSONReport.write(diff), as: UTF8.self)
    #expect(json.contains(#""value":[10,12.5],"bound":"atLeast""#))
    #expect(json.contains(#""value":"Ada Lorn","bound":"atLeast""#))
  }

  @Test func `keeps control characters of a story as escapes on one line`() throws {
    let text = "a\u{1B}[31mb\u{7F}\u{202E}c\t\u{0}d"
    let diff = BridgeStory.added([text])
    let bytes = JSONReport.write(diff)
    #expect(!bytes.contains { $0 < 0x20 })
    #expect(try decode(diff, ReportHeading()).blocks.map(\.text) == [text])
  }

  @Test func `stands inside a larger value of its writer's`() throws {
    var json = JSONWriter()
    json.array { json in
      JSONReport.append(BridgeStory.diff, heading: BridgeStory.heading, to: &json)
      JSONReport.append(BridgeStory.diff, heading: BridgeStory.heading, to: &json)
    }
    let reports = try JSONDecoder().decode([ReadReport].self, from: Data(json.bytes))
    #expect(reports.count == 2)
  }

  private func decode(_ diff: StoryDiff, _ heading: ReportHeading) throws -> ReadReport {
    try JSONDecoder().decode(
      ReadReport.self, from: Data(JSONReport.write(diff, heading: heading)))
  }
}

/// What a reader of the format takes from it.
private struct ReadReport: Decodable {
  struct Version: Decodable {
    let revision: Int?
    let incomplete: String?
  }
  struct Edit: Decodable { let op, text: String }
  struct Span: Decodable {
    let block, start, end: Int
    let text: String
  }
  struct Group: Decodable {
    let `class`: String
    let old, new: Span?
  }
  struct Block: Decodable {
    let kind, change: String
    let moved: Bool
    let old, new: [Int]
    let text: String
    let oldText: String?
    let edits: [Edit]?
    let changes: [Group]?
  }
  struct Claim: Decodable {
    let id, type, change, nature, because: String
    let old, new: Span?
    let acknowledgedBy: String?
  }
  struct Correction: Decodable {
    let kind, because: String
    let old, new: Span?
    let claim, acknowledgedBy: String?
  }
  struct Notice: Decodable {
    let id, kind, change, text: String
    let old, new: Int?
    let date: String?
    let acknowledges: [String]
  }

  let format: String
  let id, story: String?
  let old, new: Version
  let blocks: [Block]
  let claims: [Claim]
  let corrections: [Correction]
  let notices: [Notice]
}
