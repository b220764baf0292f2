import Testing

@testable import Git

@Test func `an object id reads back from its digits and bytes`() throws {
  let text = "0123456789abcdef0123456789abcdef01234567"
  let id = try #require(ObjectID(text))
  #expect(id.description == text)
  #expect(ObjectID(bytes: id.bytes) == id)
  #expect(ObjectID("xyz") == nil)
  #expect(ObjectID(text + "0") == nil)
}
