import StoryModel
import Testing

@Suite struct StoryIDTests {
  @Test(arguments: ["summit", "example.org/summit", "a/b/c", "2025-05", "été", "50%25"])
  func `a plain id stands as it is typed`(text: String) throws {
    #expect(try StoryID(text).description == text)
  }

  @Test(arguments: [
    "", "a..b", "..", "a b", "a~b", "a^b", "a:b", "a?b", "a*b", "a[b", "a\\b", "a\u{1}b", "a\nb",
    "-rf", "/a", "a/", "a//b", ".a", "a/.b", "a.", "a.lock", "a.lock/b", "@", "a@{b", "50%",
    "a%20b%", "%41", "a\u{FFFD}",
  ])
  func `what git would refuse, or would read twofold, is refused with a reason`(text: String) {
    #expect { try StoryID(text) } throws: { error in
      ((error as? StoryIDError)?.problem.isEmpty ?? true) == false
    }
  }

  @Test func `ids are what their bytes are, whatever Unicode calls the same`() throws {
    let ids = try ["caf\u{E9}", "cafe\u{301}", "K", "\u{212A}"].map { try StoryID($0) }
    #expect(Set(ids).count == 4 && ids[0] != ids[1])
  }

  @Test func `four thousand characters are refused`() {
    #expect(throws: StoryIDError.self) { try StoryID(String(repeating: "a", count: 4000)) }
    #expect(throws: StoryIDError.self) { try StoryID(String(repeating: "a", count: 300)) }
  }

  @Test(arguments: [
    "/news/a 1", "18f:_posts/x.md", "50%", "a%20b", "..", "-x", "a.lock", "x.lock/y", "a//b/", "@",
    "https://example.org/?q=1&r=[2]",
  ])
  func `any name has one id, which stands as typed and gives the name back`(name: String) throws {
    let id = try StoryID(encoding: name)
    #expect(id.name == name)
    #expect(try StoryID(id.description) == id)
  }

  @Test func `a name that was no UTF-8 has no id, for another would have the same`() {
    for bytes in [[0x61, 0xFE], [0x61, 0xFF]] as [[UInt8]] {
      let name = String(decoding: bytes, as: UTF8.self)
      #expect(throws: StoryIDError.self) { try StoryID(encoding: name) }
    }
  }

  @Test func `names that differ have ids that differ`() throws {
    #expect(try StoryID(encoding: "a%20b") != StoryID(encoding: "a b"))
  }
}
