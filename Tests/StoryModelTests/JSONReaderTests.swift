import Testing

@testable import StoryModel

@Suite struct JSONReaderTests {
  /// What follows the value that `json` begins with, when that is passed over.
  private func rest(of json: String) throws -> String {
    let bytes = Array(json.utf8)
    let at = try withJSON(bytes) { (bytes) throws(JSONError) in
      var reader = JSONReader(bytes)
      try reader.skip()
      return reader.at
    }
    return String(decoding: bytes[at...], as: UTF8.self)
  }

  @Test(arguments: [
    "1", "-2.5e3", "true", "null", "\"a\"", "[]", "{}", "[1, [2, {\"a\": []}], 3]",
    "{\"a\": {\"b\": [\"]\", \"}\"]}, \"c\": 1}", "[\"\\\"]\", \"\\\\\"]", "{\"\\u007d\": \"[\"}",
  ])
  func `a value is passed over to its end`(json: String) throws {
    #expect(try rest(of: json + ",9") == ",9")
    #expect(try rest(of: " " + json + " ]") == " ]")
  }

  @Test(arguments: ["", "[", "{\"a\": 1", "[\"a]", "[\"a\\\"]", "tru", "\"a"])
  func `a value that does not end is none`(json: String) {
    #expect(throws: JSONError.self) { try rest(of: json) }
  }
}
