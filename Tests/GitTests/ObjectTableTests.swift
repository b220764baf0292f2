import TestSupport
import Testing

@testable import Git

struct ObjectTableTests {
  @Test func `says the number of each object, and of no other`() throws {
    var random = SeededGenerator(state: 7)
    // Some differ in their last byte alone.
    let ids = try (0..<3000).map { number in
      var bytes = (0..<20).map { _ in UInt8.random(in: 0...255, using: &random) }
      if number % 2 == 0 {
        bytes = [UInt8](repeating: 7, count: 18) + [UInt8(number / 256), UInt8(number % 256)]
      }
      return try #require(ObjectID(bytes: bytes))
    }
    var table = ObjectTable()
    for (number, id) in ids.enumerated() {
      #expect(table.number(of: id) { ids[$0] } == nil)
      table.add(id) { ids[$0] }
      #expect(table.number(of: id) { ids[$0] } == number)
    }
    for (number, id) in ids.enumerated() { #expect(table.number(of: id) { ids[$0] } == number) }
  }
}
