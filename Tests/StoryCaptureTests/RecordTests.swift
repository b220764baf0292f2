import StoryModel
import Testing

@testable import StoryCapture

@Suite struct `Import records` {
  private func problem(_ line: String) -> String? {
    do {
      _ = try StoryRecord(line: Array(line.utf8))
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `a line is a story with its versions`() throws {
    let first =
      #"{"capturedAt": "2025-05-14T19:02:11Z", "title": "Ferry \"Ida\" stops", "paragraphs": ["The ferry\nhas stopped.", "  "]}"#
    let second =
      #"{ "paragraphs" : ["A [bracket] and a } brace."], "extra": {"a": [1, 2.5e3, null, true]} }"#
    let record = try StoryRecord(
      line: Array(#"{"id": "ferry", "versions": [\#(first), \#(second)], "name": "x"}"#.utf8))
    #expect(record.id == "ferry")
    #expect(record.versions.map { String(decoding: $0.source, as: UTF8.self) } == [first, second])
    #expect(record.versions.map(\.capturedAt) == [Instant("2025-05-14T19:02:11Z"), nil])
    #expect(
      record.versions[0].document.blocks == [
        Block(.headline, "Ferry \"Ida\" stops"), Block(.paragraph, "The ferry has stopped."),
      ])
    #expect(record.versions[0].capture.extractor == "record/1")
  }

  @Test func `a version's own bytes read as the same version`() throws {
    let line =
      #"{"id":"a","versions":[{"title":"Ferry stops","paragraphs":["It \u00e9t\u00e9 \ud83d\ude00 stopped.","Correction: it did not."]}]}"#
    let version = try StoryRecord(line: Array(line.utf8)).versions[0]
    let again = try VersionRecord.read(version.source)
    #expect(again.capture.document == version.document)
    #expect(version.document.blocks.map(\.text)[1] == "It été 😀 stopped.")
    #expect(version.document.blocks.last?.kind == .notice)
  }

  @Test func `a title with no paragraphs is a headline alone`() throws {
    let line = #"{"id":"a","versions":[{"title":"Ferry stops.","paragraphs":[]}]}"#
    #expect(try StoryRecord(line: Array(line.utf8)).versions[0].document.headline == "Ferry stops.")
  }

  @Test(arguments: [
    ("{", "byte 2"), ("[]", "no JSON object"), (#"{"versions":[]}"#, "no 'id'"),
    (#"{"id":5,"versions":[]}"#, "'id' is no text"), (#"{"id":"a"}"#, "no list 'versions'"),
    (#"{"id":"a","versions":{}}"#, "no list 'versions'"),
    (#"{"id":"a","versions":[]}"#, "'versions' is empty"),
    (#"{"id":"a","versions":[7]}"#, "version 1 is no object"),
    (#"{"id":"a","versions":[{"title":"x"}]}"#, "version 1 has no list 'paragraphs'"),
    (
      #"{"id":"a","versions":[{"paragraphs":[]},{"paragraphs":["x",1]}]}"#,
      "paragraph 2 of version 2"
    ),
    (#"{"id":"a","versions":[{"paragraphs":[],"capturedAt":"yesterday"}]}"#, "yesterday"),
    (#"{"id":"a","versions":[]} x"#, "text follows"),
    (#"{"id":"a","versions":[{"paragraphs":["x]}]}"#, "does not end"),
  ])
  func `an error says what is wrong in the record`(line: String, part: String) {
    #expect(problem(line)?.contains(part) == true, "\(problem(line) ?? "no error")")
  }

  @Test func `values nested without end are an error`() {
    let line = #"{"id":"a","versions":"# + String(repeating: "[", count: 100_000)
    #expect(problem(line)?.contains("nested") == true)
  }
}

@Suite struct `Story ids from addresses` {
  @Test(arguments: [
    ("https://www.Example.org/summit/", "example.org/summit"),
    ("http://example.org:80/summit#comments", "example.org/summit"),
    ("https://example.org/summit?utm_source=a&fbclid=b", "example.org/summit"),
    ("example.org/news//a", "example.org/news/a"),
    ("https://example.org/", "example.org"),
    ("https://user@example.org/a", "example.org/a"),
    ("https://example.org/caf%C3%A9", "example.org/café"),
    ("//example.org/a.html", "example.org/a.html"),
    ("https://example.org/x/a%2Fb", "example.org/x/a%252Fb"),
    ("https://example.org:8080/a", "example.org%3A8080/a"),
    ("example.org/a?to=https://example.net/b", "example.org/a%3Fto=https%3A%2F%2Fexample.net/b"),
    ("http://newsroom/a", "newsroom/a"), ("newsroom:8080/a", "newsroom%3A8080/a"),
  ])
  func `only what says which story it is stays`(address: String, id: String) throws {
    #expect(try StoryReader.storyID(forURL: address).description == id)
  }

  @Test func `other parameters are kept, in an order of their own`() throws {
    let id = try StoryReader.storyID(forURL: "https://example.org/a?page=2&id=7&utm_medium=x")
    #expect(id.name == "example.org/a?id=7&page=2")
    #expect(try StoryReader.storyID(forURL: "https://example.org/a?id=7&page=2") == id)
  }

  @Test(arguments: [
    "ftp://example.org/a", "file:///a/b.html", "gopher://example.org", "://a", "not an address",
    "javascript:alert(1)", "summit", "summit/page.html", ":8080/a",
  ])
  func `an address that is none of the web is no id`(address: String) {
    #expect { try StoryReader.storyID(forURL: address) } throws: { error in
      "\(error)".contains("it is no web address")
    }
  }

  @Test(arguments: [
    ("https://example.org/a", true), ("example.org", true), ("http://newsroom/a", true),
    ("ftp://example.org/a", true), ("file:///a/b.html", true), ("summit", false), ("", false),
    ("https://", false), ("://a", false), ("https://example.org/a\nb", false),
    ("see https://example.org", false), ("a b.c", false),
  ])
  func `a word is no address`(text: String, isAddress: Bool) {
    #expect(StoryReader.isAddress(text) == isAddress)
  }

  @Test func `an address without a host, or of two lines, is no id`() {
    #expect(throws: StoryIDError.self) { try StoryReader.storyID(forURL: "example.org/a\nb") }
    #expect(throws: StoryIDError.self) { try StoryReader.storyID(forURL: "https:///a") }
    #expect(throws: StoryIDError.self) { try StoryReader.storyID(forURL: "  ") }
  }
}
